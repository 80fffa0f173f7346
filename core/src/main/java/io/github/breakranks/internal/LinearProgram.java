package io.github.breakranks.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.apache.commons.math3.exception.MathIllegalStateException;
import org.apache.commons.math3.optim.MaxIter;
import org.apache.commons.math3.optim.linear.LinearConstraint;
import org.apache.commons.math3.optim.linear.LinearConstraintSet;
import org.apache.commons.math3.optim.linear.LinearObjectiveFunction;
import org.apache.commons.math3.optim.linear.NonNegativeConstraint;
import org.apache.commons.math3.optim.linear.Relationship;
import org.apache.commons.math3.optim.linear.SimplexSolver;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.jspecify.annotations.Nullable;
import org.ojalgo.matrix.store.RawStore;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.linear.LinearSolver;

/**
 * A linear program in the form in which nothing is a feasible start, solved with a proof that is computed anew.
 *
 * <pre>{@code
 *   max c x    A x <= b,  x >= 0          b >= 0
 *   min b y    A'y >= c,  y >= 0
 * }</pre>
 *
 * <p>What a solver library says of its own success is not believed: x and y are put into both programs, and what each misses and how far
 * {@code c x} and {@code b y} lie apart is computed from the data. ojAlgo is asked first, then its dual, then Commons Math; the first that
 * closes the gap is taken, else the one that leaves the least.
 */
public final class LinearProgram {
    private static final double WITHIN = 1e-9; // of the scale of the data
    private static final int MOST_STEPS = 100_000;

    private final double[] objective;
    private final double[][] rows;
    private final double[] limits;

    private LinearProgram(double[] objective, double[][] rows, double[] limits) {
        this.objective = objective;
        this.rows = rows;
        this.limits = limits;
    }

    /** A program of this form, {@code limits} at least 0; arrays are not copied and must not change. */
    public static LinearProgram of(double[] objective, double[][] rows, double[] limits) {
        for (int i = 0; i < limits.length; i++) {
            Checks.atLeast(0.0, "limits[" + i + "]", "unit of the row", limits[i]);
        }
        return new LinearProgram(objective, rows, limits);
    }

    /** How many variables there are. */
    public int variables() {
        return objective.length;
    }

    /** How many limits there are. */
    public int limits() {
        return limits.length;
    }

    /** Something that says it solves programs. */
    public interface Engine {
        /** x, for the program as given; null if it has none to show. */
        double @Nullable [] solve(LinearProgram program);

        /** x and y, for the program and its dual; null if it has none to show. */
        default double @Nullable [][] both(LinearProgram program) {
            final double[] x = solve(program);
            final double[] y = x == null ? null : solve(program.dual());
            return x == null || y == null ? null : new double[][] {x, y};
        }

        /** Its name. */
        String name();
    }

    /**
     * A pair of solutions and what they are worth.
     *
     * @param x       nothing below 0
     * @param y       nothing below 0
     * @param primal  {@code c x}
     * @param dual    {@code b y}
     * @param missing the most by which a row of either program is missed
     * @param engine  who found it
     */
    public record Optimum(double[] x, double[] y, double primal, double dual, double missing, String engine) {
        /** How far both are from proving each other best. */
        public double gap() {
            return Math.max(Math.abs(dual - primal), missing);
        }
    }

    /** The best pair of solutions that the engines of this library find; null if none finds any. */
    public @Nullable Optimum solve() {
        return solve(List.of(new OjAlgo(), new Simplex()));
    }

    /** The best pair of solutions that these engines find, asked in order until the gap is closed; null if none finds any. */
    public @Nullable Optimum solve(List<Engine> engines) {
        Optimum best = null;
        final double scale = 1 + largest(objective) + largest(limits);
        for (Engine engine : engines) {
            final double[][] both = engine.both(this);
            final double[] x = both == null ? null : kept(both[0], objective.length);
            final double[] y = both == null ? null : kept(both[1], limits.length);
            if (x == null || y == null) {
                continue;
            }
            final Optimum found = judged(x, y, engine.name());
            if (best == null || found.gap() < best.gap()) {
                best = found;
            }
            if (best.gap() <= WITHIN * scale) {
                break;
            }
            final Optimum last = best;
            Trace.debug(() -> "linear program: " + engine.name() + " leaves a gap of " + last.gap());
        }
        return best;
    }

    private static double @Nullable [] kept(double[] x, int size) {
        if (x.length != size) {
            return null;
        }
        final double[] kept = new double[x.length];
        for (int j = 0; j < kept.length; j++) {
            if (Double.isNaN(x[j])) {
                return null;
            }
            kept[j] = Math.max(0, x[j]);
        }
        return kept;
    }

