package io.github.breakranks.equilibrium;

import io.github.breakranks.answer.Watch;
import io.github.breakranks.equilibrium.LogitBranch.Ending;
import io.github.breakranks.equilibrium.LogitCrossing.Crossing;
import io.github.breakranks.equilibrium.LogitEvent.Kind;
import io.github.breakranks.equilibrium.LogitWalk.Stand;
import io.github.breakranks.game.NormalFormGame;
import io.github.breakranks.game.StrategyProfile;
import io.github.breakranks.internal.TableText;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Follows branches of logit equilibria from one stand to the next, and notes where they turn back and where others cross them. */
final class LogitPath {
    private static final int MOST_STEPS = 20_000;
    private static final double DIP = Math.log(0.5); // by which a determinant falls before it is looked at closely
    private static final double FAR = Math.log1p(30.0); // t, before which a small regret means little
    private static final double JUMPED = 0.3; // of a step, after one that landed on another branch
    private static final double CLOSE = 1e-6; // branches that pass so close by cannot be told apart
    private static final double LEVEL = 0.3; // share of the slope below which precision may turn within a step
    private static final int SPLITS = 4; // of a step within which precision may turn twice
    private static final double TURNED = 1e-14; // how closely a fold is pinned down, along the branch

    private final NormalFormGame game;
    private final LogitSystem system;
    private final LogitVerifier verifier;
    private final LogitWalk walk;
    private final LogitCrossing crossings;
    private final int last;
    private final Watch watch;

    /** How far to follow: a precision and the t that belongs to it, a regret [payoff; 0 for none], and how often to branch off. */
    record Until(double lambda, double t, double regret, int depth) {
        Until branchingOff() {
            return new Until(lambda, t, regret, depth - 1);
        }
    }

    /** Up to a precision [1 / payoff; infinite for any] or a regret [payoff; 0 for none], and branching off so often. */
    Until until(double lambda, double regret, int depth) {
        return new Until(lambda, t(lambda), regret, depth);
    }

    /** A branch as far as it has been followed. */
    static final class Trail {
        private final List<LogitEquilibrium> points = new ArrayList<>();
        private final List<LogitEvent> events = new ArrayList<>();
        private @Nullable Stand before;
        private Stand here;
        private int steps;

        Trail(Stand from) {
            here = from;
        }

        /** The chances where it stands, in logarithms, and t. */
        double[] point() {
            return here.point();
        }

        double regret() {
            return here.reading().regret();
        }
    }

    LogitPath(NormalFormGame game, Watch watch) {
        this(game, watch, 1.0);
    }

    /** With steps so much finer or coarser than usual. */
    LogitPath(NormalFormGame game, Watch watch, double coarseness) {
        this.game = game;
        this.watch = watch;
        system = new LogitSystem(game);
        verifier = LogitVerifier.of(game);
        walk = new LogitWalk(system, coarseness);
        crossings = new LogitCrossing(system, walk);
        last = system.unknowns() - 1;
    }

    LogitSystem system() {
        return system;
    }

    /** The value of t at a precision [1 / payoff]. */
    double t(double lambda) {
        return Math.log1p(lambda * system.range());
    }

    /** The principal branch, at its beginning. */
    Trail principal() {
        return begun(walk.start());
    }

    private Trail begun(Stand from) {
        final Trail trail = new Trail(from);
        trail.points.add(equilibrium(from.point()));
        return trail;
    }

    /** A trail as a branch. */
    LogitBranch branch(Trail trail, Ending ending) {
        return new LogitBranch(game, trail.points, trail.events, ending);
    }

    /** Follows a trail on, until something ends it. */
    Ending follow(Trail trail, Until until) {
        walk.restart();
        while (true) {
            final Stand here = trail.here;
            if (here.point()[last] >= until.t
                    || until.regret > 0.0 && here.reading().regret() <= until.regret && here.point()[last] >= FAR) {
                return new Ending(true, reached(here, until), "");
            }
            if (!watch.mayGoOn()) {
                return new Ending(false, watch.why(), "raise the limit");
            }
            final Stand ahead = trail.steps++ < MOST_STEPS ? walk.next(here) : null;
            if (ahead == null) {
                return stalled(here);
            }
            final Stand next = beforeTurningTwice(here, ahead);
            if (next.point()[last] <= 0.0) {
                return new Ending(false, "came back to lambda 0", "follow another arm");
            }
            final Crossing crossing = crossing(here, next);
            if (crossing == null && jumped(here, next)) {
                walk.shorten(JUMPED * LogitWalk.along(here, next.point()));
                continue;
            }
            events(trail, next, crossing, until);
            if (next.point()[last] >= until.t) {
                return finished(trail, next, until);
            }
            trail.points.add(equilibrium(next.point()));
            trail.before = here;
            trail.here = next;
            watch.done(progress(next, until));
        }
    }

