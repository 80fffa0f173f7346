package io.github.breakranks.cascade;

import io.github.breakranks.answer.Fraction;
import io.github.breakranks.internal.Checks;
import io.github.breakranks.internal.NetworkRows;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Weights in whole units, so that sums are exact and do not depend on their order. The first unit that fits is taken:
 *
 * <pre>{@code
 *   1e-9       where all are decimals of at most nine places
 *   2^k        where all are short in binary
 *   g / d      where all are fractions, as Fraction.nearest reads them: d their common denominator, g what divides all of them over it
 *   10^k       else: weights and thresholds are rounded, the largest weight to some 15 digits
 * }</pre>
 *
 * <p>The last three go with the weights: all weights and thresholds a hundred times as large are a unit a hundred times as large.
 *
 * @param scale units in a weight of 1
 * @param unit  a unit, exactly
 * @param exact whether every weight is a whole number of units, as written
 * @param whole whether the scale, as a double, is exactly that and a whole number
 * @param most  the largest sum of weights that one agent watches [units]
 */
record WeightUnits(double scale, Fraction unit, boolean exact, boolean whole, long most) {
    private static final double SHORT = 1e9;
    private static final double ROOM = 0x1p61; // for sums
    private static final double DIGITS =
            0x1p52; // for one weight: a product with the scale rounds to the right whole number
    private static final double SHORT_BINARY = 0x1p40;
    private static final int MOST_READ = 4_096; // different weights read as fractions; each costs some microseconds
    private static final int MOST_BITS = 1_200; // of a common denominator
    private static final int LARGEST_TEN = 308;
    private static final double LEAST_LARGEST = 1e-298; // ten digits are left above that power of ten
    private static final double SLACK = 0x1p-50; // what a product of two rounded numbers may be off

    /** For weights that add up however they do. */
    static WeightUnits of(NetworkRows rows, double[] weights) {
        final Sums sums = Sums.of(rows, weights);
        if (sums.decimals && sums.most * SHORT < ROOM) {
            return ofTen(9, true, sums.most);
        }
        final WeightUnits binary = binary(weights, sums);
        final WeightUnits exact = binary == null ? fractions(weights, sums) : binary;
        return exact == null ? rounded(weights, sums) : exact;
    }

    /** For shares of 1 to be drawn among: the unit is a power of ten, whole in a weight of 1. */
    static WeightUnits ofShares(NetworkRows rows, double[] weights) {
        final Sums sums = Sums.of(rows, weights);
        if (sums.decimals && sums.most * SHORT < ROOM) {
            return ofTen(9, true, sums.most);
        }
        int places = 15;
        while (places > 0 && !(sums.most * Math.pow(10, places) < ROOM)) {
            places--;
        }
        if (!(sums.most * Math.pow(10, places) < ROOM)) {
            throw Checks.refused(
                    "weights watched by one agent must add up to less than %s, but was %s", ROOM, sums.most);
        }
        return ofTen(places, false, sums.most);
    }

    /** What all weights are together: the largest of them, the largest sum, and whether all are short decimals. */
    private record Sums(double largest, double most, boolean decimals) {
        static Sums of(NetworkRows rows, double[] weights) {
            final double[] watched = new double[rows.agents()];
            boolean decimals = true;
            double largest = 0;
            for (int e = 0; e < weights.length; e++) {
                watched[rows.targets()[e]] += weights[e];
                largest = Math.max(largest, weights[e]);
                decimals &= Math.rint(weights[e] * SHORT) / SHORT == weights[e]; // the double nearest to that decimal
            }
            double most = 0;
            for (double sum : watched) {
                most = Math.max(most, sum);
            }
            if (most > Double.MAX_VALUE) {
                throw Checks.refused(
                        "weights watched by one agent must add up to less than %s, but did not; divide them",
                        Double.MAX_VALUE);
            }
            return new Sums(largest, most, decimals);
        }

        boolean fit(double scale) {
            return scale <= Double.MAX_VALUE && largest * scale < DIGITS && most * scale < ROOM;
        }
    }

    private static @Nullable WeightUnits binary(double[] weights, Sums sums) {
        int least = Double.MAX_EXPONENT; // of the last bit of any weight
        for (double weight : weights) {
            if (weight > 0) {
                final long bits = Double.doubleToLongBits(weight) & (1L << 52) - 1 | 1L << 52;
                least = Math.min(least, Math.getExponent(weight) - 52 + Long.numberOfTrailingZeros(bits));
            }
        }
        if (least < Double.MIN_EXPONENT) {
            return null;
        }
        final double scale = Math.scalb(1.0, -least);
        if (!sums.fit(scale) || !(sums.largest * scale < SHORT_BINARY)) {
            return null;
        }
        final BigInteger power = BigInteger.ONE.shiftLeft(Math.abs(least));
        return made(power, least < 0, true, sums.most);
    }

