package io.github.breakranks.examples.chart;

import io.github.breakranks.answer.Table;
import io.github.breakranks.equilibrium.Axis;
import io.github.breakranks.equilibrium.Jump;
import io.github.breakranks.equilibrium.Sweep;
import io.github.breakranks.examples.drawing.Drawing;
import io.github.breakranks.game.DefectionGame;
import java.util.List;
import java.util.Objects;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Draws which rest points there are by the values of two terms. */
final class Phases {
    private static final double APART = 0.01; // shares: nearer rest points, such as those one agent apart, count as one

    private final DefectionGame game;
    private final Axis across;
    private final Axis up;
    private final double[][] least; // by column, then row
    private final double[][] greatest;
    private final double[][] count; // of rest points, unstable ones among them
    private final List<Followed.Curve> rising; // of the least rest point
    private final List<Followed.Curve> falling; // of the greatest
    private final boolean folds;
    private final Levels levels;

    private Phases(DefectionGame game, Axis across, Axis up) {
        this.game = game;
        this.across = across;
        this.up = up;
        final Table table = Sweep.over(across, up).solve(game).orElseThrow();
        this.least = column(table, "least");
        this.greatest = column(table, "greatest");
        this.count = column(table, "restPoints");
        final Edges.Rows rows = new Edges(game, across, up).rows();
        this.rising = Followed.curves(rows.up());
        this.falling = Followed.curves(rows.down());
        final List<Jump> jumps = Stream.concat(rising.stream(), falling.stream())
                .flatMap(curve -> curve.jumps().stream())
                .filter(jump -> jump.value() >= across.value(0) && jump.value() <= last(across))
                .toList();
        this.folds = !jumps.isEmpty();
        final double[] shares = Stream.of(least, greatest)
                .flatMap(Stream::of)
                .flatMapToDouble(DoubleStream::of)
                .toArray();
        this.levels = Levels.of(shares, jumps, between());
    }

    static Drawing drawing(DefectionGame game, Axis across, Axis up) {
        checkAxis("across", across);
        checkAxis("up", up);
        if (game.population().listed()) {
            throw Text.refused(
                    "population must be a law, but was %s; take the law of its costs, Population.of(heads, population.law())",
                    game.population());
        }
        if (!game.monotonicity().rises()) {
            throw Text.refused(
                    "net gain must rise with the share gone, but %s; take a reprisal that fades as more go",
                    game.monotonicity().sentence());
        }
        return new Phases(game, across, up).drawn();
    }

    static void checkAxis(String name, Axis axis) {
        if (axis.size() < 2) {
            throw Text.refused("%s must have at least 2 values [count], but was %s", name, axis.size());
        }
        for (int k = 1; k < axis.size(); k++) {
            if (!(axis.value(k) > axis.value(k - 1))) {
                throw Text.refused(
                        "values of %s must rise [%s], but was %s after %s",
                        name, axis.term().unit(""), axis.value(k), axis.value(k - 1));
            }
        }
    }

    private double[][] column(Table table, String name) {
        final List<?> cells = table.column(name);
        final double[][] values = new double[across.size()][up.size()];
        for (int i = 0; i < across.size(); i++) {
            for (int j = 0; j < up.size(); j++) {
                values[i][j] = ((Number) Objects.requireNonNull(cells.get(i * up.size() + j))).doubleValue();
            }
        }
        return values;
    }

    private boolean either(int i, int j) {
        return greatest[i][j] - least[i][j] > APART;
    }

    /**
     * Whether play can rest between the least and the greatest too: of three rest points it runs away from the middle one, unless they are
     * those of atoms. Of groups some of any number may be such that it runs away, so that nothing is said.
     */
    private boolean third(int i, int j) {
        return game.groups() == 1 && count[i][j] > (game.population().law().discrete() ? 2 : 3);
    }

    private IntStream cells() {
        return IntStream.range(0, across.size() * up.size());
    }

    /** A share above every low rest point and below every high one, if there is such a share. */
    private double between() {
        final double low = cells().filter(cell -> either(cell / up.size(), cell % up.size()))
                .mapToDouble(cell -> least[cell / up.size()][cell % up.size()])
                .max()
                .orElse(0.5);
        final double high = cells().filter(cell -> either(cell / up.size(), cell % up.size()))
                .mapToDouble(cell -> greatest[cell / up.size()][cell % up.size()])
                .min()
                .orElse(0.5);
        return (low + high) / 2;
    }

