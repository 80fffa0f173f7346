package io.github.breakranks.timing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.breakranks.answer.Answer;
import io.github.breakranks.answer.Certificate;
import io.github.breakranks.answer.Range;
import io.github.breakranks.answer.Watch;
import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.offer.Expiry;
import io.github.breakranks.offer.Offer;
import io.github.breakranks.offer.Reprisal;
import io.github.breakranks.offer.Term;
import io.github.breakranks.population.CostLaw;
import io.github.breakranks.population.Population;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a path is certified by, takes for granted and says of itself, and which grids are refused. */
class ScheduleCertificateTest {
    private static final DefectionGame GAME =
            DefectionGame.of(Population.of(1_000, CostLaw.uniform(0, 1)), Offer.cash(0.6), Reprisal.fading(0.3));
    private static final DefectionGame WITHDRAWN = GAME.withOffer(GAME.offer().withExpiry(Expiry.hazard(0.5)));
    private static final ScheduleSolver SOLVER = ScheduleSolver.solver(Waiting.at(0.1), 20);

    @Test
    void refusesGridsThatCannotBeHeld() {
        final ScheduleSolver monthly = ScheduleSolver.solver(Waiting.at(0.1).per("month"), 1);
        refused("horizon must be finite and > 0.0 [month], but was -1.0", () -> monthly.withHorizon(-1));
        refused(
                "horizon must be >= 2.2250738585072014E-305 [month] for a grid of 1001 dates, but was 4.9E-324: a step would be"
                        + " nothing",
                () -> monthly.withHorizon(Double.MIN_VALUE));
        refused(
                "waiting for a step must cost more than rounding, but a horizon of 1.0E-14 [month] in 1001 dates at 0.1 costs"
                        + " nothing: take a longer horizon or fewer dates",
                () -> monthly.withHorizon(1e-14).solve(GAME));
        final long most = Runtime.getRuntime().maxMemory() / 2;
        refused(
                "dates must be <= " + most / 256 + " [count], as many as fit in " + (most >> 20)
                        + " MB, half of what Java may use, but was 2147483647 in 524287 MB; start Java with a larger -Xmx",
                () -> monthly.withDates(Integer.MAX_VALUE));
    }

    @Test
    void staysWithinALine() {
        final Schedule schedule = Schedule.linear(Term.CREDIBILITY, 1 / 3.0, 200 / 3.0)
                .extended(new Extensions(100 / 3.0, 1 / 3.0, 2 / 3.0, 1 / 7.0));
        assertEquals(
                "ScheduleSolver[credibility changes, extended, 1001 dates to 333.3, averaged]",
                new ScheduleSolver(
                                schedule, Waiting.at(0.1), 1_001, 1_000 / 3.0, new ScheduleSolver.Method.Averaged(1, 1))
                        .toString());
        assertEquals(
                "Extensions[every 33.33, believed 0.3333, truth 0.6667, doubt 0.1429]",
                schedule.extensions().orElseThrow().toString());
        assertEquals(
                "TwoPeriodOffer[worth 0.667, reprisal 0.333, stands with 0.333 (truth 0.143)]",
                TwoPeriodOffer.of(2 / 3.0, 1 / 3.0)
                        .withChances(1 / 3.0, 1 / 7.0)
                        .toString());
    }

    /** Reprisal .9 (1 - s)^.1 is .025 when all but a share 1e-16 have gone: doubles do not tell the next share from all. */
    @ParameterizedTest(name = "{0} dates, power {1}")
    @CsvSource({"101, .1", "1001, .1", "10001, .1", "1001, .02", "10001, .02", "1001, .3"})
    void doesNotBlameThePathForTheRoundingOfShares(int dates, double power) {
        final DefectionGame game = DefectionGame.of(
                Population.of(1_000, CostLaw.uniform(0, 0.05)), Offer.cash(1.2), Reprisal.fading(0.9, power));
        final Answer<SchedulePath> answer =
                ScheduleSolver.solver(Waiting.at(1), 20).withDates(dates).solve(game);

        final SchedulePath path = answer.orElseThrow();
        final boolean open = path.regret() > 1.2e-9;
        assertEquals(
                new Certificate.Numeric(
                        path.regret(),
                        "unit of the game" + (open ? "; no more than rounding of the share leaves open" : "")),
                answer.certificate());
        assertEquals(open, path.explain().contains(", which rounding of the share leaves open"));
    }

