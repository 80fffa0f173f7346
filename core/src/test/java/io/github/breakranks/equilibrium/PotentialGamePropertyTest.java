package io.github.breakranks.equilibrium;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.breakranks.Seeds;
import io.github.breakranks.answer.Answer;
import io.github.breakranks.answer.Certificate;
import io.github.breakranks.answer.Fraction;
import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.game.NormalFormGame;
import io.github.breakranks.offer.Offer;
import io.github.breakranks.offer.Reprisal;
import io.github.breakranks.population.Population;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class PotentialGamePropertyTest {
    private static ExactPotential solve(NormalFormGame game) {
        final Answer<ExactPotential> answer = PotentialGameSolver.solver().solve(game);
        assertInstanceOf(Certificate.Proven.class, answer.certificate(), answer::toString);
        return answer.orElseThrow();
    }

    /** Rosenthal (1973): who shares a road with k others pays for k + 1; the potential adds up the prices as if they came one by one. */
    @Property(tries = 60, seed = Seeds.USUAL)
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

    /**
     * Soldiers who differ in cost alone have a potential: what those who have gone gained, one after another.
     * Costs and offers are no binary fractions here, so that rounded payoffs would not add up round a cycle.
     */
    @Property(tries = 100, seed = Seeds.USUAL)
    void squadsWhoDifferInCostHaveAPotential(@ForAll long seed) {
        final SplittableRandom random = new SplittableRandom(seed);
        final double[] costs = random.doubles(random.nextInt(1, 7), -0.2, 1)
                .map(cost -> Math.rint(100 * cost) / 100)
                .toArray();
        final DefectionGame squad = DefectionGame.of(
                Population.of(costs),
                Offer.cash(random.nextInt(100) / 100.0).withCredibility(0.9),
                Reprisal.fading(random.nextInt(100) / 100.0));
        for (final NormalFormGame game :
                List.of(squad.toNormalForm(), squad.toNormalForm().asWritten())) {
            final ExactPotential found = solve(game);
            assertTrue(found.exists());
            final int[] gone = new int[costs.length];
            Fraction gained = Fraction.ZERO;
            for (int next = 0; next < gone.length; next++) {
                final int[] before = gone.clone();
                gone[next] = 1;
                gained = gained.plus(game.exactPayoff(next, gone)).minus(game.exactPayoff(next, before));
                assertEquals(gained, found.of(gone).minus(found.of(new int[gone.length])));
            }
        }
    }

    private static int users(int[][] routes, int road, int... chosen) {
        int users = 0;
        for (int player = 0; player < chosen.length; player++) {
            users += routes[player][chosen[player]] >> road & 1;
        }
        return users;
    }

    /** A potential and what only the others' actions move: the potential comes back, in fractions. */
    @Property(tries = 60, seed = Seeds.USUAL)
    void potentialsComeBack(@ForAll long seed) {
        final ExactPotential found = solve(RandomNormalForms.potential(new SplittableRandom(seed)));
        assertTrue(found.exists());
        found.maximisers().forEach(each -> assertTrue(each.regret().none()));
    }

    /** Every answer on games drawn at random is proven, the noes too. */
    @Property(tries = 60, seed = Seeds.USUAL)
    void everyAnswerIsProven(@ForAll long seed) {
        solve(RandomNormalForms.drawn(new SplittableRandom(seed)));
    }
}
