package io.github.breakranks.design;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.breakranks.answer.Answer;
import io.github.breakranks.answer.Certificate;
import io.github.breakranks.answer.Watch;
import io.github.breakranks.design.RobustOffer.Outcome;
import io.github.breakranks.equilibrium.TippingSolver;
import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.network.Exposure;
import io.github.breakranks.offer.Offer;
import io.github.breakranks.offer.Reprisal;
import io.github.breakranks.offer.Term;
import io.github.breakranks.population.CostLaw;
import io.github.breakranks.population.Population;
import java.util.List;
import org.junit.jupiter.api.Test;

class RobustSolverTest {
    private static final Instrument CASH = Instrument.of(Term.CASH);
    private static final Target HALF = Target.of(0.5);

    /** A thousand soldiers without company, costs U[0, 1] or U[0, 2]: cash v brings v or v/2. */
    private static Ambiguity straight() {
        return Ambiguity.of(
                DefectionGame.of(Population.of(1000, CostLaw.uniform(0, 1)), Offer.none(), Reprisal.none()),
                List.of(Population.of(1000, CostLaw.uniform(0, 1)), Population.of(1000, CostLaw.uniform(0, 2))));
    }

    private static DefectionGame soldiers(double mean, double deviation) {
        return DefectionGame.of(
                Population.of(30_000, CostLaw.normal(mean, deviation)),
                Offer.refuge(0.30).withCredibility(0.90),
                Reprisal.fading(0.40));
    }

    private static Ambiguity folded() {
        return Ambiguity.of(List.of(soldiers(0.2, 0.1), soldiers(0.25, 0.12), soldiers(0.3, 0.12)));
    }

    @Test
    void worstCaseIsTheMostThatAnyGameNeeds() {
        final RobustOffer straight =
                RobustSolver.worstCase(CASH, HALF).solve(straight()).orElseThrow();

        assertEquals(1, straight.value());
        assertEquals(List.of(1), straight.binding());
        assertEquals(1000, straight.worstOutlay(), 1e-9); // in the other game all go
        assertEquals(750, straight.worstRegret(), 1e-9); // where 500 at .5 would have done

        final RobustOffer folded =
                RobustSolver.worstCase(CASH, HALF).solve(folded()).orElseThrow();
        assertEquals(
                TippingSolver.of(Term.CASH)
                        .solve(soldiers(0.3, 0.12))
                        .orElseThrow()
                        .tippingOffer(),
                folded.value(),
                1e-12);
        assertFalse(folded.attained());
        assertEquals(List.of(2), folded.binding());
        assertTrue(folded.explain()
                .startsWith("cash just above 0.2771 reaches 0.5 in the least rest point in each of 3 games"));
    }

    /** By hand: v^2 - 1/4 = v^2/2 - 3v/2 + 1 where the two regrets cross, so v = (sqrt(19) - 3)/2. */
    @Test
    void leastRegretIsWhereTwoRegretsCross() {
        final Answer<RobustOffer> answer =
                RobustSolver.leastRegret(CASH, HALF, 3).solve(straight());
        final double v = (Math.sqrt(19) - 3) / 2;

        assertInstanceOf(Certificate.Numeric.class, answer.certificate());
        assertEquals(v, answer.value().value(), 1e-9);
        assertEquals(1000 * (v * v - 0.25), answer.value().worstRegret(), 1e-6);
        assertEquals(List.of(0, 1), answer.value().binding());
        assertEquals(1000 * (0.5 - v / 2), answer.value().outcomes().get(1).missed(), 1e-6);
        assertEquals(0, answer.value().outcomes().get(0).missed());
    }

    /** Each defection worth less than it costs: nobody is to be bought dearer than half of his worth. */
    @Test
    void aLowWorthBuysFew() {
        final Ambiguity one = Ambiguity.of(List.of(straight().games().get(0)));
        final RobustOffer offer =
                RobustSolver.leastRegret(CASH, HALF, 0.6).solve(one).orElseThrow();

        assertEquals(0.3, offer.value(), 1e-6); // least of v^2 + .6 (.5 - v)
        assertEquals(0, offer.worstRegret(), 1e-9);
    }

