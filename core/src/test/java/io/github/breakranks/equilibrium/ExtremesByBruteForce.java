package io.github.breakranks.equilibrium;

import io.github.breakranks.answer.Fraction;
import io.github.breakranks.game.NormalFormGame;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The extreme equilibria of a small game from every choice of inequalities that could hold with equality, in fractions. */
final class ExtremesByBruteForce {
    private ExtremesByBruteForce() {}

    /** A corner of a best-reply polytope: the strategy, and its labels as bits. */
    private record Corner(List<Fraction> strategy, int labels) {}

    /** All pairs of strategies, the first player's first. */
    static Set<List<List<Fraction>>> of(NormalFormGame game) {
        final int all = (1 << game.actions(0) + game.actions(1)) - 1;
        final Set<List<List<Fraction>>> pairs = new HashSet<>();
        final Set<Corner> seconds = corners(game, 1);
        for (final Corner first : corners(game, 0)) {
            for (final Corner second : seconds) {
                if ((first.labels | second.labels) == all) {
                    pairs.add(List.of(first.strategy, second.strategy));
                }
            }
        }
        return pairs;
    }

    private static Set<Corner> corners(NormalFormGame game, int player) {
        final int own = game.actions(player);
        final int others = game.actions(1 - player);
        final Fraction[][] rows = new Fraction[own + others][own + 1]; // row z = last where the label holds
        for (int label = 0; label < rows.length; label++) {
            Arrays.fill(rows[label], Fraction.ZERO);
            if (label < own) {
                rows[label][label] = Fraction.ONE;
            } else {
                payoffs(game, player, label - own, rows[label]);
            }
        }
        final Set<Corner> corners = new HashSet<>();
        for (int chosen = 0; chosen < 1 << rows.length; chosen++) {
            final Fraction[] corner = Integer.bitCount(chosen) == own ? solve(rows, chosen) : null;
            if (corner != null && Arrays.stream(corner).anyMatch(chance -> chance.signum() != 0)) {
                add(corners, rows, corner, game, player);
            }
        }
        return corners;
    }

    private static void payoffs(NormalFormGame game, int player, int reply, Fraction[] row) {
        Fraction least = game.exactPayoffAt(1 - player, 0);
        for (int index = 0; index < game.profiles(); index++) {
            final Fraction payoff = game.exactPayoffAt(1 - player, index);
            least = payoff.compareTo(least) < 0 ? payoff : least;
        }
        for (int action = 0; action < row.length - 1; action++) {
            final Fraction payoff =
                    player == 0 ? game.exactPayoff(1, action, reply) : game.exactPayoff(0, reply, action);
            row[action] = payoff.minus(least).plus(Fraction.ONE);
        }
        row[row.length - 1] = Fraction.ONE;
    }

    private static void add(
            Set<Corner> corners, Fraction[][] rows, Fraction[] corner, NormalFormGame game, int player) {
        final int own = corner.length;
        int labels = 0;
        Fraction sum = Fraction.ZERO;
        for (final Fraction chance : corner) {
            if (chance.signum() < 0) {
                return;
            }
            sum = sum.plus(chance);
        }
        for (int label = 0; label < rows.length; label++) {
            Fraction left = Fraction.ZERO;
            for (int action = 0; action < own; action++) {
                left = left.plus(rows[label][action].times(corner[action]));
            }
            final int sign = left.compareTo(rows[label][own]);
            if (label >= own && sign > 0) {
                return;
            }
            final int ofGame = player == 0 ? label : (label + game.actions(0)) % rows.length;
            labels |= sign == 0 ? 1 << ofGame : 0;
        }
        final Fraction total = sum;
        corners.add(new Corner(
                Arrays.stream(corner).map(chance -> chance.over(total)).toList(), labels));
    }

    private static Fraction @Nullable [] solve(Fraction[][] rows, int chosen) {
        final int size = rows[0].length - 1;
        final List<Fraction[]> system = new ArrayList<>();
        for (int label = 0; label < rows.length; label++) {
            if ((chosen >> label & 1) == 1) {
                system.add(rows[label].clone());
            }
        }
        for (int step = 0; step < size; step++) {
            int pivot = step;
            while (pivot < size && system.get(pivot)[step].signum() == 0) {
                pivot++;
            }
            if (pivot == size) {
                return null;
            }
            final Fraction[] row = system.set(pivot, system.get(step));
            system.set(step, row);
            for (int other = 0; other < size; other++) {
                if (other != step) {
                    final Fraction factor = system.get(other)[step].over(row[step]);
                    final Fraction[] changed = system.get(other);
                    Arrays.setAll(changed, j -> changed[j].minus(factor.times(row[j])));
                }
            }
        }
        final Fraction[] solution = new Fraction[size];
        Arrays.setAll(solution, i -> system.get(i)[size].over(system.get(i)[i]));
        return solution;
    }
}
