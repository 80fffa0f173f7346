package io.github.breakranks.equilibrium;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.game.TieRule;
import io.github.breakranks.network.Exposure;
import io.github.breakranks.offer.NetGain;
import io.github.breakranks.offer.Offer;
import io.github.breakranks.offer.Reprisal;
import io.github.breakranks.population.CostLaw;
import io.github.breakranks.population.Population;
import org.junit.jupiter.api.Test;

/** What does not show, by hand. */
class OppositionTest {

    /** Costs even on [-1, 1], worth .4, punishment .8 (1 - x): at x = 0 the net gain is -.4, at x = 1 it is .4. */
    private static DefectionGame even(double reach) {
        return DefectionGame.of(
                Population.of(1000, CostLaw.uniform(-1, 1)), Offer.cash(0.4).withReach(reach), Reprisal.fading(0.8));
    }

    @Test
    void ofALawAtAnyShare() {
        final Opposition nobody = Opposition.at(even(1), 0);
        final Opposition all = Opposition.at(even(1), 1);

        assertEquals(0.3, nobody.gone(), 1e-15);
        assertEquals(0.5, nobody.wantOut());
        assertEquals(0.2, nobody.hidden(), 1e-15);
        assertEquals(0, nobody.reluctant());
        assertEquals(0.4, nobody.heldBack(), 1e-15);
        assertEquals(0, all.hidden());
        assertEquals(0.2, all.reluctant(), 1e-15);
        assertEquals(0, all.heldBack(), 1e-15);
        assertEquals(200, nobody.hiddenCount());
        assertEquals(400, nobody.heldBackCount());
    }

    /** Half have not heard: for them the net gain at x = 0 is -.8, and the worth 0. */
    @Test
    void ofThoseWhoHaveNotHeard() {
        final Opposition nobody = Opposition.at(even(0.5), 0);

        assertEquals((0.3 + 0.1) / 2, nobody.gone(), 1e-15);
        assertEquals((0.2 + 0.4) / 2, nobody.hidden(), 1e-15);
        assertEquals((0.4 + 0.4) / 2, nobody.heldBack(), 1e-15);
    }

    @Test
    void atTheLeastRestPoint() {
        final RestPoints rest = EquilibriumSolver.solver().solve(even(1)).orElseThrow();
        final Opposition opposition = Opposition.of(rest);

        // x = (1 + .4 - .8 (1 - x)) / 2 = .3 + .4 x
        assertEquals(0.5, opposition.gone(), 1e-12);
        assertEquals(0, opposition.hidden(), 1e-12);
        assertEquals("Opposition[50% go, 0% hidden, 0% reluctant, 20% held back]", opposition.toString());
        assertEquals(
                "500 of 1000 go. 500 would go for nothing; 0 of them stay all the same. 0 of those who go would rather stay. For"
                        + " 200 who stay the offer alone is worth the going.",
                opposition.explain());
        assertEquals("""
                who                                 share [share]  count [soldiers]
                go                                            0.5               500
                would go for nothing                          0.5               500
                would go for nothing, stay                      0                 0
                go, would rather stay                           0                 0
                stay, though the offer is worth it            0.2               200
                """, opposition.table().text().replaceAll("[0-9.]+e-[0-9]+", "0"));
    }

    /** Costs -1, -1, 0, 1, 2 before cash 1 and punishment 3 (1 - x): nobody's gain is -2, at 2 of 4 others -.5. */
    @Test
    void ofAList() {
        final DefectionGame game = DefectionGame.of(Population.of(-1, -1, 0, 1, 2), Offer.cash(1), Reprisal.fading(3));
        final RestPoints rest = EquilibriumSolver.solver().solve(game).orElseThrow();
        final Opposition nobody = Opposition.of(rest);
        final Opposition half = Opposition.at(game, 0.5);

        assertEquals(0, nobody.gone());
        assertEquals(2, nobody.hiddenCount());
        assertEquals(4, nobody.heldBackCount());
        assertEquals(2, half.count(half.gone()));
        assertEquals(2, half.heldBackCount());
    }

    /** At x = 3/4 the gain is exactly 0.25: who has that cost goes or stays by the rule. */
    @Test
    void tiesDecide() {
        final DefectionGame game = DefectionGame.of(Population.of(0.25, 0.25, -1), Offer.cash(1), Reprisal.fading(3));

        assertEquals(1, Opposition.at(game, 0.75).gone());
        assertEquals(1 / 3.0, Opposition.at(game.withTies(TieRule.STAYS), 0.75).gone());
        final DefectionGame law = game.withPopulation(Population.of(3, CostLaw.empirical(0.25, 0.25, -1)));
        assertEquals(2 / 3.0, Opposition.at(law, 0.75).reluctant(), 1e-15);
        assertEquals(2 / 3.0, Opposition.at(law.withTies(TieRule.STAYS), 0.75).heldBack(), 1e-15);
    }

    @Test
    void ofGroupsEachByWhatItSees() {
        final DefectionGame game = DefectionGame.of(
                        Population.join(
                                Population.of(500, CostLaw.uniform(-1, 1)).named("a"),
                                Population.of(500, CostLaw.uniform(1, 2)).named("b")),
                        Offer.none(),
                        NetGain.of(Reprisal.none()).withSolidarity(0.2).withStaying(0.2))
                .on(Exposure.homophily(1));
        final RestPoints rest = EquilibriumSolver.solver().solve(game).orElseThrow();
        final Opposition opposition = Opposition.of(rest);

        // in a: x = (1 + .2 x - .2) / 2, x = 4/9, so that 1/18 of a hide; in b nobody goes or wants to
        assertEquals(4 / 18.0, opposition.gone(), 1e-12);
        assertEquals(1 / 36.0, opposition.hidden(), 1e-12);
        assertEquals(0.4 / 2, Opposition.at(game, 0).gone(), 1e-12);
    }

    @Test
    void refusesWhatIsNoShare() {
        assertEquals(
                "share must be a share in [0, 1], but was NaN",
                assertThrows(IllegalArgumentException.class, () -> Opposition.at(even(1), Double.NaN))
                        .getMessage());
    }
}
