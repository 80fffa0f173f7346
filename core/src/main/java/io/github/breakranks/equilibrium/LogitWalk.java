package io.github.breakranks.equilibrium;

import org.jspecify.annotations.Nullable;

/**
 * Walks along a branch of logit equilibria: a step along the tangent, then Newton's method back onto the branch, in the plane across the step.
 *
 * <p>Length is measured where it matters: {@code ds^2 = sum x dy^2 + dt^2} with x the chances, y their logarithms and t the logarithm of one
 * plus the scaled precision. So dominated actions, whose logarithms fall without end, shorten no step, and equal steps multiply the precision.
 * A step is taken back when the branch turns too much, Newton starts too far off or contracts too slowly (Allgower and Georg, 1990,
 * "Numerical Continuation Methods", 10.1007/978-3-642-61257-2, section 6.1); this keeps to one branch where two pass close by.
 */
final class LogitWalk {
    private static final double FIRST = 0.05;
    private static final double LONGEST = 0.7;
    private static final double SHORTEST = 1e-9;
    private static final double FARTHEST =
            0.03; // that Newton may start from the branch; a larger one steps over to others that pass close by
    private static final double CONTRACTION = 0.25;
    private static final double TURN = 0.3; // radians
    private static final double MOVE = 0.3; // of any chance in a step
    private static final int CORRECTIONS = 12;

    private final LogitSystem system;
    private final int unknowns;
    private final double coarseness; // 1 as a rule; less bounds every step more closely
    private final double[] step;
    private double length = FIRST;
    private double distance;
    private double contraction;

    /**
     * Where a walk stands.
     *
     * @param point       log-probabilities and t
     * @param tangent     the way it goes on, of length one
     * @param bend        how the tangent turns, by length
     * @param weights     the metric there
     * @param reading     what else was read off there
     */
    record Stand(double[] point, double[] tangent, double[] bend, double[] weights, Reading reading) {
        /** Whether precision rises along the way. */
        boolean rising() {
            return tangent[tangent.length - 1] > 0.0;
        }

        /** The plane across the way: a row that is constant on it. */
        double[] border() {
            return weighed(tangent, weights);
        }
    }

    /**
     * Read off at a stand.
     *
     * @param sign    of the bordered determinant, which changes where a branch is crossed by another
     * @param logSize the logarithm of its size
     * @param regret  of the player with most [units of the game]
     */
    record Reading(int sign, double logSize, double regret) {}

    LogitWalk(LogitSystem system, double coarseness) {
        this.coarseness = coarseness;
        this.system = system;
        this.unknowns = system.unknowns();
        this.step = new double[unknowns];
    }

    /** At precision 0 all mix evenly, and the principal branch begins. */
    Stand start() {
        final double[] border = new double[unknowns];
        border[unknowns - 1] = 1.0;
        final Stand stand = stand(system.centroid(), border);
        if (stand == null) {
            throw new IllegalStateException("the branch must begin at the centroid");
        }
        return stand;
    }

    /** The stand at a point of the branch that goes on to where the border rises; null where no way can be made out. */
    @Nullable
    Stand stand(double[] point, double[] border) {
        system.evaluate(point);
        final int sign = system.factor(border);
        if (sign == 0) {
            return null;
        }
        final double[] tangent = new double[unknowns];
        system.tangent(tangent);
        final double[] weights = new double[unknowns];
        system.weights(weights);
        final double norm = norm(tangent, weights);
        for (int k = 0; k < unknowns; k++) {
            tangent[k] /= norm;
        }
        final Reading reading = new Reading(sign, system.logDeterminant(), system.regret());
        return Double.isNaN(norm) ? null : new Stand(point, tangent, new double[unknowns], weights, reading);
    }

    /** How long the next step is to be; a new walk starts with small ones. */
    void restart() {
        length = FIRST;
    }

    /** Makes the next step no longer than this. */
    void shorten(double newLength) {
        length = Math.min(length, newLength);
    }

    /** The next stand, after as long a step as the branch allows; null if even the shortest leads nowhere. */
    @Nullable
    Stand next(Stand from) {
        while (length >= SHORTEST) {
            length = withinMove(from, length);
            final Stand to = attempt(from, length);
            if (to != null) {
                final double turn = angle(from, to);
                if (turn <= coarseness * TURN) {
                    final Stand bent = bent(from, to, length);
                    adapt(turn);
                    return bent;
                }
            }
            length *= 0.45;
        }
        return null;
    }

    /** How far a point lies ahead of a stand, along its tangent. */
    static double along(Stand from, double[] point) {
        double sum = 0.0;
        for (int k = 0; k < point.length; k++) {
            sum += from.tangent[k] * from.weights[k] * (point[k] - from.point[k]);
        }
        return sum;
    }

    private void adapt(double turn) {
        final double slower =
                Math.max(Math.max(Math.sqrt(contraction / 0.05), Math.cbrt(distance / 0.004)), turn / (0.5 * TURN));
        length = Math.min(LONGEST, length / Math.max(0.5, Math.min(2.0, slower / Math.sqrt(coarseness))));
    }

