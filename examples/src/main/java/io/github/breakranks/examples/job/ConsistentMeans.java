package io.github.breakranks.examples.job;

import io.github.breakranks.answer.Range;
import org.jspecify.annotations.Nullable;

/**
 * The mean costs that agree with the record, given all else that is assumed.
 *
 * @param assumption all else that is assumed
 * @param means      the means under which play comes to rest at a share on record [unit of the game]; null if there are none
 * @param shares     the shares at which it then rests; where there are no means, the two between which it jumps, over all on record
 * @param extent     how much of the record these shares cover
 */
record ConsistentMeans(Assumption assumption, @Nullable Range means, Range shares, Extent extent) {

    /** How much of the shares on record can be where play rests. */
    enum Extent {
        /** Every share on record can. */
        WHOLE("whole"),
        /** Some lie across a fold. */
        PART("part"),
        /** Play jumps across all of them. */
        NONE("none");

        private final String word;

        Extent(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }
}
