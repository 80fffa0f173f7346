package io.github.breakranks.equilibrium;

import io.github.breakranks.answer.Answer;
import io.github.breakranks.answer.Certificate;
import io.github.breakranks.answer.Solver;
import io.github.breakranks.answer.Watch;
import io.github.breakranks.game.NormalFormGame;
import io.github.breakranks.internal.MonotoneEngine;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Recognises games in which each wants to do more if others do, and finds the least and the greatest equilibrium of such a game.
 *
 * <pre>{@code
 *   supermodular  <=>  u_i(a+1, b+1) - u_i(a, b+1) >= u_i(a+1, b) - u_i(a, b)     a of player i, b of any other, the rest fixed
 *   up:   x_0 = everybody's lowest,  x_(k+1) = least best replies to x_k           rises to the least equilibrium
 *   down: from everybody's highest, greatest best replies                           falls to the greatest
 * }</pre>
 *
 * <p>Actions count in the order given, and where that fails with the order of some players' actions turned round: whether some choice of
 * players does is read off the signs, pair by pair. All pure equilibria, all mixed ones and everything that survives iterated strict
 * dominance lie between the two (Milgrom and Roberts 1990). Differences are compared exactly.
 *
 * <p>Cost: a difference for each pair of players and combination of actions; then at most as many steps as there are actions.
 *
 * <p>Sources: D. Topkis (1979), SIAM Journal on Control and Optimization 17:773, doi 10.1137/0317054; P. Milgrom and J. Roberts (1990),
 * Econometrica 58:1255, doi 10.2307/2938316; X. Vives (1990), Journal of Mathematical Economics 19:305, doi 10.1016/0304-4068(90)90005-T.
 */
public record SupermodularSolver() implements Solver<NormalFormGame, Supermodular> {

    /** The solver; there is nothing to set. */
    public static SupermodularSolver solver() {
        return new SupermodularSolver();
    }

    @Override
    public Answer<Supermodular> solve(NormalFormGame game, Watch watch) {
        Objects.requireNonNull(game, "game");
        Objects.requireNonNull(watch, "watch");
        final Complements complements = Complements.of(game, watch::mayGoOn);
        if (complements == null) {
            return stopped(game, watch);
        }
        final boolean[] turned = complements.turned();
        if (turned == null) {
            final Supermodular none = Supermodular.not(game, complements.clash());
            return new Answer.Found<>(none, SupermodularVerifier.refutes(game, complements.clash()));
        }
        final int[][] order = orders(game, turned);
        final NormalFormGame ordered = game.withActions(order);
        final int[] least = climb(ordered, true, watch::mayGoOn);
        final int[] greatest = climb(ordered, false, watch::mayGoOn);
        if (least == null || greatest == null) {
            return stopped(game, watch);
        }
        final Supermodular found = Supermodular.of(game, order, new int[][] {least, greatest});
        return new Answer.Found<>(found, SupermodularVerifier.certify(ordered, least, greatest));
    }

    private static Answer<Supermodular> stopped(NormalFormGame game, Watch watch) {
        return new Answer.Stopped<>(
                Supermodular.not(game, null), new Certificate.Unproven(watch.why()), watch.why(), "raise the limit");
    }

    private static int[][] orders(NormalFormGame game, boolean... turned) {
        final int[][] orders = new int[game.players()][];
        for (int player = 0; player < orders.length; player++) {
            final int last = game.actions(player) - 1;
            final boolean turn = turned[player];
            orders[player] = IntStream.rangeClosed(0, last)
                    .map(action -> turn ? last - action : action)
                    .toArray();
        }
        return orders;
    }

    private static int @Nullable [] climb(NormalFormGame game, boolean up, BooleanSupplier mayGoOn) {
        final double[] start = new double[game.players()];
        Arrays.setAll(start, player -> up ? 0 : game.actions(player) - 1.0);
        final int most = Arrays.stream(game.shape()).sum() + 1;
        final MonotoneEngine.Run run = MonotoneEngine.run(
                (x, image) -> reply(game, up, x, image),
                start,
                new MonotoneEngine.Limits(up, 0, most, mayGoOn, each -> {}));
        return run.still()
                ? Arrays.stream(run.at()).mapToInt(action -> (int) action).toArray()
                : null;
    }

    /** Everybody's least best reply, or his greatest. */
    private static void reply(NormalFormGame game, boolean least, double[] x, double... image) {
        int index = 0;
        for (int player = 0; player < x.length; player++) {
            index += (int) x[player] * game.stride(player);
        }
        for (int player = 0; player < x.length; player++) {
            final int stride = game.stride(player);
            final int others = index - (int) x[player] * stride;
            int best = 0;
            for (int action = 1; action < game.actions(player); action++) {
                final int compared = game.compareAt(player, others + action * stride, others + best * stride);
                best = compared > 0 || compared == 0 && !least ? action : best;
            }
            image[player] = best;
        }
    }
}
