package io.github.breakranks.equilibrium;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.breakranks.answer.Answer;
import io.github.breakranks.answer.Certificate;
import io.github.breakranks.answer.Range;
import io.github.breakranks.answer.Watch;
import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.game.TieRule;
import io.github.breakranks.offer.Curve;
import io.github.breakranks.offer.NetGain;
import io.github.breakranks.offer.Offer;
import io.github.breakranks.offer.Reprisal;
import io.github.breakranks.population.CostLaw;
import io.github.breakranks.population.Population;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rest points where they are hard to find: at the ends, at folds, on jumps, in the far tails, under gains of all sorts. */
class EquilibriumSolverTest {
    private static final NetGain COMPANY = NetGain.of(Reprisal.none()).withSolidarity(1);
    private static final double[] QUARTERS = {0.25, 0.25, 0.25, 0.25};

    private static DefectionGame game(CostLaw law, NetGain gain) {
        return DefectionGame.of(Population.of(1000, law), Offer.none(), gain);
    }

    private static RestPoints solve(DefectionGame game) {
        return EquilibriumSolver.solver().solve(game).orElseThrow();
    }

    private static boolean proven(DefectionGame game) {
        return EquilibriumSolver.solver().solve(game).certificate() instanceof Certificate.Proven;
    }

    private static List<Double> shares(RestPoints rest) {
        return rest.points().stream().map(RestPoint::share).toList();
    }

    @Test
    void nobodyGoesWhereTheCheapestCostsTooMuch() {
        final DefectionGame game = game(CostLaw.uniform(1.5, 2), COMPANY);

        assertEquals(List.of(0.0), shares(solve(game)));
        assertEquals(1, solve(game).least().staying());
        assertEquals(Stability.STABLE, solve(game).least().stability());
        assertEquals(new Range(0, 1), solve(game).least().basin());
        assertTrue(proven(game));
    }

    @Test
    void everybodyGoesWhereTheDearestWantsTo() {
        final DefectionGame game = game(CostLaw.uniform(-2, -1), COMPANY);

        assertEquals(List.of(1.0), shares(solve(game)));
        assertEquals(0, solve(game).greatest().staying());
        assertTrue(proven(game));
    }

    @Test
    void bothEndsAndTheExactMiddle() {
        final DefectionGame game = game(CostLaw.uniform(0.25, 0.75), COMPANY);

        assertEquals(List.of(0.0, 0.5, 1.0), shares(solve(game)));
        assertEquals(0.5, solve(game).points().get(1).staying());
        assertTrue(proven(game));
    }

    /** F(x) = 2x up to one half: nobody rests, but whoever moves takes all along. */
    @Test
    void anUnstableEndHoldsNobodyBack() {
        final RestPoints rest = solve(game(CostLaw.uniform(0, 0.5), COMPANY));

        assertEquals(List.of(0.0, 1.0), shares(rest));
        assertEquals(Stability.UNSTABLE, rest.least().stability());
        assertEquals(Range.of(0), rest.least().basin());
        assertEquals(new Range(0, 1), rest.greatest().basin());
    }

    /** F(x) = 2x - 1 above one half: all gone rests, but one who stays brings all back. */
    @Test
    void anUnstableUpperEndHoldsNobody() {
        final RestPoints rest = solve(game(CostLaw.uniform(0.5, 1), COMPANY));

        assertEquals(List.of(0.0, 1.0), shares(rest));
        assertEquals(Stability.UNSTABLE, rest.greatest().stability());
        assertEquals(Range.of(1), rest.greatest().basin());
        assertEquals(new Range(0, 1), rest.least().basin());
    }

    /** Normal costs so far off that F(0) is this; survival of z = 6, 8.5 and 37 from tables of the complementary error function. */
    @ParameterizedTest
    @CsvSource({"6, 9.865876510e-10", "8.5, 9.479534822e-18", "37, 5.725571222e-300"})
    void tinySharesKeepTheirDigits(double mean, double share) {
        final RestPoint low = solve(game(CostLaw.normal(mean, 1), COMPANY)).least();
        final RestPoint high = solve(game(CostLaw.normal(1 - mean, 1), COMPANY)).greatest();

        assertEquals(share, low.share(), 1e-9 * share);
        assertEquals(share, high.staying(), 1e-9 * share);
        assertEquals(1, solve(game(CostLaw.normal(mean, 1), COMPANY)).points().size());
    }

