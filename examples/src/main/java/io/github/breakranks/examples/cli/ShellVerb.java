package io.github.breakranks.examples.cli;

import java.io.PrintStream;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says how to start JShell, which only the script can: it takes over the terminal. */
@Command(name = "shell", description = "Starts JShell with the library loaded.")
final class ShellVerb implements Verb {
    @Parameters(arity = "0..*", paramLabel = "FILE.jsh", description = "Run these first; further options go to JShell.")
    private List<String> files = List.of();

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Print this help.")
    private boolean help;

    @Override
    public String example() {
        return "./breakranks shell";
    }

    @Override
    public int run(PrintStream out, PrintStream err) {
        out.println("JShell with the library loaded starts with ./breakranks shell, or without bash with"
                + " jshell --class-path CLASSPATH --startup DEFAULT --startup examples/breakranks.jsh, where CLASSPATH is"
                + " examples/target/classes and what mvn -pl examples -am compile dependency:build-classpath writes to"
                + " examples/target/classpath.txt.");
        return Program.ANSWERED;
    }
}
