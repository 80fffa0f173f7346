package io.github.breakranks.cascade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.breakranks.answer.Answer;
import io.github.breakranks.answer.Certificate;
import io.github.breakranks.answer.Watch;
import io.github.breakranks.equilibrium.EquilibriumSolver;
import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.game.DegreeGame;
import io.github.breakranks.network.DegreeLaw;
import io.github.breakranks.offer.Curve;
import io.github.breakranks.offer.NetGain;
import io.github.breakranks.offer.Offer;
import io.github.breakranks.offer.Reprisal;
import io.github.breakranks.population.CostLaw;
import io.github.breakranks.population.Population;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Cascades on random networks known by their degrees: known answers, folds, certificates and refusals. */
class DegreeMeanFieldTest {
    private final DegreeMeanFieldSolver solver = DegreeMeanFieldSolver.solver();

    private static DegreeMeanField watts(double mean, double seed) {
        return DegreeMeanField.of(DegreeLaw.poisson(mean), Response.share("9/50"), seed);
    }

    private DegreeCascade solve(DegreeMeanField model) {
        return solver.solve(model).orElseThrow();
    }

    private static double worst(Answer<DegreeCascade> answer) {
        return assertInstanceOf(Certificate.Numeric.class, answer.certificate(), answer.certificate()::sentence)
                .worst();
    }

    /** Gleeson and Cahalane (2007), threshold .18, a hundredth at the start; mean degree 6.5 is past the window, and still it spreads. */
    @ParameterizedTest
    @CsvSource({"2, 0.8000183", "4, 0.9803877", "6.5, 0.9984970"})
    void gleesonAndCahalane(double mean, double share) {
        final var answer = solver.solve(watts(mean, 0.01));

        assertEquals(share, answer.orElseThrow().share(), 5e-8);
        assertTrue(worst(answer) < 1e-10, answer.certificate()::sentence);
    }

    /** Past the window a seed must have a size of its own: there is a fold in it, found by halving. */
    @Test
    void seedSizeMatters() {
        double small = 1e-4;
        double large = 0.01;
        while (large - small > 1e-4) {
            final double middle = 0.5 * (small + large);
            if (solve(watts(6.5, middle)).share() > 0.5) {
                large = middle;
            } else {
                small = middle;
            }
        }
        final var below = solver.solve(watts(6.5, small));
        final var above = solver.solve(watts(6.5, large));
        assertTrue(small > 5e-4 && below.orElseThrow().share() < 0.1, below + " at " + small);
        assertTrue(worst(below) < 1e-2 && worst(above) < 1e-9, () -> below + " " + above);
    }

    /** By hand: one neighbour is enough and everybody has two: q = rho0 + (1 - rho0) q, so all go; from none nobody does. */
    @Test
    void ringByHand() {
        final DegreeMeanField ring = DegreeMeanField.of(DegreeLaw.regular(2), Response.count(1), 0.01);

        assertEquals(1, solve(ring).share(), 1e-12);
        assertEquals(0, solve(ring.withSeed(0)).share());
        assertEquals(1, solve(ring.withSeed(1)).share());
    }

    /** By hand: degree 3, two neighbours needed: q = rho0 + (1 - rho0) q^2 has the roots rho0 / (1 - rho0) and 1; rounds follow the map. */
    @Test
    void twoOfThreeByHand() {
        final double seed = 0.2;
        final DegreeCascade cascade = solve(DegreeMeanField.of(DegreeLaw.regular(3), Response.count(2), seed));
        final double q = seed / (1 - seed);

        assertEquals(q, cascade.neighbourShare(), 1e-13);
        assertEquals(seed + (1 - seed) * q * q * (3 - 2 * q), cascade.share(), 1e-13);
        assertEquals(seed, cascade.shareAfter(0));
        assertEquals(seed + (1 - seed) * seed * seed * (3 - 2 * seed), cascade.shareAfter(1), 1e-15);
        assertEquals(cascade.share(), cascade.shareAfter(cascade.rounds()), 1e-9);
        assertEquals(cascade.rounds() + 1, cascade.table().rows().size());
    }

