package io.github.breakranks.design;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.breakranks.answer.Answer;
import io.github.breakranks.answer.Certificate;
import io.github.breakranks.answer.Range;
import io.github.breakranks.answer.Watch;
import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.offer.NetGain;
import io.github.breakranks.offer.Offer;
import io.github.breakranks.offer.Reprisal;
import io.github.breakranks.population.CostLaw;
import io.github.breakranks.population.Population;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The ladder: known answers, what is said where it does not hold, and how the work ends. */
class LadderSolverTest {
    private static final double[] GAINS = {-8, -4, 0, 4};
    private static final double[] RISING = {0.125, 0.25, 0.5, 1};
    private static final double[] FALLING = {0.125, 0.625, 0.875, 1};

    private final LadderSolver solver = LadderSolver.solver();

    /** Segal (2003), four identical agents: the first is paid 8, the second 4. On average over ranks each loses 2. */
    @Test
    void divideAndConquer() {
        final var answer = solver.withBudget(11).solve(CoalitionGains.identical(GAINS));
        final Ladder ladder = answer.orElseThrow();

        assertEquals(0, ladder.total(Rung.PARTIAL));
        assertEquals(8, ladder.total(Rung.PRIVATE));
        assertEquals(12, ladder.total(Rung.PUBLIC));
        assertEquals(32, ladder.total(Rung.UNIFORM));
        assertArrayEquals(new double[] {8, 4, 0, 0}, ladder.payments(Rung.PUBLIC));
        assertArrayEquals(new double[] {2, 2, 2, 2}, ladder.payments(Rung.PRIVATE));
        assertArrayEquals(new int[] {0, 1, 2, 3}, ladder.invitations().order());
        assertEquals(Returns.INCREASING, ladder.returns());
        assertEquals("", ladder.counterexample());
        assertEquals("Ladder[partial 0, private 8, public 12, uniform 32]", ladder.toString());
        assertEquals(
                new Certificate.Proven("no order costs less, as the costs of all coalitions show", List.of()),
                answer.certificate());
        assertEquals(0, ladder.reach(7.9));
        assertEquals(1, ladder.reach(8));
        assertEquals(4, ladder.reach(12));
        assertEquals(8, ladder.costOf(1));
        assertEquals("Invitations[1 of 4 for 8]", ladder.withinBudget().toString());
        assertEquals(
                "Everybody's going costs 0 if all trust that the others go, 8 by private offers that hide each one's rank, 12 by"
                        + " public offers that differ (agent 0 is invited first, for 8; 2 of 4 are paid), and 32 by one offer to all.",
                ladder.explain());
    }

    @Test
    void tables() {
        final Ladder ladder = solver.solve(CoalitionGains.identical(GAINS)).orElseThrow();

        assertEquals(
                "[{\"place\":1,\"agent\":0,\"partial\":0.0,\"private\":2.0,\"public\":8.0,\"uniform\":8.0},"
                        + "{\"place\":2,\"agent\":1,\"partial\":0.0,\"private\":2.0,\"public\":4.0,\"uniform\":8.0},"
                        + "{\"place\":3,\"agent\":2,\"partial\":0.0,\"private\":2.0,\"public\":0.0,\"uniform\":8.0},"
                        + "{\"place\":4,\"agent\":3,\"partial\":0.0,\"private\":2.0,\"public\":0.0,\"uniform\":8.0}]",
                ladder.table().json());
        final String head = ladder.table().text().lines().findFirst().orElseThrow();
        assertTrue(head.startsWith("place [from 1]  agent [from 0]  partial [unit of the game]"), head);
        assertEquals(
                "place [from 1]  agent [from 0]  payment [unit of the game]  in all [unit of the game]",
                ladder.invitations().table().text().lines().findFirst().orElseThrow());
        assertEquals(List.of(0.0, 8.0, 12.0, 32.0), ladder.rungs().column("total"));
        assertEquals(List.of(0L, 4L, 2L, 4L), ladder.rungs().column("agents paid"));
        assertEquals(
                List.of(8.0, 12.0, 12.0, 12.0), ladder.invitations().table().column("in all"));
    }

