package io.github.breakranks.equilibrium;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.breakranks.RandomGames;
import io.github.breakranks.Seeds;
import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.network.Exposure;
import io.github.breakranks.offer.Offer;
import io.github.breakranks.offer.Reprisal;
import io.github.breakranks.offer.Term;
import io.github.breakranks.population.CostLaw;
import io.github.breakranks.population.Population;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** One game told in several ways: as a law, as groups, as a list, in another unit, in another order, under a better offer. */
class NestingPropertyTest {
    private static final double CLOSE = 1e-9;

    private static RestPoints solve(DefectionGame game) {
        return EquilibriumSolver.solver().solve(game).orElseThrow();
    }

    /** Groups of a seed's making; {@code order} says which stands where, {@code unit} what one of its money is. */
    private static DefectionGame army(int seed, int[] order, double unit) {
        final int groups = order.length;
        final SplittableRandom random = new SplittableRandom(seed);
        final Population[] populations = new Population[groups];
        final double[][] mixing = new double[groups][groups];
        for (int g = 0; g < groups; g++) {
            final double mean = unit * (0.1 + 0.4 * random.nextDouble());
            final double spread = unit * (0.04 + 0.15 * random.nextDouble());
            populations[g] = Population.of(1 + random.nextInt(5_000), CostLaw.normal(mean, spread))
                    .named("group " + g);
            double left = 1;
            for (int h = 0; h + 1 < groups; h++) {
                mixing[g][h] = left * random.nextDouble();
                left -= mixing[g][h];
            }
            mixing[g][groups - 1] = left;
        }
        final Offer offer = Offer.cash(unit * 0.5 * random.nextDouble())
                .withRefuge(unit * 0.2 * random.nextDouble())
                .withCredibility(0.5 + 0.4 * random.nextDouble())
                .withReach(0.5 + 0.4 * random.nextDouble());
        final Population[] ordered = new Population[groups];
        final double[][] rows = new double[groups][groups];
        for (int g = 0; g < groups; g++) {
            ordered[g] = populations[order[g]];
            for (int h = 0; h < groups; h++) {
                rows[g][h] = mixing[order[g]][order[h]];
            }
        }
        return DefectionGame.of(Population.join(ordered), offer, Reprisal.fading(unit * 0.6 * random.nextDouble()))
                .on(Exposure.mixing(rows));
    }

    private static int[] inOrder(int groups) {
        return IntStream.range(0, groups).toArray();
    }

    /** N1: groups of unlike costs that all see everybody rest where the law that mixes them does. */
    @Property(tries = 60, seed = Seeds.USUAL)
    void groupsThatSeeEverybodyAreOnePopulation(
            @ForAll("smoothLaws") CostLaw one,
            @ForAll("smoothLaws") CostLaw other,
            @ForAll @IntRange(min = 1, max = 9) int tenths,
            @ForAll("parts") double cash,
            @ForAll("parts") double fear) {
        final DefectionGame apart = DefectionGame.of(
                Population.join(
                        Population.of(100 * tenths, one).named("one"),
                        Population.of(1000 - 100 * tenths, other).named("other")),
                Offer.cash(cash).withReach(0.8),
                Reprisal.fading(fear));
        final RestPoints whole =
                solve(apart.withPopulation(Population.of(1000, CostLaw.mixture(tenths / 10.0, one, other))));
        final RestPoints groups = solve(apart);
        Assume.that(whole.complete()); // else at a fold, where the last digits decide

        assertEquals(whole.least().share(), groups.least().share(), 1e-7);
        assertEquals(whole.greatest().share(), groups.greatest().share(), 1e-7);
        if (groups.complete()) {
            assertEquals(whole.points().size(), groups.points().size());
        }
    }

