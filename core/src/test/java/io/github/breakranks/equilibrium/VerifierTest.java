package io.github.breakranks.equilibrium;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.breakranks.answer.Certificate;
import io.github.breakranks.answer.Range;
import io.github.breakranks.answer.Watch;
import io.github.breakranks.equilibrium.Cell.Claim;
import io.github.breakranks.equilibrium.RestPoint.Root;
import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.offer.Curve;
import io.github.breakranks.offer.NetGain;
import io.github.breakranks.offer.Offer;
import io.github.breakranks.offer.Reprisal;
import io.github.breakranks.offer.Term;
import io.github.breakranks.population.CostLaw;
import io.github.breakranks.population.Population;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The verifiers are given wrong claims, and must not confirm one of them. */
class VerifierTest {
    private static final NetGain COMPANY = NetGain.of(Reprisal.none()).withSolidarity(1);

    /** Rest points at .0025, .5 and .9975, nearly; falls, rises, falls. */
    private final DefectionGame game =
            DefectionGame.of(Population.of(1000, CostLaw.logistic(0.5, 0.08)), Offer.none(), COMPANY);

    private final List<RestPoint> points =
            EquilibriumSolver.solver().solve(game).value().points();
    private final List<Cell> cells = List.of(
            new Cell(0, 0.1, Claim.ONE_FALLING),
            new Cell(0.1, 0.2, Claim.BELOW),
            new Cell(0.2, 0.3, Claim.BELOW),
            new Cell(0.3, 0.4, Claim.BELOW),
            new Cell(0.4, 0.6, Claim.ONE_RISING),
            new Cell(0.6, 0.7, Claim.ABOVE),
            new Cell(0.7, 0.8, Claim.ABOVE),
            new Cell(0.8, 0.9, Claim.ABOVE),
            new Cell(0.9, 1, Claim.ONE_FALLING));

    private Certificate certify(DefectionGame of, List<RestPoint> claimed, List<Cell> shown) {
        return new RestPointVerifier(of, of.monotonicity()).certify(claimed, shown, List.of());
    }

    private List<Cell> with(int k, Cell cell) {
        final List<Cell> changed = new ArrayList<>(cells);
        changed.set(k, cell);
        return changed;
    }

    private static RestPoint at(double share) {
        return RestPoint.ofLaw(new Root(share, 1 - share, 0), 1000, Stability.STABLE, Range.of(share));
    }

    @Test
    void confirmsWhatIsTrue() {
        assertInstanceOf(Certificate.Proven.class, certify(game, points, cells));
        assertEquals(
                "proven: 9 stretches that cover [0, 1] hold exactly 3 rest points, assuming cdf within 1.8e-15, net gain within 16 ulp,"
                        + " density and slope bounds as the law and the gain state them",
                certify(game, points, cells).sentence());
    }

    @Test
    void missesAMissingRestPoint() {
        assertEquals(
                new Certificate.Unproven(
                        "worst residual 0 [share], but the rest point between shares 0.9 and 1.0 is missing"),
                certify(game, points.subList(0, 2), cells));
        assertInstanceOf(Certificate.Unproven.class, certify(game, points.subList(1, 3), cells));
        assertInstanceOf(Certificate.Unproven.class, certify(game, List.of(), cells));
    }

    @Test
    void refusesOneRestPointTooMany() {
        final List<RestPoint> more = new ArrayList<>(points);
        more.add(at(0.999));

        assertInstanceOf(Certificate.Unproven.class, certify(game, more, cells));
    }

    @Test
    void refusesAMovedRestPoint() {
        for (double move : new double[] {0.2, 0.01, 1e-6}) {
            final List<RestPoint> moved = List.of(at(points.get(0).share() + move), points.get(1), points.get(2));

            assertTrue(
                    !(certify(game, moved, cells) instanceof Certificate.Proven),
                    () -> certify(game, moved, cells).sentence());
        }
    }

