package io.github.breakranks.examples.docs;

import java.util.List;
import java.util.regex.Pattern;

/**
 * One input of a page, and what the page says is printed for it.
 *
 * @param line    the line of the page on which the input begins, from 1
 * @param jshell  whether JShell reads it; else it is a command
 * @param input   its lines, without prompts
 * @param printed the lines below it
 */
record Step(int line, boolean jshell, List<String> input, List<String> printed) {
    private static final Pattern PLACE = Pattern.compile("\\((\\w+\\.java):\\d+\\)");

    Step {
        input = List.copyOf(input);
        printed = shown(printed);
    }

    /** Whether JShell ends here; whoever goes on starts it anew. */
    boolean leaves() {
        return jshell && input.get(0).strip().equals("/exit");
    }

    /** How what was printed differs from the page; empty if it does not. */
    String differs(Output output) {
        final String last = input.get(input.size() - 1).strip();
        // Newer Javas repeat some of an input whose lines come fast; what follows is the answer.
        for (int k = 0; last.startsWith(output.text().substring(0, k)); k++) {
            if (same(output.text().substring(k))) {
                return "";
            }
            if (k == output.text().length()) {
                break;
            }
        }
        return "line " + line + ": " + String.join("\n", input) + "\n  expected:\n" + indented(printed) + "  but was:\n"
                + indented(shown(output.text().lines().toList()));
    }

    private boolean same(String text) {
        return placeless(shown(text.lines().toList())).equals(placeless(printed));
    }

    /** What an input printed. */
    record Output(String text) {}

    /** A blank line before the next prompt, and blanks at the end of a line, are nothing that a reader sees. */
    private static List<String> shown(List<String> lines) {
        int from = 0;
        int to = lines.size();
        while (from < to && lines.get(from).isBlank()) {
            from++;
        }
        while (to > from && lines.get(to - 1).isBlank()) {
            to--;
        }
        return lines.subList(from, to).stream().map(String::stripTrailing).toList();
    }

    /** Where in a source file an exception came from changes with every edit of that file. */
    private static List<String> placeless(List<String> lines) {
        return lines.stream()
                .map(each -> PLACE.matcher(each).replaceAll("($1)"))
                .toList();
    }

    private static String indented(List<String> lines) {
        return lines.isEmpty() ? "    (nothing)\n" : "    " + String.join("\n    ", lines) + "\n";
    }
}