    /** Offer at the tipping value by formula: lower branch ends there, and no count may be called proven. */
    @ParameterizedTest
    @CsvSource({"0.6, 0.1", "0.6, 0.2", "0.9, 0.05"})
    void exactlyAtAFoldNoCountIsProven(double mean, double scale) {
        final double low = (1 - Math.sqrt(1 - 4 * scale)) / 2;
        final double tips = mean - low + scale * Math.log(low / (1 - low));
        final DefectionGame game = game(CostLaw.logistic(mean, scale), COMPANY.withStaying(-tips));

        final var answer = EquilibriumSolver.solver().solve(game);

        assertInstanceOf(Certificate.Unproven.class, answer.certificate(), answer::toString);
        assertFalse(answer.value().complete());
        assertEquals(low, answer.value().least().share(), 1e-6);
        assertEquals(Stability.STABLE, answer.value().greatest().stability());
    }

    /** Costs as widely spread as company is worth: F(x) = x, so every share rests. */
    @ParameterizedTest
    @CsvSource({"0, 1, 1", "0, 0.75, 0.75"})
    void aContinuumOfRestPointsIsCalledOne(double low, double high, double company) {
        final DefectionGame game =
                game(CostLaw.uniform(low, high), NetGain.of(Reprisal.none()).withSolidarity(company));

        final RestPoints rest = solve(game);

        assertEquals(List.of(0.0, 1.0), shares(rest));
        assertEquals(List.of("every share from 0 to 1 rests"), rest.doubts());
        assertEquals(Stability.NEUTRAL, rest.least().stability());
        assertFalse(proven(game));
        assertEquals("RestPoints[0 (neutral), 1 (neutral); count not proven]", rest.toString());
    }

    /** With 4s = a the best reply touches the diagonal at one half and crosses it there: one rest point, no continuum. */
    @Test
    void aCubicTouchIsNoContinuum() {
        final RestPoints rest = solve(game(CostLaw.logistic(0.5, 0.25), COMPANY));

        assertEquals(1, rest.points().size(), rest::toString);
        assertEquals(0.5, rest.least().share(), 1e-4);
        assertEquals(Stability.STABLE, rest.least().stability());
        assertFalse(rest.complete());
    }

    /** Four alike in number at costs 0, 1/4, 1/2, 3/4: Phi(x) = (floor(4x) + 1)/4, which rests nowhere short of all (Granovetter 1978). */
    @Test
    void atomsThatLiftEachOtherLeaveNoRestBelowAll() {
        final RestPoints rest = solve(game(CostLaw.atoms(new double[] {0, 0.25, 0.5, 0.75}, QUARTERS), COMPANY));

        assertEquals(List.of(1.0), shares(rest));
        assertEquals(1000, rest.least().gone());
        assertEquals(new Range(0, 1), rest.least().basin());
        assertEquals(
                List.of(0.25, 0.5, 0.75), rest.ties().stream().map(Tie::share).toList());
        rest.ties().forEach(tie -> assertEquals(0.25, tie.indifferent(), 1e-12));
    }

    /** The same costs where the indifferent stay: each quarter waits for the next. */
    @Test
    void theSameAtomsRestAtNobodyWhereTheIndifferentStay() {
        final DefectionGame game = game(CostLaw.atoms(new double[] {0, 0.25, 0.5, 0.75}, QUARTERS), COMPANY)
                .withTies(TieRule.STAYS);

        assertEquals(0.0, solve(game).least().share());
        assertEquals(1.0, solve(game).greatest().share());
        assertFalse(proven(game));
    }

    /** Half the costs at 1/2: with half gone they are indifferent, and going is a rest point if the rule says go. */
    @Test
    void anAtomThatLandsOnTheDiagonal() {
        final DefectionGame goes = game(CostLaw.atoms(new double[] {0.5, 10}, new double[] {0.5, 0.5}), COMPANY);

        assertEquals(List.of(0.0, 0.5), shares(solve(goes)));
        assertEquals(List.of(0.0), shares(solve(goes.withTies(TieRule.STAYS))));
        assertEquals(Stability.SEMI_STABLE, solve(goes).greatest().stability());
        assertEquals(new Range(0.5, 1), solve(goes).greatest().basin());
    }

