package io.github.breakranks.equilibrium;

import io.github.breakranks.game.NormalFormGame;
import java.math.BigInteger;

/**
 * A player's payoffs in floating point, brought from 1 to 2 for each action of the other player.
 *
 * <p>What the other's action adds to all payoffs and by how much it stretches them changes the scale of his chances and not who replies
 * best with what, so that payoffs of any size, and of very different sizes, become alike. Only floating-point search sees these numbers.
 */
final class FloatPayoffs {
    private static final int BITS = 60; // of a quotient of whole numbers
    private static final double LEAST_RANGE = 1e-290; // below it doubles lose digits

    private FloatPayoffs() {}

    /** By the other's action, then by the player's own. */
    static double[] of(NormalFormGame game, int player) {
        final int own = game.actions(player);
        final int others = game.actions(1 - player);
        final boolean doubles = game.fitsDoubles();
        final double[] scaled = new double[own * others];
        for (int other = 0; other < others; other++) {
            final Row row = Row.of(game, player, other);
            final boolean done = doubles && inDoubles(row, scaled, other * own);
            if (!done) {
                inWholeNumbers(row, scaled, other * own);
            }
        }
        return scaled;
    }

    /** The payoffs of a player against one action of the other: where they lie, and the least and greatest of them. */
    private record Row(NormalFormGame game, int player, int start, int least, int greatest) {
        static Row of(NormalFormGame game, int player, int other) {
            final int start = other * game.stride(1 - player);
            int least = start;
            int greatest = start;
            for (int action = 1; action < game.actions(player); action++) {
                final int at = start + action * game.stride(player);
                least = game.compareAt(player, at, least) < 0 ? at : least;
                greatest = game.compareAt(player, at, greatest) > 0 ? at : greatest;
            }
            return new Row(game, player, start, least, greatest);
        }

        int at(int action) {
            return start + action * game.stride(player);
        }
    }

    private static boolean inDoubles(Row row, double[] scaled, int from) {
        final double least = row.game.payoffAt(row.player, row.least) / 2;
        final double range = row.game.payoffAt(row.player, row.greatest) / 2 - least; // halves, so that it is finite
        if (!(range > LEAST_RANGE)) {
            return false;
        }
        for (int action = 0; action < row.game.actions(row.player); action++) {
            scaled[from + action] = 1 + (row.game.payoffAt(row.player, row.at(action)) / 2 - least) / range;
        }
        return true;
    }

    private static void inWholeNumbers(Row row, double[] scaled, int from) {
        final BigInteger least = row.game.numeratorAt(row.player, row.least);
        final BigInteger range = row.game.numeratorAt(row.player, row.greatest).subtract(least);
        for (int action = 0; action < row.game.actions(row.player); action++) {
            final BigInteger above =
                    row.game.numeratorAt(row.player, row.at(action)).subtract(least);
            scaled[from + action] = range.signum() == 0
                    ? 1
                    : 1 + Math.scalb(above.shiftLeft(BITS).divide(range).doubleValue(), -BITS);
        }
    }
}
