package io.github.breakranks.internal;

import java.math.BigInteger;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Fractions from their remainders modulo a large number: unique if numerator and denominator are short enough. */
final class Reconstruction {
    private Reconstruction() {}

    /**
     * Numerators over one denominator.
     *
     * @param residues each fraction modulo the modulus
     * @param bits     length of the longest numerator and denominator allowed; twice as many and one are fewer than the modulus has
     * @param mayGoOn  asked for each fraction; {@link Halted} is thrown where it says no
     * @return null if no such fractions have these residues
     */
    static ExactLinearSystem.@Nullable Solution of(
            BigInteger[] residues, BigInteger modulus, int bits, BooleanSupplier mayGoOn) {
        final BigInteger[] numerators = new BigInteger[residues.length];
        final BigInteger half = modulus.shiftRight(1);
        BigInteger denominator = BigInteger.ONE;
        for (int i = 0; i < residues.length; i++) {
            Halted.unless(mayGoOn);
            numerators[i] = nearest(residues[i].multiply(denominator), modulus, half);
            if (numerators[i].bitLength() > bits) {
                final BigInteger[] fraction = fraction(numerators[i], modulus, bits);
                denominator = denominator.multiply(fraction[1]);
                for (int before = 0; before < i; before++) {
                    numerators[before] = numerators[before].multiply(fraction[1]);
                }
                numerators[i] = fraction[0];
            }
            if (denominator.bitLength() > bits) {
                return null;
            }
        }
        return new ExactLinearSystem.Solution(true, residues.length, numerators, denominator);
    }

    private static BigInteger nearest(BigInteger value, BigInteger modulus, BigInteger half) {
        final BigInteger rest = value.mod(modulus);
        return rest.compareTo(half) > 0 ? rest.subtract(modulus) : rest;
    }

    /** Euclid's algorithm, stopped halfway: the first remainder that is short enough, over the factor that made it. */
    private static BigInteger[] fraction(BigInteger residue, BigInteger modulus, int bits) {
        BigInteger before = modulus;
        BigInteger rest = residue.mod(modulus);
        BigInteger factorBefore = BigInteger.ZERO;
        BigInteger factor = BigInteger.ONE;
        while (rest.bitLength() > bits) {
            final BigInteger[] divided = before.divideAndRemainder(rest);
            final BigInteger next = factorBefore.subtract(divided[0].multiply(factor));
            before = rest;
            rest = divided[1];
            factorBefore = factor;
            factor = next;
        }
        return factor.signum() < 0
                ? new BigInteger[] {rest.negate(), factor.negate()}
                : new BigInteger[] {rest, factor};
    }
}
