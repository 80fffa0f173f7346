package io.github.breakranks.cascade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.breakranks.answer.Answer;
import io.github.breakranks.answer.Certificate;
import io.github.breakranks.answer.Watch;
import io.github.breakranks.network.Network;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NetworkEnsembleTest {
    private static final Network NETWORK = RandomNetworks.of(200, 500, false, 4);

    @Test
    void threadsChangeNothing() {
        for (Contagion contagion : List.of(
                Contagion.independent(0.2), Contagion.randomShares(), Contagion.share(0.3), Contagion.count(2))) {
            final NetworkEnsemble one = NetworkEnsemble.of(NetworkCascade.of(contagion), 200, 9)
                    .withStarters(12)
                    .withThreads(1);
            final Answer<CascadeEnsemble> alone = one.solve(NETWORK);
            final Answer<CascadeEnsemble> together = one.withThreads(4).solve(NETWORK);

            assertInstanceOf(Certificate.Proven.class, alone.certificate());
            assertEquals(alone.certificate(), together.certificate());
            assertEquals(alone.value().runTable(), together.value().runTable());
            assertEquals(alone.value().table(), together.value().table());
        }
    }

    /** A workspace that is used again gives what a new one gives. */
    @Test
    void aRunIsTheCascadeOfItsSeed() {
        final NetworkCascade cascade =
                NetworkCascade.of(Contagion.independent(0.15)).withStart(3, 4, 5);
        final CascadeEnsemble ensemble =
                NetworkEnsemble.of(cascade, 50, 2).withThreads(1).solve(NETWORK).orElseThrow();
        final long coins = io.github.breakranks.internal.Coins.state(2);

        for (int run = 0; run < 50; run++) {
            final NetworkSpread spread = cascade.withSeed(io.github.breakranks.internal.Coins.draw(coins, run))
                    .solve(NETWORK)
                    .orElseThrow();
            assertEquals(spread.gone(), ensemble.gone(run));
            assertEquals(spread.rounds(), ensemble.time(run));
        }
        assertTrue(ensemble.quantile(0.05) < ensemble.quantile(0.95));
    }

    /** Whoever starts is drawn with equal chances: of ten agents three, so each in three of ten runs. */
    @Test
    void startersAreDrawnAlike() {
        final Network nobody = Network.undirected(10, new int[0], new int[0]);
        final CascadeEnsemble all = NetworkEnsemble.of(NetworkCascade.of(Contagion.count(1)), 10, 1)
                .withStarters(10)
                .solve(nobody)
                .orElseThrow();
        assertEquals(1.0, all.mean());

        final int runs = 20_000;
        for (int agent : new int[] {0, 5, 9}) {
            final CascadeEnsemble he = NetworkEnsemble.of(
                            NetworkCascade.of(Contagion.count(1)).withAware(agent), runs, 6)
                    .withStarters(3)
                    .solve(nobody)
                    .orElseThrow();
            assertEquals(0.03, he.mean(), 4 * he.standardError());
        }
    }

    @Test
    void stopsWhenToldAndKeepsWhatIsDone() {
        final AtomicInteger asked = new AtomicInteger();
        final Answer<CascadeEnsemble> answer = NetworkEnsemble.of(
                        NetworkCascade.of(Contagion.independent(0.5)).withStart(0), 1_000, 1)
                .withThreads(1)
                .solve(NETWORK, Watch.none().withCancel(() -> asked.incrementAndGet() > 100));

        final var stopped = assertInstanceOf(Answer.Stopped.class, answer);
        assertEquals("cancelled", stopped.why());
        assertEquals("raise the limit, or take fewer runs; those done are kept", stopped.remedy());
        assertTrue(answer.value().runs() > 0 && answer.value().runs() < 100);
    }

    @Test
    void tellsHowFarItIs() {
        final List<Double> told = new ArrayList<>();
        NetworkEnsemble.of(NetworkCascade.of(Contagion.independent(0.5)).withStart(0), 10, 1)
                .withThreads(1)
                .solve(NETWORK, Watch.none().withProgress(told::add));

        assertEquals(IntStream.rangeClosed(1, 10).mapToObj(k -> k / 10.0).toList(), told.subList(0, 10));
    }

    @Test
    void refusesBadInputAndSaysSo() {
        final NetworkEnsemble ensemble =
                NetworkEnsemble.of(NetworkCascade.of(Contagion.count(1)).withStart(0), 3, 1);
        final NetworkEnsemble drawn = NetworkEnsemble.of(NetworkCascade.of(Contagion.count(1)), 3, 1);

        refused(
                "cascade must leave something to chance, but was NetworkCascade[1 of those watched, 1 gone at the start]; take"
                        + " withStarters(k), or a contagion that draws",
                () -> ensemble.solve(NETWORK));
        refused(
                "starters must be at most the agents there are, 200 [count], but was 201",
                () -> drawn.withStarters(201).solve(NETWORK));
        refused("runs must be >= 1 [runs], but was 0", () -> NetworkEnsemble.of(ensemble.cascade(), 0, 1));
        refused("threads must be >= 1 [threads], but was 0", () -> ensemble.withThreads(0));
        refused("starters must be >= 0 [agents], but was -1", () -> ensemble.withStarters(-1));
        assertEquals(
                "NetworkEnsemble[3 runs, seed 1, 5 drawn to start, NetworkCascade[1 of those watched]]",
                drawn.withStarters(5).toString());
    }

    private static void refused(String message, org.junit.jupiter.api.function.Executable bad) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, bad).getMessage());
    }

    /** Who starts is given or drawn; a start that would not be looked at is refused. */
    @Test
    void startersAreGivenOrDrawn() {
        final NetworkEnsemble ensemble =
                NetworkEnsemble.of(NetworkCascade.of(Contagion.independent(0.2)).withStart(1, 5), 10, 9);

        assertEquals(
                "starters must be 0 where the cascade has a start, 2 agents, but was 3; draw all who start, or give the cascade no"
                        + " start",
                assertThrows(IllegalArgumentException.class, () -> ensemble.withStarters(3))
                        .getMessage());
        assertEquals(ensemble, ensemble.withStarters(0));
    }

    @Test
    void workersAreAsManyAsHelpAndFit() {
        final NetworkEnsemble ensemble = NetworkEnsemble.of(NetworkCascade.of(Contagion.independent(0.2)), 50, 9)
                .withStarters(5)
                .withThreads(1);

        assertEquals(
                ensemble.solve(NETWORK).value().runTable(),
                ensemble.withThreads(1_000_000_000).solve(NETWORK).value().runTable());
        assertEquals(2, NetworkEnsemble.workers(8, 100, 100, 299));
        assertEquals(1, NetworkEnsemble.workers(8, 100, 100, 10));
        assertEquals(3, NetworkEnsemble.workers(3, 100, 100, 1 << 20));
    }
}
