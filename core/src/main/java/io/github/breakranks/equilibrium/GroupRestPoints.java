package io.github.breakranks.equilibrium;

import io.github.breakranks.answer.Watch;
import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.internal.MonotoneEngine;
import io.github.breakranks.internal.Positive;
import io.github.breakranks.internal.TableText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds the rest points of groups of laws: the least by climbing from nobody and the greatest by falling from everybody, both finished by
 * Newton's method; those between, for two groups, by Newton's method from a grid of starts.
 */
final class GroupRestPoints {
    private static final int BATCH = 64; // steps of the climb between attempts to finish it
    private static final int MOST_BATCHES = 20_000;
    private static final int LONGEST =
            64; // a batch grows to so many times its first length, as near a fold no attempt succeeds
    private static final int STARTS = 24; // by side of the grid, for two groups
    private static final double STILL = 1e-15;
    private static final double SAME = 1e-9;
    private static final double SINGULAR = 1e-5; // determinant of I - J
    private static final double APART = 0.01; // shares of points that are told apart there

    private final DefectionGame game;
    private final GroupReply reply;
    private final Watch watch;
    private final List<double[]> found = new ArrayList<>();
    private final List<String> doubts = new ArrayList<>();
    private boolean stopped;

    private GroupRestPoints(DefectionGame game, Watch watch) {
        this.game = game;
        this.reply = new GroupReply(game);
        this.watch = watch;
    }

    /** The least and the greatest, and for two groups all between that were found. */
    static GroupRestPoints of(DefectionGame game, Watch watch) {
        final GroupRestPoints points = new GroupRestPoints(game, watch);
        points.add(points.limit(true));
        points.add(points.limit(false));
        if (points.found.size() > 1 && points.reply.groups() == 2) {
            points.search();
        } else if (points.found.size() > 1) {
            points.doubts.add("rest points between the least and the greatest are only looked for in two groups");
        }
        points.found.sort(Comparator.comparingDouble(points::total));
        return points;
    }

    /** The share of all heads that has gone in the least ({@code up}) or the greatest rest point; NaN if the watch stops the work. */
    static double total(DefectionGame game, boolean up, Watch watch) {
        final GroupRestPoints points = new GroupRestPoints(game, watch);
        final double[] limit = points.limit(up);
        return points.stopped ? Double.NaN : points.total(limit);
    }

    /** The least ({@code up}) or the greatest rest point alone; empty if the watch stops the work. */
    static Optional<RestPoint> extreme(DefectionGame game, boolean up, Watch watch) {
        final GroupRestPoints points = new GroupRestPoints(game, watch);
        final double[] limit = points.limit(up);
        return points.stopped ? Optional.empty() : Optional.of(points.point(limit));
    }

    List<String> doubts() {
        return doubts;
    }

    boolean stopped() {
        return stopped;
    }

    List<RestPoint> points() {
        return found.stream().map(this::point).toList();
    }

    private void add(double[] shares) {
        for (double[] known : found) {
            if (distance(known, shares) <= SAME) {
                return;
            }
        }
        found.add(shares);
    }

    private double total(double[] shares) {
        double sum = 0;
        for (int g = 0; g < shares.length; g++) {
            sum += game.population().mass(g) * shares[g];
        }
        return sum;
    }

    private static double distance(double[] a, double[] b) {
        double most = 0;
        for (int g = 0; g < a.length; g++) {
            most = Math.max(most, Math.abs(a[g] - b[g]));
        }
        return most;
    }

    /** Where play comes to rest from nobody ({@code up}) or from everybody. */
    private double[] limit(boolean up) {
        double[] x = new double[reply.groups()];
        Arrays.fill(x, up ? 0 : 1);
        int batch = batch();
        for (int steps = 0; steps < MOST_BATCHES * batch(); steps += batch) {
            batch = steps == 0 ? batch : Math.min(2 * batch, LONGEST * batch());
            final MonotoneEngine.Run run = MonotoneEngine.run(
                    reply::write, x, new MonotoneEngine.Limits(up, STILL, batch, watch::mayGoOn, each -> {}));
            if (run.violation() != null) {
                doubts.add("the best reply of group "
                        + game.population()
                                .groups()
                                .get(run.violation().coordinate())
                                .name() + " moved back from " + run.violation().from() + " to "
                        + run.violation().to());
                return run.at();
            }
            x = run.at();
            final double[] finished = run.still() ? x : newton(x);
            if (run.still() || finished != null && onlyOneBetween(x, finished, up)) {
                return finished == null ? x : finished;
            }
            if (!watch.mayGoOn()) {
                stopped = true;
                break;
            }
        }
        doubts.add(
                (up ? "the climb from nobody" : "the fall from everybody") + " had not come to rest, as near a fold");
        return x;
    }

