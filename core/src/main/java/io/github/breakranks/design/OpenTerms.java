package io.github.breakranks.design;

import io.github.breakranks.answer.Range;
import io.github.breakranks.answer.Watch;
import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.internal.Checks;
import io.github.breakranks.internal.TableText;
import io.github.breakranks.offer.Monotonicity;
import io.github.breakranks.population.CostLaw;
import io.github.breakranks.population.Population;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A game with some terms of its offers left open: where play rests, and what that costs, at any values of them. */
final class OpenTerms {
    private static final double LARGEST =
            0x1p80; // an amount beyond is no offer, unless costs are as large [unit of the game]
    private static final double LARGEST_OF_ALL = 0x1p1000;
    private static final double ABOVE_COSTS = 16; // so far is looked beyond the largest cost
    private static final double REMOTE = 1e-6; // costs below this part of the ceiling are far from it
    private static final double TAIL = 1e-9; // of a law without an upper end, beyond its largest cost
    private static final double SMALL = 1e-6; // a currency in which costs are smaller has another scale
    private static final int VALUES = 64; // at which each term is looked at
    private static final int SHARES = 4;
    private static final double ROUNDING = 1e-12; // of a share that is to be reached
    private static final double COUNTED = 1e-9; // of a share times a count

    private final DefectionGame game;
    private final List<Instrument> instruments;
    private final Reliance reliance;
    private final HostCosts costs;
    private final Watch watch;
    private final Play play;
    private final Monotonicity monotonicity;
    private final double largestCost;
    private boolean stopped;

    OpenTerms(DefectionGame game, List<Instrument> instruments, Reliance reliance, HostCosts costs, Watch watch) {
        Objects.requireNonNull(game, "game");
        for (Instrument instrument : instruments) {
            if (!instrument.group().isEmpty()) {
                game.population().groupOf(instrument.group()); // refuses a name that is none
            }
        }
        this.game = game.groups() == 1 ? game.withOffer(game.offer(0)) : game;
        this.instruments = instruments;
        this.reliance = reliance;
        this.costs = costs;
        this.watch = watch;
        this.largestCost = largestCost(game.population());
        final Monotonicity lowest = at(lows()).monotonicity();
        this.monotonicity = lowest.rises() ? at(probe()).monotonicity() : lowest;
        if (!monotonicity.rises() && game.groups() > 1) {
            throw Checks.refused(
                    "net gain must rise with the share gone where there are several groups, but %s",
                    monotonicity.sentence());
        }
        this.play = Play.of(at(lows()), monotonicity.rises(), watch);
    }

    /** Refuses no instrument, the same one twice, and one group's beside everybody's. */
    static List<Instrument> checked(List<Instrument> instruments) {
        if (instruments.isEmpty()) {
            throw Checks.refused("instruments must have at least 1 instrument [count], but was empty; name one, such as"
                    + " Instrument.of(Term.CASH)");
        }
        final Map<String, Instrument> byLabel = new HashMap<>();
        for (Instrument instrument : instruments) {
            if (byLabel.put(instrument.label(), instrument) != null) {
                throw Checks.refused("instruments must differ, but was %s twice", instrument.label());
            }
        }
        for (Instrument instrument : instruments) {
            final Instrument common = byLabel.get(instrument.term().label());
            if (common != null && !common.equals(instrument)) {
                throw Checks.refused(
                        "instruments must not overlap, but was %s beside %s; name one for each group, or one for all",
                        instrument.label(), common.label());
            }
        }
        return List.copyOf(instruments);
    }

    DefectionGame game() {
        return game;
    }

    List<Instrument> instruments() {
        return instruments;
    }

    Instrument instrument(int index) {
        return instruments.get(index);
    }

    int count() {
        return instruments.size();
    }

    Reliance reliance() {
        return reliance;
    }

    HostCosts costs() {
        return costs;
    }

    Watch watch() {
        return watch;
    }

    /** Whether the net gain rises with the share gone, at the lowest and at the highest values. */
    Monotonicity monotonicity() {
        return monotonicity;
    }

