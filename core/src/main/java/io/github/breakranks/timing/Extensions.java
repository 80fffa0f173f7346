package io.github.breakranks.timing;

import io.github.breakranks.internal.Checks;
import io.github.breakranks.internal.TableText;

/**
 * An offer that is extended again and again: every so often an end is announced, and when it comes the offer ends or stands on.
 *
 * <pre>{@code
 *   reckoned(j) = 1 - (1 - believed) * doubt^j      chance of standing on that soldiers reckon with, after j extensions
 * }</pre>
 *
 * <p>Who goes at the date of an announced end goes before it. Each extension teaches soldiers that ends are not meant: of the doubt that
 * they had, only a share is left.
 *
 * @param every    time from one announced end to the next, and from now to the first [unit of time], above 0
 * @param believed chance of standing on that soldiers reckon with at the first announced end, a share above 0: to those who are certain
 *                 of an end no extension makes sense; for them the offer has the expiry {@code Expiry.at(date)}
 * @param truth    true chance of standing on at each announced end, a share
 * @param doubt    what is left of the chance of an end after each extension, a share: 1 if soldiers do not learn
 */
public record Extensions(double every, double believed, double truth, double doubt) {

    public Extensions {
        Checks.above(0.0, "every", "unit of time", every);
        if (!(believed > 0 && believed <= 1)) {
            throw Checks.refused(
                    "believed must be a share in (0, 1], but was %s; an end that is certain is Expiry.at(date)",
                    believed);
        }
        Checks.share("truth", truth);
        Checks.share("doubt", doubt);
    }

    /** An end announced every so often [unit of time], of which soldiers believe what is true, a share, and learn nothing. */
    public static Extensions every(double every, double chance) {
        return new Extensions(every, chance, chance, 1);
    }

    /** These, with another true chance of standing on, a share. */
    public Extensions withTruth(double newTruth) {
        return new Extensions(every, believed, newTruth, doubt);
    }

    /** These, with so much of the doubt left after each extension, a share. */
    public Extensions withDoubt(double newDoubt) {
        return new Extensions(every, believed, truth, newDoubt);
    }

    /** The chance of standing on that soldiers reckon with after so many extensions [count], a share. */
    public double reckoned(int extensions) {
        return 1 - (1 - believed) * Math.pow(doubt, Checks.count(0, "extensions", "count", extensions));
    }

    @Override
    public String toString() {
        return "Extensions[every " + brief(every) + ", believed " + brief(believed) + ", truth " + brief(truth)
                + ", doubt " + brief(doubt) + "]";
    }

    private static String brief(double value) {
        return TableText.number(value, 4);
    }
}
