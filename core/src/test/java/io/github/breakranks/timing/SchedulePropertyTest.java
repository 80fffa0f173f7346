package io.github.breakranks.timing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.breakranks.RandomGames;
import io.github.breakranks.Seeds;
import io.github.breakranks.equilibrium.EquilibriumSolver;
import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.offer.Expiry;
import io.github.breakranks.offer.NetGain;
import io.github.breakranks.offer.Offer;
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

/** Theorems on paths, over random laws, gains and schedules. */
class SchedulePropertyTest {
    private static final double CLOSE = 1e-9;
    private static final ScheduleSolver SOLVER =
            ScheduleSolver.solver(Waiting.at(1), 10).withDates(41);

    private static SchedulePath solve(ScheduleSolver solver, DefectionGame game) {
        return solver.solve(game).orElseThrow(); // throws if anybody regrets more than rounding
    }

    private static double least(DefectionGame game) {
        return EquilibriumSolver.solver().solve(game).orElseThrow().least().share();
    }

    /** Nobody comes back, and an offer that stands unchanged never draws more than the least rest point. */
    @Property(tries = 300, seed = Seeds.USUAL)
    void aPathClimbsAndStaysBelowTheLeastRestPoint(@ForAll("games") DefectionGame game, @ForAll("rates") double rate) {
        final SchedulePath path = solve(SOLVER.withWaiting(Waiting.at(rate)), game);

        assertClimbs(path);
        assertTrue(path.share() <= least(game) + CLOSE, () -> path + " beyond " + least(game));
    }

    private static void assertClimbs(SchedulePath path) {
        for (int k = 1; k < path.dates(); k++) {
            assertTrue(path.share(k) >= path.share(k - 1));
            assertTrue(path.cutoff(k) >= path.cutoff(k - 1));
        }
    }

    /** N6: an open offer ends where the static game rests first, unless the path still crawls along a fold. */
    @Property(tries = 300, seed = Seeds.USUAL)
    void aLongPathEndsAtTheLeastRestPoint(@ForAll("games") DefectionGame game) {
        final SchedulePath path = solve(SOLVER.withHorizon(2_000).withDates(2_001), game);

        final double left = least(game) - path.share();
        Assume.that(!(left > 1e-6 && game.willing(0, path.share()) - path.share() < 1e-3));
        assertEquals(0, left, 1e-6);
    }

    /** E2 (a) on dates: more to lose by waiting, and at every date at least as many have gone. */
    @Property(tries = 200, seed = Seeds.USUAL)
    void aHigherHazardIsNeverSlower(
            @ForAll("games") DefectionGame game, @ForAll("rates") double rate, @ForAll("rates") double more) {
        final SchedulePath slow = solve(SOLVER.withWaiting(Waiting.at(rate)), game);
        final SchedulePath fast = solve(
                SOLVER.withWaiting(Waiting.at(rate)),
                game.withOffer(game.offer().withExpiry(Expiry.hazard(more))));

        for (int k = 0; k < slow.dates(); k++) {
            assertTrue(fast.share(k) >= slow.share(k) - CLOSE);
        }
    }

    /** Whatever lies behind it gets worse: the faster an offer falls, the larger the first wave. */
    @Property(tries = 200, seed = Seeds.USUAL)
    void aFallingOfferEnlargesTheFirstWave(
            @ForAll("games") DefectionGame game, @ForAll("rates") double rate, @ForAll("rates") double more) {
        final SchedulePath constant = solve(SOLVER, game);
        final SchedulePath falling = solve(SOLVER.withSchedule(Schedule.exponential(Term.CASH, rate)), game);
        final SchedulePath faster = solve(SOLVER.withSchedule(Schedule.exponential(Term.CASH, rate + more)), game);

        assertTrue(falling.share(0) >= constant.share(0) - CLOSE);
        assertTrue(faster.share(0) >= falling.share(0) - CLOSE);
        assertClimbs(faster);
    }

    /**
     * Against continuous time nobody regrets more than a step's share of what is at stake:
     * {@code G(s_k) - G(s_(k-1)) = (1 - h) (G(s_k) - c_k)}, at most {@code (1 - h) (G(1) - c_0)}.
     */
    @Property(tries = 200, seed = Seeds.USUAL)
    void regretBetweenDatesFallsWithTheStep(@ForAll("games") DefectionGame game, @ForAll("counts") int dates) {
        final ScheduleSolver solver = SOLVER.withDates(dates);
        final SchedulePath path = solve(solver, game);
        Assume.that(path.share(0) > 1e-12);

        final double bound = -Math.expm1(-solver.step()) * (game.gain(1) - path.cutoff(0));
        assertTrue(path.regretBetweenDates() <= bound + CLOSE, () -> path.regretBetweenDates() + " above " + bound);
        assertTrue(path.regret() <= path.regretBetweenDates());
    }

    /** The forward recursion is exact on its dates for offers that rise and fall: the verifier finds no regret beyond rounding. */
    @Property(tries = 300, seed = Seeds.USUAL)
    void nobodyWouldGoAtAnotherDateUnderAnySchedule(
            @ForAll("games") DefectionGame game, @ForAll("schedules") Schedule schedule, @ForAll("rates") double rate) {
        assertClimbs(solve(SOLVER.withWaiting(Waiting.at(rate)).withSchedule(schedule), game));
    }