    private double withinMove(Stand from, double wanted) {
        double shorter = wanted;
        while (shorter > SHORTEST && move(from, shorter) > MOVE) {
            shorter *= 0.7;
        }
        return shorter;
    }

    private static double move(Stand from, double length) {
        double most = 0.0;
        for (int k = 0; k < from.point.length - 1; k++) {
            final double rise = predicted(from, length, k) - from.point[k];
            most = Math.max(most, from.weights[k] * Math.abs(Math.expm1(rise)));
        }
        return most;
    }

    private static double predicted(Stand from, double length, int k) {
        return from.point[k] + length * (from.tangent[k] + 0.5 * length * from.bend[k]);
    }

    /** The stand at this length from another, measured along its tangent; null if Newton does not find it in good order. */
    @Nullable
    Stand attempt(Stand from, double ahead) {
        final double[] point = new double[unknowns];
        for (int k = 0; k < unknowns; k++) {
            point[k] = predicted(from, ahead, k);
        }
        final double[] border = from.border();
        return correct(point, border) && distance <= coarseness * FARTHEST && contraction <= coarseness * CONTRACTION
                ? stand(point, border)
                : null;
    }

    /** A stand half of the way to one so far ahead, or nearer if Newton's method does not get that far; null if it gets nowhere. */
    @Nullable
    Stand toward(Stand from, double ahead) {
        for (double share = 0.5; share > 1e-3; share *= 0.4) {
            final Stand to = attempt(from, share * ahead);
            if (to != null) {
                return to;
            }
        }
        return null;
    }

    /** Newton's method onto the branch, along which the border stays; the point is moved. */
    boolean correct(double[] point, double[] border) {
        distance = 0.0;
        contraction = 0.0;
        double before = Double.POSITIVE_INFINITY; // length of the step before
        double missedBefore = Double.POSITIVE_INFINITY;
        final double[] weights = new double[unknowns];
        for (int round = 0; round < CORRECTIONS; round++) {
            system.evaluate(point);
            final double missed = system.residual();
            final double rounding = Math.expm1(point[unknowns - 1]);
            if (missed <= 2e-15 + 2e-16 * rounding
                    || missed <= 1e-13 + 4e-15 * rounding && missed > 0.25 * missedBefore) {
                return true;
            }
            if (!(missed <= 10.0) || system.factor(border) == 0) {
                return false;
            }
            missedBefore = missed;
            system.newton(0.0, step);
            system.weights(weights);
            final double size = norm(step, weights);
            if (!(size <= 1.0)) {
                return false;
            }
            if (round == 0) {
                distance = size;
            } else if (before > 1e-8) {
                contraction = Math.max(contraction, size / before);
            }
            before = size;
            for (int k = 0; k < unknowns; k++) {
                point[k] += step[k];
            }
        }
        return false;
    }

    /** The point of the branch at this t, from two of its points on either side of it; null if Newton does not find it between them. */
    double @Nullable [] between(double[] one, double[] other, double t) {
        final int last = unknowns - 1;
        final double share = one[last] == other[last] ? 0.0 : (t - one[last]) / (other[last] - one[last]);
        final double[] point = new double[unknowns];
        double apart = 0.0;
        for (int k = 0; k < last; k++) {
            point[k] = one[k] + share * (other[k] - one[k]);
            apart = Math.max(apart, Math.abs(Math.exp(other[k]) - Math.exp(one[k])));
        }
        point[last] = t;
        final double[] border = new double[unknowns];
        border[last] = 1.0;
        if (!correct(point, border)) {
            return null;
        }
        for (int k = 0; k < last; k++) {
            final double chance = Math.exp(point[k]);
            final double off = Math.min(Math.abs(chance - Math.exp(one[k])), Math.abs(chance - Math.exp(other[k])));
            if (off > 0.01 + apart) {
                return null;
            }
        }
        return point;
    }

    private static Stand bent(Stand from, Stand to, double length) {
        final double[] bend = new double[from.point.length];
        for (int k = 0; k < bend.length; k++) {
            bend[k] = from.weights[k] > 1e-6 && to.weights[k] > 1e-6 ? (to.tangent[k] - from.tangent[k]) / length : 0.0;
        }
        return new Stand(to.point, to.tangent, bend, to.weights, to.reading);
    }

    private static double angle(Stand from, Stand to) {
        double inner = 0.0;
        for (int k = 0; k < from.point.length; k++) {
            inner += from.tangent[k] * to.tangent[k] * to.weights[k];
        }
        final double length = norm(from.tangent, to.weights);
        return Math.acos(Math.max(-1.0, Math.min(1.0, inner / length)));
    }

    /** The length of a direction. */
    static double norm(double[] direction, double[] weights) {
        double sum = 0.0;
        for (int k = 0; k < direction.length; k++) {
            sum += weights[k] * direction[k] * direction[k];
        }
        return Math.sqrt(sum);
    }

    /** A direction as a row that measures along it. */
    static double[] weighed(double[] direction, double[] weights) {
        final double[] row = new double[direction.length];
        for (int k = 0; k < row.length; k++) {
            row[k] = direction[k] * weights[k];
        }
        return row;
    }
}
