package io.github.breakranks.offer;

import io.github.breakranks.answer.Range;
import io.github.breakranks.internal.Checks;

/** The curves that {@link Curve} makes. */
final class Curves {
    private Curves() {}

    static void requireAmount(double amount) {
        Checks.finite("amount", "unit of the game", amount);
    }

    static void requirePower(double power) {
        Checks.above(0.0, "power", "exponent", power);
    }

    /** {@code atNobody + (atEverybody - atNobody) * gone}. */
    record Linear(double atNobody, double atEverybody) implements Curve {
        Linear {
            Checks.finite("atNobody", "unit of the game", atNobody);
            Checks.finite("atEverybody", "unit of the game", atEverybody);
        }

        @Override
        public double at(double gone) {
            return atNobody * (1 - gone) + atEverybody * gone; // exact at both ends
        }

        @Override
        public double slope(double gone) {
            return atEverybody - atNobody;
        }

        @Override
        public Range over(double from, double to) {
            return between(at(from), at(to));
        }

        @Override
        public Range slopeOver(double from, double to) {
            final double slope = atEverybody - atNobody;
            return slope == 0 ? Range.of(0) : new Range(Math.nextDown(slope), Math.nextUp(slope));
        }

        @Override
        public String toString() {
            return atNobody == atEverybody ? Double.toString(atNobody) : atNobody + " to " + atEverybody;
        }
    }

    /** {@code amount * (1 - gone)^power}. */
    record Fading(double amount, double power) implements Curve {
        Fading {
            requireAmount(amount);
            requirePower(power);
        }

        @Override
        public double at(double gone) {
            return amount * raised(1 - gone, power);
        }

        @Override
        public double slope(double gone) {
            return -amount * power * raised(1 - gone, power - 1);
        }

        @Override
        public Range over(double from, double to) {
            return between(at(from), at(to));
        }

        @Override
        public Range slopeOver(double from, double to) {
            return between(slope(from), slope(to)); // (1 - gone)^(power - 1) is monotone
        }

        @Override
        public String toString() {
            return amount + " (1 - gone)^" + power;
        }
    }

    /** {@code amount * gone^power}. */
    record Rising(double amount, double power) implements Curve {
        Rising {
            requireAmount(amount);
            requirePower(power);
        }

        @Override
        public double at(double gone) {
            return amount * raised(gone, power);
        }

        @Override
        public double slope(double gone) {
            return amount * power * raised(gone, power - 1);
        }

        @Override
        public Range over(double from, double to) {
            return between(at(from), at(to));
        }

        @Override
        public Range slopeOver(double from, double to) {
            return between(slope(from), slope(to));
        }

        @Override
        public String toString() {
            return amount + " gone^" + power;
        }
    }

    /** One and the other. */
    record Sum(Curve one, Curve other) implements Curve {
        @Override
        public double at(double gone) {
            return one.at(gone) + other.at(gone);
        }

        @Override
        public double slope(double gone) {
            return one.slope(gone) + other.slope(gone);
        }

        @Override
        public Range over(double from, double to) {
            return one.over(from, to).plus(other.over(from, to));
        }

        @Override
        public Range slopeOver(double from, double to) {
            return one.slopeOver(from, to).plus(other.slopeOver(from, to));
        }

        @Override
        public String toString() {
            return one + " + " + other;
        }
    }

    /** One times the other. */
    record Product(Curve one, Curve other) implements Curve {
        @Override
        public double at(double gone) {
            return one.at(gone) * other.at(gone);
        }

        @Override
        public double slope(double gone) {
            return one.slope(gone) * other.at(gone) + one.at(gone) * other.slope(gone);
        }

        @Override
        public Range over(double from, double to) {
            return one.over(from, to).times(other.over(from, to));
        }

        @Override
        public Range slopeOver(double from, double to) {
            return one.slopeOver(from, to)
                    .times(other.over(from, to))
                    .plus(one.over(from, to).times(other.slopeOver(from, to)));
        }

        @Override
        public String toString() {
            return "(" + one + ") (" + other + ")";
        }
    }

    private static double raised(double base, double exponent) {
        return exponent == 2 ? base * base : exponent == 1 ? base : Math.pow(base, exponent);
    }

    /** From the lesser to the greater of two values, a few roundings wider, but never across zero: no rounding changes a sign. */
    private static Range between(double a, double b) {
        final double low = Math.min(a, b);
        final double high = Math.max(a, b);
        final double wideLow = Double.isInfinite(low) ? low : low - 8 * Math.ulp(low);
        final double wideHigh = Double.isInfinite(high) ? high : high + 8 * Math.ulp(high);
        return new Range(low >= 0 ? Math.max(0, wideLow) : wideLow, high <= 0 ? Math.min(0, wideHigh) : wideHigh);
    }
}
