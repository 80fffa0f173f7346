package io.github.breakranks.timing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.breakranks.answer.Answer;
import io.github.breakranks.answer.Certificate;
import io.github.breakranks.equilibrium.TippingSolver;
import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.offer.Expiry;
import io.github.breakranks.offer.NetGain;
import io.github.breakranks.offer.Offer;
import io.github.breakranks.offer.Reprisal;
import io.github.breakranks.offer.Term;
import io.github.breakranks.population.CostLaw;
import io.github.breakranks.population.Population;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Laws and gains that a path is hard to follow through. */
class HardPathsTest {
    private static DefectionGame game(CostLaw law, double benefit, NetGain gain) {
        return DefectionGame.of(Population.of(1_000, law), Offer.cash(benefit), gain);
    }

    private static DefectionGame game(CostLaw law) {
        return game(law, 0.6, NetGain.of(Reprisal.fading(0.3)));
    }

    private static Answer<ExpiryPath> solve(DefectionGame game) {
        return ExpirySolver.of(Waiting.of(0, 0.1)).solve(game);
    }

    private static ExpiryPath checked(DefectionGame game, double within) {
        final ExpiryPath path = solve(game).orElseThrow();
        final double horizon = Math.max(1, Math.min(1e4, path.timeOfShare(0.999 * path.leastShare())));
        final double regret =
                BestReplies.regret(new BestReplies.Path(game, path.speed(), path::shareAt, path::shareAt, horizon));
        assertTrue(regret < within, () -> regret + " of " + path);
        return path;
    }

    private static DeadlinePath deadline(DefectionGame game, double date) {
        return DeadlineSolver.of(Waiting.at(0.1))
                .solve(game.withOffer(game.offer().withExpiry(Expiry.at(date))))
                .orElseThrow();
    }

    /** The offer passes the tipping offer by little, or misses it: rounding keeps halves of panels apart near the bottleneck. */
    @Test
    void nearAFold() {
        final NetGain company = NetGain.of(Reprisal.none()).withSolidarity(1);
        final CostLaw law = CostLaw.logistic(0.6, 0.1);
        final double tips = TippingSolver.of(Term.CASH)
                .solve(game(law, 0, company))
                .orElseThrow()
                .up()
                .orElseThrow()
                .value();
        for (double off : new double[] {-1e-6, -1e-12, -1e-14, 0, 1e-14, 1e-12, 1e-6}) {
            final ExpiryPath path = checked(game(law, tips + off, company), 1e-6);
            assertEquals(0.058212, path.expectedTotal(0.1, 0.1), 2e-6);
            assertTrue(path.timeOfShare(0.5) > 1e3, path::toString);
        }
    }

    /** Nobody is left between .2 and .8: the last goes after a finite time, as he gains by it. */
    @Test
    void aGapThatEndsThePath() {
        final CostLaw law = CostLaw.mixture(0.4, CostLaw.uniform(0, 0.2), CostLaw.uniform(0.8, 1));
        final ExpiryPath path = checked(game(law), 1e-9);

        // c = s / 2 up to s = .4: v = integral of .3 / (.3 - .2 s) ds
        assertEquals(0.4, path.leastShare());
        assertEquals(-1.5 * Math.log(1 - 0.4 / 1.5) / 0.1, path.timeOfShare(0.4), 1e-9);
        assertEquals(0.4, path.shareAt(4.66));
        assertEquals(Double.POSITIVE_INFINITY, path.timeOfShare(0.41));
        final DeadlinePath late = deadline(game(law), 5);
        assertEquals(new DeadlinePath.Outcome(0, 0.4, 0), late.protectedByCrowd());
        assertEquals(path.timeOfShare(0.4), late.openCatchesUp(), 1e-9);
    }

    @Test
    void aGapThatIsPassed() {
        final CostLaw law = CostLaw.mixture(0.4, CostLaw.uniform(0, 0.2), CostLaw.uniform(0.35, 1));
        assertEquals(0.489362, checked(game(law), 1e-9).leastShare(), 5e-7);
    }

    /** One cost alone: {@code s(t)} by hand, {@code v = ln((.3 - .1 + .3 s) / .2)}. */
    @Test
    void oneAtom() {
        final ExpiryPath path = checked(game(CostLaw.empirical(0.1)), 1e-9);

        assertEquals(1, path.leastShare());
        assertEquals(Math.log(2.5) / 0.1, path.timeOfShare(1), 1e-9);
        assertEquals((Math.exp(0.1 * 3) - 1) / 1.5, path.shareAt(3), 1e-12);
    }

    /** The first gains exactly nothing: at a date he would go, on a path he waits for others to go first. */
    @Test
    void aTieAtTheStart() {
        final DefectionGame game = game(CostLaw.empirical(0.25, 0.5, 0.75), 0.5, NetGain.of(Reprisal.fading(0.25)));
        final ExpiryPath path = solve(game).orElseThrow();

        assertEquals(0, path.leastShare());
        assertEquals(0, path.shareAt(1e9));
        assertEquals(0, path.expectedTotal(1, 1));
        assertEquals(1 / 3.0, deadline(game, 5).unprotected().total());
    }

