package io.github.breakranks.signaling;

import io.github.breakranks.answer.Fraction;
import io.github.breakranks.internal.ExactPolytope;
import io.github.breakranks.internal.ExactRow;
import io.github.breakranks.signaling.Verdict.Doubt;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** What the refinements say of one message that nobody sends. */
final class Offside {
    private final PerfectBayesianEquilibrium equilibrium;
    private final SignalingGame game;
    private final int message;
    private final MessageReplies replies;
    private final BooleanSupplier mayGoOn;

    /** A type not to be thought of, or not more than before, the type that makes it so if one does, and why. */
    private record Exclusion(int type, @Nullable Integer by, String because) {}

    Offside(PerfectBayesianEquilibrium equilibrium, int message, BooleanSupplier mayGoOn) {
        this.mayGoOn = mayGoOn;
        this.equilibrium = equilibrium;
        this.game = equilibrium.game();
        this.message = message;
        this.replies = new MessageReplies(equilibrium, message, mayGoOn);
    }

    Doubt doubt(Refinement refinement) {
        final List<Exclusion> excluded = excluded(refinement);
        ExactPolytope beliefs = replies.allBeliefs();
        for (Exclusion each : excluded) {
            beliefs = refinement == Refinement.DIVINITY && each.by != null
                    ? replies.noLikelier(beliefs, each.type, each.by)
                    : replies.without(beliefs, each.type);
        }
        if (!beliefs.feasible()) { // nobody is left to think of: nobody is tempted either
            beliefs = replies.allBeliefs();
        }
        final List<Integer> faces = replies.faces(beliefs);
        final List<String> deviates = new ArrayList<>();
        for (int t : replies.types()) {
            if (replies.extreme(t, faces, false).signum() > 0) {
                deviates.add(game.types().get(t));
            }
        }
        List<List<Fraction>> deterred = witness(beliefs, faces);
        if (deterred.isEmpty() && deviates.isEmpty() && oneTypeAtATime(refinement)) {
            deterred = witness(replies.allBeliefs(), replies.faces(replies.allBeliefs()));
        }
        return new Doubt(
                game.messages().get(message),
                excluded.stream()
                        .map(each -> game.types().get(each.type))
                        .distinct()
                        .toList(),
                excluded.stream().map(Exclusion::because).distinct().toList(),
                deviates,
                deterred);
    }

    /** Dominance and the intuitive criterion ask of each type by itself whether it gains at every reply. */
    private static boolean oneTypeAtATime(Refinement refinement) {
        return refinement == Refinement.DOMINANCE || refinement == Refinement.INTUITIVE;
    }

    private List<Exclusion> excluded(Refinement refinement) {
        final List<Exclusion> excluded = new ArrayList<>();
        for (int t : replies.types()) {
            switch (refinement) {
                case DOMINANCE -> addDominated(t, excluded);
                case INTUITIVE -> addLosing(t, excluded);
                case DIVINITY, D1 -> addWithin(t, excluded);
                case NEVER_WEAK_BEST_RESPONSE -> addNeverWeakBest(t, excluded);
            }
        }
        return excluded;
    }

    private void addDominated(int t, List<Exclusion> excluded) {
        final Fraction most = replies.most(t);
        for (int m = 0; m < game.messages().size(); m++) {
            if (m != message && game.available(t, m)) {
                final MessageReplies other = new MessageReplies(equilibrium, m, mayGoOn);
                final Fraction least = other.extreme(t, other.faces(other.allBeliefs()), false);
                if (least.compareTo(most) > 0) {
                    final Fraction has = equilibrium.payoff(t);
                    excluded.add(new Exclusion(
                            t,
                            null,
                            name(t) + " gets at least " + shown(least.plus(has)) + " by "
                                    + game.messages().get(m) + " and at most " + shown(most.plus(has)) + " by "
                                    + game.messages().get(message)));
                    return;
                }
            }
        }
    }

    private void addLosing(int t, List<Exclusion> excluded) {
        if (replies.most(t).signum() < 0) {
            excluded.add(new Exclusion(t, null, losing(t)));
        }
    }

    private String losing(int t) {
        final Fraction has = equilibrium.payoff(t);
        return name(t) + " gets " + shown(has) + " and could get at most "
                + shown(replies.most(t).plus(has)) + " by " + game.messages().get(message);
    }

    private void addWithin(int t, List<Exclusion> excluded) {
        for (int s : replies.types()) {
            if (s != t && replies.within(t, s)) {
                final boolean loses = replies.most(t).signum() < 0;
                excluded.add(new Exclusion(
                        t,
                        loses ? null : (Integer) s,
                        loses
                                ? losing(t)
                                : name(s) + " gains by " + game.messages().get(message) + " at every reply at which "
                                        + name(t) + " does not lose"));
            }
        }
    }

    private void addNeverWeakBest(int t, List<Exclusion> excluded) {
        if (replies.most(t).signum() < 0 && replies.neverWeakBest(t)) {
            excluded.add(new Exclusion(t, null, losing(t)));
        } else if (replies.neverWeakBest(t)) {
            excluded.add(new Exclusion(
                    t,
                    null,
                    "at every reply at which " + name(t) + " neither gains nor loses by "
                            + game.messages().get(message) + " another gains"));
        }
    }

    /** A belief and a reply to it that deters all; empty if there is none. */
    private List<List<Fraction>> witness(ExactPolytope beliefs, List<Integer> faces) {
        for (int face : faces) {
            final ExactPolytope deterring = replies.deterring(face);
            if (deterring.feasible()) {
                final List<Fraction> belief =
                        point(replies.best(beliefs, face), game.types().size());
                final List<Fraction> mixed = point(deterring, Integer.bitCount(face));
                final List<Fraction> reply = new ArrayList<>();
                int next = 0;
                for (int a = 0; a < game.actions().size(); a++) {
                    reply.add((face >>> a & 1) != 0 ? mixed.get(next++) : Fraction.ZERO);
                }
                return List.of(belief, reply);
            }
        }
        return List.of();
    }

    private static List<Fraction> point(ExactPolytope polytope, int dimension) {
        final ExactRow inside = polytope.inside();
        return WholeNumbers.shares(inside, 0, dimension, dimension);
    }

    private String name(int type) {
        return game.types().get(type);
    }

    private static String shown(Fraction value) {
        return value.toString();
    }
}
