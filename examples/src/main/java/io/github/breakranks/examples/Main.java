package io.github.breakranks.examples;

import io.github.breakranks.Breakranks;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command line. */
@Command(name = "breakranks", mixinStandardHelpOptions = true)
public final class Main implements Callable<Integer> {

    @Option(names = "--exit", description = "exit code")
    private int exit;

    /**
     * Runs one command.
     *
     * @param args the verb and its options; none for the main job
     */
    public static void main(String[] args) {
        int code = new CommandLine(new Main()).execute(args);
        if (code != 0) {
            System.exit(code);
        }
    }

    @Override
    public Integer call() {
        System.out.println(Breakranks.class.getSimpleName());
        return exit;
    }
}