    /** A step costs the square of the number of groups, to finish by Newton's method its cube: many groups climb longer first. */
    private int batch() {
        return Math.max(BATCH, 8 * reply.groups());
    }

    /** Newton's method for {@code Phi(x) = x}; null if it does not settle in [0, 1]. */
    private double @Nullable [] newton(double[] start) {
        double[] x = start.clone();
        double before = Double.POSITIVE_INFINITY;
        for (int step = 0; step < 60; step++) {
            final double[] image = reply.at(x);
            final double[] lack = new double[x.length];
            Arrays.setAll(lack, g -> 0);
            double most = 0;
            for (int g = 0; g < x.length; g++) {
                lack[g] = image[g] - x[g];
                most = Math.max(most, Math.abs(lack[g]));
            }
            if (most <= 1e-15 || most <= 1e-13 && most >= before) {
                return x;
            }
            before = most;
            final double[] move = Positive.solve(reply.jacobian(x), lack);
            if (move == null) {
                return null;
            }
            for (int g = 0; g < x.length; g++) {
                x[g] = Math.min(1, Math.max(0, x[g] + move[g]));
                if (Double.isNaN(x[g])) {
                    return null;
                }
            }
        }
        return null;
    }

    /** Whether the map contracts between an iterate and a fixed point beyond it, so that no other lies between. */
    private boolean onlyOneBetween(double[] iterate, double[] fixed, boolean up) {
        final double[][] most = new double[fixed.length][fixed.length];
        for (int g = 0; g < fixed.length; g++) {
            if (up ? fixed[g] < iterate[g] - SAME : fixed[g] > iterate[g] + SAME) {
                return false;
            }
            final double from = reply.seen(g, up ? iterate : fixed);
            final double to = reply.seen(g, up ? fixed : iterate);
            final double steepest = reply.steepnessOver(g, Math.min(from, to), Math.max(from, to))
                    .high();
            if (!(steepest < Double.POSITIVE_INFINITY)) {
                return false;
            }
            for (int h = 0; h < fixed.length; h++) {
                most[g][h] = steepest * reply.seen()[g][h];
            }
        }
        return Positive.shrunk(most) != null;
    }

    private void search() {
        final double[] least = found.get(0);
        final double[] greatest = found.get(1);
        for (int i = 0; i <= STARTS; i++) {
            for (int k = 0; k <= STARTS; k++) {
                final double[] rest = newton(new double[] {
                    least[0] + (greatest[0] - least[0]) * i / STARTS, least[1] + (greatest[1] - least[1]) * k / STARTS
                });
                if (rest != null) {
                    addBetween(rest);
                }
            }
        }
    }

    /** Where I - J is nearly singular Newton's method stops anywhere near: one point stands for all of them, and a doubt. */
    private void addBetween(double[] rest) {
        final double[][] j = reply.jacobian(rest);
        final double determinant = (1 - j[0][0]) * (1 - j[1][1]) - j[0][1] * j[1][0];
        if (Math.abs(determinant) > SINGULAR) {
            add(rest);
            return;
        }
        if (found.stream().noneMatch(known -> distance(known, rest) <= APART)) {
            add(rest);
            doubts.add("near shares " + TableText.number(rest[0], 4) + " and " + TableText.number(rest[1], 4)
                    + " rest points cannot be told apart, as where one parts into several");
        }
    }

    private RestPoint point(double[] shares) {
        final double[] staying = new double[shares.length];
        double residual = 0;
        for (int g = 0; g < shares.length; g++) {
            staying[g] = shares[g] > 0.5 ? game.unwilling(g, reply.seen(g, shares)) : 1 - shares[g];
            residual = Math.max(residual, Math.abs(game.willing(g, reply.seen(g, shares)) - shares[g]));
        }
        final double[][] jacobian = reply.jacobian(shares);
        final boolean stable = Positive.shrunk(jacobian) != null;
        return RestPoint.ofGroups(
                game.population(), shares, staying, stable ? Stability.STABLE : Stability.UNSTABLE, residual);
    }
}