    /** Winter (2004), American Economic Review 94:764; ranks hidden as in Halac, Lipnowski and Rappoport (2021). */
    @Test
    void bonusesPaidOnSuccess() {
        final var answer = solver.solve(CoalitionGains.success(RISING, 1));
        final Ladder ladder = answer.orElseThrow();

        assertEquals(6, ladder.total(Rung.PARTIAL));
        assertEquals(3.428571, ladder.payments(Rung.PRIVATE)[0], 5e-7);
        assertEquals(10.2857, ladder.total(Rung.PRIVATE), 5e-5);
        assertArrayEquals(new double[] {8, 4, 2}, ladder.payments(Rung.PUBLIC));
        assertEquals(14, ladder.total(Rung.PUBLIC));
        assertEquals(24, ladder.total(Rung.UNIFORM));
        assertInstanceOf(Certificate.Numeric.class, answer.certificate(), answer.certificate()::sentence);
        assertTrue(ladder.explain().endsWith("24 by one offer to all. These are bonuses, paid on success only."));
    }

    /** Increments 1/2, 1/4, 1/8: the mean over ranks, 3.43 each, is below the 8 each that work needs at all. */
    @Test
    void whereIncrementsFallAllRungsAreOne() {
        final var answer = solver.solve(CoalitionGains.success(FALLING, 1));
        final Ladder ladder = answer.orElseThrow();

        for (Rung rung : Rung.values()) {
            assertEquals(24, ladder.total(rung));
            assertArrayEquals(new double[] {8, 8, 8}, ladder.payments(rung));
        }
        assertEquals(Returns.DECREASING, ladder.returns());
        assertEquals("Ladder[partial 24, private 24, public 24, uniform 24, returns decreasing]", ladder.toString());
        assertInstanceOf(Certificate.Proven.class, answer.certificate(), answer.certificate()::sentence);
        assertEquals(
                "Everybody's going costs 24 if all trust that the others go, and then it is certain: returns decrease (one more"
                        + " adds 0.5 to the chance of success after 0 and 0.25 after 1), so that whoever goes among all goes among"
                        + " few, and the order of invitation and hidden ranks save nothing. The mean over ranks, which hides ranks"
                        + " where returns increase, is 3.429 each, below the 8 each without which going is no equilibrium at all."
                        + " One offer to all costs 24.",
                ladder.explain());
        assertEquals(
                "what fewer than all cost is known only where the public rung is exact and returns increase; ask has(Rung) and"
                        + " returns() first",
                assertThrows(IllegalStateException.class, () -> ladder.reach(8)).getMessage());
    }

    /** All must take part for the project to succeed: no bonus makes the first work whatever the others do. */
    @Test
    void theWeakestLink() {
        final Ladder ladder = solver.solve(CoalitionGains.success(new double[] {0, 0, 0, 1}, 1))
                .orElseThrow();

        assertEquals(3, ladder.total(Rung.PARTIAL));
        assertEquals(9, ladder.total(Rung.PRIVATE));
        assertEquals(Double.POSITIVE_INFINITY, ladder.total(Rung.PUBLIC));
        assertEquals(Double.POSITIVE_INFINITY, ladder.total(Rung.UNIFORM));
        assertTrue(ladder.explain().contains("more than any payment by public offers"), ladder::explain);
    }

