package io.github.breakranks.signaling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.breakranks.answer.Answer;
import io.github.breakranks.answer.Certificate;
import io.github.breakranks.answer.Fraction;
import io.github.breakranks.answer.Watch;
import java.math.BigInteger;
import java.util.Collections;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** That few supports take little work however many types there are, and that work stops soon where it may not go on. */
class SignalingLimitTest {
    private static Watch after(int questions) {
        final AtomicInteger left = new AtomicInteger(questions);
        return Watch.none().withCancel(() -> left.decrementAndGet() < 0);
    }

    /** One message: all send it, and what the receiver knows is the prior; cut type by type this took hours. */
    @ParameterizedTest
    @CsvSource({"16, 2, 3", "20, 2, 3", "13, 2, 3", "12, 3, 7"})
    void oneMessageIsAPoint(int types, int actions, int supports) {
        final SignalingGame game = RandomSignaling.game(types, 1, actions, 3, 9);
        final Answer<PerfectBayesianEquilibria> answer =
                PerfectBayesianSolver.solver().solve(game);
        assertInstanceOf(Certificate.Proven.class, answer.certificate());
        final PerfectBayesianEquilibria found = answer.orElseThrow();
        assertEquals(BigInteger.valueOf(supports), found.announced());
        assertTrue(found.complete());
        assertEquals(1, found.pieces().size());
    }

    /** Sets of actions that no belief makes best are not looked at one by one. */
    @Test
    void manyActionsAreSettledOneByOne() {
        final SignalingGame game = RandomSignaling.game(3, 2, 14, 3, 9);
        final AtomicInteger asked = new AtomicInteger();
        final Watch counting = Watch.none().withCancel(() -> asked.incrementAndGet() < 0);
        new MessageOptions(new WholeGame(game), counting::mayGoOn).leaveOutAllDominated();
        assertTrue(asked.get() < 3000, () -> asked + " steps"); // 2^3 x 2^14 x 2 = 262144 sets
    }

    /** Three to the number of types are the pairs of sets of senders, but few of them agree with any response. */
    @ParameterizedTest
    @CsvSource({"12, 2, 2", "14, 2, 2", "16, 2, 2", "20, 2, 2", "12, 2, 3", "12, 3, 2"})
    void manyTypesAreSettledOneByOne(int types, int messages, int actions) {
        for (int seed = 1; seed < 3; seed++) {
            final SignalingGame game = RandomSignaling.game(types, messages, actions, seed, 1000);
            final Answer<PerfectBayesianEquilibria> answer =
                    PerfectBayesianSolver.solver().solve(game, after(100_000));
            final PerfectBayesianEquilibria found = answer.orElseThrow();
            assertTrue(found.complete());
            assertFalse(found.all().isEmpty());
            assertEquals(found.announced(), found.visited().add(found.pruned()));
            assertInstanceOf(Certificate.Proven.class, answer.certificate());
        }
    }

    /** All is a tie: too many outcomes to list, but pooling has been found and checked before time is up. */
    @ParameterizedTest
    @CsvSource({"100", "1000"})
    void poolingIsFoundFirst(int questions) {
        final SignalingGame nothing = RandomSignaling.game(11, 2, 2, 1, 0);
        final Answer<PerfectBayesianEquilibria> answer =
                PerfectBayesianSolver.solver().solve(nothing, after(questions));
        assertTrue(assertInstanceOf(Answer.Stopped.class, answer).why().startsWith("cancelled"));
        assertFalse(answer.value().of(PerfectBayesianEquilibrium.Kind.POOLING).isEmpty());
        assertEquals(
                questions == 100,
                answer.certificate() instanceof Certificate.Proven); // 2^11 vertices are too many to check then
        assertFalse(answer.value().complete());
    }

    @Test
    void stopsBeforeTheFirstSupport() {
        final Answer<PerfectBayesianEquilibria> answer =
                PerfectBayesianSolver.solver().solve(RandomSignaling.game(10, 2, 6, 3, 9), after(10));
        final var stopped = assertInstanceOf(Answer.Stopped.class, answer);
        assertEquals("cancelled", stopped.why());
        assertEquals(
                "not proven: no support was looked at", answer.certificate().sentence());
        assertFalse(answer.value().complete());
    }

    /** All supports are one, so what is stopped is the listing of 4096 pairs of vertices, or the check of them. */
    @Test
    void whatIsStoppedAfterTheSearchSaysSo() {
        final SignalingGame nothing = RandomSignaling.game(4, 4, 2, 1, 0);
        final AtomicInteger asked = new AtomicInteger();
        final Watch counting = Watch.none().withCancel(() -> asked.incrementAndGet() < 0);
        final WholeGame whole = new WholeGame(nothing);
        final MessageOptions options = new MessageOptions(whole, counting::mayGoOn);
        new FirstLook(whole, options, counting).run();
        final SupportSearch search = PerfectBayesianSolver.search(
                whole, options, PerfectBayesianSolver.announced(nothing).longValueExact(), counting);
        search.run();
        new Outcomes(whole, counting).pieces(search.found());
        final int searched = asked.get();

        final Answer<PerfectBayesianEquilibria> unlisted =
                PerfectBayesianSolver.solver().solve(nothing, after(searched + 100));
        assertEquals(
                "cancelled when all supports had been looked at, but not all outcomes were listed",
                assertInstanceOf(Answer.Stopped.class, unlisted).why());
        assertFalse(unlisted.value().complete());
        assertFalse(unlisted.value().all().isEmpty());
        assertEquals(
                unlisted.value().announced(),
                unlisted.value().visited().add(unlisted.value().pruned()));

        final Answer<PerfectBayesianEquilibria> unchecked =
                PerfectBayesianSolver.solver().solve(nothing, after(searched + 4096 + 10));
        assertEquals(
                "cancelled when all supports had been looked at, but not all outcomes were checked",
                assertInstanceOf(Answer.Stopped.class, unchecked).why());
        assertTrue(unchecked.value().complete());
        assertEquals(
                "not proven: not all outcomes were checked",
                unchecked.certificate().sentence());
    }

