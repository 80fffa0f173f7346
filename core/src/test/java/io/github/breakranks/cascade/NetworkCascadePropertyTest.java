package io.github.breakranks.cascade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.breakranks.Seeds;
import io.github.breakranks.answer.Answer;
import io.github.breakranks.answer.Certificate;
import io.github.breakranks.game.Thresholds;
import io.github.breakranks.internal.Coins;
import io.github.breakranks.internal.NetworkRows;
import io.github.breakranks.network.Network;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.function.BiPredicate;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class NetworkCascadePropertyTest {

    /** A network, from whom, and what it takes. */
    record Case(Network network, int[] start, int[] needed, long seed) {
        @Override
        public String toString() {
            return network + " from " + Arrays.toString(start) + ", " + Arrays.toString(needed) + ", seed " + seed;
        }
    }

    /** N1: on the complete network it is Granovetter's cascade, who goes when included. */
    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE, seed = Seeds.USUAL)
    void completeNetworkIsTheWellMixedCascade(
            @ForAll @LongRange(max = 1 << 30) long seed, @ForAll @IntRange(min = 1, max = 40) int agents) {
        final int[] needed =
                RandomNetworks.random(seed).ints(agents, 0, agents + 2).toArray();
        final Thresholds thresholds = Thresholds.of(needed);
        final CountCascade mixed = WellMixedCascade.solver().solve(thresholds).orElseThrow();
        final AgentPath path =
                AgentCascade.of(Dynamics.rounds(), seed).solve(thresholds).orElseThrow();
        final NetworkSpread spread =
                proven(NetworkCascade.of(Contagion.thresholds(thresholds)), RandomNetworks.complete(agents));

        assertEquals(mixed.rounds(), spread.rounds());
        for (int round = 0; round <= mixed.rounds(); round++) {
            assertEquals(mixed.goneAfter(round), spread.goneAfter(round));
        }
        for (int agent = 0; agent < agents; agent++) {
            assertEquals(mixed.roundOf(agent), spread.roundOf(agent));
            assertEquals(path.gone(agent), spread.gone(agent));
        }
    }

    /** The definition, by looking at everybody in every round. */
    @Property(tries = 150, seed = Seeds.USUAL)
    void isWhatLookingAtEverybodyFinds(@ForAll("cases") Case it) {
        final Network network = it.network();
        check(
                it,
                Contagion.thresholds(Thresholds.of(it.needed())),
                (agent, gone) -> seen(network, gone, agent) >= it.needed()[agent]);
        check(it, Contagion.count(2), (agent, gone) -> seen(network, gone, agent) >= 2);
        check(
                it,
                Contagion.share(0.3),
                (agent, gone) ->
                        network.watches(agent) > 0 && 10L * seen(network, gone, agent) >= 3L * network.watches(agent));
        check(
                it,
                Contagion.share(1, 3),
                (agent, gone) ->
                        network.watches(agent) > 0 && 3L * seen(network, gone, agent) >= network.watches(agent));
        final long coins = Coins.state(it.seed());
        check(
                it,
                Contagion.randomShares(),
                (agent, gone) -> network.watches(agent) > 0
                        && seen(network, gone, agent) >= Coins.upTo(network.watches(agent), coins, agent));
    }

    /** The same for weights, in hundredths, and for links. */
    @Property(tries = 100, seed = Seeds.USUAL)
    void weightsAndLinksAreWhatLookingAtEverybodyFinds(
            @ForAll @LongRange(max = 1 << 30) long seed, @ForAll boolean directed) {
        final Network network = RandomNetworks.of(12, 40, directed, 1, seed);
        final Case it = new Case(network, new int[] {0, 1}, new int[0], seed);
        check(
                it,
                Contagion.pressure(0.75),
                (agent, gone) -> gone.stream()
                                .mapToLong(other -> Math.round(100 * network.weight(other, agent)))
                                .sum()
                        >= 75);
        final NetworkRows rows = NetworkRows.of(network);
        final long coins = Coins.state(seed);
        check(
                it,
                Contagion.independent(0.4),
                (agent, gone) -> links(rows, agent)
                        .anyMatch(e -> gone.get(from(rows, e)) && Coins.yes(coins, e, Coins.heads(0.4))));
        check(
                it,
                Contagion.independentByWeight(),
                (agent, gone) -> links(rows, agent)
                        .anyMatch(e -> gone.get(from(rows, e)) && Coins.yes(coins, e, Coins.heads(rows.weights()[e]))));
    }

    private static IntStream links(NetworkRows rows, int watcher) {
        return IntStream.range(0, rows.targets().length).filter(e -> rows.targets()[e] == watcher);
    }

    private static int from(NetworkRows rows, int link) {
        return IntStream.range(0, rows.agents())
                .filter(agent -> rows.offsets()[agent + 1] > link)
                .findFirst()
                .orElseThrow();
    }

    private static void check(Case it, Contagion contagion, BiPredicate<Integer, BitSet> wants) {
        final NetworkSpread spread =
                proven(NetworkCascade.of(contagion).withSeed(it.seed()).withStart(it.start()), it.network());
        BitSet gone = set(it.start());
        for (int round = 0; round <= spread.rounds(); round++) {
            assertEquals(gone.cardinality(), spread.goneAfter(round), contagion.toString());
            for (int agent : spread.goneIn(round)) {
                assertEquals(OptionalInt.of(round), spread.roundOf(agent));
                assertTrue(gone.get(agent));
            }
            gone = next(gone, it.network().agents(), wants);
        }
        assertEquals(spread.gone(), gone.cardinality(), contagion.toString());
    }

    private static BitSet next(BitSet gone, int agents, BiPredicate<Integer, BitSet> wants) {
        final BitSet next = (BitSet) gone.clone();
        for (int agent = 0; agent < agents; agent++) {
            if (wants.test(agent, gone)) {
                next.set(agent);
            }
        }
        return next;
    }

    /** Tarski: one at a time in any order, the same go. */
    @Property(tries = 100, seed = Seeds.USUAL)
    void theOrderOfLooksChangesNothing(@ForAll("cases") Case it) {
        final BitSet gone = set(it.start());
        final List<Integer> order = new ArrayList<>(
                IntStream.range(0, it.network().agents()).boxed().toList());
        for (int before = -1; before != gone.cardinality(); ) {
            before = gone.cardinality();
            Collections.shuffle(order, new Random(it.seed()));
            for (int agent : order) {
                if (seen(it.network(), gone, agent) >= it.needed()[agent]) {
                    gone.set(agent);
                }
            }
        }

        assertEquals(gone, gone(Contagion.thresholds(Thresholds.of(it.needed())), it, it.start()));
    }

    /** Morris (2000): who stays is the largest set without a seed, each of whose members has more than 1 - q of those he watches inside. */
    @Property(tries = 150, seed = Seeds.USUAL)
    void whoStaysIsTheMaximalCohesiveSet(@ForAll("cases") Case it, @ForAll @IntRange(min = 1, max = 10) int tenths) {
        final Network network = it.network();
        final BitSet inside = new BitSet();
        inside.set(0, network.agents());
        inside.andNot(set(it.start()));
        for (boolean peeled = true; peeled; ) { // the union of cohesive sets is cohesive, so peeling finds the largest
            peeled = false;
            for (int agent = inside.nextSetBit(0); agent >= 0; agent = inside.nextSetBit(agent + 1)) {
                final boolean cohesive = network.watches(agent) == 0
                        || 10L * seen(network, inside, agent) > (10L - tenths) * network.watches(agent);
                if (!cohesive) {
                    inside.clear(agent);
                    peeled = true;
                }
            }
        }
        final BitSet stays = new BitSet();
        stays.set(0, network.agents());
        stays.andNot(gone(Contagion.share(tenths, 10), it, it.start()));

        assertEquals(inside, stays);
    }

    /** N12: more starters never stop anybody, and two starts together reach at least what they reach apart. */
    @Property(tries = 100, seed = Seeds.USUAL)
    void startsTogetherReachAtLeastWhatTheyReachApart(
            @ForAll("cases") Case it, @ForAll @IntRange(min = 1, max = 8) int other) {
        final int[] others = RandomNetworks.some(it.network().agents(), other, it.seed() + 1);
        for (Contagion contagion : List.of(
                Contagion.thresholds(Thresholds.of(it.needed())),
                Contagion.share(0.4),
                Contagion.randomShares(),
                Contagion.independent(0.3))) {
            final BitSet apart = gone(contagion, it, it.start());
            apart.or(gone(contagion, it, others));
            final BitSet together = gone(
                    contagion,
                    it,
                    IntStream.concat(IntStream.of(it.start()), IntStream.of(others))
                            .toArray());
            apart.andNot(together);

            assertTrue(apart.isEmpty(), () -> contagion + ": " + apart);
        }
    }

    /** Monotone comparative statics (Milgrom and Roberts 1990): whoever needs less, or has heard, never stops anybody. */
    @Property(tries = 100, seed = Seeds.USUAL)
    void needingLessAndHearingNeverStopAnybody(@ForAll("cases") Case it, @ForAll @IntRange(max = 100) int agent) {
        final int[] bolder = it.needed().clone();
        bolder[agent % bolder.length] = Math.max(0, bolder[agent % bolder.length] - 1);
        final NetworkCascade cascade = NetworkCascade.of(Contagion.thresholds(Thresholds.of(it.needed())))
                .withStart(it.start());
        final BitSet before = set(proven(cascade, it.network()).order());
        final BitSet after = gone(Contagion.thresholds(Thresholds.of(bolder)), it, it.start());
        final BitSet fewHeard = set(proven(
                        cascade.withAware(IntStream.range(0, it.network().agents())
                                .filter(i -> i % 3 != 0)
                                .toArray()),
                        it.network())
                .order());
        fewHeard.andNot(before);
        before.andNot(after);

        assertTrue(before.isEmpty() && fewHeard.isEmpty());
    }

    private static BitSet gone(Contagion contagion, Case it, int... start) {
        return set(proven(NetworkCascade.of(contagion).withSeed(it.seed()).withStart(start), it.network())
                .order());
    }

    private static NetworkSpread proven(NetworkCascade cascade, Network network) {
        final Answer<NetworkSpread> answer = cascade.solve(network);
        assertInstanceOf(Certificate.Proven.class, answer.certificate(), answer.certificate()::sentence);
        return answer.orElseThrow();
    }

    private static BitSet set(int... agents) {
        final BitSet set = new BitSet();
        IntStream.of(agents).forEach(set::set);
        return set;
    }

    /** How many of a set an agent watches, counted tie by tie. */
    private static int seen(Network network, BitSet set, int agent) {
        return (int) set.stream()
                .filter(other -> other != agent && network.watched(other, agent))
                .count();
    }

    @Provide
    Arbitrary<Case> cases() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 30).withoutEdgeCases(),
                        Arbitraries.integers().between(0, 90).withoutEdgeCases(),
                        Arbitraries.integers().between(0, 5).withoutEdgeCases(),
                        Arbitraries.longs().between(0, 1 << 30).withoutEdgeCases(),
                        Arbitraries.of(true, false))
                .as((agents, ties, starters, seed, directed) -> new Case(
                        RandomNetworks.of(agents, ties, directed, seed),
                        RandomNetworks.some(agents, starters, seed + 7),
                        RandomNetworks.random(seed + 9).ints(agents, 0, 5).toArray(),
                        seed));
    }

    /** Whoever needs just what a link weighs goes with it, also where both are rounded. */
    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE, seed = Seeds.USUAL)
    void aWeightReachesItself(
            @ForAll @LongRange(max = 1 << 30) long seed, @ForAll @IntRange(min = -250, max = 250) int tens) {
        final double[] weights = RandomNetworks.random(seed)
                .doubles(20)
                .map(x -> x * Math.pow(10, tens))
                .toArray();
        final double[] thresholds = new double[21];
        System.arraycopy(weights, 0, thresholds, 1, 20);
        final Network star =
                Network.directed(21, new int[20], IntStream.rangeClosed(1, 20).toArray(), weights);

        assertEquals(
                21,
                NetworkCascade.of(Contagion.pressures(thresholds))
                        .withStart(0)
                        .solve(star)
                        .value()
                        .gone());
    }

    /** All weights and thresholds so many times as large are the same in another unit. */
    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE, seed = Seeds.USUAL)
    void pressureHasNoScale(
            @ForAll @LongRange(max = 1 << 30) long seed,
            @ForAll @IntRange(min = -250, max = 250) int tens,
            @ForAll @IntRange(min = -900, max = 900) int twos) {
        final var random = RandomNetworks.random(seed);
        final int[] from = random.ints(60, 0, 20).toArray();
        final int[] to =
                IntStream.range(0, 60).map(k -> (from[k] + 1 + k % 19) % 20).toArray();
        final int[] weights = IntStream.range(0, 60)
                .map(k -> 1 + (from[k] * 7 + to[k] * 3) % 9)
                .toArray();
        final int[] thresholds = random.ints(20, 1, 15).toArray();
        final int[] gone = pressed(from, to, weights, thresholds, k -> k).inOrder();

        for (IntToDoubleFunction unit : List.<IntToDoubleFunction>of(
                k -> Double.parseDouble(k + "e" + tens), k -> Math.scalb((double) k, twos), k -> k / 7.0)) {
            assertEquals(
                    Arrays.toString(gone),
                    Arrays.toString(pressed(from, to, weights, thresholds, unit).inOrder()));
        }
    }

    private static NetworkSpread pressed(
            int[] from, int[] to, int[] weights, int[] thresholds, IntToDoubleFunction unit) {
        final Network network = Network.directed(
                20, from, to, Arrays.stream(weights).mapToDouble(unit).toArray());
        final Answer<NetworkSpread> answer = NetworkCascade.of(Contagion.pressures(
                        Arrays.stream(thresholds).mapToDouble(unit).toArray()))
                .withStart(0, 1)
                .solve(network);
        assertEquals(
                "proven: integers: whoever went wanted to, not earlier, and at the end nobody else wants to",
                answer.certificate().sentence());
        return answer.value();
    }
}
