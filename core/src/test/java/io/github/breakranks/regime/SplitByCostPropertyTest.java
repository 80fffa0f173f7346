package io.github.breakranks.regime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.breakranks.Seeds;
import io.github.breakranks.population.CostLaw;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

/** Contingents split by cost play the same game, the nearer the finer. */
class SplitByCostPropertyTest {
    private static double strength(RegimeChange game) {
        return RegimeSolver.solver().solve(game).orElseThrow().criticalStrength();
    }

    private static CostLaw law(int kind, double cost) {
        return switch (kind) {
            case 0 -> CostLaw.normal(cost, 0.3);
            case 1 -> CostLaw.uniform(cost - 0.5, cost + 0.7);
            case 2 -> CostLaw.empirical(-0.1, cost - 0.1, cost, 1.9);
            case 3 -> CostLaw.lognormal(Math.log(cost), 0.5);
            default -> CostLaw.mixture(0.5, CostLaw.empirical(cost), CostLaw.normal(0.5, 0.1));
        };
    }

    /** Two parts at most have some of both kinds; theirs is off by no more than a part each. */
    @Property(tries = 50, seed = Seeds.USUAL)
    void theCriticalStrengthOfThePartsLeadsToThatOfTheWhole(
            @ForAll @IntRange(min = 0, max = 4) int kind,
            @ForAll @DoubleRange(min = 0.2, max = 0.9) double cost,
            @ForAll @DoubleRange(min = 0.5, max = 2) double influence) {
        final RegimeChange whole = RegimeChange.of(
                Contingent.of(1, law(kind, cost)).withInfluence(influence),
                Contingent.of(1, 0.5).named("alike"));
        for (final int parts : new int[] {1, 4, 16, 64}) {
            final RegimeChange split = whole.splitByCost(parts);
            assertEquals(parts + 1, split.contingents().size());
            assertEquals(strength(whole), strength(split), 2.0 / parts * whole.weight(0) + 1e-9, "parts " + parts);
        }
        final double coarse = Math.abs(strength(whole) - strength(whole.splitByCost(4)));
        final double fine = Math.abs(strength(whole) - strength(whole.splitByCost(256)));
        assertTrue(fine <= coarse + 1e-9 && fine <= 1e-3, coarse + " then " + fine);
    }

    /** All waver: one part is enough. */
    @Property(tries = 50, seed = Seeds.USUAL)
    void whereAllWaverNothingIsLost(
            @ForAll @DoubleRange(min = 0.2, max = 0.8) double cost, @ForAll @IntRange(min = 1, max = 9) int parts) {
        final RegimeChange whole = RegimeChange.of(Contingent.of(1, CostLaw.uniform(cost - 0.2, cost + 0.2)));
        assertEquals(strength(whole), strength(whole.splitByCost(parts)), 1e-10);
    }

    /** Under public news too, where belief bends what goes. */
    @Property(tries = 20, seed = Seeds.USUAL)
    void underPublicNewsTheyLeadThereToo(@ForAll @DoubleRange(min = 0.2, max = 0.9) double cost) {
        final RegimeChange whole = RegimeChange.of(Contingent.of(1, CostLaw.normal(cost, 0.3)))
                .withNews(News.wordOfMouth(4).withPublic(0.4, 1));
        assertEquals(strength(whole), strength(whole.splitByCost(200)), 1e-3);
    }

    @Example
    void partsAreNamedAndOfOneCost() {
        final RegimeChange split = RegimeChange.of(
                        Contingent.of(1, CostLaw.uniform(0, 1)).named("line"))
                .withNews(News.wordOfMouth(9))
                .splitByCost(4);
        assertEquals("line 1/4", split.contingents().get(0).name());
        assertEquals(0.875, split.contingents().get(3).cost().low(), 1e-12);
        assertEquals(0.25, split.mass(2), 1e-15);
        assertEquals(9, split.news(3).privatePrecision());
        assertEquals(
                "parts must be >= 1 [count], but was 0",
                assertThrows(IllegalArgumentException.class, () -> split.splitByCost(0))
                        .getMessage());
    }
}
