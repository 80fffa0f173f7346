package io.github.breakranks.signaling;

import io.github.breakranks.answer.Fraction;
import io.github.breakranks.internal.ExactRow;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** Fractions brought to a common denominator, which then is left out. */
final class WholeNumbers {
    private WholeNumbers() {}

    /** The least whole numbers above 0 times the values. */
    static BigInteger[] of(List<Fraction> values) {
        BigInteger denominator = BigInteger.ONE;
        for (Fraction value : values) {
            denominator = denominator.multiply(value.denominator()).divide(denominator.gcd(value.denominator()));
        }
        final BigInteger[] whole = new BigInteger[values.size()];
        BigInteger common = BigInteger.ZERO;
        for (int k = 0; k < whole.length; k++) {
            final Fraction value = values.get(k);
            whole[k] = value.numerator().multiply(denominator.divide(value.denominator()));
            common = common.gcd(whole[k]);
        }
        for (int k = 0; k < whole.length && common.compareTo(BigInteger.ONE) > 0; k++) {
            whole[k] = whole[k].divide(common);
        }
        return whole;
    }

    /** The entries of a row from one on, each over the entry at {@code total}. */
    static List<Fraction> shares(ExactRow row, int from, int count, int total) {
        final List<Fraction> shares = new ArrayList<>(count);
        for (int k = from; k < from + count; k++) {
            shares.add(new Fraction(row.get(k), row.get(total)));
        }
        return shares;
    }

    /** The entries of a row as parts of their sum. */
    static List<Fraction> parts(ExactRow row) {
        BigInteger sum = BigInteger.ZERO;
        for (int k = 0; k < row.size(); k++) {
            sum = sum.add(row.get(k));
        }
        final List<Fraction> parts = new ArrayList<>(row.size());
        for (int k = 0; k < row.size(); k++) {
            parts.add(new Fraction(row.get(k), sum));
        }
        return parts;
    }
}
