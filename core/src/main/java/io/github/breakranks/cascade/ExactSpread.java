package io.github.breakranks.cascade;

import io.github.breakranks.answer.Table;
import io.github.breakranks.answer.Table.Column;
import io.github.breakranks.internal.Checks;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.fraction.BigFraction;
import org.jspecify.annotations.Nullable;

/** The expected spread of a contagion that draws, and each agent's chance of going, as fractions. */
public final class ExactSpread {
    private final BigFraction[] chances; // by agent
    private final BigFraction expected;
    private final BigInteger worlds;

    ExactSpread(BigInteger worlds, BigFraction... chances) {
        this.chances = chances;
        this.worlds = worlds;
        BigFraction sum = BigFraction.ZERO;
        for (BigFraction chance : chances) {
            sum = sum.add(chance);
        }
        this.expected = sum;
    }

    /** How many go in the mean, those at the start included, as a fraction in lowest terms: {@code 17/6}, or {@code 3}. */
    public String expected() {
        return text(expected);
    }

    /** The numerator of the expected number gone. */
    public BigInteger numerator() {
        return expected.getNumerator();
    }

    /** The denominator of the expected number gone. */
    public BigInteger denominator() {
        return expected.getDenominator();
    }

    /** How many go in the mean [agents], to the nearest double or about. */
    public double mean() {
        return expected.doubleValue();
    }

    /** The chance that this agent goes, a share, as a fraction in lowest terms. */
    public String chance(int agent) {
        return text(chances[Checks.index("agent", "number of an agent", agent, chances.length)]);
    }

    /** Agents in all [count]. */
    public int size() {
        return chances.length;
    }

    /** Worlds of live links gone through [count]. */
    public BigInteger worlds() {
        return worlds;
    }

    BigFraction fraction() {
        return expected;
    }

    private static String text(BigFraction fraction) {
        return fraction.getDenominator().equals(BigInteger.ONE)
                ? fraction.getNumerator().toString()
                : fraction.getNumerator() + "/" + fraction.getDenominator();
    }

    /** A row an agent: his chance of going, as a fraction and as a number. */
    public Table table() {
        final List<List<@Nullable Object>> rows = new ArrayList<>();
        for (int agent = 0; agent < chances.length; agent++) {
            rows.add(List.of(agent, text(chances[agent]), chances[agent].doubleValue()));
        }
        return Table.of(
                List.of(Column.of("agent", "number"), Column.of("goes", "fraction"), Column.of("chance", "share")),
                rows);
    }

    /** What was found, in a paragraph. */
    public String explain() {
        return "In the mean " + text(expected) + " of " + size() + " agents go, over all " + worlds
                + " worlds of live links, each with its chance as a fraction.";
    }

    @Override
    public String toString() {
        final String shown = text(expected);
        return "ExactSpread[" + (shown.length() > 40 ? "about " + mean() : shown) + " of " + size()
                + " go in the mean]";
    }
}
