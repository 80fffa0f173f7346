package io.github.breakranks.equilibrium;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.breakranks.Seeds;
import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.network.Exposure;
import io.github.breakranks.offer.Offer;
import io.github.breakranks.offer.Reprisal;
import io.github.breakranks.offer.Term;
import io.github.breakranks.population.CostLaw;
import io.github.breakranks.population.Population;
import java.util.SplittableRandom;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Theorems on monotone games, for random groups that mix at random. */
class GroupsPropertyTest {

    private record Army(Population[] groups, double[][] mixing, Offer offer, Reprisal reprisal) {
        DefectionGame game() {
            return DefectionGame.of(Population.join(groups), offer, reprisal).on(Exposure.mixing(mixing));
        }
    }

    private static Army army(int seed, int groups) {
        final SplittableRandom random = new SplittableRandom(seed);
        final Population[] populations = new Population[groups];
        final double[][] mixing = new double[groups][groups];
        for (int g = 0; g < groups; g++) {
            final double mean = 0.1 + 0.4 * random.nextDouble();
            final double spread = 0.04 + 0.15 * random.nextDouble();
            populations[g] = Population.of(
                            1 + random.nextInt(5_000),
                            g % 2 == 0 ? CostLaw.normal(mean, spread) : CostLaw.logistic(mean, spread / 2))
                    .named("group " + g);
            double sum = 0;
            for (int h = 0; h < groups; h++) {
                mixing[g][h] = random.nextDouble();
                sum += mixing[g][h];
            }
            for (int h = 0; h < groups; h++) {
                mixing[g][h] /= sum;
            }
        }
        final Offer offer = Offer.cash(0.5 * random.nextDouble())
                .withCredibility(0.5 + 0.5 * random.nextDouble())
                .withReach(random.nextBoolean() ? 1 : 0.5 + 0.5 * random.nextDouble());
        return new Army(
                populations, mixing, offer, Reprisal.fading(0.6 * random.nextDouble(), 0.5 + 2 * random.nextDouble()));
    }

    private static RestPoints solve(DefectionGame game) {
        return EquilibriumSolver.solver().solve(game).orElseThrow();
    }

    /** T1 and T2: iterating from nobody and from everybody ends at the least and the greatest; all rest points lie between. */
    @Property(tries = 60, seed = Seeds.USUAL)
    void iterationEndsAtTheExtremes(@ForAll int seed, @ForAll @IntRange(min = 2, max = 4) int groups) {
        final DefectionGame game = army(seed, groups).game();
        final RestPoints rest = solve(game);
        final double[] up = iterate(game, 0);
        final double[] down = iterate(game, 1);
        Assume.that(up != null && down != null);
        for (int g = 0; g < groups; g++) {
            assertEquals(up[g], rest.least().shareOf(g), 1e-9);
            assertEquals(down[g], rest.greatest().shareOf(g), 1e-9);
            for (RestPoint point : rest.points()) {
                assertTrue(point.shareOf(g) >= up[g] - 1e-9 && point.shareOf(g) <= down[g] + 1e-9);
                assertEquals(point.shareOf(g), game.willing(g, seen(game, g, point)), 1e-12);
            }
        }
    }

    private static double seen(DefectionGame game, int group, RestPoint point) {
        double sum = 0;
        for (int h = 0; h < point.groups(); h++) {
            sum += game.seen()[group][h] * point.shareOf(h);
        }
        return Math.min(1, sum);
    }

    /** Null if it has not settled: near a fold. */
    private static double[] iterate(DefectionGame game, double start) {
        final int groups = game.groups();
        final double[][] seen = game.seen();
        double[] x = new double[groups];
        java.util.Arrays.fill(x, start);
        for (int step = 0; step < 20_000; step++) {
            final double[] next = new double[groups];
            double moved = 0;
            for (int g = 0; g < groups; g++) {
                double sum = 0;
                for (int h = 0; h < groups; h++) {
                    sum += seen[g][h] * x[h];
                }
                next[g] = game.willing(g, Math.min(1, sum));
                moved = Math.max(moved, Math.abs(next[g] - x[g]));
            }
            x = next;
            if (moved < 1e-13) {
                return x;
            }
        }
        return null;
    }

