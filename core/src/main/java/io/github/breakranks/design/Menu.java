package io.github.breakranks.design;

import io.github.breakranks.answer.Table;
import io.github.breakranks.answer.Table.Column;
import io.github.breakranks.internal.TableText;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * A menu of contracts among which each soldier picks the one meant for his type.
 *
 * <p>Amounts are per soldier of the whole population: a sum over the types by their shares [unit of the game].
 */
public final class Menu {
    private static final double ALIKE = 1e-12;
    private static final String UNKNOWN = "Not looked for to the end.";

    private final Screening screening;
    private final List<Contract> contracts;
    private final Terms terms;

    /**
     * What a type does and gets.
     *
     * @param theta     the type
     * @param share     its share of all soldiers
     * @param hired     whether it comes
     * @param quantity  what it brings [unit of quantity]; 0 if it does not come
     * @param payment   what it is paid [unit of the game]
     * @param rent      what it gains over staying [unit of the game]
     * @param firstBest what it would bring if the host could tell types apart [unit of quantity]
     */
    public record Contract(
            double theta, double share, boolean hired, double quantity, double payment, double rent, double firstBest) {
        /** How much less it brings than if the host could tell types apart [unit of quantity]; below 0 if more. */
        public double distortion() {
            return firstBest - quantity;
        }
    }

    /**
     * Types that get the same contract.
     *
     * @param from the number of the first, from 0
     * @param to   the number of the last
     */
    public record Pool(int from, int to) {}

    /** What a menu was made for: a budget, what it was worth to have more of it, and a remark. */
    record Terms(OptionalDouble budget, double shadowPrice, String remark) {}

    Menu(Screening screening, double[] quantities, double[] rents, Terms terms) {
        this.screening = screening;
        this.terms = terms;
        final List<Contract> all = new ArrayList<>();
        for (int k = 0; k < screening.types(); k++) {
            final boolean hired = k < quantities.length && !Double.isNaN(quantities[k]);
            final double quantity = hired ? quantities[k] : 0;
            final double best = screening.best(k);
            all.add(new Contract(
                    screening.theta(k),
                    screening.share(k),
                    hired,
                    quantity,
                    hired ? screening.cost(k, quantity) + rents[k] : 0,
                    hired ? rents[k] : 0,
                    screening.worth(best) > screening.cost(k, best) ? best : 0));
        }
        this.contracts = List.copyOf(all);
    }

    /** What is said when the search was stopped before any menu was found. */
    static Menu unknown(Screening screening, OptionalDouble budget) {
        return nobody(screening, new Terms(budget, 0, UNKNOWN));
    }

    private boolean unknown() {
        return terms.remark.equals(UNKNOWN);
    }

    /** The menu that hires nobody. */
    static Menu nobody(Screening screening, Terms terms) {
        return new Menu(screening, new double[0], new double[0], terms);
    }

    /** The soldiers it is made for. */
    public Screening screening() {
        return screening;
    }

    /** A contract a type, the most efficient first. */
    public List<Contract> contracts() {
        return contracts;
    }

    /** What the type with this number does and gets. */
    public Contract contract(int type) {
        return contracts.get(type);
    }

    /** The share of all soldiers that comes. */
    public double hired() {
        return contracts.stream()
                .filter(Contract::hired)
                .mapToDouble(Contract::share)
                .sum();
    }

    /** What the host gains per soldier: worth less pay [unit of the game]. */
    public double surplus() {
        double sum = 0;
        for (Contract contract : contracts) {
            sum += contract.hired ? contract.share * (screening.worth(contract.quantity) - contract.payment) : 0;
        }
        return sum;
    }

    /** What the host would gain per soldier if it could tell types apart and no budget bound it [unit of the game]. */
    public double firstBest() {
        double sum = 0;
        for (int k = 0; k < contracts.size(); k++) {
            final double best = screening.best(k);
            sum += contracts.get(k).share * Math.max(0, screening.worth(best) - screening.cost(k, best));
        }
        return sum;
    }

    /** What is paid per soldier [unit of the game]. */
    public double outlay() {
        double sum = 0;
        for (Contract contract : contracts) {
            sum += contract.share * contract.payment;
        }
        return sum;
    }

    /** What is paid per soldier above what makes him come: the price of not knowing types [unit of the game]. */
    public double rents() {
        double sum = 0;
        for (Contract contract : contracts) {
            sum += contract.share * contract.rent;
        }
        return sum;
    }

