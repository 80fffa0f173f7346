package io.github.breakranks.game;

import io.github.breakranks.internal.Checks;
import io.github.breakranks.network.DegreeLaw;
import io.github.breakranks.offer.NetGain;
import io.github.breakranks.offer.Offer;
import io.github.breakranks.offer.Reprisal;
import io.github.breakranks.population.CostLaw;
import io.github.breakranks.population.Population;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * A network game in which each knows how many neighbours he has, and of them only how degrees are spread: Jackson and Yariv's diffusion.
 *
 * <pre>{@code
 *   goes   <=>   b + v g(d) x >= c                     d neighbours, a share x of whom has gone;  c of law H
 *   phi(x) = sum_d (d P(d) / <d>) H(b + v g(d) x)      share gone of those met through a tie; at rest phi(x) = x
 *   share  = sum_d P(d) H(b + v g(d) x)                share gone of all
 *   v*     = <d> / (h(b) sum_d d P(d) g(d))            above it x = 0 is unstable: phi'(0) > 1
 * }</pre>
 *
 * <p>{@link #game} is the same as a game in which everybody sees everybody and a soldier met through a tie has cost {@code (c - b) / (v g(d))}:
 * whatever solves such games finds and proves all rest points of this one.
 *
 * <p>With g rising, lower costs or an upward shift of the law of neighbours' degrees raise stable rest points and lower unstable ones; so does
 * a mean-preserving spread of degrees where {@code d H(b + v g(d) x)} is convex in d.
 *
 * @see <a href="https://doi.org/10.1257/aer.97.2.92">M. Jackson and L. Yariv (2007), "Diffusion of Behavior and Equilibrium Properties in
 *     Network Games", American Economic Review 97(2), 92-98</a>
 */
public final class DegreeGame {
    private final DegreeLaw degrees;
    private final CostLaw costs;
    private final double gain;
    private final double benefit;
    private final double[] weights; // g by degree, NaN where nobody has it

    private DegreeGame(DegreeLaw degrees, CostLaw costs, double gain, double benefit, double[] weights) {
        this.degrees = degrees;
        this.costs = costs;
        this.gain = gain;
        this.benefit = benefit;
        this.weights = weights;
    }

    /**
     * Each gains {@code gain} from every neighbour who has gone: {@code g(d) = d}, no benefit besides.
     *
     * @param degrees how many neighbours they have; some have one
     * @param costs   the law of the private cost of going [unit of the game]
     * @param gain    v, finite and above 0 [unit of the game]
     */
    public static DegreeGame of(DegreeLaw degrees, CostLaw costs, double gain) {
        Objects.requireNonNull(costs, "costs");
        Checks.above(0.0, "gain", "unit of the game", gain);
        if (!(degrees.mean() > 0)) {
            throw Checks.refused(
                    "degrees must give some a neighbour, but was %s; without ties there is no game", degrees);
        }
        return new DegreeGame(degrees, costs, gain, 0, weights(degrees, degree -> degree));
    }

    private static double[] weights(DegreeLaw degrees, IntToDoubleFunction of) {
        final double[] weights = new double[degrees.largest() + 1];
        Arrays.fill(weights, Double.NaN);
        for (int degree = 1; degree < weights.length; degree++) {
            if (degrees.probability(degree) > 0) {
                weights[degree] = Checks.above(0.0, "weight of degree " + degree, "number", of.applyAsDouble(degree));
            }
        }
        return weights;
    }

    /** This game with another v [unit of the game], above 0. */
    public DegreeGame withGain(double newGain) {
        return new DegreeGame(
                degrees, costs, Checks.above(0.0, "newGain", "unit of the game", newGain), benefit, weights);
    }

    /** This game with a benefit of going whatever the others do [unit of the game]: what an offer is worth. */
    public DegreeGame withBenefit(double newBenefit) {
        return new DegreeGame(
                degrees, costs, gain, Checks.finite("newBenefit", "unit of the game", newBenefit), weights);
    }

    /** This game with another g: how much a share of one's neighbours counts for one with so many, finite and above 0; asked once a degree. */
    public DegreeGame withWeight(IntToDoubleFunction newWeight) {
        return new DegreeGame(degrees, costs, gain, benefit, weights(degrees, newWeight));
    }

    /** How many neighbours they have. */
    public DegreeLaw degrees() {
        return degrees;
    }

    /** The share gone of those with so many neighbours, if a share {@code seen} of those met through a tie has gone; who has none sees none. */
    public double shareOf(int degree, double seen) {
        Checks.share("seen", seen);
        if (degree < 0 || degree > degrees.largest() || !(degrees.probability(degree) > 0)) {
            throw Checks.refused("degree must be one that somebody has [ties], but was %s in %s", degree, degrees);
        }
        return costs.cdf(degree == 0 ? benefit : benefit + gain * weights[degree] * seen);
    }

    /** {@code phi}: the share willing of those met through a tie when a share {@code seen} of them has gone. */
    public double neighbourShare(double seen) {
        return Math.min(
                1,
                taken().mapToDouble(d -> d * degrees.probability(d) / degrees.mean() * shareOf(d, seen))
                        .sum());
    }

    /** The share willing of all when a share {@code seen} of those met through a tie has gone. */
    public double share(double seen) {
        return Math.min(
                1,
                taken().mapToDouble(d -> degrees.probability(d) * shareOf(d, seen))
                        .sum());
    }

    private IntStream taken() {
        return IntStream.rangeClosed(0, degrees.largest()).filter(degree -> degrees.probability(degree) > 0);
    }

    /**
     * The gain v above which nobody having gone is no stable rest point [unit of the game]: infinity where nobody's cost is near the benefit,
     * 0 where the density of costs has no bound there.
     *
     * @throws IllegalStateException if some go by themselves, so that nobody having gone is no rest point at all
     */
    public double criticalGain() {
        final double willing = costs.cdf(benefit);
        if (willing > 0) {
            throw new IllegalStateException("no critical gain: a share of " + willing
                    + " goes whatever the others do; raise the costs or lower the benefit");
        }
        final double counted = taken().filter(degree -> degree > 0)
                .mapToDouble(degree -> degree * degrees.probability(degree) * weights[degree])
                .sum();
        return degrees.mean() / (costs.density(benefit) * counted);
    }

    /**
     * The game of those met through a tie, as one in which everybody sees everybody; its rest points are shares of those met.
     *
     * @param heads how many soldiers there are [count], at least 1
     */
    public DefectionGame game(int heads) {
        final int[] met = taken().filter(degree -> degree > 0).toArray();
        final double[] shares = Arrays.stream(met)
                .mapToDouble(degree -> degree * degrees.probability(degree) / degrees.mean())
                .toArray();
        final CostLaw[] laws = Arrays.stream(met)
                .mapToObj(degree -> {
                    final double worth = gain * weights[degree];
                    return costs.affine(-benefit / worth, 1 / worth);
                })
                .toArray(CostLaw[]::new);
        return DefectionGame.of(
                Population.of(heads, CostLaw.mixture(shares, laws)),
                Offer.none(),
                NetGain.of(Reprisal.none()).withSolidarity(1));
    }

    @Override
    public String toString() {
        return "DegreeGame[" + degrees + ", " + costs + ", gain " + gain + (benefit == 0 ? "" : ", benefit " + benefit)
                + "]";
    }
}
