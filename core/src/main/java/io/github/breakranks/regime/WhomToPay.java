package io.github.breakranks.regime;

import io.github.breakranks.answer.Table;
import io.github.breakranks.internal.Checks;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;

/** How a budget is best spent among contingents, and what it does beside the same budget spread evenly. */
public final class WhomToPay {
    private final RegimeChange game;
    private final double budget;
    private final double[] subsidies;
    private final double strength;
    private final double even;

    WhomToPay(RegimeChange game, double budget, double[] subsidies, double strength, double even) {
        this.game = game;
        this.budget = budget;
        this.subsidies = subsidies.clone();
        this.strength = strength;
        this.even = even;
    }

    /** What each of a contingent who goes is paid [unit of the game]. */
    public double subsidy(int contingent) {
        return subsidies[Checks.index("contingent", "contingent", contingent, subsidies.length)];
    }

    /** The same of all contingents, in order. */
    public double[] subsidies() {
        return subsidies.clone();
    }

    /** What is spent if all take it [unit of the game, for a population of mass 1]. */
    public double spent() {
        double sum = 0;
        for (int g = 0; g < subsidies.length; g++) {
            sum += game.mass(g) * subsidies[g];
        }
        return sum;
    }

    /** The critical strength with these subsidies. */
    public double criticalStrength() {
        return strength;
    }

    /** The critical strength with the same budget paid to everybody alike. */
    public double criticalStrengthIfEven() {
        return even;
    }

    /** The game with these subsidies paid. */
    public RegimeChange game() {
        RegimeChange paid = game;
        for (int g = 0; g < subsidies.length; g++) {
            paid = paid.paid(g, subsidies[g]);
        }
        return paid;
    }

    /** A row for each contingent. */
    public Table table() {
        Table table = Table.of(
                Table.Column.of("contingent"),
                Table.Column.of("mass", "share"),
                Table.Column.of(
                        "influence over benefit", "1 / " + (game.unit().isEmpty() ? "unit of the game" : game.unit())),
                Table.Column.of("subsidy", game.unit().isEmpty() ? "unit of the game" : game.unit()));
        for (int g = 0; g < subsidies.length; g++) {
            final Contingent who = game.contingents().get(g);
            table = table.with(who.name(), game.mass(g), game.weight(g) / game.mass(g) / who.benefit(), subsidies[g]);
        }
        return table;
    }

    /** In a paragraph: whom to pay, why, and what an even spread would have done. */
    public String explain() {
        final StringBuilder words = new StringBuilder();
        for (int g = 0; g < subsidies.length; g++) {
            if (subsidies[g] > 0) {
                final String form = subsidies[g] < 1e-3 ? "Pay %s %.3e each. " : "Pay %s %.4f each. ";
                words.append(String.format(
                        Locale.ROOT, form, game.contingents().get(g).name(), subsidies[g]));
            }
        }
        if (words.isEmpty()) {
            return String.format(
                    Locale.ROOT,
                    "Nobody can be moved with this budget, so nobody is paid. The regime falls up to strength %.4f.",
                    strength);
        }
        return words.append(String.format(
                        Locale.ROOT,
                        "The regime then falls up to strength %.4f; the same budget paid to everybody alike brings %.4f. "
                                + "Those come first whose influence over what the fall is worth to them is highest.",
                        strength,
                        even))
                .toString();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof WhomToPay found
                && game.equals(found.game)
                && budget == found.budget
                && Arrays.equals(subsidies, found.subsidies);
    }

    @Override
    public int hashCode() {
        return Objects.hash(game, budget, Arrays.hashCode(subsidies));
    }

    /** In a line: {@code WhomToPay[falls up to 0.7238, even spread 0.5810]}. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "WhomToPay[falls up to %.4f, even spread %.4f]", strength, even);
    }
}
