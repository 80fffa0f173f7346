package io.github.breakranks.timing;

import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.internal.Checks;
import io.github.breakranks.offer.Expiry;
import io.github.breakranks.offer.NetGain;
import io.github.breakranks.offer.Offer;

/**
 * Dates, what is offered at each, and what is left of a gain that is put off from one to the next.
 *
 * <p>Where the offer may stand beyond the horizon there is one date more than asked for: those who would rather wait for it do.
 */
final class ScheduleGrid {
    private static final double MET = 1e-6; // of a step: an end so close to a date is at the date

    private final NetGain gain;
    private final Offer[] offers; // by date
    private final double[] times; // by date
    private final double[] logKept; // by date: logarithm of what waiting for the next one keeps

    ScheduleGrid(DefectionGame game, ScheduleSolver solver) {
        final double deadline =
                game.offer(0).expiry() instanceof Expiry.Date date ? date.date() : Double.POSITIVE_INFINITY;
        this.gain = game.gain();
        final int last = solver.horizon() == deadline ? solver.dates() - 1 : solver.dates();
        this.offers = new Offer[last + 1];
        this.times = new double[last + 1];
        this.logKept = new double[last];
        for (int k = 0; k <= last; k++) {
            times[k] = k == solver.dates() ? Math.min(deadline, solver.horizon() + solver.step()) : solver.time(k);
            offers[k] = solver.schedule().at(game.offer(0), times[k]);
        }
        final double rate =
                solver.waiting().rate() + (game.offer(0).expiry() instanceof Expiry.Hazard h ? h.believed() : 0);
        for (int k = 0; k < last; k++) {
            logKept[k] = -rate * (times[k + 1] - times[k]);
        }
        solver.schedule().extensions().ifPresent(ends -> announce(ends, solver.step()));
    }

    private void announce(Extensions ends, double step) {
        for (int made = 0; ; made++) {
            final double date =
                    Math.floor((made + 1) * ends.every() / step + MET); // those who go at an end go before it
            if (!(date < logKept.length)) {
                return;
            }
            logKept[(int) date] += Math.log(ends.reckoned(made));
        }
    }

    /** The last date of all, which may lie beyond the horizon. */
    int last() {
        return times.length - 1;
    }

    Offer offer(int date) {
        return offers[date];
    }

    /** What going at a date gains before private cost, if such a share has gone before. */
    double gain(int date, double gone) {
        final double net = gain.of(offers[date], 0, gone);
        if (!(Math.abs(net) <= Double.MAX_VALUE)) {
            throw Checks.refused(
                    "net gain must be finite [unit of the game], but was %s at share gone %s and time %s",
                    net, gone, times[date]);
        }
        return net;
    }

    /** Logarithm of what waiting from a date for the next one keeps, at most 0. */
    double logKept(int date) {
        return logKept[date];
    }

    /** Whether no later date offers more than an earlier one, whoever has gone, looked at for nine shares. */
    boolean neverRises() {
        for (int k = 1; k <= last(); k++) {
            for (int eighth = 0; offers[k] != offers[k - 1] && eighth <= 8; eighth++) {
                if (gain(k, eighth / 8.0) > gain(k - 1, eighth / 8.0)) {
                    return false;
                }
            }
        }
        return true;
    }
}
