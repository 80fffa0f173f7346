package io.github.breakranks.timing;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.offer.Expiry;
import io.github.breakranks.offer.Offer;
import io.github.breakranks.offer.Reprisal;
import io.github.breakranks.population.CostLaw;
import io.github.breakranks.population.Population;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** A finite army of soldiers who take the path as given, stepped forward in time, comes to the path of its law as it grows. */
class ScheduleArmyTest {
    private static final double RATE = 0.6;
    private static final int DATES = 201;

    /** Costs drawn from Beta(2,2), seeds fixed: the distance falls as one over the root of their number. */
    @Test
    void aGrowingArmyComesToThePath() {
        final CostLaw law = CostLaw.beta(2, 2);
        final DefectionGame game = DefectionGame.of(
                Population.of(1_000, law), Offer.cash(0.7).withExpiry(Expiry.hazard(0.5)), Reprisal.fading(0.35, 2));
        final ScheduleSolver solver = ScheduleSolver.solver(Waiting.at(0.1), 10).withDates(DATES);
        final SchedulePath path = solver.solve(game).orElseThrow();

        double before = Double.POSITIVE_INFINITY;
        for (int soldiers : new int[] {1_000, 10_000, 100_000}) {
            final double[] costs = Population.draw(soldiers, law, 1993).costs();
            final double distance = distance(path, march(game, costs, Math.exp(-RATE * solver.step())));
            assertTrue(distance < 2 / Math.sqrt(soldiers), soldiers + " soldiers are " + distance + " off");
            assertTrue(distance < before / 1.5, distance + " after " + before);
            before = distance;
        }
    }

    private static double distance(SchedulePath path, double... gone) {
        double distance = 0;
        for (int k = 0; k < gone.length; k++) {
            distance = Math.max(distance, Math.abs(path.share(k) - gone[k]));
        }
        return distance;
    }

    /**
     * The share gone by each date. In order of cost, each goes if now, judged on those gone at earlier dates, is worth at least what the
     * next date is, judged on those gone by then, himself the last.
     */
    private static double[] march(DefectionGame game, double[] costs, double kept) {
        final double[] ascending = costs.clone();
        Arrays.sort(ascending);
        final double[] gone = new double[DATES];
        int count = 0;
        for (int date = 0; date < DATES; date++) {
            final double now = game.gain((double) count / ascending.length);
            while (count < ascending.length) {
                final double cost = ascending[count];
                final double next = game.gain((count + 1.0) / ascending.length) - cost;
                if (now - cost < kept * Math.max(0, next)) {
                    break;
                }
                count++;
            }
            gone[date] = (double) count / ascending.length;
        }
        return gone;
    }
}
