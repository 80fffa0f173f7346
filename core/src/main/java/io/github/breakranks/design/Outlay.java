package io.github.breakranks.design;

import io.github.breakranks.internal.TableText;

/**
 * What an offer costs its host, and for how many.
 *
 * <pre>{@code
 *   perHead  = total / come           perExtra = total / extra        extra <= come, so that perExtra >= perHead
 *   marginal = d total / d come       for cash b to one law:  b + x/x'(b), which falls to b at a fold
 * }</pre>
 *
 * <p>Those who would have gone anyway are paid as well, so that what counts is the outlay for each who would not have.
 *
 * @param total    in all [unit of the game]
 * @param come     who come and are paid [count, not rounded]
 * @param extra    who go and would not have gone without the offer [count, not rounded]
 * @param marginal what one more costs [unit of the game]; NaN where not known, infinity where a little more brings nobody
 */
public record Outlay(double total, double come, double extra, double marginal) {

    /** For each who comes [unit of the game]; NaN where nobody does. */
    public double perHead() {
        return come > 0 ? total / come : Double.NaN;
    }

    /** For each who would not have gone anyway [unit of the game]; NaN where all would have, or nobody goes. */
    public double perExtra() {
        return extra > 0 ? total / extra : Double.NaN;
    }

    @Override
    public String toString() {
        return "Outlay[" + TableText.number(total, 6)
                + (extra > 0 ? ", " + TableText.number(perExtra(), 4) + " for each extra]" : ", for nobody more]");
    }
}
