package io.github.breakranks.examples.chart;

import io.github.breakranks.equilibrium.Axis;
import io.github.breakranks.equilibrium.EquilibriumSolver;
import io.github.breakranks.equilibrium.Jump;
import io.github.breakranks.equilibrium.RestPoints;
import io.github.breakranks.equilibrium.Tipping;
import io.github.breakranks.equilibrium.TippingSolver;
import io.github.breakranks.game.DefectionGame;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Where play tips and where it falls back, as the term across moves, for every value of the term up. */
final class Edges {
    private static final int HALVINGS = 8; // of a column: finer than can be seen
    private static final double JUMP = 0.05; // a share that moves by more within that is taken to jump

    private final DefectionGame game;
    private final Axis across;
    private final Axis up;

    Edges(DefectionGame game, Axis across, Axis up) {
        this.game = game;
        this.across = across;
        this.up = up;
    }

    /** By row all jumps, of the least rest point upwards and of the greatest downwards. */
    record Rows(List<List<Jump>> up, List<List<Jump>> down) {}

    Rows rows() {
        final List<List<List<Jump>>> rows = IntStream.range(0, up.size())
                .parallel()
                .mapToObj(row -> row(game.with(up.term(), up.value(row))))
                .toList();
        return new Rows(
                rows.stream().map(row -> row.get(0)).toList(),
                rows.stream().map(row -> row.get(1)).toList());
    }

    private List<List<Jump>> row(DefectionGame varied) {
        if (game.groups() == 1) {
            final Tipping tipping =
                    TippingSolver.of(across.term()).solve(varied).value();
            return List.of(tipping.jumpsUp(), tipping.jumpsDown());
        }
        final double[] values = values();
        final List<Jump> rising = new ArrayList<>();
        final List<Jump> falling = new ArrayList<>();
        Point before = point(varied, values[0]);
        for (int k = 1; k < values.length; k++) {
            final Point here = point(varied, values[k]);
            jump(varied, before, here, true, rising);
            jump(varied, before, here, false, falling);
            before = here;
        }
        return List.of(rising, falling);
    }

    /** The columns, and some beyond both ends: so far a line may run from one row to the next. */
    private double[] values() {
        final int more = 2 + 2 * across.size() / up.size();
        final int last = across.size() - 1;
        final double first = across.value(1) - across.value(0);
        final double step = across.value(last) - across.value(last - 1);
        final double highest = across.term().high();
        return IntStream.rangeClosed(-more, last + more)
                .mapToDouble(k -> k < 0
                        ? across.value(0) + k * first
                        : k > last ? across.value(last) + (k - last) * step : across.value(k))
                .filter(value -> value >= 0 && value <= highest)
                .toArray();
    }

    /** The least and the greatest share at a value of the term across. */
    private record Point(double value, double least, double greatest) {
        double share(boolean leastOne) {
            return leastOne ? least : greatest;
        }
    }

    private Point point(DefectionGame varied, double value) {
        final RestPoints rest = EquilibriumSolver.solver()
                .solve(varied.with(across.term(), value))
                .orElseThrow();
        return new Point(value, rest.least().share(), rest.greatest().share());
    }

    /** Groups: between two columns, by halving towards the larger rise. */
    private void jump(DefectionGame varied, Point from, Point to, boolean leastOne, List<Jump> jumps) {
        Point low = from;
        Point high = to;
        for (int k = 0; k < HALVINGS && high.share(leastOne) - low.share(leastOne) > JUMP; k++) {
            final Point middle = point(varied, (low.value + high.value) / 2);
            final double risen = middle.share(leastOne) - low.share(leastOne);
            if (risen > high.share(leastOne) - middle.share(leastOne)) {
                high = middle;
            } else {
                low = middle;
            }
        }
        final double below = low.share(leastOne);
        final double above = high.share(leastOne);
        if (above - below > JUMP) {
            jumps.add(new Jump((low.value + high.value) / 2, leastOne ? below : above, leastOne ? above : below));
        }
    }
}
