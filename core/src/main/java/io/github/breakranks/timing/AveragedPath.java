package io.github.breakranks.timing;

import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.game.TieRule;
import io.github.breakranks.population.CostLaw;
import java.util.Arrays;

/**
 * Averaged best replies: all reply to the path that has been usual so far, and what is usual moves a little towards the reply.
 *
 * <p>Given a path, what going at a date is worth falls in a soldier's cost in a straight line, the more slowly the later the date. The best
 * dates of all cost types at once are therefore the upper envelope of these lines, found in one pass.
 */
final class AveragedPath {
    private final CostLaw law;
    private final TieRule ties;
    private final ScheduleGrid grid;
    private final double[] logLeft; // by date, as seen from the first
    private final double[] usual; // share gone by date
    private final double[] reply;
    private final double[] worth; // by date, before private cost
    private final double[] beginning; // by place on the envelope: the lowest cost type
    private final int[] best; // by place on the envelope: the date
    private int rounds;

    AveragedPath(DefectionGame game, ScheduleGrid grid) {
        this.law = game.population().law();
        this.ties = game.ties();
        this.grid = grid;
        final int dates = grid.last() + 1;
        this.logLeft = new double[dates];
        for (int k = 1; k < dates; k++) {
            logLeft[k] = logLeft[k - 1] + grid.logKept(k - 1);
        }
        this.usual = new double[dates];
        this.reply = new double[dates];
        this.worth = new double[dates];
        this.beginning = new double[dates];
        this.best = new int[dates];
    }

    /** One round: the first is the reply to nobody ever going. */
    void step() {
        for (int k = 0; k < worth.length; k++) {
            worth[k] = grid.gain(k, k == 0 ? 0 : usual[k - 1]);
        }
        reply(envelope());
        final double part = 2.0 / (rounds + 2.0); // later rounds weigh more: they answer better-founded beliefs
        for (int k = 0; k < usual.length; k++) {
            usual[k] += part * (reply[k] - usual[k]);
        }
        rounds++;
    }

    /** Share gone by each of the first dates, as is usual after the rounds so far. */
    double[] shares(double[] into) {
        System.arraycopy(usual, 0, into, 0, into.length);
        return into;
    }

    private int envelope() {
        int top = -1;
        for (int k = 0; k < worth.length; k++) {
            double from = top < 0 ? Double.NEGATIVE_INFINITY : later(best[top], k);
            while (top >= 0 && from <= beginning[top]) {
                top--;
                from = top < 0 ? Double.NEGATIVE_INFINITY : later(best[top], k);
            }
            top++;
            best[top] = k;
            beginning[top] = from;
        }
        while (top >= 0 && worth[best[top]] <= beginning[top]) {
            top--; // whoever would go then had rather stay
        }
        return top;
    }

    /** The cost from which on the later of two dates is better. */
    private double later(int one, int other) {
        final double log = logLeft[other] - logLeft[one];
        if (log == 0) {
            return worth[other] > worth[one] ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        }
        return (worth[one] - Math.exp(log) * worth[other]) / -Math.expm1(log);
    }

    private void reply(int top) {
        double gone = 0;
        int from = 0;
        for (int place = 0; place <= top; place++) {
            Arrays.fill(reply, from, best[place], gone);
            from = best[place];
            final double upTo = place < top ? beginning[place + 1] : worth[best[top]];
            gone = ties == TieRule.GOES ? law.cdf(upTo) : law.below(upTo);
        }
        Arrays.fill(reply, from, reply.length, gone);
    }
}
