package io.github.breakranks.design;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.breakranks.Seeds;
import io.github.breakranks.answer.Certificate;
import io.github.breakranks.answer.Watch;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Theorems about unique implementation among agents whose gains rise with the coalition, against every order and every coalition. */
class LadderPropertyTest {
    private final LadderSolver solver = LadderSolver.solver();

    /** Gains in eighths, so that no sum rounds. */
    record Pairs(double[] own, double[][] influence) {
        CoalitionGains gains() {
            return CoalitionGains.of(own, influence);
        }

        double gain(int agent, int gone) {
            double gain = own[agent];
            for (int j = 0; j < own.length; j++) {
                gain += (gone >> j & 1) * influence[agent][j];
            }
            return gain;
        }

        Pairs renumbered(int[] from) {
            final int agents = own.length;
            final double[] newOwn = new double[agents];
            final double[][] newInfluence = new double[agents][agents];
            for (int i = 0; i < agents; i++) {
                newOwn[i] = own[from[i]];
                for (int j = 0; j < agents; j++) {
                    newInfluence[i][j] = influence[from[i]][from[j]];
                }
            }
            return new Pairs(newOwn, newInfluence);
        }
    }

    @Provide
    Arbitrary<Pairs> pairs() {
        return Arbitraries.longs().map(seed -> pairs(seed, 1 + (int) Math.floorMod(seed, 7L)));
    }

    @Provide
    Arbitrary<Pairs> manyPairs() {
        return Arbitraries.longs().map(seed -> pairs(seed, 8 + (int) Math.floorMod(seed, 5L)));
    }

    private static Pairs pairs(long seed, int agents) {
        final Random random = new Random(seed);
        final double[] own =
                random.doubles(agents, -16, 4).map(Math::rint).map(k -> k / 2).toArray();
        final double[][] influence = new double[agents][agents];
        for (int i = 0; i < agents; i++) {
            for (int j = 0; j < agents; j++) {
                influence[i][j] = i == j ? 0 : random.nextInt(20) / 8.0;
            }
        }
        return new Pairs(own, influence);
    }

    /** Gains of identical agents that rise with the number gone. */
    @Provide
    Arbitrary<double[]> rising() {
        return Arbitraries.longs().map(seed -> {
            final Random random = new Random(seed);
            double gain = -random.nextInt(64) / 4.0;
            final double[] gains = new double[1 + random.nextInt(9)];
            for (int k = 0; k < gains.length; k++) {
                gains[k] = gain;
                gain += random.nextInt(16) / 4.0;
            }
            return gains;
        });
    }

    /** Segal (2003); Winter (2004); Halac, Lipnowski and Rappoport (2021): each rung is a special case of the one before. */
    @Property(tries = 200, seed = Seeds.USUAL)
    void theRungsAscend(@ForAll("rising") double[] gains, @ForAll("pairs") Pairs pairs) {
        final Ladder alike = solver.solve(CoalitionGains.identical(gains)).orElseThrow();
        final Ladder ladder = solver.solve(pairs.gains()).orElseThrow();

        assertTrue(alike.total(Rung.PARTIAL) <= alike.total(Rung.PRIVATE) + 1e-12);
        assertTrue(alike.total(Rung.PRIVATE) <= alike.total(Rung.PUBLIC) + 1e-12);
        assertTrue(alike.total(Rung.PUBLIC) <= alike.total(Rung.UNIFORM));
        assertTrue(ladder.total(Rung.PARTIAL) <= ladder.total(Rung.PUBLIC));
        assertTrue(ladder.total(Rung.PUBLIC) <= ladder.total(Rung.UNIFORM));
        assertEquals(pairs.own.length > 1, !ladder.has(Rung.PRIVATE));
    }

    @Property(tries = 150, seed = Seeds.USUAL)
    void noOrderCostsLess(@ForAll("pairs") Pairs pairs) {
        final var answer = solver.solve(pairs.gains());
        final Ladder ladder = answer.orElseThrow();
        final double least = leastOfOrders(pairs, 0);

        assertEquals(least, ladder.total(Rung.PUBLIC));
        assertEquals(least, Arrays.stream(ladder.payments(Rung.PUBLIC)).sum());
        assertEquals(least, ladder.invitations().total());
        assertInstanceOf(Certificate.Proven.class, answer.certificate(), answer.certificate()::sentence);
        final Ladder bySet =
                solver.solve(CoalitionGains.of(pairs.own.length, pairs::gain)).orElseThrow();
        assertEquals(least, bySet.total(Rung.PUBLIC));
        assertEquals(ladder.total(Rung.UNIFORM), bySet.total(Rung.UNIFORM));
        assertEquals(ladder.total(Rung.PARTIAL), bySet.total(Rung.PARTIAL));
    }

