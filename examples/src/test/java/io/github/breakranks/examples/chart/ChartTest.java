package io.github.breakranks.examples.chart;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.breakranks.design.FrontierSolver;
import io.github.breakranks.design.Instrument;
import io.github.breakranks.equilibrium.Axis;
import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.game.Thresholds;
import io.github.breakranks.offer.Curve;
import io.github.breakranks.offer.Expiry;
import io.github.breakranks.offer.Offer;
import io.github.breakranks.offer.Reprisal;
import io.github.breakranks.offer.Term;
import io.github.breakranks.population.CostLaw;
import io.github.breakranks.population.Population;
import io.github.breakranks.timing.Waiting;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is saved, shown and refused. */
class ChartTest {
    private static final DefectionGame GAME = DefectionGame.of(
            Population.of(30_000, CostLaw.normal(0.25, 0.12)),
            Offer.cash(0.21).withRefuge(0.30).withCredibility(0.90),
            Reprisal.fading(0.40));

    @TempDir
    private Path directory;

    private String refusal(Runnable call) {
        return assertThrows(IllegalArgumentException.class, call::run).getMessage();
    }

    @Test
    void everyChartIsWrittenBothWays() throws IOException {
        List<Chart> charts = List.of(
                Chart.bestReply(GAME),
                Chart.bestReply(Thresholds.of(0, 1, 2, 3)),
                Chart.manifold(GAME, Term.CASH),
                Chart.phases(GAME, Axis.over(Term.CASH, 0, 0.4, 8), Axis.over(Term.CREDIBILITY, 0.5, 1, 8)),
                Chart.cascade(GAME),
                Chart.cascade(NetworkChartsTest.MEN),
                Chart.cascade(NetworkChartsTest.runs()),
                Chart.cascade(NetworkChartsTest.aware()),
                Chart.paths(GAME, Waiting.at(0.1), Expiry.open(), Expiry.hazard(0.1), Expiry.at(30)),
                Chart.frontier(FrontierSolver.of(Instrument.of(Term.CASH).upTo(0.4))
                        .solve(GAME)
                        .orElseThrow()));

        for (Chart chart : charts) {
            Path png = chart.save(directory.resolve("chart.png").toString());
            Path svg = chart.save(directory.resolve("chart.SVG").toString());

            BufferedImage image = ImageIO.read(png.toFile());
            assertEquals(1100, image.getWidth());
            assertEquals(700, image.getHeight());
            long colours = IntStream.range(0, 1100 * 700)
                    .map(k -> image.getRGB(k % 1100, k / 1100))
                    .distinct()
                    .count();
            assertTrue(colours > 20, chart + ": " + colours);
            String text = Files.readString(svg);
            assertTrue(text.contains("<title>" + chart.title() + "</title><desc>across: "), chart.toString());
        }
    }

    @Test
    void theImageSaysInWordsWhatItShows() throws IOException {
        String svg = Files.readString(
                Chart.manifold(GAME, Term.CASH).save(directory.resolve("m.svg").toString()));

        assertTrue(
                svg.contains("<title>Where play rests, by cash: refuge 0.3, credibility 0.9</title>"
                        + "<desc>across: cash [unit of the game]; up: gone where play rests [% of 30000]; "
                        + "Above cash 0.2215 the share that goes jumps from 0.2251 to 0.9525. Once tipped, it falls back "
                        + "(from 0.7749 to 0.0475) only below cash 0.1785.</desc>"),
                svg.substring(0, 1000));
    }

    @Test
    void aTitleIsAValue() throws IOException {
        Chart chart = Chart.cascade(GAME);
        Chart titled = chart.titled("Cash & \"refuge\" < 1");

        assertEquals("How defection spreads from nobody: cash 0.21, refuge 0.3, credibility 0.9", chart.title());
        assertEquals("Cash & \"refuge\" < 1", titled.title());
        assertEquals("Chart[Cash & \"refuge\" < 1]", titled.toString());
        assertEquals(chart.drawing().legend(), titled.drawing().legend());
        assertTrue(titled.drawing().svg().contains("<title>Cash &amp; \"refuge\" &lt; 1</title>"));
        assertEquals("title must not be blank, but was \" \"", refusal(() -> chart.titled(" ")));
    }

    @Test
    void aTitleTooLongIsCutInTheImageAndWholeInItsWords() {
        String title = "A title that goes on and on, ".repeat(20);

        assertTrue(Chart.cascade(GAME).titled(title).drawing().svg().contains("<title>" + title + "</title>"));
    }

    @Test
    void aFileIsReplaced() throws IOException {
        String name = directory.resolve("chart.svg").toString();
        Chart chart = Chart.cascade(GAME);
        String first = Files.readString(chart.save(name));

        assertNotEquals(first, Files.readString(chart.titled("another").save(name)));
        assertEquals(first, Files.readString(chart.save(name)));
    }

