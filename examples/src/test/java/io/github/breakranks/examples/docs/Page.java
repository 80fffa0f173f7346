package io.github.breakranks.examples.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A Markdown page: what stands in its fenced blocks {@code jshell} and {@code console} that can be run, in order. */
final class Page {
    private static final String PROMPT = "jshell> ";
    private static final String CONTINUED = "   ...> ";
    private static final String COMMAND = "$ ";

    private final List<Step> steps = new ArrayList<>();
    private final List<String> lines;

    private Page(List<String> lines) {
        this.lines = lines;
        int line = 0;
        while (line < lines.size()) {
            final String fence = lines.get(line).strip();
            if (fence.startsWith("```")) {
                final int end = end(line);
                block(fence.substring(3).strip(), line + 1, end);
                line = end;
            }
            line++;
        }
    }

    static Page read(Path file) throws IOException {
        return new Page(Files.readAllLines(file));
    }

    /** Everything to be run, in order. */
    List<Step> steps() {
        return List.copyOf(steps);
    }

    private int end(int begin) {
        for (int line = begin + 1; line < lines.size(); line++) {
            if (lines.get(line).strip().equals("```")) {
                return line;
            }
        }
        throw new AssertionError("line " + (begin + 1) + ": a block that is not closed");
    }

    private void block(String kind, int from, int to) {
        if (kind.equals("jshell")) {
            session(from, to);
        } else if (kind.equals("console")) {
            commands(from, to);
        }
    }

    private void session(int from, int to) {
        int line = from;
        while (line < to) {
            if (!prompted(line, PROMPT)) {
                throw new AssertionError("line " + (line + 1) + ": a block jshell must begin with \"" + PROMPT
                        + "\", but was " + lines.get(line));
            }
            final int first = line;
            final List<String> input = new ArrayList<>(List.of(after(line++, PROMPT)));
            while (line < to && prompted(line, CONTINUED)) {
                input.add(after(line++, CONTINUED));
            }
            final int printed = line;
            while (line < to && !prompted(line, PROMPT)) {
                line++;
            }
            steps.add(new Step(first + 1, true, input, lines.subList(printed, line)));
        }
    }

    /** Commands other than the program's, such as fetching it, are for the reader alone. */
    private void commands(int from, int to) {
        int line = from;
        while (line < to) {
            final int first = line;
            final StringBuilder command = new StringBuilder(lines.get(line++));
            while (line < to && command.toString().endsWith("\\")) {
                command.setLength(command.length() - 1);
                command.append(lines.get(line++).strip());
            }
            final int printed = line;
            while (line < to && !lines.get(line).startsWith(COMMAND)) {
                line++;
            }
            final String said = command.toString();
            if (said.startsWith(COMMAND + "./breakranks") && !said.startsWith(COMMAND + "./breakranks shell")) {
                steps.add(new Step(
                        first + 1, false, List.of(said.substring(COMMAND.length())), lines.subList(printed, line)));
            }
        }
    }

    /** An input of nothing is written without the blank at its end. */
    private boolean prompted(int line, String prompt) {
        return lines.get(line).startsWith(prompt) || lines.get(line).equals(prompt.stripTrailing());
    }

    private String after(int line, String prompt) {
        return lines.get(line).length() < prompt.length() ? "" : lines.get(line).substring(prompt.length());
    }
}
