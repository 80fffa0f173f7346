package io.github.breakranks.equilibrium;

import io.github.breakranks.equilibrium.LogitWalk.Stand;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.SingularValueDecomposition;
import org.jspecify.annotations.Nullable;

/**
 * Finds where a branch of logit equilibria is crossed by others, and steps over to them.
 *
 * <p>At a crossing the bordered derivative is singular, so Newton's method is at its worst just there. The branch itself is smooth: it is
 * computed at eight points at a safe distance on both sides, and the crossing is read off the polynomial through them.
 *
 * <p>Across a simple crossing the other branch leaves along
 *
 * <pre>{@code
 *   v - c / (2 b) w        b = <psi, G''(v, w)>,  c = <psi, G''(v, v)>
 *
 *   w  the way of the branch, v the null vector across it, psi the left null vector
 * }</pre>
 *
 * <p>Where several null vectors meet (games with many symmetries) the projections of single actions onto their space are tried.
 */
final class LogitCrossing {
    private static final int SIDE = 4; // points on each side
    private static final double APART = 0.01;
    private static final double NULL = 1e-6; // of the largest singular value
    private static final double[] STEPS = {0.03, 0.06, 0.015, 0.12, 0.005, 0.24};
    private static final double SECOND = 1e-3; // of second differences
    private static final double ALIKE = 0.999; // cosine of directions taken as one

    private final LogitSystem system;
    private final LogitWalk walk;
    private final int unknowns;

    LogitCrossing(LogitSystem system, LogitWalk walk) {
        this.system = system;
        this.walk = walk;
        this.unknowns = system.unknowns();
    }

    /** A point of the branch by how far ahead it is, with its determinant. */
    private record Node(double ahead, double[] point, double[] tangent, int sign, double logSize) {}

    /**
     * A crossing.
     *
     * @param point   where
     * @param tangent the way of the branch that is followed
     * @param across  null vectors across it
     * @param others  directions in which other branches may leave
     */
    record Crossing(double[] point, double[] tangent, List<double[]> across, List<double[]> others) {}

    private @Nullable Node node(Stand from, double[] guess) {
        final double[] point = guess.clone();
        final double[] border = from.border();
        if (!walk.correct(point, border)) {
            return null;
        }
        final int sign = system.factor(border);
        final double[] tangent = new double[unknowns];
        if (sign != 0) {
            system.tangent(tangent);
        }
        return new Node(LogitWalk.along(from, point), point, tangent, sign, system.logDeterminant());
    }

    private @Nullable Node node(Stand from, double ahead) {
        final double[] guess = new double[unknowns];
        for (int k = 0; k < unknowns; k++) {
            guess[k] = from.point()[k] + ahead * (from.tangent()[k] + 0.5 * ahead * from.bend()[k]);
        }
        return node(from, guess);
    }

    /** Where the determinant changes its sign on the way from a stand to one so far ahead; null if it cannot be pinned down. */
    @Nullable
    Crossing signChange(Stand from, double ahead) {
        double low = 0.0;
        double high = ahead;
        Node near = node(from, 0.5 * ahead);
        for (int round = 0; round < 40 && near != null && high - low > 1e-4; round++) {
            if (near.sign == from.reading().sign()) {
                low = near.ahead;
            } else {
                high = near.ahead;
            }
            final Node next = node(from, 0.5 * (low + high));
            if (next == null || next.sign == 0) {
                break;
            }
            near = next;
        }
        return near == null ? null : pinned(from, near);
    }

    /** Where the determinant touches 0 without changing its sign; null if it only falls and rises again. */
    @Nullable
    Crossing touch(Stand from, double ahead) {
        final double golden = 0.5 * (Math.sqrt(5.0) - 1.0);
        double low = 0.0;
        double high = ahead;
        Node left = node(from, high - golden * (high - low));
        Node right = node(from, low + golden * (high - low));
        final double most = from.reading().logSize();
        for (int round = 0; round < 40 && left != null && right != null && high - low > 1e-4; round++) {
            final double least = Math.min(left.logSize, right.logSize);
            if (round >= 6 && least > most - 0.5 * round) {
                return null; // at a double zero it falls by almost 1 a round
            }
            if (left.logSize < right.logSize) {
                high = right.ahead;
                right = left;
                left = node(from, high - golden * (high - low));
            } else {
                low = left.ahead;
                left = right;
                right = node(from, low + golden * (high - low));
            }
        }
        if (left == null || right == null) {
            return null;
        }
        return pinned(from, left.logSize < right.logSize ? left : right);
    }

