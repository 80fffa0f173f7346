package io.github.breakranks.game;

import io.github.breakranks.internal.Checks;
import io.github.breakranks.internal.ThresholdColumn;
import io.github.breakranks.offer.Monotonicity;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * By agent, the fewest others that must have gone before he goes: the reduced form that every counting cascade takes.
 *
 * <p>Whole numbers, because shares mislead: {@code 100 * 0.29} is below 29 in floating point. 4 bytes an agent.
 */
public final class Thresholds {
    static {
        ThresholdColumn.open(thresholds -> ((Thresholds) thresholds).othersNeeded);
    }

    private static final String REMEDY = "take laws for groups that mix, and Pressure.of(game) for a network";

    private final int[] othersNeeded; // by agent

    private Thresholds(int[] othersNeeded) {
        this.othersNeeded = othersNeeded;
    }

    /** Thresholds as given, one per agent [count]: 0 goes by itself, a value beyond the number of others never goes. */
    public static Thresholds of(int... othersNeeded) {
        final int[] copy = othersNeeded.clone();
        if (copy.length == 0) {
            throw Checks.refused("othersNeeded must have at least 1 agent [count], but was empty");
        }
        for (int agent = 0; agent < copy.length; agent++) {
            if (copy[agent] < 0) {
                throw Checks.refused("othersNeeded[%s] must be >= 0 [agents], but was %s", agent, copy[agent]);
            }
        }
        return new Thresholds(copy);
    }

    /** Thresholds that nobody else holds, each at least 0. */
    static Thresholds drawn(int[] othersNeeded) {
        return new Thresholds(othersNeeded);
    }

    /**
     * The thresholds of a game's listed agents: the fewest others m with {@code G(m / (n-1)) - c >= 0}, found in whole numbers; n for
     * one who never goes. The net gain must rise with the share gone. Cost: about log2(n) gains an agent.
     */
    public static Thresholds of(DefectionGame game) {
        requireList(game);
        return of(game, Math.max(1, game.population().size() - 1));
    }

    /**
     * The same where each agent sees only so many others: the fewest of them who must have gone before he goes; as many as there are agents
     * for one who never goes.
     *
     * @param game of listed agents, in which the net gain rises with the share gone
     * @param sees how many others each sees [count], from 1 to all of them
     */
    public static Thresholds of(DefectionGame game, int sees) {
        requireList(game);
        final int agents = game.population().size();
        requireSeen(game, sees, REMEDY);
        final int[] fewest = new int[agents];
        for (int agent = 0; agent < agents; agent++) {
            fewest[agent] = fewestOthers(game, agent, agents == 1 ? 0 : sees);
        }
        return new Thresholds(fewest);
    }

    /** Refuses to see more than there are, a gain that falls, and agents who do not see everybody alike. */
    static void requireSeen(DefectionGame game, int sees, String remedy) {
        final int others = game.population().size() - 1;
        if (sees < 1 || sees > Math.max(1, others)) {
            throw Checks.refused("sees must be from 1 to the others there are, %s [count], but was %s", others, sees);
        }
        final Monotonicity monotonicity = game.monotonicity();
        if (!monotonicity.rises()) {
            throw Checks.refused(
                    "net gain must rise with the share gone, but %s; ask EquilibriumSolver, which scans, or follow the law with a way"
                            + " back: MeanFieldCascade with Dynamics.withReturn()",
                    monotonicity.sentence());
        }
        game.requireCountable(remedy);
    }

    private static void requireList(DefectionGame game) {
        if (!game.population().listed()) {
            throw Checks.refused(
                    "population must list its agents, but was %s; draw some with Population.draw(agents, law, seed)",
                    game.population());
        }
    }

    /** The fewest of {@code sees} others; a lone agent sees none. */
    private static int fewestOthers(DefectionGame game, int agent, int sees) {
        if (!game.goesSeeing(agent, sees == 0 ? 0 : 1)) {
            return game.population().size();
        }
        int stays = -1; // he stays there, as far as is known
        int goes = sees;
        while (goes - stays > 1) {
            final int mid = (stays + goes) >>> 1;
            if (game.goesSeeing(agent, (double) mid / sees)) {
                goes = mid;
            } else {
                stays = mid;
            }
        }
        return goes;
    }

    /** Agents in all [count]. */
    public int agents() {
        return othersNeeded.length;
    }

    /** The fewest others that must have gone before this agent goes [count]. */
    public int othersNeeded(int agent) {
        return othersNeeded[agent];
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Thresholds that && Arrays.equals(othersNeeded, that.othersNeeded);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(othersNeeded);
    }

    @Override
    public String toString() {
        return "Thresholds[" + agents() + " agents]";
    }
}
