package io.github.breakranks.cascade;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.breakranks.answer.Answer;
import io.github.breakranks.answer.Certificate;
import io.github.breakranks.answer.Range;
import io.github.breakranks.answer.Watch;
import io.github.breakranks.game.Thresholds;
import io.github.breakranks.internal.NetworkRows;
import io.github.breakranks.network.Network;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Whom to reach first: known answers, refusals, and certificates that can fail. */
class ReachSolverTest {

    /** Two leaders, 0 with five who watch only him, 6 with three. */
    private static Network leaders() {
        return Network.directed(10, new int[] {0, 0, 0, 0, 0, 6, 6, 6}, new int[] {1, 2, 3, 4, 5, 7, 8, 9});
    }

    private static ReachSolver solver(Contagion contagion, int k) {
        return ReachSolver.of(contagion, k).withThreads(1);
    }

    private static String refusal(Runnable work) {
        return assertThrows(IllegalArgumentException.class, work::run).getMessage();
    }

    /** By hand: who watches one man only always follows him, so that spreads are six and four. */
    @Test
    void leadersFirst() {
        for (Contagion contagion : new Contagion[] {Contagion.randomShares(), Contagion.independentShares()}) {
            final var answer = solver(contagion, 2).solve(leaders());
            final Reach reach = answer.orElseThrow();

            assertArrayEquals(new int[] {0, 6}, reach.chosen());
            assertEquals(10, reach.spread());
            assertEquals(0, reach.standardError());
            assertEquals(10, reach.best());
            assertTrue(reach.interval().contains(10));
            assertEquals(1, reach.share());
            assertEquals(2, reach.cost());
            assertEquals(1, reach.confidence());
            assertEquals(0, reach.setsDrawn());
            assertInstanceOf(Certificate.Proven.class, answer.certificate(), answer.certificate()::sentence);
            assertEquals(2, reach.table().rows().size());
            assertEquals(6, (double) reach.table().column("more").get(0), 0.3);
            assertEquals(10.0, reach.table().column("spread").get(1));
        }
    }

    /** By hand: along a line with chance one half, 1 + 1/2 + 1/4 from its head. */
    @Test
    void alongALine() {
        final Network line = Network.directed(3, new int[] {0, 1}, new int[] {1, 2});
        final Reach reach = solver(Contagion.independent(0.5), 1)
                .withEpsilon(0.01)
                .solve(line)
                .orElseThrow();

        assertArrayEquals(new int[] {0}, reach.chosen());
        assertEquals(1.75, reach.spread(), 4 * reach.standardError());
        assertTrue(reach.interval().contains(1.75));
    }

    /** Kempe and others 2003: weights of linear thresholds; by hand 1 + .6 + .6 * .5. */
    @Test
    void byWeight() {
        final Network line = Network.directed(3, new int[] {0, 1}, new int[] {1, 2}, new double[] {0.6, 0.5});
        for (Contagion contagion : new Contagion[] {Contagion.linear(), Contagion.independentByWeight()}) {
            final Reach reach = solver(contagion, 1).solve(line).orElseThrow();

            assertArrayEquals(new int[] {0}, reach.chosen());
            assertEquals(1.9, reach.spread(), 4 * reach.standardError());
        }
    }

    /** Long rows are skipped through: forty who each sway one man with chance .02, by weight and alike. */
    @Test
    void skipsThroughLongRows() {
        final int[] from = IntStream.rangeClosed(1, 40).toArray();
        final int[] to = new int[40];
        final double[] weights = new double[40];
        Arrays.fill(weights, 0.02);
        final Network ears = Network.directed(41, from, to, weights);
        final int[] all = IntStream.rangeClosed(1, 40).toArray();
        final double exact = 40 + 1 - Math.pow(0.98, 40);
        for (Contagion contagion : new Contagion[] {Contagion.independentByWeight(), Contagion.independent(0.02)}) {
            final Reach reach = solver(contagion, 40)
                    .withEpsilon(0.05)
                    .judge(ears, Watch.none(), all)
                    .orElseThrow();
            assertEquals(exact, reach.spread(), 4 * reach.standardError());
            assertTrue(reach.standardError() < 0.7, reach::toString);
        }
        final Reach sure = solver(Contagion.independent(1), 1).solve(ears).orElseThrow();
        assertEquals(2, sure.spread(), 4 * sure.standardError());
        final Reach never = solver(Contagion.independent(0), 41).solve(ears).orElseThrow();
        assertEquals(41, never.spread());
    }

