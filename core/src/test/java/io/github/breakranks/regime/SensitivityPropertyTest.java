package io.github.breakranks.regime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.breakranks.Seeds;
import io.github.breakranks.internal.NormalQuantile;
import io.github.breakranks.internal.NormalTail;
import io.github.breakranks.population.CostLaw;
import java.util.function.DoubleUnaryOperator;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

/** Derivatives are what differences show, of the critical strength and of the chance of falling; overreaction is a quotient of two of them. */
class SensitivityPropertyTest {
    private static final double H = 1e-5;

    private static RegimeFall fall(RegimeChange game) {
        return RegimeSolver.solver().solve(game).orElseThrow();
    }

    private static double slope(DoubleUnaryOperator f) {
        return (f.applyAsDouble(H) - f.applyAsDouble(-H)) / (2 * H);
    }

    private static RegimeChange game(int kind, double cost) {
        final CostLaw law = switch (kind) {
            case 0 -> CostLaw.empirical(cost);
            case 1 -> CostLaw.normal(cost, 0.3);
            case 2 -> CostLaw.empirical(-0.1, cost - 0.1, cost, 1.9);
            default -> CostLaw.uniform(-0.3, cost);
        };
        return RegimeChange.of(
                Contingent.of(1.5, law), Contingent.of(1, 0.5).named("other").withMass(0.5));
    }

    private static News news(double beta, double mean, double alpha) {
        return News.wordOfMouth(beta).withPublic(mean, alpha);
    }

    @Property(tries = 50, seed = Seeds.USUAL)
    void privatePrecisionMovesTheStrengthAsDifferencesShow(
            @ForAll @IntRange(min = 0, max = 3) int kind,
            @ForAll @DoubleRange(min = 0.2, max = 0.8) double cost,
            @ForAll @DoubleRange(min = 0.2, max = 0.8) double mean,
            @ForAll @DoubleRange(min = 0.2, max = 2) double alpha) {
        final RegimeChange game = game(kind, cost);
        final News own = news(3, mean, alpha);
        final News other = news(5, mean, alpha);
        final Sensitivity by = fall(game.withNews(own, other)).sensitivity();
        assertEquals(
                slope(h -> fall(game.withNews(own.withPrivate(3 + h), other)).criticalStrength()),
                by.privatePrecision().get(0),
                1e-6);
        assertEquals(
                slope(h -> fall(game.withNews(own, other.withPrivate(5 + h))).criticalStrength()),
                by.privatePrecision().get(1),
                1e-6);
    }

    @Property(tries = 50, seed = Seeds.USUAL)
    void theChanceMovesAsDifferencesShow(
            @ForAll @IntRange(min = 0, max = 3) int kind,
            @ForAll @DoubleRange(min = 0.2, max = 0.8) double cost,
            @ForAll @DoubleRange(min = 0.2, max = 0.8) double mean,
            @ForAll @DoubleRange(min = 0.2, max = 2) double alpha) {
        final RegimeChange game = game(kind, cost).withNews(news(3, mean, alpha));
        final Sensitivity by = fall(game).chanceSensitivity();
        assertEquals(slope(h -> fall(game.paid(0, h)).chance()), by.paid(0), 1e-5);
        assertEquals(
                slope(h -> fall(game.promised(1, h)).chance()), by.benefit().get(1), 1e-5);
        assertEquals(slope(h -> fall(game.withNews(news(3, mean + h, alpha))).chance()), by.publicMean(), 1e-5);
        assertEquals(slope(h -> fall(game.withNews(news(3, mean, alpha + h))).chance()), by.publicPrecision(), 1e-5);
        assertEquals(
                slope(h -> fall(game.withNews(news(3 + h, mean, alpha))).chance()),
                by.privatePrecision().get(0) + by.privatePrecision().get(1),
                1e-5);
    }

