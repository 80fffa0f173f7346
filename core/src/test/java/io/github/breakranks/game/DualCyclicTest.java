package io.github.breakranks.game;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.breakranks.answer.Fraction;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DualCyclicTest {

    @Test
    void twoActionsByHand() {
        assertEquals(
                NormalFormGame.bimatrix(new long[][] {{2, -3}, {3, -6}}, new long[][] {{3, 2}, {-6, -3}}),
                DualCyclic.hardToSolve(2));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 4})
    void facetsMeetAsGaleSays(int d) {
        final Set<Set<Integer>> even = gale(d);
        for (final NormalFormGame game : List.of(DualCyclic.hardToSolve(d), DualCyclic.manyEquilibria(d))) {
            assertEquals(even, labelsOfVertices(game, 1));
            assertEquals(even.size(), labelsOfVertices(game, 0).size());
        }
    }

    @ParameterizedTest
    @CsvSource({"2, 1, 3", "4, 1, 15"})
    void countsOfCompletelyLabelledPairs(int d, int hard, int many) {
        assertEquals(hard, equilibria(DualCyclic.hardToSolve(d)));
        assertEquals(many, equilibria(DualCyclic.manyEquilibria(d)));
    }

    @Test
    void theLargestIsWhole() {
        assertEquals(
                Fraction.of(-5_342_931_457_063_200L, 1),
                DualCyclic.hardToSolve(20).exactPayoff(1, 19, 0));
    }

    @Test
    void oddOrTooManyActionsAreRefused() {
        assertEquals(
                "d must be even and from 2 to 20 [actions], but was 5",
                assertThrows(IllegalArgumentException.class, () -> DualCyclic.hardToSolve(5))
                        .getMessage());
        assertEquals(
                "d must be even and from 2 to 20 [actions], but was 22",
                assertThrows(IllegalArgumentException.class, () -> DualCyclic.manyEquilibria(22))
                        .getMessage());
    }

    /** All sets of d of the numbers 1 to 2d in which, going round, every run is of even length. */
    private static Set<Set<Integer>> gale(int d) {
        final Set<Set<Integer>> found = new HashSet<>();
        for (int bits = 0; bits < 1 << 2 * d; bits++) {
            if (Integer.bitCount(bits) == d && evenRuns(bits, 2 * d)) {
                found.add(members(bits, 2 * d));
            }
        }
        return found;
    }

    private static boolean evenRuns(int bits, int points) {
        int turned = bits;
        while ((turned & 1) != 0) { // so that no run goes over the end
            turned = turned >> 1 | 1 << points - 1;
        }
        while (turned != 0) {
            turned >>= Integer.numberOfTrailingZeros(turned);
            final int run = Integer.numberOfTrailingZeros(~turned);
            if (run % 2 != 0) {
                return false;
            }
            turned >>= run;
        }
        return true;
    }

    private static Set<Integer> members(int bits, int points) {
        final Set<Integer> set = new TreeSet<>();
        for (int point = 0; point < points; point++) {
            if ((bits >> point & 1) != 0) {
                set.add(point + 1);
            }
        }
        return set;
    }

    private static int equilibria(NormalFormGame game) {
        final int d = game.actions(0);
        final Set<Set<Integer>> others = labelsOfVertices(game, 0);
        int pairs = 0;
        for (final Set<Integer> labels : labelsOfVertices(game, 1)) {
            final Set<Integer> missing = members((1 << 2 * d) - 1, 2 * d);
            missing.removeAll(labels);
            pairs += others.contains(missing) ? 1 : 0;
        }
        return pairs - 1; // one pair is that of nothing played
    }

    /** Labels 1 to d are the row's actions, d+1 to 2d the column's; a vertex of the polytope on which this player's payoffs are at most 1. */
    private static Set<Set<Integer>> labelsOfVertices(NormalFormGame game, int payoffsOf) {
        final int d = game.actions(0);
        final Set<Set<Integer>> found = new HashSet<>();
        for (int bits = 0; bits < 1 << 2 * d; bits++) {
            if (Integer.bitCount(bits) == d && meets(facets(game, payoffsOf), bits)) {
                found.add(members(bits, 2 * d));
            }
        }
        return found;
    }

    /** Rows of {@code (a, b)} with {@code a x <= b}, in the order of labels; payoffs are raised above 0 first. */
    private static Fraction[][] facets(NormalFormGame game, int payoffsOf) {
        final int d = game.actions(0);
        final Fraction raise = Fraction.of(6_000_000_000L, 1);
        final Fraction[][] facets = new Fraction[2 * d][d + 1];
        for (int k = 0; k < d; k++) {
            for (int i = 0; i < d; i++) {
                final Fraction payoff = payoffsOf == 1 ? game.exactPayoff(1, i, k) : game.exactPayoff(0, k, i);
                facets[payoffsOf == 1 ? d + k : k][i] = payoff.plus(raise);
                facets[payoffsOf == 1 ? k : d + k][i] = k == i ? Fraction.of(-1, 1) : Fraction.ZERO;
            }
            facets[payoffsOf == 1 ? d + k : k][d] = Fraction.ONE;
            facets[payoffsOf == 1 ? k : d + k][d] = Fraction.ZERO;
        }
        return facets;
    }

    private static boolean meets(Fraction[][] facets, int bits) {
        final List<Fraction[]> chosen = new ArrayList<>();
        for (int k = 0; k < facets.length; k++) {
            if ((bits >> k & 1) != 0) {
                chosen.add(facets[k].clone());
            }
        }
        final Fraction[] point = solved(chosen.toArray(Fraction[][]::new));
        if (point.length == 0) {
            return false;
        }
        for (final Fraction[] facet : facets) {
            Fraction left = facet[point.length].negated();
            for (int i = 0; i < point.length; i++) {
                left = left.plus(facet[i].times(point[i]));
            }
            if (left.signum() > 0) {
                return false;
            }
        }
        return true;
    }

    /** By elimination; empty if singular. */
    private static Fraction[] solved(Fraction[][] rows) {
        final int d = rows.length;
        for (int column = 0; column < d; column++) {
            int pivot = column;
            while (pivot < d && rows[pivot][column].signum() == 0) {
                pivot++;
            }
            if (pivot == d) {
                return new Fraction[0];
            }
            final Fraction[] head = rows[pivot];
            rows[pivot] = rows[column];
            rows[column] = head;
            for (int i = 0; i < d; i++) {
                if (i != column && rows[i][column].signum() != 0) {
                    final Fraction factor = rows[i][column].over(head[column]);
                    for (int j = column; j <= d; j++) {
                        rows[i][j] = rows[i][j].minus(factor.times(head[j]));
                    }
                }
            }
        }
        final Fraction[] point = new Fraction[d];
        for (int i = 0; i < d; i++) {
            point[i] = rows[i][d].over(rows[i][i]);
        }
        return point;
    }
}
