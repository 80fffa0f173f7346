package io.github.breakranks.internal;

import io.github.breakranks.internal.ExactLinearProgram.Infeasible;
import io.github.breakranks.internal.ExactLinearProgram.Optimal;
import io.github.breakranks.internal.ExactLinearProgram.Outcome;
import io.github.breakranks.internal.ExactLinearProgram.Row;
import io.github.breakranks.internal.ExactLinearProgram.Unbounded;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.function.BooleanSupplier;

/** Multiplies out what the end of a linear program claims, from the program alone. */
public final class LinearProof {
    private LinearProof() {}

    /** Whether the numbers bear the claim out; of a program that was cut nothing is claimed. */
    public static boolean holds(ExactLinearProgram program, Outcome outcome) {
        return holds(program, outcome, () -> true);
    }

    /** The same; {@link Halted} is thrown where it may not go on, which is asked for each row. */
    static boolean holds(ExactLinearProgram program, Outcome outcome, BooleanSupplier mayGoOn) {
        if (outcome instanceof Optimal optimal) {
            return feasible(program, optimal.x(), mayGoOn)
                    && priced(program, optimal.y(), BigInteger.ONE, mayGoOn)
                    && value(program, optimal.x())
                            .multiply(optimal.y().denominator())
                            .equals(worth(program, optimal.y())
                                    .multiply(optimal.x().denominator()));
        }
        if (outcome instanceof Infeasible infeasible) {
            return priced(program, infeasible.y(), BigInteger.ZERO, mayGoOn)
                    && worth(program, infeasible.y()).signum() < 0;
        }
        if (outcome instanceof Unbounded unbounded) {
            return feasible(program, unbounded.x(), mayGoOn)
                    && keeps(program, unbounded.ray(), BigInteger.ZERO, mayGoOn)
                    && value(program, unbounded.ray()).signum() > 0;
        }
        return true;
    }

    private static boolean feasible(ExactLinearProgram program, Quotients x, BooleanSupplier mayGoOn) {
        return keeps(program, x, BigInteger.ONE, mayGoOn);
    }

    /** Whether every row keeps so many times its limit. */
    private static boolean keeps(ExactLinearProgram program, Quotients x, BigInteger times, BooleanSupplier mayGoOn) {
        for (int j = 0; j < x.size(); j++) {
            if (x.signum(j) < 0 && !program.free(j)) {
                return false;
            }
        }
        for (final Row row : program.rows()) {
            Halted.unless(mayGoOn);
            final int over =
                    x.times(row.factors()).compareTo(row.limit().multiply(times).multiply(x.denominator()));
            if (over > 0 || row.equation() && over != 0) {
                return false;
            }
        }
        return x.denominator().signum() > 0;
    }

    /** Whether every variable costs at least so many times what it is worth. */
    private static boolean priced(ExactLinearProgram program, Quotients y, BigInteger times, BooleanSupplier mayGoOn) {
        final BigInteger[] costs = new BigInteger[program.variables()];
        Arrays.fill(costs, BigInteger.ZERO);
        for (int i = 0; i < y.size(); i++) {
            Halted.unless(mayGoOn);
            final Row row = program.rows().get(i);
            if (y.signum(i) < 0 && !row.equation()) {
                return false;
            }
            for (int j = 0; y.signum(i) != 0 && j < costs.length; j++) {
                if (row.factors()[j].signum() != 0) {
                    costs[j] = costs[j].add(row.factors()[j].multiply(y.numerators()[i]));
                }
            }
        }
        for (int j = 0; j < costs.length; j++) {
            final int spare =
                    costs[j].compareTo(program.objective(j).multiply(times).multiply(y.denominator()));
            if (spare < 0 || program.free(j) && spare != 0) {
                return false;
            }
        }
        return y.denominator().signum() > 0;
    }

    /** The objective at x, times the denominator. */
    public static BigInteger value(ExactLinearProgram program, Quotients x) {
        return x.times(program.objective());
    }

    private static BigInteger worth(ExactLinearProgram program, Quotients y) {
        return y.times(program.rows().stream().map(Row::limit).toArray(BigInteger[]::new));
    }
}
