package io.github.breakranks.equilibrium;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.breakranks.answer.Answer;
import io.github.breakranks.answer.Certificate;
import io.github.breakranks.answer.Fraction;
import io.github.breakranks.game.NormalFormGame;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class PotentialGameSolverTest {
    private static ExactPotential solve(NormalFormGame game) {
        final Answer<ExactPotential> answer = PotentialGameSolver.solver().solve(game);
        assertInstanceOf(Certificate.Proven.class, answer.certificate(), answer::toString);
        return answer.orElseThrow();
    }

    /** Monderer and Shapley (1996), section 1: the prisoners' game (1, 1; 9, 0 / 0, 9; 6, 6) has the potential 4, 3; 3, 0, up to a constant. */
    @Test
    void prisonersDilemma() {
        final ExactPotential found =
                solve(NormalFormGame.bimatrix(new long[][] {{1, 9}, {0, 6}}, new long[][] {{1, 0}, {9, 6}}));
        assertEquals(
                List.of("0", "-1", "-1", "-4"),
                List.of(found.of(0, 0), found.of(0, 1), found.of(1, 0), found.of(1, 1)).stream()
                        .map(Fraction::toString)
                        .toList());
        assertEquals(List.of("1", "1"), found.maximisers().actions(0));
        assertEquals("ExactPotential[greatest at [1, 1]]", found.toString());
        assertEquals(List.of("2", "2", -4.0), found.table().rows().get(3));
    }

    @Test
    void penniesHaveNone() {
        final ExactPotential found = solve(NormalFormGame.zeroSum(new long[][] {{1, -1}, {-1, 1}}));
        assertFalse(found.exists());
        assertEquals(
                "No exact potential: players 1 and 2 move from [1, 1] over [2, 1], [2, 2] and [1, 2] back to where they were,"
                        + " and gain -8 on the way.",
                found.explain());
        assertEquals(
                "there is no exact potential: " + found.explain(),
                assertThrows(IllegalStateException.class, found::maximisers).getMessage());
    }

    /** Monderer and Shapley (1996), section 2: Cournot with linear demand has one, also with more than two firms. */
    @Test
    void cournotWithLinearDemand() {
        final ExactPotential found = solve(SupermodularSolverTest.cournot(3));
        assertTrue(found.exists());
        found.maximisers().forEach(each -> assertTrue(each.regret().none()));
    }

    /** Rosenthal (1973): who shares a road with k others pays for k + 1; the potential adds up the prices as if they came one by one. */
    @Property(tries = 60)
    void congestionGamesHaveRosenthalsPotential(@ForAll long seed) {
        final SplittableRandom random = new SplittableRandom(seed);
        final int roads = 3;
        final int[] actions = random.ints(random.nextInt(1, 5), 1, 4).toArray();
        final int[][] routes = new int[actions.length][]; // by player and action, the roads as bits
        Arrays.setAll(
                routes, player -> random.ints(actions[player], 1, 1 << roads).toArray());
        final int[][] price = new int[roads][];
        Arrays.setAll(price, road -> random.ints(actions.length, -5, 10).toArray());
        final NormalFormGame game = NormalFormGame.of(actions, (player, chosen) -> {
            double paid = 0;
            for (int road = 0; road < roads; road++) {
                final boolean takes = (routes[player][chosen[player]] >> road & 1) == 1;
                paid += takes ? price[road][users(routes, road, chosen) - 1] : 0;
            }
            return -paid;
        });
        final ExactPotential found = solve(game);
        Fraction constant = Fraction.ZERO;
        for (int index = 0; index < game.profiles(); index++) {
            final int[] chosen = game.chosen(index);
            long added = 0;
            for (int road = 0; road < roads; road++) {
                for (int user = 0; user < users(routes, road, chosen); user++) {
                    added -= price[road][user];
                }
            }
            final Fraction difference = found.of(chosen).minus(Fraction.of(added, 1));
            constant = index == 0 ? difference : constant;
            assertEquals(constant, difference);
        }
        found.maximisers().forEach(each -> assertTrue(each.regret().none()));
    }

    private static int users(int[][] routes, int road, int... chosen) {
        int users = 0;
        for (int player = 0; player < chosen.length; player++) {
            users += routes[player][chosen[player]] >> road & 1;
        }
        return users;
    }

    /** A potential and what only the others' actions move: the potential comes back, in fractions. */
    @Property(tries = 60)
    void potentialsComeBack(@ForAll long seed) {
        final ExactPotential found = solve(RandomNormalForms.potential(new SplittableRandom(seed)));
        assertTrue(found.exists());
        found.maximisers().forEach(each -> assertTrue(each.regret().none()));
    }

    /** Every answer on games drawn at random is proven, the noes too. */
    @Property(tries = 60)
    void everyAnswerIsProven(@ForAll long seed) {
        solve(RandomNormalForms.drawn(new SplittableRandom(seed)));
    }

    @Test
    void theVerifierSeesMistakes() {
        final NormalFormGame game =
                NormalFormGame.bimatrix(new long[][] {{1, 9}, {0, 6}}, new long[][] {{1, 0}, {9, 6}});
        final BigInteger[] wrong = {BigInteger.ZERO, BigInteger.ONE, BigInteger.ONE, BigInteger.TWO};
        assertEquals(
                new Certificate.Unproven("checked again, the potential does not grow by what player 1 gains"),
                PotentialGameVerifier.certify(new ExactPotential(game, wrong, BigInteger.ONE)));
        assertEquals(
                new Certificate.Unproven("checked again, the four-cycle named closes"),
                PotentialGameVerifier.certify(new ExactPotential(game, new BigInteger[0], BigInteger.ONE, 0, 1, 0)));
    }

    @Test
    void gamesTooLargeAreRefused() {
        final NormalFormGame large = NormalFormGame.of(new int[] {4_000_001}, (player, chosen) -> 0);
        assertEquals(
                "game must have at most 4000000 combinations of actions [count; 40 bytes each], but was of 4000001",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> PotentialGameSolver.solver().solve(large))
                        .getMessage());
    }
}
