package io.github.breakranks.signaling;

import io.github.breakranks.answer.Fraction;
import io.github.breakranks.internal.TableText;
import io.github.breakranks.signaling.PerfectBayesianEquilibrium.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

/** Puts equilibria into words. */
final class Telling {
    private static final int TOLD = 6; // outcomes in words

    private Telling() {}

    /** Such as {@code strong beer, weak 1/9 beer 8/9 quiche}. */
    static String path(PerfectBayesianEquilibrium equilibrium) {
        final SignalingGame game = equilibrium.game();
        final List<String> parts = new ArrayList<>();
        for (int t = 0; t < game.types().size(); t++) {
            final int type = t;
            parts.add(game.types().get(t) + " " + mixture(game.messages(), m -> equilibrium.sender(type, m)));
        }
        return String.join(", ", parts);
    }

    /** What is done surely, or each with its share. */
    static String mixture(List<String> names, IntFunction<Fraction> share) {
        final List<String> parts = new ArrayList<>();
        for (int k = 0; k < names.size(); k++) {
            if (share.apply(k).equals(Fraction.ONE)) {
                return names.get(k);
            }
            if (share.apply(k).signum() > 0) {
                parts.add(share.apply(k) + " " + names.get(k));
            }
        }
        return String.join(" ", parts);
    }

    static String explain(PerfectBayesianEquilibrium equilibrium) {
        final SignalingGame game = equilibrium.game();
        final StringBuilder out = new StringBuilder(capital(equilibrium.kind().toString()))
                .append(": ")
                .append(path(equilibrium))
                .append('.');
        for (int m = 0; m < game.messages().size(); m++) {
            final int message = m;
            final String response = mixture(game.actions(), a -> equilibrium.response(message, a));
            final String belief = mixture(game.types(), t -> equilibrium.belief(message, t));
            out.append(equilibrium.onPath(m) ? " After " : " Nobody sends ")
                    .append(game.messages().get(m));
            out.append(equilibrium.onPath(m) ? " the receiver thinks " : ", as after it he may think ")
                    .append(belief);
            out.append(" and answers ").append(response);
            out.append(equilibrium.onPath(m) ? "" : beliefs(equilibrium, m)).append('.');
        }
        return out.toString();
    }

    /** Where the beliefs that deter are: exactly with two types that have the message, by boxes round the polytopes with more. */
    private static String beliefs(PerfectBayesianEquilibrium equilibrium, int message) {
        final SignalingGame game = equilibrium.game();
        final List<SustainingPlay> plays = equilibrium.sustaining(message);
        final List<Integer> types = new ArrayList<>();
        for (int t = 0; t < game.types().size(); t++) {
            if (game.available(t, message)) {
                types.add(t);
            }
        }
        if (types.size() > 2) {
            return "; beliefs that deter all are polytopes, in boxes that may hold others too: "
                    + boxes(game, plays, types);
        }
        return weights(
                "; beliefs that deter all",
                types.stream().map(game.types()::get).toList(),
                types.stream().map(t -> WeightRange.apart(plays, t)).toList());
    }

    /** Such as {@code beliefs go in strong from 0 to 1/2, weak from 1/2 to 1}, or where there is one {@code beliefs: weak is 1}. */
    private static String weights(String beliefs, List<String> types, List<List<WeightRange>> apart) {
        final boolean points = apart.stream().flatMap(List::stream).allMatch(WeightRange::single);
        final List<String> parts = new ArrayList<>();
        for (int k = 0; k < types.size(); k++) {
            parts.add(types.get(k)
                    + (points ? " is " : " ")
                    + apart.get(k).stream()
                            .map(WeightRange::toString)
                            .collect(Collectors.joining(points ? " or " : " and ")));
        }
        return beliefs + (points ? ": " : " go in ") + String.join(", ", parts);
    }

    /** The largest boxes, each with the range of every type. */
    private static String boxes(SignalingGame game, List<SustainingPlay> plays, List<Integer> types) {
        final List<List<WeightRange>> largest = new ArrayList<>();
        for (SustainingPlay play : plays) {
            final List<WeightRange> box =
                    types.stream().map(t -> WeightRange.of(play, t)).toList();
            if (largest.stream().noneMatch(other -> covers(other, box))) {
                largest.removeIf(other -> covers(box, other));
                largest.add(box);
            }
        }
        final List<String> told = new ArrayList<>();
        for (List<WeightRange> box : largest) {
            final List<String> parts = new ArrayList<>();
            for (int k = 0; k < box.size(); k++) {
                parts.add(game.types().get(types.get(k)) + (box.get(k).single() ? " is " : " ") + box.get(k));
            }
            told.add(String.join(", ", parts));
        }
        return String.join("; or ", told);
    }

