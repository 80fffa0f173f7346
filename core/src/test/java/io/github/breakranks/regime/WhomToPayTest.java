package io.github.breakranks.regime;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.breakranks.answer.Answer;
import io.github.breakranks.answer.Certificate;
import io.github.breakranks.answer.Watch;
import io.github.breakranks.population.CostLaw;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Sakovics and Steiner (2012): pay first whose influence over benefit is highest. */
class WhomToPayTest {
    private static final RegimeChange GAME = RegimeChange.of(
            new Contingent("one", 0.2, 2, 1, CostLaw.empirical(0.6)),
            new Contingent("two", 0.5, 1, 2, CostLaw.empirical(0.8)),
            new Contingent("three", 0.3, 0.5, 1.5, CostLaw.empirical(0.9)));

    @Test
    void thoseWhoWeighMuchAndGainLittleComeFirst() {
        final var answer = WhomToPaySolver.within(0.12).solve(GAME);
        assertArrayEquals(new double[] {0.6, 0, 0}, answer.value().subsidies(), 1e-15);
        assertEquals(0.723810, answer.value().criticalStrength(), 5e-7);
        assertEquals(0.580952, answer.value().criticalStrengthIfEven(), 5e-7);
        assertTrue(
                ((Certificate.Numeric) answer.certificate()).worst() < 1e-9,
                answer.certificate().sentence());
        assertEquals(
                answer.value().criticalStrength(),
                RegimeSolver.solver().solve(answer.value().game()).value().criticalStrength(),
                1e-12);
    }

    @Test
    void thoseWhoNeverGoUnpaidMustBeBroughtToWaverFirst() {
        // the guard weighs ten times a line soldier but never goes: 0.5 each brings it to waver, the rest moves it
        final RegimeChange game = RegimeChange.of(
                new Contingent("guard", 0.1, 10, 1, CostLaw.empirical(1.5)),
                new Contingent("line", 0.9, 1, 1, CostLaw.empirical(0.5)));
        // weights 1/1.9, .9/1.9; little money goes to the line: .04/.9 each
        final WhomToPay little = WhomToPaySolver.within(0.04).solve(game).value();
        assertEquals(0, little.subsidy(0));
        assertEquals(0.04 / 0.9, little.subsidy(1), 1e-15);
        // more goes to the guard: 0.1 buys 1.0 each, half of it for nothing
        final WhomToPay more = WhomToPaySolver.within(0.1).solve(game).value();
        assertEquals(1.0, more.subsidy(0), 1e-15);
        assertEquals(0.5 / 1.9 + 0.45 / 1.9, more.criticalStrength(), 1e-12);
    }

    @Test
    void nobodyIsPaidInVain() {
        final Contingent crowd = new Contingent("crowd", 0.5, 0, 1, CostLaw.empirical(0.5));
        final Contingent line = new Contingent("line", 0.5, 1, 1, CostLaw.empirical(0.5));
        final Contingent deaf = new Contingent("deaf", 0.5, 0, 1, CostLaw.empirical(1.5));
        final WhomToPay found = WhomToPaySolver.within(1)
                .solve(RegimeChange.of(crowd, line, deaf))
                .value();
        assertArrayEquals(new double[] {0, 0.5, 0}, found.subsidies(), 1e-15);
        assertEquals(1, found.criticalStrength(), 1e-15);
        final RegimeChange settled = RegimeChange.of(Contingent.of(1, -0.1));
        assertEquals(
                "Nobody can be moved with this budget, so nobody is paid. The regime falls up to strength 1.0000.",
                WhomToPaySolver.within(1).solve(settled).value().explain());
        final RegimeChange stubborn = RegimeChange.of(Contingent.of(1, 3));
        assertArrayEquals(
                new double[] {0},
                WhomToPaySolver.within(1).solve(stubborn).value().subsidies());
        assertEquals(
                "Pay soldiers 1.000e-06 each ",
                WhomToPaySolver.within(1e-6)
                        .solve(RegimeChange.of(1, 0.5))
                        .value()
                        .explain()
                        .substring(0, 28));
    }

    /** Sixteen contingents who never go unpaid are 65,536 linear programs: each time the watch is asked. */
    @Test
    void theCertificateAsksTheWatch() {
        final Contingent[] contingents = new Contingent[16];
        for (int g = 0; g < contingents.length; g++) {
            contingents[g] = new Contingent("group " + g, 1, 1 + g, 1, CostLaw.empirical(1.5));
        }
        final AtomicInteger asked = new AtomicInteger();
        final var answer = WhomToPaySolver.within(20)
                .solve(RegimeChange.of(contingents), Watch.none().withCancel(() -> asked.incrementAndGet() > 65_600));
        assertTrue(answer instanceof Answer.Stopped, answer.toString());
        assertEquals(
                "not proven: every choice was tried, but not every one was checked",
                answer.certificate().sentence());
    }

