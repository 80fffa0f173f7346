package io.github.breakranks.equilibrium;

import io.github.breakranks.answer.Fraction;
import io.github.breakranks.answer.Table;
import io.github.breakranks.game.NormalFormGame;
import io.github.breakranks.game.Regret;
import io.github.breakranks.game.StrategyProfile;
import io.github.breakranks.internal.TableText;

/**
 * A logit quantal response equilibrium: everybody errs, costly errors less often, and expects the others to err likewise.
 *
 * <pre>{@code
 *   x[i, a] = exp(lambda u_i(a, x)) / sum over b of exp(lambda u_i(b, x))
 * }</pre>
 *
 * @param game     the game it belongs to
 * @param lambda   the precision of play [1 / payoff], at least 0; at 0 everybody mixes evenly
 * @param profile  who does what with which chance
 * @param residual the most by which a chance misses the right side, recomputed from the payoffs [share]
 * @see <a href="https://doi.org/10.1006/game.1995.1023">R. McKelvey and T. Palfrey (1995), "Quantal Response Equilibria for Normal Form
 *     Games", Games and Economic Behavior 10, 6-38</a>
 */
public record LogitEquilibrium(NormalFormGame game, double lambda, StrategyProfile profile, double residual) {

    /** A profile with what it misses at this precision, whatever that is. */
    public static LogitEquilibrium of(NormalFormGame game, double lambda, StrategyProfile profile) {
        return new LogitEquilibrium(game, lambda, profile, LogitVerifier.residual(game, profile, lambda));
    }

    /** What each player could gain by never erring, exactly: how far this is from a Nash equilibrium. */
    public Regret regret() {
        return Regret.of(game, profile);
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
                        profile.chance(player, action),
                        earned[action].value());
            }
        }
        return table;
    }

    /** In a paragraph: how precise play is, what it costs to err, and how well the equations hold. */
    public String explain() {
        final Regret regret = regret();
        return "At precision " + TableText.number(lambda, 6) + " an action that earns "
                + (lambda > 0.0 ? TableText.number(1.0 / lambda, 3) : "any amount") + " more is taken "
                + (lambda > 0.0 ? "2.718 times" : "just") + " as often. Player "
                + game.player(regret.worstPlayer()) + " loses most by erring, "
                + TableText.number(regret.worst().value(), 4)
                + ". Every chance is the logit reply to the others within "
                + TableText.number(residual, 2) + ".";
    }

    /** In a line: the precision and the profile. */
    @Override
    public String toString() {
        final String head = "Logit equilibrium at lambda " + TableText.number(lambda, 6);
        final String line = head + ": " + profile;
        return line.length() < 80 ? line : head + ", " + game.players() + " players";
    }
}
