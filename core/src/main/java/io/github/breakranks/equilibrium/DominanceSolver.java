package io.github.breakranks.equilibrium;

import io.github.breakranks.answer.Answer;
import io.github.breakranks.answer.Certificate;
import io.github.breakranks.answer.Fraction;
import io.github.breakranks.answer.Solver;
import io.github.breakranks.answer.Watch;
import io.github.breakranks.game.NormalFormGame;
import io.github.breakranks.internal.Trace;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Strikes out what nobody sensible does, again and again: actions that are dominated, by one other or by a mixture of others.
 *
 * <pre>{@code
 *   strictly   sum_a sigma(a) u_i(a, s) >  u_i(b, s)      for all s that the others have left
 *   weakly     sum_a sigma(a) u_i(a, s) >= u_i(b, s)      for all of them, and > for one
 * }</pre>
 *
 * <p>In each round all dominated actions of all players go at once. Strictly, what is left does not depend on the order (Gilboa, Kalai and
 * Zemel 1990), and is what is rationalizable: each action left is a best one under some belief about what the others have left (Pearce 1984),
 * a belief in which the others' actions may be correlated where there are three players or more. Weakly, the order matters: the answer is
 * that of these rounds, and another order may leave something else.
 *
 * <p>Exact: an action that is a best one somewhere stays; the others are compared one by one, then by linear programs in whole numbers, whose
 * dual is the belief under which the action is best. Cost: a round compares each pair of a player's actions in all combinations of the
 * others; a program has a row for each such combination.
 *
 * <p>Sources: D. Pearce (1984), Econometrica 52:1029, doi 10.2307/1911197; B. D. Bernheim (1984), Econometrica 52:1007, doi 10.2307/1911196;
 * I. Gilboa, E. Kalai and E. Zemel (1990), Operations Research Letters 9:85.
 *
 * @param weakly   whether actions that are only weakly dominated go as well
 * @param mixtures whether mixtures are tried, not only single actions
 */
public record DominanceSolver(boolean weakly, boolean mixtures) implements Solver<NormalFormGame, Undominated> {

    /** The solver: strict dominance, by mixtures too. */
    public static DominanceSolver solver() {
        return new DominanceSolver(false, true);
    }

    /** This solver for weak dominance. */
    public DominanceSolver weak() {
        return new DominanceSolver(true, mixtures);
    }

    /** This solver with single actions only: quicker, and more may be left. */
    public DominanceSolver withoutMixtures() {
        return new DominanceSolver(weakly, false);
    }

    @Override
    public Answer<Undominated> solve(NormalFormGame game, Watch watch) {
        Objects.requireNonNull(game, "game");
        Objects.requireNonNull(watch, "watch");
        final int[][] kept = new int[game.players()][];
        Arrays.setAll(kept, player -> IntStream.range(0, game.actions(player)).toArray());
        final List<Elimination> struck = new ArrayList<>();
        while (true) {
            final Round round = round(game, kept, struck, watch);
            if (round == null) {
                final String why = watch.mayGoOn() ? "a linear program was cut short" : watch.why();
                final Undominated left = new Undominated(this, game, kept, struck, new Belief[0][]);
                return new Answer.Stopped<>(left, new Certificate.Unproven(why), why, "raise the limit");
            }
            if (round.struck.isEmpty()) {
                final Undominated left = new Undominated(this, game, kept, struck, round.beliefs);
                return new Answer.Found<>(left, DominanceVerifier.certify(left));
            }
            struck.addAll(round.struck);
            for (final Elimination gone : round.struck) {
                kept[gone.player()] = Arrays.stream(kept[gone.player()])
                        .filter(action -> action != gone.action())
                        .toArray();
            }
            Trace.debug(() -> "dominance: " + struck.size() + " actions struck out");
        }
    }

    /** What goes, and for those who stay under which belief; null entries where none was looked for. */
    private record Round(List<Elimination> struck, @Nullable Belief[][] beliefs) {}

    private @Nullable Round round(NormalFormGame game, int[][] kept, List<Elimination> before, Watch watch) {
        final int number = before.isEmpty() ? 1 : before.get(before.size() - 1).round() + 1;
        final NormalFormGame left = game.withActions(kept);
        final List<Elimination> struck = new ArrayList<>();
        final @Nullable Belief[][] beliefs = new Belief[game.players()][];
        for (int player = 0; player < game.players(); player++) {
            beliefs[player] = new Belief[kept[player].length];
            final DominatedActions search = new DominatedActions(left, player, this);
            for (int action = 0; action < kept[player].length; action++) {
                final DominatedActions.Verdict verdict = watch.mayGoOn() ? search.judge(action, watch::mayGoOn) : null;
                if (verdict == null) {
                    return null;
                }
                if (verdict.mixture() != null) {
                    final Fraction[] mixture = lifted(verdict.mixture(), kept[player], game.actions(player));
                    struck.add(new Elimination(
                            number, player, kept[player][action], List.of(mixture), verdict.strictly()));
                } else if (verdict.belief() != null) {
                    beliefs[player][action] = lifted(player, kept, game, left, verdict.belief());
                }
            }
        }
        return new Round(struck, beliefs);
    }

    /** A mixture of the actions left, as one of all actions. */
    private static Fraction[] lifted(Fraction[] mixture, int[] kept, int actions) {
        final Fraction[] lifted = new Fraction[actions];
        Arrays.fill(lifted, Fraction.ZERO);
        for (int k = 0; k < kept.length; k++) {
            lifted[kept[k]] = mixture[k];
        }
        return lifted;
    }

    /** A belief about the game left, as one about the game as given. */
    private static Belief lifted(int owner, int[][] kept, NormalFormGame game, NormalFormGame left, Belief belief) {
        final List<Integer> cases = new ArrayList<>();
        final List<BigInteger> weights = new ArrayList<>();
        for (int k = 0; k < belief.cases().length; k++) {
            if (belief.weights()[k].signum() > 0) {
                final int[] chosen = left.chosen(belief.cases()[k]);
                int index = 0;
                for (int player = 0; player < chosen.length; player++) {
                    index += player == owner ? 0 : kept[player][chosen[player]] * game.stride(player);
                }
                cases.add(index);
                weights.add(belief.weights()[k]);
            }
        }
        return new Belief(cases.stream().mapToInt(Integer::intValue).toArray(), weights.toArray(BigInteger[]::new));
    }
}
