package io.github.breakranks.network;

import io.github.breakranks.internal.NetworkRows;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** Writes a pair a line; digits go straight into a buffer. */
final class EdgeListWriter {
    /** The line on top; its first group is how many agents there are. */
    static final Pattern REMARK =
            Pattern.compile("# (\\d{1,15}) agents, \\d+( one-way)? ties(; the second watches the first)?");

    private static final int BUFFER = 1 << 16;

    private final Network network;
    private final List<String> labels;
    private final byte[] buffer = new byte[BUFFER];
    private int filled;

    EdgeListWriter(Network network, List<String> labels) {
        this.network = network;
        this.labels = labels;
    }

    void write(Path file) {
        try (OutputStream out = Files.newOutputStream(file)) {
            text(
                    out,
                    "# " + network.agents() + " agents, " + network.edges() + (network.directed() ? " one-way" : "")
                            + " ties");
            text(out, network.directed() ? "; the second watches the first\n" : "\n");
            final NetworkRows rows = NetworkRows.of(network);
            for (int agent = 0; agent < network.agents(); agent++) {
                row(out, rows, agent);
            }
            out.write(buffer, 0, filled);
        } catch (IOException thrown) {
            throw new UncheckedIOException("cannot write " + file, thrown);
        }
    }

    private void row(OutputStream out, NetworkRows rows, int agent) throws IOException {
        final double[] weights = rows.weights();
        for (int e = (int) rows.offsets()[agent]; e < rows.offsets()[agent + 1]; e++) {
            final int watcher = rows.targets()[e];
            if (!network.directed() && watcher < agent) {
                continue; // a mutual tie was written with the other
            }
            agent(out, agent);
            text(out, " ");
            agent(out, watcher);
            if (weights != null) {
                text(out, " ");
                text(out, Double.toString(weights[e]));
            }
            text(out, "\n");
        }
    }

    private void agent(OutputStream out, int agent) throws IOException {
        if (!labels.isEmpty()) {
            text(out, labels.get(agent));
            return;
        }
        room(out, 10);
        int digits = 1;
        for (int rest = agent; rest > 9; rest /= 10) {
            digits++;
        }
        int rest = agent;
        for (int k = digits - 1; k >= 0; k--) {
            buffer[filled + k] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        filled += digits;
    }

    private void text(OutputStream out, String text) throws IOException {
        if (text.length() == 1) {
            room(out, 1);
            buffer[filled++] = (byte) text.charAt(0);
            return;
        }
        final byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        room(out, bytes.length);
        if (bytes.length > buffer.length) {
            out.write(bytes);
            return;
        }
        System.arraycopy(bytes, 0, buffer, filled, bytes.length);
        filled += bytes.length;
    }

    private void room(OutputStream out, int bytes) throws IOException {
        if (filled + bytes > buffer.length) {
            out.write(buffer, 0, filled);
            filled = 0;
        }
    }
}
