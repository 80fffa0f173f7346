package io.github.breakranks.examples.chart;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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
                final List<Integer> onward = edges.get(corner);
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
                    edge(edges, kind, i, j - 1, corner(i, j), corner(i + 1, j));
                    edge(edges, kind, i + 1, j, corner(i + 1, j), corner(i + 1, j + 1));
                    edge(edges, kind, i, j + 1, corner(i + 1, j + 1), corner(i, j + 1));
                    edge(edges, kind, i - 1, j, corner(i, j + 1), corner(i, j));
                }
            }
        }
        return edges;
    }

    private void edge(Map<Integer, List<Integer>> edges, int kind, int i, int j, int from, int to) {
        final boolean outside = i < 0 || i >= kinds.length || j < 0 || j >= kinds[i].length;
        if (outside || kinds[i][j] != kind) {
            edges.computeIfAbsent(from, corner -> new ArrayList<>()).add(to);
        }
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
