package io.github.breakranks.equilibrium;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LubyScheduleTest {

    /** Luby, Sinclair and Zuckerman (1993): 1 1 2 1 1 2 4 1 1 2 1 1 2 4 8. */
    @Test
    void lengthsAreTheirs() {
        final LubySchedule schedule = new LubySchedule(5);
        assertArrayEquals(
                new int[] {1, 1, 2, 1, 1, 2, 4, 1, 1, 2, 1, 1, 2, 4, 8},
                IntStream.range(0, 15).map(turn -> 1 << schedule.next().level()).toArray());
    }

    @Test
    void everyLengthPassesThroughAllLabels() {
        for (int labels = 1; labels < 40; labels++) {
            final LubySchedule schedule = new LubySchedule(labels);
            final Set<Integer> ofOne = new HashSet<>();
            final Set<Integer> ofFour = new HashSet<>();
            while (ofFour.size() < labels) { // would not end otherwise
                final LubySchedule.Turn turn = schedule.next();
                if (turn.level() == 0 && ofOne.size() < labels) {
                    assertEquals(true, ofOne.add(turn.label()));
                }
                if (turn.level() == 2) {
                    assertEquals(true, ofFour.add(turn.label()));
                }
            }
        }
    }
}