    /** By hand: the cheap one is worth more for his cost, and then the leader cannot be paid; he alone brings six. */
    @Test
    void theBestSingleOneWhereRatiosMislead() {
        final double[] costs = new double[10];
        Arrays.fill(costs, 10);
        costs[0] = 9.95;
        costs[9] = 0.1;
        final ReachBudget budget = ReachBudget.of(10, costs).in("USD");
        final var answer = ReachSolver.of(Contagion.randomShares(), budget).solve(leaders());
        final Reach reach = answer.orElseThrow();

        assertArrayEquals(new int[] {0}, reach.chosen());
        assertEquals(6, reach.spread(), 4 * reach.standardError());
        assertEquals(9.95, reach.cost());
        assertEquals("cost [USD]", reach.table().columns().get(2).head());
        assertTrue(reach.explain().startsWith("Reach one of 10 for 9.95 of 10 [USD] first, and "), reach::explain);
        assertInstanceOf(Certificate.Proven.class, answer.certificate(), answer.certificate()::sentence);
    }

    /** Who is left over is filled up with: whoever is reached goes. */
    @Test
    void reachingAllBringsAll() {
        final Reach reach =
                solver(Contagion.randomShares(), 10).solve(leaders()).orElseThrow();

        assertEquals(10, reach.chosen().length);
        assertEquals(10, reach.spread());
        assertEquals(1, reach.certifiedRatio());
        assertEquals("Reach[10 of 10 first, 10 go, at least 1 of the best]", reach.toString());
        assertTrue(reach.explain().endsWith("No other choice brings more."), reach::explain);
    }

    @Test
    void judgesAnyChoice() {
        final ReachSolver solver = solver(Contagion.randomShares(), 2);
        final Reach best = solver.solve(leaders()).orElseThrow();
        final Reach random = solver.judge(leaders(), Watch.none(), 4, 8).orElseThrow();

        assertEquals(2, random.spread(), 4 * random.standardError());
        assertTrue(random.certifiedRatio() <= 0.2);
        assertTrue(random.certifiedRatio() >= 0.1, random::toString);
        assertTrue(best.certifiedRatio() > 0.5);
        assertArrayEquals(new int[] {4, 8}, random.chosen());
        assertEquals(
                "chosen must be different agents, but was 4 twice",
                refusal(() -> solver.judge(leaders(), Watch.none(), 4, 4)));
        assertEquals(
                "chosen[1] must be from 0 to 9 [agent], but was 10",
                refusal(() -> solver.judge(leaders(), Watch.none(), 4, 10)));
        assertEquals(
                "chosen must be at least one agent and cost at most 2.0 [agents], but was 3 for 3.0",
                refusal(() -> solver.judge(leaders(), Watch.none(), 1, 2, 3)));
        assertEquals(
                "contagion must leave something to chance to be judged, but was 1 of those watched; ask NetworkCascade",
                refusal(() -> solver(Contagion.count(1), 2).judge(leaders(), Watch.none(), 4)));
    }

