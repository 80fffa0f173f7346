package io.github.breakranks.population;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.breakranks.Seeds;
import io.github.breakranks.answer.Range;
import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Provide;
import net.jqwik.api.arbitraries.DoubleArbitrary;

/** What holds for every law; {@code slack} is what rounding may do to a cost, {@code error} to a share. */
@PropertyDefaults(tries = 400, edgeCases = EdgeCasesMode.NONE)
class CostLawPropertyTest {
    private static final double SLACK_ULPS = 256; // a quantile of a lognormal law carries its exponent's rounding

    /** A law with two costs at places of interest, the first not above the second, and a share. */
    record Probe(CostLaw law, double left, double right, double share) {
        double slack(double cost) {
            final double spread = law.quantile(0.9) - law.quantile(0.1);
            return SLACK_ULPS * Math.ulp(Math.abs(cost) + Math.abs(law.quantile(0.5)) + spread);
        }

        double error() {
            return law.relativeError() + 4 * Math.ulp(1.0);
        }
    }

    @Property(seed = Seeds.USUAL)
    void sharesRiseWithinZeroAndOne(@ForAll("probes") Probe probe) {
        final CostLaw law = probe.law();
        final double left = law.cdf(probe.left());
        final double right = law.cdf(probe.right());

        assertTrue(left >= 0 && right <= 1);
        assertTrue(left <= right * (1 + 2 * probe.error()));
        assertTrue(law.survival(probe.left()) * (1 + 2 * probe.error()) >= law.survival(probe.right()));
    }

    @Property(seed = Seeds.USUAL)
    void sharesOnBothSidesMakeOne(@ForAll("probes") Probe probe) {
        final CostLaw law = probe.law();

        assertEquals(1, law.cdf(probe.left()) + law.survival(probe.left()), probe.error());
        assertEquals(1, law.below(probe.left()) + law.atLeast(probe.left()), probe.error());
        assertTrue(law.below(probe.left()) <= law.cdf(probe.left()) * (1 + 2 * probe.error()));
        assertTrue(law.survival(probe.left()) <= law.atLeast(probe.left()) * (1 + 2 * probe.error()));
        assertEquals(law.below(probe.left()), law.cdf(Math.nextDown(probe.left())), near(probe, probe.left()));
    }

    @Property(seed = Seeds.USUAL)
    void atomsLieAtBreaks(@ForAll("probes") Probe probe) {
        final CostLaw law = probe.law();
        for (double cost : new double[] {probe.left(), probe.right(), law.quantile(probe.share())}) {
            final boolean atom = law.cdf(cost) > law.below(cost) * (1 + 2 * probe.error());
            assertTrue(!atom || Arrays.binarySearch(law.breaks(), cost) >= 0, () -> law + " has no break at " + cost);
        }
    }

    /** How much a share may differ between neighbouring doubles of a law without atoms there. */
    private static double near(Probe probe, double cost) {
        final double slope = probe.law()
                .densityOver(Math.nextDown(cost), Math.nextDown(cost))
                .high();
        return probe.error() + (slope < Double.POSITIVE_INFINITY ? 2 * slope * Math.ulp(cost) : 1);
    }

    @Property(seed = Seeds.USUAL)
    void quantileInvertsTheShare(@ForAll("probes") Probe probe) {
        final CostLaw law = probe.law();
        final double cost = probe.left();
        final double quantile = law.quantile(probe.share());
        final double slack = probe.slack(cost);
        if (probe.share() > 0 && probe.share() <= law.cdf(cost - slack) * (1 - 2 * probe.error())) {
            assertTrue(quantile <= cost);
        }
        if (probe.share() > law.cdf(cost + slack) * (1 + 2 * probe.error())) {
            assertTrue(quantile > cost);
        }
    }

    @Property(seed = Seeds.USUAL)
    void quantileFromRightInvertsTheShare(@ForAll("probes") Probe probe) {
        final CostLaw law = probe.law();
        final double cost = probe.left();
        final double quantile = law.quantileFromRight(probe.share());
        final double slack = probe.slack(cost);
        if (probe.share() < law.cdf(cost - slack) * (1 - 2 * probe.error())) {
            assertTrue(quantile <= cost);
        }
        if (probe.share() > 0 && probe.share() >= law.cdf(cost + slack) * (1 + 2 * probe.error())) {
            assertTrue(quantile >= cost);
        }
        final double fromLeft = law.quantile(probe.share());
        assertTrue(
                quantile >= fromLeft - probe.slack(fromLeft) || quantile == fromLeft); // a mixture may fall by an ulp
    }

