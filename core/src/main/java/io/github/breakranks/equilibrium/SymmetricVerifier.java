package io.github.breakranks.equilibrium;

import io.github.breakranks.answer.Certificate;
import io.github.breakranks.answer.Fraction;
import io.github.breakranks.game.SymmetricGame;
import java.math.BigInteger;
import java.util.List;

/**
 * Checks each count from the payoffs, and the sign of the average gain at both ends of each bracket: in fractions where players are few, else
 * by a sum that walks up from the lower tail.
 */
final class SymmetricVerifier {
    private static final int MOST_IN_FRACTIONS = 100; // players
    private static final double TAIL = 14; // standard deviations; beyond lies less than 1e-40
    private static final double ROUNDING = 0x1p-49;

    private final SymmetricGame game;

    SymmetricVerifier(SymmetricGame game) {
        this.game = game;
    }

    Certificate certify(SymmetricEquilibria found, int variation) {
        final String mistake = mistake(found);
        if (!mistake.isEmpty()) {
            return new Certificate.Unproven(mistake);
        }
        if (!found.doubts().isEmpty()) {
            return new Certificate.Unproven(found.doubts().get(0));
        }
        final boolean all = found.mixed().size() == variation;
        return new Certificate.Proven(
                "each number of players asked; the average gain has opposite signs at both ends of each bracket, "
                        + (all
                                ? "and no more zeros than the gain has changes of sign"
                                : "and is not 0 elsewhere by its slope"),
                game.players() <= MOST_IN_FRACTIONS && all
                        ? List.of()
                        : List.of("binomial chances within the rounding allowed for"));
    }

    private String mistake(SymmetricEquilibria found) {
        int next = 0;
        for (int acting = 0; acting <= game.players(); acting++) {
            final boolean stay = acting == 0 || game.acting(acting - 1) >= game.refraining(acting - 1);
            final boolean out = acting == game.players() || game.acting(acting) <= game.refraining(acting);
            final boolean listed = next < found.counts().length && found.counts()[next] == acting;
            if ((stay && out) != listed) {
                return "asked again, play " + (listed ? "does not rest" : "rests") + " where " + acting + " act";
            }
            next += listed ? 1 : 0;
        }
        for (final MixedRoot root : found.mixed()) {
            if (sign(root.low()) != (root.stable() ? 1 : -1) || sign(root.high()) != (root.stable() ? -1 : 1)) {
                return "summed again, the average gain does not change sign around chance " + root.chance();
            }
        }
        return "";
    }

    private int sign(double chance) {
        return game.players() <= MOST_IN_FRACTIONS ? exactSign(chance) : summedSign(chance);
    }

    private int exactSign(double chance) {
        final Fraction p = Fraction.exactly(chance);
        final BigInteger yes = p.numerator();
        final BigInteger no = p.denominator().subtract(yes);
        final int others = game.players() - 1;
        BigInteger ways = BigInteger.ONE;
        Fraction sum = Fraction.ZERO;
        for (int m = 0; m <= others; m++) {
            final Fraction gain = Fraction.exactly(game.acting(m)).minus(Fraction.exactly(game.refraining(m)));
            sum = sum.plus(
                    gain.times(new Fraction(ways.multiply(yes.pow(m)).multiply(no.pow(others - m)), BigInteger.ONE)));
            ways = ways.multiply(BigInteger.valueOf(others - m)).divide(BigInteger.valueOf(m + 1L));
        }
        return sum.signum();
    }

    private int summedSign(double chance) {
        final int others = game.players() - 1;
        final double mean = others * chance;
        final double reach = TAIL * Math.sqrt(mean * (1 - chance)) + 60;
        final int first = (int) Math.max(0, mean - reach);
        final int last = (int) Math.min(others, mean + reach);
        double weight = 1e-200;
        double sum = 0;
        double size = 0;
        double largest = 0;
        for (int m = first; m <= last; m++) {
            sum += weight * game.gain(m);
            size += weight * Math.abs(game.gain(m));
            largest = Math.max(largest, weight);
            weight *= (others - m) * chance / ((m + 1.0) * (1 - chance));
        }
        double most = 0;
        for (int m = 0; m <= others; m++) {
            most = Math.max(most, Math.abs(game.gain(m)));
        }
        final double room = size * (last - first + 4) * ROUNDING + largest * most * 1e-31;
        return Math.abs(sum) > room ? (int) Math.signum(sum) : 0;
    }
}
