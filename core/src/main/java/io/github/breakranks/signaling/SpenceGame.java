package io.github.breakranks.signaling;

import io.github.breakranks.internal.Checks;
import io.github.breakranks.internal.TableText;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Spence's game with any level of the signal: types of rising ability take a level that costs the able less, and are paid what they are
 * believed to be worth.
 *
 * <pre>{@code
 *   type i takes level e  and gets  w - c(e, theta_i)         paid w: worth_i if known, the mean worth of those believed if not
 *
 *   c(0, theta) = 0,  c rises in e;  single crossing: the rise of c between two levels falls in theta
 *   known case:       c = e / theta
 * }</pre>
 *
 * <p>In this library: units, or hosts, that differ in how well they would do, and an act that costs the better less. Immutable.
 *
 * @see <a href="https://doi.org/10.2307/1882010">M. Spence (1973), "Job Market Signaling", Quarterly Journal of Economics 87(3), 355-374</a>
 */
public final class SpenceGame {
    private static final LevelCost PER_ABILITY = (level, ability) -> level / ability;
    private static final int LOOKS = 64;

    private final double[] abilities; // ascending
    private final double[] worths; // rising with ability
    private final double[] prior;
    private final LevelCost cost;

    /** What a level of the signal costs a type of such ability: 0 at level 0, rising in the level without bound. */
    @FunctionalInterface
    public interface LevelCost {
        /** The cost [unit of the game]. */
        double of(double level, double ability);
    }

    private SpenceGame(double[] abilities, double[] worths, double[] prior, LevelCost cost) {
        this.abilities = abilities;
        this.worths = worths;
        this.prior = prior;
        this.cost = cost;
    }

    /**
     * A game in which a level e costs {@code e / ability}, and types are equally likely.
     *
     * @param abilities by type, above 0 and ascending
     * @param worths    by type: what it is paid if it is known [unit of the game], ascending
     */
    public static SpenceGame of(double[] abilities, double[] worths) {
        Checks.count(2, "abilities", "types", abilities.length);
        if (worths.length != abilities.length) {
            throw Checks.refused("worths must have %s entries [types], but was %s", abilities.length, worths.length);
        }
        for (int i = 0; i < abilities.length; i++) {
            Checks.above(i == 0 ? 0.0 : abilities[i - 1], "abilities[" + i + "]", "ability", abilities[i]);
            Checks.finite("worths[" + i + "]", "unit of the game", worths[i]);
            if (i > 0 && !(worths[i] > worths[i - 1])) {
                throw Checks.refused(
                        "worths[%s] must be > the one before, %s [unit of the game], but was %s",
                        i, worths[i - 1], worths[i]);
            }
        }
        final double[] even = new double[abilities.length];
        Arrays.fill(even, 1.0 / even.length);
        return new SpenceGame(abilities.clone(), worths.clone(), even, PER_ABILITY);
    }

    /** Two types, each worth its ability. */
    public static SpenceGame of(double low, double high) {
        return of(new double[] {low, high}, new double[] {low, high});
    }

    /** This game with such shares of the types, above 0, summing to 1 within 1e-12. */
    public SpenceGame withPrior(double... shares) {
        if (shares.length != abilities.length) {
            throw Checks.refused("prior must have %s shares [types], but was %s", abilities.length, shares.length);
        }
        for (int i = 0; i < shares.length; i++) {
            Checks.above(0.0, "prior[" + i + "]", "share", shares[i]);
        }
        final double sum = Arrays.stream(shares).sum();
        if (!(Math.abs(sum - 1) <= 1e-12)) {
            throw Checks.refused("prior must sum to 1 within 1e-12 [share], but was %s", sum);
        }
        return new SpenceGame(abilities, worths, shares.clone(), cost);
    }

