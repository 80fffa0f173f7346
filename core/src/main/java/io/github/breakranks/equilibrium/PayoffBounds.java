package io.github.breakranks.equilibrium;

import io.github.breakranks.answer.Fraction;
import io.github.breakranks.game.NormalFormGame;
import io.github.breakranks.internal.Checks;
import io.github.breakranks.internal.MultilinearForm;
import io.github.breakranks.internal.Rounding;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Collections;

/**
 * The payoffs of a finite game as bounds in doubles, each player's divided by a power of two, so that none is above one in size: what interval
 * arithmetic starts from.
 *
 * <p>Whole numbers up to 2^53 are bounds of themselves; of anything else the nearest double is known, and the bounds are its neighbours.
 * Payoffs beyond doubles, or so close together that doubles would hardly tell them apart, are taken from the player's least one, in fractions.
 */
final class PayoffBounds {
    private static final double WHOLE = 0x1p53;
    private static final double APART =
            0x1p-10; // payoffs closer together, of the largest, are taken from the least of them
    private static final double SMALL = 0x1p-900; // below, the nearest double of a fraction may be far from it

    private final int[] sizes;
    private final int[] strides;
    private final double[][] low;
    private final double[][] high;
    private final int[] exponents;

    private PayoffBounds(NormalFormGame game) {
        sizes = game.shape();
        strides = new int[sizes.length];
        low = new double[sizes.length][];
        high = new double[sizes.length][];
        exponents = new int[sizes.length];
        for (int player = 0; player < sizes.length; player++) {
            strides[player] = game.stride(player);
            bound(game, player);
        }
    }

    static PayoffBounds of(NormalFormGame game) {
        return new PayoffBounds(game);
    }

    /** Refuses fractions beyond doubles, for solvers that have no exact way to go. */
    static void checkSize(NormalFormGame game) {
        if (game.fitsDoubles()) {
            return;
        }
        for (int player = 0; player < game.players(); player++) {
            for (int index = 0; index < game.profiles(); index++) {
                final BigInteger size = game.numeratorAt(player, index).abs().divide(game.denominator(player));
                if (Double.isInfinite(size.doubleValue())) {
                    throw Checks.refused(
                            "payoff must be at most %s [size of a double], but was about 10^%s; rescale the payoffs",
                            Double.MAX_VALUE, size.toString().length() - 1);
                }
            }
        }
    }

    private void bound(NormalFormGame game, int player) {
        if (!game.fitsDoubles()) {
            boundExactly(game, player);
            return;
        }
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (int index = 0; index < game.profiles(); index++) {
            final double value = game.payoffAt(player, index);
            least = Math.min(least, value);
            most = Math.max(most, value);
        }
        final double largest = Math.max(-least, most);
        final boolean whole = largest <= WHOLE && game.denominator(player).equals(BigInteger.ONE);
        if (whole || most / 2 - least / 2 > APART * largest && largest > SMALL) {
            boundNearest(game, player, largest, whole);
        } else {
            boundExactly(game, player);
        }
    }

    private void boundNearest(NormalFormGame game, int player, double largest, boolean whole) {
        final int exponent = largest == 0 ? 0 : Math.getExponent(largest) + 1;
        exponents[player] = exponent;
        final double[] down = new double[game.profiles()];
        final double[] up = whole ? down : new double[down.length];
        for (int index = 0; index < down.length; index++) {
            final double scaled = Math.scalb(game.payoffAt(player, index), -exponent);
            down[index] = whole ? scaled : Math.nextDown(Math.nextDown(scaled));
            up[index] = whole ? scaled : Math.nextUp(Math.nextUp(scaled));
        }
        low[player] = down;
        high[player] = up;
    }

    /** What is above the least payoff, in fractions; only differences of payoffs matter, and the nearest doubles may be all alike or infinite. */
    private void boundExactly(NormalFormGame game, int player) {
        final BigInteger[] above = new BigInteger[game.profiles()];
        Arrays.setAll(above, index -> game.numeratorAt(player, index));
        final BigInteger least = Collections.min(Arrays.asList(above));
        Arrays.setAll(above, index -> above[index].subtract(least));
        final BigInteger unit = game.denominator(player);
        exponents[player] = Collections.max(Arrays.asList(above)).bitLength() - unit.bitLength() + 1;
        low[player] = new double[above.length];
        high[player] = new double[above.length];
        for (int index = 0; index < above.length; index++) {
            final double scaled = scaled(player, new Fraction(above[index], unit));
            final boolean none = above[index].signum() == 0;
            low[player][index] = none ? 0 : Math.nextDown(Math.nextDown(scaled));
            high[player][index] = none ? 0 : Math.nextUp(Math.nextUp(scaled));
        }
    }

    /** An amount of a player's payoff, scaled as the bounds are; the nearest double or a neighbour of it. */
    double scaled(int player, Fraction amount) {
        final int exponent = exponents[player];
        final double value = amount.value();
        if (Math.abs(exponent) < 500 && Math.abs(value) > 1e-150 && Math.abs(value) < 1e150) {
            return Math.scalb(value, -exponent);
        }
        return (exponent >= 0
                        ? new Fraction(amount.numerator(), amount.denominator().shiftLeft(exponent))
                        : new Fraction(amount.numerator().shiftLeft(-exponent), amount.denominator()))
                .value();
    }

