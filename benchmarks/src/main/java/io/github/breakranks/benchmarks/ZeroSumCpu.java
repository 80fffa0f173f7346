package io.github.breakranks.benchmarks;

import io.github.breakranks.answer.Answer;
import io.github.breakranks.equilibrium.ZeroSum;
import io.github.breakranks.equilibrium.ZeroSumSolver;
import io.github.breakranks.game.NormalFormGame;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Solves zero-sum games in doubles, writes their payoffs for others to solve, and prints value, gap and CPU time of this thread. */
public final class ZeroSumCpu {
    private ZeroSumCpu() {}

    /** Directory to write to, size of the games; eight games are drawn as for {@link ZeroSumBenchmark}. */
    public static void main(String[] args) throws IOException {
        final int size = Integer.parseInt(args[1]);
        int number = 0;
        for (final NormalFormGame game : ZeroSumBenchmark.drawn(size)) {
            write(game, Path.of(args[0], "game" + number + ".f8"));
            final long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            final Answer<ZeroSum> answer = ZeroSumSolver.solver().inDoubles().solve(game);
            final long spent = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
            System.out.printf(
                    Locale.ROOT,
                    "breakranks  game %d  value %.10f  gap %.1e  %.3f s%n",
                    number++,
                    answer.value().value(),
                    answer.value().gap().value(),
                    spent / 1e9);
        }
    }

    private static void write(NormalFormGame game, Path file) throws IOException {
        final ByteBuffer bytes = ByteBuffer.allocate(Double.BYTES * game.profiles());
        for (int index = 0; index < game.profiles(); index++) {
            bytes.putDouble(game.payoffAt(0, index));
        }
        Files.write(file, bytes.array());
    }
}
