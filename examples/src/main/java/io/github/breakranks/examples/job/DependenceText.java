package io.github.breakranks.examples.job;

import io.github.breakranks.answer.Range;
import io.github.breakranks.examples.job.ConsistentMeans.Extent;
import io.github.breakranks.offer.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Says how far the answer depends on what is assumed: over all sets, and over those that share one assumption. */
final class DependenceText {
    private final Study study;
    private final Case history;
    private final Page page;

    DependenceText(Study study, Page page) {
        this.study = study;
        this.history = study.history();
        this.page = page;
    }

    void print() {
        page.head(
                "HOW FAR THE ANSWER DEPENDS ON WHAT IS ASSUMED   (all sets and means that agree, on the whole record or part)");
        final List<List<String>> rows = new ArrayList<>();
        for (Group group : Group.all(history.grid())) {
            rows.add(row(group));
        }
        final String more =
                Words.number(2 * history.base().amount()) + " " + history.base().unit();
        page.table(
                List.of(
                        "where",
                        "whole/part/none",
                        "tips",
                        "leave if believed",
                        "if all hear",
                        "if " + more,
                        "unoffered"),
                rows);
        if (study.count(Answers::consistent) == 0) {
            page.text("No set of assumptions agrees with the record.");
            return;
        }
        range();
        tipping();
        cannotTell();
    }

    private List<String> row(Group group) {
        final List<Answers> in = in(group);
        final String agree = Stream.of(Extent.values())
                .map(extent -> Long.toString(in.stream()
                        .filter(each -> each.set().extent() == extent)
                        .count()))
                .collect(Collectors.joining("/"));
        final long agreeing = in.stream().filter(Answers::consistent).count();
        final long tipping = in.stream().filter(Answers::tips).count();
        return List.of(
                group.name(),
                agree,
                tipping + " of " + agreeing,
                least(in, Term.CREDIBILITY),
                least(in, Term.REACH),
                least(in, Term.REFUGE),
                shown(over(in, finding -> true, Finding::unoffered)));
    }

    private List<Answers> in(Group group) {
        return study.answers().stream()
                .filter(each -> group.has().test(each.assumption()))
                .toList();
    }

    private static String least(List<Answers> in, Term term) {
        return shown(over(
                in,
                finding -> finding.change(term).betters(),
                finding -> finding.change(term).least()));
    }

    private static String shown(@Nullable Range shares) {
        return shares == null ? "-" : Words.percents(shares);
    }

    /** From the least to the greatest of a number over the findings that count; null if none does. */
    private static @Nullable Range over(
            List<Answers> in, Predicate<Finding> counts, java.util.function.ToDoubleFunction<Finding> number) {
        final double[] numbers = in.stream()
                .flatMap(each -> each.findings().stream())
                .filter(counts)
                .mapToDouble(number)
                .sorted()
                .toArray();
        return numbers.length == 0 ? null : new Range(numbers[0], numbers[numbers.length - 1]);
    }

    private void range() {
        final String more =
                Words.number(2 * history.base().amount()) + " " + history.base().unit();
        page.text("The share that left settles little. Equally in agreement with it, from " + ends(Term.REFUGE)
                + " would have left for " + more + ", " + ends(Term.CREDIBILITY) + " had they believed the promise, "
                + ends(Term.REACH) + " had twice as many (or all) heard of it.");
    }

    private String ends(Term term) {
        return least(study.answers(), term).replace("-", "% to ") + "%";
    }

    private void tipping() {
        final long agreeing = study.count(Answers::consistent);
        final long tips = study.count(Answers::tips);
        page.text("Something tips in " + tips + " of the " + agreeing + " sets that agree; land does in "
                + tips(Term.REFUGE, history.base().amount(), history.base().unit()) + ", credibility in "
                + tips(Term.CREDIBILITY, 1, "") + ", reach in " + tips(Term.REACH, 1, "") + ". In the other "
                + (agreeing - tips) + " nothing does: " + study.count(each -> each.consistent() && !each.canFold())
                + " of them can have no fold, as the spread is at least 0.399 x reprisal; more is gained step by step"
                + " there, which can still be much.");
    }

    private String tips(Term term, double times, String unit) {
        final Range values = over(
                study.answers(),
                finding -> finding.change(term).tips().isPresent(),
                finding -> times * finding.change(term).tips().orElseThrow());
        final long sets = study.count(each -> each.findings().stream()
                .anyMatch(finding -> finding.change(term).tips().isPresent()));
        return sets
                + (values == null
                        ? ""
                        : " (above " + Words.span(values, times == 1 ? 2 : 1) + (unit.isEmpty() ? "" : " " + unit)
                                + ")");
    }

    private void cannotTell() {
        page.head("WHAT THE DATA CANNOT TELL");
        page.text(
                "How costs are spread, how hard reprisal was, how far the promise was believed, how many had heard of it:"
                        + " one share cannot fix these numbers.");
        page.text("How many of those who left were drawn by the offer: in these sets "
                + shown(over(study.answers(), finding -> true, Finding::unoffered))
                        .replace("-", "% to ")
                + "% of all would have gone without any. Nobody who stayed shows what would have moved him, so that every"
                + " value above the share that left rests on the shape assumed, not on the record.");
        for (Figure figure : history.all(Kind.CONTEXT)) {
            final Range value = figure.value();
            if (value != null && value.high() > history.heads() && figure.unit().equals(headsUnit())) {
                page.text("Whom to count: against " + Words.number(value.high()) + " (" + figure.item()
                        + ") the share that left would be "
                        + Words.percents(new Range(
                                history.gone().low() / value.high(),
                                history.gone().high() / value.high()))
                        + "%.");
            }
        }
        page.text(
                "When they left: the record is one total, so the rounds of the cascade are steps of reasoning, not months.");
    }

    private String headsUnit() {
        return history.all(Kind.FORCE).get(0).unit();
    }
}
