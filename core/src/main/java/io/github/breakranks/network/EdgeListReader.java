package io.github.breakranks.network;

import io.github.breakranks.internal.Checks;
import io.github.breakranks.internal.Parallel;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/**
 * Reads a file piece by piece, each on any thread: a piece has the lines that begin in it. Its pairs go into the network in the order of the
 * pieces.
 */
final class EdgeListReader {
    private static final int PIECE = 1 << 20;
    private static final int MARGIN = 1 << 12; // the last line mostly ends so soon
    private static final int LONGEST = 1 << 28;
    private static final int SHOWN = 60;
    private static final int LONGEST_REMARK = 1 << 8;

    private final EdgeList settings;
    private final Path file;
    private final int pieceBytes;
    private final @Nullable LabelTable labels;
    private final AtomicLong pairsSoFar = new AtomicLong();
    private final AtomicInteger largestSoFar = new AtomicInteger(-1);

    EdgeListReader(EdgeList settings, Path file) {
        this(settings, file, PIECE);
    }

    EdgeListReader(EdgeList settings, Path file, int pieceBytes) {
        this.settings = settings;
        this.file = file;
        this.pieceBytes = pieceBytes;
        labels = settings.labels().isEmpty() ? null : new LabelTable(settings.labels());
    }

    /** What was read of a piece that begins at this byte of the file, up to the fault if there is one. */
    private record Piece(long base, LineParser lines, LineParser.@Nullable Fault fault) {}

