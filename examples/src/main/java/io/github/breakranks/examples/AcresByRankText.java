package io.github.breakranks.examples;

import io.github.breakranks.answer.Table;
import io.github.breakranks.answer.Table.Column;
import io.github.breakranks.design.Ambiguity;
import io.github.breakranks.design.Certainty;
import io.github.breakranks.design.CertaintySolver;
import io.github.breakranks.design.CostEffectiveness;
import io.github.breakranks.design.FrontierSolver;
import io.github.breakranks.design.Instrument;
import io.github.breakranks.design.Ladder;
import io.github.breakranks.design.RobustOffer;
import io.github.breakranks.design.RobustSolver;
import io.github.breakranks.design.Rung;
import io.github.breakranks.design.Target;
import io.github.breakranks.examples.chart.Chart;
import io.github.breakranks.examples.job.HessianGame;
import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.offer.Term;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/** What {@link AcresByRank} prints. Which conclusions hold is counted over all sets of assumptions, never written down beforehand. */
final class AcresByRankText {
    /** Of the costs in the pictures, ASSUMED [50 acres]: with a fold, and without. */
    static final List<Double> DRAWN = List.of(0.3, 0.6);

    private static final double BROUGHT = 40; // men, by a captain
    private static final double BONUS = 800; // acres to him, April 1778
    private static final double ANYWAY = 14; // of 40: as many as would go of his company of 105 on record
    private static final int MEANS = 3; // mean costs for each spread
    private static final Instrument ACRES = Instrument.of(Term.REFUGE);

    private final List<AcresByRank> sets;
    private final StringBuilder out = new StringBuilder();

    AcresByRankText(List<AcresByRank> sets) {
        this.sets = List.copyOf(sets);
    }

    String text() {
        say(
                "Costs, reprisal, belief, influence and the split of officers are ASSUMED below; offers, heads and the share that left are"
                        + " on record.");
        onRecord();
        assumed();
        sets.forEach(this::schedules);
        captains();
        companies();
        inDoubt();
        conclusions();
        caveats();
        return out.toString();
    }

    /** Writes a picture for each spread of costs into the directory named, if one is, and says so. */
    String draw(String... directory) {
        if (directory.length == 0) {
            return "";
        }
        for (int k = 0; k < DRAWN.size(); k++) {
            final Chart chart = chart(DRAWN.get(k));
            final String file =
                    Path.of(directory[0], "acres-frontier-" + (k + 1)).toString();
            chart.save(file + ".png");
            chart.save(file + ".svg");
        }
        return "\nPICTURES acres-frontier-1 to acres-frontier-" + DRAWN.size() + " written to " + directory[0] + "\n";
    }

    /** What each share of the 29,875 costs in land, all ranks alike. */
    static Chart chart(double spread) {
        final DefectionGame game = HessianGame.of(spread).orElseThrow();
        return Chart.frontier(FrontierSolver.of(ACRES.upTo(2))
                        .withCosts(AcresByRank.LAND)
                        .solve(game)
                        .orElseThrow())
                .titled("Land for each share of the Hessians, all ranks alike, costs spread by " + spread
                        + " (assumed)");
    }

    private void onRecord() {
        head("ON RECORD");
        say(
                "14 August 1776: 50 acres to every foreigner who leaves the British army [confirmed; Journals of the Continental Congress].");
        say(
                "27 August 1776, after General Mercer noted that officers and privates were offered the same: colonel 1,000 acres,"
                        + " lieutenant colonel 800, major 600, captain 400, lieutenant 300, ensign 200, non-commissioned 100; further"
                        + " rewards, no amount named, to officers who bring soldiers over [confirmed; Journals of the Continental Congress].");
        say(
                "April 1778: 50 acres to a soldier; to a captain who brings 40 men 800 acres and cattle [confirmed, secondary; sources differ"
                        + " on the cattle]; in print also 400 acres to a lieutenant and 200 to a sergeant who come with their captain"
                        + " [secondary].");
        say(
                "A Hessian regiment of foot: 525 men, 60 non-commissioned and 21 commissioned officers [secondary], in five companies"
                        + " [Lowell 1884]. Left until the end of the war: 3,000 to 5,008 of 29,875 [uncertain]; here 13.4%, the middle.");
    }

