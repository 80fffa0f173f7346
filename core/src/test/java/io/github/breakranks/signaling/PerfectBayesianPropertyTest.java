package io.github.breakranks.signaling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.breakranks.Seeds;
import io.github.breakranks.answer.Answer;
import io.github.breakranks.answer.Certificate;
import io.github.breakranks.answer.Fraction;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** All perfect Bayesian equilibria of games drawn at random, with and without ties. */
class PerfectBayesianPropertyTest {
    private static final int MANY = 1000; // values of payoffs: hardly a tie
    private static final int FEW = 2;

    private final PerfectBayesianSolver solver = PerfectBayesianSolver.solver();

    /** Kreps and Wilson (1982): some equilibrium exists; each passes the verifier; all supports announced are accounted for. */
    @Property(tries = 150, edgeCases = EdgeCasesMode.NONE, seed = Seeds.USUAL)
    void someExistAllAreProvenAndNoSupportIsForgotten(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 3) int types,
            @ForAll @IntRange(min = 1, max = 3) int messages) {
        for (int most : new int[] {FEW, MANY}) {
            final int actions = 1 + (int) Math.floorMod(seed, 3L);
            final SignalingGame game =
                    RandomSignaling.withLessAccess(RandomSignaling.game(types, messages, actions, seed, most), seed);
            final Answer<PerfectBayesianEquilibria> answer = solver.solve(game);
            final PerfectBayesianEquilibria found = answer.orElseThrow();
            assertFalse(found.all().isEmpty(), game::toString);
            assertInstanceOf(Certificate.Proven.class, answer.certificate(), () -> seed + " " + answer.certificate());
            assertEquals(PerfectBayesianSolver.announced(game), found.visited().add(found.pruned()));
            assertEquals(found.announced(), PerfectBayesianSolver.announced(game));
        }
    }

    /** Every vertex of every support, solved one by one without pruning, is in a set that was found, and every entry is such a vertex. */
    @Property(tries = 60, edgeCases = EdgeCasesMode.NONE, seed = Seeds.USUAL)
    void plainEnumerationFindsTheSame(@ForAll long seed, @ForAll @IntRange(min = 1, max = 1000) int most) {
        final int[][] sizes = {{2, 2, 2}, {2, 2, 3}, {3, 2, 2}};
        final int[] size = sizes[(int) Math.floorMod(seed, 3L)];
        final int values = most < 500 ? FEW : most;
        SignalingGame game = RandomSignaling.game(size[0], size[1], size[2], seed, values);
        game = seed % 2 == 0 ? game : RandomSignaling.withLessAccess(game, seed);
        final PerfectBayesianEquilibria found = solver.solve(game).orElseThrow();
        final PlainEnumeration plain = new PlainEnumeration(game);

        assertEquals(found.announced().longValueExact(), plain.supports());
        for (List<List<List<Fraction>>> outcome : plain.outcomes().values()) {
            assertTrue(
                    found.pieces().stream().anyMatch(piece -> holds(piece, outcome.get(0), outcome.get(1))),
                    () -> "seed " + seed + ": " + outcome);
        }
        for (PerfectBayesianEquilibrium each : found.all()) {
            assertTrue(plain.outcomes().containsKey(key(each)), () -> "seed " + seed + ": " + each);
        }
        if (!found.degenerate()) {
            assertEquals(plain.outcomes().size(), found.all().size());
        }
    }

    static boolean holds(EquilibriumPiece piece, List<List<Fraction>> sender, List<List<Fraction>> response) {
        final List<List<Fraction>> onPath = new ArrayList<>();
        for (int m = 0; m < response.size(); m++) {
            final int message = m;
            final boolean sent =
                    sender.stream().anyMatch(ofType -> ofType.get(message).signum() > 0);
            onPath.add(
                    sent ? response.get(m) : Collections.nCopies(response.get(m).size(), Fraction.ZERO));
        }
        final EquilibriumPiece point = new EquilibriumPiece(
                List.of(sender), List.of(onPath), new EquilibriumPiece.OffPath(List.of(), List.of()));
        return Outcomes.contains(piece, point);
    }

    private static List<Object> key(PerfectBayesianEquilibrium each) {
        return new Outcome(each.game(), each.senders(), each.responses()).key();
    }

    /** After a message nobody sends, a belief and a best reply to it that deters everybody are in one of the sets; drawn at random. */
    @Property(tries = 60, edgeCases = EdgeCasesMode.NONE, seed = Seeds.USUAL)
    void allThatSustainsIsInTheSets(@ForAll long seed, @ForAll boolean ties) {
        final SignalingGame game =
                RandomSignaling.withLessAccess(RandomSignaling.game(3, 2, 3, seed, ties ? FEW : MANY), seed);
        final Random random = new Random(seed);
        for (PerfectBayesianEquilibrium each : solver.solve(game).orElseThrow().all()) {
            for (int m = 0; m < game.messages().size(); m++) {
                for (int draw = 0; !each.onPath(m) && draw < 20; draw++) {
                    final List<Fraction> belief = belief(game, m, random);
                    final List<Fraction> reply = reply(game, m, belief, random);
                    assertEquals(
                            deters(each, m, reply),
                            each.sustaining(m).stream()
                                    .anyMatch(set -> in(set.beliefs(), belief) && in(set.responses(), reply)),
                            () -> "seed " + seed + ": " + belief + " " + reply);
                }
            }
        }
    }

    private static boolean in(List<List<Fraction>> vertices, List<Fraction> point) {
        return Outcomes.inHull(vertices.stream().map(List::of).toList(), List.of(point));
    }

    private static List<Fraction> belief(SignalingGame game, int m, Random random) {
        final int[] weights = new int[game.types().size()];
        while (IntStream.of(weights).sum() == 0) {
            for (int t = 0; t < weights.length; t++) {
                weights[t] = game.available(t, m) ? random.nextInt(3) : 0;
            }
        }
        return shares(weights);
    }

    private static List<Fraction> shares(int... weights) {
        final int sum = IntStream.of(weights).sum();
        return IntStream.of(weights)
                .mapToObj(weight -> Fraction.of(weight, sum))
                .toList();
    }

    /** Some mixture of the actions that are best at the belief. */
    private static List<Fraction> reply(SignalingGame game, int m, List<Fraction> belief, Random random) {
        final List<Fraction> worth = new ArrayList<>();
        for (int a = 0; a < game.actions().size(); a++) {
            Fraction sum = Fraction.ZERO;
            for (int t = 0; t < belief.size(); t++) {
                sum = sum.plus(belief.get(t).times(game.receiver(t, m, a)));
            }
            worth.add(sum);
        }
        final Fraction best = Collections.max(worth);
        final int[] weights = new int[worth.size()];
        while (IntStream.of(weights).sum() == 0) {
            for (int a = 0; a < weights.length; a++) {
                weights[a] = worth.get(a).equals(best) ? random.nextInt(3) : 0;
            }
        }
        return shares(weights);
    }

    private static boolean deters(PerfectBayesianEquilibrium each, int m, List<Fraction> reply) {
        final SignalingGame game = each.game();
        for (int t = 0; t < game.types().size(); t++) {
            Fraction gain = Fraction.ZERO;
            for (int a = 0; a < reply.size(); a++) {
                gain = gain.plus(reply.get(a).times(game.sender(t, m, a)));
            }
            if (game.available(t, m) && gain.compareTo(each.payoff(t)) > 0) {
                return false;
            }
        }
        return true;
    }

    /** Every pure profile tried: each that is an equilibrium is among the entries, and the pure entries with pure answers are all. */
    @Property(tries = 60, edgeCases = EdgeCasesMode.NONE, seed = Seeds.USUAL)
    void noPureEquilibriumIsMissing(@ForAll long seed, @ForAll boolean twoActions) {
        for (int most : new int[] {FEW, MANY}) {
            final SignalingGame game = twoActions
                    ? RandomSignaling.game(3, 3, 2, seed, most)
                    : RandomSignaling.withLessAccess(RandomSignaling.game(2, 3, 3, seed, most), seed);
            final Set<List<Object>> found = new HashSet<>();
            solver.solve(game).orElseThrow().all().forEach(each -> found.add(key(each)));
            for (List<Object> pure : PureEquilibria.of(game)) {
                assertTrue(found.contains(pure), () -> "seed " + seed + ": " + pure);
            }
        }
    }

    /** Names and order mean nothing. */
    @Property(tries = 60, edgeCases = EdgeCasesMode.NONE, seed = Seeds.USUAL)
    void relabellingChangesNothing(@ForAll long seed) {
        for (int most : new int[] {FEW, MANY}) {
            final SignalingGame game = RandomSignaling.withLessAccess(RandomSignaling.game(2, 3, 2, seed, most), seed);
            final Random random = new Random(seed);
            final List<Integer> types = order(2, random);
            final List<Integer> messages = order(3, random);
            final List<Integer> actions = order(2, random);
            final PerfectBayesianEquilibria other = solver.solve(
                            RandomSignaling.relabelled(game, types, messages, actions))
                    .orElseThrow();
            final PerfectBayesianEquilibria found = solver.solve(game).orElseThrow();
            assertEquals(texts(found), texts(other), () -> "seed " + seed);
            assertEquals(found.degenerate(), other.degenerate());
            assertEquals(found.pieces().size(), other.pieces().size());
        }
    }

    private static List<Integer> order(int size, Random random) {
        final List<Integer> order =
                new ArrayList<>(IntStream.range(0, size).boxed().toList());
        Collections.shuffle(order, random);
        return order;
    }

    /** Each outcome by names, in an order of its own. */
    private static Set<List<String>> texts(PerfectBayesianEquilibria found) {
        final Set<List<String>> texts = new HashSet<>();
        for (PerfectBayesianEquilibrium each : found.all()) {
            final SignalingGame game = each.game();
            final List<String> text = new ArrayList<>(List.of(each.kind().toString()));
            for (int m = 0; m < game.messages().size(); m++) {
                for (int t = 0; t < game.types().size(); t++) {
                    text.add(game.types().get(t) + " " + game.messages().get(m) + " " + each.sender(t, m));
                }
                for (int a = 0; a < game.actions().size() && each.onPath(m); a++) {
                    text.add(game.messages().get(m) + " " + game.actions().get(a) + " " + each.response(m, a));
                }
            }
            Collections.sort(text);
            texts.add(text);
        }
        return texts;
    }

    /** Only comparisons within a type, and of the receiver's actions after one message, matter. */
    @Property(tries = 60, edgeCases = EdgeCasesMode.NONE, seed = Seeds.USUAL)
    void unitsChangeNothing(@ForAll long seed, @ForAll @IntRange(min = 1, max = 1_000_000_007) int factor) {
        final SignalingGame game = RandomSignaling.game(3, 2, 2, seed, factor % 2 == 0 ? FEW : MANY);
        final SignalingGame other =
                RandomSignaling.inOtherUnits(game, Fraction.of(factor, 1_000_003), Fraction.of(7, 3));
        assertEquals(
                texts(solver.solve(game).orElseThrow()),
                texts(solver.solve(other).orElseThrow()));
    }
}
