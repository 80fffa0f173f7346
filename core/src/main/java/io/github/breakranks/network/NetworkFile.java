package io.github.breakranks.network;

import io.github.breakranks.internal.Checks;
import io.github.breakranks.internal.NetworkRows;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * The library's own form of a network on disk, little-endian.
 *
 * <pre>{@code
 *   8 bytes   "BREAKNET"
 *   int       version, 1
 *   int       1 if directed, plus 2 if weighted
 *   int       agents
 *   int       links
 *   int       by agent: how many watch him
 *   int       by link: who watches, row after row
 *   double    by link: its weight, if weighted
 *   int       CRC-32C of all bytes before
 * }</pre>
 */
final class NetworkFile {
    private static final byte[] MARK = "BREAKNET".getBytes(StandardCharsets.US_ASCII);
    private static final int VERSION = 1;
    private static final int HEAD = 24;
    private static final int TAIL = 4;
    private static final int DIRECTED = 1;
    private static final int WEIGHTED = 2;

    private final Path file;
    private final FileChannel channel;
    private final CRC32C sum = new CRC32C();
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(1 << 18).order(ByteOrder.LITTLE_ENDIAN);

    private NetworkFile(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    static void write(Network network, Path file) {
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.WRITE, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING)) {
            new NetworkFile(file, channel).write(network);
        } catch (IOException thrown) {
            throw new UncheckedIOException("cannot write " + file, thrown);
        }
    }

    static Network read(Path file) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            return new NetworkFile(file, channel).read();
        } catch (IOException thrown) {
            throw cannotRead(file, thrown);
        }
    }

    /** What a caller is told of a file that cannot be read. */
    static UncheckedIOException cannotRead(Path file, IOException thrown) {
        final String why = thrown instanceof NoSuchFileException
                ? ": no such file"
                : thrown instanceof AccessDeniedException ? ": no permission" : "";
        return new UncheckedIOException("cannot read " + file + why, thrown);
    }

    private void write(Network network) throws IOException {
        final NetworkRows rows = NetworkRows.of(network);
        buffer.put(MARK).putInt(VERSION);
        buffer.putInt((network.directed() ? DIRECTED : 0) | (network.weighted() ? WEIGHTED : 0));
        buffer.putInt(network.agents()).putInt((int) network.links());
        for (int agent = 0; agent < network.agents(); agent++) {
            room(Integer.BYTES);
            buffer.putInt(rows.watchedBy(agent));
        }
        for (int watcher : rows.targets()) {
            room(Integer.BYTES);
            buffer.putInt(watcher);
        }
        final double[] weights = rows.weights();
        for (int e = 0; weights != null && e < weights.length; e++) {
            room(Double.BYTES);
            buffer.putDouble(weights[e]);
        }
        flush();
        buffer.putInt((int) sum.getValue());
        flush();
    }

    private void room(int bytes) throws IOException {
        if (buffer.remaining() < bytes) {
            flush();
        }
    }

    private void flush() throws IOException {
        buffer.flip();
        sum.update(buffer.duplicate());
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
        buffer.clear();
    }

    private Network read() throws IOException {
        final long bytes = channel.size();
        if (bytes < HEAD) {
            throw refused("must begin with a head of %s bytes, but was %s long", HEAD, bytes);
        }
        take(HEAD);
        final byte[] mark = new byte[MARK.length];
        buffer.get(mark);
        if (!Arrays.equals(mark, MARK)) {
            throw refused("must begin with BREAKNET, but did not; text is read by EdgeList");
        }
        final int version = buffer.getInt();
        if (version != VERSION) {
            throw refused(
                    "must be of version %s, but was of %s; read it with the library that wrote it", VERSION, version);
        }
        final int kind = buffer.getInt();
        final int agents = buffer.getInt();
        final int links = buffer.getInt();
        if (kind < 0 || kind > 3 || agents < 1 || links < 0 || links > PairList.MOST) {
            throw refused("must have a kind, agents and links in its head, but was %s, %s, %s", kind, agents, links);
        }
        final boolean directed = (kind & DIRECTED) != 0;
        final boolean weighted = (kind & WEIGHTED) != 0;
        final long said = HEAD + 4L * agents + (weighted ? 12L : 4L) * links + TAIL;
        if (bytes != said) {
            throw refused(
                    "must hold the %s bytes that its head says, but was %s long; %s bytes are %s",
                    said, bytes, Math.abs(said - bytes), bytes < said ? "missing" : "too many");
        }
        NetworkMemory.require(agents, links, NetworkMemory.kept(agents, links, directed, weighted) + 8L * agents);
        return read(agents, links, directed, weighted);
    }

    private Network read(int agents, int links, boolean directed, boolean weighted) throws IOException {
        final int[] lengths = new int[agents];
        ints(lengths);
        final int[] targets = new int[links];
        ints(targets);
        final double[] weights = weighted ? new double[links] : null;
        doubles(weights);
        final int computed = (int) sum.getValue();
        take(TAIL);
        final int written = buffer.getInt();
        if (computed != written) {
            throw refused(
                    "must have the checksum %08x that stands at its end, but was %08x; it is damaged",
                    written, computed);
        }
        final String broken = RowCheck.broken(lengths, targets, weights, directed);
        if (broken != null) {
            throw refused("must hold rows of a network, but %s", broken);
        }
        final long[] offsets = new long[agents + 1];
        for (int agent = 0; agent < agents; agent++) {
            offsets[agent + 1] = offsets[agent] + lengths[agent];
        }
        return new Network(
                new NetworkRows(offsets, targets, weights, directed ? watches(agents, targets) : null), 0, 0);
    }

    private static int[] watches(int agents, int[] targets) {
        final int[] watches = new int[agents];
        for (int watcher : targets) {
            watches[watcher]++;
        }
        return watches;
    }

    private void ints(int[] into) throws IOException {
        for (int at = 0; at < into.length; ) {
            final int next = Math.min(into.length - at, buffer.capacity() / Integer.BYTES);
            take(next * Integer.BYTES);
            buffer.asIntBuffer().get(into, at, next);
            at += next;
        }
    }

    private void doubles(double @Nullable [] into) throws IOException {
        for (int at = 0; into != null && at < into.length; ) {
            final int next = Math.min(into.length - at, buffer.capacity() / Double.BYTES);
            take(next * Double.BYTES);
            buffer.asDoubleBuffer().get(into, at, next);
            at += next;
        }
    }

    /** Reads so many bytes into the buffer and into the checksum. */
    private void take(int bytes) throws IOException {
        buffer.clear().limit(bytes);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer) < 0) {
                throw new EOFException("the file became shorter while it was read");
            }
        }
        buffer.flip();
        sum.update(buffer.duplicate());
    }

    private IllegalArgumentException refused(String rule, Object... values) {
        return Checks.refused("%s %s", file.getFileName(), String.format(java.util.Locale.ROOT, rule, values));
    }
}
