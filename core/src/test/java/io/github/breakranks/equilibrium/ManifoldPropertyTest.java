package io.github.breakranks.equilibrium;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.breakranks.RandomGames;
import io.github.breakranks.Seeds;
import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.offer.Curve;
import io.github.breakranks.offer.NetGain;
import io.github.breakranks.offer.Offer;
import io.github.breakranks.offer.Reprisal;
import io.github.breakranks.offer.Term;
import io.github.breakranks.population.CostLaw;
import io.github.breakranks.population.Population;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The curve of rest points over one term, and the jumps along it. */
class ManifoldPropertyTest {

    /** The value at which a rest point of the game rests is the offer's own; put back, it makes that share rest. */
    @Property(tries = 60, seed = Seeds.USUAL)
    void theValueOfARestPointMakesItRest(@ForAll("games") DefectionGame game, @ForAll("terms") Term term) {
        Assume.that(!game.ignores(term) && (term == Term.REACH || game.offer().reach() > 0));
        final Manifold manifold = Manifold.of(game, term);
        for (RestPoint point :
                EquilibriumSolver.solver().solve(game).orElseThrow().points()) {
            final double share = point.share();
            final double own = game.offer().get(term);
            final boolean moves = game.with(term, own * 0.999).willing(0, share) < share * (1 - 1e-9);
            if (share < 1e-6 || share > 1 - 1e-6 || !moves) {
                continue; // saturated: other values do as well
            }
            final double value = manifold.value(share);

            assertEquals(own, value, 1e-6 * Math.max(1, own), () -> game + " at " + share);
            final double near = Math.min(term.high(), value);
            assertEquals(share, game.with(term, near).willing(0, share), 1e-9);
        }
    }

    /** Jumps up come in ascending, jumps down in descending order of the value; each is at a fold, and leads away from it. */
    @Property(tries = 60, seed = Seeds.USUAL)
    void jumpsAreRecordsInOrder(@ForAll("laws") CostLaw law, @ForAll("company") double company) {
        final Tipping tipping = TippingSolver.shift(law, Curve.rising(company, 1));

        double before = Double.NEGATIVE_INFINITY;
        double reached = 0;
        for (Jump jump : tipping.jumpsUp()) {
            assertTrue(jump.value() > before && jump.to() > jump.from() && jump.from() >= reached - 1e-9);
            before = jump.value();
            reached = jump.to();
        }
        before = Double.POSITIVE_INFINITY;
        reached = 1;
        for (Jump jump : tipping.jumpsDown()) {
            assertTrue(jump.value() < before && jump.to() < jump.from() && jump.from() <= reached + 1e-9);
            before = jump.value();
            reached = jump.to();
        }
        assertEquals(
                tipping.folds().size(),
                2 * tipping.folds().stream().filter(Fold::maximum).count());
        if (!tipping.jumpsUp().isEmpty()) {
            final double highest =
                    tipping.jumpsUp().get(tipping.jumpsUp().size() - 1).value();
            assertTrue(tipping.tippingOffer() == highest && tipping.collapseOffer() <= highest);
        }
    }

    /** From one rest point to the next as the shift rises: the least one jumps where the tipping says, and only there. */
    @Property(tries = 40, seed = Seeds.USUAL)
    void theLeastJumpsJustAtTheRecords(@ForAll("laws") CostLaw law, @ForAll("company") double company) {
        final List<Jump> jumps =
                TippingSolver.shift(law, Curve.rising(company, 1)).jumpsUp();
        for (Jump jump : jumps) {
            Assume.that(jump.to() - jump.from() > 1e-3);
            final double width = 1e-7;
            assertTrue(least(law, company, jump.value() - width) <= jump.from() + 1e-9, () -> law + " " + jump);
            assertEquals(jump.to(), least(law, company, jump.value() + width), 5e-3, () -> law + " " + jump);
        }
    }

    private static double least(CostLaw law, double company, double shift) {
        final NetGain gain = NetGain.of(Reprisal.none()).withSolidarity(company).withStaying(-shift);
        return EquilibriumSolver.solver()
                .solve(DefectionGame.of(Population.of(10, law), Offer.none(), gain))
                .orElseThrow()
                .least()
                .share();
    }

    /** Atoms among smooth costs fold the curve at the atom, wherever the grid of shares lies. */
    @Property(tries = 8, seed = Seeds.USUAL)
    void anAtomAmongSmoothCostsFolds(@ForAll("inner") double at, @ForAll("inner") double weight) {
        final double cost = at;
        final CostLaw law = CostLaw.mixture(
                0.1 + 0.3 * weight, CostLaw.atoms(new double[] {cost}, new double[] {1}), CostLaw.uniform(-1, 2));
        final Tipping tipping = TippingSolver.shift(law, Curve.rising(0.5, 1));

        // below the atom the curve rises (slope 3/(1-w) - .5), over it falls by .5 w, above it rises again
        assertEquals(1, tipping.jumpsUp().size(), tipping::toString);
        final double below = law.below(cost);
        assertEquals(below, tipping.up().orElseThrow().from(), 1e-9);
        assertEquals(cost - 0.5 * below, tipping.tippingOffer(), 1e-9);
        assertEquals(law.cdf(cost), tipping.down().orElseThrow().from(), 1e-9);
        assertEquals(cost - 0.5 * law.cdf(cost), tipping.collapseOffer(), 1e-9);
    }

    @Example
    void refusesWhatItCannotDraw() {
        final DefectionGame list = DefectionGame.of(Population.of(0.1, 0.2), Offer.cash(0.2), Reprisal.none());
        final DefectionGame law =
                DefectionGame.of(Population.of(10, CostLaw.uniform(0, 1)), Offer.cash(0.2), Reprisal.none());

        assertEquals(
                "population must be a law, but was Population[2 agents listed]; take Population.of(heads, law) or the tipping of the"
                        + " list",
                refused(() -> Manifold.of(list, Term.CASH)));
        assertEquals(
                "share must be a share in [0, 1], but was NaN",
                refused(() -> Manifold.of(law, Term.CASH).value(Double.NaN)));
        assertEquals(
                "points must be >= 2 [rows], but was 1",
                refused(() -> Manifold.of(law, Term.CASH).table(1)));
        assertEquals(
                "gone [share],cash [unit of the game]\n0.25,0.25\n0.75,0.75\n",
                Manifold.of(law, Term.CASH).table(2).csv());
        assertEquals("Manifold[cash, 0 folds]", Manifold.of(law, Term.CASH).toString());
        assertFalse(Manifold.of(law, Term.CASH).name().isEmpty());
    }

    private static String refused(org.junit.jupiter.api.function.Executable work) {
        return assertThrows(IllegalArgumentException.class, work).getMessage();
    }

    @Provide
    Arbitrary<DefectionGame> games() {
        return RandomGames.games();
    }

    @Provide
    Arbitrary<CostLaw> laws() {
        return RandomGames.laws();
    }

    @Provide
    Arbitrary<Term> terms() {
        return Arbitraries.of(Term.CASH, Term.REFUGE, Term.CREDIBILITY, Term.REACH, Term.FAMILY);
    }

    @Provide
    Arbitrary<Double> inner() {
        return RandomGames.between(0.05, 0.95);
    }

    @Provide
    Arbitrary<Double> company() {
        return RandomGames.between(0.1, 2);
    }
}
