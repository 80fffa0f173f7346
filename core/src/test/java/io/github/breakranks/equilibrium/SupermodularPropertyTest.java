package io.github.breakranks.equilibrium;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.breakranks.Seeds;
import io.github.breakranks.answer.Answer;
import io.github.breakranks.answer.Certificate;
import io.github.breakranks.game.NormalFormGame;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class SupermodularPropertyTest {
    /** A supermodular game with the actions of some players in the other order. */
    private static NormalFormGame turned(SplittableRandom random) {
        final NormalFormGame game = RandomNormalForms.supermodular(random);
        final int[][] orders = new int[game.players()][];
        for (int player = 0; player < orders.length; player++) {
            final int last = game.actions(player) - 1;
            final boolean turn = random.nextBoolean();
            orders[player] = IntStream.rangeClosed(0, last)
                    .map(action -> turn ? last - action : action)
                    .toArray();
        }
        return game.withActions(orders);
    }

    /** T1: every pure equilibrium lies between the two ends, which are equilibria; whatever order the actions were put in. */
    @Property(tries = 60, seed = Seeds.USUAL)
    void allPureEquilibriaLieBetween(@ForAll long seed) {
        final NormalFormGame game = turned(new SplittableRandom(seed));
        final Answer<Supermodular> answer = SupermodularSolver.solver().solve(game);
        assertInstanceOf(Certificate.Proven.class, answer.certificate(), answer::toString);
        final Supermodular found = answer.value();
        assertTrue(found.supermodular());
        assertTrue(found.least().regret().none());
        assertTrue(found.greatest().regret().none());
        final PureEquilibria all = PureNashSolver.solver().solve(game).orElseThrow();
        for (int k = 0; k < all.count(); k++) {
            for (int player = 0; player < game.players(); player++) {
                final int action = all.chosen(k)[player];
                assertTrue(Arrays.stream(found.between(player)).anyMatch(each -> each == action));
            }
        }
        assertTrue(!found.unique() || all.count() == 1);
    }

    /** T4: the survivors of iterated strict dominance lie between the ends, and both ends are among them. */
    @Property(tries = 60, seed = Seeds.USUAL)
    void survivorsLieBetweenTheEnds(@ForAll long seed) {
        final NormalFormGame game = turned(new SplittableRandom(seed));
        final Supermodular found = SupermodularSolver.solver().solve(game).orElseThrow();
        final Undominated left = DominanceSolver.solver().solve(game).orElseThrow();
        for (int player = 0; player < game.players(); player++) {
            final int[] between = found.between(player);
            assertTrue(left.keeps(player, between[0]));
            assertTrue(left.keeps(player, between[between.length - 1]));
            for (final int kept : left.kept(player)) {
                assertTrue(Arrays.stream(between).anyMatch(action -> action == kept));
            }
        }
        if (found.unique()) {
            assertTrue(left.solved());
        }
    }

    /** Whether any choice of players to turn round works, tried one by one on small games drawn at random. */
    @Property(tries = 100, seed = Seeds.USUAL)
    void recognisesWhatTryingAllOrdersDoes(@ForAll long seed) {
        final SplittableRandom random = new SplittableRandom(seed);
        final int[] actions = random.ints(random.nextInt(2, 4), 2, 3).toArray();
        final NormalFormGame game = NormalFormGame.of(actions, (player, chosen) -> random.nextInt(-2, 3));
        boolean some = false;
        for (int choice = 0; choice < 1 << actions.length; choice++) {
            some |= increasing(game, choice);
        }
        final Answer<Supermodular> answer = SupermodularSolver.solver().solve(game);
        assertEquals(some, answer.value().supermodular());
        assertInstanceOf(Certificate.Proven.class, answer.certificate(), answer::toString);
    }

    /** Of two actions each: with the actions of these players turned round, does everybody gain more by the second when another takes it? */
    private static boolean increasing(NormalFormGame game, int turned) {
        for (int index = 0; index < game.profiles(); index++) {
            final int[] at = game.chosen(index);
            for (int player = 0; player < at.length; player++) {
                if (!increasing(game, turned, at, player)) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean increasing(NormalFormGame game, int turned, int[] at, int player) {
        for (int other = 0; other < at.length; other++) {
            if (other != player && slope(game, at, player, other) * sign(turned, player) * sign(turned, other) < 0) {
                return false;
            }
        }
        return true;
    }

    private static int sign(int turned, int player) {
        return (turned >> player & 1) == 0 ? 1 : -1;
    }

    private static double slope(NormalFormGame game, int[] at, int player, int other) {
        double sum = 0;
        final int[] chosen = at.clone();
        for (int corner = 0; corner < 4; corner++) {
            chosen[player] = corner & 1;
            chosen[other] = corner >> 1;
            sum += (corner == 0 || corner == 3 ? 1 : -1) * game.payoff(player, chosen);
        }
        return sum;
    }

    /** A long chain of small steps: the engine and the definition agree on a game of thirty actions each. */
    @Property(tries = 3, seed = Seeds.USUAL)
    void manyActions(@ForAll long seed) {
        final double pull = new SplittableRandom(seed).nextDouble(0.1, 0.9);
        final NormalFormGame game = NormalFormGame.of(
                new int[] {30, 30}, (player, chosen) -> -Math.pow(chosen[player] - pull * chosen[1 - player], 2));
        final Supermodular found = SupermodularSolver.solver().solve(game).orElseThrow();
        final int[] all = PureNashSolver.solver().solve(game).orElseThrow().indices();
        assertArrayEquals(game.chosen(all[0]), new int[] {found.between(0)[0], found.between(1)[0]});
    }
}
