package io.github.breakranks.internal;

import java.util.Arrays;

/**
 * How many agents have gone after each round of a cascade, and how it ended.
 *
 * <p>Equal steps that follow each other are kept as one run, so a cascade that takes one agent a round costs no more
 * than one that takes all at once: two ints a run. Looking a round up costs O(log runs).
 */
public final class CascadePath {
    private final int[] roundsBefore; // by run: rounds that passed before it; one more entry holds all rounds
    private final int[] goneBefore; // by run: agents gone before it; one more entry holds all agents gone
    private final boolean stopped;

    private CascadePath(Recorder recorder, boolean stopped) {
        this.roundsBefore = Arrays.copyOf(recorder.roundsBefore, recorder.runs + 1);
        this.goneBefore = Arrays.copyOf(recorder.goneBefore, recorder.runs + 1);
        this.stopped = stopped;
        roundsBefore[recorder.runs] = recorder.rounds;
        goneBefore[recorder.runs] = recorder.gone;
    }

    /** Agents gone at the end [count]; at least so many when {@link #stopped()}. */
    public int gone() {
        return goneBefore[runs()];
    }

    /** Rounds in which somebody went [count]; at least so many when {@link #stopped()}. */
    public int rounds() {
        return roundsBefore[runs()];
    }

    /** Whether the work was stopped before the cascade was known to rest: then this is its exact beginning. */
    public boolean stopped() {
        return stopped;
    }

    /** Runs of equal steps [count]. */
    public int runs() {
        return roundsBefore.length - 1;
    }

    /** Rounds that passed before a run of equal steps [count]. */
    public int roundsBefore(int run) {
        return roundsBefore[run];
    }

    /**
     * Agents gone after so many rounds [count].
     *
     * @param round rounds that have passed, from 0 (nobody has gone) to {@link #rounds()} [count]
     */
    public int goneAfter(int round) {
        if (round < 0 || round > rounds()) {
            throw new IllegalArgumentException("round must be from 0 to " + rounds() + " [rounds], but was " + round);
        }
        if (round == rounds()) {
            return gone();
        }
        final int run = lastAtMost(roundsBefore, round);
        return goneBefore[run] + (round - roundsBefore[run]) * step(run);
    }

    /**
     * The first round in which an agent with this threshold goes, counted from 1; 0 if none goes, or, when
     * {@link #stopped()}, none in the rounds known.
     *
     * @param threshold others that must have gone before such an agent goes, at least 0 [agents]
     */
    public int roundFor(int threshold) {
        if (threshold < 0) {
            throw new IllegalArgumentException("threshold must be >= 0 [agents], but was " + threshold);
        }
        if (rounds() == 0 || threshold > goneAfter(rounds() - 1)) {
            return 0;
        }
        if (threshold == 0) {
            return 1;
        }
        final int run = lastAtMost(goneBefore, threshold - 1);
        final int stepsToIt = (threshold - 1 - goneBefore[run]) / step(run) + 1;
        return roundsBefore[run] + stepsToIt + 1;
    }

    private int step(int run) {
        return (goneBefore[run + 1] - goneBefore[run]) / (roundsBefore[run + 1] - roundsBefore[run]);
    }

    private static int lastAtMost(int[] ascending, int value) {
        final int found = Arrays.binarySearch(ascending, value);
        return found >= 0 ? found : -found - 2;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CascadePath that
                && stopped == that.stopped
                && Arrays.equals(roundsBefore, that.roundsBefore)
                && Arrays.equals(goneBefore, that.goneBefore);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * Arrays.hashCode(roundsBefore) + Arrays.hashCode(goneBefore)) + Boolean.hashCode(stopped);
    }

    @Override
    public String toString() {
        return "CascadePath[" + gone() + " gone in " + rounds() + " rounds" + (stopped ? ", stopped]" : "]");
    }

    /** Writes a path down round by round. */
    static final class Recorder {
        private int[] roundsBefore = new int[8];
        private int[] goneBefore = new int[8];
        private int runs;
        private int rounds;
        private int gone;
        private int lastStep;

        /** Agents gone so far [count]. */
        int gone() {
            return gone;
        }

        /** In each of the next rounds so many go, at least 1 in at least 1 round. */
        void add(int step, int times) {
            if (step != lastStep) {
                startRun();
                lastStep = step;
            }
            rounds += times;
            gone += step * times;
        }

        private void startRun() {
            if (runs + 1 == roundsBefore.length) {
                final int room = (int) Math.min(2L * roundsBefore.length, Integer.MAX_VALUE - 8);
                roundsBefore = Arrays.copyOf(roundsBefore, room);
                goneBefore = Arrays.copyOf(goneBefore, room);
            }
            roundsBefore[runs] = rounds;
            goneBefore[runs] = gone;
            runs++;
        }

        CascadePath finished() {
            return new CascadePath(this, false);
        }

        CascadePath stopped() {
            return new CascadePath(this, true);
        }
    }
}
