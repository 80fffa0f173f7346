package io.github.breakranks.equilibrium;

import io.github.breakranks.answer.Watch;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Lemke-Howson paths of all labels in floating point, each followed for a few pivots, then for more. */
final class ShortPaths {
    private static final int UNIT = 8; // pivots of the shortest
    private static final long PIVOTS_A_LABEL = 10_000;

    private final FloatPath path;
    private final Consumer<double[][]> left; // is shown the weights at which a path is left
    private final int labels;
    private final LubySchedule schedule;
    private final Set<Integer> ended = new HashSet<>(); // labels whose path is known to the end
    private final Map<Integer, Integer> longest = new HashMap<>(); // by label, the highest level tried

    ShortPaths(FloatPath path, int labels, Consumer<double[][]> left) {
        this.path = path;
        this.left = left;
        this.labels = labels;
        this.schedule = new LubySchedule(labels);
    }

    /** Goes on until the actions at an end are accepted; false if that took so many products, or more pivots than are worth it. */
    boolean follow(double products, Watch watch, Predicate<Support> accepts) {
        final long budget = PIVOTS_A_LABEL * labels;
        while (path.products() < products && path.pivots() < budget && ended.size() < labels && watch.mayGoOn()) {
            final LubySchedule.Turn turn = schedule.next();
            if (ended.contains(turn.label()) || longest.getOrDefault(turn.label(), -1) >= turn.level()) {
                continue;
            }
            longest.put(turn.label(), turn.level());
            final Support support = path.follow(turn.label(), UNIT << Math.min(turn.level(), 20), watch);
            if (path.cut()) {
                left.accept(path.reached());
            } else {
                ended.add(turn.label());
            }
            if (support != null && accepts.test(support)) {
                return true;
            }
        }
        return false;
    }
}
