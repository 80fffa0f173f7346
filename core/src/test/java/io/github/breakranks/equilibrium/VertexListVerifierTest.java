package io.github.breakranks.equilibrium;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.breakranks.answer.Answer;
import io.github.breakranks.answer.Certificate;
import io.github.breakranks.answer.Watch;
import io.github.breakranks.equilibrium.NashEquilibria.Ending;
import io.github.breakranks.game.NormalFormGame;
import io.github.breakranks.game.StrategyProfile;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The proof that a list of vertices is complete can fail, in each of its parts. */
class VertexListVerifierTest {
    private static final NormalFormGame GAME =
            NormalFormGame.bimatrix(new long[][] {{3, 3}, {2, 5}, {0, 6}}, new long[][] {{3, 3}, {2, 6}, {3, 1}});
    private static final BestReplyPolytope POLYTOPE = BestReplyPolytope.of(GAME, 0); // 0, a, c, d, e; a on four labels

    private final LabelList bases = new LabelList();
    private final LabelList labels = new LabelList();

    private VertexListVerifier verifier(int left) {
        final VertexWalk walk = new VertexWalk(POLYTOPE, true);
        walk.advance(Integer.MAX_VALUE);
        for (int k = 0; k < walk.bases().size() - left; k++) {
            bases.add(walk.bases().get(k));
            labels.add(walk.labels().get(k));
        }
        return new VertexListVerifier(POLYTOPE, bases, labels);
    }

    @Test
    void theWholeListPassesWithTiesInWholeNumbers() {
        final VertexListVerifier verifier = verifier(0);
        assertTrue(verifier.closed());
        int tied = 0;
        for (int k = 0; k < bases.size(); k++) {
            tied += labels.get(k) == bases.get(k) ? 0 : 1;
        }
        assertTrue(tied > 0);
        assertEquals(tied, verifier.inWholeNumbers(0, bases.size()));
    }

    @Test
    void aListFromWhichOneIsMissingIsNotClosed() {
        assertFalse(verifier(1).closed());
    }

    @Test
    void aBasisTwiceIsSeen() {
        final VertexListVerifier verifier = verifier(0);
        bases.add(bases.get(0));
        labels.add(labels.get(0));
        assertFalse(verifier.closed());
    }

    @Test
    void noBasisAtAllIsNotClosed() {
        assertFalse(new VertexListVerifier(POLYTOPE, bases, labels).closed());
    }

    @Test
    void whatIsNoVertexIsRefused() {
        bases.add(0b01110); // the second row and the first column alone: 1/2 against payoffs 2 and 6
        labels.add(0b01110);
        bases.add(0b01101);
        labels.add(0b01101);
        final VertexListVerifier verifier = new VertexListVerifier(POLYTOPE, bases, labels);
        assertEquals(-1, verifier.inWholeNumbers(1, 2));
    }

    @Test
    void aBasisOfTheVertexThatBreaksTiesTheOtherWayIsRefused() {
        // the first row ties the columns: with 1 + e and 1 + e^2 the second binds, not the first
        bases.add(0b10110);
        labels.add(0b11110);
        bases.add(0b01110);
        labels.add(0b11110);
        final VertexListVerifier verifier = new VertexListVerifier(POLYTOPE, bases, labels);
        assertEquals(1, verifier.inWholeNumbers(0, 1));
        assertEquals(-1, verifier.inWholeNumbers(1, 2));
    }

    @Test
    void wrongLabelsAreRefused() {
        bases.add(0b10110);
        labels.add(0b10110);
        assertEquals(-1, new VertexListVerifier(POLYTOPE, bases, labels).inWholeNumbers(0, 1));
    }

    @Test
    void walksThatDidNotEndAreNotCertified() {
        final VertexWalk[] walks = {
            new VertexWalk(POLYTOPE, false), new VertexWalk(BestReplyPolytope.of(GAME, 1), false)
        };
        walks[0].advance(2);
        walks[1].advance(Integer.MAX_VALUE);
        assertEquals(
                "a list of vertices can be left along an edge",
                assertInstanceOf(Certificate.Unproven.class, AllBimatrixVerifier.lists(walks, 1, Watch.none()))
                        .why());
    }

    @Test
    void wrongEquilibriaAreNotCertified() {
        final int[] shape = {3, 2};
        final NashEquilibrium right = NashEquilibrium.of(GAME, StrategyProfile.pure(shape, 0, 0));
        final NashEquilibrium wrong = NashEquilibrium.of(GAME, StrategyProfile.pure(shape, 1, 0));
        assertEquals("", wrong(right, 1));
        assertEquals("an equilibrium has a regret", wrong(wrong, 1));
        assertEquals("the indices do not sum to 1", wrong(right, -1));
        assertEquals(
                "the indices do not sum to 1",
                AllBimatrixVerifier.wrong(NashEquilibria.isolated(GAME, List.of(right), List.of(), Ending.COMPLETE)));
        assertEquals(
                "a nondegenerate game has an odd number of equilibria",
                AllBimatrixVerifier.wrong(
                        NashEquilibria.isolated(GAME, List.of(right, right), List.of(1, 0), Ending.COMPLETE)));
    }

    /** Whoever asks the list, not its certificate, is told as well. */
    @Test
    void aListThatIsNotProvenIsNotComplete() {
        final NashEquilibrium one = NashEquilibrium.of(GAME, StrategyProfile.pure(new int[] {3, 2}, 0, 0));
        final Certificate lists = new Certificate.Proven("all vertices", List.of());
        final NashEquilibria right = NashEquilibria.isolated(GAME, List.of(one), List.of(1), Ending.COMPLETE);
        assertEquals(new Answer.Found<>(right, lists), AllBimatrixVerifier.answer(right, lists));
        final NashEquilibria wrong = NashEquilibria.isolated(GAME, List.of(one), List.of(-1), Ending.COMPLETE);
        final Answer<NashEquilibria> doubted = AllBimatrixVerifier.answer(wrong, lists);
        assertFalse(doubted.value().complete());
        assertEquals("the indices do not sum to 1", doubted.value().missing());
        assertEquals(List.of(one), doubted.value().equilibria());
        assertEquals(new Certificate.Unproven("the indices do not sum to 1"), doubted.certificate());
        final Certificate none = new Certificate.Unproven("a list of vertices can be left along an edge");
        final Answer<NashEquilibria> open = AllBimatrixVerifier.answer(right, none);
        assertEquals(
                "a list of vertices can be left along an edge", open.value().missing());
        assertEquals(none, open.certificate());
    }

    private static String wrong(NashEquilibrium one, int index) {
        return AllBimatrixVerifier.wrong(NashEquilibria.isolated(GAME, List.of(one), List.of(index), Ending.COMPLETE));
    }
}
