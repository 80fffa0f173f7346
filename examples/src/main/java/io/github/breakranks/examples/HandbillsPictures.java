package io.github.breakranks.examples;

import io.github.breakranks.cascade.AwareSpread;
import io.github.breakranks.cascade.NetworkSpread;
import io.github.breakranks.examples.HandbillsInTheArmy.Both;
import io.github.breakranks.examples.HandbillsInTheArmy.Offered;
import io.github.breakranks.examples.drawing.Drawing;
import java.awt.Color;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** What the example of handbills draws. */
final class HandbillsPictures {
    private HandbillsPictures() {}

    /** The share gone against the number reached, for both ways, with what nine in ten armies do. */
    static Drawing reached(Offered offered) {
        final List<List<Both>> levels = offered.levels();
        final int men = offered.set().army().soldiers();
        final double[] across = levels.stream()
                .mapToDouble(level -> 100 * HandbillsText.quantile(level, Both::reached, 0.5) / men)
                .toArray();
        final double most = levels.stream()
                .flatMap(List::stream)
                .mapToDouble(one -> 100.0 * Math.max(one.handbills(), one.leaflets()) / men)
                .max()
                .orElse(1);
        final Drawing drawing = new Drawing(
                        "As many reached, by handbills among men of one origin or by leaflets anywhere: cash "
                                + offered.set().offer().cash(),
                        "reached [% of " + men + "]",
                        "gone [% of " + men + "]")
                .within(0, Math.ceil(across[across.length - 1] / 10) * 10, 0, Math.ceil(most));
        drawing.band(
                "handbills, nine in ten armies",
                Drawing.pale(Drawing.BLUE),
                across,
                edges(levels, Both::handbills, men));
        drawing.band(
                "leaflets, nine in ten armies", Drawing.pale(Drawing.RED), across, edges(levels, Both::leaflets, men));
        drawing.dotted("handbills, median", Drawing.BLUE, across, at(levels, Both::handbills, men, 0.5));
        drawing.dotted("leaflets, median", Drawing.RED, across, at(levels, Both::leaflets, men, 0.5));
        return drawing.saying(levels.get(0).size() + " armies drawn");
    }

    private static double[][] edges(List<List<Both>> levels, ToDoubleFunction<Both> gone, int men) {
        return new double[][] {at(levels, gone, men, 0.05), at(levels, gone, men, 0.95)};
    }

    private static double[] at(List<List<Both>> levels, ToDoubleFunction<Both> gone, int men, double below) {
        return levels.stream()
                .mapToDouble(level -> 100 * HandbillsText.quantile(level, gone, below) / men)
                .toArray();
    }

    /** One army round by round: the word, and then those who go, either way. */
    static Drawing path(Muster muster, int carriers) {
        final AwareSpread word = muster.handbills(muster.anybody(carriers));
        final NetworkSpread leaflets = muster.leaflets((int) word.aware());
        final int heard = word.word().rounds();
        final int last = heard + Math.max(word.going().rounds(), leaflets.rounds());
        final Drawing drawing = new Drawing(
                        "One army, round by round: the word passes, then men go",
                        "round [count]",
                        "share of all men [%]")
                .within(0, last, 0, Math.ceil(110 * word.word().share()))
                .countingAcross();
        curve(drawing, "have heard by handbill: " + word.aware(), Drawing.GREY, 0, word.word());
        curve(drawing, "have gone, handbills: " + word.gone(), Drawing.BLUE, heard, word.going());
        curve(drawing, "have gone, as many leaflets: " + leaflets.gone(), Drawing.RED, heard, leaflets);
        return drawing.saying(word.toString());
    }

    private static void curve(Drawing drawing, String name, Color colour, int from, NetworkSpread spread) {
        drawing.dotted(
                name,
                colour,
                IntStream.rangeClosed(0, spread.rounds())
                        .mapToDouble(round -> from + round)
                        .toArray(),
                IntStream.rangeClosed(0, spread.rounds())
                        .mapToDouble(round -> 100 * spread.shareAfter(round))
                        .toArray());
    }
}
