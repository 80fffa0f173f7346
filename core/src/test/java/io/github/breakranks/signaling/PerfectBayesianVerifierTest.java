package io.github.breakranks.signaling;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.breakranks.answer.Fraction;
import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Test;

/** That the verifier finds what is wrong. */
class PerfectBayesianVerifierTest {
    private static final Fraction ZERO = Fraction.ZERO;
    private static final Fraction ONE = Fraction.ONE;
    private static final Fraction HALF = Fraction.of(1, 2);
    private static final Fraction NINE = Fraction.of(9, 10);
    private static final Fraction TENTH = Fraction.of(1, 10);
    private static final SignalingGame GAME = SignalingGames.beerQuiche(NINE);
    private static final SustainingPlay DUEL =
            new SustainingPlay(List.of(0), List.of(List.of(ZERO, ONE)), List.of(List.of(ONE, ZERO)));

    private final Fraction[][] sender = {{ONE, ZERO}, {ONE, ZERO}}; // both have beer
    private final Fraction[][] response = {{ZERO, ONE}, {ONE, ZERO}}; // and a duel follows quiche
    private final Fraction[][] belief = {{NINE, TENTH}, {ZERO, ONE}};

    private String fault(SignalingGame game, List<SustainingPlay> afterQuiche) {
        return new PerfectBayesianVerifier(game)
                .fault(new PerfectBayesianEquilibrium(game, sender, response, belief, List.of(List.of(), afterQuiche)));
    }

    private String fault() {
        return fault(GAME, List.of(DUEL));
    }

    @Test
    void passesWhatIsRight() {
        assertEquals("", fault());
    }

    @Test
    void findsASenderWhoGains() {
        response[1] = new Fraction[] {ZERO, ONE};
        belief[1] = new Fraction[] {ONE, ZERO};
        assertEquals("type weak gains by sending quiche rather than beer", fault());
    }

    @Test
    void findsAReceiverWhoGains() {
        response[0] = new Fraction[] {TENTH, NINE};
        assertEquals("after beer not is better than duel", fault());
    }

    @Test
    void findsBeliefsAgainstBayes() {
        belief[0] = new Fraction[] {HALF, HALF};
        assertEquals("after beer the belief in type strong must follow Bayes", fault());
    }

    @Test
    void findsSharesThatDoNotSumToOne() {
        sender[1] = new Fraction[] {HALF, ZERO};
        assertEquals("type weak must send messages with shares that sum to 1", fault());
        sender[1] = new Fraction[] {ONE, ZERO};
        response[1] = new Fraction[] {Fraction.of(2, 1), Fraction.of(-1, 1)};
        assertEquals("after quiche actions must have shares that sum to 1", fault());
        response[1] = new Fraction[] {ONE, ZERO};
        belief[1] = new Fraction[] {ONE, ONE};
        assertEquals("after quiche beliefs must be shares that sum to 1", fault());
    }

    @Test
    void findsMessagesATypeDoesNotHave() {
        assertEquals("type weak has no beer", fault(GAME.without("weak", "beer"), List.of(DUEL)));
        assertEquals(
                "after quiche the belief is in type weak, which does not have it",
                fault(GAME.without("weak", "quiche"), List.of(DUEL)));
    }

    @Test
    void findsSetsThatDoNotSustain() {
        assertEquals("message quiche must have sustaining play just if nobody sends it", fault(GAME, List.of()));
        final List<List<Fraction>> beliefs = List.of(List.of(ZERO, ONE), List.of(ONE, ZERO));
        assertEquals(
                "sustaining play, after quiche not is better than duel",
                fault(GAME, List.of(new SustainingPlay(List.of(0), beliefs, DUEL.responses()))));
    }

    @Test
    void findsSetsOfOutcomesThatAreNone() {
        final EquilibriumPiece wrong = new EquilibriumPiece(
                List.of(
                        List.of(List.of(ONE, ZERO), List.of(ONE, ZERO)),
                        List.of(List.of(ZERO, ONE), List.of(ONE, ZERO))),
                List.of(List.of(List.of(ZERO, ONE), List.of(ZERO, ZERO))),
                new EquilibriumPiece.OffPath(
                        List.of(List.of(List.of(ZERO, ONE), List.of(ONE, ZERO))),
                        List.of(List.of(NINE, TENTH), List.of(ZERO, ONE))));
        final var supports = new PerfectBayesianEquilibria.Supports(BigInteger.ONE, BigInteger.ONE, BigInteger.ZERO);
        assertEquals(
                "not proven: a set: type strong gains by sending beer rather than quiche",
                new PerfectBayesianVerifier(GAME)
                        .certify(new PerfectBayesianEquilibria(GAME, List.of(), List.of(wrong), supports))
                        .sentence());
        sender[0] = new Fraction[] {ZERO, ONE};
        final var entry =
                new PerfectBayesianEquilibrium(GAME, sender, response, belief, List.of(List.of(), List.of(DUEL)));
        assertEquals(
                "not proven: entry 0: type strong gains by sending beer rather than quiche",
                new PerfectBayesianVerifier(GAME)
                        .certify(new PerfectBayesianEquilibria(GAME, List.of(entry), List.of(), supports))
                        .sentence());
    }
}
