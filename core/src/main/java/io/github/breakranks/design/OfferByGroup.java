package io.github.breakranks.design;

import io.github.breakranks.answer.Answer;
import io.github.breakranks.answer.Certificate;
import io.github.breakranks.answer.Range;
import io.github.breakranks.answer.Watch;
import io.github.breakranks.design.SingleOffer.Kind;
import io.github.breakranks.design.SingleOffer.Terms;
import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.offer.Term;
import io.github.breakranks.population.Population;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/**
 * Cash of its own for each group: group by group where they never meet, else on a grid over two or three groups at once and from its best
 * one group's at a time until none gains by it.
 *
 * <p>The grid comes first since the best often lies on a fold along which the cash of one group makes up for that of another: there every
 * change of one alone loses.
 */
final class OfferByGroup {
    private static final int MOST_ROUNDS = 20;
    private static final double SETTLED = 1e-7; // of the worth
    private static final int MOST_AT_ONCE = 3; // groups: beyond, a grid over all has too many points
    private static final int COARSE = 48; // steps of the first grid, half of them for three groups
    private static final int FINE = 8; // steps of the others, each half as wide as the last
    private static final int ZOOMS = 12;
    private static final int SCAN = 1000; // amounts between which a jump is looked for
    private static final double LEAP = 0.01; // share: between two such amounts a jump, or steep enough to be looked at

    private final TakeItOrLeaveIt solver;
    private final DefectionGame game;
    private final boolean apart;

    OfferByGroup(TakeItOrLeaveIt solver, DefectionGame game, boolean apart) {
        this.solver = solver;
        this.game = game;
        this.apart = apart;
    }

    Answer<SingleOffer> solve(Watch watch) {
        return apart ? groupByGroup(watch) : oneAtATime(watch);
    }

    private Answer<SingleOffer> groupByGroup(Watch watch) {
        final double[] cash = new double[game.groups()];
        final double[] shares = new double[cash.length];
        boolean attained = true;
        boolean any = false;
        double worst = 0;
        String doubt = "";
        for (int g = 0; g < cash.length; g++) {
            final DefectionGame alone = LeastShares.alone(game, g);
            final Range range = solver.range(alone);
            final SingleOffer found = new LawOffer(alone, solver.worth(), range, watch).best();
            if (found == null) {
                return TakeItOrLeaveIt.stopped(SingleOffer.unknown(game, solver.worth()), watch);
            }
            final Certificate certificate = SingleOfferVerifier.certify(found, range, watch);
            if (certificate instanceof Certificate.Numeric numeric) {
                worst += game.population().mass(g) * numeric.worst();
            } else {
                doubt = certificate.sentence();
            }
            cash[g] = found.kind() == Kind.NONE ? range.low() : found.cash();
            shares[g] = found.share();
            attained &= found.attained();
            any |= found.kind() != Kind.NONE;
        }
        final SingleOffer all = any ? offer(cash, shares, attained) : SingleOffer.none(game, solver.worth());
        final Certificate certificate =
                doubt.isEmpty() ? new Certificate.Numeric(worst, game.unit()) : new Certificate.Unproven(doubt);
        return TakeItOrLeaveIt.checked(all, certificate, watch);
    }

    private Answer<SingleOffer> oneAtATime(Watch watch) {
        final CashSearch.Best uniform =
                new CashSearch(new TakeItOrLeaveIt.Gain(game, solver.worth(), false), solver.range(game), watch).best();
        if (uniform == null) {
            return TakeItOrLeaveIt.stopped(SingleOffer.unknown(game, solver.worth()), watch);
        }
        double[] cash = new double[game.groups()];
        Arrays.fill(cash, uniform.cash());
        Found at = new Found(cash, uniform.shares(), uniform.surplus(), uniform.attained());
        final Found grid = cash.length <= MOST_AT_ONCE ? onGrid(watch) : at;
        if (grid == null) {
            return TakeItOrLeaveIt.stopped(SingleOffer.unknown(game, solver.worth()), watch);
        }
        at = grid.surplus > at.surplus ? grid : at;
        for (int round = 0; round < MOST_ROUNDS; round++) {
            final double before = at.surplus;
            for (int g = 0; g < cash.length; g++) {
                final Found next = better(at, g, watch);
                if (next == null) {
                    return TakeItOrLeaveIt.stopped(SingleOffer.unknown(game, solver.worth()), watch);
                }
                at = next;
            }
            if (at.surplus - before <= SETTLED * solver.worth()) {
                break;
            }
        }
        final SingleOffer found =
                at.surplus > 0 ? offer(at.cash, at.shares, at.attained) : SingleOffer.none(game, solver.worth());
        return TakeItOrLeaveIt.checked(
                found,
                new Certificate.Unproven(
                        cash.length <= MOST_AT_ONCE
                                ? "cash was varied for all groups at once on a grid, then one group's at a time: amounts between"
                                        + " may gain more"
                                : "one group's cash was varied at a time: other amounts to several groups at once may gain more"),
                watch);
    }

