package io.github.breakranks.equilibrium;

/**
 * Walks along the edges of a best-reply polytope from vertex to vertex until it has seen all.
 *
 * <p>It pivots in doubles from a basis to a neighbour as long as it finds one that is new, and solves the equations afresh when it does not,
 * or after some pivots, so that errors do not add up. At each basis the neighbour across each edge is read off. Where doubles see a tie, or
 * nearly, whole numbers break it by the lexicographic rule ({@link ExactDictionary}). Nothing found here is believed: a wrong turn leads to
 * a basis that {@link VertexListVerifier} refuses, and a list from which one is missing has an edge with one end only.
 *
 * <p>Cost: a basis {@code r c} products, or {@code k r c} afresh with k actions, for r rows and c columns; some 80 bytes a basis.
 */
final class VertexWalk {
    private static final double TIE = 1e-9; // of values at most about 1
    private static final double ZERO = 1e-11;
    private static final int MOST_PIVOTS = 64; // before the equations are solved afresh
    private static final int WHOLE = 64; // vertices in doubles take about as long as one in whole numbers

    private final BestReplyPolytope polytope;
    private final boolean wholeNumbers; // throughout
    private final int rows;
    private final int columns;
    private final int width;
    private final double[] start;
    private final double[] entries;
    private final int[] basic; // by row: its label
    private final int[] nonbasic; // by column: its label
    private final double[] best; // by column: the largest entry over the row's value
    private final double[] second;
    private final int[] bestRow;

    private final LabelSet seen = new LabelSet(1024);
    private final LabelSet done = new LabelSet(1024);
    private final LabelList waiting = new LabelList(); // seen; those done meanwhile are passed over
    private long current; // the basis that the entries are of, 0: of none
    private boolean solved; // in doubles
    private boolean lost;
    private int pivots; // since the equations were last solved afresh
    private final LabelList bases = new LabelList();
    private final LabelList labels = new LabelList(); // of the vertex of each basis

    VertexWalk(BestReplyPolytope polytope, boolean wholeNumbers) {
        this.polytope = polytope;
        this.wholeNumbers = wholeNumbers;
        this.rows = polytope.rows();
        this.columns = polytope.columns();
        this.width = columns + 1;
        this.start = new double[rows * width];
        final double[] nearest = polytope.nearest();
        for (int row = 0; row < rows; row++) {
            System.arraycopy(nearest, row * columns, start, row * width, columns);
            start[row * width + columns] = 1.0;
        }
        this.entries = new double[start.length];
        this.basic = new int[rows];
        this.nonbasic = new int[columns];
        this.best = new double[columns];
        this.second = new double[columns];
        this.bestRow = new int[columns];
        seen.add(polytope.origin());
        waiting.add(polytope.origin());
    }

    /** Walks on over so many vertices at most, fewer where they take whole numbers; whether all have been seen. */
    boolean advance(int most) {
        for (int step = 0; step < most && !finished(); step++) {
            final boolean fresh = current == 0 || pivots >= MOST_PIVOTS || !toNeighbour();
            if (fresh && !toWaiting()) {
                break;
            }
            done.add(current);
            bases.add(current);
            if (wholeNumbers || !inDoubles()) {
                inWholeNumbers();
                step += WHOLE - 1; // so that a watch is asked as often
            }
        }
        return finished();
    }

    /** Whether all have been seen. */
    boolean finished() {
        return current == 0 && waiting.size() == 0;
    }

    /** Takes up a basis that waits and solves its equations; whether there was one. */
    private boolean toWaiting() {
        current = 0;
        while (waiting.size() > 0 && current == 0) {
            final long basis = waiting.removeLast();
            current = done.contains(basis) ? 0 : basis;
        }
        pivots = 0;
        solved = current != 0 && !wholeNumbers && solve(current);
        return current != 0;
    }

    /** Crosses an edge to a basis that is not done; whether there is one. */
    private boolean toNeighbour() {
        for (int column = 0; column < columns && solved; column++) {
            final int row = bestRow[column];
            final long next = current ^ 1L << nonbasic[column] ^ 1L << basic[row];
            if (!done.contains(next)) {
                pivot(row, column);
                pivots++;
                current = next;
                return true;
            }
        }
        return false;
    }

