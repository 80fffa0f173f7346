package io.github.breakranks.design;

import io.github.breakranks.answer.Table;
import io.github.breakranks.answer.Table.Column;
import io.github.breakranks.equilibrium.RestPoint;
import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.internal.Checks;
import io.github.breakranks.internal.TableText;
import io.github.breakranks.offer.Offer;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * An offer that was designed: what it is, what it brings about, what it costs, and how much less would do.
 *
 * <p>Where the target lies beyond a fold no offer is the cheapest: any above the one given does it, that one does not ({@link #attained} is
 * false). Shares and outlays are then those just above. There may be no offer at all ({@link #possible}); {@link #reason} says why, and the
 * rest is that of the highest values allowed.
 */
public final class DesignedOffer {
    private final DefectionGame game;
    private final List<Instrument> instruments;
    private final double[] values;
    private final Outcome outcome;
    private final Beside beside;
    private final Bounds bounds;
    private final Words words;
    private final List<String> unused;

    /** What an offer brings about. */
    record Outcome(Rests rests, double outlay, double baseline, boolean attained) {}

    /** Where play rests: the rest point relied on, and that at which the outlay is counted. */
    record Rests(Reliance reliance, RestPoint relied, RestPoint paid) {}

    /** A slightly different offer: the share with a little less, or with a little more, and what that costs; NaN if there is none. */
    record Beside(double less, double more, double outlayOfMore) {
        static final Beside NONE = new Beside(Double.NaN, Double.NaN, Double.NaN);
    }

    /**
     * What no other offer does better: a lower outlay, NaN if that of the offer; a larger share for a budget, NaN for a target; and what a
     * neighbour does.
     */
    record Bounds(double outlay, double mostShare, Beside beside) {}

    /** What was asked for, in words and as a share, 0 for a budget; why it cannot be had, empty if it can, and whether that was found out. */
    record Words(String goal, double target, String reason, boolean settled) {}

    DesignedOffer(OpenTerms terms, double[] values, Outcome outcome, Bounds bounds, Words words) {
        this.game = terms.at(values);
        this.instruments = terms.instruments();
        this.values = values;
        this.outcome = outcome;
        this.beside = bounds.beside;
        this.bounds = bounds;
        this.words = words;
        this.unused = terms.unused(game);
    }

    /** The game with the offer in it. */
    public DefectionGame game() {
        return game;
    }

    /** The offer to all but groups with one of their own ({@link DefectionGame#offer(int)} of {@link #game}). */
    public Offer offer() {
        return game.offer();
    }

    /** What was varied. */
    public List<Instrument> instruments() {
        return instruments;
    }

    /** The value of one of the instruments [share, or unit of the game]. */
    public double valueOf(Instrument instrument) {
        final int index = instruments.indexOf(instrument);
        if (index < 0) {
            throw Checks.refused(
                    "instrument must be one of %s, but was %s",
                    instruments.stream().map(Instrument::label).toList(), instrument.label());
        }
        return values[index];
    }

    /** The value of the first, or only, instrument [share, or unit of the game]. */
    public double value() {
        return values[0];
    }

    /** Whether there is an offer that does what was asked for. */
    public boolean possible() {
        return words.reason.isEmpty();
    }

    /** Why no offer does what was asked for, and what would help; empty if one does. */
    public String reason() {
        return words.reason;
    }

    /** Whether the offer itself does it; if not, any above it does. */
    public boolean attained() {
        return outcome.attained;
    }

    /** The rest point relied on; just above the offer if it is not attained. */
    public RestPoint rest() {
        return outcome.rests.relied;
    }

    /** The share gone there. */
    public double share() {
        return outcome.rests.relied.share();
    }

    /** How many go there [count]. */
    public long gone() {
        return outcome.rests.relied.gone();
    }

    /** What it costs, at the rest point at which the {@link Reliance} counts it [unit of the game]. */
    public double outlay() {
        return outcome.outlay;
    }

    /** No offer allowed that reaches the target costs less [unit of the game]; 0, as nothing is known, of one made for a budget. */
    public double lowerBound() {
        if (forBudget()) {
            return 0;
        }
        return Double.isNaN(bounds.outlay) ? outcome.outlay : Math.min(bounds.outlay, outcome.outlay);
    }

    /** No offer allowed that keeps to the budget brings a larger share; 1, as nothing is known, of one made for a target. */
    public double mostShare() {
        return forBudget() ? Math.max(bounds.mostShare, share()) : 1;
    }

    private boolean forBudget() {
        return bounds.mostShare >= 0;
    }

    /** How much better another offer might be: by what part of the outlay cheaper, or for a budget of the share larger (infinity if nobody comes and some might); 0 if none is. */
    public double gap() {
        if (forBudget()) {
            return mostShare() > share() ? mostShare() / share() - 1 : 0;
        }
        return outcome.outlay > 0 ? Math.max(0, 1 - lowerBound() / outcome.outlay) : 0;
    }

    /** The share that goes without any offer. */
    public double baseline() {
        return outcome.baseline;
    }

    /** How many more go than without any offer [count, not rounded]. */
    public double extra() {
        return (share() - outcome.baseline) * game.population().size();
    }

    /** The outlay for each who comes, where it is counted [unit of the game]; NaN if nobody does. */
    public double outlayPerHead() {
        return ratio(
                outcome.outlay, outcome.rests.paid.share() * game.population().size());
    }

    /** The outlay for each who would not have gone without an offer [unit of the game]; NaN if there is none. */
    public double outlayPerExtra() {
        return ratio(outcome.outlay, extra());
    }

    private static double ratio(double outlay, double heads) {
        return heads > 0 ? outlay / heads : Double.NaN;
    }

    /** The share to which a little less of the offer falls back; empty if no less is allowed or not one offer does it. */
    public OptionalDouble shareWithLess() {
        return optional(beside.less);
    }

    /** The share that a little more of an offer made for a budget brings, where it or the outlay jumps there; empty if neither does. */
    public OptionalDouble shareWithMore() {
        return optional(beside.more);
    }

    /** What a little more costs [unit of the game], where the share or the outlay jumps there; empty if neither does. */
    public OptionalDouble outlayWithMore() {
        return optional(beside.outlayOfMore);
    }

    private static OptionalDouble optional(double value) {
        return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    /** What the offer says beyond the usual and this solution makes no use of. */
    public List<String> unused() {
        return unused;
    }

    /** A row an instrument: its value and the values allowed. */
    public Table table() {
        final List<List<@Nullable Object>> rows = new ArrayList<>();
        for (int k = 0; k < values.length; k++) {
            final Instrument instrument = instruments.get(k);
            rows.add(List.of(
                    instrument.label(),
                    values[k],
                    instrument.low(),
                    instrument.high(),
                    instrument.term().unit(game.unit())));
        }
        return Table.of(
                List.of(Column.of("term"), Column.of("value"), Column.of("low"), Column.of("high"), Column.of("unit")),
                rows);
    }

    /**
     * In a paragraph: which offer, why not less, what breaks it, how sure. Cost: beside what was solved, some 3,000 quantiles of a law and fifty
     * rest points.
     */
    public String explain() {
        final String unit = " [" + game.unit() + "]";
        if (!possible()) {
            return (words.settled ? "No offer allowed " : "It was not found out whether an offer allowed ") + words.goal
                    + ": " + words.reason + ".";
        }
        final StringBuilder out = new StringBuilder(listed());
        out.insert(0, attained() ? "The offer is " : "The offer is anything above ");
        out.append(": ")
                .append(shown(share()))
                .append(" go ")
                .append(outcome.rests.reliance.label())
                .append(" (")
                .append(gone())
                .append(" of ")
                .append(game.population().size())
                .append("), ")
                .append(shown(outcome.baseline))
                .append(" without an offer. The outlay is ")
                .append(shown(outcome.outlay))
                .append(unit);
        if (extra() > 0) {
            out.append(", ")
                    .append(shown(outlayPerHead()))
                    .append(" a head and ")
                    .append(shown(outlayPerExtra()))
                    .append(" for each who would not have gone");
        }
        out.append('.').append(beyond(unit)).append(breaks(unit)).append(founded());
        if (!unused().isEmpty()) {
            out.append(" Not used here: ").append(String.join(", ", unused())).append('.');
        }
        return out.toString();
    }

    private String beyond(String unit) {
        String words = "";
        if (!Double.isNaN(beside.less)) {
            words = (attained() ? " With a little less it is " : " At that value itself and below it is ")
                    + shown(beside.less) + ".";
        }
        if (!Double.isNaN(beside.more)) {
            words += " A little more would bring " + shown(beside.more) + " and cost " + shown(beside.outlayOfMore)
                    + unit + ".";
        }
        return words;
    }

    /** What breaks an offer made for a target. */
    private String breaks(String unit) {
        if (forBudget()) {
            return "";
        }
        final Margins margins = Margins.of(game, instruments, new Target(words.target, outcome.rests.reliance));
        final List<String> borne = new ArrayList<>();
        if (!Double.isNaN(margins.credibility())) {
            borne.add("credibility falls below " + shown(margins.credibility()));
        }
        if (!Double.isNaN(margins.staying())) {
            borne.add("staying is worth " + shown(margins.staying()) + unit + " more");
        }
        final String label = instruments.get(0).label();
        String said = "";
        if (margins.held() > 0) {
            said = " Once so many have gone, " + label + " can fall to " + shown(margins.held())
                    + " before they come back.";
        } else if (margins.held() == 0) {
            said = " Once so many have gone, they stay away without any " + label + ".";
        }
        return borne.isEmpty() ? said : said + " Raised by 1%, it does so until " + String.join(" or ", borne) + ".";
    }

    /** How sure the values are. */
    private String founded() {
        if (!game.monotonicity().rises()) {
            return " The value rests on rest points as scanned.";
        }
        if (values.length > 1) {
            return gap() > 0
                    ? " By branch and bound no offer allowed " + words.goal
                            + (forBudget() ? " and brings more than " : " for less than ")
                            + shown(forBudget() ? mostShare() : lowerBound())
                            + (Double.isInfinite(gap()) ? "." : ", within " + TableText.number(100 * gap(), 2) + "%.")
                    : " Branch and bound leaves no gap.";
        }
        if (game.population().listed()) {
            return " The value was bisected to adjacent doubles.";
        }
        return game.groups() == 1 && !forBudget()
                ? " The value is exact but for rounding."
                : " The value was bisected to " + (game.groups() == 1 ? "1e-13" : "1e-9") + " of itself.";
    }

    private String listed() {
        final List<String> each = new ArrayList<>();
        for (int k = 0; k < values.length; k++) {
            each.add(instruments.get(k).label() + " " + shown(values[k]));
        }
        return String.join(", ", each);
    }

    /** Short enough for one line. */
    private String brief() {
        return values.length <= 2
                ? listed()
                : instruments.get(0).label() + " " + shown(values[0]) + " and " + (values.length - 1) + " more terms";
    }

    private static String shown(double value) {
        return TableText.number(value, 4);
    }

    @Override
    public String toString() {
        return possible()
                ? "DesignedOffer[" + (attained() ? "" : "above ") + brief() + ": " + shown(share()) + " for "
                        + shown(outcome.outlay) + "]"
                : words.settled
                        ? "DesignedOffer[none: at most " + shown(share()) + "]"
                        : "DesignedOffer[not found out]";
    }
}
