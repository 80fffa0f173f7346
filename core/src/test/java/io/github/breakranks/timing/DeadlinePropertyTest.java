package io.github.breakranks.timing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.breakranks.RandomGames;
import io.github.breakranks.Seeds;
import io.github.breakranks.equilibrium.EquilibriumSolver;
import io.github.breakranks.equilibrium.Potential;
import io.github.breakranks.equilibrium.RestPoint;
import io.github.breakranks.equilibrium.RestPoints;
import io.github.breakranks.equilibrium.Selection;
import io.github.breakranks.equilibrium.Stability;
import io.github.breakranks.equilibrium.Tipping;
import io.github.breakranks.equilibrium.TippingSolver;
import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.offer.Expiry;
import io.github.breakranks.offer.Offer;
import io.github.breakranks.offer.Reprisal;
import io.github.breakranks.offer.Term;
import io.github.breakranks.population.CostLaw;
import io.github.breakranks.population.Population;
import java.util.OptionalDouble;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds of any law and gain under an offer that ends at a date, and of the potential that selects. */
class DeadlinePropertyTest {
    private static final double RATE = 0.1;
    private static final double CLOSE = 1e-9;

    private static DeadlinePath path(DefectionGame game, double date, Selection selection) {
        final Offer offer = game.offer().withExpiry(Expiry.at(date));
        return DeadlineSolver.of(Waiting.at(RATE))
                .withSelection(selection)
                .solve(game.withOffer(offer))
                .orElseThrow();
    }

    private static RestPoints rest(DefectionGame game) {
        return EquilibriumSolver.solver().solve(game).orElseThrow();
    }

    private static double scale(DefectionGame game) {
        return Math.max(1, Math.abs(game.gain(0)) + Math.abs(game.gain(1)));
    }

    /** E3: nobody gains by another date, under either view. */
    @Property(tries = 80, seed = Seeds.USUAL)
    void everybodyGoesAtHisBestDate(
            @ForAll("anyGames") DefectionGame game,
            @ForAll("dates") double date,
            @ForAll("selections") Selection selection) {
        final DeadlinePath path = path(game, date, selection);
        final double crowd = BestReplies.regret(new BestReplies.Path(game, RATE, path::shareAt, path::shareAt, date));
        assertTrue(crowd < 1e-6 * scale(game), () -> crowd + " of " + path + " in " + game + game.gain());

        final ExpiryPath open = ExpirySolver.of(Waiting.at(RATE)).solve(game).orElseThrow();
        final double alone = BestReplies.regret(new BestReplies.Path(
                game,
                RATE,
                open::shareAt,
                time -> time < date ? open.shareAt(time) : path.unprotected().total(),
                date));
        assertTrue(alone < 1e-6 * scale(game), () -> alone + " of " + path + " in " + game + game.gain());
        assertEquals(open.shareAt(date), path.unprotected().before(), 1e-14);
    }

    /** E3: a rest point, reached from below, with a quiet period no longer than the time. */
    @Property(tries = 150, seed = Seeds.USUAL)
    void theCrowdComesToTheRestPointAskedFor(
            @ForAll("anyGames") DefectionGame game,
            @ForAll("dates") double date,
            @ForAll("selections") Selection selection) {
        final DeadlinePath path = path(game, date, selection);
        final DeadlinePath.Outcome crowd = path.protectedByCrowd();

        assertEquals(rest(game).at(selection).share(), crowd.total(), 1e-14);
        assertTrue(crowd.before() >= 0 && crowd.atDeadline() >= 0, path::toString);
        assertTrue(crowd.quietPeriod() >= 0 && crowd.quietPeriod() <= date, path::toString);
        assertTrue(crowd.before() <= path.unprotected().before() + CLOSE, path::toString);
        assertEquals(crowd.total(), path.shareAt(date));
        assertEquals(crowd.before(), path.shareAt(date * (1 - 1e-12)), 1e-6);
    }

    /** E3: with one rest point a deadline changes dates and no numbers. */
    @Property(tries = 150, seed = Seeds.USUAL)
    void withOneRestPointTheTotalIsThatOfAnOpenOffer(
            @ForAll("smoothGames") DefectionGame game, @ForAll("dates") double date) {
        Assume.that(rest(game).points().size() == 1);
        final DeadlinePath path = path(game, date, Selection.POTENTIAL);

        assertEquals(path.openShare(), path.protectedByCrowd().total(), 1e-14);
        assertEquals(0, path.dividend(), 1e-14);
    }

