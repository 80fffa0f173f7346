package io.github.breakranks.equilibrium;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.offer.NetGain;
import io.github.breakranks.offer.Offer;
import io.github.breakranks.offer.Reprisal;
import io.github.breakranks.offer.Term;
import io.github.breakranks.population.CostLaw;
import io.github.breakranks.population.Population;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Known answers on the potential and the equal-area offer. */
class PotentialTest {
    private static DefectionGame logistic(double cash) {
        return DefectionGame.of(
                Population.of(1_000, CostLaw.logistic(0.6, 0.1)),
                Offer.cash(cash),
                NetGain.of(Reprisal.none()).withSolidarity(1));
    }

    private static RestPoints rest(DefectionGame game) {
        return EquilibriumSolver.solver().solve(game).orElseThrow();
    }

    /** By symmetry {@code b_PM = mu - a / 2}; the open offer needs {@code b_T = .280955}. */
    @Test
    void logisticCosts() {
        assertEquals(0.100, Potential.switchOffer(logistic(0), Term.CASH).orElseThrow(), 1e-12);
        final Tipping tipping = TippingSolver.of(Term.CASH).solve(logistic(0)).orElseThrow();
        assertEquals(0.280955, tipping.up().orElseThrow().value(), 5e-7);
    }

    /** {@code D = b - (1 - s)^2 - c}, c ~ N(.5, .12). */
    @Test
    void normalCostsUnderAConvexReprisal() {
        final DefectionGame game = DefectionGame.of(
                Population.of(1_000, CostLaw.normal(0.5, 0.12)), Offer.cash(0.8), Reprisal.fading(1, 2));
        final double offer = Potential.switchOffer(game, Term.CASH).orElseThrow();
        final RestPoints there = rest(game.with(Term.CASH, offer));

        assertEquals(0.833235, offer, 5e-7);
        assertEquals(1.4e-8, there.least().share(), 5e-10);
        assertEquals(0.997256, there.greatest().share(), 5e-7);
        assertEquals(0, Potential.of(there.game()).rise(there.least(), there.greatest()), 1e-12); // equal areas
    }

    /** One soldier in two has the cost c, the others cost 0 or 1: the area under the law is known, wherever the atom lies. */
    @Test
    void atomsAnywhere() {
        for (double atom : new double[] {0.001, 0.47, 0.51, 0.53, 0.998}) {
            final CostLaw law = CostLaw.atoms(new double[] {0, atom, 1}, new double[] {0.25, 0.5, 0.25});
            final DefectionGame game = DefectionGame.of(Population.of(8, law), Offer.cash(0.6), Reprisal.none());

            assertEquals(0.6 - 0.5 * atom - 0.25, Potential.of(game).rise(0, 1), 1e-12, () -> "atom at " + atom);
        }
    }

    @Test
    void theSelectedRestPointChangesThere() {
        final RestPoints below = rest(logistic(0.0999));
        final RestPoints above = rest(logistic(0.1001));

        assertEquals(below.least(), below.at(Selection.POTENTIAL));
        assertEquals(above.greatest(), above.at(Selection.POTENTIAL));
        assertEquals(above.least(), above.at(Selection.LEAST));
        assertEquals(above.greatest(), above.at(Selection.GREATEST));
        assertEquals(above.greatest().share() - above.least().share(), above.gap());
        assertEquals(above.gap(), above.gapOf(0));
    }

    /** Costs U[0, 1], {@code P(s) = (B - r) s - (1 - r) s^2 / 2}. */
    @Test
    void evenCostsHaveAQuadraticPotential() {
        final Potential potential = Potential.of(
                DefectionGame.of(Population.of(10, CostLaw.uniform(0, 1)), Offer.cash(0.6), Reprisal.fading(0.3)));
        for (double share = 0; share <= 1; share += 0.125) {
            assertEquals(0.3 * share - 0.35 * share * share, potential.rise(0, share), 1e-15);
            assertEquals(-potential.rise(0, share), potential.rise(share, 0), 1e-15);
        }
    }

    /** Whatever money is counted in. */
    @Test
    void scalesWithTheUnitOfMoney() {
        for (int power : new int[] {-60, -30, 0, 30, 60}) {
            final double unit = Math.scalb(1.0, power);
            final DefectionGame game = DefectionGame.of(
                    Population.of(1_000, CostLaw.normal(0.5 * unit, 0.12 * unit)),
                    Offer.cash(0.84 * unit),
                    Reprisal.fading(unit, 2));
            final RestPoints there = rest(game);
            final DefectionGame plain = DefectionGame.of(
                    Population.of(1_000, CostLaw.normal(0.5, 0.12)), Offer.cash(0.84), Reprisal.fading(1, 2));
            final RestPoints known = rest(plain);
            assertEquals(
                    Potential.of(plain).rise(known.least(), known.greatest()),
                    Potential.of(game).rise(there.least(), there.greatest()) / unit,
                    1e-12,
                    "power " + power);
        }
    }

    /** Atoms at -1, 0 and 2, a third each, gain s: areas of the steps. */
    @Test
    void atoms() {
        final Potential potential = Potential.of(DefectionGame.of(
                Population.of(3, CostLaw.empirical(-1, 0, 2)),
                Offer.none(),
                NetGain.of(Reprisal.none()).withSolidarity(1)));

        assertEquals(1 / 3.0 + 1 / 18.0, potential.rise(0, 1 / 3.0), 1e-12);
        assertEquals(1 / 6.0, potential.rise(1 / 3.0, 2 / 3.0), 1e-12);
        assertEquals(0.5 - 1 / 3.0, potential.rise(0, 1), 1e-12);
    }

    @Test
    void noSwitchWhereNothingTips() {
        final DefectionGame game = DefectionGame.of(
                Population.of(1_000, CostLaw.normal(0.25, 0.12)), Offer.cash(0.2), Reprisal.fading(0.2));
        assertEquals(OptionalDouble.empty(), Potential.switchOffer(game, Term.CASH));
    }

    @Test
    void refusesWhatHasNoPotential() {
        final Offer offer = Offer.cash(0.5);
        refused(
                "population must be a law, but was Population[2 agents listed]; take Population.of(heads, law)",
                () -> Potential.of(DefectionGame.of(Population.of(0.1, 0.2), offer, Reprisal.none())));
        refused(
                "reach must be 1 [share] for a potential, but was 0.5; take those whom word has reached as the population",
                () -> Potential.of(logistic(0.1).with(Term.REACH, 0.5)));
        refused(
                "from must be a share in [0, 1], but was NaN",
                () -> Potential.of(logistic(0.1)).rise(Double.NaN, 1));
        refused(
                "to must be a share in [0, 1], but was 1.5",
                () -> Potential.of(logistic(0.1)).rise(0, 1.5));
        final Population two = Population.join(
                Population.of(10, CostLaw.normal(0, 1)).named("a"),
                Population.of(10, CostLaw.normal(0, 1)).named("b"));
        refused(
                "population must be one group, but was " + two,
                () -> Potential.of(DefectionGame.of(two, offer, Reprisal.none())));
    }

    private static void refused(String message, Executable call) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
    }
}
