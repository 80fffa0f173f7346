package io.github.breakranks.equilibrium;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.breakranks.answer.Answer;
import io.github.breakranks.answer.Certificate;
import io.github.breakranks.answer.Fraction;
import io.github.breakranks.answer.Watch;
import io.github.breakranks.equilibrium.LogitEvent.Kind;
import io.github.breakranks.game.KnownGames;
import io.github.breakranks.game.NormalFormGame;
import io.github.breakranks.game.StrategyProfile;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

/** Branches of logit equilibria: known answers, settings and refusals. */
class LogitSolverTest {
    private final LogitSolver solver = LogitSolver.solver();

    private static NormalFormGame coordination(int actions) {
        return NormalFormGame.of(new int[] {actions, actions}, (player, chosen) -> chosen[0] == chosen[1] ? 1.0 : 0.0);
    }

    private static double root(DoubleUnaryOperator f, double low, double high) {
        double from = low;
        double to = high;
        for (int round = 0; round < 200; round++) {
            final double middle = 0.5 * (from + to);
            if (f.applyAsDouble(from) * f.applyAsDouble(middle) <= 0) {
                to = middle;
            } else {
                from = middle;
            }
        }
        return from;
    }

    private static double logit(double gain) {
        return 1 / (1 + Math.exp(-gain));
    }

    /** Two equations in two unknowns, solved outside by bisection: x = logit(10 y - 1), y = logit(1 - 2 x), with y put into the first. */
    @Test
    void asymmetricPenniesAtPrecisionOne() {
        final Answer<LogitEquilibrium> answer = LogitSolver.at(KnownGames.asymmetricPennies(), 1);
        final StrategyProfile profile = answer.orElseThrow().profile();
        assertEquals(.8935763, profile.chance(0, 0), 5e-8);
        assertEquals(.3127804, profile.chance(1, 0), 5e-8);
        final double x = root(z -> z - logit(10 * logit(1 - 2 * z) - 1), 0, 1);
        assertEquals(x, profile.chance(0, 0), 1e-14);
        assertTrue(answer.orElseThrow().residual() <= 1e-15);
        assertTrue(assertInstanceOf(Certificate.Numeric.class, answer.certificate())
                        .worst()
                <= 1e-15);
        assertEquals(
                "Logit equilibrium at lambda 1: (0.8936, 0.1064) (0.3128, 0.6872)",
                answer.orElseThrow().toString());
        assertEquals(
                "At precision 1 an action that earns 1 more is taken 2.718 times as often. Player 2 loses most by erring,"
                        + " 0.2462. Every chance is the logit reply to the others within "
                        + (answer.orElseThrow().residual() == 0 ? "0" : "1.1e-16") + ".",
                answer.orElseThrow().explain());
    }

    /**
     * With both first players even, and x the third's chance of his first action, x = logit(lambda / 2), and small deviations m1 = 2 x1 - 1,
     * m2 of the first two answer each other by m1 = lambda (12 x - 3) m2 / 2 and m2 = lambda (12 x - 4) m1 / 2: the product of both is 1 where
     * others cross.
     */
    private static double crossingOfNine() {
        return root(
                lambda -> {
                    final double x = logit(lambda / 2);
                    return lambda * lambda * (12 * x - 3) * (12 * x - 4) - 4;
                },
                0.1,
                2);
    }

    @Test
    void theGameOfNineEquilibriaIsCrossedWhereItsEquationsSay() {
        final Answer<LogitBranch> answer = solver.solve(KnownGames.nineEquilibria());
        final LogitBranch branch = answer.orElseThrow();
        assertEquals(1, branch.events().size());
        final LogitEvent event = branch.bifurcations().get(0);
        assertEquals(0.5967551, event.lambda(), 5e-8);
        assertEquals(crossingOfNine(), event.lambda(), 1e-12);
        assertEquals(1, event.across());
        assertEquals(2, event.arms().size());
        assertEquals("bifurcation at lambda 0.5967551, 2 arms", event.toString());
        assertEquals(0.5, event.equilibrium().profile().chance(0, 0), 1e-12);
        assertTrue(event.equilibrium().residual() <= 1e-14);
        assertTrue(assertInstanceOf(Certificate.Numeric.class, answer.certificate())
                        .worst()
                <= 1e-12);
    }

