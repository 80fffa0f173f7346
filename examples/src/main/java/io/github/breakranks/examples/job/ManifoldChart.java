package io.github.breakranks.examples.job;

import io.github.breakranks.equilibrium.Fold;
import io.github.breakranks.equilibrium.Manifold;
import io.github.breakranks.examples.drawing.Drawing;
import io.github.breakranks.examples.job.ConsistentMeans.Extent;
import io.github.breakranks.offer.Term;
import java.util.ArrayList;
import java.util.List;

/** Draws at which share play rests for every amount offered, with the folds, and beside it what other spreads of costs would make of it. */
final class ManifoldChart {
    private static final int POINTS = 400;
    private static final double TAIL = 10; // log-odds: even in them, the curve is smooth at both ends
    private static final double MOST = 2.0; // offers that were made

    private final Study study;
    private final Answers shown;
    private final double amount;
    private final String unit;

    ManifoldChart(Study study, Answers shown) {
        this.study = study;
        this.shown = shown;
        this.amount = study.history().base().amount();
        this.unit = study.history().base().unit();
    }

    Drawing drawn() {
        final Drawing drawing = new Drawing(
                        "Where play rests, by what is offered (" + Charts.under(shown) + ")",
                        "offer to an ordinary soldier [" + unit + "]",
                        "share gone at rest [%]")
                .upTo(MOST * amount);
        drawing.line("offered", Drawing.GREY, new double[] {amount, amount}, new double[] {0, 100});
        final List<Answers> others = others();
        for (int k = 0; k < others.size(); k++) {
            final double[][] curve = curve(others.get(k));
            final String name =
                    "spread " + Words.number(others.get(k).assumption().spread());
            drawing.thin(name, Drawing.PALE.get(k), curve[0], curve[1]);
        }
        final double[][] curve = curve(shown);
        final String name = "spread " + Words.number(shown.assumption().spread()) + " (the other charts)";
        drawing.line(name, Drawing.BLUE, curve[0], curve[1]);
        folds(drawing, true);
        folds(drawing, false);
        return drawing;
    }

    /** Other spreads under which every share on record can be rested at, up to three: the next, one between and the largest. */
    private List<Answers> others() {
        final Assumption assumption = shown.assumption();
        final List<Answers> others = study.answers().stream()
                .filter(each -> each.set().extent() == Extent.WHOLE
                        && each.assumption().spread() > assumption.spread()
                        && each.assumption().reprisal() == assumption.reprisal()
                        && each.assumption().credibility() == assumption.credibility()
                        && each.assumption().reach() == assumption.reach())
                .toList();
        final int last = others.size() - 1;
        return last < 3 ? others : List.of(others.get(0), others.get(last / 2), others.get(last));
    }

    private double[][] curve(Answers answers) {
        final Manifold manifold = manifold(answers);
        final List<Double> offers = new ArrayList<>();
        final List<Double> shares = new ArrayList<>();
        for (int k = 0; k < POINTS; k++) {
            final double share = 1 / (1 + Math.exp(TAIL * (1 - 2.0 * k / (POINTS - 1))));
            final double value = manifold.value(share);
            if (value >= 0 && value <= MOST) {
                offers.add(amount * value);
                shares.add(100 * share);
            }
        }
        return new double[][] {
            offers.stream().mapToDouble(Double::doubleValue).toArray(),
            shares.stream().mapToDouble(Double::doubleValue).toArray()
        };
    }

    private static Manifold manifold(Answers answers) {
        return Manifold.of(answers.middle().game(), Term.REFUGE);
    }

    private void folds(Drawing drawing, boolean maximum) {
        final List<Fold> folds = manifold(shown).folds().stream()
                .filter(fold -> fold.maximum() == maximum && fold.value() >= 0 && fold.value() <= MOST)
                .toList();
        if (!folds.isEmpty()) {
            drawing.dots(
                    maximum ? "fold: tips above" : "fold: falls back below",
                    maximum,
                    folds.stream().mapToDouble(fold -> amount * fold.value()).toArray(),
                    folds.stream().mapToDouble(fold -> 100 * fold.share()).toArray());
        }
    }
}
