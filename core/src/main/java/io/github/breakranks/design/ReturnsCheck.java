package io.github.breakranks.design;

import io.github.breakranks.answer.Watch;
import io.github.breakranks.internal.TableText;
import java.util.Arrays;
import java.util.StringJoiner;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Whether gains rise, and needs fall or rise, as coalitions grow: looked at for every coalition and everybody who may join it, so that it
 * is known and not supposed. A change within the rounding of the gains is none.
 */
final class ReturnsCheck {
    private static final double ROUNDINGS = 16; // in one gain, in ulps of the agent's largest

    private final CoalitionGains gains;
    private boolean gainsRise = true;
    private boolean needsFall = true;
    private boolean needsRise = true;
    private String fall = "";
    private String rise = "";

    private ReturnsCheck(CoalitionGains gains) {
        this.gains = gains;
    }

    /** Looks; null if the watch stopped it. Needs a table of the lattice's states unless only numbers matter or influence is pairwise. */
    static @Nullable ReturnsCheck of(CoalitionGains gains, Watch watch) {
        final ReturnsCheck check = new ReturnsCheck(gains);
        if (gains.counted()) {
            check.byNumber();
        } else if (gains.influence() != null) {
            check.byPair(gains.influence());
        } else if (!check.byState(watch)) {
            return null;
        }
        return check;
    }

    /** Whether no gain falls as a coalition grows: that is what private offers rest on. */
    boolean gainsRise() {
        return gainsRise;
    }

    Returns returns() {
        return needsFall ? Returns.INCREASING : needsRise ? Returns.DECREASING : Returns.MIXED;
    }

    /** Who loses by another's going: the first found, empty if nobody does. */
    String fall() {
        return fall;
    }

    /** Who gains by another's going: the first found, empty if nobody does. */
    String rise() {
        return rise;
    }

    private void byNumber() {
        final int agents = gains.agents();
        final int[] gone = new int[gains.types()];
        for (int type = 0; type < gains.types(); type++) {
            final int of = type;
            final double[] gain = new double[agents];
            final double[] worth = new double[agents];
            for (int number = 0; number < agents; number++) {
                spread(gone, type, number);
                gain[number] = gains.gain(type, 0, gone);
                worth[number] = gains.worth(type, gone);
            }
            final double rounding = rounding(gain);
            final double least =
                    gains.gain(type, gains.size(type) - 1, gone) - gain[agents - 1]; // of the most reluctant
            for (int number = 1; number < agents; number++) {
                final double before = gain[number - 1];
                final double after = gain[number];
                final int joined = number;
                if (differ(before, after, worth[number - 1], worth[number], new double[] {0, least}, rounding)) {
                    note(
                            after < before - rounding || worth[number] < worth[number - 1],
                            () -> number(of, joined - 1, joined, before, after, worth));
                }
            }
        }
    }

    /** So many gone, whoever they are, but not all of this type. */
    private void spread(int[] gone, int type, int number) {
        int left = number;
        for (int other = 0; other < gone.length; other++) {
            gone[other] = Math.min(left, gains.size(other) - (other == type ? 1 : 0));
            left -= gone[other];
        }
    }

    private String number(int type, int before, int after, double gainBefore, double gainAfter, double[] worth) {
        final String who = gains.identical() ? "each" : "agent " + gains.agent(type, 0);
        if (gains.onSuccess()) {
            return "one more adds " + shown(worth[before]) + " to the chance of success after " + before + " and "
                    + shown(worth[after]) + " after " + after;
        }
        return who + " gains " + shown(gainBefore) + " when " + before + " others have gone and " + shown(gainAfter)
                + " when " + after + " have";
    }

    private void byPair(double[][] influence) {
        for (int i = 0; i < influence.length; i++) {
            for (int j = 0; j < influence.length; j++) {
                final double adds = influence[i][j];
                final int self = i;
                final int other = j;
                if (adds != 0) {
                    gainsRise &= adds > 0;
                    needsFall &= adds > 0;
                    needsRise &= adds < 0;
                    note(adds < 0, () -> "agent " + self + " gains " + shown(adds) + " by agent " + other + "'s going");
                }
            }
        }
    }

    private boolean byState(Watch watch) {
        final int[] strides = CoalitionLattice.strides(gains);
        final double[] gain = new double[(int) CoalitionLattice.states(gains)];
        for (int type = 0; type < gains.types(); type++) {
            if (!watch.mayGoOn()) {
                return false;
            }
            final int[] gone = new int[gains.types()];
            for (int state = 0; state < gain.length; state++) {
                gain[state] = gone[type] < gains.size(type) ? gains.gain(type, gone[type], gone) : Double.NaN;
                CoalitionLattice.advance(gone, gains);
            }
            compare(type, gain, strides);
        }
        return true;
    }

    private void compare(int type, double[] gain, int[] strides) {
        final double rounding = rounding(gain);
        for (int other = 0; other < strides.length; other++) {
            final int stride = strides[other];
            final int sides = gains.size(other) + 1;
            final int joiner = other;
            for (int state = 0; state + stride < gain.length; state++) {
                if (state / stride % sides == sides - 1) {
                    continue; // all of them have gone
                }
                final double before = gain[state];
                final double after = gain[state + stride];
                final int at = state;
                if (Math.abs(after - before) > rounding) { // false if either is no state of his
                    final boolean falls = after < before;
                    gainsRise &= !falls;
                    needsFall &= Math.max(0, -after) <= Math.max(0, -before) + rounding;
                    needsRise &= Math.max(0, -before) <= Math.max(0, -after) + rounding;
                    note(falls, () -> state(type, joiner, at, strides) + shown(before) + ", then " + shown(after));
                }
            }
        }
    }

    private String state(int type, int joiner, int state, int[] strides) {
        final StringJoiner gone = new StringJoiner(", ", "{", "}");
        for (int other = 0; other < strides.length; other++) {
            final int count = state / strides[other] % (gains.size(other) + 1);
            for (int place = 0; place < count; place++) {
                gone.add(String.valueOf(gains.agent(other, place)));
            }
        }
        final int last = gains.size(type) - 1;
        final int next = gains.size(joiner) - (joiner == type ? 2 : 1);
        return "as agent " + gains.agent(joiner, Math.max(0, next)) + " joins " + gone + ", agent "
                + gains.agent(type, last) + " gains first ";
    }

    /** Takes account of a change, at the costs added; whether there is any. */
    private boolean differ(
            double before, double after, double worthBefore, double worthAfter, double[] added, double rounding) {
        final boolean rises = after > before + rounding || worthAfter > worthBefore;
        final boolean falls = after < before - rounding || worthAfter < worthBefore;
        gainsRise &= !falls;
        for (double more : added) {
            final double needBefore = need(before + more, worthBefore);
            final double needAfter = need(after + more, worthAfter);
            needsFall &= needAfter <= needBefore + rounding || !falls;
            needsRise &= needAfter >= needBefore - rounding || !rises;
        }
        return rises || falls;
    }

    private static double need(double gain, double worth) {
        return gain >= 0 ? 0 : -gain / worth;
    }

    private void note(boolean falls, Supplier<String> sentence) {
        if (falls && fall.isEmpty()) {
            fall = sentence.get();
        } else if (!falls && rise.isEmpty()) {
            rise = sentence.get();
        }
    }

    private static double rounding(double[] gain) {
        return ROUNDINGS
                * Math.ulp(Arrays.stream(gain)
                        .filter(value -> !Double.isNaN(value))
                        .map(Math::abs)
                        .max()
                        .orElse(0));
    }

    private static String shown(double value) {
        return TableText.number(value, 4);
    }
}
