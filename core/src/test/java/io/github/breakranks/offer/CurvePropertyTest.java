package io.github.breakranks.offer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.breakranks.RandomGames;
import io.github.breakranks.Seeds;
import io.github.breakranks.answer.Range;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.function.Executable;

/** Curves, reprisals and gains: values, slopes, the bounds from which solvers prove things, and what is refused. */
class CurvePropertyTest {

    private static String refused(Executable work) {
        return assertThrows(IllegalArgumentException.class, work).getMessage();
    }

    /** No value and no slope between two shares lies outside the bounds stated for them. */
    @Property(tries = 500, seed = Seeds.USUAL)
    void boundsHold(
            @ForAll("curves") Curve curve,
            @ForAll("shares") double one,
            @ForAll("shares") double other,
            @ForAll("shares") double part) {
        final double from = Math.min(one, other);
        final double to = Math.max(one, other);
        final double between = Math.min(to, from + part * (to - from));

        assertTrue(curve.over(from, to).contains(curve.at(between)), () -> curve + " at " + between);
        final double slope = curve.slope(between);
        final boolean none = Double.isNaN(slope); // none times infinity, where a root begins
        assertTrue(none || curve.slopeOver(from, to).contains(slope), () -> curve + " at " + between);
    }

    /** The slope is what differences say. */
    @Property(tries = 300, seed = Seeds.USUAL)
    void slopesAreThoseOfDifferences(@ForAll("curves") Curve curve, @ForAll("inner") double gone) {
        final double step = 1e-6;
        final double difference = (curve.at(gone + step) - curve.at(gone - step)) / (2 * step);

        assertEquals(difference, curve.slope(gone), 1e-5 * Math.max(1, Math.abs(difference)));
        final Curve own = curve::at;
        assertEquals(difference, own.slope(gone), 1e-4 * Math.max(1, Math.abs(difference)));
        assertEquals(Range.anything(), own.over(0, 1));
        assertEquals(Range.anything(), own.slopeOver(0, 1));
    }

    /** R(x) = detection(x) (punishment(x) + (1 - averted) family(x)), and G = worth + solidarity - R - staying. */
    @Property(tries = 300, seed = Seeds.USUAL)
    void gainsAreTheFormula(
            @ForAll("curves") Curve detection,
            @ForAll("curves") Curve punishment,
            @ForAll("curves") Curve family,
            @ForAll("shares") double averted,
            @ForAll("shares") double gone) {
        final Reprisal reprisal = Reprisal.of(detection, punishment).withFamily(family);
        final double loss = detection.at(gone) * (punishment.at(gone) + (1 - averted) * family.at(gone));
        final Offer offer = Offer.cash(0.3).withRefuge(0.2).withCredibility(0.6).withFamily(averted);
        final NetGain gain = NetGain.of(reprisal).withSolidarity(0.7).withStaying(0.1);

        assertEquals(loss, reprisal.loss(gone, averted), 1e-12);
        assertEquals(0.6 * 0.5 + 0.7 * gone - loss - 0.1, gain.of(offer, 0, gone), 1e-12);
        final double middle = 0.1 + 0.8 * gone;
        final Range slopes = gain.slopeOver(offer, 0, new Range(middle / 2, middle));
        assertTrue(slopes.contains(gain.slope(offer, 0, middle)));
        assertTrue(reprisal.slopeOver(0, middle, averted).contains(reprisal.slope(middle, averted)));
    }

    /** A gain of one's own with amounts added is the standard gain with the same amounts. */
    @Property(tries = 200, seed = Seeds.USUAL)
    void amountsAddToAGainOfOnesOwnTheSameWay(
            @ForAll("curves") Curve company, @ForAll("curves") Curve pay, @ForAll("shares") double gone) {
        final NetGain standard = NetGain.of(Reprisal.fading(0.4));
        final NetGain own = new NetGain() {
            @Override
            public double of(Offer offer, int group, double share) {
                return standard.of(offer, group, share);
            }

            @Override
            public Range slopeOver(Offer offer, int group, Range shares) {
                return standard.slopeOver(offer, group, shares);
            }
        };
        final Offer offer = Offer.cash(0.5);
        final NetGain one = standard.withSolidarity(company).withStaying(pay);
        final NetGain other = own.withSolidarity(company).withStaying(pay);

        assertEquals(one.of(offer, 0, gone), other.of(offer, 0, gone), 1e-12);
        assertEquals(one.slope(offer, 0, 0.5), other.slope(offer, 0, 0.5), 1e-4);
        assertTrue(other.slopeOver(offer, 0, new Range(0.4, 0.6)).contains(one.slope(offer, 0, 0.5)));
        final double wanted = one.of(offer.withCash(0.8), 0, gone);
        assertEquals(0.8, one.valueFor(Term.CASH, offer, 0, gone, wanted), 1e-9);
        assertEquals(0.8, other.valueFor(Term.CASH, offer, 0, gone, wanted), 1e-9);
    }

