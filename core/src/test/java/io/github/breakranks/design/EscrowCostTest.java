package io.github.breakranks.design;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.breakranks.answer.Answer;
import io.github.breakranks.answer.Certificate;
import io.github.breakranks.design.SingleOffer.Kind;
import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.network.Exposure;
import io.github.breakranks.offer.Offer;
import io.github.breakranks.offer.Reprisal;
import io.github.breakranks.population.CostLaw;
import io.github.breakranks.population.Population;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The host pays what lies in escrow to each who comes: fully believed cash may stand in for it and changes nothing. */
class EscrowCostTest {
    private static final CostLaw EVEN = CostLaw.uniform(0, 1);

    private static DefectionGame alone(double escrow) {
        return DefectionGame.of(Population.of(1000, EVEN), Offer.none().withEscrow(escrow), Reprisal.none());
    }

    private static Population named(String name) {
        return Population.of(1000, EVEN).named(name);
    }

    private static DefectionGame two(double first, double second, Exposure exposure) {
        return DefectionGame.of(Population.join(named("a"), named("b")), Offer.none(), Reprisal.none())
                .withOffer("a", Offer.none().withEscrow(first))
                .withOffer("b", Offer.none().withEscrow(second))
                .on(exposure);
    }

    private static double worst(Answer<SingleOffer> answer) {
        return assertInstanceOf(Certificate.Numeric.class, answer.certificate(), answer.certificate()::sentence)
                .worst();
    }

    /** {@code max (V - e - p)(p + e)}: the sum p + e is V/2, whatever of it lies in escrow. */
    @Test
    void oneLaw() {
        final Answer<SingleOffer> answer = TakeItOrLeaveIt.of(1.2).solve(alone(0.2));
        final SingleOffer offer = answer.orElseThrow();

        assertEquals(0.4, offer.cash(), 1e-9);
        assertEquals(0.6, offer.share(), 1e-9);
        assertEquals(0.36, offer.surplus(), 1e-12);
        assertEquals(360, offer.total(), 1e-9);
        assertEquals(360, offer.outlay(), 1e-9);
        assertEquals(offer.outlay(), HostCosts.cashOnly().outlay(offer.game(), new double[] {offer.share()}), 1e-9);
        assertEquals(1.2, offer.worth());
        assertTrue(worst(answer) < 3e-5);
    }

    /** Escrow of .2 is more than is worth giving: {@code (1 - .2) x}, not x. */
    @Test
    void escrowIsSubtractedWhereNoCashIsAdded() {
        final DefectionGame game = DefectionGame.of(
                Population.of(1000, CostLaw.normal(0.25, 0.12)), Offer.none().withEscrow(0.2), Reprisal.fading(0.4));
        final Answer<SingleOffer> answer = TakeItOrLeaveIt.of(1).solve(game);
        final SingleOffer offer = answer.orElseThrow();
        final SingleOffer cash = TakeItOrLeaveIt.of(1)
                .between(0.2, Double.POSITIVE_INFINITY)
                .solve(DefectionGame.of(
                        Population.of(1000, CostLaw.normal(0.25, 0.12)), Offer.none(), Reprisal.fading(0.4)))
                .orElseThrow();

        assertEquals((1 - 0.2 - offer.cash()) * offer.share(), offer.surplus(), 1e-12);
        assertEquals(cash.cash() - 0.2, offer.cash(), 1e-6);
        assertEquals(cash.surplus(), offer.surplus(), 1e-6);
        assertTrue(worst(answer) < 3e-5);
    }

    @Test
    void escrowOfAllThatOneIsWorthIsNotOffered() {
        final Answer<SingleOffer> answer = TakeItOrLeaveIt.of(0.2).solve(alone(0.2));
        final SingleOffer offer = answer.orElseThrow();

        assertEquals(Kind.NONE, offer.kind());
        assertEquals(0, offer.surplus());
        assertEquals(
                "proven: the least cash and escrow are not below the worth",
                answer.certificate().sentence());
        assertEquals(
                "Nobody is worth hiring: no cash below the worth of 0.2, less what lies in escrow, and within bounds brings anybody.",
                offer.explain());
    }

    /** Each group's escrow and cash come to V/2, seen by each other or not. */
    @Test
    void byGroup() {
        for (Exposure exposure : List.of(Exposure.homophily(1), Exposure.homophily(0))) {
            final SingleOffer offer = TakeItOrLeaveIt.of(1.2)
                    .forEachGroup()
                    .solve(two(0.1, 0.3, exposure))
                    .value();

            assertEquals(0.5, offer.cash("a"), 1e-6);
            assertEquals(0.3, offer.cash("b"), 1e-6);
            assertEquals(0.36, offer.surplus(), 1e-9);
            assertEquals(720, offer.outlay(), 1e-3);
        }
    }

    /** {@code max (1.1 - p)(p + .1) / 2 + (.9 - p)(p + .3) / 2}: p = .4, gains .35. */
    @Test
    void oneCashToGroupsWithDifferentEscrow() {
        final Answer<SingleOffer> answer = TakeItOrLeaveIt.of(1.2).solve(two(0.1, 0.3, Exposure.homophily(1)));

        assertEquals(0.4, answer.orElseThrow().cash(), 1e-6);
        assertEquals(0.35, answer.value().surplus(), 1e-9);
        assertTrue(worst(answer) < 0.01);
        assertEquals(
                1000 * (0.5 * (1.2 - 0.1 - 0.4)),
                answer.value().table().rows().get(0).get(4) instanceof Double gained ? gained : Double.NaN,
                1e-3);
    }

    /** A refuge worth .2 to all that costs .1 saves .1 a head, beside escrow as beside cash. */
    @Test
    void bundles() {
        final Bundle bundle = Bundle.of(Component.of("refuge", 0.2, 0.1));
        final BundleChoice held = BundleSolver.of(1.2, bundle).solve(alone(0.2)).value();
        final BundleChoice cash = BundleSolver.of(1.2, bundle).solve(alone(0)).value();

        for (int k = 0; k < held.options().size(); k++) {
            final SingleOffer with = held.options().get(k).offer();
            final SingleOffer without = cash.options().get(k).offer();
            assertEquals(without.surplus(), with.surplus(), 1e-9);
            assertEquals(without.cash() - 0.2, with.cash(), 1e-6);
            assertEquals(
                    (double) cash.table().rows().get(k).get(2),
                    (double) held.table().rows().get(k).get(2),
                    1e-6);
        }
    }
}
