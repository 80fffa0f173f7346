package io.github.breakranks.timing;

import io.github.breakranks.answer.Answer;
import io.github.breakranks.answer.Certificate;
import io.github.breakranks.answer.Solver;
import io.github.breakranks.answer.Watch;
import io.github.breakranks.equilibrium.Potential;
import io.github.breakranks.equilibrium.Selection;
import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.internal.Checks;
import io.github.breakranks.offer.Expiry;
import java.util.Objects;

/**
 * When they go if the offer ends at a date T that all know.
 *
 * <p>Before T the path climbs as that of an open offer, {@code s(t) = S(g t)}. What happens at T depends on whose going protects whom:
 *
 * <pre>{@code
 *   judged on those gone before:    all with c <= G(s(T-)) go at T;  total = F(G(s(T-)))
 *   protected by the crowd at T:    a quiet period of length D comes first, in which nobody goes,
 *                                   exp(-g D) (G(s+) - c_q) = G(s_q) - c_q,   s_q = S(g (T - D)) = F(c_q),
 *                                   then all up to s+ go at once;  total = s+, a root of s = F(G(s)) at or above s_q
 * }</pre>
 *
 * <p>Where the game at a date has several rest points, several s+ are possible, and the result says which was taken and why. By default the
 * one of largest potential: what slightly noisy private news about the worth of the offer selects, if the past has revealed nothing about
 * it ({@link Potential}).
 *
 * <p>A certificate is made by trying, for many costs, every date of a grid under both conventions.
 *
 * @param waiting   what waiting costs, at a rate above 0
 * @param selection which rest point those who go together at T come to
 */
public record DeadlineSolver(Waiting waiting, Selection selection) implements Solver<DefectionGame, DeadlinePath> {

    public DeadlineSolver {
        Objects.requireNonNull(waiting, "waiting");
        Objects.requireNonNull(selection, "selection");
        Checks.above(0.0, "waiting", "per " + waiting.unit(), waiting.rate());
    }

    /** The solver for such a cost of waiting, with the rest point of largest potential. */
    public static DeadlineSolver of(Waiting waiting) {
        return new DeadlineSolver(waiting, Selection.POTENTIAL);
    }

    /** This solver, relying on another rest point. */
    public DeadlineSolver withSelection(Selection newSelection) {
        return new DeadlineSolver(waiting, newSelection);
    }

    /** Short enough for JShell, which cuts long lines in the middle. */
    @Override
    public String toString() {
        return "DeadlineSolver[waiting " + waiting.rate() + " per " + waiting.unit() + ", "
                + selection.name().toLowerCase(java.util.Locale.ROOT) + "]";
    }

    @Override
    public Answer<DeadlinePath> solve(DefectionGame game, Watch watch) {
        Objects.requireNonNull(game, "game");
        if (!(game.offer().expiry() instanceof Expiry.Date date)) {
            throw Checks.refused(
                    "expiry must be a date, but was %s; put one with offer.withExpiry(Expiry.at(date))",
                    game.offer().expiry());
        }
        final DeadlinePath path = new DeadlinePath(TimedGame.of(game), this, date.date(), watch);
        if (!watch.mayGoOn()) {
            return new Answer.Stopped<>(
                    path, new Certificate.Unproven("not checked within the limit"), watch.why(), "raise the limit");
        }
        return new Answer.Found<>(
                path, new Certificate.Numeric(Math.max(path.regret(), path.error()), game.unit() + ", or share"));
    }
}