    /** Phi jumps over the diagonal at one half, where a quarter is indifferent. */
    @Test
    void aJumpOverTheDiagonalIsATieAndNoRestPoint() {
        final CostLaw law =
                CostLaw.mixture(0.75, CostLaw.uniform(-0.5, 1.5), CostLaw.atoms(new double[] {0.5}, new double[] {1}));

        final RestPoints rest = solve(game(law, COMPANY));

        assertEquals(2, rest.points().size());
        assertEquals(0.3, rest.least().share(), 1e-12);
        assertEquals(0.7, rest.greatest().share(), 1e-12);
        assertEquals(new Range(0, 0.5), rest.least().basin());
        assertEquals(new Range(0.5, 1), rest.greatest().basin());
        assertEquals(1, rest.ties().size());
        assertEquals(0.5, rest.ties().get(0).share());
        assertEquals(0.25, rest.ties().get(0).indifferent(), 1e-12);
        assertTrue(rest.complete());
    }

    @Test
    void aGainOfUnknownSlopeProvesNothingButFindsAll() {
        final DefectionGame game = game(CostLaw.normal(0.25, 0.12), (offer, group, gone) -> gone);

        final RestPoints rest = solve(game);

        assertEquals(3, rest.points().size());
        assertEquals(0.040211, rest.least().share(), 5e-7);
        assertEquals(0.086436, rest.points().get(1).share(), 5e-7);
        assertEquals(2.052e-10, rest.greatest().staying(), 1e-13);
        assertFalse(proven(game));
        assertFalse(rest.complete());
    }

    /** G = sin(9x)/2 rises and falls three times, and so does Phi. */
    @Test
    void aGainThatRisesAndFallsIsScannedForAllItsRestPoints() {
        final DefectionGame game = game(CostLaw.normal(0.25, 0.08), (offer, group, gone) -> 0.5 * Math.sin(9 * gone));

        final RestPoints rest = solve(game);

        assertEquals(ScanOfShares.signChanges(game), rest.points().size());
        assertTrue(rest.points().size() >= 3, rest::toString);
        rest.points().forEach(point -> assertTrue(point.residual() < 1e-12));
        assertFalse(proven(game));
        final var refused = assertThrows(IllegalStateException.class, rest::least);
        assertTrue(refused.getMessage().startsWith("no least rest point is claimed, as the net gain falls by "));
    }

    /** Collective punishment: the reprisal rises from 0 to .6, and Phi falls throughout. */
    @Test
    void aReprisalThatGrowsLeavesNoLeastAndGreatest() {
        final DefectionGame game = DefectionGame.of(
                Population.of(1000, CostLaw.normal(0.25, 0.12)),
                Offer.cash(0.5),
                Reprisal.of(Curve.constant(1), Curve.linear(0, 0.6)));

        final RestPoints rest = solve(game);

        assertEquals(1, rest.points().size());
        final double share = rest.points().get(0).share();
        assertEquals(share, game.willing(0, share), 1e-15);
        assertEquals(
                "no greatest rest point is claimed, as the net gain falls by 5.859e-04 as the share gone rises from 0 to 9.766e-04;"
                        + " use points()",
                assertThrows(IllegalStateException.class, rest::greatest)
                        .getMessage()
                        .replace("0.0005859", "5.859e-04")
                        .replace("0.0009766", "9.766e-04"));
        assertTrue(
                rest.explain().startsWith("No rest point is the least or the greatest here: the net gain falls by "));
    }

    /** A dip narrower than the shares looked at must not be taken for a rise: the bounds on the slope do not show one. */
    @Test
    void aRiseThatOnlySomeSharesShowProvesNothing() {
        final double at = 0.30051;
        final double narrow = 1e-5;
        final NetGain dips = new NetGain() {
            @Override
            public double of(Offer offer, int group, double gone) {
                return 0.6 + 0.1 * gone - 1.2 * Math.max(0, 1 - Math.abs(gone - at) / narrow);
            }

            @Override
            public Range slopeOver(Offer offer, int group, Range gone) {
                final boolean beside = gone.high() < at - narrow || gone.low() > at + narrow;
                return beside ? new Range(0.0999, 0.1001) : Range.anything();
            }
        };
        final DefectionGame game = game(CostLaw.normal(0.25, 0.12), dips);

        assertTrue(game.willing(0, at) < at, "there are rest points on both sides of the dip");
        assertFalse(
                proven(game),
                () -> EquilibriumSolver.solver().solve(game).certificate().sentence());
    }