    /** Whether no value of this term changes anything, the others at high values. */
    boolean ignored(int index) {
        return at(probe()).ignores(instruments.get(index).term());
    }

    /** The highest values, and of amounts without bound some: the largest would drown all else in rounding. */
    private double[] probe() {
        return instruments.stream()
                .mapToDouble(each -> Double.isInfinite(each.high()) ? each.low() + 1 : each.high())
                .toArray();
    }

    /** The largest cost, of a law without an upper end all but a trifle of them [unit of the game]. */
    private static double largestCost(Population population) {
        double largest = 0;
        for (Population group : population.groups()) {
            largest = Math.max(largest, largestCost(group.law()));
        }
        return largest;
    }

    private static double largestCost(CostLaw law) {
        return Double.isFinite(law.high()) ? law.high() : law.quantileAbove(TAIL);
    }

    /** The amount that stands for one without bound [unit of the game]. */
    double ceiling() {
        return Math.max(LARGEST, Math.min(LARGEST_OF_ALL, ABOVE_COSTS * largestCost));
    }

    /** Whether an amount without bound might do more than the ceiling does. */
    boolean nearCeiling() {
        return largestCost > REMOTE * ceiling()
                && instruments.stream().anyMatch(each -> Double.isInfinite(each.high()));
    }

    /** An amount of this term at which nearly all whom it is offered go whatever others do; infinity if none does that. */
    double enough(int index) {
        final Instrument instrument = instruments.get(index);
        double enough = 0;
        for (int g = 0; g < game.groups(); g++) {
            if (instrument.group().isEmpty() || game.population().groupOf(instrument.group()) == g) {
                final double cost =
                        largestCost(game.population().groups().get(g).law());
                enough = Math.max(
                        enough,
                        game.gain().valueFor(instrument.term(), at(lows()).offer(g), g, 0, cost));
            }
        }
        return enough;
    }

    /** Whether nothing bounds the slope of the gain, so that no number of rest points is ever proven and each takes long. */
    boolean unbounded() {
        return oneLaw()
                && Double.isInfinite(game.gain()
                        .slopeOver(at(lows()).offer(0), 0, new Range(0, 1))
                        .high());
    }

    /** What values of a term are measured against: 1, or how large costs are where the currency makes them tiny. */
    double scale(int index) {
        return instruments.get(index).term().isShare() || !(largestCost > 0 && largestCost < SMALL) ? 1 : largestCost;
    }

    /** Where the gain falls as one of the terms rises, the others at their lowest or at high values; empty if it was not seen to. */
    String falls() {
        for (int k = 0; k < instruments.size(); k++) {
            for (double[] others : new double[][] {lows(), probe()}) {
                final String fall = falls(k, others.clone());
                if (!fall.isEmpty()) {
                    return fall;
                }
            }
        }
        return "";
    }

    private String falls(int index, double... values) {
        final Instrument instrument = instruments.get(index);
        for (int share = 0; share <= SHARES; share++) {
            final double gone = (double) share / SHARES;
            for (int n = 1; n <= VALUES; n++) {
                values[index] = looked(instrument, n - 1);
                final DefectionGame before = at(values);
                final double from = values[index];
                values[index] = looked(instrument, n);
                final double fall = fall(before, at(values), gone);
                if (fall > 0) {
                    return "the net gain falls by " + TableText.number(fall, 4) + " as " + instrument.label()
                            + " rises from " + TableText.number(from, 4) + " to " + TableText.number(values[index], 4);
                }
            }
        }
        return "";
    }

    /** By how much any group's gain falls from one offer to another, when such a share has gone; 0 but for rounding. */
    private double fall(DefectionGame from, DefectionGame to, double gone) {
        double fall = 0;
        for (int g = 0; g < game.groups(); g++) {
            final double before = game.gain().of(from.offer(g), g, gone);
            final double after = game.gain().of(to.offer(g), g, gone);
            final boolean fallen = before - after > ROUNDING * (Math.abs(before) + Math.abs(after));
            fall = fallen ? Math.max(fall, before - after) : fall;
        }
        return fall;
    }

