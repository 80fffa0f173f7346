package io.github.breakranks.equilibrium;

import io.github.breakranks.answer.Certificate;
import io.github.breakranks.answer.Fraction;
import io.github.breakranks.game.NormalFormGame;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * Plays iterated dominance again from its reasons: each action struck out earns less than its mixture against all that was left then, and
 * each one left is best under its belief, or beaten by no other action where mixtures were not tried.
 */
final class DominanceVerifier {
    private final Undominated claim;
    private final NormalFormGame game;
    private final boolean[][] alive; // by player and action

    private DominanceVerifier(Undominated claim) {
        this.claim = claim;
        this.game = claim.game();
        this.alive = new boolean[game.players()][];
        Arrays.setAll(alive, player -> {
            final boolean[] all = new boolean[game.actions(player)];
            Arrays.fill(all, true);
            return all;
        });
    }

    static Certificate certify(Undominated claim) {
        final DominanceVerifier verifier = new DominanceVerifier(claim);
        final String mistake = verifier.mistake();
        return mistake.isEmpty()
                ? new Certificate.Proven(
                        "each action struck out earns less than its mixture, and each one left is "
                                + (claim.settings().mixtures()
                                        ? "best under a belief"
                                        : "dominated by no other action"),
                        List.of())
                : new Certificate.Unproven(mistake);
    }

    private String mistake() {
        int next = 0;
        while (next < claim.eliminations().size()) {
            final int round = claim.eliminations().get(next).round();
            final List<Elimination> together = new ArrayList<>();
            while (next < claim.eliminations().size()
                    && claim.eliminations().get(next).round() == round) {
                together.add(claim.eliminations().get(next++));
            }
            for (final Elimination gone : together) {
                if (!dominated(gone)) {
                    return "checked again, action " + gone.action() + " of player " + gone.player()
                            + " is not dominated";
                }
            }
            together.forEach(gone -> alive[gone.player()][gone.action()] = false);
        }
        for (int player = 0; player < game.players(); player++) {
            for (int action = 0; action < game.actions(player); action++) {
                if (alive[player][action] != claim.keeps(player, action)) {
                    return "action " + action + " of player " + player + " went without a reason";
                }
                if (alive[player][action] && !justified(player, action)) {
                    return "checked again, action " + action + " of player " + player
                            + " has no belief under which it is best";
                }
            }
        }
        return "";
    }

    /** Earns less than its mixture in all cases left, or in some and in none more where that is what was claimed. */
    private boolean dominated(Elimination gone) {
        Fraction sum = Fraction.ZERO;
        for (int action = 0; action < gone.mixture().size(); action++) {
            final Fraction chance = gone.mixture().get(action);
            if (chance.signum() < 0 || chance.signum() > 0 && !alive[gone.player()][action]) {
                return false;
            }
            sum = sum.plus(chance);
        }
        if (!sum.equals(Fraction.ONE) || !gone.strictly() && !claim.settings().weakly()) {
            return false;
        }
        final boolean[] ever = new boolean[1];
        final boolean never = everyCase(gone.player(), index -> {
            final int sign = advantage(gone, index);
            ever[0] |= sign > 0;
            return gone.strictly() ? sign > 0 : sign >= 0;
        });
        return never && ever[0];
    }

    private int advantage(Elimination gone, int index) {
        final int player = gone.player();
        final int stride = game.stride(player);
        final int whole = gone.mixture().indexOf(Fraction.ONE);
        if (whole >= 0) {
            return game.compareAt(player, index + whole * stride, index + gone.action() * stride);
        }
        Fraction earned = Fraction.ZERO;
        for (int action = 0; action < gone.mixture().size(); action++) {
            final Fraction chance = gone.mixture().get(action);
            if (chance.signum() > 0) {
                earned = earned.plus(chance.times(game.exactPayoffAt(player, index + action * stride)));
            }
        }
        return earned.compareTo(game.exactPayoffAt(player, index + gone.action() * stride));
    }

    /** Whether something holds in all combinations of what the others have left, each given by its index at the player's first action. */
    private boolean everyCase(int player, IntPredicate holds) {
        final int[] chosen = new int[game.players()];
        return everyCase(player, 0, chosen, holds);
    }

    private boolean everyCase(int player, int from, int[] chosen, IntPredicate holds) {
        if (from == chosen.length) {
            return holds.test(game.index(chosen));
        }
        if (from == player) {
            chosen[from] = 0;
            return everyCase(player, from + 1, chosen, holds);
        }
        for (int action = 0; action < game.actions(from); action++) {
            chosen[from] = action;
            if (alive[from][action] && !everyCase(player, from + 1, chosen, holds)) {
                return false;
            }
        }
        return true;
    }

    private boolean justified(int player, int action) {
        final Belief belief = claim.beliefOf(player, action);
        if (belief == null) {
            return !claim.settings().mixtures() && !beaten(player, action);
        }
        for (final int index : belief.cases()) {
            final int[] chosen = game.chosen(index);
            for (int other = 0; other < chosen.length; other++) {
                if (other == player ? chosen[other] != 0 : !alive[other][chosen[other]]) {
                    return false;
                }
            }
        }
        // a belief that leaves a case out speaks for an action only where no other is as good
        final boolean alone = claim.settings().weakly() && belief.cases().length < cases(player);
        for (int other = 0; other < game.actions(player); other++) {
            final boolean rival = other != action && alive[player][other];
            if (rival && gains(player, new int[] {action, other}, belief) > (alone ? -1 : 0)) {
                return false;
            }
        }
        return Arrays.stream(belief.weights()).allMatch(weight -> weight.signum() > 0);
    }

    /** In how many ways the others can do what they have left. */
    private long cases(int player) {
        long cases = 1;
        for (int other = 0; other < alive.length; other++) {
            cases *= other == player ? 1 : claim.kept(other).length;
        }
        return cases;
    }

    /** The sign of what the second action earns more than the first under a belief. */
    private int gains(int player, int[] pair, Belief belief) {
        BigInteger gained = BigInteger.ZERO;
        for (int k = 0; k < belief.cases().length; k++) {
            final int index = belief.cases()[k];
            final BigInteger more = game.numeratorAt(player, index + pair[1] * game.stride(player))
                    .subtract(game.numeratorAt(player, index + pair[0] * game.stride(player)));
            gained = gained.add(more.multiply(belief.weights()[k]));
        }
        return gained.signum();
    }

    private boolean beaten(int player, int action) {
        for (int other = 0; other < game.actions(player); other++) {
            final Elimination trial = new Elimination(
                    0,
                    player,
                    action,
                    List.of(onlyOne(player, other)),
                    !claim.settings().weakly());
            if (other != action && alive[player][other] && dominated(trial)) {
                return true;
            }
        }
        return false;
    }

    private Fraction[] onlyOne(int player, int only) {
        final Fraction[] mixture = new Fraction[game.actions(player)];
        Arrays.fill(mixture, Fraction.ZERO);
        mixture[only] = Fraction.ONE;
        return mixture;
    }
}
