package io.github.breakranks.signaling;

import io.github.breakranks.answer.Fraction;
import io.github.breakranks.signaling.PerfectBayesianEquilibrium.Kind;
import java.util.ArrayList;
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
        final List<String> parts = new ArrayList<>();
        for (int t : types) {
            parts.add(game.types().get(t) + " "
                    + WeightRange.apart(plays, t).stream()
                            .map(WeightRange::toString)
                            .collect(Collectors.joining(" and ")));
        }
        return "; beliefs that deter all go in " + String.join(", ", parts);
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
                parts.add(game.types().get(types.get(k)) + " " + box.get(k));
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

    /** Such as {@code 2 pooling, 1 separating}. */
    static String count(PerfectBayesianEquilibria equilibria) {
        final List<String> parts = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            final int of = equilibria.of(kind).size();
            if (of > 0) {
                parts.add(of + " " + kind);
            }
        }
        final String found = parts.isEmpty() ? "none" : String.join(", ", parts);
        return found + (equilibria.degenerate() ? ", a continuum" : "") + (equilibria.complete() ? "" : ", so far");
    }

    static String explain(PerfectBayesianEquilibria equilibria) {
        final StringBuilder out =
                new StringBuilder("Outcomes found: ").append(count(equilibria)).append('.');
        equilibria.all().stream().limit(TOLD).forEach(each -> out.append(' ').append(explain(each)));
        final int more = equilibria.all().size() - TOLD;
        return out.append(more > 0 ? " And " + more + " more." : "").toString();
    }

    private static String capital(String words) {
        return words.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + words.substring(1);
    }
}
