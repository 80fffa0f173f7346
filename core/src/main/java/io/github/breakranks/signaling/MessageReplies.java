package io.github.breakranks.signaling;

import io.github.breakranks.answer.Fraction;
import io.github.breakranks.internal.ExactPolytope;
import io.github.breakranks.internal.Halted;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * The mixed best replies to one message that nobody sends, and what each type would gain by the message over what it has.
 *
 * <p>Best replies to the beliefs of a polytope are a union of simplices of actions that are best together; each question about them is
 * whether some polytope in one of these simplices is empty, in exact fractions.
 */
final class MessageReplies {
    private final SignalingGame game;
    private final int message;
    private final BooleanSupplier mayGoOn;
    private final List<Integer> types = new ArrayList<>(); // that have the message
    private final Fraction[][] gains; // by type, action: over what it has
    private final List<Integer> faces; // sets of actions that some belief makes best together, the largest only

    /** {@link Halted} is thrown where work may not go on. */
    MessageReplies(PerfectBayesianEquilibrium equilibrium, int message, BooleanSupplier mayGoOn) {
        this.mayGoOn = mayGoOn;
        this.game = equilibrium.game();
        this.message = message;
        this.gains = new Fraction[game.types().size()][game.actions().size()];
        for (int t = 0; t < gains.length; t++) {
            final Fraction has = equilibrium.payoff(t);
            final int type = t;
            Arrays.setAll(gains[t], a -> game.sender(type, message, a).minus(has));
            if (game.available(t, message)) {
                types.add(t);
            }
        }
        this.faces = faces(allBeliefs());
    }

    List<Integer> types() {
        return types;
    }

    /** All beliefs on the types that have the message. */
    ExactPolytope allBeliefs() {
        ExactPolytope beliefs = ExactPolytope.simplex(game.types().size()).watched(mayGoOn);
        for (int t = 0; t < game.types().size(); t++) {
            if (!types.contains(t)) {
                beliefs = without(beliefs, t);
            }
        }
        return beliefs;
    }

    /** Those of the beliefs that give a type no weight. */
    ExactPolytope without(ExactPolytope beliefs, int type) {
        final BigInteger[] unit = zeros(game.types().size());
        unit[type] = BigInteger.ONE;
        return beliefs.equal(BigInteger.ZERO, unit);
    }

    /** Those of the beliefs in which a type is no likelier against another than it was before the message. */
    ExactPolytope noLikelier(ExactPolytope beliefs, int type, int other) {
        final List<Fraction> row =
                new ArrayList<>(java.util.Collections.nCopies(game.types().size(), Fraction.ZERO));
        row.set(type, game.prior(other));
        row.set(other, game.prior(type).times(-1));
        return beliefs.atMost(BigInteger.ZERO, WholeNumbers.of(row));
    }

    private static BigInteger[] zeros(int count) {
        final BigInteger[] zeros = new BigInteger[count];
        Arrays.fill(zeros, BigInteger.ZERO);
        return zeros;
    }

    /** Beliefs with which all actions of a set are best. */
    ExactPolytope best(ExactPolytope beliefs, int actions) {
        final int first = Integer.numberOfTrailingZeros(actions);
        ExactPolytope best = beliefs;
        for (int a = 0; a < game.actions().size(); a++) {
            if (a != first) {
                final List<Fraction> row = new ArrayList<>();
                for (int t = 0; t < game.types().size(); t++) {
                    row.add(game.receiver(t, message, a).minus(game.receiver(t, message, first)));
                }
                final BigInteger[] whole = WholeNumbers.of(row);
                best = (actions >>> a & 1) == 0
                        ? best.atMost(BigInteger.ZERO, whole)
                        : best.equal(BigInteger.ZERO, whole);
            }
        }
        return best;
    }

    /** The largest sets of actions that are best together with some of these beliefs, in ascending order. */
    List<Integer> faces(ExactPolytope beliefs) {
        final List<Integer> found = new ArrayList<>();
        for (int actions = (1 << game.actions().size()) - 1; actions > 0; actions--) {
            if (!mayGoOn.getAsBoolean()) {
                throw new Halted();
            }
            final int set = actions;
            if (found.stream().noneMatch(larger -> (larger & set) == set)
                    && best(beliefs, actions).feasible()) {
                found.add(actions);
            }
        }
        found.sort(null);
        return found;
    }

    /** The most, or the least, that a type gains by the message over the best replies of some faces. */
    Fraction extreme(int type, List<Integer> among, boolean most) {
        Fraction extreme = null;
        for (int face : among) {
            for (int a = 0; a < game.actions().size(); a++) {
                final Fraction gain = gains[type][a];
                if ((face >>> a & 1) != 0
                        && (extreme == null || (most ? gain.compareTo(extreme) > 0 : gain.compareTo(extreme) < 0))) {
                    extreme = gain;
                }
            }
        }
        if (extreme == null) {
            throw new IllegalStateException("beliefs must have a best reply, but have none");
        }
        return extreme;
    }

    /** The most that a type gains by the message over all best replies. */
    Fraction most(int type) {
        return extreme(type, faces, true);
    }

    /** Whether {@code D(t) + D0(t)} lies within {@code D(s)}, which is not empty. */
    boolean within(int t, int s) {
        if (most(s).signum() <= 0) {
            return false;
        }
        for (int face : faces) {
            if (gainsAtMost(gainsAtLeast(simplex(face), face, t), face, s).feasible()) {
                return false;
            }
        }
        return true;
    }

    /** Whether {@code D0(t)} lies within the union of the others' D, which is not empty. */
    boolean neverWeakBest(int t) {
        if (types.stream().noneMatch(s -> s != t && most(s).signum() > 0)) {
            return false;
        }
        for (int face : faces) {
            ExactPolytope replies = gainsAtMost(gainsAtLeast(simplex(face), face, t), face, t);
            for (int s : types) {
                replies = s == t ? replies : gainsAtMost(replies, face, s);
            }
            if (replies.feasible()) {
                return false;
            }
        }
        return true;
    }

    /** The replies on a face at which nobody who has the message gains. */
    ExactPolytope deterring(int face) {
        ExactPolytope replies = simplex(face);
        for (int t : types) {
            replies = gainsAtMost(replies, face, t);
        }
        return replies;
    }

    private ExactPolytope simplex(int face) {
        return ExactPolytope.simplex(Integer.bitCount(face)).watched(mayGoOn);
    }

    private ExactPolytope gainsAtMost(ExactPolytope replies, int face, int type) {
        return replies.atMost(BigInteger.ZERO, WholeNumbers.of(on(face, type, 1)));
    }

    private ExactPolytope gainsAtLeast(ExactPolytope replies, int face, int type) {
        return replies.atMost(BigInteger.ZERO, WholeNumbers.of(on(face, type, -1)));
    }

    private List<Fraction> on(int face, int type, int sign) {
        final List<Fraction> row = new ArrayList<>();
        for (int a = 0; a < game.actions().size(); a++) {
            if ((face >>> a & 1) != 0) {
                row.add(gains[type][a].times(sign));
            }
        }
        return row;
    }
}