    /** Both arms go on to true equilibria: one behind a fold to all at their first action, one to the totally mixed (2/5, 1/2, 1/3). */
    @Test
    void bothArmsOfTheGameOfNineLeadToEquilibria() {
        final LogitBranch branch =
                solver.untilLambda(4000).solve(KnownGames.nineEquilibria()).orElseThrow();
        final LogitBranch pure = branch.arms().get(0).folds().isEmpty()
                ? branch.arms().get(1)
                : branch.arms().get(0);
        final LogitBranch mixed = branch.arms().get(0) == pure
                ? branch.arms().get(1)
                : branch.arms().get(0);
        assertEquals(1, pure.folds().size());
        for (int player = 0; player < 3; player++) {
            assertEquals(1, pure.last().profile().chance(player, 0), 1e-12);
        }
        assertEquals(0.4, mixed.last().profile().chance(0, 0), 1e-4);
        assertEquals(0.5, mixed.last().profile().chance(1, 0), 1e-4);
        assertEquals(1 / 3.0, mixed.last().profile().chance(2, 0), 1e-4);
        for (final LogitBranch arm : branch.arms()) {
            assertTrue(arm.reached());
            assertEquals(4000, arm.last().lambda(), 1e-9);
            assertTrue(arm.last().regret().worst().value() <= 1e-3);
        }
    }

    /** Fourfold symmetry: with m = 2 x - 1, m1 = tanh(lambda m2 / 2) and back; beside m = 0 others start at lambda / 2 = 1. */
    @Test
    void evenCoordinationOfTwoForksAtPrecisionTwo() {
        final LogitBranch branch = solver.solve(coordination(2)).orElseThrow();
        final LogitEvent event = branch.bifurcations().get(0);
        assertEquals(2, event.lambda(), 1e-11);
        assertEquals(2, event.arms().size());
        for (final LogitBranch arm : event.arms()) {
            final LogitEquilibrium at3 = arm.at(3);
            final double m = root(z -> z - Math.tanh(1.5 * z), 0.1, 1);
            assertEquals(m, Math.abs(2 * at3.profile().chance(0, 0) - 1), 1e-13);
            assertEquals(at3.profile().chance(0, 0), at3.profile().chance(1, 0), 1e-13);
        }
        assertEquals(0.5, branch.last().profile().chance(0, 0), 0);
    }

    /**
     * With m actions dx1 = (lambda / m)(dx2 - mean) and back: all m - 1 ways across become neutral at lambda = m at once. Where m is odd the
     * determinant does not change its sign.
     */
    @Test
    void evenCoordinationOfManyForksInManyWaysAtOnce() {
        for (int actions = 3; actions <= 4; actions++) {
            final LogitBranch branch = solver.solve(coordination(actions)).orElseThrow();
            final LogitEvent event = branch.bifurcations().get(0);
            assertEquals(actions, event.lambda(), 1e-9);
            assertEquals(actions - 1, event.across());
            assertEquals(2 * actions, event.arms().size());
            assertEquals(1, branch.events().size());
        }
    }

    /** By hand: p = chance of the first row, q of the first column: p = logit(lambda (5 - 6.32 q)), q = logit(2 lambda (1 - p)). */
    private static List<Double> backwardBending(double lambda) {
        final DoubleUnaryOperator gap = p -> p - logit(lambda * (5 - 6.32 * logit(2 * lambda * (1 - p))));
        final List<Double> roots = new ArrayList<>();
        for (int k = 0; k < 10_000; k++) {
            final double low = k / 10_000.0;
            final double high = (k + 1) / 10_000.0;
            if (gap.applyAsDouble(low) * gap.applyAsDouble(high) < 0) {
                roots.add(root(gap, low, high));
            }
        }
        return roots;
    }

    @Test
    void theBranchThatBendsBackwardsIsFollowedRoundBothFolds() {
        final LogitBranch branch = solver.solve(KnownGames.backwardBending()).orElseThrow();
        assertEquals(2, branch.folds().size());
        final double back = branch.folds().get(0).lambda();
        final double on = branch.folds().get(1).lambda();
        assertEquals("fold at lambda 1.349422", branch.folds().get(0).toString());
        assertEquals(Kind.FOLD, branch.events().get(1).kind());
        assertTrue(on < back);
        for (final double lambda : new double[] {on - 1e-6, on + 1e-6, 1.335, back - 1e-6, back + 1e-6, 1.5}) {
            final List<Double> roots = backwardBending(lambda);
            final List<LogitEquilibrium> all = branch.allAt(lambda);
            assertEquals(lambda > on && lambda < back ? 3 : 1, all.size(), () -> "at " + lambda);
            for (final LogitEquilibrium one : all) {
                assertTrue(
                        roots.stream()
                                        .anyMatch(root ->
                                                Math.abs(root - one.profile().chance(0, 0)) < 1e-9)
                                || Math.abs(lambda - 1.335) > 0.01 && one.residual() < 1e-14,
                        () -> "at " + lambda);
            }
        }
        assertEquals(
                "Logit branch[" + branch.points().size() + " points, lambda 0 to "
                        + io.github.breakranks.internal.TableText.number(
                                branch.last().lambda(), 4)
                        + ", 2 folds, 0 bifurcations]",
                branch.toString());
        assertTrue(branch.explain().contains(" It turns back at precision 1.3494"), branch::explain);
    }

