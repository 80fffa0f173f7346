package io.github.breakranks.examples.docs;

import io.github.breakranks.examples.Main;
import io.github.breakranks.examples.cli.Run;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;

/**
 * Does what a page says, in a directory of its own: one JShell for the whole page, or one from each start to the next {@code /exit}; then the
 * page's commands.
 */
final class Reader {
    private static final Path EXAMPLES = Path.of("").toAbsolutePath();
    private static final Path BIN = Path.of(System.getProperty("java.home"), "bin");
    private static final String CLASS_PATH =
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    private static final int SECONDS = 120; // several pages are read at a time

    private static final String MORE = "<more>";

    /** Prompts that nothing else prints; otherwise feedback is the normal one. */
    private static final String MARKS = """
            /set mode page normal -command
            /set prompt page "<page>" "<more>"
            /set feedback page
            """;

    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|'([^']*)'|(\\S+)");

    private final Path directory;

    Reader(Path directory) {
        this.directory = directory;
    }

    /** What each step prints, in order. */
    List<Step.Output> read(List<Step> steps) throws IOException, InterruptedException {
        final List<Step.Output> outputs = new ArrayList<>();
        final List<Step> session = new ArrayList<>();
        final List<Step.Output> said = new ArrayList<>();
        for (Step step : steps) {
            if (step.jshell()) {
                session.add(step);
            }
            if (step.leaves()) {
                said.addAll(session(session));
                session.clear();
            }
        }
        if (!session.isEmpty()) {
            said.addAll(session(session));
        }
        int next = 0;
        for (Step step : steps) {
            outputs.add(step.jshell() ? said.get(next++) : command(step));
        }
        return outputs;
    }

    private List<Step.Output> session(List<Step> steps) throws IOException, InterruptedException {
        Assumptions.assumeTrue(Files.isExecutable(BIN.resolve("jshell")), "a JDK is needed");
        final Path preferences =
                Files.createDirectories(directory.resolveSibling(directory.getFileName() + "-preferences"));
        final StringBuilder input = new StringBuilder(MARKS);
        steps.forEach(step -> step.input().forEach(line -> input.append(line).append('\n')));
        final List<String> command = List.of(
                BIN.resolve("jshell").toString(),
                "-J-XX:TieredStopAtLevel=1",
                "-J-XX:+UseSerialGC",
                "-J-Djava.util.prefs.userRoot=" + preferences,
                "-R-XX:TieredStopAtLevel=1",
                "-R-XX:+UseSerialGC",
                "-R-Djava.awt.headless=true",
                "--class-path",
                CLASS_PATH,
                "--startup",
                "DEFAULT",
                "--startup",
                EXAMPLES.resolve("breakranks.jsh").toString());
        final String printed = run(command, input + "/exit\n");
        final String[] parts = printed.split("<page>( \b)?", -1);
        final List<Step.Output> outputs = new ArrayList<>();
        for (int k = 0; k < steps.size(); k++) {
            outputs.add(new Step.Output(k + 1 < parts.length ? answer(parts[k + 1]) : "JShell had ended: " + printed));
        }
        return outputs;
    }

    /** Newer Javas ask for the rest of an input with a prompt of its own. */
    private static String answer(String part) {
        final int more = part.lastIndexOf(MORE);
        return more < 0 ? part : part.substring(more + MORE.length()).stripLeading();
    }

    /** In this process, unless files are meant: those stand in the directory. */
    private Step.Output command(Step step) throws IOException, InterruptedException {
        final List<String> words = words(step.input().get(0));
        final boolean files = words.size() < 2
                || words.get(1).equals("offer")
                || words.stream().anyMatch(word -> word.contains("file:") || Files.exists(directory.resolve(word)));
        final String[] args =
                words.stream().skip(1).map(Reader::ofTheRepository).toArray(String[]::new);
        if (!files) {
            final Run run = Run.of(args);
            return new Step.Output(run.out() + run.err());
        }
        final List<String> command = new ArrayList<>(List.of(
                BIN.resolve("java").toString(), "-XX:TieredStopAtLevel=1", "-cp", CLASS_PATH, Main.class.getName()));
        command.addAll(Arrays.asList(args));
        return new Step.Output(run(command, ""));
    }

    /** A reader types from the root of the repository; tests run in a module. */
    private static String ofTheRepository(String word) {
        return word.startsWith("examples/") ? EXAMPLES.resolveSibling(word).toString() : word;
    }

    private static List<String> words(String line) {
        final List<String> words = new ArrayList<>();
        final Matcher word = WORD.matcher(line);
        while (word.find()) {
            for (int group = 1; group <= 3; group++) {
                if (word.group(group) != null) {
                    words.add(word.group(group));
                }
            }
        }
        return words;
    }

    private String run(List<String> command, String input) throws IOException, InterruptedException {
        final Path in = Files.writeString(Files.createTempFile("page", ".in"), input);
        final Path out = Files.createTempFile("page", ".out");
        try {
            final ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(directory.toFile())
                    .redirectInput(in.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(out.toFile());
            builder.environment().put("PATH", BIN + File.pathSeparator + System.getenv("PATH"));
            final Process process = builder.start();
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("not ended after " + SECONDS + " s: " + Files.readString(out));
            }
            return Files.readString(out, StandardCharsets.UTF_8);
        } finally {
            Files.delete(in);
            Files.delete(out);
        }
    }
}
