package io.github.breakranks.cascade;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.breakranks.answer.Answer;
import io.github.breakranks.answer.Watch;
import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.game.Thresholds;
import io.github.breakranks.offer.Offer;
import io.github.breakranks.offer.Reprisal;
import io.github.breakranks.population.CostLaw;
import io.github.breakranks.population.Population;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Agents through time: by hand where that is possible, against the law of large numbers elsewhere. All seeds are fixed. */
class AgentCascadeTest {
    private static final CostLaw COSTS = CostLaw.normal(0.25, 0.12);
    private static final Offer OFFER = Offer.cash(0.35).withRefuge(0.30).withCredibility(0.90);
    private static final Reprisal REPRISAL = Reprisal.fading(0.40);
    private static final int MANY = 40_000;

    private static DefectionGame law() {
        return DefectionGame.of(Population.of(MANY, COSTS), OFFER, REPRISAL);
    }

    private static DefectionGame drawn() {
        return law().withPopulation(Population.draw(MANY, COSTS, 11));
    }

    private static AgentPath path(Dynamics dynamics, int... othersNeeded) {
        return AgentCascade.of(dynamics, 3).solve(Thresholds.of(othersNeeded)).orElseThrow();
    }

    /** Granovetter (1978), pp. 1424-1425, at any pace: thresholds 0, 1, ..., 99, then 0, 2, 2, 3, ..., 99. */
    @Test
    void granovettersHundredAtAnyPace() {
        for (Pace pace : Pace.values()) {
            final int[] riot = IntStream.range(0, 100).toArray();
            final AgentPath all = path(Dynamics.of(pace), riot);
            assertEquals(100, all.gone());
            assertArrayEquals(IntStream.range(0, 100).toArray(), all.order());
            assertEquals(new TippingStep(0, 0, 0, 0.01, 99), all.tippingStep().orElseThrow());
            riot[1] = 2;
            final AgentPath one = path(Dynamics.of(pace), riot);
            assertEquals(1, one.gone());
            assertEquals(Optional.empty(), one.tippingStep());
        }
    }

    /** By hand: of two, the second goes in the first sweep if he looks after the first, which is as likely as not. */
    @Test
    void theOrderOfASweepIsFair() {
        int sameSweep = 0;
        for (int seed = 0; seed < 10_000; seed++) {
            final AgentPath path = AgentCascade.of(Dynamics.oneByOne(), seed)
                    .solve(Thresholds.of(0, 1))
                    .orElseThrow();
            sameSweep += path.timeOf(1).orElseThrow() < 1 ? 1 : 0;
            assertTrue(path.timeOf(1).orElseThrow() < 2);
        }
        assertEquals(5_000, sameSweep, 5 * 50); // five standard deviations
    }

    /** By hand: a chain of three on clocks takes three exponential waits, mean 3 and variance 3; with a lag of 2 it takes 4 more. */
    @Test
    void clocksWaitExponentially() {
        for (int lag : new int[] {0, 2}) {
            double sum = 0;
            double squares = 0;
            for (int seed = 0; seed < 10_000; seed++) {
                final double time = AgentCascade.of(Dynamics.clock().withLag(lag), seed)
                        .solve(Thresholds.of(0, 1, 2))
                        .orElseThrow()
                        .timeOf(2)
                        .orElseThrow();
                sum += time;
                squares += time * time;
            }
            final double mean = sum / 10_000;
            assertEquals(3 + 2 * lag, mean, 5 * Math.sqrt(3) / 100);
            assertEquals(3, squares / 10_000 - mean * mean, 0.3);
        }
    }

    /** Kurtz (1970): on clocks many agents follow the law's differential equation, here with and without old news and a way back. */
    @Test
    void manyAgentsOnClocksFollowTheirLaw() {
        for (int lag : new int[] {0, 1}) {
            for (boolean reversible : new boolean[] {false, true}) {
                final Dynamics dynamics = new Dynamics(Pace.CLOCK, lag, 0, reversible, 0);
                agrees(dynamics, 0.015);
            }
        }
    }