    /**
     * This game with a cost of one's own.
     *
     * <p>That it rises, and less for the able, is looked at between 65 evenly spaced levels, up to the one at which the ablest would pay the
     * whole difference in worth: a cost that fails between two of them or beyond the last is not refused, and answers to it mean nothing.
     *
     * @param newCost 0 at level 0, rising in the level without bound, with single crossing, never NaN
     */
    public SpenceGame withCost(LevelCost newCost) {
        Objects.requireNonNull(newCost, "newCost");
        final SpenceGame game = new SpenceGame(abilities, worths, prior, newCost);
        for (double ability : abilities) {
            final double none = newCost.of(0, ability);
            if (!(none == 0)) {
                throw Checks.refused(
                        "cost of level 0 must be 0 [unit of the game], but was %s at ability %s", none, ability);
            }
        }
        final double most = game.level(abilities.length - 1, worths[worths.length - 1] - worths[0]);
        for (int k = 0; k < LOOKS; k++) {
            game.checkCrossing(most * k / LOOKS, most * (k + 1) / LOOKS);
        }
        return game;
    }

    private void checkCrossing(double from, double to) {
        double before = Double.POSITIVE_INFINITY;
        for (int type = 0; type < abilities.length; type++) {
            final double ability = abilities[type];
            final double rise = cost(type, to) - cost(type, from);
            if (!(rise > 0)) {
                throw Checks.refused(
                        "cost must rise in the level, but from %s to %s it rises by %s at ability %s",
                        from, to, rise, ability);
            }
            if (!(rise < before)) {
                throw Checks.refused(
                        "cost must rise less for the able (single crossing), but from %s to %s it rises by %s at ability %s and by %s"
                                + " at the one below",
                        from, to, rise, ability, before);
            }
            before = rise;
        }
    }

    /** How many types. */
    public int types() {
        return abilities.length;
    }

    /** Ability of a type, in ascending order. */
    public double ability(int type) {
        return abilities[type];
    }

    /** What a type is paid if it is known [unit of the game]. */
    public double worth(int type) {
        return worths[type];
    }

    /** How likely a type is, a share. */
    public double prior(int type) {
        return prior[type];
    }

    /** What nobody knows better than to pay: the mean worth [unit of the game]. */
    public double meanWorth() {
        double mean = 0;
        for (int i = 0; i < worths.length; i++) {
            mean += prior[i] * worths[i];
        }
        return mean;
    }

    /** What a level costs a type [unit of the game]. */
    public double cost(int type, double level) {
        final double amount = cost.of(level, abilities[type]);
        if (Double.isNaN(amount)) {
            throw Checks.refused(
                    "cost must be a number [unit of the game], but was NaN at level %s and ability %s",
                    level, abilities[type]);
        }
        return amount;
    }

    /** The level that costs a type so much, to the last bit; 0 for no cost. */
    double level(int type, double wanted) {
        if (cost == PER_ABILITY) {
            return wanted * abilities[type];
        }
        double high = 1;
        while (cost(type, high) < wanted) {
            high *= 2;
            if (Double.isInfinite(high)) {
                throw Checks.refused(
                        "cost must rise without bound [unit of the game], but stays below %s at ability %s",
                        wanted, abilities[type]);
            }
        }
        double low = 0;
        for (double mid = high / 2; mid > low && mid < high; mid = low + (high - low) / 2) {
            if (cost(type, mid) < wanted) {
                low = mid;
            } else {
                high = mid;
            }
        }
        return wanted <= 0 ? 0 : high;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SpenceGame that
                && Arrays.equals(abilities, that.abilities)
                && Arrays.equals(worths, that.worths)
                && Arrays.equals(prior, that.prior)
                && cost.equals(that.cost);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(abilities) + 31 * Arrays.hashCode(worths);
    }

    @Override
    public String toString() {
        return "SpenceGame[" + types() + " types, abilities " + TableText.number(abilities[0], 4) + " to "
                + TableText.number(abilities[types() - 1], 4) + "]";
    }
}
