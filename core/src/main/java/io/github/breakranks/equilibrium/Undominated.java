package io.github.breakranks.equilibrium;

import io.github.breakranks.answer.Fraction;
import io.github.breakranks.answer.Table;
import io.github.breakranks.game.NormalFormGame;
import io.github.breakranks.game.StrategyProfile;
import io.github.breakranks.internal.Checks;
import io.github.breakranks.internal.TableText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What is left of a finite game once dominated actions have been struck out again and again, and why each one went. */
public final class Undominated {
    private static final int MOST_TOLD = 3;

    private final DominanceSolver settings;
    private final NormalFormGame game;
    private final int[][] kept;
    private final List<Elimination> eliminations;
    private final @Nullable Belief[][] beliefs; // by player and action kept; none where the work was stopped

    Undominated(
            DominanceSolver settings,
            NormalFormGame game,
            int[][] kept,
            List<Elimination> eliminations,
            @Nullable Belief[][] beliefs) {
        this.settings = settings;
        this.game = game;
        this.kept = kept.clone();
        this.eliminations = List.copyOf(eliminations);
        this.beliefs = beliefs;
    }

    /** The game as given. */
    public NormalFormGame game() {
        return game;
    }

    /** What was struck out: weakly dominated actions too, by mixtures too. */
    public DominanceSolver settings() {
        return settings;
    }

    /** The actions of a player that are left, ascending, counted in the game as given. */
    public int[] kept(int player) {
        return kept[player].clone();
    }

    /** Whether this action is left. */
    public boolean keeps(int player, int action) {
        return Arrays.binarySearch(kept[player], action) >= 0;
    }

    /** What was struck out, in this order, and what is better. */
    public List<Elimination> eliminations() {
        return eliminations;
    }

    /** In how many rounds [count]. */
    public int rounds() {
        return eliminations.isEmpty()
                ? 0
                : eliminations.get(eliminations.size() - 1).round();
    }

    /** Whether the actions left are the rationalizable ones: strict dominance, by mixtures too. */
    public boolean rationalizable() {
        return settings.mixtures() && !settings.weakly();
    }

    /** Whether one action is left to each, so that the game is solved. */
    public boolean solved() {
        return Arrays.stream(kept).allMatch(actions -> actions.length == 1);
    }

    /** The game with the actions left alone; action k of a player is {@code kept(player)[k]} of the game as given. */
    public NormalFormGame reduced() {
        return game.withActions(kept);
    }

    /** A profile of the reduced game as one of the game as given, in which what was struck out has no chance. */
    public StrategyProfile original(StrategyProfile reduced) {
        final Fraction[][] chances = new Fraction[game.players()][];
        if (reduced.players() != game.players()) {
            throw Checks.refused(
                    "reduced must be of the players of the game [%s], but was of %s",
                    game.players(), reduced.players());
        }
        for (int player = 0; player < chances.length; player++) {
            chances[player] = new Fraction[game.actions(player)];
            Arrays.fill(chances[player], Fraction.ZERO);
            final Fraction[] own = reduced.exactChances(player);
            if (own.length != kept[player].length) {
                throw Checks.refused(
                        "reduced must have the actions left of player %s [%s], but had %s",
                        player, kept[player].length, own.length);
            }
            for (int k = 0; k < own.length; k++) {
                chances[player][kept[player][k]] = own[k];
            }
        }
        return StrategyProfile.of(chances);
    }

    @Nullable
    Belief beliefOf(int player, int action) {
        return beliefs[player][Arrays.binarySearch(kept[player], action)];
    }

    /**
     * A belief under which an action that is left is a best one: what the others do, with which chance. Empty where none was looked for, as
     * single actions only were tried.
     */
    public Table belief(int player, int action) {
        if (!keeps(player, action)) {
            throw Checks.refused(
                    "action must be one that is left to player %s, %s, but was %s",
                    player, Arrays.toString(kept[player]), action);
        }
        final Belief belief = beliefs.length == 0 ? null : beliefOf(player, action);
        final List<List<Object>> rows = new ArrayList<>();
        for (int k = 0; belief != null && k < belief.cases().length; k++) {
            final int[] chosen = game.chosen(belief.cases()[k]);
            final String others = IntStream.range(0, chosen.length)
                    .filter(other -> other != player)
                    .mapToObj(other -> game.action(other, chosen[other]))
                    .collect(Collectors.joining(", "));
            rows.add(List.of(others, new Fraction(belief.weights()[k], belief.sum()).value()));
        }
        return Table.of(List.of(Table.Column.of("others do"), Table.Column.of("chance", "share")), rows);
    }

    /** A row for each action struck out: in which round, whose, which, and what is better. */
    public Table table() {
        final List<List<Object>> rows = new ArrayList<>();
        for (final Elimination gone : eliminations) {
            rows.add(List.of(
                    gone.round(),
                    game.player(gone.player()),
                    game.action(gone.player(), gone.action()),
                    gone.strictly() ? "strictly" : "weakly",
                    better(gone)));
        }
        return Table.of(
                List.of(
                        Table.Column.of("round"),
                        Table.Column.of("player"),
                        Table.Column.of("action"),
                        Table.Column.of("dominated"),
                        Table.Column.of("by")),
                rows);
    }

    /** {@code up}, or {@code 1/2 up + 1/2 down}. */
    private String better(Elimination gone) {
        return IntStream.range(0, gone.mixture().size())
                .filter(action -> gone.mixture().get(action).signum() > 0)
                .mapToObj(action -> (gone.byOneAction() ? "" : gone.mixture().get(action) + " ")
                        + game.action(gone.player(), action))
                .collect(Collectors.joining(" + "));
    }

    /** In a paragraph: what went and why, what is left and what that means. */
    public String explain() {
        final StringBuilder out = new StringBuilder();
        for (int k = 0; k < Math.min(MOST_TOLD, eliminations.size()); k++) {
            final Elimination gone = eliminations.get(k);
            out.append("Round ")
                    .append(gone.round())
                    .append(": player ")
                    .append(game.player(gone.player()))
                    .append(" drops ")
                    .append(game.action(gone.player(), gone.action()))
                    .append(gone.strictly() ? ", as he earns more by " : ", as he never earns less by ")
                    .append(better(gone))
                    .append(". ");
        }
        if (eliminations.size() > MOST_TOLD) {
            out.append("And so on, ")
                    .append(TableText.counted(eliminations.size(), "action"))
                    .append(" in ")
                    .append(TableText.counted(rounds(), "round"))
                    .append(". ");
        }
        if (eliminations.isEmpty()) {
            out.append("No action is dominated. ");
        }
        out.append(
                solved()
                        ? "One action is left to each"
                        : "What is left is " + reduced().toString().replace("Normal form", "a game"));
        out.append(rationalizable() ? ", all of it rationalizable." : ".");
        if (settings.weakly() && !eliminations.isEmpty()) {
            out.append(" Another order of striking out may leave something else.");
        }
        return out.toString();
    }

    /** In a line: {@code Undominated[1 x 1 of 2 x 2 actions, 2 rounds]}. */
    @Override
    public String toString() {
        final String left =
                shape(Arrays.stream(kept).mapToInt(actions -> actions.length).toArray());
        return "Undominated[" + left + " of " + shape(game.shape()) + " actions, "
                + TableText.counted(rounds(), "round") + "]";
    }

    private static String shape(int... sizes) {
        return sizes.length <= 5
                ? Arrays.stream(sizes).mapToObj(Integer::toString).collect(Collectors.joining(" x "))
                : Integer.toString(Arrays.stream(sizes).sum());
    }
}
