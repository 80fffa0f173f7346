package io.github.breakranks.equilibrium;

import io.github.breakranks.internal.TableText;

/**
 * Where a rest point jumps across a fold as one term of the offer moves.
 *
 * @param value the term's value at the fold: the infimum above which the least rest point is beyond, or the supremum below which the
 *              greatest is
 * @param from  share gone at the fold, before the jump
 * @param to    share gone where play comes to rest behind it
 */
public record Jump(double value, double from, double to) {
    @Override
    public String toString() {
        return TableText.number(value, 4) + ": " + TableText.number(from, 4) + "->" + TableText.number(to, 4);
    }
}
