package io.github.breakranks.equilibrium;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.breakranks.Breakranks;
import io.github.breakranks.answer.Answer;
import io.github.breakranks.answer.Certificate;
import io.github.breakranks.answer.Watch;
import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.game.Thresholds;
import io.github.breakranks.game.TieRule;
import io.github.breakranks.network.Exposure;
import io.github.breakranks.offer.Curve;
import io.github.breakranks.offer.NetGain;
import io.github.breakranks.offer.Offer;
import io.github.breakranks.offer.Reprisal;
import io.github.breakranks.offer.Term;
import io.github.breakranks.population.CostLaw;
import io.github.breakranks.population.Population;
import org.junit.jupiter.api.Test;

/** How little it would take: known answers, settings and refusals. */
class FragilitySolverTest {
    private static final NetGain COMPANY = NetGain.of(Reprisal.none()).withSolidarity(1);
    private final FragilitySolver solver = FragilitySolver.solver();

    /** Kuran (1991), World Politics 44: ten people, thresholds in percent; one of twenty falls to ten. */
    @Test
    void nowOutOfNever() {
        final int[] a = {0, 2, 2, 3, 4, 5, 6, 7, 8, 10};
        final int[] b = {0, 2, 3, 3, 4, 5, 6, 7, 8, 10};

        assertEquals(1, Breakranks.cascade(Thresholds.of(a)).gone());
        assertEquals(1, Breakranks.cascade(Thresholds.of(b)).gone());
        a[1] = 1;
        b[1] = 1;
        assertEquals(9, Breakranks.cascade(Thresholds.of(a)).gone());
        assertEquals(2, Breakranks.cascade(Thresholds.of(b)).gone());
    }

    /** One mind is enough for both, and one fewer to wait for is; but in B it must be one who waits for three or more. */
    @Test
    void fragilityOfKuransTenPeople() {
        final Thresholds a = Thresholds.of(0, 2, 2, 3, 4, 5, 6, 7, 8, 10);
        final Thresholds b = Thresholds.of(0, 2, 3, 3, 4, 5, 6, 7, 8, 10);
        for (Thresholds people : new Thresholds[] {a, b}) {
            final var answer = solver.solve(people);
            final Fragility fragility = answer.orElseThrow();
            assertEquals(1, fragility.minds());
            assertArrayEquals(new int[] {9}, fragility.who());
            assertEquals(1, fragility.shift());
            assertTrue(fragility.shiftAttained());
            assertEquals("agents", fragility.unit());
            assertEquals("Fragility[1 of 10 minds, or 1 fewer for all: 0.1 to 0.9]", fragility.toString());
            assertInstanceOf(Certificate.Proven.class, answer.certificate());
        }
        assertEquals(
                "proven: integers: with 1 going first 10 go, with one fewer 1, and no others serve better where everybody sees"
                        + " everybody; integers: 10 go with all thresholds lower by 1, 1 with one less",
                solver.solve(b).certificate().sentence());
        assertEquals(
                2,
                Breakranks.cascade(Thresholds.of(0, 0, 3, 3, 4, 5, 6, 7, 8, 10)).gone());
        assertEquals(
                9,
                Breakranks.cascade(Thresholds.of(0, 2, 0, 3, 4, 5, 6, 7, 8, 10)).gone());
        assertEquals(
                "From nobody 0.1 go; 0.9 would if 1 of 10 changed his mind, the most reluctant; no fewer suffice. It would also do"
                        + " if everybody waited for 1 fewer.",
                solver.solve(a).orElseThrow().explain());
    }

