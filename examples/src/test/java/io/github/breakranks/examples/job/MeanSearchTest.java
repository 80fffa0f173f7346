package io.github.breakranks.examples.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.breakranks.Breakranks;
import io.github.breakranks.answer.Range;
import io.github.breakranks.examples.job.ConsistentMeans.Extent;
import io.github.breakranks.offer.Term;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Walks from nobody, with a normal law of its own, under means just inside and just outside of those found. */
class MeanSearchTest {
    private static final Case HESSIANS = CaseReader.hessians();
    private static final Range RECORD = HESSIANS.share();
    private static final double ASIDE = 1e-4; // units of the game

    /** Iterates {@code x -> Phi(x)} from 0 until it stands still. */
    private static double walked(Assumption assumption, double mean) {
        double gone = 0;
        for (int round = 0; round < 1_000_000; round++) {
            final double fear = assumption.reprisal() * (1 - gone);
            final double heard = normal((assumption.credibility() - fear - mean) / assumption.spread());
            final double unheard = normal((-fear - mean) / assumption.spread());
            final double next = assumption.reach() * heard + (1 - assumption.reach()) * unheard;
            if (next - gone < 1e-15) {
                return next;
            }
            gone = next;
        }
        throw new AssertionError("no rest under mean " + mean);
    }

    /** {@code 1/2 + phi(z) (z + z^3/3 + z^5/(3 5) + ...)}, G. Marsaglia (2004), Journal of Statistical Software 11(4). */
    private static double normal(double z) {
        if (Math.abs(z) > 8) {
            return z > 0 ? 1 : 0;
        }
        double term = z;
        double sum = z;
        for (int k = 3; Math.abs(term) > 1e-18 * Math.abs(sum); k += 2) {
            term *= z * z / k;
            sum += term;
        }
        return 0.5 + sum * Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
    }

    @ParameterizedTest
    @CsvSource({
        "0.5, 0.75, 1.0, 0.2",
        "1.0, 0.75, 0.75, 0.5",
        "1.0, 1.0, 1.0, 0.3",
        "2.0, 0.5, 0.5, 1.0",
        "2.0, 0.75, 1.0, 0.6"
    })
    void wholeRecordAgreesInsideAndNothingOutside(double reprisal, double credibility, double reach, double spread) {
        final Assumption assumption = new Assumption(reprisal, credibility, reach, spread);
        final ConsistentMeans set = new MeanSearch(HESSIANS, assumption).means();
        final Range means = Objects.requireNonNull(set.means());

        assertEquals(Extent.WHOLE, set.extent());
        assertEquals(RECORD.high(), walked(assumption, means.low()), 1e-9);
        assertEquals(RECORD.low(), walked(assumption, means.high()), 1e-9);
        assertTrue(walked(assumption, means.low() - ASIDE) > RECORD.high());
        assertTrue(walked(assumption, means.high() + ASIDE) < RECORD.low());
        for (int k = 0; k <= 10; k++) {
            assertTrue(RECORD.contains(walked(assumption, means.low() + (k + 0.5) / 11 * means.width())));
        }
    }

    /** The lowest mean lies at a fold: just below it play runs on to the far side. */
    @ParameterizedTest
    @CsvSource({"0.5, 0.5, 0.75, 0.1", "1.0, 0.75, 0.75, 0.2", "2.0, 0.75, 1.0, 0.4", "2.0, 1.0, 1.0, 0.5"})
    void partOfTheRecordAgreesUpToAFold(double reprisal, double credibility, double reach, double spread) {
        final Assumption assumption = new Assumption(reprisal, credibility, reach, spread);
        final ConsistentMeans set = new MeanSearch(HESSIANS, assumption).means();
        final Range means = Objects.requireNonNull(set.means());
        final double inside = walked(assumption, means.low() + ASIDE / 1000);

        assertEquals(Extent.PART, set.extent());
        assertTrue(RECORD.contains(inside)
                && inside < set.shares().high()
                && set.shares().high() < RECORD.high());
        assertEquals(set.shares().high(), inside, 2e-3);
        assertTrue(walked(assumption, means.low() - ASIDE) > 0.5);
        assertEquals(RECORD.low(), walked(assumption, means.high()), 1e-9);
        assertTrue(walked(assumption, means.high() + ASIDE) < RECORD.low());
    }

