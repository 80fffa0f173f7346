package io.github.breakranks.population;

import io.github.breakranks.internal.Checks;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.jspecify.annotations.Nullable;

/**
 * Who decides: so many soldiers, and what leaving costs each of them.
 *
 * <p>There are two kinds. A <em>law</em> with heads ({@link #of(int, CostLaw)}) is a continuum: answers are shares, counts are share
 * times heads, nothing is drawn. A <em>list</em> ({@link #of(double...)}, {@link #draw}) has agents 0, 1, 2, ..., each with his own
 * cost: answers are counts of agents, exact, and nobody counts himself among the others.
 *
 * <p>Costs are in the population's unit and may be negative (he wants to go). A list takes 8 bytes an agent.
 *
 * <p>Populations joined by name ({@link #join}) are groups of one population, each with its own costs, its mass (its share of all heads) and
 * its influence (how much one of its heads counts in what the others see). All are laws, or all are lists; the agents of joined lists are
 * numbered group by group.
 */
public final class Population {
    private final int size;
    private final @Nullable CostLaw law;
    private final double @Nullable [] costs; // by agent
    private final Tag tag;
    private final List<Population> groups; // empty for a single one

    private Population(int size, @Nullable CostLaw law, double @Nullable [] costs, Tag tag, List<Population> groups) {
        this.size = size;
        this.law = law;
        this.costs = costs;
        this.tag = tag;
        this.groups = groups;
    }

    /** What is said of a population beside its costs. */
    private record Tag(String unit, String name, double influence) {
        static final Tag USUAL = new Tag("", "", 1);
    }

    /**
     * A continuum that stands for so many heads, its costs spread by a law.
     *
     * @param heads how many soldiers there are [count], at least 1
     * @param law   how their costs are spread; a law of your own is probed, and refused if its cdf falls or leaves [0, 1]
     */
    public static Population of(int heads, CostLaw law) {
        Checks.count(1, "heads", "soldiers", heads);
        return new Population(heads, LawCheck.check(Objects.requireNonNull(law, "law")), null, Tag.USUAL, List.of());
    }

    /** Agents with these costs [unit of the game], one each; finite, at least one agent. */
    public static Population of(double... costs) {
        if (costs.length == 0) {
            throw Checks.refused("costs must have at least 1 agent [count], but was empty");
        }
        final double[] copy = costs.clone();
        for (int agent = 0; agent < copy.length; agent++) {
            if (!(Math.abs(copy[agent]) <= Double.MAX_VALUE)) {
                throw Checks.refused("costs[%s] must be finite [unit of the game], but was %s", agent, copy[agent]);
            }
        }
        return new Population(copy.length, null, copy, Tag.USUAL, List.of());
    }

    /**
     * Agents whose costs are drawn independently from a law.
     *
     * @param agents how many [count], at least 1
     * @param law    what their costs are drawn from
     * @param seed   the same seed draws the same costs
     */
    public static Population draw(int agents, CostLaw law, long seed) {
        Checks.count(1, "agents", "agents", agents);
        LawCheck.check(Objects.requireNonNull(law, "law"));
        final RandomGenerator random =
                RandomGeneratorFactory.of("Xoshiro256PlusPlus").create(seed);
        final double[] costs = new double[agents];
        for (int agent = 0; agent < agents; agent++) {
            costs[agent] = law.quantile(((random.nextLong() >>> 11) + 0.5) * 0x1p-53); // never 0 or 1
        }
        return new Population(agents, null, costs, Tag.USUAL, List.of());
    }

    /**
     * Several populations as groups of one. Each has a name of its own ({@link #named}); their units agree, or are not named.
     *
     * @param groups at least one, all laws or all lists, none itself joined
     */
    public static Population join(Population... groups) {
        if (groups.length == 0) {
            throw Checks.refused("groups must have at least 1 group [count], but was empty");
        }
        final Set<String> names = new HashSet<>();
        String unit = "";
        long size = 0;
        for (Population group : groups) {
            checkGroup(group, groups[0], names);
            if (!unit.isEmpty() && !group.unit().isEmpty() && !group.unit().equals(unit)) {
                throw Checks.refused(
                        "unit of group %s must be that of the others, %s, but was %s",
                        group.name(), unit, group.unit());
            }
            unit = unit.isEmpty() ? group.unit() : unit;
            size += group.size;
        }
        if (size > Integer.MAX_VALUE) {
            throw Checks.refused("size must be <= %s [soldiers], but was %s", Integer.MAX_VALUE, size);
        }
        final double[] costs = groups[0].listed()
                ? Arrays.stream(groups)
                        .map(Population::listedCosts)
                        .flatMapToDouble(Arrays::stream)
                        .toArray()
                : null;
        return new Population((int) size, null, costs, new Tag(unit, "", 1), List.of(groups));
    }

