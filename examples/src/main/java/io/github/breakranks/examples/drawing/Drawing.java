package io.github.breakranks.examples.drawing;

import java.awt.BasicStroke;
import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import org.knowm.xchart.ChartEncoder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** A chart in the making: regions, curves and dots over two axes, the legend beside them so that it hides nothing. What has the name of something drawn before belongs to it. */
public final class Drawing {
    // The colours of Okabe and Ito, which those tell apart who see few.
    /** Dark blue. */
    public static final Color BLUE = new Color(0x0072B2);
    /** Orange. */
    public static final Color ORANGE = new Color(0xE69F00);
    /** Vermilion. */
    public static final Color RED = new Color(0xD55E00);
    /** Bluish green. */
    public static final Color GREEN = new Color(0x009E73);
    /** Grey, for what is not data. */
    public static final Color GREY = new Color(0x757575);

    /** For curves beside each other. */
    public static final List<Color> COLOURS =
            List.of(BLUE, GREEN, RED, ORANGE, new Color(0xCC79A7), new Color(0x56B4E9));

    /** For curves in the background. */
    public static final List<Color> PALE = List.of(new Color(0x8E6BBF), new Color(0x3E9C94), new Color(0xC08A3E));

    private static final Color BAND = new Color(0xC3DAEE);

    private static final List<Marker> MARKERS = List.of(
            SeriesMarkers.CIRCLE,
            SeriesMarkers.SQUARE,
            SeriesMarkers.DIAMOND,
            SeriesMarkers.TRIANGLE_UP,
            SeriesMarkers.TRIANGLE_DOWN,
            SeriesMarkers.CROSS);

    private static final Form DASHED = Form.line(dashes(2.2f, 9, 6), SeriesMarkers.NONE);

    private final String title;
    private final String across;
    private final String up;
    private final String said;
    private final List<Mark> marks;
    private double[] frame = {};
    private double right = Double.NaN;
    private boolean wholeAcross;
    private boolean wholeUp;

    /**
     * An empty drawing.
     *
     * @param title  what it shows
     * @param across what is across, with its unit
     * @param up     what is up, with its unit
     */
    public Drawing(String title, String across, String up) {
        this(title, across, up, "", List.of());
    }

    private Drawing(String title, String across, String up, String said, List<Mark> marks) {
        this.title = title;
        this.across = across;
        this.up = up;
        this.said = said;
        this.marks = new ArrayList<>(marks);
    }

    /** How something is drawn: a line, dots or a region. */
    private record Form(XYSeriesRenderStyle style, BasicStroke stroke, Marker marker) {
        static Form line(BasicStroke stroke, Marker marker) {
            return new Form(XYSeriesRenderStyle.Line, stroke, marker);
        }

        static Form dots(Marker marker) {
            return new Form(XYSeriesRenderStyle.Scatter, solid(1), marker);
        }
    }

    /** Something drawn. */
    private record Mark(String name, boolean legend, Color colour, Form form, double[] across, double[] up) {}

    /** A copy of this drawing under another title. */
    public Drawing titled(String newTitle) {
        return copy(newTitle, said);
    }

    /** A copy of this drawing with more said in words, for those who search or listen. */
    public Drawing saying(String words) {
        return copy(title, said + "; " + words);
    }

    private Drawing copy(String newTitle, String newSaid) {
        final Drawing copy = new Drawing(newTitle, across, up, newSaid, marks);
        copy.frame = frame;
        copy.right = right;
        copy.wholeAcross = wholeAcross;
        copy.wholeUp = wholeUp;
        return copy;
    }

    /** What it shows. */
    public String title() {
        return title;
    }

    /** What the legend says, in order. */
    public List<String> legend() {
        return marks.stream().filter(Mark::legend).map(Mark::name).toList();
    }

