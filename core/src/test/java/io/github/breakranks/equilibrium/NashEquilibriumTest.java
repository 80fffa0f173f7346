package io.github.breakranks.equilibrium;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.breakranks.answer.Fraction;
import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.game.NormalFormGame;
import io.github.breakranks.game.StrategyProfile;
import io.github.breakranks.offer.Offer;
import io.github.breakranks.offer.Reprisal;
import io.github.breakranks.population.Population;
import org.junit.jupiter.api.Test;

/** How an equilibrium is told. */
class NashEquilibriumTest {
    private static final NormalFormGame PENNIES = NormalFormGame.zeroSum(new long[][] {{9, 0}, {0, 1}});

    @Test
    void inAParagraph() {
        assertEquals(
                "Player 1 does 1/10 1, 9/10 2 and earns 9/10; player 2 does 1/10 1, 9/10 2 and earns -9/10. Nobody gains by"
                        + " doing otherwise.",
                BimatrixSolver.solver().solve(PENNIES).orElseThrow().explain());
        assertEquals(
                "Player 1 does 1 and earns 9; player 2 does 1 and earns -9. The most that anybody could gain by doing"
                        + " otherwise is 9.0.",
                NashEquilibrium.of(PENNIES, StrategyProfile.pure(PENNIES.shape(), 0, 0))
                        .explain());
    }

    /** Costs in doubles make fractions of 17 digits: they are told as doubles, and the exact ones are asked for. */
    @Test
    void longFractionsAreRounded() {
        final NormalFormGame squad = DefectionGame.of(Population.of(.2, .3), Offer.cash(.35), Reprisal.fading(.4))
                .toNormalForm();
        final NashEquilibrium mixed = ManyPlayerEnumeration.solver()
                .solve(squad)
                .orElseThrow()
                .equilibria()
                .get(2);
        assertEquals("Nash equilibrium (0.1250, 0.8750) (0.3750, 0.6250)", mixed.toString());
        assertEquals("""
                player   action  chance [share]  earns [payoff]
                agent 0  stay             0.125  0
                agent 0  go               0.875  0
                agent 1  stay             0.375  0
                agent 1  go               0.625  0
                """, mixed.table().text());
        assertEquals(.125, mixed.profile().chance(0, 0), 1e-15);
        assertEquals(0, mixed.payoff(0).signum());
        assertEquals(
                "-5764607523034235/36028797018963968", Fraction.exactly(-.16).toString());
        assertEquals("-0.16", Fraction.exactly(-.16).brief());
        assertEquals("123456788/123456789", Fraction.of(123456788, 123456789).brief());
    }

    /** One part in 10^800 is no double: it is told as what it is, and what is left is not told as all. */
    @Test
    void chancesAndPayoffsBeyondDoublesAreNotToldAsNothingOrInfinity() {
        final Fraction large = Fraction.parse("1e400");
        final Fraction small = Fraction.parse("1e-400");
        final NormalFormGame game = NormalFormGame.bimatrix(
                new Fraction[][] {{large, Fraction.ZERO}, {Fraction.ONE, small}},
                new Fraction[][] {{Fraction.ZERO, large}, {small, Fraction.ZERO}});
        final NashEquilibrium mixed = BimatrixSolver.solver().solve(game).orElseThrow();
        assertEquals("Nash equilibrium (almost 0, almost 1) (almost 0, almost 1)", mixed.toString());
        assertEquals(
                "Player 1 does 1E-800 1, almost 1 2 and earns 1E-400; player 2 does 1E-800 1, almost 1 2 and earns"
                        + " 1E-400. Nobody gains by doing otherwise.",
                mixed.explain());
        assertEquals("""
                player  action  chance [share]  earns [payoff]
                1       1       1E-800          1E-400
                1       2       1               1E-400
                2       1       1E-800          1E-400
                2       2       1               1E-400
                """, mixed.table().text());
        final NashEquilibrium pure = NashEquilibrium.of(game, StrategyProfile.pure(game.shape(), 0, 0));
        assertEquals("1E+400", pure.table().rows().get(0).get(3));
        assertEquals("0", pure.table().rows().get(2).get(3));
    }
}