    /** T3: more for one group lowers nobody's share in the least and in the greatest rest point. */
    @Property(tries = 60, seed = Seeds.USUAL)
    void moreForOneGroupLowersNobody(@ForAll int seed, @ForAll @IntRange(min = 2, max = 4) int groups) {
        final Army army = army(seed, groups);
        final DefectionGame game = army.game();
        final DefectionGame richer = game.with("group 1", Term.CASH, army.offer.cash() + 0.05);
        for (int g = 0; g < groups; g++) {
            assertTrue(solve(richer).least().shareOf(g) >= solve(game).least().shareOf(g) - 1e-9);
            assertTrue(solve(richer).greatest().shareOf(g)
                    >= solve(game).greatest().shareOf(g) - 1e-9);
        }
    }

    /** N1: one law split into groups that see everybody rests where the law does. */
    @Property(tries = 40, seed = Seeds.USUAL)
    void splittingALawChangesNothing(@ForAll int seed, @ForAll @IntRange(min = 2, max = 4) int groups) {
        final Army army = army(seed, groups);
        final CostLaw law = army.groups[0].law();
        final Population[] alike = new Population[groups];
        int heads = 0;
        for (int g = 0; g < groups; g++) {
            alike[g] = Population.of(army.groups[g].size(), law).named("group " + g);
            heads += alike[g].size();
        }
        final RestPoints split = solve(DefectionGame.of(Population.join(alike), army.offer, army.reprisal));
        final RestPoints whole = solve(DefectionGame.of(Population.of(heads, law), army.offer, army.reprisal));

        assertEquals(whole.least().share(), split.least().share(), 1e-9);
        assertEquals(whole.greatest().share(), split.greatest().share(), 1e-9);
        if (groups == 2 && whole.complete() && split.complete()) {
            assertEquals(whole.points().size(), split.points().size());
        }
    }

    /** Milgrom and Roberts (1990): what survives iterated strict dominance lies between the least and the greatest. T4, n at most 8. */
    @Property(tries = 200, seed = Seeds.USUAL)
    void survivorsOfDominanceLieBetweenTheExtremes(@ForAll int seed, @ForAll @IntRange(min = 1, max = 8) int agents) {
        final SplittableRandom random = new SplittableRandom(seed);
        final double[] costs = random.doubles(agents, -0.1, 0.8).toArray();
        final DefectionGame game = DefectionGame.of(
                Population.of(costs),
                Offer.cash(0.4 * random.nextDouble()),
                Reprisal.fading(0.6 * random.nextDouble()));
        final boolean[] mayGo = new boolean[agents];
        final boolean[] mayStay = new boolean[agents];
        java.util.Arrays.fill(mayGo, true);
        java.util.Arrays.fill(mayStay, true);
        boolean struck = true;
        while (struck) {
            struck = false;
            for (int agent = 0; agent < agents; agent++) {
                struck |= strike(game, agent, mayGo, mayStay);
            }
        }
        final RestPoints rest = solve(game);
        for (int agent = 0; agent < agents; agent++) {
            assertEquals(!mayStay[agent], rest.least().gone(agent));
            assertEquals(mayGo[agent], rest.greatest().gone(agent));
        }
    }

    /** Strikes an action that is worse against every profile of the others that is left. */
    private static boolean strike(DefectionGame game, int agent, boolean[] mayGo, boolean[] mayStay) {
        if (!mayGo[agent] || !mayStay[agent]) {
            return false;
        }
        boolean goesAlways = true;
        boolean staysAlways = true;
        for (int profile = 0; profile < 1 << mayGo.length; profile++) {
            if (isLeft(profile, agent, mayGo, mayStay)) {
                final boolean goes = game.goes(agent, Integer.bitCount(profile));
                goesAlways &= goes;
                staysAlways &= !goes;
            }
        }
        mayStay[agent] &= !goesAlways;
        mayGo[agent] &= !staysAlways;
        return goesAlways || staysAlways;
    }

    private static boolean isLeft(int profile, int agent, boolean[] mayGo, boolean[] mayStay) {
        for (int other = 0; other < mayGo.length; other++) {
            final boolean gone = (profile >> other & 1) == 1;
            if (other == agent ? gone : gone ? !mayGo[other] : !mayStay[other]) {
                return false;
            }
        }
        return true;
    }
}
