package io.github.breakranks.signaling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.breakranks.answer.Answer;
import io.github.breakranks.answer.Certificate;
import io.github.breakranks.answer.Fraction;
import io.github.breakranks.answer.Watch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the refinements leave of known games. */
class RefinementSolverTest {
    private static final SignalingGame BREAKFAST = SignalingGames.beerQuiche(Fraction.of(9, 10));

    private static PerfectBayesianEquilibria solved(SignalingGame game) {
        return PerfectBayesianSolver.solver().solve(game).orElseThrow();
    }

    private static PerfectBayesianEquilibrium pooledOn(SignalingGame game, String message) {
        return solved(game).of(PerfectBayesianEquilibrium.Kind.POOLING).stream()
                .filter(each -> each.onPath(game.message(message)))
                .findFirst()
                .orElseThrow();
    }

    private static Refinements refined(PerfectBayesianEquilibrium equilibrium) {
        final Answer<Refinements> answer = RefinementSolver.solver().solve(equilibrium);
        assertInstanceOf(
                Certificate.Proven.class,
                answer.certificate(),
                () -> answer.certificate().sentence());
        return answer.orElseThrow();
    }

    /** Cho and Kreps (1987): with nine in ten strong only pooling on beer is left. */
    @ParameterizedTest
    @EnumSource(
            value = Refinement.class,
            names = {"INTUITIVE", "DIVINITY", "D1", "NEVER_WEAK_BEST_RESPONSE"})
    void ofBreakfastsOnlyBeerIsLeft(Refinement refinement) {
        final List<PerfectBayesianEquilibrium> left =
                RefinementSolver.solver().surviving(solved(BREAKFAST), refinement);

        assertEquals(1, left.size());
        assertTrue(left.get(0).onPath(BREAKFAST.message("beer")));
        assertFalse(left.get(0).onPath(BREAKFAST.message("quiche")));
    }

    @Test
    void dominanceLeavesBothBreakfasts() {
        assertEquals(
                2,
                RefinementSolver.solver()
                        .surviving(solved(BREAKFAST), Refinement.DOMINANCE)
                        .size());
    }

    @Test
    void saysWhichTypeWhichMessageWhichComparison() {
        final Refinements quiche = refined(pooledOn(BREAKFAST, "quiche"));

        assertEquals(
                "intuitive criterion removes it by beer: weak gets 3 and could get at most 2 by beer. Then strong would send it whatever"
                        + " is answered.",
                quiche.verdict(Refinement.INTUITIVE).explain());
        assertEquals("Refinements[removed by intuitive criterion and 3 more]", quiche.toString());
        assertEquals(
                "Verdict[D1: removed by beer]", quiche.verdict(Refinement.D1).toString());
        assertEquals(
                List.of("weak"),
                quiche.verdict(Refinement.D1).removedBy().orElseThrow().excluded());
        assertEquals(
                "dominance leaves it.", quiche.verdict(Refinement.DOMINANCE).explain());
        assertEquals(
                "D1 leaves it: strong gets 3 and could get at most 2 by quiche, and still some reply to quiche deters all.",
                refined(pooledOn(BREAKFAST, "beer")).verdict(Refinement.D1).explain());
        assertEquals(
                "Refinements[survives all 5]",
                refined(pooledOn(BREAKFAST, "beer")).toString());
        assertEquals(5, quiche.table().rows().size());
    }

    /** Three levels of pay: neither type could only lose by speaking, but the able gain at more replies; only D1 and stronger see it. */
    @Test
    void d1SeesWhatTheIntuitiveCriterionDoesNot() {
        // speaking: replies pay 0, 2 or 4 to both; the able like it by 1 more; the receiver wants 4 for able, 0 for
        // dull, 2 between.
        final SignalingGame game = SignalingGame.of(
                Prior.of(List.of("able", "dull"), Fraction.of(1, 2), Fraction.of(1, 2)),
                List.of("silence", "speech"),
                List.of("low", "middle", "high"),
                new double[][][] {{{0, 2, 4}, {-0.5, 1.5, 3.5}}, {{0, 2, 4}, {-1.5, 0.5, 2.5}}},
                new double[][][] {{{-16, -4, 0}, {-16, -4, 0}}, {{0, -4, -16}, {0, -4, -16}}});
        final Refinements silence = refined(pooledOn(game, "silence"));

        assertTrue(silence.survives(Refinement.INTUITIVE));
        assertFalse(silence.survives(Refinement.D1));
        assertFalse(silence.survives(Refinement.NEVER_WEAK_BEST_RESPONSE));
        assertEquals(
                "able gains by speech at every reply at which dull does not lose",
                silence.verdict(Refinement.D1)
                        .removedBy()
                        .orElseThrow()
                        .because()
                        .get(0));
    }

    /** A message that is worse for a type than another whatever is answered. */
    @Test
    void dominanceRemovesWhatRestsOnAbsurdBeliefs() {
        // going: costs the false 5, and the true like it by 1 if believed
        final SignalingGame game = SignalingGame.of(
                Prior.of(List.of("true", "false"), Fraction.of(1, 4), Fraction.of(3, 4)),
                List.of("stay", "go"),
                List.of("trust", "not"),
                new double[][][] {{{2, 0}, {3, -1}}, {{2, 0}, {-3, -5}}},
                new double[][][] {{{1, 0}, {1, 0}}, {{-1, 0}, {-1, 0}}});
        final Verdict verdict = refined(pooledOn(game, "stay")).verdict(Refinement.DOMINANCE);

        assertFalse(verdict.survives());
        assertEquals(
                "dominance removes it by go: false gets at least 0 by stay and at most -3 by go. Then true would send it whatever is"
                        + " answered.",
                verdict.explain());
    }

