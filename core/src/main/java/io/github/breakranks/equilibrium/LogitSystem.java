package io.github.breakranks.equilibrium;

import io.github.breakranks.game.NormalFormGame;
import io.github.breakranks.internal.Checks;
import io.github.breakranks.internal.DenseLu;
import java.util.Arrays;

/**
 * The equations of logit equilibrium in log-probabilities, at one point after another.
 *
 * <pre>{@code
 *   G[i, a](y, t) = y[i, a] - log logit[a](s u_i(exp y))        s = exp(t) - 1
 *
 *   y  logarithms of the chances, last entry t
 *   s  precision in units of one over the range of the payoffs
 * }</pre>
 *
 * <p>An action whose chance is too small to move anybody's payoff is a function of the others and is left out of the linear algebra, so that
 * a step costs the cube of the actions in play, not of all.
 */
final class LogitSystem {
    private static final double IN_PLAY = 1e-13;

    private final int[] sizes;
    private final int[] offsets;
    private final int total;
    private final double range;
    private final double[][] tables;
    private final ExpectedPayoffs payoffs;
    private final DenseLu linear;

    private final double[] chances;
    private final double[] earned;
    private final double[] reply; // logit of what is earned
    private final double[] mean; // what each player earns by his reply, at each of his actions
    private final double[] missed; // G
    private final double[] averages;
    private final int[] played;
    private int playedActions;
    private double precision;
    private double[] rightSide = new double[0];

    LogitSystem(NormalFormGame game) {
        sizes = game.shape();
        offsets = ExpectedPayoffs.offsets(sizes);
        total = offsets[sizes.length];
        tables = ExactGains.of(game);
        double widest = 0.0;
        for (final double[] gains : tables) {
            for (final double gain : gains) {
                widest = Math.max(widest, gain);
            }
        }
        if (Double.isInfinite(widest)) {
            throw Checks.refused(
                    "payoffs must differ by a finite number [payoff], but was %s; divide them all by the same", widest);
        }
        range = widest == 0.0 ? 1.0 : widest;
        for (final double[] gains : tables) {
            for (int index = 0; index < gains.length; index++) {
                gains[index] /= range;
            }
        }
        payoffs = new ExpectedPayoffs(sizes, tables);
        linear = new DenseLu(Math.min(total + 1, 64));
        chances = new double[total];
        earned = new double[total];
        reply = new double[total];
        mean = new double[sizes.length];
        missed = new double[total];
        averages = new double[Arrays.stream(sizes).max().orElse(0)];
        played = new int[total];
    }

    /** The equations of indifference among actions with more than so much chance. */
    SupportSystem support(double[][] profile, double inPlay) {
        return new SupportSystem(sizes, tables, profile, inPlay);
    }

    /** How many unknowns there are: all actions, and the precision. */
    int unknowns() {
        return total + 1;
    }

    /** The most that any player's payoffs differ by; 1 if none do. */
    double range() {
        return range;
    }

    /** Everybody mixes evenly, and precision is 0. */
    double[] centroid() {
        final double[] point = new double[total + 1];
        for (int player = 0; player < sizes.length; player++) {
            Arrays.fill(point, offsets[player], offsets[player + 1], -Math.log(sizes[player]));
        }
        return point;
    }

    /** The point at these chances and this precision in the game's unit; actions without a chance get the logarithm that belongs to them. */
    double[] point(double[][] profile, double lambda) {
        final double[] point = new double[total + 1];
        for (int player = 0; player < sizes.length; player++) {
            for (int action = 0; action < sizes[player]; action++) {
                point[offsets[player] + action] = Math.log(Math.max(profile[player][action], 1e-300));
            }
        }
        point[total] = Math.log1p(lambda * range);
        return point;
    }

    /** The precision of a point in the game's unit, one over payoff. */
    double lambda(double[] point) {
        return Math.expm1(point[total]) / range;
    }

    /** The chances of a point, each player's adding up to one. */
    double[][] profile(double[] point) {
        final double[][] profile = new double[sizes.length][];
        for (int player = 0; player < sizes.length; player++) {
            profile[player] = new double[sizes[player]];
            double sum = 0.0;
            for (int action = 0; action < sizes[player]; action++) {
                profile[player][action] = Math.exp(point[offsets[player] + action]);
                sum += profile[player][action];
            }
            for (int action = 0; action < sizes[player]; action++) {
                profile[player][action] /= sum;
            }
        }
        return profile;
    }

    /** Evaluates the equations there; actions out of play are given their values in the point. */
    void evaluate(double[] point) {
        precision = Math.expm1(point[total]);
        for (int k = 0; k < total; k++) {
            chances[k] = Math.exp(point[k]);
        }
        payoffs.evaluate(chances, earned);
        final double cutoff = IN_PLAY / (1.0 + Math.abs(precision));
        playedActions = 0;
        for (int player = 0; player < sizes.length; player++) {
            reply(player, point);
            for (int k = offsets[player]; k < offsets[player + 1]; k++) {
                if (chances[k] <= cutoff) {
                    point[k] -= missed[k];
                    missed[k] = 0.0;
                    chances[k] = Math.exp(point[k]);
                }
                if (chances[k] > cutoff) {
                    played[playedActions++] = k;
                }
            }
        }
    }

    private void reply(int player, double[] point) {
        final int first = offsets[player];
        final int end = offsets[player + 1];
        double best = Double.NEGATIVE_INFINITY;
        for (int k = first; k < end; k++) {
            best = Math.max(best, precision * earned[k]);
        }
        double sum = 0.0;
        for (int k = first; k < end; k++) {
            reply[k] = Math.exp(precision * earned[k] - best);
            sum += reply[k];
        }
        final double logSum = Math.log(sum);
        mean[player] = 0.0;
        for (int k = first; k < end; k++) {
            reply[k] /= sum;
            mean[player] += reply[k] * earned[k];
            missed[k] = point[k] - (precision * earned[k] - best - logSum);
        }
    }

