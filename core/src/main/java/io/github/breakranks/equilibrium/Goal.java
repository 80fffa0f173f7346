package io.github.breakranks.equilibrium;

import io.github.breakranks.answer.Answer;
import io.github.breakranks.answer.Certificate;
import io.github.breakranks.answer.Watch;
import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.game.Thresholds;
import io.github.breakranks.internal.TableText;
import io.github.breakranks.internal.ThresholdColumn;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * From where to where the least rest point is to be moved.
 *
 * @param heads  how many there are [count]
 * @param from   the least rest point, a share
 * @param to     the target, a share; that of the least rest point if there is none
 * @param reason why there is nothing to move; empty if there is
 * @param rests  how well the rest points are founded from which this was read
 */
record Goal(int heads, double from, double to, String reason, Certificate rests) {
    private static final double ROUNDING = 1e-9; // of a share times a count
    private static final Certificate NAMED = new Certificate.Proven("the target was named", List.of());
    private static final Certificate COUNTED = new Certificate.Proven("integers: every count was looked at", List.of());
    private static final String UNFINISHED = "not looked for to the end";

    /** Nothing was found out, for a reason. */
    static Goal unknown(int heads, String reason) {
        return new Goal(heads, 0, 0, reason, new Certificate.Unproven(reason));
    }

    /** This goal, not pursued for a reason. */
    Goal without(String newReason, Certificate newRests) {
        return new Goal(heads, from, to, newReason, newRests);
    }

    /** This goal, as the watch ended the search. */
    Goal unfinished() {
        return without(UNFINISHED, new Certificate.Unproven(UNFINISHED));
    }

    /** What a target rests on that was read off rest points which may not be all. */
    List<String> assuming() {
        return rests instanceof Certificate.Proven ? List.of() : List.of("rest points as found");
    }

    boolean open() {
        return reason.isEmpty();
    }

    /** The target in whole agents: 0.07 of a hundred are 7, though 0.07 * 100 exceeds 7 in floating point. */
    int count() {
        return (int) Math.ceil(to * heads - ROUNDING);
    }

    /** Heads that make up at least, for laws more than, such a share. */
    static long headsFor(double share, int heads) {
        return Math.min(heads, (long) Math.floor(share * heads + ROUNDING) + 1);
    }

    /** Of a law, or of groups of laws: the target is the next stable rest point unless one is given. Null if the watch ended the work. */
    static @Nullable Goal of(DefectionGame game, OptionalDouble target, Watch watch) {
        final Answer<RestPoints> answer = EquilibriumSolver.solver().solve(game, watch);
        if (!watch.mayGoOn()) {
            return null;
        }
        final RestPoints rest = answer.value();
        final double from = rest.least().share();
        final int heads = game.population().size();
        if (target.isPresent()) {
            return named(heads, from, target.getAsDouble(), answer.certificate());
        }
        final List<RestPoint> points = rest.points();
        if (points.size() == 1) {
            return only(heads, from, answer.certificate());
        }
        final double next = points.stream()
                .skip(1)
                .filter(RestPoint::stable)
                .findFirst()
                .orElse(rest.greatest())
                .share();
        return new Goal(heads, from, next, "", answer.certificate());
    }

    /** Of agents: the target is the rest point beyond the widest gap unless one is given. */
    static Goal of(Thresholds thresholds, OptionalDouble target) {
        final int[] othersNeeded = ThresholdColumn.of(thresholds);
        final int agents = othersNeeded.length;
        final int[] met = met(othersNeeded);
        int least = -1;
        int before = 0;
        int widest = 0;
        int beyond = 0;
        for (int r = 0; r <= agents; r++) {
            final int asMembers = r == 0 ? 0 : met[r - 1];
            final int asOthers = r == agents ? asMembers : met[r];
            if (asMembers == r && asOthers == r) {
                if (least >= 0 && r - before > widest) {
                    widest = r - before;
                    beyond = r;
                }
                least = least < 0 ? r : least;
                before = r;
            }
        }
        final double from = (double) least / agents;
        if (target.isPresent()) {
            return named(agents, from, target.getAsDouble(), COUNTED);
        }
        return widest == 0
                ? only(agents, from, COUNTED)
                : new Goal(agents, from, (double) beyond / agents, "", COUNTED);
    }

    /** By r, how many need at most r others; thresholds beyond the others are never met. */
    static int[] met(int... othersNeeded) {
        final int[] met = new int[othersNeeded.length];
        for (int needed : othersNeeded) {
            if (needed < met.length) {
                met[needed]++;
            }
        }
        for (int r = 1; r < met.length; r++) {
            met[r] += met[r - 1];
        }
        return met;
    }

    private static Goal named(int heads, double from, double to, Certificate rests) {
        final boolean reached = from >= to - ROUNDING / heads;
        final String reason = "the least rest point, " + shown(from) + ", has reached " + shown(to) + " already";
        return new Goal(heads, from, to, reached ? reason : "", reached ? rests : NAMED);
    }

    private static Goal only(int heads, double from, Certificate rests) {
        final String reason = "nothing to tip, as " + shown(from) + " is the only rest point; name a target";
        return new Goal(heads, from, from, reason, rests);
    }

    static String shown(double share) {
        return TableText.number(share < 1e-15 ? 0 : share, 4);
    }
}
