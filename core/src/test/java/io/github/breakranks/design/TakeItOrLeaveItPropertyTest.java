package io.github.breakranks.design;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.breakranks.RandomGames;
import io.github.breakranks.Seeds;
import io.github.breakranks.answer.Answer;
import io.github.breakranks.answer.Certificate;
import io.github.breakranks.equilibrium.EquilibriumSolver;
import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.network.Exposure;
import io.github.breakranks.offer.Offer;
import io.github.breakranks.offer.Reprisal;
import io.github.breakranks.offer.Term;
import io.github.breakranks.population.CostLaw;
import io.github.breakranks.population.Population;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The best single offer against all amounts, and its comparative statics. */
class TakeItOrLeaveItPropertyTest {

    /** Whatever the game: no cash of a scan gains more, and what is claimed comes. */
    @Property(tries = 12, seed = Seeds.USUAL)
    void noCashGainsMore(@ForAll("games") DefectionGame game, @ForAll("worths") double worth) {
        final Answer<SingleOffer> answer = TakeItOrLeaveIt.of(worth).solve(game);
        final SingleOffer offer = answer.orElseThrow();

        for (int n = 0; n <= 60; n++) {
            final double cash = worth * n / 60;
            assertTrue((worth - cash) * least(game, cash) <= offer.surplus() + 1e-9, "at cash " + cash);
        }
        final double above = offer.cash() + (offer.attained() ? 0 : 1e-8);
        if (offer.kind() != SingleOffer.Kind.NONE) {
            assertTrue(least(game, above) >= offer.share() - 1e-4);
        }
        assertTrue(
                answer.certificate() instanceof Certificate.Numeric numeric && numeric.worst() < 0.01 * worth,
                answer.certificate()::sentence);
    }

    /** Where nobody minds the others and costs are smooth: V = p + F/f inside, whatever is regular has one such cash. */
    @Property(tries = 30, seed = Seeds.USUAL)
    void worthIsVirtualCost(@ForAll("smooth") CostLaw law, @ForAll("worths") double worth) {
        final DefectionGame game = DefectionGame.of(Population.of(1000, law), Offer.cash(0), Reprisal.none());
        final SingleOffer offer = TakeItOrLeaveIt.of(worth).solve(game).orElseThrow();

        // Where the density falls to nothing between the last two numbers below the end, no cash solves it.
        final boolean inside = offer.cash() > 0.01 && law.survival(offer.cash()) > 1e-6;
        if (offer.kind() == SingleOffer.Kind.STATIONARY && inside && law.density(offer.cash()) > 0.01) {
            assertEquals(worth, offer.cash() + law.cdf(offer.cash()) / law.density(offer.cash()), 1e-6);
        }
        assertTrue(offer.attained());
    }

    /** Monotone comparative statics (Topkis 1998): who is worth more is not hired less, and the surplus is convex in the worth. */
    @Property(tries = 8, seed = Seeds.USUAL)
    void worthBringsMore(
            @ForAll("games") DefectionGame game, @ForAll("worths") double worth, @ForAll("worths") double more) {
        final SingleOffer low = TakeItOrLeaveIt.of(worth).solve(game).orElseThrow();
        final SingleOffer high = TakeItOrLeaveIt.of(worth + more).solve(game).orElseThrow();
        final SingleOffer middle =
                TakeItOrLeaveIt.of(worth + more / 2).solve(game).orElseThrow();

        assertTrue(high.share() >= low.share() - 1e-6);
        assertTrue(high.surplus() >= low.surplus() + more * low.share() - 1e-9);
        assertTrue(middle.surplus() <= (low.surplus() + high.surplus()) / 2 + 1e-9);
    }

    /** Atoms: the best is at one of them, found by trying all. */
    @Property(tries = 100, seed = Seeds.USUAL)
    void atomsAreTriedOneByOne(@ForAll("atoms") CostLaw law, @ForAll("worths") double worth) {
        final DefectionGame game = DefectionGame.of(Population.of(1000, law), Offer.cash(0), Reprisal.none());
        final SingleOffer offer = TakeItOrLeaveIt.of(worth).solve(game).orElseThrow();
        double best = 0;
        for (int eighths = 0; eighths <= 16; eighths++) {
            best = Math.max(best, (worth - eighths / 8.0) * law.cdf(eighths / 8.0));
        }

        assertEquals(best, offer.surplus(), 1e-12);
        assertTrue(offer.attained());
    }

    /** What may be told apart may be paid apart, and never gains less. */
    @Property(tries = 2, seed = Seeds.USUAL)
    void cashByGroupNeverGainsLess(
            @ForAll("smooth") CostLaw one, @ForAll("smooth") CostLaw other, @ForAll("worths") double worth) {
        final DefectionGame game = DefectionGame.of(
                        Population.join(
                                Population.of(500, one).named("one"),
                                Population.of(500, other).named("other")),
                        Offer.cash(0),
                        Reprisal.fading(0.3))
                .on(Exposure.homophily(1));
        final double uniform =
                TakeItOrLeaveIt.of(worth).solve(game).orElseThrow().surplus();
        final double own = TakeItOrLeaveIt.of(worth)
                .forEachGroup()
                .solve(game)
                .orElseThrow()
                .surplus();

        assertTrue(own >= uniform - 1e-8);
    }

    private static double least(DefectionGame game, double cash) {
        return EquilibriumSolver.solver()
                .solve(game.with(Term.CASH, cash))
                .value()
                .least()
                .share();
    }

    @Provide
    Arbitrary<DefectionGame> games() {
        return RandomGames.games();
    }

    @Provide
    Arbitrary<CostLaw> smooth() {
        return RandomGames.smoothLaws();
    }

    @Provide
    Arbitrary<CostLaw> atoms() {
        return RandomGames.atoms();
    }

    @Provide
    Arbitrary<Double> worths() {
        return Arbitraries.oneOf(RandomGames.between(0.05, 1), RandomGames.between(0.05, 3));
    }
}
