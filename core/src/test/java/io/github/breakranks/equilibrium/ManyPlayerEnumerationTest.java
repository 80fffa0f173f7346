package io.github.breakranks.equilibrium;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.breakranks.answer.Answer;
import io.github.breakranks.answer.Certificate;
import io.github.breakranks.answer.Fraction;
import io.github.breakranks.answer.Watch;
import io.github.breakranks.game.KnownGames;
import io.github.breakranks.game.NormalFormGame;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class ManyPlayerEnumerationTest {
    private final ManyPlayerEnumeration solver = ManyPlayerEnumeration.solver();

    /** McKelvey and McLennan (1997): nine equilibria, two of them totally mixed. */
    @Test
    void allNineEquilibriaOfMcKelveyAndMcLennan() {
        final Answer<NashEquilibria> answer = solver.solve(KnownGames.nineEquilibria());
        final NashEquilibria all = answer.orElseThrow();
        assertEquals(
                List.of(
                        "(1, 0) (1, 0) (1, 0)",
                        "(1, 0) (0, 1) (0, 1)",
                        "(0, 1) (1, 0) (0, 1)",
                        "(0, 1) (0, 1) (1, 0)",
                        "(1/2, 1/2) (1/2, 1/2) (1, 0)",
                        "(1/2, 1/2) (2/5, 3/5) (1/4, 3/4)",
                        "(2/5, 3/5) (1/2, 1/2) (1/3, 2/3)",
                        "(1/3, 2/3) (1, 0) (1/4, 3/4)",
                        "(0, 1) (1/4, 3/4) (1/3, 2/3)"),
                all.equilibria().stream().map(one -> one.profile().toString()).toList());
        assertTrue(all.complete());
        assertFalse(all.degenerate());
        assertEquals(OptionalInt.of(1), all.indexSum());
        assertTrue(all.equilibria().stream().allMatch(one -> one.regret().none()));
        assertEquals("9 equilibria, 4 of them pure. The indices sum to 1. There are no others.", all.explain());
        assertInstanceOf(Certificate.Proven.class, answer.certificate());
    }

    /** Nau, Gomez Canovas and Hansen (2004): one equilibrium, irrational. */
    @Test
    void theIrrationalEquilibriumIsTheOnlyOne() {
        final NashEquilibria all = solver.solve(KnownGames.irrational()).orElseThrow();
        assertEquals(1, all.count());
        assertEquals(
                (Math.sqrt(601) - 13) / 24, all.equilibria().get(0).profile().chance(1, 0), 2e-16);
        assertTrue(all.complete());
    }

    /** Games of the size of which another tool finds an even number in 4 of 38 (Wilson 1971; Harsanyi 1973: it is odd). */
    @Test
    void fortyRandomGamesHaveOddNumbersAndIndicesThatSumToOne() {
        for (int seed = 0; seed < 40; seed++) {
            final Answer<NashEquilibria> answer = solver.solve(ManyPlayerSolverTest.random(seed, 2, 3, 3));
            final NashEquilibria all = answer.orElseThrow();
            assertTrue(all.complete());
            assertEquals(1, all.count() % 2);
            assertEquals(OptionalInt.of(1), all.indexSum());
            assertInstanceOf(Certificate.Proven.class, answer.certificate());
        }
    }

    @Test
    void fourPlayersOnAnyNumberOfThreads() {
        final NormalFormGame game = ManyPlayerSolverTest.random(5, 2, 2, 2, 2);
        final NashEquilibria one = solver.solve(game).orElseThrow();
        final NashEquilibria two = solver.withThreads(2).solve(game).orElseThrow();
        assertTrue(one.complete());
        assertEquals(one.equilibria(), two.equilibria());
        assertEquals(OptionalInt.of(1), one.indexSum());
    }

    @Test
    void twoPlayersGoToTheExactEnumeration() {
        final NashEquilibria all = solver.solve(KnownGames.asymmetricPennies()).orElseThrow();
        assertEquals(
                "(1/2, 1/2) (1/10, 9/10)", all.equilibria().get(0).profile().toString());
        assertTrue(all.complete());
    }

    @Test
    void aDegenerateGameMayHaveMore() {
        final NormalFormGame game = NormalFormGame.of(
                new int[] {2, 2, 2}, (player, chosen) -> player == 0 ? 1 : chosen[0] + chosen[player]);
        final Answer<NashEquilibria> answer = solver.solve(game);
        assertFalse(answer.value().complete());
        assertTrue(answer.value().degenerate());
        assertEquals(
                "somebody is indifferent at (1, 0) (0, 1) (0, 1)",
                answer.value().missing());
        assertEquals(OptionalInt.empty(), answer.value().indexSum());
        assertEquals(
                "NashEquilibria[2 or more, 2 pure, degenerate]", answer.value().toString());
        assertEquals(2, answer.value().table().rows().size());
        assertInstanceOf(Certificate.Unproven.class, answer.certificate());
    }

    /** The second and third are indifferent all along an edge, and no pure equilibrium shows it. */
    @Test
    void indifferenceBesideAMixtureIsNamed() {
        final NormalFormGame game = NormalFormGame.of(new int[] {2, 2, 2}, (player, chosen) -> switch (player) {
            case 0 -> chosen[0] == chosen[1] ? 1 : 0;
            case 1 -> chosen[1] == chosen[0] ? 0 : 1;
            default -> 0;
        });
        final Answer<NashEquilibria> answer = solver.solve(game);
        assertFalse(answer.value().complete());
        assertTrue(answer.value().degenerate());
        assertEquals(
                "somebody is indifferent at (1/2, 1/2) (1/2, 1/2) (1, 0)",
                answer.value().missing());
    }

    /** Forty actions each, of which iterated dominance leaves the two of the game with nine equilibria. */
    @Test
    void dominatedActionsDoNotCount() {
        final NormalFormGame few = KnownGames.nineEquilibria();
        final NormalFormGame game = NormalFormGame.of(new int[] {40, 40, 40}, (player, chosen) -> {
            final boolean left = Arrays.stream(chosen).allMatch(action -> action == 7 || action == 30);
            return left
                    ? few.payoff(
                            player,
                            Arrays.stream(chosen).map(action -> action / 30).toArray())
                    : chosen[player] == 7 || chosen[player] == 30 ? 0 : -1 - chosen[player];
        });
        final Answer<NashEquilibria> answer = solver.solve(game);
        final NashEquilibria all = answer.orElseThrow();
        assertEquals(9, all.count());
        assertTrue(all.complete());
        assertEquals(OptionalInt.of(1), all.indexSum());
        assertEquals(Fraction.of(2, 5), all.equilibria().get(5).profile().exactChance(1, 7));
        assertEquals(Fraction.of(3, 5), all.equilibria().get(5).profile().exactChance(1, 30));
        assertTrue(all.equilibria().stream().allMatch(one -> one.regret().none()));
        assertEquals(
                "proven: intervals exclude all others in 11 combinations of supports, 114 actions being strictly dominated;"
                        + " each exists, by Krawczyk; an odd number, indices sum to 1",
                answer.certificate().sentence());
    }

    /** The third action of each earns less than half the first and half the second; no single action beats it. */
    @Test
    void whatOnlyMixturesDominateDoesNotCount() {
        final NormalFormGame few = KnownGames.nineEquilibria();
        final NormalFormGame game = NormalFormGame.of(new int[] {3, 3, 3}, (player, chosen) -> {
            if (chosen[player] < 2) {
                return few.payoff(
                        player,
                        Arrays.stream(chosen).map(action -> Math.min(action, 1)).toArray());
            }
            final int[] first =
                    Arrays.stream(chosen).map(action -> Math.min(action, 1)).toArray();
            final int[] second = first.clone();
            first[player] = 0;
            second[player] = 1;
            return (few.payoff(player, first) + few.payoff(player, second)) / 2 - 0.25;
        });
        final Answer<NashEquilibria> answer = solver.withMostCombinations(27).solve(game);
        assertEquals(9, answer.value().count());
        assertTrue(answer.value().complete());
    }

    @Test
    void tooManyCombinationsAreRefusedBeforeAnyWork() {
        final NormalFormGame game = NormalFormGame.of(new int[] {6, 6, 6, 6}, (player, chosen) -> 0.0);
        assertEquals(
                "game must have at most 100000 combinations of supports without dominated actions "
                        + "[count; 150 bytes and some 1 ms each], but was "
                        + "6 x 6 x 6 x 6: some 2e+07, 3 GB and 15800 s; "
                        + "ask ManyPlayerSolver for one equilibrium, or allow more withMostCombinations",
                refused(() -> solver.solve(game)));
    }

    /** A bit of an int for each action of a player would run over, and pure equilibria be missed. */
    @Test
    void moreActionsThanSupportsCanBeListedOfAreRefused() {
        final NormalFormGame game =
                NormalFormGame.of(new int[] {33, 3, 1}, (player, chosen) -> chosen[0] % 3 == chosen[1] ? 1 : 0);
        assertEquals(
                "game must have at most 1000000000 combinations of supports without dominated actions "
                        + "[count; 150 bytes and some 1 ms each], but was "
                        + "33 x 3 x 1: some 6e+10, 9,020 GB and 60100000 s; "
                        + "ask ManyPlayerSolver for one equilibrium, or allow more withMostCombinations",
                refused(() -> solver.withMostCombinations(1_000_000_000).solve(game)));
        assertEquals(
                "mostCombinations must be <= 1000000000 [count; 150 bytes each], but was " + Long.MAX_VALUE,
                refused(() -> solver.withMostCombinations(Long.MAX_VALUE)));
    }

    @Test
    void listingCombinationsCanBeStopped() {
        final NormalFormGame game =
                NormalFormGame.of(new int[] {12, 3, 1}, (player, chosen) -> chosen[0] == chosen[1] ? 1 : 0);
        final Answer.Stopped<NashEquilibria> stopped =
                stopped(solver.solve(game, Watch.none().withCancel(() -> true)));
        assertEquals("cancelled", stopped.why());
        assertEquals(0, stopped.value().count());
        assertEquals("not all supports were searched", stopped.value().missing());
        assertEquals(
                "not proven: no equilibrium was found, but some may be missing: not all supports were searched",
                stopped.certificate().sentence());
    }

    @Test
    void stopsWithWhatWasFoundSoFar() {
        final int[] asked = {0};
        final Watch watch = Watch.none().withCancel(() -> asked[0]++ > 3);
        final Answer<NashEquilibria> answer = solver.solve(KnownGames.nineEquilibria(), watch);
        final Answer.Stopped<NashEquilibria> stopped = stopped(answer);
        assertEquals("cancelled", stopped.why());
        assertEquals("not all supports were searched", stopped.value().missing());
        assertEquals(
                "not proven: each equilibrium listed is, but others may be missing: not all supports were searched",
                stopped.certificate().sentence());
    }

    @Test
    void degeneracySeenBeforeAStopIsSaid() {
        final int[] asked = {0};
        final NormalFormGame game = NormalFormGame.of(new int[] {3, 3, 3}, (player, chosen) -> 7);
        final NashEquilibria some = stopped(solver.solve(game, Watch.none().withCancel(() -> asked[0]++ > 30)))
                .value();
        assertTrue(some.degenerate());
        assertEquals(
                "not all supports were searched; everybody is indifferent at (1, 0, 0) (1, 0, 0) (1, 0, 0)",
                some.missing());
    }

    /** Nothing that anybody does matters: each support is given up at once rather than cut to its least width. */
    @Test
    void constantGamesAreGivenUpAsDegenerate() {
        for (final double payoff : new double[] {7, 0.1}) {
            final NormalFormGame game = NormalFormGame.of(new int[] {3, 3, 3}, (player, chosen) -> payoff);
            final Answer<NashEquilibria> answer = solver.solve(game);
            assertEquals(
                    "NashEquilibria[27 or more, 27 pure, degenerate]",
                    answer.value().toString());
            assertEquals(
                    "27 equilibria, 27 of them pure. The game is degenerate. There may be others: "
                            + "everybody is indifferent at (1, 0, 0) (1, 0, 0) (1, 0, 0).",
                    answer.value().explain());
            assertEquals(
                    "not proven: each equilibrium listed is, but others may be missing: "
                            + "everybody is indifferent at (1, 0, 0) (1, 0, 0) (1, 0, 0)",
                    answer.certificate().sentence());
        }
        assertEquals(
                16,
                solver.solve(NormalFormGame.of(new int[] {2, 2, 2, 2}, (player, chosen) -> 1))
                        .value()
                        .count());
    }

    /** Of the nine, without one: the count is even and the indices sum to 0 or 2, so something is missing. */
    @Test
    void aListThatDoesNotAddUpIsNotComplete() {
        final NormalFormGame game = KnownGames.nineEquilibria();
        final NashEquilibria all = solver.solve(game).orElseThrow();
        for (int left = 0; left < all.count(); left++) {
            final List<SupportFindings.Finding> found = new ArrayList<>();
            for (int k = 0; k < all.count(); k++) {
                final int index = all.components().get(k).index().orElseThrow();
                if (k != left) {
                    found.add(new SupportFindings.Finding(all.equilibria().get(k), index));
                }
            }
            final Answer<NashEquilibria> answer = SupportFindings.answer(
                    game, List.of(new SupportFindings(found, "", "")), new SupportFindings.Searched(1, 0), null);
            final int sum = 1 - all.components().get(left).index().orElseThrow();
            final String why = "the indices of 8 equilibria sum to " + sum + ", not of an odd number to 1";
            assertFalse(answer.value().complete());
            assertEquals(why, answer.value().missing());
            assertEquals(
                    "each equilibrium listed is, but others may be missing: " + why,
                    assertInstanceOf(Certificate.Unproven.class, answer.certificate())
                            .why());
        }
        final Answer<NashEquilibria> none = SupportFindings.answer(
                game, List.of(new SupportFindings(List.of(), "", "")), new SupportFindings.Searched(1, 0), null);
        assertEquals(
                "the indices of 0 equilibria sum to 0, not of an odd number to 1",
                none.value().missing());
    }

    @Test
    void oneCombinationIsOne() {
        final NormalFormGame game = NormalFormGame.of(new int[] {2, 2, 2}, (player, chosen) -> chosen[player]);
        assertEquals(
                "proven: intervals exclude all others in 1 combination of supports, 3 actions being strictly dominated;"
                        + " each exists, by Krawczyk;"
                        + " an odd number, indices sum to 1",
                solver.solve(game).certificate().sentence());
    }

    @Test
    void tooFewBoxesLeaveABoxOpen() {
        final Answer<NashEquilibria> answer = solver.withMostBoxes(1).solve(ManyPlayerSolverTest.random(0, 2, 3, 3));
        assertFalse(answer.value().complete());
        assertTrue(answer.value().missing().startsWith("a box that may hold one, none or many: ("));
        assertInstanceOf(Certificate.Unproven.class, answer.certificate());
    }

    /** The game with nine equilibria, counted in a unit and from a zero beyond doubles. */
    @Test
    void payoffsMayBeTooLargeForADouble() {
        final Fraction huge = new Fraction(BigInteger.TEN.pow(400), BigInteger.ONE);
        final NormalFormGame few = KnownGames.nineEquilibria();
        final NormalFormGame game = NormalFormGame.exact(
                few.shape(),
                (player, chosen) -> huge.times(few.exactPayoff(player, chosen)).plus(huge.times(huge)));
        final NashEquilibria all = solver.solve(game).orElseThrow();
        assertTrue(all.complete());
        assertEquals(
                solver.solve(few).value().equilibria().stream()
                        .map(NashEquilibrium::profile)
                        .toList(),
                all.equilibria().stream().map(NashEquilibrium::profile).toList());
    }

    /** What is proven beside a possible tie is listed, but the list is not complete. */
    @Test
    void anEquilibriumBesideATieIsListed() {
        final Answer<NashEquilibria> answer =
                solver.solve(ManyPlayerSolverTest.game("3 2 2", "001 100 011 110 110 011 001 011 010 010 100 101"));
        final double golden = (Math.sqrt(5) - 1) / 2;
        assertEquals(1, answer.value().count());
        assertEquals(golden, answer.value().equilibria().get(0).profile().chance(1, 0), 1e-13);
        assertFalse(answer.value().complete());
    }

    @Test
    void badSettingsAreRefused() {
        assertEquals(
                "mostCombinations must be >= 1 [count], but was 0",
                assertThrows(IllegalArgumentException.class, () -> solver.withMostCombinations(0))
                        .getMessage());
        assertEquals(
                "mostBoxes must be >= 1 [count], but was 0",
                assertThrows(IllegalArgumentException.class, () -> solver.withMostBoxes(0))
                        .getMessage());
        assertEquals(
                "threads must be >= 1 [count], but was 0",
                assertThrows(IllegalArgumentException.class, () -> solver.withThreads(0))
                        .getMessage());
    }

    private static String refused(org.junit.jupiter.api.function.Executable work) {
        return assertThrows(IllegalArgumentException.class, work).getMessage();
    }

    private static Answer.Stopped<NashEquilibria> stopped(Answer<NashEquilibria> answer) {
        if (answer instanceof Answer.Stopped<NashEquilibria> stopped) {
            return stopped;
        }
        throw new AssertionError("not stopped: " + answer);
    }

    @Test
    void allMixturesOfWhatPaysOnePlayerMostAreEquilibria() {
        final NormalFormGame alone = NormalFormGame.of(new int[] {3}, (player, chosen) -> chosen[0] < 2 ? 1 : 0);
        final Answer<NashEquilibria> answer = solver.solve(alone);
        final NashEquilibria all = answer.orElseThrow();
        assertEquals(
                List.of("(1, 0, 0)", "(0, 1, 0)"),
                all.equilibria().stream().map(one -> one.profile().toString()).toList());
        assertTrue(all.complete());
        assertTrue(all.degenerate());
        assertEquals(OptionalInt.of(1), all.indexSum());
        assertEquals(List.of(0, 1), all.maximalSubsets().get(0).members());
        assertInstanceOf(Certificate.Proven.class, answer.certificate());
        assertEquals(
                "2 extreme equilibria, 2 of them pure. They make 1 maximal set, 1 with more than one point, in 1 component."
                        + " The indices sum to 1. The game is degenerate. All mixtures of them are equilibria. There are no"
                        + " others.",
                all.explain());
        assertEquals(2, all.table().rows().size());
    }

    @Test
    void onePlayerWithoutTiesHasOneEquilibrium() {
        final NormalFormGame alone = NormalFormGame.of(new int[] {3}, (player, chosen) -> chosen[0]);
        final NashEquilibria all = solver.solve(alone).orElseThrow();
        assertEquals("1 equilibrium, 1 of them pure. The indices sum to 1. There are no others.", all.explain());
        assertFalse(all.degenerate());
        final Answer<NashEquilibria> some =
                solver.withMostCombinations(2).solve(NormalFormGame.of(new int[] {3}, (player, chosen) -> 0));
        assertEquals(
                "only 2 of 3 actions that pay most are listed", some.value().missing());
        assertInstanceOf(Answer.Stopped.class, some);
    }
}
