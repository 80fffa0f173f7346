package io.github.breakranks.signaling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.breakranks.Seeds;
import io.github.breakranks.answer.Answer;
import io.github.breakranks.answer.Certificate;
import io.github.breakranks.answer.Fraction;
import io.github.breakranks.signaling.HostPlay.Step;
import io.github.breakranks.signaling.PerfectBayesianEquilibrium.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What is always true of credibility. */
class CredibilityPropertyTest {

    private static double between(Random random, double low, double high) {
        return low + (high - low) * random.nextDouble();
    }

    private static CredibilityGame game(Random random) {
        final double cost = between(random, 0.05, 1);
        return CredibilityGame.of(
                between(random, 0.02, 0.98),
                between(random, 0.1, 4),
                between(random, 0.1, 4),
                CredibilityGame.host(between(random, 0.2, 3), cost, cost + between(random, 0.05, 2)));
    }

    private static CredibilityGame menu(Random random) {
        final Commitment[] forms = new Commitment[2 + random.nextInt(4)];
        for (int k = 0; k < forms.length; k++) {
            final Commitment form = Commitment.of("form " + k, random.nextInt(4) == 0 ? 0 : between(random, 0, 3));
            forms[k] = switch (random.nextInt(4)) {
                case 0 -> form.withEscrow(between(random, 0, 2));
                case 1 -> form.withShelter(random.nextDouble());
                default -> form;
            };
        }
        return game(random).withMenu(forms);
    }

    /** No host and no soldier gains by anything else, whatever the game; and some outcome is left by D1. */
    @Property(tries = 60, seed = Seeds.USUAL)
    void everyOutcomeIsAnEquilibrium(@ForAll long seed) {
        final Random random = new Random(seed);
        final CredibilityGame game = random.nextBoolean() ? game(random) : menu(random);
        final Answer<Credibility> answer = CredibilitySolver.solver().solve(game);

        final Certificate.Numeric checked = assertInstanceOf(
                Certificate.Numeric.class, answer.certificate(), () -> game + ": " + answer.certificate());
        assertTrue(checked.worst() < 1e-10);
        assertFalse(answer.orElseThrow().surviving().isEmpty());
        for (CredibilityOutcome each : answer.orElseThrow().outcomes()) {
            assertTrue(each.survivesIntuitive() || !each.survivesD1());
        }
    }

    /** What is said of the refinements at any depth holds among very many depths, tried one by one. */
    @Property(tries = 30, seed = Seeds.USUAL)
    void verdictsAtAnyDepthAreThoseOfVeryManyDepths(@ForAll long seed) {
        final CredibilityGame game = game(new Random(seed));
        for (CredibilityOutcome each :
                CredibilitySolver.solver().solve(game).orElseThrow().outcomes()) {
            final HostPlay play = centre(each.corners());
            final CredibilityGame fine = fine(game, play);
            final List<Step> named = new ArrayList<>();
            for (Step step : play.steps()) {
                final Commitment form = fine.menu().stream()
                        .filter(one -> one.entrenchment() == step.commitment().entrenchment())
                        .findFirst()
                        .orElseThrow();
                named.add(new Step(form, step.committed(), step.opportunist(), step.accepted()));
            }
            final MenuTests tests = new MenuTests(fine, new HostPlay(named));
            assertTrue(tests.sustained());
            assertEquals(tests.intuitive().survives(), each.survivesIntuitive(), () -> game + " " + each);
            assertEquals(tests.divine().survives(), each.survivesD1(), () -> game + " " + each);
        }
    }

