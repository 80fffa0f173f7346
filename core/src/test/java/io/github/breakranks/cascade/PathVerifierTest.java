package io.github.breakranks.cascade;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.BitSet;
import org.junit.jupiter.api.Test;

/** The certificate of a path can fail: paths that nobody would walk. */
class PathVerifierTest {
    private static final int[] CHAIN = {0, 1, 2};

    private static String sentence(Dynamics dynamics, EventLog log, boolean rested) {
        return new PathVerifier(log, dynamics, new PathVerifier.Counted(CHAIN))
                .certify(rested)
                .sentence();
    }

    private static EventLog log(boolean reversible) {
        return new EventLog(3, new BitSet(), reversible);
    }

    @Test
    void seesWhoWentTooSoon() {
        final EventLog log = log(false);
        log.goes(0, 1);
        log.goes(2, 2);

        assertEquals(
                "not proven: counted again, one moved who did not want to", sentence(Dynamics.clock(), log, false));
    }

    /** In rounds what happens in a round is seen in the next; with a lag, later still. */
    @Test
    void seesWhoHadNotHeard() {
        final EventLog atOnce = log(false);
        atOnce.goes(0, 1);
        atOnce.goes(1, 1);
        final EventLog next = log(false);
        next.goes(0, 1);
        next.goes(1, 2);

        assertEquals(
                "not proven: counted again, one moved who did not want to", sentence(Dynamics.rounds(), atOnce, false));
        assertEquals(
                "proven: integers: whoever moved wanted to; it had not come to rest",
                sentence(Dynamics.rounds(), next, false));
        assertEquals(
                "not proven: counted again, one moved who did not want to",
                sentence(Dynamics.rounds().withLag(1), next, false));
    }

    @Test
    void seesWhoStillWantsToMove() {
        final EventLog log = log(false);
        log.goes(0, 1);

        assertEquals("not proven: counted again, one wants to move at the end", sentence(Dynamics.clock(), log, true));
        log.goes(1, 2);
        log.goes(2, 3);
        assertEquals(
                "proven: integers: whoever moved wanted to, and at the end nobody wants to",
                sentence(Dynamics.clock(), log, true));
    }

    @Test
    void seesWhoCameBackForNothing() {
        final EventLog log = log(true);
        log.goes(0, 1);
        log.comesBack(0, 2);

        assertEquals(
                "not proven: counted again, one moved who did not want to",
                sentence(Dynamics.clock().withReturn(), log, false));
    }
}
