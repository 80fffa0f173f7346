package io.github.breakranks.answer;

import io.github.breakranks.internal.Checks;
import io.github.breakranks.internal.TableText;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Objects;

/**
 * An exact fraction in lowest terms, for shares and thresholds whose ties count.
 *
 * <p>In doubles {@code 100 * 0.29} is below 29, and {@code 1 / (1.0 / 93)} below 93; here neither is. The denominator is positive.
 *
 * @param numerator   carries the sign
 * @param denominator above 0, without a common divisor
 */
public record Fraction(BigInteger numerator, BigInteger denominator) implements Comparable<Fraction> {
    private static final BigInteger MOST_DENOMINATOR = BigInteger.valueOf(1_000_000);
    private static final int MOST_TERMS = 40;

    /** Nothing of anything. */
    public static final Fraction ZERO = of(0, 1);

    /** The whole. */
    public static final Fraction ONE = of(1, 1);

    private static final int MOST_BRIEF = 20;
    private static final int MOST_DIGITS = 1100; // of a decimal, so that 1e-1000000000 does not fill the memory

    private static final int MOST_WRITTEN = 10_000; // of a number: to read it takes time as their square
    private static final int MOST_SHOWN = 30; // characters of what is no number

    public Fraction {
        Objects.requireNonNull(numerator, "numerator");
        Objects.requireNonNull(denominator, "denominator");
        if (denominator.signum() == 0) {
            throw Checks.refused("denominator must not be 0 [number], but was %s", denominator);
        }
        final BigInteger common = numerator.gcd(denominator);
        final BigInteger divisor = denominator.signum() < 0 ? common.negate() : common;
        numerator = numerator.divide(divisor);
        denominator = denominator.divide(divisor);
    }