    private double progress(Stand here, Until until) {
        return Math.min(
                1.0,
                Double.isFinite(until.t)
                        ? here.point()[last] / until.t
                        : Math.max(0.0, here.point()[last] / (here.point()[last] + 1.0)));
    }

    /** The next stand, or one between if precision turns back and on again on the way to it. */
    private Stand beforeTurningTwice(Stand here, Stand next) {
        final Stand between = here.rising() == next.rising() ? turned(here, next, SPLITS) : null;
        return between == null ? next : between;
    }

    /**
     * A stand on the way at which precision goes the other way; null if none is seen. The parabola through both slopes and the rise says
     * where to look; if precision has hardly turned or not quite, both parts of the way are looked at in the same manner.
     */
    private @Nullable Stand turned(Stand here, Stand next, int splits) {
        final double ahead = LogitWalk.along(here, next.point());
        final double slope = here.tangent()[last];
        final double slopeThere = next.tangent()[last];
        final double bend = 3.0 * (slope + slopeThere - 2.0 * (next.point()[last] - here.point()[last]) / ahead);
        final double place = (bend - slopeThere + slope) / (2.0 * bend);
        final double there = (slope - bend * place * place) / Math.max(Math.abs(slope), Math.abs(slopeThere));
        if (!(place > 0.0 && place < 1.0) || (here.rising() ? there : -there) > LEVEL) {
            return null;
        }
        final Stand between = walk.attempt(here, place * ahead);
        if (between == null || between.rising() != here.rising() || splits == 0) {
            return between == null || between.rising() == here.rising() ? null : between;
        }
        final Stand sooner = turned(here, between, splits - 1);
        return sooner != null ? sooner : turned(between, next, splits - 1);
    }

    private @Nullable Crossing crossing(Stand here, Stand next) {
        return here.reading().sign() == next.reading().sign()
                ? null
                : crossings.signChange(here, LogitWalk.along(here, next.point()));
    }

    /** The sign changes only where branches cross: where none do, the step has landed on another branch that passes close by. */
    private static boolean jumped(Stand here, Stand next) {
        return here.reading().sign() != next.reading().sign() && LogitWalk.along(here, next.point()) > CLOSE;
    }

    private Ending finished(Trail trail, Stand next, Until until) {
        final double[] point = between(trail.here.point(), next.point(), until.t);
        if (point == null) {
            return stalled(trail.here);
        }
        trail.points.add(equilibrium(until.lambda, point));
        trail.before = null;
        final double[] border = new double[last + 1];
        border[last] = 1.0;
        final Stand end = walk.stand(point, border);
        trail.here = end == null ? next : end;
        return new Ending(true, reached(trail.here, until), "");
    }

    private String reached(Stand here, Until until) {
        return here.point()[last] < until.t
                ? "regret " + TableText.number(here.reading().regret(), 3) + " reached"
                : "lambda reached";
    }

    private Ending stalled(Stand here) {
        return new Ending(
                false,
                "stalled at lambda " + TableText.number(system.lambda(here.point()), 7),
                "follow an arm of the last bifurcation, or ask for a lambda short of it");
    }

    /** The point of the branch at this t, on the way from one of its points to another. */
    private double @Nullable [] between(double[] one, double[] other, double t) {
        final double[] direct = walk.between(one, other, t);
        if (direct != null) {
            return direct;
        }
        final double[] moved = new double[last + 1];
        for (int k = 0; k <= last; k++) {
            moved[k] = Math.exp(Math.min(0.0, one[k])) * (other[k] - one[k]);
        }
        moved[last] = other[last] - one[last];
        walk.restart();
        Stand here = walk.stand(one.clone(), moved);
        for (int steps = 0; here != null && steps < MOST_STEPS; steps++) {
            final Stand next = walk.next(here);
            if (next == null) {
                return null;
            }
            if ((next.point()[last] - t) * (here.point()[last] - t) <= 0.0) {
                return walk.between(here.point(), next.point(), t);
            }
            here = next;
        }
        return null;
    }

