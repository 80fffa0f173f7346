package io.github.breakranks.design;

import io.github.breakranks.answer.Watch;
import java.util.Arrays;
import java.util.PriorityQueue;

/**
 * Prices on envy: what it is worth to the host if type j did not wish for the contract of type k, and what follows for every menu.
 *
 * <pre>{@code
 *   surplus of any menu, lotteries included  <=  budgetPrice * budget
 *     + sum over k of max over q of  pi_k v(q) - (1 + budgetPrice) pi_k C_k(q) - sum over j of w_jk (C_k(q) - C_j(q))     or 0: not hired
 *
 *   for any prices w_jk >= 0 with   sum over k of w_jk  <=  (1 + budgetPrice) pi_j + sum over i of w_ij     (rents are worth nothing)
 * }</pre>
 *
 * <p>Weak duality: whoever keeps all constraints earns no more than the Lagrangian's maximum. The maxima are bounded, not searched: between
 * two quantities what is concave lies below its tangents and what is convex below its chord, and intervals are halved until nothing is
 * left to gain. A sum of both whose slope falls at every probe is taken to be concave.
 */
final class Envy {
    private static final double WITHIN = 1e-11; // of the first-best surplus
    private static final int MOST_CUTS = 400;
    private static final int PROBES = 16;
    private static final double ROUNDING = 1e-9; // of a slope

    private final Screening screening;
    private final double budgetPrice;
    private final int[][] who; // by type k: the types j that wish for its contract at a price
    private final double[][] weights; // their prices

    private Envy(Screening screening, double budgetPrice, int[][] who, double[][] weights) {
        this.screening = screening;
        this.budgetPrice = budgetPrice;
        this.who = who;
        this.weights = weights;
    }

    /** Prices {@code of[j][k]} for type j wishing for the contract of type k. */
    static Envy of(Screening screening, double budgetPrice, double[][] of) {
        final int types = screening.types();
        final int[][] who = new int[types][types];
        final double[][] weights = new double[types][types];
        for (int k = 0; k < types; k++) {
            int known = 0;
            for (int j = 0; j < types; j++) {
                if (j != k && of[j][k] > 0) {
                    who[k][known] = j;
                    weights[k][known++] = of[j][k];
                }
            }
            who[k] = Arrays.copyOf(who[k], known);
            weights[k] = Arrays.copyOf(weights[k], known);
        }
        return new Envy(screening, Math.max(0, budgetPrice), who, weights);
    }

    /** Prices between neighbours only: {@code down[k]} of type k for the contract of k + 1, {@code up[k]} of k + 1 for that of k. */
    static Envy ofNeighbours(Screening screening, double budgetPrice, double[] down, double[] up) {
        final int types = screening.types();
        final int[][] who = new int[types][];
        final double[][] weights = new double[types][];
        for (int k = 0; k < types; k++) {
            final boolean last = k == types - 1;
            who[k] = k == 0 ? new int[] {1} : last ? new int[] {k - 1} : new int[] {k - 1, k + 1};
            weights[k] = k == 0
                    ? new double[] {last ? 0 : up[0]}
                    : last ? new double[] {down[k - 1]} : new double[] {down[k - 1], up[k]};
            if (types == 1) {
                who[k] = new int[0];
                weights[k] = new double[0];
            }
        }
        return new Envy(screening, Math.max(0, budgetPrice), who, weights);
    }

    /**
     * What no menu earns more than; NaN if the watch stopped the work.
     *
     * @param budget what may be paid per soldier [unit of the game]; infinity if nothing bounds it
     * @param all    the first-best surplus, which bounds the rents that any menu can afford
     */
    double bound(double budget, double all, Watch watch) {
        double sum = budgetPrice == 0 ? 0 : budgetPrice * budget;
        final double[] excess = new double[screening.types()];
        for (int k = 0; k < screening.types(); k++) {
            if ((k & 63) == 63 && !watch.mayGoOn()) {
                return Double.NaN;
            }
            sum += Math.max(0, new Cells(k, 0).bound(WITHIN * all * screening.share(k)));
            excess[k] -= (1 + budgetPrice) * screening.share(k);
            for (int n = 0; n < who[k].length; n++) {
                excess[k] -= weights[k][n];
                excess[who[k][n]] += weights[k][n];
            }
        }
        for (int k = 0; k < screening.types(); k++) {
            // Prices that rounding left too high: no menu that earns anything pays type k more than all / pi_k.
            sum += Math.max(0, excess[k]) * all / screening.share(k);
        }
        return sum;
    }

