package io.github.breakranks.timing;

import io.github.breakranks.internal.Checks;
import io.github.breakranks.internal.TableText;
import java.util.Objects;

/**
 * What it costs to wait: impatience, and the danger of losing the chance while waiting.
 *
 * <pre>{@code
 *   g = discount + hazard        what is worth 1 now is worth exp(-g t) after a wait of t
 * }</pre>
 *
 * @param discount impatience [per unit of time], finite and at least 0
 * @param hazard   death, capture or transfer while waiting, after which the offer is of no use to him [per unit of time], finite and at
 *                 least 0
 * @param unit     the unit of time, such as "month"; "time" if none is named
 */
public record Waiting(double discount, double hazard, String unit) {

    public Waiting {
        Checks.atLeast(0.0, "discount", "per unit of time", discount);
        Checks.atLeast(0.0, "hazard", "per unit of time", hazard);
        Objects.requireNonNull(unit, "unit");
        if (unit.isBlank()) {
            throw Checks.refused("unit must not be blank, but was \"%s\"", unit);
        }
    }

    /** Impatience and hazard together [per unit of time], where it does not matter which. */
    public static Waiting at(double rate) {
        Checks.atLeast(0.0, "rate", "per unit of time", rate);
        return new Waiting(rate, 0, "time");
    }

    /** The two apart [per unit of time]. */
    public static Waiting of(double discount, double hazard) {
        return new Waiting(discount, hazard, "time");
    }

    /** This, with time counted in a unit such as "month". */
    public Waiting per(String newUnit) {
        return new Waiting(discount, hazard, newUnit);
    }

    /** Both together: {@code g} [per unit of time]. */
    public double rate() {
        return discount + hazard;
    }

    /** So much time in words: "3.5 months", or "3.5 units of time" if no unit is named. */
    String time(double amount) {
        final String number = TableText.number(amount, 4) + " ";
        if (unit.equals("time") || unit.startsWith("unit")) {
            return number + (amount == 1 ? "unit of time" : "units of time");
        }
        return number + unit + (amount == 1 || unit.endsWith("s") ? "" : "s");
    }

    @Override
    public String toString() {
        return "Waiting[discount " + discount + ", hazard " + hazard + " per " + unit + "]";
    }
}
