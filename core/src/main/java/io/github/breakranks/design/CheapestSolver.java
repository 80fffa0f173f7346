package io.github.breakranks.design;

import io.github.breakranks.answer.Answer;
import io.github.breakranks.answer.Certificate;
import io.github.breakranks.answer.Solver;
import io.github.breakranks.answer.Watch;
import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.internal.TableText;
import io.github.breakranks.offer.Term;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * Finds the cheapest offer that brings a target about, in the least, in every or in the best rest point.
 *
 * <pre>{@code
 *   min outlay(o)  over the values allowed, with  share(o) >= target
 *
 *   one term of one law:   v* = sup over x < target of v(x)             least, every
 *                          v* = inf over x >= target of v(x)            best
 *   one term of a list:    v* = max over r < target of the value at which the (r+1)-th goes when r have gone
 * }</pre>
 *
 * <p>As shares and outlays rise with every term, the least value of a single term is the cheapest. At a fold it is an infimum: the least rest
 * point jumps only above it, and the answer says to where. Several terms go by branch and bound, and the answer carries a bound on what
 * any other offer would cost ({@link DesignedOffer#lowerBound}), resting on rest points as found in floating point. Where no offer allowed reaches the target the answer says what the highest
 * brings.
 *
 * <p>The certificate is made by {@link io.github.breakranks.equilibrium.EquilibriumSolver}: with a little less the target is missed, with a
 * little more it is reached. Cost: one term of a law some 3,000 quantiles, of a list 100 cascades; each box of several terms two or three
 * rest points.
 *
 * @param instruments what may be varied; no two of them the same
 * @param target      what is to be brought about
 * @param costs       what it costs the host
 */
public record CheapestSolver(List<Instrument> instruments, Target target, HostCosts costs)
        implements Solver<DefectionGame, DesignedOffer> {
    private static final double GAP = 5e-4; // of the outlay
    private static final int MOST_BOXES = 60_000;
    private static final int MOST_BOXES_OF_GROUPS = 40_000; // each takes long beside a fold
    private static final int MOST_BOXES_OF_TWO = 3_000; // terms of groups: more hardly narrow the gap
    private static final double HALF = 0.5; // a target until one is named

    public CheapestSolver {
        instruments = OpenTerms.checked(instruments);
        Objects.requireNonNull(target, "target");
        Objects.requireNonNull(costs, "costs");
    }

    /** The solver for these terms of the offer to everybody; half of the population is to go, cash is all it costs. */
    public static CheapestSolver of(Term... terms) {
        return of(Arrays.stream(Objects.requireNonNull(terms, "terms"))
                .map(Instrument::of)
                .toArray(Instrument[]::new));
    }

    /** The solver for these instruments; half of the population is to go, cash is all it costs. */
    public static CheapestSolver of(Instrument... instruments) {
        return new CheapestSolver(List.of(instruments), Target.of(HALF), HostCosts.cashOnly());
    }

    /** This solver for such a share to go in the least rest point, in (0, 1]. */
    public CheapestSolver reaching(double share) {
        return reaching(Target.of(share));
    }

    /** This solver for another target. */
    public CheapestSolver reaching(Target newTarget) {
        return new CheapestSolver(instruments, newTarget, costs);
    }

    /** This solver at other costs. */
    public CheapestSolver at(HostCosts newCosts) {
        return new CheapestSolver(instruments, target, newCosts);
    }

    @Override
    public Answer<DesignedOffer> solve(DefectionGame game, Watch watch) {
        final OpenTerms terms = new OpenTerms(game, instruments, target.reliance(), costs, watch);
        final Assembly assembly = new Assembly(terms, goal());
        if (!terms.monotonicity().rises() && !scannable(terms)) {
            final String why = "no rest point to rely on is claimed, as "
                    + terms.monotonicity().sentence();
            return new Answer.Stopped<>(
                    assembly.unsettled(terms.lows(), why),
                    new Certificate.Unproven(why),
                    why,
                    "use a reprisal that fades as more go, or one term of one law and Target.inEvery()");
        }
        if (IntStream.range(0, terms.count()).allMatch(terms::ignored)) {
            final String why = "the net gain does not depend on "
                    + String.join(
                            " or ", instruments.stream().map(Instrument::label).toList());
            if (!reachedAnyway(terms)) {
                return new Answer.Found<>(
                        assembly.none(terms.lows(), why), new Certificate.Unproven("compared at nine shares"));
            }
        }
        final String falls = terms.falls();
        if (!falls.isEmpty()) {
            return new Answer.Stopped<>(
                    assembly.unsettled(terms.lows(), falls),
                    new Certificate.Unproven(falls),
                    falls,
                    "keep each term within values in which more of it never hurts, with Instrument.between(low, high)");
        }
        final Answer<DesignedOffer> answer = terms.count() == 1 ? one(terms, assembly) : several(terms, assembly);
        return watch.mayGoOn() || answer instanceof Answer.Stopped<DesignedOffer>
                ? answer
                : new Answer.Stopped<>(
                        answer.value(),
                        new Certificate.Unproven("not checked within the limit"),
                        watch.why(),
                        "raise the limit");
    }

    /** Every rest point reaches a target if none lies short of it: that needs no least one, only all of them. */
    private boolean scannable(OpenTerms terms) {
        return terms.oneLaw() && terms.count() == 1 && target.reliance() == Reliance.EVERY;
    }

    private boolean reachedAnyway(OpenTerms terms) {
        return terms.reached(terms.total(terms.relied(terms.at(terms.lows()))), target.share());
    }

    private String goal() {
        return "brings " + TableText.number(target.share(), 4) + " "
                + target.reliance().label();
    }

    private Answer<DesignedOffer> one(OpenTerms terms, Assembly assembly) {
        final double[] lows = terms.lows();
        final LeastValue least = everybody(terms) ? LeastValue.NONE : LeastValue.of(terms, 0, lows, target.share());
        if (terms.stopped()) {
            return stopped(terms, assembly, Candidate.NONE, 0);
        }
        if (!least.possible()) {
            return none(terms, assembly);
        }
        final Candidate candidate = CheapestBoxes.candidate(terms, lows, 0, least);
        if (terms.stopped()) {
            return stopped(terms, assembly, Candidate.NONE, 0);
        }
        return new Answer.Found<>(
                assembly.found(candidate, target.share(), Double.NaN),
                terms.monotonicity().rises()
                        ? new OfferVerifier(terms, target.share()).single(candidate)
                        : new Certificate.Unproven(terms.monotonicity().sentence() + "; rest points as scanned"));
    }

    private Answer<DesignedOffer> several(OpenTerms terms, Assembly assembly) {
        final double[] highs = new HighestValues(terms, target.share()).needed();
        if (terms.stopped()) {
            return stopped(terms, assembly, Candidate.NONE, 0);
        }
        if (highs.length == 0 || everybody(terms)) {
            return none(terms, assembly);
        }
        final int most =
                terms.game().groups() == 1 ? MOST_BOXES : terms.count() == 2 ? MOST_BOXES_OF_TWO : MOST_BOXES_OF_GROUPS;
        final CheapestBoxes boxes = new CheapestBoxes(terms, target.share(), GAP, most);
        boxes.run(terms.lows(), highs);
        if (terms.stopped()) {
            return stopped(terms, assembly, boxes.best(), boxes.bound());
        }
        if (!boxes.best().found()) {
            return none(terms, assembly);
        }
        final Candidate best = exact(terms, boxes.best());
        final double bound = Math.min(boxes.bound(), best.score());
        return new Answer.Found<>(
                assembly.found(best, target.share(), bound),
                new OfferVerifier(terms, target.share()).several(best, highs, bound));
    }

    /** With each term in turn at the least value that does it, the others as found: the cheapest of these. */
    private Candidate exact(OpenTerms terms, Candidate found) {
        Candidate best = Candidate.NONE;
        for (int free = 0; free < terms.count(); free++) {
            final LeastValue least = LeastValue.of(terms, free, found.values(), target.share());
            best = best.better(CheapestBoxes.candidate(terms, found.values(), free, least));
        }
        return best.found() ? best : found;
    }

    /** Whether all are to go though costs have no upper end. */
    private boolean everybody(OpenTerms terms) {
        return target.share() == 1
                && !terms.listed()
                && terms.game().population().groups().stream()
                        .anyMatch(group -> group.law().high() == Double.POSITIVE_INFINITY);
    }

    private Answer<DesignedOffer> none(OpenTerms terms, Assembly assembly) {
        final double[] highs = terms.highs();
        if (everybody(terms)) {
            final String why = "costs have no upper end, so somebody always stays; ask for less than 1";
            return new Answer.Found<>(assembly.none(terms.lows(), why), new Certificate.Proven(why, List.of()));
        }
        final double most = terms.total(terms.relied(terms.at(highs)));
        final List<String> bounds = instruments.stream()
                .map(each -> Double.isInfinite(each.high())
                        ? (terms.nearCeiling()
                                ? each.label() + " at most " + TableText.number(terms.ceiling(), 4)
                                : "any " + each.label())
                        : each.label() + " at most " + TableText.number(each.high(), 4))
                .toList();
        final boolean bounded =
                instruments.stream().anyMatch(each -> each.high() < each.term().high());
        final String why = String.join(" with ", bounds) + " brings "
                + (most == 0 ? "nobody" : TableText.number(most, 4)) + " "
                + target.reliance().label() + "; "
                + (bounded
                        ? "allow more "
                                + String.join(
                                        " or ",
                                        instruments.stream()
                                                .filter(each -> each.high()
                                                        < each.term().high())
                                                .map(Instrument::label)
                                                .toList())
                                + ", vary another term or ask for less"
                        : "vary another term or ask for less");
        return new Answer.Found<>(assembly.none(highs, why), new OfferVerifier(terms, target.share()).none(highs));
    }

    private Answer<DesignedOffer> stopped(OpenTerms terms, Assembly assembly, Candidate best, double bound) {
        final boolean ended = !terms.watch().mayGoOn();
        final String why = "not looked for to the end";
        return new Answer.Stopped<>(
                best.found() ? assembly.found(best, target.share(), bound) : assembly.unsettled(terms.lows(), why),
                new Certificate.Unproven(why),
                ended ? terms.watch().why() : restless(terms),
                ended
                        ? "raise the limit"
                        : terms.monotonicity().rises()
                                ? "bound the slope of the net gain (NetGain.slopeOver) and the density (CostLaw.densityOver)"
                                : "use a reprisal that fades as more go");
    }

    /** Why rest points were not found though there was time. */
    private static String restless(OpenTerms terms) {
        return terms.monotonicity().rises()
                ? "more rest points than can be kept"
                : "play comes to rest nowhere at some offers, as "
                        + terms.monotonicity().sentence();
    }
}