    /** By hand: a square with a tail, each waiting for two; one brings nobody, two across the square bring all of it. */
    @Test
    void fixedThresholdsByTryingAll() {
        final Network square = Network.undirected(5, new int[] {0, 1, 2, 3, 3}, new int[] {1, 2, 3, 0, 4});
        final ReachSolver two = solver(Contagion.count(2), 2);
        final var answer = two.solve(square);
        final Reach reach = answer.orElseThrow();

        assertArrayEquals(new int[] {0, 2}, reach.chosen());
        assertEquals(4, reach.spread());
        assertEquals(1, reach.certifiedRatio());
        assertEquals(1, reach.confidence());
        assertEquals("Reach[2 of 5 first, 4 go, at least 1 of the best]", reach.toString());
        assertEquals(
                "Reach 2 of 5 first, and 4 go in the end; found by trying all choices. No other choice brings more.",
                reach.explain());
        assertEquals(
                "proven: integers: none of 15 choices that could differ brings more; counted again, 4 go",
                answer.certificate().sentence());
        assertEquals(
                1, solver(Contagion.count(2), 1).solve(square).orElseThrow().spread());
        // One alone adds one; beside another he adds three: not submodular, so that no greedy choice is sure of
        // anything.
        assertTrue(4 - 1 > 1 - 0);
        assertEquals(
                "Reach[0 of 5 first, 5 go, at least 1 of the best]",
                solver(Contagion.count(0), 1).solve(square).orElseThrow().toString());
        assertEquals(
                "Nobody need be reached first: 5 of 5 go anyway, and no choice brings more.",
                solver(Contagion.count(0), 1).solve(square).orElseThrow().explain());
        assertEquals(
                5, solver(Contagion.share(0.5), 1).solve(square).orElseThrow().spread());
    }

    /** Twenty-six are too many to try all: a ring in which each waits for one falls to anybody, and nothing is guaranteed. */
    @Test
    void fixedThresholdsGreedily() {
        final int[] from = IntStream.range(0, 26).toArray();
        final int[] to = IntStream.range(0, 26).map(k -> (k + 1) % 26).toArray();
        final Network ring = Network.undirected(26, from, to);
        final var answer = solver(Contagion.count(1), 3).solve(ring);

        assertArrayEquals(new int[] {0}, answer.orElseThrow().chosen());
        assertEquals(26, answer.value().spread());
        assertTrue(Double.isNaN(answer.value().certifiedRatio()));
        assertEquals(
                "Reach[1 of 26 first, 26 go, nothing guaranteed]",
                answer.value().toString());
        assertTrue(
                answer.value().explain().endsWith("Nothing is guaranteed of how near that is to the best."),
                answer.value()::explain);
        assertEquals(
                "not proven: counted again, 26 go, but with fixed thresholds spread is not submodular, so that greedy choice"
                        + " guarantees nothing",
                answer.certificate().sentence());
    }

    @Test
    void anotherSeedDrawsOtherSets() {
        final Network network = random(200, 600, 3);
        final Reach one = solver(Contagion.independent(0.1), 3).solve(network).orElseThrow();
        final Reach other =
                solver(Contagion.independent(0.1), 3).withSeed(2).solve(network).orElseThrow();

        assertNotEquals(one.spread(), other.spread());
        assertEquals(one.spread(), other.spread(), 4 * (one.standardError() + other.standardError()));
    }

    private static Network random(int agents, int ties, long seed) {
        final SplittableRandom random = new SplittableRandom(seed);
        final var builder = Network.builder(agents);
        for (int k = 0; k < ties; k++) {
            builder.add(random.nextInt(agents), random.nextInt(agents));
        }
        return builder.build();
    }

    /** A smaller epsilon never asks for less. */
    @Test
    void smallerEpsilonDrawsMoreAndKnowsMore() {
        final Network network = random(2000, 6000, 4);
        final Reach rough = solver(Contagion.randomShares(), 10)
                .withEpsilon(0.3)
                .solve(network)
                .orElseThrow();
        final Reach fine = solver(Contagion.randomShares(), 10)
                .withEpsilon(0.02)
                .solve(network)
                .orElseThrow();

        assertTrue(fine.setsDrawn() > rough.setsDrawn());
        assertTrue(fine.certifiedRatio() >= 1 - 1 / Math.E - 0.02);
        assertTrue(fine.interval().width() < rough.interval().width());
    }

