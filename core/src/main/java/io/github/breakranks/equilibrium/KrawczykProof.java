package io.github.breakranks.equilibrium;

import io.github.breakranks.answer.Certificate;
import io.github.breakranks.answer.Fraction;
import io.github.breakranks.game.NormalFormGame;
import io.github.breakranks.game.Regret;
import io.github.breakranks.game.StrategyProfile;
import io.github.breakranks.internal.IntervalMatrix;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Proves that there is exactly one equilibrium near a profile that may only be nearly one.
 *
 * <pre>{@code
 *   K(X) = m - C f(m) + (I - C f'(X)) (X - m)  in the inside of X    =>   exactly one root of f in X
 *
 *   f   what the actions in the support earn less what the player's last one does, at m exactly in fractions
 *   X   all mixtures of the support within 1e-13 of m (or more where that is too close for the derivative)
 * }</pre>
 *
 * <p>All chances in X are positive, and all over the mixtures of all actions within that distance whatever is not in the support earns less
 * than what is. So the root is an equilibrium, and any other equilibrium is further away. Nothing of how the profile was found is used.
 *
 * @param radius no other equilibrium is within so much of the profile in every chance
 * @param within the equilibrium is within so much of it
 * @param index  the sign of the determinant of -f'
 * @see <a href="https://doi.org/10.1007/BF02234767">R. Krawczyk (1969), Computing 4, 187-201</a>
 */
record KrawczykProof(double radius, double within, int index) {
    private static final double[] RADII = {1e-13, 1e-12, 1e-10, 1e-8};
    private static final double SHORTER =
            1e-15; // so far is the profile in doubles from its own free chances and their complements

    /** The proof for a profile whose support is the actions that it gives a chance; null where none of the radii gives one. */
    static @Nullable KrawczykProof of(NormalFormGame game, PayoffBounds payoffs, StrategyProfile profile) {
        final int[][] supports = new int[profile.players()][];
        Arrays.setAll(supports, profile::support);
        final double[][] point = taken(profile, supports);
        if (!proper(point)) {
            return null;
        }
        final double[][] missed = exactResidual(game, payoffs, supports, point);
        final SupportEquations system = new SupportEquations(payoffs, supports, supports);
        for (final double radius : RADII) {
            final KrawczykProof proof = at(radius, payoffs, system, new Missed(point, missed));
            if (proof != null) {
                return proof;
            }
        }
        return null;
    }

    private record Missed(double[][] point, double[][] residual) {}

    private static @Nullable KrawczykProof at(
            double radius, PayoffBounds payoffs, SupportEquations system, Missed missed) {
        final double reach = radius + SHORTER;
        final MixtureBox box = MixtureBox.around(missed.point, reach);
        for (final double[] chances : box.low()) {
            for (final double chance : chances) {
                if (!(chance > 0)) {
                    return null;
                }
            }
        }
        if (!othersEarnLess(payoffs, system.supports(), box, reach)) {
            return null;
        }
        final IntervalMatrix slopes = system.slopes(box);
        final double[] image = system.krawczyk(box, missed.point, missed.residual, slopes);
        if (image == null) {
            return null;
        }
        double within = 0;
        final double[] byPlayer = new double[system.supports().length];
        for (int k = 0; k < image.length; k++) {
            byPlayer[system.owner(k)] = Math.nextUp(byPlayer[system.owner(k)] + image[k]);
            within = Math.max(
                    within, byPlayer[system.owner(k)]); // the last chance moves by no more than all others together
        }
        within += SHORTER;
        final int sign = system.unknowns() % 2 == 0 ? slopes.sign() : -slopes.sign();
        return within <= radius ? new KrawczykProof(radius, within, image.length == 0 ? 1 : sign) : null;
    }

    /** Whether no action outside of the supports earns as much, where any action outside has a chance of up to the radius. */
    private static boolean othersEarnLess(PayoffBounds payoffs, int[][] supports, MixtureBox box, double radius) {
        final int[][] all = payoffs.everything();
        final MixtureBox wide =
                MixtureBox.all(Arrays.stream(all).mapToInt(one -> one.length).toArray());
        for (int player = 0; player < all.length; player++) {
            Arrays.fill(wide.high()[player], radius);
            for (int k = 0; k < supports[player].length; k++) {
                wide.low()[player][supports[player][k]] =
                        supports[player].length == 1 ? Math.nextDown(1 - radius) : box.low()[player][k];
                wide.high()[player][supports[player][k]] = box.high()[player][k];
            }
        }
        for (int player = 0; player < all.length; player++) {
            final int last = supports[player][supports[player].length - 1];
            for (int action = 0; action < all[player].length; action++) {
                if (Arrays.binarySearch(supports[player], action) < 0
                        && !(payoffs.gain(player, action, last, all).most(wide.low(), wide.high()) < 0)) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean proper(double[][] point) {
        for (final double[] chances : point) {
            double sum = 0;
            for (int k = 0; k + 1 < chances.length; k++) {
                sum += chances[k];
            }
            final double last = chances[chances.length - 1];
            if (!(sum < 1) || !(Math.abs(1 - sum - last) <= SHORTER / 4)) {
                return false;
            }
        }
        return true;
    }

    /** The chances of the actions in the supports. */
    static double[][] taken(StrategyProfile profile, int[][] supports) {
        final double[][] point = new double[supports.length][];
        for (int player = 0; player < supports.length; player++) {
            point[player] = new double[supports[player].length];
            for (int k = 0; k < point[player].length; k++) {
                point[player][k] = profile.chance(player, supports[player][k]);
            }
        }
        return point;
    }

    /** The profile of these free chances at face value, each player's last being what is left of one exactly. */
    static StrategyProfile exact(NormalFormGame game, int[][] supports, double[][] point) {
        final Fraction[][] chances = new Fraction[supports.length][];
        for (int player = 0; player < supports.length; player++) {
            chances[player] = new Fraction[game.actions(player)];
            Arrays.fill(chances[player], Fraction.ZERO);
            Fraction rest = Fraction.ONE;
            final int last = supports[player].length - 1;
            for (int k = 0; k < last; k++) {
                final Fraction chance = Fraction.exactly(point[player][k]);
                chances[player][supports[player][k]] = chance;
                rest = rest.minus(chance);
            }
            chances[player][supports[player][last]] = rest;
        }
        return StrategyProfile.of(chances);
    }

    /**
     * By how much the equations of the support are missed at a point, scaled as {@link PayoffBounds} does: computed in fractions, then rounded
     * outward; lower bounds, then upper ones.
     */
    static double[][] exactResidual(NormalFormGame game, PayoffBounds payoffs, int[][] supports, double[][] point) {
        final StrategyProfile profile = exact(game, supports, point);
        final int unknowns =
                Arrays.stream(supports).mapToInt(support -> support.length - 1).sum();
        final double[][] bounds = new double[2][unknowns];
        int row = 0;
        for (int player = 0; player < supports.length; player++) {
            if (supports[player].length == 1) {
                continue;
            }
            final Fraction[] earned = Regret.byAction(game, profile, player);
            final Fraction last = earned[supports[player][supports[player].length - 1]];
            for (int k = 0; k + 1 < supports[player].length; k++) {
                final Fraction missed = earned[supports[player][k]].minus(last);
                final double scaled = Math.scalb(missed.value(), -payoffs.exponent(player));
                bounds[0][row] = missed.signum() == 0 ? 0 : Math.nextDown(Math.nextDown(scaled));
                bounds[1][row++] = missed.signum() == 0 ? 0 : Math.nextUp(Math.nextUp(scaled));
            }
        }
        return bounds;
    }

    /** Exactly one equilibrium within the radius. */
    Certificate certificate() {
        return new Certificate.Proven(
                String.format(Locale.ROOT, "Krawczyk: one equilibrium within %.0e of it", radius), List.of());
    }
}
