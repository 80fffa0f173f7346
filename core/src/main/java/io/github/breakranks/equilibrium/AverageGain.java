package io.github.breakranks.equilibrium;

import io.github.breakranks.game.SymmetricGame;
import io.github.breakranks.internal.Binomial;

/**
 * What acting gains a player of a symmetric game when each of the others acts with the same chance, with room for every rounding.
 *
 * <pre>{@code
 *   g(p) = sum over m of C(n-1, m) p^m (1-p)^(n-1-m) gain(m)
 * }</pre>
 */
final class AverageGain {
    private static final double ROUNDING =
            0x1p-50; // of a weight, a step away from the likeliest: five roundings and some room
    private static final double NEGLECTED = 1e-31; // of the largest gain, in all weights left out

    private final SymmetricGame game;
    private final double largest;
    private final double steepest; // bound on the slope of g: |slope| <= (n-1) max |gain(m+1) - gain(m)|

    AverageGain(SymmetricGame game) {
        this.game = game;
        double most = 0;
        double step = 0;
        for (int m = 0; m < game.players(); m++) {
            most = Math.max(most, Math.abs(game.gain(m)));
            step = m == 0 ? 0 : Math.max(step, Math.abs(game.gain(m) - game.gain(m - 1)));
        }
        this.largest = most;
        this.steepest = step * (game.players() - 1.0) * (1 + 1e-9);
    }

    double steepest() {
        return steepest;
    }

    /** A value and how far rounding may have moved it. */
    record Reading(double value, double room) {
        /** -1 or 1 where that is sure, else 0. */
        int sign() {
            return Math.abs(value) > room ? (int) Math.signum(value) : 0;
        }

        /** How far from 0 it surely is. */
        double surely() {
            return Math.max(0, Math.abs(value) - room);
        }
    }

    /** At a chance in [0, 1]; at the ends it is the gain when none or all of the others act. */
    Reading at(double chance) {
        final int others = game.players() - 1;
        if (chance == 0 || chance == 1 || others == 0) {
            final double gain = game.gain(chance == 1 ? others : 0);
            return new Reading(gain, 0);
        }
        final double value = Binomial.mean(others, chance, game::gain);
        final double size = Binomial.mean(others, chance, m -> Math.abs(game.gain(m)));
        final double steps = 30 * Math.sqrt(others * chance * (1 - chance)) + 100;
        return new Reading(value, size * (Math.min(steps, others) + 4) * ROUNDING + largest * NEGLECTED);
    }
}
