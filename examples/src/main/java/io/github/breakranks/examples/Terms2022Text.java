package io.github.breakranks.examples;

import io.github.breakranks.answer.Range;
import io.github.breakranks.examples.SpreadOverHosts.Host;
import io.github.breakranks.examples.Terms2022.Outcome;
import io.github.breakranks.offer.Offer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** What {@link Terms2022} prints. Which conclusions hold is counted over all sets of assumptions, never written down beforehand. */
final class Terms2022Text {
    private static final int SETS = Terms2022.CREDIBILITIES.size() * Terms2022.REACHES.size();

    private final Terms2022 terms;
    private final StringBuilder out = new StringBuilder();
    private final Studied roubles;
    private final Studied dollars;
    private final Studied proposal;
    private final List<Studied> all;

    /** An offer and what came out under every set of assumptions, spreads one after another. */
    private record Studied(String name, Offer offer, List<Outcome> outcomes) {}

    Terms2022Text(Terms2022 terms) {
        this.terms = terms;
        roubles = studied("5 million roubles", Terms2022.roubles());
        dollars = studied("USD 100,000", Terms2022.dollars());
        proposal = studied("USD 100,000 and citizenship", terms.dollarsAndCitizenship());
        all = List.of(roubles, dollars, proposal);
    }

    private Studied studied(String name, Offer offer) {
        return new Studied(name, offer, outcomes(offer));
    }

    private List<Outcome> outcomes(Offer offer) {
        return Terms2022.SPREADS.stream()
                .flatMap(spread -> terms.outcomes(offer, spread).stream())
                .toList();
    }

    String text() {
        say("All costs, reprisals, reach and credibility below are ASSUMED, and nothing is a prediction.");
        onRecord();
        assumed();
        all.forEach(this::tables);
        legend();
        conclusions();
        hosts();
        return out.toString();
    }

    private void onRecord() {
        head("ON RECORD");
        say(
                "28 February 2022: Ukraine's minister of defence offers 5 million roubles and a full amnesty to each soldier who"
                        + " lays down his arms [confirmed; press of the day]: "
                        + listed(List.of(Terms2022.ROUBLES.high()), "about USD %,.0f [confirmed; Caplan 2022], ")
                        + listed(
                                List.of(Terms2022.ROUBLES.low()),
                                "%,.0f at the lower end used here [uncertain; by day and")
                        + " source other amounts were given].");
        say("March 2022: USD 100,000 and citizenship of the European Union proposed instead [confirmed; Caplan 2022].");
        say(String.format(
                Locale.ROOT,
                "For all of some %,d soldiers that makes USD %.0f bn [confirmed; Caplan 2022; %,d x 100,000].",
                Terms2022.HEADS,
                Terms2022.outlay(Terms2022.dollars(), 1) / 1e9,
                Terms2022.HEADS));
    }

    private void assumed() {
        head("ASSUMED");
        say(String.format(
                Locale.ROOT,
                "Private costs of going are normal with mean USD %,.0f and standard deviation USD %s; reprisal takes USD %,.0f from"
                        + " the first to go and fades in a straight line; citizenship is worth USD %,.0f to a soldier, an amnesty"
                        + " nothing; the promise is believed with chance %s (say parole to statute) and heard of by a share of %s.",
                terms.meanCost(),
                listed(Terms2022.SPREADS, "%,.0f"),
                terms.reprisal(),
                terms.worthOfAPassport(),
                listed(Terms2022.CREDIBILITIES, "%.1f"),
                listed(Terms2022.REACHES, "%.1f")));
        say(
                "Each goes if credibility x (cash + citizenship) - reprisal x (1 - share gone) >= his cost. Cash is paid to all who go.");
    }