    /** N1: everybody, no homophily, and a matrix whose every row is the masses are one exposure. */
    @Property(tries = 40, seed = Seeds.USUAL)
    void completeMixingIsSeeingEverybody(@ForAll int seed, @ForAll @IntRange(min = 2, max = 4) int groups) {
        final DefectionGame game = army(seed, inOrder(groups), 1);
        final double[][] rows = new double[groups][groups];
        for (double[] row : rows) {
            Arrays.setAll(row, game.population()::mass);
        }
        final RestPoints everybody = solve(game.on(Exposure.everybody()));
        for (Exposure exposure : List.of(Exposure.homophily(0), Exposure.mixing(rows))) {
            final RestPoints mixed = solve(game.on(exposure));
            for (int g = 0; g < groups; g++) {
                assertEquals(everybody.least().shareOf(g), mixed.least().shareOf(g), CLOSE);
                assertEquals(everybody.greatest().shareOf(g), mixed.greatest().shareOf(g), CLOSE);
            }
        }
    }

    /** N1 for lists: it does not matter that they are told apart by name. */
    @Property(tries = 200, seed = Seeds.USUAL)
    void listsJoinedAreOneList(@ForAll("lists") DefectionGame drawn, @ForAll("lists") DefectionGame more) {
        final DefectionGame game = drawn.with(Term.REACH, 1);
        final double[] first = game.population().costs();
        final double[] second = more.population().costs();
        final double[] all = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        final RestPoints joined = solve(game.withPopulation(Population.join(
                Population.of(first).named("first"), Population.of(second).named("second"))));
        final RestPoints one = solve(game.withPopulation(Population.of(all)));

        assertEquals(gone(one), gone(joined));
        for (int agent = 0; agent < all.length; agent++) {
            assertEquals(one.least().gone(agent), joined.least().gone(agent));
            assertEquals(one.greatest().gone(agent), joined.greatest().gone(agent));
        }
    }

    private static List<Long> gone(RestPoints rest) {
        return rest.points().stream().map(RestPoint::gone).toList();
    }

    /** N11: in whatever order the groups stand. */
    @Property(tries = 60, seed = Seeds.USUAL)
    void theOrderOfTheGroupsDoesNotMatter(@ForAll int seed, @ForAll @IntRange(min = 2, max = 4) int groups) {
        final List<Integer> shuffled =
                new ArrayList<>(IntStream.range(0, groups).boxed().toList());
        Collections.shuffle(shuffled, new Random(seed));
        final int[] order = shuffled.stream().mapToInt(Integer::intValue).toArray();
        final RestPoints one = solve(army(seed, inOrder(groups), 1));
        final RestPoints other = solve(army(seed, order, 1));

        for (int g = 0; g < groups; g++) {
            final String name = "group " + g;
            assertEquals(one.least().shareOf(name), other.least().shareOf(name), CLOSE);
            assertEquals(one.greatest().shareOf(name), other.greatest().shareOf(name), CLOSE);
        }
        if (one.complete() && other.complete()) {
            assertEquals(one.points().size(), other.points().size());
        }
    }

    /** N11: in whatever order the parts of a law are named. */
    @Property(tries = 60, seed = Seeds.USUAL)
    void theOrderOfTheLawsDoesNotMatter(
            @ForAll("smoothLaws") CostLaw one,
            @ForAll("smoothLaws") CostLaw other,
            @ForAll("parts") double share,
            @ForAll("parts") double cash) {
        Assume.that(share > 0 && share < 1);
        final DefectionGame game = DefectionGame.of(
                Population.of(100, CostLaw.mixture(share, one, other)), Offer.cash(cash), Reprisal.fading(0.5));
        final RestPoints turned =
                solve(game.withPopulation(Population.of(100, CostLaw.mixture(1 - share, other, one))));
        final RestPoints straight = solve(game);
        Assume.that(straight.complete() && turned.complete());

        assertEquals(straight.points().size(), turned.points().size());
        assertEquals(straight.least().share(), turned.least().share(), CLOSE);
        assertEquals(straight.greatest().share(), turned.greatest().share(), CLOSE);
    }

