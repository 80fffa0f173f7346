package io.github.breakranks.signaling;

import io.github.breakranks.answer.Certificate;
import io.github.breakranks.answer.Fraction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * Decides every exclusion and every verdict again, from payoffs alone, by linear programs in place of polytopes; where an outcome survives, the
 * belief and the reply shown must also be what they claim.
 *
 * <p>Best replies are finitely many simplices and gains are linear on each, so each question is whether finitely many programs are feasible.
 */
final class RefinementVerifier {
    private static final String STANDS =
            "each type left out and each verdict decided again in fractions, by linear programs with proof";

    private final PerfectBayesianEquilibrium equilibrium;
    private final SignalingGame game;
    private final BooleanSupplier mayGoOn;
    private final Map<Integer, Message> messages = new HashMap<>();

    /** What is asked again and again about a message: who has it, and the sets of actions that some belief makes best together. */
    private record Message(int number, List<Integer> types, ReplyPrograms programs, List<Integer> sets) {
        Fraction most(int type) {
            return extreme(type, sets, true);
        }

        Fraction extreme(int type, List<Integer> among, boolean most) {
            Fraction extreme = null;
            for (int set : among) {
                for (int a = 0; set >>> a != 0; a++) {
                    final boolean farther = extreme == null
                            || (most ? 1 : -1) * programs.gain(type, a).compareTo(extreme) > 0;
                    extreme = (set >>> a & 1) != 0 && farther ? programs.gain(type, a) : extreme;
                }
            }
            return extreme == null ? Fraction.ZERO : extreme;
        }

        /** Whether at every best reply at which t does not lose s gains, and s gains at some. */
        boolean within(int t, int s) {
            return most(s).signum() > 0 && sets.stream().noneMatch(set -> programs.reply(set, List.of(t), List.of(s)));
        }

        /** Whether at every best reply at which t neither gains nor loses another gains, and another gains at some. */
        boolean neverWeakBest(int t) {
            return types.stream().anyMatch(s -> s != t && most(s).signum() > 0)
                    && sets.stream().noneMatch(set -> programs.reply(set, List.of(t), types));
        }
    }

    private RefinementVerifier(PerfectBayesianEquilibrium equilibrium, BooleanSupplier mayGoOn) {
        this.equilibrium = equilibrium;
        this.game = equilibrium.game();
        this.mayGoOn = mayGoOn;
    }

    static Certificate certify(Refinements found) {
        return certify(found, () -> true);
    }

    /** Asks whether to go on; {@link io.github.breakranks.internal.Halted} is thrown if not. */
    static Certificate certify(Refinements found, BooleanSupplier mayGoOn) {
        final RefinementVerifier verifier = new RefinementVerifier(found.equilibrium(), mayGoOn);
        for (Verdict verdict : found.verdicts()) {
            boolean survives = true;
            for (Verdict.Doubt doubt : verdict.doubts()) {
                survives &= !doubt.removes();
                if (!verifier.stands(verdict.refinement(), doubt)) {
                    return new Certificate.Unproven(verdict.refinement().label() + " on " + doubt.message()
                            + " did not stand when looked at again");
                }
            }
            if (survives != verdict.survives() || verdict.doubts().size() != verifier.unsent()) {
                return new Certificate.Unproven(verdict.refinement().label() + " does not follow from its messages");
            }
        }
        return new Certificate.Proven(STANDS, List.of());
    }

    private int unsent() {
        int unsent = 0;
        for (int m = 0; m < game.messages().size(); m++) {
            unsent += equilibrium.onPath(m) ? 0 : 1;
        }
        return unsent;
    }

    private Message message(int number) {
        return messages.computeIfAbsent(number, m -> {
            final List<Integer> types = new ArrayList<>();
            for (int t = 0; t < game.types().size(); t++) {
                if (game.available(t, m)) {
                    types.add(t);
                }
            }
            final ReplyPrograms programs = new ReplyPrograms(equilibrium, m, mayGoOn);
            return new Message(m, types, programs, programs.bestTogether(List.of()));
        });
    }

