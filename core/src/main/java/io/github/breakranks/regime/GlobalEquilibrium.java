package io.github.breakranks.regime;

import io.github.breakranks.internal.Checks;

/**
 * One equilibrium of a global game: above which news each soldier goes, and hence who goes in each state.
 *
 * <p>In the least equilibrium soldiers go in the fewest states, so that its cutoffs are the highest; in the greatest they are the lowest.
 */
public final class GlobalEquilibrium {
    private final GlobalGame game;
    private final TurnoutByState play;

    GlobalEquilibrium(GlobalGame game, TurnoutByState play) {
        this.game = game;
        this.play = play;
    }

    /** The share that goes in a state; of few soldiers the mean. */
    public double share(double state) {
        return play.share(Checks.finite("state", "state", state));
    }

    /**
     * The news above which soldiers who are alike go [state]: minus infinity if all always go, infinity if nobody ever does.
     *
     * @throws IllegalStateException if their costs differ; take {@link #cutoffAtCost} or {@link #cutoff(int)}
     */
    public double cutoff() {
        if (game.law() != null) {
            throw new IllegalStateException(
                    "soldiers whose costs are spread have no common cutoff; take cutoffAtCost(cost)");
        }
        if (play instanceof SquadTurnout) {
            throw new IllegalStateException("soldiers whose costs differ have no common cutoff; take cutoff(soldier)");
        }
        return play.cutoff();
    }

    /** The news above which this one of the listed soldiers goes [state]. */
    public double cutoff(int soldier) {
        final int soldiers = game.players()
                .orElseThrow(
                        () -> new IllegalStateException(
                                "soldiers are too many to be listed; take cutoff(), or cutoffAtCost(cost) if costs are spread"));
        Checks.index("soldier", "soldier", soldier, soldiers);
        return play instanceof SquadTurnout squad ? squad.cutoff(soldier) : play.cutoff();
    }

    /**
     * The news above which a soldier of this cost goes [state], where costs follow a law.
     *
     * <p>Cost: one integral over the noise at each step of a search.
     */
    public double cutoffAtCost(double cost) {
        Checks.finite("cost", "unit of the game", cost);
        if (play instanceof SpreadTurnout spread) {
            return spread.cutoff(game, cost);
        }
        throw new IllegalStateException("soldiers do not follow a law of costs; take cutoff() or cutoff(soldier)");
    }

    /** How far another equilibrium lies from this one: the most by which cutoffs [state], or where costs are spread shares, differ. */
    double farthest(GlobalEquilibrium other) {
        if (play instanceof SpreadTurnout spread && other.play instanceof SpreadTurnout that) {
            return spread.farthest(that);
        }
        if (play instanceof SquadTurnout squad && other.play instanceof SquadTurnout that) {
            return squad.farthest(that);
        }
        return play.cutoff() == other.play.cutoff() ? 0 : Math.abs(play.cutoff() - other.play.cutoff());
    }

    /** The size of the cutoffs [state]; nothing where costs are spread. */
    double size() {
        if (play instanceof SquadTurnout squad) {
            return Math.max(Math.abs(squad.lowest()), Math.abs(squad.highest()));
        }
        return play instanceof SpreadTurnout ? 0 : Math.abs(play.cutoff());
    }

    /** In a few words: from which news on soldiers go. */
    String said() {
        if (play instanceof SquadTurnout squad) {
            return GlobalPlay.said(
                    "those of lowest cost go if their news is above %.4f, those of highest if above %.4f",
                    squad.lowest(), squad.highest());
        }
        if (play instanceof SpreadTurnout spread) {
            final double median = game.costs().quantile(0.5);
            return GlobalPlay.said(
                    "the soldier of median cost goes if his news is above %.4f", spread.cutoff(game, median));
        }
        return Double.isInfinite(play.cutoff())
                ? brief()
                : GlobalPlay.said("soldiers go if their news is above %.4f", play.cutoff());
    }

    /** The same of soldiers who are alike, for a line. */
    String brief() {
        if (Double.isInfinite(play.cutoff())) {
            return play.cutoff() > 0 ? "nobody ever goes" : "all always go";
        }
        return GlobalPlay.said("go above %.4f", play.cutoff());
    }

    /** In a line: {@code GlobalEquilibrium[soldiers go if their news is above 0.6000]}. */
    @Override
    public String toString() {
        return "GlobalEquilibrium[" + said() + "]";
    }
}
