package io.github.breakranks.population;

import io.github.breakranks.answer.Range;

/**
 * How the private cost of leaving is spread over a population: the law of one soldier's cost {@code C} [unit of the game].
 *
 * <pre>{@code
 *   F(c) = P(C <= c)      share whose cost is at most c
 * }</pre>
 *
 * <p>Costs may be negative: such a soldier wants to go. An own law needs {@link #cdf} only; what it adds beyond that makes answers
 * faster and better founded: {@link #densityOver} lets a solver <em>prove</em> how many rest points there are, {@link #survival}
 * keeps digits where nearly everybody goes. Laws are immutable.
 */
public interface CostLaw {

    /** Normal costs. */
    static CostLaw normal(double mean, double deviation) {
        return new NormalLaw(mean, deviation);
    }

    /** Logistic costs; the standard deviation is {@code scale * pi / sqrt(3)}. */
    static CostLaw logistic(double mean, double scale) {
        return new LogisticLaw(mean, scale);
    }

    /** Costs evenly spread from {@code low} to {@code high}. */
    static CostLaw uniform(double low, double high) {
        return new UniformLaw(low, high);
    }

    /** Beta costs on [0, 1], with density proportional to {@code c^(a-1) (1-c)^(b-1)}. */
    static CostLaw beta(double a, double b) {
        return new BetaLaw(a, b);
    }

    /** Lognormal costs: the logarithm of the cost has this mean and deviation. */
    static CostLaw lognormal(double mu, double sigma) {
        return new LognormalLaw(mu, sigma);
    }

    /** Every cost listed, each equally likely; a value may stand more than once. */
    static CostLaw empirical(double... costs) {
        return AtomsLaw.empirical(costs);
    }

    /** A share {@code shares[k]} has exactly the cost {@code costs[k]}; shares sum to 1 within 1e-9. */
    static CostLaw atoms(double[] costs, double[] shares) {
        return AtomsLaw.of(costs, shares);
    }

    /** A share {@code share} of the population follows {@code one}, the rest {@code other}. */
    static CostLaw mixture(double share, CostLaw one, CostLaw other) {
        return MixtureLaw.of(new double[] {share, 1 - share}, one, other);
    }

    /** Shares {@code shares[k]} of the population follow {@code laws[k]}; shares sum to 1 within 1e-9. */
    static CostLaw mixture(double[] shares, CostLaw... laws) {
        return MixtureLaw.of(shares, laws);
    }

    /**
     * The law of {@code shift + factor * C}: costs moved, in another unit, or turned round. Normal, logistic, even and beta costs, atoms
     * and mixtures of them keep all that solvers need to prove something.
     *
     * @param shift  what is added [new unit], finite
     * @param factor what each cost is multiplied by first [new unit per old one], finite and not 0; negative turns the law round
     */
    default CostLaw affine(double shift, double factor) {
        return AffineLaw.of(this, shift, factor);
    }

    /** {@code P(C <= cost)}, a share; 0 at minus infinity, 1 at infinity, never falling by more than {@link #relativeError}. */
    double cdf(double cost);

    /** {@code P(C > cost)}, a share, keeping its digits where it is small. */
    default double survival(double cost) {
        return 1 - cdf(cost);
    }

    /** {@code P(C < cost)}, a share: less than {@link #cdf} only where costs are tied in an atom. */
    default double below(double cost) {
        return cdf(cost);
    }

    /** {@code P(C >= cost)}, a share, keeping its digits where it is small. */
    default double atLeast(double cost) {
        return survival(cost);
    }

    /**
     * The least cost that a share {@code share} of the population does not exceed: {@code inf { c : F(c) >= share }}; {@link #low}
     * at 0.
     */
    default double quantile(double share) {
        return Inversion.quantile(this, share);
    }

    /** The least cost that at most a share {@code above} exceeds: {@code inf { c : P(C > c) <= above }}; {@link #low} at 1. */
    default double quantileAbove(double above) {
        return Inversion.quantileAbove(this, above);
    }

    /**
     * Where {@code F} passes the share from below to above, from the right: {@code inf { c : F(c) > share }}, above {@link #quantile}
     * only where no cost lies between; {@link #high} at 1.
     */
    default double quantileFromRight(double share) {
        return Inversion.quantileFromRight(this, share);
    }

    /** The density at a cost [share per unit of the game]; NaN where there is none. */
    default double density(double cost) {
        return Inversion.slope(this, cost);
    }

    /**
     * Bounds on the density between two costs [share per unit of the game]: no value of it strictly between lies outside. Infinity above where
     * an atom lies between or at an end, or where nothing is known.
     */
    default Range densityOver(double from, double to) {
        return new Range(0, Double.POSITIVE_INFINITY);
    }

    /**
     * A bound that the density exceeds nowhere, but for rounding [share per unit of the game]; infinity where it has none, NaN where none
     * is known.
     */
    default double steepest() {
        return Double.NaN;
    }

    /**
     * The costs, in ascending order, at which the density passes such a value [share per unit of the game]; a hint that speeds solvers up.
     * Empty if there are none or they are not known.
     */
    default double[] costsWithDensity(double density) {
        return new double[0];
    }

    /**
     * The costs, in ascending order, at which there is an atom or the density jumps: where integrals over costs are cut. Empty if there are
     * none or they are not known; then solvers look for them.
     */
    default double[] breaks() {
        return new double[0];
    }

    /** Whether the law is made of atoms only, so that costs jump from one to the next. */
    default boolean discrete() {
        return false;
    }

    /** The lowest cost there is; may be minus infinity. */
    default double low() {
        return Double.NEGATIVE_INFINITY;
    }

    /** The highest cost there is; may be infinity. */
    default double high() {
        return Double.POSITIVE_INFINITY;
    }

    /**
     * How far {@link #cdf} and {@link #survival} may be off, each relative to its own true value while that is above 1e-300; a
     * certificate rests on it. NaN: not known, nothing is proven.
     */
    default double relativeError() {
        return Double.NaN;
    }
}
