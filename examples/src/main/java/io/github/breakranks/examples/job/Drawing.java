package io.github.breakranks.examples.job;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.knowm.xchart.ChartEncoder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler.LegendLayout;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** A chart in the making: curves and dots over two axes, the legend beside them so that it hides nothing. */
final class Drawing {
    static final Color BLUE = new Color(0x1F5AA6);
    static final Color ORANGE = new Color(0xD9730D);
    static final Color RED = new Color(0xB3261E);
    static final Color GREEN = new Color(0x2E7D32);
    static final Color GREY = new Color(0x757575);

    /** For curves beside each other. */
    static final List<Color> COLOURS = List.of(BLUE, GREEN, RED, ORANGE);

    /** For curves in the background. */
    static final List<Color> PALE = List.of(new Color(0x8E6BBF), new Color(0x3E9C94), new Color(0xC08A3E));

    private static final Color GRID = new Color(0xE3E3E3);

    private final XYChart chart;
    private final String said;

    Drawing(String title, String across, String up) {
        chart = new XYChartBuilder()
                .width(1100)
                .height(700)
                .title(title)
                .xAxisTitle(across)
                .yAxisTitle(up)
                .build();
        said = "<title>" + escaped(title) + "</title><desc>across: " + escaped(across) + "; up: " + escaped(up)
                + "</desc>";
        final XYStyler styler = chart.getStyler();
        styler.setLegendPosition(LegendPosition.OutsideE).setLegendLayout(LegendLayout.Vertical);
        styler.setLegendBorderColor(Color.WHITE).setLegendFont(font(Font.PLAIN, 12));
        styler.setChartBackgroundColor(Color.WHITE).setPlotBackgroundColor(Color.WHITE);
        styler.setChartTitleFont(font(Font.BOLD, 14)).setChartPadding(12).setLocale(Locale.ROOT);
        styler.setAxisTitleFont(font(Font.PLAIN, 13)).setAxisTickLabelsFont(font(Font.PLAIN, 12));
        styler.setPlotGridLinesStroke(new BasicStroke(1f)); // dashes would be outlined one by one in SVG
        styler.setPlotGridLinesColor(GRID).setPlotMargin(0).setPlotContentSize(1.0);
        styler.setYAxisTickMarkSpacingHint(60).setMarkerSize(8);
    }

    private static Font font(int style, int size) {
        return new Font(Font.SANS_SERIF, style, size);
    }

    /** This drawing, from 0 to so far across and from 0 to 100 up, with a margin so that the ends get their numbers. */
    Drawing upTo(double right) {
        chart.getStyler()
                .setXAxisMin(-0.02 * right)
                .setXAxisMax(1.02 * right)
                .setYAxisMin(-2.0)
                .setYAxisMax(102.0);
        return this;
    }

    void line(String name, Color colour, double[] across, double... up) {
        curve(name, colour, new BasicStroke(2.2f), SeriesMarkers.NONE, new double[][] {across, up});
    }

    /** A curve in the background. */
    void thin(String name, Color colour, double[] across, double... up) {
        curve(name, colour, new BasicStroke(1.3f), SeriesMarkers.NONE, new double[][] {across, up});
    }

    /** A curve with a dot at each value. */
    void dotted(String name, Color colour, double[] across, double... up) {
        curve(name, colour, new BasicStroke(1.5f), SeriesMarkers.CIRCLE, new double[][] {across, up});
    }

    /** Dots without a curve. */
    void dots(String name, boolean round, double[] across, double... up) {
        final XYSeries series = chart.addSeries(name, across, up);
        series.setXYSeriesRenderStyle(XYSeries.XYSeriesRenderStyle.Scatter);
        series.setMarker(round ? SeriesMarkers.CIRCLE : SeriesMarkers.DIAMOND).setMarkerColor(Color.BLACK);
    }

    private void curve(String name, Color colour, BasicStroke stroke, Marker marker, double[]... points) {
        final XYSeries series = chart.addSeries(name, points[0], points[1]);
        series.setLineStyle(stroke).setLineColor(colour);
        series.setMarker(marker).setMarkerColor(colour);
    }

    /** Writes the drawing as SVG and PNG under this name. */
    void write(Path out, String name) {
        try {
            final ByteArrayOutputStream svg = new ByteArrayOutputStream();
            ChartEncoder.saveChart(chart, svg, "svg");
            Files.writeString(out.resolve(name + ".svg"), titled(svg.toString(StandardCharsets.UTF_8)));
            Files.write(out.resolve(name + ".png"), ChartEncoder.getBytes(chart, "png"));
        } catch (IOException thrown) {
            throw new UncheckedIOException(
                    out.resolve(name) + " must be a file that can be written, but was refused", thrown);
        }
    }

    /** Letters are drawn as outlines, so that what they say is added for those who search or listen. */
    private String titled(String svg) {
        final int open = svg.indexOf('>', svg.indexOf("<svg")) + 1;
        return svg.substring(0, open) + "\n  " + said + svg.substring(open);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
