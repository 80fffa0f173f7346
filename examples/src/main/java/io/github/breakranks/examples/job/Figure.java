package io.github.breakranks.examples.job;

import io.github.breakranks.answer.Range;
import org.jspecify.annotations.Nullable;

/**
 * One row of a case: a figure, where it is from and how sure it is.
 *
 * @param line   line of the file it stands on, from 1
 * @param kind   what it says
 * @param item   of whom or of what
 * @param value  from the low to the high end, in {@code unit}; null where the source names no amount
 * @param unit   its unit, or "share"
 * @param origin where it is from
 */
record Figure(int line, Kind kind, String item, @Nullable Range value, String unit, Origin origin) {

    /**
     * Where a figure is from.
     *
     * @param certainty how sure it is
     * @param source    who says so; empty for what is assumed
     * @param note      what else there is to say; may be empty
     */
    record Origin(Certainty certainty, String source, String note) {}

    /** The amount for reading: one number, or both ends. */
    String amount() {
        if (value == null) {
            return "no amount named";
        }
        return value.low() == value.high()
                ? Words.number(value.low())
                : Words.number(value.low()) + " to " + Words.number(value.high());
    }
}
