package io.github.breakranks.cascade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.breakranks.answer.Answer;
import io.github.breakranks.answer.Certificate;
import io.github.breakranks.answer.Watch;
import io.github.breakranks.equilibrium.EquilibriumSolver;
import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.game.Thresholds;
import io.github.breakranks.network.Exposure;
import io.github.breakranks.offer.NetGain;
import io.github.breakranks.offer.Offer;
import io.github.breakranks.offer.Reprisal;
import io.github.breakranks.population.CostLaw;
import io.github.breakranks.population.Population;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Many runs of one cascade; all seeds are fixed. */
class EnsembleTest {
    private static final Reprisal REPRISAL = Reprisal.fading(0.40);

    private static DefectionGame game(int heads) {
        return DefectionGame.of(
                Population.of(heads, CostLaw.normal(0.25, 0.12)),
                Offer.cash(0.21).withRefuge(0.30).withCredibility(0.90),
                REPRISAL);
    }

    /** The same runs on any number of threads, at every pace. */
    @Test
    void theSameOnAnyNumberOfThreads() {
        for (Dynamics dynamics : new Dynamics[] {
            Dynamics.rounds(),
            Dynamics.rounds().withLag(2),
            Dynamics.oneByOne(),
            Dynamics.clock().withSees(3).withHorizon(20)
        }) {
            final Ensemble one = Ensemble.of(60, 5).withDynamics(dynamics).withThreads(1);
            final String csv = one.solve(game(300)).orElseThrow().runTable().csv();
            for (int threads = 2; threads <= 4; threads++) {
                final CascadeEnsemble same =
                        one.withThreads(threads).solve(game(300)).orElseThrow();
                assertEquals(csv, same.runTable().csv());
            }
        }
    }

    /** Of many soldiers the mean share is that of the law's least rest point, within the standard error and the bias of order 1/n. */
    @Test
    void theMeanIsTheLawsLeastRestPoint() {
        final double least = EquilibriumSolver.solver()
                .solve(game(30_000))
                .orElseThrow()
                .least()
                .share();
        final var answer = Ensemble.of(200, 1776).solve(game(30_000));
        final CascadeEnsemble ensemble = answer.orElseThrow();

        assertEquals(least, ensemble.mean(), 4 * ensemble.standardError() + 1e-3);
        assertTrue(ensemble.standardError() < 2e-3);
        assertTrue(ensemble.quantile(0.05) < least && least < ensemble.quantile(0.95));
        assertEquals(
                "proven: integers: in each of 200 runs, counted again, nobody wants to go at the end who has not, assuming costs and"
                        + " looks as drawn",
                answer.certificate().sentence());
    }

    /** A run in rounds is the cascade of the thresholds that its stream draws; old news only stretches it. */
    @Test
    void aLagStretchesEveryRun() {
        final CascadeEnsemble now = Ensemble.of(20, 3).solve(game(500)).orElseThrow();
        final CascadeEnsemble late = Ensemble.of(20, 3)
                .withDynamics(Dynamics.rounds().withLag(3))
                .solve(game(500))
                .orElseThrow();
        final CascadeEnsemble walked = Ensemble.of(20, 3)
                .withDynamics(Dynamics.rounds().withLag(3).withHorizon(100_000))
                .solve(game(500))
                .orElseThrow();
        for (int run = 0; run < 20; run++) {
            assertEquals(now.gone(run), late.gone(run));
            assertEquals(1 + 4 * (now.time(run) - 1), late.time(run));
        }
        assertEquals(late.table().csv(), walked.table().csv());
        assertEquals(late.runTable().csv(), walked.runTable().csv());
    }

    /**
     * Granovetter (1978): normal thresholds with mean 25 have their fold at a standard deviation of about 12.2. There crowds of a hundred,
     * drawn from the same law, end far apart: some with a handful, some with nearly all, hardly any between.
     */
    @Test
    void aHundredAtTheCriticalSpreadEndApart() {
        final CascadeEnsemble ensemble = Ensemble.of(2_000, 1978)
                .solve(DefectionGame.of(
                        Population.of(100, CostLaw.normal(25, 12.2)),
                        Offer.none(),
                        NetGain.of(Reprisal.none()).withSolidarity(99)))
                .orElseThrow();

        final double few = 1 - ensemble.chanceOfAtLeast(0.2);
        final double most = ensemble.chanceOfAtLeast(0.9);
        assertTrue(few > 0.5 && most > 0.1, () -> few + " and " + most);
        assertTrue(few + most > 0.98, () -> few + " and " + most);
    }

