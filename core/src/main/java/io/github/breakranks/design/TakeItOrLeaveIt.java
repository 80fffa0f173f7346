package io.github.breakranks.design;

import io.github.breakranks.answer.Answer;
import io.github.breakranks.answer.Certificate;
import io.github.breakranks.answer.Range;
import io.github.breakranks.answer.Solver;
import io.github.breakranks.answer.Watch;
import io.github.breakranks.design.SingleOffer.Terms;
import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.internal.Checks;
import io.github.breakranks.offer.Monotonicity;
import io.github.breakranks.offer.Term;
import java.util.Objects;

/**
 * Finds the cash that gains a host most from one offer to all: take it or leave it.
 *
 * <pre>{@code
 *   max over p of (V - p) x(p)          V  worth of one who comes less what lies in escrow for him,   x(p)  least rest point at cash p
 *
 *   nobody minds the others:   x = F,   V = p + F(p) / f(p)          worth = virtual cost
 *   by share:                  max over x of (V - M(x)) x,   M(x) = max over y <= x of p(y),   p the manifold of rest points
 * }</pre>
 *
 * <p>The second form holds for all: {@code M(x)} is the infimum of the cash that brings a share x. Across a fold it is flat, so that the share
 * just beyond a fold is a candidate beside stationary points, atoms, kinks and ends; there the best is not attained but approached from above.
 * The other terms of the offer are held, its cash plays no part. Whoever comes is paid, cash and escrow, also if word had not reached him.
 *
 * <p>Groups are offered the same cash unless {@link #forEachGroup} is asked for: exactly where groups do not see each other, else by a search
 * of two or three groups' cash at once on a grid and then of one group's at a time, which proves nothing.
 *
 * <p>Cost: one law some 5,000 quantiles; the certificate up to 2,000 solutions of the game, since as x(p) only rises, {@code (V - p_1)
 * x(p_2)} bounds what any cash between gains, and the range is cut until the bound is close.
 *
 * @param worth   what one who comes is worth to the host [unit of the game], finite and at least 0
 * @param cash    between which bounds cash may lie [unit of the game]
 * @param byGroup whether each group may be offered cash of its own
 * @see <a href="https://doi.org/10.1287/moor.6.1.58">R. Myerson (1981), "Optimal Auction Design", Mathematics of Operations Research 6,
 *     58-73 (virtual values)</a>
 */
public record TakeItOrLeaveIt(double worth, Range cash, boolean byGroup) implements Solver<DefectionGame, SingleOffer> {

    public TakeItOrLeaveIt {
        Checks.atLeast(0.0, "worth", "unit of the game", worth);
        Objects.requireNonNull(cash, "cash");
        Checks.atLeast(0.0, "least cash", "unit of the game", cash.low());
    }

    /** The solver for a host to whom each who comes is worth so much [unit of the game], at least 0. */
    public static TakeItOrLeaveIt of(double worth) {
        return new TakeItOrLeaveIt(worth, new Range(0, Double.POSITIVE_INFINITY), false);
    }

    /** This solver with cash between two values, both allowed [unit of the game]. */
    public TakeItOrLeaveIt between(double low, double high) {
        return new TakeItOrLeaveIt(worth, new Range(low, high), byGroup);
    }

    /** This solver with cash of its own for each group. */
    public TakeItOrLeaveIt forEachGroup() {
        return new TakeItOrLeaveIt(worth, cash, true);
    }

    /** This solver for another worth [unit of the game]. */
    public TakeItOrLeaveIt withWorth(double newWorth) {
        return new TakeItOrLeaveIt(newWorth, cash, byGroup);
    }

    @Override
    public Answer<SingleOffer> solve(DefectionGame game, Watch watch) {
        if (game.population().listed()) {
            throw Checks.refused(
                    "population must be a law, but was %s; take Population.of(heads, population.law())",
                    game.population());
        }
        final Monotonicity monotonicity = game.monotonicity();
        if (!monotonicity.rises()) {
            final String why = "no least rest point to follow, as " + monotonicity.sentence();
            return new Answer.Stopped<>(
                    SingleOffer.unknown(game, worth),
                    new Certificate.Unproven(why),
                    why,
                    "use a reprisal that fades as more go");
        }
        final DefectionGame open = game.with(Term.CASH, cash.low());
        if (SingleOffer.mostNet(open, worth) <= cash.low()) {
            return new Answer.Found<>(
                    SingleOffer.none(open, worth),
                    new Certificate.Proven(
                            "the least cash" + (SingleOffer.mostNet(open, worth) < worth ? " and escrow are" : " is")
                                    + " not below the worth",
                            java.util.List.of()));
        }
        final boolean apart = LeastShares.apart(open);
        if (open.groups() == 1) {
            return oneLaw(open, watch);
        }
        return byGroup ? new OfferByGroup(this, open, apart).solve(watch) : uniform(open, apart, watch);
    }

    private Answer<SingleOffer> oneLaw(DefectionGame game, Watch watch) {
        final LawOffer search = new LawOffer(game, worth, range(game), watch);
        final SingleOffer found = search.best();
        return found == null
                ? stopped(SingleOffer.unknown(game, worth), watch)
                : checked(found, SingleOfferVerifier.certify(found, range(game), watch), watch);
    }

    private Answer<SingleOffer> uniform(DefectionGame game, boolean apart, Watch watch) {
        final CashSearch search = new CashSearch(new Gain(game, worth, apart), range(game), watch);
        final CashSearch.Best best = search.best();
        if (best == null) {
            return stopped(SingleOffer.unknown(game, worth), watch);
        }
        final boolean none = !(best.surplus() > 0);
        final SingleOffer found = none
                ? SingleOffer.none(game, worth)
                : new SingleOffer(
                        game.with(Term.CASH, best.cash()),
                        new Terms(worth, best.kind(), best.attained()),
                        new double[] {best.cash()},
                        best.shares(),
                        null);
        return checked(found, SingleOfferVerifier.certify(found, range(game), watch), watch);
    }

    /** What all gain at one cash: the least rest point of the whole, or of each group by itself. */
    record Gain(DefectionGame game, double worth, boolean apart) implements CashSearch.Host {
        @Override
        public double[] shares(double cash) {
            return LeastShares.of(game.with(Term.CASH, cash), apart);
        }

        @Override
        public double surplus(double cash, double... shares) {
            double sum = 0;
            for (int g = 0; g < shares.length; g++) {
                sum += game.population().mass(g) * shares[g] * (SingleOffer.net(game, worth, g) - cash);
            }
            return sum;
        }

        @Override
        public double[] jumps(Watch watch) {
            return LeastShares.jumps(game, apart, watch);
        }

        @Override
        public boolean ignores() {
            return game.ignores(Term.CASH);
        }
    }

    /** Cash that may be offered and is not, with what lies in escrow, above the worth in every group. */
    Range range(DefectionGame game) {
        final double most = SingleOffer.mostNet(game, worth);
        return new Range(cash.low(), Math.max(cash.low(), Math.min(cash.high(), most)));
    }

    static Answer<SingleOffer> stopped(SingleOffer found, Watch watch) {
        return new Answer.Stopped<>(
                found, new Certificate.Unproven("not looked for to the end"), watch.why(), "raise the limit");
    }

    /** A value that could not be checked within the limit is no finished answer. */
    static Answer<SingleOffer> checked(SingleOffer found, Certificate certificate, Watch watch) {
        return watch.mayGoOn()
                ? new Answer.Found<>(found, certificate)
                : new Answer.Stopped<>(
                        found,
                        new Certificate.Unproven("not checked within the limit"),
                        watch.why(),
                        "raise the limit");
    }
}
