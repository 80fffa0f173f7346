package io.github.breakranks.design;

import io.github.breakranks.answer.Table;
import io.github.breakranks.answer.Table.Column;
import io.github.breakranks.equilibrium.Fold;
import io.github.breakranks.equilibrium.Manifold;
import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.internal.Checks;
import io.github.breakranks.offer.Term;
import io.github.breakranks.population.CostLaw;
import io.github.breakranks.population.Population;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What an offer may hold beside cash, each part worth something different to each soldier.
 *
 * <pre>{@code
 *   he goes  <=>  cash + sum over i offered of Y_i + ... >= c        so play is as if his cost were  c - sum of Y_i
 *   the host pays  cash + sum over i offered of k_i                  for each who comes
 * }</pre>
 *
 * <p>{@link #priced} gives the population with those costs: every solver of the library takes it from there. Worths are what he believes them
 * to be, whatever the credibility of the rest of the offer, and independent of his cost. A component that costs the host less than the least
 * that it is worth to anybody can replace that much cash for everybody, so it pays to offer it to all as long as there is cash to replace.
 */
public final class Bundle {
    private static final int MOST_PROFILES = 4096;
    private static final double TOLERANCE = 1e-9; // on the sum of shares

    private final List<String> names;
    private final double[] hostCosts;
    private final double[] shares; // by profile
    private final double[][] worths; // by profile and component

    private Bundle(List<String> names, double[] hostCosts, double[] shares, double[][] worths) {
        this.names = List.copyOf(names);
        this.hostCosts = hostCosts;
        this.shares = shares;
        this.worths = worths;
        if (this.names.stream().distinct().count() < names.size()) {
            throw Checks.refused("names must be different, but was %s", names);
        }
    }

    /** Components whose worths are independent of each other; at most 4,096 combinations of them. */
    public static Bundle of(Component... components) {
        double[] shares = {1};
        double[][] worths = {{}};
        for (Component component : components) {
            final double[] values = component.worths();
            final double[] chances = component.shares();
            if ((long) shares.length * values.length > MOST_PROFILES) {
                throw Checks.refused(
                        "combinations of worths must be <= %s [count], but was %s; cut laws into fewer parts",
                        MOST_PROFILES, (long) shares.length * values.length);
            }
            final double[] nextShares = new double[shares.length * values.length];
            final double[][] nextWorths = new double[nextShares.length][];
            for (int n = 0; n < nextShares.length; n++) {
                final int old = n / values.length;
                nextShares[n] = shares[old] * chances[n % values.length];
                nextWorths[n] = Arrays.copyOf(worths[old], worths[old].length + 1);
                nextWorths[n][worths[old].length] = values[n % values.length];
            }
            shares = nextShares;
            worths = nextWorths;
        }
        return new Bundle(
                Arrays.stream(components).map(Component::name).toList(),
                Arrays.stream(components).mapToDouble(Component::hostCost).toArray(),
                shares,
                worths);
    }

    /**
     * Types of soldiers, each with a worth of its own for every component, so that worths may go together.
     *
     * @param names     of the components
     * @param hostCosts by component, for each who comes [unit of the game], at least 0
     * @param shares    by type, sum to 1 within 1e-9
     * @param worths    by type and component [unit of the game], at least 0
     */
    public static Bundle ofProfiles(List<String> names, double[] hostCosts, double[] shares, double[][] worths) {
        if (hostCosts.length != names.size()) {
            throw Checks.refused("hostCosts must be %s [components], but was %s", names.size(), hostCosts.length);
        }
        if (worths.length != shares.length) {
            throw Checks.refused("worths must have %s rows, one per type, but was %s", shares.length, worths.length);
        }
        double sum = 0;
        final double[][] copy = new double[worths.length][];
        for (int i = 0; i < hostCosts.length; i++) {
            Checks.atLeast(0.0, "host cost of " + names.get(i), "unit of the game", hostCosts[i]);
        }
        for (int n = 0; n < shares.length; n++) {
            Checks.share("shares[" + n + "]", shares[n]);
            sum += shares[n];
            copy[n] = worths[n].clone();
            if (copy[n].length != names.size()) {
                throw Checks.refused("worths[%s] must be %s [components], but was %s", n, names.size(), copy[n].length);
            }
            for (int i = 0; i < copy[n].length; i++) {
                Checks.atLeast(0.0, "worths[" + n + "][" + i + "]", "unit of the game", copy[n][i]);
            }
        }
        if (!(Math.abs(sum - 1) <= TOLERANCE)) {
            throw Checks.refused("shares must sum to 1 within %s [share], but was %s", TOLERANCE, sum);
        }
        return new Bundle(names, hostCosts.clone(), shares.clone(), copy);
    }

    /** The names of the components. */
    public List<String> names() {
        return names;
    }

    /** What all components together cost the host for each who comes [unit of the game]. */
    public double hostCost() {
        return Arrays.stream(hostCosts).sum();
    }

    /** What a component is worth to him who values it least [unit of the game]. */
    public double leastWorth(String name) {
        final int i = index(name);
        double least = Double.POSITIVE_INFINITY;
        for (int n = 0; n < shares.length; n++) {
            least = shares[n] > 0 ? Math.min(least, worths[n][i]) : least;
        }
        return least;
    }

    /** Whether a component costs the host less than the least that it is worth to anybody: then it replaces cash for all. */
    public boolean replacesCash(String name) {
        return hostCosts[index(name)] < leastWorth(name);
    }

    private int index(String name) {
        final int index = names.indexOf(name);
        if (index < 0) {
            throw Checks.refused("name must be one of %s, but was %s", names, name);
        }
        return index;
    }

    /** This bundle with these components only. */
    public Bundle only(String... kept) {
        final int[] indices = Arrays.stream(kept).mapToInt(this::index).toArray();
        final double[][] fewer = new double[worths.length][indices.length];
        for (int n = 0; n < worths.length; n++) {
            for (int i = 0; i < indices.length; i++) {
                fewer[n][i] = worths[n][indices[i]];
            }
        }
        return new Bundle(
                List.of(kept),
                Arrays.stream(indices).mapToDouble(i -> hostCosts[i]).toArray(),
                shares,
                fewer);
    }

    /** This bundle without one component. */
    public Bundle without(String name) {
        index(name);
        return only(names.stream().filter(other -> !other.equals(name)).toArray(String[]::new));
    }

    /** The soldiers as they act when all components are offered to all: costs less what the bundle is worth. */
    public Population priced(Population population) {
        return lowered(population, worthsBy(false));
    }

    /**
     * The soldiers as they act when each may take any component instead of as much cash as it costs the host: costs less the sum of what each
     * component is worth to him above that. Whatever he picks, he costs the host the same.
     */
    public Population pricedAtCost(Population population) {
        return lowered(population, worthsBy(true));
    }

    /** The worth of the whole, and the share to whom it is worth so much. */
    private Map<Double, Double> worthsBy(boolean atCost) {
        final Map<Double, Double> by = new TreeMap<>();
        for (int n = 0; n < shares.length; n++) {
            double sum = 0;
            for (int i = 0; i < hostCosts.length; i++) {
                sum += atCost ? Math.max(0, worths[n][i] - hostCosts[i]) : worths[n][i];
            }
            if (shares[n] > 0) {
                by.merge(sum + 0.0, shares[n], Double::sum);
            }
        }
        return by;
    }

    /** The most that anybody would pick at cost costs the host [unit of the game]. */
    double mostPicked() {
        double most = 0;
        for (int n = 0; n < shares.length; n++) {
            double sum = 0;
            for (int i = 0; i < hostCosts.length; i++) {
                sum += shares[n] > 0 && worths[n][i] > hostCosts[i] ? hostCosts[i] : 0;
            }
            most = Math.max(most, sum);
        }
        return most;
    }

    private static Population lowered(Population population, Map<Double, Double> by) {
        if (population.groups().size() > 1) {
            return Population.join(population.groups().stream()
                    .map(group -> lowered(group, by))
                    .toArray(Population[]::new));
        }
        final double[] worths =
                by.keySet().stream().mapToDouble(Double::doubleValue).toArray();
        Population lowered;
        if (population.listed()) {
            if (worths.length > 1) {
                throw Checks.refused(
                        "worth of the bundle must be the same to all listed agents, but was %s to %s; take Population.of(heads,"
                                + " population.law()), or subtract from each cost what it is worth to him",
                        worths[0], worths[worths.length - 1]);
            }
            lowered = Population.of(Arrays.stream(population.costs())
                    .map(cost -> cost - worths[0])
                    .toArray());
        } else {
            final CostLaw law = population.law();
            final CostLaw[] laws = Arrays.stream(worths)
                    .mapToObj(worth -> worth == 0 ? law : law.affine(-worth, 1))
                    .toArray(CostLaw[]::new);
            final double[] shares =
                    by.values().stream().mapToDouble(Double::doubleValue).toArray();
            lowered = Population.of(population.size(), laws.length == 1 ? laws[0] : CostLaw.mixture(shares, laws));
        }
        lowered = lowered.withInfluence(population.influence());
        lowered = population.unit().isEmpty() ? lowered : lowered.in(population.unit());
        return population.name().isEmpty() ? lowered : lowered.named(population.name());
    }

    /**
     * How much cash it takes for a share to come, with all components and without each: what each saves the host.
     *
     * <p>Cash is the least above which the least rest point reaches the share, and at least 0. A saving is cash saved less what the component
     * costs the host, for each who comes and in all.
     *
     * @param game  of one law; its cash plays no part
     * @param share that is to come, in (0, 1)
     */
    public Table residuals(DefectionGame game, double share) {
        if (!(share > 0 && share < 1)) {
            throw Checks.refused("share must be in (0, 1), but was %s", share);
        }
        final String unit = game.unit();
        final double with = needed(game, share, priced(game.population()));
        final List<List<@Nullable Object>> rows = new ArrayList<>();
        for (int i = 0; i < hostCosts.length; i++) {
            final double without = needed(game, share, without(names.get(i)).priced(game.population()));
            final double saved = without - with - hostCosts[i];
            rows.add(List.of(
                    names.get(i),
                    with,
                    without,
                    hostCosts[i],
                    saved,
                    saved * share * game.population().size()));
        }
        return Table.of(
                List.of(
                        Column.of("component"),
                        Column.of("cashWith", unit),
                        Column.of("cashWithout", unit),
                        Column.of("hostCost", unit),
                        Column.of("savedPerHead", unit),
                        Column.of("saved", unit)),
                rows);
    }

    private static double needed(DefectionGame game, double share, Population soldiers) {
        final Manifold manifold = Manifold.of(game.withPopulation(soldiers), Term.CASH);
        double needed = Math.max(0, manifold.value(share));
        for (Fold fold : manifold.folds()) {
            needed = fold.maximum() && fold.share() < share ? Math.max(needed, fold.value()) : needed;
        }
        return needed;
    }

    @Override
    public String toString() {
        return "Bundle[" + String.join(", ", names) + "; " + shares.length + " profiles]";
    }
}