    private void assumed() {
        head("ASSUMED");
        say(String.format(
                Locale.ROOT,
                "The 21 officers are %s, in the order above from the colonel down: %.0f acres each on average. The promise is believed"
                        + " with chance %s and all have heard of it. Costs of going are normal; those of a private spread by %.0f acres,"
                        + " and reprisal takes %.0f acres' worth from the first of them to go and fades in a straight line. Costs are"
                        + " set so that 13.4%% go under Congress's own schedule.",
                String.join(
                        ", ", AcresByRank.OFFICERS.stream().map(String::valueOf).toList()),
                AcresByRank.ACRES.get(2),
                AcresByRank.CREDIBILITY,
                AcresByRank.UNIT * AcresByRank.SPREAD,
                AcresByRank.UNIT * AcresByRank.REPRISAL));
        say(
                "stake: a higher rank's costs, their spread and its reprisal are those of a private times its acres over his to this power:"
                        + " 1 if Congress offered each rank what it had to lose, 0.5 if it offered officers more than that."
                        + " seen: an officer who goes is seen like so many men, one of the non-commissioned like the square root of it.");
        say(
                "Each goes if credibility x land - reprisal x (1 - share gone that he sees) >= his cost. Outlays are acres: what an acre"
                        + " costs Congress, if next to nothing, multiplies them all and changes no choice.");
    }

    private void schedules(AcresByRank set) {
        head("A REGIMENT   " + named(set));
        table(set.table());
    }

    private void captains() {
        head("A CAPTAIN WHO BRINGS 40 MEN   (what he is worth, at the offers of August 1776)");
        final List<List<Object>> rows = new ArrayList<>();
        for (AcresByRank set : sets) {
            final CostEffectiveness effect = set.effect();
            rows.add(List.of(
                    set.assumed().power(),
                    set.assumed().seen(),
                    effect.brought(0),
                    effect.brought(1),
                    effect.brought(2),
                    whole(set.acresForOneMore()),
                    whole(set.worthOfACaptain(BROUGHT, 0)),
                    whole(set.worthOfACaptain(BROUGHT, ANYWAY))));
        }
        table(Table.of(
                List.of(
                        Column.of("stake", "power"),
                        Column.of("seen", "men"),
                        Column.of("by a man"),
                        Column.of("by non-c."),
                        Column.of("by an officer"),
                        Column.of("one more", "acres"),
                        Column.of("all 40 new", "acres"),
                        Column.of("26 new", "acres")),
                rows));
        say(
                "by: how many go in the end for one more of that rank, himself included, because others see him go. one more: what one"
                        + " more costs if all ranks are offered a little more, as those who go anyway get it too. new: the most it pays to"
                        + " give the captain if all his men, or 26 of 40, would else have stayed, and each gets his 50 acres.");
        say(String.format(
                Locale.ROOT,
                "Congress's 800 acres are %.0f a man; with the men's own 50 the 41 cost %.0f acres each.",
                BONUS / BROUGHT,
                (BONUS + BROUGHT * AcresByRank.UNIT) / (BROUGHT + 1)));
    }

    private void companies() {
        head(
                "A COMPANY THAT DECIDES TOGETHER   (105 men, 12 non-commissioned, 4 officers; in a rank all alike; acres for all to go)");
        final List<List<Object>> rows = new ArrayList<>();
        for (AcresByRank set : sets) {
            final Ladder ladder = set.ladder();
            rows.add(List.of(
                    set.assumed().power(),
                    set.assumed().seen(),
                    acres(ladder, Rung.PARTIAL),
                    acres(ladder, Rung.PUBLIC),
                    acres(ladder, Rung.UNIFORM),
                    String.join(", ", set.invited())));
        }
        table(Table.of(
                List.of(
                        Column.of("stake", "power"),
                        Column.of("seen", "men"),
                        Column.of("partial", "acres"),
                        Column.of("public", "acres"),
                        Column.of("uniform", "acres"),
                        Column.of("invited")),
                rows));
        say(
                "partial: if all trust that the others go. public: so that going is the only equilibrium, by offers that differ, made in the"
                        + " order shown. uniform: the same to all. Private offers, which hide each one's place, are solved for"
                        + " agents who differ in cost only.");
        say("First comes the rank that is seen most for what it has to lose: influence over stake decides, not rank.");
    }

    private static double acres(Ladder ladder, Rung rung) {
        return whole(AcresByRank.UNIT / AcresByRank.CREDIBILITY * ladder.total(rung));
    }

    private void inDoubt() {
        final Ambiguity unknown = HessianGame.leftOpen(MEANS);
        head("IN DOUBT   (" + unknown.size()
                + " games of 29,875, all ranks alike, each with a share on record at 50 acres)");
        final Target half = Target.of(AcresByRank.TARGET);
        final Certainty certainty = CertaintySolver.of(ACRES, half)
                .withCosts(AcresByRank.LAND)
                .solve(unknown)
                .orElseThrow();
        final List<List<Object>> rows = new ArrayList<>();
        for (double weight : List.of(0.25, 0.5, 0.75, 0.9)) {
            final Certainty.Step step = certainty.at(weight);
            rows.add(List.of(percent(weight), acres(step.value()), whole(AcresByRank.UNIT * step.worst())));
        }
        final RobustOffer worst = RobustSolver.worstCase(ACRES, half)
                .withCosts(AcresByRank.LAND)
                .solve(unknown)
                .orElseThrow();
        rows.add(List.of(percent(1), acres(worst.value()), whole(AcresByRank.UNIT * worst.worstOutlay())));
        table(Table.of(
                List.of(
                        Column.of("of the games", "%"),
                        Column.of("acres that bring half", "acres a head"),
                        Column.of("outlay at most", "acres")),
                rows));
        say(
                "Every spread of the main job under its middle reprisal, belief and reach (0.75 have heard of it), at the least, the middle"
                        + " and the greatest mean cost that agrees with the record; all weigh the same. The last row needs no weights.");
    }

