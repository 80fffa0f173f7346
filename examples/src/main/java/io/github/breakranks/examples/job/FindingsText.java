package io.github.breakranks.examples.job;

import io.github.breakranks.answer.Range;
import io.github.breakranks.cascade.Cascade;
import io.github.breakranks.equilibrium.RestPoint;
import io.github.breakranks.offer.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Says what follows from the record and the assumptions, how far it depends on them, and what cannot be told. */
final class FindingsText {
    private static final double OFF = 1e-6; // a share further than this from the record's end lies at a fold

    private final Study study;
    private final Case history;
    private final Page page;

    FindingsText(Study study, Page page) {
        this.study = study;
        this.history = study.history();
        this.page = page;
    }

    void print() {
        final Case.Grid grid = history.grid();
        final Assumption middle = grid.middle(grid.spreads().get(0));
        page.head("WHAT FOLLOWS   (shares in %; from end to end of the mean costs that agree with the record)");
        page.text("By spread of costs, at reprisal " + Words.number(middle.reprisal()) + ", credibility "
                + Words.number(middle.credibility()) + ", heard by " + Words.number(100 * middle.reach()) + "%:");
        bySpread();
        page.text(
                "rests at: from nobody; from everybody if elsewhere. tips: above this much. The last three: who leave if the"
                        + " promise is believed fully, all (or twice as many) hear, twice the land is offered. +: endless at a fold;"
                        + " -: none; *: not under every mean. Shares on record that are missing lie behind a fold.");
        final Answers shown = study.shown();
        if (shown != null) {
            shown(shown);
        }
        new DependenceText(study, page).print();
    }

    private void bySpread() {
        final double amount = history.base().amount();
        final String unit = history.base().unit();
        final List<List<String>> rows = new ArrayList<>();
        for (Answers answers : study.middle()) {
            final Range means = answers.set().means();
            final String spread = Words.number(answers.assumption().spread());
            rows.add(
                    means == null
                            ? List.of(spread, "none", jump(answers.set().shares()), "-", "-", "-", "-", "-", "-", "-")
                            : List.of(
                                    spread,
                                    Words.span(means, 3),
                                    rests(answers),
                                    rounds(answers),
                                    tips(answers, Term.REFUGE, amount, 1),
                                    tips(answers, Term.CREDIBILITY, 1, 2),
                                    tips(answers, Term.REACH, 1, 2),
                                    least(answers, Term.CREDIBILITY),
                                    least(answers, Term.REACH),
                                    least(answers, Term.REFUGE)));
        }
        page.table(
                List.of(
                        "spread",
                        "mean cost",
                        "rests at",
                        "rounds",
                        "tips " + unit,
                        "credib.",
                        "heard by",
                        "believed",
                        "all hear",
                        Words.number(2 * amount) + " " + unit),
                rows);
    }

    private static String jump(Range shares) {
        return "jumps " + Words.fixed(100 * shares.low(), 0) + " to " + Words.fixed(100 * shares.high(), 0);
    }

    private static String rests(Answers answers) {
        final String least = Words.percents(answers.set().shares());
        if (answers.over(each -> each.rest().points().size()).high() == 1) {
            return least;
        }
        final Range most = answers.over(each -> each.rest().greatest().share());
        final String low = Words.fixed(100 * most.low(), 0);
        final String high = Words.fixed(100 * most.high(), 0);
        return least + "; " + (low.equals(high) ? low : low + "-" + high);
    }

    /** Rounds until play rests, under each mean that does not lie at a fold, where they never end. */
    private String rounds(Answers answers) {
        final Range record = history.share();
        final Range shares = answers.set().shares();
        final List<Finding> ending = new ArrayList<>(answers.findings());
        if (shares.low() > record.low() * (1 + OFF)) {
            ending.remove(2);
        }
        if (shares.high() < record.high() * (1 - OFF)) {
            ending.remove(0);
        }
        final int[] rounds = ending.stream()
                .mapToInt(each -> each.cascade().rounds())
                .sorted()
                .toArray();
        final String span = rounds[0] + "-" + rounds[rounds.length - 1];
        return ending.size() < 3 ? span + "+" : span;
    }

    private static String tips(Answers answers, Term term, double times, int decimals) {
        final List<OptionalDouble> all = answers.findings().stream()
                .map(each -> each.change(term).tips())
                .toList();
        final double[] some = all.stream()
                .filter(OptionalDouble::isPresent)
                .mapToDouble(value -> times * value.getAsDouble())
                .sorted()
                .toArray();
        if (some.length == 0) {
            return "-";
        }
        final String low = Words.fixed(some[0], decimals);
        final String high = Words.fixed(some[some.length - 1], decimals);
        final String span = low.equals(high) ? low : low + "-" + high;
        return some.length < all.size() ? span + "*" : span;
    }

    private static String least(Answers answers, Term term) {
        return answers.middle().change(term).betters()
                ? Words.percents(answers.over(each -> each.change(term).least()))
                : "-";
    }

    private void shown(Answers shown) {
        final Assumption assumption = shown.assumption();
        final Finding finding = shown.middle();
        final Cascade cascade = finding.cascade();
        final int rounds = cascade.rounds();
        page.text("The charts show the set with most rest points, not the likeliest: spread "
                + Words.number(assumption.spread()) + ", mean " + Words.fixed(finding.mean(), 3) + ", reprisal "
                + Words.number(assumption.reprisal()) + ", credibility " + Words.number(assumption.credibility())
                + ", heard by " + Words.number(100 * assumption.reach()) + "%. It rests at " + rests(finding)
                + "; from nobody "
                + Words.number((double) cascade.gone()) + " go in " + rounds + " rounds ("
                + IntStream.of(1, 2, 4, 8, 16)
                        .filter(round -> round < rounds)
                        .mapToObj(round -> Words.percent(cascade.shareAfter(round)))
                        .collect(Collectors.joining(", "))
                + "% after 1, 2, 4, ...). " + jump(finding));
    }

    private static String rests(Finding finding) {
        final List<RestPoint> points = finding.rest().points();
        return points.stream()
                        .map(point -> Words.percent(point.share()) + "% ("
                                + point.stability().label() + ")")
                        .collect(Collectors.joining(", "))
                + (points.size() == 1 ? " and nowhere else" : "");
    }

    private String jump(Finding finding) {
        final Finding.@Nullable Change land = finding.changes().stream()
                .filter(change -> change.term() == Term.REFUGE && change.tips().isPresent())
                .findFirst()
                .orElse(null);
        if (land == null) {
            return "No amount of land tips it.";
        }
        final double times = history.base().amount();
        return "Above " + Words.fixed(times * land.tips().orElseThrow(), 1) + " "
                + history.base().unit() + " (or cash worth the difference) it would have tipped.";
    }
}
