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

    /** What an agent gains, and what a unit of payment is worth to him, when so many have gone. */
    private record At(int gone, double gain, double worth) {
        double need(double more) {
            return gain + more >= 0 ? 0 : -(gain + more) / worth;
        }
    }

    private void byNumber() {
        final int[] gone = new int[gains.types()];
        for (int type = 0; type < gains.types(); type++) {
            final At[] at = new At[gains.agents()];
            for (int number = 0; number < at.length; number++) {
                spread(gone, type, number);
                at[number] = new At(number, gains.gain(type, 0, gone), gains.worth(type, gone));
            }
            final double rounding =
                    rounding(Arrays.stream(at).mapToDouble(At::gain).toArray());
            final double mostReluctant = gains.gain(type, gains.size(type) - 1, gone) - at[at.length - 1].gain;
            for (int number = 1; number < at.length; number++) {
                compare(type, at[number - 1], at[number], mostReluctant, rounding);
            }
        }
    }

    /** Takes account of a change, for the most reluctant: he gains so much more, a negative amount, and his need moves most. */
    private void compare(int type, At before, At after, double more, double rounding) {
        final boolean falls = after.gain < before.gain - rounding || after.worth < before.worth;
        final boolean rises = after.gain > before.gain + rounding || after.worth > before.worth;
        gainsRise &= !falls;
        needsFall &= !falls || after.need(more) <= before.need(more) + rounding;
        needsRise &= !rises || after.need(more) >= before.need(more) - rounding;
        if (falls || rises) {
            note(falls, () -> number(type, before, after));
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

    private String number(int type, At before, At after) {
        if (gains.onSuccess()) {
            return "one more adds " + shown(before.worth) + " to the chance of success after " + before.gone + " and "
                    + shown(after.worth) + " after " + after.gone;
        }
        final String who = gains.alike() ? "each" : "agent " + gains.agent(type, 0);
        return who + " gains " + shown(before.gain) + " when " + before.gone + " others have gone and "
                + shown(after.gain) + " when " + after.gone + " have";
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
