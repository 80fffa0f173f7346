package io.github.breakranks.design;

import io.github.breakranks.answer.Answer;
import io.github.breakranks.answer.Certificate;
import io.github.breakranks.answer.Solver;
import io.github.breakranks.answer.Watch;
import io.github.breakranks.design.Menu.Terms;
import io.github.breakranks.internal.Checks;
import java.util.OptionalDouble;

/**
 * Finds the menu of contracts that gains the host most when it cannot tell types apart.
 *
 * <pre>{@code
 *   v'(q_k) = C_q(q_k, theta_k) + Pi_(k-1) / pi_k (C_q(q_k, theta_k) - C_q(q_k, theta_(k-1)))       virtual cost
 *   t_k     = t_(k+1) + C(q_k, theta_k) - C(q_(k+1), theta_k)        t of the last hired = C
 * }</pre>
 *
 * <p>The first line, ironed where it would have a higher type bring more ({@code Ironing}), says what each brings; the second what he is paid,
 * from the least efficient type hired upward: each is kept from the next one's contract. A budget makes every unit of pay cost
 * {@code 1 + lambda}, lambda found by bisection. Where coming costs a more efficient type more, all this fails (countervailing incentives,
 * Lewis and Sappington 1989), and a linear program over lotteries is solved instead ({@link LotterySolver}).
 *
 * <p>Cost: two maximisations a type; some sixty times that under a budget. The certificate checks every pair of types and bounds what any
 * menu, lotteries included, could earn.
 *
 * @param budget what may be paid per soldier of the population, in expectation [unit of the game]; empty for no bound
 * @see <a href="https://doi.org/10.1016/0022-0531(78)90085-6">M. Mussa and S. Rosen (1978), Journal of Economic Theory 18, 301-317</a>
 * @see <a href="https://doi.org/10.1016/0022-0531(89)90083-5">T. Lewis and D. Sappington (1989), "Countervailing Incentives in Agency
 *     Problems", Journal of Economic Theory 49, 294-313</a>
 */
public record MenuSolver(OptionalDouble budget) implements Solver<Screening, Menu> {
    private static final int HALVINGS = 200;
    private static final double SETTLED = 1e-13;
    private static final int MOST_CUTOFFS = 64; // each tried by itself when a budget meets a fixed cost of coming

    public MenuSolver {
        budget.ifPresent(amount -> Checks.atLeast(0.0, "budget", "unit of the game", amount));
    }

    /** The solver without a budget. */
    public static MenuSolver solver() {
        return new MenuSolver(OptionalDouble.empty());
    }

    /** This solver with at most so much paid per soldier of the population, in expectation [unit of the game]. */
    public MenuSolver withBudget(double newBudget) {
        return new MenuSolver(OptionalDouble.of(newBudget));
    }

    @Override
    public Answer<Menu> solve(Screening screening, Watch watch) {
        if (Double.isInfinite(screening.most())) {
            throw Checks.refused(
                    "most must be finite [unit of quantity], but was %s: the host wants ever more of the first type; bound what a man"
                            + " can bring with upTo",
                    screening.most());
        }
        if (!screening.ordered()) {
            return new CountervailingMenu(screening, budget, watch).answer();
        }
        final Menu free = menu(screening, new Ironing(screening, 1).best(), 0);
        final Menu found = budget.isPresent() && free.outlay() > budget.getAsDouble()
                ? affordable(screening, budget.getAsDouble(), watch)
                : free;
        if (!watch.mayGoOn()) {
            return stopped(found, watch);
        }
        final Certificate certificate = MenuVerifier.certify(found, watch);
        return watch.mayGoOn() ? new Answer.Found<>(found, certificate) : stopped(found, watch);
    }

    private static Answer<Menu> stopped(Menu found, Watch watch) {
        return new Answer.Stopped<>(
                found, new Certificate.Unproven("not checked within the limit"), watch.why(), "raise the limit");
    }

