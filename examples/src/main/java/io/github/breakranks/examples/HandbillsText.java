package io.github.breakranks.examples;

import io.github.breakranks.answer.Table;
import io.github.breakranks.answer.Table.Column;
import io.github.breakranks.examples.HandbillsInTheArmy.Both;
import io.github.breakranks.examples.HandbillsInTheArmy.Offered;
import io.github.breakranks.examples.HandbillsInTheArmy.OtherArmy;
import io.github.breakranks.examples.HandbillsInTheArmy.Told;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** What the example of handbills prints. Which way is ahead is counted over the armies drawn, never written down beforehand. */
final class HandbillsText {
    private static final List<String> WHO = List.of("anybody", "leaders of companies", "those chosen");
    private static final int SHOWN = 3; // the number of carriers in words

    private final HandbillArmy set;
    private final List<Offered> offered;
    private final List<List<Told>> first;
    private final List<OtherArmy> others;
    private final int men;
    private final int runs;
    private final StringBuilder out = new StringBuilder();

    HandbillsText(List<Offered> offered, List<List<Told>> first, List<OtherArmy> others) {
        this.offered = List.copyOf(offered);
        this.set = offered.get(0).set();
        this.first = List.copyOf(first);
        this.others = List.copyOf(others);
        this.men = set.army().soldiers();
        this.runs = offered.get(0).levels().get(0).size();
    }

    String text() {
        say(
                "Army, ties, origins, costs, offer, reprisal and the passing on of the word are ASSUMED below; nothing is history.");
        say(String.format(
                Locale.ROOT,
                "%d men in squads, platoons and companies, %s stray friendships a man, %s origins, %.0f%% of the friendships within one."
                        + " Costs %s; offer: cash %s, refuge %s, believed with chance %s; reprisal takes %s from the first"
                        + " and fades in a straight line. Each judges by those to whom he is tied; who has not heard of the offer stays.",
                men,
                set.army().stray(),
                set.army().origins(),
                100 * set.army().kin(),
                set.costs(),
                set.offer().cash(),
                set.offer().refuge(),
                set.offer().credibility(),
                set.reprisal()));
        both();
        who();
        elsewhere();
        reading();
        return out.toString();
    }

    private void both() {
        head("HANDBILLS AND LEAFLETS, AS MANY MEN REACHED   (" + runs
                + " armies drawn: the median, and in brackets where nine in ten lie)");
        say("Handbills: carriers drawn at random tell men of their own origin to whom they are tied, each with chance "
                + set.passed() + ", and those go on. Leaflets: as many men read one, whoever they are. Ahead: in"
                + " how many armies more go by handbills.");
        for (Offered each : offered) {
            out.append('\n');
            say("Cash " + each.set().offer().cash() + ":");
            Table table = Table.of(
                    Column.of("carriers", "men"),
                    Column.of("reached", "men"),
                    Column.of("handbills", "% gone"),
                    Column.of("leaflets", "% gone"),
                    Column.of("ahead", "armies"));
            for (List<Both> level : each.levels()) {
                table = table.with(
                        level.get(0).carriers(),
                        Math.round(median(level, Both::reached)),
                        around(level, Both::handbills),
                        around(level, Both::leaflets),
                        ahead(level));
            }
            table(table);
        }
        final List<Both> low = offered.get(0).levels().get(SHOWN);
        out.append('\n');
        say(String.format(
                Locale.ROOT,
                "Why: with %d carriers, of those whom a man who has heard watches, %.1f%% have heard too; of those whom a man with"
                        + " a leaflet watches, %.1f%%. Handbills come to men who see each other.",
                low.get(0).carriers(),
                100 * median(low, Both::nearby),
                100 * median(low, Both::anywhere)));
    }

    private void who() {
        final int carriers = new Muster(set, 0).leaders().length;
        head("WHO SHOULD CARRY FIRST   (" + carriers + " carriers, as many as companies; " + first.size()
                + " of these armies)");
        Table table = Table.of(Column.of("first"), Column.of("reached", "men"), Column.of("gone", "% of all"));
        for (int k = 0; k < WHO.size(); k++) {
            final int way = k;
            final List<Told> told = first.stream().map(each -> each.get(way)).toList();
            table = table.with(
                    WHO.get(k),
                    Math.round(median(told, Told::reached)) + " ("
                            + Math.round(quantile(told, Told::reached, 0.05)) + " to "
                            + Math.round(quantile(told, Told::reached, 0.95)) + ")",
                    around(told, Told::gone));
        }
        table(table);
        final double ratio =
                first.stream().mapToDouble(each -> each.get(2).ratio()).min().orElse(Double.NaN);
        out.append('\n');
        say(String.format(
                Locale.ROOT,
                "Those chosen are chosen for how many hear (reverse-reachable sets), not for how many go. In the worst of these armies they"
                        + " bring the word to at least %.3f of the most that any choice would in expectation, with probability .999 in each.",
                ratio));
    }

