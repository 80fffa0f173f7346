package io.github.breakranks.equilibrium;

import io.github.breakranks.answer.Certificate;
import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.game.Thresholds;
import java.util.List;

/**
 * Checks the counts at which a list rests against its integer thresholds, which know nothing of sorting: r rests if exactly r agents need
 * at most r - 1 others and exactly r need at most r.
 */
final class CountVerifier {
    private static final int LARGEST = 4_000_000; // agents; beyond, thresholds cost more than the solution
    private static final int LARGEST_FALLING = 2_000;

    private CountVerifier() {}

    static Certificate certify(DefectionGame game, boolean rises, List<RestPoint> points, List<String> doubts) {
        final int agents = game.population().size();
        if (!doubts.isEmpty()) {
            return new Certificate.Unproven(String.join("; ", doubts));
        }
        if (rises ? agents > LARGEST : agents > LARGEST_FALLING) {
            return new Certificate.Unproven(
                    "counts of more than " + (rises ? LARGEST : LARGEST_FALLING) + " agents are not checked again");
        }
        final String mistake = rises ? againstThresholds(game, points) : "the net gain does not rise throughout";
        if (mistake.isEmpty()) {
            return proven("integer thresholds rest at these counts and no others");
        }
        // A gain that rises but for rounding has no thresholds where a cost is tied: then each count is tried.
        final String trial = agents > LARGEST_FALLING ? mistake : oneByOne(game, points);
        if (!trial.isEmpty()) {
            return new Certificate.Unproven(trial);
        }
        return proven("every count was tried"
                + (rises ? "" : "; no least and greatest are claimed, as the net gain does not rise throughout"));
    }

    private static Certificate proven(String how) {
        return new Certificate.Proven(how, List.of("net gain as evaluated in double precision"));
    }

    private static String againstThresholds(DefectionGame game, List<RestPoint> points) {
        final Thresholds thresholds = Thresholds.of(game);
        final int agents = thresholds.agents();
        final int[] atMost = new int[agents + 1]; // by r, agents who need at most r others
        for (int agent = 0; agent < agents; agent++) {
            atMost[thresholds.othersNeeded(agent)]++;
        }
        int next = 0;
        int before = 0;
        for (int r = 0; r <= agents; r++) {
            final int now = r == agents ? before : before + atMost[r];
            final boolean rests = before == r && now == r;
            final boolean claimed = next < points.size() && points.get(next).gone() == r;
            if (rests != claimed) {
                return "integer thresholds " + (rests ? "rest" : "do not rest") + " at " + r;
            }
            next += claimed ? 1 : 0;
            before = now;
        }
        return "";
    }

    /** Where the gain falls somewhere: for every count, who must go, who may, and whether that many can be had. */
    private static String oneByOne(DefectionGame game, List<RestPoint> points) {
        final int agents = game.population().size();
        int next = 0;
        for (int r = 0; r <= agents; r++) {
            final boolean claimed = next < points.size() && points.get(next).gone() == r;
            if (canRest(game, r, agents) != claimed) {
                return "trying every agent " + (claimed ? "does not confirm" : "finds") + " a rest at " + r;
            }
            next += claimed ? 1 : 0;
        }
        return "";
    }

    private static boolean canRest(DefectionGame game, int r, int agents) {
        int must = 0;
        int may = 0;
        for (int agent = 0; agent < agents; agent++) {
            final boolean goesAsMember = r > 0 && game.goes(agent, r - 1);
            final boolean goesAsOther = r < agents && game.goes(agent, r);
            if (goesAsOther && !goesAsMember) {
                return false; // content neither in nor out
            }
            must += goesAsOther ? 1 : 0;
            may += goesAsMember ? 1 : 0;
        }
        return must <= r && r <= may;
    }
}
