package io.github.breakranks.equilibrium;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.breakranks.Seeds;
import io.github.breakranks.answer.Answer;
import io.github.breakranks.answer.Certificate;
import io.github.breakranks.answer.Fraction;
import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.game.NormalFormGame;
import io.github.breakranks.game.Regret;
import io.github.breakranks.game.StrategyProfile;
import io.github.breakranks.game.SymmetricGame;
import io.github.breakranks.offer.Offer;
import io.github.breakranks.offer.Reprisal;
import io.github.breakranks.population.Population;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class SymmetricPropertyTest {
    private static SymmetricGame drawn(SplittableRandom random) {
        final int[] act = random.ints(8, -4, 5).toArray();
        final int[] refrain = random.ints(8, -2, 3).toArray();
        return SymmetricGame.of(random.nextInt(1, 8), others -> act[others], others -> refrain[others]);
    }

    /** Counts are those of the pure equilibria in normal form, and each number of players who act is a whole family of them. */
    @Property(tries = 100, seed = Seeds.USUAL)
    void countsAreThoseOfTheNormalForm(@ForAll long seed) {
        final SymmetricGame game = drawn(new SplittableRandom(seed));
        final NormalFormGame normal = game.toNormalForm();
        final PureEquilibria pure = PureNashSolver.solver().solve(normal).orElseThrow();
        final int[] counts = IntStream.range(0, pure.count())
                .map(k -> IntStream.of(pure.chosen(k)).sum())
                .distinct()
                .sorted()
                .toArray();
        assertArrayEquals(
                counts, SymmetricSolver.solver().solve(game).orElseThrow().counts());
    }

    /** Nobody regrets a mixed equilibrium by more than rounding, as the exact regret of the normal form says. */
    @Property(tries = 100, seed = Seeds.USUAL)
    void mixedEquilibriaAreEquilibria(@ForAll long seed) {
        final SymmetricGame game = drawn(new SplittableRandom(seed));
        final Answer<SymmetricEquilibria> answer = SymmetricSolver.solver().solve(game);
        for (final MixedRoot root : answer.value().mixed()) {
            final double[][] chances = new double[game.players()][];
            Arrays.setAll(chances, player -> new double[] {1 - root.chance(), root.chance()});
            final Fraction regret =
                    Regret.of(game.toNormalForm(), StrategyProfile.of(chances)).worst();
            assertTrue(regret.value() < 1e-12, regret::toString);
        }
        assertTrue(
                answer.certificate() instanceof Certificate.Proven
                        == answer.value().complete(),
                answer::toString);
    }

    /** Monderer and Shapley (1996): the potential by counts is one of the game in normal form, and its maximiser an equilibrium. */
    @Property(tries = 60, seed = Seeds.USUAL)
    void thePotentialIsThatOfTheNormalForm(@ForAll long seed) {
        final SymmetricGame game = drawn(new SplittableRandom(seed));
        final NormalFormGame normal = game.toNormalForm();
        final ExactPotential potential =
                PotentialGameSolver.solver().solve(normal).orElseThrow();
        for (int index = 0; index < normal.profiles(); index++) {
            final int acting = IntStream.of(normal.chosen(index)).sum();
            assertEquals(game.potential(acting), potential.of(normal.chosen(index)));
        }
        final SymmetricEquilibria found = SymmetricSolver.solver().solve(game).orElseThrow();
        assertTrue(Arrays.stream(found.counts()).anyMatch(count -> count == found.potentialMaximiser()));
        assertEquals(
                game.potential(found.potentialMaximiser()),
                potential.of(potential.maximisers().chosen(0)));
    }

    /** Between signs that are sure there is a zero, and there are no more than the gain has changes of sign, nor of another parity. */
    @Property(tries = 100, seed = Seeds.USUAL)
    void noMoreZerosThanChangesOfSign(@ForAll long seed) {
        final SymmetricGame game = drawn(new SplittableRandom(seed));
        final SymmetricRoots roots = new SymmetricRoots(game, () -> true);
        assertTrue(roots.roots().size() <= SymmetricRoots.variation(game));
        assertEquals(0, (SymmetricRoots.variation(game) - roots.roots().size()) % 2);
    }

    /** Soldiers who are alike: the counts are those at which the engine finds that play rests, where nobody ties. */
    @Property(tries = 60, seed = Seeds.USUAL)
    void soldiersWhoAreAlike(@ForAll long seed) {
        final SplittableRandom random = new SplittableRandom(seed);
        final double[] costs = new double[random.nextInt(1, 30)];
        Arrays.fill(costs, random.nextDouble(-0.1, 0.7));
        final DefectionGame game = DefectionGame.of(
                Population.of(costs), Offer.cash(random.nextDouble(0.5)), Reprisal.fading(random.nextDouble(0.6)));
        final int[] rests = EquilibriumSolver.solver().solve(game).orElseThrow().points().stream()
                .mapToInt(point -> (int) point.gone())
                .toArray();
        assertArrayEquals(
                rests,
                SymmetricSolver.solver()
                        .solve(SymmetricGame.of(game))
                        .orElseThrow()
                        .counts());
    }
}
