package io.github.breakranks.design;

import java.util.function.DoubleUnaryOperator;

/** Slopes from values, and where a falling slope passes zero. */
final class Differences {
    private static final double STEP = Math.cbrt(Math.ulp(1.0)); // rounding and curvature do equal harm
    private static final int MOST_STEPS = 200;
    private static final double FLAT = 0x1p-53; // of the slope at the ends: rounding

    private Differences() {}

    /** The slope of a function on [0, infinity) at a point of it. */
    static double slope(DoubleUnaryOperator function, double at) {
        final double step = STEP * Math.max(1, at);
        final double from = Math.max(0, at - step);
        final double to = at + step;
        return (function.applyAsDouble(to) - function.applyAsDouble(from)) / (to - from);
    }

    /** Where on [0, most] a concave function is greatest, given its slope, which falls and may be infinite at 0. */
    static double peak(DoubleUnaryOperator slope, double most) {
        return most > 0 && slope.applyAsDouble(0) > 0 ? peak(slope, 0, most) : 0;
    }

    /** The same between two points, where the slope is above 0 at the first; false position with the Illinois rule. */
    static double peak(DoubleUnaryOperator slope, double from, double most) {
        double low = from;
        double high = most;
        double above = slope.applyAsDouble(low);
        double below = slope.applyAsDouble(high);
        if (below >= 0) {
            return most;
        }
        final double flat = FLAT * Math.min(above, -below);
        boolean lastLow = false;
        boolean fresh = true;
        for (int step = 0; step < MOST_STEPS; step++) {
            final double secant = low + (high - low) * (above / (above - below));
            final boolean halve = step % 4 == 3 || !(secant > low && secant < high);
            final double mid = halve ? low + (high - low) / 2 : secant;
            if (mid <= low || mid >= high) {
                break;
            }
            final double there = slope.applyAsDouble(mid);
            if (Math.abs(there) <= flat) {
                return mid;
            }
            final boolean again = !fresh && lastLow == there > 0;
            if (there > 0) {
                low = mid;
                above = there;
                below *= again ? 0.5 : 1;
            } else {
                high = mid;
                below = there;
                above *= again ? 0.5 : 1;
            }
            lastLow = there > 0;
            fresh = false;
        }
        return low;
    }
}
