package io.github.breakranks.equilibrium;

import io.github.breakranks.answer.Watch;
import io.github.breakranks.internal.IntervalMatrix;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All equilibria with one support: boxes of mixtures are cut up until each is shown to hold none, or exactly one.
 *
 * <pre>{@code
 *   no root       some equation, or an outside action's gain, is of one sign all over the box
 *   cut down      by Newton's step in intervals (Hansen and Sengupta 1981), row by row
 *   one root      |I - C f'(X)| shrinks, and Krawczyk's test passes around where Newton's method ends
 * }</pre>
 *
 * <p>A box that stays undecided down to the least width is a sign of degeneracy: it is reported, and the rest is cut no finer than needed
 * to find other roots. Where the derivative is singular everywhere, no root can be shown to be one, and the first such box ends the search.
 *
 * @see "E. Hansen and S. Sengupta (1981), Bounding solutions of systems of equations using interval analysis, BIT 21, 203-211"
 */
final class SupportRoots {
    private static final double LEAST_WIDTH = 0x1p-22;
    private static final double COARSE = 0x1p-5;
    private static final double WIDE = 0.2;
    private static final double WORTHWHILE = 0.7; // cut again rather than halve where the box has shrunk to this
    private static final double[] RADII = {1e-11, 1e-8};

    private final SupportEquations system;
    private final boolean[] first; // whose chances are worth cutting before those of the rest
    private final boolean[] rest;
    private final List<double[][]> roots = new ArrayList<>();
    private final List<MixtureBox> provenIn = new ArrayList<>();
    private final List<MixtureBox> open = new ArrayList<>();
    private long boxes;

    SupportRoots(SupportEquations system) {
        this.system = system;
        this.first = first(system.supports());
        this.rest = new boolean[first.length];
        for (int player = 0; player < first.length; player++) {
            rest[player] = !first[player];
        }
    }

    /**
     * A player with more equations than the others have free chances makes the system singular whatever the others do; cutting his own chances
     * never decides these equations. Others' actions outside may still pay more somewhere along them: they are cut when nothing else is left.
     */
    private static boolean[] first(int[][] supports) {
        final int free =
                Arrays.stream(supports).mapToInt(support -> support.length - 1).sum();
        final boolean[] first = new boolean[supports.length];
        for (int player = 0; player < supports.length; player++) {
            first[player] = supports[player].length - 1 <= free - (supports[player].length - 1);
        }
        return first;
    }

    /** Where to cut a box: the widest of the chances that decide most, or of the rest where those are known. */
    private MixtureBox.Side side(MixtureBox box, double least) {
        final MixtureBox.Side side = box.widest(first);
        return side.width() < least ? box.widest(rest) : side;
    }

    /** Points of which each is within 1e-8 of a root of its own of the equations, chances perhaps negative or outside actions better. */
    List<double[][]> roots() {
        return roots;
    }

    /** Around each of them the box in which it is the only one. */
    List<MixtureBox> provenIn() {
        return provenIn;
    }

    /** Boxes that were neither shown to be empty nor to hold one root. */
    List<MixtureBox> open() {
        return open;
    }

    /** How many boxes were looked at. */
    long boxes() {
        return boxes;
    }

    /** Looks everywhere; false if the watch or the number of boxes allowed ended it before. */
    boolean search(Watch watch, long mostBoxes) {
        final int[] sizes = Arrays.stream(system.supports())
                .mapToInt(support -> support.length)
                .toArray();
        final Deque<MixtureBox> todo = new ArrayDeque<>();
        final MixtureBox all = MixtureBox.all(sizes);
        if (hopeless(all)) {
            open.add(all);
            return true;
        }
        todo.push(all);
        while (!todo.isEmpty()) {
            if ((boxes & 63) == 63 && !watch.mayGoOn() || boxes >= mostBoxes) {
                open.addAll(todo);
                return false;
            }
            boxes++;
            final MixtureBox left = left(todo.pop());
            if (left == null) {
                continue;
            }
            final double least = open.isEmpty() ? LEAST_WIDTH : COARSE;
            final MixtureBox.Side side = side(left, least);
            if (side.width() < least) {
                open.add(left);
                if (system.alwaysSingular()) {
                    return true; // no root here can be told from its neighbours
                }
            } else {
                left.halves(side).forEach(todo::push);
            }
        }
        return true;
    }

    /** Whether even mixing may be an equilibrium, and the derivative is singular there and everywhere: no cutting would ever tell. */
    private boolean hopeless(MixtureBox all) {
        return system.unknowns() > 0
                && !system.excluded(MixtureBox.around(all.middle(), LEAST_WIDTH))
                && system.alwaysSingular();
    }

