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
    private static final double GAIN_ULPS = 16; // rounding in one evaluation of a net gain

    private static final double WELL_BELOW = 1e-14; // an error that decides nothing

    private static volatile Assumptions lastAssumptions = new Assumptions(Double.NaN, List.of());

    private final CostLaw law;
    private final NetGain gain;
    private final Offer offer;
    private final boolean atTiesGoes;
    private final double reach;
    private final double cdfError;
    private final double gainError;
    private final double evenError; // bound on the error of Phi anywhere, infinite if the density has none
    private final boolean rises;
    private final boolean seemsToRise; // where shares were looked at; no proof rests on it

    RestPointVerifier(DefectionGame game, Monotonicity monotonicity) {
        this.law = game.population().law();
        this.gain = game.gain();
        this.offer = game.offer(0);
        this.atTiesGoes = game.ties() == TieRule.GOES;
        this.reach = offer.reach();
        this.rises = monotonicity.rises() && monotonicity.proven();
        this.seemsToRise = monotonicity.rises();
        this.cdfError = 4 * Math.ulp(1.0) + law.relativeError();
        final double largest = Math.max(
                Math.abs(offer.worth()), Math.max(Math.abs(gain.of(offer, 0, 0)), Math.abs(gain.of(offer, 0, 1))));
        this.gainError = GAIN_ULPS * Math.ulp(largest);
        this.evenError = cdfError + law.steepest() * gainError;
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
        final String gap = firstGap(points, cells, worst);
        if (!gap.isEmpty()) {
            return new Certificate.Unproven("worst residual " + TableText.number(worst, 2) + " [share], but " + gap);
        }
        int jumps = 0; // a stream here would take as long as a tenth of the solution
        for (Cell cell : cells) {
            jumps += cell.claim() == Cell.Claim.JUMP ? 1 : 0;
        }
        final String beside =
                jumps == 0 ? "" : "; in " + jumps + " of them, 1e-12 wide, the best reply jumps over the diagonal";
        final String order =
                seemsToRise ? "" : "; no least and greatest are claimed, as the net gain does not rise throughout";
        return new Certificate.Proven(
                (cells.size() == 1
                                ? "1 stretch that covers [0, 1] holds exactly "
                                : cells.size() + " stretches that cover [0, 1] hold exactly ")
                        + points.size()
                        + (points.size() == 1 ? " rest point" : " rest points")
                        + beside
                        + order,
                assumptions(cdfError));
    }

    /** The same sentences for every game of the same accuracy: writing numbers takes longer than solving. */
    private static List<String> assumptions(double cdfError) {
        Assumptions last = lastAssumptions;
        if (last.cdfError != cdfError) {
            last = new Assumptions(
                    cdfError,
                    List.of(
                            "cdf within " + TableText.number(cdfError, 2),
                            "net gain within " + (int) GAIN_ULPS + " ulp",
                            "density and slope bounds as the law and the gain state them"));
            lastAssumptions = last;
        }
        return last.sentences;
    }

    private record Assumptions(double cdfError, List<String> sentences) {}

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

    private String firstGap(List<RestPoint> points, List<Cell> cells, double worst) {
        double reached = 0;
        double surplusThere = surplus(0);
        int next = 0; // rest point to come
        for (Cell cell : cells) {
            if (cell.from() != reached || !(cell.to() > cell.from())) {
                return "the stretches do not join at share " + reached;
            }
            final double surplusHere = surplusThere;
            surplusThere = surplus(cell.to());
            if (!holds(cell, surplusHere, surplusThere)) {
                return "nothing shows how many rest points lie between shares " + TableText.number(cell.from(), 6)
                        + " and " + TableText.number(cell.to(), 6);
            }
            if (cell.claim() == Cell.Claim.ONE_FALLING || cell.claim() == Cell.Claim.ONE_RISING) {
                if (next == points.size() || !inside(points.get(next), cell)) {
                    return "the rest point between shares " + cell.from() + " and " + cell.to() + " is missing";
                }
                if (worst > 4 * cdfError && !rests(points.get(next))) {
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

    private boolean holds(Cell cell, double left, double right) {
        final double from = cell.from();
        final double to = cell.to();
        final Range growth = growth(from, to);
        if (!bears(growth, cell, left, right)) {
            return false;
        }
        final boolean joined = growth.width() < Double.POSITIVE_INFINITY; // Phi does not jump
        switch (cell.claim()) {
            case ONE_FALLING:
                return joined
                        && growth.high() < 1
                        && (from == 0 || left > error(from))
                        && (to == 1 || -right > error(to));
            case ONE_RISING:
                return joined
                        && growth.low() > 1
                        && (from == 0 && going(0) == 0 || -left > error(from))
                        && (to == 1 && staying(1) == 0 || right > error(to));
            case ABOVE:
                return staysPositive(left - error(from), right - error(to), to - from, growth);
            case JUMP:
                return to - from <= Cell.JUMP_WIDTH && leapsOver(from, to);
            case BELOW:
                return staysPositive(-right - error(to), -left - error(from), to - from, growth);
            default:
                return false;
        }
    }

    /** Whether Phi grows from end to end as its bounds say: a law or a gain that misstates them is often caught here. */
    private boolean bears(Range growth, Cell cell, double left, double right) {
        final double grown = right - left + cell.width();
        final double room = error(cell.from()) + error(cell.to());
        return grown >= growth.low() * cell.width() - room && grown <= growth.high() * cell.width() + room;
    }

    /**
     * Whether a function with these values at the ends, at least, and such growth of {@code Phi} between stays above zero: Phi alone
     * carries it over the stretch, it grows or shrinks throughout, or its two lines of fastest change cross above zero.
     */
    private boolean staysPositive(double atLeft, double atRight, double width, Range growth) {
        if (!(atLeft > 0) && !(growth.high() < 1 && atRight > 0)) {
            return false;
        }
        if (rises && atLeft > width || growth.low() > 1 || growth.high() < 1 && atRight > 0) {
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

    /** Whether Phi, which rises, passes the whole stretch between two neighbouring doubles: at every other one it is clear of it. */
    private boolean leapsOver(double from, double to) {
        double before = from;
        double behind = to;
        while (Math.nextUp(before) < behind) {
            final double between = before + (behind - before) / 2;
            if (surplus(between) < 0) {
                before = between;
            } else {
                behind = between;
            }
        }
        return rises && going(before) < from - cdfError && going(behind) > to + cdfError;
    }

    private double surplus(double x) {
        return x < 0.5 ? going(x) - x : (1 - x) - staying(x);
    }

    /** What {@code Phi(x)} may be off: the cdf's own error, and the gain's, carried on by the density there. */
    private double error(double x) {
        if (evenError < WELL_BELOW) {
            return evenError;
        }
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

    /** A gain of exactly zero is exact: there a support may end. */
    private static double rounding(double net) {
        return net == 0 ? 0 : GAIN_ULPS * Math.ulp(net);
    }

    private Range growth(Offer put, double from, double to) {
        final Range slope = gain.slopeOver(put, 0, new Range(from, to));
        final double start = gain.of(put, 0, from);
        final double end = gain.of(put, 0, to);
        final boolean risesThere = slope.low() >= 0; // then the gain stays between its values at the ends
        final double lowest = risesThere ? Math.min(start, end) : start + slope.low() * (to - from);
        final double highest = risesThere ? Math.max(start, end) : start + Math.max(0, slope.high()) * (to - from);
        final double least = lowest - rounding(lowest);
        final double most = highest + rounding(highest);
        return Double.isNaN(least) || Double.isNaN(most) || !(least <= most)
                ? Range.anything()
                : law.densityOver(least, most).times(slope);
    }
}
