package io.github.breakranks.design;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.breakranks.Seeds;
import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.offer.Offer;
import io.github.breakranks.offer.Reprisal;
import io.github.breakranks.offer.Term;
import io.github.breakranks.population.CostLaw;
import io.github.breakranks.population.Population;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What one solver of this package says, another says as well where their questions meet. */
class DesignNestingPropertyTest {

    /** A question that every solver of one instrument takes. */
    record Question(DefectionGame game, Instrument instrument, Reliance reliance, double part) {
        Frontier frontier() {
            return FrontierSolver.of(instrument)
                    .withReliance(reliance)
                    .withPoints(2)
                    .solve(game)
                    .orElseThrow();
        }

        /** Values of groups are narrowed down to a width, all others exactly. */
        double within() {
            return game.groups() > 1 && !game.population().listed() ? 1e-6 : 1e-9;
        }

        DesignedOffer cheapest(double target) {
            return CheapestSolver.of(instrument)
                    .reaching(new Target(target, reliance))
                    .solve(game)
                    .orElseThrow();
        }
    }

    @Provide
    Arbitrary<Question> laws() {
        return questions(DesignNestingPropertyTest::law);
    }

    @Provide
    Arbitrary<Question> lists() {
        return questions(DesignNestingPropertyTest::list);
    }

    @Provide
    Arbitrary<Question> groups() {
        return questions(DesignNestingPropertyTest::twoGroups);
    }

    /** How games are drawn. */
    @FunctionalInterface
    interface Games {
        DefectionGame draw(long seed);
    }

    private static Arbitrary<Question> questions(Games games) {
        final Arbitrary<Instrument> instruments = Arbitraries.of(
                Instrument.of(Term.CASH),
                Instrument.of(Term.CASH).upTo(0.5),
                Instrument.of(Term.CASH).between(0.1, 0.6),
                Instrument.of(Term.REFUGE).upTo(2),
                Instrument.of(Term.CREDIBILITY));
        return Combinators.combine(
                        Arbitraries.longs().map(games::draw),
                        instruments,
                        Arbitraries.of(Reliance.class),
                        Arbitraries.integers().between(1, 99))
                .as((game, instrument, reliance, percent) -> new Question(game, instrument, reliance, percent / 100.0));
    }

    private static DefectionGame law(long seed) {
        return RandomGames.ofLaw(seed);
    }

    private static DefectionGame list(long seed) {
        return RandomGames.ofList(seed, 2 + (int) Math.floorMod(seed, 24L));
    }

    private static DefectionGame twoGroups(long seed) {
        return RandomGames.ofTwo(seed).withOffer(Offer.cash(0.1).withRefuge(0.1).withCredibility(0.9));
    }

    @Property(tries = 60, seed = Seeds.USUAL)
    void theCheapestOfALawIsOnItsFrontier(@ForAll("laws") Question question) {
        cheapestIsOnTheFrontier(question);
    }

    @Property(tries = 60, seed = Seeds.USUAL)
    void theCheapestOfAListIsOnItsFrontier(@ForAll("lists") Question question) {
        cheapestIsOnTheFrontier(question);
    }

    @Property(tries = 10, seed = Seeds.USUAL)
    void theCheapestOfGroupsIsOnTheirFrontier(@ForAll("groups") Question question) {
        cheapestIsOnTheFrontier(question);
    }

    private static void cheapestIsOnTheFrontier(Question question) {
        final Frontier frontier = question.frontier();
        final DesignedOffer offer = question.cheapest(question.part);
        if (!offer.possible()) {
            assertThrows(IllegalArgumentException.class, () -> frontier.at(question.part));
            return;
        }
        final FrontierPoint point = frontier.at(question.part);

        assertEquals(point.value(), offer.value(), question.within() * Math.max(1, point.value()));
        if (!question.game.population().listed()) {
            assertEquals(point.attained(), offer.attained());
        }
        assertEquals(point.share(), offer.share(), 1e-4);
        assertEquals(point.outlay().total(), offer.outlay(), 1e-4 * Math.max(1, offer.outlay()));
    }

