package io.github.breakranks.signaling;

import io.github.breakranks.internal.TableText;
import io.github.breakranks.signaling.HostPlay.Step;
import io.github.breakranks.signaling.PerfectBayesianEquilibrium.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Tries every way in which two hosts can divide over the forms of a menu, in closed form.
 *
 * <p>A host mixes only between forms that are worth the same to it, and the chances of going that make them so are known but for forms
 * under which soldiers mix. Two hosts share at most two such forms, unless costs are equal by accident: hence five ways, and no others.
 */
final class MenuSearch {
    private final CredibilityGame game;
    private final BooleanSupplier mayGoOn;
    private final List<CredibilityOutcome> found = new ArrayList<>();
    private final double prior;

    MenuSearch(CredibilityGame game, BooleanSupplier mayGoOn) {
        this.game = game;
        this.mayGoOn = mayGoOn;
        this.prior = game.prior();
    }

    /** All outcomes, in the order of the menu; those found so far if the work had to stop. */
    List<CredibilityOutcome> outcomes() {
        for (Commitment first : game.menu()) {
            pooling(first);
            for (Commitment second : game.menu()) {
                if (!mayGoOn.getAsBoolean()) {
                    return found;
                }
                if (!first.equals(second)) {
                    apart(first, second);
                }
            }
        }
        return found;
    }

    /** What takes two forms, the committed host's first. */
    private void apart(Commitment first, Commitment second) {
        separating(first, second);
        opportunistMixes(first, second);
        committedMixes(first, second);
        if (game.menu().indexOf(first) < game.menu().indexOf(second)) {
            bothMix(first, second);
        }
    }

    /** He who believes exactly as much as it takes is indifferent, and goes. */
    private double going(double belief, Commitment commitment) {
        return belief >= game.belief(commitment) ? 1 : 0;
    }

    private void pooling(Commitment form) {
        final double q = game.belief(form);
        final double going = going(prior, form);
        add(
                Kind.POOLING,
                q == 0
                        ? "nothing to lose under " + form.name()
                        : "a prior " + (going == 1 ? "of at least " : "below ") + shown(q),
                new HostPlay(List.of(new Step(form, 1, 1, going))));
    }

    private void separating(Commitment committed, Commitment opportunist) {
        add(
                Kind.SEPARATING,
                committed.name()
                        + " not being worth its cost to the opportunist, and being worth it to the committed host",
                new HostPlay(
                        List.of(new Step(committed, 1, 0, 1), new Step(opportunist, 0, 1, going(0, opportunist)))));
    }

    /** The committed host takes one form; the opportunist takes it now and then, and else gives itself away. */
    private void opportunistMixes(Commitment committed, Commitment revealing) {
        final double q = game.belief(committed);
        final double other = opportunistGain(revealing, going(0, revealing));
        final double atNone = opportunistGain(committed, 0);
        final double going = snapped((other - atNone) / (opportunistGain(committed, 1) - atNone));
        final double most = prior >= q ? 1 : prior * (1 - q) / ((1 - prior) * q); // beyond it soldiers would stay
        if (going == 1) {
            add(
                    Kind.SEMI_SEPARATING,
                    committed.name() + " being worth just its cost to the opportunist",
                    new HostPlay(List.of(new Step(committed, 1, most, 1), rest(revealing, 1 - most))),
                    new HostPlay(List.of(new Step(committed, 1, 0, 1), rest(revealing, 1))));
        } else if (going > 0 && going < 1 && prior < q) {
            add(
                    Kind.SEMI_SEPARATING,
                    "a prior below " + shown(q),
                    new HostPlay(List.of(new Step(committed, 1, most, going), rest(revealing, 1 - most))));
        }
    }

    private Step rest(Commitment revealing, double chance) {
        return new Step(revealing, 0, chance, going(0, revealing));
    }

    /** The opportunist takes one form; the committed host takes it now and then, and else shows that it means it. */
    private void committedMixes(Commitment shared, Commitment showing) {
        final double q = game.belief(shared);
        final double atNone = committedGain(shared, 0);
        final double going = (committedGain(showing, 1) - atNone) / (committedGain(shared, 1) - atNone);
        final double chance = q * (1 - prior) / (prior * (1 - q));
        if (going > 0 && snapped(going) < 1 && q > 0 && prior > q) {
            add(
                    Kind.SEMI_SEPARATING,
                    "a prior above " + shown(q),
                    new HostPlay(List.of(new Step(shared, chance, 1, going), new Step(showing, 1 - chance, 0, 1))));
        }
    }

    /** Both mix over the same two forms, which takes an escrow: else one of them would mind depth more than the other. */
    private void bothMix(Commitment one, Commitment other) {
        final double q = game.belief(one);
        final double p = game.belief(other);
        if (q == 0 || p == 0 || !(Math.min(p, q) < prior && prior < Math.max(p, q))) {
            return;
        }
        // Indifferent: a B - c = b B - d for the committed, a (B - e) - c' = b (B - f) - d' for the opportunist.
        final double benefit = game.host().benefit();
        final double[] top = {benefit, -benefit, committedGain(other, 0) - committedGain(one, 0)};
        final double[] low = {
            benefit - one.escrow(), other.escrow() - benefit, opportunistGain(other, 0) - opportunistGain(one, 0)
        };
        final double determinant = top[0] * low[1] - top[1] * low[0];
        final double a = (top[2] * low[1] - top[1] * low[2]) / determinant;
        final double b = (top[0] * low[2] - top[2] * low[0]) / determinant;
        if (a > 0 && a < 1 && b > 0 && b < 1) {
            // Chance of the first form in all is w: w q + (1 - w) p = prior.
            final double w = (prior - p) / (q - p);
            final double committed = w * q / prior;
            final double opportunist = w * (1 - q) / (1 - prior);
            add(
                    Kind.SEMI_SEPARATING,
                    "a prior between " + shown(Math.min(p, q)) + " and " + shown(Math.max(p, q)),
                    new HostPlay(List.of(
                            new Step(one, committed, opportunist, a),
                            new Step(other, 1 - committed, 1 - opportunist, b))));
        }
    }

    private void add(Kind kind, String condition, HostPlay... corners) {
        if (!rests(corners[0])) {
            return;
        }
        final MenuTests tests = new MenuTests(game, corners[0]);
        if (tests.sustained()) {
            found.add(new CredibilityOutcome(
                    game, kind, List.of(corners), condition, List.of(tests.intuitive(), tests.divine())));
        }
    }

    /** Whether neither host prefers a form that the other takes. */
    private boolean rests(HostPlay play) {
        return play.steps().stream()
                .allMatch(step -> step.committedGain(game.host())
                                <= play.committedGain(game.host()) + width(play, MenuTests.COMMITTED)
                        && step.opportunistGain(game.host())
                                <= play.opportunistGain(game.host()) + width(play, MenuTests.OPPORTUNIST));
    }

    private double width(HostPlay play, int type) {
        return play.steps().stream()
                .mapToDouble(step -> MenuTests.width(game, type, step.commitment()))
                .max()
                .orElseThrow();
    }

    private double committedGain(Commitment commitment, double going) {
        return new Step(commitment, 0, 0, going).committedGain(game.host());
    }

    private double opportunistGain(Commitment commitment, double going) {
        return new Step(commitment, 0, 0, going).opportunistGain(game.host());
    }

    /** A chance within rounding of 1 is 1. */
    private static double snapped(double chance) {
        return Math.abs(chance - 1) <= MenuTests.ROUNDING ? 1 : chance;
    }

    private static String shown(double value) {
        return TableText.number(value, 4);
    }
}