    private @Nullable Crossing pinned(Stand from, Node near) {
        for (double apart = APART; apart > APART / 20.0; apart *= 0.5) {
            final List<Node> nodes = around(from, near, apart);
            if (nodes.size() == 2 * SIDE) {
                return read(nodes, near.ahead, apart);
            }
        }
        return null;
    }

    private List<Node> around(Stand from, Node near, double apart) {
        final List<Node> nodes = new ArrayList<>();
        for (int k = -SIDE; k <= SIDE; k++) {
            if (k == 0) {
                continue;
            }
            final double[] guess = new double[unknowns];
            for (int j = 0; j < unknowns; j++) {
                guess[j] = near.point[j] + k * apart * near.tangent[j];
            }
            final Node node = node(from, guess);
            if (node == null) {
                return List.of();
            }
            nodes.add(node);
        }
        return nodes;
    }

    private @Nullable Crossing read(List<Node> nodes, double near, double apart) {
        final Node first = nodes.get(0);
        final Node inner = nodes.get(SIDE - 1);
        final double fall = (first.logSize - inner.logSize) / Math.log((double) SIDE);
        final double times = Math.max(1.0, Math.rint(fall)); // how often the zero counts
        final double[] values = new double[nodes.size()];
        for (int k = 0; k < values.length; k++) {
            final Node node = nodes.get(k);
            values[k] = (k < SIDE ? -1.0 : 1.0) * Math.exp((node.logSize - first.logSize) / times);
        }
        double low = near - apart;
        double high = near + apart;
        for (int round = 0; round < 60; round++) {
            final double middle = 0.5 * (low + high);
            double value = 0.0;
            for (int k = 0; k < values.length; k++) {
                value += share(nodes, k, middle) * values[k];
            }
            if (value < 0.0) {
                low = middle;
            } else {
                high = middle;
            }
        }
        final double[] point = new double[unknowns];
        final double[] tangent = new double[unknowns];
        for (int k = 0; k < values.length; k++) {
            final double share = share(nodes, k, low);
            for (int j = 0; j < unknowns; j++) {
                point[j] += share * nodes.get(k).point[j];
                tangent[j] += share * nodes.get(k).tangent[j];
            }
        }
        return across(point, tangent);
    }

    /** How much a node counts in the polynomial through all, at a place. */
    private static double share(List<Node> nodes, int k, double at) {
        double share = 1.0;
        for (int j = 0; j < nodes.size(); j++) {
            if (j != k) {
                share *= (at - nodes.get(j).ahead) / (nodes.get(k).ahead - nodes.get(j).ahead);
            }
        }
        return share;
    }

    private @Nullable Crossing across(double[] point, double[] tangent) {
        system.evaluate(point);
        final double[] weights = new double[unknowns];
        system.weights(weights);
        scale(tangent, LogitWalk.norm(tangent, weights));
        final SingularValueDecomposition parts = new SingularValueDecomposition(
                new Array2DRowRealMatrix(system.bordered(LogitWalk.weighed(tangent, weights)), false));
        final double[] values = parts.getSingularValues();
        final List<double[]> across = new ArrayList<>();
        for (int k = values.length - 1; k >= 0 && values[k] < NULL * values[0]; k--) {
            final double[] null1 = system.spread(parts.getV().getColumn(k));
            orthogonal(null1, across, weights);
            across.add(null1);
        }
        if (across.isEmpty()) {
            return null;
        }
        final List<double[]> others = across.size() == 1
                ? List.of(leaving(new Fork(
                        point,
                        tangent,
                        across.get(0),
                        system.spread(parts.getU().getColumn(values.length - 1)))))
                : projections(across, weights);
        return new Crossing(point, tangent, across, others);
    }

