package io.github.breakranks.equilibrium;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.breakranks.RandomGames;
import io.github.breakranks.Seeds;
import io.github.breakranks.answer.Certificate;
import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.game.Thresholds;
import io.github.breakranks.offer.Term;
import java.util.Arrays;
import java.util.TreeSet;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Seeds, minds and the bottleneck of lists, against every set of agents and every amount at which somebody changes his mind. */
class ListSeedPropertyTest {
    private static final double AFTER = 1e-7; // above any rounding, below any distance between two such amounts

    /** Converting the highest thresholds is optimal where all see all: no set of fewer agents reaches the target. */
    @Property(tries = 300, seed = Seeds.USUAL)
    void noFewerAgentsReachTheTarget(
            @ForAll("thresholds") int[] othersNeeded, @ForAll @IntRange(min = 1, max = 12) int goal) {
        final int target = Math.min(goal, othersNeeded.length);
        final var answer = TippingSeedSolver.solver()
                .withTarget((double) target / othersNeeded.length)
                .solve(Thresholds.of(othersNeeded));
        final TippingSeed seed = answer.orElseThrow();

        final int fewest = fewest(othersNeeded, target);
        if (spread(othersNeeded, 0) >= target) {
            assertTrue(!seed.tips() && fewest == 0);
            return;
        }
        assertEquals(fewest, seed.count());
        final int chosen = Arrays.stream(seed.agents()).map(agent -> 1 << agent).sum();
        assertTrue(spread(othersNeeded, chosen) >= target);
        assertInstanceOf(Certificate.Proven.class, answer.certificate());
        final var fragility = FragilitySolver.solver()
                .withTarget((double) target / othersNeeded.length)
                .solve(Thresholds.of(othersNeeded));
        assertEquals(fewest, fragility.orElseThrow().minds());
        assertEquals(
                leastLowering(othersNeeded, target), fragility.orElseThrow().shift());
        assertInstanceOf(Certificate.Proven.class, fragility.certificate());
    }

    @Property(tries = 300, seed = Seeds.USUAL)
    void noFewerAgentsOfAGameReachTheTarget(
            @ForAll("lists") DefectionGame game, @ForAll @IntRange(min = 1, max = 10) int goal) {
        final int agents = game.population().size();
        final int target = Math.min(goal, agents);
        final var answer =
                FragilitySolver.solver().withTarget((double) target / agents).solve(game);
        if (!answer.orElseThrow().known()) {
            assertTrue(least(game, 0) >= target);
            return;
        }
        int fewest = agents;
        for (int seeds = 0; seeds < 1 << agents; seeds++) {
            fewest = least(game, seeds) >= target ? Math.min(fewest, Integer.bitCount(seeds)) : fewest;
        }
        assertEquals(fewest, answer.orElseThrow().minds());
        assertInstanceOf(Certificate.Proven.class, answer.certificate(), answer.certificate()::sentence);
    }

    /** The least count is tried just above every amount at which anybody changes his mind. */
    @Property(tries = 300, seed = Seeds.USUAL)
    void noSmallerRiseReachesTheTarget(
            @ForAll("lists") DefectionGame game, @ForAll @IntRange(min = 1, max = 10) int goal) {
        final int agents = game.population().size();
        final int target = Math.min(goal, agents);
        final Fragility fragility = FragilitySolver.solver()
                .withTarget((double) target / agents)
                .solve(game)
                .orElseThrow();
        if (!fragility.known()) {
            return;
        }
        final TreeSet<Double> amounts = new TreeSet<>();
        amounts.add(0.0);
        for (int agent = 0; agent < agents; agent++) {
            for (int others = 0; others < agents; others++) {
                final double gone = agents == 1 ? 0 : (double) others / (agents - 1);
                final double gain = game.heard(agent) ? game.gain(gone) : game.gainUnheard(gone);
                amounts.add(Math.max(0, game.population().cost(agent) - gain));
            }
        }
        final double least = amounts.stream()
                .filter(amount -> least(Rise.raised(game, amount + AFTER), 0) >= target)
                .findFirst()
                .orElseThrow();
        assertEquals(least, fragility.shift(), 1e-9);
    }

    @Property(tries = 200, seed = Seeds.USUAL)
    void aLargerTargetNeverNeedsFewer(@ForAll("lists") DefectionGame game) {
        final int agents = game.population().size();
        double minds = 0;
        double shift = 0;
        for (int target = 1; target <= agents; target++) {
            final Fragility now = FragilitySolver.solver()
                    .withTarget((double) target / agents)
                    .solve(game)
                    .orElseThrow();
            if (now.known()) {
                assertTrue(now.mindsShare() >= minds && now.shift() >= shift);
                minds = now.mindsShare();
                shift = now.shift();
            }
        }
    }

    @Property(tries = 200, seed = Seeds.USUAL)
    void aBetterOfferNeverNeedsMore(@ForAll("lists") DefectionGame game, @ForAll @IntRange(min = 1, max = 5) int more) {
        final TippingSeedSolver solver = TippingSeedSolver.solver().withTarget(1);
        final TippingSeed before = solver.solve(game).orElseThrow();
        final TippingSeed after =
                solver.solve(game.with(Term.CASH, game.offer().cash() + more)).orElseThrow();

        assertTrue(!after.tips() || before.tips() && after.count() <= before.count());
    }

    private static int fewest(int[] othersNeeded, int target) {
        return IntStream.range(0, 1 << othersNeeded.length)
                .filter(seeds -> spread(othersNeeded, seeds) >= target)
                .map(Integer::bitCount)
                .min()
                .orElseThrow();
    }

    private static int leastLowering(int[] othersNeeded, int target) {
        int by = 0;
        while (spread(othersNeeded, 0, by) < target) {
            by++;
        }
        return by;
    }

    private static int spread(int[] othersNeeded, int seeds) {
        return spread(othersNeeded, seeds, 0);
    }

    /** One agent at a time, whoever is willing. */
    private static int spread(int[] othersNeeded, int seeds, int lower) {
        int gone = seeds;
        for (boolean moved = true; moved; ) {
            moved = false;
            for (int agent = 0; agent < othersNeeded.length; agent++) {
                final boolean goes = othersNeeded[agent] - lower <= Integer.bitCount(gone);
                if ((gone & 1 << agent) == 0 && goes) {
                    gone |= 1 << agent;
                    moved = true;
                }
            }
        }
        return Integer.bitCount(gone);
    }

    private static int least(DefectionGame game, int seeds) {
        final int agents = game.population().size();
        int gone = seeds;
        for (boolean moved = true; moved; ) {
            moved = false;
            for (int agent = 0; agent < agents; agent++) {
                if ((gone & 1 << agent) == 0 && game.goes(agent, Integer.bitCount(gone))) {
                    gone |= 1 << agent;
                    moved = true;
                }
            }
        }
        return Integer.bitCount(gone);
    }

    @Provide
    Arbitrary<int[]> thresholds() {
        return Arbitraries.integers()
                .between(0, 13)
                .array(int[].class)
                .ofMinSize(1)
                .ofMaxSize(12);
    }

    @Provide
    Arbitrary<DefectionGame> lists() {
        return RandomGames.lists();
    }
}
