package io.github.breakranks.signaling;

import io.github.breakranks.answer.Fraction;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * From which to which weight the beliefs of a polytope give one type.
 *
 * @param low  the least, a share
 * @param high the greatest, a share
 */
record WeightRange(Fraction low, Fraction high) {

    static WeightRange of(SustainingPlay play, int type) {
        Fraction low = Fraction.ONE;
        Fraction high = Fraction.ZERO;
        for (List<Fraction> vertex : play.beliefs()) {
            low = low.compareTo(vertex.get(type)) < 0 ? low : vertex.get(type);
            high = high.max(vertex.get(type));
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

    /** Whether the other lies within. */
    boolean covers(WeightRange other) {
        return low.compareTo(other.low) <= 0 && high.compareTo(other.high) >= 0;
    }

    /** Such as {@code from 0 to 1/3}. */
    @Override
    public String toString() {
        return "from " + low + " to " + high;
    }
}