    /** Whether doubles led to what is no vertex. */
    boolean lost() {
        return lost;
    }

    BestReplyPolytope polytope() {
        return polytope;
    }

    /** The bases seen, each as its nonbasic labels. */
    LabelList bases() {
        return bases;
    }

    /** Of each basis, all labels of its vertex. */
    LabelList labels() {
        return labels;
    }

    /** Whether a basis was seen. */
    boolean saw(long basis) {
        return seen.contains(basis);
    }

    private void inWholeNumbers() {
        solved = false;
        final ExactDictionary dictionary = ExactDictionary.at(polytope, current);
        if (dictionary == null || !dictionary.feasible()) {
            lost = true;
            labels.add(current);
            return;
        }
        labels.add(dictionary.labels());
        for (int column = 0; column < columns; column++) {
            see(dictionary.entering(column), dictionary.leaving(column));
        }
    }

    private boolean inDoubles() {
        if (!solved || !rate()) {
            return false;
        }
        labels.add(current);
        for (int column = 0; column < columns; column++) {
            see(nonbasic[column], basic[bestRow[column]]);
        }
        return true;
    }

    private void see(int entering, int leaving) {
        final long next = current ^ 1L << entering ^ 1L << leaving;
        if (seen.add(next)) {
            waiting.add(next);
        }
    }

    /** Exchanges the basis's actions for its tight rows, largest pivots first; whether it could. */
    private boolean solve(long basis) {
        System.arraycopy(start, 0, entries, 0, entries.length);
        for (int row = 0; row < rows; row++) {
            basic[row] = polytope.labelOfRow(row);
        }
        for (int column = 0; column < columns; column++) {
            nonbasic[column] = polytope.labelOfColumn(column);
        }
        for (int column = 0; column < columns; column++) {
            if ((basis >>> nonbasic[column] & 1) == 0) {
                final int row = pivotRow(basis, column);
                if (row < 0) {
                    return false;
                }
                pivot(row, column);
            }
        }
        return true;
    }

    private int pivotRow(long basis, int column) {
        int row = -1;
        double largest = ZERO;
        for (int tried = 0; tried < rows; tried++) {
            if (basic[tried] == polytope.labelOfRow(tried) && (basis >>> basic[tried] & 1) == 1) {
                final double size = Math.abs(entries[tried * width + column]);
                if (size > largest) {
                    largest = size;
                    row = tried;
                }
            }
        }
        return row;
    }

    private void pivot(int pivotRow, int pivotColumn) {
        final int from = pivotRow * width;
        final double inverse = 1.0 / entries[from + pivotColumn];
        entries[from + pivotColumn] = 1.0;
        for (int column = 0; column < width; column++) {
            entries[from + column] *= inverse;
        }
        for (int row = 0; row < rows; row++) {
            if (row != pivotRow) {
                final int to = row * width;
                final double factor = entries[to + pivotColumn];
                entries[to + pivotColumn] = 0.0;
                for (int column = 0; column < width; column++) {
                    entries[to + column] -= factor * entries[from + column];
                }
            }
        }
        final int label = basic[pivotRow];
        basic[pivotRow] = nonbasic[pivotColumn];
        nonbasic[pivotColumn] = label;
    }

    /** Finds by column the row that reaches 0 first; whether each is clearly ahead and no value is near 0. */
    private boolean rate() {
        for (int column = 0; column < columns; column++) {
            best[column] = 0.0;
            second[column] = 0.0;
        }
        for (int row = 0; row < rows; row++) {
            final int at = row * width;
            final double value = entries[at + columns];
            if (!(value > TIE)) {
                return false;
            }
            final double over = 1.0 / value;
            for (int column = 0; column < columns; column++) {
                final double rate = entries[at + column] * over;
                if (rate > second[column]) { // seldom, so the rest is kept out of the loop
                    rank(row, column, rate);
                }
            }
        }
        for (int column = 0; column < columns; column++) {
            if (!(best[column] > ZERO) || second[column] >= best[column] * (1.0 - TIE)) {
                return false;
            }
        }
        return true;
    }

    private void rank(int row, int column, double rate) {
        if (rate > best[column]) {
            second[column] = best[column];
            best[column] = rate;
            bestRow[column] = row;
        } else {
            second[column] = rate;
        }
    }
}