    @Property(tries = 60, seed = Seeds.USUAL)
    void theMostOfALawIsOnItsFrontier(@ForAll("laws") Question question) {
        mostIsOnTheFrontier(question);
    }

    @Property(tries = 60, seed = Seeds.USUAL)
    void theMostOfAListIsOnItsFrontier(@ForAll("lists") Question question) {
        mostIsOnTheFrontier(question);
    }

    @Property(tries = 10, seed = Seeds.USUAL)
    void theMostOfGroupsIsOnTheirFrontier(@ForAll("groups") Question question) {
        mostIsOnTheFrontier(question);
    }

    private static void mostIsOnTheFrontier(Question question) {
        final Frontier frontier = question.frontier();
        final List<FrontierPoint> points = frontier.points();
        final double least = points.get(0).outlay().total();
        final double most = points.get(points.size() - 1).outlay().total();
        final double budget = least + question.part * (most - least);
        final DesignedOffer offer = BudgetSolver.of(budget, question.instrument)
                .relyingOn(question.reliance)
                .solve(question.game)
                .orElseThrow();
        final FrontierPoint point = frontier.withBudget(budget);

        assertTrue(offer.possible(), offer.reason());
        // Beside a fold of groups a value within its width still leaves the share open by its root, and the outlay by
        // as many heads.
        final double open = question.within() > 1e-9
                ? question.game.population().size() * point.outlay().perHead()
                : 0;
        assertEquals(point.share(), offer.share(), 1e-4);
        assertEquals(
                point.outlay().total(),
                offer.outlay(),
                1e-4 * Math.max(Math.max(1, budget), Double.isNaN(open) ? 0 : open));
        assertTrue(offer.value() <= point.value() + question.within() * Math.max(1, point.value()));
        if (question.game.population().listed()) {
            assertEquals(point.value(), offer.value(), 1e-12);
        }
    }

    @Property(tries = 30, seed = Seeds.USUAL)
    void theWorstCaseIsTheDearestOfTheGames(
            @ForAll("laws") Question one, @ForAll("laws") Question two, @ForAll("laws") Question three) {
        worstCase(one, List.of(one.game, two.game, three.game));
    }

    @Property(tries = 40, seed = Seeds.USUAL)
    void theWorstCaseIsTheDearestOfTheLists(@ForAll("lists") Question one, @ForAll("lists") Question two) {
        worstCase(one, List.of(one.game, two.game));
    }

    @Property(tries = 4, seed = Seeds.USUAL)
    void theWorstCaseIsTheDearestOfTheGroups(@ForAll("groups") Question one, @ForAll("groups") Question two) {
        worstCase(one, List.of(one.game, two.game));
    }

    private static void worstCase(Question question, List<DefectionGame> drawn) {
        final Offer offer = question.game.offer();
        final List<DefectionGame> games =
                drawn.stream().map(each -> each.withOffer(offer)).toList();
        final Ambiguity ambiguity = Ambiguity.of(games);
        final Target target = new Target(question.part, question.reliance);
        double dearest = 0;
        int possible = 0;
        for (DefectionGame game : games) {
            final DesignedOffer own = CheapestSolver.of(question.instrument)
                    .reaching(target)
                    .solve(game)
                    .orElseThrow();
            possible += own.possible() ? 1 : 0;
            dearest = own.possible() ? Math.max(dearest, own.value()) : dearest;
        }
        final Certainty certainty =
                CertaintySolver.of(question.instrument, target).solve(ambiguity).orElseThrow();
        final double within = question.within() * Math.max(1, dearest);

        assertEquals((double) possible / games.size(), certainty.most(), 1e-12);
        if (possible > 0) {
            assertEquals(dearest, certainty.at(certainty.most()).value(), within);
        }
        if (possible == games.size()) {
            assertEquals(
                    dearest,
                    RobustSolver.worstCase(question.instrument, target)
                            .solve(ambiguity)
                            .orElseThrow()
                            .value(),
                    within);
        }
    }

    /** As x(p) only rises, (V - p) x at a point bounds from below, and (V - p) with the next point's x from above. */
    @Property(tries = 40, seed = Seeds.USUAL)
    void theBestSingleOfferLiesAmongThePointsOfTheFrontier(
            @ForAll("laws") Question question, @ForAll("worths") double worth) {
        takeItOrLeaveIt(question.game, worth, 1e-9);
    }

