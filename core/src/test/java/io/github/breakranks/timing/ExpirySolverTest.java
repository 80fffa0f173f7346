package io.github.breakranks.timing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.breakranks.answer.Answer;
import io.github.breakranks.answer.Certificate;
import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.offer.Curve;
import io.github.breakranks.offer.Expiry;
import io.github.breakranks.offer.NetGain;
import io.github.breakranks.offer.Offer;
import io.github.breakranks.offer.Reprisal;
import io.github.breakranks.population.CostLaw;
import io.github.breakranks.population.Population;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** Known answers on offers that may be withdrawn. */
class ExpirySolverTest {
    private static final double DIGITS = 5e-7; // six places are known

    private static DefectionGame game(CostLaw law, double benefit, Reprisal reprisal) {
        return DefectionGame.of(Population.of(1_000, law), Offer.cash(benefit), reprisal);
    }

    private static ExpiryPath path(DefectionGame game, Waiting waiting) {
        return ExpirySolver.of(waiting).solve(game).orElseThrow();
    }

    /** Costs U[0, 1], B = .6, R = .3 (1 - s): {@code s(t) = s_inf (1 - exp(-k t))}, {@code k = H (1 - r) / r}. */
    private static DefectionGame even() {
        return game(CostLaw.uniform(0, 1), 0.6, Reprisal.fading(0.3));
    }

    @Test
    void evenCostsFollowTheClosedForm() {
        for (double eta : new double[] {0, 0.1, 0.5, 2}) {
            final DefectionGame game = even().withOffer(Offer.cash(0.6).withExpiry(Expiry.hazard(eta)));
            final ExpiryPath path = path(game, Waiting.at(0.1));
            final double end = 0.3 / 0.7;
            final double k = (eta + 0.1) * 0.7 / 0.3;

            assertEquals(end, path.leastShare(), 1e-14);
            assertEquals(eta + 0.1, path.speed(), 1e-16);
            assertEquals(end * (eta + 0.1) * 0.7 / (eta + 0.07), path.expectedTotal(), 1e-13);
            for (double time : new double[] {0, 0.01, 0.3, 1, 4, 20, 200, 1e6}) {
                final double share = end * -Math.expm1(-k * time);
                assertEquals(share, path.shareAt(time), 1e-13);
                final double rate = k + eta;
                final double expected = end * k / rate * -Math.expm1(-rate * time);
                assertEquals(expected, path.expectedBy(time), 1e-13);
                if (k * time < 15) {
                    assertEquals(time, path.timeOfShare(share), 1e-8 * time);
                    assertEquals(time, path.timeOf(share).orElseThrow(), 1e-8 * time);
                }
            }
        }
    }

    @Test
    void totalsOfEvenCostsAreThoseKnown() {
        final ExpiryPath path = path(even(), Waiting.at(0.1));

        assertEquals(0.428571, path.expectedTotal(0, 0), DIGITS);
        assertEquals(0.352941, path.expectedTotal(0.1, 0.1), DIGITS);
        assertEquals(0.315789, path.expectedTotal(0.5, 0.5), DIGITS);
        assertEquals(0.304348, path.expectedTotal(2, 2), DIGITS);
        assertEquals(0.3, path.expectedTotal(1e9, 1e9), 1e-9); // the limit, B - r
        assertEquals(0.352941, path.expectedTotal(0.1, 0.1), DIGITS);
        assertEquals(0.4, path.expectedTotal(0.1, 0.5), DIGITS);
        assertEquals(0.42, path.expectedTotal(0.1, 2), DIGITS);
        assertEquals(5.449849, path.criticalHorizon(0, 1).orElseThrow(), DIGITS);
        assertEquals(1, path.crossings(0, 1).length);
    }

    @Test
    void theCommandLinesExample() {
        final DefectionGame game = even().withOffer(Offer.cash(0.6).withExpiry(Expiry.hazard(0.1)));
        final ExpiryPath path = path(game, Waiting.at(0.1));

        assertEquals(0.4286, path.leastShare(), 5e-5);
        assertEquals(0.3529, path.expectedTotal(), 5e-5);
        assertEquals(0.3449, path.shareAt(3.5), 5e-5);
        assertEquals("ExpiryPath[least 0.4286, expected 0.3529, speed 0.2 per time]", path.toString());
    }

