package io.github.breakranks.signaling;

import io.github.breakranks.answer.Watch;
import io.github.breakranks.internal.ExactCone;
import io.github.breakranks.internal.ExactRow;
import io.github.breakranks.signaling.MessageOptions.Option;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * Walks the tree of supports: which types may send a message, which actions may answer it.
 *
 * <pre>{@code
 *   supports in all      product over types of (2^messages it has - 1)  x  (2^actions - 1)^messages
 * }</pre>
 *
 * <p>Where what is settled leaves no equilibrium all supports below are ruled out at once, and counted. Supports with which a larger one has
 * every equilibrium are left out too: a message that a type does not send although it is as good all over, an action that is not taken although
 * it is as good all over. Two orders settle the same in another sequence: {@link MessageByMessage} is quick for few types, {@link TypeByType}
 * for many.
 */
abstract class SupportSearch {
    final WholeGame game;
    final MessageOptions options;
    final Watch watch;
    private final List<Found> found = new ArrayList<>();
    private long visited;
    private long pruned;
    private boolean stopped;

    /**
     * A support with equilibria.
     *
     * @param chosen    by message
     * @param senders   what is sent, in the unknowns of {@link WholeGame}
     * @param responses all responses, also to messages nobody sends
     */
    record Found(List<Option> chosen, ExactCone senders, ExactCone responses) {}

    SupportSearch(WholeGame game, MessageOptions options, Watch watch) {
        this.game = game;
        this.options = options;
        this.watch = watch;
    }

    /** How many supports there are. */
    static BigInteger announced(SignalingGame game) {
        BigInteger count = BigInteger.ONE
                .shiftLeft(game.actions().size())
                .subtract(BigInteger.ONE)
                .pow(game.messages().size());
        for (int t = 0; t < game.types().size(); t++) {
            int has = 0;
            for (int m = 0; m < game.messages().size(); m++) {
                has += game.available(t, m) ? 1 : 0;
            }
            count = count.multiply(BigInteger.ONE.shiftLeft(has).subtract(BigInteger.ONE));
        }
        return count;
    }

    /** Looks at all supports, or until it has to stop. */
    abstract void run();

    final List<Found> found() {
        return found;
    }

    final long visited() {
        return visited;
    }

    final long pruned() {
        return pruned;
    }

    final boolean stopped() {
        return stopped;
    }

    /** Whether to go on; once not, never again. */
    final boolean goesOn() {
        stopped |= !watch.mayGoOn();
        return !stopped;
    }

    final void stop() {
        stopped = true;
    }

    final void ruleOut(long supports) {
        pruned += supports;
    }

    /** Takes a support with equilibria, unless one with more actions has them too. */
    final void visit(List<Option> chosen, ExactCone senders, ExactCone responses) {
        visited++;
        if (chosen.stream().noneMatch(option -> option.types() != 0 && moreActions(senders, option))) {
            found.add(new Found(List.copyOf(chosen), senders, responses));
        }
    }

    final ExactCone noResponseYet() {
        final long[] scale = new long[game.scaleOfResponses() + 1];
        scale[game.scaleOfResponses()] = 1;
        return ExactCone.ray(ExactRow.of(scale)).watched(watch::mayGoOn);
    }

    /** Responses to one message more, anything on these actions. */
    final ExactCone answered(ExactCone responses, int message, int actions) {
        final int[] coordinates = new int[Integer.bitCount(actions)];
        int next = 0;
        for (int a = 0; a < game.actions(); a++) {
            if ((actions >>> a & 1) != 0) {
                coordinates[next++] = game.response(message, a);
            }
        }
        return responses.timesSimplex(game.scaleOfResponses(), coordinates);
    }

    /** Of the beliefs, up to scale, or of what is sent: those with which these actions are best; the form prefers the first to the other. */
    final ExactCone answersBest(ExactCone senders, Option option) {
        final int first = Integer.numberOfTrailingZeros(option.actions());
        ExactCone left = senders;
        for (int a = 0; a < game.actions(); a++) {
            if (a != first) {
                final ExactRow form = game.prefersOnPath(option.message(), first, a);
                left = (option.actions() >>> a & 1) != 0 ? left.slice(form) : left.cut(form);
            }
        }
        return left;
    }

    /** Whether each message that types may send can be sent by someone. */
    final boolean eachSent(List<Option> chosen, ExactCone senders) {
        for (Option option : chosen) {
            boolean sent = option.types() == 0;
            for (int k = 0; k < senders.size() && !sent; k++) {
                for (int t = 0; t < game.types(); t++) {
                    sent |= senders.ray(k).signum(game.sent(t, option.message())) > 0;
                }
            }
            if (!sent) {
                return false;
            }
        }
        return true;
    }

    /**
     * Whether some type would as soon send a message that others send, whatever the responses are: then it may as well.
     *
     * @param senders by message settled so far: the types that may send it, a bit each
     * @param first   by type: the first message it may send, -1 if none yet
     */
    final boolean moreTypes(int[] senders, int[] first, ExactCone responses) {
        for (int m = 0; m < senders.length; m++) {
            for (int t = 0; senders[m] != 0 && t < game.types(); t++) {
                if ((senders[m] >>> t & 1) == 0
                        && first[t] >= 0
                        && game.game().available(t, m)
                        && responses.vanishes(game.better(t, first[t], m))) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether some further action is as good after a message, whatever is sent. */
    final boolean moreActions(ExactCone senders, Option option) {
        final int first = Integer.numberOfTrailingZeros(option.actions());
        for (int a = 0; a < game.actions(); a++) {
            if ((option.actions() >>> a & 1) == 0 && senders.vanishes(game.prefersOnPath(option.message(), first, a))) {
                return true;
            }
        }
        return false;
    }
}
