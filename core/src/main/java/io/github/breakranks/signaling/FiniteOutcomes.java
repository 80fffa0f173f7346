package io.github.breakranks.signaling;

import io.github.breakranks.answer.Answer;
import io.github.breakranks.answer.Fraction;
import io.github.breakranks.answer.Watch;
import io.github.breakranks.signaling.CredibilityOutcome.Test;
import io.github.breakranks.signaling.HostPlay.Step;
import io.github.breakranks.signaling.PerfectBayesianEquilibrium.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The outcomes of a menu as the sets of equilibria of its finite game, for what {@link MenuSearch} does not know in closed form: soldiers who are
 * indifferent when they are sure of an opportunist, and hosts that make no offer.
 *
 * <p>A set is a product of two polytopes, so its corners are pairs of their vertices, and all mixtures of these belong to it. A refinement leaves
 * a set if it leaves each corner and the middle.
 */
final class FiniteOutcomes {
    private final CredibilityGame game;
    private final SignalingGame finite;
    private final OffPathSets sets;
    private final Watch watch;

    private FiniteOutcomes(CredibilityGame game, Watch watch) {
        this.game = game;
        this.finite = game.finite();
        this.watch = watch;
        final WholeGame whole = new WholeGame(finite);
        this.sets = new OffPathSets(whole, new MessageOptions(whole, () -> true));
    }

    /** All outcomes, those in which all who see an offer surely go first; what was found so far if the work had to stop. */
    static List<CredibilityOutcome> of(CredibilityGame game, Watch watch) {
        return new FiniteOutcomes(game, watch).outcomes();
    }

    private List<CredibilityOutcome> outcomes() {
        final List<CredibilityOutcome> outcomes = new ArrayList<>();
        final Answer<PerfectBayesianEquilibria> all =
                PerfectBayesianSolver.solver().withMost(Long.MAX_VALUE).solve(finite, watch);
        for (EquilibriumPiece piece : all.value().pieces()) {
            if (watch.mayGoOn()) {
                outcomes.add(outcome(piece));
            }
        }
        outcomes.sort(Comparator.comparingInt(outcome -> surelyGo(outcome) ? 0 : 1)); // stable: else as found
        return outcomes;
    }

    private static boolean surelyGo(CredibilityOutcome outcome) {
        return outcome.corners().stream().flatMap(play -> play.steps().stream()).allMatch(step -> step.accepted() == 1);
    }

    private CredibilityOutcome outcome(EquilibriumPiece piece) {
        final List<Integer> taken = taken(piece);
        final List<HostPlay> corners = new ArrayList<>();
        final List<Refinements> verdicts = new ArrayList<>();
        for (List<List<Fraction>> sender : piece.senders()) {
            for (List<List<Fraction>> response : piece.responses()) {
                corners.add(play(taken, sender, response));
                verdicts.add(judged(sender, response));
            }
        }
        final PerfectBayesianEquilibrium middle = sustained(piece.insideSender(), piece.insideResponse());
        verdicts.add(RefinementSolver.solver().solve(middle).value());
        return new CredibilityOutcome(
                game,
                middle.kind(),
                corners,
                condition(middle.kind()),
                List.of(test(Refinement.INTUITIVE, verdicts), test(Refinement.D1, verdicts)));
    }

    private String condition(Kind kind) {
        return game.justCovered()
                ? "soldiers who are sure of an opportunist losing nothing under "
                        + String.join(
                                ", ",
                                game.menu().stream()
                                        .filter(form ->
                                                form.exactLoss(game.broken()).signum() == 0)
                                        .map(Commitment::name)
                                        .toList())
                : "what each host gains by the " + (kind == Kind.POOLING ? "form" : "forms")
                        + " taken, against making no offer";
    }

    /** The forms that are taken somewhere in the set: those of the committed host first, and of these those that the other takes too. */
    private List<Integer> taken(EquilibriumPiece piece) {
        final List<List<Fraction>> sender = piece.insideSender();
        return IntStream.range(0, finite.messages().size())
                .boxed()
                .filter(m ->
                        sender.get(0).get(m).signum() + sender.get(1).get(m).signum() > 0)
                .sorted(Comparator.comparingInt(m -> -2 * sender.get(0).get(m).signum()
                        - sender.get(1).get(m).signum()))
                .toList();
    }

    private HostPlay play(List<Integer> taken, List<List<Fraction>> sender, List<List<Fraction>> response) {
        final List<Step> steps = new ArrayList<>();
        for (int m : taken) {
            steps.add(new Step(
                    game.forms().get(m),
                    sender.get(0).get(m).value(),
                    sender.get(1).get(m).value(),
                    response.get(m).get(0).value()));
        }
        return new HostPlay(steps);
    }

    private PerfectBayesianEquilibrium sustained(List<List<Fraction>> sender, List<List<Fraction>> response) {
        return new Outcome(finite, sender, response).sustained(sets);
    }

    private Refinements judged(List<List<Fraction>> sender, List<List<Fraction>> response) {
        return RefinementSolver.solver().solve(sustained(sender, response)).value();
    }

    private static Test test(Refinement refinement, List<Refinements> verdicts) {
        final List<Verdict> removing = verdicts.stream()
                .map(each -> each.verdict(refinement))
                .filter(verdict -> !verdict.survives())
                .toList();
        if (removing.isEmpty()) {
            return new Test(true, "no form tempts one host more than the other");
        }
        final String because = because(removing.get(0));
        return new Test(
                false, removing.size() == verdicts.size() ? because : "at some of these but not at others, " + because);
    }

    private static String because(Verdict verdict) {
        final Verdict.Doubt doubt = verdict.removedBy().orElseThrow();
        return doubt.because().isEmpty()
                ? "no belief after " + doubt.message() + " deters both hosts"
                : String.join("; ", doubt.because()) + ", and then no reply to " + doubt.message()
                        + " deters both hosts";
    }
}