    @ParameterizedTest
    @CsvSource({"0.25, 1e-12", "2, 1e-12", "0.25, 1e-300"})
    void costsThatHardlyDifferAreSolved(double mean, double deviation) {
        final RestPoints rest = solve(game(CostLaw.normal(mean, deviation), COMPANY));

        assertEquals(0, rest.least().share());
        assertEquals(mean < 1 ? 1 : 0, rest.greatest().share());
    }

    @Test
    void hugeAmountsScale() {
        final RestPoints rest = solve(game(
                CostLaw.normal(0.25e12, 0.12e12), NetGain.of(Reprisal.none()).withSolidarity(1e12)));

        assertEquals(0.040211, rest.least().share(), 5e-7);
        assertEquals(3, rest.points().size());
    }

    @ParameterizedTest
    @CsvSource({"0.01", "0.5", "50", "1000"})
    void extremePowersOfTheReprisalAreSolved(double power) {
        final DefectionGame game = DefectionGame.of(
                Population.of(1000, CostLaw.normal(0.25, 0.12)), Offer.cash(0.4), Reprisal.fading(0.4, power));

        final RestPoints rest = solve(game);

        assertEquals(ScanOfShares.signChanges(game), rest.points().size());
        assertTrue(proven(game));
    }

    @Test
    void aWatchStopsTheWork() {
        final DefectionGame game = game(CostLaw.uniform(0, 1), (offer, group, gone) -> gone);

        final var answer = EquilibriumSolver.solver().solve(game, Watch.none().withCancel(() -> true));

        final var stopped = assertInstanceOf(Answer.Stopped.class, answer);
        assertEquals("cancelled", stopped.why());
        assertEquals("raise the limit", stopped.remedy());
        assertFalse(answer.value().complete());
        assertInstanceOf(Certificate.Unproven.class, answer.certificate());
        assertEquals(
                "cancelled; raise the limit",
                assertThrows(IllegalStateException.class, answer::orElseThrow).getMessage());
    }

    @Test
    void explainsInWords() {
        final RestPoints rest = solve(game(CostLaw.normal(0.25, 0.12), COMPANY));

        assertEquals(
                "Starting from nobody, 40 of 1000 go (4.021%). Play could also rest at 100% (1000), but only if more than 8.644%"
                        + " went at once: below that they come back.",
                rest.explain());
        assertEquals("0.04021 (stable)", rest.least().toString());
    }

    @Test
    void saysWhatItDidNotUse() {
        final DefectionGame game = DefectionGame.of(
                Population.of(1000, CostLaw.normal(0.25, 0.12)),
                Offer.cash(0.1)
                        .withBonus(0.3)
                        .withFamily(0.5)
                        .withExpiry(io.github.breakranks.offer.Expiry.at(3))
                        .withAudience(io.github.breakranks.offer.Audience.PRIVATE),
                COMPANY);

        assertEquals(
                List.of("family", "bonus", "expiry", "audience"), solve(game).unused());
        assertTrue(solve(game).explain().endsWith("Not used here: family, bonus, expiry, audience."));
    }

    @Test
    void aLawHasNoAgentsToName() {
        final RestPoint least = solve(game(CostLaw.normal(0.25, 0.12), COMPANY)).least();

        assertEquals(
                "a law lists no agents; draw some with Population.draw(heads, law, seed) and solve again",
                assertThrows(IllegalStateException.class, () -> least.gone(0)).getMessage());
        assertEquals(least.share(), least.shareOf(0));
        assertThrows(IndexOutOfBoundsException.class, () -> least.shareOf(1));
        assertTrue(least.stable());
    }

    /** Collective punishment and an atom: Phi falls, and jumps down over the diagonal at .52, where nobody rests and nothing is proven. */
    @Test
    void aJumpDownOverTheDiagonalIsNoRestPointEither() {
        final CostLaw law =
                CostLaw.mixture(0.5, CostLaw.atoms(new double[] {0.4}, new double[] {1}), CostLaw.normal(0.3, 0.1));
        final DefectionGame game = DefectionGame.of(
                Population.of(1000, law), Offer.cash(0.504), Reprisal.of(Curve.constant(1), Curve.linear(0, 0.2)));

        final var answer = EquilibriumSolver.solver().solve(game);

        assertEquals(List.of(), answer.value().points());
        assertEquals(0.52, answer.value().ties().get(0).share(), 1e-9);
        assertEquals(0.5, answer.value().ties().get(0).indifferent(), 1e-9);
        assertFalse(answer.certificate() instanceof Certificate.Proven);
        assertFalse(answer.value().complete());
    }

