package io.github.breakranks.equilibrium;

import io.github.breakranks.answer.Answer;
import io.github.breakranks.answer.Certificate;
import io.github.breakranks.answer.Solver;
import io.github.breakranks.answer.Watch;
import io.github.breakranks.game.NormalFormGame;
import io.github.breakranks.internal.Checks;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Recognises games with an exact potential, rebuilds it and finds where it is greatest.
 *
 * <pre>{@code
 *   P(a', s_-i) - P(a, s_-i) = u_i(a', s_-i) - u_i(a, s_-i)            for every player i and every change of his
 *   there is such a P  <=>  round every four-cycle (two players, two actions each) the gains of those who move add up to 0
 * }</pre>
 *
 * <p>{@code P} is 0 where everybody takes his first action; along each step it grows by what the step gains who takes it. Then every other step
 * is checked; where one does not fit, a four-cycle is named that does not close. Where the potential is greatest, and wherever no single step
 * raises it, is a pure Nash equilibrium. All in whole numbers.
 *
 * <p>Weighted and ordinal potentials are not looked for. Cost: a whole number of at least 40 bytes for each combination of actions.
 *
 * @see <a href="https://doi.org/10.1006/game.1996.0044">D. Monderer and L. Shapley (1996), "Potential Games", Games and Economic Behavior 14,
 *     124-143</a>
 */
public record PotentialGameSolver() implements Solver<NormalFormGame, ExactPotential> {
    private static final int MOST_PROFILES = 4_000_000;

    /** The solver; there is nothing to set. */
    public static PotentialGameSolver solver() {
        return new PotentialGameSolver();
    }

    @Override
    public Answer<ExactPotential> solve(NormalFormGame game, Watch watch) {
        Objects.requireNonNull(game, "game");
        Objects.requireNonNull(watch, "watch");
        if (game.profiles() > MOST_PROFILES) {
            throw Checks.refused(
                    "game must have at most %s combinations of actions [count; 40 bytes each], but was of %s",
                    MOST_PROFILES, game.profiles());
        }
        BigInteger unit = BigInteger.ONE;
        for (int player = 0; player < game.players(); player++) {
            final BigInteger next = game.denominator(player);
            unit = unit.divide(unit.gcd(next)).multiply(next);
        }
        final Steps steps = new Steps(game, unit);
        final BigInteger[] potential = steps.summed(watch);
        final boolean fits = potential != null && steps.fit(potential);
        if (potential == null || !watch.mayGoOn()) {
            final ExactPotential none = new ExactPotential(game, new BigInteger[0], unit, new int[0]);
            return new Answer.Stopped<>(none, new Certificate.Unproven(watch.why()), watch.why(), "raise the limit");
        }
        final ExactPotential found = fits
                ? new ExactPotential(game, potential, unit, new int[0])
                : new ExactPotential(game, new BigInteger[0], unit, steps.openCycle());
        return new Answer.Found<>(found, PotentialGameVerifier.certify(found));
    }

    /** Gains of single steps, in whole multiples of one unit. */
    private static final class Steps {
        private final NormalFormGame game;
        private final BigInteger[] factors; // by player, of the numerators of his payoffs

        Steps(NormalFormGame game, BigInteger unit) {
            this.game = game;
            this.factors = new BigInteger[game.players()];
            Arrays.setAll(factors, player -> unit.divide(game.denominator(player)));
        }

        BigInteger gain(int player, int from, int to) {
            return game.numeratorAt(player, to)
                    .subtract(game.numeratorAt(player, from))
                    .multiply(factors[player]);
        }

        /** Along a path to each combination: the first player who is not at his first action takes the last step. */
        BigInteger @Nullable [] summed(Watch watch) {
            final BigInteger[] potential = new BigInteger[game.profiles()];
            potential[0] = BigInteger.ZERO;
            for (int index = 1; index < potential.length; index++) {
                if ((index & 0xFFFF) == 0 && !watch.mayGoOn()) {
                    return null;
                }
                int player = 0;
                while (index < game.stride(player)) {
                    player++;
                }
                final int from = index - game.stride(player);
                potential[index] = potential[from].add(gain(player, from, index));
            }
            return potential;
        }

        boolean fit(BigInteger... potential) {
            for (int player = 0; player < game.players(); player++) {
                final int stride = game.stride(player);
                for (int index = 0; index < potential.length; index++) {
                    if (index / stride % game.actions(player) > 0
                            && !potential[index]
                                    .subtract(potential[index - stride])
                                    .equals(gain(player, index - stride, index))) {
                        return false;
                    }
                }
            }
            return true;
        }

        /** The first player, the second and the first corner of a four-cycle of neighbouring actions that does not close. */
        int[] openCycle() {
            for (int first = 0; first < game.players(); first++) {
                for (int second = first + 1; second < game.players(); second++) {
                    final int corner = openCorner(first, second);
                    if (corner >= 0) {
                        return new int[] {first, second, corner};
                    }
                }
            }
            throw new IllegalStateException("a step does not fit and yet every four-cycle closes");
        }

        private int openCorner(int first, int second) {
            for (int corner = 0; corner < game.profiles(); corner++) {
                if (inside(first, corner)
                        && inside(second, corner)
                        && round(first, second, corner).signum() != 0) {
                    return corner;
                }
            }
            return -1;
        }

        private boolean inside(int player, int corner) {
            return corner / game.stride(player) % game.actions(player) + 1 < game.actions(player);
        }

        private BigInteger round(int first, int second, int corner) {
            final int one = corner + game.stride(first);
            final int both = one + game.stride(second);
            final int other = corner + game.stride(second);
            return gain(first, corner, one)
                    .add(gain(second, one, both))
                    .add(gain(first, both, other))
                    .add(gain(second, other, corner));
        }
    }
}
