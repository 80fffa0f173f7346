package io.github.breakranks.equilibrium;

import io.github.breakranks.answer.Fraction;
import io.github.breakranks.game.NormalFormGame;
import io.github.breakranks.internal.Checks;
import java.util.Arrays;
import java.util.Optional;

/**
 * Which of the two strict equilibria of a 2 x 2 game is the less risky.
 *
 * <pre>{@code
 *   A risk-dominates B  <=>  loss_1(A) loss_2(A) > loss_1(B) loss_2(B)      loss_i: what i loses by leaving it alone
 * }</pre>
 *
 * <p>It is the one that vanishing doubt about the payoffs selects (Carlsson and van Damme 1993). Exact.
 *
 * <p>Sources: J. Harsanyi and R. Selten (1988), A General Theory of Equilibrium Selection in Games, MIT Press; H. Carlsson and
 * E. van Damme (1993), Econometrica 61:989, doi 10.2307/2951491.
 *
 * @param first   the equilibrium in which the first player takes his first action
 * @param second  the other one
 * @param atFirst product of what the two lose by leaving the first
 * @param atSecond product of what they lose by leaving the second
 */
public record RiskDominance(NashEquilibrium first, NashEquilibrium second, Fraction atFirst, Fraction atSecond) {

    /** Of the two strict equilibria of a game; another shape or number is refused. */
    public static RiskDominance of(NormalFormGame game) {
        if (!Arrays.equals(game.shape(), new int[] {2, 2})) {
            throw Checks.refused("game must be 2 x 2 [actions], but was %s", game);
        }
        final int column = strict(game, 0) ? 0 : 1;
        if (!strict(game, column) || !strict(game, 3 - column)) {
            throw Checks.refused(
                    "game must have two strict equilibria [2 x 2 actions], but had not; see PDominance.of(game, chosen)");
        }
        final PureEquilibria both = new PureEquilibria(game, new int[] {column, 3 - column}, false);
        return new RiskDominance(
                both.equilibrium(0), both.equilibrium(1), losses(game, column), losses(game, 3 - column));
    }

    /** Whether both lose by leaving the combination with this index alone; flipping a player's action adds or takes his stride. */
    private static boolean strict(NormalFormGame game, int index) {
        return game.compareAt(0, index, index ^ 2) > 0 && game.compareAt(1, index, index ^ 1) > 0;
    }

    private static Fraction losses(NormalFormGame game, int index) {
        return game.exactPayoffAt(0, index)
                .minus(game.exactPayoffAt(0, index ^ 2))
                .times(game.exactPayoffAt(1, index).minus(game.exactPayoffAt(1, index ^ 1)));
    }

    /** The risk-dominant one; empty where the products are the same. */
    public Optional<NashEquilibrium> dominant() {
        final int compared = atFirst.compareTo(atSecond);
        return compared == 0 ? Optional.empty() : Optional.of(compared > 0 ? first : second);
    }

    /** In a line: {@code Risk dominance: (0, 1) (0, 1), 49 against 1}. */
    @Override
    public String toString() {
        return dominant()
                .map(found -> "Risk dominance: " + found.profile() + ", " + atFirst.max(atSecond) + " against "
                        + (found.equals(first) ? atSecond : atFirst))
                .orElse("Risk dominance: neither, both " + atFirst);
    }
}
