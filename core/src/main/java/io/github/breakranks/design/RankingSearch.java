package io.github.breakranks.design;

import io.github.breakranks.answer.Watch;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * A cheap order of many agents under pairwise influence, and a bound that no order undercuts.
 *
 * <pre>{@code
 *   bound(v) = - sum over i of v_i own_i - sum over pairs of max(v_i W_ij, v_j W_ji)        for any weights v in [0, 1]
 * }</pre>
 *
 * <p>Each need is at least {@code v_i} times what is missing, and of each pair only one hears of the other's going (the tournament of Bernstein and
 * Winter 2012). Weights climb by subgradients. Orders start from whoever needs least next, from who gives more than he takes, and from the
 * tournament at the weights found; then single agents are moved as long as that saves anything. Cost: n^2 a pass.
 */
final class RankingSearch {
    private static final int ASCENTS = 200;
    private static final int PASSES = 200;
    private static final double LEAST_SAVING = 1e-12; // of the sum of all amounts: below it is rounding

    private final double[] own;
    private final double[][] influence;
    private final Watch watch;
    private final int agents;
    private final double[] weights;
    private final double bound;
    private final int[] order;

    RankingSearch(CoalitionGains gains, Watch watch) {
        this.influence = Objects.requireNonNull(gains.influence(), "influence");
        this.agents = influence.length;
        this.watch = watch;
        this.own = new double[agents];
        Arrays.setAll(own, i -> gains.gain(i, 0, new int[agents]));
        int[] best = improved(leastNeedFirst());
        final int[] givers = improved(byScore(i -> {
            double gives = 0;
            for (int j = 0; j < agents; j++) {
                gives += influence[j][i] - influence[i][j];
            }
            return gives;
        }));
        best = cost(givers) < cost(best) ? givers : best;
        this.weights = new double[agents];
        this.bound = ascend(best);
        final int[] tournament = improved(byScore(i -> {
            double wins = 0;
            for (int j = 0; j < agents; j++) {
                wins += Math.signum(weights[j] * influence[j][i] - weights[i] * influence[i][j]);
            }
            return wins;
        }));
        this.order = cost(tournament) < cost(best) ? tournament : best;
    }

    int[] order() {
        return order.clone();
    }

    /** The bound at {@link #weights}, with room for the rounding of its sum. */
    double bound() {
        double size = 0;
        for (int i = 0; i < agents; i++) {
            size += Math.abs(own[i])
                    + Arrays.stream(influence[i]).map(Math::abs).sum();
        }
        return bound - size * (2.0 * agents * agents) * 0x1p-53;
    }

    double[] weights() {
        return weights.clone();
    }

    private int[] leastNeedFirst() {
        final double[] gain = own.clone();
        final boolean[] gone = new boolean[agents];
        final int[] first = new int[agents];
        for (int place = 0; place < agents; place++) {
            int next = -1;
            for (int i = 0; i < agents; i++) {
                next = !gone[i] && (next < 0 || gain[i] > gain[next]) ? i : next;
            }
            first[place] = next;
            gone[next] = true;
            for (int i = 0; i < agents; i++) {
                gain[i] += influence[i][next];
            }
        }
        return first;
    }

