package io.github.breakranks.timing;

import io.github.breakranks.internal.Checks;
import io.github.breakranks.internal.TableText;
import io.github.breakranks.population.CostLaw;
import java.util.Objects;

/**
 * An offer made today that stands again tomorrow only with some chance: the smallest model of the fear of being late.
 *
 * <pre>{@code
 *   today      B - c - r
 *   tomorrow   d (B - c - r (1 - s0))          s0 share gone today,  if the offer still stands
 *
 *   costs even on [0, 1]:   c0 = (1 - q d)(B - r) / (1 - q d + q d r)      gone today
 *                           c1 = B - r + r c0                              gone by tomorrow, if it stands
 * }</pre>
 *
 * <p>{@code c0} falls in the believed chance {@code q}: fear that the offer will be gone always enlarges the first wave. If what is
 * believed is true, the expected total {@code c0 (1 - q + q r) + q (B - r)} is at least {@code B - r}, as many as would go today if that
 * were the only day; equal where q = 0, d = 1 or r = 0.
 *
 * @param worth    what the offer is worth {@code B} [unit of the game], finite and at least 0
 * @param reprisal what the first to go lose {@code r} [unit of the game], finite and at least 0; it fades as others have gone
 * @param patience what tomorrow counts today {@code d}, a share
 * @param chances  that the offer still stands tomorrow
 * @param costs    how costs are spread; if even on [0, 1], the worth must be above the reprisal and at most 1
 */
public record TwoPeriodOffer(double worth, double reprisal, double patience, Chances chances, CostLaw costs) {
    private static final CostLaw EVEN = CostLaw.uniform(0, 1);

    /**
     * The chance that the offer still stands tomorrow.
     *
     * @param believed what soldiers reckon with, a share
     * @param truth    what is true, a share
     */
    public record Chances(double believed, double truth) {
        public Chances {
            Checks.share("believed", believed);
            Checks.share("truth", truth);
        }
    }

    public TwoPeriodOffer {
        Checks.atLeast(0.0, "worth", "unit of the game", worth);
        Checks.atLeast(0.0, "reprisal", "unit of the game", reprisal);
        Checks.share("patience", patience);
        Objects.requireNonNull(chances, "chances");
        Objects.requireNonNull(costs, "costs");
        if (costs.equals(EVEN) && !(reprisal < worth)) {
            throw Checks.refused(
                    "worth must be > the reprisal, %s [unit of the game], but was %s: nobody would ever go first",
                    reprisal, worth);
        }
        if (costs.equals(EVEN) && !(worth <= 1)) {
            throw Checks.refused(
                    "worth must be <= the highest cost, 1 [unit of the game], but was %s: once all have gone the formula ends",
                    worth);
        }
    }

    /** An offer and a reprisal [unit of the game], before soldiers with costs even on [0, 1], who are patient and think that it stands. */
    public static TwoPeriodOffer of(double worth, double reprisal) {
        return new TwoPeriodOffer(worth, reprisal, 1, new Chances(1, 1), EVEN);
    }

    /** This, with such a chance that the offer still stands tomorrow, a share, known to all. */
    public TwoPeriodOffer withChance(double chance) {
        return withChances(chance, chance);
    }

    /** This, with a chance that the offer still stands tomorrow and another that soldiers reckon with, shares. */
    public TwoPeriodOffer withChances(double believed, double truth) {
        return new TwoPeriodOffer(worth, reprisal, patience, new Chances(believed, truth), costs);
    }

    /** This, with tomorrow counting so much today, a share. */
    public TwoPeriodOffer withPatience(double newPatience) {
        return new TwoPeriodOffer(worth, reprisal, newPatience, chances, costs);
    }

    /** This, before soldiers with other costs. */
    public TwoPeriodOffer withCosts(CostLaw newCosts) {
        return new TwoPeriodOffer(worth, reprisal, patience, chances, newCosts);
    }

    /** Who goes today and who tomorrow: by formula for costs even on [0, 1], else as the root of the equation for {@code c0}. */
    public TwoWaves waves() {
        final double kept = chances.believed * patience;
        final Cutoff today = costs.equals(EVEN) ? even(kept) : search(kept);
        final double tomorrow = worth - reprisal * (1 - today.share());
        return new TwoWaves(
                today.cost(),
                Math.max(today.cost(), tomorrow),
                today.share(),
                Math.max(today.share(), costs.cdf(tomorrow)),
                chances.truth);
    }

    private Cutoff even(double kept) {
        final double cost = (1 - kept) * (worth - reprisal) / (1 - kept + kept * reprisal);
        return kept == 1 && reprisal == 0 ? new Cutoff(0, 0) : new Cutoff(cost, cost);
    }

    private Cutoff search(double kept) {
        final double now = worth - reprisal;
        final double start = Math.max(costs.low(), costs.quantile(Double.MIN_NORMAL));
        final Cutoff nobody = new Cutoff(start, 0);
        return gain(kept, start, 0) > 0
                ? Cutoff.search(costs, (cost, share) -> gain(kept, cost, share), nobody, Math.max(start, now))
                : nobody;
    }

    /** What going today gains over tomorrow, or over staying if that is better. */
    private double gain(double kept, double cost, double share) {
        return worth - reprisal - cost - Math.max(0, kept * (worth - reprisal * (1 - share) - cost));
    }

    @Override
    public String toString() {
        return "TwoPeriodOffer[worth " + brief(worth) + ", reprisal " + brief(reprisal) + ", stands with "
                + brief(chances.believed)
                + (chances.truth == chances.believed ? "" : " (truth " + brief(chances.truth) + ")") + "]";
    }

    private static String brief(double value) {
        return TableText.number(value, 3); // two more digits would not fit into a line of JShell
    }
}
