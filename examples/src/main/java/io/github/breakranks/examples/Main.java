package io.github.breakranks.examples;

import io.github.breakranks.examples.cli.Program;
import java.io.PrintStream;

/** The command line. */
public final class Main {
    private Main() {}

    /**
     * Runs one command and ends Java with its exit code.
     *
     * @param args the verb and its options; none for the main job
     */
    public static void main(String[] args) {
        final int code = execute(System.out, System.err, args);
        System.out.flush();
        if (code != 0) {
            System.exit(code);
        }
    }

    /**
     * Runs one command.
     *
     * @param out  where the answer goes
     * @param err  where refusals go, a sentence each
     * @param args the verb and its options; none for the main job
     * @return 0; 1 for no answer within the limits; 2 for bad input
     */
    public static int execute(PrintStream out, PrintStream err, String... args) {
        return Program.execute(out, err, args);
    }
}
