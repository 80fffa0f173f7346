package io.github.breakranks.design;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.breakranks.RandomGames;
import io.github.breakranks.Seeds;
import io.github.breakranks.answer.Answer;
import io.github.breakranks.answer.Certificate;
import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.game.TieRule;
import io.github.breakranks.offer.Offer;
import io.github.breakranks.offer.Reprisal;
import io.github.breakranks.offer.Term;
import io.github.breakranks.population.CostLaw;
import io.github.breakranks.population.Population;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class RobustPropertyTest {
    private static final Instrument CASH = Instrument.of(Term.CASH);

    @Property(tries = 25, seed = Seeds.USUAL)
    void theWorstCaseIsTheMostThatAnyGameNeeds(
            @ForAll("ambiguities") Ambiguity ambiguity, @ForAll("targets") Target target) {
        final Answer<RobustOffer> answer = RobustSolver.worstCase(CASH, target).solve(ambiguity);
        final FrontierSolver one =
                FrontierSolver.of(CASH).withReliance(target.reliance()).withPoints(2);
        double most = 0;
        double dearest = 0;
        for (DefectionGame game : ambiguity.games()) {
            final FrontierPoint cheapest = one.solve(game).value().at(target.share());
            most = Math.max(most, cheapest.value());
            dearest = Math.max(dearest, cheapest.outlay().total());
        }

        assertInstanceOf(Certificate.Numeric.class, answer.certificate(), answer.certificate()::sentence);
        assertEquals(most, answer.value().value());
        assertTrue(answer.value().worstOutlay() >= dearest * (1 - 1e-9));
        assertEquals(
                answer.value().value(),
                CertaintySolver.of(CASH, target).solve(ambiguity).value().at(1).value());
    }

    /** Certainty costs; the weights of all games that a step wins are what it says. */
    @Property(tries = 25, seed = Seeds.USUAL)
    void moreCertaintyCostsMore(@ForAll("ambiguities") Ambiguity ambiguity, @ForAll("targets") Target target) {
        final Answer<Certainty> answer = CertaintySolver.of(CASH, target).solve(ambiguity);
        Certainty.Step before = null;

        assertInstanceOf(Certificate.Numeric.class, answer.certificate(), answer.certificate()::sentence);
        for (Certainty.Step step : answer.value().steps()) {
            if (before != null) {
                assertTrue(step.certainty() > before.certainty());
                assertTrue(step.value() >= before.value());
                assertTrue(step.expected() >= before.expected() * (1 - 1e-9));
            }
            assertTrue(step.expected() <= step.worst() * (1 + 1e-12));
            before = step;
        }
        assertEquals(1, answer.value().most(), 1e-12);
    }

    /** Each game played round by round at scanned values: those that reach the target weigh what the last step below says. */
    @Property(tries = 25, seed = Seeds.USUAL)
    void certaintyIsTheWeightOfTheGamesThatReachTheTarget(
            @ForAll("anyLaws") Ambiguity ambiguity, @ForAll("targets") Target target) {
        final Certainty found =
                CertaintySolver.of(CASH, target).solve(ambiguity).value();
        final boolean best = target.reliance() == Reliance.BEST;
        for (int k = 1; k <= 40; k++) {
            final double cash = 2.0 * k / 41;
            double weight = 0;
            for (int i = 0; i < ambiguity.size(); i++) {
                final double gone = RoundByRound.rest(ambiguity.games().get(i).with(Term.CASH, cash), best);
                weight += gone >= target.share() - 1e-9 ? ambiguity.weights().get(i) : 0;
            }
            double said = 0;
            boolean near = false;
            for (Certainty.Step step : found.steps()) {
                said = step.value() < cash ? step.certainty() : said;
                near |= Math.abs(step.value() - cash) < 1e-5;
            }
            if (!near) {
                assertEquals(weight, said, 1e-9, () -> "at cash " + cash + " of " + found + " " + found.steps());
            }
        }
    }

    /** Games of several laws, also of atoms, that weigh differently. */
    @Provide
    Arbitrary<Ambiguity> anyLaws() {
        final Arbitrary<Population> populations =
                Arbitraries.oneOf(RandomGames.laws(), RandomGames.atoms()).map(law -> Population.of(100, law));
        return Combinators.combine(
                        populations.list().ofSize(3),
                        RandomGames.between(0, 0.5),
                        Arbitraries.of(TieRule.class),
                        RandomGames.between(0.1, 0.6))
                .as((list, punishment, ties, weight) -> Ambiguity.of(
                                DefectionGame.of(list.get(0), Offer.none(), Reprisal.fading(punishment))
                                        .withTies(ties),
                                list)
                        .withWeights(weight, 0.7 * (1 - weight), 0.3 * (1 - weight)));
    }

    /** No other value has less regret, from a scan of its own; and taking no chances never has. */
    @Property(tries = 10, seed = Seeds.USUAL)
    void noScannedValueIsRegrettedLess(
            @ForAll("ambiguities") Ambiguity ambiguity,
            @ForAll("targets") Target target,
            @ForAll("worths") double worth) {
        final Answer<RobustOffer> answer =
                RobustSolver.leastRegret(CASH, target, worth).solve(ambiguity);
        final int games = ambiguity.size();
        final double[] least = new double[games];
        final int values = 90;
        final double[][] losses = new double[games][values];
        for (int i = 0; i < games; i++) {
            least[i] = Double.POSITIVE_INFINITY;
            for (int k = 0; k < values; k++) {
                losses[i][k] = loss(ambiguity.games().get(i), target, worth, 1.5 * k / values);
                least[i] = Math.min(least[i], losses[i][k]);
            }
        }
        double lowest = Double.POSITIVE_INFINITY;
        double coarse = 0; // how much the scan's least losses may be too high
        for (int i = 0; i < games; i++) {
            final var said = answer.value().outcomes().get(i);
            final double own = said.outlay() + worth * said.missed() - said.regret();
            assertTrue(
                    own <= least[i] + 1e-6 * Math.max(1, least[i]),
                    () -> answer.value().toString());
            coarse = Math.max(coarse, least[i] - own);
        }
        for (int k = 0; k < values; k++) {
            double most = 0;
            for (int i = 0; i < games; i++) {
                most = Math.max(most, losses[i][k] - least[i]);
            }
            lowest = Math.min(lowest, most);
        }

        assertInstanceOf(Certificate.Numeric.class, answer.certificate(), answer.certificate()::sentence);
        assertTrue(answer.value().worstRegret() <= lowest + coarse + 1e-6 * Math.max(1, lowest));
    }

    private static double loss(DefectionGame game, Target target, double worth, double cash) {
        final DefectionGame at = game.with(Term.CASH, cash);
        final double relied = RoundByRound.rest(at, target.reliance() == Reliance.BEST);
        final double counted = RoundByRound.rest(at, target.reliance() != Reliance.LEAST);
        final double heads = game.population().size();
        return heads * counted * cash + worth * heads * Math.max(0, target.share() - relied);
    }

    @Provide
    Arbitrary<Double> worths() {
        return RandomGames.between(0.05, 3);
    }

    @Provide
    Arbitrary<Target> targets() {
        return Combinators.combine(RandomGames.between(0.1, 0.9), Arbitraries.of(Reliance.class))
                .as(Target::new);
    }

    /** Populations that the data leave open: normal, of several means and spreads. */
    @Provide
    Arbitrary<Ambiguity> ambiguities() {
        final Arbitrary<Population> populations = Combinators.combine(
                        RandomGames.between(0.1, 0.7), RandomGames.between(0.05, 0.3))
                .as((mean, deviation) -> Population.of(1000, CostLaw.normal(mean, deviation)));
        final Arbitrary<List<Population>> several =
                populations.list().ofMinSize(1).ofMaxSize(4);
        return Combinators.combine(several, RandomGames.between(0, 0.5), RandomGames.between(0, 0.2))
                .as((list, punishment, refuge) -> Ambiguity.of(
                        DefectionGame.of(list.get(0), Offer.refuge(refuge), Reprisal.fading(punishment)), list));
    }
}
