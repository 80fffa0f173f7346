package io.github.breakranks.design;

import io.github.breakranks.answer.Table;
import io.github.breakranks.answer.Table.Column;
import io.github.breakranks.internal.TableText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The best menu of lotteries over a grid of quantities, and what no menu earns more than.
 *
 * <p>Amounts are per soldier of the whole population [unit of the game]. Rents are computed from the lotteries: the least at which every type
 * prefers its own.
 */
public final class LotteryMenu {
    private static final double CERTAIN = 1e-6;

    private final Screening screening;
    private final double[] grid;
    private final double[][] chances; // by type and grid point
    private final double[] rents;
    private final Origin origin;

    /** Where it comes from: the prices on envy, who found them, and the bound that they give. */
    private record Origin(Envy prices, String engine, double bound) {}

    private LotteryMenu(Screening screening, double[] grid, double[][] chances, double[] rents, Origin origin) {
        this.screening = screening;
        this.grid = grid;
        this.chances = chances;
        this.rents = rents;
        this.origin = origin;
    }

    static LotteryMenu of(Screening screening, double[] grid, double[][] chances, Envy prices, String engine) {
        return new LotteryMenu(
                screening,
                grid,
                chances,
                rents(screening, grid, chances),
                new Origin(prices, engine, Double.POSITIVE_INFINITY));
    }

    static LotteryMenu nobody(Screening screening) {
        final int types = screening.types();
        return of(
                screening, new double[] {0}, new double[types][1], Envy.of(screening, 0, new double[types][types]), "");
    }

    LotteryMenu withBound(double bound) {
        return new LotteryMenu(screening, grid, chances, rents, new Origin(origin.prices, origin.engine, bound));
    }

    /** The least that keep the types apart; as many rounds as there are types, so that a wish is passed on from each to each. */
    private static double[] rents(Screening screening, double[] grid, double[][] chances) {
        final int types = screening.types();
        final double[][] cheaper = new double[types][types]; // by how much j brings the lot of k more cheaply than k
        for (int k = 0; k < types; k++) {
            for (int j = 0; j < types; j++) {
                for (int i = 0; i < grid.length; i++) {
                    cheaper[j][k] += chances[k][i] * (screening.cost(k, grid[i]) - screening.cost(j, grid[i]));
                }
            }
        }
        final double[] rents = new double[types];
        for (int round = 0; round < types; round++) {
            for (int j = 0; j < types; j++) {
                for (int k = 0; k < types; k++) {
                    rents[j] = Math.max(rents[j], rents[k] + cheaper[j][k]);
                }
            }
        }
        return rents;
    }

    /** The soldiers it is made for. */
    public Screening screening() {
        return screening;
    }

    /** What the host gains per soldier [unit of the game]: the optimum on the grid, to which no menu of single quantities on it comes up. */
    public double surplus() {
        double sum = 0;
        for (int k = 0; k < chances.length; k++) {
            double gain = -rents[k];
            for (int i = 0; i < grid.length; i++) {
                gain += chances[k][i] * (screening.worth(grid[i]) - screening.cost(k, grid[i]));
            }
            sum += screening.share(k) * gain;
        }
        return sum;
    }

    /** What no menu earns more than per soldier, on a grid or not, with lotteries or without [unit of the game]. */
    public double upperBound() {
        return origin.bound;
    }

    /** The chance that the type with this number comes. */
    public double comes(int type) {
        return Arrays.stream(chances[type]).sum();
    }

    /** What the type with this number brings in expectation, given that it comes [unit of quantity]; NaN if it never does. */
    public double quantity(int type) {
        final double comes = comes(type);
        double sum = 0;
        for (int i = 0; i < grid.length; i++) {
            sum += chances[type][i] * grid[i];
        }
        return comes > 0 ? sum / comes : Double.NaN;
    }

    /** What it gains over staying [unit of the game]. */
    public double rent(int type) {
        return rents[type];
    }

    /** What it is paid in expectation [unit of the game]. */
    public double payment(int type) {
        double sum = rents[type];
        for (int i = 0; i < grid.length; i++) {
            sum += chances[type][i] * screening.cost(type, grid[i]);
        }
        return sum;
    }

    /** Whether what this type brings, or whether it comes, is left to chance. */
    public boolean randomises(int type) {
        final double largest = Arrays.stream(chances[type]).max().orElse(0);
        return Math.max(largest, 1 - comes(type)) < 1 - CERTAIN;
    }

    /** The linear program solver whose answer it is. */
    public String engine() {
        return origin.engine;
    }

    double chance(int type, int point) {
        return chances[type][point];
    }

    Envy prices() {
        return origin.prices;
    }

    double budgetPrice() {
        return origin.prices.budgetPrice();
    }

    /** What the host would gain per soldier if it could tell types apart. */
    double firstBest() {
        double sum = 0;
        for (int k = 0; k < chances.length; k++) {
            final double best = screening.best(k);
            sum += screening.share(k) * Math.max(0, screening.worth(best) - screening.cost(k, best));
        }
        return sum;
    }

    /** By type what it brings in expectation; NaN where it rather stays. */
    double[] expected() {
        final double[] all = new double[chances.length];
        Arrays.setAll(all, k -> comes(k) < 0.5 ? Double.NaN : quantity(k));
        return all;
    }

    /** By type what it brings in expectation if it comes; NaN where it never does. */
    double[] ifItComes() {
        final double[] all = new double[chances.length];
        Arrays.setAll(all, this::quantity);
        return all;
    }

    /** By type what it brings most likely; NaN where it rather stays. */
    double[] likeliest() {
        final double[] all = new double[chances.length];
        for (int k = 0; k < all.length; k++) {
            int best = 0;
            for (int i = 1; i < grid.length; i++) {
                best = chances[k][i] > chances[k][best] ? i : best;
            }
            all[k] = 1 - comes(k) > chances[k][best] ? Double.NaN : grid[best];
        }
        return all;
    }

    /** A row a type: its share, the chance that it comes, what it brings and is paid in expectation, its rent, whether chance decides. */
    public Table table() {
        final List<List<@Nullable Object>> rows = new ArrayList<>();
        for (int k = 0; k < chances.length; k++) {
            rows.add(List.of(
                    screening.theta(k),
                    screening.share(k),
                    comes(k),
                    comes(k) > 0 ? quantity(k) : 0,
                    payment(k),
                    rent(k),
                    randomises(k)));
        }
        final String unit = screening.unit();
        return Table.of(
                List.of(
                        Column.of("type"),
                        Column.of("share", "share"),
                        Column.of("comes", "share"),
                        Column.of("brings", "unit of quantity"),
                        Column.of("paid", unit),
                        Column.of("rent", unit),
                        Column.of("lottery")),
                rows);
    }

    /** In a sentence or two. */
    public String explain() {
        int random = 0;
        for (int k = 0; k < chances.length; k++) {
            random += randomises(k) ? 1 : 0;
        }
        return "On a grid of " + grid.length + " quantities a menu of lotteries gains "
                + TableText.number(surplus(), 6) + " per soldier, and no menu gains more than "
                + TableText.number(upperBound(), 6) + "; "
                + (random == 0 ? "nothing is left to chance." : "chance decides for " + random + " types.");
    }

    @Override
    public String toString() {
        return "LotteryMenu[" + chances.length + " types, surplus " + TableText.number(surplus(), 6) + ", at most "
                + TableText.number(upperBound(), 6) + ", " + engine() + "]";
    }
}
