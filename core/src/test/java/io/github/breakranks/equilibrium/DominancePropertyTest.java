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
import java.util.BitSet;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class DominancePropertyTest {
    /** Every ending is proven: what went is dominated, what is left is best under a belief, in all four ways of asking. */
    @Property(tries = 150, seed = Seeds.USUAL)
    void everyAnswerIsProven(@ForAll long seed) {
        final SplittableRandom random = new SplittableRandom(seed);
        final NormalFormGame game = RandomNormalForms.drawn(random);
        final DominanceSolver solver = new DominanceSolver(random.nextBoolean(), random.nextBoolean());
        final Answer<Undominated> answer = solver.solve(game);
        assertInstanceOf(Certificate.Proven.class, answer.certificate(), answer::toString);
        for (int player = 0; player < game.players(); player++) {
            assertTrue(answer.value().kept(player).length > 0);
        }
    }

    /** Strict dominance strikes out no equilibrium and makes none. */
    @Property(tries = 150, seed = Seeds.USUAL)
    void pureEquilibriaStay(@ForAll long seed) {
        final NormalFormGame game = RandomNormalForms.drawn(new SplittableRandom(seed));
        final Undominated left = DominanceSolver.solver().solve(game).orElseThrow();
        final PureEquilibria all = PureNashSolver.solver().solve(game).orElseThrow();
        final PureEquilibria reduced =
                PureNashSolver.solver().solve(left.reduced()).orElseThrow();
        final int[] back = IntStream.range(0, reduced.count())
                .map(k -> {
                    final int[] chosen = reduced.chosen(k);
                    Arrays.setAll(chosen, player -> left.kept(player)[chosen[player]]);
                    return game.index(chosen);
                })
                .toArray();
        assertArrayEquals(all.indices(), back);
    }

    /** Gilboa, Kalai and Zemel (1990): the order of striking out does not matter; here one action at a time, at random. */
    @Property(tries = 100, seed = Seeds.USUAL)
    void theOrderDoesNotMatter(@ForAll long seed) {
        final SplittableRandom random = new SplittableRandom(seed);
        final NormalFormGame game = RandomNormalForms.drawn(random);
        final BitSet[] alive = new BitSet[game.players()];
        Arrays.setAll(alive, player -> {
            final BitSet all = new BitSet();
            all.set(0, game.actions(player));
            return all;
        });
        while (strikeOne(game, alive, random)) {
            assertTrue(alive[0].cardinality() > 0);
        }
        final Undominated left =
                DominanceSolver.solver().withoutMixtures().solve(game).orElseThrow();
        for (int player = 0; player < game.players(); player++) {
            assertEquals(alive[player], BitSet.valueOf(bits(left.kept(player))));
        }
    }

    private static long[] bits(int... actions) {
        return new long[] {
            Arrays.stream(actions).mapToLong(action -> 1L << action).sum()
        };
    }

    private static boolean strikeOne(NormalFormGame game, BitSet[] alive, SplittableRandom random) {
        final int first = random.nextInt(game.players());
        for (int step = 0; step < game.players(); step++) {
            final int player = (first + step) % game.players();
            for (final int action : alive[player].stream().toArray()) {
                final boolean dominated = alive[player].stream()
                        .anyMatch(other -> IntStream.range(0, game.profiles())
                                .mapToObj(game::chosen)
                                .filter(chosen -> chosen[player] == action && possible(chosen, player, alive))
                                .allMatch(chosen -> {
                                    final double now =
                                            game.exactPayoff(player, chosen).value();
                                    chosen[player] = other;
                                    return game.exactPayoff(player, chosen).value() > now;
                                }));
                if (dominated) {
                    alive[player].clear(action);
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean possible(int[] chosen, int player, BitSet... alive) {
        return IntStream.range(0, chosen.length).allMatch(other -> other == player || alive[other].get(chosen[other]));
    }
}
