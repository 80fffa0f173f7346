package io.github.breakranks.game;

import io.github.breakranks.internal.Checks;
import java.util.function.IntUnaryOperator;

/**
 * Square games of two players whose best-reply polytopes are dual to cyclic polytopes: the hardest known for methods that follow paths, and
 * those with the most equilibria known.
 *
 * <p>A polytope of this kind has a facet for each of the points 1 to 2d of the moment curve, and d of them meet in a vertex if and only if
 * Gale's evenness condition holds. The first player's chances are the distances from facets 1 to d and the second's payoffs those from d+1 to
 * 2d; in the other player's polytope the facets are renumbered within each half by a permutation s that is its own inverse.
 *
 * <pre>{@code
 *   column(i, j) = (-1)^(i+1) / (d + j - i)
 *   row(i, j)    = (-1)^q / (q - p)              p = s(i),  q = s(d + j),  i and j from 1 to d
 * }</pre>
 *
 * <p>The fractions come from Lagrange's interpolation on the curve: by dependences between its points alone, up to what a player cannot
 * influence and the scale of each of his chances, neither of which changes who replies best to whom. Payoffs are whole numbers, all
 * fractions times the least common multiple of their denominators.
 *
 * @see <a href="https://doi.org/10.1111/j.1468-0262.2006.00667.x">R. Savani and B. von Stengel (2006), "Hard-to-Solve Bimatrix Games",
 *     Econometrica 74(2), 397-429</a>
 * @see "B. von Stengel (1999), New Maximal Numbers of Equilibria in Bimatrix Games, Discrete and Computational Geometry 21, 557-568"
 */
public final class DualCyclic {
    private static final int MOST = 20; // lcm(1..39) times a chance of 1 still fits a long

    private DualCyclic() {}

    /**
     * The game of Savani and von Stengel: its one equilibrium mixes all actions, and every Lemke-Howson path to it is exponentially long.
     *
     * @param d actions of each player, even, from 2 to 20
     */
    public static NormalFormGame hardToSolve(int d) {
        return of(d, facet -> {
            if (facet == 1 || facet == d) {
                return facet;
            }
            final int next = facet % 2 == 0 ? 1 : -1;
            return facet < d ? facet + next : facet - next;
        });
    }

    /**
     * The game of von Stengel with the most equilibria known: 3, 15 and 75 for d of 2, 4 and 6.
     *
     * @param d actions of each player, even, from 2 to 20
     */
    public static NormalFormGame manyEquilibria(int d) {
        return of(d, facet -> facet % 2 == 0 ? facet - 1 : facet + 1);
    }

    private static NormalFormGame of(int d, IntUnaryOperator renumbered) {
        if (!(d >= 2 && d <= MOST && d % 2 == 0)) {
            throw Checks.refused("d must be even and from 2 to %s [actions], but was %s", MOST, d);
        }
        final long whole = leastCommonMultiple(2 * d - 1);
        final long[][] row = new long[d][d];
        final long[][] column = new long[d][d];
        for (int i = 1; i <= d; i++) {
            for (int j = 1; j <= d; j++) {
                final int p = renumbered.applyAsInt(i);
                final int q = renumbered.applyAsInt(d + j);
                row[i - 1][j - 1] = (q % 2 == 0 ? whole : -whole) / (q - p);
                column[i - 1][j - 1] = (i % 2 == 0 ? -whole : whole) / (d + j - i);
            }
        }
        return NormalFormGame.bimatrix(row, column);
    }

    private static long leastCommonMultiple(int upTo) {
        long multiple = 1;
        for (int factor = 2; factor <= upTo; factor++) {
            long a = multiple;
            long b = factor;
            while (b != 0) {
                final long rest = a % b;
                a = b;
                b = rest;
            }
            multiple *= factor / a;
        }
        return multiple;
    }
}