    int players() {
        return sizes.length;
    }

    int actions(int player) {
        return sizes[player];
    }

    /** Every action of every player. */
    int[][] everything() {
        final int[][] all = new int[sizes.length][];
        for (int player = 0; player < sizes.length; player++) {
            all[player] = new int[sizes[player]];
            for (int action = 0; action < sizes[player]; action++) {
                all[player][action] = action;
            }
        }
        return all;
    }

    /** Payoffs over these actions only, each player's brought to [0, 1] in floating point, the last player's action running fastest. */
    double[][] unitTables(int[][] listed) {
        final int[] all = new int[sizes.length];
        Arrays.setAll(all, player -> player);
        final int[] offsets = offsets(all, listed);
        final double[][] tables = new double[sizes.length][];
        for (int player = 0; player < sizes.length; player++) {
            final double[] column = low[player];
            final double least =
                    Arrays.stream(offsets).mapToDouble(k -> column[k]).min().orElse(0);
            final double most =
                    Arrays.stream(offsets).mapToDouble(k -> column[k]).max().orElse(0);
            tables[player] = Arrays.stream(offsets)
                    .mapToDouble(k -> most > least ? (column[k] - least) / (most - least) : 0)
                    .toArray();
        }
        return tables;
    }

    /** What a player gains by one action over another, as a form in the others' chances of the actions listed. */
    MultilinearForm gain(int player, int action, int instead, int[][] listed) {
        final int[] over = others(player, player);
        final int[] offsets = offsets(over, listed);
        final Gain gain = new Gain(player, action * strides[player], instead * strides[player]);
        final double[] least = new double[offsets.length];
        final double[] most = new double[offsets.length];
        for (int k = 0; k < offsets.length; k++) {
            least[k] = low(gain, offsets[k]);
            most[k] = high(gain, offsets[k]);
        }
        return new MultilinearForm(over, sizes(over, listed), least, most);
    }

    /** By how much that gain changes when another player takes one action for another, as a form in the chances of the rest. */
    MultilinearForm cross(Swap mine, Swap his, int[][] listed) {
        final int[] over = others(mine.player, his.player);
        final int[] offsets = offsets(over, listed);
        final Gain gain =
                new Gain(mine.player, mine.action * strides[mine.player], mine.instead * strides[mine.player]);
        final int to = his.action * strides[his.player];
        final int from = his.instead * strides[his.player];
        final double[] least = new double[offsets.length];
        final double[] most = new double[offsets.length];
        for (int k = 0; k < offsets.length; k++) {
            least[k] = down(low(gain, offsets[k] + to), high(gain, offsets[k] + from));
            most[k] = up(high(gain, offsets[k] + to), low(gain, offsets[k] + from));
        }
        return new MultilinearForm(over, sizes(over, listed), least, most);
    }

    /** A player who takes one action instead of another. */
    record Swap(int player, int action, int instead) {}

    private record Gain(int player, int to, int from) {}

    /** Whether one action pays a player more than another whatever the others do of what is listed, exactly. */
    boolean dominates(Swap swap, int[][] listed) {
        final int[] offsets = offsets(others(swap.player, swap.player), listed);
        final int better = swap.action * strides[swap.player];
        final int worse = swap.instead * strides[swap.player];
        for (final int offset : offsets) {
            if (!(low[swap.player][offset + better] > high[swap.player][offset + worse])) {
                return false;
            }
        }
        return true;
    }

    private double low(Gain gain, int offset) {
        return down(low[gain.player][offset + gain.to], high[gain.player][offset + gain.from]);
    }

    private double high(Gain gain, int offset) {
        return up(high[gain.player][offset + gain.to], low[gain.player][offset + gain.from]);
    }

    private static double down(double a, double b) {
        final double difference = a - b;
        return Rounding.ofSum(a, -b, difference) == 0 ? difference : Math.nextDown(difference);
    }

    private static double up(double a, double b) {
        final double difference = a - b;
        return Rounding.ofSum(a, -b, difference) == 0 ? difference : Math.nextUp(difference);
    }

    private int[] others(int player, int second) {
        final int[] over = new int[sizes.length - (player == second ? 1 : 2)];
        int filled = 0;
        for (int other = 0; other < sizes.length; other++) {
            if (other != player && other != second) {
                over[filled++] = other;
            }
        }
        return over;
    }

    private static int[] sizes(int[] over, int[][] listed) {
        final int[] of = new int[over.length];
        for (int k = 0; k < over.length; k++) {
            of[k] = listed[over[k]].length;
        }
        return of;
    }

    private int[] offsets(int[] over, int[][] listed) {
        int[] offsets = {0};
        for (final int player : over) {
            final int[] next = new int[offsets.length * listed[player].length];
            int filled = 0;
            for (final int offset : offsets) {
                for (final int action : listed[player]) {
                    next[filled++] = offset + action * strides[player];
                }
            }
            offsets = next;
        }
        return offsets;
    }
}