    private void elsewhere() {
        head("WHAT THE ASSUMPTIONS DO   (one changed at a time, "
                + others.get(0).found().get(0).carriers() + " carriers, "
                + others.get(0).found().size() + " of these armies)");
        Table table = Table.of(
                Column.of("assumed"),
                Column.of("reached", "men"),
                Column.of("handbills", "% gone"),
                Column.of("leaflets", "% gone"),
                Column.of("ahead", "armies"));
        for (OtherArmy other : others) {
            table = table.with(
                    other.name(),
                    Math.round(median(other.found(), Both::reached)),
                    percent(median(other.found(), Both::handbills)),
                    percent(median(other.found(), Both::leaflets)),
                    ahead(other.found()));
        }
        table(table);
    }

    private void reading() {
        head("READ AS");
        for (Offered each : offered) {
            final List<Both> shown = each.levels().get(SHOWN);
            say(String.format(
                    Locale.ROOT,
                    "Cash %s: at the same number reached, handbills are ahead in %d of %d comparisons. With %d carriers %s%% go by"
                            + " handbills and %s%% by leaflets; had all heard, %s%% would (one army).",
                    each.set().offer().cash(),
                    each.levels().stream().mapToLong(this::aheadIn).sum(),
                    runs * each.levels().size(),
                    shown.get(0).carriers(),
                    percent(median(shown, Both::handbills)),
                    percent(median(shown, Both::leaflets)),
                    percent(new Muster(each.set(), 0).everybody().gone())));
        }
        final long elsewhere = others.stream()
                .filter(other ->
                        4 * aheadIn(other.found()) >= 3L * other.found().size())
                .count();
        say("With one assumption changed at a time they are ahead in three armies of four or more in " + elsewhere
                + " of " + others.size() + " sets.");
        final double anybody = median(told(0), Told::reached);
        say(String.format(
                Locale.ROOT,
                "Leaders bring the word to %.2f times as many as anybody does, those chosen to %.2f times as many; %.2f and %.2f times as many go.",
                median(told(1), Told::reached) / anybody,
                median(told(2), Told::reached) / anybody,
                median(told(1), Told::gone) / median(told(0), Told::gone),
                median(told(2), Told::gone) / median(told(0), Told::gone)));
        head("READ WITH");
        say(
                "What difference there is comes from who is reached, since as many are: men who see each other. That they do rests on the"
                        + " assumption that the word passes over ties, and that it matters on the assumption that each judges by those to"
                        + " whom he is tied and not by the army.");
        say(
                "A leaflet costs as much as a handbill here, both are believed alike, and nobody is punished for either. How many there are of"
                        + " each, and what a carrier risks, the model does not ask.");
        say(
                "The brackets show how armies drawn differ in ties, origins, costs and luck. They do not show how wrong the assumptions may be.");
    }

    private List<Told> told(int way) {
        return first.stream().map(each -> each.get(way)).toList();
    }

    /** Writes the pictures into the directory named, if one is, and says so. */
    String draw(String... directory) {
        if (directory.length == 0) {
            return "";
        }
        final Path to = Path.of(directory[0]);
        for (int k = 0; k < offered.size(); k++) {
            HandbillsPictures.reached(offered.get(k)).write(to, "handbills-" + (k + 1));
        }
        final HandbillArmy last = offered.get(offered.size() - 1).set();
        HandbillsPictures.path(new Muster(last, 0), others.get(0).found().get(0).carriers())
                .write(to, "handbills-" + (offered.size() + 1));
        return "\nPICTURES handbills-1 to handbills-" + (offered.size() + 1) + " written to " + directory[0] + "\n";
    }

    private double gone(double soldiers) {
        return 100 * soldiers / men;
    }

    private String percent(double soldiers) {
        return String.format(Locale.ROOT, "%.2f", gone(soldiers));
    }

    /** The median in percent, and between what nine in ten lie. */
    private <T> String around(List<T> found, ToDoubleFunction<T> soldiers) {
        return percent(median(found, soldiers)) + " (" + percent(quantile(found, soldiers, 0.05)) + " to "
                + percent(quantile(found, soldiers, 0.95)) + ")";
    }

    private long aheadIn(List<Both> found) {
        return found.stream().filter(one -> one.handbills() > one.leaflets()).count();
    }

    private String ahead(List<Both> found) {
        return aheadIn(found) + " of " + found.size();
    }

    private static <T> double median(List<T> found, ToDoubleFunction<T> value) {
        return quantile(found, value, 0.5);
    }

    /** The least value that is not exceeded in such a share of what was found. */
    static <T> double quantile(List<T> found, ToDoubleFunction<T> value, double below) {
        final double[] sorted = found.stream().mapToDouble(value).toArray();
        Arrays.sort(sorted);
        return sorted[(int) Math.max(0, Math.ceil(below * sorted.length) - 1)];
    }

    private void table(Table table) {
        table.text()
                .lines()
                .forEach(line -> out.append("  ").append(line.stripTrailing()).append('\n'));
    }

    private void head(String text) {
        out.append('\n').append(text).append('\n');
    }

    /** Lines of at most 120 characters. */
    private void say(String text) {
        out.append(text.replaceAll("(.{1,118})(?: |$)", (out.length() == 0 ? "" : "  ") + "$1\n"));
    }
}