    /** Heard alone: each weighs it, and expects what the others do to stay; the regime falls up to where just as many then go. */
    @Property(tries = 50, seed = Seeds.USUAL)
    void overreactionIsPublicOverPrivateAnswer(
            @ForAll @IntRange(min = 0, max = 3) int kind,
            @ForAll @DoubleRange(min = 0.2, max = 0.8) double cost,
            @ForAll @DoubleRange(min = 0.2, max = 0.8) double mean,
            @ForAll @DoubleRange(min = 0.2, max = 2) double alpha) {
        final RegimeChange game = game(kind, cost);
        final RegimeFall fall = fall(game.withNews(news(3, mean, alpha)));
        final double critical = fall.criticalStrength();
        final double alone = slope(h -> {
            final RegimeFall told = fall(game.withNews(news(3, mean + h, alpha)));
            double low = 0;
            double high = 1;
            for (int k = 0; k < 60; k++) {
                final double middle = (low + high) / 2;
                final boolean more = told.shareAt(middle, critical) >= middle;
                low = more ? middle : low;
                high = more ? high : middle;
            }
            return low;
        });
        assertTrue(fall.overreaction() >= 1);
        assertEquals(fall.sensitivity().publicMean(), fall.overreaction() * alone, 1e-5);
    }

    /** One cost: in closed form, and as the publicity multiplier is defined, by the news of one who just wavers. */
    @Property(tries = 50, seed = Seeds.USUAL)
    void overreactionOfOneCost(
            @ForAll @DoubleRange(min = 0.2, max = 0.8) double cost,
            @ForAll @DoubleRange(min = 0.2, max = 0.8) double mean,
            @ForAll @DoubleRange(min = 0.2, max = 2) double alpha,
            @ForAll @DoubleRange(min = 1, max = 9) double beta) {
        final RegimeChange game = RegimeChange.of(1, cost);
        final RegimeFall fall = fall(game.withNews(news(beta, mean, alpha)));
        final double n = NormalTail.density(NormalQuantile.below(fall.criticalStrength()));
        final double root = Math.sqrt(beta);
        assertEquals((1 + root * n) / (1 - alpha / root * n), fall.overreaction(), 1e-9);
        final double cutoff =
                slope(h -> fall(game.withNews(news(beta, mean + h, alpha))).cutoff(0, 0, cost));
        assertEquals(cutoff / (-alpha / beta), fall.overreaction(), 1e-4 * fall.overreaction());
    }

    /** alpha 1, beta 4, z = .3, c = .4: by differences of the equation. */
    @Example
    void aKnownCase() {
        final RegimeFall fall = fall(RegimeChange.of(1, 0.4).withNews(news(4, 0.3, 1)));
        assertEquals(-0.01344, fall.sensitivity().privatePrecision().get(0), 5e-6);
        assertEquals(-0.21689603418699352, fall.sensitivity().publicMean(), 1e-14);
        assertEquals(
                "of what              moves the critical strength by [per unit]",
                fall.sensitivity().table().text().lines().findFirst().orElseThrow());
    }

    /** Each of three is named, the one in the middle answers the other way; what is no critical strength is refused. */
    @Example
    void oneOfSeveral() {
        final RegimeChange game = RegimeChange.of(1, 0.5);
        final RegimeFall fall = fall(game.withNews(news(1, 0.5, 3)));
        final double[] strengths = fall.criticalStrengths();
        assertEquals(3, strengths.length);
        for (int k = 0; k < 3; k++) {
            final int which = k;
            final double byDifference =
                    slope(h -> fall(game.withNews(news(1, 0.5 + h, 3))).criticalStrengths()[which]);
            assertEquals(byDifference, fall.sensitivity(strengths[k]).publicMean(), 1e-4);
            assertEquals(k != 1, fall.overreaction(strengths[k]) > 0);
            final double chance = slope(h -> {
                final RegimeFall told = fall(game.withNews(news(1, 0.5 + h, 3)));
                return told.chanceAt(told.criticalStrengths()[which]);
            });
            assertEquals(chance, fall.chanceSensitivity(strengths[k]).publicMean(), 1e-4);
        }
        assertTrue(fall.expectedShare(fall.least(), 0.5, 0.2) < fall.expectedShare(fall.greatest(), 0.5, 0.2));
        assertEquals(
                "critical must be one of criticalStrengths() [strength], [0.5], but was 0.4",
                assertThrows(IllegalArgumentException.class, () -> fall(game).sensitivity(0.4))
                        .getMessage());
        assertTrue(assertThrows(IllegalStateException.class, fall::sensitivity)
                .getMessage()
                .endsWith("; name least() or greatest(), or make news less public (publicity at most 2.5066)"));
    }
}
