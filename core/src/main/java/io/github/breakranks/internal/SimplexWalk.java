package io.github.breakranks.internal;

import java.util.Arrays;
import java.util.function.BooleanSupplier;

/**
 * The simplex method on a dictionary, whatever its numbers are: free variables enter and stay, equations leave and stay out, a first phase
 * finds something feasible, a second the best (Dantzig, 1951).
 *
 * <p>Of the columns that gain the steepest is taken; after thirty steps that gained nothing, by Bland's rule (1977,
 * 10.1287/moor.2.2.103) the first, until one gains, so that no dictionary comes twice.
 */
final class SimplexWalk {
    private static final int PATIENCE = 30;

    /** How a walk ended. */
    enum End {
        OPTIMAL,
        INFEASIBLE,
        UNBOUNDED,
        CUT
    }

    /** What a variable may be. */
    enum Kind {
        AT_LEAST_ZERO,
        FREE,
        ZERO
    }

    private final Tableau tableau;
    private final Kind[] kinds; // by variable: those of the program, then a slack for each row, then the artificial one
    private final int[] basic; // by row
    private final int[] outside; // by column; the last is the artificial variable's to begin with
    private final int rows;
    private final int columns;
    private final int artificial;
    private final BooleanSupplier mayGoOn;
    private int entered = -1; // the column that no row bounds
    private int pivots;

    /** A walk over a program of so many rows; {@code kinds} lists its variables, its slacks and the artificial variable. */
    SimplexWalk(Tableau tableau, Kind[] kinds, int rows, BooleanSupplier mayGoOn) {
        this.tableau = tableau;
        this.kinds = kinds;
        this.rows = rows;
        this.columns = kinds.length - rows;
        this.artificial = kinds.length - 1;
        this.mayGoOn = mayGoOn;
        this.basic = new int[rows];
        Arrays.setAll(basic, i -> columns - 1 + i);
        this.outside = new int[columns];
        Arrays.setAll(outside, j -> j < columns - 1 ? j : artificial);
    }

    /** The variable of a row. */
    int basic(int row) {
        return basic[row];
    }

    /** The variable of a column. */
    int outside(int column) {
        return outside[column];
    }

    /** How many columns there are before the constants, that of the artificial variable among them. */
    int columns() {
        return columns;
    }

    /** The column along which the value has no bound. */
    int entered() {
        return entered;
    }

    /** How many pivots there were. */
    int pivots() {
        return pivots;
    }

    /** Brings the variables marked into the basis, as far as they can be. */
    void start(boolean[] wanted) {
        for (int column = 0; column < columns; column++) {
            if (outside[column] != artificial && wanted[outside[column]] && mayGoOn.getAsBoolean()) {
                final int row = firmest(column, wanted);
                if (row >= 0) {
                    pivot(row, column);
                }
            }
        }
    }

    private int firmest(int column, boolean[] kept) {
        int best = -1;
        for (int row = 0; row < rows; row++) {
            if (!kept[basic[row]]
                    && tableau.sign(row, column) != 0
                    && (best < 0 || tableau.firmer(row, column, best, column))) {
                best = row;
            }
        }
        return best;
    }

    /** Walks to the end. */
    End walk() {
        enterFree();
        final int contradicted = leaveEquations();
        if (contradicted >= 0) {
            return End.INFEASIBLE;
        }
        if (!feasible() && !settle()) {
            openArtificial();
            final End first = climb(rows + 1);
            if (first != End.OPTIMAL) {
                return first;
            }
            if (!closeArtificial()) {
                return End.INFEASIBLE;
            }
        }
        return climb(rows);
    }

    /** The equation that cannot hold, as its row has come to say that a number other than 0 is 0; -1 for none. */
    int contradicted() {
        for (int row = 0; row < rows; row++) {
            if (kinds[basic[row]] == Kind.ZERO && basic[row] != artificial && tableau.sign(row, columns) != 0) {
                return row;
            }
        }
        return -1;
    }

    private void enterFree() {
        final boolean[] kept = new boolean[kinds.length];
        final boolean[] keptToo = new boolean[kinds.length];
        for (int variable = 0; variable < kinds.length; variable++) {
            kept[variable] = kinds[variable] != Kind.ZERO; // equations are left first
            keptToo[variable] = kinds[variable] == Kind.FREE;
        }
        for (int column = 0; column < columns; column++) {
            if (kinds[outside[column]] == Kind.FREE) {
                final int row = firmest(column, kept);
                final int other = row >= 0 ? row : firmest(column, keptToo);
                if (other >= 0) {
                    pivot(other, column);
                }
            }
        }
    }

