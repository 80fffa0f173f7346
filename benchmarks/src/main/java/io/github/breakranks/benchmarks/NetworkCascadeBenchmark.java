package io.github.breakranks.benchmarks;

import io.github.breakranks.answer.Answer;
import io.github.breakranks.cascade.CascadeEnsemble;
import io.github.breakranks.cascade.Contagion;
import io.github.breakranks.cascade.NetworkCascade;
import io.github.breakranks.cascade.NetworkEnsemble;
import io.github.breakranks.cascade.NetworkSpread;
import io.github.breakranks.internal.CountSpreading;
import io.github.breakranks.internal.NetworkRows;
import io.github.breakranks.network.Network;
import java.util.concurrent.TimeUnit;
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

/** How the cost of a cascade on a network grows with its links (expected: linear), and what a cascade of few costs. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(2)
public class NetworkCascadeBenchmark {

    @Param({"10000", "1000000"})
    int agents;

    @Param({"ba", "uniform", "army"})
    String shape;

    @Param({"1", "2"})
    int threads;

    private Network network;
    private int[] start;
    private NetworkCascade cascade;
    private CountSpreading kernel;

    @Setup
    public void setUp() {
        network = NetworkCpu.network(shape, agents);
        start = NetworkCpu.start(agents);
        cascade = NetworkCascade.of(Contagion.share(0.1)).withStart(start).withThreads(threads);
        final NetworkRows rows = NetworkRows.of(network);
        kernel = new CountSpreading(rows, NetworkCpu.needs(rows), threads);
    }

    /** A full cascade: thresholds written down, spread, and followed once more for the certificate. */
    @Benchmark
    public Answer<NetworkSpread> proven() {
        return cascade.solve(network);
    }

    /** The spread alone, in room that is used again. */
    @Benchmark
    public int spreadOnly() {
        kernel.spread(start, () -> true);
        final int gone = kernel.gone();
        kernel.reset();
        return gone;
    }

    /** A hundred cascades of few, from one agent over links that work with chance 0.02, each followed once more. */
    @Benchmark
    public Answer<CascadeEnsemble> partial() {
        return NetworkEnsemble.of(NetworkCascade.of(Contagion.independent(0.02)), 100, 1776)
                .withStarters(1)
                .withThreads(threads)
                .solve(network);
    }
}
