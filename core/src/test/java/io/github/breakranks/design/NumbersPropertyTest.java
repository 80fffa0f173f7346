package io.github.breakranks.design;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.breakranks.Seeds;
import io.github.breakranks.answer.Certificate;
import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.offer.NetGain;
import io.github.breakranks.offer.Offer;
import io.github.breakranks.population.Population;
import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Where only the number gone matters: gains of any shape against all payments on a grid, and bonuses against their closed forms. */
class NumbersPropertyTest {
    private final LadderSolver solver = LadderSolver.solver();

    /** By number gone a gain, and by agent a cost, so that no difference is 0: nobody is ever indifferent on a grid of halves. */
    record Shape(int[] gains, int[] costs) {
        int net(int agent, int gone) {
            return gains[gone] - costs[agent];
        }

        CoalitionGains of() {
            final double[] each =
                    Arrays.stream(costs).mapToDouble(cost -> cost + 0.5).toArray();
            final int others = Math.max(1, gains.length - 1);
            final NetGain gain =
                    (offer, group, gone) -> gains[Math.min(gains.length - 1, (int) Math.round(gone * others))] + 0.5;
            return CoalitionGains.of(DefectionGame.of(Population.of(each), Offer.none(), gain));
        }
    }

    @Provide
    Arbitrary<Shape> shapes() {
        return Arbitraries.longs().map(seed -> {
            final Random random = new Random(seed);
            final int agents = 2 + random.nextInt(2);
            return new Shape(
                    random.ints(agents, 0, 5).map(k -> 2 * k - 5).toArray(),
                    random.ints(agents, 0, 2).map(k -> 2 * k).toArray());
        });
    }

    /** More than k must be willing at every number k: no payments in halves do with less, whether gains rise, fall or do both. */
    @Property(tries = 120, seed = Seeds.USUAL)
    void noPaymentsOnAGridDoWithLess(@ForAll("shapes") Shape shape) {
        final var answer = solver.solve(shape.of());
        final Ladder ladder = answer.orElseThrow();
        assertFalse(answer.certificate() instanceof Certificate.Unproven, answer.certificate()::sentence);

        // Needs are odd; a little more is a half, and those who need nothing get nothing.
        final double little = Arrays.stream(ladder.payments(Rung.PUBLIC))
                        .filter(paid -> paid > 0)
                        .count()
                / 2.0;
        assertEquals(least(shape, new double[shape.costs.length], 0), ladder.total(Rung.PUBLIC) + little);
        assertEquals(leastEqual(shape), ladder.payments(Rung.UNIFORM)[0], 0.5);
    }

    private static double least(Shape shape, double[] paid, int agent) {
        if (agent == paid.length) {
            return onlyAll(shape, paid) ? Arrays.stream(paid).sum() : Double.POSITIVE_INFINITY;
        }
        double least = Double.POSITIVE_INFINITY;
        for (int odd = -1; odd <= 7; odd += 2) {
            paid[agent] = odd < 0 ? 0 : odd + 0.5;
            least = Math.min(least, least(shape, paid, agent + 1));
        }
        return least;
    }

    private static double leastEqual(Shape shape) {
        final double[] paid = new double[shape.costs.length];
        for (int odd = -1; odd <= 7; odd += 2) {
            Arrays.fill(paid, odd < 0 ? 0 : odd + 0.5);
            if (onlyAll(shape, paid)) {
                return paid[0];
            }
        }
        return Double.POSITIVE_INFINITY;
    }

    /** Whether everybody's going is the only coalition from which nobody wants to move. */
    private static boolean onlyAll(Shape shape, double[] paid) {
        for (int coalition = 0; coalition < 1 << paid.length; coalition++) {
            boolean rests = true;
            for (int i = 0; i < paid.length; i++) {
                final boolean in = (coalition >> i & 1) != 0;
                rests &= shape.net(i, Integer.bitCount(coalition & ~(1 << i))) + paid[i] > 0 == in;
            }
            if (rests != (coalition == (1 << paid.length) - 1)) {
                return false;
            }
        }
        return true;
    }

    /** Winter (2004): chances in sixty-fourths whose increments rise by one or more each time. */
    @Property(tries = 100, seed = Seeds.USUAL)
    void bonusesDiscriminateJustIfReturnsIncrease(@ForAll @IntRange(min = 2, max = 8) int agents, @ForAll long seed) {
        final Random random = new Random(seed);
        final double[] chance = new double[agents + 1];
        double step = 0;
        for (int k = 1; k <= agents; k++) {
            step += 1 + random.nextInt(3);
            chance[k] = chance[k - 1] + step / 512;
        }
        final Ladder ladder = solver.solve(CoalitionGains.success(chance, 2)).orElseThrow();
        double sum = 0;
        for (int k = 1; k <= agents; k++) {
            sum += 2 / (chance[k] - chance[k - 1]);
        }

        assertEquals(agents * 2 / (chance[agents] - chance[agents - 1]), ladder.total(Rung.PARTIAL), 1e-9);
        assertEquals(agents * agents * 2 / chance[agents], ladder.total(Rung.PRIVATE), 1e-9);
        assertEquals(sum, ladder.total(Rung.PUBLIC), 1e-9);
        assertEquals(agents * 2 / chance[1], ladder.total(Rung.UNIFORM), 1e-9);
        assertTrue(ladder.total(Rung.PARTIAL) < ladder.total(Rung.PRIVATE));
        assertTrue(ladder.total(Rung.PRIVATE) < ladder.total(Rung.PUBLIC));
        assertTrue(ladder.total(Rung.PUBLIC) < ladder.total(Rung.UNIFORM));
        assertEquals(
                agents, Arrays.stream(ladder.payments(Rung.PUBLIC)).distinct().count());

        final double[] turned = new double[agents + 1]; // the same increments, the largest first
        for (int k = 1; k <= agents; k++) {
            turned[k] = turned[k - 1] + chance[agents + 1 - k] - chance[agents - k];
        }
        final Ladder falling = solver.solve(CoalitionGains.success(turned, 2)).orElseThrow();
        assertEquals(Returns.DECREASING, falling.returns());
        assertEquals(1, Arrays.stream(falling.payments(Rung.PUBLIC)).distinct().count());
        assertEquals(falling.total(Rung.UNIFORM), falling.total(Rung.PUBLIC));
        assertTrue(falling.total(Rung.PUBLIC) > agents * agents * 2 / turned[agents]);
    }
}
