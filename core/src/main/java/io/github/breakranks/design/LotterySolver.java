package io.github.breakranks.design;

import io.github.breakranks.answer.Answer;
import io.github.breakranks.answer.Certificate;
import io.github.breakranks.answer.Solver;
import io.github.breakranks.answer.Watch;
import io.github.breakranks.internal.Checks;
import io.github.breakranks.internal.LinearProgram;
import io.github.breakranks.internal.LinearProgram.Engine;
import io.github.breakranks.internal.LinearProgram.Optimum;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * A second opinion on menus: the best menu of lotteries over a grid of quantities, by linear programming, with every wish of every type for
 * every other contract written down.
 *
 * <pre>{@code
 *   max   sum over k of pi_k ( sum over i of x_ki (v(q_i) - C_k(q_i)) - U_k )          x_ki  chance that type k brings q_i
 *   s.t.  U_j >= U_k + sum over i of x_ki (C_k(q_i) - C_j(q_i))   all j, k;            sum over i of x_ki <= 1        (else he stays)
 *         sum over k of pi_k ( U_k + sum over i of x_ki C_k(q_i) ) <= budget           x, U >= 0
 * }</pre>
 *
 * <p>It needs neither single crossing nor an order of the types, so it also answers where incentives are countervailing. The grid is refined
 * about what the program chose. Its optimum bounds the best menu of lotteries from below; the prices of its constraints, which need no
 * grid, bound every menu from above. Both are computed from the data, whatever the solver library says.
 *
 * <p>Cost: a dense program of K (points + 1) variables and K^2 rows, so at most {@link #MOST_TYPES} types.
 *
 * @param points how many quantities there are on the first grid [count], at least 2
 * @param zooms  how many times the grid is refined about what was chosen [count]
 * @param budget what may be paid per soldier of the population, in expectation [unit of the game]; empty for no bound
 */
public record LotterySolver(int points, int zooms, OptionalDouble budget) implements Solver<Screening, LotteryMenu> {
    /** The most types that it takes [count]. */
    public static final int MOST_TYPES = 30;

    static final int USUAL = 33;
    static final int USUAL_ZOOMS = 4;
    private static final int NEAR = 4; // points on each side of what was chosen, a quarter of the last spacing apart
    private static final double CHOSEN = 1e-6; // a chance below this is rounding

    public LotterySolver {
        Checks.count(2, "points", "quantities", points);
        Checks.count(0, "zooms", "refinements", zooms);
        budget.ifPresent(amount -> Checks.atLeast(0.0, "budget", "unit of the game", amount));
    }

    /** The solver on a grid of so many quantities, at least 2, as it stands. */
    public static LotterySolver of(int points) {
        return new LotterySolver(points, 0, OptionalDouble.empty());
    }

    /** This solver with at most so much paid per soldier of the population, in expectation [unit of the game]. */
    public LotterySolver withBudget(double newBudget) {
        return new LotterySolver(points, zooms, OptionalDouble.of(newBudget));
    }

    /** This solver with the grid refined so many times about what was chosen. */
    public LotterySolver withZooms(int newZooms) {
        return new LotterySolver(points, newZooms, budget);
    }

    @Override
    public Answer<LotteryMenu> solve(Screening screening, Watch watch) {
        return solve(screening, watch, List.of(new LinearProgram.OjAlgo(), new LinearProgram.Simplex()));
    }

    Answer<LotteryMenu> solve(Screening screening, Watch watch, List<Engine> engines) {
        if (screening.types() > MOST_TYPES) {
            throw Checks.refused(
                    "types must be <= %s [count] for the linear program, but was %s; join types, or let coming cost no type less than"
                            + " a more efficient one",
                    MOST_TYPES, screening.types());
        }
        if (Double.isInfinite(screening.most())) {
            throw Checks.refused(
                    "most must be finite [unit of quantity], but was %s: bound what a man can bring with upTo",
                    screening.most());
        }
        double[] grid = evenly(screening.most());
        double spacing = screening.most() / (points - 1);
        LotteryMenu found = null;
        for (int zoom = 0; zoom <= zooms; zoom++) {
            if (!watch.mayGoOn()) {
                return stopped(found, screening, watch.why(), "raise the limit");
            }
            final LotteryMenu next = on(screening, grid, engines);
            if (next == null) {
                return stopped(
                        found, screening, "no linear program solver found anything", "use fewer types or points");
            }
            found = next;
            spacing /= 4;
            grid = refined(grid, next, spacing, screening.most());
        }
        return bounded(found, watch);
    }

    private Answer<LotteryMenu> bounded(@Nullable LotteryMenu found, Watch watch) {
        final LotteryMenu menu = java.util.Objects.requireNonNull(found);
        final double bound = menu.prices().bound(budget.orElse(Double.POSITIVE_INFINITY), menu.firstBest(), watch);
        if (Double.isNaN(bound)) {
            return stopped(menu, menu.screening(), watch.why(), "raise the limit");
        }
        final LotteryMenu known = menu.withBound(Math.max(bound, menu.surplus()));
        return new Answer.Found<>(
                known,
                new Certificate.Numeric(
                        known.upperBound() - known.surplus(), menu.screening().unit()));
    }

    private static Answer<LotteryMenu> stopped(
            @Nullable LotteryMenu found, Screening screening, String why, String remedy) {
        final LotteryMenu kept = found == null ? LotteryMenu.nobody(screening) : found;
        return new Answer.Stopped<>(kept, new Certificate.Unproven(why), why, remedy);
    }

    private double[] evenly(double most) {
        final double[] grid = new double[points];
        Arrays.setAll(grid, i -> most * i / (points - 1));
        return most == 0 ? new double[] {0} : grid;
    }

    /** Close about what was chosen; elsewhere some of the old points, lest the program be led astray. */
    private static double[] refined(double[] grid, LotteryMenu menu, double spacing, double most) {
        final java.util.TreeSet<Double> points = new java.util.TreeSet<>();
        for (int i = 0; i < grid.length; i++) {
            boolean chosen = i == 0 || grid[i] == most;
            for (int k = 0; k < menu.screening().types(); k++) {
                chosen |= menu.chance(k, i) > CHOSEN;
            }
            for (int step = -NEAR; chosen && step <= NEAR; step++) {
                points.add(Math.max(0, Math.min(most, grid[i] + step * spacing)));
            }
        }
        return points.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private @Nullable LotteryMenu on(Screening screening, double[] grid, List<Engine> engines) {
        final int types = screening.types();
        final int width = grid.length;
        final double[] objective = new double[types * (width + 1)];
        final boolean bounded = budget.isPresent();
        final double[][] rows = new double[types + types * types + (bounded ? 1 : 0)][objective.length];
        final double[] limits = new double[rows.length];
        for (int k = 0; k < types; k++) {
            limits[k] = 1;
            objective[types * width + k] = -screening.share(k);
            for (int j = 0; j < types && types > 1; j++) {
                final double[] wish = rows[types + j * types + k];
                wish[types * width + k] += 1;
                wish[types * width + j] -= 1;
            }
            for (int i = 0; i < width; i++) {
                final int x = k * width + i;
                final double cost = screening.cost(k, grid[i]);
                rows[k][x] = 1;
                objective[x] = screening.share(k) * (screening.worth(grid[i]) - cost);
                for (int j = 0; j < types; j++) {
                    rows[types + j * types + k][x] = cost - screening.cost(j, grid[i]);
                }
                if (bounded) {
                    rows[rows.length - 1][x] = screening.share(k) * cost;
                }
            }
        }
        if (bounded) {
            limits[rows.length - 1] = budget.getAsDouble();
            for (int k = 0; k < types; k++) {
                rows[rows.length - 1][types * width + k] = screening.share(k);
            }
        }
        final Optimum optimum = LinearProgram.of(objective, rows, limits).solve(engines);
        return optimum == null ? null : read(screening, grid, optimum);
    }

    private LotteryMenu read(Screening screening, double[] grid, Optimum optimum) {
        final int types = screening.types();
        final double[][] chances = new double[types][];
        for (int k = 0; k < types; k++) {
            final double[] row = Arrays.copyOfRange(optimum.x(), k * grid.length, (k + 1) * grid.length);
            final double sum = Arrays.stream(row).sum();
            chances[k] = Arrays.stream(row).map(x -> x / Math.max(1, sum)).toArray();
        }
        final double[][] prices = new double[types][types];
        for (int j = 0; j < types; j++) {
            for (int k = 0; k < types; k++) {
                prices[j][k] = j == k ? 0 : optimum.y()[types + j * types + k];
            }
        }
        final double budgetPrice = budget.isPresent() ? optimum.y()[optimum.y().length - 1] : 0;
        return LotteryMenu.of(screening, grid, chances, Envy.of(screening, budgetPrice, prices), optimum.engine());
    }
}
