package io.github.breakranks.signaling;

import io.github.breakranks.answer.Range;
import io.github.breakranks.answer.Table;
import io.github.breakranks.answer.Table.Column;
import io.github.breakranks.internal.Checks;
import io.github.breakranks.internal.TableText;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The outcomes of Spence's game: the cheapest that tells types apart, all that do, all that tell nothing, and what D1 leaves. */
public final class Spence {
    private final SpenceGame game;
    private final double[] cheapest;
    private final double[] dearest;
    private final double pooling;

    Spence(SpenceGame game, double[] cheapest, double[] dearest, double pooling) {
        this.game = game;
        this.cheapest = cheapest;
        this.dearest = dearest;
        this.pooling = pooling;
    }

    /** The game. */
    public SpenceGame game() {
        return game;
    }

    /** The level of a type in the cheapest separating outcome, which D1 selects (Riley's). */
    public double riley(int type) {
        return cheapest[checked(type)];
    }

    /** What a type nets in that outcome [unit of the game]. */
    public double net(int type) {
        return game.worth(checked(type)) - game.cost(type, cheapest[type]);
    }

    /** The levels that a type takes in some outcome that separates all types. */
    public Range separating(int type) {
        return Range.of(cheapest[checked(type)], dearest[type]);
    }

    /** The levels at which all types pool in some outcome. */
    public Range pooling() {
        return Range.of(0, pooling);
    }

    /** What a type nets where all pool at a level [unit of the game]. */
    public double pooled(int type, double level) {
        return game.meanWorth() - game.cost(checked(type), level);
    }

    /**
     * The levels by which D1 removes pooling at a level: any of them, open at its ends, serves the ablest at lower pay than any other type, so that
     * who takes it is thought the ablest, and then gains by it.
     */
    public Range breaks(double level) {
        Checks.atLeast(0.0, "level", "level", level);
        final int top = game.types() - 1;
        return Range.of(level, game.level(top, game.cost(top, level) + game.worth(top) - game.meanWorth()));
    }

    /**
     * The levels by which the intuitive criterion removes pooling at a level, some of {@link #breaks}: all but the ablest would lose by them even if
     * thought the ablest, who then gains. Open at its ends, and never empty, by single crossing.
     */
    public Range intuitivelyBreaks(double level) {
        double low = level;
        for (int i = 0; i + 1 < game.types(); i++) {
            low = Math.max(low, game.level(i, game.cost(i, level) + game.worth(game.types() - 1) - game.meanWorth()));
        }
        return Range.of(low, breaks(level).high());
    }

    private int checked(int type) {
        return Checks.index("type", "number", type, cheapest.length);
    }

    /** A row a type. */
    public Table table() {
        final List<List<@Nullable Object>> rows = new ArrayList<>();
        for (int i = 0; i < cheapest.length; i++) {
            rows.add(List.of(i, game.ability(i), game.worth(i), cheapest[i], dearest[i], net(i), pooled(i, 0)));
        }
        return Table.of(
                List.of(
                        Column.of("type"),
                        Column.of("ability"),
                        Column.of("worth", "unit of the game"),
                        Column.of("cheapest", "level"),
                        Column.of("dearest", "level"),
                        Column.of("net", "unit of the game"),
                        Column.of("pooled at 0", "unit of the game")),
                rows);
    }

    /** In a paragraph. */
    public String explain() {
        final int top = cheapest.length - 1;
        final String better = pooled(top, 0) > net(top)
                ? " Even the ablest would rather all pooled at 0, which D1 does not allow."
                : "";
        return "The cheapest levels that tell the types apart end at " + shown(cheapest[top]) + ", the dearest at "
                + shown(dearest[top]) + ". All can pool at levels from 0 to " + shown(pooling)
                + ", but there the ablest gains by a little more, at lower pay than any other type, so that D1 leaves the cheapest"
                + " separation only." + better;
    }

    private static String shown(double value) {
        return TableText.number(value, 4);
    }

    /** Short enough for JShell. */
    @Override
    public String toString() {
        final int top = cheapest.length - 1;
        return "Spence[" + cheapest.length + " types, ablest at " + shown(cheapest[top]) + " to " + shown(dearest[top])
                + ", pooling up to " + shown(pooling) + "]";
    }
}
