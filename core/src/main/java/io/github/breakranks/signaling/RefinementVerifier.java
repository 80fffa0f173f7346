package io.github.breakranks.signaling;

import io.github.breakranks.answer.Certificate;
import io.github.breakranks.answer.Fraction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Looks at verdicts again, from payoffs alone. Where an outcome survives, the belief and the reply shown must be what they claim; where it is
 * removed, beliefs on a grid and mixtures of best replies to them are searched for one that contradicts an exclusion, or deters all.
 */
final class RefinementVerifier {
    private static final int MOST_BELIEFS = 100;
    private static final int MIXTURES = 6;

    private final PerfectBayesianEquilibrium equilibrium;
    private final SignalingGame game;
    private final Map<Integer, List<Look>> seen = new HashMap<>(); // by message

    /** A belief and a best reply to it, with what each type gains. */
    private record Look(List<Fraction> belief, List<Fraction> reply, List<Fraction> gains) {}

    private RefinementVerifier(PerfectBayesianEquilibrium equilibrium) {
        this.equilibrium = equilibrium;
        this.game = equilibrium.game();
    }

    static Certificate certify(Refinements found) {
        final RefinementVerifier verifier = new RefinementVerifier(found.equilibrium());
        boolean removed = false;
        for (Verdict verdict : found.verdicts()) {
            for (Verdict.Doubt doubt : verdict.doubts()) {
                removed |= doubt.removes();
                if (!(doubt.removes() ? verifier.removes(verdict, doubt) : verifier.deters(verdict, doubt))) {
                    return new Certificate.Unproven(verdict.refinement().label() + " on " + doubt.message()
                            + " did not stand when looked at again");
                }
            }
        }
        return new Certificate.Proven(
                "belief and reply of each survival checked in fractions",
                removed
                        ? List.of("removals by polytopes that are empty in fractions, not contradicted by "
                                + verifier.seen.values().stream()
                                        .mapToInt(List::size)
                                        .sum() + " beliefs and replies")
                        : List.of());
    }

    private boolean deters(Verdict verdict, Verdict.Doubt doubt) {
        final int m = game.message(doubt.message());
        final List<Fraction> belief = doubt.beliefAndReply().get(0);
        final List<Fraction> reply = doubt.beliefAndReply().get(1);
        final boolean excludes = verdict.refinement().compareTo(Refinement.D1) >= 0;
        for (int t = 0; t < belief.size(); t++) {
            final boolean out = !game.available(t, m)
                    || excludes && doubt.excluded().contains(game.types().get(t));
            if (belief.get(t).signum() < 0 || out && belief.get(t).signum() != 0) {
                return false;
            }
        }
        return sum(belief).equals(Fraction.ONE)
                && sum(reply).equals(Fraction.ONE)
                && best(m, belief, reply)
                && deters(m, gains(m, reply));
    }

    private boolean removes(Verdict verdict, Verdict.Doubt doubt) {
        final int m = game.message(doubt.message());
        final List<Look> all = seen.computeIfAbsent(m, this::looks);
        for (String name : doubt.excluded()) {
            if (!excluded(verdict.refinement(), m, game.type(name), all)) {
                return false;
            }
        }
        for (Look look : all) {
            final boolean left = doubt.excluded().stream()
                    .allMatch(name -> look.belief.get(game.type(name)).signum() == 0);
            if (left && deters(m, look.gains)) {
                return false;
            }
        }
        return true;
    }

    /** Whether nothing seen contradicts that a type is not to be thought of. */
    private boolean excluded(Refinement refinement, int m, int t, List<Look> all) {
        return switch (refinement) {
            case DOMINANCE, INTUITIVE ->
                all.stream().allMatch(look -> look.gains.get(t).signum() < 0);
            case DIVINITY, D1 -> {
                boolean some = false;
                for (int s = 0; s < game.types().size(); s++) {
                    final int other = s;
                    some |= s != t
                            && game.available(s, m)
                            && all.stream()
                                    .allMatch(look -> look.gains.get(t).signum() < 0
                                            || look.gains.get(other).signum() > 0);
                }
                yield some;
            }
            case NEVER_WEAK_BEST_RESPONSE ->
                all.stream().allMatch(look -> look.gains.get(t).signum() != 0 || !deters(m, look.gains));
        };
    }

