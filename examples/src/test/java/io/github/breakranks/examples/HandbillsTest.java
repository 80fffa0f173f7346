package io.github.breakranks.examples;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.breakranks.Breakranks;
import io.github.breakranks.cascade.AwareSpread;
import io.github.breakranks.cascade.NetworkSpread;
import io.github.breakranks.examples.HandbillsInTheArmy.Both;
import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.network.Army;
import io.github.breakranks.network.Formation;
import io.github.breakranks.offer.Reprisal;
import io.github.breakranks.population.Population;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Everything printed follows from assumptions; that it follows is checked here from the game alone. */
class HandbillsTest {
    private static final HandbillArmy SMALL =
            HandbillsInTheArmy.USUAL.with(Army.of(1_000).withStray(3).withOrigins(6, 0.8));
    private static final HandbillsText TEXT = HandbillsInTheArmy.text(SMALL, 8);
    private static final String PRINTED = TEXT.text();

    @Test
    void printsWhatIsExpected() throws IOException {
        try (InputStream expected = HandbillsTest.class.getResourceAsStream("handbills.txt")) {
            assertEquals(new String(Objects.requireNonNull(expected).readAllBytes(), StandardCharsets.UTF_8), PRINTED);
        }
        assertTrue(PRINTED.lines().allMatch(line -> line.length() <= 120), PRINTED);
    }

    /** Estimates for living conflicts are never passed off as facts. */
    @Test
    void theFirstLineSaysThatItIsAssumed() {
        assertEquals(
                "Army, ties, origins, costs, offer, reprisal and the passing on of the word are ASSUMED below; nothing is history.",
                PRINTED.lines().findFirst().orElseThrow());
    }

    /** The word passes over the army's ties between men of one origin and over no others. */
    @Test
    void theWordKeepsToTiesOfOrigin() {
        Muster muster = new Muster(SMALL, 3);
        Formation formation = muster.formation();
        for (int soldier = 0; soldier < 1_000; soldier++) {
            int one = soldier;
            assertArrayEquals(
                    formation
                            .network()
                            .watchers(one)
                            .filter(other -> formation.originOf(other) == formation.originOf(one))
                            .toArray(),
                    muster.kin().watchers(one).toArray());
        }
        AwareSpread alone = new Muster(SMALL.withPassed(0), 3).handbills(5, 9);
        assertEquals(2, alone.aware());
        AwareSpread sure = new Muster(SMALL.withPassed(1), 3).handbills(5);
        int[] component = muster.kin().components();
        assertEquals(
                IntStream.of(component).filter(each -> each == component[5]).count(), sure.aware());
    }

    /** Men asked one by one, over and over, until nobody moves: gains and costs alone, no thresholds and no queue. */
    @Test
    void whoGoesFollowsFromTheGame() {
        Muster muster = new Muster(SMALL, 1);
        AwareSpread word = muster.handbills(muster.anybody(80));
        NetworkSpread leaflets = muster.leaflets((int) word.aware());

        assertEquals(played(muster, word.word().order()), word.gone());
        assertEquals(played(muster, muster.readers((int) word.aware())), leaflets.gone());
        assertEquals(0, muster.leaflets(0).gone());
        assertEquals(
                Breakranks.equilibria(game(muster)).least().gone(),
                muster.everybody().gone());
    }

    private static DefectionGame game(Muster muster) {
        Population soldiers = Population.draw(1_000, SMALL.costs(), 8 * 1 + 1);
        return DefectionGame.of(soldiers, SMALL.offer(), Reprisal.fading(0.4))
                .on(muster.formation().network());
    }

    private static long played(Muster muster, int... aware) {
        DefectionGame game = game(muster);
        BitSet gone = new BitSet();
        for (int before = -1; before != gone.cardinality(); ) {
            before = gone.cardinality();
            for (int soldier : aware) {
                double watched = muster.formation().network().watches(soldier);
                long left = muster.formation()
                        .network()
                        .watchers(soldier)
                        .filter(gone::get)
                        .count();
                if (game.gain(watched == 0 ? 0 : left / watched)
                        >= game.population().cost(soldier)) {
                    gone.set(soldier);
                }
            }
        }
        return gone.cardinality();
    }

    /** As many reached either way; the more carriers the more have heard, since luck stays the same; and leaders are one a company. */
    @Test
    void bothWaysReachAsMany() {
        Muster muster = new Muster(SMALL, 2);
        int before = 0;
        for (int carriers : new int[] {5, 20, 80, 320}) {
            Both both = Both.of(muster, carriers);
            assertTrue(both.reached() >= Math.max(before, carriers), both.toString());
            assertEquals(both.reached(), muster.readers(both.reached()).length);
            before = both.reached();
        }
        assertEquals(9, muster.leaders().length);
        assertTrue(muster.chosen(9).certifiedRatio() > 0.5);
        assertEquals(1, muster.toldAround(IntStream.range(0, 1_000).toArray()), 1e-12);
    }

    /** Threads change nothing, and no two armies are alike. */
    @Test
    void theSameOnAnyNumberOfThreads() {
        List<Both> together = HandbillsInTheArmy.inEach(SMALL, 4, muster -> Both.of(muster, 80));
        List<Both> alone = IntStream.range(0, 4)
                .mapToObj(run -> Both.of(new Muster(SMALL, run), 80))
                .toList();
        assertEquals(alone, together);
        assertEquals(4, alone.stream().distinct().count());
    }

    /** Men of one origin are not of one cost. */
    @Test
    void costsHaveNothingToDoWithOrigins() {
        Muster muster = new Muster(SMALL, 1);
        Population soldiers = game(muster).population();
        for (int place = 0; place < 6; place++) {
            DoubleSummaryStatistics costs =
                    muster.formation().from(place).mapToDouble(soldiers::cost).summaryStatistics();
            assertEquals(0.25, costs.getAverage(), 4 * 0.12 / Math.sqrt(costs.getCount()));
        }
    }

    @Test
    void aChanceIsAShare() {
        assertEquals(
                "passed must be a share in [0, 1], but was NaN",
                assertThrows(IllegalArgumentException.class, () -> SMALL.withPassed(Double.NaN))
                        .getMessage());
        assertEquals("HandbillArmy[as assumed, 1000 soldiers]", SMALL.toString());
    }

    @Test
    void picturesAreWrittenWhereADirectoryIsNamed(@TempDir Path dir) throws IOException {
        assertEquals("", TEXT.draw());
        assertEquals("\nPICTURES handbills-1 to handbills-3 written to " + dir + "\n", TEXT.draw(dir.toString()));
        try (Stream<Path> files = Files.list(dir)) {
            assertEquals(6, files.count());
        }
        assertTrue(Files.readString(dir.resolve("handbills-2.svg"))
                .contains("by handbills among men of one origin or by leaflets anywhere: cash 0.32</title>"));
    }
}
