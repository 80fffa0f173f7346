package io.github.breakranks.examples;

import io.github.breakranks.answer.Table;
import io.github.breakranks.answer.Table.Column;
import io.github.breakranks.answer.Watch;
import io.github.breakranks.design.CheapestSolver;
import io.github.breakranks.design.CoalitionGains;
import io.github.breakranks.design.CostEffectiveness;
import io.github.breakranks.design.DesignedOffer;
import io.github.breakranks.design.HostCosts;
import io.github.breakranks.design.Instrument;
import io.github.breakranks.design.Ladder;
import io.github.breakranks.design.LadderSolver;
import io.github.breakranks.equilibrium.EquilibriumSolver;
import io.github.breakranks.equilibrium.Extremes;
import io.github.breakranks.equilibrium.RestPoint;
import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.offer.Offer;
import io.github.breakranks.offer.Term;
import io.github.breakranks.population.CostLaw;
import io.github.breakranks.population.Population;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Costs, reprisal, belief, influence and the split of officers are ASSUMED here: the acres by rank that Congress offered on 27 August 1776,
 * beside those that would have brought half of a regiment over for the fewest acres.
 *
 * <p>The costs are set so that under Congress's own schedule the share goes that is on record. What a rank has to lose, and how far it is
 * seen, is not on record: the answer is given for several values of both.
 *
 * @param assumed  what is assumed
 * @param congress the game of a regiment before Congress's schedule
 * @param mean     the mean cost of a private that brings about the share on record [50 acres]
 * @param offers   schedules and what they bring: Congress's, and three that bring half
 */
public record AcresByRank(Assumed assumed, DefectionGame congress, double mean, List<Schedule> offers) {
    /** Acres in the unit of the game: what every private was offered, on 14 August 1776. */
    static final double UNIT = 50;

    /** The share of a regiment that is to come over. */
    static final double TARGET = 0.5;

    /** The share that left, the middle of what is on record: 3,000 to 5,008 of 29,875. */
    static final double LEFT = (3000.0 + 5008.0) / 2 / 29_875;

    /** The chance that the promise is kept, ASSUMED. */
    static final double CREDIBILITY = 0.75;

    /** What the first private to go must expect to lose, ASSUMED [50 acres]. */
    static final double REPRISAL = 1;

    /** The standard deviation of a private's cost, ASSUMED [50 acres]. */
    static final double SPREAD = 0.4;

    /** From the lowest. */
    static final List<String> RANKS = List.of("men", "non-commissioned", "officers");

    /** In a regiment of foot: privates, non-commissioned and commissioned officers [heads]. */
    static final List<Integer> HEADS = List.of(525, 60, 21);

    /** In one of its five companies: privates and non-commissioned officers a fifth, officers ASSUMED [heads]. */
    static final List<Integer> COMPANY = List.of(105, 12, 4);

    /** The 21 officers by rank, ASSUMED: colonel, lieutenant colonel, major, captains, lieutenants, ensigns [heads]. */
    static final List<Integer> OFFICERS = List.of(1, 1, 1, 3, 10, 5);

    /** What Congress offered them, in the same order [acres]. */
    static final List<Integer> OFFICERS_ACRES = List.of(1000, 800, 600, 400, 300, 200);

    /** What Congress offered: to an officer, the mean [acres]. */
    static final List<Double> ACRES = List.of(UNIT, 2 * UNIT, meanOfOfficers());

    /** Acres are all that is counted; what one of them costs multiplies every outlay alike. */
    static final HostCosts LAND = HostCosts.cashOnly().withRefuge(1);

    private static final String NAME = "50 acres";
    private static final double MOST = 60; // times 50 acres: no schedule worth looking at offers more
    private static final int HALVINGS = 50; // leave less than 1e-13 of where they began

    public AcresByRank {
        offers = List.copyOf(offers);
    }

    /**
     * What is not on record.
     *
     * @param power what a rank has to lose is to what a private has as its acres are to his, raised to this power
     * @param seen  an officer who goes is seen like so many men, one of the non-commissioned like the square root of that
     */
    public record Assumed(double power, double seen) {
        double stake(int rank) {
            return Math.pow(ACRES.get(rank) / UNIT, power);
        }

        double influence(int rank) {
            return rank == 0 ? 1 : rank == 1 ? Math.sqrt(seen) : seen;
        }

        private List<Double> stakes() {
            return IntStream.range(0, RANKS.size()).mapToObj(this::stake).toList();
        }
    }

