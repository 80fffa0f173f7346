package io.github.breakranks.equilibrium;

import io.github.breakranks.answer.Answer;
import io.github.breakranks.answer.Certificate;
import io.github.breakranks.answer.Solver;
import io.github.breakranks.answer.Watch;
import io.github.breakranks.equilibrium.LogitBranch.Ending;
import io.github.breakranks.equilibrium.LogitPath.Trail;
import io.github.breakranks.game.NormalFormGame;
import io.github.breakranks.internal.Checks;
import java.util.ArrayList;
import java.util.List;

/**
 * Follows logit quantal response equilibria of a finite game from even mixing towards a Nash equilibrium.
 *
 * <pre>{@code
 *   x[i, a] = exp(lambda u_i(a, x)) / sum over b of exp(lambda u_i(b, x))
 *
 *   lambda  precision of play [1 / payoff]: payoffs k times as large are precision k times as high
 * }</pre>
 *
 * <p>At precision 0 all mix evenly. From there one branch leads on, the principal one; in almost every game it converges to a Nash
 * equilibrium (McKelvey and Palfrey, 1995). It is followed in log-probabilities by its length, so that it may turn back in precision (a
 * fold), with Newton's method after every step (Turocy, 2005). Where the sign of the bordered determinant changes, other branches cross it;
 * the place is pinned down to some 1e-11 and the arms are followed too. The branch itself goes straight on.
 *
 * <p>Only what payoffs are above a player's least one matters; it is taken before anything is rounded, so that a constant added to all, however
 * large, changes nothing. The certificate is the largest residual of all equilibria reported, recomputed from the payoffs. Rounding alone leaves some
 * {@code 1e-16 lambda (highest - lowest payoff)}; where a residual is above 1e-9 the answer is {@link Answer.Stopped}, with the branch as
 * well as doubles tell it. The Nash equilibrium behind it is then what {@link #toNash(NormalFormGame)} finds.
 *
 * <p>Cost: a step takes some {@code 2 n} passes over each player's table of payoffs, and the cube of the number of actions in play; a branch
 * takes some 50 to 500 steps.
 *
 * @param untilLambda  the precision at which to stop [1 / payoff], at least 0; infinite for none
 * @param untilRegret  the regret at which to stop, as a share of the range of payoffs, at least 0; 0 for none, which
 *     needs a precision at which to stop. It counts from where precision is 30 over that range
 * @param depth        how often to branch off: 0 reports bifurcations without following arms, 1 follows the arms of the principal branch,
 *     2 theirs too
 * @see <a href="https://doi.org/10.1006/game.1995.1023">R. McKelvey and T. Palfrey (1995), "Quantal Response Equilibria for Normal Form
 *     Games", Games and Economic Behavior 10, 6-38</a>
 * @see <a href="https://doi.org/10.1016/j.geb.2004.04.003">T. Turocy (2005), "A dynamic homotopy interpretation of the logistic quantal
 *     response equilibrium correspondence", Games and Economic Behavior 51, 243-263</a>
 */
