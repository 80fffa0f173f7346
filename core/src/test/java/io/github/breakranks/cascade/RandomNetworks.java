package io.github.breakranks.cascade;

import io.github.breakranks.network.Network;
import io.github.breakranks.network.NetworkBuilder;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.jspecify.annotations.Nullable;

/** Small networks for tests, made tie by tie. */
final class RandomNetworks {
    private RandomNetworks() {}

    static RandomGenerator random(long seed) {
        return RandomGeneratorFactory.of("Xoshiro256PlusPlus").create(seed);
    }

    /** Ties drawn at random. */
    static Network of(int agents, int ties, boolean directed, long seed) {
        return of(agents, ties, directed, Double.NaN, seed);
    }

    /** Ties drawn at random, with weights that are multiples of 0.01 up to one; without, if that is not a number. */
    static Network of(int agents, int ties, boolean directed, double most, long seed) {
        final RandomGenerator random = random(seed);
        final boolean[][] tied = new boolean[agents][agents];
        final int[] from = new int[ties];
        final int[] to = new int[ties];
        final double[] weights = new double[ties];
        int made = 0;
        for (int k = 0; k < ties; k++) {
            final int a = random.nextInt(agents);
            final int b = random.nextInt(agents);
            if (a == b || tied[a][b] || !directed && tied[b][a]) {
                continue;
            }
            tied[a][b] = true;
            from[made] = a;
            to[made] = b;
            weights[made++] = Math.rint(100 * most * random.nextDouble()) / 100;
        }
        return made(
                agents,
                directed,
                Arrays.copyOf(from, made),
                Arrays.copyOf(to, made),
                Double.isNaN(most) ? null : Arrays.copyOf(weights, made));
    }

    private static Network made(int agents, boolean directed, int[] from, int[] to, double @Nullable [] weights) {
        if (weights == null) {
            return directed ? Network.directed(agents, from, to) : Network.undirected(agents, from, to);
        }
        return directed ? Network.directed(agents, from, to, weights) : Network.undirected(agents, from, to, weights);
    }

    /** Everybody tied to everybody. */
    static Network complete(int agents) {
        final NetworkBuilder builder = Network.builder(agents);
        for (int a = 0; a < agents; a++) {
            for (int b = 0; b < a; b++) {
                builder.add(a, b);
            }
        }
        return builder.build();
    }

    /** Each tied to the {@code reach} next on either side of a ring. */
    static Network ring(int agents, int reach) {
        final NetworkBuilder builder = Network.builder(agents);
        for (int a = 0; a < agents; a++) {
            for (int step = 1; step <= reach; step++) {
                builder.add(a, (a + step) % agents);
            }
        }
        return builder.build();
    }

    /** A large network of random ties, repeats dropped. */
    static Network large(int agents, int ties, long seed) {
        final RandomGenerator random = random(seed);
        final NetworkBuilder builder = Network.builder(agents);
        for (int k = 0; k < ties; k++) {
            builder.add(random.nextInt(agents), random.nextInt(agents));
        }
        return builder.build();
    }

    /** So many of the agents, drawn with repeats. */
    static int[] some(int agents, int count, long seed) {
        return random(seed).ints(count, 0, agents).toArray();
    }
}
