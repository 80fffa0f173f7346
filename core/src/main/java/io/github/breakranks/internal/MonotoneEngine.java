package io.github.breakranks.internal;

import java.util.Arrays;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Iterates an order-preserving map of share vectors from the bottom up or from the top down.
 *
 * <pre>{@code
 *   x_0 = start,   x_(k+1) = Phi(x_k)
 * }</pre>
 *
 * <p>From below its least fixed point the iterates rise to it, from above its greatest they fall to that (Tarski 1955; Kleene). So every
 * step must move in one direction: a coordinate that moves back shows that the map is not monotone, and the run ends there and names it.
 */
public final class MonotoneEngine {
    private static final double ROUNDING = 1e-15; // a step back smaller than this is rounding

    private MonotoneEngine() {}

    /** A map of share vectors. */
    @FunctionalInterface
    public interface Map {
        /** Writes the image of {@code x} into {@code image}. */
        void apply(double[] x, double[] image);
    }

    /**
     * How far to go.
     *
     * @param up       whether iterates must rise
     * @param still    a step that moves no coordinate by more than this ends the run
     * @param most     most steps taken
     * @param mayGoOn  asked every 1024 steps, more often where there are many coordinates
     * @param eachStep told every iterate after the start; must not keep the array
     */
    public record Limits(boolean up, double still, int most, BooleanSupplier mayGoOn, Consumer<double[]> eachStep) {}

    /** Where monotonicity failed: this coordinate moved the wrong way. */
    public record Violation(int coordinate, double from, double to) {}

    /**
     * How a run ended.
     *
     * @param at        the last iterate
     * @param steps     steps taken
     * @param still     whether it came to rest
     * @param violation where the map turned out not to be monotone, null if nowhere
     */
    public record Run(
            double[] at, int steps, boolean still, @Nullable Violation violation) {}

    /** Iterates from a start until it rests, a limit is met or monotonicity fails. */
    public static Run run(Map map, double[] start, Limits limits) {
        double[] x = start.clone();
        double[] image = new double[x.length];
        final int asked = Math.max(1, 1024 / Math.max(1, start.length));
        for (int step = 1; step <= limits.most; step++) {
            if (step % asked == 0 && !limits.mayGoOn.getAsBoolean()) {
                return new Run(x, step - 1, false, null);
            }
            map.apply(x, image);
            double farthest = 0;
            for (int i = 0; i < x.length; i++) {
                final double move = limits.up ? image[i] - x[i] : x[i] - image[i];
                if (!(move >= -ROUNDING)) { // NaN too
                    return new Run(x, step - 1, false, new Violation(i, x[i], image[i]));
                }
                farthest = Math.max(farthest, move);
            }
            final double[] before = x;
            x = image;
            image = before;
            limits.eachStep.accept(x);
            if (farthest <= limits.still) {
                return new Run(x, step, true, null);
            }
        }
        return new Run(x, limits.most, false, null);
    }

    /**
     * Whether the fixed point that a run climbs to (or falls to) lies within {@code room} beyond {@code at}: true if the map carries {@code
     * at + room} down or nowhere, since a monotone map has a fixed point below every point that it does not raise; and the other way round.
     */
    public static boolean within(Map map, double[] at, double room, boolean up) {
        final double[] everywhere = new double[at.length];
        Arrays.fill(everywhere, room);
        return within(map, at, everywhere, up);
    }

    /** The same with room of its own for each coordinate. */
    public static boolean within(Map map, double[] at, double[] room, boolean up) {
        final double[] beyond = at.clone();
        Arrays.setAll(beyond, i -> up ? Math.min(1, at[i] + room[i]) : Math.max(0, at[i] - room[i]));
        final double[] image = new double[at.length];
        map.apply(beyond, image);
        for (int i = 0; i < at.length; i++) {
            if (!(up ? image[i] <= beyond[i] : image[i] >= beyond[i])) {
                return false;
            }
        }
        return true;
    }

    /**
     * A direction in which the map is likely to come back to {@code at}: {@code (I - J)^-1 1} by 200 terms of its series, scaled so that its
     * largest coordinate is 1. Only a guess, for {@link #within} to confirm.
     */
    public static double[] direction(Map map, double[] at) {
        final double aside = 1e-7;
        final double[] here = new double[at.length];
        map.apply(at, here);
        double[] direction = new double[at.length];
        Arrays.fill(direction, 1);
        for (int term = 0; term < 200 && at.length > 1; term++) {
            final double largest = Arrays.stream(direction).max().orElse(1);
            final double[] beside = at.clone();
            final double[] image = new double[at.length];
            final boolean inside = Arrays.stream(at).allMatch(x -> x + aside <= 1);
            for (int i = 0; i < at.length; i++) {
                beside[i] += (inside ? aside : -aside) * direction[i] / largest;
            }
            map.apply(beside, image);
            final double[] next = new double[at.length];
            for (int i = 0; i < at.length; i++) {
                next[i] = 1 + Math.max(0, (image[i] - here[i]) / (inside ? aside : -aside)) * largest;
            }
            if (!(Arrays.stream(next).max().orElse(1) < 1e12)) {
                break;
            }
            direction = next;
        }
        final double largest = Arrays.stream(direction).max().orElse(1);
        return Arrays.stream(direction).map(each -> each / largest).toArray();
    }
}
