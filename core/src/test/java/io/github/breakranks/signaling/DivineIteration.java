package io.github.breakranks.signaling;

import io.github.breakranks.answer.Fraction;
import io.github.breakranks.internal.ExactPolytope;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Divine equilibrium with its repetition, written down once more: beliefs are means of those that replies still open make consistent, replies
 * are best to beliefs still open.
 *
 * <pre>{@code
 *   after reply r each type that gains surely deviates, one that neither gains nor loses perhaps; so belief is the prior on a set W with
 *   gains >= 0 on W and <= 0 off it, or a mean of such;   next beliefs = hull over replies open;   next replies = best to these
 * }</pre>
 */
final class DivineIteration {
    private final PerfectBayesianEquilibrium equilibrium;
    private final SignalingGame game;
    private final int message;
    private final ReplyPrograms programs;
    private final List<Integer> types;

    private DivineIteration(PerfectBayesianEquilibrium equilibrium, int message) {
        this.equilibrium = equilibrium;
        this.game = equilibrium.game();
        this.message = message;
        this.programs = new ReplyPrograms(equilibrium, message, () -> true);
        this.types = IntStream.range(0, game.types().size())
                .filter(t -> game.available(t, message))
                .boxed()
                .toList();
    }

    /** Whether every message nobody sends has a belief of the last stage with a best reply that deters all. */
    static boolean divine(PerfectBayesianEquilibrium equilibrium) {
        return IntStream.range(0, equilibrium.game().messages().size())
                .filter(m -> !equilibrium.onPath(m))
                .allMatch(m -> new DivineIteration(equilibrium, m).deterred());
    }

    private boolean deterred() {
        Set<Set<Integer>> corners = new HashSet<>(); // of beliefs: the prior on each of these sets
        types.forEach(t -> corners.add(Set.of(t)));
        Set<Set<Integer>> before = Set.of();
        Set<Set<Integer>> now = corners;
        while (!now.equals(before)) {
            before = now;
            final Set<Set<Integer>> next = consistent(best(now));
            now = next.isEmpty() ? now : next;
        }
        return best(now).stream().anyMatch(set -> programs.reply(set, List.of(), types));
    }

    /** The sets of types such that a reply on these sets of actions tempts them and no others. */
    private Set<Set<Integer>> consistent(List<Integer> sets) {
        final Set<Set<Integer>> found = new HashSet<>();
        for (int subset = 1; subset < 1 << types.size(); subset++) {
            final List<Integer> in = new ArrayList<>();
            final List<Integer> out = new ArrayList<>();
            for (int k = 0; k < types.size(); k++) {
                ((subset >>> k & 1) != 0 ? in : out).add(types.get(k));
            }
            if (sets.stream().anyMatch(set -> programs.reply(set, in, out))) {
                found.add(new HashSet<>(in));
            }
        }
        return found;
    }

    /** The sets of actions that are best together at a mean of the prior on these sets of types. */
    private List<Integer> best(Set<Set<Integer>> corners) {
        final List<Set<Integer>> ordered = new ArrayList<>(corners);
        return IntStream.range(1, 1 << game.actions().size())
                .filter(set -> best(ordered, set))
                .boxed()
                .toList();
    }

    private boolean best(List<Set<Integer>> corners, int set) {
        ExactPolytope means = ExactPolytope.simplex(corners.size());
        final int first = Integer.numberOfTrailingZeros(set);
        for (int a = 0; a < game.actions().size(); a++) {
            final List<Fraction> row = new ArrayList<>();
            for (Set<Integer> corner : corners) {
                Fraction sum = Fraction.ZERO;
                for (int t : corner) {
                    sum = sum.plus(equilibrium
                            .game()
                            .prior(t)
                            .times(game.receiver(t, message, a).minus(game.receiver(t, message, first))));
                }
                row.add(sum); // corners are not scaled to 1: only signs of sums matter
            }
            final BigInteger[] whole = WholeNumbers.of(row);
            means = (set >>> a & 1) != 0 ? means.equal(BigInteger.ZERO, whole) : means.atMost(BigInteger.ZERO, whole);
        }
        return means.feasible();
    }
}
