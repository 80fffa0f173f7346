package io.github.breakranks;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.breakranks.cascade.AgentCascade;
import io.github.breakranks.cascade.AgentPath;
import io.github.breakranks.cascade.Contagion;
import io.github.breakranks.cascade.Dynamics;
import io.github.breakranks.cascade.ReachSolver;
import io.github.breakranks.equilibrium.Axis;
import io.github.breakranks.equilibrium.EquilibriumSolver;
import io.github.breakranks.equilibrium.TippingSolver;
import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.game.Thresholds;
import io.github.breakranks.network.Army;
import io.github.breakranks.network.Network;
import io.github.breakranks.network.Networks;
import io.github.breakranks.offer.Curve;
import io.github.breakranks.offer.Expiry;
import io.github.breakranks.offer.Offer;
import io.github.breakranks.offer.Reprisal;
import io.github.breakranks.offer.Term;
import io.github.breakranks.population.CostLaw;
import io.github.breakranks.population.Population;
import io.github.breakranks.timing.DeadlinePath;
import io.github.breakranks.timing.Waiting;
import org.junit.jupiter.api.Test;

/** The front door only delegates. */
class BreakranksTest {
    private final Population soldiers = Population.of(30_000, CostLaw.normal(0.25, 0.12));
    private final Offer offer = Offer.cash(0.21).withRefuge(0.30).withCredibility(0.90);
    private final DefectionGame game = DefectionGame.of(soldiers, offer, Reprisal.fading(0.40));

    @Test
    void asksTheSolvers() {
        assertEquals(
                EquilibriumSolver.solver().solve(game).orElseThrow().table(),
                Breakranks.equilibria(game).table());
        assertEquals(
                TippingSolver.of(Term.REFUGE).solve(game).orElseThrow().table(),
                Breakranks.tippingOffer(game, Term.REFUGE).table());
        assertEquals(
                2, Breakranks.compare(game, offer, offer.withCash(0.3)).rows().size());
        assertEquals(
                3,
                Breakranks.sweep(game, Axis.over(Term.CASH, 0.1, 0.3, 3)).rows().size());
    }

    @Test
    void cascadesOfLawsListsAndThresholds() {
        final DefectionGame list = game.withPopulation(Population.draw(500, CostLaw.normal(0.25, 0.12), 1));

        assertEquals(
                Breakranks.equilibria(game).least().gone(),
                Breakranks.cascade(game).gone());
        assertEquals(
                Breakranks.equilibria(list).least().gone(),
                Breakranks.cascade(list).gone());
        assertEquals(3, Breakranks.cascade(Thresholds.of(0, 1, 2, 9)).gone());
    }

    /** Where each watches some, the cascade from nobody ends at the least rest point too, and in rounds no seed matters. */
    @Test
    void cascadesOnANetwork() {
        final DefectionGame men = game.withPopulation(Population.draw(240, CostLaw.normal(0.25, 0.12), 1))
                .on(army());
        final AgentPath path = AgentCascade.of(Dynamics.rounds(), 77).solve(men).orElseThrow();

        assertEquals(
                Breakranks.equilibria(men).least().gone(),
                Breakranks.cascade(men).gone());
        assertEquals(path.table(), Breakranks.cascade(men).table());
    }

    private static Network army() {
        return Army.of(240).withStray(1).form(1776).network();
    }

    /** Who moves no one but himself is never chosen before one who moves others; the contagion of the default is named in the answer. */
    @Test
    void asksWhomToReachFirst() {
        final Network star = Network.directed(6, new int[] {0, 0, 0, 4}, new int[] {1, 2, 3, 5});

        assertArrayEquals(new int[] {0, 4}, Breakranks.reachFirst(star, 2).chosen());
        assertEquals(6, Breakranks.reachFirst(star, 2).spread(), 1e-9);
        assertEquals(
                ReachSolver.of(Contagion.randomShares(), 3)
                        .solve(army())
                        .orElseThrow()
                        .table(),
                Breakranks.reachFirst(army(), 3).table());
        assertEquals(
                ReachSolver.of(Contagion.independent(0.1), 3)
                        .solve(army())
                        .orElseThrow()
                        .table(),
                Breakranks.reachFirst(army(), 3, Contagion.independent(0.1)).table());
        assertEquals(
                "k must be at most the agents there are, 6 [agents], but was 7",
                assertThrows(IllegalArgumentException.class, () -> Breakranks.reachFirst(star, 7))
                        .getMessage());
    }

    /** In words also on a network, where a jump is some who go at once. */
    @Test
    void explainsOnANetwork() {
        final DefectionGame ring = DefectionGame.of(
                        Population.of(0.05, 0.3, 0.3, 0.3, 0.3, 0.9), Offer.cash(0.3), Reprisal.fading(0.4))
                .on(Networks.ring(6, 1));

        assertEquals(
                "Starting from nobody, 0 of 6 go (0%), and that is the only rest point. Above cash 0.5 the share that goes jumps from"
                        + " 0.1667 to 0.8333. Once tipped, it falls back (from 0.8333 to 0.1667) only below cash 0.5.",
                Breakranks.explain(ring));
    }

    @Test
    void asksHowManyAndHowLittle() {
        final Thresholds people = Thresholds.of(0, 2, 2, 3, 4, 5, 6, 7, 8, 10);

        assertEquals(
                "TippingSeed[0.0337 at random, 0.02588 chosen: 0.1108 to 0.9373]",
                Breakranks.tippingSeed(game).toString());
        assertEquals(
                "Fragility[0.02588 of minds, or 0.01035 more for all: 0.1108 to 0.9373]",
                Breakranks.fragility(game).toString());
        assertEquals(1, Breakranks.tippingSeed(people).count());
        assertEquals(1, Breakranks.fragility(people).shift());
    }

