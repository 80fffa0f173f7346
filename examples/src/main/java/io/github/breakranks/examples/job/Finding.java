package io.github.breakranks.examples.job;

import io.github.breakranks.Breakranks;
import io.github.breakranks.cascade.Cascade;
import io.github.breakranks.cascade.MeanFieldCascade;
import io.github.breakranks.equilibrium.EquilibriumSolver;
import io.github.breakranks.equilibrium.RestPoints;
import io.github.breakranks.equilibrium.Tipping;
import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.offer.Offer;
import io.github.breakranks.offer.Term;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/**
 * What one game says: where it rests, and what a better offer would have changed.
 *
 * @param mean      the mean cost [unit of the game]
 * @param game      the game with this mean
 * @param rest      its rest points
 * @param unoffered where it would rest without any offer, a share
 * @param folds     folds of its manifold in the worth of the land [count]
 * @param changes   in the order of {@link #TERMS}
 */
record Finding(double mean, DefectionGame game, RestPoints rest, double unoffered, int folds, List<Change> changes) {
    /** The terms that are changed, one at a time. */
    static final List<Term> TERMS = List.of(Term.CREDIBILITY, Term.REACH, Term.REFUGE);

    private static final double ROUNDING = 1e-9; // where the mean lies at a fold, it tips at the offer that was made

    Finding {
        changes = List.copyOf(changes);
    }

    /**
     * One term of the offer changed for the better: believed fully, heard of by twice as many or all, or twice the land.
     *
     * @param term  which
     * @param from  its value in the offer that was made
     * @param to    its better value; {@code from} if there is none better
     * @param least where play then rests from nobody, a share
     * @param tips  the value at or above {@code from} above which play next jumps across a fold; empty if no value does
     */
    record Change(Term term, double from, double to, double least, OptionalDouble tips) {

        /** Whether there is anything to better. */
        boolean betters() {
            return to > from;
        }

        /** Whether the better value makes play jump. */
        boolean jumps() {
            return betters() && tips.isPresent() && tips.getAsDouble() < to;
        }
    }

    static Finding of(Case history, Assumption assumption, double mean) {
        final DefectionGame game = assumption.game(history, mean);
        final RestPoints rest = Breakranks.equilibria(game);
        // Phi' is at most the greatest density times the reprisal: where that is below 1 nothing folds and nothing
        // tips.
        final boolean smooth = game.population().law().steepest() * assumption.reprisal() <= 1;
        final Tipping land = smooth ? null : Breakranks.tippingOffer(game, Term.REFUGE);
        final Tipping word = smooth || assumption.reach() == 1 ? null : Breakranks.tippingOffer(game, Term.REACH);
        return new Finding(
                mean,
                game,
                rest,
                least(game.withOffer(Offer.none())),
                land == null ? 0 : land.folds().size(),
                List.of(
                        // Credibility and land enter as their product, so that one's jumps are the other's.
                        change(game, Term.CREDIBILITY, values(land, assumption.credibility())),
                        change(game, Term.REACH, values(word, 1)),
                        change(game, Term.REFUGE, values(land, 1))));
    }

    /** The values at which play jumps, in ascending order, times a factor. */
    private static DoubleStream values(@Nullable Tipping tipping, double times) {
        return tipping == null
                ? DoubleStream.empty()
                : tipping.jumpsUp().stream().mapToDouble(jump -> times * jump.value());
    }

    private static Change change(DefectionGame game, Term term, DoubleStream jumps) {
        final double from = game.offer().get(term);
        final double to = term == Term.CREDIBILITY ? 1 : Math.min(term.high(), 2 * from);
        final OptionalDouble tips = jumps.filter(value -> value >= from - ROUNDING && value < term.high())
                .map(value -> Math.max(from, value))
                .findFirst();
        return new Change(term, from, to, least(game.with(term, to)), tips);
    }

    private static double least(DefectionGame game) {
        return EquilibriumSolver.solver().solve(game).orElseThrow().least().share();
    }

    /** What changing this term would do. */
    Change change(Term term) {
        return changes.get(TERMS.indexOf(term));
    }

    /** How play gets from nobody to where it rests; near a fold only the first million rounds of it. */
    Cascade cascade() {
        return cascade(game);
    }

    static Cascade cascade(DefectionGame game) {
        return MeanFieldCascade.solver().solve(game).value();
    }
}
