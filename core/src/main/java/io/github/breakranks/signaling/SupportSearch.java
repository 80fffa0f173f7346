package io.github.breakranks.signaling;

import io.github.breakranks.answer.Watch;
import io.github.breakranks.internal.ExactCone;
import io.github.breakranks.internal.ExactRow;
import io.github.breakranks.internal.Halted;
import io.github.breakranks.signaling.MessageOptions.Option;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Walks the tree of supports, message by message: which types may send it, which actions may answer it.
 *
 * <pre>{@code
 *   supports in all      product over types of (2^messages it has - 1)  x  (2^actions - 1)^messages
 * }</pre>
 *
 * <p>At each step the two polytopes, of what is sent and of the responses, are cut by what the message adds; where one is empty all supports
 * below are ruled out at once, and counted. Supports with which a larger one has every equilibrium are left out too: a message that a type
 * does not send although it is as good all over, an action that is not taken although it is as good all over.
 */
final class SupportSearch {
    private static final int TOLD = 2; // levels at which progress is told
    private static final int MANY = 1024; // sets of types between two questions whether to go on

    private final WholeGame game;
    private final MessageOptions options;
    private final Watch watch;
    private final long announced;
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

    /**
     * What is settled after some messages.
     *
     * @param first by type: the first message it may send, -1 if none yet
     */
    private record Node(List<Option> chosen, ExactCone senders, ExactCone responses, int... first) {}

