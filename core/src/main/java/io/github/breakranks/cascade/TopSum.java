package io.github.breakranks.cascade;

/**
 * The sum of the k largest of many counts that only ever fall, kept up in O(1) a step.
 *
 * <pre>{@code
 *   sum = k T + sum over counts above T of (count - T)     T: the k-th largest
 * }</pre>
 */
final class TopSum {
    private final int[] holders; // by count, how many agents have it
    private final int most;
    private int level;
    private int above;
    private long excess;

    TopSum(int[] counts, int most) {
        this.most = most;
        int max = 0;
        for (int count : counts) {
            max = Math.max(max, count);
        }
        holders = new int[max + 1];
        for (int count : counts) {
            holders[count]++;
        }
        level = max;
        lower();
    }

    /** A count falls by one. */
    void fall(int count) {
        holders[count]--;
        holders[count - 1]++;
        if (count > level) {
            excess--;
            above -= count - 1 == level ? 1 : 0;
        }
        lower();
    }

    private void lower() {
        while (level > 0 && above + holders[level] < most) {
            above += holders[level];
            excess += above;
            level--;
        }
    }

    long sum() {
        return (long) most * level + excess;
    }
}
