package io.github.breakranks.game;

import io.github.breakranks.internal.Checks;
import io.github.breakranks.offer.Curve;
import io.github.breakranks.offer.Monotonicity;
import io.github.breakranks.offer.NetGain;
import io.github.breakranks.offer.Offer;
import io.github.breakranks.offer.Reprisal;
import io.github.breakranks.population.CostLaw;
import io.github.breakranks.population.Population;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.DoubleUnaryOperator;

/**
 * Preference falsification: each holds a private preference between the regime (0) and the opposition (1) and says in public what pays.
 *
 * <pre>{@code
 *   opposes  <=>  r1(S) + n(z) >= r0(S) + n(1 - z)      S  share that opposes in public
 *            <=>  r1(S) - r0(S) >= n(1 - z) - n(z)      z  private preference in [0, 1]
 *
 *   T(S) = inf { z : n(1 - z) - n(z) <= r1(S) - r0(S) }      threshold
 *   P(S) = 1 - Z(T(S))                                       propagation curve, Z the law of z
 *
 *   r1, r0  reputation of those who oppose and of those who do not     [unit of the game]
 *   n       integrity: what it is worth to be so true to oneself       [unit of the game]
 * }</pre>
 *
 * <p>It is a {@link DefectionGame} with net gain {@code r1 - r0} and private cost {@code n(1 - z) - n(z)}, which is negative just for those
 * who privately prefer the opposition ({@code z > 1/2}). Everything that solves games solves it, and it takes an offer like any other.
 *
 * <p>Integrity in a straight line keeps even, beta and atom preferences and mixtures of them as laws about which counts of rest points can
 * be proven; for any other integrity nothing is proven.
 *
 * @see <a href="https://doi.org/10.1007/BF00116762">T. Kuran (1989), "Sparks and Prairie Fires: A Theory of Unanticipated Political
 *     Revolution", Public Choice 61, 41-74</a>
 * @see <a href="https://doi.org/10.2307/2010422">T. Kuran (1991), "Now out of Never: The Element of Surprise in the East European
 *     Revolution of 1989", World Politics 44, 7-48</a>
 */
public final class PublicOpinion {
    private static final int LOOKS = 1024;

    private final Population preferences;
    private final NetGain reputation;
    private final DoubleUnaryOperator cost;
    private final double weight; // of integrity in a straight line; NaN if it is of another kind
    private final DefectionGame game;

    private PublicOpinion(Population preferences, NetGain reputation, DoubleUnaryOperator cost, double weight) {
        this.preferences = preferences;
        this.reputation = reputation;
        this.cost = cost;
        this.weight = weight;
        this.game = DefectionGame.of(costs(), Offer.none(), reputation);
    }

    /**
     * Opinion with integrity {@code n(u) = u}.
     *
     * @param preferences private preferences in [0, 1], a law or a list: 0 is all for the regime, 1 all for the opposition
     * @param opposed     reputation of those who oppose in public, by the share that does [unit of the game]
     * @param loyal       reputation of those who do not [unit of the game]; opposed - loyal must rise with the share
     */
    public static PublicOpinion of(Population preferences, Curve opposed, Curve loyal) {
        Objects.requireNonNull(preferences, "preferences");
        preferences.groups().forEach(PublicOpinion::checkPreferences);
        final NetGain reputation = NetGain.of(Reprisal.none())
                .withSolidarity(Objects.requireNonNull(opposed, "opposed"))
                .withStaying(Objects.requireNonNull(loyal, "loyal"));
        final Monotonicity monotonicity = Monotonicity.of(reputation, Offer.none(), 0);
        if (!monotonicity.rises()) {
            throw Checks.refused("opposed - loyal must rise with the share opposed, but %s", monotonicity.sentence());
        }
        return new PublicOpinion(preferences, reputation, z -> 1 - 2 * z, 1);
    }

