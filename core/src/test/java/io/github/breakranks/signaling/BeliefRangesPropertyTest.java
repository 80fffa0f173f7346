package io.github.breakranks.signaling;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.breakranks.Seeds;
import io.github.breakranks.answer.Fraction;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Beliefs after a message nobody sends, tried one by one from the definition, against the ranges given for a set of outcomes. */
class BeliefRangesPropertyTest {
    private static final int GRID = 24;
    private static final int MIXTURES = 3;

    /** A belief is in the ranges just if it sustains every outcome of the set: the corners, and mixtures of them drawn at random. */
    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE, seed = Seeds.USUAL)
    void insideJustIfEveryOutcomeIsSustained(
            @ForAll long seed,
            @ForAll @IntRange(min = 2, max = 3) int types,
            @ForAll @IntRange(min = 1, max = 3) int most) {
        final SignalingGame drawn = RandomSignaling.game(types, 2, 3, seed, most);
        final SignalingGame game = types == 2 ? drawn : RandomSignaling.withLessAccess(drawn, seed);
        final PerfectBayesianEquilibria found =
                PerfectBayesianSolver.solver().solve(game).orElseThrow();
        for (EquilibriumPiece piece : found.pieces()) {
            final List<List<Fraction>> payoffs = payoffs(game, piece, new Random(seed));
            for (int m = 0; m < game.messages().size(); m++) {
                final List<Integer> have = have(game, m);
                if (!piece.onPath(m) && !have.isEmpty() && have.size() <= 2) {
                    compare(found, piece, m, payoffs);
                }
            }
        }
    }

    private static List<Integer> have(SignalingGame game, int message) {
        return IntStream.range(0, game.types().size())
                .filter(t -> game.available(t, message))
                .boxed()
                .toList();
    }

    private static void compare(
            PerfectBayesianEquilibria found, EquilibriumPiece piece, int message, List<List<Fraction>> payoffs) {
        final SignalingGame game = found.game();
        final List<Integer> have = have(game, message);
        final int type = have.get(0);
        final List<WeightRange> ranges = found.commonBeliefs(piece, message, type);
        assertEquals(ranges.stream().map(WeightRange::shares).toList(), found.beliefRanges(piece, message, type));
        for (Fraction weight : weights(ranges, have.size())) {
            final boolean inside = ranges.stream()
                    .anyMatch(range -> range.low().compareTo(weight) <= 0 && weight.compareTo(range.high()) <= 0);
            final Reply reply = new Reply(game, message, have, weight);
            assertEquals(
                    payoffs.stream().allMatch(reply::deters),
                    inside,
                    () -> game.messages().get(message) + " with " + weight + " of " + ranges + " in " + piece + " of "
                            + game);
        }
    }

    /** A grid, and the ends of the ranges with what lies just beyond; 1 alone where one type has the message. */
    private static List<Fraction> weights(List<WeightRange> ranges, int types) {
        if (types == 1) {
            return List.of(Fraction.ONE);
        }
        final List<Fraction> weights = new ArrayList<>();
        for (int k = 0; k <= GRID; k++) {
            weights.add(Fraction.of(k, GRID));
        }
        final Fraction little = Fraction.of(1, 1_000_000);
        for (WeightRange range : ranges) {
            for (Fraction end : List.of(range.low(), range.high())) {
                weights.addAll(List.of(end, end.plus(little), end.minus(little)));
            }
        }
        return weights.stream()
                .filter(weight -> weight.signum() >= 0 && weight.complement().signum() >= 0)
                .toList();
    }

    /** What each type gets at the corners, and at mixtures. */
    private static List<List<Fraction>> payoffs(SignalingGame game, EquilibriumPiece piece, Random random) {
        final List<List<Fraction>> payoffs = new ArrayList<>();
        for (List<List<Fraction>> sender : piece.senders()) {
            for (List<List<Fraction>> response : piece.responses()) {
                payoffs.add(payoffs(game, sender, response));
            }
        }
        for (int k = 0; k < MIXTURES; k++) {
            payoffs.add(payoffs(game, mixed(piece.senders(), random), mixed(piece.responses(), random)));
        }
        return payoffs;
    }

    private static List<List<Fraction>> mixed(List<List<List<Fraction>>> vertices, Random random) {
        final int[] parts = random.ints(vertices.size(), 1, 9).toArray();
        final int sum = IntStream.of(parts).sum();
        final List<List<Fraction>> mixed = new ArrayList<>();
        for (int row = 0; row < vertices.get(0).size(); row++) {
            final List<Fraction> shares = new ArrayList<>();
            for (int column = 0; column < vertices.get(0).get(row).size(); column++) {
                Fraction share = Fraction.ZERO;
                for (int k = 0; k < parts.length; k++) {
                    share = share.plus(vertices.get(k).get(row).get(column).times(Fraction.of(parts[k], sum)));
                }
                shares.add(share);
            }
            mixed.add(shares);
        }
        return mixed;
    }

    private static List<Fraction> payoffs(
            SignalingGame game, List<List<Fraction>> sender, List<List<Fraction>> response) {
        final List<Fraction> payoffs = new ArrayList<>();
        for (int t = 0; t < sender.size(); t++) {
            Fraction payoff = Fraction.ZERO;
            for (int m = 0; m < response.size(); m++) {
                for (int a = 0; a < response.get(m).size(); a++) {
                    payoff = payoff.plus(
                            sender.get(t).get(m).times(response.get(m).get(a)).times(game.sender(t, m, a)));
                }
            }
            payoffs.add(payoff);
        }
        return payoffs;
    }

    /** The best replies to one belief. Of two types, a mixture of two replies deters both if any does: it is a game of two rows. */
    private record Reply(SignalingGame game, int message, List<Integer> have, Fraction weight) {

        private Fraction worth(int action) {
            final Fraction first = game.receiver(have.get(0), message, action).times(weight);
            return have.size() == 1
                    ? first
                    : first.plus(game.receiver(have.get(1), message, action).times(weight.complement()));
        }

        private List<Integer> best() {
            return IntStream.range(0, game.actions().size())
                    .filter(a ->
                            IntStream.range(0, game.actions().size()).allMatch(b -> worth(a).compareTo(worth(b)) >= 0))
                    .boxed()
                    .toList();
        }

        boolean deters(List<Fraction> payoffs) {
            return best().stream().anyMatch(a -> best().stream().anyMatch(b -> deters(payoffs, a, b)));
        }

        /** Whether some mixture of two actions gains nobody anything: an interval of chances of the first for each type. */
        private boolean deters(List<Fraction> payoffs, int a, int b) {
            Fraction low = Fraction.ZERO;
            Fraction high = Fraction.ONE;
            for (int t : have) {
                final Fraction one = game.sender(t, message, a).minus(payoffs.get(t));
                final Fraction other = game.sender(t, message, b).minus(payoffs.get(t));
                final Fraction slope = one.minus(other);
                if (slope.signum() == 0 && other.signum() > 0) {
                    return false;
                }
                if (slope.signum() > 0) {
                    final Fraction bound = other.times(-1).over(slope);
                    high = bound.compareTo(high) < 0 ? bound : high;
                } else if (slope.signum() < 0) {
                    low = low.max(other.times(-1).over(slope));
                }
            }
            return low.compareTo(high) <= 0;
        }
    }
}
