package io.github.breakranks.equilibrium;

import io.github.breakranks.answer.Range;
import io.github.breakranks.answer.Watch;
import io.github.breakranks.equilibrium.Cell.Claim;
import io.github.breakranks.equilibrium.RestPoint.Root;
import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.internal.TableText;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the rest points of a law: cuts [0, 1] into cells of which it is clear what they hold, then searches those that hold one. */
final class LawRestPoints {
    private static final double TOUCH = 1e-12; // h closer to zero than this at a turn counts as touching
    private static final double RUNS_ALONG = 1e-6; // an open stretch wider than this, h zero on it, is a continuum
    private static final double ALONG = 2e-15; // zero, but for rounding
    private static final double JUMP = 1e-9; // a change of h from one double to the next that no slope explains
    private static final double COARSE = 1e-4; // a cell wider than this was left open for want of bounds on its slope

    private final DefectionGame game;
    private final BestReply reply;
    private final RootSearch search;
    private final List<Found> found = new ArrayList<>();
    private final List<Cell> claims = new ArrayList<>();
    private final List<Tie> ties = new ArrayList<>();
    private final List<Tie> leaps = new ArrayList<>(); // those at which the best reply leaps over the diagonal
    private final List<String> doubts = new ArrayList<>();
    private final Partition partition;

    /** A root and how play behaves near it. */
    private record Found(Root root, Stability stability) {}

    LawRestPoints(DefectionGame game, boolean rises, double[] cuts, Watch watch) {
        this.game = game;
        this.reply = new BestReply(game);
        this.search = new RootSearch(game, reply);
        this.partition = Partition.of(reply, rises, cuts, watch);
        final List<Cell> cells = partition.cells();
        for (int k = 0; k < cells.size(); k++) {
            final Cell cell = cells.get(k);
            if (cell.claim() != Claim.OPEN) {
                claims.add(cell);
            }
            if (cell.claim() == Claim.ONE_FALLING) {
                found.add(new Found(search.in(cell.from(), cell.to(), true), Stability.STABLE));
            } else if (cell.claim() == Claim.ONE_RISING) {
                found.add(new Found(search.in(cell.from(), cell.to(), false), Stability.UNSTABLE));
            } else if (cell.claim() == Claim.OPEN) {
                k = open(cells, k);
            }
        }
        if (!partition.complete()) {
            doubts.add("the work was stopped before all shares were looked at");
        }
    }

    /** What is claimed of stretches that cover [0, 1], for the verifier. */
    List<Cell> claims() {
        return claims;
    }

    boolean covered() {
        return partition.complete();
    }

    List<String> doubts() {
        return doubts;
    }

    /** Two shares between which the best reply fell though the gain seemed to rise; null if none were met. */
    @Nullable
    Range fall() {
        return partition.fall();
    }

    /** Where the indifferent could split so that play rests, though the tie rule moves all of them. */
    List<Tie> ties() {
        return ties;
    }

    /** Looks into a run of open cells; returns the index of its last one. */
    private int open(List<Cell> cells, int first) {
        int last = first;
        while (last + 1 < cells.size() && cells.get(last + 1).claim() == Claim.OPEN) {
            last++;
        }
        final double from = cells.get(first).from();
        final double to = cells.get(last).to();
        final double hFrom = reply.excess(from);
        final double hTo = reply.excess(to);
        if (to - from > RUNS_ALONG && runsAlong(from, to)) {
            doubts.add("every share from " + shown(from) + " to " + shown(to) + " rests");
            found.add(new Found(at(from), Stability.NEUTRAL));
            found.add(new Found(at(to), Stability.NEUTRAL));
        } else if (last > first && cells.get(first).width() > COARSE) {
            scan(cells.subList(first, last + 1));
        } else if (hFrom > 0 && hTo < 0) {
            doubts.add(falling(from, to) ? atLeastOne(from, to) : leap(to));
        } else if (hFrom < 0 && hTo > 0) {
            if (rising(from, to)) {
                doubts.add(atLeastOne(from, to));
            }
        } else {
            touching(from, to);
        }
        return last;
    }

    private boolean runsAlong(double from, double to) {
        for (int k = 1; k < 16; k++) { // not the ends, which lie where the stretch begins to be clear
            if (!(Math.abs(reply.excess(from + k / 16.0 * (to - from))) <= ALONG)) {
                return false;
            }
        }
        return true;
    }

