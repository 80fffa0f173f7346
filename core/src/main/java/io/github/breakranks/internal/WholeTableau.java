package io.github.breakranks.internal;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * A dictionary in whole numbers over one denominator: in longs while products fit, then in big integers ({@link WholePivot}).
 */
final class WholeTableau implements Tableau {
    private static final long SMALL = 1L << 30; // two products of such numbers can be subtracted in a long

    private final int columns;
    private long @Nullable [][] small;
    private BigInteger[][] large;
    private BigInteger denominator = BigInteger.ONE;

    /** These numbers over one; the array is taken over. */
    WholeTableau(BigInteger[][] numbers) {
        this.large = numbers;
        this.columns = numbers[0].length;
        this.small = fits(numbers) ? longs(numbers) : null;
    }

    private static boolean fits(BigInteger[][] numbers) {
        for (final BigInteger[] row : numbers) {
            for (final BigInteger number : row) {
                if (number.bitLength() > 30) {
                    return false;
                }
            }
        }
        return true;
    }

    private static long[][] longs(BigInteger[][] numbers) {
        final long[][] longs = new long[numbers.length][numbers[0].length];
        for (int i = 0; i < longs.length; i++) {
            for (int j = 0; j < longs[i].length; j++) {
                longs[i][j] = numbers[i][j].longValue();
            }
        }
        return longs;
    }

    /** What all numbers are to be divided by, above 0. */
    BigInteger denominator() {
        return denominator;
    }

    /** A number, times {@link #denominator}. */
    BigInteger at(int row, int column) {
        return small != null ? BigInteger.valueOf(small[row][column]) : large[row][column];
    }

    @Override
    public int sign(int row, int column) {
        return small != null ? Long.signum(small[row][column]) : large[row][column].signum();
    }

    @Override
    public boolean steeper(int row, int column, int other) {
        return at(row, column).compareTo(at(row, other)) < 0;
    }

    @Override
    public int compareRatios(int row, int other, int column) {
        final int last = columns - 1;
        return at(row, last)
                .multiply(at(other, column))
                .compareTo(at(other, last).multiply(at(row, column)));
    }

    @Override
    public int compareSlopes(int objective, int row, int column, int other) {
        return at(objective, other)
                .multiply(at(row, column))
                .compareTo(at(objective, column).multiply(at(row, other)));
    }

    @Override
    public boolean firmer(int row, int column, int otherRow, int otherColumn) {
        return at(row, column).bitLength() < at(otherRow, otherColumn).bitLength();
    }

    @Override
    public boolean lower(int row, int other) {
        return at(row, columns - 1).compareTo(at(other, columns - 1)) < 0;
    }

    @Override
    public void lift(int column, Rows rows) {
        final int phase = large.length - 1;
        for (int i = 0; i <= phase; i++) {
            if (i == phase || rows.include(i)) {
                put(i, column, i == phase ? denominator : denominator.negate());
            }
        }
    }

    private void put(int row, int column, BigInteger number) {
        if (small != null) {
            small[row][column] = number.longValueExact();
        } else {
            large[row][column] = number;
        }
    }

    @Override
    public void pivot(int row, int column) {
        final long[][] numbers = small;
        if (numbers == null) {
            denominator = WholePivot.swap(large, row, column, denominator);
        } else if (!pivotSmall(numbers, row, column)) {
            small = null;
            large = new BigInteger[numbers.length][columns];
            for (int i = 0; i < numbers.length; i++) {
                for (int j = 0; j < columns; j++) {
                    large[i][j] = BigInteger.valueOf(numbers[i][j]);
                }
            }
        }
    }

    /** Pivots, and says whether the next time longs will do. */
    private boolean pivotSmall(long[][] numbers, int row, int column) {
        final long[] pivotRow = numbers[row];
        final long pivot = pivotRow[column];
        final long sign = Long.signum(pivot);
        final long before = denominator.longValueExact();
        long most = before;
        for (int i = 0; i < numbers.length; i++) {
            final long factor = numbers[i][column];
            for (int j = 0; i != row && j < columns; j++) {
                if (j != column) {
                    numbers[i][j] = sign * ((numbers[i][j] * pivot - factor * pivotRow[j]) / before);
                    most = Math.max(most, Math.abs(numbers[i][j]));
                }
            }
            if (i != row) {
                numbers[i][column] = -sign * factor;
            }
        }
        for (int j = 0; j < columns; j++) {
            pivotRow[j] = sign * (j == column ? before : pivotRow[j]);
        }
        denominator = BigInteger.valueOf(Math.abs(pivot));
        return most < SMALL;
    }
}
