package io.github.breakranks.regime;

import io.github.breakranks.answer.Answer;
import io.github.breakranks.answer.Certificate;
import io.github.breakranks.answer.Solver;
import io.github.breakranks.answer.Watch;

/**
 * Finds all critical strengths of a game of regime change: those up to which the regime falls if all expect just that.
 *
 * <pre>{@code
 *   theta* = sum of w_g A_g(theta*; theta*)            w: influence times mass, adding up to 1; A: who goes at the critical strength
 *   private news only:  theta* = sum of w_g E(1 - c/B)  limited to [0, 1], whatever the precisions and the noise
 *   public news:        A = N((alpha (theta* - z) - sqrt(alpha + beta) N^-1(c/B)) / sqrt(beta))
 * }</pre>
 *
 * <p>A rises in theta*, so there is a least and a greatest critical strength. There is only one if {@code alpha / sqrt(beta) <= sqrt(2 pi)}
 * for each contingent, all noise being normal; else
 * stretches of [0, 1] are halved until bounds on the slope leave none or one in each. Where private news is not normal and something is said
 * in public the slope is not bounded, but more go when more is expected: no other critical strength lies between a strength and the share that
 * goes there, so that walks from beside each lead to the next. Where two are about to meet they do not, nor where news is so public that doubles
 * no longer tell private news apart: then others may be missed, and the certificate says so. A list of which one is found to be off by more than 1e-6
 * is not called complete.
 *
 * <p>Cost: some hundred nanoseconds under private news, some microseconds under public news for soldiers of one cost, below a millisecond where
 * costs follow a law. Where private news is not normal and something is said in public it is tens of milliseconds for soldiers of one cost; where
 * costs then follow a law it is from a tenth of a second to three, each strength is checked, and that there are no others is hardly ever proven.
 * A limit is overrun a little where hundreds of contingents are integrated, as it is asked for between rounds over all of them.
 *
 * @see "S. Morris, H. S. Shin (2003), Global Games: Theory and Applications, in Advances in Economics and Econometrics I, Cambridge"
 * @see <a href="https://doi.org/10.1257/aer.102.7.3439">J. Sakovics, J. Steiner (2012), American Economic Review 102, 3439-3461</a>
 */
public record RegimeSolver() implements Solver<RegimeChange, RegimeFall> {

    /** The solver. */
    public static RegimeSolver solver() {
        return new RegimeSolver();
    }

    @Override
    public Answer<RegimeFall> solve(RegimeChange game, Watch watch) {
        if (game.flat()) {
            final double[] only = {CriticalStrengths.untold(game)};
            return checked(new RegimeFall(game, only, true), RegimeVerifier.certify(game, only, true, watch), watch);
        }
        final CriticalStrengths found = CriticalStrengths.of(game, watch);
        final double[] strengths = found.strengths();
        final boolean complete = found.complete();
        if (found.stopped()) {
            return new Answer.Stopped<>(
                    new RegimeFall(game, strengths, complete),
                    new Certificate.Unproven("not looked for to the end"),
                    watch.why(),
                    "raise the limit");
        }
        final Certificate certificate = RegimeVerifier.certify(game, strengths, complete, watch);
        final double off = certificate instanceof Certificate.Numeric numeric ? numeric.worst() : 0;
        final boolean wrong = !(off <= RegimeFall.SURE); // then who else goes is not known either
        return checked(new RegimeFall(game, strengths, complete && !wrong, wrong ? off : 0), certificate, watch);
    }

    private static Answer<RegimeFall> checked(RegimeFall fall, Certificate certificate, Watch watch) {
        return certificate instanceof Certificate.Unproven && !watch.mayGoOn()
                ? new Answer.Stopped<>(fall, certificate, watch.why(), "raise the limit")
                : new Answer.Found<>(fall, certificate);
    }
}
