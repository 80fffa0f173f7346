package io.github.breakranks.design;

import io.github.breakranks.answer.Answer;
import io.github.breakranks.answer.Certificate;
import io.github.breakranks.answer.Solver;
import io.github.breakranks.answer.Watch;
import io.github.breakranks.design.RobustOffer.Outcome;
import io.github.breakranks.internal.Checks;
import io.github.breakranks.internal.TableText;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Finds a value of one instrument for a host who does not know which of several games it is.
 *
 * <pre>{@code
 *   worst case      v* = max over i of v_i              v_i  the least value at which game i reaches the target
 *   least regret    min over v of  max over i of  loss_i(v) - min over w of loss_i(w)
 *                   loss_i(v) = outlay_i(v) + worth * heads * max(0, target - x_i(v))
 * }</pre>
 *
 * <p>The worst case takes no chances: the target is reached whichever game it is (A. Wald 1945, doi 10.2307/1969022). Regret is what one would
 * have saved by knowing the game (L. Savage 1951, doi 10.1080/01621459.1951.10500768); a target missed then costs its worth, and a game that
 * only an exorbitant offer would win may be let go. As the worth grows the least regret becomes the worst case.
 *
 * <p>Regret is smooth but where some game jumps or reaches its target. Between such values it is sampled, and every dip narrowed down by golden
 * section; a dip narrower than the samples may be missed, which the certificate's scan on another grid looks for. Cost: for each game some
 * 3,000 quantiles, and for n games some 60 n^2 rest points for the least regret.
 *
 * @param instrument what is varied
 * @param target     what is to be reached
 * @param costs      what the offer costs its host
 * @param worth      what each defection short of the target costs [unit of the game], above 0; infinity if none may be missed: the worst case
 */
public record RobustSolver(Instrument instrument, Target target, HostCosts costs, double worth)
        implements Solver<Ambiguity, RobustOffer> {
    public RobustSolver {
        Objects.requireNonNull(instrument, "instrument");
        Objects.requireNonNull(target, "target");
        Objects.requireNonNull(costs, "costs");
        if (!(worth > 0)) {
            throw Checks.refused("worth must be > 0 [unit of the game], but was %s", worth);
        }
    }

    /** The cheapest value that reaches the target in every game, the cash being all that costs. */
    public static RobustSolver worstCase(Instrument instrument, Target target) {
        return new RobustSolver(instrument, target, HostCosts.cashOnly(), Double.POSITIVE_INFINITY);
    }

    /** The value of least regret if each defection short of the target costs so much [unit of the game], the cash being all that costs. */
    public static RobustSolver leastRegret(Instrument instrument, Target target, double worth) {
        return new RobustSolver(
                instrument, target, HostCosts.cashOnly(), Checks.above(0, "worth", "unit of the game", worth));
    }

    /** This solver with other costs to the host. */
    public RobustSolver withCosts(HostCosts newCosts) {
        return new RobustSolver(instrument, target, newCosts, worth);
    }

    /** Whether no defection may be missed. */
    boolean takesNoChances() {
        return worth == Double.POSITIVE_INFINITY;
    }

    @Override
    public Answer<RobustOffer> solve(Ambiguity ambiguity, Watch watch) {
        Objects.requireNonNull(ambiguity, "ambiguity");
        try {
            final Losses losses = new Losses(ambiguity, instrument, target, costs, watch);
            if (takesNoChances()) {
                return worstCase(ambiguity, losses, watch);
            }
            final RegretSearch search = new RegretSearch(losses, instrument, worth, watch);
            final RobustOffer offer = offer(ambiguity, losses, search.best(), search.least());
            return answer(offer, AmbiguityVerifier.certify(offer, this, ambiguity, watch), watch);
        } catch (SolvedTakeUp.Ended ended) {
            final String why = String.valueOf(ended.getMessage());
            return new Answer.Stopped<>(
                    new RobustOffer(this, ambiguity, new Need(Double.NaN, false), List.of()),
                    new Certificate.Unproven(why),
                    why,
                    "raise the limit");
        }
    }

    private static Answer<RobustOffer> answer(RobustOffer offer, Certificate certificate, Watch watch) {
        return watch.mayGoOn()
                ? new Answer.Found<>(offer, certificate)
                : new Answer.Stopped<>(offer, certificate, watch.why(), "raise the limit");
    }

    private Answer<RobustOffer> worstCase(Ambiguity ambiguity, Losses losses, Watch watch) {
        Need most = new Need(instrument.low(), true);
        final double[] own = new double[losses.size()];
        final List<Integer> beyond = new ArrayList<>();
        double top = instrument.low();
        for (int i = 0; i < losses.size(); i++) {
            final Need need = losses.need(i);
            top = Math.max(top, losses.takeUp(i).top());
            if (!losses.reaches(i)) {
                beyond.add(i);
                own[i] = Double.NaN;
                continue;
            }
            own[i] = losses.outlay(i, need.value(), !need.attained());
            if (need.value() > most.value() || need.value() == most.value() && !need.attained()) {
                most = need;
            }
        }
        if (beyond.isEmpty()) {
            final RobustOffer offer = offer(ambiguity, losses, most, own);
            return answer(offer, AmbiguityVerifier.certify(offer, this, ambiguity, watch), watch);
        }
        final int first = beyond.get(0);
        final String why = "a share of " + target.share() + ' '
                + target.reliance().label() + " is out of reach in "
                + beyond.size() + " of " + losses.size() + " games: " + reached(losses, first);
        return new Answer.Stopped<>(
                offer(ambiguity, losses, new Need(top, true), own),
                new Certificate.Unproven(why),
                why,
                "raise the upper bound, lower the target, or ask for the least regret");
    }

    /** How far the instrument goes in a game in which it does not go far enough. */
    private String reached(Losses losses, int game) {
        final String label = instrument.label();
        final double most = losses.takeUp(game).most(TakeUp.seeksGreatest(target.reliance()));
        if (most >= target.share()) {
            return "no " + label + " brings the last of game " + game + ", as some costs are above any amount";
        }
        final String share = TableText.number(most, 4);
        return Double.isFinite(instrument.high())
                ? label + " up to " + instrument.high() + " brings " + share + " in game " + game
                : "no " + label + " brings more than " + share + " of game " + game;
    }

    /** What a value comes to in each game, the least loss there being known. */
    private RobustOffer offer(Ambiguity ambiguity, Losses losses, Need at, double... least) {
        final List<Outcome> outcomes = new ArrayList<>();
        for (int i = 0; i < losses.size(); i++) {
            final double value = at.value();
            final boolean above = !at.attained();
            final double outlay = losses.outlay(i, value, above);
            final double missed = losses.missed(i, value, above);
            final double loss = missed == 0 ? outlay : outlay + worth * missed;
            outcomes.add(new Outcome(
                    i,
                    losses.reaches(i) ? losses.need(i).value() : Double.POSITIVE_INFINITY,
                    losses.share(i, value, above),
                    missed,
                    outlay,
                    Math.max(0, loss - least[i])));
        }
        return new RobustOffer(this, ambiguity, at, outcomes);
    }
}