    /** Two of three costs go; the share gone is theirs to the last digit, so that nothing is said of the third. */
    @Test
    void thePathEndsAtAnAtom() {
        final DefectionGame game = game(CostLaw.empirical(-0.25, -0.125, 0.5), 0.1, NetGain.of(Reprisal.fading(0.2)));
        final ExpiryPath path = checked(game, 1e-9);

        assertEquals(2 / 3.0, path.leastShare());
        assertEquals(OptionalDouble.empty(), path.timeOf(0.5));
        assertEquals(path.timeOfShare(1 / 3.0), path.timeOf(-0.125).orElseThrow());
        assertTrue(path.errorIfThinned(0.3, 0.3) < 1e-13, () -> "off by " + path.errorIfThinned(0.3, 0.3));
    }

    /** {@code G = .1 + .45 s}: the first half go, but thinned by {@code exp(-w) = .1 / G}, with which the others gain nothing. */
    @Test
    void thinnedRanksEndAtAnAtom() {
        final DefectionGame game = game(CostLaw.empirical(0, 0.3), 0.55, NetGain.of(Reprisal.fading(0.45)));
        final ExpiryPath path = solve(game).orElseThrow();

        assertEquals(1, path.leastShare());
        assertEquals((Math.sqrt(5.5) - 1) / 4.5, path.expectedTotalIfThinned(0, 0), 1e-12);
        assertTrue(path.errorIfThinned(0, 0) < 1e-12, () -> "off by " + path.errorIfThinned(0, 0));
    }

    /** The same where costs are spread, with nobody between .3 and .39: {@code G = .25 + .3 s} does not lead there. */
    @Test
    void thinnedRanksEndAtAGap() {
        final CostLaw beyond = CostLaw.beta(0.5, 0.5).affine(0.39, 0.1); // its density has no bound
        for (CostLaw last : new CostLaw[] {beyond, CostLaw.uniform(0.39, 0.5)}) {
            final CostLaw law = CostLaw.mixture(0.5, CostLaw.uniform(0, 0.3), last);
            final ExpiryPath path =
                    solve(game(law, 0.55, NetGain.of(Reprisal.fading(0.3)))).orElseThrow();

            assertTrue(path.leastShare() > 0.6, path::toString);
            assertEquals(thinnedByEuler(), path.expectedTotalIfThinned(0, 0), 1e-5);
            assertTrue(path.errorIfThinned(0, 0) < 1e-10, () -> "off by " + path.errorIfThinned(0, 0));
        }
    }

    /** Half of all, evenly from 0 to .3, each thinned by what the clock showed: midpoints of {@code ds = exp(-w) dF, dw = .3 ds / (G - c)}. */
    private static double thinnedByEuler() {
        final int steps = 200_000;
        double gone = 0;
        double clock = 0;
        for (int k = 0; k < steps; k++) {
            final double cost = 0.3 * (k + 0.5) / steps;
            final double going = 0.5 / steps * Math.exp(-clock);
            clock += 0.3 * going / (0.25 + 0.3 * (gone + going / 2) - cost);
            gone += going;
        }
        return gone;
    }

    @Test
    void aThousandAtoms() {
        final double[] costs = new Random(1).doubles(1_000).toArray();
        assertEquals(0.429, checked(game(CostLaw.empirical(costs)), 1e-9).leastShare());
        final CostLaw mixed = CostLaw.mixture(0.5, CostLaw.empirical(costs), CostLaw.normal(0.5, 0.2));
        final Answer<ExpiryPath> answer = solve(game(mixed));
        assertTrue(((Certificate.Numeric) answer.certificate()).worst() < 1e-6, answer::toString);
    }

    @Test
    void spikesInTheDensity() {
        for (double narrow : new double[] {1e-3, 1e-7, 1e-12}) {
            final CostLaw law = CostLaw.mixture(0.3, CostLaw.normal(0.25, narrow), CostLaw.normal(0.5, 0.2));
            assertEquals(0.637992, checked(game(law), 1e-6).leastShare(), 5e-6);
        }
    }

    /** {@code G'} has no bound where all have gone, and is nothing where nobody is left. */
    @Test
    void aReprisalThatFallsSteeplyAtTheEnd() {
        final ExpiryPath path =
                checked(game(CostLaw.normal(-0.2, 0.02), 0.17, NetGain.of(Reprisal.fading(0.3, 0.5))), 1e-9);
        assertTrue(path.expectedTotal(0.02, 0.2) < 1, path::toString);
        assertFalse(Double.isNaN(path.expectedTotalIfThinned(0.02, 0.2)));
    }

    /** Fewer than rounding leaves of one: they go one after the other like any others, {@code v = integral of G' / (G - c)}. */
    @Test
    void tinySharesGoInOrder() {
        final ExpiryPath path = checked(
                game(CostLaw.beta(6, 6), 4e-5, NetGain.of(Reprisal.none()).withSolidarity(0.1)), 1e-9);
        assertEquals(462 * Math.pow(4e-5, 6), path.leastShare(), 1e-3 * path.leastShare());
        assertEquals(1, path.expectedTotalIfThinned(1, 1) / path.leastShare(), 1e-9);
        assertTrue(path.timeOfShare(path.leastShare() / 2) > 0, path::toString);
    }

