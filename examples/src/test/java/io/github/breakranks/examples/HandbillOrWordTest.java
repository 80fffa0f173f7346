package io.github.breakranks.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.breakranks.examples.HandbillOrWordOfMouth.Set;
import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.offer.Offer;
import io.github.breakranks.offer.Reprisal;
import io.github.breakranks.population.CostLaw;
import io.github.breakranks.population.Population;
import io.github.breakranks.regime.RegimeFall;
import io.github.breakranks.regime.Stakes;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is printed follows from assumptions; some of it is computed here by other means. */
class HandbillOrWordTest {
    private static final List<Set> SETS = HandbillOrWordOfMouth.sets();

    @Test
    void itPrintsWhatIsExpected() throws IOException {
        final String printed = new HandbillOrWordText(SETS).text();
        try (InputStream expected = HandbillOrWordTest.class.getResourceAsStream("handbill-or-word-of-mouth.txt")) {
            assertEquals(new String(Objects.requireNonNull(expected).readAllBytes(), StandardCharsets.UTF_8), printed);
        }
        assertTrue(printed.lines().allMatch(line -> line.length() <= 120), printed);
        assertEquals(
                "Costs, reprisal, belief, what soldiers know and what is held of the corps' strength are ASSUMED below; nothing is",
                printed.lines().findFirst().orElseThrow());
    }

    /** By word of mouth: the mean of 1 - c/B, each soldier's limited to [0, 1], as a sum over ranks. */
    @Test
    void wordOfMouthIsTheMeanOfWhatEachNeeds() {
        for (final Set set : SETS) {
            final DefectionGame game = set.game();
            final double stands = set.stakes().onlyIfFalls() ? -1 : game.gain(0);
            final double benefit = game.gain(1) - stands;
            double sum = 0;
            final int ranks = 20_000;
            for (int k = 0; k < ranks; k++) {
                final double cost = game.population().law().quantile((k + 0.5) / ranks) - stands;
                sum += Math.min(1, Math.max(0, 1 - cost / benefit)) / ranks;
            }
            assertEquals(sum, set.quiet(), 1e-6, set.name());
        }
    }

    /** An honest handbill is a fair draw: before it is printed, beliefs afterwards average to belief before. */
    @Test
    void anHonestHandbillThatNobodyReadsChangesNothing() {
        final Set set = SETS.get(0);
        assertEquals(
                new NormalDistribution(HandbillOrWordOfMouth.VIEW, HandbillOrWordOfMouth.DOUBT)
                        .cumulativeProbability(set.quiet()),
                set.chanceQuiet(),
                1e-12);
        assertEquals(set.chanceQuiet(), set.chanceHonest(1e-6)[0], 1e-4);
    }

    @Test
    void tablesAndPicturesAreWritten(@TempDir Path directory) throws IOException {
        final DefectionGame alike =
                DefectionGame.of(Population.of(1_000, CostLaw.empirical(0.2)), Offer.cash(0.1), Reprisal.fading(1));
        final Set set = new Set(0.2, Stakes.winOrLose(0), alike);
        final String said = new HandbillOrWordText(List.of(set)).write(directory.toString());
        assertTrue(said.startsWith("\nTABLES AND PICTURES handbill-or-word-1 to handbill-or-word-1 written to "), said);
        final List<String> lines = Files.readAllLines(directory.resolve("handbill-or-word-1.csv"));
        assertEquals(1 + 41 * 41, lines.size());
        assertTrue(lines.get(0).contains("public precision"), lines.get(0));
        assertTrue(Files.size(directory.resolve("handbill-or-word-1.png")) > 10_000);
        assertTrue(Files.readString(directory.resolve("handbill-or-word-1.svg")).contains("How likely the corps"));
    }

    /** A handbill that says weak never brings down less than one that says strong. */
    @Test
    void theStrongerItSaysTheLessFalls() {
        for (final Set set : SETS) {
            final RegimeFall weak = set.told(0.2, 4);
            final RegimeFall strong = set.told(0.6, 4);
            assertTrue(weak.least() >= strong.least() - 1e-12 && weak.greatest() >= strong.greatest() - 1e-12);
        }
    }
}
