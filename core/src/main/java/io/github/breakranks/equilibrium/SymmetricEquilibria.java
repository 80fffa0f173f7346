package io.github.breakranks.equilibrium;

import io.github.breakranks.answer.Table;
import io.github.breakranks.game.SymmetricGame;
import io.github.breakranks.internal.Rounding;
import io.github.breakranks.internal.TableText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The equilibria of a symmetric game of two actions: how many act when each is sure of what he does, and with which chance all may mix. */
public final class SymmetricEquilibria {
    private static final int MOST_ROWS = 1_000;
    private static final int MOST_TOLD = 4;

    private final SymmetricGame game;
    private final int[] counts;
    private final List<MixedRoot> mixed;
    private final List<String> doubts;

    SymmetricEquilibria(SymmetricGame game, int[] counts, List<MixedRoot> mixed, List<String> doubts) {
        this.game = game;
        this.counts = counts;
        this.mixed = List.copyOf(mixed);
        this.doubts = List.copyOf(doubts);
    }

    /** The game. */
    public SymmetricGame game() {
        return game;
    }

    /** The numbers of players who may act so that nobody gains by changing, ascending; there is one at least. */
    public int[] counts() {
        return counts.clone();
    }

    /** Whether nobody acting is an equilibrium; the same as 0 among the counts. */
    public boolean nobody() {
        return counts[0] == 0;
    }

    /** Whether everybody acting is one. */
    public boolean everybody() {
        return counts[counts.length - 1] == game.players();
    }

    /**
     * The chances strictly between 0 and 1 with which all may act, ascending. Where every gain is 0 any chance is one, and none is listed: see
     * {@link #anyChance}.
     */
    public List<MixedRoot> mixed() {
        return mixed;
    }

    /** Whether nobody ever gains or loses by acting, so that every chance is an equilibrium. */
    public boolean anyChance() {
        for (int others = 0; others < game.players(); others++) {
            if (game.gain(others) != 0) {
                return false;
            }
        }
        return true;
    }

    /** Whether every symmetric mixed equilibrium lies in a bracket listed. */
    public boolean complete() {
        return doubts.isEmpty();
    }

    /** What was not found out. */
    public List<String> doubts() {
        return doubts;
    }

    /**
     * The number of players who act where the potential is greatest, the least of several: an equilibrium, and the one that play with rare
     * mistakes settles on. Sums compensated for rounding.
     */
    public int potentialMaximiser() {
        double sum = 0;
        double missing = 0;
        double best = 0;
        int where = 0;
        for (int acting = 1; acting <= game.players(); acting++) {
            final double gain = game.gain(acting - 1);
            final double next = sum + gain;
            missing += Rounding.ofSum(sum, gain, next);
            sum = next;
            if (sum + missing > best) {
                best = sum + missing;
                where = acting;
            }
        }
        return where;
    }

    /** A row for each count, the first thousand, and each chance: who acts, and whether play comes back to it. */
    public Table table() {
        final List<List<@Nullable Object>> rows = new ArrayList<>();
        for (int k = 0; k < Math.min(MOST_ROWS, counts.length); k++) {
            rows.add(Arrays.asList("pure", counts[k], null, null));
        }
        for (final MixedRoot root : mixed) {
            rows.add(Arrays.asList(
                    "mixed", root.chance() * game.players(), root.chance(), root.stable() ? "stable" : "unstable"));
        }
        return Table.of(
                List.of(
                        Table.Column.of("kind"),
                        Table.Column.of("acting", "count"),
                        Table.Column.of("chance", "share"),
                        Table.Column.of("stability")),
                rows);
    }

    /** In a paragraph: how many act, with which chance, and what was not found out. */
    public String explain() {
        final StringBuilder out = new StringBuilder("Nobody gains by changing when ");
        out.append(
                        counts.length <= MOST_TOLD
                                ? Arrays.stream(counts)
                                        .mapToObj(Integer::toString)
                                        .collect(Collectors.joining(" or "))
                                : "one of " + counts.length + " numbers between " + counts[0] + " and "
                                        + counts[counts.length - 1])
                .append(" of ")
                .append(game.players())
                .append(" act. ");
        if (anyChance()) {
            out.append("Acting never gains or costs anything: all may act with any chance.");
        } else if (mixed.isEmpty()) {
            out.append("No chance strictly between 0 and 1 makes all indifferent.");
        } else {
            out.append("All are indifferent when each acts with chance ")
                    .append(String.join(
                            ", ",
                            mixed.stream()
                                    .map(root -> TableText.number(root.chance(), 4)
                                            + (root.stable() ? " (stable)" : " (unstable)"))
                                    .toList()))
                    .append('.');
        }
        doubts.forEach(doubt -> out.append(" Not proven: ").append(doubt).append('.'));
        return out.toString();
    }

    /** In a line: {@code SymmetricEquilibria[2 counts, 1 chance]}. */
    @Override
    public String toString() {
        return "SymmetricEquilibria[" + TableText.counted(counts.length, "count") + ", "
                + TableText.counted(mixed.size(), "chance") + (complete() ? "]" : "; perhaps more]");
    }
}
