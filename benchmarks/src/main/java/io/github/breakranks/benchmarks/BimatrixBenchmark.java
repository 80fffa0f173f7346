package io.github.breakranks.benchmarks;

import io.github.breakranks.answer.Answer;
import io.github.breakranks.equilibrium.BimatrixSolver;
import io.github.breakranks.equilibrium.LemkeHowson;
import io.github.breakranks.equilibrium.LemkeHowsonPath;
import io.github.breakranks.equilibrium.NashEquilibrium;
import io.github.breakranks.game.DualCyclic;
import io.github.breakranks.game.NormalFormGame;
import io.github.breakranks.internal.ExactLinearSystem;
import java.math.BigInteger;
import java.util.Arrays;
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
 * What one equilibrium of two players costs, proof included: random games of whole numbers 0 to 999 (expected: n^2 where one is pure, else by
 * how short the shortest path is), strictly competitive ones, of which half the actions are played (expected: n^3), the longest exact path of
 * a game of twelve actions, and equations solved exactly.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class BimatrixBenchmark {
    private static final int GAMES = 10; // solved in turn: they differ in how hard they are

    /** Games drawn at random. */
    @State(Scope.Benchmark)
    public static class Games {
        @Param({"100", "200", "500", "1000"})
        int actions;

        NormalFormGame[] games;
        int next;

        @Setup
        public void setUp() {
            final SplittableRandom random = new SplittableRandom(1964);
            games = new NormalFormGame[GAMES];
            Arrays.setAll(games, game -> NormalFormGame.bimatrix(drawn(actions, random), drawn(actions, random)));
        }

        NormalFormGame next() {
            return games[next++ % GAMES];
        }
    }

    /** A game in which one loses what the other wins. */
    @State(Scope.Benchmark)
    public static class Competitive {
        @Param({"50", "100", "200"})
        int actions;

        NormalFormGame game;

        @Setup
        public void setUp() {
            game = NormalFormGame.zeroSum(drawn(actions, new SplittableRandom(1928)));
        }
    }

    /** Equations. */
    @State(Scope.Benchmark)
    public static class Equations {
        @Param({"100", "200"})
        int unknowns;

        long[][] matrix;
        BigInteger[] right;

        @Setup
        public void setUp() {
            matrix = drawn(unknowns, new SplittableRandom(1982));
            right = new BigInteger[unknowns];
            Arrays.fill(right, BigInteger.ONE);
        }
    }

    /** A pure equilibrium or one of few actions. */
    @Benchmark
    public Answer<NashEquilibrium> random(Games of) {
        return BimatrixSolver.solver().solve(of.next());
    }

    /** Half of all actions played. */
    @Benchmark
    public Answer<NashEquilibrium> competitive(Competitive of) {
        return BimatrixSolver.solver().solve(of.game);
    }

    /** 6764 pivots in whole numbers. */
    @Benchmark
    public Answer<LemkeHowsonPath> longestPath() {
        return LemkeHowson.solver().solve(DualCyclic.hardToSolve(12));
    }

    /** Inverted modulo a prime, lifted, confirmed. */
    @Benchmark
    public ExactLinearSystem.Solution equations(Equations of) {
        return ExactLinearSystem.of(of.matrix).solve(of.right);
    }

    private static long[][] drawn(int actions, SplittableRandom random) {
        final long[][] payoffs = new long[actions][];
        Arrays.setAll(payoffs, i -> random.longs(actions, 0, 1000).toArray());
        return payoffs;
    }
}
