package io.github.breakranks.signaling;

import io.github.breakranks.answer.Fraction;
import io.github.breakranks.internal.ExactLinearProgram;
import io.github.breakranks.internal.ExactLinearProgram.Cut;
import io.github.breakranks.internal.ExactLinearProgram.Infeasible;
import io.github.breakranks.internal.ExactLinearProgram.Row;
import io.github.breakranks.internal.Halted;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Questions about the replies to one message, each a linear program that ends with a point or with a sum of rows that cannot hold.
 *
 * <pre>{@code
 *   B best together    some belief mu >= 0, sum 1, on the types that have the message and with what else is asked of it, at which
 *                      sum_t mu_t (u_R(t,m,b) - u_R(t,m,a))  >= 0  for b in B and all a
 *   reply on B         some rho >= 0 on B, sum 1, at which  sum_a rho_a (u_S(t,m,a) - u*(t))  is >= 0 or <= 0, type by type, as asked
 * }</pre>
 */
final class ReplyPrograms {
    private final SignalingGame game;
    private final int message;
    private final BooleanSupplier mayGoOn;
    private final Fraction[][] gains; // by type, action

    ReplyPrograms(PerfectBayesianEquilibrium equilibrium, int message, BooleanSupplier mayGoOn) {
        this.game = equilibrium.game();
        this.message = message;
        this.mayGoOn = mayGoOn;
        this.gains = new Fraction[game.types().size()][game.actions().size()];
        for (int t = 0; t < gains.length; t++) {
            for (int a = 0; a < gains[t].length; a++) {
                gains[t][a] = game.sender(t, message, a).minus(equilibrium.payoff(t));
            }
        }
    }

    /** What a type gains by the message with an action, over what it has. */
    Fraction gain(int type, int action) {
        return gains[type][action];
    }

    /** One entry a type, 0 so far. */
    List<Fraction> onTypes() {
        return new ArrayList<>(Collections.nCopies(gains.length, Fraction.ZERO));
    }

    /** The largest sets of actions that are best together at some belief at which each of these sums is at most 0. */
    List<Integer> bestTogether(List<List<Fraction>> atMostZero) {
        final List<Integer> sets = new ArrayList<>();
        grow(0, 0, atMostZero, sets);
        return sets.stream()
                .filter(set -> sets.stream().noneMatch(larger -> !larger.equals(set) && (larger & set) == set))
                .toList();
    }

    private void grow(int set, int next, List<List<Fraction>> atMostZero, List<Integer> sets) {
        final int all = set | (1 << game.actions().size()) - (1 << next);
        if (all != 0 && bestTogether(all, atMostZero)) {
            sets.add(all); // and with it all that lies within
            return;
        }
        if (set != 0) {
            sets.add(set);
        }
        for (int a = next; a < game.actions().size(); a++) {
            if (bestTogether(set | 1 << a, atMostZero)) {
                grow(set | 1 << a, a + 1, atMostZero, sets);
            }
        }
    }

    private boolean bestTogether(int set, List<List<Fraction>> atMostZero) {
        final List<Row> rows = new ArrayList<>();
        for (List<Fraction> sum : atMostZero) {
            rows.add(atMost(sum));
        }
        for (int t = 0; t < gains.length; t++) {
            if (!game.available(t, message)) {
                final List<Fraction> none = onTypes();
                none.set(t, Fraction.ONE);
                rows.add(atMost(none));
            }
        }
        final int first = Integer.numberOfTrailingZeros(set);
        for (int a = 0; a < game.actions().size(); a++) {
            final List<Fraction> more = new ArrayList<>();
            for (int t = 0; t < gains.length; t++) {
                more.add(game.receiver(t, message, a).minus(game.receiver(t, message, first)));
            }
            rows.add(atMost(more));
            if ((set >>> a & 1) != 0) {
                rows.add(atMost(more.stream().map(Fraction::negated).toList()));
            }
        }
        return possible(gains.length, rows);
    }

    /** Whether on a set of actions there is a reply at which these types gain at least 0 and those at most 0. */
    boolean reply(int set, List<Integer> atLeastZero, List<Integer> atMostZero) {
        final List<Integer> actions = new ArrayList<>();
        for (int a = 0; a < game.actions().size(); a++) {
            if ((set >>> a & 1) != 0) {
                actions.add(a);
            }
        }
        final List<Row> rows = new ArrayList<>();
        for (int t : atMostZero) {
            rows.add(atMost(actions.stream().map(a -> gains[t][a]).toList()));
        }
        for (int t : atLeastZero) {
            rows.add(atMost(actions.stream().map(a -> gains[t][a].negated()).toList()));
        }
        return possible(actions.size(), rows);
    }

    private static Row atMost(List<Fraction> sum) {
        return Row.atMost(BigInteger.ZERO, whole(sum));
    }

    private static BigInteger[] whole(List<Fraction> sum) {
        BigInteger factor = BigInteger.ONE;
        for (Fraction each : sum) {
            factor = factor.multiply(each.denominator());
        }
        final BigInteger common = factor;
        return sum.stream()
                .map(each -> each.numerator().multiply(common.divide(each.denominator())))
                .toArray(BigInteger[]::new);
    }

    private boolean possible(int variables, List<Row> rows) {
        final BigInteger[] ones = new BigInteger[variables];
        Arrays.fill(ones, BigInteger.ONE);
        final BigInteger[] nothing = new BigInteger[variables];
        Arrays.fill(nothing, BigInteger.ZERO);
        rows.add(Row.exactly(BigInteger.ONE, ones));
        final ExactLinearProgram.Outcome outcome =
                ExactLinearProgram.maximize(nothing, rows).solve(mayGoOn);
        if (outcome instanceof Cut) {
            throw new Halted();
        }
        return !(outcome instanceof Infeasible);
    }
}
