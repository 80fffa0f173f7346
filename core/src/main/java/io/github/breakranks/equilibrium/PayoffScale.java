package io.github.breakranks.equilibrium;

import io.github.breakranks.game.NormalFormGame;
import java.util.Arrays;

/**
 * How small payoffs are that matter to somebody: what is little beside the largest payoff of a game may be all there is to him who never gets
 * that.
 */
final class PayoffScale {
    private PayoffScale() {}

    /** Over players and actions, the least that what the others do makes of a difference to it, where it makes any; else the largest payoff, in size. */
    static double least(NormalFormGame game) {
        double least = Double.MAX_VALUE;
        double largest = 0;
        boolean any = false;
        for (int player = 0; player < game.players(); player++) {
            final double[] low = new double[game.actions(player)];
            final double[] high = new double[low.length];
            Arrays.fill(low, Double.POSITIVE_INFINITY);
            Arrays.fill(high, Double.NEGATIVE_INFINITY);
            for (int index = 0; index < game.profiles(); index++) {
                final int action = index / game.stride(player) % low.length;
                final double payoff = game.payoffAt(player, index);
                low[action] = Math.min(low[action], payoff);
                high[action] = Math.max(high[action], payoff);
                largest = Math.max(largest, Math.abs(payoff));
            }
            for (int action = 0; action < low.length; action++) {
                if (high[action] > low[action]) {
                    any = true;
                    least = Math.min(least, high[action] - low[action]); // may be infinite
                }
            }
        }
        return any ? least : largest;
    }
}
