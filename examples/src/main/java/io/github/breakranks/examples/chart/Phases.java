package io.github.breakranks.examples.chart;

import io.github.breakranks.answer.Table;
import io.github.breakranks.equilibrium.Axis;
import io.github.breakranks.equilibrium.Sweep;
import io.github.breakranks.examples.drawing.Drawing;
import io.github.breakranks.game.DefectionGame;
import java.awt.Color;
import java.util.List;
import java.util.Objects;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Draws which rest points there are by the values of two terms. */
final class Phases {
    private static final int LOW = 0;
    private static final int EITHER = 1;
    private static final int HIGH = 2;
    private static final List<Color> COLOURS = List.of(new Color(0xC3DAEE), new Color(0xFFF3B8), new Color(0xF3B797));
    private static final double APART = 0.01; // shares: nearer rest points, such as those one agent apart, count as one

    private final DefectionGame game;
    private final Axis across;
    private final Axis up;
    private final double[][] least; // by column, then row
    private final double[][] greatest;
    private final double between; // a share above every low rest point and below every high one

    private Phases(DefectionGame game, Axis across, Axis up) {
        this.game = game;
        this.across = across;
        this.up = up;
        final Table table = Sweep.over(across, up).solve(game).orElseThrow();
        this.least = column(table, "least");
        this.greatest = column(table, "greatest");
        this.between = between();
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

    private static void checkAxis(String name, Axis axis) {
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

    private IntStream cells() {
        return IntStream.range(0, across.size() * up.size());
    }

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

    private int kind(int i, int j) {
        if (either(i, j)) {
            return EITHER;
        }
        return least[i][j] < between ? LOW : HIGH;
    }

    private Drawing drawn() {
        final Drawing drawing = new Drawing(
                        "Where play can rest, by " + across.term().label() + " and "
                                + up.term().label() + ": " + Text.offered(game, across.term(), up.term()),
                        Text.axis(game, across.term()),
                        Text.axis(game, up.term()))
                .within(across.value(0), last(across), up.value(0), last(up));
        final int[][] kinds = new int[across.size()][up.size()];
        cells().forEach(cell -> kinds[cell / up.size()][cell % up.size()] = kind(cell / up.size(), cell % up.size()));
        final double[][] jumps = new Edges(game, across, up, between).jumps(least, greatest);
        final boolean folds = DoubleStream.concat(DoubleStream.of(jumps[0]), DoubleStream.of(jumps[1]))
                .anyMatch(value -> value >= across.value(0) && value <= last(across));
        for (Outlines.Outline outline : new Outlines(kinds, corners(across), corners(up)).all(COLOURS.size())) {
            final String name = name(outline.kind(), kinds, folds);
            drawing.region(name, COLOURS.get(outline.kind()), outline.across(), outline.up());
        }
        final double[] rows =
                IntStream.range(0, up.size()).mapToDouble(up::value).toArray();
        for (double[][] run : Runs.within(across.value(0), last(across), jumps[0], rows)) {
            drawing.line("tips: from low to high beyond it", Drawing.RED, run[0], run[1]);
        }
        for (double[][] run : Runs.within(across.value(0), last(across), jumps[1], rows)) {
            drawing.dashed("falls back: from high to low short of it", Drawing.BLUE, run[0], run[1]);
        }
        offer(drawing);
        return drawing;
    }

    private static double last(Axis axis) {
        return axis.value(axis.size() - 1);
    }

    /** Half-way between the values, and at both ends. */
    private static double[] corners(Axis axis) {
        final double[] corners = new double[axis.size() + 1];
        corners[0] = axis.value(0);
        for (int k = 1; k < axis.size(); k++) {
            corners[k] = (axis.value(k - 1) + axis.value(k)) / 2;
        }
        corners[axis.size()] = last(axis);
        return corners;
    }

    /** In words, with the shares gone there. */
    private String name(int kind, int[][] kinds, boolean folds) {
        return switch (kind) {
            case LOW -> (folds ? "low only: " : "one rest point, below half: ") + range(least, LOW, kinds);
            case HIGH -> (folds ? "high only: " : "one rest point, above half: ") + range(least, HIGH, kinds);
            default -> "low or high: history decides";
        };
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
