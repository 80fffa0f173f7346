package io.github.breakranks.cascade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.breakranks.answer.Answer;
import io.github.breakranks.answer.Certificate;
import io.github.breakranks.answer.Watch;
import io.github.breakranks.equilibrium.EquilibriumSolver;
import io.github.breakranks.equilibrium.RestPoint;
import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.network.Exposure;
import io.github.breakranks.offer.Curve;
import io.github.breakranks.offer.NetGain;
import io.github.breakranks.offer.Offer;
import io.github.breakranks.offer.Reprisal;
import io.github.breakranks.population.CostLaw;
import io.github.breakranks.population.Population;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How a law's population moves through time: with old news, a way back, and a few others seen. */
class LawDynamicsTest {
    private static final NetGain COMPANY = NetGain.of(Reprisal.none()).withSolidarity(1);
    private static final MeanFieldCascade SOLVER = MeanFieldCascade.solver();

    /** Brock and Durlauf (2001) with a = 1, mu = .6, s = .1. */
    private static DefectionGame logistic(double cash) {
        return DefectionGame.of(Population.of(100_000, CostLaw.logistic(0.6, 0.1)), Offer.cash(cash), COMPANY);
    }

    /** Costs even on [0, 1]: Phi(x) = b + a x. */
    private static DefectionGame line(double b, double a) {
        return DefectionGame.of(
                Population.of(1_000_000, CostLaw.uniform(0, 1)),
                Offer.cash(b),
                NetGain.of(Reprisal.none()).withSolidarity(a));
    }

    private static double logistic(double cash, double gone) {
        return 1 / (1 + Math.exp(-(cash + gone - 0.6) / 0.1));
    }

    /** A start short of the unstable rest point falls back to the least, one beyond it climbs to the greatest, at any pace and lag. */
    @Test
    void whereThereIsAWayBackTheUnstableRestPointDecides() {
        final var rest = EquilibriumSolver.solver().solve(logistic(0.1)).orElseThrow();
        final RestPoint edge = rest.points().get(1);
        for (Pace pace : new Pace[] {Pace.ROUNDS, Pace.CLOCK}) {
            for (int lag : new int[] {0, 2}) {
                final MeanFieldCascade back = SOLVER.withDynamics(new Dynamics(pace, lag, 0, true, 0));
                final var below = back.withStart(edge.share() - 1e-3).solve(logistic(0.1));
                final var above = back.withStart(edge.share() + 1e-3).solve(logistic(0.1));

                assertEquals(rest.least().share(), below.orElseThrow().share(), 1e-11);
                assertEquals(rest.greatest().share(), above.orElseThrow().share(), 1e-11);
                assertTrue(below.certificate()
                        .sentence()
                        .startsWith("proven: the greatest rest point at or below the start lies in ["));
                assertTrue(above.certificate()
                        .sentence()
                        .startsWith("proven: the least rest point at or above the start lies in ["));
                assertEquals(Optional.empty(), below.orElseThrow().tippingStep());
                assertTrue(above.orElseThrow().tippingStep().isPresent());
            }
        }
    }

    /** By hand: x_(k+1) = Phi(x_(k-lag)) repeats each value until the news arrives. */
    @Test
    void oldNewsStretchesRounds() {
        final ShareCascade cascade = SOLVER.withDynamics(Dynamics.rounds().withLag(2))
                .solve(logistic(0.2))
                .orElseThrow();
        double x = 0;
        for (int round = 0; round <= cascade.rounds(); round++) {
            assertEquals(x, cascade.shareAfter(round), 1e-15);
            assertEquals(round == 0 ? 0 : 1 + 3 * (round - 1), cascade.time(round));
            x = logistic(0.2, x);
        }
        assertTrue(cascade.table().csv().contains("\n4,"), cascade.table()::csv);
    }

    /** x' = b + a x(t - L) - x, solved by hand on [0, L] and [L, 2L]. */
    @ParameterizedTest
    @CsvSource({"1, 0.5", "2, 0.8"})
    void theDelayedClockOfAStraightLineByFormula(int lag, double a) {
        final double b = 0.1;
        final ShareCascade cascade = SOLVER.withDynamics(Dynamics.clock().withLag(lag))
                .solve(line(b, a))
                .orElseThrow();
        for (int reading = 0; cascade.time(reading) <= 2 * lag; reading++) {
            final double t = cascade.time(reading);
            final double u = t - lag;
            final double expected = u <= 0
                    ? b * (1 - Math.exp(-t))
                    : Math.exp(-u) * b * (1 - Math.exp(-lag))
                            + b * (1 + a) * (1 - Math.exp(-u))
                            - a * b * u * Math.exp(-u);
            assertEquals(expected, cascade.shareAfter(reading), 1e-10);
        }
        assertEquals(b / (1 - a), cascade.share(), 1e-12);
    }