    private boolean stands(Refinement refinement, Verdict.Doubt doubt) {
        final int number = game.message(doubt.message());
        if (equilibrium.onPath(number)) {
            return false;
        }
        final boolean oneAtATime = refinement.compareTo(Refinement.INTUITIVE) <= 0;
        final Message message = message(number);
        final Set<String> excluded = new HashSet<>();
        final List<List<Fraction>> limits = new ArrayList<>();
        for (int t : message.types) {
            final List<List<Fraction>> ofType = limits(refinement, message, t);
            limits.addAll(ofType);
            if (!ofType.isEmpty()) {
                excluded.add(game.types().get(t));
            }
        }
        List<Integer> left = message.programs.bestTogether(limits);
        final boolean nobodyLeft = left.isEmpty();
        left = nobodyLeft ? message.sets : left;
        final List<Integer> sets = left;
        final boolean removes = oneAtATime
                ? message.types.stream()
                        .anyMatch(t -> message.extreme(t, sets, false).signum() > 0)
                : sets.stream().noneMatch(set -> message.programs.reply(set, List.of(), message.types));
        return excluded.equals(new HashSet<>(doubt.excluded()))
                && removes == doubt.removes()
                && (removes || deters(message, doubt, oneAtATime || nobodyLeft ? List.of() : limits));
    }

    /** What beliefs have to keep to on account of a type: sums that are at most 0; none where it is not left out. */
    private List<List<Fraction>> limits(Refinement refinement, Message message, int t) {
        final List<Fraction> none = message.programs.onTypes();
        none.set(t, Fraction.ONE);
        return switch (refinement) {
            case DOMINANCE -> dominated(message, t) ? List.of(none) : List.of();
            case INTUITIVE -> message.most(t).signum() < 0 ? List.of(none) : List.of();
            case DIVINITY, D1 -> {
                final List<List<Fraction>> limits = new ArrayList<>();
                for (int s : message.types) {
                    if (s != t && message.within(t, s)) {
                        final boolean ratio = refinement == Refinement.DIVINITY
                                && message.most(t).signum() >= 0;
                        limits.add(ratio ? noLikelier(message, t, s) : none);
                    }
                }
                yield limits;
            }
            case NEVER_WEAK_BEST_RESPONSE -> message.neverWeakBest(t) ? List.of(none) : List.of();
        };
    }

    private List<Fraction> noLikelier(Message message, int t, int s) {
        final List<Fraction> limit = message.programs.onTypes();
        limit.set(t, game.prior(s));
        limit.set(s, game.prior(t).negated());
        return limit;
    }

    private boolean dominated(Message message, int t) {
        for (int other = 0; other < game.messages().size(); other++) {
            if (other != message.number
                    && game.available(t, other)
                    && message(other).extreme(t, message(other).sets, false).compareTo(message.most(t)) > 0) {
                return true;
            }
        }
        return false;
    }

    /** Whether belief and reply are shares, the belief keeps to the limits, the reply is best and nobody gains. */
    private boolean deters(Message message, Verdict.Doubt doubt, List<List<Fraction>> limits) {
        final List<Fraction> belief = doubt.beliefAndReply().get(0);
        final List<Fraction> reply = doubt.beliefAndReply().get(1);
        if (!shares(belief) || !shares(reply)) {
            return false;
        }
        for (List<Fraction> limit : limits) {
            if (sum(limit, belief).signum() > 0) {
                return false;
            }
        }
        for (int t = 0; t < belief.size(); t++) {
            final boolean has = message.types.contains(t);
            if (!has && belief.get(t).signum() != 0
                    || has && sum(gains(message, t), reply).signum() > 0) {
                return false;
            }
        }
        return best(message, belief, reply);
    }

    private List<Fraction> gains(Message message, int type) {
        final List<Fraction> gains = new ArrayList<>();
        for (int a = 0; a < game.actions().size(); a++) {
            gains.add(message.programs.gain(type, a));
        }
        return gains;
    }

    private boolean best(Message message, List<Fraction> belief, List<Fraction> reply) {
        final Fraction[] worth = new Fraction[reply.size()];
        Arrays.fill(worth, Fraction.ZERO);
        for (int a = 0; a < worth.length; a++) {
            for (int t = 0; t < belief.size(); t++) {
                worth[a] = worth[a].plus(belief.get(t).times(game.receiver(t, message.number, a)));
            }
        }
        final Fraction most = Arrays.stream(worth).reduce(worth[0], Fraction::max);
        for (int a = 0; a < worth.length; a++) {
            if (reply.get(a).signum() > 0 && !worth[a].equals(most)) {
                return false;
            }
        }
        return true;
    }

    private static boolean shares(List<Fraction> shares) {
        return shares.stream().noneMatch(share -> share.signum() < 0)
                && shares.stream().reduce(Fraction.ZERO, Fraction::plus).equals(Fraction.ONE);
    }

    private static Fraction sum(List<Fraction> factors, List<Fraction> shares) {
        Fraction sum = Fraction.ZERO;
        for (int k = 0; k < factors.size(); k++) {
            sum = sum.plus(factors.get(k).times(shares.get(k)));
        }
        return sum;
    }
}
