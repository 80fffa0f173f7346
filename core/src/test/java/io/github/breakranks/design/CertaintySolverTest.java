package io.github.breakranks.design;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.breakranks.answer.Answer;
import io.github.breakranks.answer.Certificate;
import io.github.breakranks.answer.Watch;
import io.github.breakranks.design.Certainty.Step;
import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.offer.Offer;
import io.github.breakranks.offer.Reprisal;
import io.github.breakranks.offer.Term;
import io.github.breakranks.population.CostLaw;
import io.github.breakranks.population.Population;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class CertaintySolverTest {
    private static final Instrument CASH = Instrument.of(Term.CASH);
    private static final CertaintySolver HALF = CertaintySolver.of(CASH, Target.of(0.5));

    /** A thousand soldiers without company, costs U[0, 1], U[0, 2] and U[0, 4]. */
    private static Ambiguity straight() {
        return Ambiguity.of(
                        DefectionGame.of(Population.of(1000, CostLaw.uniform(0, 1)), Offer.none(), Reprisal.none()),
                        List.of(
                                Population.of(1000, CostLaw.uniform(0, 4)),
                                Population.of(1000, CostLaw.uniform(0, 1)),
                                Population.of(1000, CostLaw.uniform(0, 2))))
                .withWeights(0.2, 0.5, 0.3);
    }

    @Test
    void aStepForEachGame() {
        final Certainty found = HALF.solve(straight()).orElseThrow();

        assertEquals(3, found.steps().size());
        check(
                0.5,
                0.5,
                0.2 * 0.5 * 125 + 0.5 * 250 + 0.3 * 125,
                250,
                found.steps().get(0));
        check(0.8, 1, 0.2 * 250 + 0.5 * 1000 + 0.3 * 500, 1000, found.steps().get(1));
        check(1, 2, 0.2 * 1000 + 0.5 * 2000 + 0.3 * 2000, 2000, found.steps().get(2));
        assertEquals(found.steps().get(0), found.at(0.1));
        assertEquals(found.steps().get(1), found.at(0.8));
        assertEquals(found.steps().get(2), found.at(0.81));
        assertEquals(3, found.table().rows().size());
        assertEquals("Certainty[3 steps, up to 1 of 3 games]", found.toString());
    }

    private static void check(double certainty, double value, double expected, double worst, Step step) {
        assertEquals(certainty, step.certainty(), 1e-12);
        assertEquals(value, step.value(), 1e-12);
        assertEquals(expected, step.expected(), 1e-9);
        assertEquals(worst, step.worst(), 1e-9);
    }

    @Test
    void gamesThatNeedAlikeAreOneStep() {
        final DefectionGame one = straight().games().get(0);

        assertEquals(
                1,
                HALF.solve(Ambiguity.of(List.of(one, one, one)))
                        .orElseThrow()
                        .steps()
                        .size());
    }

    @Test
    void saysHowFarTheBoundsReach() {
        final Certainty found = CertaintySolver.of(CASH.upTo(1.5), Target.of(0.5))
                .solve(straight())
                .orElseThrow();

        assertEquals(0.8, found.most(), 1e-12);
        assertEquals(
                "certainty must be at most 0.8 [share], which is the weight of the games in which cash up to 1.5 reaches 0.5,"
                        + " but was 0.9",
                assertThrows(IllegalArgumentException.class, () -> found.at(0.9))
                        .getMessage());
        assertEquals(
                "certainty must be in (0, 1] [share], but was NaN",
                assertThrows(IllegalArgumentException.class, () -> found.at(Double.NaN))
                        .getMessage());
        final Certainty none = CertaintySolver.of(CASH.upTo(0.1), Target.of(0.5))
                .solve(straight())
                .orElseThrow();
        assertEquals(0, none.most());
        assertEquals(
                "No cash within its bounds reaches 0.5 in the least rest point in any of 3 games.", none.explain());
    }

    @Test
    void theCertificateCanFail() {
        final Certainty right = HALF.solve(straight()).orElseThrow();

        assertInstanceOf(Certificate.Numeric.class, AmbiguityVerifier.certify(right, HALF, straight(), Watch.none()));
        for (double moved : new double[] {-0.01, 0.01}) {
            final List<Step> steps = right.steps().stream()
                    .map(s -> new Step(s.certainty(), s.value() + moved, s.attained(), s.expected(), s.worst()))
                    .toList();
            assertInstanceOf(
                    Certificate.Unproven.class,
                    AmbiguityVerifier.certify(new Certainty(HALF, straight(), steps), HALF, straight(), Watch.none()));
        }
    }

    @Test
    void stopsWhenToldTo() {
        final Answer<Certainty> answer = HALF.solve(straight(), Watch.none().withCancel(() -> true));

        assertEquals("cancelled", assertInstanceOf(Answer.Stopped.class, answer).why());
        assertTrue(answer.value().steps().isEmpty());
        assertEquals(
                "The work stopped before any step was found.", answer.value().explain());
        assertEquals("Certainty[not found, of 3 games]", answer.value().toString());
        for (Executable asked : List.<Executable>of(
                () -> answer.value().most(), () -> answer.value().at(0.5))) {
            assertEquals(
                    "the work stopped before any step was found; raise the limit",
                    assertThrows(IllegalStateException.class, asked).getMessage());
        }
    }
}
