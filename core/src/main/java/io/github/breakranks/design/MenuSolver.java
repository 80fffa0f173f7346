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
 * {@code 1 + lambda}, lambda found by false position. Where coming costs a more efficient type more, all this fails (countervailing incentives,
 * Lewis and Sappington 1989), and a linear program over lotteries is solved instead ({@link LotterySolver}).
 *
 * <p>Cost: two maximisations a type; some twenty times that under a budget. The certificate checks every pair of types and bounds what any
 * menu, lotteries included, could earn.
 *
 * @param budget what may be paid per soldier of the population, in expectation [unit of the game]; empty for no bound
 * @see <a href="https://doi.org/10.1016/0022-0531(78)90085-6">M. Mussa and S. Rosen (1978), Journal of Economic Theory 18, 301-317</a>
 * @see "T. Lewis and D. Sappington (1989), Countervailing Incentives in Agency Problems, Journal of Economic Theory 49, 294-313"
 */
public record MenuSolver(OptionalDouble budget) implements Solver<Screening, Menu> {
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
        final double[] free = new Ironing(screening, 1).best();
        final double most = budget.orElse(Double.POSITIVE_INFINITY);
        final Priced found = Ironing.outlay(screening, free) > most
                ? new AffordableMenu(screening, most, watch).best()
                : new Priced(free, 0, new double[] {0});
        final Menu menu = menu(screening, found, hired(found.quantities) < free.length);
        if (!watch.mayGoOn()) {
            return stopped(menu.hired() > 0 ? menu : Menu.unknown(screening, budget), watch);
        }
        final Certificate certificate = MenuVerifier.certify(
                menu, found.prices, hired -> new Ironing(screening, 1 + found.priceOf(hired)).hired(hired), watch);
        return watch.mayGoOn() ? new Answer.Found<>(menu, certificate) : stopped(menu, watch);
    }

    /** Quantities of the types up to the last hired, NaN for those who are not, what a unit of pay costs above itself, and such prices by the number of types hired, or one for all. */
    record Priced(double[] quantities, double price, double... prices) {
        /** What a unit of pay costs above itself if so many types are hired. */
        double priceOf(int hired) {
            return prices[Math.min(hired, prices.length - 1)];
        }
    }

    private Menu menu(Screening screening, Priced found, boolean fewer) {
        final double[] quantities = found.quantities;
        final double[] rents = AffordableMenu.rents(screening, quantities);
        final String remark = fewer ? "The budget keeps some out who would be hired without it." : "";
        return new Menu(screening, quantities, rents, new Terms(budget, found.price, remark));
    }

    private static long hired(double... quantities) {
        return java.util.Arrays.stream(quantities).filter(q -> !Double.isNaN(q)).count();
    }

    private static Answer<Menu> stopped(Menu found, Watch watch) {
        return new Answer.Stopped<>(
                found, new Certificate.Unproven("not checked within the limit"), watch.why(), "raise the limit");
    }
}
