package io.github.breakranks.equilibrium;

import java.util.ArrayList;
import java.util.List;

/**
 * Which path to follow next and how far, where some labels' paths are short, most are long and nobody knows which.
 *
 * <p>Lengths come in the order 1 1 2 1 1 2 4 ... (Luby): of every length there is about as much work as of any other, so that the time
 * taken is at most a logarithm more than that of the best length. Each length has its own turn through all labels, in an order that
 * leaps.
 *
 * @see <a href="https://doi.org/10.1016/0020-0190(93)90029-9">M. Luby, A. Sinclair and D. Zuckerman (1993), "Optimal Speedup of Las Vegas
 *     Algorithms", Information Processing Letters 47, 173-180</a>
 */
final class LubySchedule {
    private final int labels;
    private final int leap;
    private final List<Integer> turns = new ArrayList<>(); // by level, how many labels it has had
    private long drawn;

    LubySchedule(int labels) {
        this.labels = labels;
        int step = Math.max(1, (int) (0.618 * labels));
        while (divisor(step, labels) != 1) {
            step++;
        }
        this.leap = step;
    }

    /**
     * A path to follow.
     *
     * @param label where it begins
     * @param level its length is to be in proportion to 2 to this power
     */
    record Turn(int label, int level) {}

    /** The next path; every level passes through all labels in turn, again and again. */
    Turn next() {
        drawn++;
        long place = drawn; // the rule of the sequence: 2^k - 1 takes the level k - 1, others repeat what came before
        while ((place & place + 1) != 0) {
            place -= Long.highestOneBit(place) - 1;
        }
        final int level = Long.numberOfTrailingZeros(place + 1) - 1;
        while (turns.size() <= level) {
            turns.add(0);
        }
        final int turn = turns.get(level);
        turns.set(level, turn + 1);
        return new Turn((int) ((long) turn * leap % labels), level);
    }

    private static int divisor(int a, int b) {
        return b == 0 ? a : divisor(b, a % b);
    }
}
