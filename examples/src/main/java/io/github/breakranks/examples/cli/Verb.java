package io.github.breakranks.examples.cli;

import java.io.PrintStream;

/** One verb of the command line; picocli fills in its options. */
interface Verb {

    /** A call that works, from the root of the project. */
    String example();

    /**
     * Does what it says.
     *
     * @return the exit code
     * @throws BadInput if an argument is refused
     */
    int run(PrintStream out, PrintStream err);
}