    @Test
    void refusesAFalseClaimOfAStretch() {
        for (Claim claim : Claim.values()) {
            for (int k = 0; k < cells.size(); k++) {
                if (claim != cells.get(k).claim()) {
                    final Cell lie = new Cell(cells.get(k).from(), cells.get(k).to(), claim);

                    assertInstanceOf(Certificate.Unproven.class, certify(game, points, with(k, lie)));
                }
            }
        }
    }

    @Test
    void refusesStretchesThatLeaveAGapOrDoNotReachTheEnd() {
        assertEquals(
                new Certificate.Unproven("worst residual 0 [share], but the stretches do not join at share 0.1"),
                certify(game, points, with(1, new Cell(0.11, 0.2, Claim.BELOW))));
        assertEquals(
                new Certificate.Unproven("worst residual 0 [share], but the stretches end at share 0.9"),
                certify(game, points.subList(0, 2), cells.subList(0, 8)));
        assertInstanceOf(Certificate.Unproven.class, certify(game, points, with(1, new Cell(0.1, 0.1, Claim.BELOW))));
        assertInstanceOf(Certificate.Unproven.class, certify(game, List.of(), List.of()));
    }

    @Test
    void refusesAStretchThatHidesTwo() {
        final List<Cell> merged = new ArrayList<>(cells.subList(5, 9));
        merged.add(0, new Cell(0, 0.6, Claim.BELOW));

        assertInstanceOf(Certificate.Unproven.class, certify(game, points.subList(2, 3), merged));
        assertInstanceOf(
                Certificate.Unproven.class,
                certify(game, points.subList(2, 3), List.of(new Cell(0, 1, Claim.ONE_FALLING))));
    }

    @Test
    void doubtsAreNeverProven() {
        assertEquals(
                new Certificate.Unproven("worst residual 0 [share], but something is amiss"),
                new RestPointVerifier(game, game.monotonicity()).certify(points, cells, List.of("something is amiss")));
    }

    /** A law that knows no error of its cdf is checked, not proven. */
    @Test
    void aLawOfUnknownErrorIsOnlyChecked() {
        final DefectionGame own =
                game.withPopulation(Population.of(1000, cost -> 1 / (1 + Math.exp(-(cost - 0.5) / 0.08))));

        final var answer = EquilibriumSolver.solver().solve(own);

        assertEquals(3, answer.value().points().size());
        assertTrue(!(answer.certificate() instanceof Certificate.Proven), answer::toString);
    }

    /** The verifier evaluates the law anew: one that lies about its density is caught where its own cdf belies it. */
    @Test
    void aLawThatLiesAboutItsDensityIsCaughtByItsCdf() {
        final CostLaw truth = CostLaw.normal(0.25, 0.12);
        final CostLaw liar = new CostLaw() {
            @Override
            public double cdf(double cost) {
                return truth.cdf(cost);
            }

            @Override
            public double survival(double cost) {
                return truth.survival(cost);
            }

            @Override
            public Range densityOver(double from, double to) {
                return new Range(0, 0.5); // it is up to 3.3
            }

            @Override
            public double relativeError() {
                return 1e-15;
            }
        };
        final DefectionGame lied = DefectionGame.of(Population.of(1000, liar), Offer.none(), COMPANY);

        final var answer = EquilibriumSolver.solver().solve(lied);

        assertTrue(!(answer.certificate() instanceof Certificate.Proven), answer::toString);
    }

    private static Tipping tipping(Jump up, Jump down) {
        return new Tipping(
                "cash",
                "unit of the game",
                new Tipping.Jumps(
                        up == null ? List.of() : List.of(up), down == null ? List.of() : List.of(down), List.of()),
                new Jump[] {up, down},
                "");
    }

