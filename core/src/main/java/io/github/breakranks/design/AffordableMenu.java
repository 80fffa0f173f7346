package io.github.breakranks.design;

import io.github.breakranks.answer.Watch;
import io.github.breakranks.design.MenuSolver.Priced;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The best menu within a budget: every unit of pay is counted {@code 1 + price} times, at the price at which the budget is just spent.
 *
 * <p>Where coming costs something whatever is brought, hiring one more type is a leap that no price makes smooth. Then every number of
 * types hired is tried by itself, each with a price of its own. Those hired need not be the most efficient: of types who bring nothing
 * and to whom coming costs the same none envies another, so that any of them may be left out to save money.
 */
final class AffordableMenu {
    private static final int MOST_STEPS = 120;
    private static final double SETTLED = 1e-14;
    private static final double NO_PRICE_IS_ENOUGH = 1e12;
    private static final int MOST_CUTOFFS = 64; // each tried by itself
    private static final int MOST_CHOSEN = 14; // types of whom every choice is tried

    private final Screening screening;
    private final double most;
    private final Watch watch;

    AffordableMenu(Screening screening, double most, Watch watch) {
        this.screening = screening;
        this.most = most;
        this.watch = watch;
    }

    Priced best() {
        final int types = screening.types();
        final boolean leaps = screening.cost(types - 1, 0) > 0 && types <= MOST_CUTOFFS;
        if (!leaps) {
            return priced(types + 1);
        }
        final double[] prices = new double[types + 1];
        Priced best = new Priced(new double[0], 0);
        for (int hired = 1; hired <= types && watch.mayGoOn(); hired++) {
            final Priced next = priced(hired);
            prices[hired] = next.price();
            best = surplus(next.quantities()) > surplus(best.quantities()) ? next : best;
        }
        for (int first = 0; first < types - 1 && watch.mayGoOn(); first++) {
            for (double share : sharesWithout(first)) {
                final Priced next = without(first, share);
                best = next != null && surplus(next.quantities()) > surplus(best.quantities()) ? next : best;
            }
        }
        return new Priced(best.quantities(), best.price(), prices);
    }

    /** The last type to which coming with nothing costs just what it costs this one: none of them envies another that. */
    static int lastAlike(Screening screening, int type) {
        int last = type;
        while (last + 1 < screening.types() && screening.cost(last + 1, 0) == screening.cost(type, 0)) {
            last++;
        }
        return last;
    }

    /**
     * If the first to stay out is this type, shares of the later ones alike to hire with nothing to bring: the sums of their shares next to
     * what would be best if any share could be hired. What those before are worth is concave in the money left for them.
     */
    private double[] sharesWithout(int first) {
        final double coming = screening.cost(first, 0);
        final int alike = lastAlike(screening, first) - first;
        final double price = screening.worth(0) / coming;
        if (!(price > 1) || alike == 0 || coming == 0) {
            return new double[0];
        }
        final double dear = first == 0 ? 0 : Ironing.outlay(screening, new Ironing(screening, price).hired(first));
        final double best = (most - rentBefore(first) - dear) / coming;
        double below = 0;
        double above = Double.POSITIVE_INFINITY;
        for (int mask = 1; mask < 1 << Math.min(alike, MOST_CHOSEN); mask++) {
            final double sum = chosen(first, mask);
            below = sum <= best && sum > below ? sum : below;
            above = sum >= best && sum < above ? sum : above;
        }
        return new double[] {below, above};
    }

    /** The share of those types after the first to stay out that a mask names. */
    private double chosen(int first, int mask) {
        double sum = 0;
        for (int n = 0; n < MOST_CHOSEN && first + 1 + n < screening.types(); n++) {
            sum += (mask >> n & 1) == 1 ? screening.share(first + 1 + n) : 0;
        }
        return sum;
    }

    /** What those before get since they could come as one who brings nothing. */
    private double rentBefore(int first) {
        double share = 0;
        for (int k = 0; k < first; k++) {
            share += screening.share(k);
        }
        return first == 0 ? 0 : share * (screening.cost(first, 0) - screening.cost(first - 1, 0));
    }

