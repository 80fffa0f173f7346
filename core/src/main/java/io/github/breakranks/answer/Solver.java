package io.github.breakranks.answer;

/**
 * Solves games of one kind. A solver is an immutable value: it holds settings, never a game's state, so threads can share it.
 *
 * @param <G> the games it takes
 * @param <T> what it finds
 */
@FunctionalInterface
public interface Solver<G, T> {

    /** Solves the game under a watch; the same game and settings always find the same answer, unless the watch stops the work. */
    Answer<T> solve(G game, Watch watch);

    /** Solves the game, however long it takes. */
    default Answer<T> solve(G game) {
        return solve(game, Watch.none());
    }
}
