package io.github.breakranks.offer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is put before a soldier: cash and a refuge, promised with some credibility to those whom word of it reaches.
 *
 * <pre>{@code
 *   worth = credibility * (cash + refuge) + escrow      [unit of the game]
 * }</pre>
 *
 * <p>Escrow is cash that a third party already holds for him: nobody need believe the host, so it is not discounted.
 *
 * <p>Immutable: {@code withX} gives a new offer. Terms that nobody sets keep their usual value ({@link Term#usual}): no cash, no
 * refuge, fully believed, known to all, no help for the family, no bonus, nothing in escrow, open for ever, announced in public.
 */
public final class Offer {
    private static final Term[] TERMS = Term.values();
    private static final Offer NONE = new Offer(usualValues(), Status.NONE, Expiry.open(), Audience.PUBLIC, "");

    private final double[] values; // by term
    private final Status status;
    private final Expiry expiry;
    private final Audience audience;
    private final String unit;

    private Offer(double[] values, Status status, Expiry expiry, Audience audience, String unit) {
        this.values = values;
        this.status = status;
        this.expiry = expiry;
        this.audience = audience;
        this.unit = unit;
    }

    private static double[] usualValues() {
        return Arrays.stream(TERMS).mapToDouble(Term::usual).toArray();
    }

    /** No offer: what those face whom word of it has not reached. */
    public static Offer none() {
        return NONE;
    }

    /** Cash alone [unit of the game], fully believed, known to all. */
    public static Offer cash(double cash) {
        return NONE.with(Term.CASH, cash);
    }

    /** A refuge alone, worth so much to him [unit of the game], fully believed, known to all. */
    public static Offer refuge(double refuge) {
        return NONE.with(Term.REFUGE, refuge);
    }

    /** This offer with another value of one term. */
    public Offer with(Term term, double value) {
        final double[] copy = values.clone();
        copy[term.ordinal()] = term.checked(value) + 0.0; // no negative zero
        return new Offer(copy, status, expiry, audience, unit);
    }

    /** This offer with so much cash [unit of the game]. */
    public Offer withCash(double newCash) {
        return with(Term.CASH, newCash);
    }

    /** This offer with a refuge worth so much to him [unit of the game]. */
    public Offer withRefuge(double newRefuge) {
        return with(Term.REFUGE, newRefuge);
    }

    /** This offer, believed so much, a share. */
    public Offer withCredibility(double newCredibility) {
        return with(Term.CREDIBILITY, newCredibility);
    }

    /** This offer, known to such a share of the population. */
    public Offer withReach(double newReach) {
        return with(Term.REACH, newReach);
    }

    /** This offer, averting such a share of the reprisal on his family. */
    public Offer withFamily(double newFamily) {
        return with(Term.FAMILY, newFamily);
    }

    /** This offer, with so much paid for each other whom he brings [unit of the game]. */
    public Offer withBonus(double newBonus) {
        return with(Term.BONUS, newBonus);
    }

    /** This offer, with so much cash in escrow on top [unit of the game]: paid whether or not the host keeps its word. */
    public Offer withEscrow(double newEscrow) {
        return with(Term.ESCROW, newEscrow);
    }

    /** This offer with its refuge in this legal form, which is believed so much, a share. */
    public Offer withStatus(Status newStatus, double newCredibility) {
        Objects.requireNonNull(newStatus, "newStatus");
        return new Offer(with(Term.CREDIBILITY, newCredibility).values, newStatus, expiry, audience, unit);
    }

    /** This offer, standing so long. */
    public Offer withExpiry(Expiry newExpiry) {
        return new Offer(values, status, Objects.requireNonNull(newExpiry, "newExpiry"), audience, unit);
    }

    /** This offer, made known in this way. */
    public Offer withAudience(Audience newAudience) {
        return new Offer(values, status, expiry, Objects.requireNonNull(newAudience, "newAudience"), unit);
    }

    /** This offer, with amounts meant in a unit such as "USD" or "50 acres". */
    public Offer in(String newUnit) {
        return new Offer(values, status, expiry, audience, Objects.requireNonNull(newUnit, "newUnit"));
    }

    /** The value of one term. */
    public double get(Term term) {
        return values[term.ordinal()];
    }

    /** Paid to each who goes [unit of the game]. */
    public double cash() {
        return values[0]; // Term.CASH
    }

    /** Worth of the status offered, to him [unit of the game]. */
    public double refuge() {
        return values[1]; // Term.REFUGE
    }

    /** Chance that the promise is kept, a share. */
    public double credibility() {
        return values[2]; // Term.CREDIBILITY
    }

    /** Those who have heard of it, a share of the population. */
    public double reach() {
        return values[3]; // Term.REACH
    }

    /** How much of the reprisal on his family it averts, a share. */
    public double family() {
        return values[4]; // Term.FAMILY
    }

    /** Paid for each other whom he brings along [unit of the game]. */
    public double bonus() {
        return values[5]; // Term.BONUS
    }

    /** Paid to each who goes from hands that the host cannot take it back from [unit of the game]. */
    public double escrow() {
        return values[6]; // Term.ESCROW
    }

    /** The legal form of the refuge: a name for tables, of which no formula makes use. */
    public Status status() {
        return status;
    }

    /** How long it stands. */
    public Expiry expiry() {
        return expiry;
    }

    /** How it is made known. */
    public Audience audience() {
        return audience;
    }

    /** The unit of its amounts; empty if none was named. */
    public String unit() {
        return unit;
    }

    /** What it is worth to one who has heard of it: {@code credibility * (cash + refuge) + escrow} [unit of the game]. */
    public double worth() {
        return values[2] * (values[0] + values[1]) + values[6];
    }

    /** The terms whose value differs from the usual one, in order. */
    public List<Term> termsSet() {
        final List<Term> set = new ArrayList<>();
        for (Term term : TERMS) {
            if (values[term.ordinal()] != term.usual()) {
                set.add(term);
            }
        }
        return List.copyOf(set);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Offer that
                && Arrays.equals(values, that.values)
                && status == that.status
                && expiry.equals(that.expiry)
                && audience == that.audience
                && unit.equals(that.unit);
    }

    @Override
    public int hashCode() {
        return Objects.hash(Arrays.hashCode(values), status, expiry, audience, unit);
    }

    @Override
    public String toString() {
        final StringBuilder out = new StringBuilder("Offer[");
        for (Term term : termsSet()) {
            out.append(out.length() > 6 ? ", " : "")
                    .append(term.label())
                    .append(' ')
                    .append(get(term));
        }
        if (status != Status.NONE) {
            out.append(", ").append(status.name().toLowerCase(java.util.Locale.ROOT));
        }
        if (!(expiry instanceof Expiry.Open)) {
            out.append(", ").append(expiry);
        }
        if (audience != Audience.PUBLIC) {
            out.append(", private");
        }
        return out.append(unit.isEmpty() ? "]" : ", in " + unit + "]").toString();
    }
}
