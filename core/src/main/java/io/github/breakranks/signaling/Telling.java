package io.github.breakranks.signaling;

import io.github.breakranks.answer.Fraction;
import io.github.breakranks.signaling.PerfectBayesianEquilibrium.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

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

    /** From where to where the beliefs that deter go, type by type. */
    private static String beliefs(PerfectBayesianEquilibrium equilibrium, int message) {
        final List<String> parts = new ArrayList<>();
        for (int t = 0; t < equilibrium.game().types().size(); t++) {
            Fraction low = Fraction.ONE;
            Fraction high = Fraction.ZERO;
            for (SustainingPlay play : equilibrium.sustaining(message)) {
                for (List<Fraction> vertex : play.beliefs()) {
                    low = low.compareTo(vertex.get(t)) < 0 ? low : vertex.get(t);
                    high = high.compareTo(vertex.get(t)) > 0 ? high : vertex.get(t);
                }
            }
            parts.add(equilibrium.game().types().get(t) + " from " + low + " to " + high);
        }
        return "; beliefs that deter all go in " + String.join(", ", parts);
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