    /** By hand: 1 follows 0 for nothing, 0 follows 1 for 1; alone they need 3 and 2. So 0 first costs 3, and 1 first 2 + 1. */
    @Test
    void twoWhoInfluenceEachOther() {
        final double[][] influence = {{0, 2}, {2, 0}};
        final var answer = solver.solve(CoalitionGains.of(new double[] {-3, -2}, influence));
        final Ladder ladder = answer.orElseThrow();

        assertEquals(1, ladder.total(Rung.PARTIAL));
        assertEquals(3, ladder.total(Rung.PUBLIC));
        assertEquals(4, ladder.total(Rung.UNIFORM));
        assertFalse(ladder.has(Rung.PRIVATE));
        assertEquals(
                "no private rung: private offers are solved where agents differ in cost only; they cost no less than the partial"
                        + " and no more than the public ones; ask has(Rung) first",
                assertThrows(IllegalStateException.class, () -> ladder.total(Rung.PRIVATE))
                        .getMessage());
        assertEquals("Ladder[partial 1, public 3, uniform 4]", ladder.toString());
        assertTrue(ladder.explain().contains(" No private rung: private offers are solved where"), ladder::explain);
        assertInstanceOf(Certificate.Proven.class, answer.certificate(), answer.certificate()::sentence);
    }

    /** By hand: an officer, who draws three times as many as a man, first for 5; then a man for 1; the others follow for nothing. */
    @Test
    void ranksAreCounted() {
        final CoalitionGains gains =
                CoalitionGains.groups(new int[] {2, 2}, (rank, gone) -> (rank == 0 ? -5 : -4) + 3 * gone[0] + gone[1]);
        final Ladder ladder = solver.solve(gains).orElseThrow();

        assertEquals(6, ladder.total(Rung.PUBLIC));
        assertArrayEquals(new double[] {5, 0, 1, 0}, ladder.payments(Rung.PUBLIC));
        assertArrayEquals(new int[] {0, 2, 3, 1}, ladder.invitations().order());
        assertEquals(16, ladder.total(Rung.UNIFORM)); // at 4 a man goes, then the other, then the officers
    }

    /** Gains are 0, .5, 1. Costs of .25, .75 and 1 ask for .25 each of the first two, and over all ranks for 2 less 1.5 together. */
    @Test
    void hiddenRanksOfAgentsWhoDiffer() {
        final DefectionGame game = DefectionGame.of(
                Population.of(1, 0.25, 0.75),
                Offer.none(),
                NetGain.of(Reprisal.none()).withSolidarity(1));
        final Ladder ladder = solver.solve(CoalitionGains.of(game)).orElseThrow();

        // in all ranks: 2 - 1.5.
        assertEquals(0, ladder.total(Rung.PARTIAL));
        assertEquals(0.5, ladder.total(Rung.PRIVATE));
        assertEquals(0.5, ladder.total(Rung.PUBLIC));
        assertEquals(0.75, ladder.total(Rung.UNIFORM));
        assertArrayEquals(new int[] {1, 2, 0}, ladder.invitations().order());
        assertArrayEquals(new double[] {0, 0.25, 0.25}, ladder.payments(Rung.PUBLIC));
        assertEquals(0.5, Arrays.stream(ladder.payments(Rung.PRIVATE)).sum());
    }

    @Test
    void aHundredThousandListedAgents() {
        final DefectionGame game = DefectionGame.of(
                Population.draw(100_000, CostLaw.normal(0.25, 0.12), 1),
                Offer.cash(0.21).withRefuge(0.3).withCredibility(0.9),
                Reprisal.fading(0.4));
        final var answer = solver.solve(CoalitionGains.of(game));
        final Ladder ladder = answer.orElseThrow();

        assertInstanceOf(Certificate.Numeric.class, answer.certificate(), answer.certificate()::sentence);
        assertTrue(ladder.total(Rung.PARTIAL) < ladder.total(Rung.PRIVATE));
        assertTrue(ladder.total(Rung.PRIVATE) <= ladder.total(Rung.PUBLIC));
        assertTrue(ladder.total(Rung.PUBLIC) < ladder.total(Rung.UNIFORM));
    }

