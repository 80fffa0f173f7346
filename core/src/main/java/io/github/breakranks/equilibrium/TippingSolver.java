package io.github.breakranks.equilibrium;

import io.github.breakranks.answer.Answer;
import io.github.breakranks.answer.Certificate;
import io.github.breakranks.answer.Solver;
import io.github.breakranks.answer.Watch;
import io.github.breakranks.equilibrium.Tipping.Jumps;
import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.internal.Checks;
import io.github.breakranks.internal.TableText;
import io.github.breakranks.network.Exposure;
import io.github.breakranks.offer.Curve;
import io.github.breakranks.offer.Monotonicity;
import io.github.breakranks.offer.Term;
import io.github.breakranks.population.CostLaw;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the tipping and the collapse value of one term of a game's offer, all other terms held.
 *
 * <p>It writes down the manifold of rest points ({@link Manifold}) and searches its folds. The certificate is made by another solver: all
 * rest points just below and just above the value found, with their number proven where the law allows.
 *
 * <p>Cost: some 3,000 quantiles of the law, or n gains for a list of n.
 *
 * <p>On a network every value at which somebody moves is found in one sweep (Prim's order): O(links log agents).
 *
 * <p>Where there are several groups the least and the greatest rest point are followed by bisection in the term instead.
 *
 * @param term  the term that moves
 * @param group the group whose offer moves; empty for everybody's
 */
public record TippingSolver(Term term, String group) implements Solver<DefectionGame, Tipping> {
    private static final double ROUNDING = 1e-9; // of a bound on a slope

    public TippingSolver {
        Objects.requireNonNull(term, "term");
        Objects.requireNonNull(group, "group");
    }

    /** The solver for one term of the offer to everybody. */
    public static TippingSolver of(Term term) {
        return new TippingSolver(term, "");
    }

    /** This solver for the offer to one group, the others' offers held: which offer to that group ignites the whole. */
    public TippingSolver forGroup(String newGroup) {
        return new TippingSolver(term, newGroup);
    }

    /**
     * The tipping and collapse value of a plain shift b of the gain, in {@code x = F(b + company(x))}, where company must rise. Nothing
     * bounds b.
     */
    public static Tipping shift(CostLaw law, Curve company) {
        final Manifold manifold = Manifold.of(law, company);
        return tipping(manifold.curve(), manifold.folds(), manifold.name(), "unit of the game");
    }

    @Override
    public Answer<Tipping> solve(DefectionGame game, Watch watch) {
        final String unit = term.unit(game.unit());
        final Monotonicity monotonicity = game.monotonicity();
        if (!monotonicity.rises()) {
            final String why = "no least and greatest rest point to follow, as " + monotonicity.sentence();
            return new Answer.Stopped<>(
                    none(unit, why),
                    new Certificate.Unproven(why),
                    why,
                    "use a reprisal that fades as more go, or sweep the term");
        }
        if (game.ignores(term)) {
            final String reason = "the net gain does not depend on " + term.label();
            return new Answer.Found<>(none(unit, reason), new Certificate.Unproven("compared at nine shares"));
        }
        if (term != Term.REACH
                && IntStream.range(0, game.groups())
                        .allMatch(side -> game.offer(side).reach() == 0)) {
            return new Answer.Found<>(
                    none(unit, "the offer reaches nobody"), new Certificate.Proven("a reach of 0", List.of()));
        }
        if (game.exposure() instanceof Exposure.Watching) {
            return onNetwork(game, unit, watch);
        }
        if (game.groups() > 1 || !group.isEmpty()) {
            return new GroupTipping(game, term, group, watch).answer();
        }
        if (game.population().listed()) {
            final ListTipping list = new ListTipping(game, term, watch);
            return list.stopped() ? stopped(unit, watch) : checked(game, list.tipping(), watch);
        }
        final ManifoldCurve curve = ManifoldCurve.of(game, term);
        final List<Fold> folds = FoldSearch.folds(curve, watch);
        return folds == null ? stopped(unit, watch) : checked(game, tipping(curve, folds, term.label(), unit), watch);
    }

    private Answer<Tipping> onNetwork(DefectionGame game, String unit, Watch watch) {
        if (!group.isEmpty()) {
            throw Checks.refused("group must be empty on a network, but was %s; sweep that group's term", group);
        }
        final NetworkTipping network = new NetworkTipping(game, term, watch);
        return network.stopped() ? stopped(unit, watch) : checked(game, network.tipping(), watch);
    }

    private Answer<Tipping> stopped(String unit, Watch watch) {
        final String why = watch.why();
        return new Answer.Stopped<>(
                none(unit, "not looked for to the end"), new Certificate.Unproven(why), why, "raise the limit");
    }

    /** A value that could not be checked within the limit is no finished answer. */
    private Answer<Tipping> checked(DefectionGame game, Tipping tipping, Watch watch) {
        final Certificate certificate = TippingVerifier.certify(game, term, tipping, watch);
        return watch.mayGoOn()
                ? new Answer.Found<>(tipping, certificate)
                : new Answer.Stopped<>(
                        tipping,
                        new Certificate.Unproven("not checked within the limit"),
                        watch.why(),
                        "raise the limit");
    }

    private Tipping none(String unit, String reason) {
        return new Tipping(term.label(), unit, Jumps.NONE, new Jump[2], reason);
    }

    private static Tipping tipping(ManifoldCurve curve, List<Fold> folds, String name, String unit) {
        final Jumps jumps = new Jumps(FoldSearch.jumpsUp(curve, folds), FoldSearch.jumpsDown(curve, folds), folds);
        final @Nullable Jump[] chosen = {
            last(jumps.up(), curve.lowest(), curve.highest(), true),
            last(jumps.down(), curve.lowest(), curve.highest(), false)
        };
        return new Tipping(name, unit, jumps, chosen, reason(curve, jumps, chosen, name));
    }

    /** The last jump at a value that an offer can have and pass. */
    private static @Nullable Jump last(List<Jump> jumps, double lowest, double highest, boolean up) {
        Jump last = null;
        for (Jump jump : jumps) {
            final boolean within = up
                    ? jump.value() >= lowest && jump.value() < highest
                    : jump.value() > lowest && jump.value() <= highest;
            last = within ? jump : last;
        }
        return last;
    }

    private static String reason(ManifoldCurve curve, Jumps jumps, @Nullable Jump[] chosen, String name) {
        if (chosen[0] == null) {
            return whyNoTipping(curve, jumps, name);
        }
        if (chosen[1] == null) {
            return whyNoCollapse(jumps, name);
        }
        return "";
    }

    private static String whyNoTipping(ManifoldCurve curve, Jumps jumps, String name) {
        if (!jumps.up().isEmpty()) {
            final double value = jumps.up().get(jumps.up().size() - 1).value();
            return "the fold lies at " + name + " " + TableText.number(value, 4)
                    + (value < curve.lowest()
                            ? ", below 0"
                            : ", and no offer exceeds " + TableText.number(curve.highest(), 4));
        }
        for (Fold fold : jumps.folds()) {
            if (fold.maximum() && fold.value() == Double.POSITIVE_INFINITY) {
                return "no " + name + " brings the share above " + shown(fold.share());
            }
        }
        final double steepest = curve.steepest();
        if (steepest < 1 - ROUNDING) {
            return "slope at most " + TableText.number(steepest, 3) + " < 1: the share rises smoothly";
        }
        return steepest <= 1 + ROUNDING
                ? "slope at most 1: no fold, though where it is 1 throughout the share crosses that stretch at one value"
                : "no fold at any share looked at: the share rises smoothly";
    }

    private static String whyNoCollapse(Jumps jumps, String name) {
        if (!jumps.down().isEmpty()) {
            final double value = jumps.down().get(jumps.down().size() - 1).value();
            return "the fold lies at " + name + " " + TableText.number(value, 4) + (value > 0 ? "" : ", not above 0");
        }
        for (int k = jumps.folds().size() - 1; k >= 0; k--) {
            final Fold fold = jumps.folds().get(k);
            if (!fold.maximum() && fold.value() == Double.NEGATIVE_INFINITY) {
                return "no " + name + " brings the share below " + shown(fold.share());
            }
        }
        return "no fold of the greatest rest point at any share looked at";
    }

    private static String shown(double share) {
        return TableText.number(share < 1e-15 ? 0 : share, 4);
    }
}
