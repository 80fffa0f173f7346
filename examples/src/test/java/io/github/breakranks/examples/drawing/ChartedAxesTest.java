package io.github.breakranks.examples.drawing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.knowm.xchart.style.XYStyler;

/** What the axes are told to show. */
class ChartedAxesTest {

    /** Two numbers no nearer to each other than a count is wide. */
    @Test
    void countsHaveNoHalves() {
        for (int agents : new int[] {1, 2, 3, 7, 1000}) {
            XYStyler plain = drawing(agents).chart().getStyler();
            XYStyler counting = drawing(agents)
                    .countingAcross()
                    .countingUp()
                    .titled("counts")
                    .saying("so")
                    .chart()
                    .getStyler();

            assertTrue(counting.getXAxisTickMarkSpacingHint() >= (int) (640 / (1.04 * agents)));
            assertTrue(counting.getYAxisTickMarkSpacingHint() >= (int) (560 / (1.04 * agents)));
            if (agents == 1000) {
                assertEquals(plain.getXAxisTickMarkSpacingHint(), counting.getXAxisTickMarkSpacingHint());
                assertEquals(plain.getYAxisTickMarkSpacingHint(), counting.getYAxisTickMarkSpacingHint());
            }
        }
    }

    private static Drawing drawing(int agents) {
        Drawing drawing = new Drawing("counts", "agents", "agents").within(0, agents, 0, agents);
        drawing.line("all", Drawing.BLUE, new double[] {0, agents}, 0, agents);
        return drawing;
    }
}