    @Test
    void stopsWithWhatItHas() {
        final Network network = random(2000, 6000, 4);
        final ReachSolver solver = solver(Contagion.randomShares(), 10);
        final var atOnce = solver.solve(network, Watch.none().withCancel(() -> true));
        final int[] left = {13};
        final var later = solver.solve(network, Watch.none().withCancel(() -> --left[0] < 0));

        assertEquals(0, atOnce.value().chosen().length);
        assertEquals(
                "Nobody was chosen: the work stopped before anything was found.",
                atOnce.value().explain());
        assertEquals("not proven: no set was counted", atOnce.certificate().sentence());
        final var stopped = assertInstanceOf(Answer.Stopped.class, later);
        assertEquals("cancelled", stopped.why());
        assertEquals("raise the limit, or take a larger epsilon or delta", stopped.remedy());
        assertEquals(10, later.value().chosen().length);
        assertTrue(later.value().certifiedRatio() > 0);
        assertInstanceOf(
                Answer.Stopped.class,
                solver(Contagion.count(2), 2).solve(leaders(), Watch.none().withCancel(() -> true)));
    }

    @Test
    void refusesWhatCannotBe() {
        final Contagion shares = Contagion.randomShares();
        assertEquals("k must be >= 1 [agents], but was 0", refusal(() -> ReachSolver.of(shares, 0)));
        assertEquals(
                "k must be at most the agents there are, 10 [agents], but was 11",
                refusal(() -> solver(shares, 11).solve(leaders())));
        for (double bad : new double[] {0, 1, -1, Double.NaN}) {
            assertEquals(
                    "epsilon must be in (0, 1) [share], but was " + bad,
                    refusal(() -> solver(shares, 1).withEpsilon(bad)));
            assertEquals(
                    "delta must be in (0, 1) [share], but was " + bad,
                    refusal(() -> solver(shares, 1).withDelta(bad)));
        }
        assertEquals(
                "threads must be >= 1 [threads], but was 0",
                refusal(() -> solver(shares, 1).withThreads(0)));
        assertEquals(
                "amount must be finite and > 0.0 [unit of the costs], but was NaN",
                refusal(() -> ReachBudget.of(Double.NaN, 1)));
        for (double bad : new double[] {0, -2, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertEquals(
                    "costs[1] must be finite and > 0.0 [unit of the costs], but was " + bad,
                    refusal(() -> ReachBudget.of(1, 1, bad)));
        }
        assertEquals(
                "amount must pay for at least one agent, the cheapest of whom costs 2.0 [unit of the costs], but was 1.0",
                refusal(() -> ReachBudget.of(1, 2, 3)));
        assertEquals(
                "costs must have an entry for each agent, 10 [count], but was 2",
                refusal(() -> ReachSolver.of(shares, ReachBudget.of(5, 2, 3)).solve(leaders())));
    }

    @Test
    void refusesWeightsWithoutMeaning() {
        final Network heavy = Network.directed(3, new int[] {0, 1}, new int[] {2, 2}, new double[] {0.7, 0.6});
        final Network sure = Network.directed(2, new int[] {0}, new int[] {1}, new double[] {1.5});

        assertEquals(
                "weights watched by agent 2 must add up to at most 1 [share], but was 1.3; divide the weights, or take"
                        + " Contagion.pressure",
                refusal(() -> solver(Contagion.linear(), 1).solve(heavy)));
        assertEquals(
                "weight of the link from agent 0 to agent 1 must be a share in [0, 1] to be a chance, but was 1.5",
                refusal(() -> solver(Contagion.independentByWeight(), 1).solve(sure)));
        assertEquals(
                "network must have weights for linear threshold, but was Network[10 agents, 8 one-way ties]; give weights, or take"
                        + " Contagion.count, randomShares or independent",
                refusal(() -> solver(Contagion.linear(), 1).solve(leaders())));
        assertEquals(
                "thresholds must be one an agent of the network, 10 [count], but was 2",
                refusal(() ->
                        solver(Contagion.thresholds(Thresholds.of(1, 1)), 1).solve(leaders())));
        assertEquals(
                "contagion must be left to chance or count agents, but was pressure 1.0; take Contagion.linear, or thresholds in"
                        + " agents",
                refusal(() -> solver(Contagion.pressure(1), 1).solve(heavy)));
    }

    /** The verifier finds a bound that is too low, an interval that lies elsewhere, and too much spent. */
    @Test
    void certificatesCanFail() {
        final Network network = random(300, 900, 5);
        final NetworkRows rows = NetworkRows.of(network);
        final ReachBudget budget = ReachBudget.agents(3);
        final Influence influence = java.util.Objects.requireNonNull(Influence.of(Contagion.randomShares()));
        final ReverseSets sets =
                new ReverseSets(ReverseLinks.of(rows, influence), (java.util.random.RandomGenerator.JumpableGenerator)
                        java.util.random.RandomGeneratorFactory.of("Xoshiro256PlusPlus")
                                .create(1));
        assertTrue(sets.growTo(4096, 1, Watch.none()));
        final GreedyCover.Cover cover = new GreedyCover(sets, budget, 300).choose();
        final double spread = cover.covered() * 300.0 / 4096;
        final ReachVerifier verifier = new ReachVerifier(network, Contagion.randomShares(), budget, 1);

        final var fine = verifier.certify(look(budget, cover, spread - 5, cover.bound()), sets, 1, Watch.none());
        assertInstanceOf(Certificate.Proven.class, fine);
        final var bound = verifier.certify(look(budget, cover, spread - 5, cover.bound() - 1), sets, 1, Watch.none());
        assertEquals(
                "not proven: counted again, the best could cover " + cover.bound() + " sets, above "
                        + (cover.bound() - 1),
                java.util.Objects.requireNonNull(bound).sentence());
        final var high = verifier.certify(look(budget, cover, spread + 20, cover.bound()), sets, 1, Watch.none());
        assertTrue(java.util.Objects.requireNonNull(high).sentence().contains(", outside of ["), high::sentence);
        final var low = verifier.certify(look(budget, cover, spread - 60, cover.bound()), sets, 1, Watch.none());
        assertInstanceOf(Certificate.Unproven.class, low);
        final var spent = new ReachVerifier(network, Contagion.randomShares(), ReachBudget.agents(2), 1)
                .certify(look(budget, cover, spread - 5, cover.bound()), sets, 1, Watch.none());
        assertEquals(
                "not proven: those chosen cost 3.0, more than the budget",
                java.util.Objects.requireNonNull(spent).sentence());
    }

    private static ReachSampling.Look look(ReachBudget budget, GreedyCover.Cover cover, double low, double bound) {
        final Reach.Choice choice = new Reach.Choice(300, cover.chosen(), new double[cover.chosen().length], "");
        final Reach.Estimate estimate = new Reach.Estimate(low, 1, Range.of(low, low + 10), 300, 0.001, 8192);
        return new ReachSampling.Look(
                new ReachSampling.Number(1, false, 0),
                new GreedyCover.Cover(cover.chosen(), cover.covered(), bound, cover.after()),
                cover.covered(),
                new Reach(budget, choice, estimate));
    }

    @Test
    void budgetsAreValues() {
        assertEquals(ReachBudget.agents(3), ReachBudget.agents(3));
        assertEquals(ReachBudget.agents(3).hashCode(), ReachBudget.agents(3).hashCode());
        assertNotEquals(ReachBudget.of(3, 1, 2), ReachBudget.of(3, 1, 1));
        assertFalse(ReachBudget.of(3, 1).equals(ReachBudget.of(3, 1).in("USD")));
        assertEquals("ReachBudget[3 agents]", ReachBudget.agents(3).toString());
        assertEquals(
                "ReachBudget[3 USD, costs of 2 agents]",
                ReachBudget.of(3, 1, 2).in("USD").toString());
    }
}
