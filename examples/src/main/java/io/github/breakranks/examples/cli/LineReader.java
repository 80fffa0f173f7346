package io.github.breakranks.examples.cli;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Walks through a text file line by line, passing over blank lines and those that begin with {@code #}.
 *
 * <p>A line is bytes in a buffer that is used again, so that ten million of them cost no objects. Blanks around it and a carriage return
 * at its end are no part of it.
 */
final class LineReader implements AutoCloseable {
    private static final int LONGEST = 1 << 20; // bytes; no line of numbers is as long

    private final String file;
    private final InputStream in;
    private byte[] buffer = new byte[1 << 16];
    private int end; // bytes of the buffer that are filled
    private int ahead; // where the next line begins
    private boolean exhausted;
    private long number;
    private int start; // of this line, at its first byte
    private int from; // of what stands in it
    private int to;

    private LineReader(String file, InputStream in) {
        this.file = file;
        this.in = in;
    }

    /** Opens a file that an argument names. */
    static LineReader open(String argument, String file) {
        try {
            final Path path = Path.of(file);
            if (Files.isDirectory(path)) {
                throw unreadable(argument, file);
            }
            final LineReader reader = new LineReader(file, new FileInputStream(path.toFile()));
            reader.passMark();
            return reader;
        } catch (IOException | InvalidPathException missing) {
            throw unreadable(argument, file);
        }
    }

    private static BadInput unreadable(String argument, String file) {
        return BadInput.of(argument, "a file that can be read", file);
    }

    /** Passes over a byte order mark. */
    private void passMark() {
        fill();
        if (end >= 3 && buffer[0] == (byte) 0xEF && buffer[1] == (byte) 0xBB && buffer[2] == (byte) 0xBF) {
            ahead = 3;
        }
    }

    /** Goes to the next line with something in it; false at the end of the file. */
    boolean next() {
        while (advance()) {
            while (from < to && blank(buffer[from])) {
                from++;
            }
            while (from < to && blank(buffer[to - 1])) {
                to--;
            }
            if (from < to && buffer[from] != '#') {
                return true;
            }
        }
        return false;
    }

    private boolean advance() {
        int at = ahead;
        while (true) {
            while (at < end && buffer[at] != '\n') {
                at++;
            }
            if (at < end || exhausted) {
                break;
            }
            at -= ahead;
            fill();
            at += ahead;
        }
        if (ahead == end) {
            return false;
        }
        number++;
        start = ahead;
        from = ahead;
        to = at;
        ahead = Math.min(end, at + 1);
        return true;
    }

    /** Moves what is left to the front and reads on. */
    private void fill() {
        System.arraycopy(buffer, ahead, buffer, 0, end - ahead);
        end -= ahead;
        ahead = 0;
        if (end == buffer.length) {
            if (end >= LONGEST) {
                throw new BadInput("line " + (number + 1) + " of " + BadInput.shown(file) + " must be at most "
                        + LONGEST + " [bytes], but was longer");
            }
            buffer = Arrays.copyOf(buffer, 2 * end);
        }
        try {
            final int read = in.read(buffer, end, buffer.length - end);
            exhausted = read < 0;
            end += Math.max(0, read);
        } catch (IOException broken) {
            throw unreadable("input", file);
        }
    }

    private static boolean blank(byte b) {
        return b == ' ' || b == '\t' || b == '\r' || b == '\f';
    }

    /** Bytes in this line. */
    int length() {
        return to - from;
    }

    /** A byte of this line, from 0. */
    byte at(int index) {
        return buffer[from + index];
    }

    /** This line. */
    String text() {
        return new String(buffer, from, to - from, StandardCharsets.UTF_8);
    }

    /** A refusal of this line: what should stand there by which rule, and the byte of it that is the first to break the rule. */
    BadInput refused(String what, String rule, int index) {
        final int column = from - start + index + 1;
        return BadInput.of(
                what + " at line " + number + ", column " + column + " of " + BadInput.shown(file), rule, text());
    }

    /** A refusal of the whole file: there is nothing in it. */
    BadInput empty(String what) {
        return new BadInput(BadInput.shown(file) + " must hold at least 1 " + what + " [count], but was without data");
    }

    @Override
    public void close() {
        try {
            in.close();
        } catch (IOException harmless) {
            // everything has been read
        }
    }
}
