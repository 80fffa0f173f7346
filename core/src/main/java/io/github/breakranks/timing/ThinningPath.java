package io.github.breakranks.timing;

import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.internal.Checks;
import io.github.breakranks.population.CostLaw;
import org.apache.commons.math3.ode.FirstOrderDifferentialEquations;
import org.apache.commons.math3.ode.nonstiff.DormandPrince853Integrator;

/**
 * How many go when waiting kills and the dead are not replaced.
 *
 * <pre>{@code
 *   ds = exp(-b w) f(c) dc,   dw = G'(s) ds / (G(s) - c),   E = integral of exp(-k w) ds
 *
 *   w  the path's clock H t,   b  deaths / H,   k  true withdrawals / H
 * }</pre>
 *
 * <p>Followed in a variable in which the cutoff c comes nearer to G(s) in proportion to its distance, so that nothing blows up at the start,
 * where the density may vanish, or at the end. Dormand and Prince's method of order 8, tolerance 1e-12.
 */
final class ThinningPath {
    private static final double CLOSE = 1e-12; // distance left, relative to the first
    private static final int LONGEST = 20_000;

    private final DefectionGame game;
    private final CostLaw law;
    private final double deaths;
    private final double withdrawals;

    ThinningPath(DefectionGame game, double deaths, double withdrawals) {
        this.game = game;
        this.law = game.population().law();
        this.deaths = deaths;
        this.withdrawals = withdrawals;
        if (law.discrete() || Double.isNaN(law.density(law.quantile(0.5)))) {
            throw Checks.refused("law must have a density where waiting thins the ranks, but was %s", law);
        }
    }

    double total() {
        final double first = law.low() > Double.NEGATIVE_INFINITY ? law.low() : law.quantile(1e-17);
        final double distance = game.gain(0) - first;
        if (!(distance > 0)) {
            return 0;
        }
        double[] state = {first, 0, 0, 0}; // cost, share, clock, total
        final DormandPrince853Integrator integrator = new DormandPrince853Integrator(1e-9, 1, 1e-13, 1e-12);
        for (int stretch = 0; stretch < LONGEST; stretch++) {
            final double[] next = new double[4];
            integrator.integrate(new Motion(), stretch, state, stretch + 1.0, next);
            state = next;
            if (game.gain(Math.min(1, state[1])) - state[0] <= CLOSE * distance) {
                break;
            }
        }
        return state[3];
    }

    private final class Motion implements FirstOrderDifferentialEquations {
        @Override
        public int getDimension() {
            return 4;
        }

        @Override
        public void computeDerivatives(double t, double[] state, double[] speed) {
            final double gone = Math.min(1, Math.max(0, state[1]));
            final double ahead = game.gain(gone) - state[0];
            final double density = law.density(state[0]);
            final double alive = Math.exp(-deaths * state[2]) * (density < Double.MAX_VALUE ? density : 0);
            speed[0] = ahead;
            speed[1] = alive * ahead;
            speed[2] = game.gain().slope(game.offer(), 0, gone) * alive;
            speed[3] = Math.exp(-withdrawals * state[2]) * speed[1];
        }
    }
}