public record LogitSolver(double untilLambda, double untilRegret, int depth)
        implements Solver<NormalFormGame, LogitBranch> {
    private static final double NEAR = 1e-4;
    private static final double MOST_RESIDUAL = 1e-9; // of a chance, in what is called found
    private static final int MOST_ACTIONS = 3_000;
    private static final long MOST_PAYOFFS = 50_000_000L;

    public LogitSolver {
        if (!(untilLambda >= 0.0)) {
            throw Checks.refused("untilLambda must be >= 0 [1 / payoff], but was %s", untilLambda);
        }
        Checks.atLeast(0.0, "untilRegret", "share of the range of payoffs", untilRegret);
        if (Double.isInfinite(untilLambda) && untilRegret == 0.0) {
            throw Checks.refused(
                    "untilRegret must be > 0 [share of the range of payoffs] where untilLambda is infinite, but was %s",
                    untilRegret);
        }
        Checks.count(0, "depth", "count", depth);
    }

    /** The solver that follows the principal branch until nobody could gain more than 1e-4 of the range of payoffs, and its arms as far. */
    public static LogitSolver solver() {
        return new LogitSolver(Double.POSITIVE_INFINITY, NEAR, 1);
    }

    /** This solver, which follows branches up to a precision [1 / payoff], whatever the regret. */
    public LogitSolver untilLambda(double newUntilLambda) {
        return new LogitSolver(newUntilLambda, 0.0, depth);
    }

    /** This solver, which follows branches until nobody could gain more than this share of the range of payoffs, whatever the precision. */
    public LogitSolver untilRegret(double newUntilRegret) {
        return new LogitSolver(Double.POSITIVE_INFINITY, newUntilRegret, depth);
    }

    /** This solver, which branches off so often. */
    public LogitSolver withDepth(int newDepth) {
        return new LogitSolver(untilLambda, untilRegret, newDepth);
    }

    /**
     * The principal branch alone, until nobody could gain more than this share of the range of payoffs: {@link LogitBranch#last} is where a
     * proof of a Nash equilibrium can start.
     */
    public static LogitBranch principal(NormalFormGame game, double untilRegret, Watch watch) {
        return solver().untilRegret(untilRegret).withDepth(0).solve(game, watch).value();
    }

    /**
     * The equilibrium on the principal branch at a precision.
     *
     * @param lambda precision [1 / payoff], finite and at least 0
     */
    public static Answer<LogitEquilibrium> at(NormalFormGame game, double lambda, Watch watch) {
        Checks.atLeast(0.0, "lambda", "1 / payoff", lambda);
        final Answer<LogitBranch> followed =
                solver().untilLambda(lambda).withDepth(0).solve(game, watch);
        final LogitEquilibrium reached = followed.value().last();
        final Ending ending = followed.value().reached() || !(followed instanceof Answer.Stopped<LogitBranch> stopped)
                ? new Ending(true, "", "")
                : new Ending(false, stopped.why(), stopped.remedy());
        return answer(reached, LogitVerifier.certificate(List.of(reached)), ending);
    }

    /** The same, however long it takes. */
    public static Answer<LogitEquilibrium> at(NormalFormGame game, double lambda) {
        return at(game, lambda, Watch.none());
    }

    @Override
    public Answer<LogitBranch> solve(NormalFormGame game, Watch watch) {
        check(game);
        final LogitPath path = new LogitPath(game, watch);
        final Trail trail = path.principal();
        final Ending ending = path.follow(
                trail, path.until(untilLambda, untilRegret * path.system().range(), depth));
        final LogitBranch branch = path.branch(trail, ending);
        final List<LogitEquilibrium> reported = new ArrayList<>();
        gather(branch, reported);
        return answer(branch, LogitVerifier.certificate(reported), ending);
    }

    /** Found if nothing stopped it and the equations hold as well as is promised; a certificate of another kind would not be believed. */
    private static <T> Answer<T> answer(T value, Certificate certificate, Ending ending) {
        if (!ending.reached()) {
            return new Answer.Stopped<>(value, certificate, ending.why(), ending.remedy());
        }
        if (certificate instanceof Certificate.Numeric checked && checked.worst() <= MOST_RESIDUAL) {
            return new Answer.Found<>(value, certificate);
        }
        return new Answer.Stopped<>(
                value,
                certificate,
                "doubles cannot hold the equations to " + MOST_RESIDUAL + " [share] at so high a precision",
                "ask for a lower lambda, or toNash for the limit");
    }

    /**
     * The Nash equilibrium to which the principal branch leads: followed until regret is small, then solved for on the actions that are in
     * play. Proven where it is found in fractions; else its exact regret is the certificate. A branch that stalls is not called Nash.
     */
    public static Answer<NashEquilibrium> toNash(NormalFormGame game, Watch watch) {
        check(game);
        return new LogitLimit(game, watch).solve();
    }

    /** The same, however long it takes. */
    public static Answer<NashEquilibrium> toNash(NormalFormGame game) {
        return toNash(game, Watch.none());
    }

    /** The Nash equilibrium in which this branch ends, an arm of another for instance, solved for on the actions in play at its last point. */
    public static Answer<NashEquilibrium> toNash(LogitBranch branch) {
        return new LogitLimit(branch.game(), Watch.none()).from(branch);
    }

    private static void gather(LogitBranch branch, List<LogitEquilibrium> into) {
        into.addAll(branch.points());
        for (final LogitEvent event : branch.events()) {
            into.add(event.equilibrium());
            event.arms().forEach(arm -> gather(arm, into));
        }
    }

    private static void check(NormalFormGame game) {
        PayoffBounds.checkSize(game);
        long actions = 0;
        for (final int size : game.shape()) {
            actions += size;
        }
        if (actions > MOST_ACTIONS) {
            throw Checks.refused(
                    "game must have at most %s actions in all [count; a step takes their cube], but had %s",
                    MOST_ACTIONS, actions);
        }
        final long payoffs = (long) game.profiles() * game.players();
        if (payoffs > MOST_PAYOFFS) {
            throw Checks.refused(
                    "game must have at most %s payoffs [count; 16 bytes each are copied], but had %s",
                    MOST_PAYOFFS, payoffs);
        }
    }
}
