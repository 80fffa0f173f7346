package io.github.breakranks.signaling;

import io.github.breakranks.answer.Answer;
import io.github.breakranks.answer.Certificate;
import io.github.breakranks.answer.Solver;
import io.github.breakranks.answer.Watch;

/**
 * Finds how a host's reputation carries a promise through cohorts of soldiers, by backward induction in closed form.
 *
 * <pre>{@code
 *   with k cohorts left, this one included, and belief p that the host is committed:
 *
 *   p >= q^(k-1)   the opportunist keeps its word, soldiers go
 *   p <  q^(k-1)   it keeps it with chance x, so that one kept promise lifts belief to q^(k-1):   p / (p + (1-p) x) = q^(k-1)
 *                  soldiers go if  p > q^k,  stay if  p < q^k,  and at q^k go with chance  cost / patience
 *   broken once    belief is 0: nobody goes any more
 *
 *   cost > patience   the opportunist never keeps it: soldiers go if p >= q, and after one kept promise always
 * }</pre>
 *
 * <p>The thresholds fall as powers of q: with enough cohorts to come a small chance that the host is committed is enough for the opportunist
 * to act as if it were. Without an end it keeps its word for ever under the same condition, {@code cost <= patience}. Where the first soldiers
 * are indifferent they go. The certificate simulates forward and tries every single departure. Cost: O(cohorts).
 *
 * @see <a href="https://doi.org/10.1016/0022-0531(82)90030-8">D. Kreps and R. Wilson (1982), Journal of Economic Theory 27, 253-279</a>
 */
public record ReputationSolver() implements Solver<ReputationGame, Reputation> {
    private static final double ROUNDING = 1 - 1e-12; // a belief so near what it takes is enough

    /** The solver; there is nothing to set. */
    public static ReputationSolver solver() {
        return new ReputationSolver();
    }

    @Override
    public Answer<Reputation> solve(ReputationGame game, Watch watch) {
        final int cohorts = game.cohorts();
        final double[] belief = new double[cohorts];
        final double[] keeps = new double[cohorts]; // chance that the opportunist does
        final double[] going = new double[cohorts];
        double p = game.prior();
        boolean mixed = false;
        for (int cohort = 0; cohort < cohorts; cohort++) {
            final int left = cohorts - cohort;
            final double goal = Math.pow(game.belief(), left - 1.0);
            belief[cohort] = p;
            if (!game.worthKeeping()) {
                going[cohort] = p >= game.belief() * ROUNDING ? 1 : 0;
                p = going[cohort] == 1 ? 1 : p;
                continue;
            }
            keeps[cohort] = left == 1 ? 0 : p >= goal * ROUNDING ? 1 : p * (1 - goal) / ((1 - p) * goal);
            final double kept = p + (1 - p) * keeps[cohort];
            going[cohort] = mixed ? game.cost() / game.patience() : kept >= game.belief() * ROUNDING ? 1 : 0;
            if (going[cohort] > 0 && keeps[cohort] < 1) {
                p = goal;
                mixed = true;
            }
        }
        final Reputation found = new Reputation(game, belief, keeps, going);
        if (!watch.mayGoOn()) {
            return new Answer.Stopped<>(
                    found, new Certificate.Unproven("not checked within the limit"), watch.why(), "raise the limit");
        }
        return new Answer.Found<>(found, ReputationVerifier.certify(found));
    }
}