    /**
     * A schedule of acres and what it brings.
     *
     * @param name   whose
     * @param acres  by rank [acres a head]
     * @param rest   where play rests
     * @param outlay acres to a regiment in all
     * @param least  no schedule of this kind brings the target for fewer acres
     */
    public record Schedule(String name, List<Double> acres, RestPoint rest, double outlay, double least) {
        public Schedule {
            acres = List.copyOf(acres);
        }

        /** An officer's acres for each of a private's. */
        double officerToMan() {
            return acres.get(2) / acres.get(0);
        }
    }

    /** Prints a table for each set of assumptions, and what they have in common; with a directory the pictures are written there. */
    public static void main(String... args) {
        final AcresByRankText text = new AcresByRankText(sets());
        System.out.print(text.text());
        System.out.print(text.draw(args));
    }

    /** A set for each stake and each influence of officers. */
    public static List<AcresByRank> sets() {
        final List<Assumed> sets = new ArrayList<>();
        for (double power : List.of(0.5, 1.0)) {
            for (double seen : List.of(1.0, 9.0, 25.0)) {
                sets.add(new Assumed(power, seen));
            }
        }
        return sets.parallelStream().map(AcresByRank::of).toList();
    }

    /** Under one set of assumptions. */
    public static AcresByRank of(Assumed assumed) {
        final double mean = meanOnRecord(assumed);
        final DefectionGame game = game(assumed, mean);
        return new AcresByRank(
                assumed,
                game,
                mean,
                List.of(
                        schedule("Congress, 1776", game, 0),
                        inProportion(game),
                        designed("one offer to all", game, Instrument.of(Term.REFUGE)),
                        designed(
                                "fewest acres",
                                game,
                                RANKS.stream()
                                        .map(rank -> Instrument.of(Term.REFUGE)
                                                .forGroup(rank)
                                                .upTo(MOST))
                                        .toArray(Instrument[]::new))));
    }

    private static double meanOfOfficers() {
        return IntStream.range(0, OFFICERS.size())
                        .map(k -> OFFICERS.get(k) * OFFICERS_ACRES.get(k))
                        .sum()
                / (double) HEADS.get(2);
    }

    /** A regiment before Congress's schedule, a private's costs about this mean, a higher rank's as many times as large as its stake. */
    private static DefectionGame game(Assumed assumed, double mean) {
        final List<Population> ranks = new ArrayList<>();
        for (int rank = 0; rank < RANKS.size(); rank++) {
            final double stake = assumed.stake(rank);
            ranks.add(Population.of(HEADS.get(rank), CostLaw.normal(stake * mean, stake * SPREAD))
                    .named(RANKS.get(rank))
                    .withInfluence(assumed.influence(rank))
                    .in(NAME));
        }
        return scaled(
                DefectionGame.of(
                        Population.join(ranks.toArray(Population[]::new)),
                        Offer.refuge(1).withCredibility(CREDIBILITY).in(NAME),
                        new RankedGain(REPRISAL, assumed.stakes())),
                1);
    }

    /** So many times what Congress offered each rank. */
    private static DefectionGame scaled(DefectionGame game, double factor) {
        DefectionGame scaled = game;
        for (int rank = 0; rank < RANKS.size(); rank++) {
            scaled = scaled.with(RANKS.get(rank), Term.REFUGE, factor * ACRES.get(rank) / UNIT);
        }
        return scaled;
    }

    private static RestPoint least(DefectionGame game) {
        return EquilibriumSolver.solver().solve(game).orElseThrow().least();
    }

    /** The share that goes in the least rest point, and no other: it is asked for at every halving. */
    private static double gone(DefectionGame game) {
        return Extremes.least(game, Watch.none()).orElseThrow().share();
    }