    /** Cash to all groups at once, on a grid that is made finer about the best of it; null if the watch stopped it. */
    private @Nullable Found onGrid(Watch watch) {
        final Range range = solver.range(game);
        double[] centre = new double[game.groups()];
        Arrays.fill(centre, range.low() + (range.high() - range.low()) / 2);
        double half = (range.high() - range.low()) / 2;
        int steps = centre.length == 2 ? COARSE : COARSE / 2;
        Found best = null;
        for (int zoom = 0; zoom <= ZOOMS; zoom++) {
            final int[] at = new int[centre.length];
            for (boolean more = true; more; more = counted(at, steps)) {
                if (!watch.mayGoOn()) {
                    return null;
                }
                final double[] cash = new double[at.length];
                for (int g = 0; g < cash.length; g++) {
                    final double there = centre[g] - half + 2 * half * at[g] / steps;
                    cash[g] = Math.max(range.low(), Math.min(range.high(), there));
                }
                final double[] shares = LeastShares.of(set(cash), false);
                final double surplus = surplus(cash, shares);
                best = best == null || surplus > best.surplus ? new Found(cash, shares, surplus, true) : best;
            }
            centre = Objects.requireNonNull(best, "a grid has a point").cash;
            half = zoom == 0 ? 4 * half / steps : half / 2;
            steps = centre.length == 2 ? FINE : FINE / 2;
        }
        return best;
    }

    /** Counts on through the points of a grid; false after the last. */
    private static boolean counted(int[] at, int steps) {
        for (int g = 0; g < at.length; g++) {
            if (at[g] < steps) {
                at[g]++;
                return true;
            }
            at[g] = 0;
        }
        return false;
    }

    /** Cash to all groups, who comes, what is gained. */
    private record Found(double[] cash, double[] shares, double surplus, boolean attained) {}

    private @Nullable Found better(Found at, int group, Watch watch) {
        final CashSearch.Best best = new CashSearch(new OneGroup(at.cash, group), solver.range(game), watch).best();
        if (best == null || !(best.surplus() > at.surplus)) {
            return best == null ? null : at;
        }
        final double[] cash = at.cash.clone();
        cash[group] = best.cash();
        return new Found(cash, best.shares(), best.surplus(), best.attained());
    }

    /** What all gain as one group's cash varies and the others' stays. */
    private final class OneGroup implements CashSearch.Host {
        private final double[] others;
        private final int group;

        OneGroup(double[] others, int group) {
            this.others = others;
            this.group = group;
        }

        @Override
        public double[] shares(double cash) {
            return LeastShares.of(set(with(cash)), false);
        }

        @Override
        public double surplus(double cash, double... shares) {
            return OfferByGroup.this.surplus(with(cash), shares);
        }

        @Override
        public double[] jumps(Watch watch) {
            final Range range = solver.range(game);
            final DoubleStream.Builder jumps = DoubleStream.builder();
            double from = range.low();
            double before = came(from);
            for (int n = 1; n <= SCAN && watch.mayGoOn(); n++) {
                final double to = range.low() + (range.high() - range.low()) * n / SCAN;
                final double after = came(to);
                if (after - before > LEAP) {
                    jumps.add(leap(from, to, (before + after) / 2));
                }
                from = to;
                before = after;
            }
            return jumps.build().toArray();
        }

        /** The last cash between two values at which no more than so many come. */
        private double leap(double from, double to, double share) {
            double low = from;
            double high = to;
            while (high - low > CashSearch.ASIDE / 2) { // closer to a fold play takes the longer to come to rest
                final double mid = low + (high - low) / 2;
                if (came(mid) > share) {
                    high = mid;
                } else {
                    low = mid;
                }
            }
            return low;
        }

        private double came(double cash) {
            final double[] shares = shares(cash);
            double sum = 0;
            for (int g = 0; g < shares.length; g++) {
                sum += game.population().mass(g) * shares[g];
            }
            return sum;
        }

        private double[] with(double cash) {
            final double[] all = others.clone();
            all[group] = cash;
            return all;
        }
    }

    private double surplus(double[] cash, double... shares) {
        double sum = 0;
        for (int g = 0; g < cash.length; g++) {
            sum += game.population().mass(g) * shares[g] * (SingleOffer.net(game, solver.worth(), g) - cash[g]);
        }
        return sum;
    }

    private DefectionGame set(double... cash) {
        DefectionGame all = game;
        final List<Population> groups = game.population().groups();
        for (int g = 0; g < cash.length; g++) {
            all = all.with(groups.get(g).name(), Term.CASH, cash[g]);
        }
        return all;
    }

    private SingleOffer offer(double[] cash, double[] shares, boolean attained) {
        return new SingleOffer(set(cash), new Terms(solver.worth(), Kind.STATIONARY, attained), cash, shares, null);
    }
}