    private static void scale(double[] direction, double by) {
        for (int k = 0; k < direction.length; k++) {
            direction[k] /= by;
        }
    }

    private static double inner(double[] one, double[] other, double[] weights) {
        double sum = 0.0;
        for (int k = 0; k < one.length; k++) {
            sum += one[k] * other[k] * weights[k];
        }
        return sum;
    }

    private static void orthogonal(double[] direction, List<double[]> to, double[] weights) {
        for (final double[] other : to) {
            final double along = inner(direction, other, weights);
            for (int k = 0; k < direction.length; k++) {
                direction[k] -= along * other[k];
            }
        }
        scale(direction, LogitWalk.norm(direction, weights));
    }

    /** The way in which the other branch of a simple crossing leaves, by second differences of the equations. */
    private double[] leaving(Fork fork) {
        final double twice = missed(fork, 0.0, 1.0) + missed(fork, 0.0, -1.0) - 2.0 * missed(fork, 0.0, 0.0);
        final double mixed =
                (missed(fork, 1.0, 1.0) + missed(fork, -1.0, -1.0) - missed(fork, 1.0, -1.0) - missed(fork, -1.0, 1.0))
                        / 4.0;
        final double along = -twice / (2.0 * mixed);
        final double[] way = fork.across.clone();
        for (int k = 0; k < unknowns && Math.abs(along) < 10.0; k++) {
            way[k] += along * fork.tangent[k];
        }
        return way;
    }

    /** A simple crossing: where, the way of the branch, the null vector across it, and the left one. */
    private record Fork(double[] point, double[] tangent, double[] across, double[] left) {}

    private double missed(Fork fork, double w, double v) {
        final double[] moved = new double[unknowns];
        for (int k = 0; k < unknowns; k++) {
            moved[k] = fork.point[k] + SECOND * (w * fork.tangent[k] + v * fork.across[k]);
        }
        system.evaluate(moved);
        return system.missed(fork.left);
    }

    /** What single actions look like among the null vectors: the ways that keep most symmetries are among these. */
    private List<double[]> projections(List<double[]> across, double[] weights) {
        final List<double[]> ways = new ArrayList<>();
        for (int action = 0; action < unknowns - 1; action++) {
            final double[] way = new double[unknowns];
            for (final double[] null1 : across) {
                for (int k = 0; k < unknowns; k++) {
                    way[k] += null1[action] * null1[k];
                }
            }
            final double norm = LogitWalk.norm(way, weights);
            if (norm > 1e-6) {
                scale(way, norm);
                addIfNew(ways, way, weights);
            }
        }
        return ways;
    }

    private static void addIfNew(List<double[]> ways, double[] way, double[] weights) {
        for (final double[] known : ways) {
            if (Math.abs(inner(known, way, weights)) > ALIKE) {
                return;
            }
        }
        ways.add(way);
    }

    /** The first stand on the other branch, forwards (1) or backwards (-1) in one of the directions; null if none was found. */
    @Nullable
    Stand over(Crossing crossing, int other, double side) {
        system.evaluate(crossing.point.clone());
        final double[] weights = new double[unknowns];
        system.weights(weights);
        final double[] way = crossing.others.get(other);
        final double[] straight = way.clone();
        orthogonal(straight, List.of(crossing.tangent), weights);
        final double[] border = LogitWalk.weighed(straight, weights);
        for (final double ahead : STEPS) {
            final double[] point = crossing.point.clone();
            for (int k = 0; k < unknowns; k++) {
                point[k] += side * ahead * way[k];
            }
            if (!walk.correct(point, border)) {
                continue;
            }
            final double[] moved = new double[unknowns];
            for (int k = 0; k < unknowns; k++) {
                moved[k] = point[k] - crossing.point[k];
            }
            if (LogitWalk.norm(moved, weights) < 3.0 * ahead) {
                return walk.stand(point, LogitWalk.weighed(moved, weights));
            }
        }
        return null;
    }
}
