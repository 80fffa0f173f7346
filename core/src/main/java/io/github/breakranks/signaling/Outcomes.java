package io.github.breakranks.signaling;

import io.github.breakranks.answer.Fraction;
import io.github.breakranks.answer.Watch;
import io.github.breakranks.internal.ExactPolytope;
import io.github.breakranks.internal.ExactRow;
import io.github.breakranks.internal.Halted;
import io.github.breakranks.signaling.MessageOptions.Option;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;

/** Sorts supports with equilibria into outcomes: what differs off the path only is one, and what lies in a larger set is left out. */
final class Outcomes {
    private static final int LAST = 50; // supports put in order once stopped
    private static final int MANY = 1000; // vertices from which on a support is left out once stopped
    private static final int COMPARED = 4000; // vertices, each in one coordinate, that are compared once stopped
    private static final int MANY_RAYS = 64; // which are cut between two questions

    private final WholeGame game;
    private final Watch watch;
    private final Grace grace;
    private final Grace comparing;
    private boolean stopped;
    private boolean leftOut;

    Outcomes(WholeGame game, Watch watch) {
        this.game = game;
        this.watch = watch;
        this.grace = new Grace(watch, LAST);
        this.comparing = new Grace(watch, COMPARED);
    }

    /** The largest convex sets of outcomes, each with responses to unsent messages that sustain it; once stopped, perhaps sets within sets. */
    List<EquilibriumPiece> pieces(List<SupportSearch.Found> found) {
        final Map<List<Object>, EquilibriumPiece> different = new LinkedHashMap<>();
        for (int k = 0; k < found.size() && grace.mayGoOn(); k++) {
            try {
                final EquilibriumPiece piece = piece(found.get(k));
                different.putIfAbsent(List.of(piece.senders(), piece.responses()), piece);
            } catch (Halted tooLarge) {
                leftOut = true;
            }
        }
        final List<EquilibriumPiece> pieces = new ArrayList<>(different.values());
        try {
            leaveOutContained(pieces);
        } catch (Halted early) {
            stopped = true;
        }
        return pieces;
    }

    private void leaveOutContained(List<EquilibriumPiece> pieces) {
        for (int k = 0; k < pieces.size(); k++) {
            final EquilibriumPiece piece = pieces.get(k);
            if (pieces.stream().anyMatch(other -> other != piece && contains(other, piece, comparing::mayGoOn))) {
                pieces.remove(k--); // one by one, so that of two equal sets one stays
            }
        }
    }

    private static void ask(IntPredicate mayGoOn, int steps) {
        if (!mayGoOn.test(steps)) {
            throw new Halted();
        }
    }

    /** Whether some supports were not put in order. */
    boolean cutShort() {
        return leftOut || grace.cutShort();
    }

    /** Whether there was no time to leave out all that lies in larger sets. */
    boolean stopped() {
        return stopped;
    }

    private EquilibriumPiece piece(SupportSearch.Found found) {
        final Set<List<List<Fraction>>> senders = new LinkedHashSet<>();
        for (int k = 0; k < found.senders().size(); k++) {
            if (k % MANY == MANY - 1) {
                ask(steps -> watch.mayGoOn(), 1);
            }
            senders.add(strategy(found.senders().ray(k)));
        }
        final Map<List<List<Fraction>>, List<List<Fraction>>> byPath = new LinkedHashMap<>();
        for (int k = 0; k < found.responses().size(); k++) {
            final List<List<Fraction>> full = responses(found.responses().ray(k));
            byPath.putIfAbsent(onPath(full, found.chosen()), full);
        }
        final List<List<List<Fraction>>> extreme = extreme(byPath.keySet());
        extreme.sort(Outcomes::compare);
        final List<List<List<Fraction>>> sorted = new ArrayList<>(senders);
        sorted.sort(Outcomes::compare);
        return new EquilibriumPiece(
                sorted,
                extreme,
                new EquilibriumPiece.OffPath(extreme.stream().map(byPath::get).toList(), beliefs(found.chosen())));
    }

    private List<List<Fraction>> strategy(ExactRow ray) {
        final List<List<Fraction>> byType = new ArrayList<>();
        for (int t = 0; t < game.types(); t++) {
            BigInteger sum = BigInteger.ZERO;
            for (int m = 0; m < game.messages(); m++) {
                sum = sum.add(ray.get(game.sent(t, m)));
            }
            final List<Fraction> ofType = new ArrayList<>();
            for (int m = 0; m < game.messages(); m++) {
                ofType.add(new Fraction(ray.get(game.sent(t, m)), sum));
            }
            byType.add(ofType);
        }
        return byType;
    }

    private List<List<Fraction>> responses(ExactRow ray) {
        final List<List<Fraction>> byMessage = new ArrayList<>();
        for (int m = 0; m < game.messages(); m++) {
            byMessage.add(WholeNumbers.shares(ray, game.response(m, 0), game.actions(), game.scaleOfResponses()));
        }
        return byMessage;
    }

