package io.github.breakranks.cascade;

import io.github.breakranks.answer.Answer;
import io.github.breakranks.answer.Certificate;
import io.github.breakranks.answer.Fraction;
import io.github.breakranks.answer.Solver;
import io.github.breakranks.answer.Watch;
import io.github.breakranks.internal.Checks;
import java.util.Objects;
import org.apache.commons.math3.special.Gamma;

/**
 * Finds Watts's cascade window of Poisson networks on which all have one threshold.
 *
 * <pre>{@code
 *   f(z) = z Q(K-1, z) = z e^-z sum_{j=0}^{K-2} z^j / j!  > 1          K = floor(1/r), in whole numbers
 * }</pre>
 *
 * <p>{@code f' / Q} is {@code 1 - z^(K-1) / ((K-2)! sum z^j / j!)}, which falls: f rises, then falls, and passes 1 at two mean degrees or at
 * none. For K up to 3 it stays below 1 (at most {@code z + z^2} against {@code e^z}); from K = 4 on it is above 1 at z = 2. Both ends are
 * halved to neighbouring doubles. The certificate compares the two series term by term in decimals rounded the safe way, 5e-11 below and
 * above each end.
 *
 * <p>Cost: some 100 values of Q, and O(K) decimals of 40 digits four times.
 *
 * @see CascadeWindow
 */
public record CascadeWindowSolver() implements Solver<Fraction, CascadeWindow> {
    /** The lowest threshold whose window is looked for, a share of neighbours. */
    public static final Fraction LEAST = Fraction.of(1, 10_000);

    static final int LEAST_VULNERABLE = 4; // below, no window
    private static final double INSIDE = 2; // a mean degree within every window: 2 Q(3, 2) = 1.353

    /** The solver; there is nothing to set. */
    public static CascadeWindowSolver solver() {
        return new CascadeWindowSolver();
    }

    /**
     * The window of a threshold.
     *
     * @param threshold all have, a share of neighbours, from 1/10000 to 1
     */
    @Override
    public Answer<CascadeWindow> solve(Fraction threshold, Watch watch) {
        Objects.requireNonNull(watch, "watch");
        CommonShare.requireShare(threshold);
        if (threshold.compareTo(LEAST) < 0) {
            throw Checks.refused("threshold must be at least %s [share of neighbours], but was %s", LEAST, threshold);
        }
        final int k = threshold.inverse().floor().intValueExact();
        if (k < LEAST_VULNERABLE) {
            return new Answer.Found<>(new CascadeWindow(threshold, k, Double.NaN, Double.NaN), WindowVerifier.none(k));
        }
        final double above = k + 20 * Math.sqrt(k); // ten and more standard deviations: f is below 1
        final CascadeWindow window = new CascadeWindow(threshold, k, end(k, INSIDE, 1), end(k, INSIDE, above));
        if (!watch.mayGoOn()) {
            final String why = watch.why();
            return new Answer.Stopped<>(window, new Certificate.Unproven("not checked"), why, "raise the limit");
        }
        return new Answer.Found<>(window, WindowVerifier.certify(window));
    }

    /** Where f passes 1 between a mean degree inside the window and one outside, to neighbouring doubles. */
    private static double end(int k, double inside, double outside) {
        double in = inside;
        double out = outside;
        for (double mid = 0.5 * (in + out); mid != in && mid != out; mid = 0.5 * (in + out)) {
            if (mid * Gamma.regularizedGammaQ(k - 1, mid) > 1) {
                in = mid;
            } else {
                out = mid;
            }
        }
        return in;
    }
}