    @Test
    void manyAgentsUnderPairwiseInfluenceLieBetween() {
        final int agents = 40;
        final double[] own = new double[agents];
        final double[][] influence = new double[agents][agents];
        for (int i = 0; i < agents; i++) {
            own[i] = -4 - i % 5;
            for (int j = 0; j < agents; j++) {
                influence[i][j] = i == j ? 0 : (i * 7 + j * 3) % 5 / 8.0;
            }
        }
        final var answer = solver.solve(CoalitionGains.of(own, influence));
        final Ladder ladder = answer.orElseThrow();
        final Range between = ladder.between(Rung.PUBLIC);

        assertTrue(0 < between.low() && between.low() < between.high(), ladder::toString);
        assertEquals(between.high(), ladder.total(Rung.PUBLIC));
        assertTrue(ladder.toString().contains(" to "), ladder::toString);
        assertEquals("the best ranking found; no ranking costs less than the bound", ladder.reason(Rung.PUBLIC));
        final var numeric = assertInstanceOf(Certificate.Numeric.class, answer.certificate());
        assertEquals(between.width(), numeric.worst(), 1e-9);
        assertEquals(
                ladder.toString(),
                solver.solve(CoalitionGains.of(own, influence)).orElseThrow().toString());
    }

    /** Places are short: whoever goes makes it worse for the rest. Going must be worth it among all. */
    @Test
    void substitutesAreDominant() {
        final var answer = solver.solve(CoalitionGains.of(2, (agent, gone) -> gone == 0 ? 1 : -2 - agent));
        final Ladder ladder = answer.orElseThrow();

        assertEquals(5, ladder.total(Rung.PARTIAL));
        assertEquals(5, ladder.total(Rung.PUBLIC));
        assertEquals(6, ladder.total(Rung.UNIFORM));
        assertEquals("Invitations[2 of 2 for 5]", ladder.invitations().toString());
        assertEquals("as agent 1 joins {}, agent 0 gains first 1, then -2", ladder.counterexample());
    }

    /** Where nobody need be paid a fall of gains does not matter to public offers, but hidden ranks rest on the mean. */
    @Test
    void aFallAmongThoseWhoGoAnyway() {
        final Ladder ladder =
                solver.solve(CoalitionGains.identical(-8, -4, 4, 2)).orElseThrow();

        assertEquals(12, ladder.total(Rung.PUBLIC));
        assertEquals(
                "a gain falls where nobody needs to be paid, and hidden ranks rest on the mean: each gains 4 when 2 others have"
                        + " gone and 2 when 3 have",
                ladder.reason(Rung.PRIVATE));
    }

    /** By hand: with one gone each needs 8, so the first two are paid 8; once two have gone the third needs 2. */
    @Test
    void whereGainsFallAndRiseEachIsPaidAgainstTheWorst() {
        final var answer = solver.solve(CoalitionGains.identical(-4, -8, -2));
        final Ladder ladder = answer.orElseThrow();

        assertEquals(6, ladder.total(Rung.PARTIAL));
        assertFalse(ladder.has(Rung.PRIVATE));
        assertArrayEquals(new double[] {8, 8, 2}, ladder.payments(Rung.PUBLIC));
        assertEquals(24, ladder.total(Rung.UNIFORM));
        assertEquals("Ladder[partial 6, public 18, uniform 24, returns mixed]", ladder.toString());
        assertInstanceOf(Certificate.Proven.class, answer.certificate(), answer.certificate()::sentence);
        assertEquals(
                "Everybody's going costs 6 if all trust that the others go, 18 by public offers that differ (agent 0 is invited"
                        + " first, for 8; 3 of 3 are paid), and 24 by one offer to all. Returns are mixed (each gains -4 when 0"
                        + " others have gone and -8 when 1 have), so that each is paid what he would need at the worst number"
                        + " still to come. No private rung: hidden ranks rest on the mean of gains that rise.",
                ladder.explain());
    }

