package io.github.breakranks.design;

import io.github.breakranks.answer.Watch;
import java.util.Arrays;
import java.util.Objects;

/**
 * What agents under pairwise influence need at least, given only their places in the order: an assignment of agents to places.
 *
 * <pre>{@code
 *   a_i(k) = max(0, -own_i - sum of the k largest influence_ij)        at least what i needs when k others have gone
 *   bound(p) = sum over k of p_k + sum over i of min over k of (a_i(k) - p_k)        for any prices p of places
 * }</pre>
 *
 * <p>Prices are those of the cheapest assignment, found by shortest augmenting paths (Kuhn; Munkres). Cost: n^3 time, n^2 doubles.
 */
final class PlaceBound {
    private final double[][] needs; // by place and agent
    private final double[] prices; // by place

    PlaceBound(CoalitionGains gains, Watch watch) {
        this.needs = needs(gains);
        this.prices = new double[needs.length];
        assign(watch);
    }

    /** By place k and agent: the least he can need when k others have gone. */
    private static double[][] needs(CoalitionGains gains) {
        final double[][] influence = Objects.requireNonNull(gains.influence(), "influence");
        final int agents = influence.length;
        final double[][] needs = new double[agents][agents];
        for (int i = 0; i < agents; i++) {
            final double[] heard = influence[i].clone();
            heard[i] = Double.NEGATIVE_INFINITY; // sorted to the front, never reached
            Arrays.sort(heard);
            double gain = gains.gain(i, 0, new int[agents]);
            for (int place = 0; place < agents; place++) {
                needs[place][i] = Math.max(0, -gain);
                gain += place < agents - 1 ? heard[agents - 1 - place] : 0;
            }
        }
        return needs;
    }

    double[] prices() {
        return prices.clone();
    }

    /** The bound at the prices, in floating point. */
    double bound() {
        final int agents = prices.length;
        double bound = 0;
        double size = 0;
        for (int i = 0; i < agents; i++) {
            double least = Double.POSITIVE_INFINITY;
            for (int place = 0; place < agents; place++) {
                least = Math.min(least, needs[place][i] - prices[place]);
            }
            bound += least + prices[i];
            size += Math.abs(least) + Math.abs(prices[i]) + needs[0][i];
        }
        return bound - size * (8.0 * agents) * 0x1p-53;
    }

    private void assign(Watch watch) {
        final int agents = prices.length;
        final double[] dual = new double[agents];
        final int[] placeOf = new int[agents];
        Arrays.fill(placeOf, -1);
        for (int place = 0; place < agents && watch.mayGoOn(); place++) {
            new Path(place, dual, placeOf).augment();
        }
    }

    /** One more place is taken, along the path on which that costs least; prices stay such that nobody would rather be elsewhere. */
    private final class Path {
        private final int start;
        private final double[] dual; // by agent
        private final int[] placeOf; // by agent, -1 without
        private final double[] slack; // by agent: what still keeps the path from him
        private final int[] before; // by agent: from whom the path comes, -1 from the start
        private final boolean[] seen;

        Path(int start, double[] dual, int[] placeOf) {
            this.start = start;
            this.dual = dual;
            this.placeOf = placeOf;
            this.slack = new double[dual.length];
            this.before = new int[dual.length];
            this.seen = new boolean[dual.length];
            Arrays.fill(slack, Double.POSITIVE_INFINITY);
            Arrays.fill(before, -1);
        }

        void augment() {
            int last = -1;
            do {
                final int next = nearest(last < 0 ? start : placeOf[last], last);
                shift(slack[next]);
                seen[next] = true;
                last = next;
            } while (placeOf[last] >= 0);
            for (int i = last; i >= 0; i = before[i]) {
                placeOf[i] = before[i] < 0 ? start : placeOf[before[i]];
            }
        }

        private int nearest(int place, int last) {
            int next = -1;
            for (int i = 0; i < dual.length; i++) {
                final double room = needs[place][i] - prices[place] - dual[i];
                if (!seen[i] && room < slack[i]) {
                    slack[i] = room;
                    before[i] = last;
                }
                next = !seen[i] && (next < 0 || slack[i] < slack[next]) ? i : next;
            }
            return next;
        }

        private void shift(double step) {
            prices[start] += step;
            for (int i = 0; i < dual.length; i++) {
                if (seen[i]) {
                    prices[placeOf[i]] += step;
                    dual[i] -= step;
                } else {
                    slack[i] -= step;
                }
            }
        }
    }
}