    private Optimum judged(double[] x, double[] y, String name) {
        double missing = 0;
        for (int i = 0; i < rows.length; i++) {
            missing = Math.max(missing, dot(rows[i], x) - limits[i]);
        }
        final double[] prices = new double[x.length];
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; y[i] != 0 && j < prices.length; j++) {
                prices[j] += rows[i][j] * y[i];
            }
        }
        for (int j = 0; j < prices.length; j++) {
            missing = Math.max(missing, objective[j] - prices[j]);
        }
        return new Optimum(x, y, dot(objective, x), dot(limits, y), missing, name);
    }

    /** The dual as a program of this form, but for limits that may lie below 0. */
    private LinearProgram dual() {
        final double[][] turned = new double[objective.length][rows.length];
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < objective.length; j++) {
                turned[j][i] = -rows[i][j];
            }
        }
        return new LinearProgram(negated(limits), turned, negated(objective));
    }

    private static double[] negated(double[] values) {
        return Arrays.stream(values).map(value -> 0 - value).toArray();
    }

    private static double largest(double[] values) {
        return Arrays.stream(values).map(Math::abs).max().orElse(0);
    }

    private static double dot(double[] one, double[] other) {
        double sum = 0;
        for (int j = 0; j < one.length; j++) {
            sum += one[j] * other[j];
        }
        return sum;
    }

    /**
     * Our own simplex on a dense dictionary, by steepest edge; one walk gives both sides.
     *
     * @param mayGoOn asked before each step
     */
    public record SteepestEdge(BooleanSupplier mayGoOn) implements Engine {
        @Override
        public String name() {
            return "steepest edge";
        }

        @Override
        public double @Nullable [] solve(LinearProgram program) {
            final double[][] both = both(program);
            return both == null ? null : both[0];
        }

        @Override
        public double @Nullable [][] both(LinearProgram program) {
            final FloatWalk walk = FloatWalk.of(program.objective, program.rows, program.limits);
            final boolean best = walk.walk(mayGoOn) == SimplexWalk.End.OPTIMAL;
            return best ? new double[][] {walk.x(), walk.y()} : null;
        }
    }

    /** ojAlgo's simplex, with a slack for each row. */
    public static final class OjAlgo implements Engine {
        @Override
        public String name() {
            return "ojAlgo";
        }

        @Override
        public double @Nullable [] solve(LinearProgram program) {
            final int variables = program.objective.length;
            final int count = program.rows.length;
            final double[] objective = new double[variables + count];
            for (int j = 0; j < variables; j++) {
                objective[j] = -program.objective[j];
            }
            final double[][] body = new double[count][variables + count];
            final double[][] right = new double[count][1];
            for (int i = 0; i < count; i++) {
                final double sign = program.limits[i] < 0 ? -1 : 1; // it wants no negative right-hand side
                for (int j = 0; j < variables; j++) {
                    body[i][j] = sign * program.rows[i][j];
                }
                body[i][variables + i] = sign;
                right[i][0] = sign * program.limits[i];
            }
            try {
                final Optimisation.Result result = LinearSolver.newBuilder(objective)
                        .lower(0)
                        .equalities(RawStore.wrap(body), RawStore.wrap(right))
                        .build()
                        .solve();
                final double[] x = new double[variables];
                Arrays.setAll(x, result::doubleValue);
                return x;
            } catch (RuntimeException failed) {
                Trace.debug(() -> "ojAlgo failed: " + failed);
                return null;
            }
        }
    }

    /** Commons Math's simplex. */
    public static final class Simplex implements Engine {
        @Override
        public String name() {
            return "Commons Math";
        }

        @Override
        public double @Nullable [] solve(LinearProgram program) {
            final List<LinearConstraint> constraints = new ArrayList<>();
            for (int i = 0; i < program.rows.length; i++) {
                constraints.add(new LinearConstraint(program.rows[i], Relationship.LEQ, program.limits[i]));
            }
            try {
                return new SimplexSolver()
                        .optimize(
                                new MaxIter(MOST_STEPS),
                                new LinearObjectiveFunction(program.objective, 0),
                                new LinearConstraintSet(constraints),
                                GoalType.MAXIMIZE,
                                new NonNegativeConstraint(true))
                        .getPoint();
            } catch (MathIllegalStateException failed) {
                Trace.debug(() -> "Commons Math failed: " + failed);
                return null;
            }
        }
    }
}