    private static boolean covers(List<WeightRange> large, List<WeightRange> small) {
        for (int k = 0; k < large.size(); k++) {
            if (!large.get(k).covers(small.get(k))) {
                return false;
            }
        }
        return true;
    }

    /** Such as {@code 2 pooling, 1 separating}: sets, of which an outcome by itself is one too. */
    static String count(PerfectBayesianEquilibria equilibria) {
        final List<EquilibriumPiece> pieces = equilibria.pieces();
        final List<String> parts = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            final long of =
                    pieces.stream().filter(piece -> piece.kind() == kind).count();
            if (of > 0) {
                parts.add(of + " " + kind);
            }
        }
        final long wide = pieces.stream().filter(piece -> !piece.single()).count();
        final String continua = pieces.size() == 1
                ? ", a continuum"
                : wide == pieces.size() ? ", each a continuum" : ", " + wide + " of them a continuum";
        return (parts.isEmpty() ? "none" : String.join(", ", parts))
                + (wide > 0 ? continua : "")
                + (equilibria.complete() ? "" : ", so far");
    }

    static String explain(PerfectBayesianEquilibria equilibria) {
        final StringBuilder out =
                new StringBuilder("Outcomes found: ").append(count(equilibria)).append('.');
        final List<EquilibriumPiece> sets = new ArrayList<>(equilibria.pieces());
        sets.sort(Comparator.comparing(equilibria::corners, Telling::compare));
        sets.stream().limit(TOLD).forEach(piece -> out.append(' ').append(explain(equilibria, piece)));
        final int more = sets.size() - TOLD;
        return out.append(more > 0 ? " And " + more + " more." : "").toString();
    }

    private static int compare(List<Integer> some, List<Integer> others) {
        return Integer.compare(
                some.isEmpty() ? Integer.MAX_VALUE : some.get(0), others.isEmpty() ? Integer.MAX_VALUE : others.get(0));
    }

    /** A set by what varies in it, an outcome by itself as such. */
    static String explain(PerfectBayesianEquilibria equilibria, EquilibriumPiece piece) {
        final List<Integer> corners = equilibria.corners(piece);
        if (piece.single() && !corners.isEmpty()) {
            return explain(equilibria.all().get(corners.get(0)));
        }
        final SignalingGame game = equilibria.game();
        final StringBuilder out = new StringBuilder(capital(piece.kind().toString()))
                .append(", a set with ")
                .append(TableText.counted(corners.size(), "corner"));
        for (int t = 0; t < game.types().size(); t++) {
            final int type = t;
            out.append(t == 0 ? ": " : ", ")
                    .append(game.types().get(t))
                    .append(' ')
                    .append(ranges(game.messages(), m -> piece.sends(type, m)));
        }
        out.append('.');
        for (int m = 0; m < game.messages().size(); m++) {
            final int message = m;
            out.append(piece.onPath(m) ? " After " : " Nobody sends ")
                    .append(game.messages().get(m))
                    .append(
                            piece.onPath(m)
                                    ? " the receiver answers " + ranges(game.actions(), a -> piece.takes(message, a))
                                    : sustaining(equilibria, piece, m))
                    .append('.');
        }
        return out.toString();
    }

    /** Such as {@code beer from 0 to 1/9 or quiche from 8/9 to 1}, what is done surely by its name alone. */
    private static String ranges(List<String> names, IntFunction<WeightRange> share) {
        final List<String> parts = new ArrayList<>();
        for (int k = 0; k < names.size(); k++) {
            final WeightRange range = share.apply(k);
            if (range.low().equals(Fraction.ONE)) {
                return names.get(k);
            }
            if (range.high().signum() > 0) {
                parts.add(range.single() ? range + " " + names.get(k) : names.get(k) + " " + range);
            }
        }
        return String.join(" or ", parts);
    }

    private static String sustaining(PerfectBayesianEquilibria equilibria, EquilibriumPiece piece, int message) {
        final SignalingGame game = equilibria.game();
        final List<Fraction> belief = piece.sustainingBelief(message);
        final List<String> types = new ArrayList<>();
        final List<List<WeightRange>> apart = new ArrayList<>();
        for (int t = 0; t < game.types().size(); t++) {
            final List<WeightRange> common = equilibria.commonBeliefs(piece, message, t);
            if (game.available(t, message) && !common.isEmpty()) {
                types.add(game.types().get(t));
                apart.add(common);
            }
        }
        return ", as after it he may think " + mixture(game.types(), belief::get)
                + (types.isEmpty()
                        ? ", which sustains all of the set"
                        : weights("; beliefs that sustain all of the set", types, apart));
    }

    private static String capital(String words) {
        return words.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + words.substring(1);
    }
}
