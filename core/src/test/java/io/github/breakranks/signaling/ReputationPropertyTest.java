package io.github.breakranks.signaling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.breakranks.Seeds;
import io.github.breakranks.answer.Answer;
import io.github.breakranks.answer.Certificate;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** What is always true of a reputation. */
class ReputationPropertyTest {

    private static ReputationGame game(Random random, int cohorts) {
        return new ReputationGame(
                Math.pow(random.nextDouble(), 3) * 0.98 + 0.001,
                0.02 + 0.9 * random.nextDouble(),
                0.05 + 1.1 * random.nextDouble(),
                random.nextDouble(),
                cohorts);
    }

    /**
     * Against soldiers who go as listed until a promise is broken, no plan of the opportunist, of all that say to which cohorts to keep its word,
     * gains more than what it does.
     */
    @Property(tries = 200, seed = Seeds.USUAL)
    void noPlanGainsMore(@ForAll long seed, @ForAll @IntRange(min = 1, max = 7) int cohorts) {
        final ReputationGame game = game(new Random(seed), cohorts);
        final Answer<Reputation> answer = ReputationSolver.solver().solve(game);
        final Reputation found = answer.orElseThrow();

        assertInstanceOf(Certificate.Numeric.class, answer.certificate(), () -> game + " " + answer.certificate());
        double best = 0;
        for (int plan = 0; plan < 1 << cohorts; plan++) {
            best = Math.max(best, worth(found, plan));
        }
        assertEquals(best, mixed(found), 1e-12);
    }

    /** Worth of a plan, written out: after a cohort that stays by chance nobody comes. */
    private static double worth(Reputation found, int plan) {
        double worth = 0;
        double alive = 1;
        for (int cohort = 0; cohort < found.game().cohorts() && alive > 0; cohort++) {
            final double go = found.goes(cohort);
            final boolean keeps = (plan >> cohort & 1) == 1;
            worth += alive * go * (1 - (keeps ? found.game().cost() : 0));
            alive *= found.game().patience() * (go == 0 ? 1 : keeps ? go : 0);
        }
        return worth;
    }

    private static double mixed(Reputation found) {
        double worth = 0;
        double alive = 1;
        for (int cohort = 0; cohort < found.game().cohorts() && alive > 0; cohort++) {
            final double go = found.goes(cohort);
            worth += alive * go * (1 - found.keeps(cohort) * found.game().cost());
            alive *= found.game().patience() * (go == 0 ? 1 : go * found.keeps(cohort));
        }
        return worth;
    }

    /** Kreps and Wilson's threshold: the first cohort goes just where the prior is at least q to the number of cohorts. */
    @Property(tries = 200, seed = Seeds.USUAL)
    void theFirstGoFromAPowerOfQ(@ForAll long seed, @ForAll @IntRange(min = 1, max = 7) int cohorts) {
        final ReputationGame game = game(new Random(seed), cohorts);
        final boolean goes = ReputationSolver.solver().solve(game).orElseThrow().goes(0) > 0;

        assertEquals(game.prior() >= Math.pow(game.belief(), game.worthKeeping() ? cohorts : 1), goes);
    }

    /** One more cohort to come never makes the promise to the first less credible. */
    @Property(tries = 200, seed = Seeds.USUAL)
    void aLongerFutureNeverHurts(@ForAll long seed, @ForAll @IntRange(min = 1, max = 7) int cohorts) {
        final ReputationGame game = game(new Random(seed), cohorts);
        final Reputation now = ReputationSolver.solver().solve(game).orElseThrow();
        final Reputation more =
                ReputationSolver.solver().solve(game.withCohorts(cohorts + 1)).orElseThrow();

        assertTrue(more.share(0) >= now.share(0));
        assertTrue(more.goes(0) >= now.goes(0));
    }
}