    private int[] byScore(IntToDoubleFunction score) {
        final double[] scores = IntStream.range(0, agents).mapToDouble(score).toArray();
        return IntStream.range(0, agents)
                .boxed()
                .sorted((a, b) -> scores[a] != scores[b] ? Double.compare(scores[b], scores[a]) : a - b)
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** By agent: what he gains once those before him have gone. */
    private double[] seen(int[] ranking) {
        final double[] gain = own.clone();
        for (int place = 0; place < agents; place++) {
            for (int before = 0; before < place; before++) {
                gain[ranking[place]] += influence[ranking[place]][ranking[before]];
            }
        }
        return gain;
    }

    private double cost(int[] ranking) {
        return Arrays.stream(seen(ranking)).map(gain -> Math.max(0, -gain)).sum();
    }

    /** Moves single agents to where they save most, until none saves anything. */
    private int[] improved(int[] ranking) {
        final double[] gain = seen(ranking);
        final double least = LEAST_SAVING * Arrays.stream(gain).map(Math::abs).sum();
        boolean moved = true;
        for (int pass = 0; moved && pass < PASSES && watch.mayGoOn(); pass++) {
            moved = false;
            for (int agent = 0; agent < agents; agent++) {
                moved |= move(ranking, gain, agent, least);
            }
        }
        return ranking;
    }

    private boolean move(int[] ranking, double[] gain, int agent, double least) {
        int from = 0;
        while (ranking[from] != agent) {
            from++;
        }
        double best = -least;
        int to = from;
        for (int step = -1; step <= 1; step += 2) {
            double others = 0;
            double mine = gain[agent];
            for (int place = from + step; place >= 0 && place < agents; place += step) {
                final int passed = ranking[place];
                final double his = gain[passed] - step * influence[passed][agent];
                others += Math.max(0, -his) - Math.max(0, -gain[passed]);
                mine += step * influence[agent][passed];
                final double change = others + Math.max(0, -mine) - Math.max(0, -gain[agent]);
                if (change < best) {
                    best = change;
                    to = place;
                }
            }
        }
        final int step = Integer.signum(to - from);
        for (int place = from; place != to; place += step) {
            final int passed = ranking[place + step];
            gain[passed] -= step * influence[passed][agent];
            gain[agent] += step * influence[agent][passed];
            ranking[place] = passed;
        }
        ranking[to] = agent;
        return to != from;
    }

    /** Climbs with the weights, from those of the agents who are paid in a good order and from those who are paid among all others. */
    private double ascend(int[] ranking) {
        final double target = cost(ranking);
        final double[] gain = seen(ranking);
        final double[] inOrder = new double[agents];
        Arrays.setAll(inOrder, i -> gain[i] < 0 ? 1 : 0);
        final double[] amongAll = new double[agents];
        Arrays.setAll(amongAll, i -> -own[i] > Arrays.stream(influence[i]).sum() ? 1 : 0);
        final double first = ascend(inOrder, target, Double.NEGATIVE_INFINITY);
        return ascend(amongAll, target, first);
    }

    /** Climbs from some weights, and keeps those of the best bound met if it is above the one so far. */
    private double ascend(double[] at, double target, double soFar) {
        double best = soFar;
        double here = Double.NEGATIVE_INFINITY;
        double pace = 1;
        int idle = 0;
        for (int ascent = 0; ascent < ASCENTS && best < target && watch.mayGoOn(); ascent++) {
            final double[] slope = new double[agents];
            final double value = bound(at, slope);
            idle = value > here ? 0 : idle + 1;
            here = Math.max(here, value);
            if (value > best) {
                best = value;
                System.arraycopy(at, 0, weights, 0, agents);
            }
            if (idle == 10) {
                pace /= 2;
                idle = 0;
            }
            final double norm = Arrays.stream(slope).map(s -> s * s).sum();
            if (norm == 0) {
                break;
            }
            final double step = pace * (target - value) / norm;
            Arrays.setAll(at, i -> Math.max(0, Math.min(1, at[i] + step * slope[i])));
        }
        return best;
    }

    private double bound(double[] at, double[] slope) {
        double value = 0;
        for (int i = 0; i < agents; i++) {
            slope[i] -= own[i];
            value -= at[i] * own[i];
            for (int j = 0; j < i; j++) {
                final double mine = at[i] * influence[i][j];
                final double his = at[j] * influence[j][i];
                value -= Math.max(mine, his);
                if (mine > his) {
                    slope[i] -= influence[i][j];
                } else if (his > mine) {
                    slope[j] -= influence[j][i];
                } else {
                    slope[i] -= influence[i][j] / 2;
                    slope[j] -= influence[j][i] / 2;
                }
            }
        }
        return value;
    }
}
