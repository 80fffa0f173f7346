package io.github.breakranks.network;

import io.github.breakranks.internal.Checks;

/** What networks take and may take, asked before anything is allocated. */
final class NetworkMemory {
    private static final long MEGABYTE = 1 << 20;

    private NetworkMemory() {}

    /** What a network keeps [bytes]. */
    static long kept(int agents, long links, boolean directed, boolean weighted) {
        return 8L * (agents + 1L) + (directed ? 4L * agents : 0) + (weighted ? 12 : 4) * links;
    }

    /** What making it from pairs takes at its peak [bytes]: pairs and rows by watcher, then rows by watcher and rows by watched. */
    static long peak(int agents, long links, boolean directed, boolean weighted) {
        final long row = (weighted ? 12 : 4) * links;
        final long pairs = (weighted ? 16 : 8) * (directed ? links : links / 2);
        return (directed ? 28L : 20L) * (agents + 1L) + row + Math.max(row + (directed ? 4L * agents : 0), pairs);
    }

    static void requireLinks(int agents, long links) {
        if (links > PairList.MOST) {
            throw Checks.refused(
                    "links must be <= %s [count], since one array holds them, but was %s among %s agents",
                    PairList.MOST, links, agents);
        }
    }

    static void require(int agents, long links, long bytes) {
        require(agents, links, bytes, Runtime.getRuntime().maxMemory());
    }

    static void require(int agents, long links, long bytes, long heap) {
        if (bytes > heap) {
            throw Checks.refused(
                    "network must fit into the heap of %s MB, but was %s agents and %s links, which need %s MB; start Java with -Xmx%sm",
                    heap / MEGABYTE, agents, links, megabytes(bytes), megabytes(bytes + bytes / 8));
        }
    }

    private static long megabytes(long bytes) {
        return (bytes + MEGABYTE - 1) / MEGABYTE;
    }
}
