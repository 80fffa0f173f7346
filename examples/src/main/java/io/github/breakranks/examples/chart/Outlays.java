package io.github.breakranks.examples.chart;

import io.github.breakranks.design.Frontier;
import io.github.breakranks.design.FrontierPoint;
import io.github.breakranks.design.FrontierPoint.Kind;
import io.github.breakranks.equilibrium.Jump;
import io.github.breakranks.examples.drawing.Drawing;
import io.github.breakranks.game.DefectionGame;
import java.awt.Color;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Draws what each share costs: the outlay over the share gone, with the shares over which play jumps. */
final class Outlays {
    private static final Color OUT_OF_REACH = new Color(0xE6E6E6);
    private static final int MOST_JUMPS = 3;
    private static final double WORTH_A_STRIPE = 0.1; // of the largest jump
    private static final double ROOM = 1.05;

    private final Frontier frontier;
    private final DefectionGame game;
    private final List<FrontierPoint> points;
    private final List<Jump> jumps; // the largest few: a list jumps by an agent all the time
    private final double top;

    private Outlays(Frontier frontier) {
        this.frontier = frontier;
        this.game = frontier.game();
        this.points = frontier.points().stream()
                .filter(point -> point.kind() != Kind.SKIPPED)
                .toList();
        this.jumps = largest(frontier.jumps());
        final double most = points.stream().mapToDouble(Outlays::total).max().orElse(0);
        this.top = most > 0 ? ROOM * most : 1;
    }

    static Drawing drawing(Frontier frontier) {
        if (frontier.points().isEmpty()) {
            throw Text.refused("frontier must have points, but was %s; raise the limit of its solver", frontier);
        }
        return new Outlays(frontier).drawn();
    }

    private static double total(FrontierPoint point) {
        return point.outlay().total();
    }

    private static List<Jump> largest(List<Jump> all) {
        final List<Jump> sorted = all.stream()
                .sorted(Comparator.comparingDouble(Outlays::size).reversed())
                .toList();
        return sorted.stream()
                .limit(MOST_JUMPS)
                .filter(jump -> size(jump) >= WORTH_A_STRIPE * size(sorted.get(0)))
                .sorted(Comparator.comparingDouble(Jump::value))
                .toList();
    }

    private static double size(Jump jump) {
        return jump.to() - jump.from();
    }

    private Drawing drawn() {
        final String label = frontier.instrument().label();
        final boolean everybody = frontier.instrument().group().isEmpty();
        final String others =
                everybody ? Text.offered(game, frontier.instrument().term()) : Text.offered(game);
        final Drawing drawing = new Drawing(
                        "What each share costs, by " + label + ": " + others,
                        "gone where play rests [% of " + game.population().size() + "]",
                        "outlay [" + game.unit() + "]")
                .within(0, 100, 0, top);
        jumps.forEach(jump -> gap(drawing, jump));
        if (frontier.baseline() > 0) {
            final double anyway = 100 * frontier.baseline();
            final String name = "would go without any offer: " + Text.percent(frontier.baseline());
            drawing.thin(name, Drawing.GREY, new double[] {anyway, anyway}, 0, top);
        }
        stretches(drawing);
        ends(drawing);
        return drawing.saying(frontier.explain());
    }

    /** The shares over which play jumps: no value of the instrument makes it rest there. */
    private void gap(Drawing drawing, Jump jump) {
        final double from = 100 * jump.from();
        final double to = 100 * jump.to();
        drawing.region(
                "cannot be bought: " + Text.percent(jump.from()) + " to " + Text.percent(jump.to())
                        + ", jumped over at " + amount(jump.value()),
                OUT_OF_REACH,
                new double[] {from, to, to, from, from},
                0,
                0,
                top,
                top,
                0);
    }

    private String amount(double value) {
        final String amount = Text.amount(game, frontier.instrument().term(), value);
        final String group = frontier.instrument().group();
        return group.isEmpty() ? amount : amount + " to " + group;
    }

    /** Curves between the jumps that are shown; over those too small to show the curve runs on. */
    private void stretches(Drawing drawing) {
        final String name = "outlay";
        double low = Double.NEGATIVE_INFINITY;
        for (Jump jump : jumps) {
            stretch(drawing, name, low, jump.from());
            low = jump.to();
        }
        stretch(drawing, name, low, Double.POSITIVE_INFINITY);
    }

    private void stretch(Drawing drawing, String name, double low, double high) {
        final List<FrontierPoint> within = new ArrayList<>();
        for (FrontierPoint point : points) {
            if (point.share() >= low && point.share() <= high) {
                within.add(point);
            }
        }
        if (within.size() > 1) {
            drawing.line(
                    name,
                    Drawing.BLUE,
                    within.stream().mapToDouble(point -> 100 * point.share()).toArray(),
                    within.stream().mapToDouble(Outlays::total).toArray());
        }
    }

    /** On both sides of every jump, what one who would not have gone anyway costs there. */
    private void ends(Drawing drawing) {
        for (Jump jump : jumps) {
            points.stream()
                    .filter(point -> point.share() <= jump.from())
                    .reduce((one, later) -> later)
                    .ifPresent(point -> end(drawing, "before the jump", true, point));
            points.stream()
                    .filter(point -> point.share() >= jump.to())
                    .findFirst()
                    .ifPresent(point -> end(drawing, "behind it", false, point));
        }
    }

    private void end(Drawing drawing, String where, boolean round, FrontierPoint point) {
        final String each = Text.number(point.outlay().perExtra());
        drawing.dots(
                where + ": " + Text.percent(point.share()) + " for " + Text.number(total(point)) + ", " + each
                        + " for each who would have stayed",
                round,
                new double[] {100 * point.share()},
                total(point));
    }
}
