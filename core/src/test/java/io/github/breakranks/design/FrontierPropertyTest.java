package io.github.breakranks.design;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.breakranks.RandomGames;
import io.github.breakranks.Seeds;
import io.github.breakranks.answer.Answer;
import io.github.breakranks.answer.Certificate;
import io.github.breakranks.design.FrontierPoint.Kind;
import io.github.breakranks.equilibrium.EquilibriumSolver;
import io.github.breakranks.equilibrium.RestPoints;
import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.game.TieRule;
import io.github.breakranks.offer.Offer;
import io.github.breakranks.offer.Reprisal;
import io.github.breakranks.offer.Term;
import io.github.breakranks.population.CostLaw;
import io.github.breakranks.population.Population;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class FrontierPropertyTest {
    private static final HostCosts COSTS = new HostCosts(0.2, 0.1, 0.05, 0.01);

    /** As more of an offer never brings fewer (Milgrom and Roberts 1990), no larger share is cheaper; whoever would go anyway is paid too. */
    @Property(tries = 40, seed = Seeds.USUAL)
    void outlayNeverFallsAndExtraDefectionsCostMost(@ForAll("questions") Question question) {
        FrontierPoint before = null;
        for (FrontierPoint point : question.frontier().points()) {
            if (before != null) {
                assertTrue(point.share() >= before.share() - 1e-9, before + " then " + point);
                assertTrue(point.value() >= before.value() - 1e-9, before + " then " + point);
                assertTrue(
                        point.outlay().total() >= before.outlay().total() * (1 - 1e-7) - 1e-9,
                        before + " then " + point);
            }
            assertTrue(point.share() >= point.target() - 1e-9, point.toString());
            assertTrue(!(point.outlay().perExtra() < point.outlay().perHead()), point.toString());
            before = point;
        }
    }

    /** The manifold and the solver of single games know nothing of each other. */
    @Property(tries = 50, seed = Seeds.USUAL)
    void everyPointIsWhereTheGameRests(@ForAll("questions") Question question) {
        final Answer<Frontier> answer = question.solver.solve(question.game);

        assertInstanceOf(
                Certificate.Numeric.class,
                answer.certificate(),
                () -> answer.certificate().sentence() + question);
        for (FrontierPoint point : answer.value().points()) {
            final RestPoints rest = EquilibriumSolver.solver()
                    .solve(question.solver.instrument().set(question.game, point.value()))
                    .value();
            if (point.kind() == Kind.RESTS && point.share() > 0.02 && point.share() < 0.98) {
                final double share = question.solver.reliance() == Reliance.BEST
                        ? rest.greatest().share()
                        : rest.least().share();
                assertEquals(point.share(), share, 1e-4, () -> point + " in " + question);
            }
        }
    }

    /** Mixtures, bounded supports, atoms and lists: whatever is not read off the manifold is solved value by value. */
    @Property(tries = 40, seed = Seeds.USUAL)
    void everyKindOfPopulationIsCertified(@ForAll("populations") DefectionGame game, @ForAll Reliance reliance) {
        Assume.that(game.offer().reach() > 0 && !game.ignores(Term.CASH));
        final Answer<Frontier> answer = FrontierSolver.of(Instrument.of(Term.CASH))
                .withReliance(reliance)
                .withPoints(7)
                .solve(game);

        assertInstanceOf(
                Certificate.Numeric.class,
                answer.certificate(),
                () -> answer.certificate().sentence() + game);
    }

    /** Every point is what play rests at at its value itself where it is attained; else a fold just below it, any other just above. */
    @Property(tries = 30, seed = Seeds.USUAL)
    void pointsOfAtomsAreWhereTheySay(
            @ForAll("atoms") CostLaw law,
            @ForAll("punishments") double punishment,
            @ForAll TieRule ties,
            @ForAll Reliance reliance) {
        final DefectionGame game = DefectionGame.of(Population.of(100, law), Offer.none(), Reprisal.fading(punishment))
                .withTies(ties);
        final Frontier frontier = FrontierSolver.of(Instrument.of(Term.CASH))
                .withReliance(reliance)
                .withPoints(4)
                .solve(game)
                .value();
        for (FrontierPoint point : frontier.points()) {
            final double aside = point.attained() ? 0 : point.kind() == Kind.FOLD ? -1e-9 : 1e-9;
            final double share = RoundByRound.rest(
                    game.with(Term.CASH, Math.max(0, point.value() + aside)), reliance == Reliance.BEST);
            assertEquals(point.share(), share, 1e-9, () -> point + " of " + game + " " + ties);
        }
        assertEquals(
                frontier.efficient().size(),
                frontier.efficient().stream()
                        .map(FrontierPoint::share)
                        .distinct()
                        .count());
    }

    @Provide
    Arbitrary<CostLaw> atoms() {
        return RandomGames.atoms();
    }

    @Provide
    Arbitrary<Double> punishments() {
        return Arbitraries.of(0.0, 0.25, 0.4, 0.5);
    }

    @Provide
    Arbitrary<DefectionGame> populations() {
        final Arbitrary<DefectionGame> atoms = RandomGames.atoms()
                .map(law -> DefectionGame.of(
                        Population.of(100, law), Offer.cash(0.3).withReach(0.8), Reprisal.fading(0.5)));
        return Arbitraries.oneOf(RandomGames.games(), RandomGames.lists(), atoms);
    }

    /** Theory of marginal cost: the slope of the outlay along the manifold. */
    @Property(tries = 20, seed = Seeds.USUAL)
    void marginalCostIsTheSlopeOfTheOutlay(@ForAll("questions") Question question) {
        final Frontier frontier = question.solver
                .withReliance(Reliance.LEAST)
                .solve(question.game)
                .value();
        final double heads = question.game.population().size();
        final double step = 1e-5;
        for (FrontierPoint point : frontier.points()) {
            if (point.kind() != Kind.RESTS || point.share() < 0.05 || point.share() > 0.95) {
                continue;
            }
            final FrontierPoint less = frontier.at(point.share() - step);
            final FrontierPoint more = reached(frontier, point.share() + step);
            if (more == null || less.kind() != Kind.RESTS || more.kind() != Kind.RESTS) {
                continue;
            }
            final double slope = (more.outlay().total() - less.outlay().total()) / (heads * 2 * step);
            final double forward = (more.outlay().total() - point.outlay().total()) / (heads * step);
            if (Math.abs(slope - forward) < 1e-3 * Math.abs(slope)) { // smooth enough there for differences
                assertEquals(slope, point.outlay().marginal(), 2e-3 * Math.abs(slope), () -> point + " in " + question);
            }
        }
    }

    private static FrontierPoint reached(Frontier frontier, double share) {
        return share < frontier.most() - 1e-6 ? frontier.at(share) : null;
    }

    /** From a dense scan of values: none below the one found reaches the target, the next above it does. */
    @Property(tries = 30, seed = Seeds.USUAL)
    void noScannedValueIsCheaper(@ForAll("questions") Question question, @ForAll("shares") double share) {
        final Frontier frontier = question.frontier();
        Assume.that(share <= frontier.most());
        final FrontierPoint point = frontier.at(share);
        final double low = question.solver.instrument().low();
        final double high = Math.min(question.solver.instrument().high(), 2 * point.value() + 0.5);
        for (int k = 0; k <= 200; k++) {
            final double value = low + (high - low) * k / 200;
            final double there = RoundByRound.rest(
                    question.solver.instrument().set(question.game, value),
                    question.solver.reliance() == Reliance.BEST);
            if (value < point.value() - 1e-6) {
                assertTrue(there < share + 1e-9, () -> value + " reaches " + there + " before " + point + question);
            } else if (value > point.value() + 1e-6) {
                assertTrue(
                        there >= share - 1e-9, () -> value + " reaches only " + there + " behind " + point + question);
            }
        }
    }

    /** What reaches a share wherever play rests is what reaches it in the least; trust can only save. */
    @Property(tries = 30, seed = Seeds.USUAL)
    void relyingOnMoreCostsMore(@ForAll("questions") Question question, @ForAll("shares") double share) {
        final Frontier least = question.solver
                .withReliance(Reliance.LEAST)
                .solve(question.game)
                .value();
        Assume.that(share <= least.most());
        final FrontierPoint inLeast = least.at(share);
        final FrontierPoint inEvery = question.solver
                .withReliance(Reliance.EVERY)
                .solve(question.game)
                .value()
                .at(share);
        final FrontierPoint inBest = question.solver
                .withReliance(Reliance.BEST)
                .solve(question.game)
                .value()
                .at(share);

        assertEquals(inLeast.value(), inEvery.value());
        assertTrue(inEvery.outlay().total() >= inLeast.outlay().total() * (1 - 1e-9));
        assertTrue(inBest.value() <= inLeast.value() + 1e-12);
    }

    @Property(tries = 50, seed = Seeds.USUAL)
    void aBudgetBuysBackWhatItPaidFor(@ForAll("questions") Question question, @ForAll("shares") double share) {
        final Frontier frontier = question.frontier();
        Assume.that(share <= frontier.most());
        final double outlay = frontier.at(share).outlay().total();
        Assume.that(outlay >= frontier.points().get(0).outlay().total());
        final FrontierPoint bought = frontier.withBudget(outlay * (1 + 1e-9));

        assertTrue(bought.outlay().total() <= outlay * (1 + 1e-9));
        if (frontier.at(share).attained()) {
            assertTrue(
                    bought.share() >= share - 1e-6,
                    () -> bought + " for the outlay of " + frontier.at(share) + question);
        }
    }

    /** A game and what is asked of it. */
    record Question(DefectionGame game, FrontierSolver solver) {
        Frontier frontier() {
            return solver.solve(game).value();
        }
    }

    @Provide
    Arbitrary<Double> shares() {
        return RandomGames.between(0.01, 0.99);
    }

    /** Laws whose quantiles are quick. */
    private static Arbitrary<CostLaw> laws() {
        return Combinators.combine(
                        RandomGames.between(-0.2, 1.2), RandomGames.between(0.03, 0.5), Arbitraries.of(0, 0, 1, 2))
                .as((middle, spread, kind) -> kind == 0
                        ? CostLaw.normal(middle, spread)
                        : kind == 1
                                ? CostLaw.logistic(middle, spread / 2)
                                : CostLaw.uniform(middle - spread, middle + 2 * spread));
    }

    @Provide
    Arbitrary<Question> questions() {
        final Arbitrary<Offer> offers = Combinators.combine(
                        RandomGames.between(0, 0.5),
                        RandomGames.between(0, 0.5),
                        RandomGames.between(0.2, 1),
                        Arbitraries.of(1.0, 1.0, 0.7))
                .as((cash, refuge, credibility, reach) -> Offer.cash(cash)
                        .withRefuge(refuge)
                        .withCredibility(credibility)
                        .withReach(reach));
        return Combinators.combine(
                        laws(),
                        offers,
                        RandomGames.risingGains(),
                        Arbitraries.of(Term.CASH, Term.CASH, Term.REFUGE, Term.CREDIBILITY, Term.REACH),
                        Arbitraries.of(Reliance.class))
                .as((law, offer, gain, term, reliance) -> new Question(
                        DefectionGame.of(Population.of(1000, law), offer, gain),
                        FrontierSolver.of(Instrument.of(term))
                                .withCosts(COSTS)
                                .withReliance(reliance)
                                .withPoints(10)))
                .filter(question ->
                        !question.game.ignores(question.solver.instrument().term()));
    }
}
