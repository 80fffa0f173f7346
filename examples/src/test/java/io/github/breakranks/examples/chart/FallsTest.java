package io.github.breakranks.examples.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.breakranks.equilibrium.Axis;
import io.github.breakranks.examples.drawing.Drawing;
import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.offer.Offer;
import io.github.breakranks.offer.Reprisal;
import io.github.breakranks.offer.Term;
import io.github.breakranks.population.CostLaw;
import io.github.breakranks.population.Population;
import io.github.breakranks.regime.FallMap;
import io.github.breakranks.regime.News;
import io.github.breakranks.regime.Stakes;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is drawn of a regime's fall is what the map says. */
class FallsTest {
    private static final DefectionGame GAME =
            DefectionGame.of(Population.of(1_000, CostLaw.empirical(0.6)), Offer.cash(0.3), Reprisal.fading(0.4));

    private static FallMap map(double... precisions) {
        return FallMap.over(
                Axis.over(Term.CASH, 0, 0.6, 13),
                precisions,
                Stakes.winOrLose(0.5),
                News.wordOfMouth(1).withPublic(0.5, 1),
                0.2);
    }

    @Test
    void chancesAreShadedAndSeveralPredictionsHaveAColourOfTheirOwn() {
        final Drawing drawing = Chart.falls(map(0, 1, 2, 3, 4, 6, 8), GAME).drawing();
        final List<String> legend = drawing.legend();
        assertEquals(
                "How likely the regime is to fall, by cash and how public news is: nothing else offered",
                drawing.title());
        assertTrue(legend.stream().anyMatch(name -> name.startsWith("several predictions, what all expect decides: ")));
        assertTrue(legend.contains("onlooker's chance of a fall 0 to 10%"), legend.toString());
        assertTrue(legend.contains("the offer: cash 0.3"), legend.toString());
        assertEquals(
                Math.sqrt(2 * Math.PI),
                drawing.points("below it one prediction whatever is at stake: 2.507")[1][0],
                1e-12);
        assertTrue(drawing.svg().contains("News: private 1.0, all told 0.5"), "words");
        assertTrue(
                drawing.svg().contains("an onlooker's, to whom the strength is normal, mean 0.5, sd 0.2")
                        || drawing.svg()
                                .contains("an onlooker&apos;s, to whom the strength is normal, mean 0.5, sd 0.2"),
                "whose chance");
        assertTrue(drawing.png().length > 10_000);
    }

    @Test
    void newsMustRiseInPublicPrecisionOnly() {
        assertEquals(
                "news must differ in public precision only, which must rise [1 / strength squared], but was News: private 1.0 after"
                        + " News: private 1.0, public 2.0 at 0.5",
                assertThrows(IllegalArgumentException.class, () -> Chart.falls(map(2, 0), GAME))
                        .getMessage());
        assertEquals(
                "news must have at least 2 public precisions [count], but was 1",
                assertThrows(IllegalArgumentException.class, () -> Chart.falls(map(2), GAME))
                        .getMessage());
    }
}
