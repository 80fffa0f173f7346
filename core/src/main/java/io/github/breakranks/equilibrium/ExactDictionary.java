package io.github.breakranks.equilibrium;

import io.github.breakranks.answer.Fraction;
import io.github.breakranks.internal.WholePivot;
import java.math.BigInteger;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The equations of a best-reply polytope solved for the basic labels of one basis, in whole numbers.
 *
 * <pre>{@code
 *   basic_i + sum_j (T_ij / d) nonbasic_j = T_i,rhs / d        d > 0 the determinant of the basis
 * }</pre>
 *
 * <p>Ties are broken by the lexicographic rule: the right-hand side of row r is thought of as 1 + e^(r+1), e above 0 and smaller than any
 * number. That polytope is simple, and each vertex of the given one has at least one basis of it.
 */
final class ExactDictionary {
    private final BestReplyPolytope polytope;
    private final BigInteger[][] entries; // by row and column, the right-hand side last
    private final int[] basic; // by row: its label
    private final int[] nonbasic; // by column: its label
    private final int[] columnOfRow; // by row of the polytope: the column of its slack, -1 if basic
    private BigInteger divisor = BigInteger.ONE;

    private ExactDictionary(BestReplyPolytope polytope) {
        this.polytope = polytope;
        final int columns = polytope.columns();
        this.entries = new BigInteger[polytope.rows()][columns + 1];
        this.basic = new int[polytope.rows()];
        this.nonbasic = new int[columns];
        this.columnOfRow = new int[polytope.rows()];
        for (int row = 0; row < basic.length; row++) {
            basic[row] = polytope.labelOfRow(row);
            for (int column = 0; column < columns; column++) {
                entries[row][column] = polytope.whole(row, column);
            }
            entries[row][columns] = BigInteger.ONE;
        }
        Arrays.setAll(nonbasic, polytope::labelOfColumn);
    }

    /** At the basis whose nonbasic labels are these; null if they make none. */
    static @Nullable ExactDictionary at(BestReplyPolytope polytope, long labels) {
        final ExactDictionary dictionary = new ExactDictionary(polytope);
        final int[] tight = polytope.best(labels);
        if (tight.length != polytope.support(labels).length) {
            return null;
        }
        for (final int column : polytope.support(labels)) {
            int pivot = -1;
            for (final int row : tight) {
                final boolean waits = dictionary.basic[row] == polytope.labelOfRow(row);
                if (waits && dictionary.entries[row][column].signum() != 0) {
                    pivot = row;
                    break;
                }
            }
            if (pivot < 0) {
                return null;
            }
            dictionary.pivot(pivot, column);
        }
        dictionary.placeSlacks();
        return dictionary;
    }

    private void placeSlacks() {
        Arrays.fill(columnOfRow, -1);
        for (int column = 0; column < nonbasic.length; column++) {
            for (int row = 0; row < columnOfRow.length; row++) {
                if (nonbasic[column] == polytope.labelOfRow(row)) {
                    columnOfRow[row] = column;
                }
            }
        }
    }

    private void pivot(int pivotRow, int pivotColumn) {
        divisor = WholePivot.swap(entries, pivotRow, pivotColumn, divisor);
        final int label = basic[pivotRow];
        basic[pivotRow] = nonbasic[pivotColumn];
        nonbasic[pivotColumn] = label;
    }

    private BigInteger value(int row) {
        return entries[row][nonbasic.length];
    }

    /** Whether the basis is one of the polytope with its ties broken: every row is above 0, lexicographically. */
    boolean feasible() {
        for (int row = 0; row < basic.length; row++) {
            int sign = value(row).signum();
            for (int slack = 0; sign == 0 && slack < basic.length; slack++) {
                sign = inverse(row, slack).signum();
            }
            if (sign <= 0) {
                return false;
            }
        }
        return true;
    }

    /** The entry of the inverse of the basis, times the divisor. */
    private BigInteger inverse(int row, int slack) {
        if (columnOfRow[slack] >= 0) {
            return entries[row][columnOfRow[slack]];
        }
        return basic[row] == polytope.labelOfRow(slack) ? divisor : BigInteger.ZERO;
    }

    /** All labels of the vertex: the nonbasic ones, and those basic at 0. */
    long labels() {
        long labels = 0;
        for (final int label : nonbasic) {
            labels |= 1L << label;
        }
        for (int row = 0; row < basic.length; row++) {
            labels |= value(row).signum() == 0 ? 1L << basic[row] : 0;
        }
        return labels;
    }

    /** How many labels can enter. */
    int columns() {
        return nonbasic.length;
    }

    /** The label that can enter from a column. */
    int entering(int column) {
        return nonbasic[column];
    }

    /** The label that leaves when that of a column enters. */
    int leaving(int column) {
        int best = -1;
        for (int row = 0; row < basic.length; row++) {
            if (entries[row][column].signum() > 0 && (best < 0 || before(row, best, column))) {
                best = row;
            }
        }
        return basic[best]; // some row has a positive entry, as the polytope is bounded
    }

    /** Whether a row reaches 0 before another as a column enters, lexicographically. */
    private boolean before(int row, int other, int column) {
        final BigInteger own = entries[row][column];
        final BigInteger others = entries[other][column];
        int sign = value(row).multiply(others).compareTo(value(other).multiply(own));
        for (int slack = 0; sign == 0 && slack < basic.length; slack++) {
            sign = inverse(row, slack)
                    .multiply(others)
                    .compareTo(inverse(other, slack).multiply(own));
        }
        return sign < 0;
    }

    /** The vertex as a strategy: the chance of each action. */
    Fraction[] strategy() {
        final Fraction[] chances = new Fraction[polytope.columns()];
        Arrays.fill(chances, Fraction.ZERO);
        BigInteger sum = BigInteger.ZERO;
        for (int row = 0; row < basic.length; row++) {
            sum = actionIn(row) < 0 ? sum : sum.add(value(row));
        }
        for (int row = 0; row < basic.length; row++) {
            if (actionIn(row) >= 0) {
                chances[actionIn(row)] = new Fraction(value(row), sum);
            }
        }
        return chances;
    }

    /** The action whose chance a row holds, -1 if it holds a slack. */
    private int actionIn(int row) {
        final int action = basic[row] - polytope.labelOfColumn(0);
        return action >= 0 && action < polytope.columns() ? action : -1;
    }
}