    /** N11: all amounts of groups in another unit of money. */
    @Property(tries = 60, seed = Seeds.USUAL)
    void theUnitOfMoneyDoesNotMatterToGroups(
            @ForAll int seed,
            @ForAll @IntRange(min = 2, max = 4) int groups,
            @ForAll @IntRange(min = -30, max = 30) int power) {
        final RestPoints one = solve(army(seed, inOrder(groups), 1));
        final RestPoints other = solve(army(seed, inOrder(groups), Math.scalb(1.0, power)));

        assertEquals(one.points().size(), other.points().size());
        for (int k = 0; k < one.points().size(); k++) {
            for (int g = 0; g < groups; g++) {
                assertEquals(
                        one.points().get(k).shareOf(g), other.points().get(k).shareOf(g), CLOSE);
            }
        }
    }

    /** N11: all amounts of a list in another unit of money; powers of two are exact, so not even a tie is broken. */
    @Property(tries = 200, seed = Seeds.USUAL)
    void theUnitOfMoneyDoesNotMatterToLists(
            @ForAll double[] draws, @ForAll("parts") double cash, @ForAll @IntRange(min = -30, max = 30) int power) {
        final double[] costs = Arrays.stream(draws)
                .map(draw -> Math.rint(8 * Math.sin(draw)) / 8)
                .toArray();
        Assume.that(costs.length > 0);
        final double unit = Math.scalb(1.0, power);
        final RestPoints one = solve(DefectionGame.of(Population.of(costs), Offer.cash(cash), Reprisal.fading(0.5)));
        final RestPoints other = solve(DefectionGame.of(
                Population.of(Arrays.stream(costs).map(cost -> unit * cost).toArray()),
                Offer.cash(unit * cash),
                Reprisal.fading(unit * 0.5)));

        assertEquals(gone(one), gone(other));
        assertEquals(one.ties(), other.ties());
    }

    /** N11, T3: any term of the offer to all raised, nobody in any group goes less in the least or in the greatest. */
    @Property(tries = 60, seed = Seeds.USUAL)
    void aBetterOfferLowersNoGroup(
            @ForAll int seed, @ForAll @IntRange(min = 2, max = 4) int groups, @ForAll("terms") Term term) {
        final DefectionGame game = army(seed, inOrder(groups), 1);
        final RestPoints before = solve(game);
        final RestPoints after = solve(game.with(term, game.offer().get(term) + 0.1));

        for (int g = 0; g < groups; g++) {
            assertTrue(after.least().shareOf(g) >= before.least().shareOf(g) - CLOSE);
            assertTrue(after.greatest().shareOf(g) >= before.greatest().shareOf(g) - CLOSE);
        }
    }

    /** N11, T3 for lists: more credibility, or less reprisal, takes nobody out of the least or the greatest. */
    @Property(tries = 200, seed = Seeds.USUAL)
    void moreBeliefOrLessFearKeepsAllWhoWent(
            @ForAll("lists") DefectionGame drawn, @ForAll("parts") double belief, @ForAll("parts") double fear) {
        final DefectionGame game = drawn.with(Term.CREDIBILITY, belief).withReprisal(Reprisal.fading(4 + 4 * fear));
        final RestPoints before = solve(game);
        for (DefectionGame better :
                List.of(game.with(Term.CREDIBILITY, (1 + belief) / 2), game.withReprisal(Reprisal.fading(4 * fear)))) {
            final RestPoints after = solve(better);
            for (int agent = 0; agent < game.population().size(); agent++) {
                assertFalse(before.least().gone(agent) && !after.least().gone(agent));
                assertFalse(before.greatest().gone(agent) && !after.greatest().gone(agent));
            }
        }
    }

