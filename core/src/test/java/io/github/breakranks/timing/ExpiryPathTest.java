package io.github.breakranks.timing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.breakranks.answer.Answer;
import io.github.breakranks.answer.Certificate;
import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.offer.Expiry;
import io.github.breakranks.offer.NetGain;
import io.github.breakranks.offer.Offer;
import io.github.breakranks.offer.Reprisal;
import io.github.breakranks.population.CostLaw;
import io.github.breakranks.population.Population;
import org.junit.jupiter.api.Test;

/** Where a path is read: at the edges of its panels, in far tails, at late dates, with thinned ranks, in words. */
class ExpiryPathTest {
    private static DefectionGame game(CostLaw law, double cash, double fading) {
        return DefectionGame.of(Population.of(1_000, law), Offer.cash(cash), Reprisal.fading(fading));
    }

    private static ExpiryPath path(DefectionGame game, Waiting waiting) {
        return ExpirySolver.of(waiting).solve(game).orElseThrow();
    }

    /** Costs have no lower end, and their density no bound: the first gain beyond bound. */
    @Test
    void thinnedRanksOfCostsWithoutEnd() {
        final CostLaw atoms = CostLaw.mixture(0.7, CostLaw.normal(0.3, 0.12), CostLaw.empirical(0.2, 0.4));
        final CostLaw steep = CostLaw.mixture(0.7, CostLaw.normal(0.3, 0.12), CostLaw.beta(0.8, 2));
        final Waiting dying = Waiting.of(0.05, 0.1);

        assertEquals(0.771555, path(game(atoms, 0.6, 0.2), dying).expectedTotalIfThinned(0, 0), 5e-7);
        assertEquals(0.75966, path(game(steep, 0.6, 0.2), dying).expectedTotalIfThinned(0, 0), 5e-6);
        final CostLaw half = CostLaw.mixture(0.5, CostLaw.normal(0.3, 0.2), CostLaw.empirical(0.2, 0.4));
        final ExpiryPath living = path(game(half, 0.7, 0.3), Waiting.of(0.1, 0));
        assertEquals(0.76327, living.expectedTotal(0.1, 0.1), 5e-6);
        assertEquals(living.expectedTotal(0.1, 0.1), living.expectedTotalIfThinned(0.1, 0.1), 1e-10);
    }

    /** None die: the total is that of ranks not thinned, to the last who go. */
    @Test
    void ranksThatAreNotThinned() {
        final CostLaw[] laws = {CostLaw.normal(0.5, 0.2), CostLaw.logistic(0.5, 0.1), CostLaw.beta(2, 2)};
        for (CostLaw law : laws) {
            final ExpiryPath path = path(game(law, 0.6, 0.2), Waiting.of(0.1, 0));
            for (double rate : new double[] {0, 0.1, 1}) {
                final double off = path.expectedTotal(rate, rate) - path.expectedTotalIfThinned(rate, rate);
                assertEquals(0, off, 1e-12, () -> law + " at " + rate);
                assertTrue(path.errorIfThinned(rate, rate) < 1e-10, () -> law + " " + path.errorIfThinned(rate, rate));
                assertTrue(Math.abs(off) <= path.errorIfThinned(rate, rate), () -> law + " at " + rate);
            }
        }
    }

    /** Rounding puts the clock a hair before the edge between two panels. */
    @Test
    void theEdgeOfAPanel() {
        final ExpiryPath steep = path(game(CostLaw.beta(0.5, 0.5), 1, 0.5), Waiting.at(0.1));
        final double half = steep.timeOfShare(steep.leastShare() / 2);

        assertEquals(steep.leastShare() / 2, steep.shareAt(half), 1e-12);
        assertTrue(steep.expectedBy(half, 0.05, 0) > 0.3);
        final ExpiryPath atoms =
                path(game(CostLaw.empirical(0.18, 0.02, 0.37, 0.27, 0.22), 0.89, 0.18), Waiting.at(0.1));
        for (double share : new double[] {0.2, 0.4, 0.6, 0.8, 1}) {
            assertEquals(share, atoms.shareAt(atoms.timeOfShare(share)), 1e-12);
        }
    }

