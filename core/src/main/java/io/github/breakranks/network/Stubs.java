package io.github.breakranks.network;

import io.github.breakranks.internal.Checks;
import java.util.Arrays;

/** Joins the ends of ties at random. */
final class Stubs {
    private Stubs() {}

    /** Degrees from the law, even in sum. */
    static int[] degrees(int agents, DegreeLaw law, Draws draws) {
        boolean evenDegrees = false;
        for (int degree = 0; degree <= law.largest(); degree += 2) {
            evenDegrees |= law.probability(degree) > 0;
        }
        if (!evenDegrees && agents % 2 != 0) {
            throw Checks.refused("agents must be even where all degrees are odd [count], but was %s", agents);
        }
        final int[] degrees = law.draw(agents, draws);
        long sum = Arrays.stream(degrees).asLongStream().sum();
        for (int agent = 0; sum % 2 != 0; agent = (agent + 1) % agents) {
            sum -= degrees[agent];
            degrees[agent] = law.draw(1, draws)[0];
            sum += degrees[agent];
        }
        return degrees;
    }

    static int[] checked(int... degrees) {
        Checks.count(1, "degrees", "agents", degrees.length);
        final int[] copy = degrees.clone();
        long sum = 0;
        for (int agent = 0; agent < copy.length; agent++) {
            sum += Checks.count(0, "degrees[" + agent + "]", "ties", copy[agent]);
        }
        if (sum % 2 != 0) {
            throw Checks.refused("degrees must have an even sum [ends of ties], but was %s", sum);
        }
        return copy;
    }

    static Network joined(int[] degrees, Draws draws) {
        final long sum = Arrays.stream(degrees).asLongStream().sum();
        final NetworkBuilder builder = Networks.sized(degrees.length, sum / 2, 4 * (sum + degrees.length));
        final int[] ends = new int[(int) sum];
        int at = 0;
        for (int agent = 0; agent < degrees.length; agent++) {
            Arrays.fill(ends, at, at + degrees[agent], agent);
            at += degrees[agent];
        }
        draws.shuffle(ends);
        for (int k = 0; k < ends.length; k += 2) {
            builder.add(ends[k], ends[k + 1]);
        }
        return builder.build();
    }
}
