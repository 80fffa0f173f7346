package io.github.breakranks.design;

import java.util.Arrays;

/**
 * What each type is to bring, at the least rents that keep the types apart, as if a unit of pay cost the host {@code price}.
 *
 * <pre>{@code
 *   types a to b alike:   (Pi_b - Pi_(a-1)) v(q) - price (Pi_b C(q, theta_b) - Pi_(a-1) C(q, theta_(a-1)))       Pi cumulative shares
 * }</pre>
 *
 * <p>Summed over the types of a block the virtual costs telescope to this, so that a block is as cheap to maximise as a type. Types are
 * added from the most efficient on; while the last block would bring more than the one before, the two are pooled (pool adjacent
 * violators: what is maximised is the pooled sum, not an average of quantities). After each type the blocks are the best menu for the
 * types so far, so that one pass answers for every cut-off behind which nobody is hired.
 */
final class Ironing {
    private static final double ROUNDING = 1e-13; // of the largest sum: gains below it hire nobody

    private final Screening screening;
    private final double price;
    private final double[] upTo; // by type: the cumulative share, its own included
    private final int[] first; // by block: its first type
    private final double[] quantity; // by block
    private final double[] value; // by block: the sum of all blocks up to it
    private int blocks;

    Ironing(Screening screening, double price) {
        final int types = screening.types();
        this.screening = screening;
        this.price = price;
        this.upTo = new double[types];
        this.first = new int[types];
        this.quantity = new double[types];
        this.value = new double[types];
        double sum = 0;
        for (int k = 0; k < types; k++) {
            sum += screening.share(k);
            upTo[k] = k == types - 1 ? 1 : sum;
        }
    }

    /** Quantities by type hired, the types up to the cut-off that is best. */
    double[] best() {
        double most = 0;
        double largest = 0;
        int hired = 0;
        for (int k = 0; k < upTo.length; k++) {
            final double sum = add(k);
            largest = Math.max(largest, Math.abs(sum));
            if (sum > most + ROUNDING * largest) {
                most = sum;
                hired = k + 1;
            }
        }
        return hired(hired);
    }

    /** Quantities by type if just so many types, the most efficient, are hired. */
    double[] hired(int types) {
        blocks = 0;
        for (int k = 0; k < types; k++) {
            add(k);
        }
        final double[] all = new double[types];
        for (int block = 0; block < blocks; block++) {
            Arrays.fill(all, first[block], block + 1 < blocks ? first[block + 1] : types, quantity[block]);
        }
        return all;
    }

    /** What is paid per soldier for these quantities, at the least rents that keep neighbours apart. */
    static double outlay(Screening screening, double... quantities) {
        double sum = 0;
        double rent = 0;
        for (int k = quantities.length - 1; k >= 0; k--) {
            if (k + 1 < quantities.length) {
                rent += screening.cost(k + 1, quantities[k + 1]) - screening.cost(k, quantities[k + 1]);
            }
            sum += screening.share(k) * (rent + screening.cost(k, quantities[k]));
        }
        return sum;
    }

    /** The best sum for the types up to this one. */
    private double add(int type) {
        blocks = type == 0 ? 0 : blocks;
        first[blocks] = type;
        quantity[blocks] = peak(type, type);
        blocks++;
        while (blocks > 1 && quantity[blocks - 1] > quantity[blocks - 2]) {
            blocks--;
            quantity[blocks - 1] = peak(first[blocks - 1], type);
        }
        final double before = blocks == 1 ? 0 : value[blocks - 2];
        value[blocks - 1] = before + of(first[blocks - 1], type, quantity[blocks - 1]);
        return value[blocks - 1];
    }

    private double peak(int from, int to) {
        return Differences.peak(q -> slope(from, to, q), screening.most());
    }

    private double slope(int from, int to, double q) {
        final double better = from == 0 ? 0 : upTo[from - 1];
        final double spared = from == 0 ? 0 : better * screening.marginalCost(from - 1, q);
        return (upTo[to] - better) * screening.marginalWorth(q)
                - price * (upTo[to] * screening.marginalCost(to, q) - spared);
    }

    private double of(int from, int to, double q) {
        final double better = from == 0 ? 0 : upTo[from - 1];
        final double spared = from == 0 ? 0 : better * screening.cost(from - 1, q);
        return (upTo[to] - better) * screening.worth(q) - price * (upTo[to] * screening.cost(to, q) - spared);
    }
}
