package io.github.breakranks.timing;

import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.internal.Quadrature;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * How many go when waiting kills and the dead are not replaced.
 *
 * <pre>{@code
 *   ds = exp(-b w) dF(c),   dw = G'(s) ds / (G(s) - c),   E = integral of exp(-k w) ds
 *
 *   w  the path's clock H t,   b  deaths / H,   k  true withdrawals / H
 * }</pre>
 *
 * <p>By collocation at Gauss and Legendre's 16 points, on the panels of the path that is not thinned, which is never behind this one; they are
 * halved where their halves disagree and where the cutoff c meets {@code G(s)}, beyond which nobody goes.
 */
final class ThinningPath {
    private static final int POINTS = Quadrature.POINTS;
    private static final double WITHIN = 1e-12;
    private static final double FIRST = 1e-17; // of those who go: the first, where costs have no lower end
    private static final double NEAREST = 1e-11; // how near to the end, relative to what the first gains
    private static final double SETTLED = 1e-15;
    private static final int DEEPEST = 45; // halvings of a panel
    private static final int PATIENCE = 60; // halvings after which twice as much may be off
    private static final int ROUNDS = 40; // of the iteration in a panel

    private final DefectionGame game;
    private final UniversalPath path;
    private final double deaths;
    private final double withdrawals;
    private State now = new State(0, 0, 0);
    private final double first; // what the first gains
    private State mark = now; // where what the next gains was last looked at
    private double markAhead;
    private double sharePerAhead; // how much share stands for what the next gains, as it shrinks to nothing
    private double clockPerFold; // how much the clock shows while that shrinks by a factor of e
    private boolean ended; // where costs jump
    private double error;
    private int halvings;
    private final double total;

    /** Share gone, what the clock shows, expected total up to here. */
    private record State(double share, double clock, double total) {}

    ThinningPath(DefectionGame game, UniversalPath path, double deaths, double withdrawals) {
        this.game = game;
        this.path = path;
        this.deaths = deaths;
        this.withdrawals = withdrawals;
        this.first = first();
        this.markAhead = first;
        this.error = path.error();
        this.total = follow();
        this.error += 64 * Math.ulp(total); // of the sums
    }

    /** Share expected. */
    double total() {
        return total;
    }

    /** What that may be off, as estimated. */
    double error() {
        return error;
    }

    private double first() {
        if (path.panels() == 0) {
            return 0;
        }
        final double from = path.edge(0);
        final boolean finite = path.cost(from) > Double.NEGATIVE_INFINITY; // else over shares
        return ahead(now, finite ? from : Math.max(Double.MIN_NORMAL, FIRST * path.least()));
    }

    private double follow() {
        int panel = 0;
        while (panel < path.panels() && follow(path.edge(panel), path.edge(panel + 1), 0)) {
            panel++;
        }
        final boolean all = panel == path.panels();
        final double behind = path.behind() * Math.exp(-deaths * now.clock); // the last panel
        final boolean together = all && path.ends(); // those left go at once
        final double last =
                together ? behind * Math.exp(-withdrawals * now.clock) : ended ? 0 : tail(all ? behind : path.least());
        return Math.min(path.least(), now.total + last);
    }

    /** Those behind the last step, no more than so many, where what the next gains shrinks in proportion to itself. */
    private double tail(double most) {
        final boolean thinned = deaths > 0;
        final double left = thinned ? Math.min(most, markAhead * sharePerAhead) : Math.max(0, path.least() - now.share);
        error += thinned ? left : 0; // as the thinning goes on, not quite in proportion
        return left * Math.exp(-withdrawals * now.clock) / (1 + withdrawals * (thinned ? clockPerFold : path.fading()));
    }

    private void look(double at) {
        final double ahead = ahead(now, at);
        if (ahead > 0 && (ahead > markAhead || ahead <= markAhead / 1.5)) {
            sharePerAhead = Math.max(0, (now.share - mark.share) / (markAhead - ahead));
            clockPerFold = Math.max(0, (now.clock - mark.clock) / Math.log(markAhead / ahead));
            mark = now;
            markAhead = ahead;
        }
    }

