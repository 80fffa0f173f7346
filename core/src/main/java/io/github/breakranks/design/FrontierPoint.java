package io.github.breakranks.design;

import io.github.breakranks.internal.TableText;

/**
 * The cheapest way to a share, and what it costs.
 *
 * @param target   the share aimed at
 * @param value    what the instrument is set to; where {@code attained} is false just above it, and of a fold just below [share, or unit of
 *                 the game]
 * @param attained whether the value itself does it
 * @param share    gone in the rest points relied on: the target, or more where play jumps over it
 * @param outlay   what it costs
 * @param kind     how play meets the target
 */
public record FrontierPoint(double target, double value, boolean attained, double share, Outlay outlay, Kind kind) {

    /** How play meets a target. */
    public enum Kind {
        /** No less goes: what the instrument's lowest value brings, or where more than the target goes already. */
        LOWEST("lowest"),
        /** Play rests there. */
        RESTS("rests"),
        /** The last share before a jump: play rests there, and a little more of the instrument makes it jump. */
        FOLD("fold"),
        /** The share at which play lands behind the jump. */
        BEYOND("beyond"),
        /** Play jumps over it: no value makes it rest there, and the cheapest that brings so many brings more. */
        SKIPPED("skipped"),
        /** No more goes: what the instrument's highest value brings. */
        HIGHEST("highest");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        /** In a word, as tables have it. */
        public String label() {
            return label;
        }
    }

    /** Beside which side of the value it is that play does it. */
    private String aside() {
        return kind == Kind.FOLD ? "just below " : "just above ";
    }

    @Override
    public String toString() {
        return TableText.number(share, 4) + " at " + (attained ? "" : aside()) + TableText.number(value, 4) + " for "
                + TableText.number(outlay.total(), 6) + " (" + kind.label() + ")";
    }
}