    private void tables(Studied studied) {
        for (int k = 0; k < Terms2022.SPREADS.size(); k++) {
            final double spread = Terms2022.SPREADS.get(k);
            final Outcome first = studied.outcomes.get(SETS * k);
            head(String.format(Locale.ROOT, "%s; costs spread by USD %,.0f", studied.name, spread));
            say(String.format(
                    Locale.ROOT,
                    "without an offer %.1f%% go; of the outlay USD %.2f bn is paid to them",
                    100 * first.unoffered(),
                    first.paidAnyway() / 1e9));
            terms.table(studied.offer, spread)
                    .text()
                    .lines()
                    .forEach(line -> out.append("  ").append(line).append('\n'));
        }
    }

    private void legend() {
        out.append('\n');
        say(
                "least and greatest: where play rests from nobody and from everybody. tips: the cash above which the least jumps,"
                        + " - if none does. outlay: at the least. per extra: outlay for each who would not have gone anyway.");
    }

    /** Something that may be so under some sets of assumptions. */
    private record Claim(String says, long holds, long of, String sets) {
        boolean settled() {
            return holds == 0 || holds == of;
        }

        String sentence() {
            return holds + " of " + of + " " + sets + ": " + says + ".";
        }
    }

    private void conclusions() {
        final List<Claim> claims = claims();
        head("THE SAME UNDER ALL THAT IS ASSUMED HERE   (other assumptions may undo it)");
        claims.stream().filter(Claim::settled).forEach(claim -> say(claim.sentence()));
        say(String.format(
                Locale.ROOT,
                "Taking the roubles at the lower end of what they were worth moves no least share by more than %.2f points.",
                100 * roundingOfRoubles()));
        head("NOT THE SAME   (it depends on what is assumed)");
        claims.stream().filter(claim -> !claim.settled()).forEach(claim -> say(claim.sentence()));
        all.forEach(one -> say(one.name + ": from nobody " + span(range(one, Outcome::least), 0.01)
                + "% go, which costs USD " + span(range(one, Outcome::outlay), 1e9) + " bn, USD "
                + span(range(one, Outcome::perExtraHead), 1) + " for each who would not have gone anyway."));
    }

    private List<Claim> claims() {
        final List<Outcome> both = proposal.outcomes;
        final List<Outcome> every =
                all.stream().flatMap(one -> one.outcomes.stream()).toList();
        final List<Claim> claims = new ArrayList<>();
        long rising = 0;
        long cheaper = 0;
        for (int k = 0; k < both.size(); k++) {
            rising += roubles.outcomes.get(k).least() < dollars.outcomes.get(k).least()
                            && dollars.outcomes.get(k).least() < both.get(k).least()
                    ? 1
                    : 0;
            cheaper += both.get(k).outlay() < roubles.outcomes.get(k).outlay() ? 1 : 0;
        }
        claims.add(new Claim(
                "more go for USD 100,000 than for the roubles, and more with citizenship",
                rising,
                both.size(),
                "sets"));
        claims.add(new Claim("the proposal costs less in all than the roubles", cheaper, both.size(), "sets"));
        claims.add(steps("one step more credibility brings more", Terms2022.REACHES.size(), every));
        claims.add(steps("one step more reach brings more", 1, every));
        claims.add(count("some cash tips them" + where(every), every, one -> one.tips() != null));
        claims.add(count(
                "the same offer could also rest higher, if enough went at once",
                every,
                one -> one.greatest() > one.least()));
        claims.add(count("the proposal brings over half", both, one -> one.least() > 0.5));
        claims.add(count(
                "the proposal costs the whole USD 20 bn",
                both,
                one -> one.outlay() >= Terms2022.outlay(Terms2022.dollars(), 1)));
        claims.add(count(
                "an extra head costs over a tenth more than the cash",
                every,
                one -> one.perExtraHead() > 1.1 * one.game().offer().cash()));
        claims.add(statuteToFew());
        return claims;
    }

    private static Claim count(String says, List<Outcome> outcomes, Predicate<Outcome> holds) {
        return new Claim(says, outcomes.stream().filter(holds).count(), outcomes.size(), "sets");
    }

