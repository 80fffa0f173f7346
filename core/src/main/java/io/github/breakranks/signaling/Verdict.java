package io.github.breakranks.signaling;

import io.github.breakranks.answer.Fraction;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What one refinement says of one outcome, and why.
 *
 * @param refinement who says it
 * @param survives   whether it leaves the outcome
 * @param doubts     by message that nobody sends and about which it has something to say: what that is
 */
public record Verdict(Refinement refinement, boolean survives, List<Doubt> doubts) {
    public Verdict {
        Objects.requireNonNull(refinement, "refinement");
        doubts = List.copyOf(doubts);
    }

    /**
     * What a refinement says of one message.
     *
     * @param message        its name
     * @param excluded       the types that it tells listeners not to think of, or not to think of more than before
     * @param because        a comparison for each of them, in words
     * @param deviates       the types that would send it whatever is answered; empty where answers are left that deter everybody
     * @param beliefAndReply a belief that is left, by type, and a reply to it that deters everybody, by action, in shares; empty where none is
     */
    public record Doubt(
            String message,
            List<String> excluded,
            List<String> because,
            List<String> deviates,
            List<List<Fraction>> beliefAndReply) {
        public Doubt {
            excluded = List.copyOf(excluded);
            because = List.copyOf(because);
            deviates = List.copyOf(deviates);
            beliefAndReply = beliefAndReply.stream().map(List::copyOf).toList();
        }

        /** Whether no belief that is left has a reply that deters. */
        public boolean removes() {
            return beliefAndReply.isEmpty();
        }
    }

    /** The first message by which the outcome is removed; empty if it survives. */
    public Optional<Doubt> removedBy() {
        return doubts.stream().filter(Doubt::removes).findFirst();
    }

    /** In a few sentences: which type, which message, which comparison. */
    public String explain() {
        if (survives) {
            final StringBuilder out = new StringBuilder(refinement.label()).append(" leaves it");
            for (Doubt doubt : doubts) {
                if (!doubt.because.isEmpty()) {
                    out.append(": ").append(String.join("; ", doubt.because)).append(", and still some reply to ");
                    out.append(doubt.message).append(" deters all");
                }
            }
            return out.append('.').toString();
        }
        final Doubt doubt = removedBy().orElseThrow();
        final StringBuilder out =
                new StringBuilder(refinement.label()).append(" removes it by ").append(doubt.message);
        out.append(": ").append(doubt.because.isEmpty() ? "" : String.join("; ", doubt.because) + ". ");
        out.append(
                doubt.deviates.isEmpty()
                        ? "No belief that is left has a reply that deters all."
                        : "Then " + String.join(" and ", doubt.deviates) + " would send it whatever is answered.");
        return out.toString();
    }

    /** Short enough for JShell. */
    @Override
    public String toString() {
        return "Verdict[" + refinement.label()
                + (survives ? ": survives]" : ": removed by " + removedBy().orElseThrow().message + "]");
    }
}
