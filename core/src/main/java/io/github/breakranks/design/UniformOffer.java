package io.github.breakranks.design;

import java.util.Arrays;

/**
 * The least common payment that carries everybody along: the bottleneck of the order in which whoever needs least goes next.
 *
 * <p>Greedy, and exact where needs fall as coalitions grow: at any lower payment nobody else would go from the coalition at which it binds
 * (Prim's argument). Cost: a need for each agent and type; n^2 for pairwise influence.
 */
final class UniformOffer {
    private UniformOffer() {}

    /** The bottleneck [unit of the game]. */
    static double payment(CoalitionGains gains) {
        final double[][] influence = gains.influence();
        return influence == null ? byType(gains) : byPair(gains, influence);
    }

    private static double byType(CoalitionGains gains) {
        final int[] gone = new int[gains.types()];
        double most = 0;
        for (int step = 0; step < gains.agents(); step++) {
            int next = -1;
            double least = Double.POSITIVE_INFINITY;
            for (int type = 0; type < gone.length; type++) {
                final double need =
                        gone[type] < gains.size(type) ? gains.need(type, gone[type], gone) : Double.POSITIVE_INFINITY;
                if (gone[type] < gains.size(type) && (next < 0 || need < least)) {
                    next = type;
                    least = need;
                }
            }
            most = Math.max(most, least);
            gone[next]++;
        }
        return most;
    }

    private static double byPair(CoalitionGains gains, double[][] influence) {
        final int agents = influence.length;
        final double[] gain = new double[agents];
        Arrays.setAll(gain, i -> gains.gain(i, 0, new int[agents]));
        final boolean[] gone = new boolean[agents];
        double most = 0;
        for (int step = 0; step < agents; step++) {
            int next = -1;
            for (int i = 0; i < agents; i++) {
                next = !gone[i] && (next < 0 || gain[i] > gain[next]) ? i : next;
            }
            most = Math.max(most, -gain[next]);
            gone[next] = true;
            for (int i = 0; i < agents; i++) {
                gain[i] += influence[i][next];
            }
        }
        return most;
    }
}
