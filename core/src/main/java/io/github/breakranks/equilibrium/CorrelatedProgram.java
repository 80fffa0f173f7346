package io.github.breakranks.equilibrium;

import io.github.breakranks.answer.Fraction;
import io.github.breakranks.equilibrium.CorrelatedSolver.Claim;
import io.github.breakranks.game.NormalFormGame;
import io.github.breakranks.internal.ExactLinearProgram;
import io.github.breakranks.internal.ExactLinearProgram.Optimal;
import io.github.breakranks.internal.ExactLinearProgram.Row;
import io.github.breakranks.internal.Halted;
import io.github.breakranks.internal.LinearProgram;
import io.github.breakranks.internal.LinearProgram.Optimum;
import io.github.breakranks.internal.Quotients;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The linear program of correlated equilibria. Worth is lifted above 0 and chances add up to at most one: as there always is an equilibrium,
 * the best adds up to one, and nothing is a feasible start.
 */
final class CorrelatedProgram {
    private final CorrelatedSolver solver;
    private final NormalFormGame game;
    private final BigInteger[] worths; // above 0
    private final BigInteger scale; // of worths

    CorrelatedProgram(CorrelatedSolver solver, NormalFormGame game) {
        this.solver = solver;
        this.game = game;
        final Fraction[] exact = new Fraction[game.profiles()];
        BigInteger common = BigInteger.ONE;
        for (int index = 0; index < exact.length; index++) {
            final Fraction worth = solver.worth().at(game, index);
            exact[index] = solver.least() ? worth.negated() : worth;
            common = common.divide(common.gcd(worth.denominator())).multiply(worth.denominator());
        }
        this.scale = common;
        this.worths = new BigInteger[exact.length];
        Arrays.setAll(worths, index -> exact[index].numerator().multiply(scale.divide(exact[index].denominator())));
        final BigInteger lowest = Arrays.stream(worths).reduce(worths[0], BigInteger::min);
        Arrays.setAll(worths, index -> worths[index].subtract(lowest).add(scale));
    }

    /** In whole numbers; {@link Halted} is thrown where it may not go on. */
    ExactLinearProgram exactly(BooleanSupplier mayGoOn) {
        final List<Row> rows = new ArrayList<>();
        for (int player = 0; player < game.players(); player++) {
            for (final int[] incentive : incentives(player)) {
                Halted.unless(mayGoOn);
                rows.add(Row.atMost(BigInteger.ZERO, gains(player, incentive[0], incentive[1])));
            }
        }
        final BigInteger[] ones = new BigInteger[worths.length];
        Arrays.fill(ones, BigInteger.ONE);
        rows.add(Row.atMost(BigInteger.ONE, ones));
        return ExactLinearProgram.maximize(worths, rows);
    }

    private BigInteger[] gains(int player, int told, int instead) {
        final int stride = game.stride(player);
        final BigInteger[] gains = new BigInteger[worths.length];
        for (int index = 0; index < gains.length; index++) {
            final int does = index / stride % game.actions(player);
            gains[index] = solver.coarse() || does == told
                    ? game.numeratorAt(player, index + (instead - does) * stride)
                            .subtract(game.numeratorAt(player, index))
                    : BigInteger.ZERO;
        }
        return gains;
    }

    /** What the program claims; {@link Halted} is thrown where it may not go on. */
    Claim claim(Optimal optimal, BooleanSupplier mayGoOn) {
        final Fraction[] law = new Fraction[worths.length];
        for (int index = 0; index < law.length; index++) {
            Halted.unless(mayGoOn);
            law[index] = fraction(optimal.x(), index, BigInteger.ONE);
        }
        final Fraction[] prices = new Fraction[optimal.y().size() - 1];
        int row = 0;
        for (int player = 0; player < game.players(); player++) {
            final int last = row + incentives(player).size();
            for (; row < last; row++) {
                Halted.unless(mayGoOn);
                prices[row] =
                        fraction(optimal.y(), row, scale).times(new Fraction(game.denominator(player), BigInteger.ONE));
            }
        }
        return new Claim(law, prices);
    }