    /** Half of them go at date 500 only, far too late: rounding of two shares, .026 each at most, excuses no more than itself. */
    @Test
    void excusesNoMoreThanRounding() {
        final DefectionGame game = DefectionGame.of(
                Population.of(1_000, CostLaw.uniform(0, 0.05)), Offer.cash(1.2), Reprisal.fading(0.9, 0.1));
        final ScheduleSolver solver = ScheduleSolver.solver(Waiting.at(1), 20).withDates(1_001);
        final Cutoff[] path = new Cutoff[1_001];
        Arrays.fill(path, new Cutoff(0.025, 0.5));
        Arrays.fill(path, 500, 1_001, new Cutoff(0.05, 1));

        final ScheduleVerifier.Regret regret = new ScheduleVerifier(game, solver).of(Arrays.asList(path), Watch.none());

        assertTrue(regret.certain() > 0.1);
        assertEquals(regret.onDates(), regret.certain(), 0.06);
    }

    /**
     * Cash .6 + .06 t, R = .3 (1 - s), g = .1: nobody goes while the offer rises faster than waiting for it costs him of cost 0,
     * .06 > .1 (.3 + .06 t), which is up to t = 5.
     */
    @Test
    void saysFromWhenToWhenWaitingPays() {
        final ScheduleSolver rising = ScheduleSolver.solver(Waiting.at(0.1).per("month"), 10)
                .withSchedule(Schedule.linear(Term.CASH, 1.2, 10));
        final Answer<SchedulePath> answer = rising.solve(GAME);
        final SchedulePath path = answer.orElseThrow();

        assertEquals(1, path.waitingPays().size());
        assertEquals(0, path.waitingPays().get(0).low());
        assertEquals(5, path.waitingPays().get(0).high(), 0.02);
        assertEquals(
                new Certificate.Numeric(path.regret(), "unit of the game; waiting pays from month 0 to 5"),
                answer.certificate());
        assertTrue(path.explain()
                .contains(
                        " Waiting pays from month 0 to 5: nobody goes then, though some would gain by it, for the offer"
                                + " will be worth more. "));
        assertEquals(List.of(), SOLVER.solve(GAME).orElseThrow().waitingPays());
        assertEquals(
                List.of(),
                rising.withSchedule(Schedule.linear(Term.CASH, 0.4, 10))
                        .solve(GAME)
                        .orElseThrow()
                        .waitingPays());
        assertEquals(
                List.of(Range.of(0, 10)),
                SOLVER.withDates(21)
                        .withSchedule(Schedule.steps(Term.CASH, new double[] {10}, new double[] {1.8}))
                        .solve(GAME)
                        .orElseThrow()
                        .waitingPays());
        final Answer<SchedulePath> swinging = rising.withSchedule(
                        Schedule.of(Term.CASH, time -> 0.6 + 0.1 * Math.sin(2 * time)))
                .solve(GAME);
        assertEquals(
                "unit of the game; waiting pays from month 0 to 0.69, and 3 times more",
                ((Certificate.Numeric) swinging.certificate()).unit());
    }

    @Test
    void statesWhatItTakesForGranted() {
        assertEquals(
                List.of(
                        "losses while waiting do not thin the ranks, for the lost are replaced by men of like cost",
                        "each takes the path of the others as given",
                        "reprisal is judged on those gone before him",
                        "all know what the offer will be, up to the first date beyond the horizon"),
                SOLVER.solve(GAME).orElseThrow().assumptions());
        assertEquals(
                "all believe in the same chance of withdrawal, whatever they see",
                SOLVER.solve(WITHDRAWN).orElseThrow().assumptions().get(3));
        assertEquals(
                "all believe in the same chance of an extension, and learn from extensions alone",
                SOLVER.withSchedule(Schedule.constant().extended(Extensions.every(1, 0.5)))
                        .solve(GAME)
                        .orElseThrow()
                        .assumptions()
                        .get(3));
    }

    /** The watch says stop as soon as all dates are done but for the check. */
    @Test
    void theLimitCoversTheCheckToo() {
        final int[] asked = {0};
        final Answer<SchedulePath> forward =
                SOLVER.solve(GAME, Watch.none().withCancel(() -> ++asked[0] > 1_000 / 16 + 100));

        final var stopped = assertInstanceOf(Answer.Stopped.class, forward);
        assertEquals("cancelled at the check", stopped.why());
        assertEquals("raise the limit, or take fewer dates", stopped.remedy());
        assertEquals(new Certificate.Unproven("not checked within the limit"), stopped.certificate());
        assertEquals(1_001, forward.value().dates());
        assertEquals(SOLVER.solve(GAME).orElseThrow().share(), forward.value().share());
        final int[] looks = {0};
        final Answer<SchedulePath> averaged = SOLVER.withDates(51)
                .averaged(100_000, 1e-9)
                .solve(GAME, Watch.none().withCancel(() -> ++looks[0] > 1_200));
        final var late = assertInstanceOf(Answer.Stopped.class, averaged);
        assertTrue(late.why().startsWith("cancelled after "), late.why());
        assertEquals(averaged.value().checked(), late.certificate());
    }

    private static void refused(String message, Executable call) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
    }
}