    /** The regret of the worst case is that of an infinite worth. */
    @Test
    void aGreatWorthTakesNoChances() {
        final RobustOffer most =
                RobustSolver.worstCase(CASH, HALF).solve(folded()).orElseThrow();
        final RobustOffer dear =
                RobustSolver.leastRegret(CASH, HALF, 1e6).solve(folded()).orElseThrow();

        assertEquals(most.value(), dear.value(), 1e-12);
        assertEquals(most.worstRegret(), dear.worstRegret(), 1e-6);
        assertFalse(dear.attained());
    }

    @Test
    void groupsToo() {
        final Population ranks = Population.join(
                Population.of(100, CostLaw.normal(0.2, 0.2)).named("men"),
                Population.of(200, CostLaw.normal(0.4, 0.2)).named("officers"));
        final Population others = Population.join(
                Population.of(100, CostLaw.normal(0.25, 0.2)).named("men"),
                Population.of(200, CostLaw.normal(0.4, 0.25)).named("officers"));
        final DefectionGame game =
                DefectionGame.of(ranks, Offer.none(), Reprisal.fading(0.2)).on(Exposure.homophily(0.3));
        final Ambiguity ambiguity = Ambiguity.of(game, List.of(ranks, others));
        final Answer<RobustOffer> most = RobustSolver.worstCase(CASH, HALF).solve(ambiguity);

        assertInstanceOf(Certificate.Numeric.class, most.certificate());
        assertEquals(
                0.5,
                most.value().outcomes().stream()
                        .mapToDouble(Outcome::share)
                        .min()
                        .orElseThrow(),
                1e-7);
    }

    @Test
    void saysWhichGameIsOutOfReach() {
        final Answer<RobustOffer> answer =
                RobustSolver.worstCase(CASH.upTo(0.8), HALF).solve(straight());
        final Answer.Stopped<?> stopped = assertInstanceOf(Answer.Stopped.class, answer);

        assertEquals(
                "a share of 0.5 in the least rest point is out of reach in 1 of 2 games: cash up to 0.8 brings 0.4 in game 1",
                stopped.why());
        assertEquals("raise the upper bound, lower the target, or ask for the least regret", stopped.remedy());
        assertEquals(
                "cash 0.8 falls short of 0.5 in the least rest point in 1 of 2 games, by 100 soldiers in game 1, and costs at most 640"
                        + " [unit of the game].",
                answer.value().explain());
        assertEquals(
                "RobustOffer[cash 0.8, outlay at most 640, missed by up to 100]",
                answer.value().toString());
        assertTrue(Double.isNaN(answer.value().outcomes().get(1).regret())); // no cash reaches it there
        assertNull(answer.value().table().column("regret").get(1));
        assertEquals(0.8, answer.value().value());
        assertEquals(100, answer.value().outcomes().get(1).missed(), 1e-9);
        final RobustOffer regret = RobustSolver.leastRegret(CASH.upTo(0.8), HALF, 3)
                .solve(straight())
                .orElseThrow();
        assertTrue(regret.value() > 0.5 && regret.value() < 0.8);
    }

    /** Normal costs have no upper bound. */
    @Test
    void saysThatTheLastNeverGo() {
        final Answer<RobustOffer> answer =
                RobustSolver.worstCase(CASH, Target.of(1)).solve(folded());

        assertEquals(
                "a share of 1.0 in the least rest point is out of reach in 3 of 3 games: no cash brings the last of game 0, as some"
                        + " costs are above any amount",
                assertInstanceOf(Answer.Stopped.class, answer).why());
        final Ambiguity half = Ambiguity.of(List.of(soldiers(0.2, 0.1).with(Term.REACH, 0.5)));
        assertEquals(
                "a share of 0.9 in the least rest point is out of reach in 1 of 1 games: no cash brings more than 0.5 of game 0",
                assertInstanceOf(
                                Answer.Stopped.class,
                                RobustSolver.worstCase(CASH, Target.of(0.9)).solve(half))
                        .why());
    }

    @Test
    void refusesNull() {
        assertEquals(
                "game",
                assertThrows(NullPointerException.class, () -> Ambiguity.of(null, List.of()))
                        .getMessage());
        assertEquals(
                "games",
                assertThrows(NullPointerException.class, () -> Ambiguity.of(null))
                        .getMessage());
        assertEquals(
                "ambiguity",
                assertThrows(
                                NullPointerException.class,
                                () -> RobustSolver.worstCase(CASH, HALF).solve(null))
                        .getMessage());
    }

