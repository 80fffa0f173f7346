package io.github.breakranks.signaling;

import io.github.breakranks.internal.TableText;
import io.github.breakranks.signaling.CredibilityOutcome.Test;
import io.github.breakranks.signaling.HostPlay.Step;
import io.github.breakranks.signaling.PerfectBayesianEquilibrium.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * All outcomes where a host may bind itself to any depth {@code s}, in closed form.
 *
 * <pre>{@code
 *   B benefit   b = B - escrow   k, K costs of depth to the committed, the opportunist   mu prior   q belief that it takes to go
 *
 *   separating        s in [b/K, B/k],  opportunist at 0
 *   pooling, go       s in [0, b/K]                                  mu >= q
 *   pooling, stay     s = 0                                          mu < q
 *   opportunist mixes s in (0, b/K),    go = K s / b                 mu < q       mimics: belief = q
 *   at the edge       s = b/K,          go = 1                       any mu       mimics at most so often
 *   committed mixes   s < b/K, and n = s + (1 - go) B/k              mu > q       go in (K s / b, 1), belief at s = q
 *   both mix          0, s (go = K s / b) and n = s + (1 - go) B/k   any mu       belief at s = q
 * }</pre>
 */
final class AnyDepth {
    private static final String FROM_ABOVE =
            "more depth would serve the committed host at more replies than the opportunist, so those who see"
                    + " it believe, and it takes it";
    private static final Test FAILS_D1 = new Test(false, FROM_ABOVE);

    private final CredibilityGame game;
    private final Commitment form;
    private final double q;
    private final double edge; // b / K
    private final double stretch; // B / k

    AnyDepth(CredibilityGame game) {
        this.game = game;
        this.form = game.menu().get(0);
        this.q = game.belief(form);
        this.edge = game.separation(form);
        this.stretch = game.host().benefit() / game.host().committedCost();
    }

    List<CredibilityOutcome> outcomes() {
        final List<CredibilityOutcome> all = new ArrayList<>();
        if (q == 0) {
            all.add(outcome(
                    Kind.POOLING,
                    "nothing being lost if the promise is broken",
                    leaves("all go whatever they believe"),
                    play(at(0, 1, 1, 1))));
            return all;
        }
        final double prior = game.prior();
        all.add(outcome(
                Kind.SEPARATING,
                "depth " + shown(edge) + ": just too much for the opportunist",
                leaves("with less depth the opportunist would come too"),
                play(at(edge, 1, 0, 1), at(0, 0, 1, 0))));
        all.add(outcome(
                Kind.SEPARATING,
                "more depth than it takes, above " + shown(edge),
                fails("depth just above " + shown(edge)
                        + " could never serve the opportunist, so those who see it believe, and it costs"
                        + " the committed host less"),
                play(at(edge, 1, 0, 1), at(0, 0, 1, 0)),
                play(at(stretch, 1, 0, 1), at(0, 0, 1, 0))));
        final double ratio = prior * (1 - q) / ((1 - prior) * q);
        final double most = prior >= q ? 1 : ratio; // how often the opportunist may mimic
        all.add(outcome(
                Kind.SEMI_SEPARATING,
                "depth " + shown(edge) + ", at which the opportunist gains nothing by mimicry",
                leaves("all go already, so more depth gains nothing"),
                play(at(edge, 1, most, 1), at(0, 0, 1 - most, 0)),
                play(at(edge, 1, 0, 1), at(0, 0, 1, 0))));
        together(all, most);
        if (prior > q) {
            final double chance = 1 / ratio; // how often the committed host stays with the opportunist
            all.add(outcome(
                    Kind.SEMI_SEPARATING,
                    "a prior above " + shown(q),
                    List.of(betweenForms(), FAILS_D1),
                    committedMixes(0, 0, chance),
                    committedMixes(0, 1, chance),
                    committedMixes(edge, 1, chance)));
        }
        all.add(bothMix(most));
        return all;
    }

    /** The opportunist at the depth of the committed host: always, or just so often that belief is enough. */
    private void together(List<CredibilityOutcome> all, double most) {
        if (game.prior() >= q) {
            all.add(outcome(
                    Kind.POOLING,
                    "a prior of at least " + shown(q),
                    leaves("all go already, so more depth gains nothing"),
                    play(at(0, 1, 1, 1)),
                    play(at(edge, 1, 1, 1))));
        } else {
            all.add(outcome(
                    Kind.POOLING,
                    "a prior below " + shown(q),
                    fails("depth just above " + shown(edge)
                            + " could never serve the opportunist, so those who see it believe, and the"
                            + " committed host takes it"),
                    play(at(0, 1, 1, 0))));
            all.add(outcome(
                    Kind.SEMI_SEPARATING,
                    "a prior below " + shown(q),
                    fails("depth just above " + shown(edge)
                            + " could never serve the opportunist, so those who see it believe, and the"
                            + " committed host gains by it"),
                    play(at(0, 1, most, 0), at(0, 0, 1 - most, 0)),
                    play(at(edge, 1, most, 1), at(0, 0, 1 - most, 0))));
        }
    }

    private HostPlay committedMixes(double depth, double going, double chance) {
        return play(at(depth, chance, 1, going), at(depth + (1 - going) * stretch, 1 - chance, 0, 1));
    }

    /** The opportunist between 0 and a depth, the committed host between that depth and one that shows it. */
    private CredibilityOutcome bothMix(double most) {
        final double opportunist = most / 2;
        final double committed = opportunist / (game.prior() * (1 - q) / ((1 - game.prior()) * q));
        return outcome(
                Kind.SEMI_SEPARATING,
                "any prior; the chances of the shared depth may rise and fall together",
                List.of(betweenForms(), FAILS_D1),
                bothMix(0, 0, committed, opportunist),
                bothMix(edge, 1, committed, opportunist));
    }

    private HostPlay bothMix(double depth, double going, double committed, double opportunist) {
        return play(
                at(depth, committed, opportunist, going),
                at(0, 0, 1 - opportunist, 0),
                at(depth + (1 - going) * stretch, 1 - committed, 0, 1));
    }

    /** Between the shared depth and the one that shows the committed host lie some that could never serve the opportunist. */
    private static Test betweenForms() {
        return new Test(
                false,
                "some depth below the one that shows the committed host could never serve the opportunist, so those who see it believe,"
                        + " and it costs the committed host less");
    }

    private Step at(double depth, double committed, double opportunist, double going) {
        return new Step(
                new Commitment(form.name(), depth, form.escrow(), form.shelter()), committed, opportunist, going);
    }

    private static HostPlay play(Step... steps) {
        return new HostPlay(List.of(steps));
    }

    private CredibilityOutcome outcome(Kind kind, String condition, List<Test> tests, HostPlay... corners) {
        return new CredibilityOutcome(game, kind, List.of(corners), condition, tests);
    }

    private static List<Test> leaves(String why) {
        return List.of(new Test(true, why), new Test(true, why));
    }

    private static List<Test> fails(String why) {
        return List.of(new Test(false, why), FAILS_D1);
    }

    private static String shown(double value) {
        return TableText.number(value, 4);
    }
}