    /** Evenly over what is allowed; of an amount without bound ever farther apart. */
    private static double looked(Instrument instrument, int number) {
        final double low = instrument.low();
        if (Double.isInfinite(instrument.high())) {
            return number == 0 ? low : low + Math.pow(2, (number - VALUES / 2) / 4.0);
        }
        return low + (instrument.high() - low) * number / VALUES;
    }

    /** What a game's offers say and no values of the open terms make use of: where one came out as 0 that is no want of the others. */
    List<String> unused(DefectionGame found) {
        final List<String> always = at(probe()).unusedTerms();
        return found.unusedTerms().stream().filter(always::contains).toList();
    }

    /** Whether the watch ended the work: what was returned since then means nothing. */
    boolean stopped() {
        return stopped;
    }

    boolean listed() {
        return game.population().listed();
    }

    /** Whether this is one law, so that its manifold of rest points can be written down. */
    boolean oneLaw() {
        return !listed() && game.groups() == 1;
    }

    /** How narrow a bracket of a value is made while the best is looked for, relative: near a fold groups climb long. */
    double searchWidth() {
        return game.groups() > 1 ? 1e-6 : 1e-8;
    }

    /** How narrow the bracket of the value told is made, relative: of a list until its ends are adjacent doubles. */
    double finalWidth() {
        return listed() ? 0 : game.groups() > 1 ? 1e-9 : 1e-13;
    }

    double heads() {
        return game.population().size();
    }

    /** The least value allowed of each. */
    double[] lows() {
        return instruments.stream().mapToDouble(Instrument::low).toArray();
    }

    /** The greatest value allowed of each, or the largest amount that is one. */
    double[] highs() {
        return instruments.stream()
                .mapToDouble(each -> Math.min(each.high(), ceiling()))
                .toArray();
    }

    /** The game with the open terms at these values. */
    DefectionGame at(double... values) {
        DefectionGame varied = game;
        for (int k = 0; k < values.length; k++) {
            varied = set(k, varied, values[k]);
        }
        return varied;
    }

    /** A game with one of the open terms at a value; with a single group its offer is everybody's. */
    DefectionGame set(int index, DefectionGame varied, double value) {
        final Instrument instrument = instruments.get(index);
        return game.groups() == 1 ? varied.with(instrument.term(), value) : instrument.set(varied, value);
    }

    /** Whether there is a reply to shares by group. */
    boolean replies() {
        return play.byShares();
    }

    /** By group, the shares gone in the rest point that must reach a target. */
    double[] relied(DefectionGame varied) {
        return rest(varied, reliance != Reliance.BEST);
    }

    /** By group, the shares gone in the rest point at which the outlay is counted. */
    double[] paid(DefectionGame varied) {
        return rest(varied, reliance == Reliance.LEAST);
    }

    /** By group, the shares gone in the least or greatest rest point; none if the watch ended the work. */
    double[] rest(DefectionGame varied, boolean least) {
        final double[] shares = stopped ? null : play.rest(varied, least);
        if (shares == null || !watch.mayGoOn()) {
            stopped = true;
            return new double[game.groups()];
        }
        return shares;
    }

    double[] reply(DefectionGame varied, double... gone) {
        return play.reply(varied, gone);
    }

    /** The share of all heads that has gone. */
    double total(double... shares) {
        double total = 0;
        for (int g = 0; g < shares.length; g++) {
            total += game.population().mass(g) * shares[g];
        }
        return Math.min(1, total);
    }

    /** What the offers cost where such shares have gone [unit of the game]. */
    double outlay(DefectionGame varied, double... shares) {
        return costs.outlay(varied, shares);
    }

    /** Whether a share is reached: in whole agents in a list, else but for rounding. */
    boolean reached(double share, double target) {
        return reached(game, share, target);
    }

    /** Whether a share is reached in a game. */
    static boolean reached(DefectionGame game, double share, double target) {
        final double heads = game.population().size();
        return game.population().listed()
                ? Math.round(share * heads) >= Math.ceil(target * heads - COUNTED)
                : share >= target * (1 - ROUNDING);
    }
}
