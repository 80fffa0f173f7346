package io.github.breakranks.timing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.breakranks.answer.Answer;
import io.github.breakranks.answer.Certificate;
import io.github.breakranks.answer.Watch;
import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.offer.Curve;
import io.github.breakranks.offer.Expiry;
import io.github.breakranks.offer.NetGain;
import io.github.breakranks.offer.Offer;
import io.github.breakranks.offer.Reprisal;
import io.github.breakranks.population.CostLaw;
import io.github.breakranks.population.Population;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** What the solvers of timing do not take, and what they hand back when stopped. */
class TimingRefusalsTest {
    private static final CostLaw EVEN = CostLaw.uniform(0, 1);
    private static final ExpirySolver EXPIRY = ExpirySolver.of(Waiting.at(0.1));
    private static final DeadlineSolver DEADLINE = DeadlineSolver.of(Waiting.at(0.1));

    private static DefectionGame game(Population soldiers, Expiry expiry) {
        return DefectionGame.of(soldiers, Offer.cash(0.6).withExpiry(expiry), Reprisal.fading(0.3));
    }

    private static DefectionGame even(Expiry expiry) {
        return game(Population.of(1_000, EVEN), expiry);
    }

    private static void refused(String message, Executable call) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
    }

    /** By both solvers. */
    private static void refusedByBoth(String message, DefectionGame game) {
        refused(message, () -> EXPIRY.solve(game));
        refused(message, () -> DEADLINE.solve(game.withOffer(game.offer().withExpiry(Expiry.at(8)))));
    }

    @Test
    void negativeRates() {
        refused("rate must be finite and >= 0.0 [per unit of time], but was -0.1", () -> Expiry.hazard(-0.1));
        refused(
                "believed must be finite and >= 0.0 [per unit of time], but was NaN",
                () -> Expiry.hazard(1, Double.NaN));
        refused("date must be finite and > 0.0 [unit of time], but was 0.0", () -> Expiry.at(0));
        refused("rate must be finite and >= 0.0 [per unit of time], but was -1.0", () -> Waiting.at(-1));
        refused("discount must be finite and >= 0.0 [per unit of time], but was -1.0", () -> Waiting.of(-1, 0));
        final ExpiryPath path = EXPIRY.solve(even(Expiry.open())).orElseThrow();
        refused("rate must be finite and >= 0.0 [per time], but was -1.0", () -> path.expectedTotal(-1, 1));
        refused("believed must be finite and >= 0.0 [per time], but was NaN", () -> path.expectedTotal(1, Double.NaN));
        refused("rate must be finite and >= 0.0 [per time], but was -1.0", () -> path.expectedTotalIfThinned(-1, 1));
        refused("slower must be finite and >= 0.0 [per time], but was -1.0", () -> path.criticalHorizon(-1, 1));
        refused("faster must be finite and > 1.0 [per time], but was 1.0", () -> path.crossings(1, 1));
    }

    @Test
    void nothingThatForcesAnybodyEverToGo() {
        final String end = "but was 0.0: nothing would force anybody ever to go";
        refused(
                "waiting and the believed hazard together must be > 0 [per month], " + end,
                () -> ExpirySolver.of(Waiting.at(0).per("month")).solve(even(Expiry.hazard(1, 0))));
        final ExpiryPath path =
                ExpirySolver.of(Waiting.at(0)).solve(even(Expiry.hazard(1))).orElseThrow();
        refused(
                "waiting and the believed hazard together must be > 0 [per time], " + end,
                () -> path.expectedTotal(1, 0));
        refused(
                "waiting must be finite and > 0.0 [per month], but was 0.0",
                () -> DeadlineSolver.of(Waiting.at(0).per("month")));
    }

    @Test
    void populationsThatAreNoSingleLaw() {
        refusedByBoth(
                "population must be a law for timing, but was Population[2 agents listed];"
                        + " take Population.of(heads, population.law())",
                game(Population.of(0.1, 0.2), Expiry.open()));
        final Population two = Population.join(
                Population.of(10, EVEN).named("a"), Population.of(10, EVEN).named("b"));
        refusedByBoth(
                "population must be one group for timing, but was " + two
                        + "; time each group by itself, as a population of its own",
                game(two, Expiry.open()));
    }

    @Test
    void wordThatHasNotReachedAll() {
        final DefectionGame game = even(Expiry.open());
        refusedByBoth(
                "reach must be 1 [share] for timing, but was 0.5; take those whom word has reached as the population",
                game.withOffer(game.offer().withReach(0.5)));
    }

    @Test
    void gainsThatFall() {
        refusedByBoth(
                "net gain must rise with the share gone for timing, but the net gain falls by 0.000293"
                        + " as the share gone rises from 0 to 0.0009766",
                even(Expiry.open()).withGain(NetGain.of(Reprisal.of(Curve.constant(1), Curve.linear(0.1, 0.4)))));
    }

    @Test
    void theOtherSolversExpiry() {
        refused(
                "expiry must be open or a hazard, but was Date[date=8.0]; take DeadlineSolver for a date",
                () -> EXPIRY.solve(even(Expiry.at(8))));
        refused(
                "expiry must be a date, but was Hazard[rate=1.0, believed=1.0];"
                        + " put one with offer.withExpiry(Expiry.at(date))",
                () -> DEADLINE.solve(even(Expiry.hazard(1))));
        refused(
                "expiry must be a date, but was Open[]; put one with offer.withExpiry(Expiry.at(date))",
                () -> DEADLINE.solve(even(Expiry.open())));
    }

    @Test
    void timesAndShares() {
        final ExpiryPath path = EXPIRY.solve(even(Expiry.open())).orElseThrow();
        refused("time must be finite and >= 0.0 [time], but was NaN", () -> path.shareAt(Double.NaN));
        refused("time must be finite and >= 0.0 [time], but was -1.0", () -> path.expectedBy(-1));
        refused("share must be a share in [0, 1], but was 1.5", () -> path.timeOfShare(1.5));
        refused("cost must be finite [unit of the game], but was NaN", () -> path.timeOf(Double.NaN));
        final DeadlinePath deadline = DEADLINE.solve(even(Expiry.at(8))).orElseThrow();
        refused("time must be finite and >= 0.0 [time], but was NaN", () -> deadline.shareAt(Double.NaN));
    }

    /** Stopped at once, there is still a path, with no certificate. */
    @Test
    void stoppedWork() {
        final Watch cancelled = Watch.none().withCancel(() -> true);
        final Answer<ExpiryPath> expiry = EXPIRY.solve(even(Expiry.open()), cancelled);
        final Answer.Stopped<?> stopped = assertInstanceOf(Answer.Stopped.class, expiry);
        assertEquals(new Certificate.Unproven("not checked within the limit"), stopped.certificate());
        assertEquals("cancelled", stopped.why());
        assertEquals("raise the limit", stopped.remedy());
        assertEquals(0.3 / 0.7, expiry.value().leastShare(), 1e-14);
        final Answer<DeadlinePath> deadline = DEADLINE.solve(even(Expiry.at(8)), cancelled);
        assertEquals(
                "cancelled", assertInstanceOf(Answer.Stopped.class, deadline).why());
        assertEquals(0.3 / 0.7, deadline.value().openShare(), 1e-14);
    }

    @Test
    void anInterruptStopsToo() {
        Thread.currentThread().interrupt();
        final Answer<ExpiryPath> expiry = EXPIRY.solve(even(Expiry.open()));
        final Answer<DeadlinePath> deadline = DEADLINE.solve(even(Expiry.at(8)));
        assertTrue(Thread.interrupted()); // stays set, and is cleared here for other tests

        assertEquals(
                "interrupted", assertInstanceOf(Answer.Stopped.class, expiry).why());
        assertEquals(
                "interrupted", assertInstanceOf(Answer.Stopped.class, deadline).why());
        assertEquals(0.3 / 0.7, expiry.value().leastShare(), 1e-14);
    }
}