    private static @Nullable WeightUnits fractions(double[] weights, Sums sums) {
        final Set<Double> different = new HashSet<>();
        double last = 0;
        for (double weight : weights) {
            if (weight != last && weight > 0 && different.add(weight) && different.size() > MOST_READ) {
                return null;
            }
            last = weight;
        }
        BigInteger denominator = BigInteger.ONE;
        BigInteger divisor = BigInteger.ZERO; // of numerators over it
        for (double weight : different) {
            final Fraction read = weight < DIGITS ? Fraction.nearest(weight) : Fraction.decimal(weight);
            if (read.value() != weight) {
                return null;
            }
            final BigInteger times =
                    read.denominator().divide(denominator.gcd(read.denominator())); // for the common denominator
            denominator = denominator.multiply(times);
            divisor = divisor.multiply(times).gcd(read.numerator().multiply(denominator.divide(read.denominator())));
            if (denominator.bitLength() > MOST_BITS) {
                return null;
            }
        }
        final Fraction unit = new Fraction(divisor, denominator);
        return sums.fit(scale(unit)) ? made(unit, true, sums.most) : null;
    }

    /** So fine that the largest weight has some 15 digits, or as its sums leave room for. */
    private static WeightUnits rounded(double[] weights, Sums sums) {
        if (sums.largest < LEAST_LARGEST) {
            throw Checks.refused(
                    "the largest weight must be 0 or at least %s [unit of the weights], but was %s; multiply weights and thresholds",
                    LEAST_LARGEST, sums.largest);
        }
        int places = Math.min(LARGEST_TEN, 15 - (int) Math.floor(Math.log10(sums.largest)));
        while (!sums.fit(Math.pow(10, places))) {
            places--;
        }
        final WeightUnits units = ofTen(places, true, sums.most);
        for (double weight : weights) {
            if (!units.reads(units.of(weight), weight)) {
                return ofTen(places, false, sums.most);
            }
        }
        return units;
    }

    private static WeightUnits ofTen(int places, boolean exact, double most) {
        return made(BigInteger.TEN.pow(Math.abs(places)), places > 0, exact, most);
    }

    private static WeightUnits made(BigInteger power, boolean below, boolean exact, double most) {
        final Fraction unit = below ? new Fraction(BigInteger.ONE, power) : new Fraction(power, BigInteger.ONE);
        return made(unit, exact, most);
    }

    private static WeightUnits made(Fraction unit, boolean exact, double most) {
        final double scale = scale(unit);
        final boolean whole = unit.numerator().equals(BigInteger.ONE)
                && new BigDecimal(scale).compareTo(new BigDecimal(unit.denominator())) == 0;
        return new WeightUnits(scale, unit, exact, whole, (long) Math.ceil(most * scale));
    }

    private static double scale(Fraction unit) {
        return new Fraction(unit.denominator(), unit.numerator()).value();
    }

    /** A weight in units. */
    long of(double weight) {
        return (long) Math.rint(weight * scale);
    }

    /** The fewest units that reach a threshold; beyond all sums for one that cannot be reached. */
    long reaching(double threshold) {
        final double units = threshold * scale;
        if (units > 2.0 * most + 1) {
            return Long.MAX_VALUE;
        }
        final long nearest = (long) Math.rint(units);
        if (!exact) {
            return threshold > 0 ? Math.max(1, nearest) : 0; // rounded as weights are: a weight reaches itself
        }
        if (reads(nearest, threshold)) {
            return nearest;
        }
        final boolean near = Math.abs(units - nearest) <= SLACK * units; // the product does not say on which side
        final long enough = !near ? (long) Math.ceil(units) : atLeast(nearest, threshold) ? nearest : nearest + 1;
        return threshold > 0 ? Math.max(1, enough) : 0;
    }

    private boolean atLeast(long count, double value) {
        return new BigDecimal(unit.times(count).numerator())
                        .compareTo(new BigDecimal(value)
                                .multiply(new BigDecimal(unit.times(count).denominator())))
                >= 0;
    }

    /** Whether so many units are what this double stands for: it is the double nearest to them. */
    private boolean reads(long count, double value) {
        if (whole && count < DIGITS) {
            return count / scale == value; // both are doubles, so the quotient is the nearest
        }
        if (!(Math.abs(value * scale - count) <= SLACK * count)) {
            return false;
        }
        return unit.times(count).value() == value;
    }

    /** Refuses a network in which somebody watches more weight than 1, to within the rounding of weights. */
    void requireAtMostOne(NetworkRows rows, double[] weights) {
        final long[] watched = new long[rows.agents()];
        for (int e = 0; e < weights.length; e++) {
            watched[rows.targets()[e]] += of(weights[e]);
        }
        for (int agent = 0; agent < watched.length; agent++) {
            if (watched[agent] > (long) scale + (exact ? 0 : rows.watches(agent))) {
                throw Checks.refused(
                        "weights watched by agent %s must add up to at most 1 [share], but was %s; divide the weights, or take"
                                + " Contagion.pressure",
                        agent, watched[agent] / scale);
            }
        }
    }
}
