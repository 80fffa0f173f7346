package io.github.breakranks.design;

import io.github.breakranks.answer.Certificate;
import io.github.breakranks.answer.Watch;
import io.github.breakranks.design.Menu.Contract;
import java.util.List;
import java.util.function.IntFunction;

/**
 * Checks a menu from its contracts alone: that every type prefers its own to every other and to staying, that the budget is kept and the
 * first best not passed; and how much more any menu could earn, by prices on envy ({@link Envy}) read off the marginal worths and costs.
 * Where lotteries over coming and staying keep that bound apart, how much more any menu without lotteries could ({@link ChainBound}).
 */
final class MenuVerifier {
    private static final double WITHIN = 1e-9; // of the scale of worth and pay

    private MenuVerifier() {}

    /**
     * A menu of ordered types.
     *
     * @param prices at which a unit of pay was counted above itself: one, or one for each number of types hired
     * @param rivals what so many types might bring instead; any quantities give a bound, the best the closest
     */
    static Certificate certify(Menu menu, double[] prices, IntFunction<double[]> rivals, Watch watch) {
        final String failure = failure(menu, WITHIN * scale(menu));
        if (!failure.isEmpty()) {
            return new Certificate.Unproven(failure);
        }
        final double budget = menu.budget().orElse(Double.POSITIVE_INFINITY);
        double bound = prices.length > 1
                ? Double.POSITIVE_INFINITY
                : neighbours(menu, prices[0]).bound(budget, menu.firstBest(), watch);
        if (bound - menu.surplus() > WITHIN * scale(menu)) {
            bound = Math.min(bound, chains(menu, prices, rivals, watch));
        }
        return closed(menu, bound);
    }

    /**
     * What no menu without lotteries gains more than, whatever number of types it hires. Where so many would be pooled otherwise than in the
     * menu, prices read off it bound them loosely; then they are bounded by those of their own best.
     */
    private static double chains(Menu menu, double[] prices, IntFunction<double[]> rivals, Watch watch) {
        final Screening screening = menu.screening();
        final double budget = menu.budget().orElse(Double.POSITIVE_INFINITY);
        final boolean several = prices.length > 1;
        final boolean bound = several || prices[0] > 0;
        final double[] brought = brought(menu);
        final ChainBound own = new ChainBound(
                screening, brought, bound, pulls(screening, several ? menu.shadowPrice() : prices[0], brought));
        final double[] all = several ? new double[0] : own.bounds(prices[0], spent(prices[0], budget), watch);
        double most = 0;
        for (int hired = 0; hired <= screening.types(); hired++) {
            final double price = several ? prices[hired] : prices[0];
            double least = several ? own.bound(hired, price, spent(price, budget), watch) : all[hired];
            final double even = several ? even(screening, hired) : 0;
            if (even > 0) {
                least = Math.min(least, own.bound(hired, even, spent(even, budget), watch));
            }
            if (least - menu.surplus() > WITHIN * scale(menu)) {
                final double[] rival = rivals.apply(hired);
                final ChainBound closer = new ChainBound(screening, rival, bound, pulls(screening, price, rival));
                least = Math.min(least, closer.bound(hired, price, spent(price, budget), watch));
            }
            most = Math.max(most, least);
        }
        return most;
    }

    /** The price of pay at which it is all one whether he who is next comes with nothing; 0 or less if it never is. */
    private static double even(Screening screening, int hired) {
        final double coming = hired < screening.types() ? screening.cost(hired, 0) : 0;
        return coming > 0 ? screening.worth(0) / coming - 1 : 0;
    }

    /** A menu and prices on envy that some linear program found. */
    static Certificate certify(Menu menu, Envy prices, Watch watch) {
        final String failure = failure(menu, WITHIN * scale(menu));
        return failure.isEmpty()
                ? closed(menu, prices.bound(menu.budget().orElse(Double.POSITIVE_INFINITY), menu.firstBest(), watch))
                : new Certificate.Unproven(failure);
    }

    private static double spent(double price, double budget) {
        return price == 0 ? 0 : price * budget;
    }