    /** No mean makes play rest at any share on record, though means were tried every 0.0002 units around the jump. */
    @ParameterizedTest
    @CsvSource({"1.0, 0.75, 0.75, 0.1", "1.0, 0.75, 1.0, 0.1", "2.0, 1.0, 1.0, 0.3"})
    void nothingAgreesWherePlayJumpsAcross(double reprisal, double credibility, double reach, double spread) {
        final Assumption assumption = new Assumption(reprisal, credibility, reach, spread);
        final MeanSearch search = new MeanSearch(HESSIANS, assumption);
        final ConsistentMeans set = search.means();

        assertEquals(Extent.NONE, set.extent());
        assertNull(set.means());
        assertTrue(set.shares().low() < RECORD.low() && set.shares().high() > RECORD.high());
        final double around = search.meanAt(0.13);
        for (int k = -2000; k <= 2000; k++) {
            assertTrue(!RECORD.contains(walked(assumption, around + k * 2e-4)));
        }
    }

    /** For all who hear: {@code m = G(x) - spread z(x)}, so that a fuller belief moves the means one for one. */
    @Test
    void credibilityMovesTheMeansOneForOne() {
        final Range half = means(new Assumption(1, 0.5, 1, 0.4));
        final Range full = means(new Assumption(1, 1, 1, 0.4));

        assertEquals(half.low() + 0.5, full.low(), 1e-12);
        assertEquals(half.high() + 0.5, full.high(), 1e-12);
    }

    private static Range means(Assumption assumption) {
        return Objects.requireNonNull(
                new MeanSearch(HESSIANS, assumption).means().means());
    }

    /** Twice the land is worth as much as twice the belief, and no offer as much as no belief. */
    @ParameterizedTest
    @CsvSource({"0.5, 0.75, 0.5, 0.3", "1.0, 0.75, 0.75, 0.4", "1.0, 0.75, 0.75, 0.3", "2.0, 0.5, 1.0, 0.9"})
    void betterOffersBringWhatAWalkSays(double reprisal, double credibility, double reach, double spread) {
        final Assumption assumption = new Assumption(reprisal, credibility, reach, spread);
        final double mean = means(assumption).high();
        final Finding finding = Finding.of(HESSIANS, assumption, mean);
        final double wider = Math.min(1, 2 * reach);

        assertEquals(walked(new Assumption(reprisal, 0, reach, spread), mean), finding.unoffered(), 1e-9);
        assertEquals(
                walked(new Assumption(reprisal, 1, reach, spread), mean),
                finding.change(Term.CREDIBILITY).least(),
                1e-9);
        assertEquals(
                walked(new Assumption(reprisal, credibility, wider, spread), mean),
                finding.change(Term.REACH).least(),
                1e-9);
        assertEquals(
                walked(new Assumption(reprisal, 2 * credibility, reach, spread), mean),
                finding.change(Term.REFUGE).least(),
                1e-9);
    }

    /** Land and credibility enter as their product; the solver asked for each says the same. */
    @Test
    void tippingOfCredibilityIsThatOfLand() {
        final Assumption assumption = new Assumption(1, 0.75, 0.75, 0.3);
        final Finding finding =
                Finding.of(HESSIANS, assumption, means(assumption).low());

        for (Term term : Finding.TERMS) {
            assertEquals(
                    Breakranks.tippingOffer(finding.game(), term).tippingOffer(),
                    finding.change(term).tips().orElseThrow(),
                    1e-9,
                    term.label());
        }
    }
}