    @Test
    void theCertificateCanFail() {
        final RobustSolver worst = RobustSolver.worstCase(CASH, HALF);
        final RobustOffer right = worst.solve(folded()).orElseThrow();
        final RobustOffer dear = new RobustOffer(worst, folded(), new Need(0.3, true), right.outcomes());
        final RobustOffer cheap = new RobustOffer(worst, folded(), new Need(0.25, true), right.outcomes());

        for (RobustOffer wrong : List.of(dear, cheap)) {
            assertInstanceOf(
                    Certificate.Unproven.class, AmbiguityVerifier.certify(wrong, worst, folded(), Watch.none()));
        }
        final RobustSolver least = RobustSolver.leastRegret(CASH, HALF, 3);
        final RobustOffer best = least.solve(straight()).orElseThrow();
        final List<Outcome> flattered = best.outcomes().stream()
                .map(o -> new Outcome(o.game(), o.need(), o.share(), o.missed(), o.outlay(), o.regret() / 2))
                .toList();
        assertInstanceOf(
                Certificate.Unproven.class,
                AmbiguityVerifier.certify(
                        new RobustOffer(least, straight(), new Need(best.value(), true), flattered),
                        least,
                        straight(),
                        Watch.none()));
        final Losses losses = new Losses(straight(), CASH, HALF, HostCosts.cashOnly(), Watch.none());
        final List<Outcome> dearer = List.of(
                new Outcome(0, 0.5, 0.9, 0, losses.outlay(0, 0.9, false), losses.outlay(0, 0.9, false) - 250),
                new Outcome(1, 1, 0.45, 50, losses.outlay(1, 0.9, false), losses.outlay(1, 0.9, false) + 150 - 500));
        assertInstanceOf(
                Certificate.Unproven.class,
                AmbiguityVerifier.certify(
                        new RobustOffer(least, straight(), new Need(0.9, true), dearer),
                        least,
                        straight(),
                        Watch.none()));
    }

    @Test
    void stopsWhenToldTo() {
        final Watch stop = Watch.none().withCancel(() -> true);
        for (RobustSolver solver :
                List.of(RobustSolver.worstCase(CASH, HALF), RobustSolver.leastRegret(CASH, HALF, 1))) {
            final Answer<RobustOffer> answer = solver.solve(folded(), stop);

            assertEquals(
                    "cancelled", assertInstanceOf(Answer.Stopped.class, answer).why());
            assertEquals(
                    "The work stopped before a value of cash was found.",
                    answer.value().explain());
            assertEquals("RobustOffer[cash not found]", answer.value().toString());
            assertEquals(List.of(), answer.value().binding());
            assertEquals(0, answer.value().table().rows().size());
        }
    }

    @Test
    void refusesWhatIsNoQuestion() {
        assertEquals(
                "worth must be finite and > 0.0 [unit of the game], but was NaN",
                refusal(() -> RobustSolver.leastRegret(CASH, HALF, Double.NaN)));
        assertEquals(
                "worth must be > 0 [unit of the game], but was NaN",
                refusal(() -> new RobustSolver(CASH, HALF, HostCosts.cashOnly(), Double.NaN)));
        assertEquals("games must have at least 1 game [count], but was empty", refusal(() -> Ambiguity.of(List.of())));
        assertEquals(
                "weights must sum to 1 within 1.0E-9 [shares], but was 0.8999999999999999",
                refusal(() -> straight().withWeights(0.6, 0.3)));
        assertEquals(
                "weights[1] must be finite and > 0.0 [share], but was NaN",
                refusal(() -> straight().withWeights(0.5, Double.NaN)));
        assertEquals(
                "weights must have 2 values [one a game], but was 3",
                refusal(() -> straight().withWeights(0.2, 0.3, 0.5)));
        assertEquals(
                "games[1] must have the offers of games[0], Offer[refuge 0.3, credibility 0.9] to group 0, but was Offer[refuge"
                        + " 0.3, credibility 0.8]",
                refusal(() -> Ambiguity.of(
                        List.of(soldiers(0.2, 0.1), soldiers(0.2, 0.1).with(Term.CREDIBILITY, 0.8)))));
    }

    private static String refusal(org.junit.jupiter.api.function.Executable what) {
        return assertThrows(IllegalArgumentException.class, what).getMessage();
    }
}
