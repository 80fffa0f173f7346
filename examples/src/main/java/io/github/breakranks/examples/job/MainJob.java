package io.github.breakranks.examples.job;

import java.io.PrintStream;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The main job: from a table of past defections to a tipping offer, with pictures and tables. */
public final class MainJob {
    private MainJob() {}

    /**
     * Runs the job.
     *
     * @param csv   the data, null for those built in
     * @param out   where pictures and tables go
     * @param print where the answer goes
     * @return the exit code
     */
    public static int run(@Nullable Path csv, Path out, PrintStream print) {
        print.println("Main job on " + (csv == null ? "the built-in data" : csv) + ", written to " + out);
        return 0;
    }
}
