package io.github.breakranks.examples;

import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.function.Supplier;

/** An example run as a program: its text on standard output, and with a directory its tables and pictures there, which is checked first. */
final class Printed {
    static final int DONE = 0;
    static final int BAD_INPUT = 2;

    /** What an example says, and writes into a directory. */
    interface Example {
        String text();

        String write(String... directory);
    }

    private Printed() {}

    /** As a program: ends it with 2 where the directory is refused. */
    static void asProgram(Supplier<Example> example, String... args) {
        final int code = run(example, System.out, System.err, args);
        System.out.flush();
        if (code != DONE) {
            System.exit(code);
        }
    }

    /** Nothing is worked out or printed for a directory that is refused, in a sentence. */
    static int run(Supplier<Example> example, PrintStream out, PrintStream err, String... args) {
        if (args.length > 1) {
            err.println("arguments must be at most 1, a directory [count], but was " + args.length);
            return BAD_INPUT;
        }
        if (args.length == 1 && !writable(args[0])) {
            err.println("DIRECTORY must be a directory that can be written to, but was "
                    + (args[0].isEmpty() ? "empty" : args[0]));
            return BAD_INPUT;
        }
        final Example made = example.get();
        out.print(made.text());
        try {
            out.print(made.write(args));
        } catch (UncheckedIOException refused) {
            err.println(refused.getMessage());
            return BAD_INPUT;
        }
        return DONE;
    }

    private static boolean writable(String directory) {
        try {
            final Path path = Path.of(directory);
            return !directory.isEmpty() && Files.isDirectory(path) && Files.isWritable(path);
        } catch (InvalidPathException malformed) {
            return false;
        }
    }
}
