package io.github.breakranks.equilibrium;

import io.github.breakranks.answer.Fraction;
import io.github.breakranks.answer.Table;
import io.github.breakranks.answer.Table.Column;
import io.github.breakranks.game.NormalFormGame;
import io.github.breakranks.game.StrategyProfile;
import io.github.breakranks.internal.TableText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The Nash equilibria of a finite game, how they hang together, and whether any may be missing.
 *
 * <p>Isolated equilibria stand for themselves. Where a game of two players is degenerate its equilibria form polytopes: then the <em>extreme</em>
 * ones are listed, each {@link MaximalSubset} is the set of all pairs of mixtures of some of them, the union of these sets is all there is, and
 * those that touch form a {@link Component}.
 *
 * <p>The order is always the same: pure equilibria first, then by the chances of the first player's actions, greater chances first, then by
 * the second's, and so on.
 *
 * <p>The index of a component counts, with signs, the equilibria that a small change of payoffs makes of it: +1 for a strict pure equilibrium,
 * and +1 in sum over the game.
 *
 * @see "L. S. Shapley (1974), A note on the Lemke-Howson algorithm, Mathematical Programming Studies 1, 175-189"
 */
public final class NashEquilibria {
    private final NormalFormGame game;
    private final List<NashEquilibrium> equilibria;
    private final List<MaximalSubset> subsets;
    private final List<Component> components;
    private final int[] componentOf; // by equilibrium
    private final Ending ending;

    /**
     * All pairs of a mixture of some strategies of the first player and one of some of the second; each pair is an equilibrium, and no larger
     * such set contains it. Of a game of one player, all his mixtures of some actions.
     *
     * @param corners by player, the extreme strategies that are mixed, in the order of the equilibria
     * @param members the extreme equilibria in it, by their place in {@link NashEquilibria#equilibria}, ascending
     */
    public record MaximalSubset(List<List<List<Fraction>>> corners, List<Integer> members) {
        public MaximalSubset {
            corners = List.copyOf(corners);
            members = List.copyOf(members);
        }

        /** Whether it is a single equilibrium. */
        public boolean single() {
            return members.size() == 1;
        }
    }

    /**
     * Equilibria that hang together: one can walk from each to each through equilibria, and to no other.
     *
     * @param members the listed equilibria in it, by their place in {@link NashEquilibria#equilibria}, ascending
     * @param subsets the maximal subsets in it, by their place in {@link NashEquilibria#maximalSubsets}, ascending
     * @param index   its index; empty where it was not computed
     */
    public record Component(List<Integer> members, List<Integer> subsets, OptionalInt index) {
        public Component {
            members = List.copyOf(members);
            subsets = List.copyOf(subsets);
        }
    }

    /**
     * Shows that a game of two players is degenerate: a strategy against which the other has more pure best replies than the strategy has
     * actions.
     *
     * @param player      whose strategy it is
     * @param strategy    the chance of each of his actions
     * @param bestReplies the other's best replies to it, ascending
     */
    public record Witness(int player, List<Fraction> strategy, List<Integer> bestReplies) {
        public Witness {
            strategy = List.copyOf(strategy);
            bestReplies = List.copyOf(bestReplies);
        }

        /** How many actions the strategy takes with some chance. */
        public int support() {
            return (int) strategy.stream().filter(chance -> chance.signum() > 0).count();
        }
    }

    /**
     * How far the list can be relied on.
     *
     * @param missing    why equilibria may be missing; empty if none is
     * @param degenerate whether the game was shown to be degenerate
     * @param witness    what shows it, where that is a strategy
     */
    record Ending(
            String missing, boolean degenerate, @Nullable Witness witness) {
        static final Ending COMPLETE = new Ending("", false, null);

        static Ending incomplete(String missing) {
            return new Ending(missing, false, null);
        }
    }

    /** How the equilibria hang together. */
    record Shape(List<MaximalSubset> subsets, List<Component> components) {}

    /** Equilibria in {@link #ORDER}, with what they make. */
    NashEquilibria(NormalFormGame game, List<NashEquilibrium> ordered, Shape shape, Ending ending) {
        this.game = game;
        this.equilibria = List.copyOf(ordered);
        this.subsets = List.copyOf(shape.subsets);
        this.components = List.copyOf(shape.components);
        this.ending = ending;
        this.componentOf = new int[equilibria.size()];
        for (int k = 0; k < components.size(); k++) {
            for (final int member : components.get(k).members()) {
                componentOf[member] = k;
            }
        }
    }

