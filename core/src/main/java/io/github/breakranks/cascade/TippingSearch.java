package io.github.breakranks.cascade;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Looks along a path for the step at which each of those ready to go drew the most others after him, among the steps after which no fewer
 * were ready: where fewer are ready at each step a cascade dies away, and nothing tips.
 */
final class TippingSearch {
    private static final double ROUNDING = 1e-12; // of a share

    private final double size;
    private final double end;
    private @Nullable TippingStep best;
    private @Nullable TippingStep last;

    /** In heads of a list, or in shares with a size of 1. */
    TippingSearch(double size, double end) {
        this.size = size;
        this.end = end;
    }

    void visit(int step, double time, double gone, double ready) {
        final TippingStep before = last;
        if (before != null
                && ready / size >= before.ready() * (1 - ROUNDING)
                && (best == null || before.followers() > best.followers())) {
            best = before;
        }
        final double others = end - gone - ready;
        last = ready > ROUNDING * size && others > ROUNDING * size
                ? new TippingStep(step, time, gone / size, ready / size, others / ready)
                : null;
    }

    Optional<TippingStep> found() {
        return Optional.ofNullable(best);
    }
}
