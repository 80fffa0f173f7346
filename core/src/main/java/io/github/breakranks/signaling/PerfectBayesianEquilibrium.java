package io.github.breakranks.signaling;

import io.github.breakranks.answer.Fraction;
import io.github.breakranks.answer.Range;
import io.github.breakranks.answer.Table;
import io.github.breakranks.answer.Table.Column;
import io.github.breakranks.internal.TableText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One outcome of a signaling game in perfect Bayesian equilibrium, with one belief and response after each message that nobody sends, and
 * all those that would do as well.
 *
 * <pre>{@code
 *   sender     sigma(m|t) > 0   =>   m maximises  sum_a rho(a|m) u_S(t,m,a)              over the messages t has
 *   receiver   rho(a|m) > 0     =>   a maximises  sum_t mu(t|m) u_R(t,m,a)
 *   Bayes      mu(t|m) = prior(t) sigma(m|t) / sum_s prior(s) sigma(m|s)                  after messages sent
 *              mu(.|m) any belief on the types that have the message                      after the others
 * }</pre>
 *
 * <p>In finite signaling games these are the sequential equilibria (D. Fudenberg and J. Tirole 1991, "Perfect Bayesian Equilibrium and
 * Sequential Equilibrium", Journal of Economic Theory 53, 236-260). Everything is exact. The outcome is what happens on the path: two
 * equilibria with one outcome differ only in what is never seen.
 */
public final class PerfectBayesianEquilibrium {

    /** What the message tells. */
    public enum Kind {
        /** No message is sent by two types: it tells the type. */
        SEPARATING,
        /** All types surely send the same message: it tells nothing. */
        POOLING,
        /** Each type surely sends one message, some but not all of them the same: it tells a group of types. */
        PARTIALLY_POOLING,
        /** It tells something, and some type mixes. */
        SEMI_SEPARATING;

        static Kind of(List<List<Fraction>> sender) {
            boolean separating = true;
            boolean pooling = false;
            for (int m = 0; m < sender.get(0).size(); m++) {
                int senders = 0;
                int sure = 0;
                for (List<Fraction> ofType : sender) {
                    senders += ofType.get(m).signum();
                    sure += ofType.get(m).equals(Fraction.ONE) ? 1 : 0;
                }
                separating &= senders <= 1;
                pooling |= sure == sender.size();
            }
            if (separating || pooling) {
                return separating ? SEPARATING : POOLING;
            }
            return sender.stream().allMatch(ofType -> ofType.contains(Fraction.ONE))
                    ? PARTIALLY_POOLING
                    : SEMI_SEPARATING;
        }

        /** As economists write it: {@code semi-separating}, {@code partially pooling}. */
        @Override
        public String toString() {
            return this == PARTIALLY_POOLING
                    ? "partially pooling"
                    : name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    private final SignalingGame game;
    private final Fraction[][] sender; // by type, message
    private final Fraction[][] response; // by message, action
    private final Fraction[][] belief; // by message, type
    private final List<List<SustainingPlay>> sustaining; // by message; empty on the path

    PerfectBayesianEquilibrium(
            SignalingGame game,
            Fraction[][] sender,
            Fraction[][] response,
            Fraction[][] belief,
            List<List<SustainingPlay>> sustaining) {
        this.game = game;
        this.sender = sender;
        this.response = response;
        this.belief = belief;
        this.sustaining = List.copyOf(sustaining);
    }

    /** The game it belongs to. */
    public SignalingGame game() {
        return game;
    }

    /** What the message tells; with one type only, separating. */
    public Kind kind() {
        return Kind.of(senders());
    }

    /** How likely the type sends the message, a share. */
    public Fraction sender(int type, int message) {
        return sender[type][message];
    }

    /** How likely the receiver takes the action after the message, a share; after a message nobody sends one that deters, of {@link #sustaining}. */
    public Fraction response(int message, int action) {
        return response[message][action];
    }

    /** How likely the receiver thinks the type after the message, a share; after a message nobody sends one that serves, of {@link #sustaining}. */
    public Fraction belief(int message, int type) {
        return belief[message][type];
    }

    /** The sender's strategy, by type and message. */
    List<List<Fraction>> senders() {
        return Arrays.stream(sender).map(List::of).toList();
    }

    /** The receiver's strategy, by message and action. */
    List<List<Fraction>> responses() {
        return Arrays.stream(response).map(List::of).toList();
    }

    /** Whether some type sends the message. */
    public boolean onPath(int message) {
        return Arrays.stream(sender).anyMatch(ofType -> ofType[message].signum() > 0);
    }

    /** All beliefs and responses after a message nobody sends that sustain this outcome; empty for a message that is sent. */
    public List<SustainingPlay> sustaining(int message) {
        return sustaining.get(message);
    }

    /**
     * From the least to the greatest weight that sustaining beliefs after the message give the type, shares; one value on the path. This is the
     * hull: weights between may not sustain, see {@link #beliefRanges}.
     */
    public Range beliefs(int message, int type) {
        if (onPath(message)) {
            return Range.of(belief[message][type].value());
        }
        double low = 1;
        double high = 0;
        for (SustainingPlay play : sustaining(message)) {
            for (List<Fraction> vertex : play.beliefs()) {
                low = Math.min(low, vertex.get(type).value());
                high = Math.max(high, vertex.get(type).value());
            }
        }
        return Range.of(low, high);
    }

    /**
     * The weights that sustaining beliefs after the message give the type, shares, as ranges apart from each other, in ascending order; one value
     * on the path. With two types that have the message these are the beliefs themselves; with more they are what each polytope of {@link
     * #sustaining} covers of one weight.
     */
    public List<Range> beliefRanges(int message, int type) {
        if (onPath(message)) {
            return List.of(beliefs(message, type));
        }
        return WeightRange.apart(sustaining(message), type).stream()
                .map(WeightRange::shares)
                .toList();
    }

    /** What the type gets [unit of the game], the u*(t) of refinements. */
    public Fraction payoff(int type) {
        Fraction most = payoff(type, firstSent(type));
        for (int m = 0; m < game.messages().size(); m++) {
            if (sender[type][m].signum() > 0 && payoff(type, m).compareTo(most) > 0) {
                most = payoff(type, m);
            }
        }
        return most;
    }

    private int firstSent(int type) {
        int m = 0;
        while (sender[type][m].signum() == 0) {
            m++;
        }
        return m;
    }

    /** What the type gets if it sends the message and the receiver responds as here [unit of the game]. */
    public Fraction payoff(int type, int message) {
        Fraction sum = Fraction.ZERO;
        for (int a = 0; a < game.actions().size(); a++) {
            sum = sum.plus(response[message][a].times(game.sender(type, message, a)));
        }
        return sum;
    }

    /** What the receiver gets on average [unit of the game]. */
    public Fraction receiverPayoff() {
        Fraction sum = Fraction.ZERO;
        for (int t = 0; t < game.types().size(); t++) {
            for (int m = 0; m < game.messages().size(); m++) {
                final Fraction sent = game.prior(t).times(sender[t][m]);
                for (int a = 0; sent.signum() > 0 && a < game.actions().size(); a++) {
                    sum = sum.plus(sent.times(response[m][a]).times(game.receiver(t, m, a)));
                }
            }
        }
        return sum;
    }

    /** Whether the same happens on the path: the sender's strategy, and the response to every message that is sent. */
    public boolean sameOutcome(PerfectBayesianEquilibrium other) {
        if (!game.equals(other.game) || !Arrays.deepEquals(sender, other.sender)) {
            return false;
        }
        for (int m = 0; m < response.length; m++) {
            if (onPath(m) && !Arrays.equals(response[m], other.response[m])) {
                return false;
            }
        }
        return true;
    }

    /** A row a message: whether it is sent, how likely each type sends it, what is thought and what is done after it. */
    public Table table() {
        final List<Column> columns = new ArrayList<>(List.of(Column.of("message"), Column.of("sent")));
        game.types().forEach(type -> columns.add(Column.of("sent by " + type, "share")));
        game.types().forEach(type -> columns.add(Column.of("belief in " + type, "share")));
        game.actions().forEach(action -> columns.add(Column.of("response " + action, "share")));
        final List<List<@Nullable Object>> rows = new ArrayList<>();
        for (int m = 0; m < game.messages().size(); m++) {
            final List<@Nullable Object> row =
                    new ArrayList<>(List.of(game.messages().get(m), onPath(m)));
            for (Fraction[] ofType : sender) {
                row.add(ofType[m].value());
            }
            Arrays.stream(belief[m]).forEach(share -> row.add(share.value()));
            Arrays.stream(response[m]).forEach(share -> row.add(share.value()));
            rows.add(row);
        }
        return Table.of(columns, rows);
    }

    /** Short enough for JShell, which cuts long lines in the middle. */
    @Override
    public String toString() {
        final String all = "PerfectBayesianEquilibrium[" + kind() + ": " + Telling.path(this) + "]";
        return all.length() < 80
                ? all
                : "PerfectBayesianEquilibrium[" + kind() + ", " + TableText.counted(sentCount(), "message") + " sent]";
    }

    /** Who sends what, what is answered, and what keeps each from the other messages. */
    public String explain() {
        return Telling.explain(this);
    }

    private long sentCount() {
        return java.util.stream.IntStream.range(0, response.length)
                .filter(this::onPath)
                .count();
    }
}