    /** By hand: the two roots of the same meet at rho0 = 1/2, the exact fold: q = 1, met from below. */
    @Test
    void theFoldItself() {
        final var at = solver.solve(DegreeMeanField.of(DegreeLaw.regular(3), Response.count(2), 0.5));
        final var near = solver.solve(DegreeMeanField.of(DegreeLaw.regular(3), Response.count(2), 0.5 - 1e-9));

        assertEquals(1, at.orElseThrow().neighbourShare(), 1e-7);
        assertEquals(1 - 4e-9, near.orElseThrow().neighbourShare(), 1e-7);
    }

    /** Bond percolation on a Poisson network (Newman, Strogatz and Watts 2001): one is enough, seed to 0: S = 1 - e^(-z S). */
    @Test
    void giantComponent() {
        final double share = solve(DegreeMeanField.of(DegreeLaw.poisson(2), Response.count(1), 1e-12))
                .share();

        assertEquals(1 - Math.exp(-2 * share), share, 1e-10);
        assertEquals(0.796812, share, 5e-7);
        assertEquals(
                share,
                solve(DegreeMeanField.of(DegreeLaw.poisson(2), Response.count(1), 1e-18))
                        .share(),
                1e-10);
    }

    /** A unit without neighbours joins only as seed. */
    @Test
    void withoutNeighboursOnlyAsSeed() {
        final DegreeLaw half = DegreeLaw.of(0.5, 0, 0, 0.5);

        assertEquals(
                0.1 + 0.9 * 0.5,
                solve(DegreeMeanField.of(half, Response.count(1), 0.1)).share(),
                1e-12);
        assertEquals(
                1,
                solve(DegreeMeanField.of(half, Response.shares(CostLaw.uniform(-1, 0)), 0.1))
                        .share(),
                1e-15);
    }

    /** Where degrees are large everybody sees nearly the same share: the mean field in which everybody sees everybody. */
    @Test
    void manyNeighboursAreTheMeanField() {
        final DefectionGame game = DefectionGame.of(
                Population.of(1000, CostLaw.logistic(0.6, 0.1)),
                Offer.cash(0.1),
                NetGain.of(Reprisal.none()).withSolidarity(1));
        final double everybody =
                MeanFieldCascade.solver().solve(game).orElseThrow().share();

        final double thousand = solve(DegreeMeanField.of(DegreeLaw.regular(1000), Response.of(game), 0))
                .share();
        final double hundred = solve(DegreeMeanField.of(DegreeLaw.regular(100), Response.of(game), 0))
                .share();

        assertEquals(everybody, thousand, 1e-5);
        assertEquals(10, (hundred - everybody) / (thousand - everybody), 2); // of the order of one over the degree
    }

    /** With many neighbours what one sees is what one expects: Jackson and Yariv's least rest point. */
    @Test
    void seeingManyIsExpecting() {
        final double[] shares = new double[401];
        shares[200] = 0.5;
        shares[400] = 0.5;
        final DegreeGame game = DegreeGame.of(DegreeLaw.of(shares), CostLaw.logistic(0.6, 0.1), 1)
                .withWeight(degree -> degree / 300.0)
                .withBenefit(0.1);
        final double expecting = EquilibriumSolver.solver()
                .solve(game.game(1000))
                .orElseThrow()
                .least()
                .share();
        final DegreeCascade seeing = solve(DegreeMeanField.of(game.degrees(), Response.of(game), 0));

        assertEquals(expecting, seeing.neighbourShare(), 1e-4);
        assertEquals(game.share(expecting), seeing.share(), 1e-4);
    }