    private static void checkPreferences(Population group) {
        if (group.listed()) {
            final double[] listed = group.costs();
            for (int agent = 0; agent < listed.length; agent++) {
                if (!(listed[agent] >= 0 && listed[agent] <= 1)) {
                    throw Checks.refused(
                            "preferences[%s] must be in [0, 1] [private preference], but was %s", agent, listed[agent]);
                }
            }
            return;
        }
        final double below = group.law().below(0);
        final double above = group.law().survival(1);
        if (!(below == 0 && above == 0)) {
            throw Checks.refused(
                    "preferences must be in [0, 1] [private preference], but was %s with a share %s below and %s above",
                    group.law(), below, above);
        }
    }

    /** This opinion with integrity {@code n(u) = weight * u}: what it is worth to be wholly true to oneself [unit of the game], above 0. */
    public PublicOpinion withIntegrity(double newWeight) {
        Checks.above(0.0, "newWeight", "unit of the game", newWeight);
        return new PublicOpinion(preferences, reputation, z -> newWeight * (1 - 2 * z), newWeight);
    }

    /**
     * This opinion with another integrity.
     *
     * @param newIntegrity what it is worth to be true to oneself to a degree in [0, 1] [unit of the game]; finite, rising
     */
    public PublicOpinion withIntegrity(DoubleUnaryOperator newIntegrity) {
        double before = Checks.finite("newIntegrity(0)", "unit of the game", newIntegrity.applyAsDouble(0));
        for (int k = 1; k <= LOOKS; k++) {
            final double at = (double) k / LOOKS;
            final double now =
                    Checks.finite("newIntegrity(" + at + ")", "unit of the game", newIntegrity.applyAsDouble(at));
            if (!(now > before)) {
                throw Checks.refused(
                        "newIntegrity must rise [unit of the game], but was %s at %s and %s at %s",
                        before, (k - 1.0) / LOOKS, now, at);
            }
            before = now;
        }
        return new PublicOpinion(
                preferences,
                reputation,
                z -> newIntegrity.applyAsDouble(1 - z) - newIntegrity.applyAsDouble(z),
                Double.NaN);
    }

    /** The private preferences. */
    public Population preferences() {
        return preferences;
    }

    /** The game that this makes: going is opposing in public. Offers, groups' exposure and ties vary on it. */
    public DefectionGame game() {
        return game;
    }

    /** What it costs one of this private preference to oppose in public, reputation apart [unit of the game]. */
    public double cost(double preference) {
        if (!(preference >= 0 && preference <= 1)) {
            throw Checks.refused("preference must be in [0, 1] [private preference], but was %s", preference);
        }
        return cost.applyAsDouble(preference);
    }

    /**
     * The least private preference at which one opposes in public when such a share does; infinity if nobody would. It never rises with the
     * share.
     */
    public double threshold(double opposed) {
        Checks.share("opposed", opposed);
        final double gain = reputation.of(Offer.none(), 0, opposed);
        if (Double.isNaN(weight)) {
            return IntegrityLaw.least(cost, gain, false);
        }
        final double least = (weight - gain) / (2 * weight);
        return least <= 1 ? Math.max(0, least) : Double.POSITIVE_INFINITY;
    }

    /** The propagation curve: the share that opposes in public where such a share is expected to. */
    public double propagation(double opposed) {
        final double threshold = threshold(opposed);
        return threshold > 1 ? 0 : preferences.law().atLeast(threshold);
    }

    private Population costs() {
        final List<Population> groups = preferences.groups();
        final Population[] mapped = groups.stream().map(this::costsOf).toArray(Population[]::new);
        return mapped.length == 1 ? mapped[0] : Population.join(mapped);
    }

    private Population costsOf(Population group) {
        final Population costs = group.listed()
                ? Population.of(Arrays.stream(group.costs()).map(cost).toArray())
                : Population.of(group.size(), costLaw(group.law()));
        final Population named = group.name().isEmpty() ? costs : costs.named(group.name());
        return named.withInfluence(group.influence());
    }

    private CostLaw costLaw(CostLaw law) {
        return Double.isNaN(weight) ? new IntegrityLaw(law, cost) : law.affine(weight, -2 * weight);
    }

    @Override
    public String toString() {
        return "PublicOpinion" + preferences.toString().substring("Population".length());
    }
}
