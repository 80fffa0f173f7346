package io.github.breakranks.design;

import io.github.breakranks.answer.Certificate;
import io.github.breakranks.answer.Range;
import io.github.breakranks.answer.Watch;
import io.github.breakranks.design.SingleOffer.Kind;
import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.offer.Term;
import java.util.PriorityQueue;

/**
 * Checks a take-it-or-leave-it offer by solving the game at many amounts of cash.
 *
 * <pre>{@code
 *   (V - p) x(p)  <=  max(0, V - p_1) x(p_2)          p_1 <= p <= p_2,  as x only rises;  V worth less escrow, group by group
 * }</pre>
 *
 * <p>The range is cut where the bound is highest until it is close to the surplus claimed. That knows nothing of manifolds, folds or virtual
 * costs, and passes over no jump.
 */
final class SingleOfferVerifier {
    private static final double WITHIN = 1e-5; // of the worth
    private static final int MOST = 2000; // solutions of a single law
    private static final int MOST_OF_GROUPS = 300;
    private static final double ASIDE = 1e-8; // above a value that is not attained
    private static final double NEAR = 1e-4; // share; beside a fold a rest point is off by the root of the distance

    private SingleOfferVerifier() {}

    /** A stretch of cash, the shares that come at its upper end, and what no cash on it gains more than. */
    private record Cell(double from, double to, double[] shares, double bound) {}

    /** What the best offer of a game of one law, or one offer to all groups, gains at least, and by how much it may be beaten. */
    static Certificate certify(SingleOffer found, Range range, Watch watch) {
        final double worth = found.worth();
        final double cash = found.cash();
        if (found.kind() != Kind.NONE) {
            final double aside = found.attained() ? 0 : ASIDE * Math.max(1, cash);
            final double share = sum(found.game(), least(found.game(), cash + aside));
            if (!(share >= found.share() - NEAR)) {
                return new Certificate.Unproven(
                        "at cash " + (cash + aside) + " a share of " + share + " comes, not " + found.share());
            }
        }
        final double bound = bound(found.game(), worth, range, found.surplus() + WITHIN * worth, watch);
        return new Certificate.Numeric(
                Math.max(0, bound - found.surplus()), found.game().unit());
    }

    private static double bound(DefectionGame game, double worth, Range range, double close, Watch watch) {
        final PriorityQueue<Cell> open = new PriorityQueue<>((one, other) -> Double.compare(other.bound, one.bound));
        open.add(cell(game, worth, range.low(), range.high(), least(game, range.high())));
        final int most = game.groups() == 1 ? MOST : MOST_OF_GROUPS;
        for (int solved = 0; solved < most && open.peek().bound > close && watch.mayGoOn(); solved++) {
            final Cell worst = open.remove();
            final double middle = worst.from + (worst.to - worst.from) / 2;
            if (!(middle > worst.from && middle < worst.to)) {
                open.add(worst);
                break;
            }
            open.add(cell(game, worth, worst.from, middle, least(game, middle)));
            open.add(cell(game, worth, middle, worst.to, worst.shares));
        }
        return open.peek().bound;
    }

    private static Cell cell(DefectionGame game, double worth, double from, double to, double... shares) {
        double bound = 0;
        for (int g = 0; g < shares.length; g++) {
            final double net = worth - game.offer(g).escrow() - from;
            bound += game.population().mass(g) * shares[g] * Math.max(0, net);
        }
        return new Cell(from, to, shares, bound);
    }

    private static double[] least(DefectionGame game, double cash) {
        return LeastShares.of(game.with(Term.CASH, cash), LeastShares.apart(game));
    }

    private static double sum(DefectionGame game, double... shares) {
        double sum = 0;
        for (int g = 0; g < shares.length; g++) {
            sum += game.population().mass(g) * shares[g];
        }
        return sum;
    }
}
