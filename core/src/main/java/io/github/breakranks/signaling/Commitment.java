package io.github.breakranks.signaling;

import io.github.breakranks.answer.Fraction;
import io.github.breakranks.internal.Checks;
import java.util.Objects;

/**
 * What binds a host to its word: how deep in law the promise stands, how much of it a third party already holds, and who else would take
 * the soldier in.
 *
 * <pre>{@code
 *   loss if the host breaks its word  =  (1 - shelter) * broken - escrow        [unit of the game]
 * }</pre>
 *
 * <p>Entrenchment costs the host, and a host that means to break its word more: it is a signal. Escrow and shelter need not be believed:
 * they take from what the soldier can lose.
 *
 * @param name         not blank: "parole", "regulation", "statute", "treaty"
 * @param entrenchment how deep in law [unit of entrenchment], finite and at least 0
 * @param escrow       of what is promised, what a third party holds and pays in any case [unit of the game], finite and at least 0
 * @param shelter      of what he loses if the host breaks its word, the share that a third country spares him
 */
public record Commitment(String name, double entrenchment, double escrow, double shelter) {
    public Commitment {
        Objects.requireNonNull(name, "name");
        if (name.isBlank()) {
            throw Checks.refused("name must not be blank, but was \"%s\"", name);
        }
        Checks.atLeast(0.0, "entrenchment", "unit of entrenchment", entrenchment);
        Checks.atLeast(0.0, "escrow", "unit of the game", escrow);
        Checks.share("shelter", shelter);
    }

    /** A legal form so deep in law, without escrow and without shelter elsewhere. */
    public static Commitment of(String name, double entrenchment) {
        return new Commitment(name, entrenchment, 0, 0);
    }

    /** Nothing in law: the host's word alone. */
    public static Commitment word() {
        return of("word", 0);
    }

    /** This, with so much of the promise held by a third party [unit of the game]. */
    public Commitment withEscrow(double newEscrow) {
        return new Commitment(name, entrenchment, newEscrow, shelter);
    }

    /** This, with a third country that spares him such a share of the loss. */
    public Commitment withShelter(double newShelter) {
        return new Commitment(name, entrenchment, escrow, newShelter);
    }

    /**
     * What a soldier loses if the host breaks its word, where without escrow and shelter it is {@code broken} [unit of the game], finite.
     *
     * <p>Reckoned in the decimals given, so that it is 0 where escrow and shelter just cover it.
     */
    public double loss(double broken) {
        return shelter == 0 && escrow == 0 ? broken : exactLoss(broken).value();
    }

    Fraction exactLoss(double broken) {
        return Fraction.decimal(shelter)
                .complement()
                .times(Fraction.decimal(broken))
                .minus(Fraction.decimal(escrow));
    }

    /** In JShell: what is not zero. */
    @Override
    public String toString() {
        return "Commitment[" + name + ", entrenchment " + entrenchment + (escrow == 0 ? "" : ", escrow " + escrow)
                + (shelter == 0 ? "" : ", shelter " + shelter) + "]";
    }
}
