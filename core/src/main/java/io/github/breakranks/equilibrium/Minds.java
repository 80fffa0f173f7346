package io.github.breakranks.equilibrium;

import io.github.breakranks.answer.Certificate;
import io.github.breakranks.answer.Watch;
import io.github.breakranks.game.Thresholds;
import io.github.breakranks.internal.CascadePath;
import io.github.breakranks.internal.CountingCascade;
import io.github.breakranks.internal.ThresholdColumn;
import java.util.List;

/**
 * The fewest of n agents who must go first, come what may, for a cascade to reach a count; the most reluctant serve best.
 *
 * <pre>{@code
 *   m = max(0, max over r < target of (r + 1 - N(r)))        N(r) = #{ t_i <= r }
 * }</pre>
 *
 * <p>A convert adds one to the count at every level below his own threshold, so those with the highest add most everywhere. No m agents do
 * better: where {@code m + N(r) <= r} nothing that starts with m passes r. Both need everybody to see everybody, each alike. O(n).
 *
 * @param thresholds by agent, the fewest others needed
 * @param target     how many are to go in the end [count]
 * @param count      m
 * @param critical   a count that fewer would not pass; 0 if none are needed
 */
record Minds(Thresholds thresholds, int target, int count, int critical) {

    static Minds of(Thresholds thresholds, int target) {
        final int[] met = Goal.met(ThresholdColumn.of(thresholds));
        int most = 0;
        int critical = 0;
        for (int r = 0; r < target; r++) {
            if (r + 1 - met[r] > most) {
                most = r + 1 - met[r];
                critical = r;
            }
        }
        return new Minds(thresholds, target, most, critical);
    }

    /** The most reluctant, in ascending order; of several alike the first. */
    int[] who() {
        return highest(count);
    }

    private int[] highest(int wanted) {
        final int[] othersNeeded = ThresholdColumn.of(thresholds);
        final int agents = othersNeeded.length;
        final int[] with = new int[agents + 1];
        for (int needed : othersNeeded) {
            with[Math.min(needed, agents)]++;
        }
        int cut = agents; // all who need more are among the wanted
        int above = 0;
        while (above + with[cut] < wanted) {
            above += with[cut--];
        }
        int atCut = wanted - above;
        final int[] chosen = new int[wanted];
        int known = 0;
        for (int agent = 0; agent < agents && known < wanted; agent++) {
            final int needed = Math.min(othersNeeded[agent], agents);
            if (needed > cut || needed == cut && atCut > 0) {
                atCut -= needed == cut ? 1 : 0;
                chosen[known++] = agent;
            }
        }
        return chosen;
    }

    /** How many go in the end if so many of the most reluctant go first: counted by the cascade itself; -1 if the watch ended it. */
    int reached(int first, Watch watch) {
        final int[] converted = ThresholdColumn.of(thresholds).clone();
        for (int agent : highest(first)) {
            converted[agent] = 0;
        }
        final CascadePath path = CountingCascade.spread(converted, watch::mayGoOn);
        return path.stopped() ? -1 : path.gone();
    }

    /** Counted again, by running the cascade with them and with one fewer. */
    Certificate certify(List<String> assuming, Watch watch) {
        final int with = reached(count, watch);
        final int without = count == 0 ? -1 : reached(count - 1, watch);
        if (with < target || without >= target) {
            return new Certificate.Unproven(
                    watch.mayGoOn()
                            ? "counted again, " + count + " bring " + with + " and one fewer " + without + " to go"
                            : "not counted again within the limit");
        }
        final String fewer = count == 0
                ? ""
                : ", with one fewer " + without + ", and no others serve better where everybody sees everybody";
        return new Certificate.Proven("integers: with " + count + " going first " + with + " go" + fewer, assuming);
    }
}
