package io.github.breakranks.signaling;

import io.github.breakranks.answer.Fraction;
import io.github.breakranks.internal.ExactRow;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A signaling game in whole numbers, and the linear forms in which its equilibria are written.
 *
 * <pre>{@code
 *   senders      z_tm = prior_t sigma(m|t),  what each type has left to send  s_t,  and the scale
 *   responses    rho(a|m),  and the scale
 *   beliefs      one unknown a type
 * }</pre>
 *
 * <p>Payoffs of each type are scaled on their own, those of the receiver message by message: no comparison crosses that.
 */
final class WholeGame {
    private final SignalingGame game;
    private final int types;
    private final int messages;
    private final int actions;
    private final BigInteger[] prior;
    private final BigInteger[][][] sender; // by type, message, action
    private final BigInteger[][][] receiver; // by message, type, action
    private final ExactRow[][][] better; // by type, message, other message
    private final ExactRow[][][] prefers; // by message, action, other action: on beliefs
    private final ExactRow[][][] prefersOnPath; // the same on senders

    WholeGame(SignalingGame game) {
        this.game = game;
        this.types = game.types().size();
        this.messages = game.messages().size();
        this.actions = game.actions().size();
        this.prior = WholeNumbers.of(game.prior().shares());
        this.sender = new BigInteger[types][messages][actions];
        this.receiver = new BigInteger[messages][types][actions];
        scale();
        this.better = new ExactRow[types][messages][messages];
        this.prefers = new ExactRow[messages][actions][actions];
        this.prefersOnPath = new ExactRow[messages][actions][actions];
        writeForms();
    }

    private void scale() {
        for (int t = 0; t < types; t++) {
            final int type = t;
            final BigInteger[] whole = scaled(messages, (m, a) -> game.sender(type, m, a));
            for (int m = 0; m < messages; m++) {
                sender[t][m] = Arrays.copyOfRange(whole, m * actions, (m + 1) * actions);
            }
        }
        for (int m = 0; m < messages; m++) {
            final int message = m;
            final BigInteger[] whole = scaled(types, (t, a) -> game.receiver(t, message, a));
            for (int t = 0; t < types; t++) {
                receiver[m][t] = Arrays.copyOfRange(whole, t * actions, (t + 1) * actions);
            }
        }
    }

    /** What is paid at a row and an action. */
    @FunctionalInterface
    private interface Payoff {
        Fraction of(int row, int action);
    }

    private BigInteger[] scaled(int rows, Payoff payoff) {
        final List<Fraction> all = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            for (int a = 0; a < actions; a++) {
                all.add(payoff.of(row, a));
            }
        }
        return WholeNumbers.of(all);
    }

    private void writeForms() {
        for (int m = 0; m < messages; m++) {
            for (int a = 0; a < actions; a++) {
                for (int other = 0; other < actions; other++) {
                    writePreference(m, a, other);
                }
            }
            for (int t = 0; t < types; t++) {
                for (int other = 0; other < messages; other++) {
                    better[t][m][other] = betterForm(t, m, other);
                }
            }
        }
    }

    private void writePreference(int m, int a, int other) {
        final BigInteger[] onBeliefs = zeros(types);
        final BigInteger[] onPath = zeros(senderWidth());
        for (int t = 0; t < types; t++) {
            onBeliefs[t] = receiver[m][t][a].subtract(receiver[m][t][other]);
            onPath[sent(t, m)] = onBeliefs[t];
        }
        prefers[m][a][other] = ExactRow.of(onBeliefs);
        prefersOnPath[m][a][other] = ExactRow.of(onPath);
    }

    private ExactRow betterForm(int t, int m, int other) {
        final BigInteger[] form = zeros(scaleOfResponses() + 1);
        for (int a = 0; a < actions && m != other; a++) {
            form[response(m, a)] = sender[t][m][a];
            form[response(other, a)] = sender[t][other][a].negate();
        }
        return ExactRow.of(form);
    }

    private static BigInteger[] zeros(int size) {
        final BigInteger[] zeros = new BigInteger[size];
        Arrays.fill(zeros, BigInteger.ZERO);
        return zeros;
    }

    SignalingGame game() {
        return game;
    }

    int types() {
        return types;
    }

    int messages() {
        return messages;
    }

    int actions() {
        return actions;
    }

    /** The types that have the message, a bit each. */
    int access(int message) {
        int access = 0;
        for (int t = 0; t < types; t++) {
            access |= game.available(t, message) ? 1 << t : 0;
        }
        return access;
    }

    /** The types that have no other message, a bit each. */
    int forced(int message) {
        int forced = access(message);
        for (int m = 0; m < messages; m++) {
            forced &= m == message ? -1 : ~access(m);
        }
        return forced;
    }

    /** Where a response stands among the unknowns of the receiver. */
    int response(int message, int action) {
        return message * actions + action;
    }

    int scaleOfResponses() {
        return messages * actions;
    }

    /** Where what a type sends stands among the unknowns of the sender. */
    int sent(int type, int message) {
        return type * messages + message;
    }

    int left(int type) {
        return types * messages + type;
    }

    int scaleOfSenders() {
        return types * messages + types;
    }

    int senderWidth() {
        return scaleOfSenders() + 1;
    }

    /** Nothing sent yet: each type has its prior left. */
    ExactRow nothingSent() {
        final BigInteger[] row = zeros(senderWidth());
        for (int t = 0; t < types; t++) {
            row[left(t)] = prior[t];
        }
        row[scaleOfSenders()] = BigInteger.ONE;
        return ExactRow.of(row);
    }

    /** A belief after a message, as what is sent. */
    ExactRow asSent(ExactRow belief, int message) {
        final BigInteger[] row = zeros(senderWidth());
        for (int t = 0; t < types; t++) {
            row[sent(t, message)] = belief.get(t);
            row[left(t)] = belief.get(t).negate();
        }
        return ExactRow.of(row);
    }

    /** What is sent, and after the message all that these types have left. */
    ExactRow withRestSent(ExactRow sent, int message, int typeSet) {
        final BigInteger[] row = new BigInteger[senderWidth()];
        Arrays.setAll(row, sent::get);
        for (int t = 0; t < types; t++) {
            if ((typeSet >>> t & 1) != 0) {
                row[sent(t, message)] = row[left(t)];
                row[left(t)] = BigInteger.ZERO;
            }
        }
        return ExactRow.of(row);
    }

    ExactRow whatIsLeft(int type) {
        final BigInteger[] row = zeros(senderWidth());
        row[left(type)] = BigInteger.ONE;
        return ExactRow.of(row);
    }

    /** By how much the type gains more from one message than from the other, on responses. */
    ExactRow better(int type, int message, int other) {
        return better[type][message][other];
    }

    /** By how much the receiver prefers one action to the other after the message, on beliefs. */
    ExactRow prefers(int message, int action, int other) {
        return prefers[message][action][other];
    }

    /** The same, on what is sent. */
    ExactRow prefersOnPath(int message, int action, int other) {
        return prefersOnPath[message][action][other];
    }

    /** The most the type can get from the message with these actions, or the least. */
    BigInteger extreme(int type, int message, int actionSet, boolean most) {
        BigInteger best = sender[type][message][Integer.numberOfTrailingZeros(actionSet)];
        for (int a = 0; a < actions; a++) {
            if ((actionSet >>> a & 1) != 0) {
                best = most ? best.max(sender[type][message][a]) : best.min(sender[type][message][a]);
            }
        }
        return best;
    }
}
