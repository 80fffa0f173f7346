package io.github.breakranks.game;

import io.github.breakranks.answer.Fraction;
import io.github.breakranks.internal.Checks;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * A finite game in normal form: so many players, each with a few actions, and what each earns in every combination of them.
 *
 * <p>Every payoff is a rational number. One given as a whole number or as a {@link Fraction} is that; one given as a double is taken at face
 * value, as the binary fraction that it is ({@link #asWritten} reads doubles as the decimals they print as). So every claim about a game can
 * be checked exactly, by {@link Regret}. Payoffs lie in flat columns, the last player's action running fastest.
 */
public final class NormalFormGame {
    private static final long MOST_PAYOFFS = 200_000_000L;

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
        this.strides = strides(sizes);
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
        final int profiles = profiles(actions);
        final double[][] values = new double[actions.length][profiles];
        for (int index = 0; index < profiles; index++) {
            final int[] chosen = chosen(index, actions);
            for (int player = 0; player < actions.length; player++) {
                values[player][index] = Checks.finite(
                        "payoff[" + player + "]" + Arrays.toString(chosen), "payoff", payoff.of(player, chosen));
            }
        }
        final PayoffColumn[] columns = new PayoffColumn[actions.length];
        Arrays.setAll(columns, player -> PayoffColumn.of(values[player]));
        return unnamed(actions, columns);
    }

    /** A game of any number of players, exact payoffs by formula. */
    public static NormalFormGame exact(int[] actions, ExactPayoff payoff) {
        Objects.requireNonNull(payoff, "payoff");
        final int profiles = profiles(actions);
        final Fraction[][] values = new Fraction[actions.length][profiles];
        for (int index = 0; index < profiles; index++) {
            final int[] chosen = chosen(index, actions);
            for (int player = 0; player < actions.length; player++) {
                values[player][index] = Objects.requireNonNull(payoff.of(player, chosen), "payoff");
            }
        }
        final PayoffColumn[] columns = new PayoffColumn[actions.length];
        Arrays.setAll(columns, player -> PayoffColumn.of(values[player]));
        return unnamed(actions, columns);
    }

    /** Two players; {@code row[i][j]} and {@code column[i][j]} are what they earn at action i of the first and j of the second. */
    public static NormalFormGame bimatrix(double[][] row, double[][] column) {
        final int[] shape = shape("row", row.length, i -> row[i].length);
        sameShape(shape, shape("column", column.length, i -> column[i].length));
        return of(shape, (player, chosen) -> (player == 0 ? row : column)[chosen[0]][chosen[1]]);
    }

    /** The same in whole numbers. */
    public static NormalFormGame bimatrix(long[][] row, long[][] column) {
        final int[] shape = shape("row", row.length, i -> row[i].length);
        sameShape(shape, shape("column", column.length, i -> column[i].length));
        return unnamed(shape, new PayoffColumn[] {PayoffColumn.of(flat(row)), PayoffColumn.of(flat(column))});
    }

    /** The same in fractions. */
    public static NormalFormGame bimatrix(Fraction[][] row, Fraction[][] column) {
        final int[] shape = shape("row", row.length, i -> row[i].length);
        sameShape(shape, shape("column", column.length, i -> column[i].length));
        return exact(shape, (player, chosen) -> (player == 0 ? row : column)[chosen[0]][chosen[1]]);
    }

    /** Two players of whom the second loses what the first wins. */
    public static NormalFormGame zeroSum(double[][] row) {
        final int[] shape = shape("row", row.length, i -> row[i].length);
        return of(shape, (player, chosen) -> player == 0 ? row[chosen[0]][chosen[1]] : -row[chosen[0]][chosen[1]]);
    }

    /** The same in whole numbers. */
    public static NormalFormGame zeroSum(long[][] row) {
        shape("row", row.length, i -> row[i].length);
        final long[][] column = new long[row.length][];
        Arrays.setAll(column, i -> Arrays.stream(row[i]).map(Math::negateExact).toArray());
        return bimatrix(row, column);
    }

    /** The same in fractions. */
    public static NormalFormGame zeroSum(Fraction[][] row) {
        final int[] shape = shape("row", row.length, i -> row[i].length);
        return exact(shape, (player, chosen) -> {
            final Fraction won = row[chosen[0]][chosen[1]];
            return player == 0 ? won : won.negated();
        });
    }

    /** The same game with names: of itself, of its players and of each player's actions. */
    public NormalFormGame named(String newTitle, List<String> newPlayers, List<List<String>> newActions) {
        Objects.requireNonNull(newTitle, "newTitle");
        if (newPlayers.size() != players.size()) {
            throw Checks.refused(
                    "newPlayers must name every player [%s players], but was %s", players.size(), newPlayers.size());
        }
        if (!newActions.stream()
                .map(List::size)
                .toList()
                .equals(actions.stream().map(List::size).toList())) {
            throw Checks.refused(
                    "newActions must name every action [%s actions], but was %s",
                    Arrays.toString(sizes), newActions.stream().map(List::size).toList());
        }
        return new NormalFormGame(newTitle, newPlayers, newActions, payoffs);
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
        return players.get(player);
    }

    /** How many actions a player has. */
    public int actions(int player) {
        return sizes[player];
    }

    /** What an action is called. */
    public String action(int player, int action) {
        return actions.get(player).get(action);
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
        return chosen(index, sizes);
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
        return strides[player];
    }

    /** What a player earns, as the nearest double. */
    public double payoff(int player, int... chosen) {
        return payoffs[player].value(index(chosen));
    }

    /** The same at the index of a combination. */
    public double payoffAt(int player, int index) {
        return payoffs[player].value(index);
    }

    /** What a player earns, exactly. */
    public Fraction exactPayoff(int player, int... chosen) {
        return payoffs[player].exact(index(chosen));
    }

    /** The same at the index of a combination. */
    public Fraction exactPayoffAt(int player, int index) {
        return payoffs[player].exact(index);
    }

    /** The least number that makes all payoffs of a player whole when they are multiplied by it. */
    public BigInteger denominator(int player) {
        return payoffs[player].denominator();
    }

    /** What a player earns at the index of a combination, times {@link #denominator}. */
    public BigInteger numeratorAt(int player, int index) {
        return payoffs[player].numerator(index);
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

    private static int profiles(int[] sizes) {
        if (sizes.length == 0) {
            throw Checks.refused("actions must name at least 1 player [count], but was %s", 0);
        }
        long profiles = 1;
        for (int player = 0; player < sizes.length; player++) {
            profiles = Math.min(
                    MOST_PAYOFFS + 1, profiles * Checks.count(1, "actions[" + player + "]", "count", sizes[player]));
        }
        if (profiles * sizes.length > MOST_PAYOFFS) {
            throw Checks.refused(
                    "actions must make at most %s payoffs [count; 8 bytes each], but was %s; "
                            + "players who are alike are a SymmetricGame",
                    MOST_PAYOFFS, "more, of " + sizes.length + " players");
        }
        return (int) profiles;
    }

    private static int[] strides(int[] sizes) {
        final int[] strides = new int[sizes.length];
        int stride = 1;
        for (int player = sizes.length - 1; player >= 0; player--) {
            strides[player] = stride;
            stride *= sizes[player];
        }
        return strides;
    }

    private static int[] chosen(int index, int[] sizes) {
        final int[] chosen = new int[sizes.length];
        int rest = index;
        for (int player = sizes.length - 1; player >= 0; player--) {
            chosen[player] = rest % sizes[player];
            rest /= sizes[player];
        }
        return chosen;
    }

    private interface Width {
        int of(int row);
    }

    private static int[] shape(String name, int rows, Width width) {
        final int columns = rows == 0 ? 0 : width.of(0);
        if (columns == 0) {
            throw Checks.refused(
                    "%s must have at least one row and one column [payoffs], but was %s x %s", name, rows, columns);
        }
        for (int i = 1; i < rows; i++) {
            if (width.of(i) != columns) {
                throw Checks.refused(
                        "%s must have rows of the same length [%s, as row 0], but row %s was %s long",
                        name, columns, i, width.of(i));
            }
        }
        return new int[] {rows, columns};
    }

    private static void sameShape(int[] row, int[] column) {
        if (!Arrays.equals(row, column)) {
            throw Checks.refused(
                    "column must have the shape of row [%s x %s], but was %s x %s",
                    row[0], row[1], column[0], column[1]);
        }
    }

    private static long[] flat(long[][] matrix) {
        return Arrays.stream(matrix).flatMapToLong(Arrays::stream).toArray();
    }

    @Override
    public boolean equals(Object other) {
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

    /** In a line: {@code Normal form of 2 players, 3 x 2 actions}. */
    @Override
    public String toString() {
        final String named = title.isEmpty() ? "Normal form" : title + ":";
        final String shape = String.join(
                " x ", Arrays.stream(sizes).mapToObj(Integer::toString).toList());
        return named + " of " + sizes.length + " players, " + shape + " actions";
    }
}