    private Drawing drawn() {
        final Drawing drawing = new Drawing(
                        "Where play can rest, by " + across.term().label() + " and "
                                + up.term().label() + ": " + Text.offered(game, across.term(), up.term()),
                        Text.axis(game, across.term()),
                        Text.axis(game, up.term()))
                .within(across.value(0), last(across), up.value(0), last(up));
        final int[][] kinds = new int[across.size()][up.size()];
        for (int i = 0; i < kinds.length; i++) {
            for (int j = 0; j < kinds[i].length; j++) {
                kinds[i][j] = levels.kind(least[i][j], greatest[i][j], either(i, j));
            }
        }
        for (Outlines.Outline outline : new Outlines(kinds, corners(across), corners(up)).all(levels.kinds())) {
            final int kind = outline.kind();
            drawing.region(name(kind, kinds), levels.colour(kind), outline.across(), outline.up());
        }
        for (Followed.Curve curve : rising) {
            final String name = levels.lowToHigh(curve.largest())
                    ? "tips: from low to high beyond it"
                    : "tips: to a higher level beyond it";
            runs(curve).forEach(run -> drawing.line(name, Drawing.RED, run[0], run[1]));
        }
        for (Followed.Curve curve : falling) {
            final String name = levels.lowToHigh(curve.largest())
                    ? "falls back: from high to low short of it"
                    : "falls back: to a lower level short of it";
            runs(curve).forEach(run -> drawing.dashed(name, Drawing.BLUE, run[0], run[1]));
        }
        offer(drawing);
        return drawing;
    }

    private List<double[][]> runs(Followed.Curve curve) {
        final double[] values = curve.jumps().stream().mapToDouble(Jump::value).toArray();
        final double[] rows = IntStream.range(curve.firstRow(), curve.firstRow() + values.length)
                .mapToDouble(up::value)
                .toArray();
        return Runs.within(across.value(0), last(across), values, rows);
    }

    private static double last(Axis axis) {
        return axis.value(axis.size() - 1);
    }

    /** Half-way between the values, and at both ends. */
    private static double[] corners(Axis axis) {
        return corners(IntStream.range(0, axis.size()).mapToDouble(axis::value).toArray());
    }

    static double[] corners(double... values) {
        final double[] corners = new double[values.length + 1];
        corners[0] = values[0];
        for (int k = 1; k < values.length; k++) {
            corners[k] = (values[k - 1] + values[k]) / 2;
        }
        corners[values.length] = values[values.length - 1];
        return corners;
    }

    /** In words, with the shares gone there. */
    private String name(int kind, int[][] kinds) {
        if (!levels.single(kind)) {
            return levels.name(
                    kind,
                    cells().anyMatch(cell -> kinds[cell / up.size()][cell % up.size()] == kind
                            && third(cell / up.size(), cell % up.size())));
        }
        final String half = kind == 0 ? "below" : "above";
        return (folds ? levels.name(kind, false) : "one rest point, " + half + " half") + ": "
                + range(least, kind, kinds);
    }

    private String range(double[][] shares, int kind, int[][] kinds) {
        final double[] all = cells().filter(cell -> kinds[cell / up.size()][cell % up.size()] == kind)
                .mapToDouble(cell -> shares[cell / up.size()][cell % up.size()])
                .toArray();
        final String low = Text.percent(DoubleStream.of(all).min().orElse(0));
        final String high = Text.percent(DoubleStream.of(all).max().orElse(0));
        return low.equals(high) ? low : low.replace("%", "") + " to " + high;
    }

    private void offer(Drawing drawing) {
        final double x = game.offer().get(across.term());
        final double y = game.offer().get(up.term());
        if (x >= across.value(0) && x <= last(across) && y >= up.value(0) && y <= last(up)) {
            final String name =
                    "the offer: " + Text.amount(game, across.term(), x) + ", " + Text.amount(game, up.term(), y);
            drawing.dots(name, true, new double[] {x}, y);
        }
    }
}
