package io.github.breakranks.equilibrium;

import io.github.breakranks.answer.Certificate;
import io.github.breakranks.answer.Watch;
import io.github.breakranks.equilibrium.Fragility.Change;
import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.game.Pressure;
import io.github.breakranks.game.TieRule;
import io.github.breakranks.internal.TableText;
import io.github.breakranks.internal.WatchedNeeds;
import java.util.List;

/** By how much everybody's net gain must rise for the least rest point of a network to reach a target: the bottleneck of Prim's order. */
final class NetworkRise {
    private static final double ASIDE = 1e-11; // of the largest amount

    private final DefectionGame game;
    private final int target;
    private final boolean stopped;
    private double amount;
    private int critical;

    NetworkRise(DefectionGame game, int target, Watch watch) {
        this.game = game;
        this.target = target;
        final NetworkSweep sweep = new NetworkSweep(WatchedNeeds.of(Pressure.of(game)), this::shortOf);
        this.stopped = !sweep.up(watch);
        for (int k = 0; k < target && !stopped; k++) {
            if (sweep.levels()[k] > amount) {
                amount = sweep.levels()[k];
                critical = k;
            }
        }
    }

    private double shortOf(int agent, double gone) {
        final int group = game.population().groupOf(agent);
        final double net = game.heard(agent) ? game.gain(group, gone) : game.gainUnheard(group, gone);
        return game.population().cost(agent) - net;
    }

    boolean stopped() {
        return stopped;
    }

    Change change() {
        return new Change(amount, critical / (double) game.population().size(), game.ties() == TieRule.GOES);
    }

    /** Solved again a little below and a little above. */
    Certificate certify(Watch watch) {
        double largest = Math.abs(amount);
        for (int agent = 0; agent < game.population().size(); agent++) {
            largest = Math.max(largest, Math.abs(game.population().cost(agent)));
        }
        final double aside = ASIDE * (largest > 0 ? largest : 1);
        final long above = gone(amount + aside, watch);
        final long below = amount - aside > 0 ? gone(amount - aside, watch) : -1;
        if (above < target || below >= target) {
            return new Certificate.Unproven(
                    watch.mayGoOn()
                            ? "solved again, " + below + " and " + above + " go beside a rise of " + amount
                            : "not checked within the limit");
        }
        return new Certificate.Proven(
                "solved again: " + above + " go with a rise " + TableText.number(aside, 1) + " above "
                        + TableText.number(amount, 7) + (below < 0 ? "" : ", " + below + " with one as much below"),
                List.of("net gain as evaluated in double precision"));
    }

    private long gone(double rise, Watch watch) {
        final RestPoints rest =
                EquilibriumSolver.solver().solve(Rise.raised(game, rise), watch).value();
        return rest.points().isEmpty() ? -1 : rest.points().get(0).gone();
    }
}
