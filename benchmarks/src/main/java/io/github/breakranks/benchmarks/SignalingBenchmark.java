package io.github.breakranks.benchmarks;

import io.github.breakranks.answer.Answer;
import io.github.breakranks.answer.Fraction;
import io.github.breakranks.signaling.PerfectBayesianEquilibria;
import io.github.breakranks.signaling.PerfectBayesianSolver;
import io.github.breakranks.signaling.Prior;
import io.github.breakranks.signaling.SignalingGame;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
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
 * All perfect Bayesian equilibria of random games, certificate included, by types x messages x actions; eight games in turn, time a game.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(2)
public class SignalingBenchmark {
    private static final int GAMES = 8;
    private static final int HEAVIEST = 9; // weights of types are 1 to this

    /** Types, messages and actions: 81, 117,649, 4,100,625 and 121,550,625 supports. */
    @Param({"2x2x2", "3x3x3", "4x4x2", "4x4x3"})
    String size;

    /** Payoffs are whole numbers from 0 to this: ties are rare with 999 and everywhere with 2. */
    @Param({"999"})
    int most;

    private final SignalingGame[] games = new SignalingGame[GAMES];
    private int next;

    /** Draws the games. */
    @Setup
    public void draw() {
        final int[] shape =
                Arrays.stream(size.split("x", 3)).mapToInt(Integer::parseInt).toArray();
        final SplittableRandom random = new SplittableRandom(1987);
        for (int k = 0; k < GAMES; k++) {
            games[k] = game(shape, random);
        }
    }

    private SignalingGame game(int[] shape, SplittableRandom random) {
        final int[] weights = random.ints(shape[0], 1, HEAVIEST + 1).toArray();
        final int sum = IntStream.of(weights).sum();
        final Fraction[] shares = IntStream.of(weights)
                .mapToObj(weight -> Fraction.of(weight, sum))
                .toArray(Fraction[]::new);
        return SignalingGame.of(
                Prior.of(names("type", shape[0]), shares),
                names("message", shape[1]),
                names("action", shape[2]),
                payoffs(shape, random),
                payoffs(shape, random));
    }

    private double[][][] payoffs(int[] shape, SplittableRandom random) {
        final double[][][] payoffs = new double[shape[0]][shape[1]][shape[2]];
        for (final double[][] ofType : payoffs) {
            for (final double[] ofMessage : ofType) {
                Arrays.setAll(ofMessage, action -> random.nextInt(most + 1));
            }
        }
        return payoffs;
    }

    private static List<String> names(String what, int count) {
        return IntStream.range(0, count).mapToObj(k -> what + k).toList();
    }

    /** Every support looked at or ruled out. */
    @Benchmark
    public Answer<PerfectBayesianEquilibria> allEquilibria() {
        next = (next + 1) % GAMES;
        return PerfectBayesianSolver.solver().solve(games[next]);
    }
}
