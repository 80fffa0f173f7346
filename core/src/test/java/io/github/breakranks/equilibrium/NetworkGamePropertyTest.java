package io.github.breakranks.equilibrium;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.breakranks.Seeds;
import io.github.breakranks.answer.Answer;
import io.github.breakranks.answer.Certificate;
import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.network.Network;
import io.github.breakranks.network.NetworkBuilder;
import io.github.breakranks.offer.NetGain;
import io.github.breakranks.offer.Offer;
import io.github.breakranks.offer.Reprisal;
import io.github.breakranks.offer.Term;
import io.github.breakranks.population.Population;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class NetworkGamePropertyTest {
    private static final NetGain GAIN = NetGain.of(Reprisal.fading(0.5)).withSolidarity(0.3);

    private static Network complete(int agents) {
        final NetworkBuilder builder = Network.builder(agents);
        IntStream.range(0, agents).forEach(a -> IntStream.range(0, a).forEach(b -> builder.add(a, b)));
        return builder.build();
    }

    private static Network drawn(int agents, boolean weighted, SplittableRandom random) {
        final NetworkBuilder builder = Network.builder(agents).directed();
        for (int pair = 0; pair < agents * agents; pair++) {
            final int from = pair / agents;
            final int to = pair % agents;
            if (from != to && random.nextInt(3) == 0) {
                add(builder, from, to, weighted ? random.nextInt(1, 9) : 0);
            }
        }
        return builder.build();
    }

    /** A link, with a weight unless that is 0. */
    private static void add(NetworkBuilder builder, int from, int to, int weight) {
        if (weight == 0) {
            builder.add(from, to);
        } else {
            builder.add(from, to, weight);
        }
    }

    /** Costs and cash are multiples of 1/64, so that ties occur and sums are exact. */
    private static DefectionGame list(int agents, SplittableRandom random) {
        final double[] costs =
                random.ints(agents, -10, 60).mapToDouble(k -> k / 64.0).toArray();
        return DefectionGame.of(Population.of(costs), Offer.cash(random.nextInt(40) / 64.0), GAIN);
    }

    /** N1: where each watches all others, a network is no network. */
    @Property(tries = 150, seed = Seeds.USUAL)
    void theCompleteNetworkIsEverybody(@ForAll @IntRange(min = 1, max = 12) int agents, @ForAll long seed) {
        final DefectionGame everybody = list(agents, new SplittableRandom(seed));
        final DefectionGame network = everybody.on(complete(agents));

        final RestPoints one = EquilibriumSolver.solver().solve(everybody).value();
        final RestPoints other = EquilibriumSolver.solver().solve(network).value();
        assertEquals(one.least().gone(), other.least().gone());
        assertEquals(one.greatest().gone(), other.greatest().gone());
        final Tipping tipping = TippingSolver.of(Term.CASH).solve(everybody).value();
        final Tipping onNetwork = TippingSolver.of(Term.CASH).solve(network).value();
        assertJumps(tipping.jumpsUp(), onNetwork.jumpsUp());
        assertJumps(tipping.jumpsDown(), onNetwork.jumpsDown());
        final double target = (one.least().gone() + 1.0) / agents;
        if (target <= 1) {
            final TippingSeedSolver seeds = TippingSeedSolver.solver().withTarget(target);
            assertEquals(
                    seeds.solve(everybody).value().count(),
                    seeds.solve(network).value().atLeast());
            final FragilitySolver fragile = FragilitySolver.solver().withTarget(target);
            assertEquals(
                    fragile.solve(everybody).value().shift(),
                    fragile.solve(network).value().shift(),
                    1e-12);
        }
    }

    private static void assertJumps(List<Jump> expected, List<Jump> found) {
        assertEquals(expected.size(), found.size(), () -> expected + " but " + found);
        for (int k = 0; k < found.size(); k++) {
            assertEquals(expected.get(k).value(), found.get(k).value(), 1e-12);
            assertEquals(expected.get(k).from(), found.get(k).from(), 1e-12);
            assertEquals(expected.get(k).to(), found.get(k).to(), 1e-12);
        }
    }

    /** All sets tried, from the definition. */
    @Property(tries = 150, seed = Seeds.USUAL)
    void findsAllSetsThatRest(
            @ForAll @IntRange(min = 1, max = 9) int agents, @ForAll boolean weighted, @ForAll long seed) {
        final SplittableRandom random = new SplittableRandom(seed);
        final DefectionGame everybody = list(agents, random);
        final Network network = drawn(agents, weighted, random);
        final DefectionGame game = everybody.on(network);

        final Answer<RestPoints> answer = EquilibriumSolver.solver().solve(game);
        final RestPoints rest = answer.value();
        assertTrue(rest.complete());
        assertInstanceOf(Certificate.Proven.class, answer.certificate());
        final List<Integer> expected = new ArrayList<>();
        for (int set = 0; set < 1 << agents; set++) {
            if (rests(game, network, set)) {
                expected.add(set);
            }
        }
        final List<Integer> found = rest.points().stream()
                .map(point -> IntStream.range(0, agents)
                        .filter(point::gone)
                        .map(agent -> 1 << agent)
                        .sum())
                .sorted()
                .toList();
        assertEquals(expected, found);
    }

    private static boolean rests(DefectionGame game, Network network, int set) {
        for (int agent = 0; agent < network.agents(); agent++) {
            double all = 0;
            double gone = 0;
            for (int other = 0; other < network.agents(); other++) {
                all += network.weight(other, agent);
                gone += (set >> other & 1) * network.weight(other, agent);
            }
            if (game.goesSeeing(agent, all == 0 ? 0 : gone / all) != ((set >> agent & 1) == 1)) {
                return false;
            }
        }
        return true;
    }

    /** The sweep's jumps against the least rest point, solved at values between all of them. */
    @Property(tries = 100, seed = Seeds.USUAL)
    void jumpsAreWhereTheLeastAndTheGreatestMove(@ForAll @IntRange(min = 2, max = 10) int agents, @ForAll long seed) {
        final SplittableRandom random = new SplittableRandom(seed);
        final DefectionGame list = list(agents, random);
        final DefectionGame game = list.on(drawn(agents, random.nextBoolean(), random));

        final Answer<Tipping> answer = TippingSolver.of(Term.CASH).solve(game);
        final Tipping tipping = answer.value();
        assertEquals(
                tipping.up().isPresent() || tipping.down().isPresent(),
                answer.certificate() instanceof Certificate.Proven);
        for (Jump jump : tipping.jumpsUp()) {
            if (jump.value() > 0.01) {
                assertEquals(jump.from(), least(game, jump.value() - 1e-9), 1e-12);
                assertEquals(jump.to(), least(game, jump.value() + 1e-9), 1e-12);
            }
        }
        for (Jump jump : tipping.jumpsDown()) {
            if (jump.value() > 0.01) {
                assertEquals(jump.to(), greatest(game, jump.value() - 1e-9), 1e-12);
                assertEquals(jump.from(), greatest(game, jump.value() + 1e-9), 1e-12);
            }
        }
    }

    private static double least(DefectionGame game, double cash) {
        return EquilibriumSolver.solver()
                .solve(game.with(Term.CASH, cash))
                .value()
                .least()
                .share();
    }

    private static double greatest(DefectionGame game, double cash) {
        return EquilibriumSolver.solver()
                .solve(game.with(Term.CASH, cash))
                .value()
                .greatest()
                .share();
    }

    /** The fewest who must go first, by trying all sets; and how little more for all. */
    @Property(tries = 100, seed = Seeds.USUAL)
    void seedsAndShiftsAreTheLeast(@ForAll @IntRange(min = 2, max = 9) int agents, @ForAll long seed) {
        final SplittableRandom random = new SplittableRandom(seed);
        final DefectionGame list = list(agents, random);
        final Network network = drawn(agents, random.nextBoolean(), random);
        final DefectionGame game = list.on(network);
        final int before =
                (int) EquilibriumSolver.solver().solve(game).value().least().gone();
        if (before == agents) {
            return;
        }
        final int target = random.nextInt(before + 1, agents + 1);

        final TippingSeed found = TippingSeedSolver.solver()
                .withTarget((double) target / agents)
                .solve(game)
                .value();
        int fewest = agents;
        for (int set = 0; set < 1 << agents; set++) {
            if (Integer.bitCount(closure(game, network, set)) >= target) {
                fewest = Math.min(fewest, Integer.bitCount(set));
            }
        }
        assertEquals(fewest, found.count());
        assertEquals(fewest, found.atLeast());
        final int start = IntStream.of(found.agents()).map(agent -> 1 << agent).sum();
        assertTrue(Integer.bitCount(closure(game, network, start)) >= target);
        final Answer<Fragility> fragile =
                FragilitySolver.solver().withTarget((double) target / agents).solve(game);
        assertEquals(fewest, fragile.value().minds());
        assertArrayEquals(found.agents(), fragile.value().who());
        assertInstanceOf(Certificate.Proven.class, fragile.certificate());
        final DefectionGame enough =
                game.withGain(GAIN.withStaying(-fragile.value().shift() - 1e-9));
        assertTrue(EquilibriumSolver.solver().solve(enough).value().least().gone() >= target);
        final DefectionGame tooLittle =
                game.withGain(GAIN.withStaying(-fragile.value().shift() + 1e-9));
        assertTrue(EquilibriumSolver.solver().solve(tooLittle).value().least().gone() < target);
    }

    private static int closure(DefectionGame game, Network network, int start) {
        int set = start;
        for (int before = -1; before != set; ) {
            before = set;
            for (int agent = 0; agent < network.agents(); agent++) {
                double all = 0;
                double gone = 0;
                for (int other = 0; other < network.agents(); other++) {
                    all += network.weight(other, agent);
                    gone += (set >> other & 1) * network.weight(other, agent);
                }
                set |= game.goesSeeing(agent, all == 0 ? 0 : gone / all) ? 1 << agent : 0;
            }
        }
        return set;
    }
}