    /** Pure first, then lexicographic, greater chances first. */
    static final Comparator<StrategyProfile> ORDER = (one, other) -> {
        if (one.pure() != other.pure()) {
            return one.pure() ? -1 : 1;
        }
        for (int player = 0; player < one.players(); player++) {
            for (int action = 0; action < one.actions(player); action++) {
                final int sign = one.exact() && other.exact()
                        ? other.exactChance(player, action).compareTo(one.exactChance(player, action))
                        : Double.compare(other.chance(player, action), one.chance(player, action));
                if (sign != 0) {
                    return sign;
                }
            }
        }
        return 0;
    };

    /**
     * Equilibria each of which stands alone, in any order.
     *
     * @param indices of each, in the same order; empty where they were not computed
     */
    static NashEquilibria isolated(
            NormalFormGame game, List<NashEquilibrium> found, List<Integer> indices, Ending ending) {
        final List<Integer> order = IntStream.range(0, found.size())
                .boxed()
                .sorted(Comparator.comparing(k -> found.get(k).profile(), ORDER))
                .toList();
        final List<NashEquilibrium> ordered = order.stream().map(found::get).toList();
        final List<MaximalSubset> subsets = new ArrayList<>();
        final List<Component> components = new ArrayList<>();
        for (int k = 0; k < ordered.size(); k++) {
            subsets.add(new MaximalSubset(corners(ordered.get(k).profile()), List.of(k)));
            components.add(new Component(
                    List.of(k),
                    List.of(k),
                    indices.isEmpty() ? OptionalInt.empty() : OptionalInt.of(indices.get(order.get(k)))));
        }
        return new NashEquilibria(game, ordered, new Shape(subsets, components), ending);
    }

    private static List<List<List<Fraction>>> corners(StrategyProfile profile) {
        return IntStream.range(0, profile.players())
                .mapToObj(player -> List.of(List.of(profile.exactChances(player))))
                .toList();
    }

    /** The game they belong to. */
    public NormalFormGame game() {
        return game;
    }

    /** The equilibria found, extreme ones where they form sets. */
    public List<NashEquilibrium> equilibria() {
        return equilibria;
    }

    /** How many are listed. */
    public int count() {
        return equilibria.size();
    }

    /** Whether all equilibria of the game are listed, or lie in the sets between those listed. */
    public boolean complete() {
        return ending.missing.isEmpty();
    }

    /** Why equilibria may be missing; empty if the list is {@link #complete}. */
    public String missing() {
        return ending.missing;
    }

    /** Whether the game was shown to be degenerate: then equilibria may form sets, and small changes of payoffs may change their number. */
    public boolean degenerate() {
        return ending.degenerate;
    }

    /** A strategy that shows the game to be degenerate; empty if none was found. */
    public Optional<Witness> witness() {
        return Optional.ofNullable(ending.witness);
    }

    /** The sets that make up all equilibria; single ones where they are isolated. Sets may overlap. Empty if two players' list is not complete. */
    public List<MaximalSubset> maximalSubsets() {
        return subsets;
    }

    /** Equilibria of which it is not known how they hang together, in any order: no subsets and no components. */
    static NashEquilibria loose(NormalFormGame game, List<NashEquilibrium> found, Ending ending) {
        final List<NashEquilibrium> ordered = found.stream()
                .sorted(Comparator.comparing(NashEquilibrium::profile, ORDER))
                .toList();
        return new NashEquilibria(game, ordered, new Shape(List.of(), List.of()), ending);
    }

    /** The maximal sets that hang together, in the order of their first equilibrium; empty where that is not known. */
    public List<Component> components() {
        return components;
    }

    /** The component in which a listed equilibrium lies, by its place in {@link #components}. */
    public int componentOf(int equilibrium) {
        return componentOf[equilibrium];
    }

