package io.github.breakranks.examples.job;

import io.github.breakranks.answer.Range;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says what is history and what is assumed, before anything is worked out. */
final class HistoryText {
    private static final List<Kind> BY_ORIGIN = List.of(Kind.SENT, Kind.RETURNED, Kind.NOT_RETURNED);

    private final Case history;
    private final Page page;

    HistoryText(Case history, Page page) {
        this.history = history;
        this.page = page;
    }

    void print() {
        page.line("Who takes a way out, and what a better offer would have changed: " + history.title());
        page.head("WHAT IS HISTORY   (how sure a figure is stands behind it: confirmed, cross-checked or uncertain)");
        byOrigin();
        sentences();
        assumed();
    }

    private void byOrigin() {
        final Set<String> items = new LinkedHashSet<>();
        BY_ORIGIN.forEach(kind -> history.all(kind).forEach(figure -> items.add(figure.item())));
        if (items.isEmpty()) {
            return;
        }
        final List<List<String>> rows = new ArrayList<>();
        for (String item : items) {
            final List<String> row = new ArrayList<>(List.of(item));
            BY_ORIGIN.forEach(kind -> row.add(marked(kind, item)));
            rows.add(row);
        }
        page.table(List.of("men", "sent  ", "returned  ", "not returned  "), rows);
        page.text("[" + all(figure -> figure.origin().source()) + "; " + all(HistoryText::key) + "]");
    }

    /** What figures by origin have, each thing once. */
    private String all(Function<Figure, String> thing) {
        return BY_ORIGIN.stream()
                .flatMap(kind -> history.all(kind).stream())
                .sorted(Comparator.comparing(figure -> figure.origin().certainty()))
                .map(thing)
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private static String key(Figure figure) {
        final Certainty certainty = figure.origin().certainty();
        return (certainty.mark().isEmpty() ? "unmarked" : certainty.mark()) + ": " + certainty.phrase();
    }

    private String marked(Kind kind, String item) {
        return history.all(kind).stream()
                .filter(figure -> figure.item().equals(item))
                .map(figure -> figure.amount() + (figure.origin().certainty().mark() + "  ").substring(0, 2))
                .collect(Collectors.joining(", "));
    }

    /** Figures one after another that share their origin stand in one sentence. */
    private void sentences() {
        final List<Figure> figures = history.figures().stream()
                .filter(figure -> !BY_ORIGIN.contains(figure.kind()) && figure.kind() != Kind.ASSUMED)
                .toList();
        int first = 0;
        while (first < figures.size()) {
            int last = first + 1;
            while (last < figures.size() && sameOrigin(figures.get(first), figures.get(last))) {
                last++;
            }
            final StringBuilder said = new StringBuilder();
            for (int k = first; k < last; k++) {
                final boolean more = k + 1 < last && sameUnit(figures.get(k), figures.get(k + 1));
                said.append(joined(k == first ? null : figures.get(k - 1), figures.get(k), !more));
            }
            final Figure one = figures.get(first);
            page.text(said + " [" + one.origin().certainty().phrase() + "; "
                    + one.origin().source() + "]");
            first = last;
        }
    }

    private static boolean sameOrigin(Figure one, Figure other) {
        return one.origin().certainty() == other.origin().certainty()
                && one.origin().source().equals(other.origin().source());
    }

    private static boolean sameUnit(Figure one, Figure other) {
        return one.kind() == other.kind()
                && one.unit().equals(other.unit())
                && one.origin().note().isEmpty();
    }

    private static String joined(@Nullable Figure before, Figure figure, boolean withUnit) {
        final boolean opens = before == null || before.kind() != figure.kind();
        final String note = figure.origin().note();
        return (before == null ? "" : opens ? "; " : ", ")
                + (opens ? figure.kind().opening() : "")
                + said(figure)
                + (withUnit && figure.value() != null ? " " + figure.unit() : "")
                + (note.isEmpty() ? "" : " (" + note + ")");
    }

    private static String said(Figure figure) {
        final String item = switch (figure.kind()) {
            case FORCE -> figure.item().equals("heads") ? "who decides: " : "of whom left: ";
            case OFFER -> "";
            default -> figure.item() + " ";
        };
        return item + (figure.value() == null ? "(no amount named)" : figure.amount());
    }

    private void assumed() {
        final Case.Grid grid = history.grid();
        final String unit = history.base().name();
        final Range share = history.share();
        page.head("WHAT IS ASSUMED");
        page.text("This is a scenario with assumed parameters. The record fixes one number: " + Words.percents(share)
                + "% of " + Words.number(history.heads()) + " left.");
        page.text(
                "Each goes if credibility x land - reprisal x (1 - share gone) >= his private cost; who has not heard of"
                        + " the offer sees no land. All decide once, everybody sees everybody, costs are normal, and all who left"
                        + " are taken to have weighed this offer. The unit is what an ordinary soldier was offered, "
                        + unit
                        + "; no price is put on it, and other ranks are left out.");
        page.text("Gone through: reprisal on the first to go " + values(grid.reprisals()) + " x " + unit
                + "; credibility " + values(grid.credibilities()) + "; share that has heard "
                + values(grid.reaches()) + "; spread (standard deviation) of costs " + span(grid.spreads()) + " x "
                + unit + ": " + grid.size()
                + " sets of assumptions, for each the mean costs that agree with the record.");
    }

    private static String span(List<Double> values) {
        final int last = values.size() - 1;
        return last < 4
                ? values(values)
                : Words.number(values.get(0)) + " to " + Words.number(values.get(last)) + " in " + (last + 1)
                        + " values";
    }

    private static String values(List<Double> values) {
        return values.stream().map(Words::number).collect(Collectors.joining(", "));
    }
}