    /** Where the second part begins, few have gone: one in ten thousand. */
    @Test
    void aMixtureOfAllKinds() {
        final CostLaw law = CostLaw.mixture(
                0.77,
                CostLaw.mixture(0.4, CostLaw.empirical(0.1, 0.3), CostLaw.beta(0.18, 2.25)),
                CostLaw.logistic(0.77, 0.1));
        final Answer<ExpiryPath> answer = ExpirySolver.of(Waiting.at(0.3)).solve(game(law, 0.77, 0.63));
        final ExpiryPath path = answer.orElseThrow();
        final double certified = ((Certificate.Numeric) answer.certificate()).worst();
        for (double rank = 1e-8; rank < 1; rank *= 1.3) {
            final double cost = law.quantile(rank);
            final double told = worth(path, path.timeOf(cost).orElse(1e9), cost);
            for (int k = -200; k < 60; k++) {
                final double gains = worth(path, Math.scalb(1, k / 4) * (1 + k % 4 * 0.2), cost) - Math.max(0, told);
                assertTrue(gains <= certified + 1e-11, () -> cost + " gains " + gains + ", not " + certified);
            }
        }
    }

    private static double worth(ExpiryPath path, double time, double cost) {
        return Math.exp(-path.speed() * time) * (path.game().gain(path.shareAt(time)) - cost);
    }

    /** The start of the quiet goes on as {@code T tau / (1 + tau)}: those left fade by tau, whatever the date. */
    @Test
    void farDates() {
        final DefectionGame game = game(CostLaw.logistic(0.6, 0.1), 1.15, 1);
        assertEquals(881.04, quiet(game, 1_000).quietPeriod(), 5e-3);
        assertEquals(8_776.9, quiet(game, 10_000).quietPeriod(), 5e-2);
        final double start = 1e6 - quiet(game, 1e6).quietPeriod();
        final double later = 2e6 - quiet(game, 2e6).quietPeriod();
        assertEquals(0.1398 / 1.1398, (later - start) / 1e6, 1e-4);
        final DeadlinePath.Outcome farthest = quiet(game, 1e300);
        assertEquals(1 / 1.1398, farthest.quietPeriod() / 1e300, 1e-4);
        assertTrue(farthest.before() > 0);
        for (double date : new double[] {100, 1e6, 1e17, 1e300}) {
            assertEquals(
                    3.567, quiet(game(CostLaw.uniform(0, 1), 0.6, 0.3), date).quietPeriod(), 5e-4);
        }
    }

    private static DeadlinePath.Outcome quiet(DefectionGame game, double date) {
        return DeadlineSolver.of(Waiting.at(0.1))
                .solve(game.withOffer(game.offer().withExpiry(Expiry.at(date))))
                .orElseThrow()
                .protectedByCrowd();
    }

    /** Where all gain alike, whoever has gone, neither rate nor belief changes anything. */
    @Test
    void whatAPathSaysOfAFlatGain() {
        final NetGain[] flat = {NetGain.of(Reprisal.none()), NetGain.of(Reprisal.constant(0.3))};
        final Expiry[] ends = {Expiry.open(), Expiry.hazard(0.1), Expiry.hazard(0.1, 0.5), Expiry.hazard(0, 0.5)};
        for (NetGain gain : flat) {
            for (Expiry end : ends) {
                final DefectionGame game = game(CostLaw.uniform(0, 1), 0.6, 0.3).withGain(gain);
                final ExpiryPath path = path(game.withOffer(game.offer().withExpiry(end)), Waiting.at(0.1));
                assertEquals(
                        "All who will go, " + (gain == flat[0] ? "60%" : "30%")
                                + ", go at once: nobody gains by letting"
                                + " others go first, so that neither the rate at which the offer is withdrawn nor what"
                                + " they believe of it changes anything.",
                        path.explain());
                assertEquals(path.leastShare(), path.expectedTotal(), 1e-15);
            }
        }
    }

    @Test
    void whatAPathSaysOfBeliefs() {
        final DefectionGame even = game(CostLaw.uniform(0, 1), 0.6, 0.3);
        final Waiting waiting = Waiting.at(0.1).per("month");
        assertEquals(
                "While the offer stands, half of those who will go have gone after 0.4951 [month], and 42.86% in the end."
                        + " Withdrawn at rate 0.1 it is expected to bring 40%. They believe a rate of 0.5; if they"
                        + " believed the true one it would bring 35.29%: fear beyond the fact raises the total.",
                path(even.withOffer(even.offer().withExpiry(Expiry.hazard(0.1, 0.5))), waiting)
                        .explain());
        assertTrue(path(even.withOffer(even.offer().withExpiry(Expiry.hazard(0.5, 0.1))), waiting)
                .explain()
                .endsWith("if they believed the true one it would bring 31.58%: false confidence lowers the total."));
    }
}
