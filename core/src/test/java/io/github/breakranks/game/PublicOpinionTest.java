package io.github.breakranks.game;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.breakranks.answer.Certificate;
import io.github.breakranks.equilibrium.EquilibriumSolver;
import io.github.breakranks.equilibrium.Opposition;
import io.github.breakranks.equilibrium.RestPoints;
import io.github.breakranks.network.Exposure;
import io.github.breakranks.offer.Curve;
import io.github.breakranks.offer.Offer;
import io.github.breakranks.population.CostLaw;
import io.github.breakranks.population.Population;
import org.junit.jupiter.api.Test;

/** Kuran's model of public opinion. */
class PublicOpinionTest {
    private static final Curve FADING = Curve.fading(0.6, 1);
    private static final Curve NONE = Curve.constant(0);

    private static PublicOpinion opinion(CostLaw preferences) {
        return PublicOpinion.of(Population.of(1000, preferences), NONE, FADING);
    }

    /** By hand: T(S) = (1 - G)/2 with G = -.6 (1 - S), so T(0) = .8 and T(1) = .5; even preferences give P = 1 - T. */
    @Test
    void evenPreferencesByHand() {
        final PublicOpinion opinion = opinion(CostLaw.uniform(0, 1));

        assertEquals("PublicOpinion[1000, uniform(0.0, 1.0)]", opinion.toString());
        assertEquals(0.8, opinion.threshold(0), 1e-15);
        assertEquals(0.65, opinion.threshold(0.5), 1e-15);
        assertEquals(0.5, opinion.threshold(1));
        assertEquals(0.2, opinion.propagation(0), 1e-15);
        assertEquals(0.2, opinion.game().willing(0, 0), 1e-15);
        // S = .2 + .3 S
        final RestPoints rest = EquilibriumSolver.solver().solve(opinion.game()).orElseThrow();
        assertEquals(1, rest.points().size());
        assertEquals(0.2 / 0.7, rest.least().share(), 1e-15);
        final Opposition opposition = Opposition.of(rest);
        assertEquals(0.5, opposition.wantOut(), 1e-15);
        assertEquals(0.5 - 0.2 / 0.7, opposition.hidden(), 1e-15);
        assertEquals(0, opposition.reluctant());
    }

    /** By hand: integrity of weight w makes T = (1 - G/w)/2; at w = .3 nobody opposes alone, as G(0) = -.6 < -.3. */
    @Test
    void littleIntegrityLeavesNobodyToBegin() {
        final PublicOpinion opinion = opinion(CostLaw.uniform(0, 1)).withIntegrity(0.3);

        assertEquals(Double.POSITIVE_INFINITY, opinion.threshold(0));
        assertEquals(0, opinion.propagation(0));
        assertEquals(1, opinion.threshold(0.5), 1e-15);
        assertEquals(-0.3, opinion.cost(1), 1e-15);
        assertEquals(0, opinion.cost(0.5));
    }

    @Test
    void countsOfRestPointsStayProven() {
        for (CostLaw law : new CostLaw[] {
            CostLaw.uniform(0, 1),
            CostLaw.beta(4, 3),
            CostLaw.mixture(0.3, CostLaw.beta(2, 5), CostLaw.uniform(0.2, 0.9))
        }) {
            final var answer = EquilibriumSolver.solver()
                    .solve(PublicOpinion.of(Population.of(1000, law), Curve.rising(0.9, 1), Curve.fading(0.9, 1))
                            .game());
            assertInstanceOf(Certificate.Proven.class, answer.certificate(), () -> law + ": " + answer);
        }
    }

    /** Integrity u given as any other function answers as the straight line does, but nothing is proven. */
    @Test
    void anyRisingIntegrity() {
        final PublicOpinion straight = opinion(CostLaw.beta(4, 3));
        final PublicOpinion same = straight.withIntegrity(u -> u);
        final PublicOpinion curved = straight.withIntegrity(Math::sqrt);

        assertEquals(straight.propagation(0.4), same.propagation(0.4), 1e-15);
        assertEquals(straight.game().willing(0, 0.4), same.game().willing(0, 0.4), 1e-15);
        assertEquals(straight.game().unwilling(0, 0.4), same.game().unwilling(0, 0.4), 1e-15);
        // sqrt(1-z) - sqrt(z) = -.6 at 1 - 2 sqrt(z(1-z)) = .36, z(1-z) = .1024, z = (1 + sqrt(.5904))/2
        assertEquals((1 + Math.sqrt(0.5904)) / 2, curved.threshold(0), 1e-12);
        assertInstanceOf(
                Certificate.Unproven.class,
                EquilibriumSolver.solver().solve(curved.game()).certificate());
    }

    @Test
    void listsAndGroups() {
        final PublicOpinion list = PublicOpinion.of(Population.of(0.9, 0.7, 0.5, 0.1), NONE, FADING);
        final PublicOpinion groups = PublicOpinion.of(
                Population.join(
                        Population.of(600, CostLaw.beta(2, 3)).named("town").withInfluence(2),
                        Population.of(400, CostLaw.uniform(0, 1)).named("country")),
                NONE,
                FADING);

        assertEquals(-0.8, list.game().population().cost(0), 1e-15);
        assertEquals(0, list.game().population().cost(2));
        assertEquals(0.25, list.propagation(0));
        assertEquals(2, groups.game().groups());
        assertEquals(2, groups.game().population().groups().get(0).influence());
        assertEquals(0.2, groups.game().on(Exposure.homophily(0.5)).willing(1, 0), 1e-15);
    }

    /** An offer comes on top of reputation. */
    @Test
    void takesAnOffer() {
        final DefectionGame game = opinion(CostLaw.uniform(0, 1)).game().withOffer(Offer.cash(0.2));

        assertEquals(0.3, game.willing(0, 0), 1e-15);
    }

    @Test
    void refusesWhatTheModelDoesNotAllow() {
        assertRefused(
                "preferences must be in [0, 1] [private preference], but was normal(0.5, 0.5) with a share 0.15865525393145705"
                        + " below and 0.15865525393145705 above",
                () -> opinion(CostLaw.normal(0.5, 0.5)));
        assertRefused(
                "preferences[1] must be in [0, 1] [private preference], but was 1.5",
                () -> PublicOpinion.of(Population.of(0, 1.5), NONE, FADING));
        assertRefused(
                "opposed - loyal must rise with the share opposed, but the net gain falls by 0.0005859 as the share gone rises from"
                        + " 0 to 0.0009766",
                () -> PublicOpinion.of(Population.of(0.5), FADING, NONE));
        assertRefused(
                "newWeight must be finite and > 0.0 [unit of the game], but was NaN",
                () -> opinion(CostLaw.uniform(0, 1)).withIntegrity(Double.NaN));
        assertRefused(
                "newIntegrity must rise [unit of the game], but was 0.0 at 0.0 and 0.0 at 9.765625E-4",
                () -> opinion(CostLaw.uniform(0, 1)).withIntegrity(u -> 0));
        assertRefused(
                "newIntegrity(0) must be finite [unit of the game], but was NaN",
                () -> opinion(CostLaw.uniform(0, 1)).withIntegrity(u -> Double.NaN));
        assertRefused(
                "preference must be in [0, 1] [private preference], but was NaN",
                () -> opinion(CostLaw.uniform(0, 1)).cost(Double.NaN));
        assertRefused(
                "opposed must be a share in [0, 1], but was -1.0",
                () -> opinion(CostLaw.uniform(0, 1)).threshold(-1));
    }

    private static void assertRefused(String message, org.junit.jupiter.api.function.Executable call) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
    }
}