    @Test
    void whereInfluenceRaisesAndLowersUniquenessIsOpen() {
        final double[][] influence = {{0, 1, -1}, {0, 0, 0}, {0, 0, 0}};
        final var stopped = assertInstanceOf(
                Answer.Stopped.class, solver.solve(CoalitionGains.of(new double[] {-1, -1, -1}, influence)));
        assertEquals(
                "returns neither increase nor decrease throughout: agent 0 gains -1 by agent 2's going; but agent 0 gains 1 by"
                        + " agent 1's going",
                stopped.why());
        final Ladder ladder = (Ladder) stopped.value();
        assertEquals(3, ladder.total(Rung.PARTIAL));
        assertFalse(ladder.has(Rung.PUBLIC));
        assertEquals("Ladder[partial 3, returns mixed]", ladder.toString());
        assertEquals(
                "Everybody's going costs 3 if all trust that the others go; what makes it certain is not known: "
                        + stopped.why() + ".",
                ladder.explain());
    }

    @Test
    void saysBeforehandHowManyCoalitionsThereAre() {
        final CoalitionGains many =
                CoalitionGains.groups(new int[] {99, 99, 99, 99}, (group, gone) -> -1 + gone[0] / 99.0);
        final var stopped = assertInstanceOf(Answer.Stopped.class, solver.solve(many));

        assertEquals(
                "coalitions to tell apart are 100000000, more than 4194304 at 16 bytes each, so that returns are not known",
                stopped.why());
        assertEquals("take agents that are alike together, or raise withMostStates", stopped.remedy());
        assertEquals(
                99 / 99.0,
                ((Ladder) stopped.value()).total(Rung.PARTIAL),
                1e-12); // the 99 leaders miss one of themselves
    }

    @Test
    void stopsWithWhatItHas() {
        final CoalitionGains gains = CoalitionGains.of(12, (agent, gone) -> Integer.bitCount(gone) - 6.0);
        for (int asked = 0; asked < 16; asked++) {
            final int[] left = {asked};
            final var answer = solver.solve(gains, Watch.none().withCancel(() -> --left[0] < 0));
            final var stopped = assertInstanceOf(Answer.Stopped.class, answer);
            assertEquals("cancelled", stopped.why());
        }
        assertInstanceOf(Answer.Found.class, solver.solve(gains));
        final double[][] influence = new double[30][30];
        final double[] own = new double[30];
        Arrays.fill(own, -1);
        influence[3][4] = 1;
        assertInstanceOf(
                Answer.Stopped.class,
                solver.solve(CoalitionGains.of(own, influence), Watch.none().withCancel(() -> true)));
    }

    @Test
    void refusesSettingsThatAreNone() {
        assertEquals(
                "budget must be finite and >= 0.0 [unit of the game], but was NaN",
                assertThrows(IllegalArgumentException.class, () -> solver.withBudget(Double.NaN))
                        .getMessage());
        assertEquals(
                "mostStates must be >= 1 [coalitions], but was 0",
                assertThrows(IllegalArgumentException.class, () -> solver.withMostStates(0))
                        .getMessage());
        assertEquals(
                "gains of all agents must add up to a finite amount [unit of the game], but were up to 1.0E308 for each of 3;"
                        + " count money in a larger unit",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> solver.solve(CoalitionGains.identical(-1e308, -1e308, -1e308)))
                        .getMessage());
        assertEquals(
                1e308,
                solver.solve(CoalitionGains.identical(-1e308)).orElseThrow().total(Rung.PRIVATE));
        final Ladder ladder = solver.solve(CoalitionGains.identical(GAINS)).orElseThrow();
        assertEquals(
                "money must be finite and >= 0.0 [unit of the game], but was -1.0",
                assertThrows(IllegalArgumentException.class, () -> ladder.reach(-1))
                        .getMessage());
        assertEquals(
                "agents must be from 0 to 4 [agents], but was 5",
                assertThrows(IllegalArgumentException.class, () -> ladder.costOf(5))
                        .getMessage());
        assertEquals(
                "no budget was set, or what fewer than all cost is not known; set one with LadderSolver.withBudget",
                assertThrows(IllegalStateException.class, ladder::withinBudget).getMessage());
    }
}
