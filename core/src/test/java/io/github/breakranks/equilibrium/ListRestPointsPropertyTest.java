package io.github.breakranks.equilibrium;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.breakranks.RandomGames;
import io.github.breakranks.Seeds;
import io.github.breakranks.answer.Certificate;
import io.github.breakranks.cascade.WellMixedCascade;
import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.game.Thresholds;
import io.github.breakranks.game.TieRule;
import io.github.breakranks.offer.Offer;
import io.github.breakranks.offer.Term;
import io.github.breakranks.population.Population;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Lists of up to ten agents, against all 2^n profiles. */
class ListRestPointsPropertyTest {

    private static RestPoints solve(DefectionGame game) {
        return EquilibriumSolver.solver().solve(game).orElseThrow();
    }

    /** N7: the counts found are those of the pure Nash equilibria, whether the gain rises or not, under either rule for ties. */
    @Property(tries = 600, seed = Seeds.USUAL)
    void countsAreThoseOfAllPureEquilibria(@ForAll("anyLists") DefectionGame game) {
        final var answer = EquilibriumSolver.solver().solve(game);

        final SortedSet<Long> counts = new TreeSet<>();
        answer.value().points().forEach(point -> counts.add(point.gone()));
        assertEquals(counts(game), counts);
        assertEquals(counts.size(), answer.value().points().size());
        assertTrue(answer.value().complete());
        assertTrue(answer.certificate() instanceof Certificate.Proven, answer::toString);
    }

    @Property(tries = 300, seed = Seeds.USUAL)
    void membersFormAnEquilibrium(@ForAll("anyLists") DefectionGame game) {
        final int agents = game.population().size();
        for (RestPoint point : solve(game).points()) {
            int profile = 0;
            for (int agent = 0; agent < agents; agent++) {
                profile |= point.gone(agent) ? 1 << agent : 0;
            }
            assertEquals(point.gone(), Integer.bitCount(profile));
            assertTrue(isEquilibrium(game, profile));
            assertEquals((double) point.gone() / agents, point.share());
            assertEquals((double) (agents - point.gone()) / agents, point.staying());
            assertEquals(0, point.residual());
            assertEquals(Stability.UNDEFINED, point.stability());
        }
    }

    private static SortedSet<Long> counts(DefectionGame game) {
        final SortedSet<Long> counts = new TreeSet<>();
        for (int profile = 0; profile < 1 << game.population().size(); profile++) {
            if (isEquilibrium(game, profile)) {
                counts.add((long) Integer.bitCount(profile));
            }
        }
        return counts;
    }

    private static boolean isEquilibrium(DefectionGame game, int profile) {
        final int agents = game.population().size();
        for (int agent = 0; agent < agents; agent++) {
            final boolean gone = (profile >> agent & 1) == 1;
            if (wants(game, agent, Integer.bitCount(profile) - (gone ? 1 : 0)) != gone) {
                return false;
            }
        }
        return true;
    }

    /** From the definition, and from what the game says. */
    private static boolean wants(DefectionGame game, int agent, int othersGone) {
        final int others = game.population().size() - 1;
        final double gone = others == 0 ? 0 : (double) othersGone / others;
        final Offer known = game.heard(agent) ? game.offer() : Offer.none();
        final double left = game.gain().of(known, 0, gone) - game.population().cost(agent);
        final boolean wants = game.ties() == TieRule.GOES ? left >= 0 : left > 0;
        assertEquals(wants, game.goes(agent, othersGone));
        return wants;
    }

    @Property(tries = 300, seed = Seeds.USUAL)
    void thresholdsAreTheFewestOthersThatMakeOneGo(@ForAll("lists") DefectionGame game) {
        final int agents = game.population().size();
        final Thresholds thresholds = Thresholds.of(game);
        for (int agent = 0; agent < agents; agent++) {
            final int one = agent;
            final int fewest = IntStream.range(0, agents)
                    .filter(others -> wants(game, one, others))
                    .findFirst()
                    .orElse(agents);
            assertEquals(fewest, thresholds.othersNeeded(agent));
        }
    }

    /** N1: the counting cascade from nobody ends at the least of all pure equilibria. */
    @Property(tries = 300, seed = Seeds.USUAL)
    void theCascadeEndsAtTheLeast(@ForAll("lists") DefectionGame game) {
        final var cascade = WellMixedCascade.solver().solve(Thresholds.of(game)).orElseThrow();
        final RestPoint least = solve(game).least();

        assertEquals(counts(game).first(), cascade.gone());
        assertEquals(counts(game).first(), least.gone());
        for (int agent = 0; agent < game.population().size(); agent++) {
            assertEquals(least.gone(agent), cascade.gone(agent));
        }
    }

