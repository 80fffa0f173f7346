package io.github.breakranks.population;

import io.github.breakranks.internal.Checks;

/**
 * Inverses and slope of any law, from its shares alone.
 *
 * <p>An inverse is the least double at which a share passes its mark, so that {@code quantile(p) <= c} exactly
 * where {@code p <= cdf(c)}. All doubles are numbered in order, and a bracket of two numbers is narrowed until they
 * are neighbours: scale does not matter, and an atom is found exactly. The next cost tried is where the secant of
 * the logarithm of the share meets the mark (tails are nearly straight there, in the number if the bracket is
 * wide); after four tries that did not halve the bracket it is the middle number. At most some 320 tries, 20 to 35
 * for smooth laws.
 *
 * @see <a href="https://doi.org/10.1007/BF01934364">M. Dowell and P. Jarratt (1971), "A Modified Regula Falsi Method
 *     for Computing the Root of an Equation", BIT 11, 168-174 (the Illinois rule)</a>
 */
final class Inversion {

    private static final int PATIENCE = 4; // tries that may fail to halve the bracket before it is halved
    private static final int FASTER = 3; // doublings of the least step when tries stay on one side
    private static final double STEP = Math.cbrt(Math.ulp(1.0)); // of the spread: rounding and curvature do equal harm

    private static final long WIDEST = 1L << 52; // a binade: the sum with any number is still a long

    private Inversion() {}

    /** What a cost does to the mark when it passes. */
    enum Passing {
        /** {@code P(C <= c) >= mark}. */
        REACHES,
        /** {@code P(C <= c) > mark}. */
        EXCEEDS,
        /** {@code P(C > c) <= mark}. */
        LEAVES;

        double share(CostLaw law, double cost) {
            return this == LEAVES ? law.survival(cost) : law.cdf(cost);
        }

        boolean passed(double share, double mark) {
            return this == REACHES ? share >= mark : this == EXCEEDS ? share > mark : share <= mark;
        }

        /** The law's own inverse of this kind. */
        double inverse(CostLaw law, double mark) {
            return this == REACHES
                    ? law.quantile(mark)
                    : this == EXCEEDS ? law.quantileFromRight(mark) : law.quantileAbove(mark);
        }

        /** Rises with the cost, through 0 at the mark; infinite where the share is 0. */
        private double gap(double share, double mark) {
            return this == LEAVES ? Math.log(mark / share) : Math.log(share / mark);
        }
    }

    /** {@link CostLaw#quantile}. */
    static double quantile(CostLaw law, double share) {
        return share == 0
                ? law.low()
                : least(law, Passing.REACHES, Checks.share("share", share), law.low(), law.high());
    }

    /** {@link CostLaw#quantileAbove}. */
    static double quantileAbove(CostLaw law, double above) {
        return above == 1 ? law.low() : least(law, Passing.LEAVES, Checks.share("above", above), law.low(), law.high());
    }

    /** {@link CostLaw#quantileFromRight}. */
    static double quantileFromRight(CostLaw law, double share) {
        return share == 0
                ? law.low()
                : least(law, Passing.EXCEEDS, Checks.share("share", share), law.low(), law.high());
    }

