package io.github.breakranks.regime;

import io.github.breakranks.answer.Answer;
import io.github.breakranks.answer.Certificate;
import io.github.breakranks.answer.Solver;
import io.github.breakranks.answer.Watch;
import io.github.breakranks.internal.NormalTail;
import io.github.breakranks.internal.Quadrature;

/**
 * Finds the critical strength of a regime that manipulates what soldiers see (Edmond).
 *
 * <pre>{@code
 *   t = theta - x*                                     a(t) = argmin over a >= 0 of N(-sqrt(beta) (t + a)) + C(a)
 *   N(sqrt(beta) t*) / (N(sqrt(beta) t*) + integral over t > t* of sqrt(beta) phi(sqrt(beta) (t + a(t)))) = needed
 *   theta* = N(-sqrt(beta) (t* + a(t*))) + C(a(t*))    x* = theta* - t*
 * }</pre>
 *
 * <p>Measured from the cutoff, the regime's choice does not depend on it, so one equation in t* remains, whose left side rises. What the regime
 * minimises is not convex: all its valleys are compared, and jumps between them are kept.
 *
 * @see <a href="https://doi.org/10.1093/restud/rdt020">C. Edmond (2013), Review of Economic Studies 80, 1422-1458</a>
 */
public record ManipulationSolver() implements Solver<ManipulatedRegime, Manipulation> {
    private static final double FAR = 9; // deviations of the noise
    private static final double WITHIN = 1e-12;
    private static final int HALVINGS = 200;

    /** The solver. */
    public static ManipulationSolver solver() {
        return new ManipulationSolver();
    }

    @Override
    public Answer<Manipulation> solve(ManipulatedRegime regime, Watch watch) {
        final double root = Math.sqrt(regime.privatePrecision());
        final Valleys valleys = new Valleys(regime);
        double low = -FAR / root - valleys.farthest();
        double high = FAR / root;
        for (int step = 0; step < HALVINGS && watch.mayGoOn(); step++) {
            final double middle = low + (high - low) / 2;
            if (middle == low || middle == high || high - low < 1e-13) {
                break;
            }
            if (chance(regime, valleys, middle) < regime.needed()) {
                low = middle;
            } else {
                high = middle;
            }
        }
        final double at = low + (high - low) / 2;
        final double effort = valleys.lowest(at);
        final double strength = valleys.depth(at, effort);
        final Manipulation found = new Manipulation(regime, strength, strength - at);
        return watch.mayGoOn()
                ? new Answer.Found<>(found, ManipulationVerifier.certify(found))
                : new Answer.Stopped<>(
                        found, new Certificate.Unproven("not halved to the end"), watch.why(), "raise the limit");
    }

    /** The chance of a fall to one whose news is just the cutoff. */
    private static double chance(ManipulatedRegime regime, Valleys valleys, double critical) {
        final double root = Math.sqrt(regime.privatePrecision());
        final double falls = NormalTail.cdf(root * critical);
        double stands = 0;
        final double end = Math.max(critical, 0) + FAR / root;
        final double width = (end - critical) / 32;
        for (int k = 0; k < 32; k++) {
            stands += Quadrature.integral(
                            t -> root * NormalTail.density(root * (t + valleys.lowest(t))),
                            critical + k * width,
                            critical + (k + 1) * width,
                            WITHIN)
                    .value();
        }
        return falls / (falls + stands);
    }
}
