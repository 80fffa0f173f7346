package io.github.breakranks.equilibrium;

import io.github.breakranks.answer.Answer;
import io.github.breakranks.answer.Certificate;
import io.github.breakranks.answer.Fraction;
import io.github.breakranks.answer.Watch;
import io.github.breakranks.equilibrium.NashEquilibria.Ending;
import io.github.breakranks.game.NormalFormGame;
import io.github.breakranks.game.Regret;
import io.github.breakranks.game.StrategyProfile;
import io.github.breakranks.internal.TableText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What was found in one combination of supports; and what those of all combinations amount to.
 *
 * @param found the equilibria
 * @param open  where more may be; empty if nowhere
 * @param tied  where somebody was seen to be indifferent to an action that he does not take; empty if nowhere
 */
record SupportFindings(List<Finding> found, String open, String tied) {

    /** An equilibrium with its index; 0 where it may not be isolated. */
    record Finding(NashEquilibrium equilibrium, int index) {}

    /** How many combinations of supports there were to look at, and how many actions dominance had struck out before. */
    record Searched(int combinations, int dominated) {}

    /** Nothing at all. */
    static SupportFindings none() {
        return new SupportFindings(List.of(), "", "");
    }

    /**
     * Says that at an equilibrium somebody has more best replies than he takes actions, in fractions; empty where nobody has, or where it is
     * none.
     */
    static String tie(NormalFormGame game, StrategyProfile profile) {
        if (!Regret.of(game, profile).none()) {
            return "";
        }
        int indifferent = 0;
        for (int player = 0; player < game.players(); player++) {
            final Fraction[] earned = Regret.byAction(game, profile, player);
            final Fraction best = earned[profile.support(player)[0]];
            final long replies = Arrays.stream(earned).filter(best::equals).count();
            indifferent += replies > profile.support(player).length ? 1 : 0;
        }
        if (indifferent == 0) {
            return "";
        }
        return (indifferent == game.players() ? "everybody" : "somebody") + " is indifferent at " + profile;
    }

    /** All equilibria; a list is complete only if nothing is open, nobody is indifferent, and number and indices add up. */
    static Answer<NashEquilibria> answer(
            NormalFormGame game,
            List<@Nullable SupportFindings> findings,
            Searched searched,
            @Nullable Watch stoppedBy) {
        final List<SupportFindings> looked =
                findings.stream().filter(Objects::nonNull).toList();
        final List<Finding> all =
                looked.stream().flatMap(some -> some.found.stream()).toList();
        final String tied = first(looked.stream().map(SupportFindings::tied).toList());
        final String open = first(looked.stream().map(SupportFindings::open).toList());
        final String missing = stoppedBy != null
                ? "not all supports were searched" + (tied.isEmpty() ? "" : "; " + tied)
                : first(List.of(tied, open, contradiction(all)));
        final Ending ending = new Ending(missing, !tied.isEmpty(), null);
        final List<NashEquilibrium> found =
                all.stream().map(Finding::equilibrium).toList();
        final List<Integer> indices = all.stream().map(Finding::index).toList();
        final NashEquilibria list = indices.contains(0)
                ? NashEquilibria.loose(game, found, ending)
                : NashEquilibria.isolated(game, new ArrayList<>(found), indices, ending);
        final Certificate certificate = certificate(list, searched);
        return stoppedBy != null
                ? new Answer.Stopped<>(list, certificate, stoppedBy.why(), "raise the limit")
                : new Answer.Found<>(list, certificate);
    }

    private static String first(List<String> reasons) {
        return reasons.stream().filter(reason -> !reason.isEmpty()).findFirst().orElse("");
    }

    /** A game without ties has an odd number of equilibria, whose indices sum to 1; empty if these do. */
    private static String contradiction(List<Finding> all) {
        final int sum = all.stream().mapToInt(Finding::index).sum();
        return sum == 1 && all.size() % 2 == 1
                ? ""
                : "the indices of " + all.size() + (all.size() == 1 ? " equilibrium" : " equilibria") + " sum to " + sum
                        + ", not of an odd number to 1";
    }

    private static Certificate certificate(NashEquilibria list, Searched searched) {
        if (list.complete()) {
            return new Certificate.Proven(
                    "intervals exclude all others in " + TableText.counted(searched.combinations, "combination")
                            + " of supports"
                            + (searched.dominated == 0
                                    ? ""
                                    : ", " + TableText.counted(searched.dominated, "action")
                                            + " being strictly dominated")
                            + "; each exists, by Krawczyk; an odd number, indices sum to 1",
                    List.of());
        }
        return new Certificate.Unproven((list.count() == 0
                        ? "no equilibrium was found, but some may be missing: "
                        : "each equilibrium listed is, but others may be missing: ")
                + list.missing());
    }
}
