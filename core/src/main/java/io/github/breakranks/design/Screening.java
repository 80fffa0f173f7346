package io.github.breakranks.design;

import io.github.breakranks.internal.Checks;
import io.github.breakranks.internal.TableText;
import java.util.Arrays;
import java.util.Objects;

/**
 * Soldiers of several types, whom the host cannot tell apart, and what each could bring.
 *
 * <pre>{@code
 *   a contract:  he brings q and is paid t            type k, a share pi_k, gains  t - C(q, theta_k) - r_k
 *   the host:    sum over types of pi_k (v(q_k) - t_k)          for those who come
 *   all:         type k prefers his contract to every other, and to staying (which gains 0)
 * }</pre>
 *
 * <p>{@code r_k} is what coming costs whatever he brings, such as the reprisal on his family that the offer does not avert; 0 unless said
 * otherwise. Types ascend, the most efficient first. The cost must be convex in q and cross once, the worth concave: both are probed, and
 * refused where they fail.
 *
 * @see <a href="https://doi.org/10.1016/0022-0531(78)90085-6">M. Mussa and S. Rosen (1978), "Monopoly and Product Quality", Journal of
 *     Economic Theory 18, 301-317</a>
 * @see <a href="https://doi.org/10.2307/2555674">E. Maskin and J. Riley (1984), "Monopoly with Incomplete Information", RAND Journal of
 *     Economics 15, 171-196</a>
 */
public final class Screening {
    private static final double TOLERANCE = 1e-9; // on the sum of the shares
    private static final int PROBES = 16;
    private static final double ROUNDING = 1e-6; // of a marginal: it may come from differences

    private final Types types;
    private final ContributionCost cost;
    private final ContributionWorth worth;
    private final double most;
    private final String unit;

    /** By type: theta, share, and what coming costs whatever he brings. */
    private record Types(double[] thetas, double[] shares, double[] staying) {}

    private Screening(Types types, ContributionCost cost, ContributionWorth worth, double most, String unit) {
        this.types = types;
        this.cost = cost;
        this.worth = worth;
        this.most = most;
        this.unit = unit;
    }

    /**
     * Types and what they can bring.
     *
     * @param thetas by type, ascending: the first brings the next unit most cheaply; above 0
     * @param shares by type, above 0, sum to 1 within 1e-9
     * @param cost   what bringing so much costs him
     * @param worth  what he is worth to the host
     */
    public static Screening of(double[] thetas, double[] shares, ContributionCost cost, ContributionWorth worth) {
        Objects.requireNonNull(cost, "cost");
        Objects.requireNonNull(worth, "worth");
        Checks.count(1, "thetas", "types", thetas.length);
        if (shares.length != thetas.length) {
            throw Checks.refused(
                    "shares must have %s shares [count], one per type, but was %s", thetas.length, shares.length);
        }
        double sum = 0;
        for (int k = 0; k < thetas.length; k++) {
            Checks.above(k == 0 ? 0.0 : thetas[k - 1], "thetas[" + k + "]", "type", thetas[k]);
            if (!(shares[k] > 0 && shares[k] <= 1)) {
                throw Checks.refused("shares[%s] must be in (0, 1] [share], but was %s", k, shares[k]);
            }
            sum += shares[k];
        }
        if (!(Math.abs(sum - 1) <= TOLERANCE)) {
            throw Checks.refused("shares must sum to 1 within %s [share], but was %s", TOLERANCE, sum);
        }
        final double total = sum;
        final double[] parts = Arrays.stream(shares).map(share -> share / total).toArray();
        final Types types = new Types(thetas.clone(), parts, new double[thetas.length]);
        final Screening open = new Screening(types, cost, worth, Double.POSITIVE_INFINITY, "");
        open.valued(0);
        open.valued(1);
        return open.bounded(open.bestOfFirst()).probed();
    }

    /** What the first type would bring if the host could tell types apart; infinity if ever more. No menu asks for more of anybody. */
    private double bestOfFirst() {
        double reach = 1;
        while (reach < 1e12 && worth.marginal(reach) - cost.marginal(reach, types.thetas[0]) > 0) {
            reach *= 2;
        }
        return reach < 1e12
                ? Differences.peak(q -> worth.marginal(q) - cost.marginal(q, types.thetas[0]), reach)
                : Double.POSITIVE_INFINITY;
    }

    private Screening bounded(double newMost) {
        return new Screening(types, cost, worth, newMost, unit);
    }

    private Screening probed() {
        final double last = Double.isInfinite(most) ? 1 : most;
        for (int k = 0; k < types(); k++) {
            for (int probe = 1; probe <= PROBES && last > 0; probe++) {
                probe(k, last * (probe - 1) / PROBES, last * probe / PROBES);
            }
        }
        return this;
    }

    /** Refuses a worth or a cost that is no number: what is best would be looked for in vain. */
    private void valued(double q) {
        Checks.finite("worth at quantity " + q, "unit of the game", worth.of(q));
        for (double theta : types.thetas) {
            Checks.atLeast(0.0, "cost of quantity " + q + " to type " + theta, "unit of the game", cost.of(q, theta));
        }
    }

