package io.github.breakranks.equilibrium;

import io.github.breakranks.answer.Certificate;
import io.github.breakranks.answer.Range;
import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.game.TieRule;
import io.github.breakranks.internal.TableText;
import io.github.breakranks.offer.Monotonicity;
import io.github.breakranks.offer.NetGain;
import io.github.breakranks.offer.Offer;
import io.github.breakranks.population.CostLaw;
import java.util.List;

/**
 * Checks a law's rest points without trusting how they were found: each by putting it back into the model, their number by confirming,
 * stretch by stretch, what is claimed of the whole of [0, 1].
 *
 * <p>Only the definition of the model is shared with the solver: cost law, net gain, offer. A claim counts as confirmed only if it holds
 * with room for what the cdf and the gain may be off.
 */
final class RestPointVerifier {
    private static final double GAIN_ULPS =
            16; // rounding in one evaluation of a net gain, in ulps of its largest value

    private final CostLaw law;
    private final NetGain gain;
    private final Offer offer;
    private final boolean atTiesGoes;
    private final double reach;
    private final double cdfError;
    private final double gainError;
    private final Monotonicity monotonicity;

    RestPointVerifier(DefectionGame game, Monotonicity monotonicity) {
        this.law = game.population().law();
        this.gain = game.gain();
        this.offer = game.offer();
        this.atTiesGoes = game.ties() == TieRule.GOES;
        this.reach = offer.reach();
        this.monotonicity = monotonicity;
        this.cdfError = 4 * Math.ulp(1.0) + law.relativeError();
        final double largest = Math.max(
                Math.abs(offer.worth()), Math.max(Math.abs(gain.of(offer, 0, 0)), Math.abs(gain.of(offer, 0, 1))));
        this.gainError = GAIN_ULPS * Math.ulp(largest);
    }

    /** The certificate of these rest points, given what the solver claims of the stretches between. */
    Certificate certify(List<RestPoint> points, List<Cell> cells, List<String> doubts) {
        final double worst = worstResidual(points);
        if (!doubts.isEmpty()) {
            return new Certificate.Unproven(
                    "worst residual " + TableText.number(worst, 2) + " [share], but " + String.join("; ", doubts));
        }
        if (Double.isNaN(cdfError)) {
            return new Certificate.Numeric(worst, "share");
        }
        final String gap = firstGap(points, cells);
        if (!gap.isEmpty()) {
            return new Certificate.Unproven("worst residual " + TableText.number(worst, 2) + " [share], but " + gap);
        }
        final String order = monotonicity.rises()
                ? ""
                : "; no least and greatest are claimed, as the net gain does not rise throughout";
        return new Certificate.Proven(
                cells.size() + " stretches that cover [0, 1] hold exactly " + points.size()
                        + (points.size() == 1 ? " rest point" : " rest points") + order,
                List.of(
                        "cdf within " + TableText.number(cdfError, 2),
                        "net gain within " + (int) GAIN_ULPS + " ulp",
                        "density and slope bounds as the law and the gain state them"));
    }

    private double worstResidual(List<RestPoint> points) {
        double worst = 0;
        for (RestPoint point : points) {
            worst = Math.max(worst, residual(point));
        }
        return worst;
    }

    /** {@code |P(C <= G(x)) - x|}, evaluated anew, the share that stays where that is smaller. */
    private double residual(RestPoint point) {
        return point.share() <= point.staying()
                ? Math.abs(going(point.share()) - point.share())
                : Math.abs(staying(1 - point.staying()) - point.staying());
    }

    /** Whether it best-replies to itself as far as doubles can tell, or the sign changes between the doubles next to it. */
    private boolean rests(RestPoint point) {
        final double share = point.share();
        final double aside = 4 * Math.ulp(share);
        return residual(point) <= 4 * error(share)
                || surplus(Math.max(0, share - aside)) * surplus(Math.min(1, share + aside)) <= 0;
    }

    private String firstGap(List<RestPoint> points, List<Cell> cells) {
        double reached = 0;
        int next = 0; // rest point to come
        for (Cell cell : cells) {
            if (cell.from() != reached || !(cell.to() > cell.from())) {
                return "the stretches do not join at share " + reached;
            }
            if (!holds(cell)) {
                return "nothing shows how many rest points lie between shares " + TableText.number(cell.from(), 6)
                        + " and " + TableText.number(cell.to(), 6);
            }
            if (cell.claim() == Cell.Claim.ONE_FALLING || cell.claim() == Cell.Claim.ONE_RISING) {
                if (next == points.size() || !inside(points.get(next), cell)) {
                    return "the rest point between shares " + cell.from() + " and " + cell.to() + " is missing";
                }
                if (!rests(points.get(next))) {
                    return "play does not rest at share " + points.get(next).share();
                }
                next++;
            }
            reached = cell.to();
        }
        return reached == 1 && next == points.size() ? "" : "the stretches end at share " + reached;
    }

