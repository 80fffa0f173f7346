package io.github.breakranks.signaling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.breakranks.answer.Answer;
import io.github.breakranks.answer.Certificate;
import io.github.breakranks.answer.Range;
import io.github.breakranks.answer.Watch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Spence's game with any level. */
class SpenceSolverTest {
    private static final SpenceGame TWO = SpenceGame.of(1, 2);

    private static Spence solved(SpenceGame game) {
        final Answer<Spence> answer = SpenceSolver.solver().solve(game);
        assertInstanceOf(
                Certificate.Numeric.class,
                answer.certificate(),
                () -> answer.certificate().sentence());
        return answer.orElseThrow();
    }

    private static String refused(Executable work) {
        return assertThrows(IllegalArgumentException.class, work).getMessage();
    }

    /** {@code e* = theta_L (w_H - w_L) = 1}; levels from 1 to 2 separate. */
    @Test
    void twoTypesSeparateAtOneToTwo() {
        assertEquals(1, solved(TWO).riley(1));
        assertEquals(0, solved(TWO).riley(0));
        assertEquals(Range.of(1, 2), solved(TWO).separating(1));
        assertEquals(1.5, solved(TWO).net(1));
    }

    /** Half and half the mean worth is 1.5, so that the less able pays at most .5. */
    @Test
    void theyPoolUpToWhatTheLessAbleGain() {
        assertEquals(Range.of(0, 0.5), solved(TWO).pooling());
        assertEquals(Range.of(0, 0.75), solved(TWO.withPrior(0.25, 0.75)).pooling());
        assertEquals(1.75, solved(TWO.withPrior(0.25, 0.75)).pooled(1, 0));
    }

    /** At level 0: the able gain by levels below 1, at which the others lose above .5. */
    @Test
    void poolingFallsToALittleMore() {
        assertEquals(Range.of(0, 1), solved(TWO).breaks(0));
        assertEquals(Range.of(0.5, 1), solved(TWO).intuitivelyBreaks(0));
        assertEquals(Range.of(0.5, 1.5), solved(TWO).breaks(0.5));
    }

    /** Abilities and worths 1, 2, 3: 0, 1, then 1 + 2 = 3; the dearest 0, 2, then 2 + 3 = 5. */
    @Test
    void threeTypesChain() {
        final Spence found = solved(SpenceGame.of(new double[] {1, 2, 3}, new double[] {1, 2, 3}));

        assertEquals(1, found.riley(1));
        assertEquals(3, found.riley(2));
        assertEquals(Range.of(1, 2), found.separating(1));
        assertEquals(Range.of(3, 5), found.separating(2));
        assertEquals(Range.of(0, 1), found.pooling());
        assertEquals(2, found.net(2));
    }

    /** Cost e^2 / theta: the level is the root. */
    @Test
    void takesACostOfOnesOwn() {
        final Spence found = solved(TWO.withCost((level, ability) -> level * level / ability));

        assertEquals(1, found.riley(1), 1e-15);
        assertEquals(Math.sqrt(2), found.separating(1).high(), 1e-15);
    }

    @Test
    void saysWhatItFound() {
        assertEquals(
                "Spence[2 types, ablest at 1 to 2, pooling up to 0.5]",
                solved(TWO).toString());
        assertEquals(
                "The cheapest levels that tell the types apart end at 1, the dearest at 2. All can pool at levels from 0 to 0.75, but there"
                        + " the ablest gains by a little more, at lower pay than any other type, so that D1 leaves the cheapest separation"
                        + " only. Even the ablest would rather all pooled at 0, which D1 does not allow.",
                solved(TWO.withPrior(0.25, 0.75)).explain());
        assertEquals(2, solved(TWO).table().rows().size());
    }

    @Test
    void aFalseChainIsNotCertified() {
        for (Spence wrong : new Spence[] {
            new Spence(TWO, new double[] {0, 0.9}, new double[] {0, 2}, 0.5), // the less able imitates
            new Spence(TWO, new double[] {0, 1.1}, new double[] {0, 2}, 0.5), // not the cheapest
            new Spence(TWO, new double[] {0, 1}, new double[] {0, 2.1}, 0.5), // too dear
            new Spence(TWO, new double[] {0, 1}, new double[] {0, 2}, 0.6), // pooling too high
        }) {
            assertInstanceOf(Certificate.Unproven.class, SpenceVerifier.certify(wrong), wrong::toString);
        }
    }

    @Test
    void stopsWhenTold() {
        assertEquals(
                "cancelled; raise the limit",
                assertThrows(
                                IllegalStateException.class,
                                SpenceSolver.solver().solve(TWO, Watch.none().withCancel(() -> true))::orElseThrow)
                        .getMessage());
    }

    @Test
    void refusesWhatIsNoGame() {
        assertEquals(
                "abilities must be >= 2 [types], but was 1",
                refused(() -> SpenceGame.of(new double[1], new double[1])));
        assertEquals(
                "abilities[1] must be finite and > 1.0 [ability], but was 1.0", refused(() -> SpenceGame.of(1, 1)));
        assertEquals(
                "worths must have 2 entries [types], but was 1",
                refused(() -> SpenceGame.of(new double[] {1, 2}, new double[] {1})));
        assertEquals(
                "worths[1] must be > the one before, 3.0 [unit of the game], but was 2.0",
                refused(() -> SpenceGame.of(new double[] {1, 2}, new double[] {3, 2})));
        assertEquals("prior must sum to 1 within 1e-12 [share], but was 0.9", refused(() -> TWO.withPrior(0.5, 0.4)));
        assertEquals("prior must have 2 shares [types], but was 1", refused(() -> TWO.withPrior(1)));
        assertEquals(
                "cost of level 0 must be 0 [unit of the game], but was 1.0 at ability 1.0",
                refused(() -> TWO.withCost((level, ability) -> 1 + level / ability)));
        assertTrue(refused(() -> TWO.withCost((level, ability) -> level * ability))
                .startsWith("cost must rise less for the able (single crossing), but from 0.0 to"));
        assertEquals(
                "cost must be a number [unit of the game], but was NaN at level 1.0 and ability 2.0",
                refused(() -> TWO.withCost((level, ability) -> level == 0 ? 0 : Double.NaN)));
        assertEquals(
                "newCost",
                assertThrows(NullPointerException.class, () -> TWO.withCost(null))
                        .getMessage());
        assertEquals(
                "cost must rise without bound [unit of the game], but stays below 1.0 at ability 2.0",
                refused(() -> TWO.withCost((level, ability) -> level / (1 + level) / ability)));
    }
}
