package io.github.breakranks.cascade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.breakranks.answer.Answer;
import io.github.breakranks.answer.Certificate;
import io.github.breakranks.answer.Watch;
import io.github.breakranks.equilibrium.EquilibriumSolver;
import io.github.breakranks.equilibrium.RestPoints;
import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.offer.Curve;
import io.github.breakranks.offer.NetGain;
import io.github.breakranks.offer.Offer;
import io.github.breakranks.offer.Reprisal;
import io.github.breakranks.population.CostLaw;
import io.github.breakranks.population.Population;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Cascades through laws: paths, limits, seeds, clocks, and where they give up. */
class MeanFieldCascadeTest {
    private static final NetGain COMPANY = NetGain.of(Reprisal.none()).withSolidarity(1);
    private static final MeanFieldCascade ROUNDS = MeanFieldCascade.solver();
    private static final MeanFieldCascade CLOCK = ROUNDS.withDynamics(Dynamics.clock());

    /** Brock and Durlauf (2001) with a = 1, mu = .6, s = .1: tips at cash .2809546. */
    private static DefectionGame logistic(double cash) {
        return DefectionGame.of(Population.of(1000, CostLaw.logistic(0.6, 0.1)), Offer.cash(cash), COMPANY);
    }

    private static RestPoints rest(DefectionGame game) {
        return EquilibriumSolver.solver().solve(game).orElseThrow();
    }

    /** By hand, round by round: x' = F(b + x). */
    @Test
    void theFirstRoundsByHand() {
        final ShareCascade cascade = ROUNDS.solve(logistic(0.2)).orElseThrow();

        double x = 0;
        for (int round = 0; round <= cascade.rounds(); round++) {
            assertEquals(x, cascade.shareAfter(round), 1e-15);
            assertEquals(round, cascade.time(round));
            x = 1 / (1 + Math.exp(-(0.2 + x - 0.6) / 0.1));
        }
        assertTrue(Math.abs(cascade.shareAfter(cascade.rounds()) - cascade.share()) * 1000 < 0.5);
        assertTrue(Math.abs(cascade.shareAfter(cascade.rounds() - 1) - cascade.share()) * 1000 >= 0.5);
        assertEquals(rest(logistic(0.2)).least().share(), cascade.share(), 1e-12);
        assertEquals(Math.round(cascade.share() * 1000), cascade.gone());
        assertEquals(1000, cascade.size());
    }

    @Test
    void theCertificateEnclosesTheLeastRestPoint() {
        for (double cash : new double[] {0, 0.1, 0.2, 0.28, 0.2809, 0.29, 0.5}) {
            final var answer = ROUNDS.solve(logistic(cash));
            final var proven = assertInstanceOf(Certificate.Proven.class, answer.certificate());
            final String[] ends =
                    proven.how().replaceAll(".*lies in \\[(.*?)\\].*", "$1").split(", ");
            final double least = rest(logistic(cash)).least().share();

            assertTrue(Double.parseDouble(ends[0]) <= least + 1e-15, proven::how);
            assertTrue(Double.parseDouble(ends[1]) >= least, proven::how);
            assertTrue(Double.parseDouble(ends[1]) - Double.parseDouble(ends[0]) < 1e-8, proven::how);
        }
    }

    /** Brock and Durlauf (2001) at b = .1: the basin of the least rest point ends at the unstable one; a start just short of it returns. */
    @Test
    void aStartThatStaysGoneIsHeldUntilTheUnstableRestPoint() {
        final double edge = rest(logistic(0.1)).points().get(1).share();

        final double below =
                ROUNDS.withStart(edge - 1e-6).solve(logistic(0.1)).orElseThrow().share();
        final double above =
                ROUNDS.withStart(edge + 1e-6).solve(logistic(0.1)).orElseThrow().share();

        assertEquals(edge - 1e-6, below); // max(start, Phi): they do not come back, and nobody follows
        assertEquals(rest(logistic(0.1)).greatest().share(), above, 1e-9);
    }

