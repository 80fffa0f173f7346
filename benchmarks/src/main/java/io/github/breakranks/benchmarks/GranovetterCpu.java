package io.github.breakranks.benchmarks;

import io.github.breakranks.answer.Answer;
import io.github.breakranks.answer.Certificate;
import io.github.breakranks.cascade.CountCascade;
import io.github.breakranks.cascade.WellMixedCascade;
import io.github.breakranks.game.Thresholds;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.Locale;

/**
 * Granovetter's cascade in CPU time of its thread: what {@link GranovetterBenchmark} measures, for machines on which other work makes the
 * wall clock unreliable. Best and median of nine calls, the first ones included.
 */
public final class GranovetterCpu {
    private static final int CALLS = 9;

    private GranovetterCpu() {}

    /** Prints a line a shape; the one argument is the number of agents. */
    public static void main(String... args) {
        final int agents = Integer.parseInt(args[0]);
        for (String shape : new String[] {"full", "partial", "fold", "sorted", "equal", "permutation"}) {
            final Thresholds thresholds = Thresholds.of(GranovetterBenchmark.thresholds(shape, agents));
            final ThreadMXBean clock = ManagementFactory.getThreadMXBean();
            final double[] nanoseconds = new double[CALLS];
            CountCascade cascade = null;
            for (int call = 0; call < CALLS; call++) {
                final long before = clock.getCurrentThreadCpuTime();
                final Answer<CountCascade> answer = WellMixedCascade.solver().solve(thresholds);
                nanoseconds[call] = (clock.getCurrentThreadCpuTime() - before) / (double) agents;
                if (!(answer.certificate() instanceof Certificate.Proven)) {
                    throw new IllegalStateException("not proven: " + answer);
                }
                cascade = answer.value();
            }
            Arrays.sort(nanoseconds);
            System.out.printf(
                    Locale.ROOT,
                    "%-12s best %.2f median %.2f ns an agent; %s%n",
                    shape,
                    nanoseconds[0],
                    nanoseconds[CALLS / 2],
                    cascade);
        }
    }
}
