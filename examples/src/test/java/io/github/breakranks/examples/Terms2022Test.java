package io.github.breakranks.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.breakranks.offer.Offer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Only the published terms are asserted as facts; everything else is what follows from assumptions. */
class Terms2022Test {
    private static final Terms2022 TERMS = Terms2022.assumed();
    private static final String PRINTED = new Terms2022Text(TERMS).text();

    @Test
    void printsWhatIsExpected() throws IOException {
        try (InputStream expected = Terms2022Test.class.getResourceAsStream("terms-2022.txt")) {
            assertEquals(new String(Objects.requireNonNull(expected).readAllBytes(), StandardCharsets.UTF_8), PRINTED);
        }
    }

    /** Estimates for living conflicts are never passed off as facts. */
    @Test
    void theFirstLineSaysThatItIsAssumed() {
        assertEquals(
                "All costs, reprisals, reach and credibility below are ASSUMED, and nothing is a prediction.",
                PRINTED.lines().findFirst().orElseThrow());
        assertTrue(PRINTED.indexOf("\nON RECORD\n") < PRINTED.indexOf("\nASSUMED\n"), PRINTED);
        assertTrue(PRINTED.lines().allMatch(line -> line.length() <= 120), PRINTED);
    }

    /** Caplan (2022), "Make Desertion Fast": 200,000 soldiers at USD 100,000 are USD 20 bn; 5 million roubles are about USD 48,000. */
    @Test
    void thePublishedTerms() {
        assertEquals(20e9, Terms2022.outlay(Terms2022.dollars(), 1));
        assertEquals(48_000, Terms2022.ROUBLES.high());
        assertEquals(Offer.cash(48_000).in("USD"), Terms2022.roubles());
        assertEquals(100_000, TERMS.dollarsAndCitizenship().cash());
    }

    /** Each row from the definition: iteration of the best reply from nobody and from everybody, with another normal law. */
    @Test
    void theTableRestsWhereIterationEnds() {
        for (double spread : Terms2022.SPREADS) {
            for (var outcome : TERMS.outcomes(TERMS.dollarsAndCitizenship(), spread)) {
                final Offer offer = outcome.game().offer();
                final double least = iterate(offer, spread, 0);
                final double greatest = iterate(offer, spread, 1);
                assertEquals(least, outcome.least(), 1e-9);
                assertEquals(greatest, outcome.greatest(), 1e-9);
                assertEquals(iterate(Offer.none(), spread, 0), outcome.unoffered(), 1e-9);
                assertEquals(least * 200_000 * 100_000, outcome.outlay(), 10);
                assertEquals(100_000 * least / (least - outcome.unoffered()), outcome.perExtraHead(), 1e-2);
            }
        }
    }

    private static double iterate(Offer offer, double spread, double start) {
        final NormalDistribution law = new NormalDistribution(40_000, spread);
        double x = start;
        for (int k = 0; k < 3_000; k++) {
            final double loss = 100_000 * (1 - x);
            x = offer.reach() * law.cumulativeProbability(offer.worth() - loss)
                    + (1 - offer.reach()) * law.cumulativeProbability(-loss);
        }
        return x;
    }

    /** The outlay on those who go anyway is that of the share that goes without an offer. */
    @Test
    void whatIsPaidToThoseWhoGoAnyway() {
        final var outcome = TERMS.outcomes(Terms2022.dollars(), 75_000).get(0);

        assertEquals(iterate(Offer.none(), 75_000, 0) * 200_000 * 100_000, outcome.paidAnyway(), 10);
        assertEquals(
                "reach [share]",
                TERMS.table(Terms2022.dollars(), 75_000).columns().get(1).head());
        assertEquals(9, TERMS.table(Terms2022.dollars(), 75_000).rows().size());
    }

    /** Conclusions are counted: other assumptions move them from one list to the other. */
    @Test
    void otherAssumptionsGiveOtherConclusions() {
        final String fearless = new Terms2022Text(new Terms2022(40_000, 0, 100_000)).text();
        final String worthless = new Terms2022Text(new Terms2022(40_000, 100_000, 0)).text();

        assertTrue(same(fearless).contains("0 of 54 sets: some cash tips them.\n"), fearless);
        assertFalse(same(PRINTED).contains("some cash tips them"), PRINTED);
        assertTrue(
                same(PRINTED).contains("18 of 18 sets: more go for USD 100,000 than for the roubles, and more with"),
                PRINTED);
        assertTrue(
                same(worthless).contains("0 of 18 sets: more go for USD 100,000 than for the roubles, and more with"),
                worthless);
    }

    private static String same(String text) {
        return text.substring(text.indexOf("THE SAME UNDER ALL"), text.indexOf("NOT THE SAME"));
    }

    @Test
    void theLowerEndOfTheRoublesIsCalledUncertain() {
        final String line = PRINTED.replaceAll("\\s+", " ");

        assertTrue(
                line.contains("48,000 [confirmed; Caplan 2022], 47,000 at the lower end used here [uncertain;"), line);
    }

    @Test
    void termsThatNobodyCanMeanAreRefused() {
        for (double value : new double[] {-1, Double.NaN, Double.POSITIVE_INFINITY}) {
            final String rule = " must be finite and >= 0.0 [USD], but was " + value;
            assertEquals("meanCost" + rule, refusal(() -> new Terms2022(value, 1, 1)));
            assertEquals("reprisal" + rule, refusal(() -> new Terms2022(1, value, 1)));
            assertEquals("worthOfAPassport" + rule, refusal(() -> new Terms2022(1, 1, value)));
        }
        assertEquals(
                "share must be a share in [0, 1], but was 2.0",
                refusal(() -> Terms2022.outlay(Terms2022.dollars(), 2)));
    }

    private static String refusal(Executable call) {
        return assertThrows(IllegalArgumentException.class, call).getMessage();
    }
}