    /** The same with a share of the population committed at random, x = rho + (1 - rho) F(b + x): critical share .2077026. */
    @ParameterizedTest
    @CsvSource({"0.2077, 0.325", "0.2078, 0.99"})
    void aCommittedShareIsAnotherMapThanAStart(double rho, double share) {
        final CostLaw law =
                CostLaw.mixture(rho, CostLaw.atoms(new double[] {-100}, new double[] {1}), CostLaw.logistic(0.6, 0.1));
        final DefectionGame game = logistic(0.1).withPopulation(Population.of(1000, law));

        assertEquals(share, ROUNDS.solve(game).orElseThrow().share(), 0.02);
        assertEquals(
                rho, ROUNDS.withStart(rho).solve(logistic(0.1)).orElseThrow().share());
    }

    @Test
    void allGoneStaysAllGone() {
        final ShareCascade cascade = ROUNDS.withStart(1).solve(logistic(0)).orElseThrow();

        assertEquals(1, cascade.share());
        assertEquals(0, cascade.rounds());
    }

    /** dx/dt = F(b + x) - x by classical Runge-Kutta of step .001. */
    @ParameterizedTest
    @CsvSource({"0.2, 0", "0.35, 0", "0.1, 0.6"})
    void theClockSolvesItsEquation(double cash, double start) {
        final DefectionGame game = logistic(cash);
        final ShareCascade cascade = CLOCK.withStart(start).solve(game).orElseThrow();

        double x = start;
        final double step = 1e-3;
        for (int reading = 0; reading < cascade.rounds(); reading++) {
            assertEquals(x, cascade.shareAfter(reading), 1e-9);
            assertEquals(0.1 * reading, cascade.time(reading), 1e-9);
            for (int k = 0; k < 100; k++) {
                final double k1 = drift(game, start, x);
                final double k2 = drift(game, start, x + step / 2 * k1);
                final double k3 = drift(game, start, x + step / 2 * k2);
                final double k4 = drift(game, start, x + step * k3);
                x += step / 6 * (k1 + 2 * k2 + 2 * k3 + k4);
            }
        }
        assertEquals(ROUNDS.withStart(start).solve(game).orElseThrow().share(), cascade.share());
    }

    private static double drift(DefectionGame game, double start, double x) {
        return Math.max(start, game.willing(0, x)) - x;
    }

    /** Uniform costs on [0, 1], company .5, cash .1: dx/dt = .1 - x/2, so x(t) = .2 (1 - exp(-t/2)). */
    @Test
    void theClockOfAStraightLineByFormula() {
        final ShareCascade cascade = CLOCK.solve(DefectionGame.of(
                        Population.of(1_000_000, CostLaw.uniform(0, 1)),
                        Offer.cash(0.1),
                        NetGain.of(Reprisal.none()).withSolidarity(0.5)))
                .orElseThrow();

        for (int reading = 0; reading <= cascade.rounds(); reading++) {
            assertEquals(0.2 * (1 - Math.exp(-cascade.time(reading) / 2)), cascade.shareAfter(reading), 1e-10);
        }
        assertTrue(cascade.rounds() > 200);
        assertTrue(cascade.toString().endsWith(" readings]"));
    }

    @Test
    void aBestReplyThatFallsStopsThePathAndSaysWhere() {
        final DefectionGame game = DefectionGame.of(
                Population.of(1000, CostLaw.logistic(0.6, 0.1)),
                Offer.cash(0.5),
                Reprisal.of(Curve.constant(1), Curve.linear(0, 0.6)));

        for (MeanFieldCascade solver : new MeanFieldCascade[] {ROUNDS, CLOCK}) {
            final var stopped = assertInstanceOf(Answer.Stopped.class, solver.solve(game));
            assertEquals(
                    "not monotone: with a share 0.268941 gone only 0.0682652 are willing, so some come back",
                    stopped.why());
            assertEquals(
                    "use a net gain that rises with the share gone, or EquilibriumSolver, which scans",
                    stopped.remedy());
            assertEquals(
                    new Certificate.Unproven("the best reply fell from 0.26894142136999516 to 0.0682651730776419"),
                    stopped.certificate());
        }
    }

