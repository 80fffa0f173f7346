package io.github.breakranks.game;

import io.github.breakranks.answer.Fraction;
import io.github.breakranks.internal.Checks;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;

/**
 * How much each player of a finite game could gain by doing something else alone, computed exactly from the definition.
 *
 * <p>A profile is a Nash equilibrium if and only if nobody's regret is above 0. Nothing here knows how a profile was found, so it judges all
 * solvers alike. The cost is one product for every player and combination of actions that has a chance.
 *
 * @param payoffs what each player earns
 * @param regrets what each could earn more by his best action, at least 0
 */
public record Regret(List<Fraction> payoffs, List<Fraction> regrets) {
    public Regret {
        payoffs = List.copyOf(payoffs);
        regrets = List.copyOf(regrets);
    }

    /** Of this profile in this game; both must have the same players and actions. */
    public static Regret of(NormalFormGame game, StrategyProfile profile) {
        sameShape(game, profile);
        final Fraction[] payoffs = new Fraction[game.players()];
        final Fraction[] regrets = new Fraction[game.players()];
        for (int player = 0; player < game.players(); player++) {
            final Fraction[] earned = byAction(game, profile, player);
            final Fraction[] chances = profile.exactChances(player);
            Fraction payoff = Fraction.ZERO;
            Fraction best = earned[0];
            for (int action = 0; action < earned.length; action++) {
                best = best.max(earned[action]);
                payoff = chances[action].signum() == 0 ? payoff : payoff.plus(chances[action].times(earned[action]));
            }
            payoffs[player] = payoff;
            regrets[player] = best.minus(payoff);
        }
        return new Regret(List.of(payoffs), List.of(regrets));
    }

    /** What each action of a player earns against the others' chances. */
    public static Fraction[] byAction(NormalFormGame game, StrategyProfile profile, int player) {
        sameShape(game, profile);
        final BigInteger[][] weights = new BigInteger[game.players()][]; // whole multiples of the others' chances
        BigInteger scale = game.denominator(player);
        for (int other = 0; other < game.players(); other++) {
            if (other != player) {
                final Fraction[] chances = profile.exactChances(other);
                final BigInteger common = commonDenominator(chances);
                weights[other] = Arrays.stream(chances)
                        .map(chance -> chance.numerator().multiply(common.divide(chance.denominator())))
                        .toArray(BigInteger[]::new);
                scale = scale.multiply(common);
            }
        }
        final Fraction[] earned = new Fraction[game.actions(player)];
        for (int action = 0; action < earned.length; action++) {
            earned[action] = new Fraction(sum(game, weights, player, new At(0, action * game.stride(player))), scale);
        }
        return earned;
    }

    private record At(int player, int index) {}

    private static BigInteger sum(NormalFormGame game, BigInteger[][] weights, int player, At at) {
        if (at.player == game.players()) {
            return game.numeratorAt(player, at.index);
        }
        if (at.player == player) {
            return sum(game, weights, player, new At(at.player + 1, at.index));
        }
        BigInteger sum = BigInteger.ZERO;
        for (int action = 0; action < game.actions(at.player); action++) {
            final BigInteger weight = weights[at.player][action];
            if (weight.signum() != 0) {
                final At next = new At(at.player + 1, at.index + action * game.stride(at.player));
                sum = sum.add(weight.multiply(sum(game, weights, player, next)));
            }
        }
        return sum;
    }

    private static BigInteger commonDenominator(Fraction[] chances) {
        BigInteger common = BigInteger.ONE;
        for (final Fraction chance : chances) {
            common = common.divide(common.gcd(chance.denominator())).multiply(chance.denominator());
        }
        return common;
    }

    private static void sameShape(NormalFormGame game, StrategyProfile profile) {
        final int[] actions = new int[profile.players()];
        Arrays.setAll(actions, profile::actions);
        if (!Arrays.equals(actions, game.shape())) {
            throw Checks.refused(
                    "profile must have the players and actions of the game [%s], but was %s",
                    Arrays.toString(game.shape()), Arrays.toString(actions));
        }
    }

    /** The largest regret of any player. */
    public Fraction worst() {
        return regrets.stream().reduce(Fraction.ZERO, Fraction::max);
    }

    /** The player with the largest regret, the first of several. */
    public int worstPlayer() {
        return regrets.indexOf(worst());
    }

    /** Whether nobody could gain anything, exactly. */
    public boolean none() {
        return worst().signum() == 0;
    }

    /** In a line: {@code nobody could gain} or what the worst off could. */
    @Override
    public String toString() {
        return none()
                ? "Regret: nobody could gain by acting otherwise"
                : "Regret: player " + (worstPlayer() + 1) + " could gain " + (float) worst().value()
                        + " by acting otherwise";
    }
}