    /** 20 types by 2 by 2, and a small game full of ties: wherever the work is stopped, answer, list and certificate say one thing. */
    @ParameterizedTest
    @CsvSource({"20, 2, 2, 50, 3", "3, 2, 3, 1, 2"})
    void answerListAndCertificateAgreeWhereverTheWorkStops(int types, int messages, int actions, int most, int seed) {
        final SignalingGame game = types == 20 ? twenty() : RandomSignaling.game(types, messages, actions, seed, most);
        final PerfectBayesianSolver solver = PerfectBayesianSolver.solver().withMost(Long.MAX_VALUE);
        final AtomicInteger asked = new AtomicInteger();
        final Watch counting = Watch.none().withCancel(() -> asked.incrementAndGet() < 0);
        final PerfectBayesianEquilibria all = solver.solve(game, counting).orElseThrow();
        int found = 0;
        final int last = asked.get();
        for (int questions = 0; questions <= last; questions += 1 + (last - questions) / 4) {
            final Answer<PerfectBayesianEquilibria> answer = solver.solve(game, after(questions));
            final PerfectBayesianEquilibria value = answer.value();
            final boolean proven = answer.certificate() instanceof Certificate.Proven;
            assertEquals(
                    answer instanceof Answer.Found,
                    proven && value.complete(),
                    () -> answer + ": " + answer.certificate().sentence());
            assertEquals(
                    proven && value.complete(),
                    answer.certificate()
                            .sentence()
                            .matches(".*assuming no others, by the enumeration of all \\d+ supports"),
                    () -> answer.certificate().sentence());
            if (answer instanceof Answer.Found) {
                found++;
                assertEquals(all.pieces(), value.pieces());
                assertEquals(all.table().text(), value.table().text());
            }
        }
        assertTrue(found > 1, "work that is nearly done is finished"); // one is that with all the questions
    }

    /** Payoffs of the sender, then of the receiver, cell by cell. */
    private static SignalingGame twenty() {
        final Random random = new Random(3);
        final double[][][] sender = new double[20][2][2];
        final double[][][] receiver = new double[20][2][2];
        for (int cell = 0; cell < 80; cell++) {
            sender[cell / 4][cell / 2 % 2][cell % 2] = random.nextInt(51);
            receiver[cell / 4][cell / 2 % 2][cell % 2] = random.nextInt(51);
        }
        final Fraction[] prior = Collections.nCopies(20, Fraction.of(1, 20)).toArray(Fraction[]::new);
        return SignalingGame.of(
                Prior.of(RandomSignaling.names("t", 20), prior),
                RandomSignaling.names("m", 2),
                RandomSignaling.names("a", 2),
                sender,
                receiver);
    }

    /** What is left of the work once it may not go on is counted too: no sweep over answers, no hull of many points. */
    @ParameterizedTest
    @CsvSource({"8, 4, 4, 50, 2000", "8, 4, 4, 50, 20000", "3, 3, 6, 1, 10000", "5, 3, 3, 1, 5000", "4, 4, 2, 1, 5000"})
    void littleIsDoneOnceItMayNotGoOn(int types, int messages, int actions, int most, int questions) {
        final SignalingGame game = RandomSignaling.game(types, messages, actions, 2, most);
        final AtomicInteger left = new AtomicInteger(questions);
        final AtomicInteger told = new AtomicInteger();
        final Answer<PerfectBayesianEquilibria> answer = PerfectBayesianSolver.solver()
                .withMost(Long.MAX_VALUE)
                .solve(
                        game,
                        Watch.none()
                                .withCancel(() -> left.decrementAndGet() < 0)
                                .withProgress(done -> {
                                    if (left.get() < 0) {
                                        told.incrementAndGet();
                                    }
                                }));
        assertInstanceOf(Answer.Stopped.class, answer);
        assertTrue(told.get() <= 1, () -> "progress was told " + told + " times");
        assertTrue(left.get() > -20_000, () -> -left.get() + " questions");
    }

    /** A limit that passes when all is done takes nothing away. */
    @Test
    void whatIsCompleteIsFound() {
        final SignalingGame game = SignalingGames.beerQuiche(Fraction.of(9, 10));
        final AtomicInteger asked = new AtomicInteger();
        PerfectBayesianSolver.solver().solve(game, Watch.none().withCancel(() -> asked.incrementAndGet() < 0));
        assertInstanceOf(Answer.Found.class, PerfectBayesianSolver.solver().solve(game, after(asked.get())));
    }

    @Test
    void refinementsStopWithinAMessage() {
        final PerfectBayesianEquilibrium pooling = PerfectBayesianSolver.solver()
                .solve(SignalingGames.beerQuiche(Fraction.of(9, 10)))
                .orElseThrow()
                .all()
                .get(0);
        final Answer<Refinements> answer = RefinementSolver.solver().solve(pooling, after(1));
        assertEquals("cancelled", assertInstanceOf(Answer.Stopped.class, answer).why());
        assertTrue(answer.value().verdicts().isEmpty());
    }
}
