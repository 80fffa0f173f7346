package io.github.breakranks.signaling;

import io.github.breakranks.answer.Range;
import io.github.breakranks.answer.Table;
import io.github.breakranks.answer.Table.Column;
import io.github.breakranks.internal.Checks;
import io.github.breakranks.internal.TableText;
import io.github.breakranks.offer.Offer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How far a host's word is believed: every way in which its credibility game can rest, which of them the refinements leave, and the
 * credibility that goes into an {@link Offer}.
 *
 * <p>Among the outcomes that D1 leaves, {@link #outcome} is the one in which the committed host gains most, the first of them if several do:
 * it moves first and is the one that cares. Where that outcome is a set, belief may be a range: then there is no one credibility, {@link
 * #share()} and {@link #into(Offer)} refuse, and {@link #shareAtLeast} and {@link #shareAtMost} are its ends.
 */
public final class Credibility {
    private final CredibilityGame game;
    private final List<CredibilityOutcome> outcomes;
    private final @Nullable CredibilityOutcome chosen;

    Credibility(CredibilityGame game, List<CredibilityOutcome> outcomes) {
        this.game = game;
        this.outcomes = List.copyOf(outcomes);
        CredibilityOutcome best = null;
        for (CredibilityOutcome each : this.outcomes) {
            if (each.survivesD1()
                    && (best == null
                            || each.committedGain().high()
                                    > best.committedGain().high() + MenuTests.ROUNDING)) {
                best = each;
            }
        }
        this.chosen = best;
    }

    /** The game. */
    public CredibilityGame game() {
        return game;
    }

    /** Every outcome, those that the refinements remove too. */
    public List<CredibilityOutcome> outcomes() {
        return outcomes;
    }

    /** Those that D1 leaves. */
    public List<CredibilityOutcome> surviving() {
        return outcomes.stream().filter(CredibilityOutcome::survivesD1).toList();
    }

    /**
     * The one of {@link #surviving} in which the committed host gains most.
     *
     * @throws IllegalStateException if D1 leaves none, which takes costs that are equal by accident
     */
    public CredibilityOutcome outcome() {
        if (chosen == null) {
            throw new IllegalStateException(
                    "no outcome is left; look at outcomes(), or ask PerfectBayesianSolver for mixtures of equal cost");
        }
        return chosen;
    }

    /** Whether soldiers go at all in {@link #outcome}; of a set, in some part of it. */
    public boolean accepted() {
        return outcome().accepted().high() > 0;
    }

    /**
     * Credibility: belief, in {@link #outcome}, that the host that made the offer means it, a share.
     *
     * @throws IllegalStateException if that outcome is a set in which beliefs differ: none of them is the one to count on
     */
    public double share() {
        return one(outcome().belief());
    }

    /** The least belief in {@link #outcome}, a share: what a cautious host counts on. */
    public double shareAtLeast() {
        return outcome().belief().low();
    }

    /** The greatest belief in {@link #outcome}, a share; {@link #shareAtLeast} unless that outcome is a set in which beliefs differ. */
    public double shareAtMost() {
        return outcome().belief().high();
    }

    private static double one(Range belief) {
        if (belief.low() < belief.high()) {
            throw new IllegalStateException("belief must be one share, but goes from "
                    + TableText.number(belief.low(), 4) + " to " + TableText.number(belief.high(), 4)
                    + " in this outcome, which is a set; choose one, as shareAtLeast() or the low end of outcome().belief(form), and set it"
                    + " with withCredibility");
        }
        return belief.low();
    }

    /**
     * Credibility of one form, a share: belief of those who see it in {@link #outcome}.
     *
     * @return empty if no host takes that form there
     * @throws IllegalStateException if that outcome is a set in which beliefs under the form differ
     */
    public Optional<Double> share(String form) {
        return outcome().belief(form).map(Credibility::one);
    }

    /**
     * An offer believed so much, with what the committed host's form holds in escrow moved from promised cash to escrow.
     *
     * <p>The shelter of a third country has made it take less to go, but is no part of the offer, which has no term for it.
     *
     * @param offer in the unit of the credibility game, with at least as much cash as is held in escrow: what is held is part of the cash
     *              promised, and a refuge cannot be held; if something is held and the offer names a unit of its own, use {@link
     *              #into(Offer, double)}
     * @throws IllegalStateException if belief is a range, as in {@link #share()}
     */
    public Offer into(Offer offer) {
        return inUnitOfTheGame(offer, outcome().commitment(), share());
    }

    /**
     * {@link #into(Offer)} where the offer has another unit than the credibility game.
     *
     * @param unit what one unit of the credibility game is worth [unit of the offer], finite and above 0: where a soldier stakes 1 and that
     *             stands for USD 100,000, it is 100,000
     */
    public Offer into(Offer offer, double unit) {
        return believed(offer, outcome().commitment(), share(), unit);
    }

    /**
     * An offer in one form, believed as those believe it who see that form in {@link #outcome}.
     *
     * @param offer as in {@link #into(Offer)}
     * @param form  one that some host takes there; one that nobody takes has no belief of its own and is refused
     */
    public Offer into(Offer offer, String form) {
        return inUnitOfTheGame(offer, game.commitment(form), shareOf(form));
    }

    /** {@link #into(Offer, String)} where one unit of the credibility game is worth so much [unit of the offer], finite and above 0. */
    public Offer into(Offer offer, String form, double unit) {
        return believed(offer, game.commitment(form), shareOf(form), unit);
    }

    private double shareOf(String form) {
        return share(form)
                .orElseThrow(() -> Checks.refused(
                        "form must be one that some host takes, but was %s; solve the game with that form alone",
                        form));
    }

    private static Offer inUnitOfTheGame(Offer offer, Commitment form, double share) {
        if (form.escrow() > 0 && !offer.unit().isEmpty()) {
            throw Checks.refused(
                    "offer must name no unit where %s holds %s in escrow [unit of the credibility game], but was in %s; add what one unit"
                            + " of that game is worth in %s, as in into(offer, unit)",
                    form.name(), form.escrow(), offer.unit(), offer.unit());
        }
        return believed(offer, form, share, 1);
    }

    private static Offer believed(Offer offer, Commitment form, double share, double unit) {
        if (form.name().equals(CredibilityGame.NO_OFFER)) {
            throw Checks.refused("form must be an offer, but was \"%s\"; there is nothing to believe", form.name());
        }
        final double held = form.escrow() * Checks.above(0, "unit", "unit of the offer", unit);
        if (!(offer.cash() >= held)) {
            throw Checks.refused(
                    "cash must be >= what %s holds in escrow, %s [%s], but was %s; give the offer that much cash, or set escrow and"
                            + " credibility, share(), on it yourself",
                    form.name(), held, offer.unit().isEmpty() ? "unit of the game" : offer.unit(), offer.cash());
        }
        return offer.withCash(offer.cash() - held)
                .withEscrow(offer.escrow() + held)
                .withCredibility(share);
    }

    /** A row an outcome; {@code otherwise} is where a host goes that mixes, or that is apart from the committed one. */
    public Table table() {
        final List<List<@Nullable Object>> rows = new ArrayList<>();
        for (CredibilityOutcome each : outcomes) {
            rows.add(List.of(
                    each.kind().toString(),
                    each.at(),
                    CredibilityOutcome.shown(each.mimicry()),
                    each.otherwise(),
                    CredibilityOutcome.shown(each.belief()),
                    CredibilityOutcome.shown(each.accepted()),
                    CredibilityOutcome.shown(each.committedGain()),
                    CredibilityOutcome.shown(each.opportunistGain()),
                    each.survivesIntuitive(),
                    each.survivesD1()));
        }
        return Table.of(
                List.of(
                        Column.of("outcome"),
                        game.anyDepth() ? Column.of("committed at", "depth") : Column.of("committed at"),
                        Column.of("mimicry", "share"),
                        Column.of("otherwise"),
                        Column.of("belief", "share"),
                        Column.of("go", "share"),
                        Column.of("committed", "unit of the game"),
                        Column.of("opportunist", "unit of the game"),
                        Column.of("intuitive"),
                        Column.of("D1")),
                rows);
    }

    /** In a paragraph: the outcome taken, and the names of the others; {@link #table} has their figures, each of {@link #outcomes} its reasons. */
    public String explain() {
        final StringBuilder out = new StringBuilder();
        out.append(TableText.counted(outcomes.size(), "outcome")).append(", ");
        out.append(surviving().size()).append(" left by D1.");
        if (chosen != null) {
            out.append(" The committed host does best in this one. ").append(chosen.explain());
        }
        out.append(named(" Also left: ", others(true))).append(named(" Removed by D1: ", others(false)));
        if (game.justCovered() && !game.inSets()) {
            out.append(" Just nothing is to be lost: whoever sees the offer is taken to go.")
                    .append(" Outcomes in which he does not always are left out; ")
                    .append(
                            game.anyDepth()
                                    ? "on a short menu they are found."
                                    : "PerfectBayesianSolver finds them in finite().");
        }
        return out.toString();
    }

    private List<CredibilityOutcome> others(boolean left) {
        return outcomes.stream()
                .filter(each -> !each.equals(chosen) && each.survivesD1() == left)
                .toList();
    }

    /** Such as {@code pooling at depth 0, separating at depth 1 to 4}; those that are named alike are counted. */
    private String named(String before, List<CredibilityOutcome> some) {
        final Map<String, Integer> counts = new LinkedHashMap<>();
        some.forEach(each ->
                counts.merge(each.kind() + " at " + (game.anyDepth() ? "depth " : "") + each.at(), 1, Integer::sum));
        return some.isEmpty()
                ? ""
                : counts.entrySet().stream()
                        .map(each -> each.getKey() + (each.getValue() > 1 ? " (" + each.getValue() + ")" : ""))
                        .collect(Collectors.joining(", ", before, "."));
    }

    /** Short enough for JShell, which cuts long lines in the middle. */
    @Override
    public String toString() {
        return chosen == null
                ? "Credibility[no outcome is left]"
                : "Credibility[" + CredibilityOutcome.shown(chosen.belief()) + ", " + chosen.kind() + " at "
                        + chosen.at() + ", "
                        + (accepted()
                                ? chosen.accepted().width() > 0 ? "soldiers may go]" : "soldiers go]"
                                : "nobody goes]");
    }
}
