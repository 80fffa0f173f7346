package io.github.breakranks.internal;

import java.math.BigInteger;
import java.util.Arrays;

/**
 * Rational numbers over one denominator.
 *
 * @param numerators  not copied, and not to be changed
 * @param denominator above 0
 */
public record Quotients(BigInteger[] numerators, BigInteger denominator) {

    /** How many there are. */
    public int size() {
        return numerators.length;
    }

    /** -1, 0 or 1. */
    public int signum(int index) {
        return numerators[index].signum();
    }

    /** The sum of these times whole numbers, times the denominator. */
    public BigInteger times(BigInteger[] factors) {
        BigInteger sum = BigInteger.ZERO;
        for (int i = 0; i < numerators.length; i++) {
            if (numerators[i].signum() != 0 && factors[i].signum() != 0) {
                sum = sum.add(numerators[i].multiply(factors[i]));
            }
        }
        return sum;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Quotients that
                && Arrays.equals(numerators, that.numerators)
                && denominator.equals(that.denominator);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(numerators) + denominator.hashCode();
    }

    @Override
    public String toString() {
        return Arrays.toString(numerators) + " / " + denominator;
    }
}