    /** Where Phi is a straight line it does not matter how many others one sees: the mean of what he sees is the share gone. */
    @Test
    void onAStraightLineSeeingAFewIsSeeingAll() {
        for (int sees : new int[] {1, 2, 7}) {
            final ShareCascade few = SOLVER.withDynamics(
                            Dynamics.rounds().withSees(sees).withReturn())
                    .solve(line(0.1, 0.5))
                    .orElseThrow();
            final ShareCascade all = SOLVER.solve(line(0.1, 0.5)).orElseThrow();
            for (int round = 0; round <= all.rounds(); round++) {
                assertEquals(all.shareAfter(round), few.shareAfter(round), 1e-12);
            }
            assertEquals(0.2, few.share(), 1e-12);
        }
    }

    /** By hand for k = 2: x' = (1-x)^2 Phi(0) + 2 x (1-x) Phi(1/2) + x^2 Phi(1). */
    @Test
    void seeingTwoOthersRoundByRound() {
        final var answer =
                SOLVER.withDynamics(Dynamics.rounds().withSees(2).withReturn()).solve(logistic(0.2));
        final ShareCascade cascade = answer.orElseThrow();
        double x = 0;
        for (int round = 0; round <= cascade.rounds(); round++) {
            assertEquals(x, cascade.shareAfter(round), 1e-14);
            x = (1 - x) * (1 - x) * logistic(0.2, 0) + 2 * x * (1 - x) * logistic(0.2, 0.5) + x * x * logistic(0.2, 1);
        }
        for (int more = 0; more < 10_000; more++) {
            x = (1 - x) * (1 - x) * logistic(0.2, 0) + 2 * x * (1 - x) * logistic(0.2, 0.5) + x * x * logistic(0.2, 1);
        }
        assertEquals(x, cascade.share(), 1e-12);
        assertTrue(answer.certificate()
                .sentence()
                .startsWith("proven: the least rest point where each sees 2 others lies in ["));
        assertEquals(
                "each sees 2 random others, so chance decides who goes when; draw agents with Population.draw(heads, law, seed) and ask"
                        + " AgentCascade",
                assertThrows(IllegalStateException.class, () -> cascade.roundOf(0.3))
                        .getMessage());
    }

    /** As k grows, what a few show comes to what all show: the binomial law of large numbers, error of order 1/k. */
    @Test
    void seeingMoreComesToSeeingAll() {
        final double all = SOLVER.solve(logistic(0.2)).orElseThrow().share();
        double before = 1;
        for (int sees : new int[] {10, 100, 1_000, 10_000}) {
            final double few = SOLVER.withDynamics(
                            Dynamics.rounds().withSees(sees).withReturn())
                    .solve(logistic(0.2))
                    .orElseThrow()
                    .share();
            final double off = Math.abs(few - all);
            assertTrue(off < before / 4, () -> sees + ": " + off);
            before = off;
        }
        assertTrue(before < 1e-4);
    }

    /** Whoever sees all others draws none at random: the same as seeing everybody. */
    @Test
    void whoSeesAllOthersSeesEverybody() {
        final DefectionGame few = logistic(0.2).withPopulation(Population.of(50, CostLaw.logistic(0.6, 0.1)));

        assertEquals(
                SOLVER.solve(few).orElseThrow().table().csv(),
                SOLVER.withDynamics(Dynamics.rounds().withSees(49))
                        .solve(few)
                        .orElseThrow()
                        .table()
                        .csv());
    }

    /** Once it was otherwise: an index ran over. */
    @Test
    void newsMayBeVeryOld() {
        final ShareCascade clock = SOLVER.withDynamics(new Dynamics(Pace.CLOCK, Integer.MAX_VALUE - 1, 0, false, 0))
                .solve(logistic(0.2), Watch.limit(java.time.Duration.ofMillis(200)))
                .value();
        assertEquals(logistic(0.2, 0), clock.shareAfter(clock.rounds()), 1e-3);
        final ShareCascade rounds = SOLVER.withDynamics(Dynamics.rounds().withLag(Integer.MAX_VALUE))
                .solve(logistic(0.2))
                .orElseThrow();
        assertEquals(1 + (double) (1L << 31), rounds.time(2));
    }

