package io.github.breakranks.signaling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.breakranks.answer.Answer;
import io.github.breakranks.answer.Certificate;
import io.github.breakranks.answer.Fraction;
import io.github.breakranks.answer.Range;
import io.github.breakranks.answer.Watch;
import io.github.breakranks.signaling.PerfectBayesianEquilibrium.Kind;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** All perfect Bayesian equilibria: known answers, endings and refusals. */
class PerfectBayesianSolverTest {
    private static final Fraction HALF = Fraction.of(1, 2);
    private final PerfectBayesianSolver solver = PerfectBayesianSolver.solver();

    /**
     * Cho and Kreps (1987), doi 10.2307/1885060: with nine in ten strong both types have beer, or both quiche; a duel after the other
     * breakfast, at any belief that the eater is strong with at most one half, deters.
     */
    @Test
    void beerAndQuiche() {
        final Answer<PerfectBayesianEquilibria> answer = solver.solve(SignalingGames.beerQuiche(Fraction.of(9, 10)));
        final PerfectBayesianEquilibria found = answer.orElseThrow();

        assertEquals(2, found.all().size());
        assertEquals(2, found.of(Kind.POOLING).size());
        assertFalse(found.degenerate());
        assertTrue(found.complete());
        assertEquals(BigInteger.valueOf(81), found.announced()); // (2^2 - 1)^2 (2^2 - 1)^2
        assertEquals("PerfectBayesianEquilibria[2 pooling]", found.toString());
        final PerfectBayesianEquilibrium beer =
                found.all().stream().filter(each -> each.onPath(0)).findFirst().orElseThrow();
        assertEquals(Fraction.of(3, 1), beer.payoff(0));
        assertEquals(Fraction.of(2, 1), beer.payoff(1));
        assertEquals(Fraction.of(9, 10), beer.receiverPayoff());
        assertEquals(Range.of(0, 0.5), beer.beliefs(1, 0));
        assertEquals(Range.of(0.9), beer.beliefs(0, 0));
        assertEquals(
                List.of(
                        new SustainingPlay(
                                List.of(0),
                                List.of(List.of(Fraction.ZERO, Fraction.ONE), List.of(HALF, HALF)),
                                List.of(List.of(Fraction.ONE, Fraction.ZERO))),
                        new SustainingPlay(
                                List.of(0, 1),
                                List.of(List.of(HALF, HALF)),
                                List.of(List.of(Fraction.ONE, Fraction.ZERO), List.of(HALF, HALF)))),
                beer.sustaining(1));
        assertEquals("PerfectBayesianEquilibrium[pooling: strong beer, weak beer]", beer.toString());
        assertEquals(
                "Pooling: strong beer, weak beer. After beer the receiver thinks 9/10 strong 1/10 weak and answers not. Nobody"
                        + " sends quiche, as after it he may think 1/4 strong 3/4 weak and answers duel; beliefs that deter all go in"
                        + " strong from 0 to 1/2, weak from 1/2 to 1.",
                beer.explain());
        assertEquals(
                "proven: fractions: in each of 2 outcomes both play best replies, beliefs follow Bayes and every message unsent is"
                        + " deterred, assuming no others, by the enumeration of all 81 supports",
                answer.certificate().sentence());
    }

    /** Cho and Kreps's game with one in ten strong: no pure equilibrium; the weak have beer with 1/9, a duel follows beer with 1/2. */
    @Test
    void beerAndQuicheAmongTheWeak() {
        final PerfectBayesianEquilibria found =
                solver.solve(SignalingGames.beerQuiche(Fraction.of(1, 10))).orElseThrow();

        assertEquals(1, found.all().size());
        final PerfectBayesianEquilibrium only = found.all().get(0);
        assertEquals(Kind.SEMI_SEPARATING, only.kind());
        assertEquals(Fraction.ONE, only.sender(0, 0));
        assertEquals(Fraction.of(1, 9), only.sender(1, 0));
        assertEquals(HALF, only.response(0, 0));
        assertEquals(Fraction.ONE, only.response(1, 0));
        assertEquals(HALF, only.belief(0, 0));
        assertEquals("PerfectBayesianEquilibria[1 semi-separating]", found.toString());
        assertEquals("PerfectBayesianEquilibrium[semi-separating, 2 messages sent]", only.toString());
    }

