package io.github.breakranks.equilibrium;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.breakranks.RandomGames;
import io.github.breakranks.Seeds;
import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.game.NormalFormGame;
import io.github.breakranks.game.TieRule;
import io.github.breakranks.network.Network;
import io.github.breakranks.network.NetworkBuilder;
import io.github.breakranks.offer.NetGain;
import io.github.breakranks.offer.Offer;
import io.github.breakranks.offer.Reprisal;
import io.github.breakranks.population.Population;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** N7: the pure equilibria of a defection game written in normal form are the rest points that the engine finds. */
class NormalFormPropertyTest {
    private static final NetGain GAIN = NetGain.of(Reprisal.fading(0.5)).withSolidarity(0.3);

    /** Pure equilibria in which the indifferent do as the rule for ties says. */
    private static List<int[]> ruled(DefectionGame game) {
        final NormalFormGame normal = game.toNormalForm();
        final PureEquilibria pure = PureNashSolver.solver().solve(normal).orElseThrow();
        final List<int[]> ruled = new ArrayList<>();
        for (int k = 0; k < pure.count(); k++) {
            final int[] chosen = pure.chosen(k);
            boolean follows = true;
            for (int agent = 0; agent < chosen.length; agent++) {
                final int index = normal.index(chosen) - chosen[agent] * normal.stride(agent);
                final int rule = game.ties() == TieRule.GOES ? 1 : 0;
                follows &= normal.compareAt(agent, index, index + normal.stride(agent)) != 0 || chosen[agent] == rule;
            }
            if (follows) {
                ruled.add(chosen);
            }
        }
        return ruled;
    }

    private static SortedSet<Long> counts(List<int[]> profiles) {
        final SortedSet<Long> counts = new TreeSet<>();
        profiles.forEach(chosen -> counts.add((long) IntStream.of(chosen).sum()));
        return counts;
    }

    private static SortedSet<Long> counts(RestPoints rest) {
        final SortedSet<Long> counts = new TreeSet<>();
        rest.points().forEach(point -> counts.add(point.gone()));
        return counts;
    }

    /** With ties, which these lists have many of, the engine's counts are the equilibria in which the indifferent follow the rule. */
    @Property(tries = 100, seed = Seeds.USUAL)
    void listsWithTies(@ForAll("anyLists") DefectionGame game) {
        assertEquals(
                counts(ruled(game)),
                counts(EquilibriumSolver.solver().solve(game).orElseThrow()));
    }

    /** Up to twelve agents whose costs never tie: then the two sets are the same. */
    @Property(tries = 50, seed = Seeds.USUAL)
    void listsWithoutTies(@ForAll long seed) {
        final SplittableRandom random = new SplittableRandom(seed);
        final double[] costs = random.doubles(random.nextInt(1, 13), -0.2, 0.9).toArray();
        final DefectionGame game = DefectionGame.of(Population.of(costs), Offer.cash(random.nextDouble(0.6)), GAIN);
        final PureEquilibria pure =
                PureNashSolver.solver().solve(game.toNormalForm()).orElseThrow();
        final SortedSet<Long> counts = new TreeSet<>();
        for (int k = 0; k < pure.count(); k++) {
            counts.add((long) IntStream.of(pure.chosen(k)).sum());
        }
        assertEquals(counts, counts(EquilibriumSolver.solver().solve(game).orElseThrow()));
    }

    @Property(tries = 50, seed = Seeds.USUAL)
    void groupsOfLists(@ForAll long seed) {
        final SplittableRandom random = new SplittableRandom(seed);
        final Population officers = Population.of(
                        random.ints(3, 0, 9).mapToDouble(k -> k / 8.0).toArray())
                .named("officers");
        final Population men = Population.of(
                        random.ints(5, -2, 7).mapToDouble(k -> k / 8.0).toArray())
                .named("men");
        final DefectionGame game = DefectionGame.of(Population.join(officers, men), Offer.cash(0.25), GAIN)
                .withOffer("officers", Offer.cash(random.nextInt(8) / 8.0));
        assertEquals(
                counts(ruled(game)),
                counts(EquilibriumSolver.solver().solve(game).orElseThrow()));
    }

    /** On a network all sets that rest are found where few are in doubt; with weights too. */
    @Property(tries = 50, seed = Seeds.USUAL)
    void networks(@ForAll long seed) {
        final SplittableRandom random = new SplittableRandom(seed);
        final int agents = random.nextInt(2, 9);
        final boolean weighted = random.nextBoolean();
        final NetworkBuilder builder = Network.builder(agents).directed();
        for (int pair = 0; pair < agents * agents; pair++) {
            if (pair / agents != pair % agents && random.nextInt(2) == 0) {
                link(builder, pair / agents, pair % agents, weighted ? random.nextInt(1, 9) : 0);
            }
        }
        final double[] costs =
                random.ints(agents, -10, 60).mapToDouble(k -> k / 64.0).toArray();
        final DefectionGame game = DefectionGame.of(Population.of(costs), Offer.cash(random.nextInt(40) / 64.0), GAIN)
                .on(builder.build());
        final RestPoints rest = EquilibriumSolver.solver().solve(game).orElseThrow();
        final List<int[]> pure = ruled(game);
        assertEquals(pure.size(), rest.points().size());
        for (final RestPoint point : rest.points()) {
            assertTrue(pure.stream()
                    .anyMatch(chosen ->
                            IntStream.range(0, agents).allMatch(agent -> point.gone(agent) == (chosen[agent] == 1))));
        }
    }

    private static void link(NetworkBuilder builder, int from, int to, int weight) {
        if (weight == 0) {
            builder.add(from, to);
        } else {
            builder.add(from, to, weight);
        }
    }

    @Provide
    Arbitrary<DefectionGame> anyLists() {
        return RandomGames.anyLists();
    }
}