    /** By hand for k = 1 without a way back: y' = y - y x of those who need the one they see; all who would go seeing one gone do. */
    @Test
    void withoutAWayBackChanceBringsAllInTheEnd() {
        final var answer = SOLVER.withDynamics(Dynamics.rounds().withSees(1)).solve(logistic(0.1));
        final ShareCascade cascade = answer.orElseThrow();
        final double bold = logistic(0.1, 0);
        final double all = logistic(0.1, 1);
        double needOne = all - bold;
        double gone = 0;
        for (int round = 0; round <= cascade.rounds(); round++) {
            assertEquals(gone, cascade.shareAfter(round), 1e-13);
            needOne -= needOne * gone;
            gone = all - needOne;
        }
        assertEquals(all, cascade.share(), 1e-15);
        assertEquals(Optional.empty(), cascade.tippingStep());
        assertEquals(
                "whoever would go with all he sees gone does so in the end, as every look is a new chance; whoever sees nobody go does"
                        + " only what he would do alone",
                assertInstanceOf(Certificate.Proven.class, answer.certificate()).how());
        final ShareCascade clock = SOLVER.withDynamics(Dynamics.clock().withSees(1))
                .solve(logistic(0.1))
                .orElseThrow();
        assertEquals(all, clock.share(), 1e-15);
    }

    /** Nobody goes by himself and nobody starts: nobody ever goes. A start is the most eager. */
    @Test
    void withoutABeginningThereIsNoCascade() {
        final DefectionGame game =
                DefectionGame.of(Population.of(1000, CostLaw.uniform(0.2, 0.9)), Offer.none(), COMPANY);
        final MeanFieldCascade few = SOLVER.withDynamics(Dynamics.rounds().withSees(3));

        assertEquals(0, few.solve(game).orElseThrow().share());
        assertTrue(few.solve(game).certificate().sentence().contains("whoever sees nobody go does only"));
        assertEquals(1, few.withStart(0.01).solve(game).orElseThrow().share(), 1e-15);
        assertEquals(0.01, few.withStart(0.01).solve(game).orElseThrow().shareAfter(0), 1e-15);
    }

    /** By hand: the ready at each round are those of the next; the tipping step has most followers a head. */
    @Test
    void theTippingStepIsTheNarrowestPlace() {
        final ShareCascade cascade = SOLVER.solve(logistic(0.282)).orElseThrow();
        final TippingStep step = cascade.tippingStep().orElseThrow();
        double most = 0;
        int at = -1;
        for (int round = 0; round < cascade.rounds(); round++) {
            final double ready = cascade.shareAfter(round + 1) - cascade.shareAfter(round);
            final double followers = (cascade.share() - cascade.shareAfter(round + 1)) / ready;
            if (followers > most) {
                most = followers;
                at = round;
            }
        }
        assertEquals(at, step.step());
        assertEquals(most, step.followers(), 1e-6 * most);
        assertEquals(0.1127, step.gone(), 0.02); // the fold of offers lies at cash .28095 and share .1127
        assertTrue(step.followers() > 500);
        assertTrue(
                step.explain().startsWith("When 11")
                        && step.explain().endsWith("had they stayed, it would have stopped there."),
                step::explain);
        final TippingStep onClock = SOLVER.withDynamics(Dynamics.clock())
                .solve(logistic(0.282))
                .orElseThrow()
                .tippingStep()
                .orElseThrow();
        assertEquals(step.gone(), onClock.gone(), 0.01);
        assertEquals(step.followers(), onClock.followers(), 0.05 * step.followers());
    }

    /** Two groups that start on different sides of where they go: up and down, until nothing moves. */
    @Test
    void groupsMayStartOnDifferentSides() {
        final DefectionGame game = DefectionGame.of(
                        Population.join(
                                Population.of(1000, CostLaw.normal(0.1, 0.1)).named("bold"),
                                Population.of(1000, CostLaw.normal(0.9, 0.1)).named("shy")),
                        Offer.cash(0.3),
                        Reprisal.fading(0.2))
                .on(Exposure.homophily(0.5));
        final RestPoint only =
                EquilibriumSolver.solver().solve(game).orElseThrow().least();
        for (Pace pace : new Pace[] {Pace.ROUNDS, Pace.CLOCK}) {
            final var answer = SOLVER.withDynamics(new Dynamics(pace, 1, 0, true, 0))
                    .withStart(0.5)
                    .solve(game);
            assertEquals(only.shareOf(0), answer.orElseThrow().shareOf(0), 1e-8);
            assertEquals(only.shareOf(1), answer.orElseThrow().shareOf(1), 1e-8);
            assertInstanceOf(Certificate.Numeric.class, answer.certificate());
        }
    }