    /** Pooling below what belief it takes falls to the intuitive criterion; pooling where all go already does not. */
    @Test
    void aDoubtedHostsWordFallsAndATrustedOnesStands() {
        final CredibilityGame doubted = CredibilityGame.of(0.2, 3, 1, CredibilityGame.host(1, 0.4, 1))
                .withMenu(Commitment.of("parole", 0), Commitment.of("statute", 1.25));

        assertFalse(refined(pooledOn(doubted.finite(), "parole")).survives(Refinement.INTUITIVE));
        assertTrue(refined(pooledOn(doubted.withPrior(0.5).finite(), "parole"))
                .survives(Refinement.NEVER_WEAK_BEST_RESPONSE));
    }

    @Test
    void aFalseVerdictIsNotCertified() {
        for (String message : List.of("beer", "quiche")) {
            final PerfectBayesianEquilibrium pooled = pooledOn(BREAKFAST, message);
            final Verdict right = refined(pooled).verdict(Refinement.D1);
            final Verdict.Doubt doubt = right.doubts().get(0);
            final List<List<Fraction>> shown = message.equals("beer")
                    ? List.of()
                    : List.of(List.of(Fraction.ONE, Fraction.ZERO), List.of(Fraction.ZERO, Fraction.ONE));
            final Verdict wrong = new Verdict(
                    Refinement.D1,
                    !right.survives(),
                    List.of(new Verdict.Doubt(doubt.message(), doubt.excluded(), doubt.because(), List.of(), shown)));

            assertInstanceOf(
                    Certificate.Unproven.class, RefinementVerifier.certify(new Refinements(pooled, List.of(wrong))));
        }
    }

    /** To leave out a type too many or too few is found out, whether the outcome falls or not. */
    @Test
    void aFalseExclusionIsNotCertified() {
        for (String message : List.of("beer", "quiche")) {
            final PerfectBayesianEquilibrium pooled = pooledOn(BREAKFAST, message);
            for (Refinement refinement : Refinement.values()) {
                final Verdict right = refined(pooled).verdict(refinement);
                final Verdict.Doubt doubt = right.doubts().get(0);
                for (List<String> excluded :
                        List.of(List.<String>of(), List.of("weak"), List.of("strong"), List.of("strong", "weak"))) {
                    final Verdict.Doubt other = new Verdict.Doubt(
                            doubt.message(), excluded, doubt.because(), doubt.deviates(), doubt.beliefAndReply());
                    final Certificate certificate = RefinementVerifier.certify(new Refinements(
                            pooled, List.of(new Verdict(refinement, right.survives(), List.of(other)))));
                    assertEquals(
                            new java.util.HashSet<>(excluded).equals(new java.util.HashSet<>(doubt.excluded())),
                            certificate instanceof Certificate.Proven,
                            () -> refinement + " " + excluded + " " + certificate);
                }
            }
        }
    }

    /** A message forgotten is a verdict that does not follow. */
    @Test
    void aForgottenMessageIsNotCertified() {
        assertEquals(
                new Certificate.Unproven("D1 does not follow from its messages"),
                RefinementVerifier.certify(new Refinements(
                        pooledOn(BREAKFAST, "beer"), List.of(new Verdict(Refinement.D1, true, List.of())))));
    }

    @Test
    void stopsWhenTold() {
        final PerfectBayesianEquilibrium beer = pooledOn(BREAKFAST, "beer");
        final Answer<Refinements> answer =
                RefinementSolver.solver().solve(beer, Watch.none().withCancel(() -> true));

        assertEquals(
                "cancelled; raise the limit",
                assertThrows(IllegalStateException.class, answer::orElseThrow).getMessage());
        assertEquals(
                "no verdict of D1 was reached; raise the limit of the watch",
                assertThrows(IllegalStateException.class, () -> answer.value().survives(Refinement.D1))
                        .getMessage());
    }

    @Test
    void refusesMoreActionsThanItCanLookAt() {
        final List<String> actions =
                IntStream.range(0, 17).mapToObj(a -> "a" + a).toList();
        final SignalingGame game = SignalingGame.of(
                Prior.of(List.of("one"), 1.0), List.of("m"), actions, new double[1][1][17], new double[1][1][17]);
        final Fraction[] first = new Fraction[17];
        Arrays.fill(first, Fraction.ZERO);
        first[0] = Fraction.ONE;
        final Fraction[][] sure = {{Fraction.ONE}};
        final PerfectBayesianEquilibrium equilibrium =
                new PerfectBayesianEquilibrium(game, sure, new Fraction[][] {first}, sure, List.of(List.of()));

        assertEquals(
                "game must have <= 16 actions [count], but was 17; leave out those that are never a best reply",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> RefinementSolver.solver().solve(equilibrium))
                        .getMessage());
    }

    @Test
    void refinementsAreListedFromWeakToStrong() {
        assertEquals(
                List.of("dominance", "intuitive criterion", "divinity", "D1", "never weak best response"),
                new ArrayList<>(Arrays.stream(Refinement.values())
                        .map(Refinement::label)
                        .toList()));
    }
}
