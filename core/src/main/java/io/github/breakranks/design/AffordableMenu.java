package io.github.breakranks.design;

import io.github.breakranks.answer.Watch;
import io.github.breakranks.design.MenuSolver.Priced;
import java.util.Arrays;

/**
 * The best menu within a budget: every unit of pay is counted {@code 1 + price} times, at the price at which the budget is just spent.
 *
 * <p>Where coming costs something whatever is brought, hiring one more type is a leap that no price makes smooth. Then every number of
 * types hired is tried by itself, each with a price of its own.
 */
final class AffordableMenu {
    private static final int MOST_STEPS = 120;
    private static final double SETTLED = 1e-14;
    private static final double NO_PRICE_IS_ENOUGH = 1e12;
    private static final int MOST_CUTOFFS = 64; // each tried by itself

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
        return new Priced(best.quantities(), best.price(), prices);
    }

    private double surplus(double... quantities) {
        double sum = -Ironing.outlay(screening, quantities);
        for (int k = 0; k < quantities.length; k++) {
            sum += screening.share(k) * screening.worth(quantities[k]);
        }
        return sum;
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
