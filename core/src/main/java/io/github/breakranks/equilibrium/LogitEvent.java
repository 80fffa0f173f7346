package io.github.breakranks.equilibrium;

import io.github.breakranks.internal.TableText;
import java.util.List;
import java.util.Objects;

/**
 * Where a branch of logit equilibria turns back, or other branches cross it.
 *
 * @param kind        which of the two
 * @param equilibrium the point of the branch at which it happens
 * @param across      how many independent directions lead away from the branch there: 0 at a fold, 1 at a simple bifurcation
 * @param arms        the other branches, followed from here, each as far as the branch itself; empty at a fold
 */
public record LogitEvent(Kind kind, LogitEquilibrium equilibrium, int across, List<LogitBranch> arms) {

    /** What can happen on a branch. */
    public enum Kind {
        /** Precision turns back: two equilibria merge and vanish. */
        FOLD,
        /** Other branches cross this one. */
        BIFURCATION
    }

    public LogitEvent {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(equilibrium, "equilibrium");
        arms = List.copyOf(arms);
    }

    /** The precision at which it happens [1 / payoff]. */
    public double lambda() {
        return equilibrium.lambda();
    }

    /** In a line: {@code bifurcation at lambda 0.596755, 2 arms}. */
    @Override
    public String toString() {
        final String at = " at lambda " + TableText.number(lambda(), 7);
        return kind == Kind.FOLD ? "fold" + at : "bifurcation" + at + ", " + TableText.counted(arms.size(), "arm");
    }
}
