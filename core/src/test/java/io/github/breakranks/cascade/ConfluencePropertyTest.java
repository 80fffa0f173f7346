package io.github.breakranks.cascade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.breakranks.Seeds;
import io.github.breakranks.answer.Answer;
import io.github.breakranks.answer.Certificate;
import io.github.breakranks.game.Thresholds;
import java.util.Arrays;
import java.util.BitSet;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Tarski (1955), Topkis (1979): a monotone map climbs to the same place in any order that leaves nobody out. */
class ConfluencePropertyTest {

    @Provide
    Arbitrary<int[]> thresholds() {
        return Arbitraries.integers()
                .between(0, 40)
                .array(int[].class)
                .ofMinSize(1)
                .ofMaxSize(40);
    }

    @Provide
    Arbitrary<Dynamics> everybodySeen() {
        return Combinators.combine(
                        Arbitraries.of(Pace.class), Arbitraries.integers().between(0, 3), Arbitraries.of(true, false))
                .as((pace, lag, reversible) -> new Dynamics(pace, lag, 0, reversible, 0));
    }

    private static AgentPath path(Dynamics dynamics, long seed, int[] othersNeeded, int... start) {
        final Answer<AgentPath> answer =
                AgentCascade.of(dynamics, seed).withStart(start).solve(Thresholds.of(othersNeeded));
        assertInstanceOf(Certificate.Proven.class, answer.certificate(), answer.certificate()::sentence);
        return answer.orElseThrow();
    }

    private static BitSet gone(AgentPath path) {
        final BitSet gone = new BitSet();
        IntStream.range(0, path.size()).filter(path::gone).forEach(gone::set);
        return gone;
    }

    /** The final set by definition: add anybody who wants to go until nobody does. */
    private static BitSet closure(int[] othersNeeded, int... start) {
        final BitSet gone = new BitSet();
        Arrays.stream(start).forEach(gone::set);
        for (boolean moved = true; moved; ) {
            moved = false;
            for (int agent = 0; agent < othersNeeded.length; agent++) {
                if (!gone.get(agent) && othersNeeded[agent] <= gone.cardinality()) {
                    gone.set(agent);
                    moved = true;
                }
            }
        }
        return gone;
    }

    @Property(seed = Seeds.USUAL)
    void fromNobodyTheFinalSetIsTheSameInAnyOrder(
            @ForAll("thresholds") int[] othersNeeded, @ForAll("everybodySeen") Dynamics dynamics, @ForAll long seed) {
        final AgentPath path = path(dynamics, seed, othersNeeded);

        assertTrue(path.rested());
        assertEquals(closure(othersNeeded), gone(path));
        assertEquals(
                WellMixedCascade.solver()
                        .solve(Thresholds.of(othersNeeded))
                        .orElseThrow()
                        .gone(),
                path.gone());
        for (int reading = 1; reading <= path.rounds(); reading++) {
            assertTrue(path.goneAfter(reading) > path.goneAfter(reading - 1)); // nobody comes back even if he may
            assertTrue(path.time(reading) >= path.time(reading - 1));
        }
        assertTrue(path.rounds() <= othersNeeded.length);
    }

    @Property(seed = Seeds.USUAL)
    void fromAnyStartTheFinalSetIsTheSameInAnyOrderIfNobodyComesBack(
            @ForAll("thresholds") int[] othersNeeded,
            @ForAll("everybodySeen") Dynamics dynamics,
            @ForAll long seed,
            @ForAll long starters) {
        final int[] start = some(starters, othersNeeded.length);
        final Dynamics forGood = new Dynamics(dynamics.pace(), dynamics.lag(), 0, false, 0);

        assertEquals(closure(othersNeeded, start), gone(path(forGood, seed, othersNeeded, start)));
    }

