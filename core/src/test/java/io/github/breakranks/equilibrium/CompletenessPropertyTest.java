package io.github.breakranks.equilibrium;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.breakranks.Seeds;
import io.github.breakranks.answer.Fraction;
import io.github.breakranks.game.NormalFormGame;
import java.util.SplittableRandom;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

/** A list of all equilibria is called incomplete only where there is a reason for it. */
class CompletenessPropertyTest {
    private static final int[] SHAPE = {2, 2, 2};

    /** Payoffs by player and combination, the first player's action running fastest. */
    private static NormalFormGame firstFastest(double[][] payoffs) {
        return NormalFormGame.of(SHAPE, (player, chosen) -> payoffs[player][chosen[0] + 2 * chosen[1] + 4 * chosen[2]]);
    }

    private static NormalFormGame random(long seed, int most) {
        final SplittableRandom random = new SplittableRandom(seed);
        final double[][] payoffs = new double[3][8];
        for (final double[] of : payoffs) {
            for (int index = 0; index < of.length; index++) {
                of[index] = random.nextInt(most + 1);
            }
        }
        return firstFastest(payoffs);
    }

    /** The one who would mix along the edge is indifferent, though nobody else plays along: two of three stand still. */
    @Example
    void anEdgeThatAnotherLeavesHoldsNoEquilibrium() {
        final NormalFormGame game = firstFastest(new double[][] {
            {1, 0, 0, 1, 0, 0, 0, 2}, {1, 0, 0, 0, 0, 0, 0, 2}, {1, 0, 0, 0, 0, 0, 0, 2},
        });
        final NashEquilibria all = ManyPlayerEnumeration.solver().solve(game).orElseThrow();
        assertEquals("", all.missing());
        assertEquals(3, all.count());
    }

    @Example
    void neitherDoesAnEdgeOfTheThirdPlayer() {
        final NormalFormGame game = firstFastest(new double[][] {
            {2, 0, 1, 1, 0, 0, 1, 2}, {3, 2, 0, 0, 3, 0, 3, 2}, {3, 3, 3, 1, 1, 3, 1, 0},
        });
        final NashEquilibria all = ManyPlayerEnumeration.solver().solve(game).orElseThrow();
        assertEquals("", all.missing());
        assertFalse(all.degenerate());
    }

    @Property(tries = 150, seed = Seeds.USUAL)
    void smallWholePayoffs(@ForAll @LongRange(min = 0, max = 999_999) long seed) {
        incompleteOnlyWithReason(random(seed, 3));
    }

    @Property(tries = 150, seed = Seeds.USUAL)
    void payoffsOfOneDigit(@ForAll @LongRange(min = 0, max = 999_999) long seed) {
        incompleteOnlyWithReason(random(seed, 9));
    }

    @Property(tries = 150, seed = Seeds.USUAL)
    void payoffsUpToFifty(@ForAll @LongRange(min = 0, max = 999_999) long seed) {
        incompleteOnlyWithReason(random(seed, 50));
    }

    private static void incompleteOnlyWithReason(NormalFormGame game) {
        final NashEquilibria all = ManyPlayerEnumeration.solver().solve(game).orElseThrow();
        assertTrue(all.complete() || all.degenerate() || anEdgeOfEquilibria(game), all::missing);
    }

    /** Whether somebody is indifferent while the others stand still, and for some mixture of his neither of them gains by moving. */
    private static boolean anEdgeOfEquilibria(NormalFormGame game) {
        for (int index = 0; index < game.profiles(); index++) {
            final int[] chosen = game.chosen(index);
            for (int player = 0; player < SHAPE.length; player++) {
                if (chosen[player] == 0 && gain(game, player, chosen).signum() == 0 && stays(game, player, chosen)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean stays(NormalFormGame game, int mixing, int... chosen) {
        final int[] moved = chosen.clone();
        moved[mixing] = 1;
        Fraction from = Fraction.ZERO;
        Fraction to = Fraction.ONE;
        for (int other = 0; other < SHAPE.length; other++) {
            if (other != mixing) {
                final Fraction before = gain(game, other, chosen);
                final Fraction after = gain(game, other, moved);
                final Fraction change = after.minus(before); // before + t change <= 0
                if (change.signum() == 0 && before.signum() > 0) {
                    return false;
                }
                if (change.signum() > 0) {
                    to = to.compareTo(before.negated().over(change)) < 0
                            ? to
                            : before.negated().over(change);
                } else if (change.signum() < 0) {
                    from = from.max(before.negated().over(change));
                }
            }
        }
        return from.compareTo(to) <= 0;
    }

    private static Fraction gain(NormalFormGame game, int player, int... chosen) {
        final int[] other = chosen.clone();
        other[player] = 1 - other[player];
        return game.exactPayoff(player, other).minus(game.exactPayoff(player, chosen));
    }
}
