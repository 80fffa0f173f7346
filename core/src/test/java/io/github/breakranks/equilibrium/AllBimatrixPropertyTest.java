package io.github.breakranks.equilibrium;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.breakranks.Seeds;
import io.github.breakranks.answer.Answer;
import io.github.breakranks.answer.Certificate;
import io.github.breakranks.answer.Fraction;
import io.github.breakranks.equilibrium.NashEquilibria.Component;
import io.github.breakranks.equilibrium.NashEquilibria.MaximalSubset;
import io.github.breakranks.equilibrium.NashEquilibria.Witness;
import io.github.breakranks.game.NormalFormGame;
import io.github.breakranks.game.Regret;
import io.github.breakranks.game.StrategyProfile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class AllBimatrixPropertyTest {

    /** Payoffs of both players, whole numbers. */
    record Payoffs(long[][] row, long[][] column) {
        NormalFormGame game() {
            return NormalFormGame.bimatrix(row, column);
        }
    }

    @Provide
    Arbitrary<Payoffs> generic() {
        return payoffs(4, -500, 500);
    }

    @Provide
    Arbitrary<Payoffs> tied() {
        return payoffs(4, 0, 2);
    }

    private static Arbitrary<Payoffs> payoffs(int most, int least, int greatest) {
        return Combinators.combine(
                        Arbitraries.integers().between(1, most).withoutEdgeCases(),
                        Arbitraries.integers().between(1, most).withoutEdgeCases(),
                        Arbitraries.longs().withoutEdgeCases())
                .as((rows, columns, seed) -> {
                    final SplittableRandom random = new SplittableRandom(seed);
                    final long[][][] drawn = new long[2][rows][columns];
                    for (final long[][] matrix : drawn) {
                        for (final long[] row : matrix) {
                            Arrays.setAll(row, j -> random.nextInt(least, greatest + 1));
                        }
                    }
                    return new Payoffs(drawn[0], drawn[1]);
                });
    }

    private static NashEquilibria solved(NormalFormGame game) {
        final Answer<NashEquilibria> answer = AllBimatrixSolver.solver().solve(game);
        assertInstanceOf(Answer.Found.class, answer);
        assertInstanceOf(Certificate.Proven.class, answer.certificate(), answer.certificate()::sentence);
        assertTrue(answer.value().complete());
        return answer.value();
    }

    private static List<List<Fraction>> strategies(StrategyProfile profile) {
        return List.of(List.of(profile.exactChances(0)), List.of(profile.exactChances(1)));
    }

    private static Set<List<List<Fraction>>> profiles(NashEquilibria found) {
        return found.equilibria().stream().map(one -> strategies(one.profile())).collect(Collectors.toSet());
    }

    @Property(tries = 100, seed = Seeds.USUAL)
    void allExtremeEquilibriaOfGamesWithoutTiesAsByBruteForce(@ForAll("generic") Payoffs payoffs) {
        final NashEquilibria found = solved(payoffs.game());
        assertEquals(ExtremesByBruteForce.of(payoffs.game()), profiles(found));
        assertEquals(found.count(), profiles(found).size());
    }

    @Property(tries = 150, seed = Seeds.USUAL)
    void allExtremeEquilibriaOfGamesWithTiesAsByBruteForce(@ForAll("tied") Payoffs payoffs) {
        final NashEquilibria found = solved(payoffs.game());
        assertEquals(ExtremesByBruteForce.of(payoffs.game()), profiles(found));
        assertEquals(found.count(), profiles(found).size());
    }

    @Property(tries = 100, seed = Seeds.USUAL)
    void indicesSumToOneAndEveryRegretIsNothing(@ForAll("tied") Payoffs payoffs) {
        final NashEquilibria found = solved(payoffs.game());
        assertEquals(OptionalInt.of(1), found.indexSum());
        for (final NashEquilibrium one : found.equilibria()) {
            assertTrue(Regret.of(payoffs.game(), one.profile()).none());
        }
    }

    @Property(tries = 100, seed = Seeds.USUAL)
    void aGameWithoutTiesHasAnOddNumberEachOfIndexOneOrMinusOne(@ForAll("generic") Payoffs payoffs) {
        final NashEquilibria found = solved(payoffs.game());
        if (!found.degenerate()) {
            assertEquals(1, found.count() % 2);
            for (final Component component : found.components()) {
                assertEquals(1, component.members().size());
                assertEquals(1, Math.abs(component.index().orElseThrow()));
                final boolean pure = found.equilibria()
                        .get(component.members().get(0))
                        .profile()
                        .pure();
                assertTrue(!pure || component.index().getAsInt() == 1);
            }
        }
    }

    @Property(tries = 100, seed = Seeds.USUAL)
    void aDegenerateGameIsSaidToBeSoWithAStrategyThatShowsIt(@ForAll("tied") Payoffs payoffs) {
        final NashEquilibria found = solved(payoffs.game());
        assertEquals(found.degenerate(), found.witness().isPresent());
        if (found.degenerate()) {
            final Witness witness = found.witness().orElseThrow();
            final int other = 1 - witness.player();
            final Fraction[][] chances = new Fraction[2][];
            chances[witness.player()] = witness.strategy().toArray(Fraction[]::new);
            chances[other] = StrategyProfile.uniform(payoffs.game().shape()).exactChances(other);
            final Fraction[] earned = Regret.byAction(payoffs.game(), StrategyProfile.of(chances), other);
            final Fraction best = Arrays.stream(earned).reduce(earned[0], Fraction::max);
            final List<Integer> replies = new ArrayList<>();
            for (int action = 0; action < earned.length; action++) {
                if (earned[action].equals(best)) {
                    replies.add(action);
                }
            }
            assertEquals(replies, witness.bestReplies());
            assertTrue(replies.size() > witness.support());
        }
    }

    @Property(tries = 100, seed = Seeds.USUAL)
    void everyMixtureWithinAMaximalSubsetIsAnEquilibrium(@ForAll("tied") Payoffs payoffs, @ForAll long seed) {
        final NashEquilibria found = solved(payoffs.game());
        final SplittableRandom random = new SplittableRandom(seed);
        final Set<Integer> covered = new HashSet<>();
        for (final MaximalSubset subset : found.maximalSubsets()) {
            covered.addAll(subset.members());
            assertEquals(
                    subset.members().size(),
                    subset.corners().get(0).size() * subset.corners().get(1).size());
            final StrategyProfile mixed = StrategyProfile.of(
                    mixture(subset.corners().get(0), random),
                    mixture(subset.corners().get(1), random));
            assertTrue(Regret.of(payoffs.game(), mixed).none());
        }
        assertEquals(found.count(), covered.size());
    }

    private static Fraction[] mixture(List<List<Fraction>> corners, SplittableRandom random) {
        final Fraction[] mixed = new Fraction[corners.get(0).size()];
        Arrays.fill(mixed, Fraction.ZERO);
        long sum = 0;
        for (final List<Fraction> corner : corners) {
            final int weight = random.nextInt(1, 10);
            sum += weight;
            Arrays.setAll(mixed, action -> mixed[action].plus(corner.get(action).times(weight)));
        }
        final Fraction total = Fraction.of(sum, 1);
        return Arrays.stream(mixed).map(chance -> chance.over(total)).toArray(Fraction[]::new);
    }

    @Property(tries = 60, seed = Seeds.USUAL)
    void setsOfDifferentComponentsDoNotTouch(@ForAll("tied") Payoffs payoffs) {
        final NashEquilibria found = solved(payoffs.game());
        for (int k = 0; k < found.count(); k++) {
            for (int other = 0; other < found.count(); other++) {
                final List<List<Fraction>> one =
                        strategies(found.equilibria().get(k).profile());
                final List<List<Fraction>> two =
                        strategies(found.equilibria().get(other).profile());
                if (one.get(0).equals(two.get(0)) || one.get(1).equals(two.get(1))) {
                    assertEquals(found.componentOf(k), found.componentOf(other));
                }
            }
        }
    }

    @Property(tries = 60, seed = Seeds.USUAL)
    void otherOrderOfActionsOrOfPlayersSameEquilibria(@ForAll("tied") Payoffs payoffs) {
        final int rows = payoffs.row.length;
        final int columns = payoffs.row[0].length;
        final long[][][] turned = new long[2][columns][rows]; // players change places, actions run backwards
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                turned[0][columns - 1 - j][rows - 1 - i] = payoffs.column[i][j];
                turned[1][columns - 1 - j][rows - 1 - i] = payoffs.row[i][j];
            }
        }
        final NashEquilibria found = solved(payoffs.game());
        final NashEquilibria other = solved(NormalFormGame.bimatrix(turned[0], turned[1]));
        final Set<List<List<Fraction>>> back = profiles(other).stream()
                .map(pair -> List.of(reversed(pair.get(1)), reversed(pair.get(0))))
                .collect(Collectors.toSet());
        assertEquals(profiles(found), back);
        assertEquals(indices(found), indices(other));
    }

    private static List<Fraction> reversed(List<Fraction> strategy) {
        final List<Fraction> reversed = new ArrayList<>(strategy);
        java.util.Collections.reverse(reversed);
        return reversed;
    }

    private static List<Integer> indices(NashEquilibria found) {
        return found.components().stream()
                .map(component -> component.index().orElseThrow())
                .sorted()
                .toList();
    }

    @Property(tries = 60, seed = Seeds.USUAL)
    void otherUnitsAndWhatAPlayerCannotInfluenceChangeNothing(@ForAll("tied") Payoffs payoffs, @ForAll long seed) {
        final SplittableRandom random = new SplittableRandom(seed);
        final long[][] row = new long[payoffs.row.length][];
        final long[][] column = new long[payoffs.row.length][];
        final long[] byColumn = random.longs(payoffs.row[0].length, -5, 6).toArray();
        for (int i = 0; i < row.length; i++) {
            final int here = i;
            final long byRow = random.nextInt(-5, 6);
            row[i] = new long[byColumn.length];
            column[i] = new long[byColumn.length];
            Arrays.setAll(row[i], j -> 3 * payoffs.row[here][j] + byColumn[j]);
            Arrays.setAll(column[i], j -> 7 * payoffs.column[here][j] + byRow);
        }
        final NashEquilibria found = solved(payoffs.game());
        final NashEquilibria other = solved(NormalFormGame.bimatrix(row, column));
        assertEquals(profiles(found), profiles(other));
        assertEquals(found.components(), other.components());
        assertEquals(found.degenerate(), other.degenerate());
    }

    @Property(tries = 60, seed = Seeds.USUAL)
    void anActionWorseWhateverTheOtherDoesChangesNothing(@ForAll("tied") Payoffs payoffs) {
        final int rows = payoffs.row.length;
        final long[][] row = Arrays.copyOf(payoffs.row, rows + 1);
        final long[][] column = Arrays.copyOf(payoffs.column, rows + 1);
        row[rows] = Arrays.stream(payoffs.row[0]).map(payoff -> payoff - 1).toArray();
        column[rows] = payoffs.column[0].clone();
        final NashEquilibria found = solved(payoffs.game());
        final NashEquilibria other = solved(NormalFormGame.bimatrix(row, column));
        final Set<List<List<Fraction>>> without = profiles(other).stream()
                .map(pair -> List.of(pair.get(0).subList(0, rows), pair.get(1)))
                .collect(Collectors.toSet());
        assertEquals(profiles(found), without);
        assertEquals(found.components(), other.components());
    }

    @Property(tries = 40, seed = Seeds.USUAL)
    void wholeNumbersThroughoutAndMoreThreadsFindTheSame(@ForAll("tied") Payoffs payoffs) {
        final NashEquilibria found = solved(payoffs.game());
        final NashEquilibria threaded =
                AllBimatrixSolver.solver().withThreads(2).solve(payoffs.game()).orElseThrow();
        assertEquals(found.components(), threaded.components());
        assertEquals(found.maximalSubsets(), threaded.maximalSubsets());
        assertEquals(found.witness(), threaded.witness());
        assertEquals(found.table(), threaded.table());
        for (int player = 0; player < 2; player++) {
            final BestReplyPolytope polytope = BestReplyPolytope.of(payoffs.game(), player);
            final VertexWalk quick = new VertexWalk(polytope, false);
            final VertexWalk exact = new VertexWalk(polytope, true);
            assertTrue(quick.advance(Integer.MAX_VALUE));
            assertTrue(exact.advance(Integer.MAX_VALUE));
            assertEquals(sorted(quick.bases()), sorted(exact.bases()));
            assertEquals(sorted(quick.labels()), sorted(exact.labels()));
        }
    }

    private static List<Long> sorted(LabelList list) {
        final List<Long> sorted = new ArrayList<>();
        for (int k = 0; k < list.size(); k++) {
            sorted.add(list.get(k));
        }
        sorted.sort(null);
        return sorted;
    }

    @Property(tries = 60, seed = Seeds.USUAL)
    void boundsInDoublesNeverShowWhatWholeNumbersRefute(@ForAll("tied") Payoffs payoffs, @ForAll long seed) {
        final BestReplyPolytope polytope = BestReplyPolytope.of(payoffs.game(), 0);
        final BasisBounds bounds = new BasisBounds(polytope);
        final SplittableRandom random = new SplittableRandom(seed);
        final int labels = polytope.rows() + polytope.columns();
        for (int tried = 0; tried < 50; tried++) {
            final long basis = random.nextLong() & (1L << labels) - 1;
            if (Long.bitCount(basis) == polytope.columns() && bounds.shows(basis)) {
                final ExactDictionary exact = Objects.requireNonNull(ExactDictionary.at(polytope, basis));
                assertTrue(exact.feasible());
                assertEquals(basis, exact.labels());
            }
        }
        assertFalse(bounds.shows(0L));
    }
}