    /** The spreads and reaches at which some cash tips them. */
    private static String where(List<Outcome> outcomes) {
        final List<Outcome> tipped =
                outcomes.stream().filter(one -> one.tips() != null).toList();
        return tipped.isEmpty()
                ? ""
                : " (costs spread by USD "
                        + listed(tipped.stream().map(Outcome::spread).distinct().toList(), "%,.0f")
                        + "; heard of by "
                        + listed(
                                tipped.stream()
                                        .map(one -> one.game().offer().reach())
                                        .distinct()
                                        .toList(),
                                "%.1f") + ")";
    }

    /** Compares each set with the one so many places on, within one offer and spread. */
    private static Claim steps(String says, int apart, List<Outcome> outcomes) {
        long holds = 0;
        long of = 0;
        for (int k = 0; k + apart < outcomes.size(); k++) {
            final boolean steps =
                    apart > 1 ? k % SETS + apart < SETS : k % Terms2022.REACHES.size() + 1 < Terms2022.REACHES.size();
            of += steps ? 1 : 0;
            holds += steps && outcomes.get(k + apart).least() > outcomes.get(k).least() ? 1 : 0;
        }
        return new Claim(says, holds, of, "comparisons");
    }

    /** The most believed promise told to the fewest, against the least believed told to the most. */
    private Claim statuteToFew() {
        final int few = SETS - Terms2022.REACHES.size();
        final int many = Terms2022.REACHES.size() - 1;
        long holds = 0;
        long of = 0;
        for (Studied one : all) {
            final List<Outcome> outcomes = one.outcomes;
            for (int k = 0; k < outcomes.size(); k += SETS) {
                holds += outcomes.get(k + few).least() > outcomes.get(k + many).least() ? 1 : 0;
                of++;
            }
        }
        return new Claim(
                "the most believed promise told to the fewest brings more than the least believed told to the most",
                holds,
                of,
                "pairs");
    }

    private double roundingOfRoubles() {
        final List<Outcome> low = outcomes(Offer.cash(Terms2022.ROUBLES.low()).in("USD"));
        final List<Outcome> high = roubles.outcomes;
        double largest = 0;
        for (int k = 0; k < low.size(); k++) {
            largest = Math.max(largest, high.get(k).least() - low.get(k).least());
        }
        return largest;
    }

    /** Ten lines on hosts: arrivals of the most successful set, over more and more hosts alike. */
    private void hosts() {
        final double arrivals =
                Terms2022.HEADS * range(proposal, Outcome::least).high();
        final Host host = new Host(10_000, 1);
        head("WHO RECEIVES THEM   (a host's cost is ASSUMED: USD 10,000 for the first, a dollar more for each next)");
        for (int count = 1; count <= 27; count *= 3) {
            final Host[] hosts = Stream.generate(() -> host).limit(count).toArray(Host[]::new);
            final double[] split = SpreadOverHosts.split(arrivals, hosts);
            say(String.format(
                    Locale.ROOT,
                    "among %2d: %,.0f each, USD %.2f bn in all",
                    count,
                    Arrays.stream(split).max().orElseThrow(),
                    SpreadOverHosts.cost(split, hosts) / 1e9));
        }
    }

    private static Range range(Studied studied, ToDoubleFunction<Outcome> number) {
        final double[] sorted =
                studied.outcomes.stream().mapToDouble(number).sorted().toArray();
        return new Range(sorted[0], sorted[sorted.length - 1]);
    }

    private static String span(Range range, double unit) {
        final String form = unit == 1 ? "%,.0f to %,.0f" : unit > 1 ? "%.2f to %.2f" : "%.1f to %.1f";
        return String.format(Locale.ROOT, form, range.low() / unit, range.high() / unit);
    }

    private static String listed(List<Double> values, String form) {
        return String.join(
                ", ",
                values.stream()
                        .map(value -> String.format(Locale.ROOT, form, value))
                        .toList());
    }

    private void head(String text) {
        out.append('\n').append(text).append('\n');
    }

    /** Lines of at most 120 characters. */
    private void say(String text) {
        out.append(text.replaceAll("(.{1,118})(?: |$)", (out.length() == 0 ? "" : "  ") + "$1\n"));
    }
}
