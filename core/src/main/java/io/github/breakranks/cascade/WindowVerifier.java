package io.github.breakranks.cascade;

import io.github.breakranks.answer.Certificate;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;

/**
 * Shows that a vanishing seed spreads just inside the ends of a cascade window and not just outside, knowing nothing of gamma functions.
 *
 * <pre>{@code
 *   z sum_{j=0}^{K-2} z^j / j!  >  sum_{j=0}^{inf} z^j / j! = e^z
 * }</pre>
 *
 * <p>All terms are positive; both sums are made twice, rounded down and up. From j >= 2z on each term is at most half the one before, so
 * what is left out of e^z is at most the last term.
 */
final class WindowVerifier {
    private static final double ROOM = 5e-11; // ties
    private static final MathContext DOWN = new MathContext(40, RoundingMode.FLOOR);
    private static final MathContext UP = new MathContext(40, RoundingMode.CEILING);
    private static final BigDecimal NEGLIGIBLE = new BigDecimal("1e-45");

    private WindowVerifier() {}

    /** No window: {@code z + z^2} is below {@code e^z} for every z, by hand. */
    static Certificate none(int k) {
        return k < CascadeWindowSolver.LEAST_VULNERABLE
                ? new Certificate.Proven("z + z^2 < e^z for every mean degree z", List.of())
                : new Certificate.Unproven("with vulnerable degrees up to " + k + " there is a window");
    }

    static Certificate certify(CascadeWindow window) {
        final int k = window.vulnerableDegree();
        final boolean shown = side(k, window.lower() - ROOM) < 0
                && side(k, window.lower() + ROOM) > 0
                && side(k, window.upper() - ROOM) > 0
                && side(k, window.upper() + ROOM) < 0;
        return shown
                ? new Certificate.Proven(
                        "a vanishing seed spreads " + ROOM
                                + " inside both ends and not as much outside, in decimals rounded"
                                + " the safe way; one hump",
                        List.of())
                : new Certificate.Unproven("no change of sign within " + ROOM + " of an end");
    }

    /** 1 if {@code z Q(K-1, z) > 1}, -1 if it is not, by bounds that cover every rounding; 0 if they do not decide it. */
    static int side(int k, double meanDegree) {
        final BigDecimal z = new BigDecimal(meanDegree);
        final Sums least = new Sums(k, z, DOWN);
        final Sums most = new Sums(k, z, UP);
        if (z.multiply(least.first).compareTo(most.all.add(most.last)) > 0) {
            return 1;
        }
        return z.multiply(most.first).compareTo(least.all) <= 0 ? -1 : 0;
    }

    /** {@code sum_{j=0}^{K-2} z^j / j!}, the same to the end, and its last term. */
    private static final class Sums {
        private BigDecimal first = BigDecimal.ZERO;
        private BigDecimal all = BigDecimal.ZERO;
        private BigDecimal last = BigDecimal.ONE;

        Sums(int k, BigDecimal z, MathContext rounding) {
            final double twice = 2 * z.doubleValue();
            for (int j = 0; j < k - 1 || j < twice + 1 || last.compareTo(all.multiply(NEGLIGIBLE)) > 0; j++) {
                last = j == 0 ? BigDecimal.ONE : last.multiply(z).divide(BigDecimal.valueOf(j), rounding);
                all = all.add(last, rounding);
                first = j <= k - 2 ? all : first;
            }
        }
    }
}