    /** The rise of all is the tipping offer less the offer, where cash is believed. */
    @Test
    void theRiseOfALawIsTheTippingOffer() {
        final DefectionGame game =
                DefectionGame.of(Population.of(1000, CostLaw.logistic(0.6, 0.1)), Offer.cash(0.1), COMPANY);
        final var answer = solver.solve(game);
        final Fragility fragility = answer.orElseThrow();

        assertEquals(Breakranks.tippingOffer(game, Term.CASH).tippingOffer() - 0.1, fragility.shift(), 1e-13);
        assertEquals(0.2809546 - 0.1, fragility.shift(), 5e-8);
        assertFalse(fragility.shiftAttained());
        final double going = (1 - Math.sqrt(0.6)) / 2;
        final double minds = 0.5 + 0.1 * Math.log(going / (1 - going)) - going;
        assertEquals(minds, fragility.mindsShare(), 1e-12);
        assertEquals((long) Math.ceil(1000 * minds), fragility.minds());
        assertInstanceOf(Certificate.Proven.class, answer.certificate(), answer.certificate()::sentence);
        assertEquals("Fragility[0.181 of minds, or 0.181 more for all: 0.007188 to 0.9928]", fragility.toString());
        assertEquals(2, fragility.table().rows().size());
    }

    /** Half have heard; by the rest points of the game in which all gain so much more. */
    @Test
    void whereNotAllHaveHeard() {
        final DefectionGame game = DefectionGame.of(
                Population.of(1000, CostLaw.normal(0.5, 0.1)), Offer.cash(0.2).withReach(0.5), COMPANY);
        final var answer = solver.solve(game);
        final double shift = answer.orElseThrow().shift();

        assertTrue(
                Breakranks.equilibria(Rise.raised(game, shift - 1e-8)).least().share() < 0.5);
        assertTrue(
                Breakranks.equilibria(Rise.raised(game, shift + 1e-8)).least().share() > 0.5);
        assertInstanceOf(Certificate.Proven.class, answer.certificate(), answer.certificate()::sentence);
    }

    /** By hand: costs 0, .5, .7, 1 and company x: one goes and sees nothing; .5 - 0 at one of three is .5 - 1/3, then .7 - 2/3, 1 - 1. */
    @Test
    void theBottleneckOfAList() {
        final DefectionGame game = DefectionGame.of(Population.of(0, 0.5, 0.7, 1), Offer.none(), COMPANY);
        final var answer = solver.solve(game);
        final Fragility fragility = answer.orElseThrow();

        assertEquals(1, fragility.minds());
        assertArrayEquals(new int[] {2}, fragility.who());
        assertEquals(0.5 - 1 / 3.0, fragility.shift());
        assertEquals("Fragility[1 of 4 minds, or 0.1667 more for all: 0.25 to 1]", fragility.toString());
        assertInstanceOf(Certificate.Proven.class, answer.certificate(), answer.certificate()::sentence);
        assertFalse(solver.solve(game.withTies(TieRule.STAYS)).orElseThrow().shiftAttained());
    }

    /** By hand: with ties that stay, cost 1 is never below the gain of 1, and any rise at all is enough. */
    @Test
    void aTieThatStaysNeedsJustMoreThanNothing() {
        final DefectionGame game =
                DefectionGame.of(Population.of(-1, 1), Offer.none(), COMPANY).withTies(TieRule.STAYS);
        final var answer = solver.withTarget(1).solve(game);

        assertEquals(0, answer.orElseThrow().shift());
        assertFalse(answer.orElseThrow().shiftAttained());
        assertInstanceOf(Certificate.Proven.class, answer.certificate(), answer.certificate()::sentence);
        assertTrue(answer.orElseThrow().explain().endsWith("net gain rose by more than 0 [unit of the game]."));
    }

    @Test
    void groupsByBisection() {
        final DefectionGame game = DefectionGame.of(
                        Population.join(
                                Population.of(600, CostLaw.logistic(0.6, 0.1)).named("a"),
                                Population.of(400, CostLaw.logistic(0.6, 0.1)).named("b")),
                        Offer.cash(0.1),
                        COMPANY)
                .on(Exposure.homophily(0.4));
        final var answer = solver.solve(game);
        final Fragility fragility = answer.orElseThrow();

        assertEquals(0.1809546, fragility.shift(), 1e-7);
        assertInstanceOf(Certificate.Numeric.class, answer.certificate());
        assertEquals(
                "no fewest minds: whose mind counts most where groups mix is no matter of thresholds alone; ask tippingSeed for a"
                        + " group",
                assertThrows(IllegalStateException.class, fragility::minds).getMessage());
        assertEquals("Fragility[0.181 more for all: 0.007188 to 0.9928]", fragility.toString());
        assertEquals(1, fragility.table().rows().size());
        assertTrue(
                fragility.explain().contains(" would if everybody's net gain rose by more than 0.18"),
                fragility::explain);
    }

