package io.github.breakranks.cascade;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Looks along a path for the step at which each of those ready to go drew the most others after him. */
final class TippingSearch {
    private static final double ROUNDING = 1e-12; // of a share

    private final double size;
    private final double end;
    private @Nullable TippingStep best;

    /** In heads of a list, or in shares with a size of 1. */
    TippingSearch(double size, double end) {
        this.size = size;
        this.end = end;
    }

    void visit(int step, double time, double gone, double ready) {
        final double followers = (end - gone - ready) / ready;
        if (ready > ROUNDING * size
                && end - gone - ready > ROUNDING * size
                && (best == null || followers > best.followers())) {
            best = new TippingStep(step, time, gone / size, ready / size, followers);
        }
    }

    Optional<TippingStep> found() {
        return Optional.ofNullable(best);
    }
}
