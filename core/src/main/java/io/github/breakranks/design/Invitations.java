package io.github.breakranks.design;

import io.github.breakranks.answer.Table;
import io.github.breakranks.answer.Table.Column;
import io.github.breakranks.internal.TableText;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Public offers in the order in which they bind: each of those invited goes if all invited before him do, whatever the others do.
 *
 * <p>Payments are infima: what is paid must exceed them by a little, unless the indifferent go.
 */
public final class Invitations {
    private final int agents;
    private final String unit;
    private final int[] order; // agents, the first first
    private final double[] payments; // by place in the order

    private Invitations(CoalitionGains gains, int[] order, double[] payments) {
        this.agents = gains.agents();
        this.unit = gains.unit();
        this.order = order;
        this.payments = payments;
    }

    /** Each is paid what he needs once those before him have gone. */
    static Invitations of(CoalitionGains gains, int... order) {
        final double[] payments = new double[order.length];
        final int[] gone = new int[gains.types()];
        for (int place = 0; place < order.length; place++) {
            final int type = gains.typeOf(order[place]);
            payments[place] = gains.need(type, gains.placeOf(order[place]), gone);
            gone[type]++;
        }
        return new Invitations(gains, order, payments);
    }

    /**
     * Agents of one type where only the number gone matters, whatever its shape: each is paid what he needs at the worst number that may
     * have gone after those before him, {@code max over j >= k of need(j)}.
     */
    static Invitations againstTheWorst(CoalitionGains gains) {
        final int agents = gains.agents();
        final int[] order = new int[agents];
        final double[] payments = new double[agents];
        final int[] worst = {agents - 1};
        for (int place = agents - 1; place >= 0; place--) {
            final int[] gone = {place};
            final int last = agents - 1; // the most reluctant: at whichever number he needs most, so does everybody
            worst[0] = gains.need(0, last, gone) >= gains.need(0, last, worst) ? place : worst[0];
            order[place] = gains.agent(0, place);
            payments[place] = gains.need(0, place, worst);
        }
        return new Invitations(gains, order, payments);
    }

    /** How many are invited [count]. */
    public int size() {
        return order.length;
    }

    /** Who is invited, the first first. */
    public int[] order() {
        return order.clone();
    }

    int agent(int place) {
        return order[place];
    }

    double paid(int place) {
        return payments[place];
    }

    /** What each agent is paid for going [unit of the game], by agent; nothing to one who is not invited. */
    public double[] payments() {
        final double[] byAgent = new double[agents];
        for (int place = 0; place < order.length; place++) {
            byAgent[order[place]] = payments[place];
        }
        return byAgent;
    }

    /** What all are paid together [unit of the game]. */
    public double total() {
        return Arrays.stream(payments).sum();
    }

    /** A row an agent invited, in order: who, what he is paid, and what all up to him are paid. */
    public Table table() {
        final Object[][] rows = new Object[order.length][];
        double sum = 0;
        for (int place = 0; place < order.length; place++) {
            sum += payments[place];
            rows[place] = new Object[] {place + 1, order[place], payments[place], sum};
        }
        return Table.of(
                List.of(
                        Column.of("place", "from 1"),
                        Column.of("agent", "from 0"),
                        Column.of("payment", unit),
                        Column.of("in all", unit)),
                Arrays.stream(rows).map(Arrays::asList).toList());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Invitations that
                && agents == that.agents
                && Arrays.equals(order, that.order)
                && Arrays.equals(payments, that.payments);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(order) + Arrays.hashCode(payments);
    }

    @Override
    public String toString() {
        return "Invitations[" + order.length + " of " + agents + " for " + TableText.number(total(), 4) + "]";
    }

    /** Nobody is invited: there is no public rung. */
    static Invitations none(CoalitionGains gains) {
        return of(gains);
    }

    /** All at once, at payments that make going dominant, by agent. */
    static Invitations dominant(CoalitionGains gains, double[] payments) {
        return new Invitations(gains, IntStream.range(0, payments.length).toArray(), payments.clone());
    }
}