    /** Each sees k random others: x' = sum C(k,m) x^m (1-x)^(k-m) Phi(m/k) if all may come back; by needs if nobody may. */
    @Test
    void manyAgentsWhoSeeAFewFollowTheirLaw() {
        for (Pace pace : new Pace[] {Pace.ROUNDS, Pace.CLOCK}) {
            for (int sees : new int[] {1, 3, 10}) {
                for (boolean reversible : new boolean[] {false, true}) {
                    agrees(new Dynamics(pace, sees == 3 ? 2 : 0, sees, reversible, 12), 0.02);
                }
            }
        }
    }

    private static void agrees(Dynamics dynamics, double within) {
        final ShareCascade expected =
                MeanFieldCascade.solver().withDynamics(dynamics).solve(law()).value();
        final AgentPath found =
                AgentCascade.of(dynamics, 17).solve(drawn(), Watch.none()).value();
        for (int reading = 0; reading <= expected.rounds(); reading++) {
            final double time = expected.time(reading);
            assertEquals(
                    expected.shareAfter(reading),
                    (double) found.goneAt(time + 1e-9) / MANY,
                    within,
                    () -> dynamics + " at " + time);
        }
        assertTrue(expected.rounds() > 3, dynamics::toString);
    }

    /** By hand: of two who need each other, one who starts and may come back swaps places with the other for ever, in rounds. */
    @Test
    void twoWhoNeedEachOtherSwapPlaces() {
        final Dynamics dynamics = Dynamics.rounds().withReturn().withHorizon(9);
        final var answer = AgentCascade.of(dynamics, 1).withStart(0).solve(Thresholds.of(1, 1));
        final AgentPath path = answer.orElseThrow();

        assertFalse(path.rested());
        assertEquals(1, path.gone());
        assertTrue(path.gone(1));
        assertEquals(OptionalDouble.of(9), path.timeOf(1));
        assertEquals("AgentPath[1 of 2 go (share 0.5) by 9 rounds, not at rest]", path.toString());
        assertEquals(
                "proven: integers: whoever moved wanted to; it had not come to rest",
                answer.certificate().sentence());
        assertEquals(Optional.empty(), path.tippingStep());
        final AgentPath inTurn = AgentCascade.of(Dynamics.oneByOne().withReturn(), 1)
                .withStart(0)
                .solve(Thresholds.of(1, 1))
                .orElseThrow();
        assertTrue(inTurn.rested());
        assertTrue(inTurn.gone() == 0 || inTurn.gone() == 2);
    }

    /** Two who see one of two others: who needs one of one goes when he happens to see the one who has gone. */
    @Test
    void whoSeesAFewGoesByChance() {
        int second = 0;
        for (int seed = 0; seed < 10_000; seed++) {
            final AgentPath path = AgentCascade.of(Dynamics.rounds().withSees(1), seed)
                    .solve(Thresholds.of(0, 1, 2))
                    .orElseThrow();
            assertEquals(3, path.gone()); // in the end everybody sees the right one
            assertTrue(path.rested());
            second += path.timeOf(1).orElseThrow() == 2 ? 1 : 0;
        }
        assertEquals(5_000, second, 5 * 50);
    }

    @Test
    void theSameSeedDrawsTheSamePath() {
        for (Dynamics dynamics : new Dynamics[] {
            Dynamics.oneByOne(), Dynamics.clock(), Dynamics.clock().withSees(4).withHorizon(5)
        }) {
            final int[] one =
                    AgentCascade.of(dynamics, 8).solve(drawn()).orElseThrow().order();
            assertArrayEquals(
                    one,
                    AgentCascade.of(dynamics, 8).solve(drawn()).orElseThrow().order());
            final int[] other =
                    AgentCascade.of(dynamics, 9).solve(drawn()).orElseThrow().order();
            assertFalse(java.util.Arrays.equals(one, other));
        }
    }

