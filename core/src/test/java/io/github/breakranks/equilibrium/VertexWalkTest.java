package io.github.breakranks.equilibrium;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.breakranks.answer.Answer;
import io.github.breakranks.answer.Watch;
import io.github.breakranks.game.NormalFormGame;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** How far a walk goes before it looks up. */
class VertexWalkTest {

    /** 1,024 steps are as many vertices in doubles, and 16 in whole numbers, which take some 64 times as long. */
    @Test
    void wholeNumbersCountForMore() {
        final NormalFormGame game = game(18, 1000);
        final VertexWalk doubles = new VertexWalk(BestReplyPolytope.of(game, 0), false);
        assertFalse(doubles.advance(1024));
        assertEquals(1024, doubles.bases().size());
        final VertexWalk whole = new VertexWalk(BestReplyPolytope.of(game, 0), true);
        assertFalse(whole.advance(1024));
        assertEquals(16, whole.bases().size());
    }

    /** A game of 18 x 18 payoffs 0 and 1, stopped after few looks, has equilibria to show. */
    @Test
    void tiesEverywhereAreLookedUpFromOften() {
        final AtomicInteger looks = new AtomicInteger();
        final Answer<NashEquilibria> answer = AllBimatrixSolver.solver()
                .solve(game(18, 2), Watch.none().withCancel(() -> looks.incrementAndGet() == 100));
        assertFalse(answer.value().complete());
        assertTrue(answer.value().count() > 0);
        assertTrue(answer.value().equilibria().stream()
                .allMatch(equilibrium -> equilibrium.regret().none()));
    }

    private static NormalFormGame game(int actions, int payoffs) {
        final Random random = new Random(18);
        return NormalFormGame.of(new int[] {actions, actions}, (player, chosen) -> random.nextInt(payoffs));
    }
}
