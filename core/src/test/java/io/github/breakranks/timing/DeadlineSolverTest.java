package io.github.breakranks.timing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.breakranks.answer.Answer;
import io.github.breakranks.answer.Certificate;
import io.github.breakranks.equilibrium.RestPoint;
import io.github.breakranks.equilibrium.Selection;
import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.offer.Expiry;
import io.github.breakranks.offer.Offer;
import io.github.breakranks.offer.Reprisal;
import io.github.breakranks.population.CostLaw;
import io.github.breakranks.population.Population;
import org.junit.jupiter.api.Test;

/** Known answers on offers that end at a date. */
class DeadlineSolverTest {
    private static final double DIGITS = 5e-7; // six places are known

    private static DefectionGame game(CostLaw law, double benefit, Reprisal reprisal, double date) {
        return DefectionGame.of(Population.of(1_000, law), Offer.cash(benefit).withExpiry(Expiry.at(date)), reprisal);
    }

    private static DefectionGame even(double date) {
        return game(CostLaw.uniform(0, 1), 0.6, Reprisal.fading(0.3), date);
    }

    private static DeadlinePath path(DefectionGame game, double rate) {
        return DeadlineSolver.of(Waiting.at(rate)).solve(game).orElseThrow();
    }

    @Test
    void evenCosts() {
        final Answer<DeadlinePath> answer = DeadlineSolver.of(Waiting.at(0.1)).solve(even(8));
        final DeadlinePath path = answer.orElseThrow();

        assertEquals(3.566749, path.protectedByCrowd().quietPeriod(), DIGITS);
        assertEquals(0.276244, path.protectedByCrowd().before(), DIGITS);
        assertEquals(0.152327, path.protectedByCrowd().atDeadline(), DIGITS);
        assertEquals(0.3 / 0.7, path.protectedByCrowd().total(), 1e-13);
        assertEquals(0.3 / 0.7, path.openShare(), 1e-13);
        assertEquals(0, path.dividend(), 1e-13);
        final double before = 0.3 / 0.7 * -Math.expm1(-0.1 * 0.7 / 0.3 * 8);
        assertEquals(0, path.unprotected().quietPeriod());
        assertEquals(before, path.unprotected().before(), 1e-13);
        assertEquals(0.3 + 0.3 * before, path.unprotected().total(), 1e-13); // B - r + r s(T-)
        assertEquals(before, path.openShareAtDate(), 1e-13);
        assertEquals("the only rest point", path.selection());
        assertEquals("DeadlinePath[open 0.4286, by crowd 0.4286, else 0.4087, quiet 3.567]", path.toString());
        final Certificate.Numeric checked = assertInstanceOf(Certificate.Numeric.class, answer.certificate());
        assertTrue(checked.worst() < 1e-6, answer::toString);
    }

    /** {@code Delta = -ln(1 - r) / g}, however long the time and whatever the benefit. */
    @Test
    void theQuietPeriodOfEvenCostsDependsOnNeitherDateNorBenefit() {
        for (double date : new double[] {3.6, 5, 8, 40, 100, 120, 200, 1_000, 1e6}) {
            for (double benefit : new double[] {0.35, 0.6, 0.9}) {
                final DeadlinePath path = path(game(CostLaw.uniform(0, 1), benefit, Reprisal.fading(0.3), date), 0.1);
                final String what = date + " " + benefit;
                assertEquals(-Math.log(0.7) / 0.1, path.protectedByCrowd().quietPeriod(), 1e-6, what);
            }
        }
        assertEquals(3.5, path(even(3.5), 0.1).protectedByCrowd().quietPeriod());
        assertEquals(0, path(even(3.5), 0.1).protectedByCrowd().before());
    }

