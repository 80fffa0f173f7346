package io.github.breakranks.equilibrium;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.breakranks.Seeds;
import io.github.breakranks.answer.Answer;
import io.github.breakranks.answer.Certificate;
import io.github.breakranks.answer.Fraction;
import io.github.breakranks.equilibrium.CorrelatedSolver.Worth;
import io.github.breakranks.game.NormalFormGame;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class CorrelatedPropertyTest {

    /** Two or three players of up to three actions, in payoffs so few that ties are common. */
    @Provide
    Arbitrary<NormalFormGame> games() {
        return Combinators.combine(
                        Arbitraries.integers()
                                .between(1, 3)
                                .array(int[].class)
                                .ofMinSize(2)
                                .ofMaxSize(3),
                        Arbitraries.longs())
                .as(CorrelatedPropertyTest::drawn);
    }

    private static NormalFormGame drawn(int[] shape, long seed) {
        final Random random = new Random(seed);
        return NormalFormGame.of(shape, (player, chosen) -> random.nextInt(9) - 4);
    }

    private static CorrelatedEquilibrium proven(CorrelatedSolver solver, NormalFormGame game) {
        final Answer<CorrelatedEquilibrium> answer = solver.solve(game);
        assertInstanceOf(Certificate.Proven.class, answer.certificate());
        return answer.orElseThrow();
    }

    private static Fraction most(CorrelatedSolver solver, NormalFormGame game) {
        return proven(solver, game).worth();
    }

    /** Aumann (1974), Moulin and Vial (1978): pure equilibria are correlated, correlated ones coarse; so the extremes lie outward. */
    @Property(tries = 100, seed = Seeds.USUAL)
    void pureWithinCorrelatedWithinCoarse(@ForAll("games") NormalFormGame game) {
        final CorrelatedSolver solver = CorrelatedSolver.solver();
        final Fraction most = most(solver, game);
        final Fraction least = most(solver.lowest(), game);
        for (final NashEquilibrium pure : PureNashSolver.solver().solve(game).orElseThrow()) {
            final Fraction total = pure.regret().payoffs().stream().reduce(Fraction.ZERO, Fraction::plus);
            assertTrue(total.compareTo(most) <= 0 && total.compareTo(least) >= 0);
        }
        assertTrue(most(solver.asCoarse(), game).compareTo(most) >= 0);
        assertTrue(most(solver.asCoarse().lowest(), game).compareTo(least) <= 0);
    }

    /** In a zero-sum game every coarse correlated equilibrium pays the value (Moulin and Vial). */
    @Property(tries = 100, seed = Seeds.USUAL)
    void zeroSumGamesPayTheirValue(@ForAll long seed) {
        final Random random = new Random(seed);
        final long[][] row = new long[1 + random.nextInt(4)][];
        final int columns = 1 + random.nextInt(4);
        for (int i = 0; i < row.length; i++) {
            row[i] = random.longs(columns, -4, 5).toArray();
        }
        final NormalFormGame game = NormalFormGame.zeroSum(row);
        final Fraction value = ZeroSumSolver.solver().solve(game).orElseThrow().exactValue();
        final CorrelatedSolver coarse =
                CorrelatedSolver.solver().withWorth(Worth.of(0)).asCoarse();
        assertEquals(value, most(coarse, game));
        assertEquals(value, most(coarse.lowest(), game));
    }

    /** The margins of a law in a game of two with independent draws are a Nash equilibrium, and its law is one. */
    @Property(tries = 100, seed = Seeds.USUAL)
    void independentLawsAreNash(@ForAll("games") NormalFormGame game) {
        final CorrelatedEquilibrium found = proven(CorrelatedSolver.solver().withWorth(Worth.of(0)), game);
        if (found.independent()) {
            assertTrue(NashEquilibrium.of(game, found.margins()).regret().none());
        }
    }

    /** Payoffs of each player scaled and shifted: the same laws are equilibria, so the same law is best for one player. */
    @Property(tries = 60, seed = Seeds.USUAL)
    void scaleAndShiftKeepTheLaws(@ForAll("games") NormalFormGame game) {
        final NormalFormGame moved =
                NormalFormGame.of(game.shape(), (player, chosen) -> (2 + player) * game.payoff(player, chosen) - 3);
        final CorrelatedSolver solver = CorrelatedSolver.solver().withWorth(Worth.of(1));
        assertEquals(most(solver, game).times(3).minus(Fraction.of(3, 1)), most(solver, moved));
    }

    /** Another action of the first player, worse than his first whatever the others do, is never told to him. */
    @Property(tries = 60, seed = Seeds.USUAL)
    void aWorseActionChangesNothing(@ForAll("games") NormalFormGame game) {
        final int[] shape = game.shape();
        shape[0]++;
        final NormalFormGame more = NormalFormGame.of(shape, (player, chosen) -> {
            final boolean worse = chosen[0] == shape[0] - 1;
            final int[] told = chosen.clone();
            told[0] = worse ? 0 : chosen[0];
            return game.payoff(player, told) - (worse && player == 0 ? 1 : 0);
        });
        assertEquals(most(CorrelatedSolver.solver(), game), most(CorrelatedSolver.solver(), more));
    }

    @Property(tries = 60, seed = Seeds.USUAL)
    void doublesAgree(@ForAll("games") NormalFormGame game) {
        final Answer<CorrelatedEquilibrium> quick =
                CorrelatedSolver.solver().inDoubles().solve(game);
        assertEquals(
                most(CorrelatedSolver.solver(), game).value(),
                quick.value().worth().value(),
                1e-6);
        assertTrue(!(quick.certificate() instanceof Certificate.Numeric rough) || rough.worst() < 1e-6);
    }
}
