package io.github.breakranks.signaling;

import io.github.breakranks.answer.Fraction;
import io.github.breakranks.answer.Range;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * From which to which share something goes: the weight of one type in the beliefs of a polytope, or the chance of one choice in a set.
 *
 * @param low  the least, a share
 * @param high the greatest, a share
 */
record WeightRange(Fraction low, Fraction high) {

    static WeightRange of(SustainingPlay play, int type) {
        return over(play.beliefs().stream().map(vertex -> vertex.get(type)).toList());
    }

    /** Of one choice in strategies that are given row by row. */
    static WeightRange over(List<List<List<Fraction>>> strategies, int row, int choice) {
        return over(strategies.stream()
                .map(strategy -> strategy.get(row).get(choice))
                .toList());
    }

    private static WeightRange over(List<Fraction> shares) {
        Fraction low = Fraction.ONE;
        Fraction high = Fraction.ZERO;
        for (Fraction share : shares) {
            low = low.compareTo(share) < 0 ? low : share;
            high = high.max(share);
        }
        return new WeightRange(low, high);
    }

    /** What several polytopes cover of one weight, as ranges that do not touch, in ascending order. */
    static List<WeightRange> apart(List<SustainingPlay> plays, int type) {
        final List<WeightRange> each = new ArrayList<>();
        plays.forEach(play -> each.add(of(play, type)));
        each.sort(Comparator.comparing(WeightRange::low));
        final List<WeightRange> apart = new ArrayList<>();
        for (WeightRange next : each) {
            final WeightRange last = apart.isEmpty() ? next : apart.remove(apart.size() - 1);
            if (next.low.compareTo(last.high) <= 0) {
                apart.add(new WeightRange(last.low, last.high.max(next.high)));
            } else {
                apart.add(last);
                apart.add(next);
            }
        }
        return apart;
    }

    /** What two lists of ranges, each apart and in ascending order, have in common. */
    static List<WeightRange> common(List<WeightRange> some, List<WeightRange> others) {
        final List<WeightRange> common = new ArrayList<>();
        for (WeightRange one : some) {
            for (WeightRange other : others) {
                final Fraction from = one.low.max(other.low);
                final Fraction to = one.high.compareTo(other.high) < 0 ? one.high : other.high;
                if (from.compareTo(to) <= 0) {
                    common.add(new WeightRange(from, to));
                }
            }
        }
        return common;
    }

    boolean single() {
        return low.equals(high);
    }

    /** The same in doubles. */
    Range shares() {
        return Range.of(low.value(), high.value());
    }

    /** Whether the other lies within. */
    boolean covers(WeightRange other) {
        return low.compareTo(other.low) <= 0 && high.compareTo(other.high) >= 0;
    }

    /** Such as {@code from 0 to 1/3}, or {@code 1} alone. */
    @Override
    public String toString() {
        return single() ? low.toString() : "from " + low + " to " + high;
    }
}
