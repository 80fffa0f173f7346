package io.github.breakranks.game;

import io.github.breakranks.internal.Checks;
import io.github.breakranks.population.Population;
import java.util.random.RandomGenerator;

/**
 * How thresholds are spread in a game of a law: how many others must have gone before a soldier drawn from it goes.
 *
 * <pre>{@code
 *   P(t <= m) = Phi(m / k)        m = 0, ..., k      k  others whom he sees, all n - 1 unless told otherwise
 * }</pre>
 *
 * <p>Draws whole armies at some 15 nanoseconds a soldier: their costs, and who has heard of the offer, need not be listed. With the same
 * random numbers as {@link Population#draw} it draws the thresholds of the same costs, but for rounding. Cost: n best replies once, 12
 * bytes for each; then O(n) a draw.
 */
public final class ThresholdLaw {
    private final int agents;
    private final Group[] groups;

    private ThresholdLaw(int agents, Group[] groups) {
        this.agents = agents;
        this.groups = groups;
    }

    /** Where everybody sees everybody else. */
    public static ThresholdLaw of(DefectionGame game) {
        return of(game, Math.max(1, game.population().size() - 1));
    }

    /**
     * Where each sees only so many others.
     *
     * @param game of a law, or of groups of laws in which each sees everybody alike; the net gain rises with the share gone
     * @param sees how many others each sees [count], from 1 to all of them
     */
    public static ThresholdLaw of(DefectionGame game, int sees) {
        final Population population = game.population();
        final int agents = population.size();
        if (population.listed()) {
            throw Checks.refused("population must be a law, but was %s; take Thresholds.of(game)", population);
        }
        Thresholds.requireSeen(game, sees, "ask MeanFieldCascade, which follows groups that mix");
        final long bytes = 12L * (sees + 1L) * game.groups() + 4L * agents;
        final long most = Runtime.getRuntime().maxMemory() / 2;
        if (bytes > most) {
            throw Checks.refused(
                    "population must be small enough to be drawn in %s MB, half of what Java may use, but was %s in %s MB; start Java"
                            + " with a larger -Xmx",
                    most >> 20, agents, bytes >> 20);
        }
        final Group[] groups = new Group[game.groups()];
        for (int g = 0; g < groups.length; g++) {
            groups[g] = new Group(game, g, agents == 1 ? 0 : sees);
        }
        return new ThresholdLaw(agents, groups);
    }

    /** Agents in all [count]. */
    public int agents() {
        return agents;
    }

    /** The share of one group whose threshold is at most so many others. */
    public double atMost(int group, int othersNeeded) {
        Checks.count(0, "othersNeeded", "agents", othersNeeded);
        return groups[group].atMost[Math.min(othersNeeded, groups[group].atMost.length - 1)];
    }

    /** Draws every agent's threshold, group by group; as many as there are agents for one who never goes. */
    public Thresholds draw(RandomGenerator random) {
        final int[] othersNeeded = new int[agents];
        int agent = 0;
        for (Group group : groups) {
            for (int k = 0; k < group.heads; k++) {
                othersNeeded[agent++] = group.threshold(((random.nextLong() >>> 11) + 0.5) * 0x1p-53, agents);
            }
        }
        return Thresholds.drawn(othersNeeded);
    }

    @Override
    public String toString() {
        return "ThresholdLaw[" + agents + " agents, " + (groups[0].atMost.length - 1) + " seen]";
    }

    /** One group's law, with a guide from the hundredth (or finer) of the way to where the search begins (Chen and Asau 1974). */
    private static final class Group {
        private final int heads;
        private final double[] atMost; // by number of others gone
        private final int[] guide;

        Group(DefectionGame game, int group, int sees) {
            this.heads = game.population().groups().get(group).size();
            this.atMost = new double[sees + 1];
            double highest = 0; // rounding must not let it fall
            for (int m = 0; m <= sees; m++) {
                highest = Math.max(highest, game.willing(group, sees == 0 ? 0 : (double) m / sees));
                atMost[m] = highest;
            }
            this.guide = new int[Math.max(128, atMost.length)];
            int m = 0;
            for (int k = 0; k < guide.length; k++) {
                while (m < atMost.length && atMost[m] < (double) k / guide.length) {
                    m++;
                }
                guide[k] = m;
            }
        }

        int threshold(double drawn, int never) {
            int m = guide[(int) (drawn * guide.length)];
            while (m < atMost.length && atMost[m] < drawn) {
                m++;
            }
            return m < atMost.length ? m : never;
        }
    }
}
