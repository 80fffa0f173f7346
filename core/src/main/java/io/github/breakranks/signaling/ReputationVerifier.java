package io.github.breakranks.signaling;

import io.github.breakranks.answer.Certificate;

/**
 * Goes through a reputation once more: beliefs by Bayes' rule from cohort to cohort, soldiers against the chance that the promise is kept, and
 * every cohort at which the opportunist could break its word, or keep it once more, against what it does.
 */
final class ReputationVerifier {
    private static final double MOST = 1e-9;

    private ReputationVerifier() {}

    static Certificate certify(Reputation found) {
        final double worst = Math.max(soldiers(found), opportunist(found));
        return worst <= MOST
                ? new Certificate.Numeric(worst, "share of the benefit")
                : new Certificate.Unproven("a regret of " + worst + " is left");
    }

    /** The most that a cohort regrets, and by how much a belief departs from Bayes' rule. */
    private static double soldiers(Reputation found) {
        final ReputationGame game = found.game();
        double worst = 0;
        double believed = game.prior();
        for (int cohort = 0; cohort < game.cohorts(); cohort++) {
            worst = Math.max(worst, Math.abs(believed - found.belief(cohort)));
            final double means = found.belief(cohort);
            final double kept = means + (1 - means) * found.keeps(cohort);
            // Scaled so that kept promises gain 1 - q and broken ones lose q.
            final double gain = kept * (1 - game.belief()) - (1 - kept) * game.belief();
            worst = Math.max(worst, Math.max(gain, 0) - found.goes(cohort) * gain);
            believed = found.goes(cohort) > 0 ? means / kept : means; // of one refused nothing is learnt
        }
        return worst;
    }

    /**
     * The most that the opportunist regrets. A cohort that stays teaches nothing; where that happens by chance belief is too low for any
     * later cohort, which the next line checks, and where it happens for sure play goes on as listed.
     */
    private static double opportunist(Reputation found) {
        final ReputationGame game = found.game();
        double worst = 0;
        double later = 0; // worth of the cohorts to come, if all before were kept
        for (int cohort = game.cohorts() - 1; cohort >= 0; cohort--) {
            final double breaks = 1;
            final double keeps = 1 - game.cost() + game.patience() * later;
            final double does = found.keeps(cohort) * keeps + (1 - found.keeps(cohort)) * breaks;
            final double going = found.goes(cohort);
            if (going > 0) {
                worst = Math.max(worst, Math.max(keeps, breaks) - does);
            }
            if (going > 0 && going < 1) {
                worst = Math.max(worst, comesBack(found, cohort));
            }
            later = going * does + (going == 0 ? game.patience() * later : 0);
        }
        return worst;
    }

    /** By how much a cohort that stayed by chance leaves belief enough for some later cohort. */
    private static double comesBack(Reputation found, int stayed) {
        final ReputationGame game = found.game();
        double most = 0;
        double takes = 1; // powers of q from the end
        for (int left = 1; left < game.cohorts() - stayed; left++) {
            takes *= game.belief();
            most = Math.max(most, found.belief(stayed) - takes);
        }
        return most;
    }
}
