package io.github.breakranks.equilibrium;

import io.github.breakranks.answer.Table;
import io.github.breakranks.game.NormalFormGame;
import io.github.breakranks.game.StrategyProfile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Whether a game is one of strategic complements, in which order of its actions, and then its least and greatest equilibrium.
 *
 * <p>Least and greatest are meant in that order: a player whose actions are turned round does least by his last action.
 */
public final class Supermodular {
    private final NormalFormGame game;
    private final int[][]
            order; // by player, his actions from least to greatest; empty where the game is not supermodular
    private final int[][] ends; // least and greatest, as places in that order
    private final Complements.@Nullable Clash clash;

    private Supermodular(NormalFormGame game, int[][] order, int[][] ends, Complements.@Nullable Clash clash) {
        this.game = game;
        this.order = order;
        this.ends = ends;
        this.clash = clash;
    }

    static Supermodular of(NormalFormGame game, int[][] order, int[]... ends) {
        return new Supermodular(game, order, ends, null);
    }

    static Supermodular not(NormalFormGame game, Complements.@Nullable Clash clash) {
        return new Supermodular(game, new int[0][], new int[0][], clash);
    }

    /** The game. */
    public NormalFormGame game() {
        return game;
    }

    /** Whether each gains more by doing more when others do, in some order of each player's actions up or down. */
    public boolean supermodular() {
        return order.length > 0;
    }

    /** Whether a player's actions count from last to first. */
    public boolean turned(int player) {
        return checked()[player][0] > 0;
    }

    /** Nobody does less in any equilibrium. */
    public NashEquilibrium least() {
        return end(0);
    }

    /** Nobody does more in any equilibrium. */
    public NashEquilibrium greatest() {
        return end(1);
    }

    private NashEquilibrium end(int which) {
        final int[] chosen = new int[checked().length];
        Arrays.setAll(chosen, player -> order[player][ends[which][player]]);
        return NashEquilibrium.of(game, StrategyProfile.pure(game.shape(), chosen));
    }

    /** Whether least and greatest are the same: then it is the only equilibrium, and iterated dominance leaves nothing else. */
    public boolean unique() {
        checked();
        return Arrays.equals(ends[0], ends[1]);
    }

    /** The actions of a player between his least and his greatest, in that order; no other is rationalizable. */
    public int[] between(int player) {
        return Arrays.copyOfRange(checked()[player], ends[0][player], ends[1][player] + 1);
    }

    private int[][] checked() {
        if (!supermodular()) {
            throw new IllegalStateException("no least and greatest equilibrium are claimed: " + explain());
        }
        return order;
    }

    /** A row for each player: his least and his greatest action, and whether his actions are turned round. */
    public Table table() {
        final List<List<Object>> rows = new ArrayList<>();
        for (int player = 0; player < checked().length; player++) {
            final int[] between = between(player);
            rows.add(List.of(
                    game.player(player),
                    game.action(player, between[0]),
                    game.action(player, between[between.length - 1]),
                    turned(player)));
        }
        return Table.of(
                List.of(
                        Table.Column.of("player"),
                        Table.Column.of("least"),
                        Table.Column.of("greatest"),
                        Table.Column.of("turned round")),
                rows);
    }

    /** In a paragraph: the two ends, or why there are none. */
    public String explain() {
        if (supermodular()) {
            final List<String> turned = IntStream.range(0, order.length)
                    .filter(this::turned)
                    .mapToObj(game::player)
                    .toList();
            return "Each gains more by doing more when others do"
                    + (turned.isEmpty() ? "" : ", with the actions of " + String.join(", ", turned) + " turned round")
                    + ". "
                    + (unique()
                            ? "The only equilibrium is " + told(0) + ", and nothing else survives iterated dominance."
                            : "Every equilibrium lies between " + told(0) + " and " + told(1)
                                    + ", and so does all that survives iterated dominance.");
        }
        if (clash == null) {
            return "Whether the game is supermodular was not found out.";
        }
        final String one = game.player(clash.rising());
        final String other = game.player(clash.partnerOfRising());
        if (clash.risesAt() < 0) {
            return "Not supermodular: players " + one + " and " + other
                    + " close a loop round which no choice of orders makes everybody's actions complements.";
        }
        return "Not supermodular: player " + one + " gains more by a step up when player " + other + " takes one at "
                + at(clash.risesAt()) + ", and "
                + (clash.rising() == clash.falling() ? "" : "player " + other + " gains ") + "less "
                + (clash.rising() == clash.falling() ? "" : "when player " + one + " does ") + "at "
                + at(clash.fallsAt())
                + ".";
    }

    private String at(int cell) {
        final int[] chosen = game.chosen(cell);
        return IntStream.range(0, chosen.length)
                .mapToObj(player -> game.action(player, chosen[player]))
                .toList()
                .toString();
    }

    private String told(int which) {
        return IntStream.range(0, order.length)
                .mapToObj(player -> game.action(player, order[player][ends[which][player]]))
                .toList()
                .toString();
    }

    /** In a line: {@code Supermodular[least [1, 1], greatest [2, 2]]}. */
    @Override
    public String toString() {
        if (!supermodular()) {
            return "Supermodular[" + (clash == null ? "not finished]" : "no]");
        }
        final String shown = unique() ? "only " + told(0) : "least " + told(0) + ", greatest " + told(1);
        return "Supermodular[" + (shown.length() <= 60 ? shown : unique() ? "one equilibrium" : "least below greatest")
                + "]";
    }
}
