package io.github.breakranks.equilibrium;

import io.github.breakranks.answer.Certificate;
import io.github.breakranks.answer.Fraction;
import io.github.breakranks.game.NormalFormGame;
import io.github.breakranks.game.Regret;
import io.github.breakranks.game.StrategyProfile;
import io.github.breakranks.internal.IntervalMatrix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
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
 * <p>One action c outside of the support may seem to earn as much as the support. Then f has a root r without c, and with c (whose chance may be
 * negative there) a root s. By the mean value theorem and Cramer's rule
 *
 * <pre>{@code
 *   s_c = (what c gains at r) * |f' without c| / -|f' with c|
 * }</pre>
 *
 * <p>at some derivatives in X. If the indices with and without c are the same, that quotient is positive: either c gains nothing at r, which then is
 * the equilibrium, or its chance at s is positive, and s is; never both apart.
 *
 * @param radius no other equilibrium is within so much of the profile in every chance
 * @param within the equilibrium is within so much of it
 * @param index  the sign of the determinant of -f'
 * @param tie    whether an action outside of the support seems to earn as much
 * @see <a href="https://doi.org/10.1007/BF02234767">R. Krawczyk (1969), Computing 4, 187-201</a>
 */
record KrawczykProof(double radius, double within, int index, boolean tie) {
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
        final Claim claim = Claim.of(game, payoffs, supports, point);
        final List<Action> tempting = tempting(payoffs, supports, claim.box(RADII[0]), RADII[0] + SHORTER);
        if (tempting.size() > 1) {
            return null;
        }
        final Claim wider = tempting.isEmpty() ? null : claim.with(tempting.get(0), game, payoffs);
        for (final double radius : RADII) {
            final KrawczykProof proof = wider == null ? claim.proof(radius) : besideTie(radius, claim, wider);
            if (proof != null) {
                return proof;
            }
        }
        return null;
    }

    private record Action(int player, int action) {}

    /** That near this point there is one root of the equations of these supports, missed by so much at the point itself. */
    private record Claim(PayoffBounds payoffs, SupportEquations system, double[][] point, double[][] missed) {
        static Claim of(NormalFormGame game, PayoffBounds payoffs, int[][] supports, double[][] point) {
            final SupportEquations system = new SupportEquations(payoffs, supports, new int[supports.length][0]);
            return new Claim(payoffs, system, point, exactResidual(game, payoffs, supports, point));
        }

        /** The same with another action in the support, in front as the last one is what others are compared with, at no chance. */
        Claim with(Action more, NormalFormGame game, PayoffBounds bounds) {
            final int[][] supports = system.supports().clone();
            final double[][] at = point.clone();
            final int player = more.player;
            final int size = supports[player].length;
            final int[] support = new int[size + 1];
            final double[] chances = new double[size + 1];
            support[0] = more.action;
            System.arraycopy(supports[player], 0, support, 1, size);
            System.arraycopy(at[player], 0, chances, 1, size);
            supports[player] = support;
            at[player] = chances;
            return of(game, bounds, supports, at);
        }

        MixtureBox box(double radius) {
            return MixtureBox.around(point, radius + SHORTER);
        }

        /** Whether all these chances are positive all over the box and no other action earns as much. */
        boolean proper(MixtureBox box, double radius) {
            for (int player = 0; player < point.length; player++) {
                for (int k = 0; k < point[player].length; k++) {
                    if (point[player][k] > 0 && !(box.low()[player][k] > 0)) {
                        return false;
                    }
                }
            }
            return tempting(payoffs, system.supports(), box, radius + SHORTER).isEmpty();
        }

        /** How far a root is at most, in every chance; infinite where none is proven. */
        double within(MixtureBox box, IntervalMatrix slopes) {
            final double[] image = system.krawczyk(box, point, missed, slopes);
            if (image == null) {
                return Double.POSITIVE_INFINITY;
            }
            double within = 0;
            final double[] byPlayer = new double[point.length];
            for (int k = 0; k < image.length; k++) {
                final int player = system.owner(k);
                byPlayer[player] = Math.nextUp(byPlayer[player] + image[k]);
                within =
                        Math.max(within, byPlayer[player]); // the last chance moves by no more than all others together
            }
            return within + SHORTER;
        }

        @Nullable
        KrawczykProof proof(double radius) {
            final MixtureBox box = box(radius);
            if (!proper(box, radius)) {
                return null;
            }
            final IntervalMatrix slopes = system.slopes(box);
            final double within = within(box, slopes);
            return within <= radius ? new KrawczykProof(radius, within, index(system.unknowns(), slopes), false) : null;
        }
    }

    /** The sign of the determinant of the negative. */
    private static int index(int unknowns, IntervalMatrix slopes) {
        return unknowns == 0 ? 1 : unknowns % 2 == 0 ? slopes.sign() : -slopes.sign();
    }

    private static @Nullable KrawczykProof besideTie(double radius, Claim without, Claim with) {
        final MixtureBox box = with.box(radius);
        if (!with.proper(box, radius)) {
            return null;
        }
        final int unknowns = without.system.unknowns();
        final int[] old = IntStream.range(0, unknowns + 1)
                .filter(k -> with.point[with.system.owner(k)][with.system.place(k)] > 0)
                .toArray();
        final int index = index(unknowns, with.system.slopes(box, old));
        final IntervalMatrix slopes = with.system.slopes(box);
        if (old.length != unknowns || index == 0 || index != index(unknowns + 1, slopes)) {
            return null;
        }
        final MixtureBox inside = without.box(radius);
        final double within = Math.max(with.within(box, slopes), without.within(inside, without.system.slopes(inside)));
        return within <= radius ? new KrawczykProof(radius, within, index, true) : null;
    }

    /** The actions outside of the supports that may earn as much somewhere in the box, where any action outside has a chance of up to the radius. */
    private static List<Action> tempting(PayoffBounds payoffs, int[][] supports, MixtureBox box, double radius) {
        final int[][] all = payoffs.everything();
        final MixtureBox wide =
                MixtureBox.all(Arrays.stream(all).mapToInt(one -> one.length).toArray());
        final boolean[][] inside = new boolean[all.length][];
        for (int player = 0; player < all.length; player++) {
            inside[player] = new boolean[all[player].length];
            Arrays.fill(wide.high()[player], radius);
            for (int k = 0; k < supports[player].length; k++) {
                final int action = supports[player][k];
                inside[player][action] = true;
                wide.low()[player][action] =
                        supports[player].length == 1 ? Math.nextDown(1 - radius) : box.low()[player][k];
                wide.high()[player][action] = box.high()[player][k];
            }
        }
        final List<Action> tempting = new ArrayList<>();
        for (int player = 0; player < all.length; player++) {
            final int last = supports[player][supports[player].length - 1];
            for (int action = 0; action < all[player].length; action++) {
                if (!inside[player][action]
                        && !(payoffs.gain(player, action, last, all).most(wide.low(), wide.high()) < 0)) {
                    tempting.add(new Action(player, action));
                }
            }
        }
        return tempting;
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
                final double scaled = payoffs.scaled(player, missed);
                bounds[0][row] = missed.signum() == 0 ? 0 : Math.nextDown(Math.nextDown(scaled));
                bounds[1][row++] = missed.signum() == 0 ? 0 : Math.nextUp(Math.nextUp(scaled));
            }
        }
        return bounds;
    }

    /** Exactly one equilibrium within the radius. */
    Certificate certificate() {
        return new Certificate.Proven(
                String.format(
                        Locale.ROOT,
                        "Krawczyk%s: one equilibrium within %.0e of it",
                        tie ? ", with and without an action that may tie" : "",
                        radius),
                List.of());
    }
}
