package io.github.breakranks.equilibrium;

import io.github.breakranks.answer.Answer;
import io.github.breakranks.answer.Certificate;
import io.github.breakranks.answer.Solver;
import io.github.breakranks.answer.Table;
import io.github.breakranks.answer.Table.Column;
import io.github.breakranks.answer.Watch;
import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.internal.Checks;
import io.github.breakranks.internal.Parallel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Solves one game for every combination of values of one or more terms of its offer, into a tidy table: a row a combination, the last
 * axis running fastest.
 *
 * <p>Columns: the terms; {@code least} and {@code greatest} rest point (empty where the net gain does not rise); {@code edge}, the share
 * above which play runs away from the least one (empty if it does not, and for lists); {@code restPoints}, how many there are; {@code
 * proven}, whether their number is. Rows do not depend on the number of threads.
 *
 * @param axes    the terms and their values, at least one axis, no term twice
 * @param threads how many threads work [count]
 */
public record Sweep(List<Axis> axes, int threads) implements Solver<DefectionGame, Table> {
    private static final long MOST_ROWS = 10_000_000;

    public Sweep {
        axes = List.copyOf(axes);
        Checks.count(1, "axes", "axes", axes.size());
        Checks.count(1, "threads", "threads", threads);
        final Set<Object> seen = new HashSet<>();
        long rows = 1;
        for (Axis axis : axes) {
            if (!seen.add(axis.term())) {
                throw Checks.refused(
                        "axes must vary different terms, but was %s twice",
                        axis.term().label());
            }
            rows = Math.min(rows * axis.size(), Long.MAX_VALUE / Integer.MAX_VALUE);
        }
        if (rows > MOST_ROWS) {
            throw Checks.refused("axes must make at most %s rows [count], but was %s", MOST_ROWS, rows);
        }
    }

    /** Along these axes, on all processors. */
    public static Sweep over(Axis... axes) {
        return new Sweep(List.of(axes), Runtime.getRuntime().availableProcessors());
    }

    /** This sweep on so many threads. */
    public Sweep withThreads(int newThreads) {
        return new Sweep(axes, newThreads);
    }

    @Override
    public Answer<Table> solve(DefectionGame game, Watch watch) {
        final int rows = axes.stream().mapToInt(Axis::size).reduce(1, (a, b) -> a * b);
        final @Nullable Object[][] cells = new Object[rows][];
        final boolean[] proven = new boolean[rows];
        final @Nullable String[] failures = new String[rows];
        final boolean begun = Parallel.forEach(
                rows,
                threads,
                row -> failures[row] = solveRow(game, row, cells, proven, watch),
                watch::mayGoOn,
                watch::done);
        final boolean finished = begun && Arrays.stream(cells).noneMatch(Objects::isNull);
        final List<List<@Nullable Object>> done = new ArrayList<>(rows);
        int unproven = 0;
        for (int row = 0; row < rows; row++) {
            if (cells[row] != null) {
                done.add(Arrays.asList(cells[row]));
                unproven += proven[row] ? 0 : 1;
            }
        }
        final Table table = Table.of(columns(game), done);
        final Certificate certificate = unproven == 0 && finished
                ? new Certificate.Proven(
                        "the number of rest points of every row is proven", List.of("as each row's solution says"))
                : new Certificate.Unproven(unproven + " of " + done.size() + " rows may miss rest points");
        return finished ? new Answer.Found<>(table, certificate) : stopped(table, certificate, failures, watch);
    }

    private static Answer<Table> stopped(
            Table soFar, Certificate certificate, @Nullable String[] failures, Watch watch) {
        final List<String> known = Arrays.stream(failures)
                .filter(failure -> failure != null && !failure.isEmpty())
                .toList();
        if (!watch.mayGoOn() || known.isEmpty()) {
            return new Answer.Stopped<>(soFar, certificate, watch.why(), "raise the limit, or take fewer values");
        }
        return new Answer.Stopped<>(
                soFar,
                certificate,
                known.size() + " of " + failures.length + " rows could not be solved: " + known.get(0),
                "solve the game at one of them for more");
    }

    /** Fills the cells of one row; why it could not, else an empty word. */
    private String solveRow(DefectionGame game, int row, @Nullable Object[][] cells, boolean[] proven, Watch watch) {
        DefectionGame varied = game;
        final @Nullable Object[] line = new Object[axes.size() + 5];
        int rest = row;
        for (int a = axes.size() - 1; a >= 0; a--) {
            final Axis axis = axes.get(a);
            final double value = axis.value(rest % axis.size());
            rest /= axis.size();
            varied = varied.with(axis.term(), value);
            line[a] = value;
        }
        final Answer<RestPoints> answer = EquilibriumSolver.solver().solve(varied, watch);
        if (answer instanceof Answer.Stopped<RestPoints> stopped) {
            return stopped.why();
        }
        final RestPoints found = answer.value();
        final boolean ordered = found.monotonicity().rises() && !found.points().isEmpty();
        int k = axes.size();
        line[k++] = ordered ? (Object) found.least().share() : null;
        line[k++] = ordered ? (Object) found.greatest().share() : null;
        line[k++] = ordered && found.least().stable() && found.least().basin().high() < 1
                ? (Object) found.least().basin().high()
                : null;
        line[k++] = found.points().size();
        proven[row] = answer.certificate() instanceof Certificate.Proven;
        line[k] = proven[row];
        cells[row] = line;
        return "";
    }

    private List<Column> columns(DefectionGame game) {
        final List<Column> columns = new ArrayList<>();
        axes.forEach(
                axis -> columns.add(Column.of(axis.term().label(), axis.term().unit(game.unit()))));
        columns.add(Column.of("least", "share"));
        columns.add(Column.of("greatest", "share"));
        columns.add(Column.of("edge", "share"));
        columns.add(Column.of("restPoints", "count"));
        columns.add(Column.of("proven"));
        return columns;
    }
}