    @Test
    void tabulatesAndNamesThePath() {
        final AgentPath path = path(Dynamics.rounds().withLag(2), 0, 1, 1, 9);

        assertEquals("AgentPath[3 of 4 go (share 0.75) by 4 rounds]", path.toString());
        assertEquals(
                "round [count],gone [share],count [soldiers]\n0,0.0,0\n1,0.25,1\n4,0.75,3\n",
                path.table().csv());
        assertEquals(0, path.goneAt(0.5));
        assertEquals(1, path.goneAt(3.9));
        assertEquals(3, path.goneAt(1e9));
        assertEquals(OptionalDouble.empty(), path.timeOf(3));
        refused("agent must be from 0 to 3 [number of an agent], but was 4", () -> path.timeOf(4));
        refused("round must be from 0 to 2 [rounds], but was -1", () -> path.goneAfter(-1));
        refused("time must be finite and >= 0.0 [rounds], but was NaN", () -> path.goneAt(Double.NaN));
        assertEquals(
                "AgentCascade[Dynamics[clock, lag 1, sees 2, may return, at most 9 mean waiting times], seed 4, 2 gone at the start]",
                AgentCascade.of(new Dynamics(Pace.CLOCK, 1, 2, true, 9), 4)
                        .withStart(0, 3)
                        .toString());
        assertTrue(path(Dynamics.clock(), 0, 1).table().csv().startsWith("time [mean waiting times],"));
        assertTrue(path(Dynamics.oneByOne(), 0, 1).table().csv().startsWith("time [sweeps],"));
    }

    @Test
    void aWatchStopsItAndKeepsThePath() {
        for (Dynamics dynamics : new Dynamics[] {
            Dynamics.clock(), Dynamics.clock().withSees(3), Dynamics.oneByOne().withReturn()
        }) {
            final int[] asked = {0};
            final var answer =
                    AgentCascade.of(dynamics, 8).solve(drawn(), Watch.none().withCancel(() -> ++asked[0] > 1));
            final var stopped = assertInstanceOf(Answer.Stopped.class, answer, dynamics::toString);
            assertEquals("cancelled", stopped.why());
            assertEquals("raise the limit", stopped.remedy());
            assertTrue(answer.value().gone() > 0);
            assertFalse(answer.value().rested());
        }
    }

    @Test
    void aHorizonEndsAPathThatCouldGoOn() {
        final var answer = AgentCascade.of(Dynamics.clock().withHorizon(2), 8).solve(drawn());

        assertFalse(answer.orElseThrow().rested());
        assertEquals(
                "proven: integers: whoever moved wanted to; it had not come to rest",
                answer.certificate().sentence());
        assertTrue(answer.value().time(answer.value().rounds()) <= 2);
    }

    @Test
    void refusesWhatMakesNoSense() {
        refused(
                "lag must be shorter than the run, 10 [rounds], but was 10",
                () -> Dynamics.rounds().withHorizon(10).withLag(10));
        refused(
                "lag must be >= 0 [sweeps], but was -1",
                () -> Dynamics.oneByOne().withLag(-1));
        refused(
                "newSees must be >= 1 [others], but was 0",
                () -> Dynamics.rounds().withSees(0));
        refused(
                "newHorizon must be >= 1 [rounds], but was 0",
                () -> Dynamics.rounds().withHorizon(0));
        refused(
                "sees must be at most the others there are, 2 [count], but was 3",
                () -> AgentCascade.of(Dynamics.rounds().withSees(3), 1).solve(Thresholds.of(0, 1, 2)));
        refused(
                "agents must be >= 0 [number of an agent], but was -1",
                () -> AgentCascade.of(Dynamics.rounds(), 1).withStart(-1));
        refused(
                "agents at the start must be below 2 [number of an agent], but was 2",
                () -> AgentCascade.of(Dynamics.rounds(), 1).withStart(2).solve(Thresholds.of(0, 1)));
        refused(
                "population must list its agents, but was Population[40000, normal(0.25, 0.12)]; draw some with"
                        + " Population.draw(agents, law, seed), or use MeanFieldCascade",
                () -> AgentCascade.of(Dynamics.clock(), 1).solve(law()));
        refused(
                "pace must be rounds or clock for a law, whose soldiers are not told apart, but was one by one; take the clock,"
                        + " or draw agents with Population.draw(heads, law, seed)",
                () -> MeanFieldCascade.solver().withDynamics(Dynamics.oneByOne()));
        refused(
                "sees must be from 1 to the others there are, 2 [count], but was 3",
                () -> Thresholds.of(DefectionGame.of(Population.of(0.1, 0.2, 0.3), OFFER, REPRISAL), 3));
    }

    private static void refused(String message, Executable call) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
    }
}
