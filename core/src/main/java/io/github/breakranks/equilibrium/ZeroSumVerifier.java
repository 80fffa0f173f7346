package io.github.breakranks.equilibrium;

import io.github.breakranks.answer.Certificate;
import io.github.breakranks.answer.Fraction;
import io.github.breakranks.game.NormalFormGame;
import io.github.breakranks.game.Regret;
import io.github.breakranks.game.StrategyProfile;
import io.github.breakranks.internal.Halted;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;

/** What each strategy of a game of constant sum guarantees, from the payoffs and the chances alone. */
final class ZeroSumVerifier {
    private static final double ULP = 0x1p-53;

    private ZeroSumVerifier() {}

    /**
     * What the first player's strategy guarantees him, and what the second's holds him to.
     *
     * @param lower at most the value
     * @param upper at least the value
     */
    record Bounds(Fraction lower, Fraction upper) {}

    static Bounds exactly(NormalFormGame game, Fraction constant, StrategyProfile profile) {
        return exactly(game, constant, profile, () -> true);
    }

    /** The same; {@link Halted} is thrown where it may not go on. */
    static Bounds exactly(NormalFormGame game, Fraction constant, StrategyProfile profile, BooleanSupplier mayGoOn) {
        final Fraction[] first = Regret.byAction(game, profile, 0, mayGoOn).orElseThrow(Halted::new);
        final Fraction[] second = Regret.byAction(game, profile, 1, mayGoOn).orElseThrow(Halted::new);
        final Fraction upper = Arrays.stream(first).reduce(first[0], Fraction::max);
        final Fraction most = Arrays.stream(second).reduce(second[0], Fraction::max);
        return new Bounds(constant.minus(most), upper);
    }

    /** The same in doubles, with products and sums whose errors are carried along, and widened by what may be left of them. */
    static Bounds inDoubles(NormalFormGame game, Fraction constant, StrategyProfile profile) {
        final double[] x = profile.chances(0);
        final double[] y = profile.chances(1);
        double lower = Double.POSITIVE_INFINITY;
        double upper = Double.NEGATIVE_INFINITY;
        double most = 0;
        final double[] payoffs = new double[x.length];
        for (int j = 0; j < y.length; j++) {
            for (int i = 0; i < x.length; i++) {
                payoffs[i] = game.payoffAt(0, i * game.stride(0) + j * game.stride(1));
                most = Math.max(most, Math.abs(payoffs[i]));
            }
            lower = Math.min(lower, sum(payoffs, x));
        }
        final double[] row = new double[y.length];
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < y.length; j++) {
                row[j] = game.payoffAt(0, i * game.stride(0) + j * game.stride(1));
            }
            upper = Math.max(upper, sum(row, y));
        }
        final double sums =
                Math.abs(Arrays.stream(x).sum() - 1) + Math.abs(Arrays.stream(y).sum() - 1);
        final double room = most * (sums + 8 * ULP + Math.pow((x.length + y.length) * ULP, 2));
        if (!Double.isFinite(lower - room) || !Double.isFinite(upper + room)) { // at the end of doubles
            return exactly(game, constant, profile);
        }
        return new Bounds(Fraction.exactly(lower - room), Fraction.exactly(upper + room));
    }

    private static double sum(double[] payoffs, double[] chances) {
        double sum = 0;
        double lost = 0;
        for (int k = 0; k < chances.length; k++) {
            if (chances[k] != 0) {
                final double product = payoffs[k] * chances[k];
                final double next = sum + product;
                final double part = next - sum;
                lost += sum - (next - part) + (product - part) + Math.fma(payoffs[k], chances[k], -product);
                sum = next;
            }
        }
        return sum + lost;
    }

    /** Proven where both guarantees are one number. */
    static Certificate certify(ZeroSum found) {
        return certify(found, () -> true);
    }

    /** The same; {@link Halted} is thrown where it may not go on. */
    static Certificate certify(ZeroSum found, BooleanSupplier mayGoOn) {
        final Bounds bounds = exactly(found.game(), found.constant(), found.profile(), mayGoOn);
        if (!bounds.lower.equals(found.guaranteed()) || !bounds.upper.equals(found.heldTo())) {
            return new Certificate.Unproven("computed again, " + ZeroSum.rounded(bounds.lower) + " is guaranteed and "
                    + ZeroSum.rounded(bounds.upper) + " held to");
        }
        return bounds.lower.equals(bounds.upper)
                ? new Certificate.Proven(
                        "fractions: the first player's strategy guarantees what the second's holds him to", List.of())
                : new Certificate.Numeric(up(bounds.upper.minus(bounds.lower)), "payoff");
    }

    /** A double that is not below the fraction. */
    static double up(Fraction fraction) {
        final double nearest = fraction.value();
        return Fraction.exactly(nearest).compareTo(fraction) >= 0 ? nearest : Math.nextUp(nearest);
    }
}