    @Test
    void otherFilesAreRefused() throws IOException {
        Chart chart = Chart.cascade(GAME);
        String made = Files.createDirectory(directory.resolve("made.png")).toString();
        String lost = directory.resolve("no").resolve("such.png").toString();

        for (String name : List.of("chart.jpg", "chart", "png", ".pngx", "")) {
            assertEquals("name must end in .png or .svg, but was \"" + name + "\"", refusal(() -> chart.save(name)));
        }
        assertEquals(
                "name must be a file that can be written, but was \"" + made + "\", a directory",
                refusal(() -> chart.save(made)));
        assertEquals(
                "name must lie in a directory that exists, but was \"" + lost + "\"; make the directory first",
                refusal(() -> chart.save(lost)));
        assertFalse(Files.exists(Path.of("chart.jpg")));
    }

    /** The tests run without a screen, as a server does. */
    @Test
    void withoutAScreenShowSaysSo() {
        PrintStream usual = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        String headless = System.getProperty("java.awt.headless");
        org.junit.jupiter.api.Assumptions.assumeTrue(
                java.awt.GraphicsEnvironment.isHeadless(), "a screen: " + headless);
        try {
            System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
            Chart.cascade(GAME).show();
        } finally {
            System.setOut(usual);
        }

        assertEquals(
                "No window: Java sees no screen here. Save the chart instead, as in save(\"chart.png\").",
                printed.toString(StandardCharsets.UTF_8).strip());
    }

    @Test
    void gamesThatHaveNoSuchChartAreRefusedWithTheRemedy() {
        DefectionGame list = GAME.withPopulation(Population.of(0.1, 0.2, 0.3));
        DefectionGame groups = GAME.withPopulation(Population.join(
                Population.of(10, CostLaw.normal(0.2, 0.1)).named("a"),
                Population.of(20, CostLaw.normal(0.3, 0.1)).named("b")));
        DefectionGame falling = GAME.withReprisal(Reprisal.of(Curve.constant(1), Curve.rising(0.4, 1)));
        Axis cash = Axis.over(Term.CASH, 0, 0.4, 3);
        Axis credibility = Axis.over(Term.CREDIBILITY, 0.5, 1, 3);

        assertEquals(
                "population must be a law, but was Population[3 agents listed]; take the law of its costs,"
                        + " Population.of(heads, population.law())",
                refusal(() -> Chart.manifold(list, Term.CASH)));
        assertEquals(
                refusal(() -> Chart.manifold(list, Term.CASH)), refusal(() -> Chart.phases(list, cash, credibility)));
        assertEquals(
                "population must be a single law, but was Population[30 in 2 groups]; take Chart.phases, which follows"
                        + " groups",
                refusal(() -> Chart.manifold(groups, Term.CASH)));
        assertTrue(
                refusal(() -> Chart.manifold(falling, Term.CASH))
                        .startsWith("net gain must rise with the share gone, but "),
                refusal(() -> Chart.manifold(falling, Term.CASH)));
        assertEquals(
                refusal(() -> Chart.manifold(falling, Term.CASH)),
                refusal(() -> Chart.phases(falling, cash, credibility)));
        assertEquals(
                "term must change the net gain, but bonus does not; take another term, or an offer that reaches some",
                refusal(() -> Chart.manifold(GAME, Term.BONUS)));
    }

    @Test
    void axesThatMakeNoPlaneAreRefused() {
        Axis cash = Axis.over(Term.CASH, 0, 0.4, 3);

        assertEquals(
                "across must have at least 2 values [count], but was 1",
                refusal(() -> Chart.phases(GAME, Axis.of(Term.CASH, 0.1), cash)));
        assertEquals(
                "values of up must rise [share], but was 0.4 after 0.5",
                refusal(() -> Chart.phases(GAME, cash, Axis.of(Term.REACH, 0.5, 0.4))));
        assertEquals(
                "axes must vary different terms, but was cash twice", refusal(() -> Chart.phases(GAME, cash, cash)));
    }

    @Test
    void amountsAreReadWithTheirUnit() {
        DefectionGame dollars = DefectionGame.of(
                Population.of(800, CostLaw.normal(25_000, 12_000)).in("USD"),
                Offer.cash(21_000).withRefuge(30_000).withCredibility(0.9),
                Reprisal.fading(40_000));
        Chart chart = Chart.manifold(dollars, Term.CASH);

        assertEquals("Where play rests, by cash: refuge 30000, credibility 0.9 [USD]", chart.title());
        assertTrue(chart.drawing().svg().contains("<desc>across: cash [USD]; up: gone where play rests [% of 800]; "));
        assertEquals("the offer: cash 21000 USD", chart.drawing().legend().get(0));
        assertArrayEquals(new double[] {21_000, 21_000}, chart.drawing().points("the offer: cash 21000 USD")[0]);
    }
}
