package io.github.breakranks.design;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.breakranks.Seeds;
import io.github.breakranks.answer.Certificate;
import io.github.breakranks.cascade.WellMixedCascade;
import io.github.breakranks.equilibrium.EquilibriumSolver;
import io.github.breakranks.equilibrium.RestPoints;
import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.game.Thresholds;
import io.github.breakranks.offer.Term;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

/** What holds of the cheapest offers to all games. */
class CheapestPropertyTest {
    private static final Term[] TERMS = {Term.CASH, Term.REFUGE, Term.CREDIBILITY, Term.FAMILY, Term.REACH};
    private static final double ASIDE = 1e-8;

    private static RestPoints rest(DefectionGame game) {
        return EquilibriumSolver.solver().solve(game).value();
    }

    /** Less fails and more works, for every term. */
    @Property(tries = 100, seed = Seeds.USUAL)
    void lessFailsAndMoreWorks(
            @ForAll long seed,
            @ForAll @DoubleRange(min = 0.01, max = 0.99) double target,
            @ForAll @IntRange(max = 4) int term) {
        final DefectionGame game = RandomGames.ofLaw(seed);
        final Instrument instrument = Instrument.of(TERMS[term]);
        final var answer = CheapestSolver.of(instrument).reaching(target).solve(game);
        final DesignedOffer offer = answer.orElseThrow();
        final double high = Math.min(TERMS[term].high(), 1e6);
        if (!offer.possible()) {
            assertTrue(rest(game.with(TERMS[term], high)).least().share() < target + 1e-9);
            return;
        }
        assertInstanceOf(
                Certificate.Proven.class,
                answer.certificate(),
                () -> answer.certificate().sentence() + game);
        assertTrue(offer.share() >= target - 1e-9);
        final double more = Math.min(high, offer.value() + ASIDE);
        assertTrue(rest(game.with(TERMS[term], more)).least().share() >= target - 1e-9);
        if (offer.value() > ASIDE) {
            assertTrue(
                    rest(game.with(TERMS[term], offer.value() - ASIDE)).least().share() < target);
        }
    }

    /** The greatest rest point holds from the value on, and not below. */
    @Property(tries = 30, seed = Seeds.USUAL)
    void theBestHoldsAndLessDoesNot(@ForAll long seed, @ForAll @DoubleRange(min = 0.01, max = 0.99) double target) {
        final DefectionGame game = RandomGames.ofLaw(seed);
        final DesignedOffer offer = CheapestSolver.of(Term.CASH)
                .reaching(Target.of(target).inBest())
                .solve(game)
                .orElseThrow();
        assertTrue(rest(game.with(Term.CASH, offer.value() + ASIDE)).greatest().share() >= target - 1e-9);
        assertTrue(offer.attained());
        if (offer.value() > ASIDE) {
            assertTrue(
                    rest(game.with(Term.CASH, offer.value() - ASIDE)).greatest().share() < target);
        }
    }

    /** A larger target never costs less; every costs no less than least, and needs the same offer; best costs no more. */
    @Property(tries = 30, seed = Seeds.USUAL)
    void targetsAndReliancesAreOrdered(@ForAll long seed, @ForAll @DoubleRange(min = 0.02, max = 0.95) double target) {
        final DefectionGame game = RandomGames.ofLaw(seed);
        final CheapestSolver solver = CheapestSolver.of(Term.CASH);
        final DesignedOffer least = solver.reaching(target).solve(game).orElseThrow();
        final DesignedOffer more = solver.reaching(target + 0.04).solve(game).orElseThrow();
        final DesignedOffer every =
                solver.reaching(Target.of(target).inEvery()).solve(game).orElseThrow();
        final DesignedOffer best =
                solver.reaching(Target.of(target).inBest()).solve(game).orElseThrow();
        assertTrue(more.outlay() >= least.outlay() * (1 - 1e-9));
        assertEquals(least.value(), every.value());
        assertTrue(every.outlay() >= least.outlay() * (1 - 1e-9));
        assertTrue(best.value() <= least.value() + 1e-9);
    }

