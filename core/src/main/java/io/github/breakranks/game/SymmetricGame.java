package io.github.breakranks.game;

import io.github.breakranks.answer.Fraction;
import io.github.breakranks.answer.Table;
import io.github.breakranks.internal.Checks;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.IntToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * A game of many players who are alike, each with two actions, in which only the number of others who act counts.
 *
 * <pre>{@code
 *   A(m)        what one earns who acts while m of the n - 1 others do
 *   R(m)        what one earns who refrains then
 *   gain(m)   = A(m) - R(m)
 *   V(k)      = sum of gain(m) over m < k         the potential when k act
 * }</pre>
 *
 * <p>Every such game has an exact potential (Rosenthal 1973; Monderer and Shapley 1996): one who joins k who act changes {@code V} by what
 * it gains him. Payoffs are doubles at face value. 16 bytes a player.
 *
 * <p>Sources: R. Rosenthal (1973), International Journal of Game Theory 2:65, doi 10.1007/BF01737559; D. Monderer and L. Shapley (1996), Games
 * and Economic Behavior 14:124, doi 10.1006/game.1996.0044.
 */
public final class SymmetricGame {
    private static final int MOST_PLAYERS = 100_000_000;
    private static final int MOST_LISTED = 20;

    private final double[] acting; // by how many others act
    private final double[] refraining;

    private SymmetricGame(double[] acting, double[] refraining) {
        this.acting = acting;
        this.refraining = refraining;
    }

    /**
     * A game of so many players.
     *
     * @param players    how many [count], from 1 to 100,000,000
     * @param acting     what one earns who acts, by how many of the others do, 0 to players - 1; finite
     * @param refraining what one earns who does not, by the same
     */
    public static SymmetricGame of(int players, IntToDoubleFunction acting, IntToDoubleFunction refraining) {
        Objects.requireNonNull(acting, "acting");
        Objects.requireNonNull(refraining, "refraining");
        if (players < 1 || players > MOST_PLAYERS) {
            throw Checks.refused(
                    "players must be from 1 to %s [count; 16 bytes each], but was %s", MOST_PLAYERS, players);
        }
        return new SymmetricGame(column("acting", players, acting), column("refraining", players, refraining));
    }

    private static double[] column(String name, int players, IntToDoubleFunction payoff) {
        final double[] column = new double[players];
        for (int others = 0; others < players; others++) {
            column[others] = payoff.applyAsDouble(others) + 0.0; // no negative zero
            if (!Double.isFinite(column[others])) {
                throw Checks.refused(
                        "%s must be finite [payoff], but was %s where %s others act", name, column[others], others);
            }
        }
        return column;
    }

    /**
     * A defection game of listed soldiers who are alike: acting is going, which earns the net gain less private cost; refraining is staying,
     * which earns 0. All must see everybody, have the same cost, be put the same offer and have heard of it all or none.
     */
    public static SymmetricGame of(DefectionGame game) {
        final int agents = game.population().size();
        if (!game.population().listed()) {
            throw Checks.refused(
                    "population must list its agents, but was %s; name them with Population.of(costs)",
                    game.population());
        }
        game.requireCountable("soldiers who are alike see everybody");
        final double cost = game.population().cost(0);
        final boolean heard = game.heard(0);
        for (int agent = 1; agent < agents; agent++) {
            if (game.population().cost(agent) != cost
                    || game.heard(agent) != heard
                    || game.population().groupOf(agent) != 0) {
                throw Checks.refused(
                        "agents must be alike in cost, group and having heard of the offer, but was agent %s unlike agent 0;"
                                + " ask EquilibriumSolver",
                        agent);
            }
        }
        return of(agents, others -> earned(game, heard, agents == 1 ? 0 : others / (agents - 1.0)) - cost, others -> 0);
    }

    private static double earned(DefectionGame game, boolean heard, double gone) {
        return heard ? game.gain(gone) : game.gainUnheard(gone);
    }

    /** How many play. */
    public int players() {
        return acting.length;
    }

    /** What one earns who acts while so many of the others do. */
    public double acting(int others) {
        return acting[others(others)];
    }

    /** What one earns who refrains while so many of the others act. */
    public double refraining(int others) {
        return refraining[others(others)];
    }

    /** What acting gains over refraining while so many of the others act; its sign is exact. */
    public double gain(int others) {
        return acting[others(others)] - refraining[others];
    }

    private int others(int others) {
        return Checks.index("others", "players", others, acting.length);
    }

    /** Whether nobody gains by changing when so many act: those who do would not rather refrain, those who do not would not rather act. */
    public boolean rests(int acting) {
        if (acting < 0 || acting > players()) {
            throw Checks.refused("acting must be from 0 to %s [players], but was %s", players(), acting);
        }
        return (acting == 0 || gain(acting - 1) >= 0) && (acting == players() || gain(acting) <= 0);
    }

    /** The potential when so many act, exactly; 0 when nobody does. Cost: one sum of so many fractions. */
    public Fraction potential(int acting) {
        if (acting < 0 || acting > players()) {
            throw Checks.refused("acting must be from 0 to %s [players], but was %s", players(), acting);
        }
        Fraction sum = Fraction.ZERO;
        for (int others = 0; others < acting; others++) {
            sum = sum.plus(Fraction.exactly(this.acting[others])).minus(Fraction.exactly(refraining[others]));
        }
        return sum;
    }

    /** The same game in normal form, actions "refrain" and "act"; at most 20 players. Cost: 2^n payoffs of 8 bytes for each of n. */
    public NormalFormGame toNormalForm() {
        final int players = players();
        if (players > MOST_LISTED) {
            throw Checks.refused(
                    "players must be at most %s for a normal form, but was %s, whose 2^%s combinations have %s payoffs each;"
                            + " ask SymmetricSolver",
                    MOST_LISTED, players, players, players);
        }
        final int[] actions = new int[players];
        Arrays.fill(actions, 2);
        final NormalFormGame game = NormalFormGame.of(actions, (player, chosen) -> {
            final int others = Arrays.stream(chosen).sum() - chosen[player];
            return chosen[player] == 1 ? acting[others] : refraining[others];
        });
        final List<String> names = new ArrayList<>();
        final List<List<String>> labels = new ArrayList<>();
        for (int player = 0; player < players; player++) {
            names.add(game.player(player));
            labels.add(List.of("refrain", "act"));
        }
        return game.named("Symmetric game", names, labels);
    }

    /** A row for each number of others who act: what acting and refraining earn, and what acting gains. */
    public Table table() {
        final List<List<Object>> rows = new ArrayList<>();
        for (int others = 0; others < players(); others++) {
            rows.add(List.of(others, acting[others], refraining[others], gain(others)));
        }
        return Table.of(
                List.of(
                        Table.Column.of("others", "count"),
                        Table.Column.of("acting", "payoff"),
                        Table.Column.of("refraining", "payoff"),
                        Table.Column.of("gain", "payoff")),
                rows);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SymmetricGame game
                && Arrays.equals(acting, game.acting)
                && Arrays.equals(refraining, game.refraining);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(acting) + Arrays.hashCode(refraining);
    }

    /** In a line: {@code SymmetricGame[1000 players, each acts or refrains]}. */
    @Override
    public String toString() {
        return "SymmetricGame[" + players() + (players() == 1 ? " player" : " players, each") + " acts or refrains]";
    }
}
