package io.github.breakranks.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.breakranks.Seeds;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.IntUnaryOperator;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class CountingCascadePropertyTest {

    /** Scratch so small that windows are left, narrow counters overflow and bins are wide, for any number of agents. */
    @Property(tries = 4000, seed = Seeds.USUAL)
    void followsTheDefinitionRoundByRound(
            @ForAll("thresholds") int[] othersNeeded, @ForAll("limits") CountingCascade.Limits limits) {
        final int[] expected = RoundByRound.path(othersNeeded);

        final CascadePath path = CountingCascade.spread(othersNeeded, () -> true, limits);

        assertFalse(path.stopped());
        final int[] found =
                IntStream.rangeClosed(1, path.rounds()).map(path::goneAfter).toArray();
        assertArrayEquals(expected, found);
        assertEquals(found.length == 0 ? 0 : found[found.length - 1], path.gone());
    }

    @Property(seed = Seeds.USUAL)
    void saysInWhichRoundAnAgentGoes(
            @ForAll("thresholds") int[] othersNeeded, @ForAll @IntRange(max = 5_100) int threshold) {
        final CascadePath path = CountingCascade.spread(othersNeeded);

        assertEquals(RoundByRound.roundFor(threshold, RoundByRound.path(othersNeeded)), path.roundFor(threshold));
    }

    /** Who has a round goes, who has none stays: together they are all. */
    @Property(seed = Seeds.USUAL)
    void asManyGoAsHaveARound(@ForAll("thresholds") int[] othersNeeded) {
        final CascadePath path = CountingCascade.spread(othersNeeded);

        assertEquals(
                path.gone(),
                Arrays.stream(othersNeeded)
                        .filter(needed -> path.roundFor(needed) > 0)
                        .count());
    }

    @Property(seed = Seeds.USUAL)
    void doesNotDependOnOrderOrScratch(
            @ForAll("thresholds") int[] othersNeeded, @ForAll("limits") CountingCascade.Limits limits) {
        final int[] sorted = othersNeeded.clone();
        Arrays.sort(sorted);

        assertEquals(CountingCascade.spread(othersNeeded), CountingCascade.spread(sorted, () -> true, limits));
    }

    /** Monotone comparative statics (Milgrom and Roberts 1990): a bolder agent never stops anybody. */
    @Property(seed = Seeds.USUAL)
    void loweringOneThresholdNeverLowersTheCascade(@ForAll("thresholds") int[] othersNeeded) {
        final int[] bolder = othersNeeded.clone();
        bolder[0] = Math.max(0, bolder[0] - 1);

        assertTrue(CountingCascade.spread(bolder).gone()
                >= CountingCascade.spread(othersNeeded).gone());
    }

    @Provide
    Arbitrary<CountingCascade.Limits> limits() {
        return Combinators.combine(
                        Arbitraries.integers().between(2, 300),
                        Arbitraries.integers().between(1, 40),
                        Arbitraries.integers().between(1, 64))
                .as(CountingCascade.Limits::new);
    }

    @Provide
    Arbitrary<int[]> thresholds() {
        return Combinators.combine(
                        Arbitraries.of(Shape.values()),
                        Arbitraries.integers().between(1, 5_000),
                        Arbitraries.integers().between(0, 200),
                        Arbitraries.longs())
                .as(Shape::thresholds);
    }

    /** Kinds of populations; all but the first are made so that cascades get far. */
    enum Shape {
        ANYTHING,
        NEVER_SOME,
        CRAWL,
        EACH_ONCE,
        GAPS,
        HEAVY,
        LUMPS,
        NEAR_A_FOLD,
        ONE_A_ROUND_THEN_MANY;

        int[] thresholds(int agents, int detail, long seed) {
            final RandomGenerator random = new SplittableRandom(seed);
            final int[] othersNeeded =
                    IntStream.range(0, agents).map(rule(agents, detail, random)).toArray();
            for (int agent = agents - 1; agent > 0 && detail % 4 > 0; agent--) { // a quarter stay in order
                final int other = random.nextInt(agent + 1);
                final int swapped = othersNeeded[agent];
                othersNeeded[agent] = othersNeeded[other];
                othersNeeded[other] = swapped;
            }
            return othersNeeded;
        }

        private IntUnaryOperator rule(int agents, int detail, RandomGenerator random) {
            switch (this) {
                case ANYTHING:
                    return agent -> random.nextInt(agents + detail);
                case NEVER_SOME:
                    return agent ->
                            random.nextInt(50) == 0 ? Integer.MAX_VALUE - random.nextInt(1 + detail) : agent / 2;
                case CRAWL:
                    return agent -> Math.max(0, random.nextInt(agents) - detail);
                case EACH_ONCE:
                    return agent -> agent;
                case GAPS:
                    return agent -> agent - agent % (2 + detail % 7);
                case HEAVY:
                    return agent -> random.nextInt(1 + detail / 8);
                case LUMPS:
                    return agent -> agent / (1 + detail) * (1 + detail);
                case NEAR_A_FOLD:
                    return agent -> (int) Math.max(0, agents * (0.39 + detail / 1e4 + 0.25 * random.nextGaussian()));
                default:
                    return agent -> agent < agents / 2 ? agent : agents / 2 - Math.min(detail, agents / 2);
            }
        }
    }
}