    private static String atLeastOne(double from, double to) {
        return "at least one rest point near " + shown(to) + "; there may be more within " + shown(to - from);
    }

    /** Coarse cells of which nothing is known but their ends: a rest point wherever the sign changes from one to another. */
    private void scan(List<Cell> run) {
        final double start = run.get(0).from();
        final double end = run.get(run.size() - 1).to();
        final int known = found.size();
        double signed = start; // the last share at which h was not zero
        double sign = Math.signum(reply.excess(start));
        double zero = sign == 0 ? start : Double.NaN; // a share at which it was, since then
        for (Cell cell : run) {
            final double now = Math.signum(reply.excess(cell.to()));
            if (now == 0) {
                zero = cell.to();
                continue;
            }
            if (now * sign < 0) {
                crossing(signed, cell.to(), sign > 0);
            } else if (!Double.isNaN(zero)) {
                found.add(new Found(at(zero), near(zero, sign, now)));
            }
            signed = cell.to();
            sign = now;
            zero = Double.NaN;
        }
        if (!Double.isNaN(zero)) {
            found.add(new Found(at(zero), near(zero, sign, 0)));
        }
        doubts.add("nothing bounds the slope of the best reply between shares " + shown(start) + " and " + shown(end)
                + ": a scan found " + (found.size() - known) + " there, and may have missed some");
    }

    private void crossing(double from, double to, boolean falls) {
        if (falls) {
            falling(from, to);
        } else {
            rising(from, to);
        }
    }

    private static String leap(double near) {
        return "near share " + shown(near) + " tied costs take the best reply over the diagonal";
    }

    /** h changes from positive to negative: a rest point (true), or a jump down over the diagonal, where the gain falls at tied costs. */
    private boolean falling(double from, double to) {
        final Root root = search.in(from, to, true);
        final double share = root.share();
        final double below = reply.excess(Math.max(from, Math.nextDown(share)));
        final double above = reply.excess(Math.min(to, Math.nextUp(share)));
        if (below - above > JUMP && Math.abs(reply.excess(share)) > TOUCH) {
            ties.add(new Tie(share, below - above));
            return false;
        }
        found.add(new Found(root, Stability.STABLE));
        return true;
    }

    /** h changes from negative to positive: a rest point (true), or a jump over the diagonal where tied costs all go at once. */
    private boolean rising(double from, double to) {
        double low = from;
        double high = to;
        for (double mid = low + 0.5 * (high - low); mid > low && mid < high; mid = low + 0.5 * (high - low)) {
            if (reply.excess(mid) < 0) {
                low = mid;
            } else {
                high = mid;
            }
        }
        final double below = reply.excess(low);
        final double above = reply.excess(high);
        final double rise = reply.excess(to) - reply.excess(from) + (to - from);
        final boolean isLeap = above - below > Math.max(TOUCH, rise / 2); // else a steep rise, however narrow
        if (isLeap && below < 0 && above > 0) {
            final Tie tie = new Tie(high, above - below);
            ties.add(tie);
            leaps.add(tie);
            final double before = Math.max(from, low - 0.49 * Cell.JUMP_WIDTH);
            final double behind = Math.min(to, high + 0.49 * Cell.JUMP_WIDTH);
            claim(from, before, Claim.BELOW);
            claim(before, behind, Claim.JUMP);
            claim(behind, to, Claim.ABOVE);
            return false;
        }
        found.add(new Found(at(-below < above ? low : high), Stability.UNSTABLE));
        return true;
    }

    private void claim(double from, double to, Claim claim) {
        if (to > from) {
            claims.add(new Cell(from, to, claim));
        }
    }

    /** h has the same sign at both ends, or is zero at one: where is it closest to zero? */
    private void touching(double from, double to) {
        final double across = across(from, to);
        if (from < across && across < to) {
            doubts.add(atLeastOne(from, to));
            crossing(from, across, reply.excess(across) < 0);
            crossing(across, to, reply.excess(across) > 0);
            return;
        }
        final double best = closest(from, to);
        final double h = reply.excess(best);
        final double before = best > from ? reply.excess(Math.nextDown(best)) : h;
        final double after = best < to ? reply.excess(Math.nextUp(best)) : h;
        if (!(Math.abs(h) <= TOUCH)) {
            doubts.add("near share " + shown(best) + " nothing bounds the slope of the best reply");
        } else if (h != 0 && Math.max(h - before, after - h) > JUMP) {
            ties.add(after - h > JUMP ? new Tie(Math.nextUp(best), after - h) : new Tie(best, h - before));
            doubts.add("at share " + shown(best) + " tied costs take the best reply off the diagonal");
        } else {
            if (!isKnown(best)) {
                found.add(new Found(at(best), near(best, reply.excess(from), reply.excess(to))));
            }
            doubts.add("at share " + shown(best) + " the best reply touches the diagonal within "
                    + TableText.number(Math.abs(h), 2) + ": there may be no rest point there, one or two");
        }
    }

