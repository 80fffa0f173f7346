package io.github.breakranks.equilibrium;

import io.github.breakranks.answer.Table;
import io.github.breakranks.game.NormalFormGame;
import io.github.breakranks.game.StrategyProfile;
import io.github.breakranks.internal.Checks;
import io.github.breakranks.internal.TableText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The pure Nash equilibria of a finite game, in the order in which their combinations of actions are counted; there may be none. */
public final class PureEquilibria implements Iterable<NashEquilibrium> {
    private static final int MOST_ROWS = 1_000;
    private static final int MOST_TOLD = 3;

    private final NormalFormGame game;
    private final int[] indices; // ascending
    private final boolean complete;

    PureEquilibria(NormalFormGame game, int[] indices, boolean complete) {
        this.game = game;
        this.indices = indices;
        this.complete = complete;
    }

    /** The game they belong to. */
    public NormalFormGame game() {
        return game;
    }

    /** How many there are [count]. */
    public int count() {
        return indices.length;
    }

    /** Whether these are all. */
    public boolean complete() {
        return complete;
    }

    /** What everybody does in the k-th of them, from 0. */
    public int[] chosen(int k) {
        return game.chosen(indices[Checks.index("k", "equilibria", k, indices.length)]);
    }

    /** The same, as what each action is called. */
    public List<String> actions(int k) {
        final int[] chosen = chosen(k);
        return IntStream.range(0, chosen.length)
                .mapToObj(player -> game.action(player, chosen[player]))
                .toList();
    }

    /** The k-th of them, from 0, with the regret that is computed for it. */
    public NashEquilibrium equilibrium(int k) {
        return NashEquilibrium.of(game, StrategyProfile.pure(game.shape(), chosen(k)));
    }

    /** Whether this combination of actions is one of them. */
    public boolean contains(int... chosen) {
        return Arrays.binarySearch(indices, game.index(chosen)) >= 0;
    }

    /** Their indices in {@link NormalFormGame#index}, ascending. */
    public int[] indices() {
        return indices.clone();
    }

    /** All of them, made one by one. */
    public Stream<NashEquilibrium> stream() {
        return IntStream.range(0, count()).mapToObj(this::equilibrium);
    }

    @Override
    public Iterator<NashEquilibrium> iterator() {
        return stream().iterator();
    }

    /** A row for each, the first thousand: what each player does and earns. */
    public Table table() {
        final List<Table.Column> columns = new ArrayList<>();
        for (int player = 0; player < game.players(); player++) {
            columns.add(Table.Column.of(game.player(player) + " does"));
        }
        for (int player = 0; player < game.players(); player++) {
            columns.add(Table.Column.of(game.player(player) + " earns", "payoff"));
        }
        final List<List<@Nullable Object>> rows = new ArrayList<>();
        for (int k = 0; k < Math.min(MOST_ROWS, count()); k++) {
            final List<@Nullable Object> row = new ArrayList<>(actions(k));
            for (int player = 0; player < game.players(); player++) {
                row.add(game.exactPayoffAt(player, indices[k]).value());
            }
            rows.add(row);
        }
        return Table.of(columns, rows);
    }

    /** In a paragraph: how many there are, and the first of them. */
    public String explain() {
        if (complete && count() == 0) {
            return "There is no pure Nash equilibrium: in each of the " + game.profiles()
                    + " combinations of actions somebody gains by acting otherwise.";
        }
        final List<String> told = new ArrayList<>();
        for (int k = 0; k < Math.min(MOST_TOLD, count()); k++) {
            told.add(String.join(", ", actions(k)));
        }
        return "Of " + game.profiles() + " combinations of actions nobody gains by leaving " + count()
                + (told.isEmpty() ? "" : ": " + String.join("; ", told))
                + (count() > MOST_TOLD ? "; and so on." : ".")
                + (complete ? "" : " There may be others: not all were looked for.");
    }

    /** In a line: {@code PureEquilibria[2 of 4 combinations]}. */
    @Override
    public String toString() {
        return "PureEquilibria[" + count() + " of " + TableText.counted(game.profiles(), "combination")
                + (complete ? "]" : ", perhaps not all]");
    }
}
