package io.github.breakranks.benchmarks;

import io.github.breakranks.answer.Answer;
import io.github.breakranks.cascade.CountCascade;
import io.github.breakranks.cascade.WellMixedCascade;
import io.github.breakranks.game.Thresholds;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How the cost of a well-mixed cascade grows with agents, by where it rests and how the agents are listed (expected:
 * linear; more for {@code permutation}, where every threshold value must be counted).
 *
 * <p>Divide by the number of agents for the cost of one. Full, partial and fold are draws from a normal law in random
 * order, of which all go, few go, or the cascade crawls past or rests near a fold; sorted is full in ascending order.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 2, jvmArgsAppend = "-Xmx3g")
public class GranovetterBenchmark {

    private static final double DEVIATION = 0.25; // of thresholds, as a share of the agents, like the means
    private static final double FULL = 0.40; // mean
    private static final double PARTIAL = 0.60;
    private static final double FOLD = 0.4085220122; // where the law touches the diagonal, at 0.1668

    @Param({"1000000", "10000000", "100000000"})
    int agents;

    @Param({"full", "partial", "fold", "sorted", "permutation", "equal"})
    String shape;

    private int[] othersNeeded;
    private Thresholds thresholds;

    @Setup
    public void setUp() {
        othersNeeded = thresholds(shape, agents);
        thresholds = Thresholds.of(othersNeeded);
    }

    /** The whole answer: how many go, in how many rounds, the path, and the second count that certifies it. */
    @Benchmark
    public Answer<CountCascade> answer() {
        return WellMixedCascade.solver().solve(thresholds);
    }

    /** What it costs to read the thresholds once. */
    @Benchmark
    public int sumOnly() {
        int sum = 0;
        for (int needed : othersNeeded) {
            sum += needed;
        }
        return sum;
    }

    static int[] thresholds(String shape, int agents) {
        switch (shape) {
            case "full":
                return normal(agents, FULL);
            case "partial":
                return normal(agents, PARTIAL);
            case "fold":
                return normal(agents, FOLD);
            case "sorted":
                final int[] sorted = normal(agents, FULL);
                Arrays.sort(sorted);
                return sorted;
            case "permutation":
                return permutation(agents);
            case "equal":
                return new int[agents]; // all go at once, and all share one counter
            default:
                throw new IllegalArgumentException("shape must be one of the six listed, but was " + shape);
        }
    }

    private static int[] normal(int agents, double mean) {
        final RandomGenerator random = new SplittableRandom(1978);
        final int[] othersNeeded = new int[agents];
        for (int agent = 0; agent < agents; agent++) {
            final long needed = Math.round(agents * (mean + DEVIATION * random.nextGaussian()));
            othersNeeded[agent] = (int) Math.max(0, Math.min(agents, needed));
        }
        return othersNeeded;
    }

    /** Each of 0, 1, ..., n - 1 once, in random order: one agent goes in each of n rounds. */
    private static int[] permutation(int agents) {
        final RandomGenerator random = new SplittableRandom(1978);
        final int[] othersNeeded = new int[agents];
        for (int agent = 0; agent < agents; agent++) {
            final int other = random.nextInt(agent + 1);
            othersNeeded[agent] = othersNeeded[other];
            othersNeeded[other] = agent;
        }
        return othersNeeded;
    }
}