    private boolean deters(int m, List<Fraction> gains) {
        for (int t = 0; t < gains.size(); t++) {
            if (game.available(t, m) && gains.get(t).signum() > 0) {
                return false;
            }
        }
        return true;
    }

    private List<Fraction> gains(int m, List<Fraction> reply) {
        final List<Fraction> gains = new ArrayList<>();
        for (int t = 0; t < game.types().size(); t++) {
            Fraction gain = equilibrium.payoff(t).times(-1);
            for (int a = 0; a < reply.size(); a++) {
                gain = gain.plus(reply.get(a).times(game.sender(t, m, a)));
            }
            gains.add(gain);
        }
        return gains;
    }

    private boolean best(int m, List<Fraction> belief, List<Fraction> reply) {
        final List<Integer> best = best(m, belief);
        for (int a = 0; a < reply.size(); a++) {
            if (reply.get(a).signum() < 0 || reply.get(a).signum() > 0 && !best.contains(a)) {
                return false;
            }
        }
        return true;
    }

    private List<Integer> best(int m, List<Fraction> belief) {
        final List<Integer> best = new ArrayList<>();
        Fraction most = null;
        for (int a = 0; a < game.actions().size(); a++) {
            Fraction worth = Fraction.ZERO;
            for (int t = 0; t < belief.size(); t++) {
                worth = worth.plus(belief.get(t).times(game.receiver(t, m, a)));
            }
            final int more = most == null ? 1 : worth.compareTo(most);
            if (more > 0) {
                best.clear();
                most = worth;
            }
            if (more >= 0) {
                best.add(a);
            }
        }
        return best;
    }

    private static Fraction sum(List<Fraction> shares) {
        return shares.stream().reduce(Fraction.ZERO, Fraction::plus);
    }

    /** Beliefs on a grid over the types that have the message, each with its best replies and mixtures of two of them. */
    private List<Look> looks(int m) {
        final List<Integer> types = new ArrayList<>();
        for (int t = 0; t < game.types().size(); t++) {
            if (game.available(t, m)) {
                types.add(t);
            }
        }
        int parts = 1;
        while (parts < 24 && count(parts + 1, types.size()) <= MOST_BELIEFS) {
            parts++;
        }
        final List<Look> looks = new ArrayList<>();
        split(m, types, new int[types.size()], new int[] {0, parts, parts}, looks);
        return looks;
    }

    /** {@code (parts + types - 1) choose (types - 1)}. */
    private static long count(int parts, int types) {
        long count = 1;
        for (int k = 1; k < types; k++) {
            count = count * (parts + k) / k;
        }
        return count;
    }

    /** @param place the type to give weight to, what is left, and all there is */
    private void split(int m, List<Integer> types, int[] weights, int[] place, List<Look> looks) {
        if (place[0] == types.size() - 1) {
            weights[place[0]] = place[1];
            look(m, belief(types, weights, place[2]), looks);
            return;
        }
        for (int weight = 0; weight <= place[1]; weight++) {
            weights[place[0]] = weight;
            split(m, types, weights, new int[] {place[0] + 1, place[1] - weight, place[2]}, looks);
        }
    }

    private List<Fraction> belief(List<Integer> types, int[] weights, int parts) {
        final List<Fraction> belief = new ArrayList<>();
        for (int t = 0; t < game.types().size(); t++) {
            final int at = types.indexOf(t);
            belief.add(at < 0 ? Fraction.ZERO : Fraction.of(weights[at], parts));
        }
        return belief;
    }

    private void look(int m, List<Fraction> belief, List<Look> looks) {
        final List<Integer> best = best(m, belief);
        for (int a : best) {
            for (int b : best) {
                for (int k = 1; a == b ? k < 2 : a < b && k < MIXTURES; k++) {
                    final List<Fraction> reply = new ArrayList<>(
                            java.util.Collections.nCopies(game.actions().size(), Fraction.ZERO));
                    reply.set(b, Fraction.of(MIXTURES - k, MIXTURES));
                    reply.set(a, a == b ? Fraction.ONE : Fraction.of(k, MIXTURES));
                    looks.add(new Look(belief, reply, gains(m, reply)));
                }
            }
        }
    }
}