    private static double leastOfOrders(Pairs pairs, int gone) {
        if (gone == (1 << pairs.own.length) - 1) {
            return 0;
        }
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < pairs.own.length; i++) {
            if ((gone >> i & 1) == 0) {
                final double need = Math.max(0, -pairs.gain(i, gone));
                least = Math.min(least, need + leastOfOrders(pairs, gone | 1 << i));
            }
        }
        return least;
    }

    /** Exactly the payments: a little more for each and everybody goes, a little less for any one who is paid and not all do. */
    @Property(tries = 150, seed = Seeds.USUAL)
    void paymentsAreInfima(@ForAll("pairs") Pairs pairs) {
        final CoalitionGains gains = pairs.gains();
        final Ladder ladder = solver.solve(gains).orElseThrow();
        final double[] paid = ladder.payments(Rung.PUBLIC);

        assertEquals(paid.length, restFrom(gains, plus(paid, -1, 0.001)).cardinality());
        for (int agent = 0; agent < paid.length; agent++) {
            if (paid[agent] > 0) {
                assertTrue(restFrom(gains, plus(paid, agent, 0.001)).cardinality() < paid.length);
            }
        }
        final double[] same = ladder.payments(Rung.UNIFORM);
        assertEquals(same.length, restFrom(gains, plus(same, -1, 0.001)).cardinality());
        if (same[0] > 0) {
            assertTrue(restFrom(gains, plus(same, -1, -0.001)).cardinality() < same.length);
        }
    }

    private static double[] plus(double[] payments, int lessFor, double little) {
        final double[] changed =
                Arrays.stream(payments).map(paid -> paid + little).toArray();
        if (lessFor >= 0) {
            changed[lessFor] = payments[lessFor] - 100 * little;
        }
        return changed;
    }

    private static BitSet restFrom(CoalitionGains gains, double[] paid) {
        final BitSet gone = new BitSet();
        for (boolean moved = true; moved; ) {
            moved = false;
            for (int agent = 0; agent < paid.length; agent++) {
                if (!gone.get(agent) && gains.gain(agent, gone) + paid[agent] > 0) {
                    gone.set(agent);
                    moved = true;
                }
            }
        }
        return gone;
    }

    @Property(tries = 100, seed = Seeds.USUAL)
    void strongerComplementsNeverCostMore(@ForAll("pairs") Pairs pairs, @ForAll @IntRange(max = 48) int which) {
        final int agents = pairs.own.length;
        final double[][] stronger =
                Arrays.stream(pairs.influence).map(double[]::clone).toArray(double[][]::new);
        final int i = which % agents;
        final int j = which / 7 % agents;
        stronger[i][j] += i == j ? 0 : 1;
        final Ladder before = solver.solve(pairs.gains()).orElseThrow();
        final Ladder after =
                solver.solve(CoalitionGains.of(pairs.own, stronger)).orElseThrow();

        for (Rung rung : new Rung[] {Rung.PARTIAL, Rung.PUBLIC, Rung.UNIFORM}) {
            assertTrue(after.total(rung) <= before.total(rung));
        }
    }

    @Property(tries = 100, seed = Seeds.USUAL)
    void numberingDoesNotMatter(@ForAll("pairs") Pairs pairs, @ForAll long seed) {
        final int agents = pairs.own.length;
        final int[] from = IntStream.range(0, agents).toArray();
        final Random random = new Random(seed);
        for (int k = agents - 1; k > 0; k--) {
            final int other = random.nextInt(k + 1);
            final int kept = from[k];
            from[k] = from[other];
            from[other] = kept;
        }
        final Ladder one = solver.solve(pairs.gains()).orElseThrow();
        final Ladder two = solver.solve(pairs.renumbered(from).gains()).orElseThrow();

        for (Rung rung : new Rung[] {Rung.PARTIAL, Rung.PUBLIC, Rung.UNIFORM}) {
            assertEquals(one.total(rung), two.total(rung));
        }
        for (int k = 0; k <= agents; k++) {
            assertEquals(one.costOf(k), two.costOf(k));
        }
    }

    /** The same agents told apart, in groups, and not told apart. */
    @Property(tries = 150, seed = Seeds.USUAL)
    void countsServeAsWellAsSets(@ForAll("rising") double[] gains, @ForAll @IntRange(min = 1, max = 8) int first) {
        final int agents = gains.length;
        final Ladder alike = solver.solve(CoalitionGains.identical(gains)).orElseThrow();
        final Ladder bySet = solver.solve(CoalitionGains.of(agents, (agent, gone) -> gains[Integer.bitCount(gone)]))
                .orElseThrow();
        final double closed = Arrays.stream(gains).map(g -> Math.max(0, -g)).sum();

        assertEquals(closed, alike.total(Rung.PUBLIC));
        assertEquals(closed, bySet.total(Rung.PUBLIC));
        assertEquals(agents * Math.max(0, -gains[0]), alike.total(Rung.UNIFORM));
        if (first < agents) {
            final int[] sizes = {first, agents - first};
            final Ladder inGroups = solver.solve(
                            CoalitionGains.groups(sizes, (group, gone) -> gains[gone[0] + gone[1]]))
                    .orElseThrow();
            assertEquals(closed, inGroups.total(Rung.PUBLIC));
            assertEquals(alike.total(Rung.UNIFORM), inGroups.total(Rung.UNIFORM));
            assertEquals(alike.total(Rung.PARTIAL), inGroups.total(Rung.PARTIAL));
        }
    }

    /** The largest coalition that a budget makes go, against every coalition. */
    @Property(tries = 100, seed = Seeds.USUAL)
    void noCoalitionWithinABudgetIsLarger(@ForAll("pairs") Pairs pairs, @ForAll @IntRange(max = 40) int money) {
        final Ladder ladder = solver.withBudget(money).solve(pairs.gains()).orElseThrow();
        final int agents = pairs.own.length;
        int most = 0;
        for (int coalition = 0; coalition < 1 << agents; coalition++) {
            if (Integer.bitCount(coalition) > most && leastWithin(pairs, 0, coalition) <= money) {
                most = Integer.bitCount(coalition);
            }
        }

        assertEquals(most, ladder.reach(money));
        assertEquals(most, ladder.withinBudget().size());
        assertTrue(ladder.withinBudget().total() <= money);
        assertEquals(ladder.costOf(most), ladder.withinBudget().total());
        for (int k = 1; k <= agents; k++) {
            assertTrue(ladder.costOf(k - 1) <= ladder.costOf(k));
        }
    }

    private static double leastWithin(Pairs pairs, int gone, int coalition) {
        double least = gone == coalition ? 0 : Double.POSITIVE_INFINITY;
        for (int i = 0; i < pairs.own.length; i++) {
            if ((coalition & ~gone & 1 << i) != 0) {
                final double need = Math.max(0, -pairs.gain(i, gone));
                least = Math.min(least, need + leastWithin(pairs, gone | 1 << i, coalition));
            }
        }
        return least;
    }

    /** A ranking costs no less, and its bound no more, than the cheapest order. */
    @Property(tries = 60, seed = Seeds.USUAL)
    void boundsEncloseTheCheapestOrder(@ForAll("manyPairs") Pairs pairs) {
        final double exact = solver.solve(pairs.gains()).orElseThrow().total(Rung.PUBLIC);
        final var answer = solver.withMostStates(1).solve(pairs.gains());
        final Ladder ranked = answer.orElseThrow();

        assertTrue(ranked.between(Rung.PUBLIC).contains(exact), ranked::toString);
        assertTrue(
                ranked.total(Rung.PARTIAL) - 1e-9 <= ranked.between(Rung.PUBLIC).low());
        assertFalse(answer.certificate() instanceof Certificate.Unproven, answer.certificate()::sentence);
        assertEquals(
                ranked.total(Rung.PUBLIC),
                Arrays.stream(ranked.payments(Rung.PUBLIC)).sum());
    }

    /** The bound by places is the cheapest assignment of agents to places, each hearing of those who count most for him. */
    @Property(tries = 100, seed = Seeds.USUAL)
    void noAssignmentToPlacesCostsLessThanTheBound(@ForAll("pairs") Pairs pairs) {
        final int agents = pairs.own.length;
        final double[][] needs = new double[agents][agents];
        for (int i = 0; i < agents; i++) {
            final double[] most = pairs.influence[i].clone(); // influence is nowhere negative: his own 0 comes first
            Arrays.sort(most);
            double gain = pairs.own[i];
            for (int place = 0; place < agents; place++) {
                needs[i][place] = Math.max(0, -gain);
                gain += most[agents - 1 - place];
            }
        }
        final double bound = new PlaceBound(pairs.gains(), Watch.none()).bound();

        assertEquals(cheapest(needs, 0, 0), bound, 1e-9);
        assertTrue(bound <= solver.solve(pairs.gains()).orElseThrow().total(Rung.PUBLIC));
    }

    private static double cheapest(double[][] needs, int place, int taken) {
        double least = place == needs.length ? 0 : Double.POSITIVE_INFINITY;
        for (int i = 0; i < needs.length; i++) {
            if ((taken >> i & 1) == 0) {
                least = Math.min(least, needs[i][place] + cheapest(needs, place + 1, taken | 1 << i));
            }
        }
        return least;
    }

    /** The bottleneck, against every payment at which somebody changes his mind. */
    @Property(tries = 100, seed = Seeds.USUAL)
    void noLowerCommonPaymentCarriesAll(@ForAll("pairs") Pairs pairs) {
        final int agents = pairs.own.length;
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < agents; i++) {
            for (int gone = 0; gone < 1 << agents; gone++) {
                final double payment = Math.max(0, -pairs.gain(i, gone & ~(1 << i)));
                final double[] paid = new double[agents];
                Arrays.fill(paid, payment + 1e-6);
                if (payment < least && restFrom(pairs.gains(), paid).cardinality() == agents) {
                    least = payment;
                }
            }
        }
        assertEquals(least, solver.solve(pairs.gains()).orElseThrow().payments(Rung.UNIFORM)[0]);
    }
}
