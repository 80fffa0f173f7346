package io.github.breakranks.equilibrium;

import io.github.breakranks.answer.Watch;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Lemke-Howson paths in floating point: fast, and believed in nothing but which actions may be played at their end. */
final class FloatPath {
    private final int rows;
    private final int columns;
    private final FloatSide ofRow; // what the row player may mix: the column player's payoffs
    private final FloatSide ofColumn;
    private long pivots;
    private double products;
    private boolean cut;

    /** Paths in these payoffs of the two players, as {@link FloatPayoffs} has them, with right-hand sides up to so much above 1. */
    FloatPath(double[] row, double[] column, int rows, int columns, double spread) {
        this.rows = rows;
        this.columns = columns;
        this.ofRow = new FloatSide(column, columns, aboveOne(columns, spread));
        this.ofColumn = new FloatSide(row, rows, aboveOne(rows, spread));
    }

    /** {@code 1 + spread u}, u by a Weyl sequence: no two alike. */
    private static double[] aboveOne(int size, double spread) {
        final double[] right = new double[size];
        Arrays.setAll(right, i -> 1 + spread * ((i + 1) * 0.6180339887498949 % 1));
        return right;
    }

    /** The actions in the two bases at the end of a label's path; null where it is longer than so many pivots or the watch allows, or rounding leads astray. */
    @Nullable
    Support follow(int label, int most, Watch watch) {
        ofRow.reset();
        ofColumn.reset();
        cut = false;
        int entering = label;
        boolean rowMoves = label < rows;
        for (int pivot = 0; pivot < most; pivot++) {
            if (!watch.mayGoOn()) {
                break;
            }
            entering = rowMoves ? rowEnters(entering) : columnEnters(entering);
            pivots++;
            final int size = ofRow.size();
            products += (double) size * (size + rows + columns);
            if (entering == label) {
                return ended();
            }
            if (entering == Integer.MAX_VALUE) {
                return null;
            }
            rowMoves = !rowMoves;
        }
        cut = true;
        return null;
    }

    /** The weights of both players' actions where the last path is. */
    double[][] reached() {
        return new double[][] {ofRow.columnValues(), ofColumn.columnValues()};
    }

    /** Pivots of all paths so far [count]. */
    long pivots() {
        return pivots;
    }

    /** What they cost, about: products of payoffs. */
    double products() {
        return products;
    }

    /** Whether the last path was left before its end. */
    boolean cut() {
        return cut;
    }

    private int rowEnters(int label) {
        final int left = label < rows ? ofRow.enterColumn(label) : ofRow.enterSlack(label - rows);
        return left < 0 ? rows - 1 - left : left;
    }

    private int columnEnters(int label) {
        final int left = label < rows ? ofColumn.enterSlack(label) : ofColumn.enterColumn(label - rows);
        if (left == Integer.MAX_VALUE) {
            return left;
        }
        return left < 0 ? -1 - left : rows + left;
    }

    private @Nullable Support ended() {
        final Support support = new Support(ofRow.basicColumns(), ofColumn.basicColumns());
        return Arrays.equals(support.rows(), ofColumn.tightRows())
                        && Arrays.equals(support.columns(), ofRow.tightRows())
                        && support.rows().length > 0
                ? support
                : null;
    }
}