    @Test
    void betaCostsUnderAConvexReprisal() {
        final DefectionGame game = game(CostLaw.beta(2, 2), 0.7, Reprisal.fading(0.35, 2));
        final ExpiryPath path = path(game, Waiting.at(0.1));

        assertEquals(0.757597, path.leastShare(), DIGITS);
        assertEquals(0.456817, path.expectedTotal(0.1, 0.1), DIGITS);
        assertEquals(0.347185, path.expectedTotal(0.5, 0.5), DIGITS);
        assertEquals(0.318077, path.expectedTotal(2, 2), DIGITS);
        assertEquals(0.631283, path.expectedTotal(0.1, 0.5), DIGITS);
        assertEquals(0.718061, path.expectedTotal(0.1, 2), DIGITS);
        final ExpiryPath free = path(game.withOffer(Offer.cash(0.7).withExpiry(Expiry.hazard(1))), Waiting.at(0));
        for (double eta : new double[] {0.01, 0.1, 1, 7}) {
            assertEquals(0.307561, free.expectedTotal(eta, eta), DIGITS);
        }
        assertEquals(OptionalDouble.empty(), free.criticalHorizon(0.1, 1));
    }

    /** Waiting kills, all of g: the total rises with the rate for Beta(2,1), falls for Beta(1,2), stays for even costs. */
    @Test
    void thinnedRanks() {
        final double[] rates = {0, 0.1, 1};
        final double[] rising = {0.09274, 0.09283, 0.09291};
        final double[] falling = {0.4862, 0.4834, 0.4801};
        final ExpiryPath up = path(game(CostLaw.beta(2, 1), 0.6, Reprisal.fading(0.3)), Waiting.of(0, 0.1));
        final ExpiryPath down = path(game(CostLaw.beta(1, 2), 0.6, Reprisal.fading(0.3)), Waiting.of(0, 0.1));
        final ExpiryPath flat = path(even(), Waiting.of(0, 0.1));
        for (int k = 0; k < rates.length; k++) {
            assertEquals(rising[k], up.expectedTotalIfThinned(rates[k], rates[k]), 5e-6);
            assertEquals(falling[k], down.expectedTotalIfThinned(rates[k], rates[k]), 5e-5);
            assertEquals(0.3, flat.expectedTotalIfThinned(rates[k], rates[k]), 1e-9); // B - R(0)
        }
    }

    /** Who are lost but by impatience leave the ranks as they are. */
    @Test
    void impatienceDoesNotThinTheRanks() {
        final DefectionGame game = game(CostLaw.beta(2, 1), 0.6, Reprisal.fading(0.3));
        final ExpiryPath path = path(game, Waiting.of(0.1, 0));
        for (double eta : new double[] {0.05, 0.5, 5}) {
            assertEquals(path.expectedTotal(eta, eta), path.expectedTotalIfThinned(eta, eta), 1e-9);
            assertEquals(path.expectedTotal(0.1, eta), path.expectedTotalIfThinned(0.1, eta), 1e-9);
        }
    }

    @Test
    void certificateIsTheLargestRegret() {
        final Answer<ExpiryPath> answer = ExpirySolver.of(Waiting.at(0.1)).solve(even());

        final Certificate.Numeric checked = assertInstanceOf(Certificate.Numeric.class, answer.certificate());
        assertTrue(checked.worst() < 1e-9, answer::toString);
        assertEquals("unit of the game, or share", checked.unit());
    }

    /** A path that ends at a gap in the costs: shares that round just below its end have a time all the same. */
    @Test
    void sharesAHairBelowTheEndHaveATime() {
        final DefectionGame game = DefectionGame.of(
                Population.of(
                        1_000,
                        CostLaw.mixture(
                                new double[] {0.050001800000000006, 0.9499982},
                                CostLaw.beta(1, 1),
                                CostLaw.normal(-0.2, 0.02473106))),
                Offer.cash(2.718281828459045E-7),
                NetGain.of(Reprisal.fading(0).withFamily(Curve.constant(0.22720733393954157)))
                        .withSolidarity(0.22006278950414015));
        final ExpiryPath path = ExpirySolver.of(Waiting.at(0.1)).solve(game).orElseThrow();
        assertTrue(path.timeOfShare(0.949998199999908) > 0, () -> path + ", " + path.timeOfShare(0.949998199999908));
    }
}
