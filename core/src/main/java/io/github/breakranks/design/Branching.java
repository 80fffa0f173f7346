package io.github.breakranks.design;

import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Makes a score small over a box of values of several terms, with a proven gap: branch and bound.
 *
 * <p>Rest points and outlays rise with every term, so the corners of a box bound what is inside it: a box whose bound is no better than the
 * best values known is laid aside, any other is halved. Good values come from giving all terms but one and solving for that one, and from
 * moving those given step by step.
 *
 * <p>Sources: A. Land and A. Doig (1960), Econometrica 28:497, doi 10.2307/1910129; H. Tuy (2000), "Monotonic Optimization: Problems and
 * Solution Approaches", SIAM Journal on Optimization 11:464.
 */
abstract class Branching {
    private static final int STARTS = 3; // values of each given term to start from
    private static final double FINEST =
            100; // last step of the polish, in widths of the brackets within which values are found
    private static final int MOST_STARTS = 27;
    private static final int MOST_MOVES = 100;
    private static final int LOOKED_INTO = 8; // boxes before the first attempt at better values; then ever more rarely

    protected final OpenTerms terms;
    private final double gap;
    private final int mostBoxes;
    private Candidate best = Candidate.NONE;
    private double bound = Double.NEGATIVE_INFINITY;
    private int boxes;
    private int lookAgain = LOOKED_INTO;

    /** Values from the low corner to the high one, and how small the score can be there. */
    private record Box(double[] low, double[] high, double bound) {}

    Branching(OpenTerms terms, double gap, int mostBoxes) {
        this.terms = terms;
        this.gap = gap;
        this.mostBoxes = mostBoxes;
    }

    /** A bound that no score in the box falls below; infinity if nothing in it does. May raise the low corner past what is of no use. */
    protected abstract double bound(double[] low, double[] high);

    /** The best with all terms but one given. */
    protected abstract Candidate given(double[] values, int free);

    Candidate best() {
        return best;
    }

    /** No values have a score below. */
    double bound() {
        return Math.min(bound, best.score());
    }

    /** How many boxes were looked at [count]. */
    int boxes() {
        return boxes;
    }

    /** Looks for good values between two corners, then shows how much better there may be. */
    void run(double[] low, double[] high) {
        starts(low, high);
        polish(low, high);
        final PriorityQueue<Box> open = new PriorityQueue<>((a, b) -> Double.compare(a.bound, b.bound));
        final double[] corner = low.clone();
        open.add(new Box(corner, high, bound(corner, high)));
        while (!open.isEmpty() && boxes < mostBoxes && !terms.stopped()) {
            final Box box = open.poll();
            if (enough(box.bound)) {
                bound = box.bound;
                return;
            }
            halve(box, low, high, open);
        }
        bound = open.isEmpty() ? best.score() : open.peek().bound;
    }

    private boolean enough(double lower) {
        return lower >= best.score() - gap * Math.abs(best.score());
    }

    private void halve(Box box, double[] low, double[] high, PriorityQueue<Box> open) {
        final int widest = widest(box, low, high);
        final double middle = box.low[widest] + (box.high[widest] - box.low[widest]) / 2;
        if (!(middle > box.low[widest] && middle < box.high[widest])) {
            return; // adjacent doubles
        }
        if (boxes >= lookAgain) {
            lookAgain = (int) (LOOKED_INTO + 1.25 * lookAgain);
            lookInto(box, widest, low, high);
        }
        for (boolean lower : new boolean[] {true, false}) {
            final double[] from = box.low.clone();
            final double[] to = box.high.clone();
            (lower ? to : from)[widest] = middle;
            boxes++;
            final double most = Math.max(box.bound, bound(from, to));
            if (most < best.score()) {
                open.add(new Box(from, to, most));
            }
        }
    }

    private static int widest(Box box, double[] low, double[] high) {
        int widest = 0;
        double width = -1;
        for (int k = 0; k < low.length; k++) {
            final double part = high[k] > low[k] ? (box.high[k] - box.low[k]) / (high[k] - low[k]) : 0;
            if (part > width) {
                width = part;
                widest = k;
            }
        }
        return widest;
    }

    private void lookInto(Box box, int free, double[] low, double[] high) {
        final double[] middle = new double[low.length];
        for (int k = 0; k < middle.length; k++) {
            middle[k] = box.low[k] + (box.high[k] - box.low[k]) / 2;
        }
        final Candidate found = given(middle, free);
        if (found.score() < best.score()) {
            best = found;
            polish(low, high);
        }
    }

    /** Every term in turn free, the others at their ends and between. */
    private void starts(double[] low, double[] high) {
        for (int free = 0; free < low.length; free++) {
            List<double[]> combinations = List.of(low);
            for (int k = 0; k < low.length; k++) {
                if (k != free && combinations.size() <= MOST_STARTS) {
                    combinations = spread(combinations, k, low[k], high[k]);
                }
            }
            for (double[] values : combinations) {
                best = best.better(given(values, free));
            }
        }
    }

    private static List<double[]> spread(List<double[]> combinations, int term, double from, double to) {
        final List<double[]> all = new ArrayList<>();
        for (double[] values : combinations) {
            for (int step = 0; step < STARTS; step++) {
                final double[] with = values.clone();
                with[term] = from + (to - from) * step / (STARTS - 1);
                all.add(with);
            }
        }
        return all;
    }

    /** Moves the given terms step by step while the score falls, with each term free in turn. */
    private void polish(double[] low, double[] high) {
        for (int free = 0; free < low.length && best.found(); free++) {
            double step = 0.25;
            for (int moves = 0;
                    moves < MOST_MOVES && step > FINEST * terms.searchWidth() && !terms.stopped();
                    moves++) {
                step = moved(free, step, low, high) ? step : step / 2;
            }
        }
    }

    private boolean moved(int free, double step, double[] low, double[] high) {
        final Candidate before = best;
        for (int k = 0; k < low.length; k++) {
            for (int way = -1; way <= 1 && k != free; way += 2) {
                final double[] values = before.values().clone();
                values[k] = Math.max(low[k], Math.min(high[k], values[k] + way * step * (high[k] - low[k])));
                best = values[k] == before.values()[k] ? best : best.better(given(values, free));
            }
        }
        return best.score() < before.score() - 1e-12 * Math.abs(before.score());
    }
}
