package io.github.breakranks.equilibrium;

import io.github.breakranks.answer.Fraction;
import java.util.List;

/**
 * An action that was struck out, and what is better than it whatever the others do of what was left before this round.
 *
 * @param round    in which it went, from 1; all of a round go at once
 * @param player   whose it was, from 0
 * @param action   which, counted in the game as given
 * @param mixture  by action of his in the game as given, with which chance to play it instead; exact, adds up to one
 * @param strictly whether the mixture earns more in every case, not only in some case and never less
 */
public record Elimination(int round, int player, int action, List<Fraction> mixture, boolean strictly) {
    public Elimination {
        mixture = List.copyOf(mixture);
    }

    /** Whether one action alone is better. */
    public boolean byOneAction() {
        return mixture.contains(Fraction.ONE);
    }
}
