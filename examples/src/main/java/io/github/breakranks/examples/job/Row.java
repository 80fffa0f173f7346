package io.github.breakranks.examples.job;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One row of a file under examination: its cells, and how a fault in one of them is put into words. */
final class Row {
    static final List<String> HEAD = List.of("kind", "item", "low", "high", "unit", "certainty", "source", "note");

    private final String file;
    private final long line;
    private final List<String> cells;

    Row(String file, long line, List<String> cells) {
        this.file = file;
        this.line = line;
        this.cells = cells;
    }

    int line() {
        return (int) line;
    }

    /** Refuses a row with more or fewer cells than the head. */
    void checkWidth() {
        if (cells.size() != HEAD.size()) {
            final int column = Math.min(cells.size(), HEAD.size()) + 1;
            throw refused(column, "row must have " + HEAD.size() + " fields [count]", Integer.toString(cells.size()));
        }
    }

    /** Refuses a first row that is not the head. */
    void checkHead() {
        for (int k = 0; k < HEAD.size(); k++) {
            final String found = k < cells.size() ? cells.get(k).strip() : "";
            if (!found.equals(HEAD.get(k))) {
                throw refused(k + 1, "head must be " + HEAD.get(k), shown(found));
            }
        }
        checkWidth();
    }

    /** The cell under this head, without spaces around it. */
    String text(String head) {
        return cells.get(HEAD.indexOf(head)).strip();
    }

    /** The cell under this head, which must not be empty. */
    String given(String head) {
        final String text = text(head);
        if (text.isEmpty()) {
            throw refused(head, "be given", "");
        }
        return text;
    }

    /** The amount under this head, at least {@code min}; null if the cell is empty. */
    @Nullable
    Double amount(String head, double min) {
        final String text = text(head);
        if (text.isEmpty()) {
            return null;
        }
        final double value = parsed(text);
        if (!(value >= min) || Double.isInfinite(value)) {
            throw refused(head, "be finite and >= " + min + " [" + text("unit") + "]", text);
        }
        return value + 0.0;
    }

    /** NaN for what is no plain decimal number: words, "NaN", "Infinity", "0x1p3", "1d". */
    private static double parsed(String text) {
        return text.matches("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d{1,4})?") ? Double.parseDouble(text) : Double.NaN;
    }

    /** A fault under this head: the rule, without "must", and what stands there instead. */
    IllegalArgumentException refused(String head, String rule, String was) {
        return refused(HEAD.indexOf(head) + 1, head + " must " + rule, shown(was));
    }

    private IllegalArgumentException refused(int column, String rule, String was) {
        return refused(file, line, column, rule + ", but was " + was);
    }

    /** A fault at a place of a file. */
    static IllegalArgumentException refused(String file, long line, int column, String fault) {
        return new IllegalArgumentException(
                String.format(Locale.ROOT, "%s line %d column %d: %s", file, line, column, fault));
    }

    private static String shown(String text) {
        return text.isEmpty() ? "empty" : text.replaceAll("\\s+", " ");
    }
}
