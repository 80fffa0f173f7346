package io.github.breakranks.signaling;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.breakranks.Seeds;
import io.github.breakranks.answer.Answer;
import io.github.breakranks.answer.Certificate;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** What is always true of Spence's game. */
class SpencePropertyTest {

    private static SpenceGame game(Random random, int types) {
        final double[] abilities = new double[types];
        final double[] worths = new double[types];
        for (int i = 0; i < types; i++) {
            abilities[i] = (i == 0 ? 0.2 : abilities[i - 1]) + 0.05 + random.nextDouble();
            worths[i] = (i == 0 ? 0 : worths[i - 1]) + 0.05 + random.nextDouble();
        }
        final double power = 0.5 + 2 * random.nextDouble();
        return SpenceGame.of(abilities, worths)
                .withCost((level, ability) -> Math.pow(level, power) / Math.pow(ability, 1.5));
    }

    @Property(tries = 100, seed = Seeds.USUAL)
    void bothChainsSeparateAndPoolingHolds(@ForAll long seed, @ForAll @IntRange(min = 2, max = 6) int types) {
        final Answer<Spence> answer = SpenceSolver.solver().solve(game(new Random(seed), types));

        assertInstanceOf(
                Certificate.Numeric.class,
                answer.certificate(),
                () -> answer.certificate().sentence());
    }

    /** Of levels drawn at random, whichever separate cost no type less than the cheapest do. */
    @Property(tries = 100, seed = Seeds.USUAL)
    void noOtherSeparationIsCheaper(@ForAll long seed, @ForAll @IntRange(min = 2, max = 4) int types) {
        final Random random = new Random(seed);
        final SpenceGame game = game(random, types);
        final Spence found = SpenceSolver.solver().solve(game).orElseThrow();
        for (int draw = 0; draw < 500; draw++) {
            final double[] levels = new double[types];
            for (int i = 1; i < types; i++) {
                levels[i] = found.separating(i).high() * 1.05 * random.nextDouble();
            }
            if (separates(game, levels)) {
                for (int i = 0; i < types; i++) {
                    assertTrue(levels[i] >= found.riley(i) * (1 - 1e-12)
                            && levels[i] <= found.separating(i).high() * (1 + 1e-12));
                }
            }
        }
    }

    private static boolean separates(SpenceGame game, double... levels) {
        for (int i = 0; i < levels.length; i++) {
            for (int j = 0; j < levels.length; j++) {
                if (game.worth(j) - game.cost(i, levels[j]) > game.worth(i) - game.cost(i, levels[i])) {
                    return false;
                }
            }
        }
        return true;
    }

    /** By D1: a level just above a pooling level serves the ablest at lower pay than any other, and all levels named serve it. */
    @Property(tries = 100, seed = Seeds.USUAL)
    void everyPoolingBreaks(@ForAll long seed, @ForAll @IntRange(min = 2, max = 5) int types) {
        final Random random = new Random(seed);
        final SpenceGame game = game(random, types);
        final Spence found = SpenceSolver.solver().solve(game).orElseThrow();
        final double level = found.pooling().high() * random.nextDouble();
        final int top = types - 1;
        for (double part : new double[] {0.01, 0.5, 0.99}) {
            final double more = level + (found.breaks(level).high() - level) * part;
            for (int i = 0; i < top; i++) {
                assertTrue(payNeeded(game, top, level, more) < payNeeded(game, i, level, more));
            }
            assertTrue(game.worth(top) > payNeeded(game, top, level, more));
            final double alone = found.intuitivelyBreaks(level).low()
                    + (found.breaks(level).high()
                                    - found.intuitivelyBreaks(level).low())
                            * part;
            for (int i = 0; i < top; i++) {
                assertTrue(game.worth(top) < payNeeded(game, i, level, alone));
            }
            assertTrue(game.worth(top) > payNeeded(game, top, level, alone));
        }
    }

    /** The pay at which a type is as well off with more of the signal as in the pool. */
    private static double payNeeded(SpenceGame game, int type, double level, double more) {
        return game.meanWorth() - game.cost(type, level) + game.cost(type, more);
    }
}
