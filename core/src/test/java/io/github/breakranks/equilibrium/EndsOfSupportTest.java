package io.github.breakranks.equilibrium;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.offer.Curve;
import io.github.breakranks.offer.NetGain;
import io.github.breakranks.offer.Offer;
import io.github.breakranks.offer.Reprisal;
import io.github.breakranks.population.CostLaw;
import io.github.breakranks.population.Population;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a law saturates, shares sit exactly at 0 and 1, and rounding there is neither a rest point nor a fold. */
class EndsOfSupportTest {

    @Test
    void nobodyAndEverybodyAreExact() {
        NetGain gain = NetGain.of(Reprisal.none()).withSolidarity(Curve.linear(-0.1, 1.9));
        var rest = EquilibriumSolver.solver()
                .solve(DefectionGame.of(Population.of(100, CostLaw.uniform(0, 1)), Offer.none(), gain))
                .orElseThrow();

        assertEquals(3, rest.points().size());
        assertEquals(0.0, rest.least().share());
        assertEquals(0.0, rest.least().residual());
        assertEquals(1.0, rest.greatest().share());
        assertEquals(0.0, rest.greatest().staying());
        assertEquals(0.0, rest.greatest().residual());
    }

    /**
     * {@code b(x) = F^-1(x) - 0.9 x} for Beta(2, 5) costs: {@code F(c) = 1 - (1-c)^6 - 6 c (1-c)^5} turns where {@code 27 c (1-c)^4 = 1}.
     * At share 1 it ends higher than there, but it climbs to that end: nothing jumps.
     */
    @ParameterizedTest(name = "Beta parts mixed: {0}")
    @CsvSource({"false", "true"})
    void aManifoldThatClimbsToItsEndDoesNotFoldThere(boolean mixed) {
        CostLaw beta = CostLaw.beta(2, 5);
        Tipping tipping = TippingSolver.shift(mixed ? CostLaw.mixture(0.5, beta, beta) : beta, Curve.rising(0.9, 1));

        assertEquals(0.020783964084398, tipping.tippingOffer(), 1e-12);
        assertEquals(0.026260792909111, tipping.up().orElseThrow().from(), 1e-6);
        assertEquals(-0.303914215089196, tipping.collapseOffer(), 1e-12);
        assertEquals(0.860171343740553, tipping.down().orElseThrow().from(), 1e-6);
        assertEquals(2, tipping.folds().size());
    }
}
