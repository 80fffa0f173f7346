package io.github.breakranks.equilibrium;

import io.github.breakranks.answer.Fraction;
import io.github.breakranks.game.NormalFormGame;
import io.github.breakranks.game.StrategyProfile;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/**
 * Keeps, of the mixtures that a search comes across, those of the least regret: what is left to return when it is stopped.
 *
 * <p>They are compared in doubles. The one kept is rounded to forty bits, and its regret then computed in fractions. A pure profile, where both
 * reply in turn, and the mixture of all actions alike are compared from the start. Cost: a product for each payoff of an action that is mixed.
 */
final class LeastRegret {
    private static final int BITS = 40; // of a chance

    private final NormalFormGame game;
    private final double[][] payoffs =
            new double[2][]; // by the other's action, then by the own; the largest from 1 to 2 in size
    private final double[][] ranges = new double[2][]; // of a player's payoffs, by the other's action
    private double[][] best;
    private double least = Double.POSITIVE_INFINITY;

    /** Begins with a pure profile, which stands if doubles cannot tell. */
    LeastRegret(NormalFormGame game) {
        this.game = game;
        read();
        final StrategyProfile start = startingPoint(game).profile();
        this.best = new double[][] {start.chances(0), start.chances(1)};
        offer(best[0], best[1]);
        final double[][] alike = {new double[game.actions(0)], new double[game.actions(1)]};
        Arrays.fill(alike[0], 1.0 / alike[0].length);
        Arrays.fill(alike[1], 1.0 / alike[1].length);
        offer(alike[0], alike[1]);
    }

    /** A best reply to a best reply to the second player's first action. */
    static NashEquilibrium startingPoint(NormalFormGame game) {
        final int row = bestReply(game, 0, 0);
        return NashEquilibrium.of(game, StrategyProfile.pure(game.shape(), row, bestReply(game, 1, row)));
    }

    private static int bestReply(NormalFormGame game, int player, int other) {
        final int start = other * game.stride(1 - player);
        int best = 0;
        for (int action = 1; action < game.actions(player); action++) {
            final int stride = game.stride(player);
            best = game.compareAt(player, start + action * stride, start + best * stride) > 0 ? action : best;
        }
        return best;
    }

    /** By player, his payoffs over one number for both, so that none is large. */
    private IntToDoubleFunction[] scaled() {
        final IntToDoubleFunction[] scaled = new IntToDoubleFunction[2];
        if (game.fitsDoubles()) {
            double most = Double.MIN_NORMAL;
            for (int index = 0; index < game.profiles(); index++) {
                most = Math.max(most, Math.max(Math.abs(game.payoffAt(0, index)), Math.abs(game.payoffAt(1, index))));
            }
            final int exponent = Math.getExponent(most);
            Arrays.setAll(scaled, player -> index -> Math.scalb(game.payoffAt(player, index), -exponent));
            return scaled;
        }
        Fraction most = Fraction.ZERO;
        for (int index = 0; index < game.profiles(); index++) {
            for (int player = 0; player < 2; player++) {
                final Fraction payoff = game.exactPayoffAt(player, index);
                most = most.max(payoff.signum() < 0 ? payoff.negated() : payoff);
            }
        }
        final Fraction largest = most;
        Arrays.setAll(
                scaled,
                player ->
                        index -> game.exactPayoffAt(player, index).over(largest).value());
        return scaled;
    }

    private void read() {
        final IntToDoubleFunction[] scaled = scaled();
        for (int player = 0; player < 2; player++) {
            final int own = game.actions(player);
            final int others = game.actions(1 - player);
            payoffs[player] = new double[own * others];
            ranges[player] = new double[others];
            for (int other = 0; other < others; other++) {
                double low = Double.POSITIVE_INFINITY;
                double high = Double.NEGATIVE_INFINITY;
                for (int action = 0; action < own; action++) {
                    final int index = action * game.stride(player) + other * game.stride(1 - player);
                    final double payoff = scaled[player].applyAsDouble(index);
                    payoffs[player][other * own + action] = payoff;
                    low = Math.min(low, payoff);
                    high = Math.max(high, payoff);
                }
                ranges[player][other] = high - low;
            }
        }
    }

    /** Compares mixtures of the game whose payoffs {@link FloatPayoffs} stretches for each action of the other. */
    void offerStretched(double[] row, double[] column) {
        offer(shrunk(row, ranges[1]), shrunk(column, ranges[0]));
    }

    /** What nobody else's payoffs depend on may have any chance. */
    private static double[] shrunk(double[] chances, double[] ranges) {
        final double most = Arrays.stream(ranges).max().orElse(0);
        final double[] shrunk = new double[chances.length];
        double sum = 0;
        for (int k = 0; k < chances.length; k++) {
            shrunk[k] = Math.max(0, chances[k]) * (ranges[k] > 0 ? most / ranges[k] : 1);
            sum += shrunk[k];
        }
        for (int k = 0; k < chances.length; k++) {
            shrunk[k] /= sum;
        }
        return shrunk;
    }

    /** Compares mixtures of the game itself. */
    void offer(double[] row, double[] column) {
        final double worst = Math.max(regret(0, row, column), regret(1, column, row));
        if (worst < least) {
            least = worst;
            best = new double[][] {row, column};
        }
    }

    private double regret(int player, double[] own, double[] other) {
        final double[] earned = new double[own.length];
        for (int k = 0; k < other.length; k++) {
            if (other[k] != 0) {
                for (int action = 0; action < own.length; action++) {
                    earned[action] += other[k] * payoffs[player][k * own.length + action];
                }
            }
        }
        double most = Double.NEGATIVE_INFINITY;
        double mean = 0;
        for (int action = 0; action < own.length; action++) {
            most = Math.max(most, earned[action]);
            mean += own[action] * earned[action];
        }
        return most - mean; // no number where chances are none, and then not below any
    }

    /** What was best, and its regret in fractions. */
    NashEquilibrium exact() {
        return TwoPlayers.of(game, whole(best[0]), whole(best[1]));
    }

    private static BigInteger[] whole(double[] chances) {
        final BigInteger[] weights = new BigInteger[chances.length];
        Arrays.setAll(weights, k -> BigInteger.valueOf(Math.round(Math.scalb(chances[k], BITS))));
        return weights;
    }
}