    /** The sum of the components' indices: +1 if the list is complete; empty where some index was not computed. */
    public OptionalInt indexSum() {
        int sum = 0;
        if (components.isEmpty() && !equilibria.isEmpty()) {
            return OptionalInt.empty();
        }
        for (final Component component : components) {
            if (component.index().isEmpty()) {
                return OptionalInt.empty();
            }
            sum += component.index().getAsInt();
        }
        return OptionalInt.of(sum);
    }

    /** A row for each equilibrium: its component and the index of that, its strategies and what each player earns. */
    public Table table() {
        final List<Column> columns =
                new ArrayList<>(List.of(Column.of("equilibrium"), Column.of("component"), Column.of("index")));
        for (int player = 0; player < game.players(); player++) {
            columns.add(Column.of("strategy of " + game.player(player), "share"));
            columns.add(Column.of("payoff of " + game.player(player), "payoff"));
        }
        final List<List<@Nullable Object>> rows = new ArrayList<>();
        for (int k = 0; k < equilibria.size(); k++) {
            final List<@Nullable Object> row = new ArrayList<>();
            row.add(k + 1);
            if (components.isEmpty()) {
                row.addAll(Arrays.asList(null, null));
            } else {
                final int component = componentOf(k);
                final OptionalInt index = components.get(component).index();
                row.add(component + 1);
                row.add(index.isPresent() ? (Object) index.getAsInt() : null);
            }
            for (int player = 0; player < game.players(); player++) {
                row.add(NashEquilibrium.strategy(game, equilibria.get(k).profile(), player));
                row.add(NashEquilibrium.cell(equilibria.get(k).payoff(player)));
            }
            rows.add(row);
        }
        return Table.of(columns, rows);
    }

    private int pure() {
        return (int) equilibria.stream().filter(one -> one.profile().pure()).count();
    }

    /** In a paragraph: how many there are, of which kind, how they hang together, and how far the list can be relied on. */
    public String explain() {
        final StringBuilder out =
                new StringBuilder(counted()).append(", ").append(pure()).append(" of them pure. ");
        final long sets = subsets.stream().filter(subset -> !subset.single()).count();
        if (sets > 0) {
            out.append("They make ")
                    .append(TableText.counted(subsets.size(), "maximal set"))
                    .append(", ")
                    .append(sets)
                    .append(" with more than one point, in ")
                    .append(TableText.counted(components.size(), "component"))
                    .append(". ");
        }
        indexSum()
                .ifPresent(sum -> out.append("The indices sum to ").append(sum).append(". "));
        if (degenerate() && ending.witness == null) {
            out.append("The game is degenerate. ");
        }
        witness().ifPresent(witness -> out.append(sentence(witness)));
        if (game.players() == 1 && complete() && count() > 1) {
            out.append("All mixtures of them are equilibria. ");
        }
        out.append(complete() ? "There are no others." : "There may be others: " + ending.missing + ".");
        return out.toString();
    }

    private String sentence(Witness witness) {
        final int other = 1 - witness.player();
        return "The game is degenerate: against " + mixed(witness) + " of player " + game.player(witness.player())
                + " player " + game.player(other) + " has "
                + witness.bestReplies().size() + " best replies ("
                + String.join(
                        ", ",
                        witness.bestReplies().stream()
                                .map(action -> game.action(other, action))
                                .toList())
                + "). ";
    }

    private String mixed(Witness witness) {
        final List<String> shown = new ArrayList<>();
        for (int action = 0; action < witness.strategy().size(); action++) {
            final Fraction chance = witness.strategy().get(action);
            if (chance.signum() > 0) {
                shown.add((chance.equals(Fraction.ONE) ? "" : chance + " ") + game.action(witness.player(), action));
            }
        }
        return String.join(", ", shown);
    }

    private String counted() {
        final String extreme = subsets.stream().allMatch(MaximalSubset::single) ? " " : " extreme ";
        return equilibria.size() + extreme + (equilibria.size() == 1 ? "equilibrium" : "equilibria");
    }

    /** In a line: how many, how many pure, and whether there may be more. */
    @Override
    public String toString() {
        return "NashEquilibria[" + equilibria.size() + (complete() ? "" : " or more") + ", " + pure() + " pure"
                + (degenerate() ? ", degenerate" : "")
                + (degenerate() && !components.isEmpty()
                        ? ", " + TableText.counted(components.size(), "component")
                        : "")
                + "]";
    }
}
