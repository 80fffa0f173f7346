package io.github.breakranks.examples.chart;

import java.util.ArrayList;
import java.util.List;

/** The stretches of a curve that lie between two ends across, cut where they leave; NaN and infinity break a curve. */
final class Runs {
    private final double left;
    private final double right;
    private final List<double[][]> runs = new ArrayList<>();
    private final List<double[]> run = new ArrayList<>();

    private Runs(double left, double right) {
        this.left = left;
        this.right = right;
    }

    /** Each stretch as points across and up. */
    static List<double[][]> within(double left, double right, double[] across, double[] up) {
        final Runs runs = new Runs(left, right);
        for (int k = 0; k < across.length; k++) {
            if (!runs.inside(across[k])) {
                runs.leave(across, up, k);
                continue;
            }
            if (k > 0 && !runs.inside(across[k - 1]) && Double.isFinite(across[k - 1])) {
                runs.run.add(runs.cut(across, up, k));
            }
            runs.run.add(new double[] {across[k], up[k]});
        }
        runs.end();
        return runs.runs;
    }

    private boolean inside(double value) {
        return value >= left && value <= right;
    }

    private void leave(double[] across, double[] up, int k) {
        if (!run.isEmpty() && Double.isFinite(across[k])) {
            run.add(cut(across, up, k));
        }
        end();
    }

    /** Where the line from point k - 1 to point k crosses an end. */
    private double[] cut(double[] across, double[] up, int k) {
        final double end = Math.min(across[k - 1], across[k]) < left ? left : right;
        final double part = (end - across[k - 1]) / (across[k] - across[k - 1]);
        return new double[] {end, up[k - 1] + part * (up[k] - up[k - 1])};
    }

    private void end() {
        if (run.size() > 1) {
            runs.add(new double[][] {
                run.stream().mapToDouble(point -> point[0]).toArray(),
                run.stream().mapToDouble(point -> point[1]).toArray()
            });
        }
        run.clear();
    }
}
