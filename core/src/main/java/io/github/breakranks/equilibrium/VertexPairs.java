package io.github.breakranks.equilibrium;

import io.github.breakranks.answer.Fraction;
import io.github.breakranks.answer.Watch;
import io.github.breakranks.equilibrium.NashEquilibria.Component;
import io.github.breakranks.equilibrium.NashEquilibria.Ending;
import io.github.breakranks.equilibrium.NashEquilibria.MaximalSubset;
import io.github.breakranks.equilibrium.NashEquilibria.Shape;
import io.github.breakranks.equilibrium.NashEquilibria.Witness;
import io.github.breakranks.game.NormalFormGame;
import io.github.breakranks.game.StrategyProfile;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.LongPredicate;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The extreme equilibria of a game of two players, from the vertices of both best-reply polytopes: the pairs that have all labels between them.
 *
 * <p>The index of a component adds up those of the equilibria near it of the game whose ties are broken by the lexicographic rule. That rule
 * scales each column of the second player's payoffs and each row of the first's by a little, so it is a small change of payoffs; its
 * equilibria are pairs of complementary bases, and each has index
 *
 * <pre>{@code
 *   (-1)^(k+1) sign det A_SN  sign det B_SN      k actions S against k actions N, payoffs shifted to be above 0
 * }</pre>
 */
final class VertexPairs {
    private static final int LOOK = 256; // vertices between two looks at the watch
    private static final Shape UNKNOWN = new Shape(List.of(), List.of());

    private final NormalFormGame game;
    private final VertexWalk[] walks; // by player
    private final List<Map<Long, Long>> vertexOfBasis; // by player: where it is on more labels than the basis
    private final List<Map<Long, Long>> basisOfVertex; // the reverse
    private final long all;

    VertexPairs(NormalFormGame game, VertexWalk[] walks) {
        this.game = game;
        this.walks = walks;
        this.all = walks[0].polytope().origin() | walks[1].polytope().origin();
        this.vertexOfBasis = List.of(new HashMap<>(), new HashMap<>());
        this.basisOfVertex = List.of(new HashMap<>(), new HashMap<>());
        for (int player = 0; player < 2; player++) {
            final LabelList bases = walks[player].bases();
            for (int k = 0; k < bases.size(); k++) {
                final long labels = walks[player].labels().get(k);
                if (labels != bases.get(k)) {
                    vertexOfBasis.get(player).put(bases.get(k), labels);
                    basisOfVertex.get(player).merge(labels, bases.get(k), Math::min);
                }
            }
        }
    }

    private record Pair(long first, long second) {}

    private record Solved(Pair pair, NashEquilibrium equilibrium) {}

    private boolean simple(int player, long basis) {
        return vertexOfBasis.get(player).isEmpty() || !vertexOfBasis.get(player).containsKey(basis);
    }

    private long vertexOf(int player, long basis) {
        return vertexOfBasis.get(player).getOrDefault(basis, basis);
    }

    /** Shows pairs of vertices with all labels, but for the two origins, one after the other; whether it came to the end. */
    private boolean pairs(Watch watch, Predicate<Pair> more) {
        final LabelList firsts = walks[0].bases();
        final long origin = walks[0].polytope().origin();
        for (int k = 0; k < firsts.size(); k++) {
            final long first = firsts.get(k);
            final long second = all & ~first;
            if (first != origin && simple(0, first) && walks[1].saw(second) && simple(1, second)) {
                if (!more.test(new Pair(first, second))) {
                    return false;
                }
            } else if (k % LOOK == LOOK - 1 && !watch.mayGoOn()) {
                return false;
            }
        }
        for (final long first : basisOfVertex.get(0).keySet()) {
            if (!eachSimple(1, all & ~first, second -> more.test(new Pair(first, second)))) {
                return false;
            }
            for (final long second : basisOfVertex.get(1).keySet()) {
                if ((first | second) == all && !more.test(new Pair(first, second))) {
                    return false;
                }
            }
            if (!watch.mayGoOn()) {
                return false;
            }
        }
        for (final long second : basisOfVertex.get(1).keySet()) {
            if (!eachSimple(0, all & ~second, first -> more.test(new Pair(first, second))) || !watch.mayGoOn()) {
                return false;
            }
        }
        return true;
    }

    /** Shows those vertices on as many labels as a basis that are on all the labels wanted. */
    private boolean eachSimple(int player, long wanted, LongPredicate more) {
        final LabelList bases = walks[player].bases();
        for (int k = 0; k < bases.size(); k++) {
            final long basis = bases.get(k);
            if ((wanted & ~basis) == 0 && walks[player].labels().get(k) == basis && !more.test(basis)) {
                return false;
            }
        }
        return true;
    }

