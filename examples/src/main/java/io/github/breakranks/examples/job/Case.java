package io.github.breakranks.examples.job;

import io.github.breakranks.answer.Range;
import java.util.List;

/**
 * What a file says of one case.
 *
 * @param title   what it is about
 * @param figures all rows, in the order of the file
 * @param heads   who decides [men]
 * @param gone    how many of them left [men], as far as the record goes
 * @param base    what was put before an ordinary soldier
 * @param grid    what is assumed
 */
record Case(String title, List<Figure> figures, int heads, Range gone, Base base, Grid grid) {
    Case {
        figures = List.copyOf(figures);
    }

    /**
     * The offer to an ordinary soldier, which is the unit of the game.
     *
     * @param amount how much, in {@code unit}
     * @param unit   such as "acres"
     */
    record Base(double amount, String unit) {
        /** The unit of the game, such as "50 acres". */
        String name() {
            return Words.number(amount) + " " + unit;
        }
    }

    /**
     * Values to go through, each list in ascending order.
     *
     * @param reprisals     what the first to go must expect to lose [unit of the game]
     * @param credibilities chances that the promise is kept, shares
     * @param reaches       those who have heard of the offer, shares
     * @param spreads       standard deviations of the private cost [unit of the game]
     */
    record Grid(List<Double> reprisals, List<Double> credibilities, List<Double> reaches, List<Double> spreads) {
        Grid {
            reprisals = List.copyOf(reprisals);
            credibilities = List.copyOf(credibilities);
            reaches = List.copyOf(reaches);
            spreads = List.copyOf(spreads);
        }

        /** How many sets of assumptions there are [count]. */
        int size() {
            return reprisals.size() * credibilities.size() * reaches.size() * spreads.size();
        }

        /** A set of assumptions by its number, the spread running fastest. */
        Assumption at(int number) {
            final int perReach = spreads.size();
            final int perCredibility = perReach * reaches.size();
            final int perReprisal = perCredibility * credibilities.size();
            return new Assumption(
                    reprisals.get(number / perReprisal),
                    credibilities.get(number % perReprisal / perCredibility),
                    reaches.get(number % perCredibility / perReach),
                    spreads.get(number % perReach));
        }

        /** The middle values of all but the spread. */
        Assumption middle(double spread) {
            return new Assumption(
                    reprisals.get(reprisals.size() / 2),
                    credibilities.get(credibilities.size() / 2),
                    reaches.get(reaches.size() / 2),
                    spread);
        }
    }

    /** The share that left, as far as the record goes. */
    Range share() {
        return new Range(gone.low() / heads, gone.high() / heads);
    }

    /** All figures of a kind, in the order of the file. */
    List<Figure> all(Kind kind) {
        return figures.stream().filter(figure -> figure.kind() == kind).toList();
    }
}