    /** With little to wait for all go before many are lost: those behind the last panel are few, and so is what they may be off. */
    @Test
    void allGoThoughThinned() {
        final ExpiryPath path = solve(game(
                        CostLaw.normal(-0.1931862, 0.02022678), 0.0444555, NetGain.of(Reprisal.fading(0.165324, 0.5))))
                .orElseThrow();
        assertTrue(path.errorIfThinned(0.05, 0.05) < 1e-8, () -> "off by " + path.errorIfThinned(0.05, 0.05));
        assertTrue(path.expectedTotalIfThinned(0, 0) < 1, path::toString);
    }

    /** A law that says nothing of itself but its shares, with nobody between .1 and .2: where the gap lies in a panel does not matter. */
    @Test
    void gapsThatAreNotTold() {
        for (double share : new double[] {0.05, 0.06959, 0.24059, 0.33293, 0.45}) {
            final CostLaw told = CostLaw.mixture(share, CostLaw.uniform(0, 0.1), CostLaw.uniform(0.2, 1));
            final CostLaw untold = told::cdf;
            final NetGain gain = NetGain.of(Reprisal.fading(0.3));
            final ExpiryPath known = solve(game(told, 0.7, gain)).orElseThrow();
            final ExpiryPath found = solve(game(untold, 0.7, gain)).orElseThrow();
            assertEquals(known.expectedTotal(0.1, 0.1), found.expectedTotal(0.1, 0.1), 1e-10, () -> "share " + share);
            assertEquals(
                    known.expectedTotalIfThinned(0.1, 0.1),
                    found.expectedTotalIfThinned(0.1, 0.1),
                    1e-10,
                    () -> "share " + share);
        }
    }

    /** All gain alike, whoever has gone: all who gain go at once. */
    @Test
    void aConstantReprisal() {
        final ExpiryPath path = checked(game(CostLaw.uniform(0, 1), 0.6, NetGain.of(Reprisal.constant(0.3))), 1e-9);

        assertEquals(0.3, path.shareAt(0), 1e-15);
        assertEquals(0.3, path.expectedTotal(5, 5), 1e-15);
        assertEquals(0, path.timeOfShare(path.leastShare()));
    }

    /** A gain that jumps is outside what the equations hold for, and the certificate says so. */
    @Test
    void aJumpInTheGainShowsInTheCertificate() {
        final NetGain jump = (offer, group, gone) -> offer.worth() - (gone < 0.3 ? 0.3 : 0.1) - 0.1 * (1 - gone);
        final Answer<ExpiryPath> answer = solve(game(CostLaw.uniform(0, 1), 0.7, jump));

        assertTrue(((Certificate.Numeric) answer.certificate()).worst() > 1e-3, answer::toString);
    }

    /** In the far tail shares are tiny, and keep their digits. */
    @Test
    void tinyShares() {
        final ExpiryPath path = checked(game(CostLaw.normal(0.5, 0.05), 0.8, NetGain.of(Reprisal.fading(1, 2))), 1e-9);
        assertEquals(1, path.shareAt(1) / path.leastShare(), 1e-9);
        assertEquals(1, path.expectedTotal(1, 1) / path.leastShare(), 1e-9);
    }

    /** The certificate of an empty, interrupted or enormous hazard: no number is infinite or none. */
    @Test
    void enormousRates() {
        final ExpiryPath path = solve(game(CostLaw.uniform(0, 1))).orElseThrow();
        assertEquals(0, path.expectedTotal(Double.MAX_VALUE, 1e-300), 1e-12);
        assertEquals(0.3, path.expectedTotal(1e300, 1e300), 1e-12);
        assertEquals(path.leastShare(), path.shareAt(Double.MAX_VALUE));
        assertEquals(path.leastShare(), path.expectedBy(Double.MAX_VALUE, 0, 1e300));
    }

    @Test
    void whatAPathSays() {
        final DefectionGame even = game(CostLaw.uniform(0, 1));
        assertEquals(
                "While the offer stands, half of those who will go have gone after 2.971 [time], and 42.86% in the end."
                        + " It is never withdrawn.",
                solve(even).orElseThrow().explain());
        final DefectionGame feared = even.withOffer(even.offer().withExpiry(Expiry.hazard(0, 0.1)));
        assertEquals(
                "While the offer stands, half of those who will go have gone after 2.971 [time], and 42.86% in the end."
                        + " It is never withdrawn. A believed hazard of 0.1 is all that makes them go, as waiting costs"
                        + " nothing else.",
                ExpirySolver.of(Waiting.at(0)).solve(feared).orElseThrow().explain());
        assertTrue(solve(feared).orElseThrow().explain().endsWith("makes them go 2 times as fast as waiting alone."));
    }
}
