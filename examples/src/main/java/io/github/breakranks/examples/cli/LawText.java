package io.github.breakranks.examples.cli;

import io.github.breakranks.population.CostLaw;
import java.util.Arrays;
import java.util.List;

/** Reads a law of costs from its text: {@code normal:MEAN,SD} and so on, or {@code file:COSTS.txt}. */
final class LawText {
    private static final String UNIT = "unit of the game";
    private static final String FILE = "file:";

    private static final List<Family> FAMILIES = List.of(
            new Family("normal", "MEAN", "SD", UNIT, CostLaw::normal),
            new Family("logistic", "MEAN", "SCALE", UNIT, CostLaw::logistic),
            new Family("uniform", "LOW", "HIGH", UNIT, CostLaw::uniform),
            new Family("beta", "A", "B", "shape", CostLaw::beta),
            new Family("lognormal", "MU", "SIGMA", "log of the unit of the game", CostLaw::lognormal));

    private LawText() {}

    /** How two numbers make a law. */
    @FunctionalInterface
    private interface Maker {
        CostLaw of(double first, double second);
    }

    /** A law with two parameters. */
    private record Family(String name, String first, String second, String unit, Maker maker) {
        String form() {
            return name + ":" + first + "," + second;
        }

        CostLaw law(String argument, String text) {
            final String[] parts = text.substring(name.length() + 1).split(",", -1);
            if (parts.length != 2) {
                throw BadInput.of(argument, form(), text);
            }
            final double a = Numbers.real(argument + " " + first, unit, parts[0]);
            final double b = Numbers.real(argument + " " + second, unit, parts[1]);
            return BadInput.naming(argument + " ", () -> maker.of(a, b));
        }
    }

    /** The law that a text describes. */
    static CostLaw parse(String argument, String text) {
        if (text.startsWith(FILE)) {
            return CostLaw.empirical(costs(argument, text.substring(FILE.length())));
        }
        for (Family family : FAMILIES) {
            if (text.startsWith(family.name + ":")) {
                return family.law(argument, text);
            }
        }
        throw BadInput.of(argument, forms(), text);
    }

    /** All forms, in a line. */
    static String forms() {
        return String.join(", ", FAMILIES.stream().map(Family::form).toList()) + " or file:COSTS.txt";
    }

    private static double[] costs(String argument, String file) {
        double[] costs = new double[1024];
        int known = 0;
        try (LineReader lines = LineReader.open(argument + " file", file)) {
            while (lines.next()) {
                if (known == costs.length) {
                    costs = Arrays.copyOf(costs, 2 * known);
                }
                costs[known++] = cost(lines);
            }
            if (known == 0) {
                throw lines.empty("cost");
            }
        }
        return Arrays.copyOf(costs, known);
    }

    private static double cost(LineReader lines) {
        final Double cost = Numbers.realOrNull(lines.text());
        if (cost == null) {
            int odd = 0;
            while (odd < lines.length() && "+-.0123456789eE/ ".indexOf(lines.at(odd)) >= 0) {
                odd++;
            }
            throw lines.refused("cost", "a finite number [" + UNIT + "]", odd < lines.length() ? odd : 0);
        }
        return cost;
    }
}
