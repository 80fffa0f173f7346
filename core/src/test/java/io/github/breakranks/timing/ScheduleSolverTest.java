package io.github.breakranks.timing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.breakranks.answer.Answer;
import io.github.breakranks.answer.Certificate;
import io.github.breakranks.answer.Watch;
import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.game.TieRule;
import io.github.breakranks.internal.TableText;
import io.github.breakranks.offer.Audience;
import io.github.breakranks.offer.Curve;
import io.github.breakranks.offer.Expiry;
import io.github.breakranks.offer.Offer;
import io.github.breakranks.offer.Reprisal;
import io.github.breakranks.offer.Term;
import io.github.breakranks.population.CostLaw;
import io.github.breakranks.population.Population;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScheduleSolverTest {
    private static final double CLOSE = 1e-12;
    private static final DefectionGame GAME =
            DefectionGame.of(Population.of(1_000, CostLaw.uniform(0, 1)), Offer.cash(0.6), Reprisal.fading(0.3));
    private static final DefectionGame WITHDRAWN = under(Expiry.hazard(0.5));
    private static final ScheduleSolver SOLVER = ScheduleSolver.solver(Waiting.at(0.1), 20);

    private static DefectionGame under(Expiry expiry) {
        return GAME.withOffer(GAME.offer().withExpiry(expiry));
    }

    /** Costs even on [0, 1], B = .6, R = .3 (1 - s), g = .1, eta = .5: s = 3/7 (1 - exp(-1.4 t)); the error halves with the step. */
    @ParameterizedTest(name = "step {0}: {1} off")
    @CsvSource({"201, .0513", "401, .0276", "801, .0144"})
    void isOffByHalfAsMuchAtHalfTheStep(int dates, double error) {
        final SchedulePath path = SOLVER.withDates(dates).solve(WITHDRAWN).orElseThrow();

        double worst = 0;
        for (int k = 0; k < dates; k++) {
            worst = Math.max(worst, Math.abs(path.share(k) - 3 / 7.0 * -Math.expm1(-1.4 * path.time(k))));
        }
        assertEquals(error, worst, 5e-5);
    }

    /** Totals with true and believed hazard alike, and with true hazard .1: known to six digits, at step .002 to three. */
    @ParameterizedTest(name = "true {0}, believed {1}: {2}")
    @CsvSource({".1, .1, .352941", ".5, .5, .315789", "2, 2, .304348", ".1, .5, .4", ".1, 2, .42", "0, 0, .428571"})
    void expectsTheKnownTotals(double rate, double believed, double total) {
        final SchedulePath path = SOLVER.withHorizon(40)
                .withDates(20_001)
                .solve(under(Expiry.hazard(rate, believed)))
                .orElseThrow();

        assertEquals(total, path.expectedTotal(), 1e-3);
    }

    /** Beta(2,2) costs, R = .35 (1-s)^2, B = .7, g = .1: totals at eta .1, .5, 2, and with true .1. */
    @ParameterizedTest(name = "true {0}, believed {1}: {2}")
    @CsvSource({".1, .1, .456817", ".5, .5, .347185", "2, 2, .318077", ".1, .5, .631283", ".1, 2, .718061"})
    void expectsTheKnownTotalsOfBetaCosts(double rate, double believed, double total) {
        final DefectionGame game = DefectionGame.of(
                Population.of(1_000, CostLaw.beta(2, 2)),
                Offer.cash(0.7).withExpiry(Expiry.hazard(rate, believed)),
                Reprisal.fading(0.35, 2));

        final SchedulePath path =
                SOLVER.withHorizon(80).withDates(20_001).solve(game).orElseThrow();

        assertEquals(total, path.expectedTotal(), 3e-3);
    }

    /** At T = 8 all go with c <= B - R(s(T-)): B - r + r s(T-) with s(8-) = 3/7 (1 - exp(-.7/3 * 8)). */
    @Test
    void allGoAtTheDeadlineToWhomItIsWorthIt() {
        final SchedulePath path = SOLVER.withHorizon(8)
                .withDates(4_001)
                .solve(under(Expiry.at(8)))
                .orElseThrow();

        final double before = 3 / 7.0 * -Math.expm1(-0.7 / 3 * 8);
        assertEquals(before, path.share(3_999), 2e-4);
        assertEquals(0.3 + 0.3 * path.share(3_999), path.share(), CLOSE);
        assertEquals(0.3 + 0.3 * before, path.share(), 1e-4);
        assertEquals(path.share(), path.expectedTotal(), CLOSE);
    }

    /** c_k = ((1 - h)(B - r) + r c_(k-1)) / (1 - h + h r), by hand at two dates; h halves at the announced end at date 2. */
    @Test
    void followsTheRecursionByHand() {
        final double h = Math.exp(-0.1);
        final Schedule extended = Schedule.constant().extended(new Extensions(2, 0.5, 0.9, 0));
        final SchedulePath path = SOLVER.withHorizon(6)
                .withDates(7)
                .withSchedule(extended)
                .solve(GAME)
                .orElseThrow();

        final double[] kept = {h, h, h / 2, h, h, h, h}; // after one extension nobody believes in ends
        double cutoff = 0;
        for (int k = 0; k < 7; k++) {
            cutoff = ((1 - kept[k]) * 0.3 + 0.3 * cutoff) / (1 - kept[k] + kept[k] * 0.3);
            assertEquals(cutoff, path.cutoff(k), CLOSE);
            assertEquals(cutoff, path.share(k), CLOSE);
            assertEquals(k <= 2 ? 1 : k <= 4 ? 0.9 : 0.81, path.standing(k), CLOSE);
        }
        final double total =
                path.share(2) + 0.9 * (path.share(4) - path.share(2)) + 0.81 * (path.share(6) - path.share(4));
        assertEquals(total, path.expectedTotal(), CLOSE);
    }

    /** While it declines c_k = (B_k - h B_(k+1) - (1 - h) r + r c_(k-1)) / (1 - h + h r), as long as he would go tomorrow. */
    @Test
    void weighsWhatTheOfferWillBeWorthNextDate() {
        final double h = Math.exp(-0.1 * 0.5);
        final SchedulePath path = SOLVER.withHorizon(5)
                .withDates(11)
                .withSchedule(Schedule.linear(Term.CASH, 0.5, 5))
                .solve(GAME)
                .orElseThrow();

        double cutoff = 0;
        for (int k = 0; k < 4; k++) {
            final double now = 0.6 - 0.01 * k;
            cutoff = (now - h * (now - 0.01) - (1 - h) * 0.3 + 0.3 * cutoff) / (1 - h + h * 0.3);
            assertEquals(cutoff, path.cutoff(k), CLOSE);
        }
        assertTrue(path.share(0)
                > SOLVER.withHorizon(5).withDates(11).solve(GAME).orElseThrow().share(0));
    }

    /** The offer falls to nothing after the first date: all go at once to whom it is worth it unprotected, B - r, and nobody later. */
    @Test
    void anOfferThatFallsAtOnceIsTakenNowOrNever() {
        final SchedulePath path = SOLVER.withDates(21)
                .withSchedule(Schedule.steps(Term.CASH, new double[] {1}, new double[] {0}))
                .solve(GAME)
                .orElseThrow();

        assertEquals(0.3, path.share(0), CLOSE);
        assertEquals(0.3, path.share(), CLOSE);
        assertEquals(OptionalDouble.of(0), path.goesAt(0.3 - CLOSE));
        assertEquals(OptionalDouble.empty(), path.goesAt(0.31));
    }

    /** Waiting is free but the offer falls: c = B_k - B_(k+1) + c, so it is the fall that drives them: r c_k = .01 + r c_(k-1). */
    @Test
    void aFallingOfferAloneDrivesThem() {
        final SchedulePath path = SOLVER.withWaiting(Waiting.at(0))
                .withHorizon(5)
                .withDates(11)
                .withSchedule(Schedule.linear(Term.CASH, 0.5, 5))
                .solve(GAME)
                .orElseThrow();

        for (int k = 0; k < 5; k++) {
            assertEquals((k + 1) * 0.01 / 0.3, path.share(k), CLOSE);
        }
    }

    @Test
    void saysThatNobodyCaresForWhatChanges() {
        final SchedulePath path = SOLVER.withSchedule(Schedule.linear(Term.BONUS, 0.5, 5))
                .solve(GAME)
                .orElseThrow();

        assertEquals(List.of("bonus"), path.unused());
        assertEquals(SOLVER.solve(GAME).orElseThrow().share(), path.share());
    }

    /** A group's own offer is the one that counts. */
    @Test
    void takesTheOfferToTheGroup() {
        final DefectionGame named = GAME.withPopulation(GAME.population().named("all"));

        assertEquals(
                SOLVER.solve(GAME).orElseThrow().share(),
                SOLVER.solve(named.withOffer(Offer.none()).withOffer("all", GAME.offer()))
                        .orElseThrow()
                        .share());
    }

    /** An offer that triples at date 10 and is worth waiting for: nobody goes before; then as an open offer of 1.8 from there. */
    @Test
    void everybodyWaitsForAMuchBetterOffer() {
        final SchedulePath path = SOLVER.withDates(21)
                .withSchedule(Schedule.steps(Term.CASH, new double[] {10}, new double[] {1.8}))
                .solve(GAME)
                .orElseThrow();

        assertEquals(0, path.share(9));
        assertEquals(Double.NEGATIVE_INFINITY, path.cutoff(9));
        assertTrue(path.share(10) > 0);
        assertTrue(path.regret() < CLOSE);
    }

    /** Those who go at the first date would gain by waiting: the certificate says how much. */
    @Test
    void regretShowsThatWaitingPays() {
        final ScheduleSolver rising =
                SOLVER.withDates(21).withSchedule(Schedule.steps(Term.CASH, new double[] {10}, new double[] {1.8}));
        final Cutoff[] path = new Cutoff[21];
        Arrays.fill(path, 0, 10, new Cutoff(0.2, 0.2));
        Arrays.fill(path, 10, 21, new Cutoff(1, 1));

        final double regret = new ScheduleVerifier(GAME, rising)
                .of(Arrays.asList(path), Watch.none())
                .onDates();

        // The marginal soldier, of cost .2, has .1 now, and exp(-1.1) (1.8 - .2) a date after all others.
        assertEquals(Math.exp(-1.1) * 1.6 - 0.1, regret, 1e-12);
    }

    @Test
    void sharesThatAreNotThoseOfTheirCostsAreFound() {
        final Cutoff[] path = new Cutoff[21];
        Arrays.fill(path, new Cutoff(0.2, 0.3));

        assertEquals(
                Double.NaN,
                new ScheduleVerifier(GAME, SOLVER.withDates(21))
                        .of(Arrays.asList(path), Watch.none())
                        .onDates());
    }

    /** Another way to the same path: averaged best replies, for an offer that swings. */
    @Test
    void averagedRepliesAgreeWhereTheySettle() {
        final ScheduleSolver swinging = SOLVER.withHorizon(10)
                .withDates(51)
                .withSchedule(Schedule.of(Term.CASH, time -> 0.6 + 0.1 * Math.sin(2 * time)));
        final SchedulePath exact = swinging.solve(GAME).orElseThrow();
        final Answer<SchedulePath> answer = swinging.averaged(50_000, 1e-6).solve(GAME);

        final SchedulePath averaged = answer.orElseThrow();
        assertTrue(((Certificate.Numeric) answer.certificate()).worst() <= 1e-6);
        for (int k = 0; k < exact.dates(); k++) {
            assertEquals(exact.share(k), averaged.share(k), 1e-3);
        }
    }

    @Test
    void averagedRepliesSayThatTheyDidNotSettle() {
        final Answer<SchedulePath> answer =
                SOLVER.withDates(51).averaged(1, 1e-9).solve(GAME);

        final var stopped = assertInstanceOf(Answer.Stopped.class, answer);
        final double regret = answer.value().regret();
        assertEquals(
                "somebody would gain " + TableText.number(regret, 4) + " by going at another date, more than 1.000e-09",
                stopped.why());
        assertEquals("allow more rounds or more regret, or take ScheduleSolver without averaged", stopped.remedy());
        assertEquals(new Certificate.Numeric(regret, "unit of the game"), stopped.certificate());
    }

    /** Men of one cost split: at date k a share s solves (1 - h)(B - c) = R(s_(k-1)) - h R(s), as long as some are left. */
    @Test
    void menOfOneCostGoBitByBit() {
        final double h = Math.exp(-0.1);
        final DefectionGame game =
                GAME.withPopulation(Population.of(10, CostLaw.atoms(new double[] {0.1, 0.5}, new double[] {0.6, 0.4})));
        final SchedulePath path = SOLVER.withDates(21).solve(game).orElseThrow();

        double gone = 0;
        for (int k = 0; k < 3; k++) {
            gone = ((1 - h) * 0.5 - 0.3 * (1 - gone) + h * 0.3) / (h * 0.3);
            assertEquals(gone, path.share(k), CLOSE);
            assertEquals(0.1, path.cutoff(k), CLOSE);
        }
        assertTrue(path.regret() < CLOSE);
        assertTrue(path.share() <= 0.6 + 0.4);
    }

    /** Between two doubles around 0 an atom lies beside costs that crowd there: the cutoff is the atom, of which a part goes. */
    @Test
    void anAtomBesideSteepCostsGoesBitByBit() {
        final CostLaw law = CostLaw.mixture(
                new double[] {0.25, 0.05, 0.7},
                CostLaw.empirical(0),
                CostLaw.beta(0.159, 1.81),
                CostLaw.logistic(0.57, 0.0084));
        final ScheduleSolver solver = ScheduleSolver.solver(Waiting.at(0.3), 1.5);
        final DefectionGame game =
                DefectionGame.of(Population.of(1_000, law), Offer.cash(0.46), Reprisal.fading(0.28, 2.14));

        final SchedulePath path = solver.solve(game).orElseThrow();

        assertEquals(0, path.cutoff(0));
        assertTrue(path.share(0) > 0 && path.share(0) < 0.25);
        assertTrue(path.regret() < CLOSE);
    }

    /** At the upper end of these costs a share of .003 and more lies between neighbouring doubles, and goes bit by bit. */
    @Test
    void costsThatCrowdBetweenTwoDoublesGoBitByBit() {
        final CostLaw law = CostLaw.beta(0.64, 0.15).affine(0.11, 0.03);
        final SchedulePath path = ScheduleSolver.solver(Waiting.at(1), 10)
                .solve(DefectionGame.of(Population.of(1_000, law), Offer.cash(1.2), Reprisal.fading(0.5)))
                .orElseThrow();

        assertTrue(IntStream.range(0, path.dates())
                .anyMatch(k -> path.share(k) > 0.99 && law.cdf(path.cutoff(k)) > path.share(k) + 1e-6));
        assertEquals(1, path.share(), CLOSE);
        assertTrue(path.regret() < 1e-9);
    }

    /** All have cost .3 = B - r: at the only date that counts they gain exactly nothing. */
    @Test
    void theRuleForTiesDecidesAtTheDeadline() {
        final DefectionGame game = GAME.withPopulation(Population.of(10, CostLaw.empirical(0.25)))
                .withOffer(Offer.cash(0.5).withExpiry(Expiry.at(1)))
                .withReprisal(Reprisal.fading(0.25));
        final ScheduleSolver free = ScheduleSolver.solver(Waiting.at(0), 1).withDates(2);

        assertEquals(1, free.solve(game).orElseThrow().share());
        assertEquals(0, free.solve(game.withTies(TieRule.STAYS)).orElseThrow().share());
    }

    @Test
    void saysItInWordsAndNumbers() {
        final SchedulePath path = SOLVER.withWaiting(Waiting.at(0.1).per("month"))
                .withHorizon(4)
                .withDates(5)
                .solve(WITHDRAWN.withOffer(WITHDRAWN.offer().withAudience(Audience.PRIVATE)))
                .orElseThrow();

        assertEquals(
                "ScheduleSolver[Schedule[constant], 0.1 per month, 5 dates to 4]",
                path.solver().toString());
        assertEquals(
                "ScheduleSolver[Schedule[constant], 0.1 per time, 1001 dates to 20, averaged]",
                SOLVER.averaged(10, 0.1).toString());
        assertEquals("SchedulePath[0.2198 at once, 0.4168 by month 4; 5 dates]", path.toString());
        assertEquals("""
                time [month]  gone [share]  cutoff [unit of the game]  cash [unit of the game]  standing [share]
                           0        0.2198                     0.2198                      0.6                 1
                           1        0.3269                     0.3269                      0.6            0.6065
                           2         0.379                      0.379                      0.6            0.3679
                           3        0.4044                     0.4044                      0.6            0.2231
                           4        0.4168                     0.4168                      0.6            0.1353
                """, path.table().text());
        assertEquals(
                "21.98% go at once and 41.68% by month 4, if the offer stands so long: those whose cost is at most 0.4168."
                        + " Waiting costs 0.1 per month, and soldiers reckon with withdrawals at 0.5 where the truth is 0.5."
                        + " It still stands then with chance 13.53%; on average 31.13% go. By going at another date nobody looked"
                        + " at gains anything; at any moment between dates at most 0.06594. Assumed: losses while"
                        + " waiting do not thin the ranks, for the lost are replaced by men of like cost; each takes the path of the"
                        + " others as given; reprisal is judged on those gone before him; all believe in the same chance of"
                        + " withdrawal, whatever they see. Not used here: audience.",
                path.explain());
        assertEquals(417, path.gone());
        assertEquals(path.share(1), path.shareAt(1.9));
        assertEquals(path.share(2), path.shareAt(2));
        assertEquals(OptionalDouble.of(1), path.goesAt(0.3));
        assertEquals(List.of("audience"), path.unused());
        refused("time must be <= 4.0, the last date [month], but was 5.0", () -> path.shareAt(5));
    }

    @Test
    void keepsWhatItHasWhenStopped() {
        final boolean[] stop = {false};
        final Watch watch = Watch.none().withCancel(() -> stop[0]).withProgress(done -> stop[0] = done > 0.5);
        final Answer<SchedulePath> answer = SOLVER.solve(GAME, watch);

        final var stopped = assertInstanceOf(Answer.Stopped.class, answer);
        assertEquals("cancelled at date 528 of 1001", stopped.why());
        assertEquals("raise the limit, or take fewer dates", stopped.remedy());
        assertEquals(new Certificate.Unproven("the work stopped at date 528 of 1001"), stopped.certificate());
        assertEquals(528, answer.value().dates());
        assertTrue(Double.isNaN(answer.value().regret()));
        final var early = assertInstanceOf(
                Answer.Stopped.class,
                SOLVER.averaged(1_000, 1e-12).solve(GAME, Watch.none().withCancel(() -> true)));
        assertEquals("cancelled after 1 rounds", early.why());
    }

    @Test
    void refusesGamesThatItCannotSolve() {
        refusedGame(
                "population must be a law, but was Population[2 agents listed]; take Population.of(n, CostLaw.empirical(costs))",
                GAME.withPopulation(Population.of(0.1, 0.2)));
        refusedGame(
                "population must be one group, but was 2 groups; solve for a mixture of their laws with one offer",
                GAME.withPopulation(Population.join(
                        Population.of(1, CostLaw.uniform(0, 1)).named("a"),
                        Population.of(1, CostLaw.uniform(0, 1)).named("b"))));
        refusedGame(
                "reach must be 1 on a schedule, but was 0.5; solve for those who have heard of the offer",
                GAME.with(Term.REACH, 0.5));
        refusedGame(
                "net gain must not fall with the share gone, but was falling: the net gain falls by 0.0001953 as the share gone"
                        + " rises from 0 to 0.0009766; take a reprisal that does not grow with it",
                GAME.withReprisal(Reprisal.of(Curve.constant(1), Curve.linear(0.1, 0.3))));
    }

    @Test
    void refusesTimesThatMakeNoSense() {
        refused("dates must be >= 2 [count], but was 1", () -> SOLVER.withDates(1));
        refused("horizon must be finite and > 0.0 [unit of time], but was NaN", () -> SOLVER.withHorizon(Double.NaN));
        refused("horizon must be finite and > 0.0 [unit of time], but was -1.0", () -> SOLVER.withHorizon(-1));
        refused(
                "dates must be >= 21 [count] for a horizon of 20.0, but was 20: a step longer than 1.0"
                        + " passes over announced ends or changes of the offer",
                () -> SOLVER.withDates(20).withSchedule(Schedule.constant().extended(Extensions.every(1, 0.5))));
        refused("date must be finite and > 0.0 [unit of time], but was -1.0", () -> Expiry.at(-1));
        refusedGame(
                "horizon must be <= the date at which the offer ends, 8.0 [time], but was 20.0", under(Expiry.at(8)));
        refused(
                "dates must be >= 13 [count] for a horizon of 20.0, but was 12: a step longer than 1.6666666666666667"
                        + " loses more than 63% of what waiting for it is worth",
                () -> SOLVER.withDates(12).solve(WITHDRAWN));
        refused(
                "expiry must be open or a hazard where the schedule announces ends of its own, but was Date[date=20.0]",
                () -> SOLVER.withSchedule(Schedule.constant().extended(Extensions.every(1, 0.5)))
                        .solve(under(Expiry.at(20))));
        refused(
                "waiting must cost something, but was Waiting[discount 0.0, hazard 0.0 per time] with an offer believed to stand"
                        + " for ever: nothing forces anybody to go",
                () -> SOLVER.withWaiting(Waiting.at(0)).solve(GAME));
        refused("rounds must be >= 1 [count], but was 0", () -> SOLVER.averaged(0, 1));
        refused("regret must be finite and > 0.0 [unit of the game], but was 0.0", () -> SOLVER.averaged(1, 0));
    }

    private static void refusedGame(String message, DefectionGame game) {
        refused(message, () -> SOLVER.solve(game));
    }

    private static void refused(String message, Executable call) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
    }
}
