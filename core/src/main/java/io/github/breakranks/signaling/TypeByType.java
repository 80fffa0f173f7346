package io.github.breakranks.signaling;

import io.github.breakranks.answer.Watch;
import io.github.breakranks.internal.ExactCone;
import io.github.breakranks.internal.ExactRow;
import io.github.breakranks.internal.Halted;
import io.github.breakranks.signaling.MessageOptions.Option;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Settles supports first by the actions that may answer each message, then type by type: which messages it may send.
 *
 * <pre>{@code
 *   responses to M messages by A actions have  M (A - 1)  dimensions; where a type turns from one message to another is a plane among them;
 *   T such types divide them into at most about  (T M^2)^(M (A - 1))  cells, so that of (2^M - 1)^T sets of messages few are open
 * }</pre>
 *
 * <p>A set is ruled out as soon as no response is left, or as the types that surely send a message outweigh those that might: then its actions
 * are best whatever the others send. What is sent is looked at last, where few types mix and the others are points.
 */
final class TypeByType extends SupportSearch {
    private final double announced; // supports in all
    private final int[] actions; // by message: settled
    private final int[] sent; // by type: the messages it may send
    private final int[] first; // by type: the first of them, -1 if none is settled
    private final List<List<Option>> replies = new ArrayList<>(); // by message
    private final List<int[]> choices = new ArrayList<>(); // by type: sets of messages, few first
    private final long[] below; // by type: supports of it and all after it
    private final BigInteger[][][][]
            weights; // by message, action, other action, type: what it adds to the first being better

    TypeByType(WholeGame game, MessageOptions options, Watch watch) {
        super(game, options, watch);
        this.announced = announced(game.game()).doubleValue();
        this.actions = new int[game.messages()];
        this.sent = new int[game.types()];
        this.first = new int[game.types()];
        Arrays.fill(first, -1);
        this.below = new long[game.types() + 1];
        this.weights = new BigInteger[game.messages()][game.actions()][game.actions()][];
    }

    @Override
    void run() {
        try {
            prepare();
            settle(0, noResponseYet());
        } catch (Halted early) {
            stop();
        }
    }

    private void prepare() {
        below[game.types()] = 1;
        for (int t = game.types() - 1; t >= 0; t--) {
            choices.add(0, choices(t));
            below[t] = below[t + 1] * choices.get(0).length;
        }
        final ExactRow prior = game.nothingSent();
        long open = 1;
        long all = 1;
        for (int m = 0; m < game.messages(); m++) {
            replies.add(options.replies(m));
            open *= replies.get(m).size();
            all *= (1L << game.actions()) - 1;
            for (int a = 0; a < game.actions(); a++) {
                for (int b = 0; b < game.actions(); b++) {
                    weights[m][a][b] = weights(game.prefersOnPath(m, a, b), prior, m);
                }
            }
        }
        ruleOut((all - open) * below[0]);
    }

    private BigInteger[] weights(ExactRow preference, ExactRow prior, int message) {
        return IntStream.range(0, game.types())
                .mapToObj(t -> preference.get(game.sent(t, message)).multiply(prior.get(game.left(t))))
                .toArray(BigInteger[]::new);
    }

