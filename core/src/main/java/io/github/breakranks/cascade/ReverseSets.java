package io.github.breakranks.cascade;

import io.github.breakranks.answer.Watch;
import io.github.breakranks.internal.Parallel;
import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.random.RandomGenerator;
import java.util.random.RandomGenerator.JumpableGenerator;

/**
 * A growing collection of reverse-reachable sets, flat in memory: members one set after the other, and where each ends.
 *
 * <p>Sets come in blocks, each from a stream of its own, a jump of one generator from the next, so that the same seed gives the same sets on
 * any number of threads. 4 bytes a member and 4 a set.
 */
final class ReverseSets {
    static final int BLOCK = 256;
    private static final int ROUND = 1024; // blocks that are kept twice while they are put together

    private final ReverseLinks links;
    private final JumpableGenerator streams;
    private final Queue<ReverseSampler> samplers = new ConcurrentLinkedQueue<>();
    private int[] members = new int[0];
    private int[] ends = new int[0];
    private int sets;

    ReverseSets(ReverseLinks links, JumpableGenerator streams) {
        this.links = links;
        this.streams = streams;
    }

    /** Sets so far [count]. */
    int sets() {
        return sets;
    }

    /** Agents in all [count]. */
    int agents() {
        return links.agents();
    }

    /** All members together [count]. */
    int size() {
        return sets == 0 ? 0 : ends[sets - 1];
    }

    int[] members() {
        return members;
    }

    int start(int set) {
        return set == 0 ? 0 : ends[set - 1];
    }

    int end(int set) {
        return ends[set];
    }

    /** Most members an array can hold. */
    static final int MOST = Integer.MAX_VALUE - 64;

    /**
     * Draws until there are so many sets, a multiple of {@link #BLOCK}.
     *
     * @return whether there are; if not the watch stopped it or an array is full, and whole blocks were kept
     */
    boolean growTo(int target, int threads, Watch watch) {
        ends = Arrays.copyOf(ends, Math.max(target, ends.length));
        while (sets < target) {
            final int blocks = Math.min(ROUND, (target - sets) / BLOCK);
            final ReverseSampler.Block[] drawn = new ReverseSampler.Block[blocks];
            final RandomGenerator[] random = new RandomGenerator[blocks];
            for (int block = 0; block < blocks; block++) {
                random[block] = streams.copyAndJump();
            }
            final boolean all = Parallel.forEach(
                    blocks, threads, block -> drawn[block] = draw(random[block]), watch::mayGoOn, share -> {});
            if (!all || !append(drawn)) {
                return false;
            }
        }
        return true;
    }

    private ReverseSampler.Block draw(RandomGenerator random) {
        final ReverseSampler free = samplers.poll();
        final ReverseSampler sampler = free == null ? new ReverseSampler(links) : free;
        final ReverseSampler.Block block = sampler.draw(BLOCK, random);
        samplers.add(sampler);
        return block;
    }

    private boolean append(ReverseSampler.Block... drawn) {
        long more = size();
        for (ReverseSampler.Block block : drawn) {
            more += block.members().length;
        }
        if (more > MOST) {
            return false;
        }
        if (more > members.length) {
            members = Arrays.copyOf(members, (int) Math.min(MOST, Math.max(more, members.length * 3L / 2)));
        }
        for (ReverseSampler.Block block : drawn) {
            final int from = size();
            System.arraycopy(block.members(), 0, members, from, block.members().length);
            for (int end : block.ends()) {
                ends[sets++] = from + end;
            }
        }
        return true;
    }

    /** By place in the order, how many sets hold that agent and none before him [count]. */
    int[] firstCoveredBy(int[] order) {
        final int[] place = new int[links.agents()];
        Arrays.fill(place, order.length);
        for (int k = 0; k < order.length; k++) {
            place[order[k]] = k;
        }
        final int[] covered = new int[order.length + 1];
        for (int set = 0, k = 0; set < sets; set++) {
            int first = order.length;
            for (; k < ends[set]; k++) {
                first = Math.min(first, place[members[k]]);
            }
            covered[first]++;
        }
        return Arrays.copyOf(covered, order.length);
    }
}