    private void probe(int k, double before, double q) {
        final double theta = types.thetas[k];
        Checks.finite("worth at quantity " + q, "unit of the game", worth.of(q));
        Checks.atLeast(0.0, "cost of quantity " + q + " to type " + theta, "unit of the game", cost.of(q, theta));
        final double marginal = cost.marginal(q, theta);
        final double room = ROUNDING * Math.abs(marginal);
        if (!(marginal >= cost.marginal(before, theta) - room && marginal >= -room)) {
            throw Checks.refused(
                    "cost must rise and be convex in the quantity, but was %s and then %s for the next unit at quantities %s and %s"
                            + " of type %s",
                    cost.marginal(before, theta), marginal, before, q, theta);
        }
        if (k > 0 && !(marginal >= cost.marginal(q, types.thetas[k - 1]) - room)) {
            throw Checks.refused(
                    "cost must cross once: the next unit must cost a higher type more, but was %s for type %s and %s for type %s at"
                            + " quantity %s",
                    cost.marginal(q, types.thetas[k - 1]), types.thetas[k - 1], marginal, theta, q);
        }
        final double next = worth.marginal(q);
        if (!(next >= -ROUNDING && next <= worth.marginal(before) + ROUNDING * Math.abs(next))) {
            throw Checks.refused(
                    "worth must not fall and be concave, but was %s and then %s for the next unit at quantities %s and %s",
                    worth.marginal(before), next, before, q);
        }
    }

    /** These soldiers, of whom nobody can bring more than so much [unit of quantity], at least 0. */
    public Screening upTo(double newMost) {
        return bounded(Checks.atLeast(0.0, "most", "unit of quantity", newMost)).probed();
    }

    /**
     * These soldiers, to each of whom coming costs so much whatever he brings, since it is what he would keep by staying [unit of the game].
     * It is part of {@link #cost(int, double)} and of what he is paid, so that a cost function that holds it already would count it twice.
     */
    public Screening withStaying(double newStaying) {
        final double[] all = new double[types()];
        Arrays.fill(all, newStaying);
        return withStaying(all);
    }

    /**
     * These soldiers, to whom coming costs so much whatever they bring, by type [unit of the game], each at least 0: what each would keep by
     * staying. It is part of {@link #cost(int, double)} and of what each is paid, so that a cost function that holds it already would count
     * it twice.
     */
    public Screening withStaying(double... newStaying) {
        if (newStaying.length != types()) {
            throw Checks.refused(
                    "staying must have %s amounts [count], one per type, but was %s", types(), newStaying.length);
        }
        for (int k = 0; k < types(); k++) {
            Checks.atLeast(0.0, "staying[" + k + "]", "unit of the game", newStaying[k]);
        }
        return new Screening(new Types(types.thetas, types.shares, newStaying.clone()), cost, worth, most, unit);
    }

    /**
     * These soldiers under a reprisal on their families.
     *
     * @param loss    what it costs one whose family is left behind [unit of the game]
     * @param averted how much of it the offer averts, a share
     */
    public Screening withReprisal(double loss, double averted) {
        Checks.atLeast(0.0, "loss", "unit of the game", loss);
        return withStaying(loss * (1 - Checks.share("averted", averted)));
    }

    /** These soldiers, with amounts meant in a unit such as "USD". */
    public Screening in(String newUnit) {
        return new Screening(types, cost, worth, most, Objects.requireNonNull(newUnit, "newUnit"));
    }

    /** How many types there are [count]. */
    public int types() {
        return types.thetas.length;
    }

    /** The type with this number, from 0, the most efficient first. */
    public double theta(int type) {
        return types.thetas[type];
    }

    /** Its share of all. */
    public double share(int type) {
        return types.shares[type];
    }

    /** What coming costs it whatever it brings [unit of the game]; {@link #cost(int, double)} has it already. */
    public double staying(int type) {
        return types.staying[type];
    }

    /** What coming and bringing so much costs a type: {@code C(q, theta) + r} [unit of the game]. */
    public double cost(int type, double quantity) {
        return cost.of(quantity, types.thetas[type]) + types.staying[type];
    }

    /** What the next unit costs a type [unit of the game per unit of quantity]. */
    public double marginalCost(int type, double quantity) {
        return cost.marginal(quantity, types.thetas[type]);
    }

    /** What one who brings so much is worth to the host [unit of the game]. */
    public double worth(double quantity) {
        return worth.of(quantity);
    }

    /** What the next unit is worth [unit of the game per unit of quantity]. */
    public double marginalWorth(double quantity) {
        return worth.marginal(quantity);
    }

    /**
     * The most that a menu may ask for [unit of quantity]: the bound set, or what the first type would bring if types could be told apart;
     * infinity if that is no number.
     */
    public double most() {
        return most;
    }

    /** The unit of all amounts; "unit of the game" if none was named. */
    public String unit() {
        return unit.isEmpty() ? "unit of the game" : unit;
    }

    /** What a type would bring if the host could tell types apart [unit of quantity]. */
    double best(int type) {
        return Differences.peak(q -> worth.marginal(q) - cost.marginal(q, types.thetas[type]), most);
    }

    /** Whether coming costs the more, the higher the type: then higher types are the worse in every respect. */
    boolean ordered() {
        for (int k = 1; k < types(); k++) {
            if (types.staying[k] < types.staying[k - 1]) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String toString() {
        return "Screening[" + types() + " types, cost " + named(cost) + ", worth " + named(worth)
                + (Double.isInfinite(most) ? "" : ", up to " + TableText.number(most, 4)) + "]";
    }

    /** A lambda has no name worth printing. */
    private static String named(Object function) {
        return function.getClass().isHidden() ? "its own" : function.toString();
    }
}
