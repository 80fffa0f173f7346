package io.github.breakranks.equilibrium;

import io.github.breakranks.answer.Fraction;
import io.github.breakranks.game.NormalFormGame;
import io.github.breakranks.internal.ExactLinearProgram;
import io.github.breakranks.internal.ExactLinearProgram.Row;
import io.github.breakranks.internal.Quotients;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Judges one player's actions in a game: dominated by what, or a best one under which belief.
 *
 * <pre>{@code
 *   d(a, s)   = u(a, s) - u(b, s)                    b judged, s what the others do
 *   strictly    max v     sum_a sigma(a) d(a, s) >= v   for all s, sigma adds up to 1        dominated <=> v > 0
 *   weakly      max sum_s sum_a sigma(a) d(a, s)        each inner sum >= 0, sigma at most 1  dominated <=> above 0
 * }</pre>
 *
 * <p>Where the best is not above 0, the dual of the first is a belief, and that of the second plus one in each case a belief without
 * zeros, under which b is best.
 */
final class DominatedActions {
    private final NormalFormGame game;
    private final int player;
    private final DominanceSolver settings;
    private final int[] cases; // what the others may do: indices at which the player takes his first action
    private final int[]
            best; // by action, the first case in which it is a best one, and the only one if weak dominance counts; -1:
    // none

    /** Either what dominates, by action, or a belief under which the action is best, or neither where mixtures are not tried. */
    record Verdict(
            Fraction @Nullable [] mixture,
            boolean strictly,
            @Nullable Belief belief) {}

    DominatedActions(NormalFormGame game, int player, DominanceSolver settings) {
        this.game = game;
        this.player = player;
        this.settings = settings;
        this.cases = cases(game, player);
        this.best = new int[game.actions(player)];
        Arrays.fill(best, -1);
        for (final int at : cases) {
            mark(at);
        }
    }

    static int[] cases(NormalFormGame game, int player) {
        final int stride = game.stride(player);
        final int block = stride * game.actions(player);
        final int[] cases = new int[game.profiles() / game.actions(player)];
        int next = 0;
        for (int start = 0; start < game.profiles(); start += block) {
            for (int others = 0; others < stride; others++) {
                cases[next++] = start + others;
            }
        }
        return cases;
    }

    private int at(int action, int others) {
        return others + action * game.stride(player);
    }

    /** Notes who is best here; where weak dominance counts, only who is alone so. */
    private void mark(int others) {
        int leader = 0;
        boolean alone = true;
        for (int action = 1; action < best.length; action++) {
            final int compared = game.compareAt(player, at(action, others), at(leader, others));
            alone = compared > 0 || alone && compared < 0;
            leader = compared > 0 ? action : leader;
        }
        for (int action = leader; action < best.length; action++) {
            final boolean ties = game.compareAt(player, at(action, others), at(leader, others)) == 0;
            if (ties && best[action] < 0 && (alone || !settings.weakly())) {
                best[action] = others;
            }
        }
    }

    /** The verdict on an action, null if there was no time for it. */
    @Nullable
    Verdict judge(int action, BooleanSupplier mayGoOn) {
        if (best[action] >= 0) {
            return new Verdict(null, false, Belief.sure(best[action]));
        }
        for (int other = 0; other < best.length; other++) {
            final int how = other == action ? -1 : dominates(other, action);
            if (how >= (settings.weakly() ? 1 : 2)) {
                final Fraction[] mixture = new Fraction[best.length];
                Arrays.fill(mixture, Fraction.ZERO);
                mixture[other] = Fraction.ONE;
                return new Verdict(mixture, how == 2, null);
            }
        }
        if (!settings.mixtures()) {
            return new Verdict(null, false, null);
        }
        return settings.weakly() ? byWeakMixture(action, mayGoOn) : byMixture(action, mayGoOn);
    }