    /** Several rest points: the open offer stays at the least, a deadline can bring nearly all. */
    @Test
    void aDeadlineThatCascades() {
        final DefectionGame game = game(CostLaw.beta(8, 8), 0.95, Reprisal.fading(0.8), 30);
        final DeadlinePath path = path(game, 0.1);
        final var points = io.github.breakranks.equilibrium.EquilibriumSolver.solver()
                .solve(game)
                .orElseThrow()
                .points();

        assertEquals(0.000624, points.get(0).share(), DIGITS);
        assertEquals(0.395480, points.get(1).share(), DIGITS);
        assertEquals(0.99999982, points.get(2).share(), 5e-9);
        assertEquals(0.000624, path.openShare(), DIGITS);
        assertEquals(0.9999998, path.protectedByCrowd().total(), 5e-8);
        assertTrue(path.protectedByCrowd().before() < 0.000624);
        assertEquals(path.protectedByCrowd().total() - path.openShare(), path.dividend(), 1e-16);
        assertTrue(path.unprotected().total() <= path.openShare() + 1e-15);
        final DeadlinePath least = DeadlineSolver.of(Waiting.at(0.1))
                .withSelection(Selection.LEAST)
                .solve(game)
                .orElseThrow();
        assertEquals(0, least.dividend());
        assertEquals("the least of 3 rest points, as was asked", least.selection());
        assertEquals(3, points.stream().map(RestPoint::share).distinct().count());
    }

    /** Nothing is claimed that is not so: nobody goes, all go at once, the indifferent decide. */
    @Test
    void saysWhatIsTrueOfTheCaseAtHand() {
        assertEquals(
                "Nobody goes, with a deadline or without one: the first would not gain by it.",
                path(game(CostLaw.uniform(0.5, 1), 0.6, Reprisal.fading(0.3), 8), 0.1)
                        .explain());
        assertTrue(path(game(CostLaw.uniform(0, 1), 0.6, Reprisal.none(), 8), 0.1)
                .explain()
                .startsWith("A deadline changes nothing: 60% go at once, whatever the date. Assumed: "));
        final DeadlinePath ties = path(game(CostLaw.empirical(0.3, 0.3, 0.9), 0.6, Reprisal.fading(0.3), 8), 0.1);
        assertTrue(
                ties.explain()
                        .startsWith(
                                "The indifferent decide: an open offer is taken to leave those in the ranks who gain exactly nothing,"
                                        + " and brings 0%; at a date they go, and 66.67% go in all. "),
                ties::explain);
        assertTrue(ties.explain().contains("66.67% go in all, more than an open offer ever brings. "), ties::explain);
        assertEquals(Double.POSITIVE_INFINITY, ties.openCatchesUp());
    }

    /** Where waiting is danger, the answer says what it assumes of those who are lost. */
    @Test
    void saysThatTheLostAreTakenToBeReplaced() {
        final String words = DeadlineSolver.of(Waiting.of(0, 0.1).per("month"))
                .solve(even(8))
                .orElseThrow()
                .explain();

        assertTrue(
                words.contains(
                        "(a hazard of 0.1 per month is part of waiting here: if the lost are not replaced, fewer are left"),
                words);
        assertTrue(words.contains("nobody in the last 3.567 months, "), words);
    }

    /** At the equal-area offer two rest points have the same potential: the answer says that nothing decides. */
    @Test
    void saysWhereThePotentialDoesNotDecide() {
        final DeadlinePath path = path(game(CostLaw.logistic(0.6, 0.1), 1.1, Reprisal.fading(1), 8), 0.1);

        assertTrue(
                path.selection()
                        .endsWith(" has the same potential within rounding, so that nothing decides between them"),
                path::selection);
    }

    /** A man who stays is not taken to go: costs listed, the last one too high. */
    @Test
    void theCertificateKnowsWhoStays() {
        final var answer = DeadlineSolver.of(Waiting.at(0.5))
                .solve(game(CostLaw.empirical(0.3, 0.35, 0.85), 0.7, Reprisal.fading(0.1), 0.01));
        final Certificate.Numeric checked = assertInstanceOf(Certificate.Numeric.class, answer.certificate());

        assertTrue(checked.worst() < 1e-12, checked::sentence);
        assertEquals(
                "DeadlineSolver[waiting 0.5 per time, potential]",
                DeadlineSolver.of(Waiting.at(0.5)).toString());
        assertEquals(
                "Outcome[quiet 0, before 0.01504, at the date 0.6516]",
                answer.value().unprotected().toString());
    }
}
