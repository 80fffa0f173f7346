package io.github.breakranks.examples.chart;

import io.github.breakranks.cascade.AwareSpread;
import io.github.breakranks.cascade.CascadeEnsemble;
import io.github.breakranks.cascade.NetworkSpread;
import io.github.breakranks.examples.drawing.Drawing;
import java.util.Locale;
import java.util.stream.IntStream;

/** Draws how far the runs of a cascade lie apart, and how word runs ahead of going. */
final class Fan {
    private static final int MOST_POINTS = 200;

    private Fan() {}

    static Drawing drawing(CascadeEnsemble runs) {
        int last = 1;
        for (int run = 0; run < runs.runs(); run++) {
            last = (int) Math.max(last, Math.min(1000, Math.ceil(runs.time(run))));
        }
        final int[] times = times(last);
        final double[] across = IntStream.of(times).asDoubleStream().toArray();
        final Drawing drawing = new Drawing(
                        "How defection spreads in " + runs.runs() + " runs of " + runs.size(),
                        "time [" + runs.dynamics().pace().unit() + "]",
                        "gone [%]")
                .within(0, last, 0, Spread.top(100 * runs.quantile(0.95)));
        final double[][] nine = {at(runs, times, 0.05), at(runs, times, 0.95)};
        final double[][] half = {at(runs, times, 0.25), at(runs, times, 0.75)};
        drawing.band("nine of ten runs: " + between(runs, 0.05, 0.95), Drawing.pale(Drawing.BLUE), across, nine);
        drawing.band("half of the runs: " + between(runs, 0.25, 0.75), Drawing.lessPale(Drawing.BLUE), across, half);
        final String median = "median: " + Text.percent(runs.quantile(0.5)) + " in the end";
        drawing.line(median, Drawing.BLUE, across, at(runs, times, 0.5));
        return drawing.saying(String.format(
                Locale.ROOT,
                "the mean is %s, standard error %.2f%%",
                Text.percent(runs.mean()),
                100 * runs.standardError()));
    }

    private static double[] at(CascadeEnsemble runs, int[] times, double runsBelow) {
        return IntStream.of(times)
                .mapToDouble(time -> 100 * runs.quantileAt(time, runsBelow))
                .toArray();
    }

    private static String between(CascadeEnsemble runs, double low, double high) {
        return Text.percent(runs.quantile(low)) + " to " + Text.percent(runs.quantile(high));
    }

    /** Each time, or of many some and the last. */
    private static int[] times(int last) {
        final int every = last / MOST_POINTS + 1;
        return IntStream.concat(IntStream.iterate(0, time -> time < last, time -> time + every), IntStream.of(last))
                .toArray();
    }

    static Drawing drawing(AwareSpread spread) {
        final int heard = spread.word().rounds();
        final int last = Math.max(1, heard + spread.going().rounds());
        final Drawing drawing = new Drawing(
                        "How word spreads among " + spread.word().size() + ", and then defection",
                        "round [count]",
                        "share [%]")
                .within(0, last, 0, Spread.top(100 * spread.word().share()))
                .countingAcross();
        curve(drawing, "have heard: " + Text.percent(spread.word().share()), 0, spread.word());
        curve(drawing, "have gone: " + Text.percent(spread.going().share()), heard, spread.going());
        return drawing.saying(spread.gone() + " of " + spread.aware() + " who have heard go");
    }

    private static void curve(Drawing drawing, String name, int from, NetworkSpread spread) {
        final int[] rounds = times(spread.rounds());
        final double[] across =
                IntStream.of(rounds).mapToDouble(round -> from + round).toArray();
        final double[] up = IntStream.of(rounds)
                .mapToDouble(round -> 100 * spread.shareAfter(round))
                .toArray();
        drawing.marked(name, from == 0 ? 0 : 2, across, up);
    }
}
