package io.github.breakranks.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PositiveTest {

    /** By hand: the larger root of {@code r^2 - (a + d) r + (a d - b c)}, however small the entries. */
    @ParameterizedTest
    @ValueSource(doubles = {1, 1e-4, 1e-12, 1e-200})
    void theSpectralRadiusOfTwoByTwo(double size) {
        final double[][] matrix = {{0.3 * size, 0.2 * size}, {0.4 * size, 0.5 * size}};

        assertEquals(0.7 * size, Positive.spectralRadius(matrix), 1e-11 * size);
    }

    @Test
    void groupsThatDoNotFollowAndGroupsThatTakeTurns() {
        assertEquals(0, Positive.spectralRadius(new double[][] {{0, 0}, {0, 0}}));
        assertEquals(0.6, Positive.spectralRadius(new double[][] {{0, 0.9}, {0.4, 0}}), 1e-11);
        assertEquals(8e-5, Positive.spectralRadius(new double[][] {{4e-16, 2e-16}, {7e-5, 8e-5}}), 1e-14);
    }
}
