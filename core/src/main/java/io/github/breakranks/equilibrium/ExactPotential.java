package io.github.breakranks.equilibrium;

import io.github.breakranks.answer.Fraction;
import io.github.breakranks.answer.Table;
import io.github.breakranks.game.NormalFormGame;
import io.github.breakranks.internal.Checks;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Whether a finite game has an exact potential, what it is, and where it is greatest. */
public final class ExactPotential {
    private static final int MOST_ROWS = 1_000;

    private final NormalFormGame game;
    private final BigInteger[] potential; // in units; empty where there is none
    private final BigInteger unit;
    private final int[] cycle; // first player, second player, corner; empty where there is a potential

    ExactPotential(NormalFormGame game, BigInteger[] potential, BigInteger unit, int... cycle) {
        this.game = game;
        this.potential = potential;
        this.unit = unit;
        this.cycle = cycle;
    }

    /** The game. */
    public NormalFormGame game() {
        return game;
    }

    /** Whether there is one. */
    public boolean exists() {
        return potential.length > 0;
    }

    /** The potential when everybody does as told, exactly; 0 where each takes his first action. */
    public Fraction of(int... chosen) {
        return at(game.index(chosen));
    }

    Fraction at(int index) {
        requireOne();
        return new Fraction(potential[index], unit);
    }

    private void requireOne() {
        if (!exists()) {
            throw new IllegalStateException("there is no exact potential: " + explain());
        }
    }

    /** Where the potential is greatest: each of these is a pure Nash equilibrium. */
    public PureEquilibria maximisers() {
        requireOne();
        BigInteger greatest = potential[0];
        for (final BigInteger each : potential) {
            greatest = greatest.max(each);
        }
        final BigInteger most = greatest;
        return new PureEquilibria(
                game,
                IntStream.range(0, potential.length)
                        .filter(index -> potential[index].equals(most))
                        .toArray(),
                false);
    }

    /** What the gains of those who move add up to round the four-cycle that shows that there is none; 0 where none is named. */
    Fraction roundTrip() {
        if (cycle.length == 0) {
            return Fraction.ZERO;
        }
        final int[] corners = corners();
        Fraction sum = Fraction.ZERO;
        for (int step = 0; step < corners.length; step++) {
            final int mover = cycle[step % 2];
            final int to = corners[(step + 1) % corners.length];
            sum = sum.plus(game.exactPayoffAt(mover, to)).minus(game.exactPayoffAt(mover, corners[step]));
        }
        return sum;
    }

    private int[] corners() {
        final int one = cycle[2] + game.stride(cycle[0]);
        final int other = cycle[2] + game.stride(cycle[1]);
        return new int[] {cycle[2], one, one + game.stride(cycle[1]), other};
    }

    /** A row for each combination of actions, the first thousand: what each does, and the potential. */
    public Table table() {
        requireOne();
        final List<Table.Column> columns = new ArrayList<>();
        for (int player = 0; player < game.players(); player++) {
            columns.add(Table.Column.of("does " + (player + 1)));
        }
        columns.add(Table.Column.of("potential", "payoff"));
        final List<List<Object>> rows = new ArrayList<>();
        for (int index = 0; index < Math.min(MOST_ROWS, potential.length); index++) {
            final List<Object> row = new ArrayList<>(actions(index));
            row.add(at(index).value());
            rows.add(row);
        }
        return Table.of(columns, rows);
    }

    private List<String> actions(int index) {
        final int[] chosen = game.chosen(Checks.index("index", "combination", index, game.profiles()));
        return IntStream.range(0, chosen.length)
                .mapToObj(player -> game.action(player, chosen[player]))
                .toList();
    }

    /** In a paragraph: where the potential is greatest, or the cycle that does not close. */
    public String explain() {
        if (exists()) {
            final PureEquilibria greatest = maximisers();
            return "There is an exact potential: whoever changes his action alone moves it by what he gains. It is greatest at "
                    + greatest.actions(0)
                    + (greatest.count() > 1 ? " and " + (greatest.count() - 1) + " other combinations" : "")
                    + ", where nobody gains by leaving.";
        }
        if (cycle.length == 0) {
            return "Whether there is an exact potential was not found out.";
        }
        final int[] corners = corners();
        return "No exact potential: players " + game.player(cycle[0]) + " and " + game.player(cycle[1]) + " move from "
                + actions(corners[0]) + " over " + actions(corners[1]) + ", " + actions(corners[2]) + " and "
                + actions(corners[3]) + " back to where they were, and gain " + roundTrip() + " on the way.";
    }

    /** In a line: {@code ExactPotential[greatest at [hare, hare]]}. */
    @Override
    public String toString() {
        if (!exists()) {
            return "ExactPotential[" + (cycle.length == 0 ? "not finished]" : "none]");
        }
        final String shown = "greatest at " + maximisers().actions(0);
        return "ExactPotential[" + (shown.length() <= 60 ? shown : "of " + game.profiles() + " combinations") + "]";
    }
}