    /** On a menu the closed forms are what enumeration in exact fractions finds, with the same verdicts. */
    @Property(tries = 20, seed = Seeds.USUAL)
    void aMenuHasTheOutcomesOfItsFiniteGame(@ForAll long seed) {
        final CredibilityGame game = menu(new Random(seed));
        final List<CredibilityOutcome> outcomes =
                CredibilitySolver.solver().solve(game).orElseThrow().outcomes();
        final PerfectBayesianEquilibria all =
                PerfectBayesianSolver.solver().solve(game.finite()).orElseThrow();
        if (all.degenerate()) {
            return; // two costs happen to be equal
        }
        assertEquals(
                all.all().size(), outcomes.size(), () -> game + " " + game.menu() + " " + outcomes + " " + all.all());
        for (PerfectBayesianEquilibrium each : all.all()) {
            final CredibilityOutcome same = outcomes.stream()
                    .filter(one ->
                            one.kind() == each.kind() && same(one.corners().get(0), each))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(each + " is missing from " + outcomes));
            final Refinements verdicts = RefinementSolver.solver().solve(each).orElseThrow();
            assertEquals(verdicts.survives(Refinement.INTUITIVE), same.survivesIntuitive());
            assertEquals(verdicts.survives(Refinement.D1), same.survivesD1());
        }
    }

    /** In tenths, where priors meet beliefs and depths their edges all the time, pooling rests just where it does in exact fractions. */
    @Property(tries = 100, seed = Seeds.USUAL)
    void tiesAreThoseOfTheFiniteGame(@ForAll long seed) {
        final Random random = new Random(seed);
        final CredibilityGame game = CredibilityGame.of(
                        tenths(random, 1, 9),
                        tenths(random, 1, 9),
                        tenths(random, 1, 20),
                        CredibilityGame.host(tenths(random, 5, 20), 0.3, 0.7))
                .withMenu(Commitment.of("word", 0), Commitment.of("law", tenths(random, 1, 30)));
        final Answer<Credibility> answer = CredibilitySolver.solver().solve(game);
        final List<CredibilityOutcome> outcomes = answer.orElseThrow().outcomes();
        assertInstanceOf(Certificate.Numeric.class, answer.certificate());

        for (PerfectBayesianEquilibrium each : PerfectBayesianSolver.solver()
                .solve(game.finite())
                .orElseThrow()
                .all()) {
            final boolean goes = each.kind() == Kind.POOLING
                    && game.menu().stream().anyMatch(form -> {
                        final int m = each.game().message(form.name());
                        return each.sender(0, m).value() == 1
                                && each.response(m, 0).value() == 1;
                    });
            assertTrue(
                    !goes
                            || outcomes.stream()
                                    .anyMatch(one -> one.kind() == Kind.POOLING
                                            && same(one.corners().get(0), each)),
                    () -> game + " " + game.menu() + " " + each + " is missing from " + outcomes);
        }
    }

    /** Where escrow just covers the loss, or no offer may be made, all that a plain enumeration of supports finds is in some set. */
    @Property(tries = 6, seed = Seeds.USUAL)
    void setsHoldAllThatThePlainEnumerationFinds(@ForAll long seed) {
        final Random random = new Random(seed);
        final double broken = tenths(random, 1, 10);
        final boolean covered = random.nextBoolean();
        final Commitment first = Commitment.of("a", random.nextBoolean() ? 0 : tenths(random, 1, 10));
        final Commitment other = Commitment.of("b", tenths(random, 0, 20));
        final CredibilityGame menu = CredibilityGame.of(
                        tenths(random, 1, 9),
                        tenths(random, 1, 9),
                        broken,
                        CredibilityGame.host(tenths(random, 5, 20), 0.3, 0.7))
                .withMenu(covered ? first.withEscrow(broken) : first, other);
        final CredibilityGame game = covered && random.nextBoolean() ? menu : menu.orNoOffer();
        final Answer<Credibility> answer = CredibilitySolver.solver().solve(game);
        assertInstanceOf(Certificate.Numeric.class, answer.certificate(), () -> game + " " + game.menu());

        final List<CredibilityOutcome> outcomes = answer.orElseThrow().outcomes();
        new PlainEnumeration(game.finite()).outcomes().values().forEach(outcome -> {
            assertTrue(
                    outcomes.stream()
                            .anyMatch(each ->
                                    each.corners().stream().anyMatch(play -> same(play, outcome.get(0), outcome.get(1)))
                                            || inside(each, outcome.get(0), outcome.get(1))),
                    () -> game + " " + game.menu() + " " + outcome + " is missing from " + outcomes);
        });
    }

    /** Whether what a corner takes is what is taken here, with the same answers. */
    private static boolean same(HostPlay play, List<List<Fraction>> sender, List<List<Fraction>> response) {
        final double[] taken = new double[2];
        boolean same = true;
        for (Step step : play.steps()) {
            final int m = message(step);
            taken[0] += sender.get(0).get(m).value();
            taken[1] += sender.get(1).get(m).value();
            same &= Math.abs(sender.get(0).get(m).value() - step.committed()) < 1e-12
                    && Math.abs(sender.get(1).get(m).value() - step.opportunist()) < 1e-12
                    && (!step.taken() || Math.abs(response.get(m).get(0).value() - step.accepted()) < 1e-12);
        }
        return same && taken[0] == 1 && taken[1] == 1;
    }

    /** Whether a point is within the ranges of a family, form by form: for vertices on its edges. */
    private static boolean inside(
            CredibilityOutcome family, List<List<Fraction>> sender, List<List<Fraction>> response) {
        final List<Step> first = family.corners().get(0).steps();
        for (int k = 0; k < first.size(); k++) {
            final int step = k;
            final int m = message(first.get(k));
            if (!within(
                            family,
                            play -> play.steps().get(step).committed(),
                            sender.get(0).get(m))
                    || !within(
                            family,
                            play -> play.steps().get(step).opportunist(),
                            sender.get(1).get(m))
                    || sender.get(0).get(m).signum() + sender.get(1).get(m).signum() > 0
                            && !within(
                                    family,
                                    play -> play.steps().get(step).accepted(),
                                    response.get(m).get(0))) {
                return false;
            }
        }
        return sum(first, sender.get(0)) == 1 && sum(first, sender.get(1)) == 1;
    }

    private static double sum(List<Step> steps, List<Fraction> shares) {
        return steps.stream()
                .mapToDouble(step -> shares.get(message(step)).value())
                .sum();
    }

    private static boolean within(CredibilityOutcome family, ToDoubleFunction<HostPlay> amount, Fraction value) {
        return family.corners().stream().mapToDouble(amount).min().orElseThrow() <= value.value() + 1e-12
                && family.corners().stream().mapToDouble(amount).max().orElseThrow() >= value.value() - 1e-12;
    }

    private static int message(Step step) {
        return List.of("a", "b", "no offer").indexOf(step.commitment().name());
    }

    private static double tenths(Random random, int least, int most) {
        return (least + random.nextInt(most - least + 1)) / 10.0;
    }

    private static boolean same(HostPlay play, PerfectBayesianEquilibrium other) {
        for (Step step : play.steps()) {
            final int m = other.game().message(step.commitment().name());
            if (Math.abs(other.sender(0, m).value() - step.committed()) > 1e-9
                    || Math.abs(other.sender(1, m).value() - step.opportunist()) > 1e-9
                    || Math.abs(other.response(m, 0).value() - step.accepted()) > 1e-9) {
                return false;
            }
        }
        return true;
    }

    private static HostPlay centre(List<HostPlay> corners) {
        final List<Step> steps = new ArrayList<>();
        for (int k = 0; k < corners.get(0).steps().size(); k++) {
            final int step = k;
            steps.add(new Step(
                    Commitment.of(
                            "law",
                            corners.stream()
                                    .mapToDouble(play ->
                                            play.steps().get(step).commitment().entrenchment())
                                    .average()
                                    .orElseThrow()),
                    corners.stream()
                            .mapToDouble(play -> play.steps().get(step).committed())
                            .average()
                            .orElseThrow(),
                    corners.stream()
                            .mapToDouble(play -> play.steps().get(step).opportunist())
                            .average()
                            .orElseThrow(),
                    corners.stream()
                            .mapToDouble(play -> play.steps().get(step).accepted())
                            .average()
                            .orElseThrow()));
        }
        return new HostPlay(steps);
    }

    private static CredibilityGame fine(CredibilityGame game, HostPlay play) {
        final double edge = game.separation(game.menu().get(0));
        final double deepest = 1.5 * game.host().benefit() / game.host().committedCost();
        final List<Double> depths = new ArrayList<>(List.of(0.0, edge, edge * (1 + 1e-6)));
        for (int k = 1; k <= 400; k++) {
            depths.add(deepest * k / 400);
        }
        for (Step step : play.steps()) {
            depths.add(step.commitment().entrenchment());
            depths.add(step.commitment().entrenchment() * (1 - 1e-6));
        }
        return game.withMenu(depths.stream()
                .distinct()
                .map(depth -> Commitment.of("depth " + depth, depth))
                .toArray(Commitment[]::new));
    }

    /** At any depth: the committed host nets {@code D (1 - k / K)} apart, and pools at 0 just where the prior suffices. */
    @Property(tries = 50, seed = Seeds.USUAL)
    void closedForms(@ForAll long seed) {
        final CredibilityGame game = game(new Random(seed));
        final CredibilityGame.Host host = game.host();
        final Credibility found = CredibilitySolver.solver().solve(game).orElseThrow();
        final double q = game.broken() / (game.kept() + game.broken());

        assertEquals(
                host.benefit() * (1 - host.committedCost() / host.opportunistCost()),
                found.outcomes().get(0).committedGain().low(),
                1e-12);
        assertEquals(
                game.prior() >= q ? Kind.POOLING : Kind.SEPARATING,
                found.outcome().kind());
        assertEquals(game.prior() >= q ? game.prior() : 1, found.share(), 1e-15);
    }

    /** Escrow and shelter never make soldiers stay who would go without them, and never change what they believe at a form of its own. */
    @Property(tries = 50, seed = Seeds.USUAL)
    void escrowAndShelterOnlyLowerWhatItTakes(@ForAll long seed) {
        final Random random = new Random(seed);
        final CredibilityGame game = game(random);
        final Commitment bare = Commitment.of("parole", 0);
        final Commitment better = bare.withEscrow(random.nextDouble()).withShelter(random.nextDouble());
        final Credibility without =
                CredibilitySolver.solver().solve(game.withMenu(bare)).orElseThrow();
        final Credibility with =
                CredibilitySolver.solver().solve(game.withMenu(better)).orElseThrow();

        assertTrue(game.belief(better) <= game.belief(bare));
        assertTrue(with.accepted() || !without.accepted());
        assertEquals(without.share(), with.share());
    }
}