    /**
     * N5: draws stray from their law by {@code O(n^-1/2)}, away from folds. By the inequality of Dvoretzky, Kiefer and Wolfowitz no
     * empirical law strays further than {@code sqrt(ln(2/p) / (2n))} but with probability p, and a slope of at most 4/5 makes of that at
     * most five times as much in a rest point; that nobody counts himself adds as much as one head.
     */
    @Property(tries = 60, seed = Seeds.USUAL)
    void drawsStrayByTheRootOfTheirNumber(
            @ForAll("parts") double mean,
            @ForAll("parts") double cash,
            @ForAll("sizes") int agents,
            @ForAll @IntRange(min = 0, max = 1_000_000) int seed) {
        final CostLaw law = CostLaw.normal(mean, 0.2);
        final DefectionGame game =
                DefectionGame.of(Population.of(agents, law), Offer.cash(cash), Reprisal.fading(0.4)); // slope <= .798
        final RestPoints ofLaw = solve(game);
        final RestPoints ofList = solve(game.withPopulation(Population.draw(agents, law, seed)));
        final double stray = 5 * (Math.sqrt(Math.log(2e9) / 2 / agents) + 1.0 / (agents - 1));

        assertEquals(ofLaw.least().share(), ofList.least().share(), stray);
        assertEquals(ofLaw.greatest().share(), ofList.greatest().share(), stray);
    }

    /** N5 for groups that see everybody: the inequality holds in each group, and the mean strays no further than the groups. */
    @Property(tries = 60, seed = Seeds.USUAL)
    void drawsOfGroupsStrayNoFurther(
            @ForAll("parts") double mean,
            @ForAll("parts") double other,
            @ForAll("parts") double cash,
            @ForAll("sizes") int agents,
            @ForAll @IntRange(min = 0, max = 1_000_000) int seed) {
        final CostLaw one = CostLaw.normal(mean, 0.2);
        final CostLaw two = CostLaw.normal(other, 0.25);
        final DefectionGame laws = DefectionGame.of(
                Population.join(
                        Population.of(agents, one).named("one"),
                        Population.of(agents, two).named("two")),
                Offer.cash(cash),
                Reprisal.fading(0.4)); // slope <= .798
        final RestPoints ofLaws = solve(laws);
        final RestPoints ofLists = solve(laws.withPopulation(Population.join(
                Population.draw(agents, one, seed).named("one"),
                Population.draw(agents, two, seed + 1L).named("two"))));
        final double stray = 5 * (Math.sqrt(Math.log(4e9) / 2 / agents) + 1.0 / (agents - 1));

        for (String group : List.of("one", "two")) {
            assertEquals(ofLaws.least().shareOf(group), ofLists.least().shareOf(group), stray);
            assertEquals(ofLaws.greatest().shareOf(group), ofLists.greatest().shareOf(group), stray);
        }
    }

    /** N5: the mean distance over many draws falls to about a quarter where there are sixteen times as many. */
    @Example
    void sixteenTimesAsManyStrayAQuarterAsFar() {
        final double few = meanDistance(400);
        final double many = meanDistance(6_400);

        assertTrue(many > 0.18 * few && many < 0.35 * few, () -> few + " and " + many);
    }

    private static double meanDistance(int agents) {
        final CostLaw law = CostLaw.normal(0.25, 0.2);
        final DefectionGame game = DefectionGame.of(Population.of(agents, law), Offer.cash(0.4), Reprisal.fading(0.3));
        final double share = solve(game).least().share();
        return IntStream.range(0, 200)
                .mapToDouble(seed -> Math.abs(solve(game.withPopulation(Population.draw(agents, law, seed)))
                                .least()
                                .share()
                        - share))
                .average()
                .orElseThrow();
    }

    @Provide
    Arbitrary<DefectionGame> lists() {
        return RandomGames.lists();
    }

    @Provide
    Arbitrary<CostLaw> smoothLaws() {
        return RandomGames.smoothLaws();
    }

    @Provide
    Arbitrary<Double> parts() {
        return RandomGames.between(0, 1);
    }

    @Provide
    Arbitrary<Integer> sizes() {
        return Arbitraries.of(100, 1_000, 10_000);
    }

    @Provide
    Arbitrary<Term> terms() {
        return Arbitraries.of(Term.CASH, Term.REFUGE, Term.CREDIBILITY, Term.REACH);
    }
}
