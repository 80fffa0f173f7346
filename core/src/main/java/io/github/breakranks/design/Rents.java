package io.github.breakranks.design;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The least rents at which every type prefers what is meant for it, whatever that is.
 *
 * <pre>{@code
 *   U_j = max(0, max over k of  U_k + C(q_k, theta_k) - C(q_k, theta_j))        longest paths; the least solution
 * }</pre>
 *
 * <p>There is none if a round of envy gains something (J.-C. Rochet 1987, doi 10.1016/0304-4068(87)90007-3), or if one who is not hired
 * would rather come as another.
 */
final class Rents {
    private static final double ROUNDING = 1e-12;

    private Rents() {}

    /** By type; NaN quantities are not hired. Null if no rents do. */
    static double @Nullable [] least(Screening screening, double... quantities) {
        final int types = screening.types();
        final double[] own = new double[types];
        double scale = 0;
        for (int k = 0; k < types; k++) {
            own[k] = Double.isNaN(quantities[k]) ? 0 : screening.cost(k, quantities[k]);
            scale = Math.max(scale, own[k]);
        }
        final double[] rents = new double[types];
        for (int round = 0; round <= types; round++) {
            final double[] before = rents.clone();
            for (int j = 0; j < types; j++) {
                rents[j] = wished(screening, rents, own, j, quantities);
            }
            if (Arrays.equals(before, rents)) {
                break;
            }
            if (round == types && Arrays.mismatch(before, rents) >= 0 && moved(before, rents) > ROUNDING * scale) {
                return null;
            }
        }
        for (int k = 0; k < types; k++) {
            if (Double.isNaN(quantities[k]) && rents[k] > ROUNDING * scale) {
                return null;
            }
        }
        return rents;
    }

    /** What a type gains at least, given what the others do. */
    private static double wished(Screening screening, double[] rents, double[] own, int type, double... quantities) {
        double most = rents[type];
        for (int k = 0; k < quantities.length; k++) {
            final double gain =
                    rents[k] + own[k] - (Double.isNaN(quantities[k]) ? 0 : screening.cost(type, quantities[k]));
            most = Double.isNaN(quantities[k]) ? most : Math.max(most, gain);
        }
        return most;
    }

    private static double moved(double[] before, double[] after) {
        double most = 0;
        for (int k = 0; k < before.length; k++) {
            most = Math.max(most, after[k] - before[k]);
        }
        return most;
    }
}
