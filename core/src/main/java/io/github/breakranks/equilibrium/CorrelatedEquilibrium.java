package io.github.breakranks.equilibrium;

import io.github.breakranks.answer.Fraction;
import io.github.breakranks.answer.Table;
import io.github.breakranks.game.NormalFormGame;
import io.github.breakranks.game.StrategyProfile;
import io.github.breakranks.internal.Halted;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/**
 * A law over profiles that players obey: a mediator draws a profile and tells each his part, and nobody gains by doing otherwise.
 *
 * <p>Chances are fractions; those that come of doubles are taken at face value over their sum, so that what anybody could still gain is
 * computed exactly.
 */
public final class CorrelatedEquilibrium {
    private final CorrelatedSolver solver;
    private final NormalFormGame game;
    private final Fraction[] law;
    private final int[] profiles;
    private final Fraction[] payoffs;
    private final Fraction worth;

    CorrelatedEquilibrium(CorrelatedSolver solver, NormalFormGame game, Fraction... law) {
        this(solver, game, () -> true, law);
    }

    /** The same; {@link Halted} is thrown where it may not go on. */
    CorrelatedEquilibrium(CorrelatedSolver solver, NormalFormGame game, BooleanSupplier mayGoOn, Fraction... law) {
        this.solver = solver;
        this.game = game;
        this.law = law;
        final List<Integer> positive = new ArrayList<>();
        this.payoffs = new Fraction[game.players()];
        Arrays.fill(payoffs, Fraction.ZERO);
        Fraction sum = Fraction.ZERO;
        for (int index = 0; index < law.length; index++) {
            if (law[index].signum() != 0) {
                Halted.unless(mayGoOn);
                positive.add(index);
                sum = sum.plus(law[index].times(solver.worth().at(game, index)));
                for (int player = 0; player < payoffs.length; player++) {
                    payoffs[player] = payoffs[player].plus(law[index].times(game.exactPayoffAt(player, index)));
                }
            }
        }
        this.worth = sum;
        this.profiles = positive.stream().mapToInt(Integer::intValue).toArray();
    }

    /** The law of a game that was not solved: everybody takes his first action. */
    static CorrelatedEquilibrium none(CorrelatedSolver solver, NormalFormGame game) {
        final Fraction[] law = new Fraction[game.profiles()];
        Arrays.fill(law, Fraction.ZERO);
        law[0] = Fraction.ONE;
        return new CorrelatedEquilibrium(solver, game, law);
    }

    /** The solver that found it. */
    public CorrelatedSolver solver() {
        return solver;
    }

    /** The game it belongs to. */
    public NormalFormGame game() {
        return game;
    }

    /** Whether players decide before they are told. */
    public boolean coarse() {
        return solver.coarse();
    }

    /** The chance of a profile, as the nearest double. */
    public double chance(int... chosen) {
        return law[game.index(chosen)].value();
    }

    /** The chance of a profile. */
    public Fraction exactChance(int... chosen) {
        return law[game.index(chosen)];
    }

    /** The chance of the profile of an index. */
    public Fraction exactChanceAt(int index) {
        return law[index];
    }

    /** The indices of the profiles that are drawn with some chance, ascending. */
    public int[] profiles() {
        return profiles.clone();
    }

    /** What a player earns in expectation [payoff]. */
    public Fraction payoff(int player) {
        return payoffs[player];
    }

    /** What all earn in expectation [payoff]. */
    public Fraction total() {
        return Arrays.stream(payoffs).reduce(Fraction.ZERO, Fraction::plus);
    }

    /** What was to be as high, or as low, as possible, in expectation [unit of the worth]. */
    public Fraction worth() {
        return worth;
    }

    /** The most that a player could gain by disobeying [payoff], computed anew: 0 in fractions. */
    public Fraction worstGain() {
        return new CorrelatedVerifier(solver, game).worstGain(this);
    }

    /** Whether players could draw alone: the law is a product of each one's chances, so a Nash equilibrium (for a law in fractions). */
    public boolean independent() {
        final StrategyProfile margins = margins();
        for (int index = 0; index < law.length; index++) {
            final int[] chosen = game.chosen(index);
            Fraction product = Fraction.ONE;
            for (int player = 0; player < chosen.length && product.signum() != 0; player++) {
                product = product.times(margins.exactChance(player, chosen[player]));
            }
            if (!product.equals(law[index])) {
                return false;
            }
        }
        return true;
    }

    /** How often each player takes each action. */
    public StrategyProfile margins() {
        final Fraction[][] chances = new Fraction[game.players()][];
        for (int player = 0; player < chances.length; player++) {
            chances[player] = new Fraction[game.actions(player)];
            Arrays.fill(chances[player], Fraction.ZERO);
        }
        for (final int index : profiles) {
            final int[] chosen = game.chosen(index);
            for (int player = 0; player < chosen.length; player++) {
                chances[player][chosen[player]] = chances[player][chosen[player]].plus(law[index]);
            }
        }
        return StrategyProfile.of(chances);
    }

    /** A row for each profile drawn with some chance: what each player does, the chance, what each earns. */
    public Table table() {
        final List<Table.Column> columns = new ArrayList<>();
        for (int player = 0; player < game.players(); player++) {
            columns.add(Table.Column.of("player " + game.player(player)));
        }
        columns.add(Table.Column.of("chance", "share"));
        for (int player = 0; player < game.players(); player++) {
            columns.add(Table.Column.of("earns " + game.player(player), "payoff"));
        }
        final List<List<Object>> rows = new ArrayList<>();
        for (final int index : profiles) {
            final List<Object> row = new ArrayList<>();
            final int[] chosen = game.chosen(index);
            for (int player = 0; player < chosen.length; player++) {
                row.add(game.action(player, chosen[player]));
            }
            row.add(solver.exact() ? NashEquilibrium.cell(law[index]) : (Object) law[index].value());
            for (int player = 0; player < chosen.length; player++) {
                row.add(
                        solver.exact()
                                ? NashEquilibrium.cell(game.exactPayoffAt(player, index))
                                : (Object) game.payoffAt(player, index));
            }
            rows.add(row);
        }
        return Table.of(columns, rows);
    }

    /** In a paragraph: what it is worth, what each earns, how many profiles are drawn, who could gain. */
    public String explain() {
        final StringBuilder text = new StringBuilder();
        text.append(profiles.length == 1 ? "One profile is played" : profiles.length + " profiles are drawn");
        text.append(" of ").append(law.length);
        text.append(
                coarse()
                        ? ", and nobody gains by deciding beforehand for one action."
                        : ", and nobody told his part gains by doing otherwise.");
        text.append(solver.least() ? " No such law is worth less than " : " No such law is worth more than ");
        text.append(worth.brief()).append("; ").append(earned()).append('.');
        if (!solver.exact()) {
            text.append(" Solved in doubles: the most anybody could gain is ")
                    .append((float) worstGain().value())
                    .append('.');
        }
        return text.toString();
    }

    private String earned() {
        final List<String> shares = IntStream.range(0, payoffs.length)
                .mapToObj(player -> game.player(player) + " earns " + payoffs[player].brief())
                .toList();
        final boolean alike = Arrays.stream(payoffs).allMatch(payoffs[0]::equals);
        return (alike ? "each player earns " + payoffs[0].brief() : "player " + String.join(", player ", shares))
                + ", all together " + total().brief();
    }

    /** In a line: kind, how many profiles are drawn, what it is worth. */
    @Override
    public String toString() {
        return (coarse() ? "Coarse correlated" : "Correlated") + " equilibrium: " + profiles.length + " of "
                + law.length + " profiles, worth " + worth.brief();
    }
}
