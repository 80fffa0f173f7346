package io.github.breakranks.signaling;

import io.github.breakranks.internal.Checks;
import io.github.breakranks.internal.TableText;

/**
 * A host makes the same promise to one cohort of soldiers after another, and each sees what became of those before it.
 *
 * <pre>{@code
 *   soldiers    go, promise kept: kept       broken: -loss       stay: 0        go  <=>  chance that it is kept >= q = loss / (kept + loss)
 *   opportunist keeps it: benefit - cost     breaks it: benefit  refused: 0     worth of a cohort later: times patience
 *   committed   always keeps it
 * }</pre>
 *
 * @param prior    chance that the host is committed, a share above 0 and below 1
 * @param belief   how likely a promise must be kept for soldiers to go, q, a share above 0 and below 1
 * @param cost     what keeping the promise to a cohort costs, as a share of the benefit of its coming, above 0
 * @param patience worth of a benefit one cohort later, as a share of its worth now
 * @param cohorts  how many cohorts there are [count]
 * @see <a href="https://doi.org/10.1016/0022-0531(82)90030-8">D. Kreps and R. Wilson (1982), "Reputation and Imperfect Information", Journal of
 *     Economic Theory 27, 253-279</a>
 */
public record ReputationGame(double prior, double belief, double cost, double patience, int cohorts) {
    public ReputationGame {
        inside("prior", prior);
        inside("belief", belief);
        Checks.above(0.0, "cost", "share of the benefit", cost);
        Checks.share("patience", patience);
        Checks.count(1, "cohorts", "cohorts", cohorts);
    }

    private static void inside(String name, double share) {
        if (!(share > 0 && share < 1)) {
            throw Checks.refused("%s must be a share in (0, 1), but was %s", name, share);
        }
    }

    /**
     * A game of so many cohorts, in which a host is as patient as can be.
     *
     * @param prior   chance that the host is committed, a share above 0 and below 1
     * @param kept    what a soldier gains if the promise is kept [unit of the game], above 0
     * @param loss    what he loses if it is broken, after escrow and shelter ({@link Commitment#loss}) [unit of the game], above 0
     * @param cost    what keeping it costs, as a share of the benefit, above 0
     * @param cohorts how many cohorts [count]
     */
    public static ReputationGame of(double prior, double kept, double loss, double cost, int cohorts) {
        Checks.above(0.0, "kept", "unit of the game", kept);
        Checks.above(0.0, "loss", "unit of the game", loss);
        return new ReputationGame(prior, loss / (kept + loss), cost, 1, cohorts);
    }

    /** This game with a host of such patience, a share. */
    public ReputationGame withPatience(double newPatience) {
        return new ReputationGame(prior, belief, cost, newPatience, cohorts);
    }

    /** This game with so many cohorts [count]. */
    public ReputationGame withCohorts(int newCohorts) {
        return new ReputationGame(prior, belief, cost, patience, newCohorts);
    }

    /** This game in which the host is committed with another chance, a share above 0 and below 1. */
    public ReputationGame withPrior(double newPrior) {
        return new ReputationGame(newPrior, belief, cost, patience, cohorts);
    }

    /** Whether the benefit of a later cohort is worth keeping the promise to this one: {@code cost <= patience}. */
    public boolean worthKeeping() {
        return cost <= patience;
    }

    /** Short enough for JShell. */
    @Override
    public String toString() {
        return "ReputationGame[" + TableText.counted(cohorts, "cohort") + ", prior " + TableText.number(prior, 4)
                + ", takes " + TableText.number(belief, 4) + ", cost " + TableText.number(cost, 4) + "]";
    }
}
