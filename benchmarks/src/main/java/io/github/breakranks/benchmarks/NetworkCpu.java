package io.github.breakranks.benchmarks;

import io.github.breakranks.answer.Answer;
import io.github.breakranks.answer.Certificate;
import io.github.breakranks.cascade.Contagion;
import io.github.breakranks.cascade.NetworkCascade;
import io.github.breakranks.cascade.NetworkSpread;
import io.github.breakranks.internal.CountSpreading;
import io.github.breakranks.internal.NetworkRows;
import io.github.breakranks.network.Army;
import io.github.breakranks.network.Network;
import io.github.breakranks.network.Networks;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Cascades on a graph file that the GAP benchmark suite reads too (.sg: a byte, whether directed; links and agents, 8 bytes each; row offsets,
 * 8 bytes each; neighbours, 4 bytes each; little-endian), for runs side by side.
 */
public final class NetworkCpu {
    private NetworkCpu() {}

    /**
     * {@code write ba|uniform|army AGENTS FILE} makes a graph and prints its links; {@code run FILE THREADS TRIALS} prints nanoseconds a link,
     * best of the trials: the spread alone by the wall clock and in CPU time of the calling thread, and the whole answer with its certificate by
     * the wall clock.
     */
    public static void main(String... args) throws IOException {
        if (args[0].equals("write")) {
            final Network network = network(args[1], Integer.parseInt(args[2]));
            write(NetworkRows.of(network), Path.of(args[3]));
            System.out.println(network.links());
        } else {
            run(read(Path.of(args[1])), Integer.parseInt(args[2]), Integer.parseInt(args[3]));
        }
    }

    static Network network(String shape, int agents) {
        return switch (shape) {
            case "ba" -> Networks.barabasiAlbert(agents, 8, 1776);
            case "uniform" -> Networks.uniform(agents, 8L * agents, 1776);
            case "army" -> Army.of(agents).withStray(7).form(1776).network();
            default -> throw new IllegalArgumentException("shape must be ba, uniform or army, but was " + shape);
        };
    }

    /** One agent in a hundred, drawn. */
    static int[] start(int agents) {
        final SplittableRandom random = new SplittableRandom(1776);
        return IntStream.generate(() -> random.nextInt(agents))
                .distinct()
                .limit(Math.max(1, agents / 100))
                .toArray();
    }

    /** A tenth of those watched, one at least. */
    static int[] needs(NetworkRows rows) {
        return IntStream.range(0, rows.agents())
                .map(agent -> Math.max(1, (rows.watches(agent) + 9) / 10))
                .toArray();
    }

    private static void run(Network network, int threads, int trials) {
        final NetworkRows rows = NetworkRows.of(network);
        final int[] start = start(network.agents());
        final CountSpreading kernel = new CountSpreading(rows, needs(rows), threads);
        final NetworkCascade cascade =
                NetworkCascade.of(Contagion.share(0.1)).withStart(start).withThreads(threads);
        final ThreadMXBean clock = ManagementFactory.getThreadMXBean();
        final double[] best = new double[3];
        Arrays.fill(best, Double.MAX_VALUE);
        for (int trial = 0; trial < trials; trial++) {
            final long cpu = clock.getCurrentThreadCpuTime();
            final long wall = System.nanoTime();
            kernel.spread(start, () -> true);
            final double links = kernel.links();
            best[0] = Math.min(best[0], (System.nanoTime() - wall) / links);
            best[1] = Math.min(best[1], (clock.getCurrentThreadCpuTime() - cpu) / links);
            final long before = System.nanoTime();
            final Answer<NetworkSpread> answer = cascade.solve(network);
            best[2] = Math.min(best[2], (System.nanoTime() - before) / links);
            if (!(answer.certificate() instanceof Certificate.Proven)
                    || answer.value().gone() != kernel.gone()) {
                throw new IllegalStateException("not proven: " + answer);
            }
            kernel.reset();
        }
        System.out.printf(Locale.ROOT, "%.3f %.3f %.3f%n", best[0], best[1], best[2]);
    }

    private static void write(NetworkRows rows, Path file) throws IOException {
        final int agents = rows.agents();
        final ByteBuffer buffer = ByteBuffer.allocate(17 + 8 * (agents + 1) + 4 * rows.targets().length)
                .order(ByteOrder.LITTLE_ENDIAN);
        buffer.put((byte) 0).putLong(rows.targets().length).putLong(agents);
        for (long offset : rows.offsets()) {
            buffer.putLong(offset);
        }
        for (int target : rows.targets()) {
            buffer.putInt(target);
        }
        buffer.flip();
        try (FileChannel out = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            while (buffer.hasRemaining()) {
                out.write(buffer);
            }
        }
    }

    private static Network read(Path file) throws IOException {
        try (FileChannel in = FileChannel.open(file)) {
            final ByteBuffer buffer =
                    in.map(FileChannel.MapMode.READ_ONLY, 0, in.size()).order(ByteOrder.LITTLE_ENDIAN);
            buffer.get();
            final int links = Math.toIntExact(buffer.getLong());
            final int agents = Math.toIntExact(buffer.getLong());
            final long[] offsets = new long[agents + 1];
            buffer.asLongBuffer().get(offsets);
            buffer.position(buffer.position() + 8 * (agents + 1));
            final int[] from = new int[links / 2];
            final int[] to = new int[links / 2];
            int ties = 0;
            for (int agent = 0; agent < agents; agent++) {
                for (long e = offsets[agent]; e < offsets[agent + 1]; e++) {
                    final int watcher = buffer.getInt();
                    if (watcher > agent) { // the other half are the same ties
                        from[ties] = agent;
                        to[ties++] = watcher;
                    }
                }
            }
            return Network.undirected(agents, from, to);
        }
    }
}
