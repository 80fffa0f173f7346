package io.github.breakranks.equilibrium;

import io.github.breakranks.answer.Fraction;
import io.github.breakranks.game.NormalFormGame;
import io.github.breakranks.game.Regret;
import io.github.breakranks.game.StrategyProfile;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Brings a point that nearly solves the equations of a support to the last digit: Newton's steps in floating point from residuals computed
 * exactly in fractions.
 */
final class SupportPolish {
    private static final int MOST_STEPS = 5;
    private static final int LARGEST_DENOMINATOR_BITS = 20;
    private static final double TRACE = 1e-9;
    private static final int MOST_PARTS = 60;
    private static final double[] ROUNDINGS = {1e-6, 1e-4, 3e-3};

    private SupportPolish() {}

    /** The profile, exact where its chances are recognised as fractions that nobody regrets; null if it leaves the support. */
    static @Nullable StrategyProfile of(
            NormalFormGame game, PayoffBounds payoffs, SupportEquations system, double[][] start) {
        double[][] now = start;
        for (int round = 0; round < MOST_STEPS; round++) {
            if (!positive(now)) {
                return null;
            }
            final double[][] missed = KrawczykProof.exactResidual(game, payoffs, system.supports(), now);
            final double[] middle = new double[missed[0].length];
            Arrays.setAll(middle, row -> (missed[0][row] + missed[1][row]) / 2);
            final double[][] next = system.step(now, middle);
            if (next == null) {
                break;
            }
            final double moved = SupportEquations.distance(now, next);
            now = next;
            if (moved < 1e-17) {
                break;
            }
        }
        if (!positive(now)) {
            return null;
        }
        final StrategyProfile rational = rational(game, system.supports(), now);
        return rational != null ? rational : profile(game, system.supports(), now);
    }

    /** The same on the support without chances that are next to nothing; null where there are none, or where it is left. */
    static @Nullable StrategyProfile withoutTraces(NormalFormGame game, PayoffBounds payoffs, StrategyProfile near) {
        final int[][] supports = new int[near.players()][];
        boolean less = false;
        for (int player = 0; player < supports.length; player++) {
            final double[] chances = near.chances(player);
            supports[player] = Arrays.stream(near.support(player))
                    .filter(action -> chances[action] > TRACE)
                    .toArray();
            less |= supports[player].length < near.support(player).length;
        }
        return less
                ? of(
                        game,
                        payoffs,
                        new SupportEquations(payoffs, supports, supports),
                        KrawczykProof.taken(near, supports))
                : null;
    }

    private static boolean positive(double[][] chances) {
        for (final double[] of : chances) {
            double sum = 0;
            for (int k = 0; k < of.length; k++) {
                if (!(of[k] > 0)) {
                    return false;
                }
                sum += k + 1 < of.length ? of[k] : 0;
            }
            if (!(sum < 1)) {
                return false;
            }
        }
        return true;
    }

    private static StrategyProfile profile(NormalFormGame game, int[][] supports, double[][] point) {
        final double[][] chances = new double[supports.length][];
        for (int player = 0; player < supports.length; player++) {
            chances[player] = new double[game.actions(player)];
            for (int k = 0; k < supports[player].length; k++) {
                chances[player][supports[player][k]] = supports[player].length == 1 ? 1 : point[player][k];
            }
        }
        return StrategyProfile.of(chances);
    }

    /** The nearest simple fractions, if nobody regrets them. */
    static @Nullable StrategyProfile rational(NormalFormGame game, int[][] supports, double[][] point) {
        final Fraction[][] chances = new Fraction[supports.length][];
        for (int player = 0; player < supports.length; player++) {
            chances[player] = new Fraction[game.actions(player)];
            Arrays.fill(chances[player], Fraction.ZERO);
            Fraction rest = Fraction.ONE;
            final int last = supports[player].length - 1;
            for (int k = 0; k < last; k++) {
                final Fraction chance = Fraction.nearest(point[player][k]);
                if (chance.denominator().bitLength() > LARGEST_DENOMINATOR_BITS) {
                    return null;
                }
                chances[player][supports[player][k]] = chance;
                rest = rest.minus(chance);
            }
            if (rest.signum() <= 0) {
                return null;
            }
            chances[player][supports[player][last]] = rest;
        }
        final StrategyProfile profile = StrategyProfile.of(chances);
        return Regret.of(game, profile).none() ? profile : null;
    }

    /** Play rounded to multiples of a small fraction by player, where nobody regrets it; null where no such rounding is known. */
    static @Nullable StrategyProfile simple(NormalFormGame game, double[][] play) {
        for (final double within : ROUNDINGS) {
            final Fraction[][] chances = new Fraction[play.length][];
            boolean all = true;
            for (int player = 0; player < play.length && all; player++) {
                chances[player] = multiples(play[player], within);
                all = chances[player].length > 0;
            }
            final StrategyProfile profile = all ? StrategyProfile.of(chances) : null;
            if (profile != null && Regret.of(game, profile).none()) {
                return profile;
            }
        }
        return null;
    }

    private static Fraction[] multiples(double[] chances, double within) {
        for (int parts = 1; parts <= MOST_PARTS; parts++) {
            final Fraction[] rounded = new Fraction[chances.length];
            long sum = 0;
            boolean close = true;
            for (int k = 0; k < chances.length; k++) {
                final long part = Math.round(chances[k] * parts);
                close &= Math.abs(chances[k] - (double) part / parts) <= within;
                rounded[k] = Fraction.of(part, parts);
                sum += part;
            }
            if (close && sum == parts) {
                return rounded;
            }
        }
        return new Fraction[0];
    }
}
