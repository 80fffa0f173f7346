package io.github.breakranks.cascade;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.breakranks.answer.Answer;
import io.github.breakranks.answer.Certificate;
import io.github.breakranks.answer.Watch;
import io.github.breakranks.game.Thresholds;
import io.github.breakranks.network.Network;
import io.github.breakranks.network.NetworkBuilder;
import java.util.Arrays;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkCascadeTest {

    /** Centola and Macy (2007): on a ring with 2m neighbours a contiguous seed spreads if and only if the count needed is at most m. */
    @ParameterizedTest(name = "reach {0}: spreads if and only if the count is at most {0}")
    @ValueSource(ints = {1, 2, 3, 5})
    void contiguousSeedSpreadsOnARingUpToItsReach(int reach) {
        final Network ring = RandomNetworks.ring(101, reach);
        for (int count = 1; count <= 2 * reach; count++) {
            final int[] seed = IntStream.range(0, Math.max(count, 1)).toArray();
            final NetworkSpread spread = spread(Contagion.count(count), ring, seed);

            assertEquals(count <= reach ? 101 : seed.length, spread.gone(), "count " + count);
        }
    }

    /** Centola and Macy (2007): complex contagions need more than one source, wherever he stands. */
    @Test
    void oneSourceStartsNoComplexContagion() {
        assertEquals(
                1, spread(Contagion.count(2), RandomNetworks.ring(50, 3), 7).gone());
        assertEquals(
                50, spread(Contagion.count(1), RandomNetworks.ring(50, 3), 7).gone());
    }

    /** Centola and Macy (2007): long ties speed a simple contagion and block a complex one. */
    @Test
    void rewiringSpeedsSimpleContagionAndBlocksComplex() {
        final Network ring = RandomNetworks.ring(1_000, 2);
        final Network rewired = rewired(1_000, 2, 0.5);

        assertEquals(250, spread(Contagion.count(1), ring, 0, 1).rounds());
        assertTrue(spread(Contagion.count(1), rewired, 0, 1).rounds() < 25);
        assertTrue(spread(Contagion.count(1), rewired, 0, 1).gone() > 950);
        assertEquals(1_000, spread(Contagion.count(2), ring, 0, 1).gone());
        assertTrue(spread(Contagion.count(2), rewired, 0, 1).gone() < 20);
    }

    /** Watts and Strogatz's rewiring: the far end of each tie is drawn anew with a chance. */
    private static Network rewired(int agents, int reach, double chance) {
        final var random = RandomNetworks.random(3);
        final NetworkBuilder builder = Network.builder(agents);
        for (int a = 0; a < agents; a++) {
            for (int step = 1; step <= reach; step++) {
                final boolean anew = random.nextDouble() < chance;
                builder.add(a, anew ? random.nextInt(agents) : (a + step) % agents);
            }
        }
        return builder.build();
    }

    /** Granovetter (1978), on a complete network: 0, 1, ..., 99 all go in 100 rounds; with 2 for 1 only the first. */
    @ParameterizedTest(name = "second agent waits for {0}: {1} of 100 go in {2} rounds")
    @CsvSource({"1, 100, 100", "2, 1, 1"})
    void granovettersHundred(int second, int gone, int rounds) {
        final int[] needed = IntStream.range(0, 100).toArray();
        needed[1] = second;
        final NetworkSpread spread = spread(Contagion.thresholds(Thresholds.of(needed)), RandomNetworks.complete(100));

        assertEquals(gone, spread.gone());
        assertEquals(rounds, spread.rounds());
    }

    /** Whole numbers: in doubles 0.29 * 100 is below 29 and 1 / (1.0 / 49) is below 49. */
    @Test
    void sharesAreComparedInWholeNumbers() {
        assertEquals(29, ((Contagion.Share) Contagion.share(0.29)).needed(100));
        assertEquals(1, ((Contagion.Share) Contagion.share(1, 49)).needed(49));
        assertEquals(2, ((Contagion.Share) Contagion.share(1, 49)).needed(50));
        assertEquals(7, ((Contagion.Share) Contagion.share(0.07)).needed(100));
        assertEquals(1, ((Contagion.Share) Contagion.share(1.0 / 49)).needed(49));
        assertEquals(0, ((Contagion.Share) Contagion.share(0)).needed(0));
        assertEquals(
                2_147_483_647,
                ((Contagion.Share) Contagion.share(999_999_999_999_999_999L, 1_000_000_000_000_000_000L))
                        .needed(2_147_483_647));
        final Network star = star(100);
        final int[] leaves = IntStream.rangeClosed(1, 28).toArray();
        final NetworkCascade cascade = NetworkCascade.of(Contagion.share(0.29));

        assertFalse(cascade.withStart(leaves).solve(star).orElseThrow().gone(0));
        assertTrue(cascade.withStart(IntStream.rangeClosed(1, 29).toArray())
                .solve(star)
                .orElseThrow()
                .gone(0));
    }

    private static Network star(int leaves) {
        return Network.undirected(
                leaves + 1, new int[leaves], IntStream.rangeClosed(1, leaves).toArray());
    }

    @Test
    void whoWatchesNobodyGoesOnlyIfNothingIsNeeded() {
        final Network alone = Network.directed(3, new int[] {0}, new int[] {1});

        assertArrayEquals(
                new int[] {0, 1}, spread(Contagion.share(0.5), alone, 0).order());
        assertArrayEquals(new int[] {0, 1, 2}, spread(Contagion.share(0), alone).goneIn(1));
        assertEquals(2, spread(Contagion.randomShares(), alone, 0).gone());
        assertEquals(1, spread(Contagion.share(1, 1_000_000), alone, 2).gone());
    }

    @Test
    void saysWhoWentInWhichRound() {
        final Network path = Network.undirected(5, new int[] {0, 1, 2}, new int[] {1, 2, 3});
        final NetworkSpread spread = spread(Contagion.count(1), path, 2);

        assertEquals(OptionalInt.of(0), spread.roundOf(2));
        assertEquals(OptionalInt.of(1), spread.roundOf(3));
        assertEquals(OptionalInt.of(2), spread.roundOf(0));
        assertEquals(OptionalInt.empty(), spread.roundOf(4));
        assertArrayEquals(new int[] {2, 1, 3, 0}, spread.order());
        assertArrayEquals(new int[] {1, 3}, spread.goneIn(1));
        assertEquals(3, spread.goneAfter(1));
        assertEquals(6, spread.links());
        assertEquals(0.8, spread.share());
        assertEquals("NetworkSpread[4 of 5 go (share 0.8) in 2 rounds]", spread.toString());
        assertEquals(
                "1 of 5 had gone at the start; an agent goes on: 1 of those watched. 3 followed in 2 rounds, most of them, 2, in"
                        + " round 1; 1 stay. The news went over 6 links.",
                spread.explain());
        assertEquals(3, spread.table().rows().size());
    }

    /** Three weights of 0.1 are 0.30000000000000004 in doubles, one of 0.3 below that: decimals are added as they are written. */
    @Test
    void pressureAddsDecimals() {
        final Network network =
                Network.directed(4, new int[] {0, 1, 2}, new int[] {3, 3, 3}, new double[] {0.1, 0.1, 0.1});

        assertEquals(4, spread(Contagion.pressure(0.3), network, 0, 1, 2).gone());
        assertEquals(2, spread(Contagion.pressure(0.2), network, 0).gone() + 1);
        assertEquals(3, spread(Contagion.pressure(0.2), network, 0, 1).gone());
        assertEquals(3, spread(Contagion.pressure(1e300), network, 0, 1, 2).gone());
        assertEquals(
                4, spread(Contagion.pressures(9, 9, 9, 0.3), network, 0, 1, 2).gone());
    }

    /** Whatever the unit of the weights, agent 1 of the path needs 1 of 1, agent 2 of 3 and agent 3 of 2. */
    @ParameterizedTest
    @ValueSource(
            strings = {"1", "1e-9", "1e-15", "1e-16", "1e-30", "1e-300", "3e18", "1e25", "1e300", "0x1p-50", "0x1p70"})
    void pressureHasNoScale(String unit) {
        final double s = unit.startsWith("0x") ? Double.parseDouble(unit) : Double.NaN;
        final double[] weights = new double[3];
        for (int k = 0; k < 3; k++) {
            final int times = new int[] {1, 3, 2}[k];
            weights[k] = Double.isNaN(s)
                    ? new java.math.BigDecimal(unit)
                            .multiply(java.math.BigDecimal.valueOf(times))
                            .doubleValue()
                    : times * s;
        }
        final Network path = Network.undirected(4, new int[] {0, 1, 2}, new int[] {1, 2, 3}, weights);
        final Answer<NetworkSpread> answer =
                NetworkCascade.of(Contagion.pressure(weights[0])).withStart(0).solve(path);

        assertEquals(4, answer.value().gone());
        assertEquals(
                "proven: integers: whoever went wanted to, not earlier, and at the end nobody else wants to",
                answer.certificate().sentence());
        assertEquals(
                1, spread(Contagion.pressure(Math.nextUp(weights[0])), path, 0).gone(), "the first just reaches it");
    }

    /** So many quotients 1 / n add up to 1, as they do on paper and in doubles do not. */
    @ParameterizedTest
    @ValueSource(ints = {3, 7, 49, 93, 997})
    void pressureAddsFractions(int parts) {
        final double[] weights = new double[parts];
        Arrays.fill(weights, 1.0 / parts);
        final int[] watcher = new int[parts];
        Arrays.fill(watcher, parts);
        final Network star =
                Network.directed(parts + 1, IntStream.range(0, parts).toArray(), watcher, weights);
        final int[] all = IntStream.range(0, parts).toArray();

        assertEquals(parts + 1, spread(Contagion.pressure(1), star, all).gone());
        assertEquals(
                parts - 1,
                spread(Contagion.pressure(1), star, Arrays.copyOf(all, parts - 1))
                        .gone());
        assertEquals(parts, spread(Contagion.pressure(1.0000001), star, all).gone());
    }

    /** Numbers that are no short fractions have no common unit; the certificate says to what they were rounded. */
    @Test
    void pressureSaysWhatItRounds() {
        final Network network = Network.directed(
                4, new int[] {0, 1, 2}, new int[] {3, 3, 3}, new double[] {Math.PI, Math.E * 1e-9, Math.sqrt(2) * 1e-20
                });
        final Answer<NetworkSpread> answer =
                NetworkCascade.of(Contagion.pressure(3)).withStart(0, 1, 2).solve(network);

        assertEquals(4, answer.value().gone());
        assertEquals(
                "proven: integers: whoever went wanted to, not earlier, and at the end nobody else wants to, assuming weights"
                        + " and thresholds rounded to 1.0E-15",
                answer.certificate().sentence());
    }

    /** Below the normal doubles there are no digits to add. */
    @Test
    void pressureRefusesWeightsWithoutDigits() {
        final Network network = Network.directed(2, new int[] {0}, new int[] {1}, new double[] {3e-320});

        assertEquals(
                "the largest weight must be 0 or at least 1.0E-298 [unit of the weights], but was 3.0E-320; multiply weights and"
                        + " thresholds",
                assertThrows(IllegalArgumentException.class, () -> spread(Contagion.pressure(1), network, 0))
                        .getMessage());
    }

    @Test
    void theUnawareNeverGo() {
        final Network path = Network.undirected(4, new int[] {0, 1, 2}, new int[] {1, 2, 3});
        for (Contagion contagion : new Contagion[] {Contagion.count(1), Contagion.independent(1)}) {
            final NetworkCascade cascade = NetworkCascade.of(contagion).withStart(0, 3);

            assertArrayEquals(
                    new int[] {0, 1},
                    cascade.withAware(0, 1).solve(path).orElseThrow().order());
            assertArrayEquals(
                    new int[] {0, 3, 1, 2},
                    cascade.withAware(0, 1)
                            .withAllAware()
                            .solve(path)
                            .orElseThrow()
                            .order());
        }
    }

    @Test
    void stopsWhenTold() {
        final Answer<NetworkSpread> answer = NetworkCascade.of(Contagion.count(1))
                .withStart(0)
                .solve(RandomNetworks.ring(1_000, 1), Watch.none().withCancel(new Countdown(5)));

        final var stopped = assertInstanceOf(Answer.Stopped.class, answer);
        assertEquals("cancelled", stopped.why());
        assertTrue(
                answer.value().gone() > 1 && answer.value().gone() < 1_000,
                answer.value().toString());
        assertEquals(
                "proven: integers: at least these go; whoever went wanted to",
                answer.certificate().sentence());
    }

    private static final class Countdown implements java.util.function.BooleanSupplier {
        private int left;

        Countdown(int left) {
            this.left = left;
        }

        @Override
        public boolean getAsBoolean() {
            return left-- < 0;
        }
    }

    @Test
    void theCertificateCanFail() {
        final Network path = Network.undirected(4, new int[] {0, 1, 2}, new int[] {1, 2, 3});
        final Contagion one = Contagion.count(1);

        assertNull(wrong(one, path, new int[] {0, 1, 2, 3}, 1, 2, 3, 4));
        assertEquals("one wants to go at the end", wrong(one, path, new int[] {0, 1, 2}, 1, 2, 3));
        assertEquals("one went in round 1 who did not want to", wrong(one, path, new int[] {0, 2, 1, 3}, 1, 2, 4));
        assertEquals("one wanted to go before round 2", wrong(one, path, new int[] {0, 1, 2, 3}, 1, 1, 2, 3, 4));
        assertEquals("agent 1 went twice or unaware", wrong(one, path, new int[] {0, 1, 1}, 1, 2, 3));
        assertEquals("others had gone at the start", wrong(one, path, new int[] {1, 0}, 1, 2));
        assertEquals("one wants to go at the end", wrong(Contagion.independent(1), path, new int[] {0}, 1));
        assertEquals(
                "one went in round 1 who did not want to",
                wrong(Contagion.independent(0), path, new int[] {0, 1}, 1, 2));
    }

    /** Where few were touched only they are looked at, and those who go by themselves. */
    @Test
    void theCertificateOfFewCanFail() {
        final Network ring = RandomNetworks.ring(1_000, 1);
        final int[] needed = new int[1_000];
        Arrays.fill(needed, 1);
        final Contagion one = Contagion.thresholds(Thresholds.of(needed));
        needed[500] = 0;
        final Contagion willing = Contagion.thresholds(Thresholds.of(needed));
        Arrays.fill(needed, 2);
        final Contagion two = Contagion.thresholds(Thresholds.of(needed));
        needed[500] = 0;
        final Contagion willingAmongTwo = Contagion.thresholds(Thresholds.of(needed));
        final NetworkSpread alone = new NetworkSpread(1_000, two, new int[] {0}, new int[] {1}, 2);

        assertNull(new SpreadVerifier(two, ring, null).wrong(0, alone, new int[] {0}, true, 1));
        for (Contagion contagion : new Contagion[] {one, willing, willingAmongTwo}) {
            assertEquals(
                    "one wants to go at the end",
                    new SpreadVerifier(contagion, ring, null).wrong(0, alone, new int[] {0}, true, 1));
        }
    }

    private static @org.jspecify.annotations.Nullable String wrong(
            Contagion contagion, Network network, int[] order, int... ends) {
        final NetworkSpread spread = new NetworkSpread(network.agents(), contagion, order, ends, 100);
        return new SpreadVerifier(contagion, network, null).wrong(0, spread, new int[] {0}, true, 1);
    }

    @Test
    void refusesBadInputAndSaysSo() {
        final Network plain = RandomNetworks.ring(5, 1);
        final Network heavy = Network.directed(3, new int[] {0, 1}, new int[] {2, 2}, new double[] {0.7, 0.4});

        refused("needed must be >= 0 [agents], but was -1", () -> Contagion.count(-1));
        refused("share must be a share in [0, 1], but was NaN", () -> Contagion.share(Double.NaN));
        refused(
                "share must have at most 18 decimal places, but was 1.0E-30; say a fraction",
                () -> Contagion.share(1e-30));
        refused("denominator must be from 1 to 10^18, but was 0", () -> Contagion.share(0, 0));
        refused("numerator must be from 0 to the denominator, 2, but was 3", () -> Contagion.share(3, 2));
        refused(
                "threshold must be finite and >= 0.0 [unit of the weights], but was NaN",
                () -> Contagion.pressure(Double.NaN));
        refused(
                "thresholds[1] must be finite and >= 0.0 [unit of the weights], but was -1.0",
                () -> Contagion.pressures(0, -1));
        refused("chance must be a share in [0, 1], but was 1.5", () -> Contagion.independent(1.5));
        refused(
                "agents must be >= 0 [number of an agent], but was -3",
                () -> NetworkCascade.of(Contagion.count(1)).withStart(-3));
        refused("start must be below 5 [number of an agent], but was 5", () -> spread(Contagion.count(1), plain, 5));
        refused(
                "thresholds must be one an agent of the network, 5 [count], but was 2",
                () -> spread(Contagion.thresholds(Thresholds.of(1, 1)), plain, 0));
        refused(
                "network must have weights for linear threshold, but was Network[5 agents, 5 ties]; give weights, or take"
                        + " Contagion.count, randomShares or independent",
                () -> spread(Contagion.linear(), plain, 0));
        refused(
                "weights watched by agent 2 must add up to at most 1 [share], but was 1.1; divide the weights, or take"
                        + " Contagion.pressure",
                () -> spread(Contagion.linear(), heavy, 0));
        refused(
                "weight of the link from agent 0 to agent 1 must be a share in [0, 1] to be a chance, but was 2.0",
                () -> spread(
                        Contagion.independentByWeight(),
                        Network.directed(2, new int[] {0}, new int[] {1}, new double[] {2}),
                        0));
    }

    /** Weights of 1/3 cannot be written down as decimals; their sum, rounded to 1e-15, is not above 1. */
    @Test
    void linearThresholdTakesThirds() {
        final double third = 1.0 / 3;
        final Network network =
                Network.directed(4, new int[] {0, 1, 2}, new int[] {3, 3, 3}, new double[] {third, third, third});
        final var answer =
                NetworkCascade.of(Contagion.linear()).withStart(0, 1, 2).solve(network);

        assertEquals(4, answer.value().gone());
        assertEquals(
                "proven: integers: whoever went wanted to, not earlier, and at the end nobody else wants to, assuming weights"
                        + " rounded to 1.0E-15",
                answer.certificate().sentence());
    }

    @Test
    void namesWhatIsMissing() {
        final NetworkCascade cascade = NetworkCascade.of(Contagion.count(1));

        assertEquals(
                "agents",
                assertThrows(NullPointerException.class, () -> cascade.withStart((int[]) null))
                        .getMessage());
        assertEquals(
                "agents",
                assertThrows(NullPointerException.class, () -> cascade.withAware((int[]) null))
                        .getMessage());
    }

    @Test
    void showsItsSettings() {
        assertEquals(
                "NetworkCascade[share 29/100, 2 gone at the start]",
                NetworkCascade.of(Contagion.share(0.29)).withStart(1, 2).toString());
        assertEquals(
                "NetworkCascade[independent, chance 0.1, 1 aware, seed 7]",
                NetworkCascade.of(Contagion.independent(0.1))
                        .withAware(3)
                        .withSeed(7)
                        .toString());
    }

    /** Rounds of more than a quarter of a million links are shared; whatever the number of threads, all is the same. */
    @Test
    void threadsChangeNothing() {
        final Network network = RandomNetworks.large(60_000, 500_000, 11);
        for (Contagion contagion :
                new Contagion[] {Contagion.share(0.1), Contagion.independent(0.2), Contagion.randomShares()}) {
            final NetworkCascade one = NetworkCascade.of(contagion)
                    .withSeed(5)
                    .withStart(IntStream.range(0, 6_000).toArray());
            final Answer<NetworkSpread> alone = one.solve(network);
            for (int threads : new int[] {2, 3, 7}) {
                final Answer<NetworkSpread> shared = one.withThreads(threads).solve(network);

                assertEquals(alone.certificate(), shared.certificate());
                assertInstanceOf(Certificate.Proven.class, shared.certificate());
                assertArrayEquals(alone.value().order(), shared.value().order());
                assertArrayEquals(alone.value().roundEnds(), shared.value().roundEnds());
                assertEquals(alone.value().links(), shared.value().links());
            }
            assertTrue(alone.value().share() > 0.5, alone.value().toString());
        }
    }

    private static NetworkSpread spread(Contagion contagion, Network network, int... start) {
        final Answer<NetworkSpread> answer =
                NetworkCascade.of(contagion).withStart(start).solve(network);
        assertInstanceOf(Certificate.Proven.class, answer.certificate(), answer.certificate()::sentence);
        return answer.orElseThrow();
    }

    private static void refused(String message, org.junit.jupiter.api.function.Executable bad) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, bad).getMessage());
    }

    @Test
    void aBillionThreadsAreAsManyAsHelp() {
        final Network large = RandomNetworks.large(40_000, 200_000, 3);
        final NetworkCascade cascade = NetworkCascade.of(Contagion.share(0.1)).withStart(1, 2, 3, 4, 5, 6, 7);

        assertArrayEquals(
                cascade.solve(large).value().inOrder(),
                cascade.withThreads(1_000_000_000).solve(large).value().inOrder());
    }
}
