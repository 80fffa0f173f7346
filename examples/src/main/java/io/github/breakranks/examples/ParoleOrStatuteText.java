package io.github.breakranks.examples;

import io.github.breakranks.examples.HostBound.Outcome;
import io.github.breakranks.signaling.PerfectBayesianEquilibrium.Kind;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/** What {@link ParoleOrStatute} prints. Which conclusions hold is counted over all sets of assumptions, never written down beforehand. */
final class ParoleOrStatuteText implements Printed.Example {
    private static final double MORE = 1e-9; // shares nearer than this are the same

    private final List<Studied> all;
    private final StringBuilder out = new StringBuilder();

    ParoleOrStatuteText(List<HostBound> sets) {
        this.all = sets.stream().map(set -> new Studied(set, set.outcomes())).toList();
    }

    /** A set and what came out for every escrow, forms one after another. */
    private record Studied(HostBound set, List<Outcome> outcomes) {
        Outcome with(int escrow, int deepest) {
            return outcomes.get(escrow * HostBound.FORMS.size() + deepest);
        }

        Outcome parole() {
            return with(0, 0);
        }

        Outcome regulation() {
            return with(0, 1);
        }

        Outcome statute() {
            return with(0, 2);
        }
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

    @Override
    public String text() {
        say("Costs, reprisal, what hosts are like and what law costs them are ASSUMED below; nothing is a prediction.");
        onRecord();
        assumed();
        all.forEach(this::table);
        legend();
        conclusions();
        caveats();
        return out.toString();
    }

    /** Writes a picture of each set into the directory named, if one is, and says so. */
    @Override
    public String write(String... directory) {
        if (directory.length == 0) {
            return "";
        }
        for (int k = 0; k < all.size(); k++) {
            ParolePicture.of(all.get(k).set).write(Path.of(directory[0]), "parole-" + (k + 1));
        }
        return "\nPICTURES parole-1 to parole-" + all.size() + " written to " + directory[0] + "\n";
    }

    private void onRecord() {
        head("ON RECORD");
        say(
                "14 August 1776: Congress resolves to give 50 acres, with protection and the rights of natives, to each foreigner"
                        + " who leaves the forces of Britain [confirmed; Journals of the Continental Congress]. Of 29,875 men sent, 3,000 to 5,008 left"
                        + " [uncertain; the common statement, and Lowell 1884 after Kapp].");
        say(
                "March 2022: USD 100,000 and citizenship of the European Union are proposed for each soldier of Russia who deserts"
                        + " [confirmed; Caplan 2022].");
    }

    private void assumed() {
        final Terms2022 terms = Terms2022.assumed();
        head("ASSUMED");
        say("A host means its promise with chance " + listed(ParoleOrStatute.PRIORS)
                + "; one that does not breaks it. A unit of entrenchment in law costs the first "
                + plain(HostBound.COMMITTED) + " of the worth of the offer, the other " + plain(HostBound.OPPORTUNIST)
                + " times that worth, and an accepted offer is worth as much as was offered to either. Depths: "
                + String.join(
                        ", ",
                        HostBound.FORMS.stream()
                                .map(form -> form.name() + " " + plain(form.depth()))
                                .toList())
                + ". Escrow was paid in beforehand, " + listed(HostBound.ESCROWS)
                + " of the worth of the offer, whoever is host; of land so much is put in money instead.");
        say("Hessians: costs are normal, spread by " + listed(ParoleOrStatute.SPREADS)
                + " of 50 acres, with the mean in the middle of those under which the share on record leaves if belief is 0.75;"
                + " reprisal takes 50 acres from the first to go and fades in a straight line; all have heard.");
        say(String.format(
                Locale.ROOT,
                "2022: costs are normal with mean USD %,.0f, spread by USD %,.0f or %,.0f; reprisal takes USD %,.0f from the first to"
                        + " go and fades in a straight line; citizenship is worth USD %,.0f; only those are counted who have heard.",
                terms.meanCost(),
                Terms2022.SPREADS.get(0),
                Terms2022.SPREADS.get(1),
                terms.reprisal(),
                terms.worthOfAPassport()));
        say(
                "Whether a form is believed is settled with a soldier of median cost who reckons with half of the reprisal.");
    }

    private void table(Studied studied) {
        head(studied.set.name());
        studied.set
                .table()
                .text()
                .lines()
                .forEach(line -> out.append("  ").append(line).append('\n'));
    }

    private void legend() {
        out.append('\n');
        say(
                "open to: the deepest form that the host may take, and all shallower ones. need: belief at which that soldier"
                        + " goes. belief: chance that the host means it, given the form that the committed host takes; this is the"
                        + " credibility of its offer. go if meant: where play rests from nobody if the host means it. go of both: the"
                        + " same, expected before it is known which host it is.");
    }