    /** {@code numerator / denominator}; the denominator is not 0. */
    public static Fraction of(long numerator, long denominator) {
        return new Fraction(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
    }

    /** A fraction or a decimal as written: {@code "9/50"} or {@code "0.18"}; no number may have more than ten thousand digits. */
    public static Fraction parse(String text) {
        final int bar = text.indexOf('/');
        final int longest = Math.max(digits(text.substring(0, Math.max(0, bar))), digits(text.substring(bar + 1)));
        if (longest > MOST_WRITTEN) {
            throw Checks.refused(
                    "fraction must have numbers of at most %s digits [characters], but was of %s",
                    MOST_WRITTEN, longest);
        }
        try {
            return bar < 0
                    ? ofDecimal(new BigDecimal(text.strip()))
                    : new Fraction(
                            new BigInteger(text.substring(0, bar).strip()),
                            new BigInteger(text.substring(bar + 1).strip()));
        } catch (NumberFormatException notANumber) {
            throw Checks.refused(
                    "fraction must be like 9/50 or 0.18, but was %s",
                    text.length() <= MOST_SHOWN ? text : text.substring(0, MOST_SHOWN) + "...");
        }
    }

    private static int digits(String number) {
        int digits = 0;
        for (int at = 0; at < number.length(); at++) {
            digits += Character.isDigit(number.charAt(at)) ? 1 : 0;
        }
        return digits;
    }

    /**
     * What a double shows as in decimals: 0.18 is 9/50, not the binary number beside it. A quotient such as {@code 1.0 / 49} shows as a
     * decimal of 17 digits; write {@code of(1, 49)}.
     */
    public static Fraction decimal(double value) {
        return ofDecimal(new BigDecimal(Double.toString(Checks.finite("value", "number", value))));
    }

    /**
     * What a double was most likely written as: the fraction of least denominator, up to a million, that rounds to it, such as 1/3 for {@code
     * 1.0 / 3}; else what it shows as in decimals.
     */
    public static Fraction nearest(double value) {
        Checks.finite("value", "number", value);
        BigDecimal rest = new BigDecimal(value);
        BigInteger numerator = BigInteger.ONE; // of the convergent before, then of this one
        BigInteger denominator = BigInteger.ZERO;
        BigInteger numeratorBefore = BigInteger.ZERO;
        BigInteger denominatorBefore = BigInteger.ONE;
        for (int term = 0; term < MOST_TERMS; term++) {
            final BigInteger whole = rest.setScale(0, RoundingMode.FLOOR).toBigIntegerExact();
            final BigInteger nextNumerator = whole.multiply(numerator).add(numeratorBefore);
            final BigInteger nextDenominator = whole.multiply(denominator).add(denominatorBefore);
            if (nextDenominator.compareTo(MOST_DENOMINATOR) > 0) {
                break;
            }
            final Fraction convergent = new Fraction(nextNumerator, nextDenominator);
            if (convergent.value() == value) {
                return convergent;
            }
            numeratorBefore = numerator;
            denominatorBefore = denominator;
            numerator = nextNumerator;
            denominator = nextDenominator;
            final BigDecimal part = rest.subtract(new BigDecimal(whole));
            if (part.signum() == 0) {
                break;
            }
            rest = BigDecimal.ONE.divide(part, new MathContext(60));
        }
        return decimal(value);
    }

    private static Fraction ofDecimal(BigDecimal value) {
        if (Math.abs((long) value.scale()) > MOST_DIGITS) {
            throw Checks.refused(
                    "fraction must have at most %s decimals [digits], but was %s",
                    MOST_DIGITS, Math.abs((long) value.scale()));
        }
        final BigInteger digits = value.unscaledValue();
        return value.scale() >= 0
                ? new Fraction(digits, BigInteger.TEN.pow(value.scale()))
                : new Fraction(digits.multiply(BigInteger.TEN.pow(-value.scale())), BigInteger.ONE);
    }

    /** A double at face value: the binary fraction that it is, so 0.1 is a little above 1/10; see {@link #decimal} and {@link #nearest}. */
    public static Fraction exactly(double value) {
        return ofDecimal(new BigDecimal(Checks.finite("value", "number", value)));
    }

    /** The sum. */
    public Fraction plus(Fraction other) {
        if (signum() == 0 || other.signum() == 0) { // most chances of a profile are 0, and a common divisor is dear
            return signum() == 0 ? other : this;
        }
        return new Fraction(
                numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
                denominator.multiply(other.denominator));
    }

    /** The difference. */
    public Fraction minus(Fraction other) {
        return plus(other.negated());
    }

    /** The product. */
    public Fraction times(Fraction other) {
        return new Fraction(numerator.multiply(other.numerator), denominator.multiply(other.denominator));
    }

    /** The quotient; the divisor is not 0. */
    public Fraction over(Fraction divisor) {
        return new Fraction(numerator.multiply(divisor.denominator), denominator.multiply(divisor.numerator));
    }

    /** This with the other sign. */
    public Fraction negated() {
        return new Fraction(numerator.negate(), denominator);
    }

    /** -1, 0 or 1. */
    public int signum() {
        return numerator.signum();
    }

    /** The greater of the two. */
    public Fraction max(Fraction other) {
        return compareTo(other) >= 0 ? this : other;
    }

    /** One less this. */
    public Fraction complement() {
        return new Fraction(denominator.subtract(numerator), denominator);
    }

    /** One over this, which is not 0. */
    public Fraction inverse() {
        return new Fraction(denominator, numerator);
    }

    /** The greatest whole number that is not above this. */
    public BigInteger floor() {
        final BigInteger[] parts = numerator.divideAndRemainder(denominator);
        return parts[1].signum() < 0 ? parts[0].subtract(BigInteger.ONE) : parts[0];
    }

    /** This, so many times. */
    public Fraction times(long factor) {
        return new Fraction(numerator.multiply(BigInteger.valueOf(factor)), denominator);
    }

    /** The least whole number that is not below this. */
    public BigInteger ceiling() {
        return new Fraction(numerator.negate(), denominator).floor().negate();
    }

    /** The nearest double. */
    public double value() {
        return new BigDecimal(numerator)
                .divide(new BigDecimal(denominator), new MathContext(40))
                .doubleValue();
    }

    @Override
    public int compareTo(Fraction other) {
        return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
    }

    /** For reading: as written where that is short, at most 20 characters; else rounded to seven digits. */
    public String brief() {
        final String written = toString();
        return written.length() <= MOST_BRIEF ? written : TableText.quotient(numerator, denominator);
    }

    /** As written: {@code 3/8}, or {@code 2} where it is whole. */
    @Override
    public String toString() {
        return denominator.equals(BigInteger.ONE) ? numerator.toString() : numerator + "/" + denominator;
    }
}
