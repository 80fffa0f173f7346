package io.github.breakranks.signaling;

import io.github.breakranks.answer.Fraction;
import io.github.breakranks.internal.ExactPolytope;
import io.github.breakranks.internal.ExactRow;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All supports one by one, each with its three linear systems written out from the definition: no tree, no pruning, nothing left out.
 * Slow; for very small games.
 */
final class PlainEnumeration {
    private final SignalingGame game;
    private final int types;
    private final int messages;
    private final int actions;
    private final Map<List<Object>, List<List<List<Fraction>>>> outcomes = new LinkedHashMap<>();
    private long supports;

    PlainEnumeration(SignalingGame game) {
        this.game = game;
        this.types = game.types().size();
        this.messages = game.messages().size();
        this.actions = game.actions().size();
        chooseMessages(new int[types], 0);
    }

    long supports() {
        return supports;
    }

    /** Vertices of the solutions of all supports, by outcome: sender and response. */
    Map<List<Object>, List<List<List<Fraction>>>> outcomes() {
        return outcomes;
    }

    private void chooseMessages(int[] sent, int type) {
        if (type == types) {
            chooseActions(sent, new int[messages], 0);
            return;
        }
        for (int set = 1; set < 1 << messages; set++) {
            boolean has = true;
            for (int m = 0; m < messages; m++) {
                has &= (set >>> m & 1) == 0 || game.available(type, m);
            }
            if (has) {
                sent[type] = set;
                chooseMessages(sent, type + 1);
            }
        }
    }

    private void chooseActions(int[] sent, int[] taken, int message) {
        if (message == messages) {
            supports++;
            solve(sent, taken);
            return;
        }
        for (int set = 1; set < 1 << actions; set++) {
            taken[message] = set;
            chooseActions(sent, taken, message + 1);
        }
    }

    private static boolean in(int set, int k) {
        return (set >>> k & 1) != 0;
    }

    private boolean anySends(int[] sent, int message) {
        boolean any = false;
        for (int set : sent) {
            any |= in(set, message);
        }
        return any;
    }

    private void solve(int[] sent, int[] taken) {
        for (int m = 0; m < messages; m++) {
            if (!anySends(sent, m) && !believable(m, taken[m])) {
                return;
            }
        }
        final List<ExactRow> responses = responses(sent, taken);
        if (responses.isEmpty()) {
            return;
        }
        final List<ExactRow> senders = senders(sent, taken);
        for (int m = 0; m < messages; m++) {
            final int message = m;
            if (anySends(sent, m) && senders.stream().noneMatch(row -> sends(row, message))) {
                return;
            }
        }
        for (ExactRow sender : senders) {
            for (ExactRow response : responses) {
                note(sender, response);
            }
        }
    }

    private boolean sends(ExactRow row, int message) {
        boolean sends = false;
        for (int t = 0; t < types; t++) {
            sends |= row.signum(t * messages + message) > 0;
        }
        return sends;
    }

    private void note(ExactRow sender, ExactRow response) {
        final List<List<Fraction>> sigma = new ArrayList<>();
        for (int t = 0; t < types; t++) {
            final Fraction prior = game.prior(t);
            sigma.add(WholeNumbers.shares(sender, t * messages, messages, types * messages).stream()
                    .map(share -> share.over(prior))
                    .toList());
        }
        final List<List<Fraction>> rho = new ArrayList<>();
        for (int m = 0; m < messages; m++) {
            rho.add(WholeNumbers.shares(response, m * actions, actions, messages * actions));
        }
        outcomes.putIfAbsent(new Outcome(game, sigma, rho).key(), List.of(sigma, rho));
    }

    private boolean believable(int m, int set) {
        ExactPolytope beliefs = ExactPolytope.simplex(types);
        for (int t = 0; t < types; t++) {
            beliefs = game.available(t, m) ? beliefs : beliefs.equal(BigInteger.ZERO, unit(types, t));
        }
        for (int a = 0; a < actions; a++) {
            for (int b = 0; in(set, a) && b < actions; b++) {
                final List<Fraction> row = new ArrayList<>();
                for (int t = 0; t < types; t++) {
                    row.add(game.receiver(t, m, b).minus(game.receiver(t, m, a)));
                }
                beliefs = beliefs.atMost(BigInteger.ZERO, WholeNumbers.of(row));
            }
        }
        return beliefs.feasible();
    }

    private static BigInteger[] unit(int size, int k) {
        final BigInteger[] unit = new BigInteger[size];
        java.util.Arrays.fill(unit, BigInteger.ZERO);
        unit[k] = BigInteger.ONE;
        return unit;
    }

    private static Fraction[] zeros(int size) {
        final Fraction[] zeros = new Fraction[size];
        java.util.Arrays.fill(zeros, Fraction.ZERO);
        return zeros;
    }

    private List<ExactRow> senders(int[] sent, int[] taken) {
        final int size = types * messages;
        ExactPolytope z = ExactPolytope.nonnegative(size);
        for (int t = 0; t < types; t++) {
            final Fraction[] row = zeros(size + 1);
            for (int m = 0; m < messages; m++) {
                row[t * messages + m] = Fraction.ONE;
                z = in(sent[t], m) ? z : z.equal(BigInteger.ZERO, unit(size, t * messages + m));
            }
            row[size] = game.prior(t);
            final BigInteger[] whole = WholeNumbers.of(List.of(row));
            z = z.equal(whole[size], java.util.Arrays.copyOf(whole, size));
        }
        for (int m = 0; m < messages; m++) {
            for (int a = 0; a < actions; a++) {
                for (int b = 0; anySends(sent, m) && in(taken[m], a) && b < actions; b++) {
                    z = z.atMost(BigInteger.ZERO, preference(m, b, a));
                }
            }
        }
        return z.vertices();
    }

    private BigInteger[] preference(int m, int a, int over) {
        final Fraction[] row = zeros(types * messages);
        for (int t = 0; t < types; t++) {
            row[t * messages + m] = game.receiver(t, m, a).minus(game.receiver(t, m, over));
        }
        return WholeNumbers.of(List.of(row));
    }

    private List<ExactRow> responses(int[] sent, int[] taken) {
        final int size = messages * actions;
        ExactPolytope rho = ExactPolytope.nonnegative(size);
        for (int m = 0; m < messages; m++) {
            final BigInteger[] row = new BigInteger[size];
            for (int k = 0; k < size; k++) {
                row[k] = k / actions == m ? BigInteger.ONE : BigInteger.ZERO;
            }
            rho = rho.equal(BigInteger.ONE, row);
            for (int a = 0; a < actions; a++) {
                rho = in(taken[m], a) ? rho : rho.equal(BigInteger.ZERO, unit(size, m * actions + a));
            }
        }
        for (int t = 0; t < types; t++) {
            for (int m = 0; m < messages; m++) {
                rho = in(sent[t], m) ? best(rho, t, m) : rho;
            }
        }
        return rho.vertices();
    }

    private ExactPolytope best(ExactPolytope responses, int t, int m) {
        ExactPolytope rho = responses;
        for (int other = 0; other < messages; other++) {
            if (other != m && game.available(t, other)) {
                rho = rho.atMost(BigInteger.ZERO, advantage(t, other, m));
            }
        }
        return rho;
    }

    private BigInteger[] advantage(int t, int m, int over) {
        final Fraction[] row = zeros(messages * actions);
        for (int a = 0; a < actions; a++) {
            row[m * actions + a] = game.sender(t, m, a);
            row[over * actions + a] = game.sender(t, over, a).times(-1);
        }
        return WholeNumbers.of(List.of(row));
    }
}
