package io.github.breakranks.examples.job;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Takes a case of history end to end: says what is on record and what is assumed, finds for every set of assumptions the mean costs that
 * agree with the share that left, and prints over all of them where play rests, how it gets there, what tips it and what a better offer
 * would have changed. Tables and charts are written beside.
 */
public final class MainJob {
    private MainJob() {}

    /**
     * Does the job.
     *
     * @param csv   the case, in the form of {@code hessians.csv}; null for that of the Hessian auxiliaries of 1776 to 1783
     * @param out   the directory that tables and charts are written to; made if it is missing
     * @param print where the report goes
     * @return the exit code, 0
     * @throws IllegalArgumentException if the case is malformed; the message names line and column
     * @throws UncheckedIOException     if the case cannot be read, or the directory cannot be made or written to
     */
    public static int run(@Nullable Path csv, Path out, PrintStream print) {
        final Case history = csv == null ? CaseReader.hessians() : CaseReader.read(csv);
        try {
            Files.createDirectories(out);
        } catch (IOException thrown) {
            throw new UncheckedIOException(out + " must be a directory that can be made, but was refused", thrown);
        }
        final Page page = new Page(print);
        new HistoryText(history, page).print();
        final Study study = Study.of(history);
        new FindingsText(study, page).print();
        final String tables = String.join(", ", new ResultTables(study).write(out));
        final String charts = String.join(", ", new Charts(study).write(out));
        page.head("WRITTEN to " + out);
        page.text("tables: " + tables + (charts.isEmpty() ? "" : "; charts as SVG and PNG: " + charts));
        print.flush();
        return 0;
    }
}
