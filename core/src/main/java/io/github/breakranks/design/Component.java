package io.github.breakranks.design;

import io.github.breakranks.internal.Checks;
import io.github.breakranks.population.CostLaw;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Something other than cash that an offer may hold: a refuge, citizenship, passage, help for the family.
 *
 * <p>What it is worth differs from soldier to soldier and only he knows; what it costs the host is the same for each who comes.
 */
public final class Component {
    private final String name;
    private final double[] worths;
    private final double[] shares;
    private final double hostCost;

    private Component(String name, double[] worths, double[] shares, double hostCost) {
        if (name.isBlank()) {
            throw Checks.refused("name must not be blank, but was \"%s\"", name);
        }
        for (double worth : worths) {
            Checks.atLeast(0.0, "worth of " + name, "unit of the game", worth);
        }
        this.name = name;
        this.worths = worths;
        this.shares = shares;
        this.hostCost = Checks.atLeast(0.0, "host cost of " + name, "unit of the game", hostCost);
    }

    /**
     * A component worth the same to all.
     *
     * @param name     what it is
     * @param worth    to a soldier [unit of the game], at least 0
     * @param hostCost for each who comes [unit of the game], at least 0
     */
    public static Component of(String name, double worth, double hostCost) {
        return new Component(name, new double[] {worth}, new double[] {1}, hostCost);
    }

    /**
     * A component whose worth follows a law of atoms, independent of costs and of other components.
     *
     * @param name     what it is
     * @param worth    to a soldier [unit of the game], at least 0; made of atoms ({@link CostLaw#atoms}, or {@link #inParts})
     * @param hostCost for each who comes [unit of the game], at least 0
     */
    public static Component of(String name, CostLaw worth, double hostCost) {
        if (!worth.discrete()) {
            throw Checks.refused("worth of %s must be made of atoms, but was %s; cut it with inParts", name, worth);
        }
        final List<double[]> atoms = new ArrayList<>();
        double below = 0;
        while (below < 1) {
            final double at = worth.quantileFromRight(below);
            final double upTo = worth.cdf(at);
            if (!(upTo > below)) {
                break;
            }
            atoms.add(new double[] {at, upTo - below});
            below = upTo;
        }
        return new Component(
                name,
                atoms.stream().mapToDouble(atom -> atom[0]).toArray(),
                atoms.stream().mapToDouble(atom -> atom[1]).toArray(),
                hostCost);
    }

    /** A law cut into so many atoms of like share, each at the median of its part: an approximation, the better the more parts. */
    public static CostLaw inParts(CostLaw law, int parts) {
        Checks.count(1, "parts", "atoms", parts);
        final double[] worths = new double[parts];
        Arrays.setAll(worths, n -> law.quantile((n + 0.5) / parts));
        return CostLaw.empirical(worths);
    }

    /** What it is. */
    public String name() {
        return name;
    }

    /** What it costs the host for each who comes [unit of the game]. */
    public double hostCost() {
        return hostCost;
    }

    /** What it is worth to him who values it least [unit of the game]. */
    public double leastWorth() {
        return Arrays.stream(worths).min().orElse(0);
    }

    double[] worths() {
        return worths.clone();
    }

    double[] shares() {
        return shares.clone();
    }

    @Override
    public String toString() {
        return "Component[" + name + ", worth " + (worths.length == 1 ? worths[0] : worths.length + " values")
                + ", host cost " + hostCost + "]";
    }
}
