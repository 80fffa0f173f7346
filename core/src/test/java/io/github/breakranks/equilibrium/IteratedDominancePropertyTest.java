package io.github.breakranks.equilibrium;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.breakranks.RandomGames;
import io.github.breakranks.Seeds;
import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.game.TieRule;
import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * Milgrom and Roberts (1990, doi 10.2307/2938316): what survives iterated strict dominance in the full game of 2^n profiles lies between the
 * least and the greatest equilibrium, and both of them survive.
 */
class IteratedDominancePropertyTest {

    @Property(tries = 150, seed = Seeds.USUAL)
    void survivorsLieBetweenTheExtremes(@ForAll("lists") DefectionGame game) {
        final int agents = game.population().size();
        final boolean[] mayGo = all(agents);
        final boolean[] mayStay = all(agents);
        for (boolean struck = true; struck; ) {
            struck = false;
            for (int agent = 0; agent < agents; agent++) {
                final double[] extremes = gains(game, agent, mayGo, mayStay);
                if (mayGo[agent] && mayStay[agent] && extremes[1] < 0) { // he loses by going whatever the others do
                    mayGo[agent] = false;
                    struck = true;
                } else if (mayGo[agent] && mayStay[agent] && extremes[0] > 0) {
                    mayStay[agent] = false;
                    struck = true;
                }
            }
        }
        final RestPoints rest = EquilibriumSolver.solver().solve(game).orElseThrow();
        final DefectionGame eager = game.withTies(TieRule.GOES);
        final DefectionGame shy = game.withTies(TieRule.STAYS);
        final RestPoint least =
                EquilibriumSolver.solver().solve(shy).orElseThrow().least();
        final RestPoint greatest =
                EquilibriumSolver.solver().solve(eager).orElseThrow().greatest();
        for (int agent = 0; agent < agents; agent++) {
            // the extremes of the game itself take ties from the side that keeps them extreme
            assertEquals(least.gone(agent), !mayStay[agent], "who goes for certain");
            assertEquals(greatest.gone(agent), mayGo[agent], "who may go");
        }
        assertTrue(countNot(mayStay) <= rest.least().gone());
        assertTrue(rest.greatest().gone() <= agents - countNot(mayGo));
    }

    /** The least and the greatest net gain of going over every profile of the others that is left. */
    private static double[] gains(DefectionGame game, int agent, boolean[] mayGo, boolean[] mayStay) {
        final int agents = mayGo.length;
        double least = Double.POSITIVE_INFINITY;
        double greatest = Double.NEGATIVE_INFINITY;
        for (int profile = 0; profile < 1 << agents; profile++) {
            final int played = profile;
            final IntPredicate left = other -> other == agent
                    ? (played & 1 << other) == 0
                    : (played & 1 << other) != 0 ? mayGo[other] : mayStay[other];
            if (!IntStream.range(0, agents).allMatch(left)) {
                continue;
            }
            final double gone = agents == 1 ? 0 : (double) Integer.bitCount(profile) / (agents - 1);
            final double gain = (game.heard(agent) ? game.gain(gone) : game.gainUnheard(gone))
                    - game.population().cost(agent);
            least = Math.min(least, gain);
            greatest = Math.max(greatest, gain);
        }
        return new double[] {least, greatest};
    }

    private static boolean[] all(int agents) {
        final boolean[] all = new boolean[agents];
        Arrays.fill(all, true);
        return all;
    }

    private static int countNot(boolean... may) {
        int count = 0;
        for (boolean each : may) {
            count += each ? 0 : 1;
        }
        return count;
    }

    @Provide
    Arbitrary<DefectionGame> lists() {
        return RandomGames.lists().filter(game -> game.population().size() <= 8);
    }
}