    /** By greed the wrong way round, by what is left unspent, and by more than there is. */
    @Test
    void theCertificateSeesWhoIsPaidInVain() {
        final Certificate right = WhomToPayVerifier.certify(GAME, 0.12, new double[] {0.6, 0, 0}, Watch.none());
        assertTrue(((Certificate.Numeric) right).worst() < 1e-12, right.sentence());
        // .12 to the second contingent moves w m s / B = 1 / 1.05 .5 .24 / 2 only, .228571 less .057143
        assertEquals(0.171429, amiss(GAME, 0, 0.24, 0), 5e-7);
        assertEquals(0.228571 / 2, amiss(GAME, 0.3, 0, 0), 5e-7);
        assertEquals(0.05, amiss(GAME, 0.6, 0.1, 0), 1e-12); // overspent
        assertEquals(0.2, amiss(GAME, 0.6, 0, -0.2), 1e-12); // taken
        // never unpaid: brought half the way to where they waver they move nothing, and the line is not paid
        final RegimeChange guarded = RegimeChange.of(
                new Contingent("guard", 0.1, 10, 1, CostLaw.empirical(1.5)),
                new Contingent("line", 0.9, 1, 1, CostLaw.empirical(0.5)));
        assertEquals(0.04 / 1.9, amissOf(guarded, 0.04, 0.4, 0), 1e-12);
    }

    private static double amiss(RegimeChange game, double... subsidies) {
        return amissOf(game, 0.12, subsidies);
    }

    private static double amissOf(RegimeChange game, double budget, double... subsidies) {
        return ((Certificate.Numeric) WhomToPayVerifier.certify(game, budget, subsidies, Watch.none())).worst();
    }

    @Test
    void publicNewsIsRefused() {
        assertEquals(
                "news must be private only, but was News: private 1.0, public 2.0 at 0.5; under public news compare RegimeSolver's"
                        + " answers to game.paid(contingent, subsidy)",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> WhomToPaySolver.within(1)
                                        .solve(GAME.withNews(News.wordOfMouth(1).withPublic(0.5, 2))))
                        .getMessage());
    }

    /** Zealots never go unpaid: 0.3 each buys nothing, and it is not influence over benefit that decides. */
    @Test
    void theReasonIsSaidOfEachContingent() {
        final RegimeChange game = RegimeChange.of(
                new Contingent("zealots", 0.2, 3, 1, CostLaw.empirical(1.3)),
                new Contingent("line", 0.6, 1, 1, CostLaw.empirical(0.5)),
                new Contingent("cooks", 0.1, 0, 1, CostLaw.empirical(0.5)),
                new Contingent("converts", 0.1, 1, 1, CostLaw.empirical(-0.2)));
        assertEquals(
                "Do not pay zealots (they never go unpaid, and to bring them to waver, 0.3000 each, is more than the budget)."
                        + " Pay line 0.0667 each (influence over benefit 0.7692). Do not pay cooks (they weigh nothing)."
                        + " Do not pay converts (they go anyway). The regime then falls up to strength 0.3385; the same budget paid to"
                        + " everybody alike brings 0.3262.",
                WhomToPaySolver.within(0.04).solve(game).value().explain());
        final WhomToPay some = WhomToPaySolver.within(0.07).solve(game).value();
        assertTrue(some.explain().contains("0.3000 each, moves less than the others' pay"), some.explain());
        final WhomToPay more = WhomToPaySolver.within(0.26).solve(game).value();
        assertEquals(1.3, more.subsidy(0), 1e-15);
        assertTrue(
                more.explain()
                        .startsWith(
                                "Pay zealots 1.3000 each (they never go unpaid, and 0.3000 each only brings them to waver;"
                                        + " influence over benefit 2.3077, now all go). Do not pay line (influence over benefit 0.7692, and the"
                                        + " money is spent). "),
                more.explain());
        assertEquals(
                "they never go unpaid, and 0.3000 each only brings them to waver; influence over benefit 2.3077, now all go",
                more.table().column("why").get(0));
    }

    @Test
    void ofManyContingentsThoseArePutInWordsWhoArePaidMost() {
        final RegimeChange game =
                RegimeChange.of(Contingent.of(1, CostLaw.normal(0.6, 0.2))).splitByCost(50);
        final WhomToPay found = WhomToPaySolver.within(0.1).solve(game).value();
        assertTrue(found.explain().contains("The table says the same of all 50 contingents."), found.explain());
        assertTrue(found.explain().length() < 1_000, found.explain());
        assertTrue(found.criticalStrength() > found.criticalStrengthIfEven(), found.toString());
    }

    @Test
    void costsThatDifferAreRefusedWithTheRemedy() {
        assertEquals(
                "contingent soldiers must have one cost for all, but had normal(0.6, 0.2); split it into contingents by cost with"
                        + " game.splitByCost(parts)",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> WhomToPaySolver.within(0.1)
                                        .solve(RegimeChange.of(Contingent.of(1, CostLaw.normal(0.6, 0.2)))))
                        .getMessage());
    }

    @Test
    void tooManyWhoNeverGoAreRefusedWithTheRemedy() {
        final RegimeChange game =
                RegimeChange.of(Contingent.of(1, CostLaw.uniform(0.5, 1.5))).splitByCost(40);
        assertEquals(
                "contingents that never go unpaid must be at most 16 [count, each doubles the work], but was 20; split contingents into"
                        + " fewer parts with game.splitByCost(parts), or leave out those whom the budget cannot bring to waver",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> WhomToPaySolver.within(0.1).solve(game))
                        .getMessage());
    }
}
