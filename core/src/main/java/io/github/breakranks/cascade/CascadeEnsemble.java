package io.github.breakranks.cascade;

import io.github.breakranks.answer.Certificate;
import io.github.breakranks.answer.Table;
import io.github.breakranks.answer.Table.Column;
import io.github.breakranks.internal.CascadePath;
import io.github.breakranks.internal.Checks;
import io.github.breakranks.internal.TableText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How the outcomes of many runs of one cascade are spread: how many go, by when, with quantiles over the runs. */
public final class CascadeEnsemble {
    private static final double[] SHOWN = {0.05, 0.25, 0.5, 0.75, 0.95};
    private static final int MOST_TIMES = 1_000;

    private final int size;
    private final Dynamics dynamics;
    private final Run[] runs;
    private final int[] gone; // of all runs, ascending

    CascadeEnsemble(int size, Dynamics dynamics, @Nullable Run[] done) {
        this.size = size;
        this.dynamics = dynamics;
        this.runs = Arrays.stream(done).filter(Objects::nonNull).toArray(Run[]::new);
        this.gone = Arrays.stream(runs).mapToInt(Run::gone).sorted().toArray();
    }

    /**
     * One run: how it ended, and how many had gone after each unit of time, as far as it went and at most a thousand.
     *
     * @param gone      gone in the end [count]
     * @param time      when the last one moved [as the pace counts]
     * @param confirmed whether it is known to have come to rest
     * @param path      gone after 0, 1, 2, ... units of time [count]
     */
    record Run(int gone, double time, boolean confirmed, int[] path) {

        static Run of(CascadePath path, int lag, int[] needs) {
            final double stretch = lag + 1.0; // old news repeats each round until it arrives
            final double time = path.rounds() == 0 ? 0 : 1 + (path.rounds() - 1.0) * stretch;
            final int[] goneBy = new int[(int) Math.min(MOST_TIMES, time) + 1];
            for (int t = 1; t < goneBy.length; t++) {
                goneBy[t] = path.goneAfter(1 + (int) ((t - 1) / stretch));
            }
            int met = 0;
            for (int need : needs) {
                met += need < needs.length && need <= path.gone() ? 1 : 0;
            }
            return new Run(path.gone(), time, met == path.gone(), goneBy);
        }

        static Run of(NetworkSpread spread, boolean confirmed) {
            final int[] goneBy = new int[Math.min(MOST_TIMES, spread.rounds()) + 1];
            for (int t = 0; t < goneBy.length; t++) {
                goneBy[t] = spread.goneAfter(t);
            }
            return new Run((int) spread.gone(), spread.rounds(), confirmed, goneBy);
        }

        static Run of(AgentPath path) {
            final double time = path.time(path.rounds());
            final int[] goneBy = new int[(int) Math.min(MOST_TIMES, Math.ceil(time)) + 1];
            for (int t = 0; t < goneBy.length; t++) {
                goneBy[t] = path.goneAt(t);
            }
            return new Run(
                    (int) path.gone(), time, path.rested() && path.certificate() instanceof Certificate.Proven, goneBy);
        }

        int goneAt(int t) {
            return t < path.length ? path[t] : gone;
        }
    }

    /** Runs done [count]. */
    public int runs() {
        return runs.length;
    }

    /** Agents in each run [count]. */
    public int size() {
        return size;
    }

    /** How each run moved through time. */
    public Dynamics dynamics() {
        return dynamics;
    }

    int confirmed() {
        return (int) Arrays.stream(runs).filter(Run::confirmed).count();
    }

    /** How many have gone in the end of one run [count]. */
    public int gone(int run) {
        return runs[Checks.index("run", "runs", run, runs.length)].gone();
    }

    /** When the last one moved in one run [rounds, sweeps or mean waiting times]. */
    public double time(int run) {
        return runs[Checks.index("run", "runs", run, runs.length)].time();
    }

    /** The mean share gone in the end. */
    public double mean() {
        return Arrays.stream(gone).asDoubleStream().sum() / size / Math.max(1, runs.length);
    }

    /** The standard error of {@link #mean}, a share; 0 for a single run. */
    public double standardError() {
        final double mean = mean();
        final double squares = Arrays.stream(gone)
                .mapToDouble(count -> ((double) count / size - mean) * ((double) count / size - mean))
                .sum();
        return runs.length < 2 ? 0 : Math.sqrt(squares / (runs.length - 1.0) / runs.length);
    }

    /**
     * The least share that is not exceeded in a share {@code runsBelow} of the runs.
     *
     * @param runsBelow a share: 0.5 is the median
     */
    public double quantile(double runsBelow) {
        return (double) at(gone, Checks.share("runsBelow", runsBelow)) / size;
    }

    private int at(int[] ascending, double runsBelow) {
        requireRuns();
        return ascending[(int) Math.max(0, Math.ceil(runsBelow * ascending.length) - 1)];
    }

    private void requireRuns() {
        if (runs.length == 0) {
            throw new IllegalStateException("no run was done before the work stopped; raise the limit");
        }
    }

    /** How often at least such a share goes, a share of the runs. */
    public double chanceOfAtLeast(double share) {
        requireRuns();
        final double needed = Math.ceil(Checks.share("share", share) * size - 1e-9); // 0.07 * 100 is above 7
        return (double) Arrays.stream(gone).filter(count -> count >= needed).count() / runs.length;
    }

    /** The same quantile of the share gone by a whole time [rounds, sweeps or mean waiting times], up to 1,000; later ones are as at the end. */
    public double quantileAt(int time, double runsBelow) {
        Checks.count(0, "time", dynamics.pace().unit(), time);
        Checks.share("runsBelow", runsBelow);
        return (double) at(goneAt(time), runsBelow) / size;
    }

    private int[] goneAt(int time) {
        return Arrays.stream(runs).mapToInt(run -> run.goneAt(time)).sorted().toArray();
    }

    /** A row a whole unit of time: the share gone by then, in quantiles over the runs. */
    public Table table() {
        final List<Column> columns =
                new ArrayList<>(List.of(Column.of("time", dynamics.pace().unit())));
        for (double shown : SHOWN) {
            columns.add(Column.of("q" + Math.round(100 * shown), "share"));
        }
        final int last =
                Arrays.stream(runs).mapToInt(run -> run.path().length - 1).max().orElse(-1);
        final List<List<@Nullable Object>> rows = new ArrayList<>();
        for (int t = 0; t <= last; t++) {
            final int[] goneThen = goneAt(t);
            final List<@Nullable Object> row = new ArrayList<>(List.of(t));
            for (double shown : SHOWN) {
                row.add((double) at(goneThen, shown) / size);
            }
            rows.add(row);
        }
        return Table.of(columns, rows);
    }

    /** A row a run: how many went, their share, and when the last one moved. */
    public Table runTable() {
        final List<List<@Nullable Object>> rows = new ArrayList<>();
        for (Run run : runs) {
            rows.add(List.of(run.gone(), (double) run.gone() / size, run.time()));
        }
        return Table.of(
                List.of(
                        Column.of("gone", "agents"),
                        Column.of("share", "share"),
                        Column.of("time", dynamics.pace().unit())),
                rows);
    }

    @Override
    public String toString() {
        return runs.length == 0
                ? "CascadeEnsemble[no runs]"
                : "CascadeEnsemble[" + runs.length + " runs of " + size + ": share "
                        + TableText.number(quantile(0.5), 4)
                        + ", 90% in " + TableText.number(quantile(0.05), 4) + " to "
                        + TableText.number(quantile(0.95), 4) + "]";
    }
}
