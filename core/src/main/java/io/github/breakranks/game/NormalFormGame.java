package io.github.breakranks.game;

import io.github.breakranks.answer.Fraction;
import io.github.breakranks.internal.Checks;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A finite game in normal form: so many players, each with a few actions, and what each earns in every combination of them.
 *
 * <p>Every payoff is a rational number. One given as a whole number or as a {@link Fraction} is that; one given as a double is taken at face
 * value, as the binary fraction that it is ({@link #asWritten} reads doubles as the decimals they print as). So every claim about a game can
 * be checked exactly, by {@link Regret}. Payoffs lie in flat columns, the last player's action running fastest; 8 bytes each, and as much
 * again or more where they are exact.
 *
 * <p>A fraction may be beyond what a double holds. Exact solvers take such a game; whoever asks for {@link #payoffAt} is refused.
 */
public final class NormalFormGame {
    private static final int LONGEST_TITLE = 40;
    private static final int MOST_SHOWN = 6;

    private final String title;
    private final List<String> players;
    private final List<List<String>> actions;
    private final int[] sizes;
    private final int[] strides;
    private final PayoffColumn[] payoffs;

    private NormalFormGame(String title, List<String> players, List<List<String>> actions, PayoffColumn[] payoffs) {
        this.title = title;
        this.players = List.copyOf(players);
        this.actions = actions.stream().map(List::copyOf).toList();
        this.sizes = this.actions.stream().mapToInt(List::size).toArray();
        this.strides = GameShape.strides(sizes);
        this.payoffs = payoffs;
    }

    /** What a player earns when everybody does as told; players and actions count from 0. */
    @FunctionalInterface
    public interface Payoff {
        /** In the game's unit, finite; {@code chosen[i]} is what player i does. */
        double of(int player, int... chosen);
    }

    /** The same, exactly. */
    @FunctionalInterface
    public interface ExactPayoff {
        /** In the game's unit; {@code chosen[i]} is what player i does. */
        Fraction of(int player, int... chosen);
    }

    /** A game of any number of players, payoffs by formula, taken at face value. */
    public static NormalFormGame of(int[] actions, Payoff payoff) {
        Objects.requireNonNull(payoff, "payoff");
        final int profiles = GameShape.profiles(actions);
        final double[][] values = new double[actions.length][profiles];
        final int[] chosen = new int[actions.length];
        for (int index = 0; index < profiles; index++) {
            for (int player = 0; player < actions.length; player++) {
                values[player][index] = payoff.of(player, chosen.clone());
                if (!Double.isFinite(values[player][index])) {
                    throw Checks.refused(
                            "payoff of player %s at %s must be finite [payoff], but was %s",
                            player, Arrays.toString(chosen), values[player][index]);
                }
            }
            GameShape.next(chosen, actions);
        }
        final PayoffColumn[] columns = new PayoffColumn[actions.length];
        Arrays.setAll(columns, player -> PayoffColumn.of(values[player]));
        return unnamed(actions, columns);
    }

    /** A game of any number of players, exact payoffs by formula. */
    public static NormalFormGame exact(int[] actions, ExactPayoff payoff) {
        Objects.requireNonNull(payoff, "payoff");
        final int profiles = GameShape.profiles(actions);
        final Fraction[][] values = new Fraction[actions.length][profiles];
        final int[] chosen = new int[actions.length];
        for (int index = 0; index < profiles; index++) {
            for (int player = 0; player < actions.length; player++) {
                values[player][index] = Objects.requireNonNull(payoff.of(player, chosen.clone()), "payoff");
            }
            GameShape.next(chosen, actions);
        }
        final PayoffColumn[] columns = new PayoffColumn[actions.length];
        Arrays.setAll(columns, player -> PayoffColumn.of(values[player]));
        return unnamed(actions, columns);
    }

    /** Two players; {@code row[i][j]} and {@code column[i][j]} are what they earn at action i of the first and j of the second. */
    public static NormalFormGame bimatrix(double[][] row, double[][] column) {
        final int[] shape = GameShape.of("row", row);
        GameShape.same(shape, GameShape.of("column", column));
        return of(shape, (player, chosen) -> (player == 0 ? row : column)[chosen[0]][chosen[1]]);
    }

    /** The same in whole numbers. */
    public static NormalFormGame bimatrix(long[][] row, long[][] column) {
        final int[] shape = GameShape.of("row", row);
        GameShape.same(shape, GameShape.of("column", column));
        GameShape.profiles(shape);
        return unnamed(shape, new PayoffColumn[] {PayoffColumn.of(flat(row)), PayoffColumn.of(flat(column))});
    }

    /** The same in fractions. */
    public static NormalFormGame bimatrix(Fraction[][] row, Fraction[][] column) {
        final int[] shape = GameShape.of("row", row);
        GameShape.same(shape, GameShape.of("column", column));
        return exact(shape, (player, chosen) -> (player == 0 ? row : column)[chosen[0]][chosen[1]]);
    }

    /** Two players of whom the second loses what the first wins. */
    public static NormalFormGame zeroSum(double[][] row) {
        final int[] shape = GameShape.of("row", row);
        return of(shape, (player, chosen) -> player == 0 ? row[chosen[0]][chosen[1]] : -row[chosen[0]][chosen[1]]);
    }

    /** The same in whole numbers, above {@link Long#MIN_VALUE}. */
    public static NormalFormGame zeroSum(long[][] row) {
        GameShape.of("row", row);
        final long[][] column = new long[row.length][];
        for (int i = 0; i < row.length; i++) {
            column[i] = row[i].clone();
            for (int j = 0; j < column[i].length; j++) {
                if (column[i][j] == Long.MIN_VALUE) {
                    throw Checks.refused(
                            "row[%s][%s] must be above %s [payoff], but was that; take fractions",
                            i, j, Long.MIN_VALUE);
                }
                column[i][j] = -column[i][j];
            }
        }
        return bimatrix(row, column);
    }

    /** The same in fractions. */
    public static NormalFormGame zeroSum(Fraction[][] row) {
        final int[] shape = GameShape.of("row", row);
        return exact(shape, (player, chosen) -> {
            final Fraction won = row[chosen[0]][chosen[1]];
            return player == 0 ? won : won.negated();
        });
    }

    /** Columns that nobody else holds, with the names that players and actions have by default: 1, 2, 3. */
    static NormalFormGame ofColumns(int[] actions, PayoffColumn... columns) {
        return unnamed(actions, columns);
    }

    /** The same game with names: of itself, of its players and of each player's actions. */
    public NormalFormGame named(String newTitle, List<String> newPlayers, List<List<String>> newActions) {
        Objects.requireNonNull(newTitle, "newTitle");
        requireNames("newPlayers", newPlayers);
        Objects.requireNonNull(newActions, "newActions");
        for (int player = 0; player < newActions.size(); player++) {
            requireNames("newActions[" + player + "]", newActions.get(player));
        }
        if (newPlayers.size() != players.size()) {
            throw Checks.refused(
                    "newPlayers must name every player [%s players], but was %s", players.size(), newPlayers.size());
        }
        if (!newActions.stream()
                .map(List::size)
                .toList()
                .equals(actions.stream().map(List::size).toList())) {
            throw Checks.refused(
                    "newActions must name every action [%s], but was %s",
                    GameShape.text(sizes),
                    GameShape.text(newActions.stream().mapToInt(List::size).toArray()));
        }
        return new NormalFormGame(newTitle, newPlayers, newActions, payoffs);
    }

    private static void requireNames(String what, List<String> names) {
        Objects.requireNonNull(names, what);
        for (int k = 0; k < names.size(); k++) {
            Objects.requireNonNull(names.get(k), what + "[" + k + "]");
        }
    }

    /**
     * The game in which each player has only these of his actions, in this order, under their old names; so that {@code withActions(kept)} is
     * a game reduced, and with all of them a game whose actions stand in another order.
     *
     * @param chosen by player, the numbers of his actions, each at most once and at least one
     */
    public NormalFormGame withActions(int[]... chosen) {
        if (chosen.length != sizes.length) {
            throw Checks.refused(
                    "chosen must list actions of each player [%s players], but was %s", sizes.length, chosen.length);
        }
        final int[] fewer = new int[sizes.length];
        final List<List<String>> names = new ArrayList<>();
        for (int player = 0; player < sizes.length; player++) {
            fewer[player] = requireDistinct(player, Objects.requireNonNull(chosen[player], "chosen[" + player + "]"));
            final int who = player;
            names.add(Arrays.stream(chosen[player])
                    .mapToObj(action -> action(who, action))
                    .toList());
        }
        final int[] places = new int[GameShape.profiles(fewer)];
        final int[] at = new int[sizes.length];
        for (int index = 0; index < places.length; index++) {
            for (int player = 0; player < sizes.length; player++) {
                places[index] += strides[player] * chosen[player][at[player]];
            }
            GameShape.next(at, fewer);
        }
        final PayoffColumn[] columns = new PayoffColumn[payoffs.length];
        Arrays.setAll(columns, player -> payoffs[player].at(places));
        return new NormalFormGame(title, players, names, columns);
    }

    private int requireDistinct(int player, int... chosen) {
        final BitSet seen = new BitSet();
        for (final int action : chosen) {
            seen.set(Checks.index("chosen[" + player + "]", "action", action, sizes[player]));
        }
        if (chosen.length == 0 || seen.cardinality() < chosen.length) {
            throw Checks.refused(
                    "chosen[%s] must list at least 1 action, none twice [actions], but was %s",
                    player, Arrays.toString(chosen));
        }
        return chosen.length;
    }

    /** The game with every double read as the decimal it prints as: 0.1 is 1/10. */
    public NormalFormGame asWritten() {
        final PayoffColumn[] columns = new PayoffColumn[payoffs.length];
        Arrays.setAll(columns, player -> payoffs[player].asWritten());
        return new NormalFormGame(title, players, actions, columns);
    }

    /** What it is called; may be empty. */
    public String title() {
        return title;
    }

    /** How many play. */
    public int players() {
        return sizes.length;
    }

    /** A player's name. */
    public String player(int player) {
        return players.get(known(player));
    }

    /** How many actions a player has. */
    public int actions(int player) {
        return sizes[known(player)];
    }

    /** What an action is called. */
    public String action(int player, int action) {
        return actions.get(known(player)).get(Checks.index("action", "action", action, sizes[player]));
    }

    private int known(int player) {
        return Checks.index("player", "player", player, sizes.length);
    }

    private int combination(String name, int index) {
        return Checks.index(name, "combination", index, profiles());
    }

    /** How many actions each player has. */
    public int[] shape() {
        return sizes.clone();
    }

    /** How many combinations of actions there are. */
    public int profiles() {
        return payoffs[0].size();
    }

    /** Which combination of actions an index stands for. */
    public int[] chosen(int index) {
        return GameShape.chosen(combination("index", index), sizes);
    }

    /** The index of a combination of actions: the last player's action runs fastest. */
    public int index(int... chosen) {
        if (chosen.length != sizes.length) {
            throw Checks.refused(
                    "chosen must name an action of each player [%s], but was %s", sizes.length, chosen.length);
        }
        int index = 0;
        for (int player = 0; player < sizes.length; player++) {
            index += strides[player] * Checks.index("chosen[" + player + "]", "action", chosen[player], sizes[player]);
        }
        return index;
    }

    /** By how much the index grows when a player takes the next action. */
    public int stride(int player) {
        return strides[known(player)];
    }

    /** What a player earns, as the nearest double; refused where that would be infinite. */
    public double payoff(int player, int... chosen) {
        return payoffs[known(player)].value(index(chosen));
    }

    /** The same at the index of a combination; refused where it would be infinite. */
    public double payoffAt(int player, int index) {
        return payoffs[known(player)].value(combination("index", index));
    }

    /** What a player earns, exactly. */
    public Fraction exactPayoff(int player, int... chosen) {
        return payoffs[known(player)].exact(index(chosen));
    }

    /** The same at the index of a combination. */
    public Fraction exactPayoffAt(int player, int index) {
        return payoffs[known(player)].exact(combination("index", index));
    }

    /** The least number that makes all payoffs of a player whole when they are multiplied by it. */
    public BigInteger denominator(int player) {
        return payoffs[known(player)].denominator();
    }

    /** What a player earns at the index of a combination, times {@link #denominator}. */
    public BigInteger numeratorAt(int player, int index) {
        return payoffs[known(player)].numerator(combination("index", index));
    }

    /** The sign of what a player earns at the index of one combination less what he earns at another, exactly; as a rule at the cost of a double. */
    public int compareAt(int player, int one, int other) {
        return payoffs[known(player)].compare(combination("one", one), combination("other", other));
    }

    /**
     * The sign of what one move gains a player less what another does, exactly; a move goes from the combination of one index to that of
     * another.
     */
    public int compareGains(int player, int from, int to, int otherFrom, int otherTo) {
        return payoffs[known(player)].compareGains(
                combination("from", from),
                combination("to", to),
                combination("otherFrom", otherFrom),
                combination("otherTo", otherTo));
    }

    /** Whether all payoffs have a nearest double, so that {@link #payoffAt} may be asked for any; fractions may be too large. */
    public boolean fitsDoubles() {
        return Arrays.stream(payoffs).allMatch(PayoffColumn::fits);
    }

    /** Whether all payoffs were given as whole numbers or fractions, or as doubles without a fractional part. */
    public boolean exact() {
        return Arrays.stream(payoffs).allMatch(PayoffColumn::exact);
    }

    /** Whether what the players earn adds up to the same number in every combination of actions, exactly. */
    public boolean constantSum() {
        final Fraction first = sum(0);
        for (int index = 1; index < profiles(); index++) {
            if (!sum(index).equals(first)) {
                return false;
            }
        }
        return true;
    }

    private Fraction sum(int index) {
        Fraction sum = Fraction.ZERO;
        for (final PayoffColumn column : payoffs) {
            sum = sum.plus(column.exact(index));
        }
        return sum;
    }

    private static NormalFormGame unnamed(int[] sizes, PayoffColumn[] columns) {
        final List<String> players = new ArrayList<>();
        final List<List<String>> actions = new ArrayList<>();
        for (int player = 0; player < sizes.length; player++) {
            players.add(Integer.toString(player + 1));
            final List<String> names = new ArrayList<>();
            for (int action = 0; action < sizes[player]; action++) {
                names.add(Integer.toString(action + 1));
            }
            actions.add(names);
        }
        return new NormalFormGame("", players, actions, columns);
    }

    private static long[] flat(long[][] matrix) {
        return Arrays.stream(matrix).flatMapToLong(Arrays::stream).toArray();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof NormalFormGame game
                && title.equals(game.title)
                && players.equals(game.players)
                && actions.equals(game.actions)
                && Arrays.equals(payoffs, game.payoffs);
    }

    @Override
    public int hashCode() {
        return Objects.hash(title, players, actions, Arrays.hashCode(payoffs));
    }

    /** In a line: {@code Normal form of 2 players, 3 x 2 actions}, or with its title in front. */
    @Override
    public String toString() {
        final String shown = title.length() <= LONGEST_TITLE ? title : title.substring(0, LONGEST_TITLE - 3) + "...";
        final String named = title.isEmpty() ? "Normal form of " : shown + ": ";
        final String shape = sizes.length <= MOST_SHOWN
                ? String.join(
                        " x ", Arrays.stream(sizes).mapToObj(Integer::toString).toList())
                : Arrays.stream(sizes).min().orElse(0) + " to "
                        + Arrays.stream(sizes).max().orElse(0);
        return named + sizes.length + (sizes.length == 1 ? " player, " : " players, ") + shape + " actions";
    }
}
