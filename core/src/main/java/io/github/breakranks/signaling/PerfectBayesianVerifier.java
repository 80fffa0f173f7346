package io.github.breakranks.signaling;

import io.github.breakranks.answer.Certificate;
import io.github.breakranks.answer.Fraction;
import io.github.breakranks.internal.Halted;
import java.math.BigInteger;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Checks equilibria from the payoffs and the prior alone, in fractions: sender optimal, receiver optimal, Bayes on the path, beliefs off it.
 *
 * <p>Sets are checked at their vertices. The conditions of each player are linear in what the other does, and which messages and actions are
 * used inside a set is used at some vertex; so if every pair of vertices is in equilibrium all between is.
 */
final class PerfectBayesianVerifier {
    private final SignalingGame game;
    private final BooleanSupplier mayGoOn;

    PerfectBayesianVerifier(SignalingGame game) {
        this(game, () -> true);
    }

    /** Asks before each look whether to go on. */
    PerfectBayesianVerifier(SignalingGame game, BooleanSupplier mayGoOn) {
        this.game = game;
        this.mayGoOn = mayGoOn;
    }

    /** What is found of all entries and sets; unproven names the first that fails. */
    Certificate certify(PerfectBayesianEquilibria equilibria) {
        try {
            return certified(equilibria);
        } catch (Halted early) {
            return new Certificate.Unproven("not all outcomes were checked");
        }
    }

    private Certificate certified(PerfectBayesianEquilibria equilibria) {
        int number = 0;
        for (PerfectBayesianEquilibrium each : equilibria.all()) {
            final String fault = fault(each);
            if (!fault.isEmpty()) {
                return new Certificate.Unproven("entry " + number + ": " + fault);
            }
            number++;
        }
        for (EquilibriumPiece piece : equilibria.pieces()) {
            final String fault = fault(piece);
            if (!fault.isEmpty()) {
                return new Certificate.Unproven("a set: " + fault);
            }
        }
        if (equilibria.all().isEmpty() && !equilibria.noneMissing()) {
            return new Certificate.Unproven("no outcome was found");
        }
        return new Certificate.Proven(
                "fractions: in "
                        + each("outcome", BigInteger.valueOf(equilibria.all().size()))
                        + " both play best replies, beliefs follow Bayes and every message unsent is deterred",
                List.of(
                        equilibria.complete()
                                ? noOthers(equilibria)
                                : equilibria.noneMissing()
                                        ? noOthers(equilibria) + "; sets may lie in others, as not all were compared"
                                        : equilibria.enumerated()
                                                ? "others are possible, as not all were listed"
                                                : "others are possible, as not all supports were looked at"));
    }

    private static String noOthers(PerfectBayesianEquilibria equilibria) {
        return "no others, by the enumeration of " + all("support", equilibria.announced());
    }

    private static String each(String what, BigInteger count) {
        return count.equals(BigInteger.ONE) ? "the one " + what : "each of " + count + " " + what + "s";
    }

    private static String all(String what, BigInteger count) {
        return count.equals(BigInteger.ONE) ? "the one " + what : "all " + count + " " + what + "s";
    }

    private void ask() {
        if (!mayGoOn.getAsBoolean()) {
            throw new Halted();
        }
    }

    /** What is wrong with an equilibrium and the sets that sustain it; empty if nothing. */
    String fault(PerfectBayesianEquilibrium equilibrium) {
        ask();
        final Play play = new Play(game, equilibrium);
        final String own = play.fault();
        if (!own.isEmpty()) {
            return own;
        }
        for (int m = 0; m < game.messages().size(); m++) {
            if (equilibrium.onPath(m) != equilibrium.sustaining(m).isEmpty()) {
                return "message " + game.messages().get(m) + " must have sustaining play just if nobody sends it";
            }
            for (SustainingPlay sets : equilibrium.sustaining(m)) {
                final String fault = fault(play, m, sets);
                if (!fault.isEmpty()) {
                    return "sustaining play, " + fault;
                }
            }
        }
        return "";
    }

    private String fault(Play play, int message, SustainingPlay sets) {
        for (List<Fraction> belief : sets.beliefs()) {
            for (List<Fraction> response : sets.responses()) {
                ask();
                final String fault = play.after(message, belief, response).fault();
                if (!fault.isEmpty()) {
                    return fault;
                }
            }
        }
        return "";
    }

    private String fault(EquilibriumPiece piece) {
        for (List<List<Fraction>> sender : piece.senders()) {
            for (List<List<Fraction>> responses : piece.offPath().responses()) {
                ask();
                final String fault =
                        new Play(game, sender, responses, piece.offPath().beliefs()).fault();
                if (!fault.isEmpty()) {
                    return fault;
                }
            }
        }
        return "";
    }

    /** Strategies and beliefs, looked at from the definition. */
    private static final class Play {
        private final SignalingGame game;
        private final Fraction[][] sender; // by type, message
        private final Fraction[][] response; // by message, action
        private final Fraction[][] belief; // by message, type: off the path