    private Menu menu(Screening screening, double[] quantities, double price) {
        final double[] rents = new double[quantities.length];
        for (int k = quantities.length - 2; k >= 0; k--) {
            final double q = quantities[k + 1];
            rents[k] = rents[k + 1] + screening.cost(k + 1, q) - screening.cost(k, q);
        }
        return new Menu(screening, quantities, rents, new Terms(budget, price, ""));
    }

    private Menu affordable(Screening screening, double most, Watch watch) {
        Menu best = priced(screening, most, screening.types() + 1, watch);
        final boolean fixed =
                screening.staying(screening.types() - 1) > 0 || screening.cost(screening.types() - 1, 0) > 0;
        final double price = best.shadowPrice();
        for (int types = 1; fixed && types <= Math.min(screening.types(), MOST_CUTOFFS); types++) {
            final Menu other = priced(screening, most, types, watch);
            best = other.surplus() > best.surplus() ? other : best;
        }
        return new Menu(screening, quantities(best), rents(best), new Terms(budget, price, ""));
    }

    private static double[] quantities(Menu menu) {
        return menu.contracts().stream()
                .mapToDouble(contract -> contract.hired() ? contract.quantity() : Double.NaN)
                .toArray();
    }

    private static double[] rents(Menu menu) {
        return menu.contracts().stream().mapToDouble(Menu.Contract::rent).toArray();
    }

    /** The price of pay at which the menu is just affordable, for so many types hired; more than there are: as many as is best. */
    private Menu priced(Screening screening, double most, int types, Watch watch) {
        double low = 0;
        double high = 1;
        Menu over = at(screening, types, low);
        if (over.outlay() <= most) {
            return over;
        }
        Menu within = at(screening, types, high);
        while (within.outlay() > most && high < 1e15) {
            low = high;
            over = within;
            high *= 2;
            within = at(screening, types, high);
        }
        if (within.outlay() > most) {
            return Menu.nobody(screening, new Terms(budget, high, ""));
        }
        for (int step = 0; step < HALVINGS && high - low > SETTLED * (1 + high) && watch.mayGoOn(); step++) {
            final double middle = low + (high - low) / 2;
            final Menu there = at(screening, types, middle);
            if (there.outlay() > most) {
                low = middle;
                over = there;
            } else {
                high = middle;
                within = there;
            }
        }
        return mixed(over, within, most, high);
    }

    private Menu at(Screening screening, int types, double price) {
        final Ironing ironing = new Ironing(screening, 1 + price);
        return menu(screening, types > screening.types() ? ironing.best() : ironing.hired(types), price);
    }

    /**
     * Between the last menu that costs too much and the first that does not, what each brings moved until the budget is spent: at one price
     * both are best, and so is what lies between. Types that only the dearer one hires would bring nothing at first.
     */
    private Menu mixed(Menu over, Menu within, double most, double price) {
        final double[] dear = quantities(over);
        final double[] cheap = quantities(within);
        int hired = 0;
        for (int k = 0; k < dear.length && !(Double.isNaN(dear[k]) && Double.isNaN(cheap[k])); k++) {
            final boolean both = !Double.isNaN(dear[k]) && !Double.isNaN(cheap[k]);
            if (!both && over.screening().cost(k, 0) > 0) {
                return within; // nothing lies between coming and staying
            }
            dear[k] = Double.isNaN(dear[k]) ? 0 : dear[k];
            cheap[k] = Double.isNaN(cheap[k]) ? 0 : cheap[k];
            hired++;
        }
        double part = 0;
        Menu best = within;
        for (double step = 0.5; step > 1e-16; step /= 2) {
            final double[] between = new double[hired];
            for (int k = 0; k < hired; k++) {
                between[k] = cheap[k] + (part + step) * (dear[k] - cheap[k]);
            }
            final Menu there = menu(within.screening(), between, price);
            if (there.outlay() <= most) {
                part += step;
                best = there;
            }
        }
        return best;
    }
}