    private int[] choices(int type) {
        int has = 0;
        for (int m = 0; m < game.messages(); m++) {
            has |= game.game().available(type, m) ? 1 << m : 0;
        }
        final int access = has;
        return IntStream.rangeClosed(1, access)
                .filter(set -> (set & ~access) == 0)
                .boxed()
                .sorted(Comparator.comparingInt(Integer::bitCount))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private void settle(int message, ExactCone responses) {
        if (message == game.messages()) {
            watch.done((visited() + pruned()) / announced);
            send(0, responses);
            return;
        }
        for (Option reply : replies.get(message)) {
            if (!goesOn()) {
                return;
            }
            actions[message] = reply.actions();
            settle(message + 1, answered(responses, message, reply.actions()));
        }
    }

    private void send(int type, ExactCone responses) {
        if (type == game.types()) {
            look(responses);
            return;
        }
        for (int set : choices.get(type)) {
            if (!goesOn()) {
                break;
            }
            sent[type] = set;
            first[type] = Integer.numberOfTrailingZeros(set);
            final ExactCone left = noneBetter(type, responses);
            if (left.isEmpty() || !mayAnswer(type) || moreTypes(senders(type), first, left)) {
                ruleOut(below[type + 1]);
            } else {
                send(type + 1, left);
            }
        }
        first[type] = -1;
    }

    /** The responses at which all that the type may send is best for it. */
    private ExactCone noneBetter(int type, ExactCone responses) {
        ExactCone left = responses;
        for (int m = 0; m < game.messages() && !left.isEmpty(); m++) {
            if (m != first[type] && game.game().available(type, m)) {
                final ExactRow form = game.better(type, first[type], m);
                left = (sent[type] >>> m & 1) != 0 ? left.slice(form) : left.cut(form);
            }
        }
        return left;
    }

    /** By message: those of the types up to this one that may send it, a bit each. */
    private int[] senders(int upTo) {
        final int[] senders = new int[game.messages()];
        for (int t = 0; t <= upTo; t++) {
            for (int m = 0; m < senders.length; m++) {
                senders[m] |= (sent[t] >>> m & 1) << t;
            }
        }
        return senders;
    }

    /** Whether the answers settled may be best to what is surely sent with what else may be sent, comparison by comparison. */
    private boolean mayAnswer(int upTo) {
        for (int m = 0; m < game.messages(); m++) {
            for (int a = 0; a < game.actions(); a++) {
                if ((actions[m] >>> a & 1) != 0 && !mayBeBest(m, a, upTo)) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean mayBeBest(int message, int action, int upTo) {
        for (int other = 0; other < game.actions(); other++) {
            if (most(message, weights[message][action][other], upTo).signum() < 0) {
                return false;
            }
        }
        return true;
    }

    private BigInteger most(int message, BigInteger[] weights, int upTo) {
        BigInteger most = BigInteger.ZERO;
        for (int t = 0; t < weights.length; t++) {
            final boolean surely = t <= upTo && sent[t] == 1 << message;
            final boolean perhaps = t > upTo ? game.game().available(t, message) : (sent[t] >>> message & 1) != 0;
            most = surely || perhaps && weights[t].signum() > 0 ? most.add(weights[t]) : most;
        }
        return most;
    }

    /** All is settled: whether something can be sent to which the answers are best. */
    private void look(ExactCone responses) {
        final List<Option> chosen = chosen();
        if (chosen.size() < game.messages()) {
            ruleOut(1);
            return;
        }
        ExactCone strategies = strategies();
        for (Option option : chosen) {
            strategies = option.types() == 0 ? strategies : answersBest(strategies, option);
        }
        if (strategies.isEmpty() || !eachSent(chosen, strategies)) {
            ruleOut(1);
        } else {
            visit(chosen, strategies, responses);
        }
    }

    /** By message: who may send it and what answers it, left out where no belief makes that best. */
    private List<Option> chosen() {
        final int[] senders = senders(game.types() - 1);
        final List<Option> chosen = new ArrayList<>();
        for (int m = 0; m < senders.length; m++) {
            for (Option option : options.of(m, senders[m])) {
                if (option.actions() == actions[m]) {
                    chosen.add(option);
                }
            }
        }
        return chosen;
    }

    /** All that can be sent: points of types that send one message, simplices of the others. */
    private ExactCone strategies() {
        ExactCone strategies = ExactCone.ray(surelySent()).watched(watch::mayGoOn);
        for (int t = 0; t < game.types(); t++) {
            if (Integer.bitCount(sent[t]) > 1) {
                final int type = t;
                strategies = strategies.timesSimplex(
                        game.left(t),
                        IntStream.range(0, game.messages())
                                .filter(m -> (sent[type] >>> m & 1) != 0)
                                .map(m -> game.sent(type, m))
                                .toArray());
            }
        }
        return strategies;
    }

    private ExactRow surelySent() {
        ExactRow row = game.nothingSent();
        for (int m = 0; m < game.messages(); m++) {
            int only = 0;
            for (int t = 0; t < game.types(); t++) {
                only |= sent[t] == 1 << m ? 1 << t : 0;
            }
            row = game.withRestSent(row, m, only);
        }
        return row;
    }
}