    /** All points at a precision on a branch that was followed before. */
    List<LogitEquilibrium> allAt(List<LogitEquilibrium> points, double lambda) {
        final List<LogitEquilibrium> found = new ArrayList<>();
        for (int k = 0; k < points.size(); k++) {
            if (points.get(k).lambda() == lambda) {
                found.add(points.get(k));
            } else if (k + 1 < points.size()
                    && (points.get(k).lambda() - lambda) * (points.get(k + 1).lambda() - lambda) < 0.0) {
                final double[] point = between(point(points.get(k)), point(points.get(k + 1)), t(lambda));
                if (point != null) {
                    found.add(equilibrium(lambda, point));
                }
            }
        }
        return found;
    }

    private double[] point(LogitEquilibrium equilibrium) {
        final double[][] chances = new double[game.players()][];
        for (int player = 0; player < chances.length; player++) {
            chances[player] = equilibrium.profile().chances(player);
        }
        return system.point(chances, equilibrium.lambda());
    }

    private LogitEquilibrium equilibrium(double[] point) {
        return equilibrium(system.lambda(point), point);
    }

    private LogitEquilibrium equilibrium(double lambda, double[] point) {
        final StrategyProfile profile = StrategyProfile.of(system.profile(point));
        return new LogitEquilibrium(game, lambda, profile, verifier.residual(profile, lambda));
    }

    private void events(Trail trail, Stand next, @Nullable Crossing crossing, Until until) {
        final Stand here = trail.here;
        if (crossing != null) {
            note(trail, crossing, until);
        } else if (trail.before != null && dips(trail.before, here, next)) {
            final Crossing touched = crossings.touch(trail.before, LogitWalk.along(trail.before, next.point()));
            if (touched != null) {
                note(trail, touched, until);
            }
        }
        if (here.rising() != next.rising()) {
            fold(trail, next, until);
        }
    }

    private static boolean dips(Stand before, Stand here, Stand next) {
        return before.reading().sign() == here.reading().sign()
                && here.reading().sign() == next.reading().sign()
                && here.reading().logSize() < before.reading().logSize() + DIP
                && here.reading().logSize() <= next.reading().logSize();
    }

    private void fold(Trail trail, Stand next, Until until) {
        final Stand turned = turning(trail.here, next);
        if (turned.point()[last] <= until.t) {
            final LogitEquilibrium at = equilibrium(turned.point());
            trail.points.add(at);
            trail.events.add(new LogitEvent(Kind.FOLD, at, 0, List.of()));
        }
    }

    /**
     * Where precision turns between two stands. The bracket is halved from its own near end: seen from farther off, Newton's method starts
     * so far away that it is refused before the fold is pinned down.
     */
    private Stand turning(Stand here, Stand next) {
        Stand near = here;
        Stand far = next;
        for (int round = 0; round < 80; round++) {
            final double gap = LogitWalk.along(near, far.point());
            final Stand middle = gap > TURNED ? walk.toward(near, gap) : null;
            if (middle == null) {
                break;
            }
            if (middle.rising() == here.rising()) {
                near = middle;
            } else {
                far = middle;
            }
        }
        return near;
    }

    private void note(Trail trail, Crossing crossing, Until until) {
        if (crossing.point()[last] > until.t) {
            return;
        }
        final LogitEquilibrium at = equilibrium(crossing.point());
        trail.points.add(at);
        final List<LogitBranch> arms = new ArrayList<>();
        for (int other = 0; other < crossing.others().size() && until.depth > 0; other++) {
            for (final double side : new double[] {1.0, -1.0}) {
                final Stand first = crossings.over(crossing, other, side);
                if (first != null) {
                    arms.add(arm(at, first, until.branchingOff()));
                }
            }
        }
        trail.events.add(new LogitEvent(Kind.BIFURCATION, at, crossing.across().size(), arms));
        walk.restart();
    }

    private LogitBranch arm(LogitEquilibrium from, Stand first, Until until) {
        final Trail trail = new Trail(first);
        trail.points.add(from);
        trail.points.add(equilibrium(first.point()));
        return branch(trail, follow(trail, until));
    }
}