    @Test
    void asFarAsAskedAndNoFarther() {
        final LogitBranch branch =
                solver.untilLambda(2.5).solve(KnownGames.asymmetricPennies()).orElseThrow();
        assertEquals(2.5, branch.last().lambda());
        assertEquals("lambda reached", branch.ended());
        assertEquals(
                branch.last().profile(),
                branch.at(2.5 + (branch.last().lambda() - 2.5)).profile());
        final LogitEquilibrium one = branch.at(1);
        assertEquals(.8935763, one.profile().chance(0, 0), 5e-8);
        assertTrue(one.residual() <= 1e-15);
        assertEquals(
                "lambda must lie on the branch [1 / payoff, 0.0 to "
                        + branch.last().lambda() + "], but was 3.0; follow it further",
                assertThrows(IllegalArgumentException.class, () -> branch.at(3)).getMessage());
        assertEquals(0, branch.first().lambda());
        assertEquals(branch.points().size(), branch.table().rows().size());
        assertEquals("lambda", branch.table().columns().get(0).name());
        assertEquals(5, branch.table().columns().size());
        assertTrue(branch.reached());
    }

    @Test
    void thePrecisionAskedForIsReachedToTheLastDigit() {
        for (final double lambda : new double[] {1e-9, 1 / 3.0, 5, 12_345.678, 1e6}) {
            final LogitEquilibrium at =
                    LogitSolver.at(KnownGames.asymmetricPennies(), lambda).orElseThrow();
            assertEquals(lambda, at.lambda());
            final LogitBranch branch = solver.untilLambda(lambda)
                    .solve(KnownGames.nineEquilibria())
                    .value();
            assertEquals(lambda, branch.last().lambda());
            branch.arms().forEach(arm -> assertEquals(lambda, arm.last().lambda()));
        }
        assertEquals(
                1e9, LogitSolver.at(KnownGames.asymmetricPennies(), 1e9).value().lambda());
    }

    /** Rounding moves a log-probability by some 1e-16 lambda: at 1e12 there is no telling a mixture, and that is said. */
    @Test
    void aPrecisionBeyondDoublesIsNotCalledFound() {
        final Answer<LogitEquilibrium> at = LogitSolver.at(KnownGames.asymmetricPennies(), 1e12);
        final Answer.Stopped<?> stopped = assertInstanceOf(Answer.Stopped.class, at);
        assertEquals("doubles cannot hold the equations to 1.0E-9 [share] at so high a precision", stopped.why());
        assertEquals("ask for a lower lambda, or toNash for the limit", stopped.remedy());
        assertEquals(1e12, at.value().lambda());
        assertTrue(assertInstanceOf(Certificate.Numeric.class, at.certificate()).worst() > 1e-9);
        final Answer<LogitBranch> branch = solver.untilLambda(1e12).solve(KnownGames.asymmetricPennies());
        assertEquals(
                stopped.why(), assertInstanceOf(Answer.Stopped.class, branch).why());
        assertTrue(branch.value().reached());
        assertTrue(LogitSolver.toNash(KnownGames.asymmetricPennies())
                .orElseThrow()
                .regret()
                .none());
    }

    @Test
    void payoffsBeyondDoublesAreToBeRescaled() {
        final Fraction huge = new Fraction(BigInteger.TEN.pow(400), BigInteger.ONE);
        final NormalFormGame game = NormalFormGame.exact(
                new int[] {2, 2, 2}, (player, chosen) -> chosen[player] == chosen[0] ? huge : Fraction.ONE);
        final String said =
                "payoff must be at most 1.7976931348623157E308 [size of a double], but was about 10^400; rescale the payoffs";
        assertEquals(
                said,
                assertThrows(IllegalArgumentException.class, () -> solver.solve(game))
                        .getMessage());
        assertEquals(
                said,
                assertThrows(IllegalArgumentException.class, () -> LogitSolver.toNash(game))
                        .getMessage());
    }

    @Test
    void zeroPrecisionIsEvenMixing() {
        final LogitEquilibrium even =
                LogitSolver.at(KnownGames.asymmetricPennies(), 0).orElseThrow();
        assertEquals(0, even.lambda());
        assertEquals(0.5, even.profile().chance(0, 0));
        assertEquals(
                "At precision 0 an action that earns any amount more is taken just as often. Player 1 loses most by erring, 2."
                        + " Every chance is the logit reply to the others within 0.",
                even.explain());
        assertEquals(4, even.table().rows().size());
    }