    SupportSearch(WholeGame game, MessageOptions options, long announced, Watch watch) {
        this.game = game;
        this.options = options;
        this.announced = announced;
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

    void run() {
        final int[] first = new int[game.types()];
        Arrays.fill(first, -1);
        final long[] scale = new long[game.scaleOfResponses() + 1];
        scale[game.scaleOfResponses()] = 1;
        final ExactCone senders = ExactCone.ray(game.nothingSent()).watched(watch::mayGoOn);
        final ExactCone responses = ExactCone.ray(ExactRow.of(scale)).watched(watch::mayGoOn);
        descend(new Node(List.of(), senders, responses, first));
    }

    List<Found> found() {
        return found;
    }

    long visited() {
        return visited;
    }

    long pruned() {
        return pruned;
    }

    boolean stopped() {
        return stopped;
    }

    private void descend(Node node) {
        final int message = node.chosen.size();
        if (message == game.messages()) {
            visited++;
            if (node.chosen.stream().noneMatch(option -> option.types() != 0 && moreActions(node.senders, option))) {
                found.add(new Found(node.chosen, node.senders, node.responses));
            }
            return;
        }
        if (message < TOLD) {
            watch.done((visited + pruned) / (double) announced);
        }
        final int access = game.access(message);
        final long ofActions = (1L << game.actions()) - 1;
        final int forced = game.forced(message); // without these there is no support
        final int free = access & ~forced;
        for (int types = forced; types >= 0 && !stopped; types = next(types, free, forced)) {
            stopped |= types % MANY == MANY - 1 && !watch.mayGoOn();
            final long below = below(message + 1, types, node.first);
            if (below > 0) {
                final List<Option> open = options.of(message, types);
                pruned += below * (ofActions - open.size());
                open.forEach(option -> follow(node, option, below));
            }
        }
    }

    /** The next larger set of which just the free members vary; -1 after the last. */
    private static int next(int types, int free, int forced) {
        final int varied = (types | ~free) + 1 & free;
        return varied == 0 ? -1 : varied | forced;
    }

    private void follow(Node node, Option option, long below) {
        stopped |= !watch.mayGoOn();
        if (stopped) {
            return;
        }
        final Node child;
        try {
            child = child(node, option);
        } catch (Halted early) {
            stopped = true;
            return;
        }
        if (child == null) {
            pruned += below;
        } else {
            descend(child);
        }
    }

    /** How many supports there are once the messages before {@code from} are settled. */
    private long below(int from, int types, int... first) {
        long count = 1;
        for (int m = from; m < game.messages(); m++) {
            count *= (1L << game.actions()) - 1;
        }
        for (int t = 0; t < first.length; t++) {
            final boolean has = first[t] >= 0 || (types >>> t & 1) != 0;
            count *= (1L << hasFrom(t, from)) - (has ? 0 : 1);
        }
        return count;
    }

    private int hasFrom(int type, int from) {
        int has = 0;
        for (int m = from; m < game.messages(); m++) {
            has += game.game().available(type, m) ? 1 : 0;
        }
        return has;
    }

    private @Nullable Node child(Node node, Option option) {
        final int[] first = node.first.clone();
        for (int t = 0; t < first.length; t++) {
            first[t] = first[t] < 0 && (option.types() >>> t & 1) != 0 ? option.message() : first[t];
        }
        final ExactCone responses = responses(node, option, first);
        if (responses.isEmpty()) {
            return null;
        }
        final List<Option> chosen = new ArrayList<>(node.chosen);
        chosen.add(option);
        final ExactCone senders = senders(node.senders, option);
        final Node child = new Node(chosen, senders, responses, first);
        return senders.isEmpty() || !eachSent(chosen, senders) || moreTypes(child) ? null : child;
    }

    private ExactCone responses(Node node, Option option, int... first) {
        final int message = option.message();
        final int[] coordinates = new int[Integer.bitCount(option.actions())];
        int next = 0;
        for (int a = 0; a < game.actions(); a++) {
            if ((option.actions() >>> a & 1) != 0) {
                coordinates[next++] = game.response(message, a);
            }
        }
        ExactCone responses = node.responses.timesSimplex(game.scaleOfResponses(), coordinates);
        for (int t = 0; t < first.length && !responses.isEmpty(); t++) {
            if (first[t] == message) {
                responses = noWorseThanBefore(responses, t, message);
            } else if (first[t] >= 0 && game.game().available(t, message)) {
                final ExactRow form = game.better(t, first[t], message);
                responses = (option.types() >>> t & 1) != 0 ? responses.slice(form) : responses.cut(form);
            }
        }
        return responses;
    }

    private ExactCone noWorseThanBefore(ExactCone responses, int type, int message) {
        ExactCone left = responses;
        for (int before = 0; before < message; before++) {
            if (game.game().available(type, before)) {
                left = left.cut(game.better(type, message, before));
            }
        }
        return left;
    }

    private ExactCone senders(ExactCone before, Option option) {
        final int message = option.message();
        int last = 0; // types that have no further message
        for (int t = 0; t < game.types(); t++) {
            last |= hasFrom(t, message + 1) == 0 ? 1 << t : 0;
        }
        ExactCone senders = before;
        for (int t = 0; t < game.types(); t++) {
            if ((last & ~option.types() & 1 << t) != 0) {
                senders = senders.slice(game.whatIsLeft(t));
            }
        }
        if (option.types() == 0) {
            return senders;
        }
        if ((option.types() & ~last) == 0) {
            return rest(senders, option);
        }
        senders = senders.plus(option.beliefs().map(belief -> game.asSent(belief, message)));
        for (int t = 0; t < game.types(); t++) {
            if ((option.types() >>> t & 1) != 0) {
                final ExactRow left = game.whatIsLeft(t);
                senders = (last >>> t & 1) != 0 ? senders.slice(left) : senders.cut(left);
            }
        }
        return senders;
    }

    /** All that these types have left is sent: no unknown is added, only the receiver has to be asked. */
    private ExactCone rest(ExactCone before, Option option) {
        final int message = option.message();
        final int first = Integer.numberOfTrailingZeros(option.actions());
        ExactCone senders = before.map(sent -> game.withRestSent(sent, message, option.types()));
        for (int a = 0; a < game.actions(); a++) {
            if (a != first) {
                final ExactRow form = game.prefersOnPath(message, first, a);
                senders = (option.actions() >>> a & 1) != 0 ? senders.slice(form) : senders.cut(form);
            }
        }
        return senders;
    }

    /** Whether each message that types may send can be sent by someone. */
    private boolean eachSent(List<Option> chosen, ExactCone senders) {
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

    /** Whether some type would as soon send a message that others send, whatever the responses are: then it may as well. */
    private boolean moreTypes(Node node) {
        for (Option option : node.chosen) {
            for (int t = 0; option.types() != 0 && t < game.types(); t++) {
                if ((option.types() >>> t & 1) == 0
                        && node.first[t] >= 0
                        && game.game().available(t, option.message())
                        && node.responses.vanishes(game.better(t, node.first[t], option.message()))) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether some further action is as good after a message, whatever is sent. */
    private boolean moreActions(ExactCone senders, Option option) {
        final int first = Integer.numberOfTrailingZeros(option.actions());
        for (int a = 0; a < game.actions(); a++) {
            if ((option.actions() >>> a & 1) == 0 && senders.vanishes(game.prefersOnPath(option.message(), first, a))) {
                return true;
            }
        }
        return false;
    }
}