    /** The points of what the legend calls by this name: across, and up. */
    public double[][] points(String name) {
        final Mark mark = marks.stream()
                .filter(each -> each.name.equals(name))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("name must be one of " + legend() + ", but was \"" + name + "\""));
        return new double[][] {mark.across.clone(), mark.up.clone()};
    }

    /** Where it ends to the right, without the margin. */
    public double right() {
        return right;
    }

    /** This drawing, from 0 to so far across and from 0 to 100 up, with a margin so that the ends get their numbers. */
    public Drawing upTo(double rightEnd) {
        return within(0, rightEnd, 0, 100);
    }

    /** This drawing between these ends, with a margin so that the ends get their numbers. */
    public Drawing within(double left, double rightEnd, double bottom, double top) {
        right = rightEnd;
        final double wide = 0.02 * (right - left);
        final double high = 0.02 * (top - bottom);
        frame = new double[] {left - wide, right + wide, bottom - high, top + high};
        return this;
    }

    /** This drawing, once it has its ends, with only whole numbers across: what is counted has no halves. */
    public Drawing countingAcross() {
        wholeAcross = true;
        return this;
    }

    /** This drawing, once it has its ends, with only whole numbers up. */
    public Drawing countingUp() {
        wholeUp = true;
        return this;
    }

    /** A curve. */
    public void line(String name, Color colour, double[] across, double... up) {
        add(name, colour, Form.line(solid(2.2f), SeriesMarkers.NONE), across, up);
    }

    /** A curve in the background. */
    public void thin(String name, Color colour, double[] across, double... up) {
        add(name, colour, Form.line(solid(1.3f), SeriesMarkers.NONE), across, up);
    }

    /** A curve of dashes. */
    public void dashed(String name, Color colour, double[] across, double... up) {
        add(name, colour, DASHED, across, up);
    }

    /** A curve with a dot at each value. */
    public void dotted(String name, Color colour, double[] across, double... up) {
        add(name, colour, Form.line(solid(1.5f), SeriesMarkers.CIRCLE), across, up);
    }

    /** A curve with a mark at each value, in colour and form the k-th of a few. */
    public void marked(String name, int k, double[] across, double... up) {
        final Marker marker = MARKERS.get(k % MARKERS.size());
        add(name, COLOURS.get(k % COLOURS.size()), Form.line(solid(1.5f), marker), across, up);
    }

    /** A dotted arrow straight up or down. */
    public void arrow(String name, Color colour, double across, double from, double to) {
        final Marker head = to > from ? SeriesMarkers.TRIANGLE_UP : SeriesMarkers.TRIANGLE_DOWN;
        final Form shaft = Form.line(dashes(1.8f, 2, 4), SeriesMarkers.NONE);
        add(name, colour, shaft, new double[] {across, across}, new double[] {from, to});
        add(name, colour, Form.dots(head), new double[] {across}, new double[] {to});
    }

    /** Dots without a curve. */
    public void dots(String name, boolean round, double[] across, double... up) {
        final Marker marker = round ? SeriesMarkers.CIRCLE : SeriesMarkers.DIAMOND;
        add(name, Color.BLACK, Form.dots(marker), across, up);
    }

    /** A colour through which others can be seen. */
    public static Color pale(Color colour) {
        return seeThrough(colour, 60);
    }

    /** The same, but stronger. */
    public static Color lessPale(Color colour) {
        return seeThrough(colour, 130);
    }

    private static Color seeThrough(Color colour, int alpha) {
        return new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), alpha);
    }

    /** A region between corners. */
    public void region(String name, Color colour, double[] across, double... up) {
        final Form form = new Form(XYSeriesRenderStyle.PolygonArea, solid(1), SeriesMarkers.NONE);
        add(name, colour, form, across, up);
    }

    /** Where more curves run than can be told apart: what lies between the lowest and the highest of them at each point across. */
    public void band(String name, double[] across, double[][] curves) {
        band(name, BAND, across, curves);
    }

    /** The same in a colour of its own, which may let others shine through. */
    public void band(String name, Color colour, double[] across, double[][] curves) {
        final int points = across.length;
        final double[] x = new double[2 * points + 1]; // to the right along the lowest, and back along the highest
        final double[] y = new double[2 * points + 1];
        for (int k = 0; k < points; k++) {
            final int point = k;
            final DoubleSummaryStatistics here =
                    Arrays.stream(curves).mapToDouble(curve -> curve[point]).summaryStatistics();
            x[k] = across[k];
            y[k] = here.getMin();
            x[2 * points - 1 - k] = across[k];
            y[2 * points - 1 - k] = here.getMax();
        }
        x[2 * points] = x[0];
        y[2 * points] = y[0];
        region(name, colour, x, y);
    }

    /** Only the first of a name stands in the legend. */
    private void add(String name, Color colour, Form form, double[] x, double... y) {
        final boolean first = marks.stream().noneMatch(mark -> mark.name.equals(name));
        marks.add(new Mark(name, first, colour, form, x, y));
    }

    private static BasicStroke solid(float width) {
        return new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    }

    private static BasicStroke dashes(float width, float drawn, float left) {
        return new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, new float[] {drawn, left}, 0);
    }

    /** What is drawn, laid out anew. */
    XYChart chart() {
        final XYChart chart = Layout.empty(title, across, up);
        if (frame.length > 0) {
            chart.getStyler()
                    .setXAxisMin(frame[0])
                    .setXAxisMax(frame[1])
                    .setYAxisMin(frame[2])
                    .setYAxisMax(frame[3]);
            Layout.count(chart, wholeAcross ? frame[1] - frame[0] : 0, wholeUp ? frame[3] - frame[2] : 0);
        }
        for (int k = 0; k < marks.size(); k++) {
            final Mark mark = marks.get(k);
            final boolean dashed = mark.form.equals(DASHED) && frame.length > 0;
            final double[][] points = {mark.across, mark.up};
            final double[][] shown = dashed ? Dashes.of(points, frame[1] - frame[0], frame[3] - frame[2]) : points;
            final XYSeries series = chart.addSeries(String.valueOf(k), shown[0], shown[1]);
            series.setLabel(Layout.wrapped(mark.name)).setShowInLegend(mark.legend);
            series.setXYSeriesRenderStyle(mark.form.style).setFillColor(mark.colour);
            series.setLineStyle(mark.form.stroke).setLineColor(mark.colour);
            series.setMarker(mark.form.marker).setMarkerColor(mark.colour);
        }
        return chart;
    }

    /** As a PNG image. */
    public byte[] png() {
        try {
            return ChartEncoder.getBytes(chart(), "png");
        } catch (IOException thrown) {
            throw new UncheckedIOException("an image in memory", thrown);
        }
    }

    /** As an SVG image. Letters are drawn as outlines, so that what they say is added for those who search or listen. */
    public String svg() {
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ChartEncoder.saveChart(chart(), bytes, "svg");
        } catch (IOException thrown) {
            throw new UncheckedIOException("an image in memory", thrown);
        }
        final String svg = bytes.toString(StandardCharsets.UTF_8);
        final int open = svg.indexOf('>', svg.indexOf("<svg")) + 1;
        return svg.substring(0, open) + "\n  <title>" + escaped(title) + "</title><desc>across: " + escaped(across)
                + "; up: " + escaped(up + said) + "</desc>" + svg.substring(open);
    }

    /** Writes the drawing as SVG and PNG under this name. */
    public void write(Path out, String name) {
        try {
            Files.writeString(out.resolve(name + ".svg"), svg());
            Files.write(out.resolve(name + ".png"), png());
        } catch (IOException thrown) {
            throw new UncheckedIOException(
                    out.resolve(name) + " must be a file that can be written, but was refused", thrown);
        }
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
