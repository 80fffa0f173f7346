package io.github.breakranks.signaling;

import io.github.breakranks.answer.Table;
import io.github.breakranks.answer.Table.Column;
import io.github.breakranks.internal.Checks;
import io.github.breakranks.internal.TableText;
import io.github.breakranks.offer.Offer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What each cohort of soldiers believes and does if every promise before it was kept, and how often the opportunist keeps its word.
 *
 * <p>Cohorts are numbered from 0. Once a promise is broken nobody goes any more.
 */
public final class Reputation {
    private final ReputationGame game;
    private final double[] belief;
    private final double[] keeps;
    private final double[] going;

    Reputation(ReputationGame game, double[] belief, double[] keeps, double[] going) {
        this.game = game;
        this.belief = belief;
        this.keeps = keeps;
        this.going = going;
    }

    /** The game. */
    public ReputationGame game() {
        return game;
    }

    /** Belief that the host is committed, when this cohort decides, a share. */
    public double belief(int cohort) {
        return belief[checked(cohort)];
    }

    /** How often the opportunist keeps its word to this cohort, a share. */
    public double keeps(int cohort) {
        return keeps[checked(cohort)];
    }

    /** How often this cohort goes, a share. */
    public double goes(int cohort) {
        return going[checked(cohort)];
    }

    /** Credibility: the chance that the promise to this cohort is kept, by a host that means it or one that minds its name, a share. */
    public double share(int cohort) {
        return belief(cohort) + (1 - belief(cohort)) * keeps(cohort);
    }

    /** Cohorts, from the first, to which even the opportunist surely keeps its word [count]. */
    public int surelyKept() {
        int cohort = 0;
        while (cohort < keeps.length && keeps[cohort] == 1) {
            cohort++;
        }
        return cohort;
    }

    /** An offer to this cohort, believed so much. */
    public Offer into(Offer offer, int cohort) {
        return offer.withCredibility(share(cohort));
    }

    private int checked(int cohort) {
        return Checks.index("cohort", "number", cohort, belief.length);
    }

    /** A row a cohort, if all promises before it were kept. */
    public Table table() {
        final List<List<@Nullable Object>> rows = new ArrayList<>();
        for (int cohort = 0; cohort < belief.length; cohort++) {
            rows.add(List.of(cohort, belief[cohort], keeps[cohort], share(cohort), going[cohort]));
        }
        return Table.of(
                List.of(
                        Column.of("cohort"),
                        Column.of("belief", "share"),
                        Column.of("opportunist keeps", "share"),
                        Column.of("credibility", "share"),
                        Column.of("go", "share")),
                rows);
    }

    /** In a paragraph. */
    public String explain() {
        if (!game.worthKeeping()) {
            return "Keeping a promise costs " + shown(game.cost()) + " of what a cohort is worth, more than the "
                    + shown(game.patience()) + " that the next one is worth now: the opportunist never keeps it. "
                    + (going[0] == 1
                            ? "The first cohort goes, for the host is likely enough to be committed."
                            : "Nobody goes.");
        }
        if (going[0] == 0) {
            return "Nobody goes: with " + TableText.counted(game.cohorts(), "cohort")
                    + " to come belief must be at least " + shown(Math.pow(game.belief(), game.cohorts()))
                    + ", and it is " + shown(game.prior()) + ".";
        }
        final int surely = surelyKept();
        if (game.cohorts() == 1) {
            return "With nobody to come after this cohort the opportunist breaks its word; soldiers go, as belief of "
                    + shown(belief[0]) + " is enough.";
        }
        final String first = "Even the opportunist surely keeps its word to the first "
                + TableText.counted(surely, "cohort") + " of " + game.cohorts()
                + ", as those to come are worth at least what the promise costs. ";
        if (surely == game.cohorts() - 1) {
            return first + "To the last it never does, and yet it goes: belief of " + shown(belief[surely])
                    + " is enough.";
        }
        return (surely > 0 ? first + "Towards the end it" : "The opportunist")
                + " keeps " + (surely > 0 ? "it" : "its word")
                + " now and then, just so often that those who see it kept go on coming with chance "
                + shown(game.cost() / game.patience())
                + (surely > 0 ? "; to the last it never does." : lastOf());
    }

    private String lastOf() {
        return "; to the last of " + TableText.counted(game.cohorts(), "cohort") + " it never does.";
    }

    private static String shown(double value) {
        return TableText.number(value, 4);
    }

    /** Short enough for JShell. */
    @Override
    public String toString() {
        return "Reputation[" + TableText.counted(game.cohorts(), "cohort") + ", surely kept to " + surelyKept()
                + ", credibility first " + shown(share(0)) + ", last " + shown(share(belief.length - 1)) + "]";
    }
}
