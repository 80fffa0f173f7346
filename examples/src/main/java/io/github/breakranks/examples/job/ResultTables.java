package io.github.breakranks.examples.job;

import io.github.breakranks.Breakranks;
import io.github.breakranks.answer.Range;
import io.github.breakranks.answer.Table;
import io.github.breakranks.answer.Table.Column;
import io.github.breakranks.equilibrium.Manifold;
import io.github.breakranks.examples.job.Finding.Change;
import io.github.breakranks.offer.Term;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Writes what was found as tables in CSV, with full precision. */
final class ResultTables {
    private static final int POINTS = 1000;

    private final Study study;
    private final String unit;

    ResultTables(Study study) {
        this.study = study;
        this.unit = study.history().base().name();
    }

    /** Writes every table and says what the files are called. */
    List<String> write(Path out) {
        final Map<String, Table> tables = new LinkedHashMap<>();
        tables.put("means.csv", means());
        tables.put("findings.csv", findings());
        final Answers shown = study.shown();
        if (shown != null) {
            tables.put("rest-points.csv", shown.middle().rest().table());
            tables.put("cascade.csv", shown.middle().cascade().table());
            tables.put(
                    "manifold.csv",
                    Manifold.of(shown.middle().game(), Term.REFUGE).table(POINTS));
            tables.put("tipping.csv", tipping(shown.middle()));
        }
        tables.forEach((name, table) -> write(out.resolve(name), table));
        return List.copyOf(tables.keySet());
    }

    private static void write(Path file, Table table) {
        try {
            Files.writeString(file, table.csv());
        } catch (IOException thrown) {
            throw new UncheckedIOException(file + " must be a file that can be written, but was refused", thrown);
        }
    }

    private List<Column> assumed() {
        return List.of(
                Column.of("reprisal", unit),
                Column.of("credibility", "share"),
                Column.of("reach", "share"),
                Column.of("spread", unit));
    }

    private static List<@Nullable Object> assumed(Answers answers) {
        final Assumption assumption = answers.assumption();
        return Arrays.asList(assumption.reprisal(), assumption.credibility(), assumption.reach(), assumption.spread());
    }

    /** A row a set of assumptions. */
    private Table means() {
        final List<Column> columns = new ArrayList<>(assumed());
        columns.addAll(List.of(
                Column.of("agrees"),
                Column.of("meanFrom", unit),
                Column.of("meanTo", unit),
                Column.of("leastFrom", "share"),
                Column.of("leastTo", "share")));
        final List<List<@Nullable Object>> rows = new ArrayList<>();
        for (Answers answers : study.answers()) {
            final ConsistentMeans set = answers.set();
            final Range means = set.means();
            final List<@Nullable Object> row = new ArrayList<>(assumed(answers));
            row.add(set.extent().word());
            row.add(means == null ? null : (Double) means.low());
            row.add(means == null ? null : (Double) means.high());
            row.add(set.shares().low());
            row.add(set.shares().high());
            rows.add(row);
        }
        return Table.of(columns, rows);
    }

    /** A row a set of assumptions and mean. */
    private Table findings() {
        final List<Column> columns = new ArrayList<>(assumed());
        columns.addAll(List.of(
                Column.of("mean", unit),
                Column.of("restPoints", "count"),
                Column.of("least", "share"),
                Column.of("edge", "share"),
                Column.of("greatest", "share"),
                Column.of("unoffered", "share"),
                Column.of("folds", "count")));
        for (Term term : Finding.TERMS) {
            columns.add(Column.of(term.label() + "Tips", term.unit(unit)));
            columns.add(Column.of(term.label() + "Better", term.unit(unit)));
            columns.add(Column.of("leastThen", "share"));
            columns.add(Column.of("jumpsThen"));
        }
        final List<List<@Nullable Object>> rows = new ArrayList<>();
        for (Answers answers : study.answers()) {
            for (Finding finding : answers.findings()) {
                rows.add(row(answers, finding));
            }
        }
        return Table.of(columns, rows);
    }

    private static List<@Nullable Object> row(Answers answers, Finding finding) {
        final List<@Nullable Object> row = new ArrayList<>(assumed(answers));
        row.add(finding.mean());
        row.add(finding.rest().points().size());
        row.add(finding.rest().least().share());
        row.add(finding.rest().least().basin().high());
        row.add(finding.rest().greatest().share());
        row.add(finding.unoffered());
        row.add(finding.folds());
        for (Change change : finding.changes()) {
            row.add(orNull(change.tips()));
            row.add(change.betters() ? (Double) change.to() : null);
            row.add(change.betters() ? (Double) change.least() : null);
            row.add(change.betters() ? (Boolean) change.jumps() : null);
        }
        return row;
    }

    private static @Nullable Object orNull(OptionalDouble value) {
        return value.isPresent() ? (Double) value.getAsDouble() : null;
    }

    /** A row a term: where it tips and collapses, or why it does not. */
    private static Table tipping(Finding finding) {
        final List<List<@Nullable Object>> rows = new ArrayList<>();
        for (Term term : List.of(Term.REFUGE, Term.CASH, Term.CREDIBILITY, Term.REACH)) {
            final var tipping = Breakranks.tippingOffer(finding.game(), term);
            rows.add(Arrays.asList(
                    term.label(),
                    tipping.unit(),
                    tipping.up().map(jump -> (Object) jump.value()).orElse(null),
                    tipping.up().map(jump -> (Object) jump.from()).orElse(null),
                    tipping.up().map(jump -> (Object) jump.to()).orElse(null),
                    tipping.down().map(jump -> (Object) jump.value()).orElse(null),
                    tipping.down().map(jump -> (Object) jump.from()).orElse(null),
                    tipping.down().map(jump -> (Object) jump.to()).orElse(null),
                    tipping.reason()));
        }
        return Table.of(
                List.of(
                        Column.of("term"),
                        Column.of("unit"),
                        Column.of("tipsAbove"),
                        Column.of("from", "share"),
                        Column.of("to", "share"),
                        Column.of("collapsesBelow"),
                        Column.of("collapsesFrom", "share"),
                        Column.of("collapsesTo", "share"),
                        Column.of("reason")),
                rows);
    }
}
