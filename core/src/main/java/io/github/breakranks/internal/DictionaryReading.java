package io.github.breakranks.internal;

import io.github.breakranks.internal.ExactLinearProgram.Infeasible;
import io.github.breakranks.internal.ExactLinearProgram.Optimal;
import io.github.breakranks.internal.ExactLinearProgram.Outcome;
import io.github.breakranks.internal.ExactLinearProgram.Unbounded;
import io.github.breakranks.internal.SimplexWalk.End;
import java.math.BigInteger;
import java.util.Arrays;

/** Reads the solution and its proof off the dictionary at which a walk ended. */
final class DictionaryReading {
    private final WholeTableau tableau;
    private final SimplexWalk walk;
    private final int variables;
    private final int rows;

    DictionaryReading(ExactLinearProgram program, WholeTableau tableau, SimplexWalk walk) {
        this.tableau = tableau;
        this.walk = walk;
        this.variables = program.variables();
        this.rows = program.rows().size();
    }

    Outcome outcome(End end) {
        return switch (end) {
            case OPTIMAL -> new Optimal(x(), prices(rows));
            case UNBOUNDED -> new Unbounded(x(), ray());
            case INFEASIBLE -> new Infeasible(walk.contradicted() >= 0 ? contradiction() : prices(rows + 1));
            case CUT -> throw new IllegalArgumentException("a walk that was cut shows nothing");
        };
    }

    private Quotients x() {
        final BigInteger[] x = zeros(variables);
        for (int row = 0; row < rows; row++) {
            if (walk.basic(row) < variables) {
                x[walk.basic(row)] = tableau.at(row, walk.columns());
            }
        }
        return new Quotients(x, tableau.denominator());
    }

    private Quotients prices(int row) {
        final BigInteger[] y = zeros(rows);
        for (int column = 0; column < walk.columns(); column++) {
            final int slack = walk.outside(column) - variables;
            if (slack >= 0 && slack < rows) {
                y[slack] = tableau.at(row, column);
            }
        }
        return new Quotients(y, tableau.denominator());
    }

    /** What an equation that cannot hold is the sum of. */
    private Quotients contradiction() {
        final int row = walk.contradicted();
        final BigInteger[] y = prices(row).numerators();
        y[walk.basic(row) - variables] = tableau.denominator();
        if (tableau.sign(row, walk.columns()) > 0) {
            Arrays.setAll(y, i -> y[i].negate());
        }
        return new Quotients(y, tableau.denominator());
    }

    private Quotients ray() {
        final BigInteger[] ray = zeros(variables);
        final int column = walk.entered();
        final boolean up = tableau.sign(rows, column) < 0;
        for (int row = 0; row < rows; row++) {
            if (walk.basic(row) < variables) {
                final BigInteger number = tableau.at(row, column);
                ray[walk.basic(row)] = up ? number.negate() : number;
            }
        }
        if (walk.outside(column) < variables) {
            ray[walk.outside(column)] =
                    up ? tableau.denominator() : tableau.denominator().negate();
        }
        return new Quotients(ray, tableau.denominator());
    }

    private static BigInteger[] zeros(int size) {
        final BigInteger[] zeros = new BigInteger[size];
        Arrays.fill(zeros, BigInteger.ZERO);
        return zeros;
    }
}
