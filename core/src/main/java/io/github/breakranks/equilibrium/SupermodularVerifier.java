package io.github.breakranks.equilibrium;

import io.github.breakranks.answer.Certificate;
import io.github.breakranks.answer.Fraction;
import io.github.breakranks.game.NormalFormGame;
import java.util.List;

/**
 * Checks increasing differences in fractions, from the payoffs as they stand in their order, and the two ends by moving one player at a time,
 * which comes to the same ends as moving all at once.
 */
final class SupermodularVerifier {
    private static final int MOST_IN_FRACTIONS = 20_000; // combinations; beyond, the game's own comparison is believed

    private static final int MOST_TURNED = 15; // players

    private SupermodularVerifier() {}

    static Certificate certify(NormalFormGame ordered, int[] least, int... greatest) {
        for (int player = 0; player < ordered.players(); player++) {
            for (int other = 0; other < ordered.players(); other++) {
                if (other != player && !increasing(ordered, player, other)) {
                    return new Certificate.Unproven(
                            "checked again, player " + player + " gains less when player " + other + " does more");
                }
            }
        }
        if (ordered.index(least) != walked(ordered, true) || ordered.index(greatest) != walked(ordered, false)) {
            return new Certificate.Unproven("moved one by one, play comes to other ends");
        }
        return new Certificate.Proven(
                "differences increase in every cell, and moving one by one comes to the same two ends", List.of());
    }

    /** That a game is not supermodular in any such order: the cells named do what is said of them, or every choice of orders fails. */
    static Certificate refutes(NormalFormGame game, Complements.Clash clash) {
        if (clash.risesAt() < 0) {
            return everyChoiceFails(game);
        }
        final boolean shown = change(game, clash.rising(), clash.partnerOfRising(), clash.risesAt())
                                .signum()
                        > 0
                && change(game, clash.falling(), clash.partnerOfFalling(), clash.fallsAt())
                                .signum()
                        < 0;
        return shown
                ? new Certificate.Proven("two cells in which gains change in opposite directions", List.of())
                : new Certificate.Unproven("checked again, the cells named do not clash");
    }

    private static Certificate everyChoiceFails(NormalFormGame game) {
        if (game.players() > MOST_TURNED || game.profiles() > MOST_IN_FRACTIONS) {
            return new Certificate.Unproven("not all choices of orders were tried again");
        }
        final int[][] signs = new int[game.players()][game.players()];
        for (int cell = 0; cell < game.profiles(); cell++) {
            for (int player = 0; player < signs.length; player++) {
                for (int other = 0; other < signs.length; other++) {
                    final int sign = inside(game, player, other, cell)
                            ? change(game, player, other, cell).signum()
                            : 0;
                    signs[player][other] = sign == 0 ? signs[player][other] : sign;
                }
            }
        }
        for (int turned = 0; turned < 1 << signs.length; turned++) {
            if (!fails(signs, turned)) {
                return new Certificate.Unproven(
                        "checked again, turning round players " + Integer.toBinaryString(turned) + " works");
            }
        }
        return new Certificate.Proven(
                "every choice of players to turn round leaves a pair that are no complements", List.of());
    }

    private static boolean fails(int[][] signs, int turned) {
        for (int player = 0; player < signs.length; player++) {
            for (int other = 0; other < signs.length; other++) {
                final boolean across = (turned >> player & 1) != (turned >> other & 1);
                if (signs[player][other] * (across ? -1 : 1) < 0) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean inside(NormalFormGame game, int player, int other, int cell) {
        return player != other
                && cell / game.stride(player) % game.actions(player) + 1 < game.actions(player)
                && cell / game.stride(other) % game.actions(other) + 1 < game.actions(other);
    }

    /** By how much a player's gain from a step up changes when the other takes one. */
    private static Fraction change(NormalFormGame game, int player, int other, int cell) {
        return step(game, player, cell + game.stride(other)).minus(step(game, player, cell));
    }

    private static Fraction step(NormalFormGame game, int player, int cell) {
        return game.exactPayoffAt(player, cell + game.stride(player)).minus(game.exactPayoffAt(player, cell));
    }

    private static boolean increasing(NormalFormGame game, int player, int other) {
        final boolean few = game.profiles() <= MOST_IN_FRACTIONS;
        final int own = game.stride(player);
        final int theirs = game.stride(other);
        for (int cell = 0; cell < game.profiles(); cell++) {
            if (inside(game, player, other, cell)
                    && (few
                            ? change(game, player, other, cell).signum() < 0
                            : game.compareGains(player, cell, cell + theirs, cell + own, cell + own + theirs) > 0)) {
                return false;
            }
        }
        return true;
    }

    /** One player at a time, from an end, until nobody moves: the index of where that is. */
    private static int walked(NormalFormGame game, boolean up) {
        int index = up ? 0 : game.profiles() - 1;
        boolean moved = true;
        while (moved) {
            moved = false;
            for (int player = game.players() - 1; player >= 0; player--) {
                final int best = bestFrom(game, player, index, up);
                moved |= best != index;
                index = best;
            }
        }
        return index;
    }

    /** The nearest best reply to where he stands, up or down from there: further back there is none. */
    private static int bestFrom(NormalFormGame game, int player, int index, boolean up) {
        final int stride = up ? game.stride(player) : -game.stride(player);
        final int action = game.chosen(index)[player];
        final int steps = up ? game.actions(player) - 1 - action : action;
        int best = index;
        for (int step = 1; step <= steps; step++) {
            if (game.compareAt(player, index + step * stride, best) > 0) {
                best = index + step * stride;
            }
        }
        return best;
    }
}