    private void conclusions() {
        final List<Claim> claims = claims();
        head("THE SAME UNDER ALL THAT IS ASSUMED HERE   (other assumptions may undo it)");
        claims.stream().filter(Claim::settled).forEach(claim -> say(claim.sentence()));
        head("NOT THE SAME   (it depends on what is assumed)");
        claims.stream().filter(claim -> !claim.settled()).forEach(claim -> say(claim.sentence()));
        for (String which : List.of("Hessians", "2022")) {
            say(which + ", go if meant: at parole "
                    + span(which, one -> one.parole().meant()) + "; with regulation "
                    + span(which, one -> one.regulation().meant()) + "; with statute "
                    + span(which, one -> one.statute().meant())
                    + "; at parole with a quarter in escrow "
                    + span(which, one -> one.with(1, 0).meant()) + ", with half "
                    + span(which, one -> one.with(2, 0).meant()) + ".");
        }
    }

    private List<Claim> claims() {
        return List.of(
                claim(
                        "a statute that is open is taken, and only by the host that means it",
                        one -> separates(one.statute()) && one.statute().taken().equals("statute")),
                claim(
                        "with a statute open, more go to the host that means it than at parole",
                        one -> more(one.statute().meant(), one.parole().meant())),
                claim(
                        "with a statute open, more go to either host together than at parole",
                        one -> more(one.statute().expected(), one.parole().expected())),
                claim(
                        "with a statute open, over half go to the host that means it",
                        one -> one.statute().meant() > 0.5),
                claim(
                        "at parole without escrow, over half go",
                        one -> one.parole().meant() > 0.5),
                claim(
                        "regulation brings the host that means it more than parole does, and fewer than a statute",
                        one -> more(one.regulation().meant(), one.parole().meant())
                                && more(one.statute().meant(), one.regulation().meant())),
                claim(
                        "at parole, a quarter in escrow brings more than none, and half more than a quarter",
                        one -> more(one.with(1, 0).meant(), one.parole().meant())
                                && more(one.with(2, 0).meant(), one.with(1, 0).meant())),
                claim(
                        "at parole with half in escrow, as many go as with a statute, to a point of a hundred",
                        one -> one.with(2, 0).meant() > one.statute().meant() - 0.01),
                claim(
                        "with half in escrow, regulation is as good as a statute: only the host that means it takes it",
                        one -> separates(one.with(2, 1))),
                claim(
                        "with half in escrow, an open statute brings either host together more than without escrow",
                        one -> more(one.with(2, 2).expected(), one.statute().expected())),
                claim(
                        "with half in escrow, an open statute is not taken, as soldiers go at parole",
                        one -> one.with(2, 2).taken().equals(HostBound.PAROLE)));
    }

    private static boolean separates(Outcome outcome) {
        return outcome.credibility().outcome().kind() == Kind.SEPARATING;
    }

    private static boolean more(double one, double other) {
        return one > other + MORE;
    }

    private Claim claim(String says, Predicate<Studied> holds) {
        return new Claim(says, all.stream().filter(holds).count(), all.size());
    }

    private String span(String which, ToDoubleFunction<Studied> share) {
        final double[] sorted = all.stream()
                .filter(one -> one.set.name().startsWith(which))
                .mapToDouble(share)
                .sorted()
                .toArray();
        return sorted.length == 0
                ? "-"
                : String.format(Locale.ROOT, "%.1f to %.1f%%", 100 * sorted[0], 100 * sorted[sorted.length - 1]);
    }

    private void caveats() {
        head("READ WITH");
        say(
                "Of all ways in which host and soldiers can come to terms, that one is taken which D1 leaves and in which the committed"
                        + " host gains most.");
        say(
                "Host and soldiers settle belief as if soldiers were all alike; that costs differ counts only when they decide. A"
                        + " host that is trusted enough by the soldier in the middle does not bind itself, although more would go if it did.");
        say(
                "At the belief needed, the soldier in the middle is indifferent when half have gone, so that half is a rest point; where"
                        + " costs are near each other it is not the least.");
        say("Where soldiers mix between going and not, only their belief is carried over, not the mixture.");
        say("Nobody knows how many hosts mean what they promise, nor what a statute costs those that do not.");
    }

    private static String listed(List<Double> values) {
        final List<String> shown =
                values.stream().map(ParoleOrStatuteText::plain).toList();
        final int last = shown.size() - 1;
        return String.join(", ", shown.subList(0, last)) + " or " + shown.get(last);
    }

    private static String plain(double value) {
        return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
    }

    private void head(String text) {
        out.append('\n').append(text).append('\n');
    }

    /** Lines of at most 120 characters. */
    private void say(String text) {
        out.append(text.replaceAll("(.{1,118})(?: |$)", (out.length() == 0 ? "" : "  ") + "$1\n"));
    }
}
