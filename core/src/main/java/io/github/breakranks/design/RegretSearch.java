package io.github.breakranks.design;

import io.github.breakranks.answer.Watch;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;

/**
 * Searches the value of least regret: between values at which some game jumps or reaches its target, losses are smooth; they are sampled there
 * and every dip is narrowed down by golden section, which also finds where the regrets of two games cross.
 */
final class RegretSearch {
    private static final int SAMPLES = 24; // in each stretch
    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;
    private static final double NARROWEST = 1e-13;

    private final Losses losses;
    private final double worth;
    private final Watch watch;
    private final List<Double> ends; // of stretches, ascending
    private final double[] least; // loss by game

    RegretSearch(Losses losses, Instrument instrument, double worth, Watch watch) {
        this.losses = losses;
        this.worth = worth;
        this.watch = watch;
        this.ends = ends(instrument);
        this.least = new double[losses.size()];
        for (int i = 0; i < least.length; i++) {
            final int game = i;
            least[i] = lowest(at -> loss(game, at)).value();
        }
    }

    /** What a value is worth. */
    private record Dip(Need at, double value) {}

    /** The least loss in each game [unit of the game]. */
    double[] least() {
        return least.clone();
    }

    /** The value of least regret. */
    Need best() {
        return lowest(this::regret).at();
    }

    private double loss(int game, Need at) {
        final boolean above = !at.attained();
        return losses.outlay(game, at.value(), above) + worth * losses.missed(game, at.value(), above);
    }

    private double regret(Need at) {
        if (!watch.mayGoOn()) {
            throw new SolvedTakeUp.Ended(watch.why());
        }
        double most = 0;
        for (int i = 0; i < least.length; i++) {
            most = Math.max(most, loss(i, at) - least[i]);
        }
        return most;
    }

    private List<Double> ends(Instrument instrument) {
        final double low = instrument.low();
        final double cap = cap(instrument);
        final TreeSet<Double> ends = new TreeSet<>(losses.turns());
        ends.add(low);
        ends.add(cap);
        return new ArrayList<>(ends.subSet(low, true, cap, true));
    }

    /**
     * A value above which no regret is least: beyond it every game has reached its target, or costs more than it loses at the lowest value.
     */
    private double cap(Instrument instrument) {
        double cap = instrument.low();
        for (int i = 0; i < losses.size(); i++) {
            cap = Math.max(cap, losses.reaches(i) ? losses.need(i).value() : dear(instrument, i));
        }
        return Math.min(cap, instrument.high());
    }

    private double dear(Instrument instrument, int game) {
        final double bar = loss(game, new Need(instrument.low(), true));
        final double top = losses.takeUp(game).top();
        double value = Math.max(1e-3, instrument.low());
        while (value < instrument.high() && value < 0x1p60 && losses.outlay(game, value, false) <= bar) {
            if (value >= top && losses.outlay(game, 2 * value, false) <= losses.outlay(game, value, false)) {
                break; // more neither costs nor brings
            }
            value *= 2;
        }
        return Math.min(value, instrument.high());
    }

    private Dip lowest(ToDoubleFunction<Need> cost) {
        Dip lowest = dip(ends.get(0), true, cost);
        for (int k = 0; k < ends.size(); k++) {
            lowest = lower(lowest, dip(ends.get(k), true, cost));
            lowest = lower(lowest, dip(ends.get(k), false, cost));
            if (k + 1 < ends.size()) {
                lowest = lower(lowest, between(ends.get(k), ends.get(k + 1), cost));
            }
        }
        return lowest;
    }

    private static Dip dip(double value, boolean attained, ToDoubleFunction<Need> cost) {
        final Need at = new Need(value, attained);
        return new Dip(at, cost.applyAsDouble(at));
    }

    /** The lower of two; of equal ones the one that was seen first, which is the lesser value and attained. */
    private static Dip lower(Dip one, Dip other) {
        return other.value() < one.value() ? other : one;
    }

    private Dip between(double from, double to, ToDoubleFunction<Need> cost) {
        final Dip[] seen = new Dip[SAMPLES + 1];
        for (int k = 0; k <= SAMPLES; k++) {
            final double value = k == SAMPLES ? to : from + (to - from) * k / SAMPLES;
            seen[k] = dip(value, k > 0, cost);
        }
        Dip lowest = seen[0];
        for (int k = 0; k <= SAMPLES; k++) {
            lowest = lower(lowest, seen[k]);
            final boolean falls = k == 0 || seen[k].value() <= seen[k - 1].value();
            final boolean rises = k == SAMPLES || seen[k].value() <= seen[k + 1].value();
            if (falls && rises) {
                lowest = lower(
                        lowest,
                        narrowed(
                                seen[Math.max(0, k - 1)].at().value(),
                                seen[Math.min(SAMPLES, k + 1)].at().value(),
                                cost));
            }
        }
        return lowest;
    }

    private static Dip narrowed(double from, double to, ToDoubleFunction<Need> cost) {
        double low = from;
        double high = to;
        Dip left = dip(high - GOLDEN * (high - low), true, cost);
        Dip right = dip(low + GOLDEN * (high - low), true, cost);
        while (high - low > NARROWEST * Math.max(1, high)) {
            if (left.value() <= right.value()) {
                high = right.at().value();
                right = left;
                left = dip(high - GOLDEN * (high - low), true, cost);
            } else {
                low = left.at().value();
                left = right;
                right = dip(low + GOLDEN * (high - low), true, cost);
            }
        }
        return lower(left, right);
    }
}
