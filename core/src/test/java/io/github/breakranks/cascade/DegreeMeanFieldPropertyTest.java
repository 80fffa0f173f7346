package io.github.breakranks.cascade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.breakranks.Seeds;
import io.github.breakranks.answer.Certificate;
import io.github.breakranks.answer.Fraction;
import io.github.breakranks.network.DegreeLaw;
import io.github.breakranks.population.CostLaw;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

/** Theorems on cascades among unequal degrees. */
class DegreeMeanFieldPropertyTest {
    private static final double ROUNDING = 1e-12;
    private final DegreeMeanFieldSolver solver = DegreeMeanFieldSolver.solver();

    private DegreeCascade solve(DegreeMeanField model) {
        final var answer = solver.solve(model);
        final var numeric =
                assertInstanceOf(Certificate.Numeric.class, answer.certificate(), answer.certificate()::sentence);
        assertTrue(numeric.worst() < 1e-3);
        return answer.orElseThrow();
    }

    /** The least root: iteration alone from the seed never passes it and comes close (Tarski; Kleene). */
    @Property(tries = 60, seed = Seeds.USUAL)
    void iterationClimbsToTheSameRoot(
            @ForAll("laws") DegreeLaw law,
            @ForAll("responses") Response response,
            @ForAll @DoubleRange(max = 0.3) double seed) {
        final DegreeMeanField model = DegreeMeanField.of(law, response, seed);
        final DegreeCascade cascade = solve(model);
        double q = seed;
        for (int step = 0; step < 300; step++) {
            q = model.neighbourShare(q);
            assertTrue(q <= cascade.neighbourShare() + ROUNDING);
        }
        assertEquals(cascade.neighbourShare(), model.neighbourShare(cascade.neighbourShare()), ROUNDING);
    }

    /** T3: a larger seed never ends with fewer. */
    @Property(tries = 60, seed = Seeds.USUAL)
    void aLargerSeedNeverEndsWithFewer(
            @ForAll("laws") DegreeLaw law,
            @ForAll("responses") Response response,
            @ForAll @DoubleRange(max = 0.3) double seed) {
        final DegreeMeanField model = DegreeMeanField.of(law, response, seed);

        assertTrue(solve(model.withSeed(seed + 0.05)).share() >= solve(model).share() - ROUNDING);
    }

    /** T3: a lower threshold never ends with fewer. */
    @Property(tries = 60, seed = Seeds.USUAL)
    void aLowerThresholdNeverEndsWithFewer(
            @ForAll("laws") DegreeLaw law,
            @ForAll @IntRange(min = 1, max = 29) int low,
            @ForAll @DoubleRange(max = 0.2) double seed) {
        final double lower = solve(DegreeMeanField.of(law, Response.share(Fraction.of(low, 30)), seed))
                .share();
        final double higher = solve(DegreeMeanField.of(law, Response.share(Fraction.of(low + 1, 30)), seed))
                .share();

        assertTrue(lower >= higher - ROUNDING);
    }

    /** The slope at no seed is Watts's branching: below one a vanishing seed stays small, above one it does not. */
    @Property(tries = 60, seed = Seeds.USUAL)
    void aVanishingSeedSpreadsInTheWindowOnly(
            @ForAll @DoubleRange(min = 0.3, max = 12) double mean,
            @ForAll @IntRange(min = 3, max = 12) int denominator) {
        final DegreeLaw law = DegreeLaw.poisson(mean);
        final Response response = Response.share(Fraction.of(1, denominator));
        final double branching = CascadeWindow.branching(law, response);
        final DegreeMeanField model = DegreeMeanField.of(law, response, 0);

        assertEquals(branching, model.neighbourShare(1e-9) / 1e-9, 1e-5 * (1 + mean * mean));
        if (Math.abs(branching - 1) > 0.05) {
            final double share = solve(model.withSeed(1e-9)).share();
            assertTrue(branching > 1 ? share > 1e-3 : share < 1e-6, () -> branching + " gives " + share);
        }
    }

    @Provide
    Arbitrary<DegreeLaw> laws() {
        return Arbitraries.oneOf(
                Arbitraries.doubles().between(0.5, 8).map(DegreeLaw::poisson),
                Arbitraries.integers().between(1, 12).map(DegreeLaw::regular),
                Arbitraries.doubles().between(1.5, 3.5).map(exponent -> DegreeLaw.powerLaw(exponent, 1, 40)));
    }

    @Provide
    Arbitrary<Response> responses() {
        return Arbitraries.oneOf(
                Arbitraries.integers().between(1, 20).map(n -> Response.share(Fraction.of(n, 20))),
                Arbitraries.integers().between(1, 4).map(Response::count),
                Arbitraries.doubles().between(0.1, 0.6).map(mean -> Response.shares(CostLaw.normal(mean, 0.1))));
    }
}
