package io.github.breakranks.design;

import io.github.breakranks.answer.Range;
import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.internal.Checks;
import io.github.breakranks.offer.Term;
import java.util.Objects;

/**
 * What of an offer may be varied, in whose offer, and between which bounds.
 *
 * @param term  the term that may be varied
 * @param group whose offer, such as a rank; empty for everybody's
 * @param low   the least value it may take [share, or unit of the game]
 * @param high  the greatest; infinity if nothing bounds an amount
 */
public record Instrument(Term term, String group, double low, double high) {
    public Instrument {
        Objects.requireNonNull(term, "term");
        Objects.requireNonNull(group, "group");
        final String unit = term.unit("");
        Checks.atLeast(0.0, "low", unit, low);
        if (!(high >= low && high <= term.high())) {
            throw Checks.refused("high must be from low, %s, to %s [%s], but was %s", low, term.high(), unit, high);
        }
    }

    /** This term in the offer to everybody, over its whole range. */
    public static Instrument of(Term term) {
        return new Instrument(Objects.requireNonNull(term, "term"), "", 0, term.high());
    }

    /** This instrument between two values, both allowed. */
    public Instrument between(double newLow, double newHigh) {
        return new Instrument(term, group, newLow, newHigh);
    }

    /** This instrument, at most so much. */
    public Instrument upTo(double newHigh) {
        return between(low, newHigh);
    }

    /** This instrument in the offer to one group, such as a rank. */
    public Instrument forGroup(String newGroup) {
        return new Instrument(term, newGroup, low, high);
    }

    /** The game with this instrument at a value. */
    public DefectionGame set(DefectionGame game, double value) {
        return group.isEmpty() ? game.with(term, value) : game.with(group, term, value);
    }

    /** The name of the term, and of the group if it is one group's: "cash", "cash to officers". */
    public String label() {
        return term.label() + (group.isEmpty() ? "" : " to " + group);
    }

    /** The values it may take. */
    Range bounds() {
        return new Range(low, high);
    }

    @Override
    public String toString() {
        return "Instrument[" + label() + ", " + low + " to " + high + "]";
    }
}