    @Test
    void tippingValuesThatAreOffAreNotConfirmed() {
        final DefectionGame offered = DefectionGame.of(
                Population.of(1000, CostLaw.logistic(0.6, 0.1)),
                Offer.none(),
                COMPANY.withStaying(0.2)); // tips at cash .4809546, collapses at .1190454
        final Tipping truth = TippingSolver.of(Term.CASH).solve(offered).orElseThrow();
        final Jump up = truth.up().orElseThrow();
        final Jump down = truth.down().orElseThrow();

        assertInstanceOf(Certificate.Proven.class, certify(offered, truth));
        for (double move : new double[] {-1e-3, -1e-7, 1e-7, 1e-3}) {
            assertInstanceOf(
                    Certificate.Unproven.class,
                    certify(offered, tipping(new Jump(up.value() + move, up.from(), up.to()), down)));
            assertInstanceOf(
                    Certificate.Unproven.class,
                    certify(offered, tipping(up, new Jump(down.value() + move, down.from(), down.to()))));
        }
    }

    @Test
    void aJumpThatLandsElsewhereIsNotConfirmed() {
        final DefectionGame offered = DefectionGame.of(
                Population.of(1000, CostLaw.logistic(0.6, 0.1)), Offer.none(), COMPANY.withStaying(0.2));
        final Tipping truth = TippingSolver.of(Term.CASH).solve(offered).orElseThrow();
        final Jump up = truth.up().orElseThrow();
        final Jump down = truth.down().orElseThrow();

        assertInstanceOf(
                Certificate.Unproven.class, certify(offered, tipping(new Jump(up.value(), up.from(), 0.5), down)));
        assertInstanceOf(
                Certificate.Unproven.class, certify(offered, tipping(new Jump(up.value(), 0.3, up.to()), down)));
        assertInstanceOf(
                Certificate.Unproven.class, certify(offered, tipping(up, new Jump(down.value(), down.from(), 0.4))));
    }

    private static Certificate certify(DefectionGame of, Tipping tipping) {
        return TippingVerifier.certify(of, Term.CASH, tipping, Watch.none());
    }

    @Test
    void countsThatAreOffAreNotConfirmed() {
        final DefectionGame list =
                DefectionGame.of(Population.of(0.0, 0.2, 0.3, 0.9, 2), Offer.cash(0.1), COMPANY); // rests at 4 only
        final List<RestPoint> truth =
                EquilibriumSolver.solver().solve(list).value().points();
        final RestPoint.WhoGoes all = agent -> true;

        assertEquals(
                new Certificate.Proven(
                        "integer thresholds rest at these counts and no others",
                        List.of("net gain as evaluated in double precision")),
                CountVerifier.certify(list, true, truth, List.of()));
        assertEquals(
                new Certificate.Unproven(
                        "trying every agent finds a rest at " + truth.get(0).gone()),
                CountVerifier.certify(list, true, List.of(), List.of()));
        for (int count = 0; count <= 5; count++) {
            if (count != truth.get(0).gone()) {
                assertInstanceOf(
                        Certificate.Unproven.class,
                        CountVerifier.certify(
                                list, true, List.of(RestPoint.ofList(list.population(), count, all)), List.of()));
                assertInstanceOf(
                        Certificate.Unproven.class,
                        CountVerifier.certify(
                                list, false, List.of(RestPoint.ofList(list.population(), count, all)), List.of()));
            }
        }
        assertEquals(
                new Certificate.Unproven("counts above 3 were not looked at"),
                CountVerifier.certify(list, true, truth, List.of("counts above 3 were not looked at")));
    }

    @Test
    void longListsUnderAFallingGainAreNotTriedAgentByAgent() {
        final Reprisal grows = Reprisal.of(Curve.constant(1), Curve.linear(0, 0.5));
        final DefectionGame list =
                DefectionGame.of(Population.draw(2_001, CostLaw.normal(0.25, 0.12), 1), Offer.cash(0.4), grows);

        assertEquals(
                new Certificate.Unproven("counts of more than 2000 agents are not checked again"),
                EquilibriumSolver.solver().solve(list).certificate());
    }
}