    /** E3: {@code Delta = -ln(1 - r) / g} for even costs and straight reprisals, if that is shorter than the time. */
    @Property(tries = 150, seed = Seeds.USUAL)
    void theQuietPeriodOfEvenCosts(
            @ForAll("parts") double fear, @ForAll("parts") double part, @ForAll("dates") double date) {
        final double benefit = fear + (1 - fear) * part;
        final double quiet = -Math.log1p(-fear) / RATE;
        Assume.that(quiet < date && benefit < 1 && benefit > fear + 1e-3);
        final DefectionGame game =
                DefectionGame.of(Population.of(10, CostLaw.uniform(0, 1)), Offer.cash(benefit), Reprisal.fading(fear));

        assertEquals(
                quiet, path(game, date, Selection.POTENTIAL).protectedByCrowd().quietPeriod(), 1e-5 * quiet);
    }

    /** E3: judged on those gone before, more than an open offer at the date, never more than it brings in the end. */
    @Property(tries = 200, seed = Seeds.USUAL)
    void judgedOnThoseGoneBefore(@ForAll("smoothGames") DefectionGame game, @ForAll("dates") double date) {
        final DeadlinePath path = path(game, date, Selection.LEAST);

        assertTrue(path.unprotected().total() >= path.unprotected().before() - CLOSE);
        assertTrue(path.unprotected().total() >= path.openShareAtDate() - CLOSE);
        assertTrue(path.unprotected().total() <= path.openShare() + CLOSE, () -> path + " " + game.gain());
        assertTrue(
                path.openCatchesUp() >= date - 1e-6 * date || path.unprotected().atDeadline() < CLOSE);
    }

    /** E4: the potential rises up to the least, and its maximiser is a stable rest point. */
    @Property(tries = 200, seed = Seeds.USUAL)
    void thePotential(@ForAll("steepGames") DefectionGame game) {
        final RestPoints rest = rest(game);
        Assume.that(rest.complete());
        final Potential potential = Potential.of(game);
        final RestPoint best = rest.at(Selection.POTENTIAL);

        assertTrue(best.stability() != Stability.UNSTABLE, rest::toString);
        double before = 0;
        for (int k = 1; k <= 20; k++) {
            final double now = potential.rise(0, rest.least().share() * k / 20);
            assertTrue(now >= before - 1e-12);
            before = now;
        }
        for (int k = 0; k <= 50; k++) {
            assertTrue(potential.rise(best.share(), k / 50.0) <= 1e-12, () -> rest + " " + best);
        }
    }

    /** E4: the dividend is above 0 if and only if that maximiser lies above the least. */
    @Property(tries = 150, seed = Seeds.USUAL)
    void theDividend(@ForAll("steepGames") DefectionGame game, @ForAll("dates") double date) {
        final RestPoints rest = rest(game);
        final boolean above =
                rest.at(Selection.POTENTIAL).share() > rest.least().share();

        assertEquals(above, path(game, date, Selection.POTENTIAL).dividend() > 0);
        assertEquals(0, path(game, date, Selection.LEAST).dividend());
    }

    /** E4: the switch lies between collapse and tipping, and there the selected rest point jumps. */
    @Property(tries = 40, seed = Seeds.USUAL)
    void theSwitchLiesBetweenTheFolds(@ForAll("steepGames") DefectionGame game) {
        final Tipping tipping = TippingSolver.of(Term.CASH).solve(game).orElseThrow();
        final OptionalDouble offer = Potential.switchOffer(game, Term.CASH);
        Assume.that(offer.isPresent());

        final double value = offer.orElseThrow();
        assertTrue(value <= tipping.up().orElseThrow().value());
        tipping.down().ifPresent(down -> assertTrue(value >= down.value()));
        final RestPoints there = rest(game.with(Term.CASH, value));
        assertTrue(Math.abs(Potential.of(there.game()).rise(there.least(), there.greatest())) < 1e-9
                || there.points().size() > 3
                || value < 1e-9);
    }

    @Provide
    Arbitrary<Selection> selections() {
        return Arbitraries.of(Selection.class);
    }

    @Provide
    Arbitrary<DefectionGame> anyGames() {
        return Arbitraries.oneOf(TimedGames.games(), TimedGames.steepGames());
    }

    @Provide
    Arbitrary<DefectionGame> smoothGames() {
        return TimedGames.games(RandomGames.smoothLaws());
    }

    @Provide
    Arbitrary<DefectionGame> steepGames() {
        return TimedGames.steepGames();
    }

    @Provide
    Arbitrary<Double> dates() {
        return RandomGames.between(0.1, 60);
    }

    @Provide
    Arbitrary<Double> parts() {
        return RandomGames.between(0.01, 0.95);
    }
}
