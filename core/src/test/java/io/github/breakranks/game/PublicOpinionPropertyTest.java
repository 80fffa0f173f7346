package io.github.breakranks.game;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.breakranks.RandomGames;
import io.github.breakranks.Seeds;
import io.github.breakranks.equilibrium.EquilibriumSolver;
import io.github.breakranks.equilibrium.Opposition;
import io.github.breakranks.equilibrium.RestPoints;
import io.github.breakranks.offer.Curve;
import io.github.breakranks.population.CostLaw;
import io.github.breakranks.population.Population;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Kuran (1989): what holds for every public opinion. */
class PublicOpinionPropertyTest {

    @Property(tries = 200, seed = Seeds.USUAL)
    void thePropagationCurveIsTheGamesBestReply(
            @ForAll("opinions") PublicOpinion opinion, @ForAll("shares") double opposed) {
        assertEquals(opinion.propagation(opposed), opinion.game().willing(0, opposed), 1e-12);
        assertTrue(opinion.propagation(opposed) <= opinion.propagation(Math.min(1, opposed + 0.1)) + 1e-12);
        assertTrue(opinion.threshold(opposed) >= opinion.threshold(Math.min(1, opposed + 0.1)));
    }

    /** Whoever opposes at the threshold has a cost no greater than what reputation gains him, and whoever lies below it has. */
    @Property(tries = 200, seed = Seeds.USUAL)
    void theThresholdIsWhereOneIsIndifferent(
            @ForAll("opinions") PublicOpinion opinion, @ForAll("shares") double opposed) {
        final double threshold = opinion.threshold(opposed);
        final double gain = opinion.game().gain(opposed);
        if (threshold <= 1) {
            assertTrue(opinion.cost(threshold) <= gain + 1e-12);
        }
        if (threshold > 1e-9) {
            assertTrue(opinion.cost(Math.min(1, threshold) - 1e-9) >= gain - 1e-12);
        }
    }

    @Property(tries = 100, seed = Seeds.USUAL)
    void leastOppositionRisesWithEveryPreference(
            @ForAll("preferences") double[] preferences, @ForAll("falling") Curve loyal, @ForAll("shares") double by) {
        final double[] bolder =
                Arrays.stream(preferences).map(z -> Math.min(1, z + by)).toArray();

        assertTrue(least(bolder, loyal) >= least(preferences, loyal));
    }

    private static double least(double[] preferences, Curve loyal) {
        final DefectionGame game = PublicOpinion.of(Population.of(preferences), Curve.constant(0), loyal)
                .game();
        return EquilibriumSolver.solver().solve(game).orElseThrow().least().share();
    }

    @Property(tries = 100, seed = Seeds.USUAL)
    void hiddenOppositionIsWhoPrefersItAndDoesNotShow(@ForAll("opinions") PublicOpinion opinion) {
        final RestPoints rest = EquilibriumSolver.solver().solve(opinion.game()).orElseThrow();
        for (int k = 0; k < rest.points().size(); k++) {
            final double share = rest.points().get(k).share();
            final Opposition opposition =
                    Opposition.of(opinion.game(), rest.points().get(k));
            final double privately = opinion.preferences().law().survival(0.5);

            assertTrue(opposition.hidden() >= 0 && opposition.reluctant() >= 0);
            assertEquals(privately, opposition.wantOut(), 1e-12);
            assertEquals(
                    privately
                            - opinion.preferences().law().atLeast(Math.max(0.5, Math.min(1, opinion.threshold(share)))),
                    opposition.hidden(),
                    1e-9);
        }
    }

    @Property(tries = 50, seed = Seeds.USUAL)
    void withoutConcernForReputationThereIsOneEquilibrium(
            @ForAll("laws") CostLaw law, @ForAll("shares") double opposed, @ForAll("shares") double loyal) {
        final DefectionGame game = PublicOpinion.of(
                        Population.of(1000, law), Curve.constant(opposed), Curve.constant(loyal))
                .game();

        assertEquals(
                1, EquilibriumSolver.solver().solve(game).orElseThrow().points().size());
    }

    @Provide
    Arbitrary<Double> shares() {
        return RandomGames.between(0, 1);
    }

    @Provide
    Arbitrary<double[]> preferences() {
        return RandomGames.between(0, 1)
                .array(Double[].class)
                .ofMinSize(1)
                .ofMaxSize(20)
                .map(all -> Arrays.stream(all).mapToDouble(z -> z).toArray());
    }

    @Provide
    Arbitrary<CostLaw> laws() {
        final Arbitrary<CostLaw> even = Combinators.combine(RandomGames.between(0, 0.5), RandomGames.between(0.6, 1))
                .as(CostLaw::uniform);
        final Arbitrary<CostLaw> beta = Combinators.combine(RandomGames.between(1, 8), RandomGames.between(1, 8))
                .as(CostLaw::beta);
        return Arbitraries.oneOf(
                even,
                beta,
                Combinators.combine(RandomGames.between(0.1, 0.9), even, beta)
                        .as((w, a, b) -> CostLaw.mixture(w, a, b)));
    }

    @Provide
    Arbitrary<Curve> falling() {
        return Combinators.combine(RandomGames.between(0, 2), Arbitraries.of(1.0, 2.0, 0.5))
                .as(Curve::fading);
    }

    @Provide
    Arbitrary<PublicOpinion> opinions() {
        final Arbitrary<DoubleUnaryOperator> integrity = Arbitraries.of(u -> u, u -> u * u, u -> u + u * u * u);
        return Combinators.combine(
                        laws(),
                        falling(),
                        RandomGames.between(0, 1),
                        RandomGames.between(0.1, 2),
                        integrity,
                        Arbitraries.of(true, true, false))
                .as((law, loyal, gain, weight, n, straight) -> {
                    final PublicOpinion opinion =
                            PublicOpinion.of(Population.of(1000, law), Curve.rising(gain, 1), loyal);
                    return straight ? opinion.withIntegrity(weight) : opinion.withIntegrity(n);
                });
    }
}