    /** The equilibria, in order, with their sets, as far as the watch lets it; why some may be missing is said, or empty. */
    NashEquilibria equilibria(String missing, Watch watch) {
        final List<Map<Long, List<Fraction>>> strategies = List.of(new HashMap<>(), new HashMap<>());
        final List<Solved> solved = new ArrayList<>();
        final boolean paired = pairs(watch, pair -> {
            solve(pair, strategies).ifPresent(solved::add);
            return watch.mayGoOn();
        });
        solved.sort(Comparator.comparing(one -> one.equilibrium.profile(), NashEquilibria.ORDER));
        final Witness witness = witness();
        final Shape shape = missing.isEmpty() && paired
                ? shape(solved.stream().map(Solved::pair).toList(), strategies, watch)
                : UNKNOWN;
        final String why = missing.isEmpty() && (!paired || !watch.mayGoOn()) ? watch.why() : missing;
        return new NashEquilibria(
                game,
                solved.stream().map(Solved::equilibrium).toList(),
                shape,
                new Ending(why, witness != null, witness));
    }

    /** What a pair stands for; of a list that was not proven, some may be no vertices. */
    private Optional<Solved> solve(Pair pair, List<Map<Long, List<Fraction>>> strategies) {
        final List<Fraction> first = strategies.get(0).computeIfAbsent(pair.first, labels -> strategy(0, labels));
        final List<Fraction> second = strategies.get(1).computeIfAbsent(pair.second, labels -> strategy(1, labels));
        if (first.isEmpty() || second.isEmpty()) {
            return Optional.empty();
        }
        final StrategyProfile profile =
                StrategyProfile.of(first.toArray(Fraction[]::new), second.toArray(Fraction[]::new));
        final NashEquilibrium equilibrium = NashEquilibrium.of(game, profile);
        return equilibrium.regret().none() ? Optional.of(new Solved(pair, equilibrium)) : Optional.empty();
    }

    private List<Fraction> strategy(int player, long labels) {
        final long basis = basisOfVertex.get(player).getOrDefault(labels, labels);
        final ExactDictionary dictionary = ExactDictionary.at(walks[player].polytope(), basis);
        return dictionary == null || !dictionary.feasible() ? List.of() : List.of(dictionary.strategy());
    }

    /** How they hang together; unknown if the watch ran out. */
    private Shape shape(List<Pair> ordered, List<Map<Long, List<Fraction>>> strategies, Watch watch) {
        final List<List<Long>> vertices = List.of(ranked(strategies.get(0)), ranked(strategies.get(1)));
        final List<Map<Long, Integer>> places = List.of(places(vertices.get(0)), places(vertices.get(1)));
        final int[][] joined = ordered.stream()
                .map(pair ->
                        new int[] {places.get(0).get(pair.first), places.get(1).get(pair.second)})
                .toArray(int[][]::new);
        final EquilibriumSets sets = new EquilibriumSets(joined);
        final int[] component = sets.components();
        final List<EquilibriumSets.Block> blocks = sets.maximal(watch);
        final int[] indices = blocks == null ? null : indices(ordered, component, watch);
        if (blocks == null || indices == null) {
            return UNKNOWN;
        }
        final List<List<Integer>> ofFirst = byFirst(joined, vertices.get(0).size());
        final List<MaximalSubset> subsets = new ArrayList<>();
        for (final EquilibriumSets.Block block : blocks) {
            final List<List<List<Fraction>>> corners = List.of(
                    corners(block.first(), vertices.get(0), strategies.get(0)),
                    corners(block.second(), vertices.get(1), strategies.get(1)));
            subsets.add(new MaximalSubset(corners, members(block, ofFirst, joined)));
        }
        subsets.sort(Comparator.comparing(MaximalSubset::members, VertexPairs::compare));
        return new Shape(subsets, components(component, subsets, indices));
    }

    private static int compare(List<Integer> one, List<Integer> other) {
        for (int k = 0; k < Math.min(one.size(), other.size()); k++) {
            final int sign = one.get(k).compareTo(other.get(k));
            if (sign != 0) {
                return sign;
            }
        }
        return Integer.compare(one.size(), other.size());
    }

    private static List<Long> ranked(Map<Long, List<Fraction>> strategies) {
        return strategies.keySet().stream()
                .filter(labels ->
                        !Objects.requireNonNull(strategies.get(labels)).isEmpty())
                .sorted(Comparator.comparing(strategies::get, VertexPairs::greaterFirst))
                .toList();
    }

    private static int greaterFirst(List<Fraction> one, List<Fraction> other) {
        for (int action = 0; action < one.size(); action++) {
            final int sign = other.get(action).compareTo(one.get(action));
            if (sign != 0) {
                return sign;
            }
        }
        return 0;
    }

    private static Map<Long, Integer> places(List<Long> vertices) {
        final Map<Long, Integer> places = new HashMap<>();
        vertices.forEach(vertex -> places.put(vertex, places.size()));
        return places;
    }

    private static List<List<Fraction>> corners(
            BitSet chosen, List<Long> vertices, Map<Long, List<Fraction>> strategies) {
        return chosen.stream().mapToObj(k -> strategies.get(vertices.get(k))).toList();
    }

