package io.github.breakranks.examples.chart;

import io.github.breakranks.equilibrium.Jump;
import java.awt.Color;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Low and high, or low, middle and high: where jumps part the shares at which play rests, and the names of what can be had. */
final class Levels {
    private static final double APART = 0.1; // shares
    private static final double EXPLAINED = 0.5; // of a gap, by one jump: else it may be that of a coarse grid
    private static final int MOST_GAPS = 2;
    private static final List<List<String>> NAMES =
            List.of(List.of("any"), List.of("low", "high"), List.of("low", "middle", "high"));
    private static final Color LOW = new Color(0xC3DAEE);
    private static final Color MIDDLE = new Color(0xCBE3C3);
    private static final Color HIGH = new Color(0xF3B797);
    private static final Color LOWER_TWO = new Color(0xFFF3B8);
    private static final Color UPPER_TWO = new Color(0xE3D3EC);
    private static final Color FAR = new Color(0xD8D8D8);
    private static final Color NEAR = new Color(0xEBD9C0);

    private final double[] between; // shares that part the levels, ascending

    private Levels(double[] between) {
        this.between = between;
    }

    /**
     * The levels of these shares.
     *
     * @param otherwise what parts low from high where no gap does
     */
    static Levels of(double[] shares, List<Jump> jumps, double otherwise) {
        final double[] sorted = Arrays.stream(shares).sorted().toArray();
        final List<double[]> gaps = new ArrayList<>();
        for (int k = 1; k < sorted.length; k++) {
            final double low = sorted[k - 1];
            final double high = sorted[k];
            if (high - low > APART && jumps.stream().anyMatch(jump -> over(jump, low, high) > EXPLAINED)) {
                gaps.add(new double[] {low, high});
            }
        }
        gaps.sort(Comparator.comparingDouble(gap -> gap[0] - gap[1]));
        final double[] between = gaps.stream()
                .limit(MOST_GAPS)
                .mapToDouble(gap -> (gap[0] + gap[1]) / 2)
                .sorted()
                .toArray();
        return new Levels(between.length == 0 ? new double[] {otherwise} : between);
    }

    private static double over(Jump jump, double low, double high) {
        return (Math.min(high, Math.max(jump.from(), jump.to())) - Math.max(low, Math.min(jump.from(), jump.to())))
                / (high - low);
    }

    private int level(double share) {
        int level = 0;
        while (level < between.length && share >= between[level]) {
            level++;
        }
        return level;
    }

    private int levels() {
        return between.length + 1;
    }

    /** Whether there is a low and a high level only, and this jump goes from one to the other. */
    boolean lowToHigh(Jump jump) {
        return levels() == 2 && level(jump.from()) != level(jump.to());
    }

    /** Kinds of cells: one for each pair of levels between which history decides, and for each level alone; one more for two within a level. */
    int kinds() {
        return levels() * levels() + 1;
    }

    int kind(double least, double greatest, boolean several) {
        final int low = level(least);
        final int high = level(greatest);
        return several && low == high ? kinds() - 1 : low * levels() + high;
    }

    /** Whether play rests at one share only, so that its kind has a range. */
    boolean single(int kind) {
        return kind < kinds() - 1 && kind / levels() == kind % levels();
    }

    /** What play can do there, and whether it can rest between its least and its greatest rest point too. */
    String name(int kind, boolean third) {
        if (kind == kinds() - 1) {
            return "more than one rest point: history decides";
        }
        final String low = NAMES.get(between.length).get(kind / levels());
        final String high = NAMES.get(between.length).get(kind % levels());
        if (single(kind)) {
            return low + " only";
        }
        return low + " or " + high + (third ? ", or between" : "") + ": history decides";
    }

    Color colour(int kind) {
        if (kind == kinds() - 1) {
            return NEAR;
        }
        final int low = kind / levels();
        final int high = kind % levels();
        if (single(kind)) {
            return low == 0 ? LOW : low == between.length ? HIGH : MIDDLE;
        }
        return high - low > 1 ? FAR : low == 0 ? LOWER_TWO : UPPER_TWO;
    }
}