    @Property(seed = Seeds.USUAL)
    void quantileAboveInvertsTheShareAbove(@ForAll("probes") Probe probe) {
        final CostLaw law = probe.law();
        final double cost = probe.left();
        final double quantile = law.quantileAbove(probe.share());
        final double slack = probe.slack(cost);
        if (probe.share() > 0
                && probe.share() >= law.survival(cost - slack) * (1 + 2 * probe.error())) { // at 0: high by rule
            assertTrue(quantile <= cost);
        }
        if (probe.share() < law.survival(cost + slack) * (1 - 2 * probe.error())) {
            assertTrue(quantile > cost);
        }
    }

    @Property(seed = Seeds.USUAL)
    void quantilesLieBetweenLowAndHigh(@ForAll("probes") Probe probe) {
        final CostLaw law = probe.law();

        assertTrue(law.quantile(probe.share()) >= law.low());
        assertTrue(law.quantile(probe.share()) <= law.high());
        assertEquals(law.low(), law.quantile(0));
        assertEquals(law.high(), law.quantile(1));
        assertEquals(law.high(), law.quantileAbove(0));
        assertEquals(law.low(), law.quantileAbove(1));
        assertEquals(law.low(), law.quantileFromRight(0));
        assertEquals(law.high(), law.quantileFromRight(1));
    }

    @Property(seed = Seeds.USUAL)
    void inversionOfListedCostsIsExact(
            @ForAll("listed") CostLaw law, @ForAll("shares") double share, @ForAll("places") double cost) {
        if (share > 0 && share < 1) { // at 0 and 1 the inverses are low and high by rule
            assertEquals(share <= law.cdf(cost), law.quantile(share) <= cost);
            assertEquals(share < law.cdf(cost), law.quantileFromRight(share) <= cost);
            assertEquals(law.survival(cost) <= share, law.quantileAbove(share) <= cost);
        }
    }

    @Property(seed = Seeds.USUAL)
    void atomsOfMixturesAreFoundExactly(
            @ForAll("places") double atom, @ForAll("weights") double weight, @ForAll("smooth") CostLaw smooth) {
        final CostLaw law = CostLaw.mixture(weight, CostLaw.empirical(atom), smooth);
        final double middle = law.below(atom) + 0.5 * (law.cdf(atom) - law.below(atom));

        assertEquals(atom, law.quantile(middle));
        assertEquals(atom, law.quantileFromRight(middle));
        if (law.cdf(atom) < 1) {
            assertEquals(atom, law.quantile(law.cdf(atom)));
            assertEquals(atom, law.quantileAbove(law.survival(atom)));
        }
        assertEquals(weight, law.cdf(atom) - law.below(atom), 1e-14);
    }

    @Property(seed = Seeds.USUAL)
    void densityBoundsHold(@ForAll("probes") Probe probe, @ForAll("fractions") double fraction) {
        final CostLaw law = probe.law();
        final Range bounds = law.densityOver(probe.left(), probe.right());
        final double inside = probe.left() + fraction * (probe.right() - probe.left());
        final double density = law.density(inside);
        if (inside >= probe.left() && inside <= probe.right() && !Double.isNaN(density)) {
            assertTrue(bounds.contains(density));
            assertTrue(density <= law.steepest() * (1 + 2 * probe.error()));
        }
    }

    @Property(seed = Seeds.USUAL)
    void sharesGainedLieBetweenTheDensityBounds(@ForAll("probes") Probe probe) {
        final CostLaw law = probe.law();
        final double length = probe.right() - probe.left();
        final Range bounds = law.densityOver(probe.left(), probe.right());
        final double gained = law.cdf(probe.right()) - law.cdf(probe.left());
        final double lost = law.survival(probe.left()) - law.survival(probe.right());
        final double error = 4 * probe.error();
        final double off = error * Math.min(law.cdf(probe.right()), law.survival(probe.left()));
        final double smaller = law.cdf(probe.right()) < law.survival(probe.left()) ? gained : lost;

        if (length > 0) {
            assertTrue(smaller + off >= bounds.low() * length * (1 - error));
            assertTrue(smaller - off <= bounds.high() * length * (1 + error));
        }
    }

    @Property(tries = 100, seed = Seeds.USUAL)
    void nothingIsKnownAtNaN(@ForAll("laws") CostLaw law) {
        assertEquals(Double.NaN, law.cdf(Double.NaN));
        assertEquals(Double.NaN, law.survival(Double.NaN));
        assertEquals(Double.NaN, law.below(Double.NaN));
        assertEquals(Double.NaN, law.atLeast(Double.NaN));
        assertEquals(Double.NaN, law.density(Double.NaN));
        assertEquals(0, law.cdf(Double.NEGATIVE_INFINITY));
        assertEquals(1, law.cdf(Double.POSITIVE_INFINITY));
        assertEquals(1, law.survival(Double.NEGATIVE_INFINITY));
        assertEquals(0, law.survival(Double.POSITIVE_INFINITY));
    }