    /** The path climbs past a dip it never steps into; there may be lower rest points, so none is proven the least. */
    @Test
    void aGainKnownToFallProvesNoLeast() {
        final NetGain dips = (offer, group, gone) -> 0.35 - 2 * Math.max(0, 0.1 - Math.abs(gone - 0.3));
        final DefectionGame game = DefectionGame.of(Population.of(1000, CostLaw.normal(0.25, 0.1)), Offer.none(), dips);

        assertFalse(game.monotonicity().rises());
        final var answer = ROUNDS.solve(game);

        assertInstanceOf(Certificate.Unproven.class, answer.certificate(), answer.certificate()::sentence);
    }

    @Test
    void nearAFoldThePathGivesUpAndNamesTheSolverThatDoesNotWalk() {
        final double tips = 0.28095462773118557;
        for (double beyond : new double[] {1e-12, 1e-13, 1e-14}) {
            final var answer = ROUNDS.solve(logistic(tips + beyond));
            final var stopped = assertInstanceOf(Answer.Stopped.class, answer, answer::toString);

            assertEquals("not at rest after 1000000 rounds, as near a fold", stopped.why());
            assertEquals("ask EquilibriumSolver where it rests, which does not walk there", stopped.remedy());
            assertInstanceOf(Certificate.Unproven.class, answer.certificate());
            assertEquals(0.1127, answer.value().share(), 1e-3);
        }
    }

    /**
     * Three quarters spread from -.5 to 1, one quarter at .5: the path from nobody climbs to one half and would stop there, where the
     * quarter is just willing and takes all along (theory: with an atom the limit from below need not be a fixed point).
     */
    @Test
    void anAtomAtTheLimitOfThePathIsNotTakenForRest() {
        final CostLaw law =
                CostLaw.mixture(0.75, CostLaw.uniform(-0.5, 1), CostLaw.atoms(new double[] {0.5}, new double[] {1}));
        final DefectionGame game = DefectionGame.of(Population.of(1000, law), Offer.none(), COMPANY);

        for (MeanFieldCascade solver : new MeanFieldCascade[] {ROUNDS, CLOCK}) {
            final var answer = solver.solve(game);

            final var stopped = assertInstanceOf(Answer.Stopped.class, answer, answer::toString);
            assertEquals("the path comes to rest, but not where the best reply does, as at tied costs", stopped.why());
            assertEquals("ask EquilibriumSolver where it rests, which does not walk there", stopped.remedy());
        }
    }

    /** Two costs: those of the lower lead, {@code .4 (1 - exp(-t))}; seen to have passed c, they are followed by all. */
    @ParameterizedTest
    @CsvSource({"0", "1", "2"})
    void theClockOfTwoCostsByFormula(int lag) {
        final MeanFieldCascade solver = ROUNDS.withDynamics(Dynamics.clock().withLag(lag));
        for (double cost = 0.01; cost < 0.4; cost += 0.027) {
            final CostLaw law = CostLaw.atoms(new double[] {-1, cost}, new double[] {0.4, 0.6});
            final ShareCascade cascade = solver.solve(DefectionGame.of(Population.of(1000, law), Offer.none(), COMPANY))
                    .orElseThrow();
            final double seen = lag - Math.log1p(-cost / 0.4);
            for (int reading = 0; reading <= cascade.rounds(); reading++) {
                final double time = cascade.time(reading);
                final double all = time < seen ? 0 : 0.6 * -Math.expm1(seen - time);
                assertEquals(0.4 * -Math.expm1(-time) + all, cascade.shareAfter(reading), 1e-9, "cost " + cost);
            }
        }
    }

