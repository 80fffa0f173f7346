package io.github.breakranks.examples;

import io.github.breakranks.answer.Table;
import io.github.breakranks.answer.Table.Column;
import io.github.breakranks.examples.HandbillOrWordOfMouth.Set;
import io.github.breakranks.regime.RegimeFall;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** What the example of handbills and word of mouth prints. What holds is counted over all sets of assumptions, never written down beforehand. */
final class HandbillOrWordText implements Printed.Example {
    private static final double MORE = 1e-6; // shares nearer than this are the same
    private static final double APART = 0.005;

    private final List<Row> rows = new ArrayList<>();
    private final List<Set> sets;
    private final StringBuilder out = new StringBuilder();

    HandbillOrWordText(List<Set> sets) {
        this.sets = List.copyOf(sets);
        for (final Set set : sets) {
            for (final double precision : HandbillOrWordOfMouth.PRINTED) {
                rows.add(Row.of(set, precision));
            }
        }
    }

    /** One handbill under one set of assumptions. */
    private record Row(Set set, double precision, List<RegimeFall> told, double quiet, double[] chances) {
        static Row of(Set set, double precision) {
            final double[] honest = set.chanceHonest(precision);
            return new Row(
                    set,
                    precision,
                    HandbillOrWordOfMouth.SAID.stream()
                            .map(said -> set.told(said, precision))
                            .toList(),
                    set.quiet(),
                    new double[] {set.chanceQuiet(), honest[0], honest[1]});
        }

        boolean one() {
            return chances[2] - chances[1] <= APART;
        }
    }

    @Override
    public String text() {
        say(
                "Costs, reprisal, belief, what soldiers know and what is held of the corps' strength are ASSUMED below; nothing is history"
                        + " but the share that left.");
        say(String.format(
                Locale.ROOT,
                "The corps falls apart once a share as large as its strength has left, and nobody knows its strength. By word of mouth each"
                        + " soldier hears for himself (precision %s); a handbill tells all of them the same, and they know that it does. The"
                        + " unit of costs is 50 acres; reprisal takes 1 from those who left if the corps stands; the promise is believed with"
                        + " chance 0.75; costs are normal, with the mean in the middle of those under which 10.0%% to 16.8%% leave in the end.",
                HandbillOrWordOfMouth.HEARD));
        sets.forEach(this::table);
        out.append('\n');
        say(String.format(
                Locale.ROOT,
                "said x: up to which strength it falls if the handbill says x. honest: the chance that it falls, to a printer who holds its"
                        + " strength to be %s, give or take %s, and will print what he finds out; two numbers where it hangs on what all expect.",
                HandbillOrWordOfMouth.VIEW,
                HandbillOrWordOfMouth.DOUBT));
        conclusions();
        caveats();
        return out.toString();
    }

    private void table(Set set) {
        head(set.name());
        final List<Column> columns = new ArrayList<>();
        columns.add(Column.of("news"));
        HandbillOrWordOfMouth.SAID.forEach(said -> columns.add(Column.of("said " + said, "share")));
        columns.add(Column.of("honest", "%"));
        Table table = Table.of(columns, List.of());
        for (final Row row : rows) {
            if (row.set.equals(set) && row.precision == HandbillOrWordOfMouth.PRINTED.get(0)) {
                final String quiet = number(row.quiet);
                table = table.with("word of mouth", quiet, quiet, quiet, percent(row.chances[0]));
            }
            if (row.set.equals(set)) {
                final Object[] cells = new Object[HandbillOrWordOfMouth.SAID.size() + 2];
                cells[0] = "handbill, precision " + (int) row.precision;
                for (int k = 0; k < row.told.size(); k++) {
                    cells[k + 1] = critical(row.told.get(k));
                }
                cells[cells.length - 1] = row.one()
                        ? percent(row.chances[1])
                        : percent(row.chances[1]) + " or " + percent(row.chances[2]);
                table = table.with(cells);
            }
        }
        table.text()
                .lines()
                .forEach(line -> out.append("  ").append(line.stripTrailing()).append('\n'));
    }

    private static String critical(RegimeFall fall) {
        return fall.greatest() - fall.least() < APART
                ? number(fall.least())
                : number(fall.least()) + " or " + number(fall.greatest());
    }

    private void conclusions() {
        head("OF ALL THAT IS ASSUMED HERE   (other assumptions may undo it)");
        count(
                "a handbill that says the corps is weak brings down a stronger one than word of mouth does",
                row -> row.told.get(0).least() > row.quiet + MORE);
        count(
                "a handbill that says it is strong brings down only a weaker one",
                row -> row.told.get(HandbillOrWordOfMouth.SAID.size() - 1).greatest() < row.quiet - MORE);
        count("an honest handbill leaves one prediction", Row::one);
        count(
                "an honest handbill makes its fall likelier than word of mouth does, whatever all expect",
                row -> row.chances[1] > row.chances[0] + MORE);
        count(
                "an honest handbill makes its fall less likely than word of mouth does, whatever all expect",
                row -> row.chances[2] < row.chances[0] - MORE);
        final long better = sets.stream()
                .filter(set -> !set.stakes().onlyIfFalls())
                .filter(set -> sets.stream()
                        .anyMatch(other -> other.spread() == set.spread()
                                && other.stakes().onlyIfFalls()
                                && set.quiet() > other.quiet() + MORE))
                .count();
        say(
                better + " of " + sets.size() / 2
                        + " spreads: by word of mouth, land given win or lose brings down a stronger corps than land given only if it falls.");
    }

    private void count(String says, Predicate<Row> holds) {
        say(rows.stream().filter(holds).count() + " of " + rows.size() + " handbills: " + says + ".");
    }

    private void caveats() {
        head("READ WITH");
        say(
                "How precise word of mouth is does not matter to the corps' fall as long as nothing is said in public (Morris and Shin 1998):"
                        + " what a handbill changes is not what each knows but what he knows that the others know.");
        say(
                "Where a handbill is so precise that there are several predictions, it decides less: what all expect of each other does.");
        say(
                "Nobody is punished for a handbill here, all read it and all believe it alike; that the Hessians' corps would have fallen apart at"
                        + " any share is a supposition of this example.");
    }

    /** Writes a map and its picture for each set into the directory named, if one is, and says so. */
    @Override
    public String write(String... directory) {
        if (directory.length == 0) {
            return "";
        }
        for (int k = 0; k < sets.size(); k++) {
            final Path file = Path.of(directory[0], "handbill-or-word-" + (k + 1));
            sets.get(k).chart().save(file + ".png");
            sets.get(k).chart().save(file + ".svg");
            try {
                Files.writeString(Path.of(file + ".csv"), sets.get(k).mapped().csv());
            } catch (IOException thrown) {
                throw new UncheckedIOException(
                        file + ".csv must be a file that can be written, but was refused", thrown);
            }
        }
        return "\nTABLES AND PICTURES handbill-or-word-1 to handbill-or-word-" + sets.size() + " written to "
                + directory[0] + "\n";
    }

    private static String number(double share) {
        return String.format(Locale.ROOT, "%.4f", share);
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.0f", 100 * share);
    }

    private void head(String text) {
        out.append('\n').append(text).append('\n');
    }

    /** Lines of at most 120 characters. */
    private void say(String text) {
        out.append(text.replaceAll("(.{1,118})(?: |$)", (out.length() == 0 ? "" : "  ") + "$1\n"));
    }
}
