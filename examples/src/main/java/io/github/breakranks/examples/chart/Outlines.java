package io.github.breakranks.examples.chart;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The outlines of what cells of one kind make together on a grid. */
final class Outlines {
    private final int[][] kinds; // by column, then row
    private final double[] across; // corners
    private final double[] up;

    Outlines(int[][] kinds, double[] across, double[] up) {
        this.kinds = kinds;
        this.across = across;
        this.up = up;
    }

    /** One closed line of corners, with what it encloses. */
    record Outline(int kind, double area, double[] across, double[] up) {}

    /** All outlines, the largest first: drawn in this order, what lies in a hole of another comes on top of it. */
    List<Outline> all(int kindsInAll) {
        final List<Outline> outlines = new ArrayList<>();
        for (int kind = 0; kind < kindsInAll; kind++) {
            trace(kind, outlines);
        }
        outlines.sort((one, other) -> Double.compare(other.area, one.area));
        return outlines;
    }

    /** Edges run so that the kind lies to their left; those of holes run the other way round and are left out. */
    private void trace(int kind, List<Outline> outlines) {
        final Map<Integer, List<Integer>> edges = edges(kind);
        while (!edges.isEmpty()) {
            final int start = edges.keySet().iterator().next();
            final List<Integer> corners = new ArrayList<>();
            int corner = start;
            do {
                corners.add(corner);
                final List<Integer> onward = Objects.requireNonNull(edges.get(corner)); // outlines are closed
                final int next = onward.remove(onward.size() - 1);
                if (onward.isEmpty()) {
                    edges.remove(corner);
                }
                corner = next;
            } while (corner != start);
            final Outline outline = outline(kind, corners);
            if (outline.area > 0) {
                outlines.add(outline);
            }
        }
    }

    private Map<Integer, List<Integer>> edges(int kind) {
        final Map<Integer, List<Integer>> edges = new HashMap<>();
        for (int i = 0; i < kinds.length; i++) {
            for (int j = 0; j < kinds[i].length; j++) {
                if (kinds[i][j] == kind) {
                    around(i, j, edges);
                }
            }
        }
        return edges;
    }

    /** The sides of a cell behind which another kind lies. */
    private void around(int i, int j, Map<Integer, List<Integer>> edges) {
        final int[] corners = {corner(i, j), corner(i + 1, j), corner(i + 1, j + 1), corner(i, j + 1)};
        final boolean[] open = {
            differs(i, j, i, j - 1), differs(i, j, i + 1, j), differs(i, j, i, j + 1), differs(i, j, i - 1, j)
        };
        for (int side = 0; side < 4; side++) {
            if (open[side]) {
                edges.computeIfAbsent(corners[side], corner -> new ArrayList<>())
                        .add(corners[(side + 1) % 4]);
            }
        }
    }

    private boolean differs(int i, int j, int besideI, int besideJ) {
        final boolean outside = besideI < 0 || besideI >= kinds.length || besideJ < 0 || besideJ >= kinds[i].length;
        return outside || kinds[besideI][besideJ] != kinds[i][j];
    }

    private int corner(int i, int j) {
        return i * up.length + j;
    }

    private Outline outline(int kind, List<Integer> corners) {
        final double[] x = new double[corners.size() + 1];
        final double[] y = new double[corners.size() + 1];
        double twice = 0;
        for (int k = 0; k <= corners.size(); k++) {
            final int corner = corners.get(k % corners.size());
            x[k] = across[corner / up.length];
            y[k] = up[corner % up.length];
            twice += k == 0 ? 0 : x[k - 1] * y[k] - x[k] * y[k - 1];
        }
        return new Outline(kind, twice / 2, x, y);
    }
}