    private static void checkGroup(Population group, Population first, Set<String> names) {
        if (!group.groups.isEmpty()) {
            throw Checks.refused("groups must not be joined themselves, but was %s", group);
        }
        if (group.name().isEmpty()) {
            throw Checks.refused("groups must have names, but was %s without; give it one with named(name)", group);
        }
        if (!names.add(group.name())) {
            throw Checks.refused("groups must have different names, but was %s twice", group.name());
        }
        if (group.listed() != first.listed()) {
            throw Checks.refused("groups must be all laws or all lists, but was %s with %s", group, first);
        }
    }

    /** These soldiers under a name, as a group needs it. */
    public Population named(String newName) {
        if (newName.isBlank()) {
            throw Checks.refused("name must not be blank, but was \"%s\"", newName);
        }
        if (newName.chars().anyMatch(Character::isISOControl)) {
            throw Checks.refused("name must be one line without control characters, but was \"%s\"", newName.strip());
        }
        return with(new Tag(tag.unit, newName, tag.influence));
    }

    /**
     * These soldiers, each of whom counts so much in what the others see: one head of influence 2 is seen like two of influence 1.
     *
     * @param newInfluence weight of one head, finite and above 0
     */
    public Population withInfluence(double newInfluence) {
        return with(new Tag(tag.unit, tag.name, Checks.above(0.0, "newInfluence", "weight of one head", newInfluence)));
    }

    /** These soldiers, with costs meant in a unit such as "USD" or "50 acres". */
    public Population in(String newUnit) {
        return with(new Tag(Objects.requireNonNull(newUnit, "newUnit"), tag.name, tag.influence));
    }

    private Population with(Tag newTag) {
        return new Population(size, law, costs, newTag, groups);
    }

    /** The groups, in the order joined; a population that was not joined is its own only group. */
    public List<Population> groups() {
        return groups.isEmpty() ? List.of(this) : groups;
    }

    /** The index of the group with this name. */
    public int groupOf(String groupName) {
        final List<Population> all = groups();
        if (groups.isEmpty() && tag.name.isEmpty()) {
            throw Checks.refused(
                    "groupName must be that of a group, but was %s and these soldiers are not joined; name populations with named(name)"
                            + " and join them with Population.join",
                    groupName);
        }
        for (int g = 0; g < all.size(); g++) {
            if (all.get(g).name().equals(groupName)) {
                return g;
            }
        }
        throw Checks.refused(
                "groupName must be one of %s, but was %s",
                all.stream().map(Population::name).toList(), groupName);
    }

    /** The index of the group that a listed agent belongs to. */
    public int groupOf(int agent) {
        Objects.checkIndex(agent, size);
        int g = 0;
        for (int first = agent; !groups.isEmpty() && first >= groups.get(g).size; g++) {
            first -= groups.get(g).size;
        }
        return g;
    }

    /** The group's heads, a share of all heads. */
    public double mass(int group) {
        return (double) groups().get(group).size / size;
    }

    /** The name; empty if none was given. */
    public String name() {
        return tag.name;
    }

    /** How much one head counts in what the others see; 1 unless said otherwise. */
    public double influence() {
        return tag.influence;
    }

    /** How many soldiers there are [count]. */
    public int size() {
        return size;
    }

    /** Whether agents are listed one by one, each with his own cost. */
    public boolean listed() {
        return costs != null;
    }

    /** The unit of the costs; empty if none was named. */
    public String unit() {
        return tag.unit;
    }

    /**
     * How costs are spread: the law given; for a list the law that gives each listed cost the same weight (sorts a copy); for joined laws their
     * mixture by mass.
     */
    public CostLaw law() {
        if (!groups.isEmpty() && costs == null) {
            final double[] masses = new double[groups.size()];
            Arrays.setAll(masses, this::mass);
            return CostLaw.mixture(masses, groups.stream().map(Population::law).toArray(CostLaw[]::new));
        }
        return law != null ? law : CostLaw.empirical(Objects.requireNonNull(costs));
    }

    /** What leaving costs this agent [unit of the game]; lists only. */
    public double cost(int agent) {
        return listedCosts()[Objects.checkIndex(agent, size)];
    }

    /** A copy of all costs, by agent [unit of the game]; lists only. */
    public double[] costs() {
        return listedCosts().clone();
    }

    private double[] listedCosts() {
        if (costs == null) {
            throw new IllegalStateException(
                    "a law lists no agents; draw some with Population.draw(" + size + ", law, seed)");
        }
        return costs;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Population that
                && size == that.size
                && tag.equals(that.tag)
                && groups.equals(that.groups)
                && Objects.equals(law, that.law)
                && Arrays.equals(costs, that.costs);
    }

    @Override
    public int hashCode() {
        return Objects.hash(size, law, tag, groups) * 31 + Arrays.hashCode(costs);
    }

    @Override
    public String toString() {
        final StringBuilder out = new StringBuilder("Population[")
                .append(tag.name)
                .append(tag.name.isEmpty() ? "" : ": ")
                .append(size);
        if (!groups.isEmpty()) {
            out.append(" in ").append(groups.size()).append(groups.size() == 1 ? " group" : " groups");
        } else {
            out.append(law == null ? " agents listed" : ", " + law);
        }
        return out.append(tag.unit.isEmpty() ? "]" : ", " + tag.unit + "]").toString();
    }
}