    /** Once it was otherwise: a continuous rise narrower than 1e-12 was proven to be a jump, and its rest point was missing. */
    @Test
    void aSteepRiseIsNoJump() {
        for (double width : new double[] {1e-13, 1e-12, 1e-9}) {
            final var answer = EquilibriumSolver.solver().solve(game(CostLaw.uniform(0.5, 0.5 + width), COMPANY));

            assertEquals(3, answer.value().points().size(), "width " + width);
            assertEquals(Stability.UNSTABLE, answer.value().points().get(1).stability());
            assertEquals(0.5, answer.value().points().get(1).share(), 1e-9);
            assertTrue(answer.value().ties().isEmpty());
        }
    }

    /** Complete is what the certificate proves, and nothing else. */
    @Test
    void whatIsNotConfirmedIsNotComplete() {
        for (double shape : new double[] {0.5, 0.3, 2, 8}) {
            for (double reprisal : new double[] {0.4, 1, 2}) {
                final var answer = EquilibriumSolver.solver()
                        .solve(DefectionGame.of(
                                Population.of(1000, CostLaw.beta(shape, 2)),
                                Offer.none(),
                                Reprisal.fading(reprisal, 3)));
                assertEquals(
                        answer.certificate() instanceof Certificate.Proven,
                        answer.value().complete());
            }
        }
    }

    @Test
    void refusesAGainThatIsNoNumberInAList() {
        final DefectionGame list = DefectionGame.of(
                Population.draw(200, CostLaw.normal(0.25, 0.12), 5),
                Offer.cash(0.1),
                (offer, group, gone) -> gone > 0.37 && gone < 0.4 ? Double.NaN : gone + offer.cash() - 0.2);

        assertEquals(
                "net gain must be finite [unit of the game], but was NaN at share gone 0.3701171875",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> EquilibriumSolver.solver().solve(list))
                        .getMessage());
    }

    /** Just short of the gain at which a second sixth goes, a sixth rests, and less than 4e-11 above it tied costs leap. */
    @Test
    void restsJustShortOfTiedCosts() {
        final DefectionGame game = DefectionGame.of(
                Population.of(100, CostLaw.empirical(-0.375, 0.375, 1.25, 1.5, 1.625, 1.625)),
                Offer.none(),
                Reprisal.fading(0.5));
        final double tips = 0.375 + 0.5 * 5 / 6;

        for (double below : new double[] {1e-13, 1.7e-11, 9.3e-11, 1e-9, 1e-6}) {
            final RestPoints rest = EquilibriumSolver.solver()
                    .solve(game.withOffer(Offer.cash(tips - below)))
                    .value();
            assertEquals(1.0 / 6, rest.least().share(), 1e-12, () -> "cash " + below + " short of it");
        }
        assertEquals(
                2.0 / 6, solve(game.withOffer(Offer.cash(tips + 1e-12))).least().share(), 1e-12);
    }

    /** The same from above: who stays where he is indifferent has play fall from just above a share. */
    @Test
    void restsJustBeyondTiedCostsThatStay() {
        final DefectionGame game = DefectionGame.of(
                        Population.of(100, CostLaw.empirical(0, 0.125, 1.75, 1.875)),
                        Offer.none(),
                        Reprisal.fading(0.25))
                .withTies(TieRule.STAYS);
        final double holds = 1.75 + 0.25 / 4;

        for (double above : new double[] {1e-13, 7e-12, 5e-11, 1e-9, 1e-6}) {
            final RestPoints rest = EquilibriumSolver.solver()
                    .solve(game.withOffer(Offer.cash(holds + above)))
                    .value();
            assertEquals(0.75, rest.greatest().share(), 1e-12, () -> "cash " + above + " above it");
        }
        assertEquals(
                0.5,
                EquilibriumSolver.solver()
                        .solve(game.withOffer(Offer.cash(holds - 1e-10)))
                        .value()
                        .greatest()
                        .share(),
                1e-12);
    }
}