    /** With as many strong as weak the receiver is indifferent and a duel has any chance up to 1/2: a continuum, by its ends. */
    @Test
    void aContinuumIsGivenByItsVertices() {
        final PerfectBayesianEquilibria found =
                solver.solve(SignalingGames.beerQuiche(HALF)).orElseThrow();

        assertTrue(found.degenerate());
        assertEquals(4, found.all().size());
        assertEquals(2, found.pieces().size());
        assertEquals("PerfectBayesianEquilibria[2 pooling, each a continuum]", found.toString());
        for (EquilibriumPiece piece : found.pieces()) {
            assertFalse(piece.single());
            assertEquals("EquilibriumPiece[1 x 2 vertices]", piece.toString());
            assertTrue(piece.insideResponse().stream().flatMap(List::stream).anyMatch(Fraction.of(1, 4)::equals));
            assertEquals(piece.senders().get(0), piece.insideSender());
        }
    }

    /** Only the weak have quiche: who hears of it knows. */
    @Test
    void aBeliefThatIsOnePointIsSaidSo() {
        final String told = solver.solve(
                        SignalingGames.beerQuiche(Fraction.of(9, 10)).without("strong", "quiche"))
                .orElseThrow()
                .explain();
        assertTrue(told.contains("; beliefs that deter all: weak is 1."), told);
    }

    /** Three types, two messages, one action: a and b gain by m0, c by m1; pure, and some but not all pool. */
    @Test
    void somePoolAndSomeDoNot() {
        final SignalingGame game = SignalingGame.of(
                Prior.of(List.of("a", "b", "c"), Fraction.of(1, 3), Fraction.of(1, 3), Fraction.of(1, 3)),
                List.of("m0", "m1"),
                List.of("x"),
                new double[][][] {{{1}, {0}}, {{1}, {0}}, {{0}, {1}}},
                new double[3][2][1]);
        final PerfectBayesianEquilibria found = solver.solve(game).orElseThrow();
        assertEquals("PerfectBayesianEquilibria[1 partially pooling]", found.toString());
        assertEquals(Kind.PARTIALLY_POOLING, found.all().get(0).kind());
        assertTrue(found.explain().contains(" Partially pooling: a m0, b m0, c m1."), found.explain());
        assertTrue(found.of(Kind.SEMI_SEPARATING).isEmpty());
    }

    /** Half strong, half weak: after beer a duel has any chance up to 1/2, sustained by beliefs in the strong up to 1/2 after quiche. */
    @Test
    void aSetSaysWhatVariesInIt() {
        final PerfectBayesianEquilibria found =
                solver.solve(SignalingGames.beerQuiche(HALF)).orElseThrow();
        final List<List<Integer>> corners =
                found.pieces().stream().map(found::corners).toList();
        assertEquals(
                List.of(0, 1, 2, 3),
                corners.stream().flatMap(List::stream).sorted().toList());
        final EquilibriumPiece beer = found.pieces().stream()
                .filter(piece -> piece.onPath(0))
                .findFirst()
                .orElseThrow();
        assertEquals(Kind.POOLING, beer.kind());
        assertFalse(beer.onPath(1));
        assertEquals(Range.of(1), beer.sender(0, 0));
        assertEquals(Range.of(0, 0.5), beer.response(0, 0));
        assertEquals(Range.of(0.5, 1), beer.response(0, 1));
        assertEquals(List.of(Range.of(0, 0.5)), found.beliefRanges(beer, 1, 0));
        assertEquals(List.of(), found.beliefRanges(beer, 0, 0));
        final PerfectBayesianEquilibrium corner =
                found.all().get(found.corners(beer).get(0));
        assertTrue(corner.onPath(0));
        final Fraction strong = beer.sustainingBelief(1).get(0);
        assertTrue(strong.value() <= 0.5);
        assertEquals(
                "Pooling, a set with 2 corners: strong beer, weak beer. After beer the receiver answers duel from 0 to 1/2 or not from 1/2"
                        + " to 1. Nobody sends quiche, as after it he may think "
                        + Telling.mixture(found.game().types(), beer.sustainingBelief(1)::get)
                        + "; beliefs that sustain all of the set go in strong from 0 to 1/2, weak from 1/2 to 1.",
                found.explain(beer));
        assertTrue(
                found.explain()
                        .startsWith("Outcomes found: 2 pooling, each a continuum. Pooling, a set with 2 corners: "),
                found.explain());
    }

