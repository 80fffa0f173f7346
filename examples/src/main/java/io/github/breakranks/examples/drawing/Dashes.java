package io.github.breakranks.examples.drawing;

import java.util.ArrayList;
import java.util.List;

/** Cuts a curve into dashes: a stroke of dashes begins anew at each of its points and so would leave no gap between near ones. */
final class Dashes {
    private static final double PIECE = 1.5; // of a whole drawing of 100 by 100

    private Dashes() {}

    /**
     * The points of every other piece, a point without a height behind each.
     *
     * @param points across, and up
     * @param wide   how far the drawing goes across
     * @param high   how far it goes up
     */
    static double[][] of(double[][] points, double wide, double high) {
        final List<double[]> cut = new ArrayList<>();
        double along = 0;
        for (int k = 1; k < points[0].length; k++) {
            final double dx = points[0][k] - points[0][k - 1];
            final double dy = points[1][k] - points[1][k - 1];
            final double length = 100 * Math.hypot(dx / wide, dy / high);
            double done = 0;
            while (done < length) {
                final double next = Math.min(length, done + PIECE - along % PIECE);
                final boolean drawn = (int) (along / PIECE + 1e-9) % 2 == 0;
                for (double at : new double[] {done, next}) {
                    final double part = at / length;
                    cut.add(new double[] {
                        points[0][k - 1] + part * dx, drawn ? points[1][k - 1] + part * dy : Double.NaN
                    });
                }
                along += Math.max(next - done, 1e-9);
                done = next;
            }
        }
        return new double[][] {
            cut.stream().mapToDouble(point -> point[0]).toArray(),
            cut.stream().mapToDouble(point -> point[1]).toArray()
        };
    }
}