    /** The types before the first to stay out, and later ones of this share, who bring nothing; null if there is no such menu. */
    private @Nullable Priced without(int first, double share) {
        final double left = most - rentBefore(first) - share * screening.cost(first, 0);
        if (!(share > 0 && left >= 0)) {
            return null;
        }
        final Priced before =
                first == 0 ? new Priced(new double[0], 0) : new AffordableMenu(screening, left, watch).priced(first);
        if (before.quantities().length < first) {
            return null;
        }
        final int alike = lastAlike(screening, first) - first;
        int mask = 1;
        while (chosen(first, mask) != share) {
            mask++;
        }
        final double[] all = Arrays.copyOf(before.quantities(), first + 1 + alike);
        for (int n = -1; n < alike; n++) {
            all[first + 1 + n] = n >= 0 && n < MOST_CHOSEN && (mask >> n & 1) == 1 ? 0 : Double.NaN;
        }
        return new Priced(all, before.price());
    }

    private double surplus(double... quantities) {
        final double[] rents = rents(screening, quantities);
        double sum = 0;
        for (int k = 0; k < quantities.length; k++) {
            final double gain = screening.worth(quantities[k]) - screening.cost(k, quantities[k]) - rents[k];
            sum += Double.isNaN(gain) ? 0 : screening.share(k) * gain;
        }
        return sum;
    }

    /**
     * The least rents of types in order, by the next one's contract; NaN quantities are not hired. Types after one that stays out bring
     * nothing, at the same cost of coming, so that they count as one.
     */
    static double[] rents(Screening screening, double... quantities) {
        final double[] rents = new double[quantities.length];
        int next = -1;
        for (int k = quantities.length - 1; k >= 0; k--) {
            if (!Double.isNaN(quantities[k])) {
                final double q = next < 0 ? 0 : quantities[next];
                rents[k] = next < 0 ? 0 : rents[next] + screening.cost(next, q) - screening.cost(k, q);
                next = k;
            }
        }
        return rents;
    }

    /** For so many types hired; for more than there are, as many as is best. */
    private Priced priced(int types) {
        double low = 0;
        double high = 1;
        double[] over = at(types, low);
        double above = Ironing.outlay(screening, over) - most;
        if (above <= 0) {
            return new Priced(over, 0, 0);
        }
        double[] within = at(types, high);
        double below = Ironing.outlay(screening, within) - most;
        while (below > 0 && high < NO_PRICE_IS_ENOUGH) {
            low = high;
            over = within;
            above = below;
            high *= 2;
            within = at(types, high);
            below = Ironing.outlay(screening, within) - most;
        }
        if (below > 0) {
            return new Priced(new double[0], high, high);
        }
        double aboveWeight = 1;
        double belowWeight = 1;
        for (int step = 0; step < MOST_STEPS && watch.mayGoOn(); step++) {
            if (high - low <= SETTLED * high || above <= SETTLED * most || -below <= SETTLED * most) {
                break;
            }
            final double part = above * aboveWeight / (above * aboveWeight - below * belowWeight);
            final double middle = low + (high - low) * (step % 4 == 3 ? 0.5 : Math.min(0.999, Math.max(0.001, part)));
            final double[] there = at(types, middle);
            final double left = Ironing.outlay(screening, there) - most;
            if (left > 0) { // the end that stays counts half (Illinois rule)
                low = middle;
                over = there;
                above = left;
                aboveWeight = 1;
                belowWeight /= 2;
            } else {
                high = middle;
                within = there;
                below = left;
                belowWeight = 1;
                aboveWeight /= 2;
            }
        }
        final double price = above <= -below ? low : high;
        return new Priced(mixed(over, within), price, price);
    }

    private double[] at(int types, double price) {
        final Ironing ironing = new Ironing(screening, 1 + price);
        return types > screening.types() ? ironing.best() : ironing.hired(types);
    }

    /**
     * Between the last menu that costs too much and the first that does not, what each brings moved until the budget is spent: at one price
     * both are best, and so is what lies between. Types that only one of them hires bring nothing in the other.
     */
    private double[] mixed(double[] over, double... within) {
        final int hired = Math.max(over.length, within.length);
        for (int k = Math.min(over.length, within.length); k < hired; k++) {
            if (screening.cost(k, 0) > 0) {
                return within; // nothing lies between coming and staying
            }
        }
        final double[] dear = Arrays.copyOf(over, hired);
        final double[] cheap = Arrays.copyOf(within, hired);
        double[] best = within;
        double part = 0;
        for (double step = 0.5; step > 1e-16; step /= 2) {
            final double[] between = new double[hired];
            for (int k = 0; k < hired; k++) {
                between[k] = cheap[k] + (part + step) * (dear[k] - cheap[k]);
            }
            if (Ironing.outlay(screening, between) <= most) {
                part += step;
                best = between;
            }
        }
        return best;
    }
}