    @Property(tries = 100, seed = Seeds.USUAL)
    void ownLawsBehaveLikeTheirModel(@ForAll("smooth") CostLaw model, @ForAll("shares") double share) {
        final CostLaw own = model::cdf;
        final double cost = own.quantile(share);

        LawCheck.check(own);
        if (share > 0 && share < 1) {
            assertTrue(own.cdf(cost) >= share);
            assertTrue(own.cdf(Math.nextDown(cost)) < share);
        }
    }

    @Provide
    Arbitrary<Probe> probes() {
        return laws().flatMap(law -> Combinators.combine(costs(law), costs(law), shares())
                .as((one, two, share) -> new Probe(law, Math.min(one, two), Math.max(one, two), share)));
    }

    private Arbitrary<Double> costs(CostLaw law) {
        final Arbitrary<Double> within = fractions().map(law::quantile);
        final Arbitrary<Double> atoms = fractions().map(share -> Math.nextDown(law.quantile(share)));
        final Arbitrary<Double> tail = tailShares().map(law::quantile);
        final Arbitrary<Double> farTail = tailShares().map(law::quantileAbove);
        return Arbitraries.oneOf(within, atoms, tail, farTail, places());
    }

    @Provide
    Arbitrary<Double> shares() {
        return Arbitraries.oneOf(
                fractions(), tailShares(), tailShares().map(share -> 1 - share), Arbitraries.of(0.0, 0.25, 0.5, 1.0));
    }

    @Provide
    Arbitrary<Double> fractions() {
        return between(0.001, 0.999);
    }

    @Provide
    Arbitrary<Double> weights() {
        return between(0.01, 0.99);
    }

    @Provide
    Arbitrary<Double> places() {
        return Arbitraries.oneOf(
                between(-3, 3), Arbitraries.integers().between(-3, 3).map(Integer::doubleValue));
    }

    private static Arbitrary<Double> tailShares() {
        return between(-280, -3).map(exponent -> Math.pow(10, exponent));
    }

    @Provide
    Arbitrary<CostLaw> laws() {
        final Arbitrary<CostLaw> mixtures =
                Combinators.combine(weights(), simple(), simple()).as(CostLaw::mixture);
        return Arbitraries.oneOf(simple(), mixtures);
    }

    private Arbitrary<CostLaw> simple() {
        return Arbitraries.oneOf(smooth(), listed(), atoms(), moved());
    }

    /** Turned round or stretched; beta costs without a pole, at which neighbouring doubles of a narrow law lie far apart in share. */
    private Arbitrary<CostLaw> moved() {
        final Arbitrary<Double> factors = Arbitraries.oneOf(between(-5, -0.01), between(0.01, 5));
        final Arbitrary<CostLaw> beta =
                Combinators.combine(between(1, 8), between(1, 8)).as(CostLaw::beta);
        return Combinators.combine(Arbitraries.oneOf(beta, beta, listed(), atoms()), places(), factors)
                .as(CostLaw::affine);
    }

    @Provide
    Arbitrary<CostLaw> smooth() {
        final Arbitrary<Double> scales = between(0.01, 5);
        final Arbitrary<Double> shapes =
                Arbitraries.oneOf(Arbitraries.integers().between(1, 8).map(Integer::doubleValue), between(0.3, 8));
        return Arbitraries.oneOf(
                Combinators.combine(places(), scales).as(CostLaw::normal),
                Combinators.combine(places(), scales).as(CostLaw::logistic),
                Combinators.combine(places(), scales).as((low, width) -> CostLaw.uniform(low, low + width)),
                Combinators.combine(shapes, shapes).as(CostLaw::beta),
                Combinators.combine(between(-1, 1), between(0.1, 2)).as(CostLaw::lognormal));
    }

    @Provide
    Arbitrary<CostLaw> listed() {
        return places().array(Double[].class).ofMinSize(1).ofMaxSize(12).map(CostLawPropertyTest::listedLaw);
    }

    private static CostLaw listedLaw(Double... costs) {
        return CostLaw.empirical(
                java.util.Arrays.stream(costs).mapToDouble(cost -> cost).toArray());
    }

    private Arbitrary<CostLaw> atoms() {
        return Combinators.combine(places(), places(), weights())
                .as((one, two, share) -> CostLaw.atoms(new double[] {one, two}, new double[] {share, 1 - share}));
    }

    private static DoubleArbitrary between(double low, double high) {
        return Arbitraries.doubles().between(low, high).ofScale(9);
    }
}