        Play(SignalingGame game, PerfectBayesianEquilibrium equilibrium) {
            this(game, new Fraction[game.types().size()][game.messages().size()], rows(game), rowsOfTypes(game));
            for (int m = 0; m < response.length; m++) {
                for (int t = 0; t < sender.length; t++) {
                    sender[t][m] = equilibrium.sender(t, m);
                    belief[m][t] = equilibrium.belief(m, t);
                }
                for (int a = 0; a < response[m].length; a++) {
                    response[m][a] = equilibrium.response(m, a);
                }
            }
        }

        /** On the path beliefs are put right by Bayes, as none are given. */
        Play(
                SignalingGame game,
                List<List<Fraction>> sender,
                List<List<Fraction>> response,
                List<List<Fraction>> belief) {
            this(game, arrays(sender), arrays(response), arrays(belief));
            for (int m = 0; m < response.size(); m++) {
                final Fraction sent = sent(m);
                for (int t = 0; sent.signum() > 0 && t < this.sender.length; t++) {
                    this.belief[m][t] = game.prior(t).times(this.sender[t][m]).over(sent);
                }
            }
        }

        private Play(SignalingGame game, Fraction[][] sender, Fraction[][] response, Fraction[][] belief) {
            this.game = game;
            this.sender = sender;
            this.response = response;
            this.belief = belief;
        }

        private static Fraction[][] rows(SignalingGame game) {
            return new Fraction[game.messages().size()][game.actions().size()];
        }

        private static Fraction[][] rowsOfTypes(SignalingGame game) {
            return new Fraction[game.messages().size()][game.types().size()];
        }

        private static Fraction[][] arrays(List<List<Fraction>> rows) {
            return rows.stream().map(row -> row.toArray(Fraction[]::new)).toArray(Fraction[][]::new);
        }

        /** This with another belief and response after one message. */
        Play after(int message, List<Fraction> newBelief, List<Fraction> newResponse) {
            final Fraction[][] beliefs = belief.clone();
            beliefs[message] = newBelief.toArray(Fraction[]::new);
            final Fraction[][] responses = response.clone();
            responses[message] = newResponse.toArray(Fraction[]::new);
            return new Play(game, sender, responses, beliefs);
        }

        private Fraction sent(int message) {
            Fraction sent = Fraction.ZERO;
            for (int t = 0; t < sender.length; t++) {
                sent = sent.plus(game.prior(t).times(sender[t][message]));
            }
            return sent;
        }

        String fault() {
            for (int t = 0; t < sender.length; t++) {
                if (!isLaw(sender[t])) {
                    return "type " + game.types().get(t) + " must send messages with shares that sum to 1";
                }
                final String fault = senderFault(t);
                if (!fault.isEmpty()) {
                    return fault;
                }
            }
            for (int m = 0; m < response.length; m++) {
                final String fault = receiverFault(m);
                if (!fault.isEmpty()) {
                    return "after " + game.messages().get(m) + " " + fault;
                }
            }
            return "";
        }

        private static boolean isLaw(Fraction... shares) {
            Fraction sum = Fraction.ZERO;
            for (Fraction share : shares) {
                if (share.signum() < 0) {
                    return false;
                }
                sum = sum.plus(share);
            }
            return sum.equals(Fraction.ONE);
        }

        private String senderFault(int t) {
            for (int m = 0; m < response.length; m++) {
                if (sender[t][m].signum() > 0 && !game.available(t, m)) {
                    return "type " + game.types().get(t) + " has no "
                            + game.messages().get(m);
                }
                for (int other = 0; sender[t][m].signum() > 0 && other < response.length; other++) {
                    if (game.available(t, other) && gain(t, other).compareTo(gain(t, m)) > 0) {
                        return "type " + game.types().get(t) + " gains by sending "
                                + game.messages().get(other) + " rather than "
                                + game.messages().get(m);
                    }
                }
            }
            return "";
        }

        private Fraction gain(int t, int m) {
            Fraction gain = Fraction.ZERO;
            for (int a = 0; a < response[m].length; a++) {
                gain = gain.plus(response[m][a].times(game.sender(t, m, a)));
            }
            return gain;
        }

        private String receiverFault(int m) {
            if (!isLaw(response[m])) {
                return "actions must have shares that sum to 1";
            }
            if (!isLaw(belief[m])) {
                return "beliefs must be shares that sum to 1";
            }
            final Fraction sent = sent(m);
            for (int t = 0; t < sender.length; t++) {
                if (belief[m][t].signum() > 0 && !game.available(t, m)) {
                    return "the belief is in type " + game.types().get(t) + ", which does not have it";
                }
                if (sent.signum() > 0
                        && !belief[m][t].times(sent).equals(game.prior(t).times(sender[t][m]))) {
                    return "the belief in type " + game.types().get(t) + " must follow Bayes";
                }
            }
            return actionFault(m);
        }

        private String actionFault(int m) {
            for (int a = 0; a < response[m].length; a++) {
                for (int other = 0; response[m][a].signum() > 0 && other < response[m].length; other++) {
                    if (worth(m, other).compareTo(worth(m, a)) > 0) {
                        return game.actions().get(other) + " is better than "
                                + game.actions().get(a);
                    }
                }
            }
            return "";
        }

        private Fraction worth(int m, int a) {
            Fraction worth = Fraction.ZERO;
            for (int t = 0; t < sender.length; t++) {
                worth = worth.plus(belief[m][t].times(game.receiver(t, m, a)));
            }
            return worth;
        }
    }
}