    /** By row of a player, the action told to him and the one taken instead; what he is told does not matter if coarse. */
    private List<int[]> incentives(int player) {
        final List<int[]> incentives = new ArrayList<>();
        for (int told = 0; told < (solver.coarse() ? 1 : game.actions(player)); told++) {
            for (int instead = 0; instead < game.actions(player); instead++) {
                if (solver.coarse() || told != instead) {
                    incentives.add(new int[] {told, instead});
                }
            }
        }
        return incentives;
    }

    private static Fraction fraction(Quotients quotients, int index, BigInteger over) {
        return quotients.signum(index) == 0
                ? Fraction.ZERO
                : new Fraction(
                        quotients.numerators()[index], quotients.denominator().multiply(over));
    }

    /** The same in doubles; null if the engines come to nothing. */
    @Nullable
    Claim inDoubles(BooleanSupplier mayGoOn) {
        final double[] objective = new double[worths.length];
        final BigInteger most = Arrays.stream(worths).reduce(scale, BigInteger::max);
        Arrays.setAll(objective, index -> new Fraction(worths[index], most).value());
        final List<double[]> rows = new ArrayList<>();
        final double[] spans = new double[game.players()];
        for (int player = 0; player < game.players(); player++) {
            spans[player] = span(player);
            for (final int[] incentive : incentives(player)) {
                rows.add(rounded(player, incentive[0], incentive[1], spans[player]));
            }
        }
        final double[] ones = new double[worths.length];
        Arrays.fill(ones, 1);
        rows.add(ones);
        final double[] limits = new double[rows.size()];
        limits[limits.length - 1] = 1;
        final Optimum optimum = LinearProgram.of(objective, rows.toArray(new double[0][]), limits)
                .solve(List.of(new LinearProgram.SteepestEdge(mayGoOn)));
        return optimum == null ? null : claim(optimum, spans, new Fraction(most, scale).value());
    }

    /** The largest payoff of a player, in size; at least the least normal number. */
    private double span(int player) {
        double most = Double.MIN_NORMAL;
        for (int index = 0; index < worths.length; index++) {
            most = Math.max(most, Math.abs(game.payoffAt(player, index)));
        }
        return most;
    }

    private double[] rounded(int player, int told, int instead, double span) {
        final int stride = game.stride(player);
        final double[] gains = new double[worths.length];
        for (int index = 0; index < gains.length; index++) {
            final int does = index / stride % game.actions(player);
            if (solver.coarse() || does == told) {
                gains[index] = game.payoffAt(player, index + (instead - does) * stride) / span
                        - game.payoffAt(player, index) / span;
            }
        }
        return gains;
    }

    private @Nullable Claim claim(Optimum optimum, double[] spans, double most) {
        final Fraction[] law = new Fraction[worths.length];
        Fraction sum = Fraction.ZERO;
        for (int index = 0; index < law.length; index++) {
            law[index] = optimum.x()[index] == 0 ? Fraction.ZERO : Fraction.exactly(optimum.x()[index]);
            sum = law[index].signum() == 0 ? sum : sum.plus(law[index]);
        }
        if (sum.signum() == 0) {
            return null;
        }
        final Fraction whole = sum;
        Arrays.setAll(law, index -> law[index].signum() == 0 ? law[index] : law[index].over(whole));
        final Fraction[] prices = new Fraction[optimum.y().length - 1];
        int row = 0;
        for (int player = 0; player < game.players(); player++) {
            final int last = row + incentives(player).size();
            for (; row < last; row++) {
                prices[row] = Fraction.exactly(optimum.y()[row] * most / spans[player]);
            }
        }
        return new Claim(law, prices);
    }
}
