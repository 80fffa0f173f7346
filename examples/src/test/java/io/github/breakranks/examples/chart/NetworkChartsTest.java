package io.github.breakranks.examples.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.breakranks.Breakranks;
import io.github.breakranks.cascade.AwareSpread;
import io.github.breakranks.cascade.AwarenessCascade;
import io.github.breakranks.cascade.AwarenessCascade.Layers;
import io.github.breakranks.cascade.Cascade;
import io.github.breakranks.cascade.CascadeEnsemble;
import io.github.breakranks.cascade.Contagion;
import io.github.breakranks.cascade.NetworkCascade;
import io.github.breakranks.cascade.NetworkEnsemble;
import io.github.breakranks.examples.drawing.Drawing;
import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.network.Network;
import io.github.breakranks.network.Networks;
import io.github.breakranks.offer.Offer;
import io.github.breakranks.offer.Reprisal;
import io.github.breakranks.population.Population;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Cascades over networks, drawn as they are solved. */
class NetworkChartsTest {
    private static final Network RING = Networks.ring(12, 1);

    /** One goes by himself, and on a ring each brings his neighbours. */
    static final DefectionGame MEN = DefectionGame.of(
                    Population.of(IntStream.range(0, 12)
                            .mapToDouble(agent -> agent == 0 ? 0.05 : 0.25)
                            .toArray()),
                    Offer.cash(0.5),
                    Reprisal.fading(0.4))
            .on(RING);

    static CascadeEnsemble runs() {
        return NetworkEnsemble.of(NetworkCascade.of(Contagion.independent(0.5)).withStart(0), 200, 7)
                .solve(RING)
                .orElseThrow();
    }

    static AwareSpread aware() {
        return AwarenessCascade.of(
                        NetworkCascade.of(Contagion.independent(1)).withStart(3),
                        NetworkCascade.of(Contagion.count(1)).withStart(3))
                .solve(Layers.same(RING))
                .orElseThrow();
    }

    @Test
    void aGameOnANetworkIsDrawnRoundByRound() {
        Drawing drawing = Chart.cascade(MEN).drawing();
        Cascade cascade = Breakranks.cascade(MEN);
        double[][] all = drawing.points("all 12: 100.0% in the end");

        assertEquals("How defection spreads from nobody: cash 0.5", drawing.title());
        assertEquals(7, cascade.rounds()); // himself, and round the ring from both sides
        for (int round = 0; round <= 7; round++) {
            assertEquals(round, all[0][round]);
            assertEquals(100 * cascade.shareAfter(round), all[1][round]);
        }
    }

    /** Along the lower edge of a band to the right, and back along the upper. */
    @Test
    void runsMakeAFan() {
        CascadeEnsemble runs = runs();
        Drawing drawing = Chart.cascade(runs).drawing();
        String median = drawing.legend().get(2);
        double[][] band = drawing.points(drawing.legend().get(0));

        assertTrue(
                drawing.legend().get(0).startsWith("nine of ten runs: 8.3% to "),
                drawing.legend().toString());
        assertEquals(String.format("median: %.1f%% in the end", 100 * runs.quantile(0.5)), median);
        for (int time = 0; time < drawing.points(median)[0].length; time++) {
            assertEquals(100 * runs.quantileAt(time, 0.5), drawing.points(median)[1][time]);
            assertEquals(100 * runs.quantileAt(time, 0.05), band[1][time]);
            assertEquals(100 * runs.quantileAt(time, 0.95), band[1][band[1].length - 2 - time]);
        }
        assertEquals("How defection spreads in 200 runs of 12", drawing.title());
    }

    /** The word takes six rounds round the ring, and going as many after it. */
    @Test
    void goingComesAfterTheWord() {
        Drawing drawing = Chart.cascade(aware()).drawing();

        assertEquals(12, drawing.right());
        assertEquals(0, drawing.points("have heard: 100.0%")[0][0]);
        assertEquals(6, drawing.points("have gone: 100.0%")[0][0]);
        assertEquals(100.0 / 12, drawing.points("have gone: 100.0%")[1][0], 1e-12);
        assertEquals(100, drawing.points("have gone: 100.0%")[1][6]);
    }
}