    /** A list by brute force: the cheapest is among the values at which some agent is indifferent at some count. */
    @Property(tries = 60, seed = Seeds.USUAL)
    void listsByBruteForce(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 9) int agents,
            @ForAll @DoubleRange(min = 0.01, max = 1) double target) {
        final DefectionGame game = RandomGames.ofList(seed, agents);
        final double[] values = new double[agents * agents + 1];
        for (int r = 0; r < agents; r++) {
            final double gone = agents == 1 ? 0 : (double) r / (agents - 1);
            for (int i = 0; i < agents; i++) {
                values[r * agents + i] = Math.max(
                        0,
                        game.gain()
                                .valueFor(
                                        Term.CASH,
                                        game.offer(),
                                        0,
                                        gone,
                                        game.population().cost(i)));
            }
        }
        final double wanted = Math.ceil(target * agents - 1e-9);
        final double cheapest = Arrays.stream(values)
                .filter(value -> WellMixedCascade.solver()
                                .solve(Thresholds.of(game.with(Term.CASH, value * (1 + 1e-12) + 1e-15)))
                                .value()
                                .gone()
                        >= wanted)
                .min()
                .orElseThrow();
        final var answer = CheapestSolver.of(Term.CASH).reaching(target).solve(game);
        assertEquals(cheapest, answer.orElseThrow().value(), 1e-13);
        assertTrue(answer.orElseThrow().gone() >= wanted);
        assertInstanceOf(Certificate.Proven.class, answer.certificate());
    }

    /** More instruments and wider bounds never cost more, and no offer on a grid costs less than the bound. */
    @Property(tries = 6, seed = Seeds.USUAL)
    void moreInstrumentsAndWiderBounds(@ForAll long seed, @ForAll @DoubleRange(min = 0.05, max = 0.9) double target) {
        final DefectionGame game = RandomGames.ofLaw(seed);
        final Instrument cash = Instrument.of(Term.CASH).upTo(3);
        final Instrument family = Instrument.of(Term.FAMILY);
        final HostCosts costs = HostCosts.cashOnly().withFamily(0.05).withReception(0.1);
        final DesignedOffer alone =
                CheapestSolver.of(cash).reaching(target).at(costs).solve(game).orElseThrow();
        final var answer =
                CheapestSolver.of(cash, family).reaching(target).at(costs).solve(game);
        final DesignedOffer both = answer.orElseThrow();
        final DesignedOffer narrow = CheapestSolver.of(cash, family.upTo(0.5))
                .reaching(target)
                .at(costs)
                .solve(game)
                .orElseThrow();
        if (!both.possible()) {
            assertTrue(!alone.possible() && !narrow.possible());
            return;
        }
        assertTrue(both.gap() <= 1e-3, () -> "gap " + both.gap());
        assertTrue(!alone.possible() || both.outlay() <= alone.outlay() * (1 + 1e-7));
        assertTrue(!narrow.possible() || both.outlay() <= narrow.outlay() * (1 + 1e-3));
        assertInstanceOf(
                Certificate.Numeric.class,
                answer.certificate(),
                () -> answer.certificate().sentence());
        for (int i = 0; i <= 40; i++) {
            for (int k = 0; k <= 10; k++) {
                final DefectionGame tried = game.with(Term.CASH, 3.0 * i / 40).with(Term.FAMILY, k / 10.0);
                final var least = rest(tried).least();
                if (least.share() >= target) {
                    assertTrue(costs.outlay(tried, least) >= both.lowerBound() * (1 - 1e-9));
                }
            }
        }
    }

    /** An offer for each rank never costs more than the same for all. */
    @Property(tries = 5, seed = Seeds.USUAL)
    void discriminatingCostsNoMore(@ForAll long seed, @ForAll @DoubleRange(min = 0.2, max = 0.8) double target) {
        final DefectionGame game = RandomGames.ofTwo(seed);
        final Instrument cash = Instrument.of(Term.CASH).upTo(3);
        final DesignedOffer uniform =
                CheapestSolver.of(cash).reaching(target).solve(game).orElseThrow();
        final DesignedOffer byRank = CheapestSolver.of(cash.forGroup("officers"), cash.forGroup("men"))
                .reaching(target)
                .solve(game)
                .orElseThrow();
        assertTrue(byRank.lowerBound() <= uniform.outlay() * (1 + 1e-9));
        assertTrue(byRank.outlay() <= uniform.outlay() * (1 + 1e-3), byRank::explain);
    }
}