    /** What may be paid per soldier [unit of the game]; empty if nothing bounds it. */
    public OptionalDouble budget() {
        return terms.budget;
    }

    /** What one more unit of budget would gain the host; 0 if the budget does not bind or there is none. */
    public double shadowPrice() {
        return terms.shadowPrice;
    }

    /** Runs of types, two or more, that come with the same contract. */
    public List<Pool> pools() {
        final List<Pool> pools = new ArrayList<>();
        int from = 0;
        for (int k = 1; k <= contracts.size(); k++) {
            final boolean same = k < contracts.size() && alike(contracts.get(from), contracts.get(k));
            if (!same && k - from > 1) {
                pools.add(new Pool(from, k - 1));
            }
            from = same ? from : k;
        }
        return List.copyOf(pools);
    }

    private static boolean alike(Contract one, Contract other) {
        return one.hired && other.hired && Math.abs(one.quantity - other.quantity) <= ALIKE * Math.abs(one.quantity);
    }

    /** A row a type: its share, what it brings and is paid, its rent, and what it would bring if types could be told apart. */
    public Table table() {
        final String unit = screening.unit();
        final List<List<@Nullable Object>> rows = new ArrayList<>();
        for (Contract c : contracts) {
            rows.add(List.of(c.theta, c.share, c.hired, c.quantity, c.payment, c.rent, c.firstBest));
        }
        return Table.of(
                List.of(
                        Column.of("type"),
                        Column.of("share", "share"),
                        Column.of("comes"),
                        Column.of("brings", "unit of quantity"),
                        Column.of("paid", unit),
                        Column.of("rent", unit),
                        Column.of("firstBest", "unit of quantity")),
                rows);
    }

    /** In a paragraph. */
    public String explain() {
        if (unknown()) {
            return "The best menu was not looked for to the end, so that it is not known.";
        }
        if (hired() == 0) {
            return "Nobody is hired: no contract is worth to the host what it must pay" + budgeted() + "." + remark();
        }
        final StringBuilder out = new StringBuilder();
        out.append("The host gains ").append(shown(surplus())).append(" per soldier, ");
        out.append(shown(firstBest())).append(" if it could tell types apart; ");
        out.append(shown(rents())).append(" of the ").append(shown(outlay())).append(" paid is rent. ");
        final long staying = contracts.stream().filter(c -> !c.hired).count();
        out.append(staying == 0 ? "All types come" : staying + " of " + contracts.size() + " types are not hired");
        for (Pool pool : pools()) {
            out.append("; types ").append(shown(contracts.get(pool.from).theta)).append(" to ");
            out.append(shown(contracts.get(pool.to).theta)).append(" get one contract");
        }
        out.append('.');
        if (terms.shadowPrice > 0) {
            out.append(" The budget of ").append(shown(terms.budget.orElse(0)));
            out.append(" binds: one more unit of it would gain ")
                    .append(shown(terms.shadowPrice))
                    .append('.');
        } else if (terms.budget.isPresent() && terms.remark.isEmpty()) {
            out.append(" The budget does not bind.");
        }
        return out.append(coming()).append(remark()).toString();
    }

    /** What coming costs is part of the pay, and is easily counted twice. */
    private String coming() {
        double least = Double.POSITIVE_INFINITY;
        double most = 0;
        for (int k = 0; k < screening.types(); k++) {
            least = Math.min(least, screening.staying(k));
            most = Math.max(most, screening.staying(k));
        }
        final String amounts =
                least == most ? shown(most) + " a man." : shown(least) + " to " + shown(most) + " a man by type.";
        return most > 0 ? " Pay includes what coming costs whatever is brought, " + amounts : "";
    }

    private String budgeted() {
        return terms.budget.isPresent() ? " within a budget of " + shown(terms.budget.getAsDouble()) : "";
    }

    private String remark() {
        return terms.remark.isEmpty() ? "" : " " + terms.remark;
    }

    private static String shown(double value) {
        return TableText.number(value, 4);
    }

    @Override
    public String toString() {
        if (unknown()) {
            return "Menu[not looked for to the end]";
        }
        final long coming = contracts.stream().filter(Contract::hired).count();
        return coming == 0
                ? "Menu[nobody is hired]"
                : "Menu[" + coming + " of " + contracts.size() + " types, surplus " + shown(surplus()) + " of "
                        + shown(firstBest()) + ", rents " + shown(rents()) + "]";
    }
}