    /** What is still to be decided of a box; null if all is. */
    private @Nullable MixtureBox left(MixtureBox whole) {
        MixtureBox box = whole;
        double width = Double.POSITIVE_INFINITY;
        while (true) {
            if (!box.tighten() || system.excluded(box)) {
                return null;
            }
            final double now = width(box);
            final boolean wide = box.widest(first).width() > WIDE; // derivatives vary too much
            if (system.unknowns() == 0 || wide || now > WORTHWHILE * width) {
                return box;
            }
            width = now;
            final MixtureBox next = cutDown(box);
            if (next == null) {
                return null;
            }
            box = next;
        }
    }

    private static double width(MixtureBox box) {
        double sum = 0;
        for (int player = 0; player < box.low().length; player++) {
            for (int k = 0; k < box.low()[player].length; k++) {
                sum += box.high()[player][k] - box.low()[player][k];
            }
        }
        return sum;
    }

    /** The box less where Newton's step in intervals shows no root; null if nothing is left, or one root that is now known. */
    private @Nullable MixtureBox cutDown(MixtureBox box) {
        final double[][] middle = box.middle();
        final MixtureBox all = box.hull(MixtureBox.around(middle, 0));
        final IntervalMatrix slopes = system.slopes(all);
        if (slopes.sign() == 0) {
            return box;
        }
        final double[][] missed = system.residualBounds(middle);
        final double[][] step = slopes.times(missed[0], missed[1]);
        final MixtureBox next = box.copy();
        for (int row = 0; row < system.unknowns(); row++) {
            if (!cutRow(next, slopes, new Row(row, middle, step))) {
                return null;
            }
        }
        final double[] reach = system.reach(all, middle);
        final double[] spread = slopes.spread(reach);
        boolean single = true;
        for (int k = 0; k < reach.length; k++) {
            single &= spread[k] < reach[k];
        }
        return single && settled(all, middle) ? null : next;
    }

    private record Row(int row, double[][] middle, double[][] step) {}

    /** Gauss and Seidel's step for one free chance; false if nothing is left of it. */
    private boolean cutRow(MixtureBox box, IntervalMatrix slopes, Row at) {
        final int row = at.row;
        final double low = slopes.low(row, row);
        final double high = slopes.high(row, row);
        if (low <= 0 && high >= 0) {
            return true;
        }
        double down = at.step[0][row];
        double up = at.step[1][row];
        double size = Math.max(Math.abs(down), Math.abs(up));
        for (int column = 0; column < system.unknowns(); column++) {
            if (column != row) {
                final int player = system.owner(column);
                final int place = system.place(column);
                final double centre = at.middle[player][place];
                final double from = box.low()[player][place] - centre;
                final double to = box.high()[player][place] - centre;
                final double a = slopes.low(row, column);
                final double b = slopes.high(row, column);
                down += Math.min(Math.min(a * from, a * to), Math.min(b * from, b * to));
                up += Math.max(Math.max(a * from, a * to), Math.max(b * from, b * to));
                size += Math.max(Math.abs(a), Math.abs(b)) * Math.max(Math.abs(from), Math.abs(to));
            }
        }
        final double slack = (system.unknowns() + 8) * 4e-16 * (size + 1);
        down -= slack;
        up += slack;
        final double least = Math.min(Math.min(down / low, down / high), Math.min(up / low, up / high));
        final double most = Math.max(Math.max(down / low, down / high), Math.max(up / low, up / high));
        final int player = system.owner(row);
        final int place = system.place(row);
        final double centre = at.middle[player][place];
        final double margin = 4e-16 * (1 + Math.abs(least) + Math.abs(most));
        box.low()[player][place] = Math.max(box.low()[player][place], centre - most - margin);
        box.high()[player][place] = Math.min(box.high()[player][place], centre - least + margin);
        return box.low()[player][place] <= box.high()[player][place];
    }

    /** Whether the one root that may be in the box is known to be the one that Newton's method ends at, in the box or close to it. */
    private boolean settled(MixtureBox box, double[][] middle) {
        final double[][] root = system.newton(middle);
        if (root == null) {
            return false;
        }
        for (final double radius : RADII) {
            final MixtureBox around = MixtureBox.around(root, radius);
            final double[] image = system.krawczyk(around, root, system.residualBounds(root), system.slopes(around));
            if (image != null) {
                return onlyOne(box.hull(around), root) && remember(around, root);
            }
        }
        return false;
    }

    /** Whether no two roots are in a box: all derivatives in it are regular, and stay so on the way from one point to another. */
    private boolean onlyOne(MixtureBox box, double[][] root) {
        final double[] reach = system.reach(box, root);
        final double[] spread = system.slopes(box).spread(reach);
        for (int k = 0; k < reach.length; k++) {
            if (!(spread[k] < reach[k])) {
                return false;
            }
        }
        return true;
    }

    private boolean remember(MixtureBox around, double[][] root) {
        for (int k = 0; k < roots.size(); k++) {
            if (SupportEquations.distance(roots.get(k), root) < 1e-9) {
                return onlyOne(around.hull(provenIn.get(k)), root);
            }
        }
        roots.add(root);
        provenIn.add(around);
        return true;
    }
}
