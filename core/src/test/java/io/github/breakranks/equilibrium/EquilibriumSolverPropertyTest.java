package io.github.breakranks.equilibrium;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.breakranks.RandomGames;
import io.github.breakranks.Seeds;
import io.github.breakranks.answer.Certificate;
import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.offer.Curve;
import io.github.breakranks.offer.NetGain;
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

/** Theorems on the rest points of laws, over random games. */
class EquilibriumSolverPropertyTest {
    private static final double CLOSE = 1e-9;

    private static RestPoints solve(DefectionGame game) {
        return EquilibriumSolver.solver().solve(game).orElseThrow();
    }

    /** Tarski (1955): a least and a greatest exist, all others lie between, and each best-replies to itself. */
    @Property(tries = 500, seed = Seeds.USUAL)
    void leastAndGreatestExistAndAllRest(@ForAll("games") DefectionGame game) {
        final RestPoints rest = solve(game);

        double before = -1;
        for (RestPoint point : rest.points()) {
            final double reply = game.willing(0, point.share());
            final double slope = Math.max(1, 1e-15 * steep(game, point.share()) / CLOSE);
            assertEquals(reply, point.share(), CLOSE * slope);
            assertTrue(point.share() >= before);
            assertTrue(point.basin().contains(point.share()));
            before = point.share();
        }
        assertEquals(rest.points().get(0), rest.least());
        assertEquals(before, rest.greatest().share());
    }

    private static double steep(DefectionGame game, double x) {
        final double step = 1e-7;
        return (game.willing(0, Math.min(1, x + step)) - game.willing(0, Math.max(0, x - step))) / (2 * step);
    }

    /** Kleene (1952), Tarski (1955): from nobody play rises to the least, from everybody it falls to the greatest. */
    @Property(tries = 500, seed = Seeds.USUAL)
    void iterationFromNobodyAndFromEverybodyEndsThere(@ForAll("games") DefectionGame game) {
        final RestPoints rest = solve(game);
        final double fromNobody = iterate(game, 0);
        final double fromEverybody = iterate(game, 1);
        Assume.that(!Double.isNaN(fromNobody) && !Double.isNaN(fromEverybody)); // else it crawls along a fold

        assertEquals(fromNobody, rest.least().share(), 1e-7);
        assertEquals(fromEverybody, rest.greatest().share(), 1e-7);
    }

    private static double iterate(DefectionGame game, double start) {
        double x = start;
        for (int k = 0; k < 20_000; k++) {
            final double next = game.willing(0, x);
            if (Math.abs(next - x) < 1e-13) {
                final double beyond = x + (start == 0 ? 1e-8 : -1e-8);
                final double there = game.willing(0, Math.min(1, Math.max(0, beyond)));
                final boolean stays = start == 0 ? there <= beyond : there >= beyond;
                return stays || beyond > 1 || beyond < 0 ? next : Double.NaN;
            }
            x = next;
        }
        return Double.NaN;
    }

    /** Milgrom and Roberts (1990), Theorem 6: a better offer raises both extremes, more punishment lowers them. */
    @Property(tries = 300, seed = Seeds.USUAL)
    void aBetterOfferNeverLowersAnExtreme(
            @ForAll("games") DefectionGame game, @ForAll("terms") Term term, @ForAll("parts") double part) {
        final double now = game.offer().get(term);
        final double more = now + (term.isShare() ? (1 - now) * part : part);
        Assume.that(term != Term.REACH || game.offer().credibility() >= 0); // any offer beats none
        final RestPoints before = solve(game);
        final RestPoints after = solve(game.with(term, more));

        assertTrue(after.least().share() >= before.least().share() - CLOSE, () -> before + " then " + after);
        assertTrue(after.greatest().share() >= before.greatest().share() - CLOSE, () -> before + " then " + after);
    }

    @Property(tries = 300, seed = Seeds.USUAL)
    void morePunishmentNeverRaisesAnExtreme(
            @ForAll("smoothLaws") CostLaw law, @ForAll("parts") double fear, @ForAll("parts") double more) {
        final DefectionGame mild = DefectionGame.of(Population.of(100, law), Offer.cash(0.4), Reprisal.fading(fear));
        final RestPoints before = solve(mild);
        final RestPoints after = solve(mild.withReprisal(Reprisal.fading(fear + more)));

        assertTrue(after.least().share() <= before.least().share() + CLOSE);
        assertTrue(after.greatest().share() <= before.greatest().share() + CLOSE);
    }

    /** N11: doubling all amounts doubles no share; powers of two are exact, so not even the last bit moves. */
    @Property(tries = 200, seed = Seeds.USUAL)
    void sharesDoNotDependOnTheUnitOfMoney(
            @ForAll("parts") double mean,
            @ForAll("parts") double spread,
            @ForAll("parts") double cash,
            @ForAll("powers") int power) {
        final double unit = Math.scalb(1.0, power);
        final double deviation = 0.02 + 0.3 * spread;
        final RestPoints one = solve(DefectionGame.of(
                Population.of(100, CostLaw.normal(mean, deviation)), Offer.cash(cash), Reprisal.fading(0.5)));
        final RestPoints other = solve(DefectionGame.of(
                Population.of(100, CostLaw.normal(mean * unit, deviation * unit)),
                Offer.cash(cash * unit),
                Reprisal.fading(0.5 * unit)));

        assertEquals(
                one.points().stream().map(RestPoint::share).toList(),
                other.points().stream().map(RestPoint::share).toList());
    }

