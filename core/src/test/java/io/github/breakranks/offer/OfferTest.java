package io.github.breakranks.offer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class OfferTest {

    private static String refused(Executable work) {
        return assertThrows(IllegalArgumentException.class, work).getMessage();
    }

    @Test
    void worthIsWhatIsBelievedOfCashAndRefuge() {
        final Offer offer = Offer.cash(0.2).withRefuge(0.3).withCredibility(0.5);

        assertEquals(0.25, offer.worth());
        assertEquals(0.2, offer.cash());
        assertEquals(0.3, offer.refuge());
        assertEquals(0.5, offer.credibility());
        assertEquals(0, Offer.none().worth());
        assertEquals(2, Offer.refuge(2).worth());
    }

    /** What a third party already holds is worth its full amount, however little the host is believed. */
    @ParameterizedTest
    @ValueSource(doubles = {0, 0.3, 1})
    void escrowIsNotDiscountedByCredibility(double credibility) {
        final Offer offer = Offer.cash(0.2).withEscrow(0.4).withCredibility(credibility);

        assertEquals(0.4, offer.escrow());
        assertEquals(credibility * 0.2 + 0.4, offer.worth());
        assertEquals(offer.worth(), NetGain.of(Reprisal.none()).of(offer, 0, 0.5));
    }

    @ParameterizedTest
    @EnumSource(Term.class)
    void eachTermIsSetAndReadAlone(Term term) {
        final Offer offer = Offer.none().with(term, 0.25);

        for (Term other : Term.values()) {
            assertEquals(other == term ? 0.25 : other.usual(), offer.get(other));
        }
        assertEquals(List.of(term), offer.termsSet());
        assertEquals("Offer[" + term.label() + " 0.25]", offer.toString());
        assertEquals(Offer.none(), offer.with(term, term.usual()));
    }

    @ParameterizedTest
    @EnumSource(Term.class)
    void noTermTakesWhatIsOutOfItsRange(Term term) {
        for (double value : new double[] {Double.NaN, -0.1, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY}) {
            assertEquals(
                    term.isShare()
                            ? term.label() + " must be a share in [0, 1], but was " + value
                            : term.label() + " must be finite and >= 0.0 [unit of the game], but was " + value,
                    refused(() -> Offer.none().with(term, value)));
        }
        if (term.isShare()) {
            assertEquals(
                    term.label() + " must be a share in [0, 1], but was 1.0000000000000002",
                    refused(() -> Offer.none().with(term, 1.0000000000000002)));
        }
    }

    @Test
    void negativeZeroIsZero() {
        assertEquals(Offer.cash(0), Offer.cash(-0.0));
        assertEquals(0.0, Offer.cash(-0.0).cash());
    }

    @Test
    void isAValue() {
        final Offer offer = Offer.cash(0.2)
                .withStatus(Status.ASYLUM, 0.8)
                .withExpiry(Expiry.hazard(0.1))
                .withAudience(Audience.PRIVATE)
                .withFamily(0.5)
                .withBonus(0.1)
                .withReach(0.3)
                .in("USD");
        final Offer same = Offer.cash(0.2)
                .withStatus(Status.ASYLUM, 0.8)
                .withExpiry(Expiry.hazard(0.1, 0.1))
                .withAudience(Audience.PRIVATE)
                .withFamily(0.5)
                .withBonus(0.1)
                .withReach(0.3)
                .in("USD");

        assertEquals(offer, same);
        assertEquals(offer.hashCode(), same.hashCode());
        for (Offer other : List.of(
                offer.withCash(1),
                offer.withStatus(Status.PAROLE, 0.8),
                offer.withExpiry(Expiry.open()),
                offer.withAudience(Audience.PUBLIC),
                offer.in("EUR"))) {
            assertNotEquals(offer, other);
        }
        assertEquals(
                "Offer[cash 0.2, credibility 0.8, reach 0.3, family 0.5, bonus 0.1, asylum, Hazard[rate=0.1, believed=0.1], private,"
                        + " in USD]",
                offer.toString());
        assertEquals("refugee law, before courts", offer.status().binding());
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, Double.NaN, Double.POSITIVE_INFINITY})
    void expiriesRefuseWhatIsNoRateAndNoDate(double value) {
        assertEquals(
                "rate must be finite and >= 0.0 [per unit of time], but was " + value,
                refused(() -> Expiry.hazard(value)));
        assertEquals(
                "believed must be finite and >= 0.0 [per unit of time], but was " + value,
                refused(() -> Expiry.hazard(1, value)));
        assertEquals("date must be finite and > 0.0 [unit of time], but was " + value, refused(() -> Expiry.at(value)));
        assertEquals("date must be finite and > 0.0 [unit of time], but was 0.0", refused(() -> Expiry.at(0)));
    }

    @Test
    void termsKnowTheirRangeAndUnit() {
        assertTrue(Term.REACH.isShare());
        assertFalse(Term.BONUS.isShare());
        assertFalse(Term.ESCROW.isShare());
        assertEquals("share", Term.FAMILY.unit("USD"));
        assertEquals("USD", Term.CASH.unit("USD"));
        assertEquals("unit of the game", Term.CASH.unit(""));
    }
}
