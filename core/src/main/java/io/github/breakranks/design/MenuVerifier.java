package io.github.breakranks.design;

import io.github.breakranks.answer.Certificate;
import io.github.breakranks.answer.Watch;
import io.github.breakranks.design.Menu.Contract;
import java.util.List;

/**
 * Checks a menu from its contracts alone: that every type prefers its own to every other and to staying, that the budget is kept and the
 * first best not passed; and how much more any menu could earn, by prices on envy ({@link Envy}) read off the marginal worths and costs.
 */
final class MenuVerifier {
    private static final double WITHIN = 1e-9; // of the scale of worth and pay

    private MenuVerifier() {}

    static Certificate certify(Menu menu, Watch watch) {
        return certify(menu, neighbours(menu), watch);
    }

    static Certificate certify(Menu menu, Envy prices, Watch watch) {
        final double scale = scale(menu);
        final String failure = failure(menu, WITHIN * scale);
        if (!failure.isEmpty()) {
            return new Certificate.Unproven(failure);
        }
        final double bound = prices.bound(menu.budget().orElse(Double.POSITIVE_INFINITY), menu.firstBest(), watch);
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
    private static Envy neighbours(Menu menu) {
        final Screening screening = menu.screening();
        final int types = screening.types();
        final double paid = 1 + menu.shadowPrice();
        final double[] down = new double[types];
        final double[] up = new double[types];
        double before = 0; // the share of more efficient types
        double pull = 0;
        for (int k = 0; k < types; k++) {
            final double upTo = before + screening.share(k);
            final Contract contract = menu.contract(k);
            final boolean pooled = k + 1 < types
                    && contract.hired()
                    && menu.contract(k + 1).hired()
                    && Math.abs(menu.contract(k + 1).quantity() - contract.quantity()) <= 1e-12 * contract.quantity();
            if (pooled) {
                final double q = contract.quantity();
                final double spared = k == 0 ? 0 : before * screening.marginalCost(k - 1, q);
                pull += paid * (upTo * screening.marginalCost(k, q) - spared)
                        - screening.share(k) * screening.marginalWorth(q);
                final double apart = screening.marginalCost(k + 1, q) - screening.marginalCost(k, q);
                up[k] = pull > 0 && apart > 0 ? pull / apart : 0;
                pull = Math.max(0, pull);
            } else {
                pull = 0;
            }
            down[k] = paid * upTo + up[k];
            before = upTo;
        }
        return Envy.ofNeighbours(screening, menu.shadowPrice(), down, up);
    }
}
