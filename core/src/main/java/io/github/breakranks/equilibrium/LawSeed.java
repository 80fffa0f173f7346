package io.github.breakranks.equilibrium;

import io.github.breakranks.answer.Certificate;
import io.github.breakranks.answer.Watch;
import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.internal.TableText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The share of a law's population that must go first, come what may, for the least rest point to reach a target.
 *
 * <pre>{@code
 *   at random:        x = rho + (1 - rho) Phi(x)      rho = sup over x < target of (x - Phi(x)) / (1 - Phi(x))
 *   most reluctant:   x = min(1, mu + Phi(x))         mu  = sup over x < target of  x - Phi(x)
 * }</pre>
 *
 * <p>A higher fold on the way counts too: the supremum runs over all shares short of the target.
 */
final class LawSeed {
    private static final double[] ASIDE = {1e-8, 1e-6, 1e-4
    }; // shares; a flat manifold is climbed too slowly beside a closer one

    private final DefectionGame game;
    private final double target;

    LawSeed(DefectionGame game, double target) {
        this.game = game;
        this.target = target;
    }

    /** Null if the watch ended the search. */
    @Nullable
    Peak peak(boolean atRandom, Watch watch) {
        final Peak peak = Peak.before(target, atRandom ? this::atRandom : this::chosen, Peak.steps(game), watch);
        return peak == null || peak.value() >= 0 ? peak : new Peak(peak.share(), 0);
    }

    private double atRandom(double share) {
        final double unwilling = game.unwilling(0, share);
        return unwilling > 0 ? lack(share, unwilling) / unwilling : Double.NEGATIVE_INFINITY;
    }

    private double chosen(double share) {
        return lack(share, game.unwilling(0, share));
    }

    /** {@code x - Phi(x)}, from whichever side keeps more digits. */
    private double lack(double share, double unwilling) {
        return share <= 0.5 ? share - game.willing(0, share) : unwilling - (1 - share);
    }

    /** Climbs with a little more, and looks whether play is held back with a little less. */
    Certificate certify(Peak seed, boolean atRandom, Watch watch) {
        final double error = game.population().law().relativeError();
        final Climb.Bounds reply = Climb.of(game, Double.isNaN(error) ? 0 : error);
        for (double aside : ASIDE) {
            final double less = seed.value() - aside;
            final double more = Math.min(1, seed.value() + aside);
            if (less > 0 && !Climb.blocked(Climb.committed(reply, less, atRandom), seed.share())) {
                continue;
            }
            if (Climb.reaches(Climb.committed(reply, more, atRandom), target, watch) == Climb.End.REACHED) {
                return Double.isNaN(error)
                        ? new Certificate.Numeric(aside, "share")
                        : new Certificate.Proven(
                                how(seed, aside),
                                List.of(
                                        "cdf within " + TableText.number(error, 2),
                                        "net gain as evaluated in double precision, rising"));
            }
        }
        return new Certificate.Unproven(
                watch.mayGoOn()
                        ? "play from nobody was not seen to be held just below a seed of " + seed.value()
                                + " and to pass just above"
                        : "not checked within the limit");
    }

    private static String how(Peak seed, double aside) {
        return "from nobody play is held at share " + TableText.number(seed.share(), 4) + " with a seed "
                + TableText.number(aside, 1) + " below " + TableText.number(seed.value(), 7)
                + " and passes to the target with one as much above";
    }
}
