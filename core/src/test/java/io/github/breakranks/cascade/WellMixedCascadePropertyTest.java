package io.github.breakranks.cascade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.breakranks.Seeds;
import io.github.breakranks.game.Thresholds;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class WellMixedCascadePropertyTest {
    private static final WellMixedCascade SOLVER = WellMixedCascade.solver();

    private static long gone(int... othersNeeded) {
        return SOLVER.solve(Thresholds.of(othersNeeded)).orElseThrow().gone();
    }

    @Property(seed = Seeds.USUAL)
    void isTheLeastFixedPoint(@ForAll("thresholds") int[] othersNeeded) {
        int least = 0;
        while (met(othersNeeded, least) != least) {
            least = met(othersNeeded, least);
        }
        assertEquals(least, gone(othersNeeded));
    }

    private static int met(int[] othersNeeded, int gone) {
        return (int) IntStream.of(othersNeeded)
                .filter(needed -> needed <= gone && needed < othersNeeded.length)
                .count();
    }

    @Property(seed = Seeds.USUAL)
    void eachRoundTakesThoseWhoseThresholdIsMet(@ForAll("thresholds") int[] othersNeeded) {
        final CountCascade cascade = SOLVER.solve(Thresholds.of(othersNeeded)).orElseThrow();
        for (int round = 0; round < cascade.rounds(); round++) {
            assertEquals(met(othersNeeded, cascade.goneAfter(round)), cascade.goneAfter(round + 1));
            assertTrue(cascade.goneAfter(round + 1) > cascade.goneAfter(round));
        }
        assertEquals(cascade.gone(), cascade.goneAfter(cascade.rounds()));
    }

    /** Milgrom and Roberts (1990): a bolder agent never stops anybody; nor does one more agent. */
    @Property(seed = Seeds.USUAL)
    void aBolderOrAnotherAgentNeverLowersTheCascade(@ForAll("thresholds") int[] othersNeeded) {
        final int[] bolder = othersNeeded.clone();
        bolder[0] = Math.max(0, bolder[0] - 1);
        final int[] more = java.util.Arrays.copyOf(othersNeeded, othersNeeded.length + 1);
        more[othersNeeded.length] = 30;

        assertTrue(gone(bolder) >= gone(othersNeeded));
        assertTrue(gone(more) >= gone(othersNeeded));
    }

    @Provide
    Arbitrary<int[]> thresholds() {
        return Arbitraries.integers()
                .between(0, 60)
                .array(int[].class)
                .ofMinSize(1)
                .ofMaxSize(50);
    }
}
