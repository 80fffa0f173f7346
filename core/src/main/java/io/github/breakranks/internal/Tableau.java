package io.github.breakranks.internal;

/**
 * The numbers of a simplex dictionary, whatever they are counted in.
 *
 * <pre>{@code
 *   basic_i = T[i][last] - sum over j of T[i][j] nonbasic_j         one row for each basic variable
 *   value   = T[m][last] - sum over j of T[m][j] nonbasic_j         rows m and m + 1: the objective, and that of the first phase
 * }</pre>
 */
interface Tableau {
    /** Which rows are meant. */
    interface Rows {
        /** Whether this one is. */
        boolean include(int row);
    }

    /** -1, 0 or 1; with floats, 0 within their tolerance. */
    int sign(int row, int column);

    /** Swaps the variable of a row with that of a column. */
    void pivot(int row, int column);

    /** Whether the number at one column of a row is to be preferred, as more negative, to that at another. */
    boolean steeper(int row, int column, int other);

    /** Compares what the constants of two rows allow a column to grow to, both numbers there above 0. */
    int compareRatios(int row, int other, int column);

    /** Whether one number, not 0, is better to pivot on than another: larger in floats, shorter in whole numbers. */
    boolean firmer(int row, int column, int otherRow, int otherColumn);

    /** Whether the constant of one row is below that of another. */
    boolean lower(int row, int other);

    /** Lets a column of nothing but 0 lift these rows, by one for one, at the price of one in the objective of the first phase. */
    void lift(int column, Rows rows);
}
