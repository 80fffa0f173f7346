package io.github.breakranks.regime;

import io.github.breakranks.internal.Checks;
import java.util.Objects;
import java.util.function.DoubleUnaryOperator;

/**
 * A regime that knows its own strength and may look stronger than it is, at a cost.
 *
 * <pre>{@code
 *   a soldier sees  x = theta + a + e            theta: strength; a: manipulation, chosen by the regime; e: noise of precision beta
 *   goes       <=>  P(it falls | x) >= needed    needed = c/B
 *   it falls   <=>  theta < S(theta + a)         S: share that goes
 *   it earns        theta - S(theta + a) - C(a)  if it stands, 0 if it falls
 *
 *   in Edmond's words:  p, opportunity cost of going             needed
 *                       a, hidden action                         Manipulation.manipulation(theta)
 *                       C(a), what the action costs              effort
 *                       S, mass of those who attack              Manipulation.shareAt(theta)
 *                       theta*, x*, thresholds of both           Manipulation.criticalStrength(), cutoff()
 * }</pre>
 *
 * <p>Nothing is known of the strength beforehand (a flat prior), and private news errs normally.
 *
 * @param needed           how likely the fall must be for a soldier to go, cost over benefit, in (0, 1)
 * @param privatePrecision of what each sees [1 / strength squared], above 0
 * @param effort           {@code C(a)}, what looking stronger by a costs: 0 at 0, rising without bound, convex
 */
public record ManipulatedRegime(double needed, double privatePrecision, DoubleUnaryOperator effort) {
    private static final int PROBES = 64;

    public ManipulatedRegime {
        if (!(needed > 0 && needed < 1)) {
            throw Checks.refused("needed must be in (0, 1) [chance], but was %s", needed);
        }
        Checks.above(0, "privatePrecision", "1 / strength squared", privatePrecision);
        Objects.requireNonNull(effort, "effort");
        if (effort.applyAsDouble(0) != 0) {
            throw Checks.refused("effort must be 0 at 0 [strength], but was %s", effort.applyAsDouble(0));
        }
        convex(effort);
    }

    private static void convex(DoubleUnaryOperator effort) {
        double farthest = 1;
        while (!(effort.applyAsDouble(farthest) >= 1) && farthest < 1e9) {
            farthest *= 2;
        }
        if (!(effort.applyAsDouble(farthest) >= 1)) {
            throw Checks.refused(
                    "effort must reach 1 somewhere [strength], but at 1e9 was %s", effort.applyAsDouble(1e9));
        }
        finite(effort, farthest);
        double slopeBefore = 0;
        for (int k = 0; k < PROBES; k++) {
            final double slope =
                    effort.applyAsDouble(farthest * (k + 1) / PROBES) - effort.applyAsDouble(farthest * k / PROBES);
            if (!(slope >= slopeBefore - 1e-12)) {
                throw Checks.refused(
                        "effort must be convex and rise [strength], but bent down near %s", farthest * k / PROBES);
            }
            slopeBefore = slope;
        }
    }

    private static void finite(DoubleUnaryOperator effort, double farthest) {
        for (int k = 1; k <= PROBES; k++) {
            final double at = farthest * k / PROBES;
            final double cost = effort.applyAsDouble(at);
            if (!Double.isFinite(cost)) {
                throw Checks.refused(
                        "effort must be finite [strength], but at %s was %s; let it rise steeply instead of without bound",
                        at, cost);
            }
        }
    }

    /**
     * The regime that soldiers of a game of regime change face, if it can look stronger than it is: needed is their cost over their benefit, the
     * precision that of their private news.
     *
     * @param game   of one contingent who all have the same cost, above 0 and below the benefit, with normal private news and nothing said in public;
     *               of a defection game, {@code RegimeChange.of(game, stakes)}
     * @param effort what looking stronger by so much costs it, in the measure of strength
     */
    public static ManipulatedRegime of(RegimeChange game, DoubleUnaryOperator effort) {
        if (game.contingents().size() != 1) {
            throw Checks.refused(
                    "contingents must be 1 before a regime that manipulates [count], but was %s",
                    game.contingents().size());
        }
        final Contingent soldiers = game.contingents().get(0);
        final double cost = soldiers.cost().low();
        if (!(cost == soldiers.cost().high())) {
            throw Checks.refused(
                    "cost must be the same for all before a regime that manipulates [%s], but was %s; take"
                            + " CostLaw.empirical(law.quantile(0.5)) for what the soldier of median cost does",
                    unit(game), soldiers.cost());
        }
        final News news = game.news(0);
        if (!news.flat() || !news.noise().gaussian()) {
            throw Checks.refused(
                    "news must be normal and private only before a regime that manipulates, but was %s; take News.wordOfMouth(%s)",
                    news, news.privatePrecision());
        }
        if (!(cost > 0 && cost < soldiers.benefit())) {
            throw Checks.refused(
                    "cost must be above 0 and below the benefit of %s, else soldiers are dominant, whatever the regime does [%s], but was %s",
                    soldiers.benefit(), unit(game), cost);
        }
        return new ManipulatedRegime(cost / soldiers.benefit(), news.privatePrecision(), effort);
    }

    private static String unit(RegimeChange game) {
        return game.unit().isEmpty() ? "unit of the game" : game.unit();
    }

    /** Effort {@code factor a^2 / 2}. */
    public static ManipulatedRegime quadratic(double needed, double privatePrecision, double factor) {
        Checks.above(0, "factor", "1 / strength", factor);
        return new ManipulatedRegime(needed, privatePrecision, a -> factor * a * a / 2);
    }

    /** In a line. */
    @Override
    public String toString() {
        return "ManipulatedRegime[needed " + needed + ", private precision " + privatePrecision + "]";
    }
}
