package io.github.breakranks.design;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.github.breakranks.answer.Certificate;
import io.github.breakranks.answer.Range;
import io.github.breakranks.answer.Watch;
import io.github.breakranks.design.Ladder.Budget;
import io.github.breakranks.design.Ladder.Offers;
import io.github.breakranks.design.Ladder.ReturnsFound;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** A certificate that cannot fail proves nothing: each part of it is shown a ladder that is wrong. */
class LadderVerifierTest {
    private static final double[][] INFLUENCE = {{0, 2, 0}, {3, 0, 0}, {1, 1, 0}};

    private final CoalitionGains gains = CoalitionGains.of(new double[] {-3, -2, -2}, INFLUENCE);
    private final Ladder right = LadderSolver.solver().solve(gains).orElseThrow();
    private final double[] costs =
            Objects.requireNonNull(CoalitionLattice.of(gains, Watch.none())).cost();

    private Ladder changed(Rung rung, double... payments) {
        final Map<Rung, Offers> rungs = new EnumMap<>(Rung.class);
        for (Rung each : Rung.values()) {
            rungs.put(each, right.has(each) ? Offers.of(right.payments(each)) : Offers.absent("none"));
        }
        rungs.put(rung, Offers.of(payments));
        return new Ladder(gains, new ReturnsFound(Returns.INCREASING, ""), rungs, right.invitations(), Budget.UNKNOWN);
    }

    private String reason(Ladder ladder, double... cost) {
        final Certificate certificate = new LadderVerifier(gains, Watch.none()).ofCosts(ladder, cost);
        return assertInstanceOf(Certificate.Unproven.class, certificate).why();
    }

    @Test
    void passesWhatIsRight() {
        assertInstanceOf(Certificate.Proven.class, new LadderVerifier(gains, Watch.none()).ofCosts(right, costs));
        assertEquals("Ladder[partial 1, public 3, uniform 6]", right.toString());
    }

    @Test
    void someoneIsPaidTooLittleOrTooMuch() {
        final double[] paid = right.payments(Rung.PUBLIC);
        final int first = right.invitations().agent(0);
        paid[first] += 1;
        assertEquals(
                "with " + paid[first] * 0x1p-20 + " less for agent " + first + " all go still",
                reason(changed(Rung.PUBLIC, paid), costs));
        paid[first] -= 2;
        assertEquals(
                "with " + Arrays.stream(paid).max().orElseThrow() * 0x1p-20 + " more for each not all go",
                reason(changed(Rung.PUBLIC, paid), costs));
    }

    @Test
    void anotherOrderCostsLess() {
        final double[] dearer = costs.clone();
        dearer[3] += 1; // more than the way to it costs
        assertEquals("a payment misses by 1.0 [unit of the game]", reason(right, dearer));
        dearer[3] = Double.POSITIVE_INFINITY;
        assertEquals("a payment misses by Infinity [unit of the game]", reason(right, dearer));
        dearer[0] = 1;
        assertEquals("costs run from 1.0 to 3.0, not from 0 to 3.0", reason(right, dearer));
    }

    @Test
    void theCommonPaymentIsNoBottleneck() {
        final double same = right.payments(Rung.UNIFORM)[0];
        assertEquals(
                "at " + (same - 0.5) + " for each not all go",
                reason(changed(Rung.UNIFORM, same - 0.5, same - 0.5, same - 0.5), costs));
        assertEquals(
                "at less than " + (same + 0.5) + " for each all go still",
                reason(changed(Rung.UNIFORM, same + 0.5, same + 0.5, same + 0.5), costs));
    }

    @Test
    void hiddenRanksCannotPromiseMoreThanThereIs() {
        final CoalitionGains alike = CoalitionGains.identical(-8, -4, 0, 4);
        final Ladder ladder = LadderSolver.solver().solve(alike).orElseThrow();
        for (double each : new double[] {1.5, 2.5}) {
            final Map<Rung, Offers> rungs = new EnumMap<>(Rung.class);
            for (Rung rung : Rung.values()) {
                rungs.put(rung, Offers.of(ladder.payments(rung)));
            }
            rungs.put(Rung.PRIVATE, Offers.of(new double[] {each, each, each, each}));
            final Ladder wrong = new Ladder(
                    alike, new ReturnsFound(Returns.INCREASING, ""), rungs, ladder.invitations(), Budget.UNKNOWN);
            assertEquals(
                    "a payment misses by 2.0 [unit of the game]",
                    assertInstanceOf(
                                    Certificate.Unproven.class,
                                    new LadderVerifier(alike, Watch.none())
                                            .ofCosts(wrong, new double[] {0, 8, 12, 12, 12}))
                            .why());
        }
    }

    @Test
    void aBoundIsSummedAgain() {
        final Map<Rung, Offers> rungs = new EnumMap<>(Rung.class);
        for (Rung rung : new Rung[] {Rung.PARTIAL, Rung.UNIFORM}) {
            rungs.put(rung, Offers.of(right.payments(rung)));
        }
        rungs.put(Rung.PUBLIC, new Offers(new Range(2.5, 3), right.payments(Rung.PUBLIC), ""));
        final Ladder claimed =
                new Ladder(gains, new ReturnsFound(Returns.INCREASING, ""), rungs, right.invitations(), Budget.UNKNOWN);
        assertEquals(
                "the bound, summed again, is 0.9999999999999893, not 2.5",
                assertInstanceOf(
                                Certificate.Unproven.class,
                                new LadderVerifier(gains, Watch.none()).ofBound(claimed, new double[3], new double[3]))
                        .why());
    }

    @Test
    void goingIsNotDominant() {
        final CoalitionGains falling = CoalitionGains.identical(0, -2);
        assertEquals(
                "a payment misses by 1.0 [unit of the game]",
                assertInstanceOf(
                                Certificate.Unproven.class, new LadderVerifier(falling, Watch.none()).ofDominance(1, 2))
                        .why());
    }

    @Test
    void atSomeNumberTooFewAreWilling() {
        final CoalitionGains mixed = CoalitionGains.identical(-4, -8, -2);
        final Ladder ladder = LadderSolver.solver().solve(mixed).orElseThrow();
        for (double first : new double[] {7, 9}) {
            final Map<Rung, Offers> rungs = new EnumMap<>(Rung.class);
            rungs.put(Rung.PUBLIC, Offers.of(new double[] {first, 8, 2}));
            rungs.put(Rung.UNIFORM, Offers.of(ladder.payments(Rung.UNIFORM)));
            final Ladder wrong =
                    new Ladder(mixed, new ReturnsFound(Returns.MIXED, ""), rungs, ladder.invitations(), Budget.UNKNOWN);
            assertEquals(
                    first < 8 ? "a payment misses by 1.0 [unit of the game]" : "with less for agent 0 all go still",
                    assertInstanceOf(
                                    Certificate.Unproven.class,
                                    new LadderVerifier(mixed, Watch.none()).ofNumbers(wrong))
                            .why());
        }
    }
}
