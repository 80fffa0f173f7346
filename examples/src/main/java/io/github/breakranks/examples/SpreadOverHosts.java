package io.github.breakranks.examples;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Sharing arrivals among hosts at least total cost; what a host's cost is, is for the reader to assume.
 *
 * <pre>{@code
 *   C(q) = first q + steeper q^2 / 2          q arrivals at one host      [cost]
 *   C'(q_h) = price wherever q_h > 0,   first_h >= price elsewhere,   sum of q_h = arrivals
 * }</pre>
 *
 * <p>As {@code C} is convex, equal marginal cost is the optimum; as {@code C(0) = 0}, one more host never raises the total.
 */
public final class SpreadOverHosts {
    private SpreadOverHosts() {}

    /**
     * One host.
     *
     * @param first   cost of the first arrival [cost per head], at least 0
     * @param steeper how much more each next one costs [cost per head and head], above 0
     */
    public record Host(double first, double steeper) {
        public Host {
            Given.atLeastNothing("first", "cost per head", first);
            Given.aboveNothing("steeper", "cost per head and head", steeper);
        }

        /** Cost of so many arrivals [heads, not whole ones only]. */
        public double cost(double arrivals) {
            Given.atLeastNothing("arrivals", "heads", arrivals);
            return first * arrivals + steeper * arrivals * arrivals / 2;
        }
    }

    /**
     * Marginal cost at the best split: hosts join in the order of their first arrival's cost while that is below the price.
     *
     * @param arrivals how many are to be shared out [heads], finite and at least 0
     * @param hosts    at least one
     * @return cost per head
     */
    public static double price(double arrivals, Host... hosts) {
        Given.atLeastNothing("arrivals", "heads", arrivals);
        if (hosts.length == 0) {
            throw Given.refused("hosts must have at least 1 host [count], but was empty");
        }
        double price = Double.POSITIVE_INFINITY;
        double weight = 0;
        double sum = arrivals;
        for (Host host : Arrays.stream(hosts)
                .sorted(Comparator.comparingDouble(Host::first))
                .toList()) {
            if (host.first() < price) {
                weight += 1 / host.steeper();
                sum += host.first() / host.steeper();
                price = sum / weight;
            }
        }
        if (!Double.isFinite(price)) { // a quotient was too large for a double
            throw Given.refused(
                    "hosts must have costs that can be compared [cost per head], but was %s", List.of(hosts));
        }
        return price;
    }

    /** Arrivals at each host under the best split [heads]; asks for what {@link #price} asks for. */
    public static double[] split(double arrivals, Host... hosts) {
        final double price = price(arrivals, hosts);
        return Arrays.stream(hosts)
                .mapToDouble(host -> Math.max(0, (price - host.first()) / host.steeper()))
                .toArray();
    }

    /** Total cost of a split, in which each host has its number of arrivals [heads]. */
    public static double cost(double[] split, Host... hosts) {
        if (split.length != hosts.length) {
            throw Given.refused(
                    "split must have a number for each of %s hosts [count], but was %s", hosts.length, split.length);
        }
        double cost = 0;
        for (int h = 0; h < hosts.length; h++) {
            cost += hosts[h].cost(split[h]);
        }
        return cost;
    }
}
