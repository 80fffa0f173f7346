package io.github.breakranks.regime;

import io.github.breakranks.answer.Table;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalDouble;

/** How much of a term it takes for the regime to fall with such a chance, and what happens just below. */
public final class LeastTerm {
    private static final double JUMP = 1e-3;
    private static final double CLOSED = 1e-9; // of the value

    private final LeastTermSolver asked;
    private final double value;
    private final double tried;
    private final RegimeFall at;
    private final RegimeFall below;

    LeastTerm(LeastTermSolver asked, double value, double tried, RegimeFall at, RegimeFall below) {
        this.asked = asked;
        this.value = value;
        this.tried = tried;
        this.at = at;
        this.below = below;
    }

    /** What was asked. */
    public LeastTermSolver asked() {
        return asked;
    }

    /** The least value of the term; empty if none is enough. An answer that was stopped says a value that is enough, which may be far too much. */
    public OptionalDouble value() {
        return Double.isInfinite(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    /** Whether the value was narrowed down, so that nothing lies between {@link #tried} and it; not if the work was stopped. */
    private boolean closed() {
        return value - tried <= CLOSED * value;
    }

    /** The nearest value below that is not enough; where none is enough the greatest tried; 0 if the value is 0. */
    public double tried() {
        return tried;
    }

    /** The game's answer at the value; where none is enough at the greatest tried. */
    public RegimeFall fall() {
        return at;
    }

    /** The game's answer at {@link #tried}. */
    public RegimeFall fallBelow() {
        return below;
    }

    /** How likely the regime is to fall at the value, a share, if all expect little. */
    public double chance() {
        return chance(at);
    }

    /** The same at {@link #tried}: where the chance jumps, well below what was asked; nothing of a jump is said if the work was stopped. */
    public double chanceBelow() {
        return chance(below);
    }

    private double chance(RegimeFall fall) {
        return fall.chance(fall.least(), asked.mean(), asked.deviation());
    }

    /** A row for the value, if there is one, and a row for that just below. */
    public Table table() {
        Table table = Table.of(
                Table.Column.of(
                        asked.term().label(), asked.term().unit(at.game().unit())),
                Table.Column.of("chance at the least", "share"),
                Table.Column.of("least critical strength", "share"),
                Table.Column.of("greatest critical strength", "share"));
        if (value().isPresent()) {
            table = table.with(value, chance(), at.least(), at.greatest());
        }
        return value == 0 ? table : table.with(tried, chanceBelow(), below.least(), below.greatest());
    }

    /** In a paragraph: the value, whose chance it is, and whether the chance jumps there. */
    public String explain() {
        final String whose = said(
                ", to whoever holds its strength to be normal, mean %s, deviation %s, whatever all expect of each other",
                brief(asked.mean()), brief(asked.deviation()));
        final String term = asked.term().label();
        if (value().isEmpty()) {
            return said(
                    "No %s makes the regime fall with chance %s%s. %s",
                    term,
                    brief(asked.chance()),
                    whose,
                    asked.inReach()
                            ? said("At %s the chance is %.4f.", brief(tried), chance())
                            : "Even if all go it may be too strong.");
        }
        final String unit = asked.term().unit(at.game().unit());
        if (!closed()) {
            return said(
                    "It takes %s between %s and %s [%s] for the regime to fall with chance %s%s; stopped before it was narrowed down.",
                    term, brief(tried), brief(value), unit, brief(asked.chance()), whose);
        }
        final String least = value == 0
                ? said("Without any %s the regime falls with chance %.4f", term, chance())
                : said(
                        "It takes %s %s [%s] for the regime to fall with chance %s",
                        term, brief(value), unit, brief(asked.chance()));
        final String jump = chance() - chanceBelow() > JUMP
                ? said(" There the chance jumps from %.4f to %.4f.", chanceBelow(), chance())
                : "";
        return least + whose + "." + jump;
    }

    private static String brief(double number) {
        return said("%s", (float) number);
    }

    private static String said(String form, Object... values) {
        return String.format(Locale.ROOT, form, values);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LeastTerm found
                && asked.equals(found.asked)
                && value == found.value
                && tried == found.tried
                && at.equals(found.at)
                && below.equals(found.below);
    }

    @Override
    public int hashCode() {
        return Objects.hash(asked, value, tried, at, below);
    }

    /** In a line: {@code LeastTerm[cash 0.4321 for a chance of 0.5]}. */
    @Override
    public String toString() {
        final String term = asked.term().label();
        final String found = value().isEmpty()
                ? "no " + term
                : closed() ? term + " " + brief(value) : term + " between " + brief(tried) + " and " + brief(value);
        return "LeastTerm[" + found + " for a chance of " + brief(asked.chance()) + "]";
    }
}
