package io.github.breakranks.equilibrium;

import io.github.breakranks.answer.Watch;
import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.population.CostLaw;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Where a function of the share gone is highest short of a target: on a grid that is even in the middle and closer towards both ends, and
 * by golden section beside the highest nodes. A peak that hides between two nodes is missed; who asks checks by other means.
 *
 * @param share where
 * @param value how high
 */
record Peak(double share, double value) {
    private static final int EVEN = 2048;
    private static final int TAIL = 144; // nodes towards an end, each e^(1/4) nearer: down to 2e-16 of the way
    private static final int NARROWED = 12;
    private static final double GOLDEN = 0.5 * (3 - Math.sqrt(5));

    /** The peak on [0, end), or null if the watch ended the search. */
    static @Nullable Peak before(double end, DoubleUnaryOperator height, double[] more, Watch watch) {
        final double[] nodes = nodes(end, more);
        final double[] heights = new double[nodes.length];
        for (int k = 0; k < nodes.length; k++) {
            heights[k] = height.applyAsDouble(nodes[k]);
            if ((k & 255) == 255 && !watch.mayGoOn()) {
                return null;
            }
        }
        final Integer[] highest = IntStream.range(0, nodes.length)
                .filter(k -> (k == 0 || heights[k] >= heights[k - 1])
                        && (k == nodes.length - 1 || heights[k] >= heights[k + 1]))
                .boxed()
                .sorted((a, b) -> Double.compare(heights[b], heights[a]))
                .limit(NARROWED)
                .toArray(Integer[]::new);
        Peak best = new Peak(nodes[0], heights[0]);
        for (int k : highest) {
            best = best.higher(new Peak(nodes[k], heights[k]));
            best = best.higher(narrowed(nodes[Math.max(0, k - 1)], nodes[Math.min(nodes.length - 1, k + 1)], height));
        }
        return best;
    }

    private Peak higher(Peak other) {
        return other.value > value ? other : this;
    }

    private static double[] nodes(double end, double... more) {
        final double last = Math.nextDown(end);
        final DoubleStream.Builder nodes = DoubleStream.builder();
        for (int k = 0; k < EVEN; k++) {
            nodes.add(end * k / EVEN);
        }
        for (int k = 1; k <= TAIL; k++) {
            final double near = end * Math.exp(-k / 4.0);
            nodes.add(near).add(Math.min(last, end - near));
        }
        Arrays.stream(more).filter(share -> share >= 0 && share < end).forEach(nodes::add);
        return nodes.add(last).build().sorted().distinct().toArray();
    }

    private static Peak narrowed(double from, double to, DoubleUnaryOperator height) {
        double low = from;
        double high = to;
        double left = low + GOLDEN * (high - low);
        double right = high - GOLDEN * (high - low);
        double atLeft = height.applyAsDouble(left);
        double atRight = height.applyAsDouble(right);
        Peak best = new Peak(left, atLeft).higher(new Peak(right, atRight));
        while (high - low > 2 * Math.ulp(high) && left < right) {
            if (atLeft >= atRight) {
                high = right;
                right = left;
                atRight = atLeft;
                left = low + GOLDEN * (high - low);
                atLeft = height.applyAsDouble(left);
                best = best.higher(new Peak(left, atLeft));
            } else {
                low = left;
                left = right;
                atLeft = atRight;
                right = high - GOLDEN * (high - low);
                atRight = height.applyAsDouble(right);
                best = best.higher(new Peak(right, atRight));
            }
        }
        return best;
    }

    /** Shares at, and just before, which somebody among a law of atoms begins to go; empty for other laws. */
    static double[] steps(DefectionGame game) {
        final CostLaw law = game.population().law();
        final DoubleStream.Builder steps = DoubleStream.builder();
        for (double share : ManifoldCurve.atoms(law)) {
            final double cost = law.quantileFromRight(share);
            add(steps, game::gain, cost);
            if (game.offer(0).reach() < 1) {
                add(steps, game::gainUnheard, cost);
            }
        }
        return steps.build().toArray();
    }

    private static void add(DoubleStream.Builder steps, DoubleUnaryOperator gain, double cost) {
        final double step = leastWith(gain, cost);
        if (step <= 1) {
            steps.add(step).add(Math.max(0, Math.nextDown(step)));
        }
    }

    /** The least share at which a rising gain reaches the cost; infinity if none does. */
    private static double leastWith(DoubleUnaryOperator gain, double cost) {
        if (gain.applyAsDouble(0) >= cost) {
            return 0;
        }
        if (!(gain.applyAsDouble(1) >= cost)) {
            return Double.POSITIVE_INFINITY;
        }
        double below = 0;
        double reaches = 1;
        for (double mid = 0.5; mid > below && mid < reaches; mid = below + (reaches - below) / 2) {
            if (gain.applyAsDouble(mid) >= cost) {
                reaches = mid;
            } else {
                below = mid;
            }
        }
        return reaches;
    }
}