    /** 2 where one action earns more in all cases, 1 where in some and never less, 0 where the same in all, -1 where less in some. */
    private int dominates(int one, int other) {
        boolean always = true;
        boolean ever = false;
        for (final int others : cases) {
            final int compared = game.compareAt(player, at(one, others), at(other, others));
            if (compared < 0) {
                return -1;
            }
            always &= compared > 0;
            ever |= compared > 0;
        }
        return always ? 2 : ever ? 1 : 0;
    }

    /** By how much a mixture's parts differ from the action judged, in each case; whole multiples of one unit. */
    private BigInteger[] differences(int action, int others, int room) {
        final BigInteger[] factors = new BigInteger[best.length + room];
        Arrays.fill(factors, BigInteger.ZERO);
        final BigInteger judged = game.numeratorAt(player, at(action, others));
        for (int other = 0; other < best.length; other++) {
            factors[other] = game.numeratorAt(player, at(other, others)).subtract(judged);
        }
        return factors;
    }

    private @Nullable Verdict byMixture(int action, BooleanSupplier mayGoOn) {
        final List<Row> rows = new ArrayList<>();
        for (final int others : cases) {
            final BigInteger[] factors = differences(action, others, 1);
            factors[best.length] = BigInteger.ONE.negate();
            rows.add(Row.atLeast(BigInteger.ZERO, factors));
        }
        final BigInteger[] sum = new BigInteger[best.length + 1];
        Arrays.fill(sum, BigInteger.ONE);
        sum[best.length] = BigInteger.ZERO;
        rows.add(Row.exactly(BigInteger.ONE, sum));
        final BigInteger[] objective = new BigInteger[best.length + 1];
        Arrays.fill(objective, BigInteger.ZERO);
        objective[best.length] = BigInteger.ONE;
        final boolean[] free = new boolean[best.length + 1];
        free[best.length] = true;
        final ExactLinearProgram.Outcome outcome =
                ExactLinearProgram.maximize(objective, rows, free).solve(mayGoOn);
        if (!(outcome instanceof ExactLinearProgram.Optimal optimal)) {
            return null;
        }
        return optimal.x().signum(best.length) > 0
                ? new Verdict(mixture(optimal.x()), true, null)
                : new Verdict(null, false, belief(optimal.y(), BigInteger.ZERO));
    }

    private @Nullable Verdict byWeakMixture(int action, BooleanSupplier mayGoOn) {
        final List<Row> rows = new ArrayList<>();
        final BigInteger[] objective = new BigInteger[best.length];
        Arrays.fill(objective, BigInteger.ZERO);
        for (final int others : cases) {
            final BigInteger[] factors = differences(action, others, 0);
            Arrays.setAll(objective, other -> objective[other].add(factors[other]));
            rows.add(Row.atLeast(BigInteger.ZERO, factors));
        }
        final BigInteger[] sum = new BigInteger[best.length];
        Arrays.fill(sum, BigInteger.ONE);
        rows.add(Row.exactly(BigInteger.ONE, sum));
        final ExactLinearProgram.Outcome outcome =
                ExactLinearProgram.maximize(objective, rows).solve(mayGoOn);
        if (!(outcome instanceof ExactLinearProgram.Optimal optimal)) {
            return null;
        }
        return optimal.x().times(objective).signum() > 0
                ? new Verdict(mixture(optimal.x()), strict(action, optimal.x()), null)
                : new Verdict(null, false, belief(optimal.y(), optimal.y().denominator()));
    }

    private Fraction[] mixture(Quotients x) {
        final Fraction[] mixture = new Fraction[best.length];
        Arrays.setAll(mixture, other -> new Fraction(x.numerators()[other], x.denominator()));
        return mixture;
    }

    /** Whether the mixture earns more in every case. */
    private boolean strict(int action, Quotients x) {
        for (final int others : cases) {
            if (x.times(differences(action, others, 0)).signum() == 0) {
                return false;
            }
        }
        return true;
    }

    private Belief belief(Quotients y, BigInteger more) {
        final BigInteger[] weights = new BigInteger[cases.length];
        Arrays.setAll(weights, row -> y.numerators()[row].add(more));
        return new Belief(cases, weights);
    }
}