    private static List<List<Fraction>> onPath(List<List<Fraction>> responses, List<Option> chosen) {
        final List<List<Fraction>> path = new ArrayList<>();
        for (int m = 0; m < responses.size(); m++) {
            path.add(
                    chosen.get(m).types() != 0
                            ? responses.get(m)
                            : nothing(responses.get(m).size()));
        }
        return path;
    }

    private static List<Fraction> nothing(int size) {
        return java.util.Collections.nCopies(size, Fraction.ZERO);
    }

    /** After each message a belief with which its actions are best: used where nobody sends it. */
    private static List<List<Fraction>> beliefs(List<Option> chosen) {
        return chosen.stream()
                .map(option -> OffPathSets.mean(OffPathSets.beliefs(option)))
                .toList();
    }

    /** Those that are no mean of the others. */
    private List<List<List<Fraction>>> extreme(Collection<List<List<Fraction>>> points) {
        final List<List<List<Fraction>>> left = new ArrayList<>(points);
        try {
            for (int k = 0; k < left.size() && left.size() > 2; k++) {
                final List<List<Fraction>> point = left.get(k);
                final List<List<List<Fraction>>> others = new ArrayList<>(left);
                others.remove(k);
                if (inHull(others, point, comparing::mayGoOn)) {
                    left.remove(k--);
                }
            }
        } catch (Halted early) {
            stopped = true;
        }
        return left;
    }

    /** Whether every outcome of the small set is one of the large. */
    static boolean contains(EquilibriumPiece large, EquilibriumPiece small) {
        return contains(large, small, steps -> true);
    }

    private static boolean contains(EquilibriumPiece large, EquilibriumPiece small, IntPredicate mayGoOn) {
        ask(mayGoOn, 1);
        final List<Boolean> sent = sent(small);
        final List<Boolean> sentInLarge = sent(large);
        for (int m = 0; m < sent.size(); m++) {
            if (sent.get(m) && !sentInLarge.get(m)) {
                return false;
            }
        }
        final Set<List<List<Fraction>>> restricted = new LinkedHashSet<>();
        for (List<List<Fraction>> vertex : large.responses()) {
            final List<List<Fraction>> part = new ArrayList<>();
            for (int m = 0; m < sent.size(); m++) {
                part.add(sent.get(m) ? vertex.get(m) : nothing(vertex.get(m).size()));
            }
            restricted.add(part);
        }
        final List<List<List<Fraction>>> hull = new ArrayList<>(restricted);
        return small.senders().stream().allMatch(vertex -> inHull(large.senders(), vertex, mayGoOn))
                && small.responses().stream().allMatch(vertex -> inHull(hull, vertex, mayGoOn));
    }

    /** By message, whether the responses of the piece say anything about it. */
    private static List<Boolean> sent(EquilibriumPiece piece) {
        return piece.responses().get(0).stream()
                .map(response -> response.stream().anyMatch(share -> share.signum() > 0))
                .toList();
    }

    /** Whether the point is a mean of the vertices. */
    static boolean inHull(List<List<List<Fraction>>> vertices, List<List<Fraction>> point) {
        return inHull(vertices, point, steps -> true);
    }

    private static boolean inHull(
            List<List<List<Fraction>>> vertices, List<List<Fraction>> point, IntPredicate mayGoOn) {
        if (vertices.contains(point)) {
            return true;
        }
        if (vertices.size() == 1) {
            return false;
        }
        ExactPolytope weights = ExactPolytope.simplex(vertices.size()).watched(() -> mayGoOn.test(MANY_RAYS));
        for (int i = 0; i < point.size(); i++) {
            for (int j = 0; j < point.get(i).size(); j++) {
                ask(mayGoOn, vertices.size());
                final List<Fraction> row = new ArrayList<>();
                for (List<List<Fraction>> vertex : vertices) {
                    row.add(vertex.get(i).get(j).minus(point.get(i).get(j)));
                }
                weights = weights.equal(BigInteger.ZERO, WholeNumbers.of(row));
                if (!weights.feasible()) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Row by row, larger shares first. */
    static int compare(List<List<Fraction>> a, List<List<Fraction>> b) {
        for (int i = 0; i < a.size(); i++) {
            final int rows = compareRows(a.get(i), b.get(i));
            if (rows != 0) {
                return rows;
            }
        }
        return 0;
    }

    private static int compareRows(List<Fraction> a, List<Fraction> b) {
        for (int j = 0; j < a.size(); j++) {
            final int entries = Comparator.<Fraction>reverseOrder().compare(a.get(j), b.get(j));
            if (entries != 0) {
                return entries;
            }
        }
        return 0;
    }
}
