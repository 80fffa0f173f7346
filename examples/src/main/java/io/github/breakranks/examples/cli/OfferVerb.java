package io.github.breakranks.examples.cli;

import io.github.breakranks.examples.job.MainJob;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The main job for data of one's own. */
@Command(
        name = "offer",
        description = "Does the main job for your own data: which offer tips them, with pictures and tables.")
final class OfferVerb implements Verb {
    @Parameters(paramLabel = "FILE.csv", description = "The data.")
    private String file = "";

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Where pictures and tables go; breakranks-out if left out.")
    private @Nullable String directory;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Print this help.")
    private boolean help;

    /** Where pictures and tables go if nothing is said. */
    static Path usualDirectory() {
        return Path.of("breakranks-out");
    }

    @Override
    public String example() {
        return "./breakranks offer examples/src/main/resources/io/github/breakranks/examples/job/hessians.csv";
    }

    @Override
    public int run(PrintStream out, PrintStream err) {
        final Path csv = path("FILE.csv", file);
        if (!Files.isReadable(csv) || Files.isDirectory(csv)) {
            throw BadInput.of("FILE.csv", "a file that can be read", file);
        }
        final Path into = directory == null ? usualDirectory() : path("--out", directory);
        return job(csv, into, out);
    }

    /** Does the main job; what it refuses, and files that cannot be read or written, are bad input. */
    static int job(@Nullable Path csv, Path into, PrintStream out) {
        try {
            return MainJob.run(csv, into, out);
        } catch (IllegalArgumentException | UncheckedIOException refused) {
            throw new BadInput(String.valueOf(refused.getMessage()));
        }
    }

    private static Path path(String name, String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException malformed) {
            throw BadInput.of(name, "a path", text);
        }
    }
}
