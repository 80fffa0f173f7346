package io.github.breakranks.design;

import io.github.breakranks.answer.Answer;
import io.github.breakranks.answer.Certificate;
import io.github.breakranks.answer.Solver;
import io.github.breakranks.answer.Watch;
import io.github.breakranks.design.Certainty.Step;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * Finds what it costs to reach a target in more and more of the games that it might be: outlay against certainty.
 *
 * <pre>{@code
 *   v_i           the least value of the instrument at which game i reaches the target
 *   certainty(v)  sum of the weights of the games with v_i <= v
 *   v(p)          inf { v : certainty(v) >= p }                     a step at each v_i;  v(1) is the worst case
 * }</pre>
 *
 * <p>As more of an offer never brings fewer, the games in which a value suffices only grow with it. Cost: for each game some 3,000 quantiles
 * of one law; groups and lists are solved some fifty times.
 *
 * @param instrument what is varied
 * @param target     what is to be reached
 * @param costs      what the offer costs its host
 */
public record CertaintySolver(Instrument instrument, Target target, HostCosts costs)
        implements Solver<Ambiguity, Certainty> {
    public CertaintySolver {
        Objects.requireNonNull(instrument, "instrument");
        Objects.requireNonNull(target, "target");
        Objects.requireNonNull(costs, "costs");
    }

    /** The solver for one instrument and a target, the cash being all that costs. */
    public static CertaintySolver of(Instrument instrument, Target target) {
        return new CertaintySolver(instrument, target, HostCosts.cashOnly());
    }

    /** This solver with other costs to the host. */
    public CertaintySolver withCosts(HostCosts newCosts) {
        return new CertaintySolver(instrument, target, newCosts);
    }

    @Override
    public Answer<Certainty> solve(Ambiguity ambiguity, Watch watch) {
        Objects.requireNonNull(ambiguity, "ambiguity");
        try {
            final Losses losses = new Losses(ambiguity, instrument, target, costs, watch);
            final Certainty found = new Certainty(this, ambiguity, steps(ambiguity, losses));
            final Certificate certificate = AmbiguityVerifier.certify(found, this, ambiguity, watch);
            return watch.mayGoOn()
                    ? new Answer.Found<>(found, certificate)
                    : new Answer.Stopped<>(found, certificate, watch.why(), "raise the limit");
        } catch (SolvedTakeUp.Ended ended) {
            final String why = String.valueOf(ended.getMessage());
            return new Answer.Stopped<>(
                    Certainty.notFound(this, ambiguity), new Certificate.Unproven(why), why, "raise the limit");
        }
    }

    private List<Step> steps(Ambiguity ambiguity, Losses losses) {
        final List<Integer> order = new ArrayList<>();
        for (int i = 0; i < ambiguity.size(); i++) {
            if (losses.reaches(i)) {
                order.add(i);
            }
        }
        order.sort(Comparator.<Integer>comparingDouble(i -> losses.need(i).value())
                .thenComparing(i -> !losses.need(i).attained()));
        final List<Step> steps = new ArrayList<>();
        double certainty = 0;
        for (int k = 0; k < order.size(); k++) {
            final Need need = losses.need(order.get(k));
            certainty += ambiguity.weights().get(order.get(k));
            final boolean last = k + 1 == order.size();
            if (last || !losses.need(order.get(k + 1)).equals(need)) {
                final double reached = last && order.size() == ambiguity.size() ? 1 : certainty;
                steps.add(step(ambiguity, losses, need, Math.min(1, reached)));
            }
        }
        return steps;
    }

    private static Step step(Ambiguity ambiguity, Losses losses, Need need, double certainty) {
        double expected = 0;
        double worst = 0;
        for (int i = 0; i < ambiguity.size(); i++) {
            final double outlay = losses.outlay(i, need.value(), !need.attained());
            expected += ambiguity.weights().get(i) * outlay;
            worst = Math.max(worst, outlay);
        }
        return new Step(certainty, need.value(), need.attained(), expected, worst);
    }
}