    /** Very unequal degrees, and a degree beyond those whose second differences are looked up. */
    @Test
    void largeDegrees() {
        final var unequal =
                solver.solve(DegreeMeanField.of(DegreeLaw.powerLaw(2.5, 2, 300), Response.share("0.18"), 0.02));
        final var large = solver.solve(DegreeMeanField.of(DegreeLaw.regular(2500), Response.share("0.18"), 0.17));

        assertTrue(worst(unequal) < 1e-9, unequal.certificate()::sentence);
        assertTrue(worst(large) < 1e-9, large.certificate()::sentence);
    }

    @Test
    void inWords() {
        final DegreeCascade cascade = solve(watts(6.5, 0.01));

        assertEquals("DegreeCascade[0.01 to 0.998497 in 13 rounds]", cascade.toString());
        assertEquals(
                "On a large random network with mean degree 6.5 a seed of 0.01 ends with a share of 0.9985 gone, after 13 rounds. A"
                        + " vanishing seed would not spread.",
                cascade.explain());
        assertEquals(
                "DegreeMeanField[DegreeLaw[poisson 6.5], seed 0.01]",
                cascade.model().toString());
    }

    /** A certificate that can fail: a higher root, a lower share, and a share that is not that of its neighbours. */
    @Test
    void wrongSharesAreNotCertified() {
        final DegreeMeanField model = DegreeMeanField.of(DegreeLaw.regular(3), Response.count(2), 0.2);
        final DegreeCascade right = solve(model);

        assertInstanceOf(Certificate.Numeric.class, certified(right, right.neighbourShare(), right.share()));
        assertTrue(certified(right, 1, 1).sentence().startsWith("not proven: climbed from the seed, play rests at"));
        assertEquals(
                "not proven: not enclosed within 1.0E-5: too close to a fold",
                certified(right, 0.22, right.share()).sentence());
        assertInstanceOf(Certificate.Unproven.class, certified(right, right.neighbourShare(), right.share() + 1e-9));
    }

    private static Certificate certified(DegreeCascade of, double neighbours, double share) {
        return DegreeMeanFieldVerifier.certify(
                new DegreeCascade(of.model(), neighbours, share, new double[1]), Watch.none());
    }

    @Test
    void stopsWhenTold() {
        final var stopped = assertInstanceOf(
                Answer.Stopped.class, solver.solve(watts(4, 0.01), Watch.none().withCancel(() -> true)));

        assertEquals("cancelled", stopped.why());
        assertFalse(((DegreeCascade) stopped.value()).share() > 0.99);
    }

    @Test
    void refusals() {
        final DegreeLaw law = DegreeLaw.poisson(4);
        refused("seed must be a share in [0, 1], but was NaN", () -> watts(4, Double.NaN));
        refused(
                "degrees must give some a neighbour, but was DegreeLaw[regular 0]; without ties nobody but the seed is moved",
                () -> DegreeMeanField.of(DegreeLaw.regular(0), Response.count(1), 0));
        refused(
                "response must not fall with the neighbours gone, but was 1.0 at 0 of 1 and 0.0 at 1",
                () -> solver.solve(DegreeMeanField.of(law, (gone, degree) -> gone == 0 ? 1 : 0, 0)));
        refused(
                "response(0, 1) must be a share in [0, 1], but was 2.0",
                () -> solver.solve(DegreeMeanField.of(law, (gone, degree) -> 2, 0)));
        refused("q must be a share in [0, 1], but was 1.5", () -> watts(4, 0).share(1.5));
        refused(
                "population must be one law, but was Population[2 agents listed]; take Population.of(heads, law)",
                () -> Response.of(DefectionGame.of(Population.of(0.1, 0.2), Offer.cash(1), Reprisal.none())));
        refused(
                "net gain must rise with the share gone, but the net gain falls by 0.0009766 as the share gone rises from 0 to"
                        + " 0.0009766; use a reprisal that fades as more go",
                () -> Response.of(DefectionGame.of(
                        Population.of(10, CostLaw.normal(0, 1)),
                        Offer.cash(1),
                        NetGain.of(Reprisal.none()).withSolidarity(Curve.linear(1, 0)))));
    }

    private static void refused(String message, Executable call) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
    }
}
