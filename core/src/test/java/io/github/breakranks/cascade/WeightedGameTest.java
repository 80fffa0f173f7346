package io.github.breakranks.cascade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.breakranks.Breakranks;
import io.github.breakranks.answer.Certificate;
import io.github.breakranks.equilibrium.EquilibriumSolver;
import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.network.Network;
import io.github.breakranks.offer.Offer;
import io.github.breakranks.offer.Reprisal;
import io.github.breakranks.population.Population;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Weights count as shares of what each watches, however heavy links elsewhere are. */
class WeightedGameTest {

    private static DefectionGame game(Network network, double... costs) {
        return DefectionGame.of(Population.of(costs), Offer.cash(0.5), Reprisal.fading(0.4))
                .on(network);
    }

    /** Agent 4 sees 3 of 8 gone and gains .25 of .28: he stays. */
    @Test
    void aHeavyLinkElsewhereChangesNothing() {
        final DefectionGame game = game(
                Network.directed(5, new int[] {0, 2, 3}, new int[] {1, 4, 4}, new double[] {2147483648.0, 3, 5}),
                0,
                9,
                0,
                9,
                0.28);

        assertEquals(2, Breakranks.cascade(game).gone());
        assertEquals(2, EquilibriumSolver.solver().solve(game).value().least().gone());
        assertTrue(EquilibriumSolver.solver().solve(game).certificate() instanceof Certificate.Proven);
    }

    /** Agent 1 sees all whom he watches gone, light as that link is. */
    @Test
    void aLightLinkIsNotLost() {
        final DefectionGame game =
                game(Network.directed(4, new int[] {0, 2}, new int[] {1, 3}, new double[] {1e-10, 1}), 0, 0.3, 0, 0.3);

        assertEquals(4, Breakranks.cascade(game).gone());
        assertEquals(4, EquilibriumSolver.solver().solve(game).value().least().gone());
    }

    @Test
    void roundedWeightsAreSaid() {
        final DefectionGame game =
                game(Network.directed(3, new int[] {0, 1}, new int[] {2, 2}, new double[] {1, 1.0 / 3}), 0, 9, 0.3);
        final Certificate path =
                AgentCascade.of(Dynamics.rounds(), 1).solve(game).certificate();

        assertEquals(List.of("weights as rounded to whole units"), ((Certificate.Proven) path).assuming());
        final Certificate rest = EquilibriumSolver.solver().solve(game).certificate();
        assertTrue(((Certificate.Proven) rest).assuming().contains("weights as rounded to whole units"));
    }
}
