package io.github.breakranks.game;

import io.github.breakranks.answer.Fraction;
import io.github.breakranks.internal.Checks;
import io.github.breakranks.internal.Halted;
import io.github.breakranks.internal.TableText;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

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
        return computed(game, profile, () -> true);
    }

    /** The same, for long fractions; empty if it may not go on, which is asked for each action. */
    public static Optional<Regret> of(NormalFormGame game, StrategyProfile profile, BooleanSupplier mayGoOn) {
        try {
            return Optional.of(computed(game, profile, mayGoOn));
        } catch (Halted early) {
            return Optional.empty();
        }
    }

    private static Regret computed(NormalFormGame game, StrategyProfile profile, BooleanSupplier mayGoOn) {
        sameShape(game, profile);
        final Fraction[] payoffs = new Fraction[game.players()];
        final Fraction[] regrets = new Fraction[game.players()];
        for (int player = 0; player < game.players(); player++) {
            final Weighed others = Weighed.of(game, profile, player);
            final Whole own = Whole.of(profile.exactChances(player));
            BigInteger payoff = BigInteger.ZERO; // times the scale of the sums and of the own chances
            BigInteger best = others.sum(0);
            for (int action = 0; action < game.actions(player); action++) {
                Halted.unless(mayGoOn);
                final BigInteger earned = others.sum(action);
                best = best.max(earned);
                payoff = payoff.add(own.weights[action].multiply(earned));
            }
            final BigInteger scale = others.scale.multiply(own.scale);
            payoffs[player] = new Fraction(payoff, scale);
            Halted.unless(mayGoOn);
            regrets[player] = new Fraction(best.multiply(own.scale).subtract(payoff), scale);
        }
        return new Regret(List.of(payoffs), List.of(regrets));
    }

    /** What each action of a player earns against the others' chances. */
    public static Fraction[] byAction(NormalFormGame game, StrategyProfile profile, int player) {
        return byActionComputed(game, profile, player, () -> true);
    }

    /** The same, for long fractions; empty if it may not go on, which is asked for each action. */
    public static Optional<Fraction[]> byAction(
            NormalFormGame game, StrategyProfile profile, int player, BooleanSupplier mayGoOn) {
        try {
            return Optional.of(byActionComputed(game, profile, player, mayGoOn));
        } catch (Halted early) {
            return Optional.empty();
        }
    }

    private static Fraction[] byActionComputed(
            NormalFormGame game, StrategyProfile profile, int player, BooleanSupplier mayGoOn) {
        sameShape(game, profile);
        final Weighed others = Weighed.of(game, profile, player);
        final Fraction[] earned = new Fraction[game.actions(player)];
        for (int action = 0; action < earned.length; action++) {
            Halted.unless(mayGoOn);
            earned[action] = new Fraction(others.sum(action), others.scale);
        }
        return earned;
    }

    /** Chances as whole numbers over one denominator. */
    record Whole(BigInteger[] weights, BigInteger scale) {
        static Whole of(Fraction[] chances) {
            final BigInteger common = commonDenominator(chances);
            final BigInteger[] weights = new BigInteger[chances.length];
            Arrays.setAll(
                    weights,
                    action -> chances[action].numerator().multiply(common.divide(chances[action].denominator())));
            return new Whole(weights, common);
        }

        /** Without a common divisor for each sum, which takes longest where fractions are long. */
        boolean sumsToOne() {
            return Arrays.stream(weights)
                    .reduce(BigInteger.ZERO, BigInteger::add)
                    .equals(scale);
        }
    }

    /** What a player's actions earn against the others, times a scale. */
    private record Weighed(NormalFormGame game, BigInteger[][] weights, int player, BigInteger scale) {
        static Weighed of(NormalFormGame game, StrategyProfile profile, int player) {
            final BigInteger[][] weights = new BigInteger[game.players()][];
            BigInteger scale = game.denominator(player);
            for (int other = 0; other < game.players(); other++) {
                if (other != player) {
                    final Whole whole = Whole.of(profile.exactChances(other));
                    weights[other] = whole.weights;
                    scale = scale.multiply(whole.scale);
                }
            }
            return new Weighed(game, weights, player, scale);
        }

        BigInteger sum(int action) {
            return Regret.sum(game, weights, player, new At(0, action * game.stride(player)));
        }
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
            if (common.mod(chance.denominator()).signum()
                    != 0) { // most divide it: a division is shorter than a common divisor
                common = common.divide(common.gcd(chance.denominator())).multiply(chance.denominator());
            }
        }
        return common;
    }

    private static void sameShape(NormalFormGame game, StrategyProfile profile) {
        final int[] actions = new int[profile.players()];
        Arrays.setAll(actions, profile::actions);
        if (!Arrays.equals(actions, game.shape())) {
            throw Checks.refused(
                    "profile must have the players and actions of the game [%s], but was %s",
                    GameShape.text(game.shape()), GameShape.text(actions));
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
                : "Regret: player " + (worstPlayer() + 1) + " could gain "
                        + TableText.quotient(worst().numerator(), worst().denominator()) + " by acting otherwise";
    }
}
