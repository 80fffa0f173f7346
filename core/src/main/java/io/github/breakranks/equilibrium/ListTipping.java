package io.github.breakranks.equilibrium;

import io.github.breakranks.answer.Watch;
import io.github.breakranks.equilibrium.Tipping.Jumps;
import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.game.TieRule;
import io.github.breakranks.internal.Checks;
import io.github.breakranks.offer.Term;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tipping in a list of n agents: by count k, the value of the term from which k agents gone bring at least one more.
 *
 * <pre>{@code
 *   v_k = inf { v : #{ i : G(k/(n-1); v) >= c_i } >= k + 1 }
 * }</pre>
 *
 * <p>The least count at v is the first k with {@code v_k > v}, the greatest the last k with {@code v_(k-1) <= v}. A list moves by single
 * agents all the time; a jump is where several go at once. Cost: n gains and a sort.
 */
final class ListTipping {
    private static final double ROUNDINGS = 16;

    private final DefectionGame game;
    private final Term term;
    private final int agents;
    private final double largestCost;
    private final double[] values; // v_k by k
    private boolean stopped;

    ListTipping(DefectionGame game, Term term, Watch watch) {
        if (term == Term.REACH) {
            throw Checks.refused(
                    "term must be one that all who heard of the offer see, but was %s; take the population's law()",
                    term.label());
        }
        this.game = game;
        this.term = term;
        this.agents = game.population().size();
        this.largestCost =
                Arrays.stream(game.population().costs()).map(Math::abs).max().orElse(0);
        this.values = values(watch);
    }

    /** Whether the watch ended the work before every count was looked at. */
    boolean stopped() {
        return stopped;
    }

    private double[] values(Watch watch) {
        final double[] costs = game.population().costs();
        final double[] heard = sorted(costs, true);
        final double[] unheard = heard.length == agents ? new double[0] : sorted(costs, false);
        final double[] byCount = new double[agents];
        int without = 0; // those who go though word has not reached them
        for (int k = 0; k < agents && !stopped; k++) {
            stopped = (k & 0xFFFF) == 0 && !watch.mayGoOn();
            final double gone = agents == 1 ? 0 : (double) k / (agents - 1);
            while (without < unheard.length && goes(unheard[without], game.gainUnheard(gone))) {
                without++;
            }
            final int wanted = k - without; // rank among those who heard
            byCount[k] = wanted < 0
                    ? Double.NEGATIVE_INFINITY
                    : wanted >= heard.length
                            ? Double.POSITIVE_INFINITY
                            : game.gain().valueFor(term, game.offer(0), 0, gone, heard[wanted]);
        }
        return byCount;
    }

    private boolean goes(double cost, double net) {
        return game.ties() == TieRule.GOES ? net >= cost : net > cost;
    }

    private double[] sorted(double[] costs, boolean heard) {
        final double[] chosen = new double[agents];
        int known = 0;
        for (int agent = 0; agent < agents; agent++) {
            if (game.heard(agent) == heard) {
                chosen[known++] = costs[agent];
            }
        }
        Arrays.sort(chosen, 0, known);
        return Arrays.copyOf(chosen, known);
    }

    Tipping tipping() {
        final Jumps jumps = new Jumps(up(), down(), List.of());
        final @Nullable Jump[] chosen = {largest(jumps.up(), true), largest(jumps.down(), false)};
        String reason = "";
        if (chosen[0] == null) {
            reason = "no value within its range makes more than one agent go at once";
        } else if (chosen[1] == null) {
            reason = "no value within its range makes more than one agent come back at once";
        }
        return new Tipping(term.label(), term.unit(game.unit()), jumps, chosen, reason);
    }

    private List<Jump> up() {
        final List<Jump> jumps = new ArrayList<>();
        int from = 0;
        for (int k = 1; k <= agents; k++) {
            if (k == agents || exceeds(values[k], values[from])) {
                add(jumps, values[from], from, k);
                from = k;
            }
        }
        return jumps;
    }

    private List<Jump> down() {
        final List<Jump> jumps = new ArrayList<>();
        int from = agents;
        for (int k = agents - 1; k >= 0; k--) {
            if (k == 0 || exceeds(values[from - 1], values[k - 1])) {
                add(jumps, values[from - 1], from, k);
                from = k;
            }
        }
        return jumps;
    }

    /** By more than rounding, which must not split those who move together. */
    private boolean exceeds(double value, double other) {
        final boolean finite = Double.isFinite(value) && Double.isFinite(other);
        return finite ? value - other > ROUNDINGS * (Math.ulp(value) + Math.ulp(largestCost)) : value > other;
    }

    private void add(List<Jump> jumps, double value, int from, int to) {
        if (Math.abs(to - from) > 1 && Double.isFinite(value)) {
            jumps.add(new Jump(value, (double) from / agents, (double) to / agents));
        }
    }

    private @Nullable Jump largest(List<Jump> jumps, boolean up) {
        return jumps.stream()
                .filter(jump -> up
                        ? !exceeds(0, jump.value()) && exceeds(term.high(), jump.value())
                        : exceeds(jump.value(), 0) && !exceeds(jump.value(), term.high()))
                .max(Comparator.comparingDouble(jump -> Math.abs(jump.to() - jump.from())))
                .orElse(null);
    }
}