    /**
     * Worked by hand: both L, sustained by any belief up to 2/3 in the first type after R; or the first R and the second L.
     */
    @Test
    void beliefsThatSustainAreAnInterval() {
        final SignalingGame game = SignalingGame.of(
                Prior.of(List.of("one", "two"), .5, .5),
                List.of("L", "R"),
                List.of("u", "d"),
                new double[][][] {{{1, 4}, {2, 0}}, {{2, 0}, {1, 1}}},
                new double[][][] {{{3, 0}, {1, 0}}, {{4, 1}, {0, 2}}});
        final PerfectBayesianEquilibria found = solver.solve(game).orElseThrow();

        assertEquals(1, found.of(Kind.POOLING).size());
        assertEquals(1, found.of(Kind.SEPARATING).size());
        assertEquals(
                Range.of(0, Fraction.of(2, 3).value()),
                found.of(Kind.POOLING).get(0).beliefs(1, 0));
        assertEquals(Fraction.ONE, found.of(Kind.SEPARATING).get(0).sender(0, 1));
    }

    /** theory of D3, finite: productivities 1 and 2, cost e/theta; the able separate at schooling from 1 to 2, at 1 most cheaply. */
    @Test
    void spenceSeparatesFromOneToTwo() {
        final SignalingGame game = SignalingGames.spence(
                Prior.of(List.of("low", "high"), .5, .5),
                fractions("1", "2"),
                fractions("0", "1/2", "1", "3/2", "2", "5/2"),
                fractions("1", "3/2", "2"));
        final PerfectBayesianEquilibria found = solver.solve(game).orElseThrow();

        final Set<String> levels = new TreeSet<>();
        for (PerfectBayesianEquilibrium each : found.of(Kind.SEPARATING)) {
            assertEquals(Fraction.ONE, each.sender(0, 0));
            assertEquals(Fraction.ONE, each.payoff(0));
            for (int m = 0; m < game.messages().size(); m++) {
                if (each.sender(1, m).signum() > 0) {
                    levels.add(game.messages().get(m));
                }
            }
        }
        assertEquals(Set.of("school 1", "school 3/2", "school 2"), levels);
    }

    /** By hand: with a third to two thirds of a the receiver takes M, which serves the sender; on either side L or H deters. */
    @Test
    void beliefsThatSustainMayHaveAHole() {
        final PerfectBayesianEquilibrium safe = unsent(withAHole(Prior.of(List.of("a", "b"), .5, .5)));

        assertEquals(Range.of(0, 1), safe.beliefs(1, 0));
        final double third = Fraction.of(1, 3).value();
        final double twoThirds = Fraction.of(2, 3).value();
        assertEquals(List.of(Range.of(0, third), Range.of(twoThirds, 1)), safe.beliefRanges(1, 0));
        assertEquals(List.of(Range.of(0, third), Range.of(twoThirds, 1)), safe.beliefRanges(1, 1));
        assertEquals(List.of(Range.of(0.5)), safe.beliefRanges(0, 0));
        assertTrue(
                safe.explain()
                        .endsWith(
                                "; beliefs that deter all go in a from 0 to 1/3 and from 2/3 to 1, b from 0 to 1/3 and from"
                                        + " 2/3 to 1."),
                safe::explain);
    }

    /** The same with a third type that is as b is: ranges are no longer the beliefs, and the text says so. */
    @Test
    void rangesOfThreeTypesAreBoxes() {
        final Fraction third = Fraction.of(1, 3);
        final PerfectBayesianEquilibrium safe =
                unsent(withAHole(Prior.of(List.of("a", "b", "c"), third, third, third)));

        assertTrue(
                safe.explain()
                        .endsWith(
                                "; beliefs that deter all are polytopes, in boxes that may hold others too: a from 0 to 1/3, b from"
                                        + " 0 to 1, c from 0 to 1; or a from 2/3 to 1, b from 0 to 1/3, c from 0 to 1/3."),
                safe::explain);
    }

    private PerfectBayesianEquilibrium unsent(SignalingGame game) {
        return solver.solve(game).orElseThrow().all().stream()
                .filter(each -> !each.onPath(1))
                .findFirst()
                .orElseThrow();
    }

    private static SignalingGame withAHole(Prior prior) {
        final double[][][] sender = new double[prior.size()][][];
        final double[][][] receiver = new double[prior.size()][][];
        Arrays.fill(sender, new double[][] {{1, 1, 1}, {0, 2, 0}});
        Arrays.fill(receiver, new double[][] {{0, 0, 0}, {3, 2, 0}});
        receiver[0] = new double[][] {{0, 0, 0}, {0, 2, 3}};
        return SignalingGame.of(prior, List.of("safe", "try"), List.of("L", "M", "H"), sender, receiver);
    }

