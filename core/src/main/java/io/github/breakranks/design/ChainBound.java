package io.github.breakranks.design;

import io.github.breakranks.answer.Watch;
import java.util.Arrays;
import java.util.TreeSet;

/**
 * What no menu without lotteries gains more than, where types are ordered.
 *
 * <pre>{@code
 *   surplus  <=  max over q_1 >= .. >= q_m  of  sum over k <= m of f_k(q_k)  +  sum over k < m of u_k (q_k - q_(k+1))
 *
 *   f_k  worth less virtual cost, by share          u_k >= 0  what keeps type k + 1 from bringing more, where the two are pooled
 * }</pre>
 *
 * <p>Where money is short, later types alike in what coming costs may come with nothing though one before them stays out: what they add is
 * at most the sum of what each does. Each type's wish for the next one's contract and the order of quantities follow from the constraints, so that keeping only these can
 * gain no less. Quantities are cut into stretches, finer about those of the menu, on each of which f is bounded by tangents; the best
 * chain of stretches is found by dynamic programming, type by type.
 */
final class ChainBound {
    private static final int STRETCHES = 256;
    private static final int FINE = 22; // about a quantity, each half as far from it as the last
    private static final int MOST_CENTRES = 16;

    private final Screening screening;
    private final double[] quantities;
    private final double[] pulls;
    private final boolean bound;

    /**
     * Bounds for menus of these types.
     *
     * @param about by type, quantities about which stretches are finer, NaN for those not hired; any give a bound
     * @param pulls by type, what it is worth per unit that the next brings no more; any amounts at least 0 give a bound
     * @param bound whether money is short: then some may be left out before others who bring nothing
     */
    ChainBound(Screening screening, double[] about, boolean bound, double... pulls) {
        this.screening = screening;
        this.bound = bound;
        this.pulls = pulls;
        final TreeSet<Double> points = new TreeSet<>();
        final double most = screening.most();
        for (int n = 0; n <= STRETCHES; n++) {
            points.add(most * n / STRETCHES);
        }
        final double[] centres = Arrays.stream(about)
                .filter(quantity -> !Double.isNaN(quantity))
                .distinct()
                .limit(MOST_CENTRES)
                .toArray();
        for (double centre : centres) {
            points.add(centre);
            for (int n = 0; n < FINE; n++) {
                final double aside = most * Math.scalb(1.0, -8 - n);
                points.add(Math.max(0, centre - aside));
                points.add(Math.min(most, centre + aside));
            }
        }
        this.quantities = points.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /**
     * The bound if so many types are hired.
     *
     * @param price what a unit of pay costs above itself
     * @param spent what is granted for keeping the budget: price times budget
     */
    double bound(int hired, double price, double spent, Watch watch) {
        return bounds(hired, hired, price, watch)[hired] + spent;
    }

    /** The bounds by how many types are hired, from none to all. */
    double[] bounds(double price, double spent, Watch watch) {
        final double[] bounds = bounds(0, screening.types(), price, watch);
        Arrays.setAll(bounds, hired -> bounds[hired] + spent);
        return bounds;
    }

    /** From so many types hired to so many; NaN for fewer, and if the watch stopped the work. */
    private double[] bounds(int from, int to, double price, Watch watch) {
        final double[] bounds = new double[to + 1];
        Arrays.fill(bounds, Double.NaN);
        bounds[0] = from == 0 ? later(0, price) : Double.NaN;
        final Envy virtual = virtual(price);
        double[] best = new double[0];
        for (int k = 0; k < to && watch.mayGoOn(); k++) {
            final double before = k == 0 ? 0 : pulls[k - 1];
            if (k + 1 >= from) {
                final double[] last = chained(best, virtual.bounds(k, -before, quantities));
                bounds[k + 1] = Arrays.stream(last).max().orElseThrow() + later(k + 1, price);
            }
            best = chained(best, virtual.bounds(k, pulls[k] - before, quantities));
        }
        return bounds;
    }

    /** What each type's contract costs at the prices of the wishes for it of the one before alone. */
    private Envy virtual(double price) {
        final double[] down = new double[screening.types()];
        double upTo = 0;
        for (int k = 0; k < down.length; k++) {
            upTo += screening.share(k);
            down[k] = (1 + price) * upTo;
        }
        return Envy.ofNeighbours(screening, price, down, new double[down.length]);
    }

    /** What those hired after a first type that stays out add at most: alike to it, they bring nothing. */
    private double later(int first, double price) {
        double sum = 0;
        for (int k = first + 1; bound && k < screening.types(); k++) {
            if (screening.cost(k, 0) != screening.cost(first, 0)) {
                break;
            }
            sum += screening.share(k) * Math.max(0, screening.worth(0) - (1 + price) * screening.cost(k, 0));
        }
        return sum;
    }

    /** The best sums of chains that end in each stretch: what lies there, and the best so far that brought no less. */
    private static double[] chained(double[] best, double... bounds) {
        double highest = best.length == 0 ? 0 : Double.NEGATIVE_INFINITY;
        for (int n = bounds.length - 1; n >= 0; n--) {
            highest = best.length == 0 ? 0 : Math.max(highest, best[n]);
            bounds[n] += highest;
        }
        return bounds;
    }
}
