package io.github.breakranks.examples.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** JShell with the library loaded, and the script that starts it; neither compiles anything here. */
class ShellTest {
    private static final Path EXAMPLES = Path.of("").toAbsolutePath();

    private static final String FOUR_LINES = """
            var soldiers = Population.of(30_000, CostLaw.normal(0.25, 0.12))
            var offer    = Offer.cash(0.21).withRefuge(0.30).withCredibility(0.90)
            var game     = DefectionGame.of(soldiers, offer, Reprisal.fading(0.40))
            var rest     = Breakranks.equilibria(game)
            /exit
            """;

    @TempDir
    private Path dir;

    /** The exit code, and both outputs together. */
    private record Ended(int exit, String text) {}

    private Ended run(List<String> command, String input, Path bin) throws IOException, InterruptedException {
        final Path in = Files.writeString(dir.resolve("in"), input);
        final Path out = dir.resolve("out");
        final ProcessBuilder builder = new ProcessBuilder(command)
                .redirectInput(in.toFile())
                .redirectErrorStream(true)
                .redirectOutput(out.toFile());
        builder.environment().put("JAVA_HOME", bin.getParent().toString());
        builder.environment().put("PATH", bin + File.pathSeparator + System.getenv("PATH"));
        final Process process = builder.start();
        if (!process.waitFor(120, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("not ended after 120 s: " + command);
        }
        return new Ended(process.exitValue(), Files.readString(out));
    }

    /** As the script starts it, with the class path of the tests. */
    @Test
    void fourLinesInJShell() throws IOException, InterruptedException {
        Path bin = Path.of(System.getProperty("java.home"), "bin");
        assumeTrue(Files.isExecutable(bin.resolve("jshell")), "a JDK is needed");
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));

        Ended shell = run(
                List.of(
                        bin.resolve("jshell").toString(),
                        "--class-path",
                        classPath,
                        "--startup",
                        "DEFAULT",
                        "--startup",
                        EXAMPLES.resolve("breakranks.jsh").toString()),
                FOUR_LINES,
                bin);

        assertEquals(0, shell.exit, shell.text);
        assertTrue(shell.text.contains("RestPoints[0.1108 (stable), 0.4066 (unstable), 0.9373 (stable)]"), shell.text);
    }

    /** A project of empty directories, whose Java, JShell and Maven only say how they were called. */
    private final class Pretended {
        private final Path root = dir.resolve("a project");
        private final Path bin = dir.resolve("jdk/bin");
        private final Path stamp = root.resolve("examples/target/compiled.stamp");

        Pretended() throws IOException {
            for (String made :
                    List.of("core/src/main", "examples/src/main", "core/target/classes", "examples/target/classes")) {
                Files.createDirectories(root.resolve(made));
            }
            for (String pom : List.of("pom.xml", "core/pom.xml", "examples/pom.xml")) {
                Files.createFile(root.resolve(pom));
            }
            Files.createDirectories(bin);
            for (String tool : List.of("java", "jshell", "mvn")) {
                script(tool, "printf '%s:' " + tool + "; printf '<%s>' \"$@\"; printf '\\n'");
            }
            Files.copy(EXAMPLES.resolveSibling("breakranks"), root.resolve("breakranks"));
            Files.writeString(root.resolve("examples/target/classpath.txt"), "some.jar");
            Files.createFile(stamp);
            Files.setLastModifiedTime(stamp, FileTime.from(Instant.now().plusSeconds(60)));
        }

        void script(String tool, String line) throws IOException {
            final Path file = Files.writeString(bin.resolve(tool), "#!/usr/bin/env bash\n" + line + "\n");
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        }

        Ended start(String... args) throws IOException, InterruptedException {
            final List<String> command =
                    new ArrayList<>(List.of("bash", root.resolve("breakranks").toString()));
            command.addAll(Arrays.asList(args));
            return run(command, "", bin);
        }

        String classPath() {
            return root + "/examples/target/classes:some.jar";
        }
    }

    @BeforeEach
    void bash() {
        assumeTrue(
                Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                        .anyMatch(place -> Files.isExecutable(Path.of(place, "bash"))),
                "the script needs bash");
    }

    @Test
    void theScriptPassesEveryArgumentOn() throws IOException, InterruptedException {
        Pretended project = new Pretended();
        Ended ended = project.start("solve", "--law", "file:my costs.txt", "");

        assertEquals(0, ended.exit);
        assertTrue(ended.text.startsWith("java:<-"), ended.text);
        assertTrue(
                ended.text.endsWith("<-cp><" + project.classPath()
                        + "><io.github.breakranks.examples.Main><solve><--law><file:my costs.txt><>\n"),
                ended.text);
    }

    @Test
    void theScriptStartsJShell() throws IOException, InterruptedException {
        Pretended project = new Pretended();
        String file = Files.writeString(dir.resolve("my file.jsh"), "/exit").toString();

        assertEquals(
                "jshell:<--class-path><" + project.classPath() + "><--startup><DEFAULT><--startup><" + project.root
                        + "/examples/breakranks.jsh><--feedback><concise><" + file + "><->\n",
                project.start("shell", "--feedback", "concise", file, "-").text);
    }

    @Test
    void theScriptRefusesAFileThatCannotBeRead() throws IOException, InterruptedException {
        Pretended project = new Pretended();
        Files.delete(project.stamp); // refused before anything is compiled
        for (String file : List.of("no file.jsh", "", dir.toString())) {
            assertEquals(
                    new Ended(
                            2,
                            "FILE.jsh must be a file that can be read, but was " + (file.isEmpty() ? "empty" : file)
                                    + "\n"),
                    project.start("shell", "-R-ea", "--feedback", "concise", file));
        }
    }

    @Test
    void theScriptCompilesOnceWhenASourceIsNewer() throws IOException, InterruptedException {
        Pretended project = new Pretended();
        Files.setLastModifiedTime(project.stamp, FileTime.from(Instant.now().minusSeconds(60)));

        Ended first = project.start("help");
        Ended second = project.start("help");

        assertTrue(first.text.startsWith("mvn:<-B><-q>"), first.text);
        assertTrue(first.text.contains("\njava:"), first.text);
        assertTrue(second.text.startsWith("java:"), second.text);
    }

    @Test
    void theScriptSaysSoIfTheSourcesDoNotCompile() throws IOException, InterruptedException {
        Pretended project = new Pretended();
        Files.delete(project.stamp);
        project.script("mvn", "exit 1");
        Ended ended = project.start("help");

        assertEquals(70, ended.exit);
        assertEquals("breakranks: the sources do not compile; see above\n", ended.text);
    }
}
