package io.github.breakranks.internal;

import java.util.function.BooleanSupplier;

/**
 * Spreads defection where everybody sees everybody, for populations so large that a counter for each threshold value
 * would be slow: a coarse count of all agents shows where the cascade can pass, and exact counts are made only there.
 *
 * <pre>{@code
 *   r' = N(r) = #{ i : t_i <= r }        from r = 0 until r' = r
 *
 *   t_i  others that must have gone before agent i goes   [count]
 *   r    agents gone                                       [count]
 * }</pre>
 *
 * <p>The map never falls, so this is the least equilibrium (Tarski's fixed-point theorem) and at most n rounds pass.
 *
 * <p>Exact, in integers, in three steps:
 * <ol>
 *   <li>{@link CoarseCounts}: agents by bins of threshold values. Exact, so N(r) is bracketed by the counts below and
 *       up to the bin of r.
 *   <li>{@link VisitedBins}: the brackets, followed from round to round, contain the cascade. Only bins that meet one
 *       are counted value by value ({@link ExactWindow}), which gives N exactly inside them.
 *   <li>The cascade is run on these exact values. Where it leaves the window, since not all bins had room or the
 *       brackets had grown too wide to be worth following, the second step is taken again from the exact number gone;
 *       each time at least one round more is known.
 * </ol>
 *
 * <p>Cost: O(n) for each pass. Two passes where thresholds are spread over a range, as draws from a law are, or three
 * near a fold. More only where the cascade crawls through all values: a pass for each 50 million values if each has one
 * agent, for each 12 million if they have a few, for each 6 million at worst. Scratch: {@link Limits#bytes()} whatever
 * the thresholds are, less for few agents; the path needs two ints for each run of equal steps besides. One thread.
 *
 * @see <a href="https://doi.org/10.1086/226707">M. Granovetter (1978), "Threshold Models of Collective Behavior",
 *     American Journal of Sociology 83(6), 1420-1443</a>
 */
public final class CountingCascade {
    private static final int STEPS_BETWEEN_QUESTIONS = 1 << 20;

    private final int[] othersNeeded;
    private final BooleanSupplier mayGoOn;
    private final Limits limits;
    private final CascadePath.Recorder path = new CascadePath.Recorder();

    private CountingCascade(int[] othersNeeded, BooleanSupplier mayGoOn, Limits limits) {
        this.othersNeeded = othersNeeded;
        this.mayGoOn = mayGoOn;
        this.limits = limits;
    }

    /**
     * Spreads defection until nobody else goes.
     *
     * @param othersNeeded by agent: the fewest others that must have gone before it goes, at least 0 [count]; as many
     *     as there are agents, or more, for one who never goes; only read, and not to be changed meanwhile
     */
    public static CascadePath spread(int[] othersNeeded) {
        return spread(othersNeeded, () -> true);
    }

    /**
     * Spreads defection until nobody else goes or it is told to stop; then the path holds the rounds known so far.
     *
     * @param othersNeeded as in {@link #spread(int[])}
     * @param mayGoOn      asked about once in a million agents read or rounds passed: whether to go on
     */
    public static CascadePath spread(int[] othersNeeded, BooleanSupplier mayGoOn) {
        return spread(othersNeeded, mayGoOn, Limits.STANDARD);
    }

    static CascadePath spread(int[] othersNeeded, BooleanSupplier mayGoOn, Limits limits) {
        final CountingCascade cascade = new CountingCascade(othersNeeded, mayGoOn, limits);
        return othersNeeded.length == 0 || cascade.run() ? cascade.path.finished() : cascade.path.stopped();
    }

    /** False if told to stop. */
    private boolean run() {
        final CoarseCounts coarse = new CoarseCounts(othersNeeded.length, limits.bins());
        if (!coarse.count(othersNeeded, mayGoOn)) {
            return false;
        }
        final VisitedBins visited = new VisitedBins(coarse, limits);
        final ExactWindow window =
                new ExactWindow(coarse, visited, new CarryTable(Math.max(limits.carries(), coarse.width())));
        int narrowest = 0;
        while (true) {
            visited.plan(path.gone(), narrowest);
            final ExactWindow.Outcome outcome = window.count(othersNeeded, mayGoOn);
            if (outcome == ExactWindow.Outcome.COUNTERS_TOO_NARROW) {
                narrowest = visited.log2Bits() + 1; // bytes always suffice for the bins planned with them
                continue;
            }
            final Leg leg = outcome == ExactWindow.Outcome.STOPPED ? Leg.STOPPED : follow(window);
            if (leg != Leg.LEFT_THE_WINDOW) {
                return leg == Leg.RESTED;
            }
        }
    }

    private enum Leg {
        RESTED,
        LEFT_THE_WINDOW,
        STOPPED
    }

    /** Goes on from round to round as far as the window tells. */
    private Leg follow(ExactWindow window) {
        int untilQuestion = STEPS_BETWEEN_QUESTIONS;
        while (path.gone() < othersNeeded.length) {
            final int gone = path.gone();
            final int met = window.met(gone);
            if (met == ExactWindow.UNKNOWN) {
                return Leg.LEFT_THE_WINDOW;
            }
            if (met == gone) {
                return Leg.RESTED;
            }
            path.add(met - gone, 1);
            if (met == gone + 1) {
                path.add(1, window.onesAhead());
            }
            if (--untilQuestion == 0) {
                untilQuestion = STEPS_BETWEEN_QUESTIONS;
                if (!mayGoOn.getAsBoolean()) {
                    return Leg.STOPPED;
                }
            }
        }
        return Leg.RESTED;
    }

    /**
     * How much scratch to use.
     *
     * @param bins    most coarse bins, at least 2 [count]
     * @param words   words of 64 bits for exact counters; one bin is counted even if it needs more [count]
     * @param carries most narrow counters that may have wrapped around; at least one bin's are allowed [count]
     */
    record Limits(int bins, int words, int carries) {

        /** Under 8 MB; few enough bins for a core's own cache. */
        static final Limits STANDARD = new Limits(1 << 16, 6 << 17, 1 << 15);

        /** Counters of 2^log2Bits bits that the window holds. */
        int slots(int log2Bits) {
            return words * (64 >> log2Bits);
        }

        /** Most scratch in use at once [bytes]: 9 a bin, the counters, 16 a carry, a short list. */
        long bytes() {
            return 9L * (bins + 1) + 8L * words + 16L * carries + 4L * (1 << 12);
        }
    }
}