    /**
     * By stretch between neighbouring quantities, in ascending order, what a type adds to the bound at most if it brings what lies there.
     *
     * @param tilt what is added for each unit that it brings
     */
    double[] bounds(int type, double tilt, double... quantities) {
        return new Cells(type, tilt).bounds(quantities);
    }

    /** What a unit of pay costs above itself, for the budget. */
    double budgetPrice() {
        return budgetPrice;
    }

    /** A stretch of quantities and what the Lagrangian does not exceed on it. */
    private record Cell(Point from, Point to, double bound) {}

    /** The Lagrangian's concave and convex part at a quantity. */
    private record Point(double q, double concave, double slope, double convex) {}

    private final class Cells {
        private final int type;
        private final double tilt; // added for each unit
        private final double own; // the weight of its own cost
        private boolean concave; // the whole, as far as probed: then tangents of the whole are far closer

        Cells(int type, double tilt) {
            this.type = type;
            this.tilt = tilt;
            this.own = (1 + budgetPrice) * screening.share(type)
                    + Arrays.stream(weights[type]).sum();
        }

        double[] bounds(double... quantities) {
            probe();
            final double[] bounds = new double[Math.max(1, quantities.length - 1)];
            Point from = at(quantities[0]);
            bounds[0] = from.concave + from.convex;
            for (int n = 1; n < quantities.length; n++) {
                final Point to = at(quantities[n]);
                bounds[n - 1] = cell(from, to).bound;
                from = to;
            }
            return bounds;
        }

        /** The Lagrangian at evenly spaced quantities; settles whether it is concave. */
        private Point[] probe() {
            concave = true;
            final Point[] probed = new Point[PROBES + 1];
            Arrays.setAll(probed, n -> at(screening.most() * n / PROBES));
            final double steepest = own * screening.marginalCost(type, screening.most());
            for (int n = 1; n <= PROBES; n++) {
                concave &= probed[n].slope <= probed[n - 1].slope + ROUNDING * steepest;
            }
            if (!concave) {
                Arrays.setAll(probed, n -> at(screening.most() * n / PROBES));
            }
            return probed;
        }

        double bound(double within) {
            final Point[] probed = probe();
            double best = Double.NEGATIVE_INFINITY;
            final PriorityQueue<Cell> open =
                    new PriorityQueue<>((one, other) -> Double.compare(other.bound, one.bound));
            for (int n = 0; n <= PROBES; n++) {
                best = Math.max(best, probed[n].concave + probed[n].convex);
                if (n > 0) {
                    open.add(cell(probed[n - 1], probed[n]));
                }
            }
            for (int cut = 0; cut < MOST_CUTS && !open.isEmpty() && open.peek().bound > best + within; cut++) {
                final Cell worst = open.remove();
                final Point middle = at(worst.from.q + (worst.to.q - worst.from.q) / 2);
                best = Math.max(best, middle.concave + middle.convex);
                open.add(cell(worst.from, middle));
                open.add(cell(middle, worst.to));
            }
            return open.isEmpty() ? best : Math.max(best, open.peek().bound);
        }

        private Point at(double q) {
            double convex = 0;
            double convexSlope = 0;
            for (int n = 0; n < who[type].length; n++) {
                final double weight = weights[type][n];
                convex += weight == 0 ? 0 : weight * screening.cost(who[type][n], q);
                convexSlope += weight == 0 || !concave ? 0 : weight * screening.marginalCost(who[type][n], q);
            }
            final double share = screening.share(type);
            final double value = share * screening.worth(q) - own * screening.cost(type, q) + tilt * q;
            final double slope = share * screening.marginalWorth(q) - own * screening.marginalCost(type, q) + tilt;
            return concave ? new Point(q, value + convex, slope + convexSlope, 0) : new Point(q, value, slope, convex);
        }

        private Cell cell(Point from, Point to) {
            final double width = to.q - from.q;
            if (!(width > 0)) {
                return new Cell(from, to, Math.max(from.concave + from.convex, to.concave + to.convex));
            }
            final double chord = (to.convex - from.convex) / width;
            final double backward = to.concave - to.slope * width; // the tangent at the far end, at the near one
            double bound = Math.max(Math.min(from.concave, backward) + from.convex, to.concave + to.convex);
            if (Double.isInfinite(from.slope)) {
                return new Cell(from, to, Math.max(backward + from.convex, to.concave + to.convex));
            }
            final double meet = from.slope == to.slope ? 0 : (backward - from.concave) / (from.slope - to.slope);
            if (meet > 0 && meet < width) {
                bound = Math.max(bound, from.concave + from.slope * meet + from.convex + chord * meet);
            }
            return new Cell(from, to, bound);
        }
    }
}