    @Test
    void noRiseBringsEverybodyWhereCostsHaveNoBound() {
        final DefectionGame game =
                DefectionGame.of(Population.of(1000, CostLaw.logistic(0.6, 0.1)), Offer.cash(0.1), COMPANY);
        final var answer = solver.withTarget(1).solve(game);

        assertEquals(Double.POSITIVE_INFINITY, answer.orElseThrow().shift());
        assertTrue(
                answer.orElseThrow().explain().endsWith("no fewer suffice. No rise of everybody's net gain does it."));
    }

    @Test
    void saysWhenThereIsNothingToReach() {
        final Fragility smooth = solver.solve(
                        DefectionGame.of(Population.of(1000, CostLaw.logistic(0.6, 0.3)), Offer.cash(0.1), COMPANY))
                .orElseThrow();

        assertFalse(smooth.known());
        assertEquals(
                "Fragility[none, nothing to tip, as 0.5 is the only rest point; name a target]", smooth.toString());
        assertEquals("No fragility: " + smooth.reason() + ".", smooth.explain());
        assertEquals(0, smooth.table().rows().size());
        assertEquals(
                "no fragility: " + smooth.reason() + "; ask known() first",
                assertThrows(IllegalStateException.class, smooth::shift).getMessage());
        assertFalse(solver.solve(Thresholds.of(0, 0)).orElseThrow().known());
        assertFalse(solver.solve(DefectionGame.of(Population.of(0.0), Offer.none(), COMPANY))
                .orElseThrow()
                .known());
    }

    @Test
    void refusesWhatIsNoTarget() {
        for (double target : new double[] {0, -1, 1.5, Double.NaN}) {
            assertEquals(
                    "target must be in (0, 1] [share], but was " + target,
                    assertThrows(IllegalArgumentException.class, () -> solver.withTarget(target))
                            .getMessage());
        }
    }

    @Test
    void aGainThatFallsIsNoAnswer() {
        final DefectionGame falling = DefectionGame.of(
                Population.of(0.1, 0.2),
                Offer.cash(0.1),
                NetGain.of(Reprisal.of(Curve.constant(1), Curve.linear(0, 1))));
        final var stopped = assertInstanceOf(Answer.Stopped.class, solver.solve(falling));

        assertEquals("no least rest point to move, as " + falling.monotonicity().sentence(), stopped.why());
        assertEquals("use a reprisal that fades as more go", stopped.remedy());
    }

    @Test
    void stopsWithWhatItHas() {
        final DefectionGame law =
                DefectionGame.of(Population.of(1000, CostLaw.logistic(0.6, 0.1)), Offer.cash(0.1), COMPANY);
        final DefectionGame list = DefectionGame.of(Population.of(0, 0.5, 0.7, 1), Offer.none(), COMPANY);
        for (int asked = 0; asked < 20; asked += 3) {
            final int[] left = {asked, asked};
            final Watch later = Watch.none().withCancel(() -> --left[0] < 0);
            assertInstanceOf(Answer.Stopped.class, solver.solve(law, later));
            if (asked < 3) {
                assertInstanceOf(
                        Answer.Stopped.class, solver.solve(list, Watch.none().withCancel(() -> --left[1] < 0)));
            }
        }
        assertInstanceOf(
                Answer.Stopped.class,
                solver.solve(Thresholds.of(0, 3, 3, 3), Watch.none().withCancel(() -> true)));
    }
}
