package io.github.breakranks.equilibrium;

import io.github.breakranks.answer.Answer;
import io.github.breakranks.answer.Certificate;
import io.github.breakranks.answer.Fraction;
import io.github.breakranks.answer.Solver;
import io.github.breakranks.answer.Watch;
import io.github.breakranks.game.NormalFormGame;
import io.github.breakranks.game.StrategyProfile;
import io.github.breakranks.internal.Checks;
import io.github.breakranks.internal.ExactLinearProgram;
import io.github.breakranks.internal.ExactLinearProgram.Optimal;
import io.github.breakranks.internal.Halted;
import io.github.breakranks.internal.Quotients;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Solves games of two players of whom one gets what the other does not: the value, and a best strategy of each.
 *
 * <pre>{@code
 *   v = max over x of min over j of sum_i x_i a_ij  =  min over y of max over i of sum_j a_ij y_j
 *
 *   max sum q   (A + s) q <= 1,  q >= 0         A + s above 0;   v + s = 1 / sum q,  y = q / sum q
 *   min sum p   (A + s)'p >= 1,  p >= 0                                              x = p / sum p
 * }</pre>
 *
 * <p>Saddle points are looked for first. Then the program above is solved in fractions, and its dual is the other's strategy: what x
 * guarantees and what y holds it to are computed anew from the payoffs, and are the same number, which proves both. {@link #inDoubles}
 * takes large games: the same two numbers are then close, and the certificate says how close.
 *
 * <p>Payoffs may add up to any constant. A game in which they do not is refused. Cost: some {@code 2 n} pivots of {@code n^2} doubles, then for
 * fractions the solution of k equations in numbers of some {@code 3 k} digits, k actions being used.
 *
 * @param exact whether in fractions
 * @see <a href="https://doi.org/10.1007/BF01448847">J. von Neumann (1928), "Zur Theorie der Gesellschaftsspiele", Mathematische Annalen
 *     100, 295-320</a>
 */
public record ZeroSumSolver(boolean exact) implements Solver<NormalFormGame, ZeroSum> {

    private static final int BITS = 1000; // of a sum of weights

    /** The solver in fractions. */
    public static ZeroSumSolver solver() {
        return new ZeroSumSolver(true);
    }

    /** This solver in doubles, for large games: what both guarantee is computed anew and the gap reported. */
    public ZeroSumSolver inDoubles() {
        return new ZeroSumSolver(false);
    }

    @Override
    public Answer<ZeroSum> solve(NormalFormGame game, Watch watch) {
        final Fraction constant = ConstantSum.of(TwoPlayers.checked(game));
        if (!watch.mayGoOn()) {
            return stopped(game, constant, watch);
        }
        final Optional<StrategyProfile> saddle = SaddlePoint.of(game);
        if (saddle.isPresent()) {
            return proven(game, constant, saddle.get(), () -> true, watch); // short numbers
        }
        return exact ? inFractions(game, constant, watch) : ZeroSumDoubles.solve(game, constant, watch);
    }

    /** The answer in fractions where no saddle point is. */
    static Answer<ZeroSum> inFractions(NormalFormGame game, Fraction constant, Watch watch) {
        if (!watch.mayGoOn()) {
            return stopped(game, constant, watch);
        }
        final ExactLinearProgram.Outcome outcome = ZeroSumProgram.of(game).solve(watch::mayGoOn);
        if (!(outcome instanceof Optimal optimal)) {
            return stopped(game, constant, watch);
        }
        try {
            final StrategyProfile profile = StrategyProfile.of(
                    TwoPlayers.inProportion(optimal.y().numerators(), watch::mayGoOn),
                    TwoPlayers.inProportion(optimal.x().numerators(), watch::mayGoOn));
            return proven(game, constant, profile, watch::mayGoOn, watch);
        } catch (Halted early) { // solved, and not checked to the end
            return stopped(game, constant, StrategyProfile.of(rounded(optimal.y()), rounded(optimal.x())), watch);
        }
    }

    /** Weights cut to so many bits that a sum of them fits a double, over their sum. */
    private static double[] rounded(Quotients weights) {
        final BigInteger sum = Arrays.stream(weights.numerators()).reduce(BigInteger.ZERO, BigInteger::add);
        final int cut = Math.max(0, sum.bitLength() - BITS);
        final double whole = sum.shiftRight(cut).doubleValue();
        return Arrays.stream(weights.numerators())
                .mapToDouble(weight -> weight.shiftRight(cut).doubleValue() / whole)
                .toArray();
    }

    /** What all actions alike guarantee: nothing better is known. */
    private static Answer<ZeroSum> stopped(NormalFormGame game, Fraction constant, Watch watch) {
        return stopped(game, constant, StrategyProfile.uniform(game.actions(0), game.actions(1)), watch);
    }

    private static Answer<ZeroSum> stopped(
            NormalFormGame game, Fraction constant, StrategyProfile profile, Watch watch) {
        final ZeroSum none =
                game.fitsDoubles() ? ZeroSum.inDoubles(game, constant, profile) : ZeroSum.of(game, constant, profile);
        return new Answer.Stopped<>(
                none,
                new Certificate.Numeric(ZeroSumVerifier.up(none.gap()), "payoff"),
                watch.why(),
                "raise the limit, or solve inDoubles()");
    }

    /** Checked as long as that may go on, {@link Halted} being thrown if it may not; then, as long as the watch lets it, asked for others as good. */
    private static Answer<ZeroSum> proven(
            NormalFormGame game, Fraction constant, StrategyProfile profile, BooleanSupplier mayGoOn, Watch watch) {
        final ZeroSum found = ZeroSum.of(game, constant, profile, mayGoOn);
        final Certificate certificate = ZeroSumVerifier.certify(found, mayGoOn);
        return new Answer.Found<>(found.withUniqueness(SoleOptimum.of(found, watch)), certificate);
    }

    /** What the payoffs of two players add up to. */
    private static final class ConstantSum {
        private ConstantSum() {}

        static Fraction of(NormalFormGame game) {
            final Fraction constant = game.exactPayoffAt(0, 0).plus(game.exactPayoffAt(1, 0));
            final BigInteger one = game.denominator(0);
            final BigInteger other = game.denominator(1);
            final boolean same = one.equals(other);
            final BigInteger first = sum(game, 0, same);
            for (int index = 1; index < game.profiles(); index++) {
                if (!sum(game, index, same).equals(first)) {
                    throw Checks.refused(
                            "game must have payoffs that add up to the same in all profiles [payoff], but was of %s at the"
                                    + " first and %s at profile %s; take BimatrixSolver, or asWritten() if sums were rounded",
                            constant, game.exactPayoffAt(0, index).plus(game.exactPayoffAt(1, index)), index);
                }
            }
            return constant;
        }

        private static BigInteger sum(NormalFormGame game, int index, boolean same) {
            final BigInteger one = game.numeratorAt(0, index);
            final BigInteger other = game.numeratorAt(1, index);
            return same ? one.add(other) : one.multiply(game.denominator(1)).add(other.multiply(game.denominator(0)));
        }
    }
}