    private static boolean inside(RestPoint point, Cell cell) {
        return point.share() >= cell.from() && point.share() <= cell.to();
    }

    private boolean holds(Cell cell) {
        final double from = cell.from();
        final double to = cell.to();
        final Range growth = growth(from, to);
        if (!bears(growth, from, to)) {
            return false;
        }
        final boolean joined = growth.width() < Double.POSITIVE_INFINITY; // Phi does not jump
        switch (cell.claim()) {
            case ONE_FALLING:
                return joined
                        && growth.high() < 1
                        && (from == 0 || surplus(from) > error(from))
                        && (to == 1 || -surplus(to) > error(to));
            case ONE_RISING:
                return joined
                        && growth.low() > 1
                        && (from == 0 && going(0) == 0 || -surplus(from) > error(from))
                        && (to == 1 && staying(1) == 0 || surplus(to) > error(to));
            case ABOVE:
                return staysPositive(surplus(from) - error(from), surplus(to) - error(to), to - from, growth);
            case BELOW:
                return staysPositive(-surplus(to) - error(to), -surplus(from) - error(from), to - from, growth);
            default:
                return false;
        }
    }

    /** Whether Phi grows from end to end as its bounds say: a law or a gain that misstates them is often caught here. */
    private boolean bears(Range growth, double from, double to) {
        final double grown = surplus(to) - surplus(from) + (to - from);
        final double room = error(from) + error(to);
        return grown >= growth.low() * (to - from) - room && grown <= growth.high() * (to - from) + room;
    }

    /**
     * Whether a function with these values at the ends, at least, and such growth of {@code Phi} between stays above zero: Phi alone
     * carries it over the stretch, it grows or shrinks throughout, or its two lines of fastest change cross above zero.
     */
    private boolean staysPositive(double atLeft, double atRight, double width, Range growth) {
        if (!(atLeft > 0) && !(growth.high() < 1 && atRight > 0)) {
            return false;
        }
        if (monotonicity.rises() && monotonicity.proven() && atLeft > width
                || growth.low() > 1
                || growth.high() < 1 && atRight > 0) {
            return true;
        }
        final double steepestFall = 1 - growth.low();
        final double steepestRise = growth.high() - 1;
        if (!(atRight > 0) || !(steepestFall + steepestRise < Double.POSITIVE_INFINITY)) {
            return false;
        }
        final double crossing =
                (atLeft - atRight + steepestRise * width) / Math.max(steepestFall + steepestRise, Double.MIN_NORMAL);
        final double at = Math.min(Math.max(crossing, 0), width);
        return Math.max(atLeft - steepestFall * at, atRight - steepestRise * (width - at)) > 0;
    }

    private double surplus(double x) {
        return x < 0.5 ? going(x) - x : (1 - x) - staying(x);
    }

    /** What {@code Phi(x)} may be off: the cdf's own error, and the gain's, carried on by the density there. */
    private double error(double x) {
        final double net = gain.of(offer, 0, x);
        double density = law.densityOver(net - gainError, net + gainError).high();
        if (reach < 1) {
            final double without = gain.of(Offer.none(), 0, x);
            density = Math.max(
                    density,
                    law.densityOver(without - gainError, without + gainError).high());
        }
        return cdfError + density * gainError;
    }

    private double going(double x) {
        final double heard = goingAt(gain.of(offer, 0, x));
        return reach == 1 ? heard : reach * heard + (1 - reach) * goingAt(gain.of(Offer.none(), 0, x));
    }

    private double goingAt(double net) {
        return atTiesGoes ? law.cdf(net) : law.below(net);
    }

    private double staying(double x) {
        final double heard = stayingAt(gain.of(offer, 0, x));
        return reach == 1 ? heard : reach * heard + (1 - reach) * stayingAt(gain.of(Offer.none(), 0, x));
    }

    private double stayingAt(double net) {
        return atTiesGoes ? law.survival(net) : law.atLeast(net);
    }

    /** Bounds on {@code Phi'} between two shares. */
    private Range growth(double from, double to) {
        final Range heard = growth(offer, from, to);
        return reach == 1
                ? heard
                : heard.times(Range.of(reach))
                        .plus(growth(Offer.none(), from, to).times(Range.of(1 - reach)));
    }

    private Range growth(Offer put, double from, double to) {
        final Range slope = gain.slopeOver(put, 0, new Range(from, to));
        final double start = gain.of(put, 0, from);
        final double width = to - from;
        final double least = start + Math.min(0, slope.low()) * width - gainError;
        final double steepest = start + Math.max(0, slope.high()) * width;
        final double most = (slope.low() >= 0 ? Math.min(steepest, gain.of(put, 0, to)) : steepest) + gainError;
        return Double.isNaN(least) || Double.isNaN(most) || !(least <= most)
                ? Range.anything()
                : law.densityOver(least, most).times(slope);
    }
}