    /** The equilibria of a block, whose first strategies each have theirs listed. */
    private static List<Integer> members(EquilibriumSets.Block block, List<List<Integer>> ofFirst, int[][] joined) {
        return block.first().stream()
                .boxed()
                .flatMap(first -> ofFirst.get(first).stream())
                .filter(k -> block.second().get(joined[k][1]))
                .sorted()
                .toList();
    }

    private static List<List<Integer>> byFirst(int[][] joined, int strategies) {
        final List<List<Integer>> ofFirst = new ArrayList<>();
        for (int first = 0; first < strategies; first++) {
            ofFirst.add(new ArrayList<>());
        }
        for (int k = 0; k < joined.length; k++) {
            ofFirst.get(joined[k][0]).add(k);
        }
        return ofFirst;
    }

    private static List<Component> components(int[] component, List<MaximalSubset> subsets, int... indices) {
        final List<Component> components = new ArrayList<>();
        final int count = Arrays.stream(component).max().orElse(-1) + 1;
        final List<List<Integer>> members = new ArrayList<>();
        final List<List<Integer>> sets = new ArrayList<>();
        for (int c = 0; c < count; c++) {
            members.add(new ArrayList<>());
            sets.add(new ArrayList<>());
        }
        for (int k = 0; k < component.length; k++) {
            members.get(component[k]).add(k);
        }
        for (int k = 0; k < subsets.size(); k++) {
            sets.get(component[subsets.get(k).members().get(0)]).add(k);
        }
        for (int c = 0; c < count; c++) {
            components.add(new Component(members.get(c), sets.get(c), OptionalInt.of(indices[c])));
        }
        return components;
    }

    /** Of each component, from complementary bases; null if the watch ran out. */
    private int @Nullable [] indices(List<Pair> ordered, int[] component, Watch watch) {
        final Map<Pair, Integer> places = new HashMap<>();
        ordered.forEach(pair -> places.put(pair, places.size()));
        final int[] indices = new int[Arrays.stream(component).max().orElse(-1) + 1];
        final LabelList firsts = walks[0].bases();
        final long origin = walks[0].polytope().origin();
        for (int k = 0; k < firsts.size(); k++) {
            final long first = firsts.get(k);
            final long second = all & ~first;
            if (k % LOOK == LOOK - 1 && !watch.mayGoOn()) {
                return null;
            }
            if (first != origin && walks[1].saw(second)) {
                final Pair pair = new Pair(vertexOf(0, first), vertexOf(1, second));
                indices[component[Objects.requireNonNull(places.get(pair))]] += index(first);
            }
        }
        return indices;
    }

    private int index(long first) {
        final int[] actions = walks[0].polytope().support(first);
        final int[] replies = walks[0].polytope().best(first);
        final int sign = sign(walks[0].polytope(), replies, actions) * sign(walks[1].polytope(), actions, replies);
        return actions.length % 2 == 1 ? sign : -sign;
    }

    private static int sign(BestReplyPolytope polytope, int[] rows, int[] columns) {
        final BigInteger[][] minor = new BigInteger[rows.length][columns.length];
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < columns.length; j++) {
                minor[i][j] = polytope.whole(rows[i], columns[j]);
            }
        }
        return determinantSign(minor);
    }

    /** By elimination without fractions (Bareiss, 1968, 10.1090/S0025-5718-1968-0226829-0). */
    private static int determinantSign(BigInteger[][] rows) {
        int sign = 1;
        BigInteger before = BigInteger.ONE;
        for (int step = 0; step < rows.length; step++) {
            int pivot = step;
            while (pivot < rows.length && rows[pivot][step].signum() == 0) {
                pivot++;
            }
            if (pivot == rows.length) {
                return 0;
            }
            if (pivot != step) {
                final BigInteger[] chosen = rows[pivot];
                rows[pivot] = rows[step];
                rows[step] = chosen;
                sign = -sign;
            }
            for (int i = step + 1; i < rows.length; i++) {
                for (int j = step + 1; j < rows.length; j++) {
                    rows[i][j] = rows[i][j]
                            .multiply(rows[step][step])
                            .subtract(rows[i][step].multiply(rows[step][j]))
                            .divide(before);
                }
            }
            before = rows[step][step];
        }
        return rows.length == 0 ? 1 : sign * before.signum();
    }

    /** The degenerate vertex with fewest actions, of the first player if there is one. */
    private @Nullable Witness witness() {
        for (int player = 0; player < 2; player++) {
            final BestReplyPolytope polytope = walks[player].polytope();
            final long fewest = basisOfVertex.get(player).keySet().stream()
                    .min(Comparator.<Long>comparingInt(labels -> polytope.support(labels).length)
                            .thenComparing(Long::reverse))
                    .orElse(0L);
            if (fewest != 0) {
                return new Witness(
                        player,
                        strategy(player, fewest),
                        Arrays.stream(polytope.best(fewest)).boxed().toList());
            }
        }
        return null;
    }
}
