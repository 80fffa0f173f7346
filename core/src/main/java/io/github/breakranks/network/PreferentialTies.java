package io.github.breakranks.network;

/** Lets agents join one by one; in the list of all ends of ties an agent stands as often as he has ties. */
final class PreferentialTies {
    private PreferentialTies() {}

    static Network draw(NetworkBuilder builder, int agents, int ties, Draws draws) {
        final int[] ends = new int[Math.toIntExact(ties * (ties + 1L) + 2L * ties * (agents - ties - 1L))];
        final int[] tiedTo = new int[agents]; // by agent, the last who joined and tied himself to him
        int filled = 0;
        for (int newcomer = 1; newcomer < agents; newcomer++) {
            final int before = filled; // nobody ties himself to himself
            final int own = Math.min(newcomer, ties);
            for (int k = 0; k < own; k++) {
                int other = newcomer <= ties ? k : ends[draws.below(before)];
                while (newcomer > ties && tiedTo[other] == newcomer) {
                    other = ends[draws.below(before)];
                }
                tiedTo[other] = newcomer;
                ends[filled++] = newcomer;
                ends[filled++] = other;
                builder.add(newcomer, other);
            }
        }
        return builder.build();
    }
}
