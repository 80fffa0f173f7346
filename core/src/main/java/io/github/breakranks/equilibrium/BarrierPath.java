package io.github.breakranks.equilibrium;

import io.github.breakranks.answer.Watch;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Follows the equilibria of a game in which every action is worth a little to be played at all, down to where that is worth nothing.
 *
 * <pre>{@code
 *   max over x of  x A y + mu sum_i w_i log x_i          x_i (v - (A y)_i) = mu w_i     sum x = 1
 *   max over y of  x B y + mu sum_j w_j log y_j    <=>   y_j (u - (B'x)_j) = mu w_j     sum y = 1
 * }</pre>
 *
 * <p>For a large mu there is one such pair, near {@code x = y = w}; for almost all weights w a smooth path leads from it to any mu above 0,
 * and so towards an equilibrium. It may turn back to a larger mu for a while: so its length is what is followed, in logarithms of chances
 * and mu, and the sign of a determinant says which way is on. Where interests are opposed it is the central path of interior-point
 * methods, of some dozens of steps. Where they are nearly opposed Lemke-Howson paths of all labels are long, and this one remains short.
 *
 * <p>Only which actions are played is read off, for others to judge. Cost: a step {@code 2 m n^2 + n^3} products for m and n actions.
 *
 * @see <a href="https://doi.org/10.1007/3-540-54509-3">M. Kojima, N. Megiddo, T. Noma and A. Yoshise (1991), A Unified Approach to Interior
 *     Point Algorithms for Linear Complementarity Problems, Lecture Notes in Computer Science 538</a>
 */
final class BarrierPath {
    private static final double LOG_FIRST = 3.0; // of mu, where payoffs differ by 1
    private static final double LOG_LAST = -34.0; // doubles tell nothing below
    private static final double LONGEST = 3.0; // a step, in any logarithm
    private static final double SHORTEST = 1e-6;
    private static final double WIDE = 0.5; // a correction, in any logarithm, that says that the step was too long
    private static final double AIM = 0.1; // for the first correction
    private static final double CLOSE = 0.02; // for the second
    private static final int MOST_STEPS = 3000; // tried; of hard games of 200 actions some hundreds are needed

    private final BarrierSystem system;
    private double length = 1.0;
    private int steps;

    /**
     * The path of some weights.
     *
     * @param rowPayoffs    as {@link FloatPayoffs} has them
     * @param columnPayoffs the same of the second player
     * @param rows          how many actions the first player has
     * @param columns       how many the second has
     * @param kind          0 for equal weights, others for unequal ones
     */
    BarrierPath(double[] rowPayoffs, double[] columnPayoffs, int rows, int columns, int kind) {
        this.system = new BarrierSystem(rowPayoffs, columnPayoffs, rows, weights(rows, columns, kind));
    }

    private static double[] weights(int rows, int columns, int kind) {
        final double[] weights = new double[rows + columns];
        final double[] sums = new double[2];
        for (int k = 0; k < weights.length; k++) {
            weights[k] = 1 + kind * ((k + 1) * 0.6180339887498949 * (kind + 1) % 1);
            sums[k < rows ? 0 : 1] += weights[k];
        }
        for (int k = 0; k < weights.length; k++) {
            weights[k] /= sums[k < rows ? 0 : 1];
        }
        return weights;
    }

    /** How many steps were tried. */
    int steps() {
        return steps;
    }

    /** The chances of both where the path is. */
    double[][] reached() {
        return system.mixtures();
    }

    /** Shows the actions that seem to be played, once each, as many of both; whether some were accepted before the end. */
    boolean follow(Watch watch, Predicate<Support> accepts) {
        if (!started()) {
            return false;
        }
        final int orientation = system.sign();
        final Set<Support> shown = new HashSet<>();
        Support last = null;
        while (steps < MOST_STEPS && watch.mayGoOn() && stepped(orientation, watch)) {
            final Support support = new Support(system.played(0), system.played(1));
            final boolean settled = support.equals(last); // what lasts for a step only is no end
            last = support;
            if (settled && support.square() && shown.add(support) && accepts.test(support)) {
                return true;
            }
            if (system.point()[system.logarithms() - 1] < LOG_LAST) {
                return false;
            }
        }
        return false;
    }

    /** To the one pair at a large mu, from where all slacks are as large. */
    private boolean started() {
        final double[] start = system.point();
        final int ofMu = system.logarithms() - 1;
        start[ofMu] = LOG_FIRST;
        start[ofMu + 1] = Math.exp(LOG_FIRST) + 1.5; // what is earned lies from 1 to 2
        start[ofMu + 2] = start[ofMu + 1];
        system.moveTo(start);
        for (int k = 0; k < 5; k++) {
            if (!system.factor()) {
                return false;
            }
            system.add(system.newton(), 1.0);
        }
        return system.factor();
    }

    /** One step along the path; false if none is short enough. */
    private boolean stepped(int orientation, Watch watch) {
        final double[] before = system.point();
        double[] direction = direction(orientation); // from the equations of the last correction, close by
        boolean fresh = false;
        while (watch.mayGoOn()) {
            steps++;
            system.add(direction, length);
            final double off = corrected(direction);
            if (off < WIDE) {
                length = Math.min(LONGEST, length * Math.max(0.5, Math.min(2.0, Math.sqrt(AIM / off))));
                return true;
            }
            system.moveTo(before);
            length *= 0.4;
            if (length < SHORTEST) {
                return false;
            }
            if (!fresh) {
                fresh = true;
                if (!system.factor()) {
                    return false;
                }
                direction = direction(orientation);
            }
        }
        return false;
    }

    /** On along the path, by 1 in the logarithm that changes most. */
    private double[] direction(int orientation) {
        final double[] along = system.along();
        final double scale = -orientation * system.sign() / largest(along);
        for (int k = 0; k < along.length; k++) {
            along[k] *= scale;
        }
        return along;
    }

    /** Goes back to the path, across the direction; by how much at first, or infinity if that fails. */
    private double corrected(double[] direction) {
        if (!system.factor()) {
            return Double.POSITIVE_INFINITY;
        }
        final double first = across(direction);
        final double second = first < WIDE ? across(direction) : Double.POSITIVE_INFINITY;
        return second < CLOSE && second < 0.5 * first + SHORTEST
                ? Math.max(first, Double.MIN_NORMAL)
                : Double.POSITIVE_INFINITY;
    }

    private double across(double[] direction) {
        final double[] newton = system.newton();
        final double[] along = system.along();
        double one = 0.0;
        double other = 0.0;
        for (int k = 0; k < system.logarithms(); k++) {
            one += direction[k] * newton[k];
            other += direction[k] * along[k];
        }
        for (int k = 0; k < newton.length; k++) {
            newton[k] -= one / other * along[k];
        }
        final double most = largest(newton);
        if (!(most < 10.0)) {
            return Double.POSITIVE_INFINITY;
        }
        system.add(newton, 1.0);
        return most;
    }

    private double largest(double[] change) {
        double most = 0.0;
        for (int k = 0; k < system.logarithms(); k++) {
            most = Math.max(most, Math.abs(change[k]));
        }
        return most;
    }
}
