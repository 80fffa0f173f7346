package io.github.breakranks.examples.chart;

import io.github.breakranks.equilibrium.EquilibriumSolver;
import io.github.breakranks.equilibrium.Fold;
import io.github.breakranks.equilibrium.Jump;
import io.github.breakranks.equilibrium.Manifold;
import io.github.breakranks.equilibrium.RestPoint;
import io.github.breakranks.equilibrium.Tipping;
import io.github.breakranks.equilibrium.TippingSolver;
import io.github.breakranks.examples.drawing.Drawing;
import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.offer.Term;
import java.awt.Color;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/** Draws where play rests by the value of one term: branches, jumps and the offer as it stands. */
final class Hysteresis {
    private static final int MOST_JUMPS = 3;
    private static final double WORTH_AN_ARROW = 0.1; // of the largest jump
    private static final double ROOM = 1.35; // beyond what must be seen

    private final DefectionGame game;
    private final Term term;
    private final Manifold manifold;
    private final Tipping tipping;
    private final double left;
    private final double right;

    private Hysteresis(DefectionGame game, Term term) {
        this.game = game;
        this.term = term;
        this.manifold = Manifold.of(game, term);
        this.tipping = TippingSolver.of(term).solve(game).orElseThrow();
        this.left = left();
        this.right = right();
    }

    static Drawing drawing(DefectionGame game, Term term) {
        if (game.population().listed()) {
            throw Text.refused(
                    "population must be a law, but was %s; take the law of its costs, Population.of(heads, population.law())",
                    game.population());
        }
        if (game.groups() > 1) {
            throw Text.refused(
                    "population must be a single law, but was %s; take Chart.phases, which follows groups",
                    game.population());
        }
        if (!game.monotonicity().rises()) {
            throw Text.refused(
                    "net gain must rise with the share gone, but %s; take a reprisal that fades as more go",
                    game.monotonicity().sentence());
        }
        if (game.ignores(term) || game.offer().reach() == 0 && term != Term.REACH) {
            throw Text.refused(
                    "term must change the net gain, but %s does not; take another term, or an offer that reaches some",
                    term.label());
        }
        return new Hysteresis(game, term).drawn();
    }

    private double offered() {
        return game.offer().get(term);
    }

    /** Folds at values that an offer can have. */
    private DoubleStream folds() {
        return manifold.folds().stream()
                .mapToDouble(Fold::value)
                .filter(value -> value >= 0 && value <= term.high() && value < 1e300);
    }

    /** Of an amount all from nothing; of a share what matters. */
    private double left() {
        if (!term.isShare() || folds().count() == 0) {
            return 0;
        }
        final double least = Math.min(offered(), folds().min().orElse(0));
        return Math.max(0, Math.floor(10 * (least - 0.5 * (1 - least))) / 10);
    }

    private double right() {
        if (term.isShare()) {
            return 1;
        }
        final double most = Math.max(offered(), folds().max().orElse(0));
        final double half = manifold.value(0.5);
        final double seen = folds().count() == 0 && Double.isFinite(half) ? Math.max(most, half) : most;
        return seen > 0 ? ROOM * seen : 1;
    }

    private Drawing drawn() {
        final String heads = "[% of " + game.population().size() + "]";
        final String none = tipping.tips() ? "" : " (no " + term.label() + " tips it)";
        final Drawing drawing = new Drawing(
                        "Where play rests, by " + term.label() + none + ": " + Text.offered(game, term),
                        Text.axis(game, term),
                        "gone where play rests " + heads)
                .within(left, right, 0, 100);
        final double offered = offered();
        if (offered >= left && offered <= right) {
            final String name = "the offer: " + Text.amount(game, term, offered);
            drawing.thin(name, Drawing.GREY, new double[] {offered, offered}, 0, 100);
        }
        branches(drawing);
        jumps(drawing, tipping.jumpsUp(), "tips above ", Drawing.RED);
        jumps(drawing, tipping.jumpsDown(), "falls back below ", Drawing.GREEN);
        if (offered >= left && offered <= right) {
            rests(drawing, "rests at the offer", true);
            rests(drawing, "would rest, but runs away", false);
        }
        return drawing.saying(tipping.explain());
    }

    private void branches(Drawing drawing) {
        for (Branches.Branch branch : Branches.of(manifold, left, right)) {
            for (double[][] run : Runs.within(left, right, branch.values(), Text.percents(branch.shares()))) {
                if (branch.stable()) {
                    drawing.line("stable: play comes back to it", Drawing.BLUE, run[0], run[1]);
                } else {
                    drawing.dashed("unstable: play runs away from it", Drawing.BLUE, run[0], run[1]);
                }
            }
        }
    }

    /** The largest few: a law of listed costs jumps by an agent all the time. */
    private void jumps(Drawing drawing, List<Jump> jumps, String does, Color colour) {
        final List<Jump> seen = jumps.stream()
                .filter(jump -> jump.value() >= left && jump.value() <= right)
                .sorted(Comparator.comparingDouble(Hysteresis::size).reversed())
                .toList();
        for (Jump jump : seen.subList(0, Math.min(MOST_JUMPS, seen.size()))) {
            if (size(jump) >= WORTH_AN_ARROW * size(seen.get(0))) {
                final String name = does + Text.amount(game, term, jump.value()) + ": from " + Text.percent(jump.from())
                        + " to " + Text.percent(jump.to());
                drawing.arrow(name, colour, jump.value(), 100 * jump.from(), 100 * jump.to());
            }
        }
    }

    private static double size(Jump jump) {
        return Math.abs(jump.to() - jump.from());
    }

    private void rests(Drawing drawing, String name, boolean stable) {
        final List<RestPoint> points = EquilibriumSolver.solver().solve(game).orElseThrow().points().stream()
                .filter(point -> point.stable() == stable)
                .toList();
        if (!points.isEmpty()) {
            final String at =
                    points.stream().map(point -> Text.percent(point.share())).collect(Collectors.joining(", "));
            drawing.dots(
                    name + ": " + at,
                    stable,
                    points.stream().mapToDouble(point -> offered()).toArray(),
                    points.stream().mapToDouble(point -> 100 * point.share()).toArray());
        }
    }
}
