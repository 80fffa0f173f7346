package io.github.breakranks.benchmarks;

import io.github.breakranks.answer.Answer;
import io.github.breakranks.cascade.Contagion;
import io.github.breakranks.cascade.Reach;
import io.github.breakranks.cascade.ReachBaselines;
import io.github.breakranks.cascade.ReachBudget;
import io.github.breakranks.cascade.ReachSolver;
import io.github.breakranks.network.Network;
import io.github.breakranks.network.Networks;
import java.util.SplittableRandom;
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

/**
 * What it costs to choose whom to reach first, certificate included: on a Barabasi-Albert network of eight ties a newcomer, fifty agents,
 * epsilon .1, a risk of one in a million.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(value = 2, jvmArgsAppend = "-Xmx6g")
public class ReachBenchmark {
    private static final int REACHED = 50;

    @Param({"100000", "1000000"})
    int agents;

    @Param({"1", "2"})
    int threads;

    @Param({"linear", "independent"})
    String model;

    private Network network;
    private Contagion contagion;
    private ReachBudget budget;

    @Setup
    public void setUp() {
        network = Networks.barabasiAlbert(agents, 8, 1776);
        contagion = model.equals("linear") ? Contagion.randomShares() : Contagion.independentShares();
        budget = ReachBudget.of(
                REACHED, new SplittableRandom(1776).doubles(agents, 0.5, 2).toArray());
    }

    /** So many agents, whoever they are. */
    @Benchmark
    public Answer<Reach> soMany() {
        return solver(ReachBudget.agents(REACHED)).solve(network);
    }

    /** As many as a budget pays for, where one costs up to four times as much as another. */
    @Benchmark
    public Answer<Reach> underBudget() {
        return solver(budget).solve(network);
    }

    /** A sort of all agents by how many watch them: what the choice costs without a look at what spreads. */
    @Benchmark
    public int[] mostWatchedOnly() {
        return ReachBaselines.mostWatched(network, ReachBudget.agents(REACHED));
    }

    private ReachSolver solver(ReachBudget of) {
        return ReachSolver.of(contagion, of).withDelta(1e-6).withThreads(threads);
    }
}
