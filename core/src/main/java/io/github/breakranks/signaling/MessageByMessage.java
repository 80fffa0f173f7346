package io.github.breakranks.signaling;

import io.github.breakranks.answer.Watch;
import io.github.breakranks.internal.ExactCone;
import io.github.breakranks.internal.ExactRow;
import io.github.breakranks.internal.Halted;
import io.github.breakranks.signaling.MessageOptions.Option;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Settles supports message by message: which types may send it, then which actions may answer it.
 *
 * <p>What the receiver does after few types is nearly always settled by who they are, which rules out most supports at once. Sets of types
 * double with each type, so this is for few.
 */
final class MessageByMessage extends SupportSearch {
    private static final int TOLD = 2; // levels at which progress is told
    private static final int MANY = 1024; // sets of types between two questions whether to go on

    private final long announced;

    /**
     * What is settled after some messages.
     *
     * @param first by type: the first message it may send, -1 if none yet
     */
    private record Node(List<Option> chosen, ExactCone senders, ExactCone responses, int... first) {}

    MessageByMessage(WholeGame game, MessageOptions options, long announced, Watch watch) {
        super(game, options, watch);
        this.announced = announced;
    }

    @Override
    void run() {
        try {
            options.leaveOutAllDominated();
        } catch (Halted early) {
            stop();
            return;
        }
        final int[] first = new int[game.types()];
        Arrays.fill(first, -1);
        final ExactCone senders = ExactCone.ray(game.nothingSent()).watched(watch::mayGoOn);
        final ExactCone responses = noResponseYet();
        descend(new Node(List.of(), senders, responses, first));
    }

    private void descend(Node node) {
        final int message = node.chosen.size();
        if (message == game.messages()) {
            visit(node.chosen, node.senders, node.responses);
            return;
        }
        if (message < TOLD) {
            watch.done((visited() + pruned()) / (double) announced);
        }
        final int access = game.access(message);
        final long ofActions = (1L << game.actions()) - 1;
        final int forced = game.forced(message); // without these there is no support
        final int free = access & ~forced;
        for (int types = forced; types >= 0 && !stopped(); types = next(types, free, forced)) {
            if (types % MANY == MANY - 1 && !goesOn()) {
                return;
            }
            final long below = below(message + 1, types, node.first);
            if (below > 0) {
                final List<Option> open = options.of(message, types);
                ruleOut(below * (ofActions - open.size()));
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
        if (!goesOn()) {
            return;
        }
        final Node child;
        try {
            child = child(node, option);
        } catch (Halted early) {
            stop();
            return;
        }
        if (child == null) {
            ruleOut(below);
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
        return senders.isEmpty()
                        || !eachSent(chosen, senders)
                        || moreTypes(chosen.stream().mapToInt(Option::types).toArray(), first, responses)
                ? null
                : new Node(chosen, senders, responses, first);
    }

    private ExactCone responses(Node node, Option option, int... first) {
        final int message = option.message();
        ExactCone responses = answered(node.responses, message, option.actions());
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
        return answersBest(before.map(sent -> game.withRestSent(sent, message, option.types())), option);
    }
}