    @Test
    void nearNashIsTheFirstPointWithLittleRegret() {
        final LogitBranch branch = LogitSolver.principal(KnownGames.nineEquilibria(), 1e-4, Watch.none());
        assertTrue(branch.arms().isEmpty());
        assertEquals(1, branch.bifurcations().size());
        assertTrue(branch.last().regret().worst().value() <= 1.2e-3);
        final LogitEquilibrium near = branch.nearNash(0.1).orElseThrow();
        assertTrue(near.regret().worst().value() <= 0.1);
        assertTrue(near.lambda() < branch.last().lambda());
        assertFalse(branch.nearNash(1e-9).isPresent());
    }

    @Test
    void stopsWithTheBranchSoFar() {
        final int[] left = {6};
        final var stopped = assertInstanceOf(
                Answer.Stopped.class,
                solver.solve(KnownGames.asymmetricPennies(), Watch.none().withCancel(() -> --left[0] < 0)));
        assertEquals("cancelled", stopped.why());
        assertEquals("raise the limit", stopped.remedy());
        assertEquals(7, ((LogitBranch) stopped.value()).points().size());
        assertInstanceOf(Certificate.Numeric.class, stopped.certificate());
        final var early = assertInstanceOf(
                Answer.Stopped.class,
                LogitSolver.at(KnownGames.asymmetricPennies(), 5, Watch.none().withCancel(() -> true)));
        assertEquals(0, ((LogitEquilibrium) early.value()).lambda());
        final var notNash = assertInstanceOf(
                Answer.Stopped.class,
                LogitSolver.toNash(KnownGames.asymmetricPennies(), Watch.none().withCancel(() -> true)));
        assertEquals(2.0, ((NashEquilibrium) notNash.value()).regret().worst().value());
        assertEquals(2.0, ((Certificate.Numeric) notNash.certificate()).worst());
    }

    @Test
    void onePlayerAndConstantPayoffs() {
        final LogitEquilibrium one = LogitSolver.at(NormalFormGame.of(new int[] {3}, (player, chosen) -> chosen[0]), 1)
                .orElseThrow();
        assertEquals(Math.exp(2) / (1 + Math.E + Math.exp(2)), one.profile().chance(0, 2), 1e-15);
        final NormalFormGame constant = NormalFormGame.of(new int[] {2, 3}, (player, chosen) -> 7);
        assertEquals(
                1 / 3.0, LogitSolver.at(constant, 5).orElseThrow().profile().chance(1, 1), 1e-16);
        assertTrue(LogitSolver.toNash(constant).orElseThrow().regret().none());
    }

    @Test
    void refusesWhatIsNoPrecision() {
        for (final double lambda : new double[] {-1, Double.NaN}) {
            assertEquals(
                    "untilLambda must be >= 0 [1 / payoff], but was " + lambda,
                    assertThrows(IllegalArgumentException.class, () -> solver.untilLambda(lambda))
                            .getMessage());
            assertEquals(
                    "lambda must be finite and >= 0.0 [1 / payoff], but was " + lambda,
                    assertThrows(
                                    IllegalArgumentException.class,
                                    () -> LogitSolver.at(KnownGames.asymmetricPennies(), lambda))
                            .getMessage());
        }
        assertEquals(
                "untilRegret must be > 0 [share of the range of payoffs] where untilLambda is infinite, but was 0.0",
                assertThrows(IllegalArgumentException.class, () -> solver.untilRegret(0))
                        .getMessage());
        assertEquals(
                "depth must be >= 0 [count], but was -1",
                assertThrows(IllegalArgumentException.class, () -> solver.withDepth(-1))
                        .getMessage());
    }

    @Test
    void refusesWhatIsTooLarge() {
        final NormalFormGame wide = NormalFormGame.of(new int[] {3000, 2}, (player, chosen) -> 0);
        assertEquals(
                "game must have at most 3000 actions in all [count; a step takes their cube], but had 3002",
                assertThrows(IllegalArgumentException.class, () -> solver.solve(wide))
                        .getMessage());
        final NormalFormGame spread =
                NormalFormGame.bimatrix(new double[][] {{1e308, -1e308}}, new double[][] {{0, 0}});
        assertEquals(
                "payoffs must differ by a finite number [payoff], but was Infinity; divide them all by the same",
                assertThrows(IllegalArgumentException.class, () -> LogitSolver.toNash(spread))
                        .getMessage());
    }
}
