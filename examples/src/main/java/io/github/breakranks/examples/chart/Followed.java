package io.github.breakranks.examples.chart;

import io.github.breakranks.equilibrium.Jump;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * Jumps followed from row to row: a curve is made of jumps over the same shares, so that it never flips to another. Where two jumps become
 * one their curves meet.
 */
final class Followed {
    private static final double NOTABLE = 0.25; // of the largest: a law of listed costs jumps by an agent all the time
    private static final double SAME = 0.5; // of the smaller of two jumps

    private final List<Curve> all = new ArrayList<>();
    private final double least;
    private List<Curve> open = List.of(); // up to the row before

    private Followed(double least) {
        this.least = least;
    }

    /** A curve: the jump in each row from one on. */
    record Curve(int firstRow, List<Jump> jumps) {
        private Jump last() {
            return jumps.get(jumps.size() - 1);
        }

        private int lastRow() {
            return firstRow + jumps.size() - 1;
        }

        Jump largest() {
            return Collections.max(jumps, Comparator.comparingDouble(Followed::size));
        }
    }

    /** The curves of all jumps that are not small beside the largest, the largest first. */
    static List<Curve> curves(List<List<Jump>> rows) {
        final double largest = rows.stream()
                .flatMap(List::stream)
                .mapToDouble(Followed::size)
                .max()
                .orElse(0);
        final Followed followed = new Followed(NOTABLE * largest);
        for (int row = 0; row < rows.size(); row++) {
            followed.follow(row, rows.get(row));
        }
        followed.all.sort(Comparator.comparingDouble((Curve curve) -> size(curve.largest()))
                .reversed());
        return followed.all;
    }

    private static double size(Jump jump) {
        return Math.abs(jump.to() - jump.from());
    }

    /** How much two jumps have in common, as a part of the smaller one. */
    private static double common(Jump one, Jump other) {
        final double low = Math.max(Math.min(one.from(), one.to()), Math.min(other.from(), other.to()));
        final double high = Math.min(Math.max(one.from(), one.to()), Math.max(other.from(), other.to()));
        return (high - low) / Math.min(size(one), size(other));
    }

    /** A possible next jump of a curve, and how many shares the two have in common. */
    private record Step(Curve curve, Jump jump, double shares) {}

    private void follow(int row, List<Jump> found) {
        final List<Jump> jumps = found.stream()
                .filter(jump -> size(jump) > 0 && size(jump) >= least && Double.isFinite(jump.value()))
                .toList();
        final List<Step> steps = new ArrayList<>();
        for (Curve curve : open) {
            for (Jump jump : jumps) {
                final double common = common(curve.last(), jump);
                if (common > SAME) {
                    steps.add(new Step(curve, jump, common * Math.min(size(curve.last()), size(jump))));
                }
            }
        }
        steps.sort(Comparator.comparingDouble(Step::shares).reversed());
        final List<Jump> taken = new ArrayList<>();
        final List<Curve> goOn = new ArrayList<>();
        for (Step step : steps) {
            final boolean first = !taken.contains(step.jump);
            if (step.curve.lastRow() < row) {
                step.curve.jumps.add(step.jump);
                if (first) {
                    goOn.add(step.curve); // a second curve to a jump ends there
                }
                taken.add(step.jump);
            } else if (first) { // a second jump from a curve begins there
                final Jump before = step.curve.jumps.get(step.curve.jumps.size() - 2);
                goOn.add(begun(row - 1, before, step.jump));
                taken.add(step.jump);
            }
        }
        for (Jump jump : jumps) {
            if (!taken.contains(jump)) {
                goOn.add(begun(row, jump));
            }
        }
        open = goOn;
    }

    private Curve begun(int row, Jump... jumps) {
        final Curve curve = new Curve(row, new ArrayList<>(List.of(jumps)));
        all.add(curve);
        return curve;
    }
}