    private static List<Fraction> fractions(String... texts) {
        return Arrays.stream(texts).map(Fraction::parse).toList();
    }

    /** Instruments that cost the committed 1/2 and the opportunist 1 a unit, a benefit of 1; the soldier wins 3 or loses 1. */
    private static SignalingGame credibility(String committed) {
        return CredibilityGame.of(Fraction.parse(committed).value(), 3, 1, CredibilityGame.host(1, 0.5, 1))
                .withMenu(
                        Commitment.of("s=0", 0),
                        Commitment.of("s=1/2", 0.5),
                        Commitment.of("s=1", 1),
                        Commitment.of("s=5/4", 1.25))
                .finite();
    }

    /** theory of D4: the committed separate from s* = D/kappa_O on, where they keep D (1 - kappa_C/kappa_O). */
    @Test
    void theCommittedSeparateWhereBindingIsTooDearForTheOthers() {
        final PerfectBayesianEquilibria found =
                solver.solve(credibility("1/10")).orElseThrow();
        final Set<String> kept = found.of(Kind.SEPARATING).stream()
                .filter(each -> each.payoff(0).signum() > 0)
                .map(each -> Telling.path(each) + ": " + each.payoff(0))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(Set.of("committed s=1, opportunist s=0: 1/2", "committed s=5/4, opportunist s=0: 3/8"), kept);
    }

    /** theory of D4: the soldier accepts from a belief of l/(v+l) = 1/4 on; pooling unbound is accepted just if the prior reaches it. */
    @Test
    void poolingUnboundIsBelievedFromAQuarterOn() {
        assertFalse(acceptedUnbound("24/100"));
        assertTrue(acceptedUnbound("1/4"));
        assertTrue(acceptedUnbound("3/10"));
    }

    private boolean acceptedUnbound(String committed) {
        return solver.solve(credibility(committed)).orElseThrow().of(Kind.POOLING).stream()
                .anyMatch(each -> each.onPath(0) && each.response(0, 0).signum() > 0);
    }

    /** theory of D4: below, the opportunist mimics so often that the belief after the binding is 1/4: 1/3 at a prior of 1/10. */
    @Test
    void theOpportunistMimicsUpToTheBeliefThatIsNeeded() {
        final List<PerfectBayesianEquilibrium> mixed =
                solver.solve(credibility("1/10")).orElseThrow().of(Kind.SEMI_SEPARATING);
        final PerfectBayesianEquilibrium half = mixed.stream()
                .filter(each -> each.sender(0, 1).equals(Fraction.ONE))
                .findFirst()
                .orElseThrow();
        assertEquals(Fraction.of(1, 3), half.sender(1, 1));
        assertEquals(Fraction.of(1, 4), half.belief(1, 0));
        assertEquals(HALF, half.response(1, 0));
    }

    /** A message that only one type has tells the type, also where nobody sends it. */
    @Test
    void nobodyIsTakenForATypeThatLacksTheMessage() {
        final SignalingGame game = SignalingGames.beerQuiche(Fraction.of(9, 10)).without("weak", "beer");
        final Answer<PerfectBayesianEquilibria> answer = solver.solve(game);
        assertInstanceOf(Certificate.Proven.class, answer.certificate());
        assertEquals(BigInteger.valueOf(27), PerfectBayesianSolver.announced(game)); // 3 x 1 x 3^2
        assertEquals(
                "Outcomes found: 1 separating. Separating: strong beer, weak quiche. After beer the receiver thinks strong and answers"
                        + " not. After quiche the receiver thinks weak and answers duel.",
                answer.orElseThrow().explain());
    }

    @Test
    void oneTypeOneMessageOneAction() {
        final SignalingGame game = SignalingGame.of(
                Prior.of(List.of("only"), 1.0),
                List.of("say"),
                List.of("do"),
                new double[1][1][1],
                new double[1][1][1]);
        final PerfectBayesianEquilibria found = solver.solve(game).orElseThrow();
        assertEquals("PerfectBayesianEquilibria[1 separating]", found.toString());
        assertEquals(BigInteger.ONE, found.announced());
        assertEquals("SignalingGame[1 type, 1 message, 1 action]", game.toString());
    }

