package io.github.breakranks.timing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.breakranks.population.CostLaw;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TwoPeriodOfferTest {
    private static final TwoPeriodOffer OFFER = TwoPeriodOffer.of(0.6, 0.3).withPatience(0.9);

    /** Worth .6, reprisal .3, patience .9. */
    @ParameterizedTest(name = "stands with {0}: {1} today, {2} expected")
    @CsvSource({"0, .3, .3", ".5, .240876, .306569", "1, .081081, .324324"})
    void fearEnlargesTheFirstWave(double chance, double first, double total) {
        final TwoWaves waves = OFFER.withChance(chance).waves();

        assertEquals(first, waves.first(), 5e-7);
        assertEquals(total, waves.expectedTotal(), 5e-7);
        assertEquals(waves.first(), waves.firstCutoff());
        assertEquals(0.3 + 0.3 * first, waves.secondCutoff(), 5e-7);
    }

    /** By hand: believed q = .5 gives .240876 today and .3 + .3 * .240876 tomorrow; it stands for certain. */
    @Test
    void beliefsMayDifferFromTheTruth() {
        final TwoWaves waves = OFFER.withChances(0.5, 1).waves();

        assertEquals(0.240876 * 0.3 + 0.3, waves.expectedTotal(), 5e-7);
        assertEquals("TwoWaves[0.2409 today, 0.3723 by tomorrow if it stands, 0.3723 expected]", waves.toString());
        assertEquals(
                "TwoPeriodOffer[worth 0.6, reprisal 0.3, stands with 0.5 (truth 1)]",
                OFFER.withChances(0.5, 1).toString());
    }

    /** Those with cost 0 split: c0 = 0 solves B - r = q d (B - r (1 - s0)), so s0 = (1 - q d) (B - r) / (q d r). */
    @Test
    void menOfOneCostSplitBetweenTheDays() {
        final TwoWaves waves = OFFER.withChance(0.9)
                .withCosts(CostLaw.atoms(new double[] {0, 1}, new double[] {0.8, 0.2}))
                .waves();

        assertEquals(0, waves.firstCutoff());
        assertEquals(0.19 / 0.81, waves.first(), 1e-12);
        assertEquals(0.8, waves.second(), 1e-12);
    }

    @Test
    void nobodyGoesTodayIfTomorrowIsAsGood() {
        assertEquals(0, TwoPeriodOffer.of(0.6, 0.3).waves().first());
        assertEquals(0, TwoPeriodOffer.of(0.6, 0).waves().first());
        assertEquals(0.6, TwoPeriodOffer.of(0.6, 0).waves().second());
        assertEquals(
                0,
                TwoPeriodOffer.of(0.6, 0.3)
                        .withCosts(CostLaw.normal(0.4, 0.2))
                        .waves()
                        .first(),
                1e-300);
    }

    @Test
    void refusesOffersForWhichTheFormulaFails() {
        refused(
                "worth must be > the reprisal, 0.3 [unit of the game], but was 0.3: nobody would ever go first",
                () -> TwoPeriodOffer.of(0.3, 0.3));
        refused(
                "worth must be <= the highest cost, 1 [unit of the game], but was 1.1: once all have gone the formula ends",
                () -> TwoPeriodOffer.of(1.1, 0.3));
        refused(
                "worth must be finite and >= 0.0 [unit of the game], but was NaN",
                () -> TwoPeriodOffer.of(Double.NaN, 0.3));
        refused("believed must be a share in [0, 1], but was NaN", () -> OFFER.withChances(Double.NaN, 1));
        refused("truth must be a share in [0, 1], but was 2.0", () -> OFFER.withChances(1, 2));
        refused("patience must be a share in [0, 1], but was -0.1", () -> OFFER.withPatience(-0.1));
    }

    private static void refused(String message, Executable call) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
    }
}
