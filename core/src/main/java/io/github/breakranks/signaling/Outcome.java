package io.github.breakranks.signaling;

import io.github.breakranks.answer.Fraction;
import java.util.ArrayList;
import java.util.List;

/** What happens on the path, and from it the equilibrium with all that sustains it. */
final class Outcome {
    private final SignalingGame game;
    private final List<List<Fraction>> sender; // by type, message
    private final List<List<Fraction>> response; // by message, action; of no meaning where nobody sends it

    Outcome(SignalingGame game, List<List<Fraction>> sender, List<List<Fraction>> response) {
        this.game = game;
        this.sender = sender;
        this.response = response;
    }

    /** The same for the same outcome only. */
    List<Object> key() {
        final List<Object> key = new ArrayList<>(sender);
        for (int m = 0; m < response.size(); m++) {
            key.add(sent(m).signum() > 0 ? response.get(m) : List.of());
        }
        return key;
    }

    private Fraction sent(int message) {
        Fraction sent = Fraction.ZERO;
        for (int t = 0; t < sender.size(); t++) {
            sent = sent.plus(game.prior(t).times(sender.get(t).get(message)));
        }
        return sent;
    }

    /** With the simplest play after messages that nobody sends, and all that would do. */
    PerfectBayesianEquilibrium sustained(OffPathSets sets) {
        final Fraction[][] responses = new Fraction[response.size()][];
        final Fraction[][] beliefs = new Fraction[response.size()][];
        final List<List<SustainingPlay>> sustaining = new ArrayList<>();
        final List<Fraction> payoffs = payoffs();
        for (int m = 0; m < responses.length; m++) {
            final Fraction sent = sent(m);
            if (sent.signum() > 0) {
                sustaining.add(List.of());
                responses[m] = response.get(m).toArray(Fraction[]::new);
                beliefs[m] = posterior(m, sent);
            } else {
                final List<SustainingPlay> after = sets.after(m, payoffs);
                final SustainingPlay simplest = after.get(0);
                sustaining.add(after);
                responses[m] = simplest.responses().get(0).toArray(Fraction[]::new);
                beliefs[m] = OffPathSets.mean(simplest.beliefs()).toArray(Fraction[]::new);
            }
        }
        final Fraction[][] senders =
                sender.stream().map(row -> row.toArray(Fraction[]::new)).toArray(Fraction[][]::new);
        return new PerfectBayesianEquilibrium(game, senders, responses, beliefs, sustaining);
    }

    private Fraction[] posterior(int message, Fraction sent) {
        final Fraction[] posterior = new Fraction[sender.size()];
        for (int t = 0; t < posterior.length; t++) {
            posterior[t] = game.prior(t).times(sender.get(t).get(message)).over(sent);
        }
        return posterior;
    }

    private List<Fraction> payoffs() {
        final List<Fraction> payoffs = new ArrayList<>();
        for (int t = 0; t < sender.size(); t++) {
            Fraction payoff = Fraction.ZERO;
            for (int m = 0; m < response.size(); m++) {
                for (int a = 0; a < game.actions().size(); a++) {
                    payoff = payoff.plus(
                            sender.get(t).get(m).times(response.get(m).get(a)).times(game.sender(t, m, a)));
                }
            }
            payoffs.add(payoff);
        }
        return payoffs;
    }
}
