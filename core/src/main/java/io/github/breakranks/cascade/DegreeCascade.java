package io.github.breakranks.cascade;

import io.github.breakranks.answer.Table;
import io.github.breakranks.answer.Table.Column;
import io.github.breakranks.internal.Checks;
import io.github.breakranks.internal.TableText;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far a cascade on a large random network gets, and round by round the way there.
 *
 * @see DegreeMeanFieldSolver
 */
public final class DegreeCascade {
    private final DegreeMeanField model;
    private final double neighbourShare;
    private final double share;
    private final double[] byRound;

    DegreeCascade(DegreeMeanField model, double neighbourShare, double share, double[] byRound) {
        this.model = model;
        this.neighbourShare = neighbourShare;
        this.share = share;
        this.byRound = byRound;
    }

    /** What was played. */
    public DegreeMeanField model() {
        return model;
    }

    /** The share gone in the end, seed included. */
    public double share() {
        return share;
    }

    /** The share gone in the end of those met through a tie, the one who met them left out. */
    public double neighbourShare() {
        return neighbourShare;
    }

    /** Rounds until all but a share of 1e-9 of those who go have gone, 10000 at most [count]. */
    public int rounds() {
        return byRound.length - 1;
    }

    /** The share gone after so many rounds in which all look at once [count], from 0, the seed, to {@link #rounds}. */
    public double shareAfter(int round) {
        return byRound[Checks.index("round", "rounds", round, byRound.length)];
    }

    /** The path: a row a round, then the end. */
    public Table table() {
        final List<List<@Nullable Object>> rows = new ArrayList<>();
        for (int round = 0; round < byRound.length; round++) {
            rows.add(List.of((Object) round, byRound[round]));
        }
        return Table.of(List.of(Column.of("round", "count"), Column.of("gone", "share")), rows);
    }

    /** In a sentence or two. */
    public String explain() {
        return "On a large random network with mean degree "
                + TableText.number(model.degrees().mean(), 4) + " a seed of "
                + TableText.number(model.seed(), 4) + " ends with a share of " + TableText.number(share, 4)
                + " gone, after "
                + rounds() + (rounds() == 1 ? " round" : " rounds") + ". A vanishing seed "
                + (CascadeWindow.spreads(model.degrees(), model.response())
                        ? "would spread too."
                        : "would not spread.");
    }

    @Override
    public String toString() {
        return "DegreeCascade[" + TableText.number(model.seed(), 4) + " to " + TableText.number(share, 7) + " in "
                + rounds() + (rounds() == 1 ? " round" : " rounds") + "]";
    }
}
