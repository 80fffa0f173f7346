package io.github.breakranks.regime;

import io.github.breakranks.population.CostLaw;

/**
 * The logarithm of a noise law's density, carried on in a straight line where the density is too small for doubles: what lies there decides only
 * in which direction a cutoff is out of reach.
 */
final class NoiseTails {
    private static final double SMALLEST = 1e-290;
    private static final double FARTHEST = 1e4; // deviations
    private static final int HALVINGS = 60;

    private final CostLaw law;
    private final double[] edges = new double[2]; // below and above
    private final double[] logs = new double[2];
    private final double[] slopes = new double[2];

    NoiseTails(CostLaw law) {
        this.law = law;
        for (int k = 0; k < 2; k++) {
            final int sign = k == 0 ? -1 : 1;
            final double end = Math.min(FARTHEST, k == 0 ? -law.low() : law.high());
            double near = 0;
            double far = end;
            for (int step = 0; step < HALVINGS && !(law.density(sign * end) > SMALLEST); step++) {
                final double middle = near + (far - near) / 2;
                if (law.density(sign * middle) > SMALLEST) {
                    near = middle;
                } else {
                    far = middle;
                }
            }
            edges[k] = sign * (near == 0 ? end : near);
            logs[k] = Math.log(law.density(edges[k]));
            slopes[k] = (logs[k] - Math.log(law.density(0.99 * edges[k]))) / (0.01 * edges[k]);
        }
    }

    double log(double e) {
        if (e >= edges[0] && e <= edges[1]) {
            return Math.log(law.density(e));
        }
        if (e <= law.low() || e >= law.high()) {
            return Math.log(law.density(e));
        }
        final int k = e < 0 ? 0 : 1;
        return logs[k] + slopes[k] * (e - edges[k]);
    }
}
