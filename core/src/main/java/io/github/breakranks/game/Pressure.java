package io.github.breakranks.game;

import io.github.breakranks.internal.Checks;
import io.github.breakranks.internal.NetworkRows;
import io.github.breakranks.internal.WatchedNeeds;
import io.github.breakranks.network.Exposure;
import io.github.breakranks.offer.Monotonicity;
import java.util.Arrays;
import java.util.Objects;
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
 * those he watches. Weights are counted, for each watcher, in units of a power of two of which the heaviest link to him has 2^30 to 2^31: exact
 * for whole numbers below that, and within 5e-10 of his heaviest link else. One who watches nobody sees that nobody has gone.
 *
 * <p>16 bytes an agent, and 8 more and 4 a link where links have weights.
 */
public final class Pressure {
    private static final int BITS = 31; // of the heaviest link

    static {
        WatchedNeeds.open(pressure -> ((Pressure) pressure).needs);
    }

    private final WatchedNeeds needs;
    private final double[] unit; // by agent, empty where links have no weights
    private final boolean exact;

    private Pressure(WatchedNeeds needs, double[] unit, boolean exact) {
        this.needs = needs;
        this.unit = unit;
        this.exact = exact;
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
        final double[] unit = watching.network().weighted() ? units(rows) : new double[0];
        final int[] units = counted(rows, unit);
        final long[] totals = totals(rows, units);
        final long[] needed = new long[totals.length];
        Arrays.setAll(needed, agent -> needed(game, agent, totals[agent]));
        return new Pressure(new WatchedNeeds(rows, units, needed, totals), unit, exact(rows, unit, units));
    }

    /** By agent, what one unit is of the weight of a link to him: 1 where all are whole and below 2^31. */
    private static double[] units(NetworkRows rows) {
        final double[] weights = Objects.requireNonNull(rows.weights(), "weights");
        final int[] targets = rows.targets();
        final double[] heaviest = new double[rows.agents()];
        final boolean[] broken = new boolean[rows.agents()];
        for (int link = 0; link < weights.length; link++) {
            heaviest[targets[link]] = Math.max(heaviest[targets[link]], weights[link]);
            broken[targets[link]] |= weights[link] != Math.rint(weights[link]);
        }
        final double[] units = new double[heaviest.length];
        for (int agent = 0; agent < units.length; agent++) {
            final boolean few = !broken[agent] && heaviest[agent] < 0x1p31;
            units[agent] = few || heaviest[agent] == 0
                    ? 1
                    : Math.scalb(1.0, Math.max(Double.MIN_EXPONENT, Math.getExponent(heaviest[agent]) - (BITS - 1)));
        }
        return units;
    }

    private static int @Nullable [] counted(NetworkRows rows, double... unit) {
        final double[] weights = rows.weights();
        if (weights == null) {
            return null;
        }
        final int[] units = new int[weights.length];
        for (int link = 0; link < units.length; link++) {
            units[link] = (int) Math.min(Integer.MAX_VALUE, Math.rint(weights[link] / unit[rows.targets()[link]]));
        }
        return units;
    }

    private static boolean exact(NetworkRows rows, double[] unit, int @Nullable ... units) {
        final double[] weights = rows.weights();
        if (weights == null || units == null) {
            return true;
        }
        for (int link = 0; link < weights.length; link++) {
            if (units[link] * unit[rows.targets()[link]] != weights[link]) {
                return false;
            }
        }
        return true;
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

    /** What one unit is of the weight of a link to this agent. */
    public double unit(int agent) {
        Checks.index("agent", "agent", agent, agents());
        return unit.length == 0 ? 1 : unit[agent];
    }

    /** Whether every weight is a whole number of units, so that nothing was rounded. */
    public boolean exact() {
        return exact;
    }

    @Override
    public String toString() {
        return "Pressure[" + agents() + " agents" + (exact ? "]" : ", weights rounded]");
    }
}
