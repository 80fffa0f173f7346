package io.github.breakranks.network;

import io.github.breakranks.answer.Fraction;
import io.github.breakranks.internal.NetworkRows;
import java.util.Arrays;

/**
 * Lets everybody go, each next one he who sees the largest share gone, and keeps the smallest of these shares. Whoever sees as much as the
 * smallest so far goes at once, since he lowers nothing; only the others stand in a heap, each once: 13 bytes an agent.
 */
final class Fronts {
    private final NetworkRows rows;
    private final boolean[] gone;
    private final int[] seen; // by agent, how many of those he watches have gone, until he goes
    private final int[] place; // by agent, in the heap, plus 1; 0 if he is not there
    private int[] heap = new int[16]; // those who see somebody gone, the largest share at the top
    private int standing; // in the heap
    private int[] told = new int[16]; // who has gone and is still to be looked at
    private int telling;
    private int left; // who have not gone
    private long leastSeen = 1;
    private long leastWatches = 1;

    /** From these, gone; both arrays are used up. */
    Fronts(NetworkRows rows, boolean[] gone, int[] seen) {
        this.rows = rows;
        this.gone = gone;
        this.seen = seen;
        this.place = new int[gone.length];
        for (int agent = 0; agent < gone.length; agent++) {
            left += gone[agent] ? 0 : 1;
            if (!gone[agent] && seen[agent] > 0) {
                enter(agent);
            }
        }
    }

    /** The smallest share that the next one saw; 0 if somebody sees nobody go. */
    Fraction bottleneck() {
        while (standing > 0) {
            final int next = leave();
            if (!gone[next]) {
                leastSeen = seen[next];
                leastWatches = rows.watches(next);
                go(next);
            }
            while (telling > 0) {
                tell(told[--telling]);
            }
        }
        return left > 0 ? Fraction.ZERO : Fraction.of(leastSeen, leastWatches);
    }

    private void go(int agent) {
        gone[agent] = true;
        left--;
        if (telling == told.length) {
            told = longer(told);
        }
        told[telling++] = agent;
    }

    private void tell(int agent) {
        for (long e = rows.offsets()[agent]; e < rows.offsets()[agent + 1]; e++) {
            final int watcher = rows.targets()[(int) e];
            if (gone[watcher]) {
                continue;
            }
            if ((seen[watcher] + 1) * leastWatches >= leastSeen * rows.watches(watcher)) {
                go(watcher); // what he saw stays as it was, and with it his place in the heap
                continue;
            }
            seen[watcher]++;
            if (place[watcher] == 0) {
                enter(watcher);
            } else {
                rise(place[watcher] - 1, watcher);
            }
        }
    }

    private void enter(int agent) {
        if (standing == heap.length) {
            heap = longer(heap);
        }
        rise(standing++, agent);
    }

    /** Takes out the one at the top. */
    private int leave() {
        final int top = heap[0];
        place[top] = 0;
        final int last = heap[--standing];
        if (standing > 0) {
            sink(last);
        }
        return top;
    }

    private void rise(int from, int agent) {
        int at = from;
        while (at > 0 && before(agent, heap[at - 1 >> 1])) {
            put(at, heap[at - 1 >> 1]);
            at = at - 1 >> 1;
        }
        put(at, agent);
    }

    private void sink(int agent) {
        int at = 0;
        while (2 * at + 1 < standing) {
            final int one = 2 * at + 1;
            final int child = one + 1 < standing && before(heap[one + 1], heap[one]) ? one + 1 : one;
            if (!before(heap[child], agent)) {
                break;
            }
            put(at, heap[child]);
            at = child;
        }
        put(at, agent);
    }

    private void put(int at, int agent) {
        heap[at] = agent;
        place[agent] = at + 1;
    }

    /** Whether the one sees a larger share gone than the other, in whole numbers. */
    private boolean before(int one, int other) {
        return (long) seen[one] * rows.watches(other) > (long) seen[other] * rows.watches(one);
    }

    /** Half as long again, and never longer than there are agents. */
    private int[] longer(int[] array) {
        return Arrays.copyOf(array, (int) Math.min(gone.length, array.length + (array.length >> 1) + 1L));
    }
}
