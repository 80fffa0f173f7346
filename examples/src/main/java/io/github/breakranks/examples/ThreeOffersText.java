package io.github.breakranks.examples;

import io.github.breakranks.examples.chart.Chart;
import io.github.breakranks.timing.DeadlinePath;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/** What the examples of offers in time print. Which conclusions hold is counted over all sets of assumptions, never written down beforehand. */
final class ThreeOffersText {
    private static final double MORE = 1e-9; // shares nearer than this are the same

    private final String name;
    private final List<String> assumed;
    private final List<ThreeOffers> sets;
    private final List<ThreeOffers> moved; // in which somebody goes
    private final StringBuilder out = new StringBuilder();

    ThreeOffersText(String name, List<String> assumed, List<ThreeOffers> sets) {
        this.name = name;
        this.assumed = List.copyOf(assumed);
        this.sets = List.copyOf(sets);
        this.moved = sets.stream().filter(ThreeOffers::moves).toList();
    }

    /** Something that may be so under some sets of assumptions. */
    private record Claim(String says, long holds, long of) {
        boolean settled() {
            return holds == 0 || holds == of;
        }

        String sentence() {
            return holds + " of " + of + " sets: " + says + ".";
        }
    }

    String text() {
        assumed.forEach(this::say);
        sets.forEach(this::table);
        legend();
        conclusions();
        caveats();
        return out.toString();
    }

    /** Writes a picture of each set into the directory named, if one is, and says so. */
    String draw(String... directory) {
        if (directory.length == 0) {
            return "";
        }
        for (int k = 0; k < sets.size(); k++) {
            final Chart chart = sets.get(k).chart();
            final String file = Path.of(directory[0], name + "-" + (k + 1)).toString();
            chart.save(file + ".png");
            chart.save(file + ".svg");
        }
        return "\nPICTURES " + name + "-1 to " + name + "-" + sets.size() + " written to " + directory[0] + "\n";
    }

    private void table(ThreeOffers set) {
        head(set.name());
        say("Relied on at the date: " + set.dated().selection() + ".");
        set.table().text().lines().forEach(line -> out.append("  ").append(line).append('\n'));
    }

    private void legend() {
        out.append('\n');
        final ThreeOffers any = sets.get(0);
        final String unit = any.open().waiting().unit();
        say(String.format(
                Locale.ROOT,
                "early: gone by %s %s. before: ahead of %s %s, and ahead of the quiet where there is one. in the end: expected where the"
                        + " offer may be withdrawn. quiet: the last stretch before the date in which nobody goes.",
                any.early(),
                unit,
                any.terms().date(),
                unit));
    }

    private void conclusions() {
        final List<Claim> claims = List.of(
                claim(
                        "an offer that may be withdrawn, as they know, brings fewer in the end than an open one",
                        one -> more(one.open().leastShare(), one.known().expectedTotal())),
                claim(
                        "if it may be withdrawn, fear beyond the fact brings more in the end than belief in the fact",
                        one -> more(one.feared().expectedTotal(), one.known().expectedTotal())),
                claim(
                        "if it may be withdrawn and is feared more, it brings fewer in the end than an open one",
                        one -> more(one.open().leastShare(), one.feared().expectedTotal())),
                claim(
                        "early on, an offer that may be withdrawn, as they know, is ahead of an open one",
                        one -> more(
                                one.known().expectedBy(one.early()), one.open().shareAt(one.early()))),
                claim(
                        "by the date, an offer that may be withdrawn, as they know, is ahead of an open one",
                        one -> more(
                                one.known().expectedBy(one.terms().date()),
                                one.dated().openShareAtDate())),
                claim(
                        "a date brings more in the end than an open offer if the crowd protects itself",
                        one -> one.dated().dividend() > MORE),
                claim(
                        "a date brings more in the end than an open offer if each is judged on those gone before",
                        one -> more(
                                one.dated().unprotected().total(), one.dated().openShare())),
                claim(
                        "by the date, it has brought more than an open offer if each is judged on those gone before",
                        one -> more(
                                one.dated().unprotected().total(), one.dated().openShareAtDate())),
                claim(
                        "until the date, fewer have gone than with an open offer if the crowd protects itself",
                        one -> more(
                                one.dated().openShareAtDate(),
                                one.dated().protectedByCrowd().before())),
                claim(
                        "nobody goes for over half of the time to the date if the crowd protects itself",
                        one -> one.dated().protectedByCrowd().quietPeriod()
                                > one.terms().date() / 2),
                claim(
                        "over half of all soldiers go at the date itself if the crowd protects itself",
                        one -> one.dated().protectedByCrowd().atDeadline() > 0.5));
        head("THE SAME UNDER ALL THAT IS ASSUMED HERE   (other assumptions may undo it)");
        if (moved.size() < sets.size()) {
            say("In " + (sets.size() - moved.size()) + " of " + sets.size()
                    + " sets not one soldier goes, however the offer is put; the others are counted.");
        }
        claims.stream().filter(Claim::settled).forEach(claim -> say(claim.sentence()));
        head("NOT THE SAME   (it depends on what is assumed)");
        claims.stream().filter(claim -> !claim.settled()).forEach(claim -> say(claim.sentence()));
        say("In the end go: with an open offer " + span(one -> one.open().leastShare()) + "; if it may be withdrawn "
                + span(one -> one.known().expectedTotal()) + ", feared more "
                + span(one -> one.feared().expectedTotal()) + "; with a date "
                + span(one -> one.dated().protectedByCrowd().total())
                + " if the crowd protects itself, "
                + span(one -> one.dated().unprotected().total()) + " if not.");
    }

    private static boolean more(double one, double other) {
        return one > other + MORE;
    }

    private Claim claim(String says, Predicate<ThreeOffers> holds) {
        return new Claim(says, moved.stream().filter(holds).count(), moved.size());
    }

    private String span(ToDoubleFunction<ThreeOffers> share) {
        final double[] sorted = moved.stream().mapToDouble(share).sorted().toArray();
        return String.format(Locale.ROOT, "%.1f to %.1f%%", 100 * sorted[0], 100 * sorted[sorted.length - 1]);
    }

    /** But the first, which gives a number of one set. */
    private void caveats() {
        head("READ WITH");
        final DeadlinePath dated = sets.get(0).dated();
        say("Paths rest on this: " + String.join("; ", sets.get(0).known().assumptions()) + ".");
        say("That a crowd breaks through at the date needs those who go then to see or to protect each other.");
        dated.caveats().stream().skip(1).forEach(this::say);
    }

    private void head(String text) {
        out.append('\n').append(text).append('\n');
    }

    /** Lines of at most 120 characters. */
    private void say(String text) {
        out.append(text.replaceAll("(.{1,118})(?: |$)", (out.length() == 0 ? "" : "  ") + "$1\n"));
    }
}