    /** The value of a term that brings a gain about, by formula and by bisection. */
    @Example
    void termsAreInvertedByFormulaAndByBisection() {
        final NetGain standard = NetGain.of(Reprisal.fading(0.4).withFamily(Curve.constant(0.2)));
        final NetGain own = standard::of;
        final Offer offer =
                Offer.cash(0.5).withRefuge(0.25).withCredibility(0.8).withFamily(0.5);
        for (Term term : new Term[] {Term.CASH, Term.REFUGE, Term.CREDIBILITY, Term.FAMILY, Term.ESCROW}) {
            final double wanted = standard.of(offer.with(term, 0.3), 0, 0.4);

            assertEquals(0.3, standard.valueFor(term, offer, 0, 0.4, wanted), 1e-14);
            assertEquals(0.3, own.valueFor(term, offer, 0, 0.4, wanted), 1e-14);
        }
        assertEquals(Double.POSITIVE_INFINITY, own.valueFor(Term.CREDIBILITY, offer, 0, 0.4, 5));
        assertEquals(Double.NEGATIVE_INFINITY, own.valueFor(Term.CREDIBILITY, offer, 0, 0.4, -5));
        assertEquals(Double.POSITIVE_INFINITY, own.valueFor(Term.BONUS, offer, 0, 0.4, 5));
        assertEquals(Double.POSITIVE_INFINITY, standard.valueFor(Term.BONUS, offer, 0, 0.4, 5));
        assertEquals(Double.NEGATIVE_INFINITY, standard.valueFor(Term.REACH, offer, 0, 0.4, -5));
        assertEquals(0, own.valueFor(Term.CASH, offer.withRefuge(0), 0, 1, -0.1), 1e-15);
        assertEquals(1e20, own.valueFor(Term.CASH, offer.withCredibility(1), 0, 1, 1e20), 1e6);
    }

    @Example
    void risesAreSeenInTheSlopeOrInTheShares() {
        final Offer offer = Offer.cash(0.1);

        assertEquals(
                new Monotonicity(true, true, null, 0), Monotonicity.of(NetGain.of(Reprisal.fading(0.4)), offer, 0));
        assertEquals(
                "the net gain rises with the share gone",
                Monotonicity.of(NetGain.of(Reprisal.constant(0.4)), offer, 0).sentence());
        assertEquals(
                "the net gain rises over 1,025 shares looked at",
                Monotonicity.of((put, group, gone) -> gone, offer, 0).sentence());
        final Monotonicity falls = Monotonicity.of((put, group, gone) -> gone < 0.5 ? 1 : 0.25, offer, 0);
        assertEquals(new Monotonicity(false, false, new Range(511.0 / 1024, 0.5), 0.75), falls);
        assertEquals("the net gain falls by 0.75 as the share gone rises from 0.499 to 0.5", falls.sentence());
        assertTrue(!Monotonicity.of((put, group, gone) -> gone > 0.5 ? Double.NaN : 1, offer, 0)
                .rises());
    }

    /** What solidarity adds reprisal takes away, but for rounding: that is no fall. */
    @Example
    void roundingIsNoFall() {
        final NetGain flat = NetGain.of(Reprisal.fading(0.4)).withSolidarity(Curve.linear(0, -0.4));

        assertTrue(Monotonicity.of(flat, Offer.cash(0.4), 0).rises());
        assertTrue(Monotonicity.of(flat, Offer.cash(0.1), 0).rises());
    }

    @Example
    void products() {
        final Reprisal detected = Reprisal.of(Curve.linear(0.9, 0.3), Curve.fading(0.5, 2));

        assertTrue(Monotonicity.of(NetGain.of(detected), Offer.cash(0.1), 0).proven());
        assertTrue(Monotonicity.of(
                        NetGain.of(Reprisal.of(Curve.linear(0.9, 0.3), Curve.fading(0.5, 0.5))), Offer.cash(0.1), 0)
                .proven());
    }

