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
                        profile.exact()
                                ? profile.exactChance(player, action).toString()
                                : profile.chance(player, action),
                        profile.exact() ? earned[action].toString() : earned[action].value()));
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

    /** In a line: the profile and the largest regret. */
    @Override
    public String toString() {
        final Fraction worst = regret.worst();
        final String left =
                regret.none() ? "" : ", regret " + TableText.quotient(worst.numerator(), worst.denominator());
        final String players = game.players() + (game.players() == 1 ? " player" : " players");
        final String whole = "Nash equilibrium " + profile;
        return Stream.of(whole.length() <= MOST_BEFORE ? whole : "", "Nash equilibrium of " + game)
                .filter(line -> !line.isEmpty() && line.length() + left.length() < WIDTH)
                .findFirst()
                .orElse("Nash equilibrium of " + players)
                .concat(left);
    }
}
