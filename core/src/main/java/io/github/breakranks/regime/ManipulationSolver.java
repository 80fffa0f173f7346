package io.github.breakranks.regime;

import io.github.breakranks.answer.Answer;
import io.github.breakranks.answer.Certificate;
import io.github.breakranks.answer.Solver;
import io.github.breakranks.answer.Watch;
import io.github.breakranks.internal.NormalTail;
import io.github.breakranks.internal.Quadrature;
import java.util.function.DoubleUnaryOperator;

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
 * @see "C. Edmond (2013), Information Manipulation, Coordination, and Regime Change, Review of Economic Studies 80, 1422-1458"
 */
public record ManipulationSolver() implements Solver<ManipulatedRegime, Manipulation> {
    private static final double FAR = 9; // deviations of the noise
    private static final int PANELS = 32;
    private static final int MOST_STEPS = 100;

    /** The solver. */
    public static ManipulationSolver solver() {
        return new ManipulationSolver();
    }

    @Override
    public Answer<Manipulation> solve(ManipulatedRegime regime, Watch watch) {
        final double root = Math.sqrt(regime.privatePrecision());
        final Valleys valleys = new Valleys(regime);
        final DoubleUnaryOperator stood = t -> root * NormalTail.density(root * (t + valleys.lowest(t)));
        final double[] cuts =
                Bends.of(stood, new double[] {-FAR / root - valleys.farthest(), FAR / root}, PANELS, watch);
        int panel = cuts.length - 1; // down to the one in which the chance of a fall is as needed
        double beyond = 0;
        double whole = 0;
        while (panel > 0 && watch.mayGoOn()) {
            whole = rule(stood, cuts[panel - 1], cuts[panel]);
            if (missing(regime, cuts[panel - 1], beyond + whole) < 0) {
                break;
            }
            beyond += whole;
            panel--;
        }
        double low = cuts[Math.max(0, panel - 1)];
        double high = cuts[panel];
        double atLow = missing(regime, low, beyond + whole);
        double atHigh = missing(regime, high, beyond);
        for (int step = 0; step < MOST_STEPS && watch.mayGoOn(); step++) {
            final double slip = step % 3 == 2 ? 0.5 : atLow / (atLow - atHigh);
            final double at = low + slip * (high - low);
            if (!(at > low && at < high) || high - low < 1e-15) {
                break;
            }
            final double missing = missing(regime, at, beyond + rule(stood, at, cuts[panel]));
            if (missing < 0) {
                low = at;
                atLow = missing;
            } else {
                high = at;
                atHigh = missing;
            }
        }
        final double at = -atLow < atHigh ? low : high;
        final double strength = valleys.depth(at, valleys.lowest(at));
        final Manipulation found = new Manipulation(regime, strength, strength - at);
        final Certificate certificate = watch.mayGoOn()
                ? ManipulationVerifier.certify(found, watch)
                : new Certificate.Unproven("not looked for to the end");
        return certificate instanceof Certificate.Unproven && !watch.mayGoOn()
                ? new Answer.Stopped<>(found, certificate, watch.why(), "raise the limit")
                : new Answer.Found<>(found, certificate);
    }

    /** The chance of a fall to one whose news is just the cutoff, less what is needed. */
    private static double missing(ManipulatedRegime regime, double critical, double stands) {
        final double falls = NormalTail.cdf(Math.sqrt(regime.privatePrecision()) * critical);
        return falls / (falls + stands) - regime.needed();
    }

    private static double rule(DoubleUnaryOperator f, double from, double to) {
        double sum = 0;
        for (int k = 0; k < Quadrature.POINTS; k++) {
            sum += Quadrature.weight(k) * f.applyAsDouble(from + (to - from) * Quadrature.at(k));
        }
        return sum * (to - from);
    }
}