    /** N12: more seeds never bring fewer, and two cascades together reach at least what each does. */
    @Property(seed = Seeds.USUAL)
    void seedsTogetherReachAtLeastWhatTheyReachApart(
            @ForAll("thresholds") int[] othersNeeded, @ForAll long one, @ForAll long other) {
        final int[] first = some(one, othersNeeded.length);
        final int[] second = some(other, othersNeeded.length);
        final BitSet together =
                gone(path(Dynamics.oneByOne(), 5, othersNeeded, some(one | other, othersNeeded.length)));

        final BitSet apart = gone(path(Dynamics.clock(), 6, othersNeeded, first));
        apart.or(gone(path(Dynamics.rounds(), 7, othersNeeded, second)));
        apart.andNot(together);
        assertTrue(apart.isEmpty());
    }

    private static int[] some(long bits, int agents) {
        return IntStream.range(0, agents)
                .filter(agent -> (bits >> agent & 1) == 1 && agent % 3 == 0)
                .toArray();
    }

    /** In rounds the agents move as they are counted; old news repeats each round until it arrives. */
    @Property(seed = Seeds.USUAL)
    void aLagOnlyStretchesRounds(@ForAll("thresholds") int[] othersNeeded) {
        final CountCascade counted =
                WellMixedCascade.solver().solve(Thresholds.of(othersNeeded)).orElseThrow();
        for (int lag = 0; lag <= 3; lag++) {
            final AgentPath path = path(Dynamics.rounds().withLag(lag), 1, othersNeeded);
            assertEquals(counted.rounds(), path.rounds());
            for (int round = 1; round <= path.rounds(); round++) {
                assertEquals(counted.goneAfter(round), path.goneAfter(round));
                assertEquals(1 + (round - 1) * (lag + 1), path.time(round));
            }
            for (int agent = 0; agent < othersNeeded.length; agent++) {
                final int stretch = lag + 1;
                final OptionalDouble expected = counted.roundOf(agent).isEmpty()
                        ? OptionalDouble.empty()
                        : OptionalDouble.of(1 + (counted.roundOf(agent).getAsInt() - 1) * stretch);
                assertEquals(expected, path.timeOf(agent));
            }
            assertEquals(
                    counted.tippingStep().map(TippingStep::followers),
                    path.tippingStep().map(TippingStep::followers));
        }
    }

    /** Who want to go when so many have gone, and have not. */
    private static int ready(int[] othersNeeded, int gone) {
        return (int) Arrays.stream(othersNeeded)
                        .filter(need -> need <= gone && need < othersNeeded.length)
                        .count()
                - gone;
    }

    /** Had those who were ready at the tipping step stayed for good, nobody else would have gone; and they drew most others a head. */
    @Property(seed = Seeds.USUAL)
    void theTippingStepIsWhereFewestCouldHaveStoppedMost(
            @ForAll("thresholds") int[] othersNeeded, @ForAll("everybodySeen") Dynamics dynamics, @ForAll long seed) {
        final AgentPath path = path(new Dynamics(dynamics.pace(), dynamics.lag(), 0, false, 0), seed, othersNeeded);
        double most = 0;
        for (int reading = 0; reading < path.rounds(); reading++) {
            final int ready = ready(othersNeeded, path.goneAfter(reading));
            if (ready > 0 && ready(othersNeeded, path.goneAfter(reading + 1)) >= ready) {
                most = Math.max(most, (double) (path.gone() - path.goneAfter(reading) - ready) / ready);
            }
        }
        assertEquals(most, path.tippingStep().map(TippingStep::followers).orElse(0.0), 1e-12);
        path.tippingStep().ifPresent(step -> {
            final int gone = (int) Math.round(step.gone() * othersNeeded.length);
            final int[] held = othersNeeded.clone();
            int staying = 0;
            for (int agent = 0; agent < held.length; agent++) {
                final boolean wentLater = path.timeOf(agent).orElse(-1) > step.time();
                if (wentLater && held[agent] <= gone) {
                    held[agent] = held.length;
                    staying++;
                }
            }
            assertEquals(step.ready() * othersNeeded.length, staying, 1e-9);
            assertEquals(gone, closure(held).cardinality());
        });
    }
}
