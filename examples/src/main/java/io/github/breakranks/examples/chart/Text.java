package io.github.breakranks.examples.chart;

import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.offer.Offer;
import io.github.breakranks.offer.Term;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/** The words on a chart. */
final class Text {
    private static final String NO_UNIT = "unit of the game";

    private Text() {}

    /** To four digits, without an exponent. */
    static String number(double value) {
        if (Math.abs(value) < 5e-7) {
            return "0";
        }
        return new BigDecimal(value)
                .round(new MathContext(4))
                .stripTrailingZeros()
                .toPlainString();
    }

    /** A share in percent, to a tenth. */
    static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f%%", 100 * share);
    }

    /** Shares in percent. */
    static double[] percents(double... shares) {
        return DoubleStream.of(shares).map(share -> 100 * share).toArray();
    }

    /** The value of a term with its unit, where one was named. */
    static String amount(DefectionGame game, Term term, double value) {
        final String unit = term.unit(game.unit());
        return term.label() + " " + number(value)
                + (term.isShare() || unit.equals(NO_UNIT) ? "" : between(unit) + unit);
    }

    /** A unit that is itself a number of something, such as "50 acres", is multiplied. */
    private static String between(String unit) {
        return Character.isDigit(unit.charAt(0)) ? " x " : " ";
    }

    /** The title of an axis. */
    static String axis(DefectionGame game, Term term) {
        return term.label() + " [" + term.unit(game.unit()) + "]";
    }

    /** What is offered, but for the terms that an axis has; the unit once, if one was named. */
    static String offered(DefectionGame game, Term... but) {
        for (int g = 1; g < game.groups(); g++) {
            if (!game.offer(g).equals(game.offer(0))) {
                return "offers by group";
            }
        }
        final Offer offer = game.offer(0);
        final List<Term> said = offer.termsSet().stream()
                .filter(term -> !List.of(but).contains(term))
                .toList();
        if (said.isEmpty()) {
            return but.length == 0 ? "no offer" : "nothing else offered";
        }
        final boolean unit = !game.unit().equals(NO_UNIT) && !said.stream().allMatch(Term::isShare);
        return said.stream()
                        .map(term -> term.label() + " " + number(offer.get(term)))
                        .collect(Collectors.joining(", "))
                + (unit ? " [" + game.unit() + "]" : "");
    }

    static IllegalArgumentException refused(String form, Object... values) {
        return new IllegalArgumentException(String.format(Locale.ROOT, form, values));
    }
}
