package io.github.breakranks.design;

import io.github.breakranks.answer.Watch;
import io.github.breakranks.equilibrium.Jump;
import io.github.breakranks.game.DefectionGame;
import java.util.ArrayList;
import java.util.List;

/** What values of an instrument cost and miss in each of the games that it might be. */
final class Losses {
    private final List<TakeUp> takeUps = new ArrayList<>();
    private final List<Need> needs = new ArrayList<>();
    private final Instrument instrument;
    private final Target target;
    private final HostCosts costs;

    Losses(Ambiguity ambiguity, Instrument instrument, Target target, HostCosts costs, Watch watch) {
        this.instrument = instrument;
        this.target = target;
        this.costs = costs;
        for (DefectionGame game : ambiguity.games()) {
            if (!watch.mayGoOn()) {
                throw new SolvedTakeUp.Ended(watch.why());
            }
            final TakeUp takeUp = TakeUp.of(game, instrument, watch);
            takeUps.add(takeUp);
            needs.add(takeUp.need(target.share(), target.reliance()));
        }
    }

    int size() {
        return takeUps.size();
    }

    TakeUp takeUp(int game) {
        return takeUps.get(game);
    }

    /** What one game takes to reach the target. */
    Need need(int game) {
        return needs.get(game);
    }

    /** Whether some value within the bounds reaches it. */
    boolean reaches(int game) {
        return needs.get(game).within(instrument.high());
    }

    /** What a value, or its limit from above, costs in one game [unit of the game]. */
    double outlay(int game, double value, boolean justAbove) {
        final TakeUp takeUp = takeUps.get(game);
        return costs.outlay(
                takeUp.at(value), takeUp.shares(value, TakeUp.countsGreatest(target.reliance()), justAbove));
    }

    /** The share that it brings in the rest points relied on. */
    double share(int game, double value, boolean justAbove) {
        final TakeUp takeUp = takeUps.get(game);
        return takeUp.total(takeUp.shares(value, TakeUp.seeksGreatest(target.reliance()), justAbove));
    }

    /** How many of the target it misses [count, not rounded]. */
    double missed(int game, double value, boolean justAbove) {
        final Need need = needs.get(game);
        if (value > need.value() || value == need.value() && (need.attained() || justAbove)) {
            return 0; // also where rounding would leave a little
        }
        final double heads = takeUps.get(game).game().population().size();
        return heads * Math.max(0, target.share() - share(game, value, justAbove));
    }

    /** The values at which one of the games jumps or reaches the target, within the bounds. */
    List<Double> turns() {
        final List<Double> turns = new ArrayList<>();
        for (int i = 0; i < takeUps.size(); i++) {
            final TakeUp takeUp = takeUps.get(i);
            for (Jump jump : takeUp.jumps(TakeUp.seeksGreatest(target.reliance()))) {
                turns.add(jump.value());
            }
            if (TakeUp.countsGreatest(target.reliance())) {
                takeUp.jumps(true).forEach(jump -> turns.add(jump.value()));
            }
            if (reaches(i)) {
                turns.add(needs.get(i).value());
            }
        }
        return turns;
    }
}