    /** N11: adding the same amount to every cost and to the gain changes nothing. */
    @Property(tries = 200, seed = Seeds.USUAL)
    void onlyTheDifferenceOfGainAndCostCounts(
            @ForAll("parts") double mean, @ForAll("parts") double cash, @ForAll("parts") double shift) {
        final NetGain gain = NetGain.of(Reprisal.fading(0.5));
        final RestPoints one =
                solve(DefectionGame.of(Population.of(100, CostLaw.logistic(mean, 0.08)), Offer.cash(cash), gain));
        final RestPoints other = solve(DefectionGame.of(
                Population.of(100, CostLaw.logistic(mean + shift, 0.08)), Offer.cash(cash), gain.withStaying(-shift)));

        Assume.that(one.complete() && other.complete());
        assertEquals(one.points().size(), other.points().size());
        assertEquals(one.least().share(), other.least().share(), CLOSE);
        assertEquals(one.greatest().share(), other.greatest().share(), CLOSE);
    }

    /** The number found is that of a scan of 200,001 shares, and it is proven, away from folds. */
    @Property(tries = 25, seed = Seeds.USUAL)
    void asManyAsAFineScanFinds(@ForAll("games") DefectionGame game) {
        Assume.that(ScanOfShares.closestTurn(game) > 1e-7);

        final var answer = EquilibriumSolver.solver().solve(game);

        assertEquals(ScanOfShares.signChanges(game), answer.value().points().size(), answer::toString);
        assertTrue(
                answer.certificate() instanceof Certificate.Proven
                        || !answer.value().complete(),
                () -> answer + " of " + game.gain());
    }

    /** So too where the gain rises and falls, with bounds on its slope or without; without them nothing is proven. */
    @Property(tries = 25, seed = Seeds.USUAL)
    void asManyAsAFineScanFindsWhereTheGainFalls(
            @ForAll("smoothLaws") CostLaw law,
            @ForAll("parts") double high,
            @ForAll("parts") double middle,
            @ForAll boolean bounded) {
        final Curve bump = Curve.rising(high, 1).times(Curve.linear(1, -middle)).plus(Curve.fading(0.4, 3));
        final NetGain known = NetGain.of(Reprisal.none()).withSolidarity(bump);
        final NetGain gain = bounded ? known : (offer, group, gone) -> known.of(offer, group, gone);
        final DefectionGame game = DefectionGame.of(Population.of(100, law), Offer.cash(0.1), gain);
        Assume.that(ScanOfShares.closestTurn(game) > 1e-6);

        final var answer = EquilibriumSolver.solver().solve(game);

        assertEquals(ScanOfShares.signChanges(game), answer.value().points().size(), answer::toString);
        assertTrue(bounded || !(answer.certificate() instanceof Certificate.Proven), answer::toString);
    }

    /** Laws of atoms: whatever the solver calls a rest point is one, and it finds the least and the greatest. */
    @Property(tries = 300, seed = Seeds.USUAL)
    void restPointsOfAtomsAreRestPoints(@ForAll("atoms") CostLaw law, @ForAll("eighths") int cash) {
        final DefectionGame game = DefectionGame.of(
                Population.of(100, law),
                Offer.cash(cash / 8.0),
                NetGain.of(Reprisal.none()).withSolidarity(1));

        final RestPoints rest = solve(game);

        for (RestPoint point : rest.points()) {
            assertEquals(game.willing(0, point.share()), point.share(), 1e-15);
        }
        double least = 0;
        while (game.willing(0, least) > least) {
            least = game.willing(0, least);
        }
        double greatest = 1;
        while (game.willing(0, greatest) < greatest) {
            greatest = game.willing(0, greatest);
        }
        assertEquals(least, rest.least().share(), 1e-15);
        assertEquals(greatest, rest.greatest().share(), 1e-15);
    }

    @Provide
    Arbitrary<DefectionGame> games() {
        return RandomGames.games();
    }

    @Provide
    Arbitrary<CostLaw> smoothLaws() {
        return RandomGames.smoothLaws();
    }

    @Provide
    Arbitrary<CostLaw> atoms() {
        return RandomGames.atoms();
    }

    @Provide
    Arbitrary<Term> terms() {
        return Arbitraries.of(Term.CASH, Term.REFUGE, Term.CREDIBILITY, Term.REACH, Term.FAMILY);
    }

    @Provide
    Arbitrary<Double> parts() {
        return RandomGames.between(0, 1);
    }

    @Provide
    Arbitrary<Integer> powers() {
        return Arbitraries.integers().between(-40, 40);
    }

    @Provide
    Arbitrary<Integer> eighths() {
        return Arbitraries.integers().between(0, 8);
    }

    /** N5: a list drawn from a law rests near the law's rest points, away from folds; 40 / sqrt(n) is generous at slopes up to 4/5. */
    @Property(tries = 60, seed = Seeds.USUAL)
    void aLongListRestsNearItsLaw(
            @ForAll("parts") double mean, @ForAll("parts") double cash, @ForAll("seeds") long seed) {
        final int agents = 4_000;
        final CostLaw law = CostLaw.normal(mean, 0.2);
        final NetGain gain = NetGain.of(Reprisal.fading(0.4)); // slope at most .4 / (.2 sqrt(2 pi)) = .8
        final RestPoints ofLaw = solve(DefectionGame.of(Population.of(agents, law), Offer.cash(cash), gain));
        final RestPoints ofList = solve(DefectionGame.of(Population.draw(agents, law, seed), Offer.cash(cash), gain));

        final double near = 5 * 3 / Math.sqrt(agents) * 0.5 + 1.0 / agents;
        assertEquals(ofLaw.least().share(), ofList.least().share(), near);
        assertEquals(ofLaw.greatest().share(), ofList.greatest().share(), near);
    }

    @Provide
    Arbitrary<Long> seeds() {
        return Combinators.combine(Arbitraries.integers(), Arbitraries.integers())
                .as((a, b) -> (long) a * b);
    }
}