    private static Certificate closed(Menu menu, double bound) {
        if (Double.isNaN(bound)) {
            return new Certificate.Unproven("not checked within the limit");
        }
        final double more = Math.max(0, bound - menu.surplus());
        return new Certificate.Numeric(
                Math.max(more, worstEnvy(menu)), menu.screening().unit());
    }

    private static double scale(Menu menu) {
        double scale = Double.MIN_NORMAL;
        for (Contract contract : menu.contracts()) {
            scale = Math.max(scale, Math.abs(contract.payment()));
        }
        return Math.max(scale, menu.firstBest());
    }

    private static String failure(Menu menu, double within) {
        if (!(menu.surplus() <= menu.firstBest() + within)) {
            return "a surplus of " + menu.surplus() + " is more than the first best, " + menu.firstBest();
        }
        if (!(menu.outlay() <= menu.budget().orElse(Double.POSITIVE_INFINITY) + within)) {
            return "an outlay of " + menu.outlay() + " is more than the budget, "
                    + menu.budget().orElseThrow();
        }
        final double envy = worstEnvy(menu);
        return envy <= within ? "" : "some type would gain " + envy + " by another contract, or by staying";
    }

    /** The most that any type would gain by any other contract, or by staying; 0 if none would. */
    static double worstEnvy(Menu menu) {
        final List<Contract> contracts = menu.contracts();
        double worst = 0;
        for (int j = 0; j < contracts.size(); j++) {
            final double own = gain(menu, j, contracts.get(j));
            worst = Math.max(worst, -own);
            for (Contract other : contracts) {
                worst = Math.max(worst, gain(menu, j, other) - own);
            }
        }
        return worst;
    }

    private static double gain(Menu menu, int type, Contract contract) {
        return contract.hired() ? contract.payment() - menu.screening().cost(type, contract.quantity()) : 0;
    }

    /**
     * The prices that the first-order conditions imply: downward the cumulative share, and for types that share a contract what keeps the
     * higher of them from bringing more.
     */
    private static Envy neighbours(Menu menu, double price) {
        final Screening screening = menu.screening();
        final double[] brought = brought(menu);
        final double[] up = pulls(screening, price, brought);
        final double[] down = new double[up.length];
        double upTo = 0;
        for (int k = 0; k < up.length; k++) {
            upTo += screening.share(k);
            if (up[k] > 0) {
                final double apart = screening.marginalCost(k + 1, brought[k]) - screening.marginalCost(k, brought[k]);
                up[k] = apart > 0 ? up[k] / apart : 0;
            }
            down[k] = (1 + price) * upTo + up[k];
        }
        return Envy.ofNeighbours(screening, price, down, up);
    }

    /** What each type brings; NaN for those not hired. */
    private static double[] brought(Menu menu) {
        return menu.contracts().stream()
                .mapToDouble(contract -> contract.hired() ? contract.quantity() : Double.NaN)
                .toArray();
    }

    /**
     * By type, per unit of quantity, what would be gained if the next of the types that share its contract could bring more than it.
     *
     * @param brought by type, or by those of the first that are hired; NaN for who is not
     */
    private static double[] pulls(Screening screening, double price, double... brought) {
        final double[] pulls = new double[screening.types()];
        double upTo = 0;
        double pull = 0;
        for (int k = 0; k < pulls.length; k++) {
            final double before = upTo;
            upTo += screening.share(k);
            final double q = k < brought.length ? brought[k] : Double.NaN;
            final boolean pooled =
                    k + 1 < brought.length && Math.abs(brought[k + 1] - q) <= 1e-12 * q; // never with NaN
            if (pooled) {
                final double spared = k == 0 ? 0 : before * screening.marginalCost(k - 1, q);
                pull += (1 + price) * (upTo * screening.marginalCost(k, q) - spared)
                        - screening.share(k) * screening.marginalWorth(q);
            }
            pull = pooled ? Math.max(0, pull) : 0;
            pulls[k] = pull;
        }
        return pulls;
    }
}