    /** The least mean under which Congress's schedule brings no more than the share on record. */
    private static double meanOnRecord(Assumed assumed) {
        double low = -1;
        double high = 3;
        for (int k = 0; k < HALVINGS; k++) {
            final double middle = (low + high) / 2;
            if (gone(game(assumed, middle)) > LEFT) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    private static Schedule schedule(String name, DefectionGame game, double least) {
        final List<Double> acres = IntStream.range(0, RANKS.size())
                .mapToObj(rank -> UNIT * game.offer(rank).refuge())
                .toList();
        final RestPoint rest = least(game);
        return new Schedule(name, acres, rest, UNIT * LAND.outlay(game, rest), least);
    }

    /** Congress's schedule, each rank's acres raised by one factor until half come. */
    private static Schedule inProportion(DefectionGame game) {
        double low = 0;
        double high = MOST;
        for (int k = 0; k < HALVINGS; k++) {
            final double middle = (low + high) / 2;
            if (gone(scaled(game, middle)) >= TARGET) {
                high = middle;
            } else {
                low = middle;
            }
        }
        final Schedule raised = schedule("Congress's, raised", scaled(game, high), 0);
        return new Schedule(raised.name(), raised.acres(), raised.rest(), raised.outlay(), raised.outlay());
    }

    private static Schedule designed(String name, DefectionGame game, Instrument... instruments) {
        final DesignedOffer offer = CheapestSolver.of(instruments)
                .reaching(TARGET)
                .at(LAND)
                .solve(game)
                .orElseThrow();
        final Schedule found = schedule(name, offer.game(), 0);
        return new Schedule(name, found.acres(), offer.rest(), UNIT * offer.outlay(), UNIT * offer.lowerBound());
    }

    Schedule asOffered() {
        return offers.get(0);
    }

    Schedule inProportion() {
        return offers.get(1);
    }

    Schedule uniform() {
        return offers.get(2);
    }

    Schedule fewest() {
        return offers.get(3);
    }

    /** What Congress's schedule costs and brings. */
    public CostEffectiveness effect() {
        return CostEffectiveness.of(congress, LAND);
    }

    /** What one more man costs if every rank is offered a little more [acres]. */
    double acresForOneMore() {
        return UNIT * effect().marginal(Term.REFUGE);
    }

    /**
     * The most that it pays to give a captain who brings so many men: what he and those of them who would have stayed would cost by a larger
     * offer to all, less their own acres.
     *
     * @param brought whom he brings [men]
     * @param anyway  how many of them would have gone anyway [men]
     * @return acres
     */
    double worthOfACaptain(double brought, double anyway) {
        final double extra = brought - anyway;
        return (extra + 1) * acresForOneMore() - extra * UNIT;
    }

    /** What going gains one of each rank of a company that decides together, before any offer, costs at their means. */
    CoalitionGains company() {
        final int[] sizes = COMPANY.stream().mapToInt(Integer::intValue).toArray();
        return CoalitionGains.groups(sizes, (rank, gone) -> {
            double seen = 0;
            double all = -assumed.influence(rank); // nobody sees himself
            for (int other = 0; other < sizes.length; other++) {
                seen += gone[other] * assumed.influence(other);
                all += sizes[other] * assumed.influence(other);
            }
            return -assumed.stake(rank) * (mean + REPRISAL * (1 - seen / all));
        });
    }

    /** What everybody's going costs such a company. */
    public Ladder ladder() {
        return LadderSolver.solver().solve(company()).orElseThrow();
    }

    /** A row a schedule: acres a head by rank, who comes, and acres in all. */
    public Table table() {
        final List<List<Object>> rows = new ArrayList<>();
        for (Schedule each : offers) {
            final List<Object> row = new ArrayList<>();
            row.add(each.name());
            each.acres().forEach(acres -> row.add(Math.rint(acres)));
            row.add(percent(each.rest().share()));
            row.add(percent(each.rest().shareOf(0)));
            row.add(percent(each.rest().shareOf(2)));
            row.add(Math.rint(each.outlay()));
            rows.add(row);
        }
        return Table.of(
                List.of(
                        Column.of("schedule"),
                        Column.of("man", "acres"),
                        Column.of("non-c.", "acres"),
                        Column.of("officer", "acres"),
                        Column.of("gone", "%"),
                        Column.of("men", "%"),
                        Column.of("officers", "%"),
                        Column.of("in all", "acres")),
                rows);
    }

    private static double percent(double share) {
        return Math.rint(1000 * share) / 10;
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "AcresByRank[stake %s, seen %.0f]", assumed.power, assumed.seen);
    }

    /** The ranks in the order in which the company is invited. */
    public List<String> invited() {
        final int[] order = ladder().invitations().order();
        final List<String> ranks = new ArrayList<>();
        for (int agent : order) {
            final String rank = RANKS.get(agent < COMPANY.get(0) ? 0 : agent < COMPANY.get(0) + COMPANY.get(1) ? 1 : 2);
            if (ranks.isEmpty() || !ranks.get(ranks.size() - 1).equals(rank)) {
                ranks.add(rank);
            }
        }
        return List.copyOf(ranks);
    }
}
