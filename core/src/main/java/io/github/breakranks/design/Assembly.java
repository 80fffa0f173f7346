package io.github.breakranks.design;

import io.github.breakranks.answer.Watch;
import io.github.breakranks.design.DesignedOffer.Beside;
import io.github.breakranks.design.DesignedOffer.Bounds;
import io.github.breakranks.design.DesignedOffer.Outcome;
import io.github.breakranks.design.DesignedOffer.Rests;
import io.github.breakranks.design.DesignedOffer.Words;
import io.github.breakranks.equilibrium.EquilibriumSolver;
import io.github.breakranks.equilibrium.Extremes;
import io.github.breakranks.equilibrium.RestPoint;
import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.offer.Offer;
import java.util.List;
import java.util.Optional;

/** Puts together what is said of an offer that was found: its rest points, outlay and neighbours. */
final class Assembly {
    private static final double ROUNDING = 1e-9; // of a share
    private static final double LESS = 1e-12; // of a value, relative
    private static final double MORE = 1e-8; // wider than the bracket of a value
    private static final double NOBODY = 1e300; // so bad that nobody goes [unit of the game]
    private static final double FARTHEST = 2e-5; // of a value, relative
    private static final double JUMP = 1e-3; // share; beside a fold it moves by the root of the distance

    private final OpenTerms terms;
    private final String goal;

    Assembly(OpenTerms terms, String goal) {
        this.terms = terms;
        this.goal = goal;
    }

    /** An offer that does it; {@code target} is the share it was made for. */
    DesignedOffer found(Candidate candidate, double target, double lowerBound) {
        return offer(candidate, new Bounds(lowerBound, Double.NaN, Beside.NONE), new Words(goal, target, "", true));
    }

    /** The offer that brings most for a budget, and the share that none exceeds. */
    DesignedOffer most(Candidate candidate, double mostShare) {
        return offer(candidate, new Bounds(Double.NaN, mostShare, Beside.NONE), new Words(goal, 0, "", true));
    }

    /** No offer does it: what the highest values bring. */
    DesignedOffer none(double[] highest, String reason) {
        return without(highest, new Words(goal, 0, reason, true));
    }

    /** Whether an offer does it was not found out: what some values bring. */
    DesignedOffer unsettled(double[] some, String reason) {
        return without(some, new Words(goal, 0, reason, false));
    }

    private DesignedOffer without(double[] shown, Words words) {
        return offer(
                new Candidate(shown, true, shown, Double.NaN), new Bounds(Double.NaN, Double.NaN, Beside.NONE), words);
    }

    /** An interrupt, which would leave rest points unfound, waits until an offer is put together. */
    private DesignedOffer offer(Candidate candidate, Bounds bounds, Words words) {
        final boolean interrupted = Thread.interrupted();
        try {
            return assembled(candidate, bounds, words);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private DesignedOffer assembled(Candidate candidate, Bounds bounds, Words words) {
        final double target = words.target();
        final DefectionGame stated = terms.at(candidate.values());
        final DefectionGame works = terms.at(candidate.works());
        final boolean best = terms.reliance() == Reliance.BEST;
        final RestPoint rest = rest(stated, works, !best, target);
        final RestPoint paid = terms.reliance() == Reliance.EVERY ? rest(stated, works, false, target) : rest;
        final DefectionGame without = terms.game().withOffer(Offer.none());
        final double baseline = terms.total(terms.relied(without));
        final Outcome outcome = new Outcome(
                new Rests(terms.reliance(), rest, paid),
                terms.costs().outlay(stated, paid),
                baseline,
                candidate.attained());
        final boolean budget = bounds.mostShare() >= 0;
        final Beside beside = words.reason().isEmpty() ? beside(candidate, budget, target) : Beside.NONE;
        return new DesignedOffer(
                terms, candidate.values(), outcome, new Bounds(bounds.outlay(), bounds.mostShare(), beside), words);
    }

    /**
     * The first or last rest point that reaches the target, at the offer itself: just above it the least is there. Where rounding or a tie
     * hides it, that of the offer that was seen to work.
     */
    private RestPoint rest(DefectionGame stated, DefectionGame works, boolean least, double target) {
        if (terms.oneLaw()) {
            final List<RestPoint> points =
                    EquilibriumSolver.solver().solve(stated).value().points();
            final double goal = target - ROUNDING;
            if (!least && !points.isEmpty() && points.get(points.size() - 1).share() >= goal) {
                return points.get(points.size() - 1);
            }
            for (RestPoint point : points) {
                if (least && point.share() >= goal) {
                    return point;
                }
            }
        }
        if (terms.listed()) {
            final List<RestPoint> points =
                    EquilibriumSolver.solver().solve(works).value().points();
            return points.get(least ? 0 : points.size() - 1);
        }
        final Optional<RestPoint> rest =
                least ? Extremes.least(works, Watch.none()) : Extremes.greatest(works, Watch.none());
        return rest.orElseGet(() -> nobody(works));
    }

    /** Where a gain falls play may come to rest nowhere: nobody is then said to go. */
    private static RestPoint nobody(DefectionGame game) {
        return EquilibriumSolver.solver()
                .solve(game.withGain((offer, group, gone) -> -NOBODY))
                .value()
                .least();
    }

    /** For a target every instrument a little lower, for a budget every one a little higher. */
    private Beside beside(Candidate candidate, boolean budget, double target) {
        if (!budget) {
            return less(candidate, target);
        }
        final double[] moved = moved(candidate.works(), true, MORE);
        if (moved.length == 0) {
            return Beside.NONE;
        }
        final DefectionGame game = terms.at(moved);
        final double share = terms.total(terms.relied(game));
        final double outlay = terms.outlay(game, terms.paid(game));
        final DefectionGame works = terms.at(candidate.works());
        final boolean jumps = share > -candidate.score() + (terms.listed() ? 0 : JUMP)
                || outlay > terms.outlay(works, terms.paid(works)) * (1 + JUMP);
        return jumps ? new Beside(Double.NaN, share, outlay) : Beside.NONE;
    }

    /** A little less misses the target: how little is seen to depends on rounding, so that it is looked for as far as a certificate does. */
    private Beside less(Candidate candidate, double target) {
        double share = Double.NaN;
        for (double part = terms.oneLaw() ? LESS : MORE; part <= FARTHEST; part *= 10) {
            final double[] moved = moved(candidate.values(), false, part);
            if (moved.length == 0) {
                break;
            }
            share = terms.total(terms.relied(terms.at(moved)));
            if (!terms.reached(share, target)) {
                break;
            }
        }
        return new Beside(share, Double.NaN, Double.NaN);
    }

    /** Empty if no term can move. */
    private double[] moved(double[] values, boolean up, double part) {
        final double[] moved = values.clone();
        boolean any = false;
        for (int k = 0; k < moved.length; k++) {
            final double aside = part * Math.max(terms.scale(k), values[k]);
            final double end =
                    up ? terms.instrument(k).high() : terms.instrument(k).low();
            final double to = terms.listed()
                    ? up ? Math.nextUp(values[k]) : Math.nextDown(values[k])
                    : values[k] + (up ? aside : -aside);
            moved[k] = up ? Math.min(end, to) : Math.max(end, to);
            any |= moved[k] != values[k];
        }
        return any ? moved : new double[0];
    }
}