    /** Goes on to the end of a panel; false if nobody goes any more before it. */
    private boolean follow(double from, double to, int depth) {
        if (!(ahead(now, from) > NEAREST * first)) {
            return false;
        }
        final double middle = from + (to - from) / 2;
        final State whole = step(now, from, to);
        final State half = whole == null ? null : step(now, from, middle);
        final State halves = half == null ? null : step(half, middle, to);
        final boolean deepest = depth == DEEPEST || !(middle > from && middle < to);
        if (halves != null && (deepest || agree(whole, halves, to))) {
            now = halves;
            error += whole == null ? 0 : off(whole, halves, to);
            look(to);
            return true;
        }
        if (deepest) {
            ended = ended(from, to);
            return false;
        }
        halvings++;
        return follow(from, middle, depth + 1) && follow(middle, to, depth + 1);
    }

    /** Whether costs jump there beyond what the next would gain, so that nobody is left who goes. */
    private boolean ended(double from, double to) {
        final double between = (to - from) * Math.max(path.mass(from), path.mass(to)); // too narrow for more
        error += between;
        return !(game.gain(Math.min(1, now.share + between)) > path.cost(to));
    }

    private boolean agree(@Nullable State one, State other, double to) {
        final double within = WITHIN * Math.scalb(path.least(), halvings / PATIENCE);
        return one != null && off(one, other, to) <= within;
    }

    /** By how much two differ in the share, the total, or the clock of those still to go. */
    private double off(State one, State other, double at) {
        final double late = Math.abs(one.clock - other.clock) * left(other, at);
        return Math.max(late, Math.max(Math.abs(one.share - other.share), Math.abs(one.total - other.total)));
    }

    /** At most about so many are still to go: late times matter only for those. */
    private double left(State state, double at) {
        return path.least() * Math.min(1, Math.max(0, ahead(state, at) / first));
    }

    /** What the next gains by going. */
    private double ahead(State state, double at) {
        return game.gain(Math.min(1, state.share)) - path.cost(at);
    }

    /** Across a panel by iteration to the collocation's solution; null if the cutoff seems to meet the gain, or it does not settle. */
    private @Nullable State step(State start, double from, double to) {
        final double width = to - from;
        final double[] costs = new double[POINTS];
        final double[] masses = new double[POINTS];
        for (int k = 0; k < POINTS; k++) {
            final double at = from + width * Quadrature.at(k);
            costs[k] = path.cost(at);
            masses[k] = path.mass(at);
        }
        final double[] clocks = new double[POINTS];
        Arrays.fill(clocks, start.clock);
        final double[] going = new double[POINTS]; // ds by cost or share
        final double[] ticking = new double[POINTS]; // dw by cost or share
        for (int round = 0; round < ROUNDS; round++) {
            for (int k = 0; k < POINTS; k++) {
                going[k] = Math.exp(-deaths * clocks[k]) * masses[k];
            }
            for (int k = 0; k < POINTS; k++) {
                final double share = Math.min(1, start.share + width * upTo(k, going));
                final double ahead = game.gain(share) - costs[k];
                if (!(ahead > 0)) {
                    return null;
                }
                ticking[k] = path.slope(share) * going[k] / ahead;
            }
            double moved = 0;
            for (int k = 0; k < POINTS; k++) {
                final double clock = start.clock + width * upTo(k, ticking);
                moved = Math.max(moved, Math.abs(clock - clocks[k]) / (1 + clock));
                clocks[k] = clock;
            }
            if (moved <= SETTLED || deaths == 0 && round > 0) {
                final State end = end(start, width, new double[][] {clocks, going, ticking});
                return ahead(end, to) > 0 ? end : null;
            }
        }
        return null;
    }

    private State end(State start, double width, double[][] panel) {
        double share = 0;
        double clock = 0;
        double total = 0;
        for (int k = 0; k < POINTS; k++) {
            final double weight = width * Quadrature.weight(k);
            share += weight * panel[1][k];
            clock += weight * panel[2][k];
            total += weight * panel[1][k] * Math.exp(-withdrawals * panel[0][k]);
        }
        return new State(start.share + share, start.clock + clock, start.total + total);
    }

    private static double upTo(int point, double[] values) {
        double sum = 0;
        for (int k = 0; k < POINTS; k++) {
            sum += Quadrature.upTo(point, k) * values[k];
        }
        return sum;
    }
}
