package io.github.breakranks.benchmarks;

import io.github.breakranks.answer.Answer;
import io.github.breakranks.answer.Certificate;
import io.github.breakranks.equilibrium.BimatrixSolver;
import io.github.breakranks.equilibrium.NashEquilibrium;
import io.github.breakranks.game.NormalFormGame;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Finds one equilibrium of games of two players with whole payoffs from 0 to 999, exact and proven, writes the games for others to solve, and
 * prints CPU time of this thread: of the first solution, and of the next.
 */
public final class OneNashBeside {
    private static final int PAYOFFS = 1_000;

    private OneNashBeside() {}

    /** Directory to write to, how many games, then their sizes. */
    public static void main(String[] args) throws IOException {
        final int games = Integer.parseInt(args[1]);
        for (int k = 2; k < args.length; k++) {
            final int size = Integer.parseInt(args[k]);
            final SplittableRandom random = new SplittableRandom(1964 + size);
            for (int number = 0; number < games; number++) {
                final long[][] row = drawn(size, random);
                final long[][] column = drawn(size, random);
                write(row, column, Path.of(args[0], size + "-" + number + ".f8"));
                report(NormalFormGame.bimatrix(row, column), number);
            }
        }
    }

    private static void report(NormalFormGame game, int number) {
        final double first = seconds(game);
        final double again = seconds(game);
        final Answer<NashEquilibrium> answer = BimatrixSolver.solver().solve(game);
        System.out.printf(
                Locale.ROOT,
                "breakranks  n %4d  game %2d  first %.4f s  again %.4f s  %d actions played  %s%n",
                game.actions(0),
                number,
                first,
                again,
                answer.value().profile().support(0).length,
                answer.certificate() instanceof Certificate.Proven ? "proven" : "not proven");
    }

    private static double seconds(NormalFormGame game) {
        final long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        BimatrixSolver.solver().solve(game).orElseThrow();
        return (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start) / 1e9;
    }

    private static long[][] drawn(int size, SplittableRandom random) {
        final long[][] payoffs = new long[size][size];
        for (final long[] row : payoffs) {
            for (int j = 0; j < size; j++) {
                row[j] = random.nextInt(PAYOFFS);
            }
        }
        return payoffs;
    }

    private static void write(long[][] row, long[][] column, Path file) throws IOException {
        final ByteBuffer bytes = ByteBuffer.allocate(2 * Double.BYTES * row.length * row.length);
        for (final long[][] payoffs : new long[][][] {row, column}) {
            for (final long[] line : payoffs) {
                for (final long payoff : line) {
                    bytes.putDouble(payoff);
                }
            }
        }
        Files.write(file, bytes.array());
    }
}
