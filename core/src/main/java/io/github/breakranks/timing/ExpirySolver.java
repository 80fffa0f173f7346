package io.github.breakranks.timing;

import io.github.breakranks.answer.Answer;
import io.github.breakranks.answer.Certificate;
import io.github.breakranks.answer.Solver;
import io.github.breakranks.answer.Watch;
import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.internal.Checks;
import io.github.breakranks.offer.Expiry;
import java.util.Objects;

/**
 * When they go if the offer may be withdrawn at any moment.
 *
 * <p>Each soldier of cost c chooses his date. Going at t gains him {@code G(s(t-)) - c}, where s(t-) has gone before him; waiting costs
 * {@code g} (impatience and danger) and risks that the offer is withdrawn, which he believes to happen at a rate {@code eta'}; after that
 * going gains nothing.
 *
 * <pre>{@code
 *   H = eta' + g                                       the rate at which the chance to wait is lost, as they believe
 *   s'(t) = H [ G(s) - F^-1(s) ] / G'(s),  s(0) = 0     so that s(t) = S(H t) for one path S whatever the rates
 *   E[s when withdrawn] = integral from 0 to least of exp(-kappa v(s)) ds,   kappa = eta / H,   S(v(s)) = s
 * }</pre>
 *
 * <p>The path is the only equilibrium without an atom. It climbs to the <em>least</em> rest point of the game at a date and never past it.
 * Assumed: a continuum of soldiers, each of whom takes the path as given; beliefs about the rate do not move while the offer stands; those
 * lost while waiting are replaced by men of like cost (or waiting is mere impatience); reprisal is judged on those gone before.
 *
 * <p>A certificate is made by trying, for many costs, every date of a grid: the largest gain from another date than the path's.
 * Cost: some 1,500 evaluations of the law once; then 250 exponentials for each rate.
 *
 * @param waiting what waiting costs
 */
public record ExpirySolver(Waiting waiting) implements Solver<DefectionGame, ExpiryPath> {

    public ExpirySolver {
        Objects.requireNonNull(waiting, "waiting");
    }

    /** The solver for such a cost of waiting. */
    public static ExpirySolver of(Waiting waiting) {
        return new ExpirySolver(waiting);
    }

    @Override
    public Answer<ExpiryPath> solve(DefectionGame game, Watch watch) {
        Objects.requireNonNull(game, "game");
        final Expiry expiry = game.offer().expiry();
        if (expiry instanceof Expiry.Date date) {
            throw Checks.refused("expiry must be open or a hazard, but was %s; take DeadlineSolver for a date", date);
        }
        final Expiry.Hazard hazard = expiry instanceof Expiry.Hazard given ? given : new Expiry.Hazard(0, 0);
        final ExpiryPath path = new ExpiryPath(TimedGame.of(game), this, hazard, watch);
        if (!watch.mayGoOn()) {
            return new Answer.Stopped<>(
                    path, new Certificate.Unproven("not checked within the limit"), watch.why(), "raise the limit");
        }
        return new Answer.Found<>(
                path, new Certificate.Numeric(Math.max(path.regret(), path.error()), game.unit() + ", or share"));
    }
}
