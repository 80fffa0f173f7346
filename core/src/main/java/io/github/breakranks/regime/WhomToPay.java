package io.github.breakranks.regime;

import io.github.breakranks.answer.Table;
import io.github.breakranks.internal.Checks;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;

/** How a budget is best spent among contingents, and what it does beside the same budget spread evenly. */
public final class WhomToPay {
    private static final int MOST_TOLD = 6;
    private static final double SPENT = 1 - 1e-9; // of the budget

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

    /** A row for each contingent, with the reason. */
    public Table table() {
        Table table = Table.of(
                Table.Column.of("contingent"),
                Table.Column.of("mass", "share"),
                Table.Column.of(
                        "influence over benefit", "1 / " + (game.unit().isEmpty() ? "unit of the game" : game.unit())),
                Table.Column.of("subsidy", game.unit().isEmpty() ? "unit of the game" : game.unit()),
                Table.Column.of("why"));
        for (int g = 0; g < subsidies.length; g++) {
            table = table.with(
                    game.contingents().get(g).name(),
                    game.mass(g),
                    perUnit(g),
                    subsidies[g],
                    subsidies[g] > 0 ? paid(g) : unpaid(g));
        }
        return table;
    }

    private double perUnit(int g) {
        return game.weight(g) / game.mass(g) / game.contingents().get(g).benefit();
    }

    private double cost(int g) {
        return game.contingents().get(g).cost().low();
    }

    /** What of the cost brings one who never goes unpaid to where he wavers; 0 for others. */
    private double toWaver(int g) {
        return Math.max(0, cost(g) - game.contingents().get(g).benefit());
    }

    private String paid(int g) {
        final String first = toWaver(g) > 0
                ? "they never go unpaid, and " + brief(toWaver(g)) + " each only brings them to waver; "
                : "";
        return first + "influence over benefit " + brief(perUnit(g)) + (subsidies[g] >= cost(g) ? ", now all go" : "");
    }

    private String unpaid(int g) {
        if (cost(g) <= 0) {
            return "they go anyway";
        }
        if (game.weight(g) == 0) {
            return "they weigh nothing";
        }
        if (toWaver(g) > 0) {
            return "they never go unpaid, and to bring them to waver, " + brief(toWaver(g))
                    + (game.mass(g) * toWaver(g) > budget
                            ? " each, is more than the budget"
                            : " each, moves less than the others' pay");
        }
        return spent() < budget * SPENT
                ? "the money would move nothing"
                : "influence over benefit " + brief(perUnit(g)) + ", and the money is spent";
    }

    private static String brief(double value) {
        return String.format(Locale.ROOT, value < 1e-3 ? "%.3e" : "%.4f", value);
    }

    /** In a paragraph: whom to pay and whom not, why, and what an even spread would have done; of many contingents those paid most in all. */
    public String explain() {
        final StringBuilder words = new StringBuilder();
        final int[] told = IntStream.range(0, subsidies.length)
                .boxed()
                .sorted(Comparator.<Integer>comparingDouble(g -> -game.mass(g) * subsidies[g]))
                .limit(MOST_TOLD)
                .sorted()
                .mapToInt(g -> g)
                .toArray();
        if (spent() == 0) {
            words.append("Nobody can be moved with this budget, so nobody is paid. ");
        }
        for (final int g : told) {
            final String name = game.contingents().get(g).name();
            words.append(
                    subsidies[g] > 0
                            ? "Pay " + name + " " + brief(subsidies[g]) + " each (" + paid(g) + "). "
                            : spent() == 0 ? "" : "Do not pay " + name + " (" + unpaid(g) + "). ");
        }
        if (told.length < subsidies.length && spent() > 0) {
            words.append("The table says the same of all ")
                    .append(subsidies.length)
                    .append(" contingents. ");
        }
        if (spent() > 0) {
            words.append(String.format(
                    Locale.ROOT,
                    "The regime then falls up to strength %.4f; the same budget paid to everybody alike brings %.4f.",
                    strength,
                    even));
        } else {
            words.append(String.format(Locale.ROOT, "The regime falls up to strength %.4f.", strength));
        }
        return words.toString();
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
