package io.github.breakranks.equilibrium;

import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.internal.Checks;
import io.github.breakranks.internal.Quadrature;
import io.github.breakranks.offer.Term;
import io.github.breakranks.population.CostLaw;
import java.util.OptionalDouble;

/**
 * The potential of a law's game: all gain in the same direction, so one function of the share gone keeps account for everybody.
 *
 * <pre>{@code
 *   P(s) = integral from 0 to s of [ G(u) - F^-1(u) ] du        P' = 0 at rest points, P'' < 0 at stable ones
 * }</pre>
 *
 * <p>Exact for any gain that depends on the share gone only, linear or not (Monderer and Shapley 1996, Games and Economic Behavior 14:124,
 * doi 10.1006/game.1996.0044). Where its maximiser is unique, slightly noisy private news about what the offer is worth selects that rest
 * point, whatever the noise (Frankel, Morris and Pauzner 2003, Journal of Economic Theory 108:1, doi 10.1016/S0022-0531(02)00018-2, of
 * finitely many kinds of soldiers): a refinement, not a law of nature.
 *
 * <p>Differences are computed without quantiles, {@code integral of F^-1 = [s F^-1(s)] - integral of F dc}, to about 1e-12.
 */
public final class Potential {
    private static final double WITHIN = 1e-14;

    private final DefectionGame game;
    private final CostLaw law;

    private Potential(DefectionGame game) {
        this.game = game;
        this.law = game.population().law();
    }

    /**
     * The potential of a game of one law whose offer has reached everybody.
     *
     * @throws IllegalArgumentException if agents are listed, there are several groups, or the offer's reach is below 1
     */
    public static Potential of(DefectionGame game) {
        if (game.population().listed()) {
            throw Checks.refused(
                    "population must be a law, but was %s; take Population.of(heads, law)", game.population());
        }
        if (game.groups() > 1) {
            throw Checks.refused("population must be one group, but was %s", game.population());
        }
        if (game.offer(0).reach() < 1) {
            throw Checks.refused(
                    "reach must be 1 [share] for a potential, but was %s; take those whom word has reached as the population",
                    game.offer(0).reach());
        }
        return new Potential(game);
    }

    /** {@code P(to) - P(from)} between two shares [unit of the game times share]. */
    public double rise(double from, double to) {
        Checks.share("from", from);
        Checks.share("to", to);
        final double low = cost(from);
        final double high = cost(to);
        if (!(Math.abs(low) <= Double.MAX_VALUE && Math.abs(high) <= Double.MAX_VALUE)) {
            throw Checks.refused("cost at both shares must be finite [unit of the game], but was %s and %s", low, high);
        }
        return rise(new double[] {from, to}, low, high);
    }

    private double rise(double[] shares, double low, double high) {
        final double largest = Math.max(
                Math.max(Math.abs(low), Math.abs(high)),
                Math.max(Math.abs(game.gain(shares[0])), Math.abs(game.gain(shares[1]))));
        final double within = WITHIN * Math.max(largest, Double.MIN_NORMAL);
        final double gains =
                Quadrature.integral(game::gain, shares[0], shares[1], within).value();
        final double below = Quadrature.integral(law::cdf, low, high, within).value();
        return gains - (shares[1] * high - shares[0] * low) + below;
    }

    /** At a rest point the marginal cost is the gain there, which has all its digits. */
    private double cost(double share) {
        if (share == 0 && law.low() == Double.NEGATIVE_INFINITY) {
            return law.quantile(Double.MIN_NORMAL); // s F^-1(s) vanishes
        }
        if (share == 1 && law.high() == Double.POSITIVE_INFINITY) {
            return law.quantileAbove(Double.MIN_NORMAL);
        }
        return share <= 0.5 || law.discrete() ? law.quantile(share) : law.quantileAbove(1 - share);
    }

    /** Of these rest points the one of greatest potential; of equal ones the lower. The net gain must rise with the share gone. */
    public RestPoint greatest(RestPoints rest) {
        RestPoint best = rest.least();
        for (RestPoint point : rest.points()) {
            best = rise(best, point) > 0 ? point : best;
        }
        return best;
    }

    /**
     * The value of one term at which the rest point of greatest potential jumps up, past the fold where the least one jumps last: the
     * equal-area (Maxwell) offer. It lies between the collapse and the tipping offer. Empty if no value of the term tips, or if the
     * greatest potential lies beyond the fold at the term's lowest value already.
     */
    public static OptionalDouble switchOffer(DefectionGame game, Term term) {
        of(game);
        final Tipping tipping = TippingSolver.of(term).solve(game).orElseThrow();
        if (!tipping.tips()) {
            return OptionalDouble.empty();
        }
        final Jump up = tipping.up().orElseThrow();
        final double middle = (up.from() + up.to()) / 2;
        double low = tipping.down().map(Jump::value).orElse(0.0);
        double high = up.value();
        if (beyond(game.with(term, low), middle)) {
            return OptionalDouble.empty();
        }
        for (double mid = low + (high - low) / 2; mid > low && mid < high; mid = low + (high - low) / 2) {
            if (beyond(game.with(term, mid), middle)) {
                high = mid;
            } else {
                low = mid;
            }
        }
        return OptionalDouble.of(high);
    }

    private static boolean beyond(DefectionGame game, double share) {
        final RestPoints rest = EquilibriumSolver.solver().solve(game).orElseThrow();
        return of(game).greatest(rest).share() > share;
    }

    /** {@code P(to) - P(from)} between two rest points [unit of the game times share]. */
    public double rise(RestPoint from, RestPoint to) {
        final double[] shares = {from.share(), to.share()};
        return rise(shares, game.gain(shares[0]), game.gain(shares[1]));
    }
}
