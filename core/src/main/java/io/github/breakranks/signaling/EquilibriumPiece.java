package io.github.breakranks.signaling;

import io.github.breakranks.answer.Fraction;
import java.util.List;

/**
 * A convex set of equilibrium outcomes: every sender strategy of one polytope with every response of another.
 *
 * <p>The first unknowns are the sender's, the second the receiver's; neither enters the conditions of the other once it is known which
 * messages and actions may be used, so the set is a product.
 *
 * @param senders   vertices of the sender's strategies, each by type and message, shares
 * @param responses vertices of the responses, each by message and action, shares; all 0 after messages nobody sends
 */
public record EquilibriumPiece(List<List<List<Fraction>>> senders, List<List<List<Fraction>>> responses) {
    public EquilibriumPiece {
        senders = copy(senders);
        responses = copy(responses);
    }

    private static List<List<List<Fraction>>> copy(List<List<List<Fraction>>> vertices) {
        return vertices.stream()
                .map(vertex -> vertex.stream().map(List::copyOf).toList())
                .toList();
    }

    /** Whether this is one outcome only. */
    public boolean single() {
        return senders.size() == 1 && responses.size() == 1;
    }

    /** The mean of the vertices of the sender's strategies, by type and message: inside, not on an edge. */
    public List<List<Fraction>> insideSender() {
        return mean(senders);
    }

    /** The mean of the vertices of the responses, by message and action: inside, not on an edge. */
    public List<List<Fraction>> insideResponse() {
        return mean(responses);
    }

    private static List<List<Fraction>> mean(List<List<List<Fraction>>> vertices) {
        final Fraction each = Fraction.of(1, vertices.size());
        List<List<Fraction>> sum = vertices.get(0);
        for (List<List<Fraction>> vertex : vertices.subList(1, vertices.size())) {
            sum = added(sum, vertex);
        }
        return sum.stream()
                .map(row -> row.stream().map(value -> value.times(each)).toList())
                .toList();
    }

    private static List<List<Fraction>> added(List<List<Fraction>> a, List<List<Fraction>> b) {
        return java.util.stream.IntStream.range(0, a.size())
                .mapToObj(i -> java.util.stream.IntStream.range(0, a.get(i).size())
                        .mapToObj(j -> a.get(i).get(j).plus(b.get(i).get(j)))
                        .toList())
                .toList();
    }
}
