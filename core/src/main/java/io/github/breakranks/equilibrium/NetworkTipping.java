package io.github.breakranks.equilibrium;

import io.github.breakranks.answer.Watch;
import io.github.breakranks.equilibrium.Tipping.Jumps;
import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.game.Pressure;
import io.github.breakranks.game.TieRule;
import io.github.breakranks.internal.WatchedNeeds;
import io.github.breakranks.offer.Offer;
import io.github.breakranks.offer.Term;
import io.github.breakranks.population.Population;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tipping on a network: every value of the term at which the least or the greatest rest point moves, exactly, in one sweep up and one down.
 *
 * <p>A network moves by single agents all the time; a jump is where several go at once, and the largest is called the tipping offer.
 */
final class NetworkTipping {
    private static final double ROUNDINGS = 16;

    private final DefectionGame game;
    private final Term term;
    private final int agents;
    private final double largestCost;
    private final boolean stopped;
    private final List<Jump> up = new ArrayList<>();
    private final List<Jump> down = new ArrayList<>();

    NetworkTipping(DefectionGame game, Term term, Watch watch) {
        this.game = game;
        this.term = term;
        final Population population = game.population();
        this.agents = population.size();
        double largest = 0;
        for (int agent = 0; agent < agents; agent++) {
            largest = Math.max(largest, Math.abs(population.cost(agent)));
        }
        this.largestCost = term == Term.REACH ? 1 : largest;
        final NetworkSweep sweep = new NetworkSweep(WatchedNeeds.of(Pressure.of(game)), this::value);
        this.stopped = !(sweep.up(watch) && jumps(sweep, true) && sweep.down(watch) && jumps(sweep, false));
    }

    /** Whether the watch ended the work. */
    boolean stopped() {
        return stopped;
    }

    /** The value from which an agent goes; minus infinity if he does at any, infinity if he does at none. */
    private double value(int agent, double gone) {
        final int group = game.population().groupOf(agent);
        if (term == Term.REACH) {
            return reach(agent, group, gone);
        }
        if (!game.heard(agent)) {
            return game.goesSeeing(agent, gone) ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        }
        return game.gain()
                .valueFor(
                        term, game.offer(group), group, gone, game.population().cost(agent));
    }

    private double reach(int agent, int group, double gone) {
        final double cost = game.population().cost(agent);
        final Offer all = game.offer(group).with(Term.REACH, 1);
        if (goes(game.gain().of(Offer.none(), group, gone), cost)) {
            return Double.NEGATIVE_INFINITY;
        }
        return goes(game.gain().of(all, group, gone), cost) ? game.hearsAbove(agent) : Double.POSITIVE_INFINITY;
    }

    private boolean goes(double net, double cost) {
        return game.ties() == TieRule.GOES ? net >= cost : net > cost;
    }

    /** Where several move at once. */
    private boolean jumps(NetworkSweep sweep, boolean upwards) {
        final double[] levels = sweep.levels();
        int from = 0;
        for (int k = 1; k <= agents; k++) {
            final boolean apart = k == agents || Math.abs(levels[k] - levels[from]) > room(levels[from]);
            if (apart) {
                if (k - from > 1 && Double.isFinite(levels[from])) {
                    add(levels[from], from, k, upwards);
                }
                from = k;
            }
        }
        return true;
    }

    private void add(double value, int from, int to, boolean upwards) {
        if (upwards) {
            up.add(new Jump(value, (double) from / agents, (double) to / agents));
        } else {
            down.add(new Jump(value, (double) (agents - from) / agents, (double) (agents - to) / agents));
        }
    }

    /** What rounding may set apart of those who move together. */
    private double room(double value) {
        return Double.isFinite(value) ? ROUNDINGS * (Math.ulp(value) + Math.ulp(largestCost)) : 0;
    }

    Tipping tipping() {
        final @Nullable Jump[] chosen = {largest(up, true), largest(down, false)};
        String reason = "";
        if (chosen[0] == null) {
            reason = "no value within its range makes more than one agent go at once";
        } else if (chosen[1] == null) {
            reason = "no value within its range makes more than one agent come back at once";
        }
        return new Tipping(term.label(), term.unit(game.unit()), new Jumps(up, down, List.of()), chosen, reason);
    }

    private @Nullable Jump largest(List<Jump> jumps, boolean upwards) {
        return jumps.stream()
                .filter(jump -> upwards
                        ? jump.value() >= -room(0) && jump.value() < term.high()
                        : jump.value() > room(0) && jump.value() <= term.high() + room(term.high()))
                .max(Comparator.comparingDouble(jump -> Math.abs(jump.to() - jump.from())))
                .orElse(null);
    }
}
