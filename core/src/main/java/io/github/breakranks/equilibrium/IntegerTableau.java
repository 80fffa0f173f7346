package io.github.breakranks.equilibrium;

import io.github.breakranks.internal.WholePivot;
import java.math.BigInteger;
import java.util.Arrays;

/**
 * One player's half of a Lemke-Howson path: what the other may mix, {@code M z + s = 1}, in whole numbers over one denominator.
 *
 * <p>Only the columns of variables that are 0 are kept; that of one in the basis would be the denominator in its own row and 0 elsewhere.
 * Divisions leave no rest, as all entries are minors of M. The leaving variable is chosen by the ratio test on the right-hand side, ties by
 * the same test on the columns of the slacks, one after the other. So the path is that of right-hand sides {@code 1 + e^k} for a small e,
 * on which no two ratios are equal, and no basis comes twice.
 */
final class IntegerTableau {
    private final BigInteger[][] entries; // by row of the basis; the last column is the right-hand side
    private final int[] basic; // label of each row's variable
    private final int[] zero; // label of each column's variable
    private final int[] place; // by label: its row, or -1 - its column
    private final int[] slacks; // labels of slacks, in the order of the test
    private BigInteger denominator = BigInteger.ONE;

    /**
     * All slacks in the basis.
     *
     * @param payoffs {@code M}, above 0; not copied
     * @param slacks  the label of each row's slack
     * @param mixed   the label of each column
     */
    IntegerTableau(BigInteger[][] payoffs, int[] slacks, int[] mixed) {
        this.entries = new BigInteger[payoffs.length][];
        for (int row = 0; row < payoffs.length; row++) {
            entries[row] = Arrays.copyOf(payoffs[row], mixed.length + 1);
            entries[row][mixed.length] = BigInteger.ONE;
        }
        this.slacks = slacks.clone();
        this.basic = slacks.clone();
        this.zero = mixed.clone();
        this.place = new int[slacks.length + mixed.length];
        for (int row = 0; row < basic.length; row++) {
            place[basic[row]] = row;
        }
        for (int column = 0; column < zero.length; column++) {
            place[zero[column]] = -1 - column;
        }
    }

    /** Brings the variable with this label into the basis; the label of the one that leaves. */
    int enter(int label) {
        final int column = -1 - place[label];
        final int row = leavingRow(column);
        denominator = WholePivot.swap(entries, row, column, denominator);
        final int leaving = basic[row];
        basic[row] = label;
        place[label] = row;
        zero[column] = leaving;
        place[leaving] = -1 - column;
        return leaving;
    }

    /** The value of the variable with this label, times the denominator. */
    BigInteger value(int label) {
        return place[label] < 0 ? BigInteger.ZERO : entries[place[label]][zero.length];
    }

    private int leavingRow(int column) {
        int[] rows = new int[entries.length];
        int count = 0;
        for (int row = 0; row < rows.length; row++) {
            if (entries[row][column].signum() > 0) {
                rows[count++] = row;
            }
        }
        rows = least(Arrays.copyOf(rows, count), column, zero.length);
        for (int next = 0; rows.length > 1; next++) {
            final int at = place[slacks[next]];
            rows = at >= 0 ? without(rows, at) : least(rows, column, -1 - at);
        }
        return rows[0];
    }

    /** Those rows whose entry of a column is least for that of the entering one. */
    private int[] least(int[] rows, int column, int of) {
        final int[] kept = new int[rows.length];
        int count = 0;
        for (final int row : rows) {
            final int sign = count == 0
                    ? -1
                    : entries[row][of]
                            .multiply(entries[kept[0]][column])
                            .compareTo(entries[kept[0]][of].multiply(entries[row][column]));
            count = sign < 0 ? 0 : count;
            if (sign <= 0) {
                kept[count++] = row;
            }
        }
        return Arrays.copyOf(kept, count);
    }

    /** A slack in the basis has an entry above 0 in its own row, which so is not the least. */
    private static int[] without(int[] rows, int excluded) {
        return Arrays.stream(rows).filter(row -> row != excluded).toArray();
    }
}
