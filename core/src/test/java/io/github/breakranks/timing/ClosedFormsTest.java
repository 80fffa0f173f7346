package io.github.breakranks.timing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.offer.Expiry;
import io.github.breakranks.offer.Offer;
import io.github.breakranks.offer.Reprisal;
import io.github.breakranks.population.CostLaw;
import io.github.breakranks.population.Population;
import org.junit.jupiter.api.Test;

/** Two ways to the same path that share no code: quadratures in closed form, and one root a date. */
class ClosedFormsTest {
    private static final Waiting WAITING = Waiting.at(0.1);

    private static DefectionGame game(CostLaw law, Offer offer, Reprisal reprisal) {
        return DefectionGame.of(Population.of(1_000, law), offer, reprisal);
    }

    private static final DefectionGame[] GAMES = {
        game(CostLaw.uniform(0, 1), Offer.cash(0.6).withExpiry(Expiry.hazard(0.5)), Reprisal.fading(0.3)),
        game(CostLaw.beta(2, 2), Offer.cash(0.7).withExpiry(Expiry.hazard(0.1, 2)), Reprisal.fading(0.35, 2)),
        game(CostLaw.normal(0.25, 0.12), Offer.cash(0.45), Reprisal.fading(0.40)),
        game(CostLaw.logistic(0.3, 0.1), Offer.cash(0.5).withExpiry(Expiry.hazard(1)), Reprisal.fading(0.2, 3)),
    };

    /**
     * K10: the recursion's error falls as its step, so that half the step halves it. Where costs have no lower end the path begins
     * infinitely steep, and the error falls more slowly.
     */
    @Test
    void theRecursionComesToTheQuadratureAsItsStep() {
        for (DefectionGame game : GAMES) {
            final ExpiryPath exact = ExpirySolver.of(WAITING).solve(game).orElseThrow();
            final double horizon = 20 / exact.speed();
            double before = Double.NaN;
            for (int dates : new int[] {501, 1_001, 2_001, 4_001}) {
                final SchedulePath path = ScheduleSolver.solver(WAITING, horizon)
                        .withDates(dates)
                        .solve(game)
                        .orElseThrow();
                double off = 0;
                for (int date = 0; date < path.dates(); date++) {
                    off = Math.max(off, Math.abs(path.share(date) - exact.shareAt(path.time(date))));
                }
                if (!Double.isNaN(before)) {
                    final boolean steep = game.population().law().low() == Double.NEGATIVE_INFINITY;
                    final double ratio = off / before;
                    assertTrue(
                            steep ? ratio < 0.8 : Math.abs(ratio - 0.5) < 0.06, game + " at " + dates + ": " + ratio);
                }
                before = off;
            }
            assertTrue(before < 0.01, game + ": " + before);
        }
    }

    /** The same of what is expected by the time of withdrawal. */
    @Test
    void expectedTotalsAgree() {
        for (DefectionGame game : GAMES) {
            if (!(game.offer().expiry() instanceof Expiry.Hazard)) {
                continue;
            }
            final ExpiryPath exact = ExpirySolver.of(WAITING).solve(game).orElseThrow();
            final SchedulePath path = ScheduleSolver.solver(WAITING, 150)
                    .withDates(30_001)
                    .solve(game)
                    .orElseThrow();
            assertEquals(exact.expectedTotal(), path.expectedTotal(), 4e-3, game::toString);
        }
    }

    /** E3(i): with a date, and reprisal judged on those gone before it. */
    @Test
    void deadlinesAgreeWhereReprisalIsJudgedOnThoseGoneBefore() {
        for (DefectionGame open : GAMES) {
            final DefectionGame game = open.withOffer(open.offer().withExpiry(Expiry.at(8)));
            final DeadlinePath exact = DeadlineSolver.of(WAITING).solve(game).orElseThrow();
            final SchedulePath path = ScheduleSolver.solver(WAITING, 8)
                    .withDates(8_001)
                    .solve(game)
                    .orElseThrow();
            assertEquals(exact.unprotected().total(), path.share(), 2e-3, game::toString);
        }
    }
}
