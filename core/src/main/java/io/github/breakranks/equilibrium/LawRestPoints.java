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
    private static final double NARROW =
            1e-5; // open stretches this wide arise where h touches zero or crosses it unbounded
    private static final double SAME = 1e-9; // roots closer than this are one

    private final DefectionGame game;
    private final BestReply reply;
    private final RootSearch search;
    private final List<Found> found = new ArrayList<>();
    private final List<Cell> claims = new ArrayList<>();
    private final List<Tie> ties = new ArrayList<>();
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
        if (to - from <= NARROW) {
            narrow(from, to);
        } else if (runsAlong(from, to)) {
            doubts.add("every share from " + shown(from) + " to " + shown(to) + " rests");
            found.add(new Found(at(from), Stability.NEUTRAL));
            found.add(new Found(at(to), Stability.NEUTRAL));
        } else {
            for (Cell cell : cells.subList(first, last + 1)) {
                scan(cell.from(), cell.to());
            }
            doubts.add("from share " + shown(from) + " to " + shown(to)
                    + " nothing bounds the slope of the best reply: rest points closer than "
                    + shown(cells.get(first).width()) + " to each other may be missing");
        }
        return last;
    }

    private void narrow(double from, double to) {
        final double hFrom = reply.excess(from);
        final double hTo = reply.excess(to);
        if (hFrom > 0 && hTo < 0) {
            found.add(new Found(search.in(from, to, true), Stability.STABLE));
            doubts.add(
                    "at least one rest point near " + shown(from) + "; there may be more within " + shown(to - from));
        } else if (hFrom < 0 && hTo > 0) {
            final int before = found.size();
            rising(from, to);
            if (found.size() > before) {
                doubts.add(
                        "at least one rest point near " + shown(to) + "; there may be more within " + shown(to - from));
            }
        } else {
            touching(from, to);
        }
    }

    /** One of many cells on which nothing is known but the ends: a change of sign shows a rest point, or a jump over the diagonal. */
    private void scan(double from, double to) {
        final double hFrom = reply.excess(from);
        final double hTo = reply.excess(to);
        if (hFrom == 0 && from == 0 || hTo == 0) {
            final double zero = hTo == 0 ? to : from;
            found.add(new Found(at(zero), hFrom > 0 || hTo < 0 ? Stability.STABLE : Stability.UNSTABLE));
        } else if (hFrom > 0 && hTo < 0) {
            found.add(new Found(search.in(from, to, true), Stability.STABLE));
        } else if (hFrom < 0 && hTo > 0) {
            rising(from, to);
        }
    }

    private boolean runsAlong(double from, double to) {
        for (int k = 0; k <= 16; k++) {
            if (Math.abs(reply.excess(from + k / 16.0 * (to - from))) > TOUCH) {
                return false;
            }
        }
        return true;
    }

    /** h changes from negative to positive: a rest point, or a jump over the diagonal where tied costs all go at once. */
    private void rising(double from, double to) {
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
        if (above - below > TOUCH && below < 0 && above > 0) {
            ties.add(new Tie(high, above - below));
            final double before = Math.max(from, low - 0.49 * Cell.JUMP_WIDTH);
            final double behind = Math.min(to, high + 0.49 * Cell.JUMP_WIDTH);
            claim(from, before, Claim.BELOW);
            claim(before, behind, Claim.JUMP);
            claim(behind, to, Claim.ABOVE);
        } else {
            found.add(new Found(at(-below < above ? low : high), Stability.UNSTABLE));
        }
    }

    private void claim(double from, double to, Claim claim) {
        if (to > from) {
            claims.add(new Cell(from, to, claim));
        }
    }

    /** h has the same sign at both ends, or is zero at one: where is it closest to zero? */
    private void touching(double from, double to) {
        final double best = closest(from, to);
        final double h = reply.excess(best);
        final double image = best + h; // Phi(best)
        if (!(Math.abs(h) <= TOUCH)) {
            doubts.add("near share " + shown(best) + " nothing bounds the slope of the best reply");
        } else if (image >= 0 && image <= 1 && Math.abs(reply.excess(image)) > TOUCH) {
            ties.add(new Tie(image, Math.abs(reply.excess(image))));
            doubts.add("at share " + shown(image)
                    + " a jump of the best reply begins on the diagonal: a tie decides whether play rests there");
        } else {
            if (!isKnown(best)) {
                found.add(new Found(at(best), Stability.SEMI_STABLE));
            }
            doubts.add("at share " + shown(best) + " the best reply touches the diagonal within "
                    + TableText.number(Math.abs(h), 2) + ": there may be no rest point there, one or two");
        }
    }

    private double closest(double from, double to) {
        double low = from;
        double high = to;
        for (int step = 0; step < 200 && high - low > 1e-15; step++) {
            final double a = low + 0.382 * (high - low);
            final double b = low + 0.618 * (high - low);
            if (Math.abs(reply.excess(a)) <= Math.abs(reply.excess(b))) {
                high = b;
            } else {
                low = a;
            }
        }
        double best = low + 0.5 * (high - low);
        for (double end : new double[] {from, to}) {
            best = Math.abs(reply.excess(end)) < Math.abs(reply.excess(best)) ? end : best;
        }
        return best;
    }

    private boolean isKnown(double share) {
        return found.stream().anyMatch(one -> Math.abs(one.root.share() - share) <= SAME);
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
        for (Tie tie : ties) {
            low = tie.share() <= share ? Math.max(low, tie.share()) : low;
            high = tie.share() > share ? Math.min(high, tie.share()) : high;
        }
        return switch (found.get(k).stability()) {
            case STABLE -> new Range(Math.min(low, share), Math.max(high, share));
            case SEMI_STABLE -> {
                final boolean fromBelow = reply.excess((low + share) / 2) > 0;
                yield fromBelow ? new Range(low, share) : new Range(share, high);
            }
            default -> Range.of(share);
        };
    }
}