    /** By hand: of two who are given, the second goes in the same sweep or the next. */
    @Test
    void listedAgentsDifferOnlyInTheirOrder() {
        final CascadeEnsemble ensemble = Ensemble.of(4_000, 2)
                .withDynamics(Dynamics.oneByOne())
                .solve(Thresholds.of(0, 1, 5))
                .orElseThrow();

        assertEquals(2.0 / 3, ensemble.mean(), 1e-15);
        assertEquals(0, ensemble.standardError(), 1e-15);
        assertEquals(2.0 / 3, ensemble.quantileAt(2, 0));
        assertEquals(1.0 / 3, ensemble.quantileAt(1, 0.4));
        assertEquals(2.0 / 3, ensemble.quantileAt(1, 0.6));
        assertEquals("CascadeEnsemble[4000 runs of 3: share 0.6667, 90% in 0.6667 to 0.6667]", ensemble.toString());
        final CascadeEnsemble listed = Ensemble.of(10, 2)
                .withDynamics(Dynamics.clock())
                .solve(DefectionGame.of(Population.of(-1, 0.1, 9), Offer.cash(0.2), REPRISAL))
                .orElseThrow();
        assertEquals(1.0 / 3, listed.mean(), 1e-15);
    }

    /** By hand, from four runs' counts. */
    @Test
    void quantilesAreThoseOfTheRuns() {
        final int[] counts = {7, 3, 10, 4};
        final CascadeEnsemble.Run[] runs = new CascadeEnsemble.Run[5];
        for (int run = 0; run < 4; run++) {
            runs[run] = new CascadeEnsemble.Run(counts[run], 2, true, new int[] {0, run, counts[run]});
        }
        final CascadeEnsemble ensemble = new CascadeEnsemble(10, Dynamics.rounds(), runs);

        assertEquals(4, ensemble.runs());
        assertEquals(0.3, ensemble.quantile(0));
        assertEquals(0.3, ensemble.quantile(0.25));
        assertEquals(0.4, ensemble.quantile(0.26));
        assertEquals(1, ensemble.quantile(1));
        assertEquals(0.75, ensemble.chanceOfAtLeast(0.4));
        assertEquals(0.5, ensemble.chanceOfAtLeast(0.7)); // 0.7 * 10 is above 7 in floating point on some paths
        assertEquals(0.6, ensemble.mean(), 1e-15);
        assertEquals(Math.sqrt((0.01 + 0.09 + 0.16 + 0.04) / 3 / 4), ensemble.standardError(), 1e-15);
        assertEquals(
                "time [rounds],q5 [share],q25 [share],q50 [share],q75 [share],q95 [share]\n"
                        + "0,0.0,0.0,0.0,0.0,0.0\n1,0.0,0.0,0.1,0.2,0.3\n2,0.3,0.3,0.4,0.7,1.0\n",
                ensemble.table().csv());
    }

    @Test
    void aWatchKeepsTheRunsDoneAndHearsHowFarItIs() {
        final AtomicInteger told = new AtomicInteger();
        final int[] asked = {0};
        final var answer = Ensemble.of(1_000, 5)
                .withThreads(1)
                .solve(
                        game(1_000),
                        Watch.none().withCancel(() -> ++asked[0] > 200).withProgress(done -> told.incrementAndGet()));

        final var stopped = assertInstanceOf(Answer.Stopped.class, answer);
        assertEquals("cancelled", stopped.why());
        assertEquals("raise the limit, or take fewer runs; those done are kept", stopped.remedy());
        assertTrue(answer.value().runs() > 10 && answer.value().runs() < 1_000);
        assertTrue(told.get() > 10);
        final var none = Ensemble.of(10, 5).solve(game(10), Watch.none().withCancel(() -> true));
        assertEquals("CascadeEnsemble[no runs]", none.value().toString());
        assertEquals("not proven: no run was done", none.certificate().sentence());
        assertEquals(
                "no run was done before the work stopped; raise the limit",
                assertThrows(IllegalStateException.class, () -> none.value().quantile(0.5))
                        .getMessage());
    }

    @Test
    void whereEachSeesAFewTheCertificateIsTheStandardError() {
        final var answer = Ensemble.of(30, 5)
                .withDynamics(Dynamics.rounds().withSees(2).withReturn().withHorizon(30))
                .solve(game(1_000));
        final var numeric = assertInstanceOf(Certificate.Numeric.class, answer.certificate());

        assertEquals(answer.value().standardError(), numeric.worst());
        assertEquals("share, standard error of the mean", numeric.unit());
    }

    @Test
    void refusesWhatLeavesNothingToChance() {
        assertEquals(
                "dynamics of listed agents must leave something to chance, but was Dynamics[rounds]; take Dynamics.oneByOne() or"
                        + " clock() or withSees(k), or a law, whose soldiers are drawn for every run",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> Ensemble.of(3, 1).solve(Thresholds.of(0, 1)))
                        .getMessage());
        assertEquals(
                "runs must be >= 1 [runs], but was 0",
                assertThrows(IllegalArgumentException.class, () -> Ensemble.of(0, 1))
                        .getMessage());
        assertEquals(
                "exposure of agents who are counted must be everybody, each head with influence 1, but was homophily 0.5; ask"
                        + " MeanFieldCascade, which follows groups that mix",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> Ensemble.of(3, 1).solve(game(10).on(Exposure.homophily(0.5))))
                        .getMessage());
        assertEquals(
                "run must be from 0 to 2 [runs], but was 3",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> Ensemble.of(3, 1).solve(game(10)).value().gone(3))
                        .getMessage());
    }
}
