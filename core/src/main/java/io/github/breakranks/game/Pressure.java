package io.github.breakranks.game;

import io.github.breakranks.internal.Checks;
import io.github.breakranks.internal.NetworkRows;
import io.github.breakranks.internal.WatchedNeeds;
import io.github.breakranks.network.Exposure;
import io.github.breakranks.network.Network;
import io.github.breakranks.offer.Monotonicity;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * By agent of a network, the least pressure from those he watches at which he goes: the reduced form of a game on a network.
 *
 * <pre>{@code
 *   s_i(S)  = sum of w_ji over j in S, whom i watches          S has gone
 *   goes   <=>  s_i(S) >= needed_i                             needed_i = min { s : G(s / total_i) >= c_i }
 * }</pre>
 *
 * <p>In whole units, because sums of weights in floating point depend on the order of adding. Where links have no weights a unit is one of
 * those he watches. Weights are counted in units of a power of two of which the heaviest link has 2^30 to 2^31: exact for whole numbers below
 * that, and within 5e-10 of the heaviest link else. One who watches nobody sees that nobody has gone.
 *
 * <p>16 bytes an agent, and 4 a link where links have weights.
 */
public final class Pressure {
    private static final int BITS = 31; // of the heaviest link

    static {
        WatchedNeeds.open(pressure -> ((Pressure) pressure).needs);
    }

    private final WatchedNeeds needs;
    private final double unit;

    private Pressure(WatchedNeeds needs, double unit) {
        this.needs = needs;
        this.unit = unit;
    }

    /**
     * The pressures of a game of listed agents on a network. The net gain must rise with the share gone. Cost: O(links), and about
     * log2(total) gains an agent.
     */
    public static Pressure of(DefectionGame game) {
        if (!(game.exposure() instanceof Exposure.Watching watching)) {
            throw Checks.refused(
                    "exposure must be a network, but was %s; take Thresholds.of(game), or game.on(network)",
                    game.exposure());
        }
        final Monotonicity monotonicity = game.monotonicity();
        if (!monotonicity.rises()) {
            throw Checks.refused("net gain must rise with the share gone, but %s", monotonicity.sentence());
        }
        final NetworkRows rows = NetworkRows.of(watching.network());
        final double unit = unit(watching.network(), rows);
        final int[] units = units(rows, unit);
        final long[] totals = totals(rows, units);
        final long[] needed = new long[totals.length];
        Arrays.setAll(needed, agent -> needed(game, agent, totals[agent]));
        return new Pressure(new WatchedNeeds(rows, units, needed, totals), unit);
    }

    private static double unit(Network network, NetworkRows rows) {
        final double[] weights = rows.weights();
        if (!network.weighted() || weights == null) {
            return 1;
        }
        double heaviest = 0;
        boolean whole = true;
        for (double weight : weights) {
            heaviest = Math.max(heaviest, weight);
            whole &= weight == Math.rint(weight);
        }
        final boolean few = whole && heaviest < 0x1p31;
        return few || heaviest == 0 ? 1 : Math.scalb(1.0, Math.getExponent(heaviest) - (BITS - 1));
    }

    private static int @Nullable [] units(NetworkRows rows, double unit) {
        final double[] weights = rows.weights();
        if (weights == null) {
            return null;
        }
        final int[] units = new int[weights.length];
        for (int link = 0; link < units.length; link++) {
            units[link] = (int) Math.min(Integer.MAX_VALUE, Math.rint(weights[link] / unit));
        }
        return units;
    }

    private static long[] totals(NetworkRows rows, int @Nullable [] units) {
        final long[] totals = new long[rows.agents()];
        if (units == null) {
            Arrays.setAll(totals, rows::watches);
            return totals;
        }
        final int[] targets = rows.targets();
        for (int link = 0; link < targets.length; link++) {
            totals[targets[link]] += units[link];
        }
        return totals;
    }

    /** The fewest units; one more than there are for one who never goes. */
    private static long needed(DefectionGame game, int agent, long total) {
        if (game.goesSeeing(agent, 0)) {
            return 0;
        }
        if (total == 0 || !game.goesSeeing(agent, 1)) {
            return total + 1;
        }
        long stays = 0;
        long goes = total;
        while (goes - stays > 1) {
            final long mid = (stays + goes) >>> 1;
            if (game.goesSeeing(agent, (double) mid / total)) {
                goes = mid;
            } else {
                stays = mid;
            }
        }
        return goes;
    }

    /** Agents in all [count]. */
    public int agents() {
        return needs.agents();
    }

    /** The least pressure at which this agent goes [units]; above {@link #total} if he never does. */
    public long needed(int agent) {
        return needs.needed()[Checks.index("agent", "agent", agent, agents())];
    }

    /** The pressure on this agent when all whom he watches have gone [units]. */
    public long total(int agent) {
        return needs.totals()[Checks.index("agent", "agent", agent, agents())];
    }

    /** What one unit is of a link's weight. */
    public double unit() {
        return unit;
    }

    @Override
    public String toString() {
        return "Pressure[" + agents() + " agents" + (unit == 1 ? "]" : ", unit " + unit + "]");
    }
}
