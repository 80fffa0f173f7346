package io.github.breakranks.equilibrium;

import io.github.breakranks.game.SymmetricGame;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;

/**
 * Finds the chances in (0, 1) at which the average gain of a symmetric game is 0.
 *
 * <p>There are no more of them, counted with multiplicity, than the gains change sign from one number of others to the next (Descartes'
 * rule for Bernstein's polynomials: binomial averaging diminishes variation). So once as many changes of sign have been seen, these are all.
 * Else the stretches between are cleared by the slope that the average gain can have at most, halving them where that does not suffice.
 */
final class SymmetricRoots {
    private static final int GRID = 256;
    private static final int MOST_RUNS = 256;
    private static final int MOST_READINGS = 20_000;

    private final AverageGain gain;
    private final BooleanSupplier mayGoOn;
    private final int variation;
    private final TreeMap<Double, AverageGain.Reading> readings = new TreeMap<>();
    private final List<MixedRoot> roots = new ArrayList<>();
    private boolean complete;
    private boolean stopped;

    SymmetricRoots(SymmetricGame game, BooleanSupplier mayGoOn) {
        this.mayGoOn = mayGoOn;
        this.gain = new AverageGain(game);
        this.variation = variation(game);
        if (variation > 0) {
            scan(game);
        }
        bracket();
        complete = !stopped && (roots.size() == variation || cleared());
    }

    /** How often the gain changes sign, zeros left out. */
    static int variation(SymmetricGame game) {
        int variation = 0;
        double last = 0;
        for (int m = 0; m < game.players(); m++) {
            final double sign = Math.signum(game.gain(m));
            variation += sign * last < 0 ? 1 : 0;
            last = sign == 0 ? last : sign;
        }
        return variation;
    }

    List<MixedRoot> roots() {
        return roots;
    }

    int mostRoots() {
        return variation;
    }

    boolean complete() {
        return complete;
    }

    boolean stopped() {
        return stopped;
    }

    private boolean goesOn() {
        stopped = stopped || !mayGoOn.getAsBoolean();
        return !stopped;
    }

    private void read(double chance) {
        if (chance > 0 && chance < 1 && readings.size() < MOST_READINGS) {
            if (goesOn()) {
                readings.computeIfAbsent(chance, gain::at);
            }
        }
    }

    /** Evenly in the angle whose squared sine is the chance, closely at both ends, and in the middle of each run of one sign. */
    private void scan(SymmetricGame game) {
        for (int k = 1; k < GRID; k++) {
            final double sine = Math.sin(Math.PI / 2 * k / GRID);
            read(sine * sine);
        }
        for (double near = 1e-5; near > 1e-3 / game.players(); near /= 4) {
            read(near);
            read(1 - near);
        }
        final double others = Math.max(1, game.players() - 1.0);
        int begin = 0;
        int runs = 0;
        for (int m = 1; m <= game.players() && runs < MOST_RUNS; m++) {
            if (m == game.players() || game.gain(m) * game.gain(begin) < 0) {
                read((begin + m - 1) / 2.0 / others);
                begin = m;
                runs++;
            }
        }
    }

    /** Halves the way between readings of opposite signs until the sign is unsure or nothing lies between. */
    private void bracket() {
        roots.clear();
        double before = Double.NaN;
        int sign = 0;
        for (final Map.Entry<Double, AverageGain.Reading> reading : readings.entrySet()) {
            final int here = reading.getValue().sign();
            if (here == 0) {
                continue;
            }
            if (here * sign < 0 && goesOn()) {
                roots.add(halved(before, reading.getKey(), sign));
            }
            before = reading.getKey();
            sign = here;
        }
    }

    private MixedRoot halved(double from, double to, int sign) {
        double low = from;
        double high = to;
        while (goesOn()) {
            final double middle = low + (high - low) / 2;
            if (!(middle > low && middle < high)) {
                break;
            }
            final int here = gain.at(middle).sign();
            if (here == 0) {
                return new MixedRoot(middle, low, high, sign > 0);
            }
            low = here == sign ? middle : low;
            high = here == sign ? high : middle;
        }
        return new MixedRoot(stopped ? low + (high - low) / 2 : low, low, high, sign > 0);
    }

    /** Whether every stretch outside the brackets surely has no zero; roots seen on the way are added. */
    private boolean cleared() {
        Map.Entry<Double, AverageGain.Reading> low = Map.entry(0.0, gain.at(0));
        readings.put(low.getKey(), low.getValue());
        readings.put(1.0, gain.at(1));
        for (final MixedRoot root : roots) {
            if (!goesOn()) {
                return false;
            }
            readings.put(root.low(), gain.at(root.low()));
            readings.put(root.high(), gain.at(root.high()));
        }
        boolean clear = true;
        for (final Map.Entry<Double, AverageGain.Reading> high :
                List.copyOf(readings.tailMap(0.0, false).entrySet())) {
            clear &= clear(low, high);
            low = high;
        }
        if (stopped) {
            return false;
        }
        bracket();
        return clear && !stopped;
    }

    private boolean clear(Map.Entry<Double, AverageGain.Reading> from, Map.Entry<Double, AverageGain.Reading> to) {
        final double low = from.getKey();
        final double high = to.getKey();
        if (from.getValue().surely() + to.getValue().surely() > gain.steepest() * (high - low)) {
            return true;
        }
        for (final MixedRoot root : roots) {
            if (root.low() <= low && high <= root.high()) {
                return true;
            }
        }
        final double middle = low + (high - low) / 2;
        if (stopped || !(middle > low && middle < high) || readings.size() >= MOST_READINGS) {
            return false;
        }
        read(middle);
        final AverageGain.Reading atMiddle = readings.get(middle);
        if (atMiddle == null) {
            return false;
        }
        final Map.Entry<Double, AverageGain.Reading> between = Map.entry(middle, atMiddle);
        return clear(from, between) && clear(between, to);
    }
}