    /** By how much any chance differs from the logit reply, at the point last evaluated [share]. */
    double residual() {
        double worst = 0.0;
        for (int k = 0; k < total; k++) {
            final double gap = Math.abs(chances[k] - reply[k]);
            worst = gap <= worst ? worst : gap; // NaN is worst
        }
        return worst;
    }

    /** What the player who could gain most by acting otherwise could gain, at the point last evaluated [units of the game]. */
    double regret() {
        double worst = 0.0;
        for (int player = 0; player < sizes.length; player++) {
            double best = Double.NEGATIVE_INFINITY;
            double gets = 0.0;
            for (int k = offsets[player]; k < offsets[player + 1]; k++) {
                best = Math.max(best, earned[k]);
                gets += chances[k] * earned[k];
            }
            worst = Math.max(worst, best - gets);
        }
        return worst * range;
    }

    /** The chances at the point last evaluated, as weights of a metric. */
    void weights(double[] weights) {
        System.arraycopy(chances, 0, weights, 0, total);
        weights[total] = 1.0;
    }

    /**
     * Factors the derivative of the equations at the point last evaluated, bordered below by a row.
     *
     * @return the sign of the determinant; 0 where it is singular
     */
    int factor(double[] border) {
        fill(border);
        linear.factor();
        return linear.sign();
    }

    private double[] fill(double[] border) {
        final int size = playedActions + 1;
        final double[] matrix = linear.matrix(size);
        for (int r = 0; r < playedActions; r++) {
            matrix[r * size + r] = 1.0;
            final int k = played[r];
            matrix[r * size + playedActions] = -(1.0 + precision) * (earned[k] - mean[player(k)]);
            matrix[playedActions * size + r] = border[k];
        }
        matrix[playedActions * size + playedActions] = border[total];
        int row = 0;
        for (int player = 0; player < sizes.length; player++) {
            final int end = endOf(player, row);
            int column = 0;
            for (int other = 0; other < sizes.length; other++) {
                final int endColumn = endOf(other, column);
                if (other != player) {
                    block(matrix, new Block(player, other, row, end, column, endColumn));
                }
                column = endColumn;
            }
            row = end;
        }
        return matrix;
    }

    /** The part of the matrix that says how one player's equations move with another's chances. */
    private record Block(int player, int other, int row, int endRow, int column, int endColumn) {}

    private void block(double[] matrix, Block block) {
        final int size = playedActions + 1;
        final double[] pair = payoffs.pair(block.player, block.other);
        final int width = sizes[block.other];
        final int first = offsets[block.player];
        Arrays.fill(averages, 0, width, 0.0);
        for (int r = block.row; r < block.endRow; r++) {
            final int k = played[r];
            final int at = (k - first) * width;
            for (int b = 0; b < width; b++) {
                averages[b] += reply[k] * pair[at + b];
            }
        }
        for (int r = block.row; r < block.endRow; r++) {
            final int at = (played[r] - first) * width - offsets[block.other];
            for (int c = block.column; c < block.endColumn; c++) {
                final int k = played[c];
                matrix[r * size + c] = -precision * chances[k] * (pair[at + k] - averages[k - offsets[block.other]]);
            }
        }
    }

    private int endOf(int player, int from) {
        int end = from;
        while (end < playedActions && played[end] < offsets[player + 1]) {
            end++;
        }
        return end;
    }

    private int player(int k) {
        int player = 0;
        while (k >= offsets[player + 1]) {
            player++;
        }
        return player;
    }

    /** The logarithm of the size of the determinant last factored. */
    double logDeterminant() {
        return linear.logarithm();
    }

    /** The step that Newton's method takes for the equations, and for the border to rise by so much; after {@link #factor}. */
    void newton(double rise, double[] step) {
        solve(true, rise, step);
    }

    /** The direction along which the equations stay as they are and the border rises by one; after {@link #factor}. */
    void tangent(double[] direction) {
        solve(false, 1.0, direction);
    }

    private void solve(boolean missing, double last, double[] step) {
        if (rightSide.length < playedActions + 1) {
            rightSide = new double[total + 1];
        }
        for (int r = 0; r < playedActions; r++) {
            rightSide[r] = missing ? -missed[played[r]] : 0.0;
        }
        rightSide[playedActions] = last;
        linear.solve(rightSide);
        Arrays.fill(step, 0.0);
        for (int r = 0; r < playedActions; r++) {
            step[played[r]] = rightSide[r];
        }
        step[total] = rightSide[playedActions];
    }

    /** The bordered derivative at the point last evaluated by rows, of the actions in play, the precision last. */
    double[][] bordered(double[] border) {
        final int size = playedActions + 1;
        final double[] matrix = fill(border);
        final double[][] rows = new double[size][];
        Arrays.setAll(rows, i -> Arrays.copyOfRange(matrix, i * size, (i + 1) * size));
        return rows;
    }

    /** A vector over the actions in play, as one over all unknowns. */
    double[] spread(double[] ofPlayed) {
        final double[] all = new double[total + 1];
        for (int r = 0; r < playedActions; r++) {
            all[played[r]] = ofPlayed[r];
        }
        all[total] = ofPlayed[playedActions];
        return all;
    }

    /** What the equations miss at the point last evaluated, weighed by action. */
    double missed(double[] weightByAction) {
        double sum = 0.0;
        for (int k = 0; k < total; k++) {
            sum += weightByAction[k] * missed[k];
        }
        return sum;
    }
}
