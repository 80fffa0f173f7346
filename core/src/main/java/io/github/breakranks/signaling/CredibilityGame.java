package io.github.breakranks.signaling;

import io.github.breakranks.answer.Fraction;
import io.github.breakranks.internal.Checks;
import io.github.breakranks.internal.TableText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * A promise put before a soldier by a host that may or may not mean it: the committed host keeps its word, the opportunist breaks it.
 *
 * <pre>{@code
 *   soldier   goes, promise kept: kept      broken: -loss      stays: 0      loss = (1 - shelter) * broken - escrow
 *   goes  <=>  belief >= q = loss / (kept + loss)                            always, if loss <= 0
 *
 *   committed     accepted * benefit             - committedCost   * entrenchment
 *   opportunist   accepted * (benefit - escrow)  - opportunistCost * entrenchment         [unit of the game]
 * }</pre>
 *
 * <p>First the host binds itself, in a form from a menu or to any depth; soldiers see how, not why. What lies in escrow costs the committed
 * host nothing that it would not have paid anyway, and costs the opportunist all of it. He who is indifferent goes, unless that he goes with
 * some chance only is what keeps a host indifferent. Where escrow and shelter just cover the loss he who is sure of an opportunist is indifferent:
 * on a menu of at most 6 forms all that he may then do is among the outcomes, as sets; else he is taken to go, and {@link
 * Credibility#explain} says so.
 *
 * <p>A host makes the offer in some form, and may lose by the best of them. {@link #orNoOffer} lets it make none, which gains it 0; with its mere
 * word among the forms no host gains less than 0 either.
 *
 * <p>Immutable. The idea that costs which differ make words credible: M. Spence (1973), doi 10.2307/1882010; of tying hands and sinking costs:
 * J. Fearon (1997), doi 10.1177/0022002797041001004.
 */
public final class CredibilityGame {
    static final String NO_OFFER = "no offer";
    private static final int FEW_FORMS = 6; // sets take three times as long with each more

    private final double prior;
    private final double kept;
    private final double broken;
    private final Host host;
    private final List<Commitment> menu;
    private final boolean open;
    private final boolean silent; // whether a host may make no offer

    /**
     * What is at stake for the host.
     *
     * @param benefit         of an accepted offer [unit of the game], above 0
     * @param committedCost   of a unit of entrenchment to the host that means it [unit of the game], above 0
     * @param opportunistCost of a unit of entrenchment to the one that does not, above that
     */
    public record Host(double benefit, double committedCost, double opportunistCost) {
        public Host {
            Checks.above(0.0, "benefit", "unit of the game", benefit);
            Checks.above(0.0, "committedCost", "unit of the game", committedCost);
            Checks.finite("opportunistCost", "unit of the game", opportunistCost);
            if (!(opportunistCost > committedCost)) {
                throw Checks.refused(
                        "opportunistCost must be > committedCost, %s [unit of the game], but was %s; where depth costs both alike it"
                                + " tells nothing",
                        committedCost, opportunistCost);
            }
        }
    }

    private CredibilityGame(double[] soldier, Host host, List<Commitment> menu, boolean open, boolean silent) {
        this.silent = silent;
        this.prior = soldier[0];
        this.kept = soldier[1];
        this.broken = soldier[2];
        this.host = host;
        this.menu = menu;
        this.open = open;
        if (open && !(host.benefit / host.committedCost <= Double.MAX_VALUE)) {
            throw Checks.refused(
                    "benefit / committedCost must be finite [unit of entrenchment], but was %s / %s; state the stakes in another"
                            + " unit, nearer to 1 each",
                    host.benefit, host.committedCost);
        }
        if (open && !(menu.get(0).escrow() < host.benefit)) {
            throw Checks.refused(
                    "escrow must be < benefit, %s [unit of the game], but was %s; put it in a menu beside a form with less",
                    host.benefit, menu.get(0).escrow());
        }
    }

    /**
     * What is at stake for a host.
     *
     * @param benefit         of an accepted offer [unit of the game], above 0
     * @param committedCost   of a unit of entrenchment to the host that means it [unit of the game], above 0
     * @param opportunistCost of a unit of entrenchment to the one that does not, above that
     */
    public static Host host(double benefit, double committedCost, double opportunistCost) {
        return new Host(benefit, committedCost, opportunistCost);
    }

    /**
     * The game in which a host may bind itself to any depth.
     *
     * @param prior  chance that the host means it, a share above 0 and below 1
     * @param kept   what a soldier gains if he goes and the promise is kept [unit of the game], above 0
     * @param broken what he loses if it is broken [unit of the game], at least 0
     * @param host   what is at stake for the host
     */
    public static CredibilityGame of(double prior, double kept, double broken, Host host) {
        if (!(prior > 0 && prior < 1)) {
            throw Checks.refused(
                    "prior must be a share in (0, 1), but was %s; with no doubt there is nothing to tell", prior);
        }
        Checks.above(0.0, "kept", "unit of the game", kept);
        Checks.atLeast(0.0, "broken", "unit of the game", broken);
        return new CredibilityGame(
                new double[] {prior, kept, broken},
                Objects.requireNonNull(host, "host"),
                List.of(Commitment.of("law", 0)),
                true,
                false);
    }

    /** This game with other stakes for the host; at any depth the benefit stays above what is in escrow. */
    public CredibilityGame withHost(Host newHost) {
        return new CredibilityGame(soldier(prior), Objects.requireNonNull(newHost, "newHost"), menu, open, silent);
    }

    /** This game, in which the host means it with another chance, a share above 0 and below 1. */
    public CredibilityGame withPrior(double newPrior) {
        return new CredibilityGame(soldier(of(newPrior, kept, broken, host).prior), host, menu, open, silent);
    }

    /**
     * This game, in which the host binds itself in one of these forms, each with a name of its own.
     *
     * @param commitments all that it can do: to make no offer is not among them, so that both hosts may lose by the best of them; {@link
     *     #orNoOffer} adds that
     */
    public CredibilityGame withMenu(Commitment... commitments) {
        Objects.requireNonNull(commitments, "commitments");
        for (int k = 0; k < commitments.length; k++) {
            Objects.requireNonNull(commitments[k], "menu[" + k + "]");
        }
        Checks.count(1, "menu", "commitments", commitments.length);
        final long names =
                Arrays.stream(commitments).map(Commitment::name).distinct().count();
        if (names < commitments.length) {
            throw Checks.refused("menu must have different names, but was %s", Arrays.toString(commitments));
        }
        return new CredibilityGame(soldier(prior), host, List.of(commitments), false, false);
    }

    /**
     * This game of a menu, in which a host may also make no offer: then it gains 0, and nobody can go.
     *
     * <p>In outcomes that shows as a form named {@code no offer}, which no form of the menu may be called; it is not in {@link #menu}.
     */
    public CredibilityGame orNoOffer() {
        if (open) {
            throw Checks.refused(
                    "game must have a menu, but any depth is open; depth 0 gains a host at least 0, or use withMenu");
        }
        if (menu.stream().anyMatch(form -> form.name().equals(NO_OFFER))) {
            throw Checks.refused("menu must not have a form named \"%s\", but was %s", NO_OFFER, menu);
        }
        return new CredibilityGame(soldier(prior), host, menu, false, true);
    }

    /** Whether a host may make no offer. */
    public boolean mayMakeNone() {
        return silent;
    }

    /**
     * This game, in which the host binds itself to any depth beyond this form, with its escrow and its shelter at every depth.
     *
     * @param commitment of entrenchment 0; its escrow is below the benefit, or the opportunist would not want to be believed
     */
    public CredibilityGame withAnyDepth(Commitment commitment) {
        Objects.requireNonNull(commitment, "commitment");
        if (commitment.entrenchment() != 0) {
            throw Checks.refused(
                    "entrenchment must be 0 [unit of entrenchment], but was %s; depth is counted from this form",
                    commitment.entrenchment());
        }
        return new CredibilityGame(soldier(prior), host, List.of(commitment), true, false);
    }

    private double[] soldier(double newPrior) {
        return new double[] {newPrior, kept, broken};
    }

    /** Chance that the host means it before it does anything, a share. */
    public double prior() {
        return prior;
    }

    /** What a soldier gains if he goes and the promise is kept [unit of the game]. */
    public double kept() {
        return kept;
    }

    /** What he loses if it is broken, without escrow and shelter [unit of the game]. */
    public double broken() {
        return broken;
    }

    /** What is at stake for the host. */
    public Host host() {
        return host;
    }

    /** The forms in which it can bind itself; the one from which depth is counted if it may go to any depth. */
    public List<Commitment> menu() {
        return menu;
    }

    /** Whether it may bind itself to any depth, not only in the forms of a menu. */
    public boolean anyDepth() {
        return open;
    }

    /** The form of this name. */
    public Commitment commitment(String name) {
        return forms().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Checks.refused(
                        "name must be one of %s, but was %s",
                        forms().stream().map(Commitment::name).toList(), name));
    }

    /** The menu, and last no offer if that may be made. */
    List<Commitment> forms() {
        final List<Commitment> forms = new ArrayList<>(menu);
        if (silent) {
            forms.add(Commitment.of(NO_OFFER, 0));
        }
        return forms;
    }

    /** Whether this form stands for no offer. */
    boolean isNone(Commitment form) {
        return silent && form.name().equals(NO_OFFER);
    }

    /** Whether outcomes are those of the finite game, as sets: there are many, so of ties only where forms are few. */
    boolean inSets() {
        return !open && (silent || justCovered() && menu.size() <= FEW_FORMS);
    }

    /** Whether he who is sure of an opportunist is indifferent under some form. */
    boolean justCovered() {
        return menu.stream().anyMatch(form -> form.exactLoss(broken).signum() == 0);
    }

    /**
     * How much a soldier must believe to go under this form, a share: {@code loss / (kept + loss)}, and 0 if he loses nothing.
     *
     * <p>Reckoned in fractions of the decimals given, so that a prior just equal to it is: of .3 kept and 2.1 lost it is 7/8.
     */
    public double belief(Commitment commitment) {
        final Fraction loss = commitment.exactLoss(broken);
        return loss.signum() <= 0
                ? 0
                : loss.over(Fraction.decimal(kept).plus(loss)).value();
    }

    /** How deep the opportunist would go at most, if that made him believed: {@code (benefit - escrow) / opportunistCost}. */
    public double separation(Commitment commitment) {
        return Math.max(0, host.benefit - commitment.escrow()) / host.opportunistCost;
    }

    /**
     * The finite game of a menu, for {@link PerfectBayesianSolver} and {@link RefinementSolver}: types committed and opportunist, the forms as
     * messages, actions go and stay.
     *
     * <p>Payoffs are those of the decimals given, exactly. Who goes where no offer is made has the loss of a broken promise, or without one the
     * negative of what a kept one is worth, so that nobody does.
     *
     * @throws IllegalStateException if the host may bind itself to any depth
     */
    public SignalingGame finite() {
        if (open) {
            throw new IllegalStateException("a finite game takes a menu, but any depth is open; use withMenu");
        }
        final List<Commitment> forms = forms();
        final Fraction[][][] sender = new Fraction[2][forms.size()][2];
        final Fraction[][][] receiver = new Fraction[2][forms.size()][2];
        for (int m = 0; m < forms.size(); m++) {
            final Commitment form = forms.get(m);
            final Fraction depth = Fraction.decimal(form.entrenchment());
            final Fraction[] costs = {
                Fraction.decimal(host.committedCost).times(depth),
                Fraction.decimal(host.opportunistCost).times(depth)
            };
            final Fraction benefit = isNone(form) ? Fraction.ZERO : Fraction.decimal(host.benefit);
            for (int t = 0; t < 2; t++) {
                final Fraction accepted = t == 0 ? benefit : benefit.minus(Fraction.decimal(form.escrow()));
                sender[t][m] = new Fraction[] {accepted.minus(costs[t]), costs[t].times(-1)};
                receiver[t][m] = new Fraction[] {goes(form, t == 0), Fraction.ZERO};
            }
        }
        final Fraction means = Fraction.decimal(prior);
        return SignalingGame.of(
                Prior.of(List.of("committed", "opportunist"), means, means.complement()),
                forms.stream().map(Commitment::name).toList(),
                List.of("go", "stay"),
                sender,
                receiver);
    }

    /** What a soldier gets who goes, by whether the host keeps its word. */
    private Fraction goes(Commitment form, boolean keeps) {
        if (isNone(form)) {
            return Fraction.decimal(broken > 0 ? broken : kept).times(-1);
        }
        return keeps ? Fraction.decimal(kept) : form.exactLoss(broken).times(-1);
    }

    @Override
    public boolean equals(@org.jspecify.annotations.Nullable Object other) {
        return other instanceof CredibilityGame that
                && Arrays.equals(soldier(prior), that.soldier(that.prior))
                && host.equals(that.host)
                && menu.equals(that.menu)
                && open == that.open
                && silent == that.silent;
    }

    @Override
    public int hashCode() {
        return Objects.hash(prior, kept, broken, host, menu, open, silent);
    }

    @Override
    public String toString() {
        return "CredibilityGame[prior " + TableText.number(prior, 4) + ", kept " + TableText.number(kept, 4)
                + ", broken "
                + TableText.number(broken, 4) + ", " + (open ? "any depth" : TableText.counted(menu.size(), "form"))
                + (silent ? " or none" : "") + "]";
    }
}
