package io.github.breakranks.equilibrium;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.breakranks.Seeds;
import io.github.breakranks.answer.Fraction;
import io.github.breakranks.game.NormalFormGame;
import java.util.Optional;
import java.util.SplittableRandom;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class RiskDominancePropertyTest {
    /** Symmetric 2 x 2 games: risk-dominant is p-dominant for p below 1/2, and the p of the two equilibria add up to 1 (Morris, Rob and Shin 1995). */
    @Property(tries = 100, seed = Seeds.USUAL)
    void riskDominanceIsHalfDominance(@ForAll long seed) {
        final SplittableRandom random = new SplittableRandom(seed);
        final long[][] own = {{random.nextLong(20), random.nextLong(20)}, {random.nextLong(20), random.nextLong(20)}};
        Assume.that(own[0][0] > own[1][0] && own[1][1] > own[0][1]);
        final NormalFormGame game =
                NormalFormGame.bimatrix(own, new long[][] {{own[0][0], own[1][0]}, {own[0][1], own[1][1]}});
        final Fraction first = PDominance.of(game, 0, 0).least().orElseThrow();
        final Fraction second = PDominance.of(game, 1, 1).least().orElseThrow();
        assertEquals(Fraction.ONE, first.plus(second));
        final RiskDominance found = RiskDominance.of(game);
        assertEquals(
                first.equals(second)
                        ? Optional.empty()
                        : Optional.of(first.compareTo(second) < 0 ? found.first() : found.second()),
                found.dominant());
    }

    /** Carlsson and van Damme's selection in the large: from p on, and not below, the part is best whatever else the others do. */
    @Property(tries = 60, seed = Seeds.USUAL)
    void belowItSomeBeliefSpeaksForAnotherAction(@ForAll long seed) {
        final NormalFormGame game = RandomNormalForms.drawn(new SplittableRandom(seed));
        final PureEquilibria all = PureNashSolver.solver().solve(game).orElseThrow();
        for (int k = 0; k < Math.min(2, all.count()); k++) {
            final PDominance found = PDominance.of(game, all.chosen(k));
            assertTrue(found.least().isPresent());
            for (int player = 0; player < game.players(); player++) {
                final Fraction p = found.byPlayer().get(player).orElseThrow();
                assertTrue(p.signum() >= 0 && p.compareTo(Fraction.ONE) <= 0);
                assertTrue(p.signum() == 0
                        || worst(game, all.chosen(k), player, p).signum() == 0
                        || p.equals(Fraction.ONE));
            }
        }
    }

    /** What his part earns more than the best other action at the worst, when the others do theirs with chance p. */
    private static Fraction worst(NormalFormGame game, int[] chosen, int player, Fraction p) {
        Fraction worst = null;
        for (int index = 0; index < game.profiles(); index++) {
            final int[] at = game.chosen(index);
            final int action = at[player];
            final int[] own = at.clone();
            own[player] = chosen[player];
            final int[] left = chosen.clone();
            left[player] = action;
            final Fraction sure = game.exactPayoff(player, chosen).minus(game.exactPayoff(player, left));
            final Fraction other = game.exactPayoff(player, own).minus(game.exactPayoff(player, at));
            final Fraction mean = p.times(sure).plus(p.complement().times(other));
            worst = worst == null || action != chosen[player] && mean.compareTo(worst) < 0 ? mean : worst;
        }
        return worst == null ? Fraction.ZERO : worst;
    }
}
