package io.github.breakranks.network;

/** Draws pairs until so many are different; more than half of all are drawn by drawing those left out. */
final class UniformTies {
    private UniformTies() {}

    static Network draw(NetworkBuilder builder, int agents, long ties, Draws draws) {
        final long all = agents * (agents - 1L) / 2;
        final boolean most = ties > all / 2;
        final PairSet drawn = new PairSet(most ? all - ties : ties);
        long missing = most ? all - ties : ties;
        while (missing > 0) {
            final int a = draws.below(agents);
            final int b = draws.below(agents);
            if (a != b && drawn.add(a, b)) {
                missing--;
                if (!most) {
                    builder.add(a, b);
                }
            }
        }
        if (most) {
            addOthers(builder, agents, drawn);
        }
        return builder.build();
    }

    private static void addOthers(NetworkBuilder builder, int agents, PairSet leftOut) {
        for (int a = 1; a < agents; a++) {
            for (int b = 0; b < a; b++) {
                if (!leftOut.contains(a, b)) {
                    builder.add(a, b);
                }
            }
        }
    }
}
