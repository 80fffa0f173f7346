package io.github.breakranks.examples;

import io.github.breakranks.examples.HostBound.Form;
import io.github.breakranks.examples.HostBound.Outcome;
import io.github.breakranks.examples.drawing.Drawing;
import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** Draws the share that goes against how deep the host can bind itself. */
final class ParolePicture {
    private static final double DEEPEST = 1.5;
    private static final int STEPS = 150;
    private static final List<Color> COLOURS = List.of(Drawing.RED, Drawing.ORANGE, Drawing.BLUE);

    private ParolePicture() {}

    /** For every escrow a curve for the host that means it, and one of dashes for both hosts. */
    static Drawing of(HostBound set) {
        final Drawing drawing = new Drawing(
                        "Parole or statute, all assumed: " + set.name(),
                        "depth of the one form open beside parole, at 0 parole alone [unit of entrenchment]",
                        "go [% of " + set.game().population().size() + "]")
                .within(0, DEEPEST, 0, 100);
        HostBound.FORMS.stream().filter(form -> form.depth() > 0).forEach(form -> mark(drawing, form));
        for (int k = 0; k < HostBound.ESCROWS.size(); k++) {
            curves(drawing, set, k);
        }
        return drawing.saying("the host means it with chance " + set.prior());
    }

    private static void mark(Drawing drawing, Form form) {
        final double[] there = {form.depth(), form.depth()};
        drawing.thin(form.name() + ", depth " + form.depth(), Drawing.GREY, there, 0, 100);
    }

    private static void curves(Drawing drawing, HostBound set, int k) {
        final double escrow = HostBound.ESCROWS.get(k);
        final List<Outcome> outcomes = IntStream.rangeClosed(0, STEPS)
                .mapToObj(step -> set.outcome(escrow, open(DEEPEST * step / STEPS)))
                .toList();
        final String said = escrow == 0 ? "no escrow" : String.format(Locale.ROOT, "%.0f%% in escrow", 100 * escrow);
        final double[][] meant = steps(outcomes, Outcome::meant);
        final double[][] expected = steps(outcomes, Outcome::expected);
        drawing.line(said + ", the host means it", COLOURS.get(k), meant[0], meant[1]);
        drawing.dashed(said + ", either host", COLOURS.get(k), expected[0], expected[1]);
    }

    private static List<Form> open(double depth) {
        final Form parole = HostBound.FORMS.get(0);
        return depth == 0 ? List.of(parole) : List.of(parole, new Form("law", depth));
    }

    /** Across and up: level between changes, which stand where the new level begins, and the first of them at 0. */
    private static double[][] steps(List<Outcome> outcomes, ToDoubleFunction<Outcome> share) {
        final List<double[]> points = new ArrayList<>();
        double before = 100 * share.applyAsDouble(outcomes.get(0));
        points.add(new double[] {0, before});
        for (int k = 1; k < outcomes.size(); k++) {
            final double there = outcomes.get(k).deepest().depth();
            final double now = 100 * share.applyAsDouble(outcomes.get(k));
            points.add(k == 1 ? new double[] {0, now} : new double[] {there, before});
            points.add(new double[] {there, now});
            before = now;
        }
        return new double[][] {
            points.stream().mapToDouble(point -> point[0]).toArray(),
            points.stream().mapToDouble(point -> point[1]).toArray()
        };
    }
}
