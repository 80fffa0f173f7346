package io.github.breakranks.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.breakranks.internal.Quadrature.Integral;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

/** Integrals that are known in closed form. */
class QuadratureTest {
    private static final double TIGHT = 1e-14;

    private static double integral(DoubleUnaryOperator f, double from, double to) {
        return Quadrature.integral(f, from, to, TIGHT).value();
    }

    /** Exact up to degree 31, forwards and backwards. */
    @Test
    void polynomials() {
        for (int n = 0; n < 32; n++) {
            final int power = n;
            assertEquals(1.0 / (n + 1), integral(x -> Math.pow(x, power), 0, 1), 1e-15);
            assertEquals(-1.0 / (n + 1), integral(x -> Math.pow(x, power), 1, 0), 1e-15);
        }
        assertEquals(0, integral(Math::exp, 2, 2));
    }

    @Test
    void smoothFunctions() {
        assertEquals(Math.E - 1, integral(Math::exp, 0, 1), 1e-14);
        assertEquals(2, integral(Math::sin, 0, Math.PI), 1e-14);
        assertEquals(2 * Math.atan(1e4), integral(x -> 1e-4 / (1e-8 + x * x), -1, 1), 1e-11); // a narrow peak
    }

    @Test
    void endsThatGrowWithoutBound() {
        assertEquals(2, integral(x -> 1 / Math.sqrt(x), 0, 1), 1e-7);
        assertEquals(-1, integral(Math::log, 0, 1), 1e-13);
        assertEquals(2 / 3.0, integral(Math::sqrt, 0, 1), 1e-14);
    }

    @Test
    void kinksAndJumps() {
        assertEquals(0.3 * 0.3 / 2 + 0.7 * 0.7 / 2, integral(x -> Math.abs(x - 0.3), 0, 1), 1e-14);
        assertEquals(0.7, integral(x -> x < 0.3 ? 0 : 1, 0, 1), 1e-14);
        assertEquals(0.5, integral(x -> Math.floor(1_000 * x) % 2, 0, 1), 1e-10);
    }

    /** Near the middle of a panel and near its ends neither the rule nor that of its halves sees a jump. */
    @Test
    void aJumpAnywhere() {
        for (double at :
                new double[] {1e-9, 1e-5, 0.001, 0.005, 0.45, 0.47, 0.4999, 0.5001, 0.53, 0.7, 0.998, 1 - 1e-7}) {
            assertEquals(1 - at, integral(x -> x < at ? 0 : 1, 0, 1), 1e-12, () -> "jump at " + at);
            assertEquals(at - 1, integral(x -> x < at ? 0 : 1, 1, 0), 1e-12, () -> "jump at " + at);
            assertEquals(
                    Math.expm1(at) + 3 * (1 - at),
                    integral(x -> x < at ? Math.exp(x) : 3, 0, 1),
                    1e-12,
                    () -> "jump at " + at);
        }
    }

    /** A tolerance below the rounding of the function ends all the same, and says what it may be off. */
    @Test
    void roundingAboveTheTolerance() {
        final Integral noisy = Quadrature.integral(x -> (1e12 + Math.sin(x)) - 1e12, 0, 1, 1e-15);

        assertEquals(1 - Math.cos(1), noisy.value(), 1e-4);
        assertTrue(noisy.error() > 1e-12, noisy::toString);
    }

    /** The polynomial through values at the points, and its integral up to anywhere. */
    @Test
    void theIntegralUpToAPlace() {
        final double[] values = new double[Quadrature.POINTS];
        for (int k = 0; k < values.length; k++) {
            values[k] = Math.pow(Quadrature.at(k), 15) - 3 * Quadrature.at(k);
        }
        final double[] polynomial = Quadrature.polynomial(values, 0);
        for (double place = 0; place <= 1; place += 0.0625) {
            final double exact = Math.pow(place, 16) / 16 - 1.5 * place * place;
            assertEquals(exact, Quadrature.integralOf(polynomial, place), 1e-14);
        }
        for (int k = 0; k < values.length; k++) {
            double sum = 0;
            for (int j = 0; j < values.length; j++) {
                sum += Quadrature.upTo(k, j) * values[j];
            }
            assertEquals(Quadrature.integralOf(polynomial, Quadrature.at(k)), sum, 1e-14);
        }
    }
}
