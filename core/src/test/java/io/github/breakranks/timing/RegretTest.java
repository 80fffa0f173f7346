package io.github.breakranks.timing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.offer.Offer;
import io.github.breakranks.offer.Reprisal;
import io.github.breakranks.population.CostLaw;
import io.github.breakranks.population.Population;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

/** A certificate that cannot fail certifies nothing. */
class RegretTest {
    private static final DefectionGame EVEN =
            DefectionGame.of(Population.of(1_000, CostLaw.uniform(0, 1)), Offer.cash(0.6), Reprisal.fading(0.3));
    private static final double K = 0.1 * 0.7 / 0.3; // the path's rate at H = .1

    private static double regret(double rate, DoubleUnaryOperator share) {
        final double[] dates = new double[400];
        Arrays.setAll(dates, k -> k / 10.0);
        final double[] shares = Arrays.stream(dates).map(share).toArray();
        return new Regret(EVEN, rate, dates, new double[][] {shares, shares}).worst();
    }

    private static double even(double time, double speed, double end) {
        return end * -Math.expm1(-K * speed * time);
    }

    @Test
    void theRightPathHasNone() {
        assertEquals(0, regret(0.1, time -> even(time, 1, 3 / 7.0)), 1e-4); // dates a tenth apart
    }

    @Test
    void aWrongSpeedShows() {
        assertTrue(regret(0.1, time -> even(time, 2, 3 / 7.0)) > 5e-3);
        assertTrue(regret(0.1, time -> even(time, 0.5, 3 / 7.0)) > 5e-3);
        assertTrue(regret(0.2, time -> even(time, 1, 3 / 7.0)) > 5e-3);
    }

    @Test
    void aWrongEndShows() {
        assertTrue(regret(0.1, time -> even(time, 1, 0.6)) > 0.01);
        assertTrue(regret(0.1, time -> even(time, 1, 0.3)) > 0.01);
    }

    @Test
    void nobodyGoingShows() {
        assertTrue(regret(0.1, time -> 0) > 0.2); // the first gains .3 at once
    }

    /** All who will go, at once: each would wait an instant. */
    @Test
    void anAtomShows() {
        final double[] dates = {0, 0.001, 10};
        final double[] seen = {0, 3 / 7.0, 3 / 7.0};
        final double[] gone = {3 / 7.0, 3 / 7.0, 3 / 7.0};
        assertTrue(new Regret(EVEN, 0.1, dates, new double[][] {seen, gone}).worst() > 0.1);
    }

    /** The first hundredth goes all at once, later than it should; everybody else as he should. */
    @Test
    void theFirstShow() {
        final double[] dates = new double[1_000];
        Arrays.setAll(dates, k -> k / 100.0);
        final double[] shares = Arrays.stream(dates)
                .map(time -> even(time, 1, 3 / 7.0))
                .map(share -> share < 0.01 ? 0 : share)
                .toArray();
        assertTrue(new Regret(EVEN, 0.1, dates, new double[][] {shares, shares}).worst() > 1e-5);
    }
}