    Network read() {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            final long bytes = channel.size();
            final @Nullable Piece[] pieces = new Piece[Math.toIntExact((bytes + pieceBytes - 1) / pieceBytes)];
            final boolean all = Parallel.forEach(
                    pieces.length,
                    settings.threads(),
                    k -> pieces[k] = piece(channel, (long) k * pieceBytes, bytes),
                    () -> true,
                    done -> {});
            if (!all) {
                throw new ClosedByInterruptException();
            }
            return joined(channel, pieces);
        } catch (IOException thrown) {
            throw NetworkFile.cannotRead(file, thrown);
        }
    }

    private @Nullable Piece piece(FileChannel channel, long from, long bytes) {
        try {
            return parsed(channel, from, bytes);
        } catch (IOException thrown) {
            throw NetworkFile.cannotRead(file, thrown);
        }
    }

    /** The lines that begin from here to where the next piece does; null if none do. */
    private @Nullable Piece parsed(FileChannel channel, long from, long bytes) throws IOException {
        final long base = Math.max(0, from - 1); // whether a line begins right here is said by the byte before
        final int own = (int) (Math.min(from + pieceBytes, bytes) - base);
        byte[] text = new byte[(int) Math.min(own + MARGIN, bytes - base)];
        int filled = fill(channel, text, 0, base);
        final int begin = from == 0 ? byteOrderMark(text) : afterLine(text, 0, own);
        if (begin < 0 || begin >= own) {
            return null;
        }
        int end = afterLine(text, own - 1, filled);
        while (end < 0 && base + filled < bytes && text.length < LONGEST) {
            final int searched = filled;
            text = Arrays.copyOf(text, (int) Math.min(2L * text.length, bytes - base));
            filled += fill(channel, text, filled, base + filled);
            end = afterLine(text, searched, filled);
        }
        final LineParser lines = new LineParser(text, begin, end < 0 ? filled : end, settings.agents(), labels);
        LineParser.Fault fault = null;
        try {
            lines.parse();
            requireMemory(lines);
        } catch (LineParser.Fault thrown) {
            fault = thrown;
        }
        return new Piece(base, lines, fault);
    }

    /** Refuses a network that grows beyond the heap before its pairs fill it. */
    private void requireMemory(LineParser lines) {
        final long pairs = pairsSoFar.addAndGet(lines.pairs().size());
        final int largest = largestSoFar.accumulateAndGet(lines.largest(), Math::max);
        final int agents = Math.max(settings.agents(), largest + 1);
        final long links = settings.oneWay() ? pairs : 2 * pairs;
        NetworkMemory.require(agents, links, NetworkMemory.peak(agents, links, settings.oneWay(), lines.weighted()));
    }

    private Network joined(FileChannel channel, @Nullable Piece[] pieces) throws IOException {
        final PairList pairs = new PairList();
        boolean begun = false;
        boolean weighted = false;
        int largest = -1;
        long loops = 0;
        for (int k = 0; k < pieces.length; k++) {
            final Piece piece = pieces[k];
            pieces[k] = null;
            if (piece == null) {
                continue;
            }
            final LineParser lines = piece.lines;
            if (begun && lines.begun() && lines.weighted() != weighted) {
                throw refused(channel, piece.base, lines.otherwise(weighted));
            }
            if (piece.fault != null) {
                throw refused(channel, piece.base, piece.fault);
            }
            weighted |= lines.weighted();
            begun |= lines.begun();
            largest = Math.max(largest, lines.largest());
            loops += lines.loops();
            pairs.append(lines.pairs());
        }
        final int agents = settings.agents() > 0 ? settings.agents() : Math.max(remarked(channel), largest + 1);
        if (agents == 0) {
            throw Checks.refused(
                    "%s must name at least 1 agent [count], but was empty; say how many there are by withAgents", file);
        }
        return new RowSort(agents, settings.oneWay(), weighted).sort(pairs, loops);
    }

    /** How many agents the first line says there are, if it is the remark that is written there; else 0. */
    private static int remarked(FileChannel channel) throws IOException {
        final byte[] text = new byte[LONGEST_REMARK];
        final int filled = fill(channel, text, 0, 0);
        final int end = afterLine(text, 0, filled);
        final int begin = byteOrderMark(text);
        final String line = new String(text, begin, (end < 0 ? filled : end) - begin, StandardCharsets.UTF_8).strip();
        final Matcher remark = EdgeListWriter.REMARK.matcher(line);
        final long agents = remark.matches() ? Long.parseLong(remark.group(1)) : 0;
        return agents <= PairList.MOST ? (int) agents : 0;
    }

    private IllegalArgumentException refused(FileChannel channel, long base, LineParser.Fault fault)
            throws IOException {
        final long begins = base + fault.at;
        long number = 1;
        final byte[] text = new byte[1 << 16];
        for (long from = 0; from < begins; from += text.length) {
            final int filled = fill(channel, text, 0, from);
            for (int k = 0; k < Math.min(filled, begins - from); k++) {
                number += text[k] == '\n' ? 1 : 0;
            }
        }
        return Checks.refused(
                "line %s of %s %s, but was \"%s\"", number, file.getFileName(), fault.sentence, line(channel, begins));
    }

    private static String line(FileChannel channel, long begins) throws IOException {
        final byte[] text = new byte[4 * SHOWN + 8];
        final int filled = fill(channel, text, 0, begins);
        final int end = afterLine(text, 0, filled);
        final String line = new String(text, 0, end < 0 ? filled : end, StandardCharsets.UTF_8)
                .strip()
                .replaceAll("\\p{Cntrl}", " ");
        return line.length() > SHOWN ? line.substring(0, SHOWN) + "..." : line;
    }

    /** Reads until the array is full or the file ends; how many bytes that were. */
    private static int fill(FileChannel channel, byte[] text, int at, long position) throws IOException {
        final ByteBuffer buffer = ByteBuffer.wrap(text, at, text.length - at);
        int read = 0;
        while (buffer.hasRemaining() && read >= 0) {
            read = channel.read(buffer, position + buffer.position() - at);
        }
        return buffer.position() - at;
    }

    /** Where the next line begins after the first end of a line from here on, -1 if there is none. */
    private static int afterLine(byte[] text, int from, int to) {
        for (int k = from; k < to; k++) {
            if (text[k] == '\n') {
                return k + 1;
            }
        }
        return -1;
    }

    private static int byteOrderMark(byte[] text) {
        final boolean marked =
                text.length >= 3 && text[0] == (byte) 0xEF && text[1] == (byte) 0xBB && text[2] == (byte) 0xBF;
        return marked ? 3 : 0;
    }
}
