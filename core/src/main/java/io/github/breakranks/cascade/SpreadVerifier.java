package io.github.breakranks.cascade;

import io.github.breakranks.answer.Certificate;
import io.github.breakranks.internal.NetworkRows;
import io.github.breakranks.internal.Parallel;
import io.github.breakranks.network.Network;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Checks a spread from the rule alone, going through it once more: whoever went in a round wanted to after the round before and not yet
 * earlier, nobody went twice or unaware, and at the end nobody else wants to go.
 */
final class SpreadVerifier {
    private final NetworkRows rows;
    private final @Nullable BitSet aware;
    private final SpreadLedger ledger;
    private final long[] gone; // of the spread looked at, a bit an agent; clear between uses
    private final String rounding;
    private int @Nullable [] willing; // who wants to go having seen nothing

    SpreadVerifier(Contagion contagion, Network network, @Nullable BitSet aware) {
        this.rows = NetworkRows.of(network);
        this.aware = aware;
        this.ledger = SpreadLedger.of(contagion, rows);
        this.gone = new long[rows.agents() + 63 >>> 6];
        this.rounding = ledger.rounding();
    }

    /**
     * What the check shows; the ledger is used up.
     *
     * @param start who has gone at the start, by number
     */
    Certificate certify(long seed, NetworkSpread spread, int[] start, boolean rested, int threads) {
        final String wrong = wrong(seed, spread, start, rested, threads);
        if (wrong != null) {
            return new Certificate.Unproven("followed again, " + wrong);
        }
        return new Certificate.Proven(
                rested
                        ? "integers: whoever went wanted to, not earlier, and at the end nobody else wants to"
                        : "integers: at least these go; whoever went wanted to",
                rounding.isEmpty() ? List.of() : List.of(rounding));
    }

    /** What is wrong with a spread, at the cost of the links it touched where they are few; null if nothing is. */
    @Nullable
    String wrong(long seed, NetworkSpread spread, int[] start, boolean rested, int threads) {
        final int[] order = spread.inOrder();
        final int[] first = Arrays.copyOf(order, spread.goneAfter(0));
        Arrays.sort(first);
        if (!Arrays.equals(first, start)) {
            return "others had gone at the start";
        }
        String again = null;
        for (int agent : order) {
            if (hasGone(agent) || aware != null && !aware.get(agent)) {
                again = "agent " + agent + " went twice or unaware";
            }
            gone[agent >>> 6] |= 1L << agent;
        }
        final String wrong = again == null ? followed(seed, spread, rested, threads) : again;
        for (int agent : order) {
            gone[agent >>> 6] = 0;
        }
        return wrong;
    }

    private boolean hasGone(int agent) {
        return (gone[agent >>> 6] & 1L << agent) != 0;
    }

    private @Nullable String followed(long seed, NetworkSpread spread, boolean rested, int threads) {
        ledger.draw(seed);
        final AtomicReference<@Nullable String> wrong = new AtomicReference<>();
        final int parts = few(spread) ? 1 : Parallel.workers(threads, rows.agents());
        Parallel.forEach(
                parts,
                threads,
                part -> {
                    final int low = (int) ((long) rows.agents() * part / parts);
                    final int high = (int) ((long) rows.agents() * (part + 1) / parts);
                    final String here = new Pass(spread, low, high).wrong(rested);
                    if (here != null) {
                        wrong.set(here);
                    }
                },
                () -> true,
                done -> {});
        clear(spread);
        return wrong.get();
    }

    /** Whether looking at whom it touched costs less than looking at everybody. */
    private boolean few(NetworkSpread spread) {
        return spread.links() < rows.agents() / 8;
    }

    private void clear(NetworkSpread spread) {
        if (spread.links() > rows.agents() / 64) { // filling an array costs less than finding the few again
            ledger.clearAll();
            return;
        }
        for (int agent : spread.inOrder()) {
            for (long e = rows.offsets()[agent]; e < rows.offsets()[agent + 1]; e++) {
                ledger.clear(rows.targets()[(int) e]);
            }
        }
    }

    private int[] willing() {
        if (willing == null) {
            final BitSet set = new BitSet();
            for (int agent = 0; agent < rows.agents(); agent++) {
                set.set(agent, ledger.met(agent));
            }
            willing = set.stream().toArray();
        }
        return willing;
    }

    /** Once through a spread, looking at the watchers of one range. */
    private final class Pass {
        private final NetworkSpread spread;
        private final int low;
        private final int high;

        Pass(NetworkSpread spread, int low, int high) {
            this.spread = spread;
            this.low = low;
            this.high = high;
        }

        @Nullable
        String wrong(boolean rested) {
            final boolean few = few(spread);
            final int[] willingOnes = few ? willing() : new int[0]; // before anybody has seen anything
            final int[] ends = spread.roundEnds();
            int begin = 0;
            for (int round = 0; round < ends.length; round++) {
                final int next = round + 1 < ends.length ? ends[round + 1] : ends[round];
                if (round > 0 && someWant(true, ends[round], next)) {
                    return "one wanted to go before round " + (round + 1);
                }
                tell(begin, ends[round]);
                if (someWant(false, ends[round], next)) {
                    return "one went in round " + (round + 1) + " who did not want to";
                }
                begin = ends[round];
            }
            if (!rested) {
                return null;
            }
            final boolean open = few ? openAmongTouched(willingOnes) : openAmongAll();
            return open ? "one wants to go at the end" : null;
        }

        /** Whether, of those who went at these places of the order, somebody wants to go, or does not. */
        private boolean someWant(boolean want, int from, int to) {
            for (int k = from; k < to; k++) {
                final int agent = spread.inOrder()[k];
                if (low <= agent && agent < high && ledger.met(agent) == want) {
                    return true;
                }
            }
            return false;
        }

        private void tell(int from, int to) {
            for (int k = from; k < to; k++) {
                final int agent = spread.inOrder()[k];
                final int begin = (int) rows.offsets()[agent];
                final int end = (int) rows.offsets()[agent + 1];
                ledger.tell(
                        low == 0 ? begin : place(begin, end, low),
                        high == rows.agents() ? end : place(begin, end, high));
            }
        }

        private int place(int begin, int end, int watcher) {
            final int found = Arrays.binarySearch(rows.targets(), begin, end, watcher);
            return found < 0 ? -found - 1 : found;
        }

        private boolean stays(int agent) {
            return !hasGone(agent) && (aware == null || aware.get(agent));
        }

        private boolean openAmongAll() {
            for (int agent = low; agent < high; agent++) {
                if (stays(agent) && ledger.met(agent)) {
                    return true;
                }
            }
            return false;
        }

        private boolean openAmongTouched(int[] willingOnes) {
            for (int agent : willingOnes) {
                if (stays(agent)) {
                    return true;
                }
            }
            for (int agent : spread.inOrder()) {
                for (long e = rows.offsets()[agent]; e < rows.offsets()[agent + 1]; e++) {
                    final int watcher = rows.targets()[(int) e];
                    if (stays(watcher) && ledger.met(watcher)) {
                        return true;
                    }
                }
            }
            return false;
        }
    }
}
