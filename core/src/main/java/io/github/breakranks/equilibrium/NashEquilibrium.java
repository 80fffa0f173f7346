package io.github.breakranks.equilibrium;

import io.github.breakranks.answer.Fraction;
import io.github.breakranks.answer.Table;
import io.github.breakranks.game.NormalFormGame;
import io.github.breakranks.game.Regret;
import io.github.breakranks.game.StrategyProfile;
import io.github.breakranks.internal.TableText;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A profile of a finite game from which nobody gains by leaving alone (Nash, 1950, PNAS 36, 10.1073/pnas.36.1.48), with the regret that
 * was computed for it from the payoffs.
 *
 * @param game    the game it belongs to
 * @param profile who does what with which chance
 * @param regret  what each player could still gain, exactly; 0 for all where the profile is exact
 */
public record NashEquilibrium(NormalFormGame game, StrategyProfile profile, Regret regret) {
    private static final int MOST_BEFORE = 60; // characters of a profile
    private static final int WIDTH = 80;

    /** A profile with its regret, whatever that is. */
    public static NashEquilibrium of(NormalFormGame game, StrategyProfile profile) {
        return new NashEquilibrium(game, profile, Regret.of(game, profile));
    }

    /** What a player earns. */
    public Fraction payoff(int player) {
        return regret.payoffs().get(player);
    }

    /** A row for each player's action: its chance and what it earns. */
    public Table table() {
        final List<List<@Nullable Object>> rows = new ArrayList<>();
        for (int player = 0; player < game.players(); player++) {
            final Fraction[] earned = Regret.byAction(game, profile, player);
            for (int action = 0; action < earned.length; action++) {
                rows.add(List.of(
                        game.player(player),
                        game.action(player, action),
                        profile.exact() ? cell(profile.exactChance(player, action)) : profile.chance(player, action),
                        profile.exact() ? cell(earned[action]) : nearest(earned[action])));
            }
        }
        return Table.of(
                List.of(
                        Table.Column.of("player"),
                        Table.Column.of("action"),
                        Table.Column.of("chance", "share"),
                        Table.Column.of("earns", "payoff")),
                rows);
    }

    /** As written where that is short, else the nearest double. */
    static Object cell(Fraction fraction) {
        final String written = fraction.toString();
        return written.equals(fraction.brief()) ? written : nearest(fraction);
    }

    /** The nearest double; beyond doubles, seven digits and a power of ten. */
    private static Object nearest(Fraction fraction) {
        final double value = fraction.value();
        return Double.isInfinite(value) || value == 0 && fraction.signum() != 0 ? fraction.brief() : (Object) value;
    }

    /** Named actions with their chances: {@code 1/3 A, 2/3 C}. */
    static String strategy(NormalFormGame game, StrategyProfile profile, int player) {
        final List<String> shown = new ArrayList<>();
        for (final int action : profile.support(player)) {
            final Fraction chance = profile.exactChance(player, action);
            final String chances = profile.exact() ? told(chance) : TableText.number(profile.chance(player, action), 4);
            shown.add((chance.equals(Fraction.ONE) ? "" : chances + " ") + game.action(player, action));
        }
        return String.join(", ", shown);
    }

    /** As written where that is short, else to four digits, and never as none or all where it is not. */
    private static String told(Fraction chance) {
        if (chance.toString().equals(chance.brief())) {
            return chance.toString();
        }
        final double value = chance.value();
        if (value == 0) {
            return chance.brief();
        }
        return value == 1 ? "almost 1" : TableText.number(value, 4);
    }

    /** In a paragraph: what each player does and earns, and what anybody could still gain. */
    public String explain() {
        final List<String> told = new ArrayList<>();
        for (int player = 0; player < game.players(); player++) {
            told.add(game.player(player) + " does " + strategy(game, profile, player) + " and earns "
                    + payoff(player).brief());
        }
        return "Player " + String.join("; player ", told) + ". "
                + (regret.none()
                        ? "Nobody gains by doing otherwise."
                        : "The most that anybody could gain by doing otherwise is "
                                + TableText.quotient(
                                        regret.worst().numerator(),
                                        regret.worst().denominator())
                                + ".");
    }

    /** In a line: the profile, rounded where it is long, and the largest regret. */
    @Override
    public String toString() {
        final Fraction worst = regret.worst();
        final String left =
                regret.none() ? "" : ", regret " + TableText.quotient(worst.numerator(), worst.denominator());
        final String players = game.players() + (game.players() == 1 ? " player" : " players");
        final String whole = "Nash equilibrium " + profile;
        return Stream.of(
                        whole.length() <= MOST_BEFORE ? whole : "",
                        "Nash equilibrium " + profile.rounded(),
                        "Nash equilibrium of " + game)
                .filter(line -> !line.isEmpty() && line.length() + left.length() < WIDTH)
                .findFirst()
                .orElse("Nash equilibrium of " + players)
                .concat(left);
    }
}
