package io.github.breakranks.examples.job;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** Prints lines of at most {@link #WIDTH} characters, the same on every platform. */
final class Page {
    static final int WIDTH = 120;

    private final PrintStream out;

    Page(PrintStream out) {
        this.out = out;
    }

    /** One line as it is. */
    void line(String text) {
        out.print(text.stripTrailing() + "\n");
    }

    /** A head, with an empty line before it. */
    void head(String text) {
        line("");
        line(text);
    }

    /** A sentence or more, indented and wrapped between words. */
    void text(String text) {
        final StringBuilder line = new StringBuilder(" ");
        for (String word : text.split(" ", -1)) {
            if (line.length() + 1 + word.length() > WIDTH) {
                line(line.toString());
                line.setLength(0);
                line.append("   ");
            }
            line.append(' ').append(word);
        }
        line(line.toString());
    }

    /** Rows under heads, columns aligned: the first to the left, the rest to the right. */
    void table(List<String> heads, List<List<String>> rows) {
        final List<List<String>> all = new ArrayList<>();
        all.add(heads);
        all.addAll(rows);
        aligned(all);
    }

    private void aligned(List<List<String>> all) {
        final int[] widths = new int[all.get(0).size()];
        for (List<String> row : all) {
            for (int k = 0; k < row.size(); k++) {
                widths[k] = Math.max(widths[k], row.get(k).length());
            }
        }
        for (List<String> row : all) {
            final StringBuilder line = new StringBuilder(" ");
            for (int k = 0; k < row.size(); k++) {
                final String space = " ".repeat(widths[k] - row.get(k).length());
                line.append(k == 0 ? " " : "  ").append(k == 0 ? row.get(k) + space : space + row.get(k));
            }
            line(line.toString());
        }
    }
}
