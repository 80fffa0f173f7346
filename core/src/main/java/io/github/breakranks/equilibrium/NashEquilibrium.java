package io.github.breakranks.equilibrium;

import io.github.breakranks.answer.Fraction;
import io.github.breakranks.answer.Table;
import io.github.breakranks.game.NormalFormGame;
import io.github.breakranks.game.Regret;
import io.github.breakranks.game.StrategyProfile;

/**
 * A profile of a finite game from which nobody gains by leaving alone (Nash, 1950, PNAS 36, 10.1073/pnas.36.1.48), with the regret that
 * was computed for it from the payoffs.
 *
 * @param game    the game it belongs to
 * @param profile who does what with which chance
 * @param regret  what each player could still gain, exactly; 0 for all where the profile is exact
 */
public record NashEquilibrium(NormalFormGame game, StrategyProfile profile, Regret regret) {

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
        Table table = Table.of(
                Table.Column.of("player"),
                Table.Column.of("action"),
                Table.Column.of("chance", "share"),
                Table.Column.of("earns", "payoff"));
        for (int player = 0; player < game.players(); player++) {
            final Fraction[] earned = Regret.byAction(game, profile, player);
            for (int action = 0; action < earned.length; action++) {
                table = table.with(
                        game.player(player),
                        game.action(player, action),
                        profile.exact() ? profile.exactChance(player, action) : profile.chance(player, action),
                        profile.exact() ? earned[action] : earned[action].value());
            }
        }
        return table;
    }

    /** In a line: the profile and the largest regret. */
    @Override
    public String toString() {
        final String shown = "Nash equilibrium " + profile;
        final String line = shown.length() <= 60 ? shown : "Nash equilibrium of " + game;
        return regret.none()
                ? line
                : line + ", regret " + (float) regret.worst().value();
    }
}
