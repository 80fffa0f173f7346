package io.github.breakranks.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.breakranks.Breakranks;
import io.github.breakranks.equilibrium.RestPoint;
import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.offer.Offer;
import io.github.breakranks.offer.Reprisal;
import io.github.breakranks.offer.Term;
import io.github.breakranks.population.CostLaw;
import io.github.breakranks.population.Population;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The README shows code that runs, and output that it prints. */
class ReadmeTest {
    private static final Path ROOT = Path.of("..");
    private static final Path SOURCE =
            Path.of("src", "main", "java", "io", "github", "breakranks", "examples", "FourLines.java");

    @Test
    void theFourLinesAreTheOnesThatRun() throws IOException {
        List<String> source = Files.readAllLines(SOURCE);
        int begin = lineWith(source, "// README: begin");
        int end = lineWith(source, "// README: end");
        List<String> shown = block("```java").stream()
                .map(line -> line.replaceAll("\\s+", " ").strip())
                .toList();

        assertEquals(source.subList(begin + 1, end).stream().map(String::strip).toList(), shown);
    }

    @Test
    void theOutputIsWhatTheyPrint() throws IOException {
        var printed = new ByteArrayOutputStream();
        PrintStream before = System.out;
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            FourLines.main();
        } finally {
            System.setOut(before);
        }
        String shown = String.join(" ", block("```text"));

        assertEquals(
                printed.toString(StandardCharsets.UTF_8).strip().replaceAll("\\s+", " "),
                shown.replaceAll("\\s+", " "));
    }

    /** What it says of a cent more cash, and of a little more than the tipping offer. */
    @Test
    void theNumbersOfTheTextAreThoseOfTheGame() throws IOException {
        String text = Files.readString(ROOT.resolve("README.md")).replaceAll("\\s+", " ");
        var soldiers = Population.of(30_000, CostLaw.normal(0.25, 0.12));
        var offer = Offer.cash(0.22).withRefuge(0.30).withCredibility(0.90);
        var game = DefectionGame.of(soldiers, offer, Reprisal.fading(0.40));
        RestPoint more = Breakranks.equilibria(game).least();
        RestPoint beyond = Breakranks.equilibria(game.with(Term.CASH, 0.2216)).least();

        assertTrue(
                text.contains(String.format(
                        Locale.ROOT,
                        "A cent more cash, .22, would bring %.0f%%; a little above .2215, %.0f%% go.",
                        100 * more.share(),
                        100 * beyond.share())),
                text);
        assertEquals(0.2215, Breakranks.tippingOffer(game, Term.CASH).tippingOffer(), 5e-5);
    }

    @Test
    void everyPageItLinksToExists() throws IOException {
        var links = java.util.regex.Pattern.compile("\\]\\(([^)#:]+)\\)")
                .matcher(Files.readString(ROOT.resolve("README.md")));
        List<String> targets = links.results().map(found -> found.group(1)).collect(Collectors.toList());

        assertTrue(targets.size() >= 4, "links: " + targets);
        for (String target : targets) {
            assertTrue(Files.exists(ROOT.resolve(target)), target);
        }
    }

    private static int lineWith(List<String> lines, String marker) {
        for (int k = 0; k < lines.size(); k++) {
            if (lines.get(k).contains(marker)) {
                return k;
            }
        }
        throw new AssertionError(marker);
    }

    /** The first fenced block of a kind. */
    private static List<String> block(String fence) throws IOException {
        List<String> lines = Files.readAllLines(ROOT.resolve("README.md"));
        int begin = lines.indexOf(fence);
        int end = begin + 1;
        while (!lines.get(end).equals("```")) {
            end++;
        }
        return lines.subList(begin + 1, end);
    }
}