    @Example
    void refusesWhatIsNoAmountAndNoPower() {
        assertEquals(
                "atNobody must be finite [unit of the game], but was NaN", refused(() -> Curve.linear(Double.NaN, 1)));
        assertEquals(
                "atEverybody must be finite [unit of the game], but was Infinity",
                refused(() -> Curve.linear(0, Double.POSITIVE_INFINITY)));
        for (double amount : new double[] {0, 1, 0.5}) {
            for (double power : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
                assertEquals(
                        "power must be finite and > 0.0 [exponent], but was " + power,
                        refused(() -> Curve.fading(amount, power)));
                assertEquals(
                        "power must be finite and > 0.0 [exponent], but was " + power,
                        refused(() -> Curve.rising(amount, power)));
                assertEquals(
                        "power must be finite and > 0.0 [exponent], but was " + power,
                        refused(() -> Reprisal.fading(amount, power)));
            }
        }
        for (double power : new double[] {1, 2}) {
            assertEquals(
                    "amount must be finite and >= 0.0 [unit of the game], but was NaN",
                    refused(() -> Reprisal.fading(Double.NaN, power)));
            assertEquals(
                    "amount must be finite and >= 0.0 [unit of the game], but was -0.4",
                    refused(() -> Reprisal.fading(-0.4, power)));
            assertEquals(
                    "amount must be finite [unit of the game], but was Infinity",
                    refused(() -> Curve.rising(Double.POSITIVE_INFINITY, power)));
        }
        assertEquals(
                "amount must be finite and >= 0.0 [unit of the game], but was NaN",
                refused(() -> Reprisal.constant(Double.NaN)));
    }

    @Example
    void speakForThemselves() {
        assertEquals(
                "NetGain[Reprisal[(0.5) (0.4 (1 - gone)^2.0), family (0.5) (0.1)], solidarity 0.0 to 0.3, staying 0.1 + 0.2 gone^0.5]",
                NetGain.of(Reprisal.of(Curve.constant(0.5), Curve.fading(0.4, 2))
                                .withFamily(Curve.constant(0.1)))
                        .withSolidarity(0.3)
                        .withStaying(0.1)
                        .withStaying(Curve.rising(0.2, 0.5))
                        .toString());
        assertEquals("Reprisal[0.4 to 0.0]", Reprisal.fading(0.4).toString());
        assertEquals(0, Reprisal.none().loss(0.3, 0));
    }

    @Example
    void onlyTheStandardGainHasAReprisalToReplace() {
        final NetGain own = (offer, group, gone) -> gone;
        final NetGain standard = NetGain.of(Reprisal.fading(0.4)).withSolidarity(1);

        assertEquals(
                "this net gain has no reprisal of its own; build a new one with NetGain.of(reprisal)",
                assertThrows(IllegalStateException.class, () -> own.withReprisal(Reprisal.none()))
                        .getMessage());
        assertThrows(IllegalStateException.class, () -> own.withSolidarity(1).withReprisal(Reprisal.none()));
        assertEquals(0.5, standard.withReprisal(Reprisal.none()).of(Offer.none(), 0, 0.5));
    }

    @Provide
    Arbitrary<Curve> curves() {
        final Arbitrary<Double> amounts = RandomGames.between(-1, 2);
        final Arbitrary<Double> powers = Arbitraries.of(0.5, 1.0, 1.5, 2.0, 7.0);
        final Arbitrary<Curve> plain = Arbitraries.oneOf(
                Combinators.combine(amounts, amounts).as(Curve::linear),
                Combinators.combine(amounts, powers).as(Curve::fading),
                Combinators.combine(amounts, powers).as(Curve::rising));
        final Arbitrary<Curve> sums = Combinators.combine(plain, plain).as(Curve::plus);
        final Arbitrary<Curve> products = Combinators.combine(plain, plain).as(Curve::times);
        return Arbitraries.oneOf(plain, sums, products);
    }

    @Provide
    Arbitrary<Double> shares() {
        return Arbitraries.oneOf(Arbitraries.of(0.0, 1.0), RandomGames.between(0, 1));
    }

    @Provide
    Arbitrary<Double> inner() {
        return RandomGames.between(0.1, 0.9);
    }
}
