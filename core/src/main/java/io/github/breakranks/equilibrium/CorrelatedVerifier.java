package io.github.breakranks.equilibrium;

import io.github.breakranks.answer.Certificate;
import io.github.breakranks.answer.Fraction;
import io.github.breakranks.game.NormalFormGame;
import io.github.breakranks.internal.Halted;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;

/** Computes every incentive of a correlated law from its definition, and bounds the worth of all such laws by prices on incentives. */
final class CorrelatedVerifier {
    private final CorrelatedSolver solver;
    private final NormalFormGame game;
    private final BooleanSupplier mayGoOn;

    CorrelatedVerifier(CorrelatedSolver solver, NormalFormGame game) {
        this(solver, game, () -> true);
    }

    /** One that throws {@link Halted} where it may not go on. */
    CorrelatedVerifier(CorrelatedSolver solver, NormalFormGame game, BooleanSupplier mayGoOn) {
        this.mayGoOn = mayGoOn;
        this.solver = solver;
        this.game = game;
    }

    /** Proven if nobody gains by disobeying, and no law under which nobody does is worth more. */
    Certificate certify(CorrelatedEquilibrium found, Fraction... prices) {
        final Fraction gain = worstGain(found);
        final Fraction gap = bound(prices).minus(solver.least() ? found.worth().negated() : found.worth());
        if (!sumsToOne(found) || gap.signum() < 0 && gain.signum() == 0) {
            return new Certificate.Unproven("computed again, the law or its bound is none");
        }
        final Fraction worst = gain.max(gap.signum() < 0 ? gap.negated() : gap);
        return worst.signum() == 0
                ? new Certificate.Proven(
                        "fractions: nobody gains by doing otherwise, and prices on the incentives bound the worth of all such laws by this one",
                        List.of())
                : new Certificate.Numeric(ZeroSumVerifier.up(worst), "payoff");
    }

    private boolean sumsToOne(CorrelatedEquilibrium found) {
        Fraction sum = Fraction.ZERO;
        for (final int index : found.profiles()) {
            Halted.unless(mayGoOn);
            if (found.exactChanceAt(index).signum() < 0) {
                return false;
            }
            sum = sum.plus(found.exactChanceAt(index));
        }
        return sum.equals(Fraction.ONE);
    }

    /** The most that any player gains by doing one thing when told another, in expectation; coarse: by one thing whatever he would be told. */
    Fraction worstGain(CorrelatedEquilibrium found) {
        Fraction worst = Fraction.ZERO;
        for (int player = 0; player < game.players(); player++) {
            final int actions = game.actions(player);
            final Fraction[][] gains = new Fraction[solver.coarse() ? 1 : actions][actions];
            for (final Fraction[] row : gains) {
                Arrays.fill(row, Fraction.ZERO);
            }
            for (final int index : found.profiles()) {
                final int[] chosen = game.chosen(index);
                final int told = solver.coarse() ? 0 : chosen[player];
                final Fraction chance = found.exactChanceAt(index);
                for (int instead = 0; instead < actions; instead++) {
                    Halted.unless(mayGoOn);
                    gains[told][instead] = gains[told][instead].plus(chance.times(gain(player, instead, chosen)));
                }
            }
            for (final Fraction[] row : gains) {
                worst = Arrays.stream(row).reduce(worst, Fraction::max);
            }
        }
        return worst;
    }

    private Fraction gain(int player, int instead, int... chosen) {
        final int[] otherwise = chosen.clone();
        otherwise[player] = instead;
        return game.exactPayoff(player, otherwise).minus(game.exactPayoff(player, chosen));
    }

    /**
     * What no law under which nobody gains is worth more than: the largest over profiles of worth less priced gains; prices below 0 count as 0.
     */
    Fraction bound(Fraction... prices) {
        Fraction most = null;
        for (int index = 0; index < game.profiles(); index++) {
            final Fraction worth = solver.worth().at(game, index);
            final Fraction left = (solver.least() ? worth.negated() : worth).minus(priced(game.chosen(index), prices));
            most = most == null ? left : most.max(left);
        }
        return Objects.requireNonNull(most);
    }

    private Fraction priced(int[] chosen, Fraction... prices) {
        Fraction sum = Fraction.ZERO;
        int first = 0; // of the player's prices
        for (int player = 0; player < chosen.length; player++) {
            final int actions = game.actions(player);
            final int told = solver.coarse() ? first : first + chosen[player] * (actions - 1);
            for (int instead = 0; instead < actions; instead++) {
                final int skipped = !solver.coarse() && instead > chosen[player] ? 1 : 0;
                Halted.unless(mayGoOn);
                if (instead != chosen[player] && prices[told + instead - skipped].signum() > 0) {
                    sum = sum.plus(prices[told + instead - skipped].times(gain(player, instead, chosen)));
                }
            }
            first += solver.coarse() ? actions : actions * (actions - 1);
        }
        return sum;
    }
}