    /** To a tenth of an acre: some need hardly more than the 50. */
    private static double acres(double units) {
        return Math.round(10 * AcresByRank.UNIT * units) / 10.0;
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

    private void conclusions() {
        final double congress = AcresByRank.ACRES.get(2) / AcresByRank.UNIT;
        final List<Claim> claims = List.of(
                claim(
                        "the fewest acres go by rank: more to an officer than to a man, as Congress did",
                        set -> set.fewest().officerToMan() > 1.1),
                claim(
                        "the fewest acres give an officer less for each of a man's than Congress's "
                                + hundredths(congress),
                        set -> set.fewest().officerToMan() < congress),
                claim(
                        "for half of a regiment a man needs more than Congress's 50 acres",
                        set -> set.fewest().acres().get(0) > AcresByRank.UNIT),
                claim(
                        "one offer to all ranks brings half for fewer acres than Congress's schedule, all raised alike",
                        set -> set.uniform().outlay() < set.inProportion().outlay()),
                claim(
                        "one more officer brings more in the end than one more man",
                        set -> set.effect().brought(2) > 1.1 * set.effect().brought(0)),
                claim(
                        "a captain's 800 acres are less than he saves if all his 40 men would else have stayed",
                        set -> set.worthOfACaptain(BROUGHT, 0) > BONUS),
                claim(
                        "a captain's 800 acres are less than he saves if 14 of his 40 would have gone anyway, as on record",
                        set -> set.worthOfACaptain(BROUGHT, ANYWAY) > BONUS),
                claim(
                        "a company's officers are invited before its men",
                        set -> set.invited().indexOf("officers") < set.invited().indexOf("men")),
                claim(
                        "a company's officers are invited first of all",
                        set -> set.invited().indexOf("officers") == 0));
        head("THE SAME UNDER ALL THAT IS ASSUMED HERE   (other assumptions may undo it)");
        claims.stream().filter(Claim::settled).forEach(claim -> say(claim.sentence()));
        head("NOT THE SAME   (it depends on what is assumed)");
        claims.stream().filter(claim -> !claim.settled()).forEach(claim -> say(claim.sentence()));
        say("For each of a man's acres the fewest give an officer "
                + span(set -> set.fewest().officerToMan(), "%.2f")
                + "; Congress gave " + hundredths(congress) + ". Against the fewest acres one offer to all takes "
                + span(set -> 100 * (set.uniform().outlay() / set.fewest().outlay() - 1), "%.1f")
                + "% more, Congress's raised alike "
                + span(set -> 100 * (set.inProportion().outlay() / set.fewest().outlay() - 1), "%.1f") + "% more.");
    }

    private Claim claim(String says, Predicate<AcresByRank> holds) {
        return new Claim(says, sets.stream().filter(holds).count(), sets.size());
    }

    private String span(ToDoubleFunction<AcresByRank> value, String form) {
        final double[] sorted = sets.stream().mapToDouble(value).sorted().toArray();
        return String.format(Locale.ROOT, form + " to " + form, sorted[0], sorted[sorted.length - 1]);
    }

    private void caveats() {
        head("READ WITH");
        say(String.format(
                Locale.ROOT,
                "The fewest acres of three ranks are found by branch and bound: none brings half for less by more than %.1f%%.",
                100
                        * sets.stream()
                                .mapToDouble(set ->
                                        1 - set.fewest().least() / set.fewest().outlay())
                                .max()
                                .orElse(0)));
        say(
                "How many of each rank left is not on record here, so that stakes by rank cannot be estimated: under a stake of 0.5 nearly all"
                        + " officers would have gone at Congress's acres.");
        say(
                "What officers are worth to the enemy is not counted, only heads: who counts an officer for more pays him more.");
    }

    private static String named(AcresByRank set) {
        return String.format(
                Locale.ROOT,
                "stake %s, seen %.0f",
                set.assumed().power(),
                set.assumed().seen());
    }

    private static String hundredths(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    private static double whole(double value) {
        return Math.rint(value);
    }

    private static double percent(double share) {
        return Math.rint(1000 * share) / 10;
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
