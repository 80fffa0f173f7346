package io.github.breakranks.regime;

import io.github.breakranks.answer.Certificate;
import io.github.breakranks.answer.Watch;
import io.github.breakranks.internal.NormalTail;

/** Checks a critical strength under manipulation from the game's rules alone, by sums over grids of strengths and manipulations. */
final class ManipulationVerifier {
    private static final int STRENGTHS = 4_000;
    private static final int EFFORTS = 200;
    private static final int FINER = 40;
    private static final int PASSES = 4;

    private ManipulationVerifier() {}

    /** Unproven if the watch stops it. */
    static Certificate certify(Manipulation found, Watch watch) {
        final ManipulatedRegime regime = found.regime();
        final double root = Math.sqrt(regime.privatePrecision());
        double most = 1;
        while (regime.effort().applyAsDouble(most) < 1) {
            most *= 2;
        }
        final double earned = found.criticalStrength() - least(found, found.criticalStrength(), most)[0];
        final double falls = NormalTail.cdf(root * (found.criticalStrength() - found.cutoff()));
        final double end = Math.max(found.criticalStrength(), found.cutoff()) + 8 / root;
        final double step = (end - found.criticalStrength()) / STRENGTHS;
        double stands = 0;
        for (int k = 0; k < STRENGTHS && watch.mayGoOn(); k++) {
            final double strength = found.criticalStrength() + (k + 0.5) * step;
            final double seen = strength + least(found, strength, most)[1];
            stands += step * root * NormalTail.density(root * (seen - found.cutoff()));
        }
        if (!watch.mayGoOn()) {
            return new Certificate.Unproven("not checked to the end");
        }
        final double believed = falls / (falls + stands) - regime.needed();
        return new Certificate.Numeric(Math.max(Math.abs(earned), Math.abs(believed)), "share");
    }

    /** The least of who goes plus effort, and the manipulation that brings it: a grid, then finer ones round its best. */
    private static double[] least(Manipulation found, double strength, double most) {
        final double root = Math.sqrt(found.regime().privatePrecision());
        double from = 0;
        double to = most;
        double best = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int pass = 0; pass < PASSES; pass++) {
            final int efforts = pass == 0 ? EFFORTS : FINER;
            final double step = (to - from) / efforts;
            for (int k = 0; k <= efforts; k++) {
                final double effort = from + k * step;
                final double value = NormalTail.survival(root * (strength + effort - found.cutoff()))
                        + found.regime().effort().applyAsDouble(effort);
                if (value < least) {
                    least = value;
                    best = effort;
                }
            }
            from = Math.max(0, best - 2 * step);
            to = best + 2 * step;
        }
        return new double[] {least, best};
    }
}
