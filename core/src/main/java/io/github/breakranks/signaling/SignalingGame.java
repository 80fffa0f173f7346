package io.github.breakranks.signaling;

import io.github.breakranks.answer.Fraction;
import io.github.breakranks.internal.Checks;
import io.github.breakranks.internal.TableText;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A finite signaling game: nature draws the sender's type, the sender, who knows it, sends a message, the receiver, who does not, acts.
 *
 * <pre>{@code
 *   t ~ prior     sender: t -> m     receiver: m -> a     payoffs  u_S(t, m, a),  u_R(t, m, a)   [unit of the game]
 * }</pre>
 *
 * <p>Types, messages and actions have names and are numbered from 0. A type may have no access to some message ({@link #without}): it cannot
 * send it, and nobody who receives it may think that it did. Payoffs are exact; doubles are read as the decimals they show as, so that 0.1 is
 * 1/10. Immutable.
 *
 * @see <a href="https://doi.org/10.2307/1885060">I.-K. Cho and D. M. Kreps (1987), "Signaling Games and Stable Equilibria", Quarterly Journal of
 *     Economics 102(2), 179-221</a>
 */
public final class SignalingGame {
    private final Prior prior;
    private final List<String> messages;
    private final List<String> actions;
    private final Fraction[][][] sender; // by type, message, action
    private final Fraction[][][] receiver;
    private final boolean[][] access; // by type, message

    private SignalingGame(SignalingGame other, boolean[][] access) {
        this.prior = other.prior;
        this.messages = other.messages;
        this.actions = other.actions;
        this.sender = other.sender;
        this.receiver = other.receiver;
        this.access = access;
    }

    private SignalingGame(
            Prior prior, List<String> messages, List<String> actions, Fraction[][][] sender, Fraction[][][] receiver) {
        this.prior = prior;
        this.messages = Prior.names("messages", messages);
        this.actions = Prior.names("actions", actions);
        this.sender = copy("sender", sender);
        this.receiver = copy("receiver", receiver);
        this.access = new boolean[prior.size()][messages.size()];
        for (boolean[] ofType : access) {
            Arrays.fill(ofType, true);
        }
    }

    /**
     * A game of exact payoffs, every type having every message.
     *
     * @param prior    the types and how likely each is
     * @param messages their names, all different
     * @param actions  their names, all different
     * @param sender   payoff of the sender by type, message, action [unit of the game]
     * @param receiver payoff of the receiver by type, message, action [unit of the game]
     */
    public static SignalingGame of(
            Prior prior, List<String> messages, List<String> actions, Fraction[][][] sender, Fraction[][][] receiver) {
        return new SignalingGame(prior, messages, actions, sender, receiver);
    }

    /** The same with payoffs in doubles, finite, each read as the decimal it shows as. */
    public static SignalingGame of(
            Prior prior, List<String> messages, List<String> actions, double[][][] sender, double[][][] receiver) {
        return new SignalingGame(prior, messages, actions, exact("sender", sender), exact("receiver", receiver));
    }

    private static Fraction[][][] exact(String what, double[][][] payoffs) {
        final Fraction[][][] exact = new Fraction[there(payoffs, what).length][][];
        for (int t = 0; t < payoffs.length; t++) {
            exact[t] = new Fraction[there(payoffs[t], what, t).length][];
            for (int m = 0; m < payoffs[t].length; m++) {
                exact[t][m] = new Fraction[there(payoffs[t][m], what, t, m).length];
                for (int a = 0; a < payoffs[t][m].length; a++) {
                    final String name = what + "[" + t + "][" + m + "][" + a + "]";
                    exact[t][m][a] = Fraction.decimal(Checks.finite(name, "unit of the game", payoffs[t][m][a]));
                }
            }
        }
        return exact;
    }

    private Fraction[][][] copy(String what, Fraction[][][] payoffs) {
        checkLength(what, "types", there(payoffs, what).length, prior.size());
        final Fraction[][][] copy = new Fraction[payoffs.length][][];
        for (int t = 0; t < payoffs.length; t++) {
            checkLength(what + "[" + t + "]", "messages", there(payoffs[t], what, t).length, messages.size());
            copy[t] = new Fraction[payoffs[t].length][];
            for (int m = 0; m < payoffs[t].length; m++) {
                final Fraction[] row = there(payoffs[t][m], what, t, m);
                checkLength(what + "[" + t + "][" + m + "]", "actions", row.length, actions.size());
                copy[t][m] = row.clone();
                for (int a = 0; a < row.length; a++) {
                    there(row[a], what, t, m, a);
                }
            }
        }
        return copy;
    }

    /** What is at a place, which is named where nothing is there. */
    private static <T> T there(@Nullable T entry, String what, int... place) {
        if (entry == null) {
            final StringBuilder name = new StringBuilder(what);
            for (int index : place) {
                name.append('[').append(index).append(']');
            }
            throw new NullPointerException(name.toString());
        }
        return entry;
    }

    private static void checkLength(String what, String unit, int length, int needed) {
        if (length != needed) {
            throw Checks.refused("%s must have %s entries [%s], but was %s", what, needed, unit, length);
        }
    }

    /** This game in which a type has no access to a message; every type keeps some message, every message some type. */
    public SignalingGame without(String type, String message) {
        final int t = numbered("type", prior.types(), type);
        final int m = numbered("message", messages, message);
        final boolean[][] fewer = new boolean[access.length][];
        Arrays.setAll(fewer, each -> access[each].clone());
        fewer[t][m] = false;
        boolean someMessage = false;
        for (boolean has : fewer[t]) {
            someMessage |= has;
        }
        if (!someMessage) {
            throw Checks.refused("type %s must have at least 1 message [count], but was left with none", type);
        }
        boolean someType = false;
        for (boolean[] ofType : fewer) {
            someType |= ofType[m];
        }
        if (!someType) {
            throw Checks.refused(
                    "message %s must be available to at least 1 type [count], but was to none; leave the message out",
                    message);
        }
        return new SignalingGame(this, fewer);
    }

    private static int numbered(String what, List<String> names, String name) {
        final int number = names.indexOf(name);
        if (number < 0) {
            throw Checks.refused("%s must be one of %s, but was %s", what, names, name);
        }
        return number;
    }

    /** The types and how likely each is. */
    public Prior prior() {
        return prior;
    }

    /** How likely a type is, a share. */
    public Fraction prior(int type) {
        return prior.share(type);
    }

    /** Names of the types. */
    public List<String> types() {
        return prior.types();
    }

    /** Names of the messages. */
    public List<String> messages() {
        return messages;
    }

    /** Names of the receiver's actions. */
    public List<String> actions() {
        return actions;
    }

    /** Number of a type, by its name. */
    public int type(String name) {
        return numbered("type", prior.types(), name);
    }

    /** Number of a message, by its name. */
    public int message(String name) {
        return numbered("message", messages, name);
    }

    /** Number of an action, by its name. */
    public int action(String name) {
        return numbered("action", actions, name);
    }

    /** Whether the type can send the message. */
    public boolean available(int type, int message) {
        return access[type][message];
    }

    /** What the sender gets [unit of the game]; of no meaning where the type cannot send the message. */
    public Fraction sender(int type, int message, int action) {
        return sender[type][message][action];
    }

    /** What the receiver gets [unit of the game]; of no meaning where the type cannot send the message. */
    public Fraction receiver(int type, int message, int action) {
        return receiver[type][message][action];
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SignalingGame that
                && prior.equals(that.prior)
                && messages.equals(that.messages)
                && actions.equals(that.actions)
                && Arrays.deepEquals(sender, that.sender)
                && Arrays.deepEquals(receiver, that.receiver)
                && Arrays.deepEquals(access, that.access);
    }

    @Override
    public int hashCode() {
        return 31 * prior.hashCode() + Arrays.deepHashCode(new Object[] {sender, receiver, access});
    }

    @Override
    public String toString() {
        return "SignalingGame[" + TableText.counted(prior.size(), "type") + ", "
                + TableText.counted(messages.size(), "message") + ", " + TableText.counted(actions.size(), "action")
                + "]";
    }
}
