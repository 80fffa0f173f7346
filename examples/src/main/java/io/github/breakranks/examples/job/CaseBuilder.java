package io.github.breakranks.examples.job;

import io.github.breakranks.answer.Range;
import io.github.breakranks.examples.job.Case.Base;
import io.github.breakranks.examples.job.Case.Grid;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Picks from the rows of a file what makes a game, and refuses what cannot make one. */
final class CaseBuilder {
    private static final int MOST = 2_000;
    private static final int ITEM = 2;
    private static final int LOW = 3;
    private static final int HIGH = 4;
    private static final int UNIT = 5;

    private final String file;
    private final long lastLine;
    private final List<Figure> figures;

    CaseBuilder(String file, long lastLine, List<Figure> figures) {
        this.file = file;
        this.lastLine = lastLine;
        this.figures = figures;
    }

    Case build(String title) {
        checkItems();
        final int heads = heads();
        final Range gone = gone(heads);
        final Base base = base();
        final Grid grid = new Grid(
                amounts("reprisal", base.name()), shares("credibility"), shares("reach"), spreads(base.name()));
        final long sets = (long) grid.reprisals().size()
                * grid.credibilities().size()
                * grid.reaches().size()
                * grid.spreads().size();
        if (sets > MOST) {
            throw Row.refused(
                    file,
                    lastLine,
                    1,
                    "assumed rows must make at most " + MOST + " combinations [count], but was " + sets);
        }
        return new Case(title, figures, heads, gone, base, grid);
    }

    private void checkItems() {
        for (Figure figure : figures) {
            final List<String> known = switch (figure.kind()) {
                case FORCE -> List.of("heads", "gone");
                case OFFER -> List.of("base");
                case ASSUMED -> List.of("reprisal", "credibility", "reach", "spread");
                default -> List.of(figure.item());
            };
            if (!known.contains(figure.item())) {
                throw refused(figure, ITEM, "item must be one of " + String.join(", ", known), figure.item());
            }
        }
    }

    private int heads() {
        final Figure figure = only(Kind.FORCE, "heads");
        final double heads = single(figure);
        if (!(heads >= 1 && heads <= Integer.MAX_VALUE && heads == Math.rint(heads))) {
            throw refused(figure, LOW, "low must be a whole number from 1 to 2147483647" + unit(figure), heads);
        }
        return (int) heads;
    }

    private Range gone(int heads) {
        final Figure figure = only(Kind.FORCE, "gone");
        final Range gone = given(figure);
        final String unit = only(Kind.FORCE, "heads").unit();
        if (!figure.unit().equals(unit)) {
            throw refused(figure, UNIT, "unit must be that of the heads, " + unit, figure.unit());
        }
        if (!(gone.low() > 0)) {
            throw refused(figure, LOW, "low must be > 0.0" + unit(figure), gone.low());
        }
        if (!(gone.high() < heads)) {
            throw refused(figure, HIGH, "high must be < " + heads + unit(figure), gone.high());
        }
        if (!(gone.low() < gone.high())) {
            throw refused(figure, HIGH, "high must be > low, " + gone.low() + unit(figure), gone.high());
        }
        return gone;
    }

    private Base base() {
        final Figure figure = only(Kind.OFFER, "base");
        final double amount = single(figure);
        if (!(amount > 0)) {
            throw refused(figure, LOW, "low must be > 0.0" + unit(figure), amount);
        }
        return new Base(amount, figure.unit());
    }

    private List<Double> spreads(String unit) {
        for (Figure figure : assumed("spread", unit)) {
            if (!(single(figure) > 0)) {
                throw refused(figure, LOW, "low must be > 0.0" + unit(figure), single(figure));
            }
        }
        return amounts("spread", unit);
    }

    private List<Double> shares(String item) {
        for (Figure figure : assumed(item, "share")) {
            final double share = single(figure);
            if (!(share > 0 && share <= 1)) {
                throw refused(figure, LOW, "low must be a share in (0, 1]", share);
            }
        }
        return amounts(item, "share");
    }

    private List<Double> amounts(String item, String unit) {
        final List<Double> values = new ArrayList<>();
        for (Figure figure : assumed(item, unit)) {
            final double value = single(figure);
            if (values.contains(value)) {
                throw refused(figure, LOW, "low must differ from those of the other rows of " + item, value);
            }
            values.add(value);
        }
        Collections.sort(values);
        return values;
    }

    private List<Figure> assumed(String item, String unit) {
        final List<Figure> rows = all(Kind.ASSUMED, item);
        if (rows.isEmpty()) {
            throw missing(Kind.ASSUMED, item);
        }
        for (Figure figure : rows) {
            if (!figure.unit().equals(unit)) {
                throw refused(figure, UNIT, "unit must be " + unit, figure.unit());
            }
        }
        return rows;
    }

    private Figure only(Kind kind, String item) {
        final List<Figure> rows = all(kind, item);
        if (rows.isEmpty()) {
            throw missing(kind, item);
        }
        if (rows.size() > 1) {
            throw refused(
                    rows.get(1),
                    ITEM,
                    "item must stand in one row of kind " + kind.word(),
                    item + " again after line " + rows.get(0).line());
        }
        return rows.get(0);
    }

    private List<Figure> all(Kind kind, String item) {
        return figures.stream()
                .filter(figure -> figure.kind() == kind && figure.item().equals(item))
                .toList();
    }

    private double single(Figure figure) {
        final Range value = given(figure);
        if (value.low() != value.high()) {
            throw refused(figure, HIGH, "high must be low, " + value.low() + unit(figure), value.high());
        }
        return value.low();
    }

    private Range given(Figure figure) {
        if (figure.value() == null) {
            throw refused(figure, LOW, "low must be given", "empty");
        }
        return figure.value();
    }

    private static String unit(Figure figure) {
        return " [" + figure.unit() + "]";
    }

    private IllegalArgumentException missing(Kind kind, String item) {
        return Row.refused(
                file,
                lastLine,
                1,
                "rows must include " + kind.word() + "," + item + ", but was at the end of the file");
    }

    private IllegalArgumentException refused(Figure figure, int column, String rule, Object was) {
        return Row.refused(file, figure.line(), column, rule + ", but was " + was);
    }
}
