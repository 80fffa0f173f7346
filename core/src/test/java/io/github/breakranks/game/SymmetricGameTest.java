package io.github.breakranks.game;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.breakranks.answer.Fraction;
import io.github.breakranks.offer.Offer;
import io.github.breakranks.offer.Reprisal;
import io.github.breakranks.population.Population;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class SymmetricGameTest {
    /** Each hunts the stag or the hare, worth 1; the stag is worth 3 to each hunter if all three hunt it. */
    private static final SymmetricGame STAG = SymmetricGame.of(3, others -> others == 2 ? 3 : 0, others -> 1);

    private static String refused(Executable executable) {
        return assertThrows(IllegalArgumentException.class, executable).getMessage();
    }

    @Test
    void countsRest() {
        assertTrue(STAG.rests(0));
        assertFalse(STAG.rests(1));
        assertFalse(STAG.rests(2));
        assertTrue(STAG.rests(3));
        assertEquals(2, STAG.gain(2));
        assertEquals(Fraction.of(-2, 1), STAG.potential(2));
        assertEquals(Fraction.ZERO, STAG.potential(3));
        assertEquals("SymmetricGame[3 players, each acts or refrains]", STAG.toString());
        assertEquals("[2, 3.0, 1.0, 2.0]", STAG.table().rows().get(2).toString());
    }

    @Test
    void inNormalForm() {
        final NormalFormGame game = STAG.toNormalForm();
        assertEquals(3, game.payoff(1, 1, 1, 1));
        assertEquals(0, game.payoff(0, 1, 1, 0));
        assertEquals(1, game.payoff(2, 1, 1, 0));
        assertEquals("act", game.action(0, 1));
    }

    @Test
    void soldiersWhoAreAlike() {
        final double[] costs = new double[5];
        Arrays.fill(costs, 0.25);
        final DefectionGame game = DefectionGame.of(Population.of(costs), Offer.cash(0.5), Reprisal.fading(0.5));
        final SymmetricGame alike = SymmetricGame.of(game);
        assertEquals(game.gain(0.5) - 0.25, alike.acting(2));
        assertEquals(game.toNormalForm().payoff(0, 1, 1, 1, 0, 0), alike.acting(2));
        assertEquals(0, alike.refraining(4));
        costs[3] = 0.5;
        assertEquals(
                "agents must be alike in cost, group and having heard of the offer, but was agent 3 unlike agent 0; ask EquilibriumSolver",
                refused(() -> SymmetricGame.of(game.withPopulation(Population.of(costs)))));
    }

    @Test
    void badInputIsRefused() {
        assertEquals(
                "players must be from 1 to 100000000 [count; 16 bytes each], but was 0",
                refused(() -> SymmetricGame.of(0, others -> 0, others -> 0)));
        assertEquals(
                "acting must be finite [payoff], but was NaN where 1 others act",
                refused(() -> SymmetricGame.of(2, others -> others == 1 ? Double.NaN : 0, others -> 0)));
        assertEquals("others must be from 0 to 2 [players], but was 3", refused(() -> STAG.gain(3)));
        assertEquals("acting must be from 0 to 3 [players], but was 4", refused(() -> STAG.rests(4)));
        assertEquals(
                "players must be at most 20 for a normal form, but was 21, whose 2^21 combinations have 21 payoffs each; ask SymmetricSolver",
                refused(() -> SymmetricGame.of(21, others -> 0, others -> 0).toNormalForm()));
    }

    /** The normal form of defection games: too many agents, or a law, are refused with the remedy. */
    @Test
    void defectionGamesInNormalForm() {
        final DefectionGame game = DefectionGame.of(Population.of(0.1, 0.75), Offer.cash(0.5), Reprisal.fading(0.25));
        final NormalFormGame normal = game.toNormalForm();
        assertEquals("Defection game: 2 players, 2 x 2 actions", normal.toString());
        assertEquals("go", normal.action(1, 1));
        assertEquals("agent 1", normal.player(1));
        assertEquals(0.5 - 0.25 - 0.1, normal.payoff(0, 1, 0));
        assertEquals(0.5 - 0.75, normal.payoff(1, 1, 1));
        assertEquals(0, normal.payoff(1, 1, 0));
        assertEquals(
                "population must list at most 20 agents for a normal form, but was 21, whose 2^21 combinations have 21 payoffs each;"
                        + " ask EquilibriumSolver, or take a SymmetricGame where soldiers are alike",
                refused(() -> game.withPopulation(Population.of(new double[21])).toNormalForm()));
        assertTrue(refused(() -> game.withPopulation(
                                Population.of(10, io.github.breakranks.population.CostLaw.uniform(0, 1)))
                        .toNormalForm())
                .startsWith("population must list its agents, but was "));
    }
}