    /** In words whether a deadline helps, by how much, by when and on what assumption; then the caveats. */
    @Test
    void saysWhetherADeadlineHelps() {
        final Waiting waiting = Waiting.at(0.1).per("months");
        final DeadlinePath dated = Breakranks.deadline(game, waiting, 30);
        final DefectionGame even =
                DefectionGame.of(Population.of(100, CostLaw.uniform(0, 1)), Offer.cash(0.6), Reprisal.fading(0.3));

        assertEquals(
                "A deadline helps if the crowd at the date protects itself: 93.73% go instead of 11.08% with an open offer (of 3"
                        + " rest points the one of largest potential, which slightly noisy private news about the worth of the"
                        + " offer selects if the past has revealed nothing about it). 4.848% go first, nobody in the last 26.32"
                        + " months, and 88.89% at the date. An open offer would have brought 10.21% by then. If reprisal at the"
                        + " date is judged on those gone before, 10.54% go in all, and an open offer has caught up after 37.69 months."
                        + " Assumed: each soldier takes the path as given, and all know the date; those lost while waiting are replaced by men"
                        + " of like cost, or waiting is mere impatience; an open offer comes to the least rest point, where the indifferent"
                        + " stay."
                        + " That a crowd breaks through at the date needs those who go then to see or to protect each other; if"
                        + " each is judged on those gone before, only 10.54% go in all and no barrier is crossed. Any date that all"
                        + " know does the same, such as a signal to go; the deadline is only one that the host can make binding,"
                        + " and a host who always extends it makes it meaningless. If the crowd protected each other at every"
                        + " moment, an open offer too could see all go at once; here an open offer is taken to come to the least"
                        + " rest point. Under crowd protection waiting for the date puts off who would have gone sooner: who values"
                        + " early defections may prefer no deadline.",
                dated.explain());
        assertTrue(
                Breakranks.deadline(even, waiting, 8)
                        .explain()
                        .startsWith(
                                "A deadline does not raise how many go in the end: 42.86%, as with an open offer (relying on the only"
                                        + " rest point). It changes when: 27.62% go first, nobody in the last 3.567 months, and 15.23% at the date."
                                        + " An open offer would have brought 36.23% by then. If reprisal at the date is judged on those gone"
                                        + " before, 40.87% go in all, and an open offer has caught up after 13.16 months. Assumed: "));
    }

    /** Where the date adds nobody who would not go anyway, an open offer catches up only in the end. */
    @Test
    void neverSaysThatAnOpenOfferCatchesUpAfterEternity() {
        final DefectionGame steep =
                DefectionGame.of(Population.of(100, CostLaw.beta(8, 8)), Offer.cash(0.95), Reprisal.fading(0.80));
        final String words =
                Breakranks.deadline(steep, Waiting.at(0.1).per("months"), 30).explain();

        assertTrue(words.contains(" 0.06238% go in all, as with an open offer in the end. Assumed: "), words);
    }

    @Test
    void aDeadlineNeedsADateAndCostlyWaiting() {
        final DefectionGame dated = game.withOffer(offer.withExpiry(Expiry.at(30)));

        assertEquals(
                Breakranks.deadline(game, Waiting.at(0.1), 30).table(),
                Breakranks.deadline(dated, Waiting.at(0.1)).table());
        assertEquals(
                "expiry must be a date, but was Open[]; put one with offer.withExpiry(Expiry.at(date))",
                assertThrows(IllegalArgumentException.class, () -> Breakranks.deadline(game, Waiting.at(0.1)))
                        .getMessage());
        assertEquals(
                "waiting must be finite and > 0.0 [per time], but was 0.0",
                assertThrows(IllegalArgumentException.class, () -> Breakranks.deadline(dated, Waiting.at(0)))
                        .getMessage());
        assertEquals(
                "date must be finite and > 0.0 [unit of time], but was 0.0",
                assertThrows(IllegalArgumentException.class, () -> Breakranks.deadline(game, Waiting.at(0.1), 0))
                        .getMessage());
    }

    @Test
    void explainsInWords() {
        assertEquals(
                "Starting from nobody, 3323 of 30000 go (11.08%). Play could also rest at 93.73% (28120), but only if more than"
                        + " 40.66% went at once: below that they come back. Above cash 0.2215 the share that goes jumps from 0.2251"
                        + " to 0.9525. Once tipped, it falls back (from 0.7749 to 0.0475) only below cash 0.1785.",
                Breakranks.explain(game));
        assertTrue(Breakranks.explain(game.withReprisal(Reprisal.of(Curve.constant(1), Curve.linear(0, 1))))
                .startsWith("No rest point is the least or the greatest here: the net gain falls by "));
        final DefectionGame list = game.withPopulation(Population.of(0.1, 0.12, 0.2, 0.9));
        assertTrue(Breakranks.explain(list).startsWith("Starting from nobody, "), () -> Breakranks.explain(list));
    }

    @Test
    void throwsWithTheRemedy() {
        final DefectionGame falling = game.withReprisal(Reprisal.of(Curve.constant(1), Curve.linear(0, 1)));

        assertEquals(
                "no least and greatest rest point to follow, as "
                        + falling.monotonicity().sentence()
                        + "; use a reprisal that fades as more go, or sweep the term",
                assertThrows(IllegalStateException.class, () -> Breakranks.tippingOffer(falling, Term.CASH))
                        .getMessage());
    }
}
