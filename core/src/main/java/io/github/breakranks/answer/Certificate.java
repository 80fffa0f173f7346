package io.github.breakranks.answer;

import java.util.List;

/** How well an answer is founded; made by a verifier that shares no code with the solver. */
public sealed interface Certificate {

    /** In a sentence, for tables and explanations. */
    String sentence();

    /**
     * Shown by exact arithmetic, or by bounds that cover every rounding, resting on the assumptions listed.
     *
     * @param how      the argument, in a sentence
     * @param assuming what it rests on, e.g. "cdf within 1e-14"; empty if on nothing
     */
    record Proven(String how, List<String> assuming) implements Certificate {
        public Proven {
            assuming = List.copyOf(assuming);
        }

        @Override
        public String sentence() {
            return "proven: " + how + (assuming.isEmpty() ? "" : ", assuming " + String.join(", ", assuming));
        }
    }

    /**
     * Checked in floating point.
     *
     * @param worst the largest regret or residual found, at least 0
     * @param unit  its unit, or "share", or "count"
     */
    record Numeric(double worst, String unit) implements Certificate {
        @Override
        public String sentence() {
            return "checked: worst residual " + worst + " [" + unit + "]";
        }
    }

    /**
     * Not checked, or the check failed to close.
     *
     * @param why what is missing
     */
    record Unproven(String why) implements Certificate {
        @Override
        public String sentence() {
            return "not proven: " + why;
        }
    }
}
