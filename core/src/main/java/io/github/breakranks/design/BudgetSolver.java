package io.github.breakranks.design;

import io.github.breakranks.answer.Answer;
import io.github.breakranks.answer.Certificate;
import io.github.breakranks.answer.Solver;
import io.github.breakranks.answer.Watch;
import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.internal.Checks;
import io.github.breakranks.internal.TableText;
import io.github.breakranks.offer.Term;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * Finds the offer that brings most within a budget.
 *
 * <pre>{@code
 *   max share(o)  over the values allowed, with  outlay(o) <= budget
 * }</pre>
 *
 * <p>Shares and outlays rise with every term: of a single term the largest value that the budget covers is best. Where play jumps there, the
 * answer is the share before the jump, and it says what a little more would bring and cost. Of offers that bring the same share the
 * cheapest is given. Several terms go by branch and bound; {@link DesignedOffer#mostShare} bounds what any other offer brings, resting on
 * rest points as found in floating point. Beside a fold that bound closes for one law; for groups and lists it may stay apart, and says so.
 *
 * <p>Cost: some 60 rest points for one term; two or three for each box of several.
 *
 * @param instruments what may be varied; no two of them the same
 * @param budget      the most that may be laid out [unit of the game], finite and at least 0
 * @param reliance    at which rest point the share is counted
 * @param costs       what it costs the host
 */
public record BudgetSolver(List<Instrument> instruments, double budget, Reliance reliance, HostCosts costs)
        implements Solver<DefectionGame, DesignedOffer> {
    private static final double GAP = 5e-4; // of the share
    private static final int MOST_BOXES = 40_000;
    private static final double LOWER = 1e-9; // a value lower by less is the same
    private static final double ROUNDING = 1e-11; // of a share

    public BudgetSolver {
        instruments = OpenTerms.checked(instruments);
        Checks.atLeast(0.0, "budget", "unit of the game", budget);
        Objects.requireNonNull(reliance, "reliance");
        Objects.requireNonNull(costs, "costs");
    }

    /** The solver for a budget and these terms of the offer to everybody, in the least rest point; cash is all it costs. */
    public static BudgetSolver of(double budget, Term... terms) {
        return of(
                budget,
                Arrays.stream(Objects.requireNonNull(terms, "terms"))
                        .map(Instrument::of)
                        .toArray(Instrument[]::new));
    }

    /** The solver for a budget and these instruments, in the least rest point; cash is all it costs. */
    public static BudgetSolver of(double budget, Instrument... instruments) {
        return new BudgetSolver(List.of(instruments), budget, Reliance.LEAST, HostCosts.cashOnly());
    }

    /** This solver, counting the share at another rest point. */
    public BudgetSolver relyingOn(Reliance newReliance) {
        return new BudgetSolver(instruments, budget, newReliance, costs);
    }

    /** This solver at other costs. */
    public BudgetSolver at(HostCosts newCosts) {
        return new BudgetSolver(instruments, budget, reliance, newCosts);
    }

    @Override
    public Answer<DesignedOffer> solve(DefectionGame game, Watch watch) {
        final OpenTerms terms = new OpenTerms(game, instruments, reliance, costs, watch);
        final Assembly assembly = new Assembly(terms, "keeps to the budget of " + TableText.number(budget, 4));
        if (!terms.monotonicity().rises()) {
            final String why = "no rest point to rely on is claimed, as "
                    + terms.monotonicity().sentence();
            return new Answer.Stopped<>(
                    assembly.unsettled(terms.lows(), why),
                    new Certificate.Unproven(why),
                    why,
                    "use a reprisal that fades as more go");
        }
        final double[] lows = terms.lows();
        if (!LargestValue.covered(terms, lows, budget) && !terms.stopped()) {
            return tooDear(terms, assembly);
        }
        final String falls = terms.falls();
        if (!falls.isEmpty()) {
            return new Answer.Stopped<>(
                    assembly.unsettled(lows, falls),
                    new Certificate.Unproven(falls),
                    falls,
                    "keep each term within values in which more of it never hurts, with Instrument.between(low, high)");
        }
        if (!terms.stopped() && IntStream.range(0, terms.count()).allMatch(terms::ignored)) {
            final String why = "the net gain does not depend on "
                    + String.join(
                            " or ", instruments.stream().map(Instrument::label).toList());
            return new Answer.Found<>(
                    new Assembly(terms, "brings more within the budget of " + TableText.number(budget, 4))
                            .none(lows, why),
                    new Certificate.Unproven("compared at nine shares"));
        }
        final Search search = new Search(terms);
        final Candidate best = search.best();
        if (terms.stopped()) {
            final String why = "not looked for to the end";
            return new Answer.Stopped<>(
                    best.found() && terms.count() > 1
                            ? assembly.most(best, search.mostShare())
                            : assembly.unsettled(lows, why),
                    new Certificate.Unproven(why),
                    watch.mayGoOn() ? "more rest points than can be kept" : watch.why(),
                    watch.mayGoOn()
                            ? "bound the slope of the net gain (NetGain.slopeOver) and the density (CostLaw.densityOver)"
                            : "raise the limit");
        }
        return new Answer.Found<>(
                assembly.most(best, search.mostShare()),
                new BudgetVerifier(terms, budget).certify(best, search.highs(), search.mostShare()));
    }

    private Answer<DesignedOffer> tooDear(OpenTerms terms, Assembly assembly) {
        final DefectionGame lowest = terms.at(terms.lows());
        final double outlay = terms.outlay(lowest, terms.paid(lowest));
        final String why = "the lowest offer allowed costs " + TableText.number(outlay, 4) + " for the "
                + TableText.number(terms.total(terms.paid(lowest)), 4) + " who go " + reliance.label()
                + "; raise the budget or allow a lower offer";
        return new Answer.Found<>(
                assembly.none(terms.lows(), why), new BudgetVerifier(terms, budget).tooDear(terms.lows()));
    }

    /** One search, and what came of it. */
    private final class Search {
        private final OpenTerms terms;
        private final double[] highs;
        private Candidate best = Candidate.NONE;
        private double mostShare = 1;

        Search(OpenTerms terms) {
            this.terms = terms;
            this.highs = largest();
            final double[] lows = terms.lows();
            if (terms.count() == 1) {
                best = BudgetBoxes.candidate(terms, lows, 0, highs[0]);
                mostShare = -best.score();
            } else if (!terms.stopped()) {
                final BudgetBoxes boxes = new BudgetBoxes(terms, budget, GAP, MOST_BOXES);
                lower(boxes);
                boxes.run(lows, highs);
                best = exact(boxes.best());
                mostShare = -boxes.bound();
            }
            if (best.found() && !terms.stopped()) {
                best = without(cheaper());
                mostShare = Math.max(mostShare, -best.score());
            }
        }

        /** The best offer brings as much as those known: nobody can then be paid more than the budget over so many. */
        private void lower(BudgetBoxes boxes) {
            double known = 0;
            for (int k = 0; k < highs.length; k++) {
                known = Math.max(known, -boxes.given(terms.lows(), k).score());
                known = Math.max(known, -boxes.given(highs, k).score());
            }
            for (int k = 0; k < highs.length; k++) {
                final double perUnit = HighestValues.perUnit(terms, k);
                final double most = budget / (perUnit * known * terms.heads()) * (1 + ROUNDING);
                highs[k] = perUnit > 0 && known > 0
                        ? Math.max(terms.instrument(k).low(), Math.min(highs[k], most))
                        : highs[k];
            }
        }

        /** Each term in turn at its largest value, the others as found. */
        private Candidate exact(Candidate found) {
            Candidate exact = found;
            for (int k = 0; k < terms.count() && found.found(); k++) {
                final double largest = LargestValue.of(terms, k, found.values(), budget, terms.finalWidth());
                exact = Double.isNaN(largest)
                        ? exact
                        : exact.better(BudgetBoxes.candidate(terms, found.values(), k, largest));
            }
            return exact;
        }

        /** The largest value of each that is covered, the others at their lowest. */
        private double[] largest() {
            final double[] largest = new double[terms.count()];
            for (int k = 0; k < largest.length; k++) {
                largest[k] = LargestValue.of(terms, k, terms.lows(), budget, terms.finalWidth());
                if (largest[k] == terms.ceiling()) {
                    largest[k] = enough(k);
                }
            }
            return largest;
        }

        /** An amount that nothing bounds: as much as brings all that it can bring, if more of it changes nothing. */
        private double enough(int index) {
            final double[] most = terms.highs();
            final double share = terms.total(terms.relied(terms.at(most)));
            final double[] others = terms.count() == 1 ? terms.lows() : most;
            final LeastValue least = share > 0
                    ? LeastValue.bisect(terms, index, others, share, terms.finalWidth())
                    : new LeastValue(
                            terms.instrument(index).low(),
                            true,
                            terms.instrument(index).low());
            return least.works();
        }

        /** The same share for less, where it can be had by lowering one term. */
        private Candidate cheaper() {
            Candidate cheapest = best;
            for (int k = 0; k < terms.count(); k++) {
                final Candidate lowest = BudgetBoxes.candidate(
                        terms, cheapest.values(), k, terms.instrument(k).low());
                if (lowest.score() <= best.score() + ROUNDING) { // shares nearer than this are one
                    cheapest = lowest;
                    continue;
                }
                final LeastValue least =
                        LeastValue.bisect(terms, k, cheapest.values(), -best.score(), terms.finalWidth());
                if (least.possible() && least.works() < cheapest.values()[k] * (1 - LOWER)) {
                    final Candidate lower = BudgetBoxes.candidate(terms, cheapest.values(), k, least.works());
                    cheapest = lower.score() <= best.score() * (1 - ROUNDING) ? lower : cheapest;
                }
            }
            return cheapest;
        }

        /** What is nothing but for rounding is left out. */
        private Candidate without(Candidate found) {
            Candidate plain = found;
            for (int k = 0; k < terms.count(); k++) {
                final double low = terms.instrument(k).low();
                final double value = plain.values()[k];
                if (value > low && value - low < LOWER) {
                    final Candidate lower = BudgetBoxes.candidate(terms, plain.values(), k, low);
                    plain = lower.score() <= plain.score() * (1 - LOWER) ? lower : plain;
                }
            }
            return plain;
        }

        Candidate best() {
            return best;
        }

        double mostShare() {
            return mostShare;
        }

        double[] highs() {
            return highs;
        }
    }
}