    /** Where h has the other sign than at both ends, as just before or just behind tied costs; NaN if it was not seen to have. */
    private double across(double from, double to) {
        final double sign = Math.signum(reply.excess(from));
        final double leap = steepestRise(from, to);
        for (double share : new double[] {leap, Math.nextUp(leap), turn(from, to)}) {
            if (share <= to && reply.excess(share) * sign < 0 && reply.excess(to) * sign > 0) {
                return share;
            }
        }
        return Double.NaN;
    }

    /** Where h is closest to zero: at an end, beside its steepest rise, or where a golden section leads. */
    private double closest(double from, double to) {
        double best = Math.abs(reply.excess(to)) < Math.abs(reply.excess(from)) ? to : from;
        for (double start : new double[] {steepestRise(from, to), turn(from, to)}) {
            double share = Math.max(from, start - 4 * Math.ulp(start));
            for (int k = 0; k < 20 && share <= to; k++, share = Math.nextUp(share)) {
                best = Math.abs(reply.excess(share)) < Math.abs(reply.excess(best)) ? share : best;
            }
        }
        return best;
    }

    private double turn(double from, double to) {
        double low = from;
        double high = to;
        for (int step = 0; step < 200 && high - low > 8 * Math.ulp(high); step++) {
            final double a = low + 0.382 * (high - low);
            final double b = low + 0.618 * (high - low);
            if (Math.abs(reply.excess(a)) <= Math.abs(reply.excess(b))) {
                high = b;
            } else {
                low = a;
            }
        }
        return low;
    }

    private double steepestRise(double from, double to) {
        double low = from;
        double high = to;
        for (double mid = low + 0.5 * (high - low); mid > low && mid < high; mid = low + 0.5 * (high - low)) {
            final double h = reply.excess(mid);
            if (h - reply.excess(low) > reply.excess(high) - h) {
                high = mid;
            } else {
                low = mid;
            }
        }
        return low;
    }

    /** Whether play comes back to a share, by the signs of h below and above it. */
    private static Stability near(double share, double below, double above) {
        final boolean fromBelow = share == 0 || below > 0;
        final boolean fromAbove = share == 1 || above < 0;
        if (fromBelow && fromAbove) {
            return Stability.STABLE;
        }
        return fromBelow && share > 0 || fromAbove && share < 1 ? Stability.SEMI_STABLE : Stability.UNSTABLE;
    }

    private boolean isKnown(double share) {
        return found.stream().anyMatch(one -> Math.abs(one.root.share() - share) <= RUNS_ALONG * 1e-3);
    }

    private Root at(double share) {
        return new Root(share, 1 - share, Math.abs(reply.excess(share)));
    }

    private static String shown(double share) {
        return TableText.number(share, 6);
    }

    /** The rest points in ascending order, each with its basin: up to the next point from which play runs away. */
    List<RestPoint> points() {
        final List<RestPoint> points = new ArrayList<>(found.size());
        for (int k = 0; k < found.size(); k++) {
            points.add(RestPoint.ofLaw(
                    found.get(k).root(), game.population().size(), found.get(k).stability(), basin(k)));
        }
        return points;
    }

    private Range basin(int k) {
        final double share = found.get(k).root().share();
        double low = k == 0 ? 0 : found.get(k - 1).root().share();
        double high = k == found.size() - 1 ? 1 : found.get(k + 1).root().share();
        for (Tie tie : leaps) {
            low = tie.share() <= share ? Math.max(low, tie.share()) : low;
            high = tie.share() > share ? Math.min(high, tie.share()) : high;
        }
        return switch (found.get(k).stability()) {
            case STABLE -> new Range(Math.min(low, share), Math.max(high, share));
            case SEMI_STABLE -> {
                final boolean fromBelow = low < share && reply.excess((low + share) / 2) > 0;
                yield fromBelow ? new Range(low, share) : new Range(share, high);
            }
            default -> Range.of(share);
        };
    }
}
