package io.github.breakranks.design;

import io.github.breakranks.answer.Watch;
import io.github.breakranks.equilibrium.EquilibriumSolver;
import io.github.breakranks.equilibrium.Extremes;
import io.github.breakranks.equilibrium.RestPoint;
import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.network.Exposure;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where games of one population come to rest, whatever their offers, as shares by group; made once, asked thousands of times. */
interface Play {

    /** By group, the share gone in the least or in the greatest rest point; null if the watch ended the work. */
    double @Nullable [] rest(DefectionGame game, boolean least);

    /** Whether shares by group say all that matters of who has gone, so that there is a reply to them. */
    default boolean byShares() {
        return true;
    }

    /** By group, the share willing to go when such shares of the groups have gone. */
    double[] reply(DefectionGame game, double... gone);

    /** For games of this population, seen as in this game. */
    static Play of(DefectionGame game, boolean rises, Watch watch) {
        if (game.exposure() instanceof Exposure.Watching) {
            return new NetworkPlay(watch);
        }
        final Play play = game.population().listed() ? new ListPlay(game) : new OfLaws(game.seen(), watch);
        return rises ? play : new Scanned(play, watch);
    }

    /** A law or list in which the gain falls somewhere: the lowest and highest of all rest points found. */
    record Scanned(Play replies, Watch watch) implements Play {

        @Override
        public double @Nullable [] rest(DefectionGame game, boolean least) {
            final List<RestPoint> points =
                    EquilibriumSolver.solver().solve(game, watch).value().points();
            if (points.isEmpty()) {
                return null;
            }
            final double[] shares = new double[game.groups()];
            Arrays.setAll(shares, points.get(least ? 0 : points.size() - 1)::shareOf);
            return shares;
        }

        @Override
        public double[] reply(DefectionGame game, double... gone) {
            return replies.reply(game, gone);
        }
    }

    /** One law, or groups of laws. */
    record OfLaws(double[][] seen, Watch watch) implements Play {

        @Override
        public double @Nullable [] rest(DefectionGame game, boolean least) {
            final RestPoint rest = (least ? Extremes.least(game, watch) : Extremes.greatest(game, watch)).orElse(null);
            if (rest == null) {
                return null;
            }
            final double[] shares = new double[game.groups()];
            Arrays.setAll(shares, rest::shareOf);
            return shares;
        }

        @Override
        public double[] reply(DefectionGame game, double... gone) {
            final double[] willing = new double[gone.length];
            for (int g = 0; g < gone.length; g++) {
                double others = 0;
                for (int h = 0; h < gone.length; h++) {
                    others += seen[g][h] * gone[h];
                }
                willing[g] = game.willing(g, Math.min(1, others));
            }
            return willing;
        }
    }
}
