package io.github.breakranks.signaling;

import io.github.breakranks.answer.Fraction;
import io.github.breakranks.answer.Range;
import io.github.breakranks.signaling.PerfectBayesianEquilibrium.Kind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A convex set of equilibrium outcomes: every sender strategy of one polytope with every response of another.
 *
 * <p>Once it is settled which messages and actions may be used, what the sender does enters the conditions of the receiver only, and what
 * the receiver does those of the sender only; so the set is a product.
 */
public final class EquilibriumPiece {
    private final List<List<List<Fraction>>> senders;
    private final List<List<List<Fraction>>> responses;
    private final OffPath offPath;

    /**
     * One way to sustain the whole piece off the path.
     *
     * @param responses by vertex of the piece's responses: the same with a response to every message
     * @param beliefs   by message, a belief for all of these responses where nobody sends it
     */
    record OffPath(List<List<List<Fraction>>> responses, List<List<Fraction>> beliefs) {}

    EquilibriumPiece(List<List<List<Fraction>>> senders, List<List<List<Fraction>>> responses, OffPath offPath) {
        this.senders = copy(senders);
        this.responses = copy(responses);
        this.offPath = offPath;
    }

    private static List<List<List<Fraction>>> copy(List<List<List<Fraction>>> vertices) {
        return vertices.stream()
                .map(vertex -> vertex.stream().map(List::copyOf).toList())
                .toList();
    }

    /** Vertices of the sender's strategies, each by type and message, shares. */
    public List<List<List<Fraction>>> senders() {
        return senders;
    }

    /** Vertices of the responses, each by message and action, shares; all 0 after messages nobody sends. */
    public List<List<List<Fraction>>> responses() {
        return responses;
    }

    OffPath offPath() {
        return offPath;
    }

    /** Whether this is one outcome only. */
    public boolean single() {
        return senders.size() == 1 && responses.size() == 1;
    }

    /** What the message tells in all of it but perhaps some of its edge. */
    public Kind kind() {
        return Kind.of(insideSender());
    }

    /** Whether the message is sent somewhere in it. */
    public boolean onPath(int message) {
        return senders.stream()
                .flatMap(List::stream)
                .anyMatch(ofType -> ofType.get(message).signum() > 0);
    }

    /** From which to which chance the type sends the message, shares. */
    public Range sender(int type, int message) {
        return sends(type, message).shares();
    }

    /** From which to which chance the receiver takes the action after the message, shares; 0 after messages nobody sends. */
    public Range response(int message, int action) {
        return takes(message, action).shares();
    }

    WeightRange sends(int type, int message) {
        return WeightRange.over(senders, type, message);
    }

    WeightRange takes(int message, int action) {
        return WeightRange.over(responses, message, action);
    }

    /** A belief after a message that nobody sends, by type, shares: with the right response it sustains every outcome of the set. */
    public List<Fraction> sustainingBelief(int message) {
        return offPath.beliefs().get(message);
    }

    /** The mean of the vertices of the sender's strategies, by type and message: inside, not on an edge. */
    public List<List<Fraction>> insideSender() {
        return mean(senders);
    }

    /** The mean of the vertices of the responses, by message and action: inside, not on an edge. */
    public List<List<Fraction>> insideResponse() {
        return mean(responses);
    }

    static List<List<Fraction>> mean(List<List<List<Fraction>>> vertices) {
        final List<List<Fraction>> mean = new ArrayList<>();
        for (int row = 0; row < vertices.get(0).size(); row++) {
            final int each = row;
            mean.add(OffPathSets.mean(
                    vertices.stream().map(vertex -> vertex.get(each)).toList()));
        }
        return mean;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof EquilibriumPiece that
                && senders.equals(that.senders)
                && responses.equals(that.responses);
    }

    @Override
    public int hashCode() {
        return 31 * senders.hashCode() + responses.hashCode();
    }

    @Override
    public String toString() {
        return single()
                ? "EquilibriumPiece[one outcome]"
                : "EquilibriumPiece[" + senders.size() + " x " + responses.size() + " vertices]";
    }
}