    @Test
    void theClockPassesNoJumpThatItOnlyApproaches() {
        final CostLaw law = CostLaw.atoms(new double[] {-1, 0.3, 0.6, 5}, new double[] {0.4, 0.3, 0.1, 0.2});
        final ShareCascade cascade = CLOCK.solve(DefectionGame.of(Population.of(1000, law), Offer.none(), COMPANY))
                .orElseThrow();

        assertEquals(0.8, cascade.share(), 1e-12);
    }

    @Test
    void aWatchStopsAWalkThatIsLong() {
        final var answer =
                ROUNDS.solve(logistic(0.28095462773118557), Watch.none().withCancel(() -> true));

        final var stopped = assertInstanceOf(Answer.Stopped.class, answer);
        assertEquals("cancelled", stopped.why());
        assertTrue(answer.value().rounds() > 0);
    }

    @Test
    void tellsInWhichRoundACostGoes() {
        final DefectionGame game = logistic(0.5);
        final ShareCascade cascade = ROUNDS.solve(game).orElseThrow();

        assertSame(game, cascade.game());
        assertEquals(OptionalInt.of(1), cascade.roundOf(0.5));
        assertEquals(OptionalInt.of(2), cascade.roundOf(0.500001));
        assertEquals(OptionalInt.empty(), cascade.roundOf(1.6));
    }

    @Test
    void tabulatesThePath() {
        final var game = DefectionGame.of(
                Population.of(10, CostLaw.uniform(0, 1)), Offer.cash(0.5), NetGain.of(Reprisal.none()));

        assertEquals(
                "round [count],gone [share],count [soldiers]\n0,0.0,0\n1,0.5,5\n",
                ROUNDS.solve(game).orElseThrow().table().csv());
        assertEquals(
                "Cascade[5 of 10 go (share 0.5) in 1 round]",
                ROUNDS.solve(game).orElseThrow().toString());
        assertTrue(CLOCK.solve(game).orElseThrow().table().csv().startsWith("time [mean waiting times],gone [share]"));
    }

    @Test
    void refusesListsAndStartsThatAreNoShares() {
        final var list = DefectionGame.of(Population.of(0.1, 0.2), Offer.none(), COMPANY);

        assertEquals(
                "population must be a law, but was Population[2 agents listed]; use WellMixedCascade with Thresholds.of(game), or AgentCascade",
                assertThrows(IllegalArgumentException.class, () -> ROUNDS.solve(list))
                        .getMessage());
        for (double start : new double[] {-0.1, 1.1, Double.NaN}) {
            assertEquals(
                    "start must be a share in [0, 1], but was " + start,
                    assertThrows(IllegalArgumentException.class, () -> ROUNDS.withStart(start))
                            .getMessage());
        }
    }

    @Test
    void refusesAGainThatIsNoNumberSomewhere() {
        final DefectionGame game = DefectionGame.of(
                Population.of(1000, CostLaw.normal(0.25, 0.12)),
                Offer.cash(0.2),
                (offer, group, gone) -> gone > 0.29 && gone < 0.31 ? Double.NaN : offer.cash() + 0.4 * gone);

        assertEquals(
                "net gain must be finite [unit of the game], but was NaN at share gone 0.2900390625",
                assertThrows(IllegalArgumentException.class, () -> CLOCK.solve(game))
                        .getMessage());
    }

    /** Once it was otherwise: with a start of one half, "the least rest point" was proven to be there. */
    @Test
    void aStartIsPartOfTheClaim() {
        final DefectionGame game = DefectionGame.of(
                Population.of(1000, CostLaw.normal(0.25, 0.12)), Offer.cash(0.1), Reprisal.fading(0.4));

        assertEquals(
                "the least share at which max(start, best reply) rests lies in [0.5, 0.5]: that map never falls below the path and"
                        + " does not exceed the upper end",
                ((Certificate.Proven) ROUNDS.withStart(0.5).solve(game).certificate()).how());
    }
}
