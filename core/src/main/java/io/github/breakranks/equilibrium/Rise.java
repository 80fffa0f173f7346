package io.github.breakranks.equilibrium;

import io.github.breakranks.answer.Certificate;
import io.github.breakranks.answer.Watch;
import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.internal.TableText;
import io.github.breakranks.population.CostLaw;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * By how much everybody's net gain must rise for the least rest point of a law to reach a target: the minimal uniform offer.
 *
 * <pre>{@code
 *   s = sup over x < target of s(x)          s(x) = inf { s : Phi(x; G + s) > x }
 *   all have heard of the offer:             s(x) = F^-1(x) - G(x)
 * }</pre>
 */
final class Rise {
    private static final double[] ASIDE = {1e-9, 1e-7, 1e-5}; // of the scale of costs
    private static final int HALVINGS = 80;
    private static final int MOST_ATOMS = 200; // of which all pairs are looked at where not everybody has heard

    private final DefectionGame game;
    private final double target;
    private final CostLaw law;
    private final double reach;

    Rise(DefectionGame game, double target) {
        this.game = game;
        this.target = target;
        this.law = game.population().law();
        this.reach = game.offer(0).reach();
    }

    /** The game in which everybody's net gain is higher by so much. */
    static DefectionGame raised(DefectionGame game, double rise) {
        return game.withGain(game.gain().withStaying(-rise));
    }

    /** Null if the watch ended the search; an infinite value if no rise does it. */
    @Nullable
    Peak peak(Watch watch) {
        if (target == 1 && law.high() == Double.POSITIVE_INFINITY) {
            return new Peak(1, Double.POSITIVE_INFINITY);
        }
        final Peak peak = Peak.before(target, this::needed, levels(), watch);
        return peak == null || peak.value() >= 0 ? peak : new Peak(peak.share(), 0);
    }

    /** Shares that a law of atoms can reach exactly: above each the next atom is needed. */
    private double[] levels() {
        final double[] atoms = ManifoldCurve.atoms(law);
        if (reach == 1 || atoms.length > MOST_ATOMS) {
            return atoms;
        }
        return Arrays.stream(atoms)
                .flatMap(heard -> Arrays.stream(atoms).map(unheard -> reach * heard + (1 - reach) * unheard))
                .toArray();
    }

    private double needed(double share) {
        final double cost = cost(share);
        final double heard = cost - game.gain(share);
        if (reach == 1 || Double.isInfinite(cost)) {
            return heard;
        }
        final double unheard = cost - game.gainUnheard(share);
        double low = Math.min(heard, unheard);
        double high = Math.max(heard, unheard);
        for (int k = 0; k < HALVINGS && high > low; k++) {
            final double mid = low + (high - low) / 2;
            if (willing(share, mid) > share) {
                high = mid;
            } else {
                low = mid;
            }
        }
        return high;
    }

    private double willing(double share, double rise) {
        return reach * law.cdf(game.gain(share) + rise) + (1 - reach) * law.cdf(game.gainUnheard(share) + rise);
    }

    /** The cost above which more than the share lie; from whichever end keeps more digits. */
    private double cost(double share) {
        return share <= 0.5 || law.discrete() ? law.quantileFromRight(share) : law.quantileAbove(1 - share);
    }

    /** Climbs with a little more, and looks whether play is held back with a little less. */
    Certificate certify(Peak rise, Watch watch) {
        if (Double.isInfinite(rise.value())) {
            return new Certificate.Proven("costs have no upper bound", List.of());
        }
        final double error = law.relativeError();
        final double spread = law.quantile(0.75) - law.quantile(0.25);
        final double scale = Math.max(Math.abs(rise.value()), Double.isFinite(spread) ? spread : 0);
        for (double part : ASIDE) {
            final double aside = part * (scale > 0 ? scale : 1);
            final double less = rise.value() - aside;
            if (less > 0 && !Climb.blocked(reply(less, error), rise.share())) {
                continue;
            }
            if (Climb.reaches(reply(rise.value() + aside, error), target, watch) == Climb.End.REACHED) {
                return Double.isNaN(error) ? new Certificate.Numeric(aside, game.unit()) : proven(rise, aside, error);
            }
        }
        return new Certificate.Unproven(
                watch.mayGoOn()
                        ? "play from nobody was not seen to be held just below a rise of " + rise.value()
                                + " and to pass just above"
                        : "not checked within the limit");
    }

    private Climb.Bounds reply(double rise, double error) {
        return Climb.of(raised(game, rise), Double.isNaN(error) ? 0 : error);
    }

    private static Certificate proven(Peak rise, double aside, double error) {
        return new Certificate.Proven(
                "from nobody play is held at share " + TableText.number(rise.share(), 4) + " with a rise "
                        + TableText.number(aside, 1) + " below " + TableText.number(rise.value(), 7)
                        + " and passes to the target with one as much above",
                List.of(
                        "cdf within " + TableText.number(error, 2),
                        "net gain as evaluated in double precision, rising"));
    }
}
