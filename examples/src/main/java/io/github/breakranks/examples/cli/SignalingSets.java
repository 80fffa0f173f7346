package io.github.breakranks.examples.cli;

import io.github.breakranks.answer.Range;
import io.github.breakranks.signaling.EquilibriumPiece;
import io.github.breakranks.signaling.PerfectBayesianEquilibria;
import io.github.breakranks.signaling.PerfectBayesianEquilibrium.Kind;
import io.github.breakranks.signaling.SignalingGame;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** The outcomes of a signaling game as sets: which belong together, and what varies among them. */
final class SignalingSets {
    private final PerfectBayesianEquilibria found;
    private final List<EquilibriumPiece> sets; // in the order of their first corners

    SignalingSets(PerfectBayesianEquilibria found) {
        this.found = found;
        this.sets = new ArrayList<>(found.pieces());
        sets.sort(Comparator.comparingInt(
                piece -> found.corners(piece).stream().findFirst().orElse(Integer.MAX_VALUE)));
    }

    /** Adds a paragraph a set, with its corners below it; {@code told} is what is said of an entry, paragraph by paragraph. */
    void tell(Report report, IntFunction<List<String>> told) {
        final Set<Integer> before = new HashSet<>();
        for (final EquilibriumPiece piece : sets) {
            final List<Integer> corners = found.corners(piece);
            if (!piece.single()) {
                report.saying(found.explain(piece));
            }
            for (final int corner : corners) {
                final List<String> paragraphs = told.apply(corner);
                if (piece.single()) {
                    paragraphs.forEach(report::saying);
                } else if (before.add(corner)) {
                    paragraphs.forEach(paragraph -> report.saying("  " + paragraph));
                } else {
                    report.saying("  A corner of a set above too: " + path(corner));
                }
            }
        }
    }

    private String path(int corner) {
        final String words = found.all().get(corner).explain();
        return words.substring(0, words.indexOf('.') + 1);
    }

    /** By set: its kind, its corners as places among the equilibria, and what varies in it. */
    List<Map<String, @Nullable Object>> fields() {
        return sets.stream().map(this::fields).toList();
    }

    private Map<String, @Nullable Object> fields(EquilibriumPiece piece) {
        final SignalingGame game = found.game();
        final List<Map<String, @Nullable Object>> sender = new ArrayList<>();
        final List<Map<String, @Nullable Object>> receiver = new ArrayList<>();
        final Map<String, @Nullable Object> beliefs = new LinkedHashMap<>();
        for (int m = 0; m < game.messages().size(); m++) {
            final String message = game.messages().get(m);
            for (int t = 0; t < game.types().size(); t++) {
                addVarying(sender, "type", game.types().get(t), message, piece.sender(t, m));
            }
            for (int a = 0; a < game.actions().size(); a++) {
                addVarying(receiver, "action", game.actions().get(a), message, piece.response(m, a));
            }
            if (!piece.onPath(m)) {
                beliefs.put(message, beliefs(piece, m));
            }
        }
        final Map<String, @Nullable Object> ranges = new LinkedHashMap<>();
        ranges.put("sender", sender);
        ranges.put("receiver", receiver);
        final Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("kind", label(piece.kind()));
        fields.put("continuum", !piece.single());
        fields.put("corners", found.corners(piece));
        fields.put("ranges", ranges);
        fields.put("offPathBeliefs", beliefs);
        return fields;
    }

    private static void addVarying(
            List<Map<String, @Nullable Object>> varying, String what, String name, String message, Range range) {
        if (range.low() < range.high()) {
            final Map<String, @Nullable Object> fields = new LinkedHashMap<>();
            fields.put("message", message);
            fields.put(what, name);
            fields.put("least", range.low());
            fields.put("greatest", range.high());
            varying.add(fields);
        }
    }

    /** By type: a belief that sustains all of the set, and from where to where such beliefs go, null where that is not known. */
    private Map<String, @Nullable Object> beliefs(EquilibriumPiece piece, int message) {
        final SignalingGame game = found.game();
        final Map<String, @Nullable Object> ofTypes = new LinkedHashMap<>();
        for (int t = 0; t < game.types().size(); t++) {
            final List<Range> ranges = found.beliefRanges(piece, message, t);
            final Map<String, @Nullable Object> weight = new LinkedHashMap<>();
            weight.put("belief", piece.sustainingBelief(message).get(t).value());
            weight.put("least", ranges.isEmpty() ? null : ranges.get(0).low());
            weight.put(
                    "greatest",
                    ranges.isEmpty() ? null : ranges.get(ranges.size() - 1).high());
            ofTypes.put(game.types().get(t), weight);
        }
        return ofTypes;
    }

    /** One of three labels: other programs know partially pooling as semi-separating. */
    static String label(Kind kind) {
        return (kind == Kind.PARTIALLY_POOLING ? Kind.SEMI_SEPARATING : kind).toString();
    }
}
