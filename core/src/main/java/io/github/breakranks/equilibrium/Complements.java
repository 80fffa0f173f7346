package io.github.breakranks.equilibrium;

import io.github.breakranks.game.NormalFormGame;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Which way each player's step up is worth more or less when another takes one, pair by pair, and whose order of actions to turn round so that
 * it is always more.
 *
 * <p>Turning a player's order round turns the signs of all his pairs. So the players must fall into two sides, pairs within a side being
 * complements and across substitutes; that is a colouring with two colours, found by walking from neighbour to neighbour.
 */
final class Complements {
    /**
     * Why no order of actions makes all complements: one player's gain from a step up grows in one cell with a step of another, and a
     * gain falls in a second cell, his own or that other's about him. Cells are -1 where only a loop of more players clashes.
     */
    record Clash(int rising, int falling, int other, int risesAt, int fallsAt) {
        /** With whose step the gain of the first grows. */
        int partnerOfRising() {
            return rising == falling ? other : falling;
        }

        /** With whose step the gain of the second falls. */
        int partnerOfFalling() {
            return rising == falling ? other : rising;
        }
    }

    private final NormalFormGame game;
    private final int[][] rises; // by player and other: a cell in which the gain grows, -1 where there is none
    private final int[][] falls;
    private @Nullable Clash clash;

    private Complements(NormalFormGame game) {
        this.game = game;
        this.rises = new int[game.players()][game.players()];
        this.falls = new int[game.players()][game.players()];
        for (int player = 0; player < game.players(); player++) {
            Arrays.fill(rises[player], -1);
            Arrays.fill(falls[player], -1);
        }
    }

    /** Reads all cells; null if there was no time. */
    static @Nullable Complements of(NormalFormGame game, BooleanSupplier mayGoOn) {
        final Complements complements = new Complements(game);
        for (int player = 0; player < game.players(); player++) {
            for (int other = 0; other < game.players(); other++) {
                if (!mayGoOn.getAsBoolean()) {
                    return null;
                }
                if (other != player) {
                    complements.read(player, other);
                }
            }
        }
        return complements;
    }

    private void read(int player, int other) {
        final int own = game.stride(player);
        final int theirs = game.stride(other);
        for (int cell = 0; cell < game.profiles(); cell++) {
            if (cell / own % game.actions(player) == game.actions(player) - 1
                    || cell / theirs % game.actions(other) == game.actions(other) - 1) {
                continue; // no step up from here
            }
            final int sign = game.compareGains(player, cell + theirs, cell + theirs + own, cell, cell + own);
            if (sign > 0 && rises[player][other] < 0) {
                rises[player][other] = cell;
            } else if (sign < 0 && falls[player][other] < 0) {
                falls[player][other] = cell;
            }
            if (rises[player][other] >= 0 && falls[player][other] >= 0) {
                return;
            }
        }
    }

    /** Whose order to turn round, as few as can be; null if no choice makes all complements, and then {@link #clash} says why. */
    boolean @Nullable [] turned() {
        final int players = game.players();
        final int[] side = new int[players]; // 0: not reached
        for (int player = 0; player < players; player++) {
            for (int other = 0; other < players; other++) {
                if (rises[player][other] >= 0 && falls[player][other] >= 0) {
                    clash = new Clash(player, player, other, rises[player][other], falls[player][other]);
                    return null;
                }
            }
        }
        final boolean[] turned = new boolean[players];
        for (int first = 0; first < players; first++) {
            if (side[first] == 0 && !walk(first, side, turned)) {
                return null;
            }
        }
        return turned;
    }

    /** Walks through all who are tied to the first; whichever side is smaller is turned. */
    private boolean walk(int first, int[] side, boolean... turned) {
        final Deque<Integer> queue = new ArrayDeque<>();
        final Deque<Integer> reached = new ArrayDeque<>();
        side[first] = 1;
        queue.add(first);
        int balance = 0;
        while (!queue.isEmpty()) {
            final int player = queue.remove();
            reached.add(player);
            balance += side[player];
            for (int other = 0; other < side.length; other++) {
                final int tie = tie(player, other);
                if (tie == 2 || tie != 0 && side[other] == -tie * side[player]) {
                    clash = clash(player, other);
                    return false;
                }
                if (tie != 0 && side[other] == 0) {
                    side[other] = tie * side[player];
                    queue.add(other);
                }
            }
        }
        final int fewer = balance >= 0 ? -1 : 1;
        reached.forEach(player -> turned[player] = side[player] == fewer);
        return true;
    }

    /** 1 for complements, -1 for substitutes, 0 for neither, 2 where the two disagree about each other. */
    private int tie(int player, int other) {
        final int mine = sign(player, other);
        final int theirs = sign(other, player);
        return mine * theirs < 0 ? 2 : mine == 0 ? theirs : mine;
    }

    private int sign(int player, int other) {
        return rises[player][other] >= 0 ? 1 : falls[player][other] >= 0 ? -1 : 0;
    }

    private Clash clash(int player, int other) {
        if (tie(player, other) != 2) {
            return new Clash(player, player, other, -1, -1);
        }
        final int rising = sign(player, other) > 0 ? player : other;
        final int falling = player + other - rising;
        return new Clash(rising, falling, other, rises[rising][falling], falls[falling][rising]);
    }

    /** Why there is no such choice. */
    Clash clash() {
        return Objects.requireNonNull(clash, "clash");
    }
}