    /** Six groups whose best replies rise by more than one in sum, but with a spectral radius of .65: the limit is enclosed all the same. */
    @Test
    void manyGroupsAreEnclosedInTheirOwnDirection() {
        final Population[] groups = new Population[6];
        for (int g = 0; g < groups.length; g++) {
            groups[g] = Population.of(1000 * (g + 1), CostLaw.normal(0.15 + 0.06 * g, 0.1))
                    .named("unit " + g);
        }
        final DefectionGame game = DefectionGame.of(
                        Population.join(groups),
                        Offer.cash(0.21).withRefuge(0.3).withCredibility(0.9),
                        Reprisal.fading(0.4))
                .on(Exposure.homophily(0.5));
        final var answer = SOLVER.solve(game);

        assertInstanceOf(Certificate.Proven.class, answer.certificate(), answer.certificate()::sentence);
        assertEquals(
                EquilibriumSolver.solver().solve(game).orElseThrow().least().share(),
                answer.orElseThrow().share(),
                1e-11);
    }

    /** A gain that falls: with a way back it may go up and down for ever in rounds, and comes to rest on clocks. */
    @Test
    void aGainThatFallsMayNeverRestInRounds() {
        final DefectionGame game = DefectionGame.of(
                Population.of(1000, CostLaw.logistic(0.3, 0.02)),
                Offer.cash(0.6),
                Reprisal.of(Curve.constant(1), Curve.linear(0, 0.6)));
        final var rounds = SOLVER.withDynamics(Dynamics.rounds().withReturn()).solve(game);
        final var stopped = assertInstanceOf(Answer.Stopped.class, rounds);
        assertEquals("not at rest after 10000 rounds", stopped.why());
        assertEquals("raise the horizon, or ask EquilibriumSolver where it could rest", stopped.remedy());

        final ShareCascade clock =
                SOLVER.withDynamics(Dynamics.clock().withReturn()).solve(game).orElseThrow();
        assertEquals(0.5, clock.share(), 1e-9); // where .6 - .6 x = .3
    }

    @Test
    void aHorizonCutsThePathAndKeepsTheLimit() {
        final ShareCascade cut = SOLVER.withDynamics(Dynamics.rounds().withHorizon(3))
                .solve(logistic(0.282))
                .orElseThrow();
        final ShareCascade clock = SOLVER.withDynamics(Dynamics.clock().withHorizon(3))
                .solve(logistic(0.282))
                .orElseThrow();

        assertEquals(3, cut.rounds());
        assertEquals(cut.shareAfter(3), cut.share());
        assertEquals(false, cut.rested());
        assertEquals(
                "Cascade[" + cut.gone() + " of 100000 go (share 0.06938) in 3 rounds, not at rest]", cut.toString());
        assertEquals(3, clock.time(clock.rounds()), 1e-12);
        assertEquals(SOLVER.solve(logistic(0.282)).orElseThrow().share(), cut.limit());
        assertEquals(cut.limit(), clock.limit());
        assertTrue(clock.share() < cut.share());
    }

    @Test
    void refusesToSeeMoreThanThereAre() {
        final DefectionGame falls = DefectionGame.of(
                Population.of(100, CostLaw.normal(0.25, 0.12)),
                Offer.cash(0.5),
                Reprisal.of(Curve.constant(1), Curve.rising(0.4, 1)));
        assertEquals(
                "net gain must rise with the share gone where each sees a few others and nobody comes back, but "
                        + falls.monotonicity().sentence()
                        + "; let those gone come back with Dynamics.withReturn()",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> SOLVER.withDynamics(Dynamics.rounds().withSees(3))
                                        .solve(falls))
                        .getMessage());
        assertEquals(
                "sees must be at most the others there are, 99999 [count], but was 100000",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> SOLVER.withDynamics(Dynamics.rounds().withSees(100_000))
                                        .solve(logistic(0.1)))
                        .getMessage());
    }
}
