package io.github.breakranks.internal;

import java.math.BigInteger;

/** What a linear form is on each ray of a cone, where longs do not hold it. */
final class BigIntegerValues {
    private final ExactRow[] rays;
    private final BigInteger[] values;

    BigIntegerValues(ExactRow[] rays, ExactRow form) {
        this.rays = rays;
        this.values = new BigInteger[rays.length];
        for (int k = 0; k < rays.length; k++) {
            values[k] = rays[k].dotBig(form);
        }
    }

    int[] signs() {
        final int[] signs = new int[values.length];
        for (int k = 0; k < signs.length; k++) {
            signs[k] = values[k].signum();
        }
        return signs;
    }

    /** The ray between one above and one below 0 on which the form is 0. */
    ExactRow between(int positive, int negative) {
        return ExactRow.combine(values[positive], rays[negative], values[negative].negate(), rays[positive]);
    }
}
