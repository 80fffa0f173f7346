package io.github.breakranks.examples.drawing;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.style.Styler.LegendLayout;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.XYStyler;

/** Where title, axes and legend stand, so that all can be read however long they are. */
final class Layout {
    private static final int WIDTH = 1100;
    private static final int HEIGHT = 700;
    private static final int TITLE = 850; // it stands in the middle of the plot, not of the whole
    private static final int PLOT_WIDE = 640; // at least: beside the widest legend
    private static final int PLOT_HIGH = 560;
    private static final int MARGIN = 30;
    private static final int SMALLEST = 9; // letters that can still be read
    private static final int LEGEND = 42; // letters in a line of the legend
    private static final Color GRID = new Color(0xE3E3E3);
    private static final FontRenderContext MEASURE = new FontRenderContext(null, true, true);

    private Layout() {}

    static XYChart empty(String title, String across, String up) {
        final XYChart chart = new XYChartBuilder()
                .width(WIDTH)
                .height(HEIGHT)
                .title(cut(title))
                .xAxisTitle(across)
                .yAxisTitle(up)
                .build();
        final XYStyler styler = chart.getStyler();
        styler.setLegendPosition(LegendPosition.OutsideE).setLegendLayout(LegendLayout.Vertical);
        styler.setLegendBorderColor(Color.WHITE).setLegendFont(font(Font.PLAIN, 12));
        styler.setChartBackgroundColor(Color.WHITE).setPlotBackgroundColor(Color.WHITE);
        styler.setChartTitleFont(fitting(title, Font.BOLD, 14, TITLE))
                .setChartPadding(12)
                .setLocale(Locale.ROOT);
        styler.setAxisTitleFont(fitting(across.length() > up.length() ? across : up, Font.PLAIN, 13, HEIGHT - 70));
        styler.setAxisTickLabelsFont(font(Font.PLAIN, 12));
        styler.setPlotGridLinesStroke(new BasicStroke(1f)); // dashes would be outlined one by one in SVG
        styler.setPlotGridLinesColor(GRID).setPlotMargin(0).setPlotContentSize(1.0);
        styler.setYAxisTickMarkSpacingHint(60).setMarkerSize(8);
        styler.setXAxisTickLabelsFormattingFunction(Layout::tick).setYAxisTickLabelsFormattingFunction(Layout::tick);
        return chart;
    }

    /** So few numbers that none stands for a half, on axes that go so far; 0 for one that counts nothing. */
    static void count(XYChart chart, double wide, double high) {
        final XYStyler styler = chart.getStyler();
        if (wide > 0) {
            styler.setXAxisTickMarkSpacingHint(
                    Math.max(styler.getXAxisTickMarkSpacingHint(), (int) (PLOT_WIDE / wide)));
        }
        if (high > 0) {
            styler.setYAxisTickMarkSpacingHint(
                    Math.max(styler.getYAxisTickMarkSpacingHint(), (int) (PLOT_HIGH / high)));
        }
    }

    private static String tick(double value) {
        return Math.abs(value) < 1e-12
                ? "0"
                : new BigDecimal(value)
                        .round(new MathContext(6))
                        .stripTrailingZeros()
                        .toPlainString();
    }

    private static Font font(int style, int size) {
        return new Font(Font.SANS_SERIF, style, size);
    }

    /** As large as fits into so many pixels, down to a size that can still be read. */
    private static Font fitting(String text, int style, int most, int pixels) {
        int size = most;
        while (size > SMALLEST
                && font(style, size).getStringBounds(text, MEASURE).getWidth() > pixels - MARGIN) {
            size--;
        }
        return font(style, size);
    }

    /** No longer than what fits in the smallest letters. */
    private static String cut(String title) {
        String shown = title;
        while (font(Font.BOLD, SMALLEST).getStringBounds(shown, MEASURE).getWidth() > TITLE - MARGIN) {
            shown = shown.substring(0, shown.length() - 2) + "\u2026";
        }
        return shown;
    }

    /** Broken into lines between words. */
    static String wrapped(String name) {
        final StringBuilder out = new StringBuilder();
        int length = 0;
        for (String word : name.split(" ")) {
            if (length > 0 && length + 1 + word.length() > LEGEND) {
                out.append('\n');
                length = 0;
            } else if (length > 0) {
                out.append(' ');
                length++;
            }
            out.append(word);
            length += word.length();
        }
        return out.toString();
    }
}