    @Property(tries = 200, seed = Seeds.USUAL)
    void norAmongMenOfAFewCosts(
            @ForAll("atomicGames") DefectionGame game,
            @ForAll("schedules") Schedule schedule,
            @ForAll("rates") double rate) {
        assertClimbs(solve(SOLVER.withWaiting(Waiting.at(rate)).withSchedule(schedule), game));
    }

    @Property(tries = 100, seed = Seeds.USUAL)
    void norBeforeADeadline(
            @ForAll("games") DefectionGame game,
            @ForAll("plainSchedules") Schedule schedule,
            @ForAll("rates") double rate) {
        final DefectionGame ending = game.withOffer(game.offer().withExpiry(Expiry.at(10)));

        assertClimbs(solve(SOLVER.withWaiting(Waiting.at(rate)).withSchedule(schedule), ending));
    }

    @Property(tries = 100, seed = Seeds.USUAL)
    void norWhereWaitingIsFree(@ForAll("games") DefectionGame game, @ForAll("plainSchedules") Schedule schedule) {
        final DefectionGame ending = game.withOffer(game.offer().withExpiry(Expiry.at(10)));

        assertClimbs(solve(SOLVER.withWaiting(Waiting.at(0)).withSchedule(schedule), ending));
    }

    /** Averaged best replies lead to the same path, as far as they settle. */
    @Property(tries = 25, seed = Seeds.USUAL)
    void averagedRepliesLeadToTheSamePath(
            @ForAll("smoothGames") DefectionGame game, @ForAll("schedules") Schedule schedule) {
        final ScheduleSolver solver = SOLVER.withHorizon(4).withDates(21).withSchedule(schedule);
        final SchedulePath exact = solve(solver, game);
        final SchedulePath averaged = solver.averaged(20_000, 1e-7).solve(game).value();
        Assume.that(averaged.regret() < 1e-4);

        for (int k = 0; k < exact.dates(); k++) {
            assertEquals(exact.share(k), averaged.share(k), 0.05);
        }
    }

    @Provide
    Arbitrary<DefectionGame> games() {
        return games(RandomGames.laws(), RandomGames.risingGains());
    }

    @Provide
    Arbitrary<DefectionGame> smoothGames() {
        return RandomGames.between(0.4, 0.9)
                .map(cash -> DefectionGame.of(
                        Population.of(1_000, CostLaw.beta(2, 2)),
                        Offer.cash(cash),
                        io.github.breakranks.offer.Reprisal.fading(0.3)));
    }

    @Provide
    Arbitrary<DefectionGame> atomicGames() {
        return games(RandomGames.atoms(), RandomGames.risingGains());
    }

    private static Arbitrary<DefectionGame> games(Arbitrary<CostLaw> laws, Arbitrary<NetGain> gains) {
        return Combinators.combine(laws, RandomGames.offers(), gains)
                .as((law, offer, gain) -> DefectionGame.of(Population.of(1_000, law), offer.withReach(1), gain));
    }

    @Provide
    Arbitrary<Double> rates() {
        return RandomGames.between(0.01, 2);
    }

    @Provide
    Arbitrary<Integer> counts() {
        return Arbitraries.integers().between(11, 300);
    }

    /** Falling, stepped up and down, swinging. */
    @Provide
    Arbitrary<Schedule> plainSchedules() {
        final Arbitrary<Schedule> lines = Combinators.combine(RandomGames.between(0, 1), RandomGames.between(0.5, 12))
                .as((to, by) -> Schedule.linear(Term.CASH, to, by));
        final Arbitrary<Schedule> steps = Combinators.combine(
                        RandomGames.between(0.3, 3),
                        RandomGames.between(0.3, 3),
                        RandomGames.between(0, 1),
                        RandomGames.between(0, 1))
                .as((first, wait, one, other) ->
                        Schedule.steps(Term.CASH, new double[] {first, first + wait}, new double[] {one, other}));
        final Arbitrary<Schedule> swings = Combinators.combine(RandomGames.between(0.1, 6), RandomGames.between(0, 0.4))
                .as((pace, width) -> Schedule.of(Term.CASH, time -> 0.4 + width * Math.sin(pace * time)));
        final Arbitrary<Schedule> trust = RandomGames.between(0, 1).map(to -> Schedule.linear(Term.CREDIBILITY, to, 5));
        return Arbitraries.oneOf(lines, steps, swings, trust);
    }

    /** Those, extended again and again or not. */
    @Provide
    Arbitrary<Schedule> schedules() {
        final Arbitrary<Extensions> ends = Combinators.combine(
                        RandomGames.between(0.3, 4), RandomGames.between(0.1, 1), RandomGames.between(0, 1))
                .as((every, chance, doubt) -> Extensions.every(every, chance).withDoubt(doubt));
        return Arbitraries.oneOf(
                plainSchedules(),
                Combinators.combine(plainSchedules(), ends).as(Schedule::extended),
                ends.map(Schedule.constant()::extended));
    }
}