    /** T2: in whatever order agents look round, those who go from nobody are the least, those who stay from everybody the greatest. */
    @Property(tries = 300, seed = Seeds.USUAL)
    void anyOrderLeadsToTheSameSets(@ForAll("lists") DefectionGame game, @ForAll long seed) {
        final int agents = game.population().size();
        final RestPoints rest = solve(game);
        final boolean[] up = settle(game, false, new Random(seed));
        final boolean[] down = settle(game, true, new Random(seed + 1));
        for (int agent = 0; agent < agents; agent++) {
            assertEquals(up[agent], rest.least().gone(agent));
            assertEquals(down[agent], rest.greatest().gone(agent));
        }
    }

    private static boolean[] settle(DefectionGame game, boolean start, Random random) {
        final int agents = game.population().size();
        final boolean[] gone = new boolean[agents];
        java.util.Arrays.fill(gone, start);
        final List<Integer> order =
                new ArrayList<>(IntStream.range(0, agents).boxed().toList());
        for (boolean moved = true; moved; ) {
            moved = false;
            Collections.shuffle(order, random);
            for (int agent : order) {
                int others = 0;
                for (int other = 0; other < agents; other++) {
                    others += gone[other] && other != agent ? 1 : 0;
                }
                final boolean wants = game.goes(agent, others);
                moved |= wants != gone[agent];
                gone[agent] = wants;
            }
        }
        return gone;
    }

    /** N11: who stands where in the list does not matter. */
    @Property(tries = 200, seed = Seeds.USUAL)
    void relabellingChangesNothing(@ForAll("lists") DefectionGame drawn, @ForAll long seed) {
        final DefectionGame game = drawn.with(Term.REACH, 1);
        final List<Double> costs = new ArrayList<>(
                java.util.Arrays.stream(game.population().costs()).boxed().toList());
        Collections.shuffle(costs, new Random(seed));
        final DefectionGame other = game.withPopulation(
                Population.of(costs.stream().mapToDouble(Double::doubleValue).toArray()));

        assertEquals(solve(game).table(), solve(other).table());
    }

    /** T3 for lists: more cash, more reach or less punishment never takes anybody out of the least or the greatest. */
    @Property(tries = 200, seed = Seeds.USUAL)
    void aBetterOfferKeepsAllWhoWent(@ForAll("lists") DefectionGame game) {
        final RestPoints before = solve(game);
        for (DefectionGame better : List.of(
                game.with(Term.CASH, game.offer().cash() + 1),
                game.with(Term.REACH, Math.min(1, game.offer().reach() + 0.3)))) {
            final RestPoints after = solve(better);
            for (int agent = 0; agent < game.population().size(); agent++) {
                assertFalse(before.least().gone(agent) && !after.least().gone(agent));
                assertFalse(before.greatest().gone(agent) && !after.greatest().gone(agent));
            }
        }
    }

    /** Whose gain is exactly nothing at a rest point is what the ties there count. */
    @Property(tries = 200, seed = Seeds.USUAL)
    void tiesCountTheIndifferent(@ForAll("anyLists") DefectionGame game) {
        final int agents = game.population().size();
        final RestPoints rest = solve(game);
        final var tied = new java.util.HashMap<Double, Double>();
        rest.ties().forEach(tie -> tied.put(tie.share(), tie.indifferent()));
        for (RestPoint point : rest.points()) {
            int indifferent = 0;
            for (int agent = 0; agent < agents; agent++) {
                final boolean goes = game.ties() == TieRule.GOES;
                final int seen = (int) point.gone() - (goes ? 1 : 0);
                if (seen < 0 || seen > agents - 1) {
                    continue;
                }
                final double gone = agents == 1 ? 0 : (double) seen / (agents - 1);
                final Offer known = game.heard(agent) ? game.offer() : Offer.none();
                indifferent +=
                        game.gain().of(known, 0, gone) == game.population().cost(agent) ? 1 : 0;
            }
            assertEquals((double) indifferent / agents, tied.getOrDefault(point.share(), 0.0), 1e-15);
        }
    }

    @Provide
    Arbitrary<DefectionGame> lists() {
        return RandomGames.lists();
    }

    @Provide
    Arbitrary<DefectionGame> anyLists() {
        return Arbitraries.oneOf(RandomGames.lists(), RandomGames.anyLists());
    }
}