    private int leaveEquations() {
        for (int row = 0; row < rows; row++) {
            if (kinds[basic[row]] == Kind.ZERO) {
                leave(row);
            }
        }
        return contradicted();
    }

    private void leave(int row) {
        int best = -1;
        for (int column = 0; column < columns; column++) {
            if (kinds[outside[column]] != Kind.ZERO
                    && tableau.sign(row, column) != 0
                    && (best < 0 || tableau.firmer(row, column, row, best))) {
                best = column;
            }
        }
        if (best >= 0) {
            pivot(row, best);
        }
    }

    private boolean feasible() {
        return missing() < 0;
    }

    /**
     * Takes out what is below 0, as long as no column would gain: the dual simplex, for a few steps (Lemke, 1954, Naval Research Logistics
     * Quarterly 1, 36). Says whether nothing is missing any more.
     */
    boolean settle() {
        if (gaining(rows, true) >= 0) {
            return false;
        }
        for (int step = 0; step < rows + columns && mayGoOn.getAsBoolean(); step++) {
            final int row = missing();
            if (row < 0) {
                return true;
            }
            final int column = cheapest(row);
            if (column < 0) {
                return false;
            }
            pivot(row, column);
        }
        return feasible();
    }

    private int missing() {
        int worst = -1;
        for (int row = 0; row < rows; row++) {
            if (bounds(row) && tableau.sign(row, columns) < 0 && (worst < 0 || tableau.lower(row, worst))) {
                worst = row;
            }
        }
        return worst;
    }

    private int cheapest(int row) {
        int best = -1;
        for (int column = 0; column < columns; column++) {
            if (kinds[outside[column]] != Kind.ZERO
                    && tableau.sign(row, column) < 0
                    && (best < 0 || tableau.compareSlopes(rows, row, column, best) < 0)) {
                best = column;
            }
        }
        return best;
    }

    private boolean bounds(int row) {
        return kinds[basic[row]] == Kind.AT_LEAST_ZERO;
    }

    /** The artificial variable is let in, where the most is missing, so that nothing is missing any more. */
    private void openArtificial() {
        final int column = artificialColumn();
        tableau.lift(column, row -> row < rows && bounds(row) && tableau.sign(row, columns) < 0);
        kinds[artificial] = Kind.AT_LEAST_ZERO;
        pivot(missing(), column);
    }

    private int artificialColumn() {
        int column = columns - 1;
        while (outside[column] != artificial) {
            column--;
        }
        return column;
    }

    /** Takes the artificial variable out for good; says whether nothing is missing without it. */
    private boolean closeArtificial() {
        for (int row = 0; row < rows; row++) {
            if (basic[row] == artificial) {
                if (tableau.sign(row, columns) != 0) {
                    return false;
                }
                kinds[artificial] = Kind.ZERO;
                leave(row);
            }
        }
        kinds[artificial] = Kind.ZERO;
        return true;
    }

    private End climb(int objective) {
        int still = 0;
        while (mayGoOn.getAsBoolean()) {
            final boolean first = still > PATIENCE;
            final int column = gaining(objective, first);
            if (column < 0) {
                return End.OPTIMAL;
            }
            final int row = bounding(column, tableau.sign(objective, column));
            if (row < 0) {
                entered = column;
                return End.UNBOUNDED;
            }
            still = tableau.sign(row, columns) == 0 ? still + 1 : 0;
            pivot(row, column);
        }
        return End.CUT;
    }

    private int gaining(int objective, boolean first) {
        int best = -1;
        for (int column = 0; column < columns; column++) {
            final Kind kind = kinds[outside[column]];
            final int sign = kind == Kind.ZERO ? 0 : tableau.sign(objective, column);
            if (sign == 0 || sign > 0 && kind != Kind.FREE) {
                continue;
            }
            final boolean better =
                    best < 0 || (first ? outside[column] < outside[best] : tableau.steeper(objective, column, best));
            best = better ? column : best;
        }
        return best;
    }

    private int bounding(int column, int direction) {
        int best = -1;
        for (int row = 0; direction < 0 && row < rows; row++) {
            if (!bounds(row) || tableau.sign(row, column) <= 0) {
                continue;
            }
            final int order = best < 0 ? -1 : tableau.compareRatios(row, best, column);
            final boolean sooner =
                    basic[row] == artificial || best >= 0 && basic[best] != artificial && basic[row] < basic[best];
            best = order < 0 || order == 0 && sooner ? row : best;
        }
        return best;
    }

    private void pivot(int row, int column) {
        tableau.pivot(row, column);
        final int leaving = basic[row];
        basic[row] = outside[column];
        outside[column] = leaving;
        pivots++;
    }
}