    /** Where nothing matters everything is an equilibrium: the sets say so without a list of all supports. */
    @Test
    void whereNothingMattersAllIsEquilibrium() {
        final SignalingGame game = RandomSignaling.game(2, 2, 2, 1, 0);
        final Answer<PerfectBayesianEquilibria> answer = solver.solve(game);
        assertInstanceOf(Certificate.Proven.class, answer.certificate());
        final PerfectBayesianEquilibria found = answer.orElseThrow();
        assertEquals("[EquilibriumPiece[4 x 4 vertices]]", found.pieces().toString());
        assertEquals(12, found.all().size()); // 2 where both send one message, twice; 4 where each sends his own, twice
    }

    @Test
    void tableAndExplanation() {
        final PerfectBayesianEquilibria found =
                solver.solve(SignalingGames.beerQuiche(Fraction.of(1, 10))).orElseThrow();
        assertEquals("""
                kind             sender                                 payoff of strong [unit of the game]  payoff of weak [unit of the game]  payoff of receiver [unit of the game]
                semi-separating  strong beer, weak 1/9 beer 8/9 quiche                                    2                                  1                                    0.9
                """, found.table().text());
        assertEquals("""
                message  sent  sent by strong [share]  sent by weak [share]  belief in strong [share]  belief in weak [share]  response duel [share]  response not [share]
                beer     true                       1                0.1111                       0.5                     0.5                    0.5                   0.5
                quiche   true                       0                0.8889                         0                       1                      1                     0
                """, found.all().get(0).table().text());
    }

    @Test
    void refusesMoreSupportsThanItTakesOnAndSaysHowMany() {
        final SignalingGame game = RandomSignaling.game(3, 3, 3, 1, 9);
        assertEquals(BigInteger.valueOf(117_649), PerfectBayesianSolver.announced(game)); // 7^3 x 7^3
        assertEquals(BigInteger.valueOf(117_649), solver.withMost(117_649).admitted(game));
        assertEquals(
                "supports must be at most 100000 [count], but was 117649; leave out messages or actions, or raise most",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> solver.withMost(100_000).solve(game))
                        .getMessage());
        assertEquals(
                "most must be >= 1 [supports], but was 0",
                assertThrows(IllegalArgumentException.class, () -> solver.withMost(0))
                        .getMessage());
        assertEquals(
                "types must be at most 20 [count], but was 21; merge types that earn alike, or use SpenceSolver where higher types bear"
                        + " the signal at less cost",
                assertThrows(IllegalArgumentException.class, () -> solver.solve(RandomSignaling.game(21, 1, 2, 1, 9)))
                        .getMessage());
    }

    @Test
    void stopsWhenToldAndKeepsWhatItHas() {
        final SignalingGame game = RandomSignaling.game(3, 3, 3, 5, 2);
        final AtomicInteger asked = new AtomicInteger();
        solver.solve(game, Watch.none().withCancel(() -> asked.incrementAndGet() < 0));
        final AtomicInteger left = new AtomicInteger(asked.get() / 8); // within the search
        final var stopped = assertInstanceOf(
                Answer.Stopped.class, solver.solve(game, Watch.none().withCancel(() -> left.decrementAndGet() < 0)));
        final PerfectBayesianEquilibria soFar = (PerfectBayesianEquilibria) stopped.value();
        assertEquals("cancelled", stopped.why());
        assertEquals("raise the limit", stopped.remedy());
        assertFalse(soFar.complete());
        assertFalse(soFar.all().isEmpty());
        assertTrue(soFar.toString().endsWith(", so far]"), soFar::toString);
        assertTrue(
                stopped.certificate().sentence().endsWith("others are possible, as not all supports were looked at"));
    }

    @Test
    void stopsWhenInterrupted() {
        Thread.currentThread().interrupt();
        final Answer<PerfectBayesianEquilibria> answer = solver.solve(SignalingGames.beerQuiche(HALF));
        assertTrue(Thread.interrupted());
        assertEquals(
                "interrupted", assertInstanceOf(Answer.Stopped.class, answer).why());
        assertFalse(answer.value().complete());
    }

    @Test
    void tellsHowFarItIs() {
        final List<Double> told = new ArrayList<>();
        solver.solve(RandomSignaling.game(2, 3, 2, 3, 4), Watch.none().withProgress(told::add));
        assertEquals(0.0, told.get(0));
        assertEquals(1.0, told.get(told.size() - 1));
        assertEquals(told.stream().sorted().toList(), told);
    }
}
