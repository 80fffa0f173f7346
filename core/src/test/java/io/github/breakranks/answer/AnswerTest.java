package io.github.breakranks.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnswerTest {
    private static final Certificate CHECKED = new Certificate.Numeric(1e-16, "share");

    @Test
    void aFoundAnswerHasItsValue() {
        assertEquals(3, new Answer.Found<>(3, CHECKED).orElseThrow());
    }

    @Test
    void aStoppedAnswerThrowsWithTheRemedyAndKeepsWhatItHas() {
        final Answer<Integer> stopped = new Answer.Stopped<>(2, CHECKED, "time limit of 1s passed", "raise the limit");

        assertEquals(2, stopped.value());
        assertEquals(
                "time limit of 1s passed; raise the limit",
                assertThrows(IllegalStateException.class, stopped::orElseThrow).getMessage());
    }

    @Test
    void certificatesSpeakInSentences() {
        final List<String> assuming = new ArrayList<>(List.of("cdf within 1e-14", "that all is well"));
        final Certificate proven = new Certificate.Proven("counted twice", assuming);
        assuming.clear();

        assertEquals("proven: counted twice, assuming cdf within 1e-14, that all is well", proven.sentence());
        assertEquals("proven: counted twice", new Certificate.Proven("counted twice", List.of()).sentence());
        assertEquals("checked: worst residual 1.0E-16 [share]", CHECKED.sentence());
        assertEquals("not proven: too near a fold", new Certificate.Unproven("too near a fold").sentence());
    }
}
