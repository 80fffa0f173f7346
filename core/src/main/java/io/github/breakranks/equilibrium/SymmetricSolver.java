package io.github.breakranks.equilibrium;

import io.github.breakranks.answer.Answer;
import io.github.breakranks.answer.Certificate;
import io.github.breakranks.answer.Solver;
import io.github.breakranks.answer.Watch;
import io.github.breakranks.game.SymmetricGame;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * Finds the equilibria of many players who are alike: how many may act so that nobody gains by changing, and with which chance all may mix.
 *
 * <pre>{@code
 *   k act        <=>  gain(k-1) >= 0  and  gain(k) <= 0
 *   all mix p    <=>  g(p) = E gain(Bin(n-1, p)) = 0        or p = 0 and g <= 0, or p = 1 and g >= 0
 * }</pre>
 *
 * <p>Counts are exact comparisons. Roots of {@code g} lie between chances at which its sign is sure, rounding included. There are no more of them
 * than {@code gain} changes sign, as binomial averaging diminishes variation (Schoenberg 1959; Pena, Lehmann and Noeldeke 2014); where fewer
 * were seen, the rest of (0, 1) is cleared by a bound on the slope, or the answer says that it was not.
 *
 * <p>Cost: O(n) for the counts; some hundred averages of about 30 standard deviations each for the chances, so a million players take a fraction of a
 * second.
 *
 * @see <a href="https://doi.org/10.1016/j.jtbi.2013.12.016">J. Pena, L. Lehmann and G. Noeldeke (2014), "Gains from switching and evolutionary
 *     stability in multi-player matrix games", Journal of Theoretical Biology 346, 23-33</a>
 */
public record SymmetricSolver() implements Solver<SymmetricGame, SymmetricEquilibria> {

    private static final int LOOK = 0x10000; // numbers of players between two looks at the watch

    /** The solver; there is nothing to set. */
    public static SymmetricSolver solver() {
        return new SymmetricSolver();
    }

    @Override
    public Answer<SymmetricEquilibria> solve(SymmetricGame game, Watch watch) {
        Objects.requireNonNull(game, "game");
        Objects.requireNonNull(watch, "watch");
        final int[] counts = counts(game, watch);
        final SymmetricRoots search = new SymmetricRoots(game, watch::mayGoOn);
        final List<String> doubts = search.complete()
                ? List.of()
                : List.of("besides the " + search.roots().size() + " mixed equilibria found there may be as many as "
                        + (search.mostRoots() - search.roots().size()) + " more");
        final SymmetricEquilibria found = new SymmetricEquilibria(game, counts, search.roots(), doubts);
        return search.stopped()
                ? new Answer.Stopped<>(found, new Certificate.Unproven(watch.why()), watch.why(), "raise the limit")
                : new Answer.Found<>(found, new SymmetricVerifier(game).certify(found, search.mostRoots()));
    }

    /** How many may act; as far as the watch lets it. */
    private static int[] counts(SymmetricGame game, Watch watch) {
        return IntStream.rangeClosed(0, game.players())
                .takeWhile(acting -> acting % LOOK != 0 || watch.mayGoOn())
                .filter(game::rests)
                .toArray();
    }
}
