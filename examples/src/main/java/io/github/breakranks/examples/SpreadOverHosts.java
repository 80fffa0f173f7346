package io.github.breakranks.examples;

import java.util.Arrays;
import java.util.Comparator;

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
        /** Cost of so many arrivals. */
        public double cost(double arrivals) {
            return first * arrivals + steeper * arrivals * arrivals / 2;
        }
    }

    /** Marginal cost at the best split: hosts join in the order of their first arrival's cost while that is below the price. */
    public static double price(double arrivals, Host... hosts) {
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
        return price;
    }

    /** Arrivals at each host under the best split. */
    public static double[] split(double arrivals, Host... hosts) {
        final double price = price(arrivals, hosts);
        return Arrays.stream(hosts)
                .mapToDouble(host -> Math.max(0, (price - host.first()) / host.steeper()))
                .toArray();
    }

    /** Total cost of a split. */
    public static double cost(double[] split, Host... hosts) {
        double cost = 0;
        for (int h = 0; h < hosts.length; h++) {
            cost += hosts[h].cost(split[h]);
        }
        return cost;
    }
}
