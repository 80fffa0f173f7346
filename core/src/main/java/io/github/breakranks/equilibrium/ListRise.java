package io.github.breakranks.equilibrium;

import io.github.breakranks.answer.Certificate;
import io.github.breakranks.answer.Watch;
import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.game.Thresholds;
import io.github.breakranks.internal.CountingCascade;
import io.github.breakranks.internal.TableText;
import io.github.breakranks.internal.ThresholdColumn;
import io.github.breakranks.population.Population;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * By how much everybody's net gain must rise for the least count of a list of n agents to reach a target: the bottleneck.
 *
 * <pre>{@code
 *   s = max over r < target of the (r+1)-th smallest of c_i - G_i(r / (n-1))
 * }</pre>
 *
 * <p>Costs are sorted once for each group and for those who have heard of the offer and those who have not.
 */
final class ListRise {
    private static final double ASIDE = 1e-11; // of the largest amount

    private final DefectionGame game;
    private final int target;
    private final List<Side> sides = new ArrayList<>();
    private double amount;
    private int critical;
    private boolean stopped;

    /** Agents to whom one gain applies, by cost. */
    private record Side(double[] sorted, int group, boolean offered) {}

    ListRise(DefectionGame game, int target, Watch watch) {
        this.game = game;
        this.target = target;
        int first = 0;
        for (int g = 0; g < game.groups(); g++) {
            final Population group = game.population().groups().get(g);
            add(group.costs(), g, first, true);
            add(group.costs(), g, first, false);
            first += group.size();
        }
        search(watch);
    }

    private void add(double[] costs, int group, int first, boolean offered) {
        int known = 0;
        for (int k = 0; k < costs.length; k++) {
            if (game.heard(first + k) == offered) {
                costs[known++] = costs[k];
            }
        }
        if (known > 0) {
            final double[] sorted = Arrays.copyOf(costs, known);
            Arrays.sort(sorted);
            sides.add(new Side(sorted, group, offered));
        }
    }

    private void search(Watch watch) {
        final int others = game.population().size() - 1;
        final double[] gains = new double[sides.size()];
        for (int r = 0; r < target && !stopped; r++) {
            stopped = (r & 1023) == 0 && !watch.mayGoOn();
            final double gone = others == 0 ? 0 : (double) r / others;
            for (int k = 0; k < gains.length; k++) {
                final Side side = sides.get(k);
                gains[k] = side.offered ? game.gain(side.group, gone) : game.gainUnheard(side.group, gone);
            }
            final double needed = smallest(r + 1, gains);
            if (needed > amount) {
                amount = needed;
                critical = r;
            }
        }
    }

    /** The rank-th smallest of cost less gain. */
    private double smallest(int rank, double... gains) {
        if (gains.length == 1) {
            return sides.get(0).sorted[rank - 1] - gains[0];
        }
        double smallest = Double.POSITIVE_INFINITY;
        for (int k = 0; k < gains.length; k++) {
            final double[] sorted = sides.get(k).sorted;
            int low = 0;
            int high = sorted.length;
            while (low < high) {
                final int mid = (low + high) >>> 1;
                if (upTo(sorted[mid] - gains[k], gains) >= rank) {
                    high = mid;
                } else {
                    low = mid + 1;
                }
            }
            smallest = low < sorted.length ? Math.min(smallest, sorted[low] - gains[k]) : smallest;
        }
        return smallest;
    }

    private int upTo(double needed, double... gains) {
        int count = 0;
        for (int k = 0; k < gains.length; k++) {
            final double[] sorted = sides.get(k).sorted;
            int low = 0;
            int high = sorted.length;
            while (low < high) {
                final int mid = (low + high) >>> 1;
                if (sorted[mid] - gains[k] <= needed) {
                    low = mid + 1;
                } else {
                    high = mid;
                }
            }
            count += low;
        }
        return count;
    }

    boolean stopped() {
        return stopped;
    }

    /** The infimum: reached itself where the indifferent go. */
    double amount() {
        return amount;
    }

    /** A count that a smaller rise would not pass. */
    int critical() {
        return critical;
    }

    /** By integer thresholds, which know nothing of sorted costs, a little below and a little above. */
    Certificate certify(Watch watch) {
        double largest = Math.abs(amount);
        for (Side side : sides) {
            largest = Math.max(
                    largest, Math.max(Math.abs(side.sorted[0]), Math.abs(side.sorted[side.sorted.length - 1])));
        }
        final double aside = ASIDE * (largest > 0 ? largest : 1);
        final int above = gone(amount + aside, watch);
        final int below = amount - aside > 0 ? gone(amount - aside, watch) : -1;
        if (above < target || below >= target) {
            return new Certificate.Unproven(
                    watch.mayGoOn()
                            ? "integer thresholds rest at " + below + " and " + above + " beside a rise of " + amount
                            : "not checked within the limit");
        }
        return new Certificate.Proven(
                "integers: " + above + " go with a rise " + TableText.number(aside, 1) + " above "
                        + TableText.number(amount, 7) + (below < 0 ? "" : ", " + below + " with one as much below"),
                List.of("net gain as evaluated in double precision"));
    }

    private int gone(double rise, Watch watch) {
        final Thresholds thresholds = Thresholds.of(Rise.raised(game, rise));
        return CountingCascade.spread(ThresholdColumn.of(thresholds), watch::mayGoOn)
                .gone();
    }
}
