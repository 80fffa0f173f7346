package io.github.breakranks.examples.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.breakranks.answer.Range;
import io.github.breakranks.design.Ambiguity;
import io.github.breakranks.design.Instrument;
import io.github.breakranks.design.RobustOffer;
import io.github.breakranks.design.RobustSolver;
import io.github.breakranks.design.Target;
import io.github.breakranks.equilibrium.EquilibriumSolver;
import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.offer.Term;
import java.util.List;
import org.junit.jupiter.api.Test;

class HessianGameTest {

    private static double least(DefectionGame game) {
        return EquilibriumSolver.solver().solve(game).orElseThrow().least().share();
    }

    @Test
    void everyGameLeftOpenAgreesWithTheRecord() {
        final Range record = CaseReader.hessians().share();
        final Ambiguity open = HessianGame.leftOpen(3);

        assertEquals(0, open.size() % 3);
        for (DefectionGame game : open.games()) {
            final double share = least(game);
            assertTrue(share >= record.low() - 1e-9 && share <= record.high() + 1e-9, game + " rests at " + share);
        }
    }

    @Test
    void someAcresWorkWhicheverGameItWas() {
        final Ambiguity open = HessianGame.leftOpen(3);
        final RobustOffer offer = RobustSolver.worstCase(Instrument.of(Term.CASH), Target.of(0.25))
                .solve(open)
                .orElseThrow();

        assertEquals(27, open.size()); // with the narrowest of ten spreads no mean agrees
        assertEquals(0.715, offer.value(), 5e-4); // 36 acres to each who comes, besides the 50 that were promised
        assertEquals(List.of(26), offer.binding()); // the widest spread and the greatest mean
        assertEquals(16_590, offer.worstOutlay(), 5); // and so many times 50 acres if it was another game

        int reached = 0;
        for (DefectionGame game : open.games()) {
            reached += least(game.with(Term.CASH, offer.value() + 1e-9)) >= 0.25 ? 1 : 0;
        }

        assertEquals(open.size(), reached);
        assertTrue(open.games().stream().anyMatch(game -> least(game.with(Term.CASH, offer.value() - 1e-6)) < 0.25));
    }

    @Test
    void refusesTooFewMeans() {
        assertEquals(
                "means must be >= 2 [mean costs], but was 1",
                assertThrows(IllegalArgumentException.class, () -> HessianGame.leftOpen(1))
                        .getMessage());
    }
}