    @Property(tries = 3, seed = Seeds.USUAL)
    void theBestSingleOfferToGroupsLiesAmongThePointsOfTheFrontier(
            @ForAll("groups") Question question, @ForAll("worths") double worth) {
        takeItOrLeaveIt(question.game, worth, 1e-6);
    }

    private static void takeItOrLeaveIt(DefectionGame game, double worth, double within) {
        final Frontier frontier = FrontierSolver.of(Instrument.of(Term.CASH).upTo(worth))
                .withPoints(200)
                .solve(game)
                .orElseThrow();
        final double surplus =
                TakeItOrLeaveIt.of(worth).solve(game).orElseThrow().surplus();
        double atPoints = 0;
        double between = 0;
        FrontierPoint before = frontier.points().get(0);
        for (FrontierPoint point : frontier.points()) {
            if (point.kind() != FrontierPoint.Kind.SKIPPED) {
                atPoints = Math.max(atPoints, (worth - point.value()) * point.share());
                between = Math.max(between, (worth - before.value()) * point.share());
                before = point;
            }
        }

        assertTrue(surplus >= atPoints - within, surplus + " is less than " + atPoints);
        assertTrue(surplus <= between + within, surplus + " is more than " + between);
    }

    @Provide
    Arbitrary<Double> worths() {
        return Arbitraries.integers().between(1, 30).map(tenths -> tenths / 10.0);
    }

    /** One payment to all that carries everybody along: the uniform rung of the ladder, and cash for which all go in the least rest point. */
    @Property(tries = 100, seed = Seeds.USUAL)
    void theUniformRungIsTheCheapestCashForAll(@ForAll long seed, @ForAll boolean two) {
        final DefectionGame game = two ? listedGroups(seed) : believed(list(seed));
        final double rung = LadderSolver.solver()
                .solve(CoalitionGains.of(game))
                .orElseThrow()
                .payments(Rung.UNIFORM)[0];
        final double cash = game.offer().cash();
        final DesignedOffer offer = CheapestSolver.of(Instrument.of(Term.CASH).between(cash, Double.POSITIVE_INFINITY))
                .reaching(1)
                .solve(game)
                .orElseThrow();

        assertEquals(rung, offer.value() - cash, 1e-12);
        assertEquals(game.population().size() * offer.value(), offer.outlay(), 1e-9 * Math.max(1, offer.outlay()));
    }

    private static DefectionGame believed(DefectionGame game) {
        return game.withOffer(game.offer().withCredibility(1));
    }

    private static DefectionGame listedGroups(long seed) {
        final SplittableRandom random = new SplittableRandom(seed);
        return DefectionGame.of(
                Population.join(
                        Population.of(random.doubles(4, 0, 1).toArray()).named("officers"),
                        Population.of(random.doubles(9, 0, 1).toArray()).named("men")),
                Offer.cash(random.nextDouble(0.3)),
                Reprisal.fading(random.nextDouble(0.1, 0.6)));
    }

    /** An atom of the indifferent: both sides of the package say whether the value itself does it. */
    @Property(tries = 60, seed = Seeds.USUAL)
    void atomsAreToldAlike(@ForAll("atoms") Question question) {
        final Frontier frontier = question.frontier();
        final DesignedOffer offer = question.cheapest(question.part);
        assertFalse(offer.possible() && frontier.most() < question.part - 1e-9);
        if (offer.possible()) {
            assertEquals(frontier.at(question.part).value(), offer.value(), 1e-9);
        }
    }

    @Provide
    Arbitrary<Question> atoms() {
        return questions(seed -> {
            final SplittableRandom random = new SplittableRandom(seed);
            final double[] costs = IntStream.range(0, 1 + random.nextInt(8))
                    .mapToDouble(k -> random.nextInt(12) / 16.0)
                    .toArray();
            return DefectionGame.of(
                    Population.of(1000, CostLaw.empirical(costs)),
                    Offer.cash(0.125).withRefuge(0.25),
                    Reprisal.fading(random.nextInt(8) / 16.0));
        });
    }
}