    /**
     * The least cost that passes the mark: {@code law.low()} if the lowest does, {@code law.high()} if none does.
     *
     * @param mark a share
     * @param from where the search may begin: it widens what does not hold the answer
     * @param to   not below {@code from}
     */
    static double least(CostLaw law, Passing passing, double mark, double from, double to) {
        final boolean none = passing == Passing.LEAVES ? mark == 0 : mark == 1;
        final long bottom = number(Math.max(law.low(), -Double.MAX_VALUE));
        final long top = number(Math.min(law.high(), Double.MAX_VALUE));
        if (none || !passing.passed(passing.share(law, cost(top)), mark)) {
            return law.high();
        }
        if (passing.passed(passing.share(law, cost(bottom)), mark)) {
            return law.low();
        }
        long before = Math.max(bottom, Math.min(top, number(from)));
        long passed = Math.max(bottom, Math.min(top, number(to)));
        for (long stride = 1; passing.passed(passing.share(law, cost(before)), mark); stride = wider(stride)) {
            passed = before;
            before = before - stride > bottom ? before - stride : bottom;
        }
        for (long stride = 1; !passing.passed(passing.share(law, cost(passed)), mark); stride = wider(stride)) {
            before = passed;
            passed = passed + stride < top ? passed + stride : top;
        }
        if (before < 0 && passed > 0) { // one sign, lest the count of numbers between overflow
            final boolean atZero = passing.passed(passing.share(law, 0), mark);
            before = atZero ? before : 0;
            passed = atZero ? 0 : passed;
        }
        return narrowed(law, passing, mark, before, passed);
    }

    private static double narrowed(CostLaw law, Passing passing, double mark, long from, long to) {
        long before = from;
        long passed = to;
        double gapBefore = passing.gap(passing.share(law, cost(before)), mark);
        double gapPassed = passing.gap(passing.share(law, cost(passed)), mark);
        long leastStep = 1;
        int slow = 0;
        boolean lastPassed = false;
        while (passed - before > 1) {
            final long width = passed - before;
            final double part = gapBefore / (gapBefore - gapPassed); // 0 or NaN where a gap is infinite
            final long secant = width > WIDEST
                    ? before + (long) (width * part)
                    : number(cost(before) + (cost(passed) - cost(before)) * part);
            final boolean halve = slow >= PATIENCE || leastStep >= width / 2 || !Double.isFinite(gapPassed - gapBefore);
            final long next =
                    halve ? before + width / 2 : Math.max(before + leastStep, Math.min(passed - leastStep, secant));

            final double share = passing.share(law, cost(next));
            final boolean nextPassed = passing.passed(share, mark);
            final boolean again = nextPassed == lastPassed; // the same side: the other end counts half (Illinois rule)
            if (nextPassed) {
                passed = next;
                gapPassed = passing.gap(share, mark);
                gapBefore *= again ? 0.5 : 1;
            } else {
                before = next;
                gapBefore = passing.gap(share, mark);
                gapPassed *= again ? 0.5 : 1;
            }
            leastStep = again ? Math.min(leastStep, WIDEST) << FASTER : 1;
            lastPassed = nextPassed;
            slow = halve || passed - before <= width / 2 ? 0 : slow + 1;
        }
        return cost(passed);
    }

    private static long wider(long stride) {
        return Math.min(stride << 4, WIDEST);
    }

    /** The number of a double on the line of all doubles; 0 at both zeros. */
    private static long number(double cost) {
        final long magnitude = Double.doubleToLongBits(Math.abs(cost));
        return cost < 0 ? -magnitude : magnitude;
    }

    private static double cost(long number) {
        return number < 0 ? -Double.longBitsToDouble(-number) : Double.longBitsToDouble(number);
    }

    /**
     * The density by a central difference over some 1e-5 of the spread of the middle half, of the smaller of the
     * two shares; right to about ten digits in the bulk of a smooth law.
     */
    static double slope(CostLaw law, double cost) {
        if (!(cost >= law.low() && cost <= law.high()) || Double.isInfinite(cost)) {
            return Double.isNaN(cost) ? cost : 0;
        }
        final double spread = law.quantile(0.75) - law.quantile(0.25);
        final double scale = spread > 0 && spread <= Double.MAX_VALUE ? spread : Math.abs(cost);
        final double step = Math.max(STEP * scale, Math.ulp(cost));
        final double left = Math.max(law.low(), cost - step);
        final double right = Math.min(law.high(), cost + step);
        final double gained =
                law.cdf(cost) > 0.5 ? law.survival(left) - law.survival(right) : law.cdf(right) - law.cdf(left);
        return Math.max(0, gained / (right - left));
    }
}
