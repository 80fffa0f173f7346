package io.github.breakranks.design;

import io.github.breakranks.answer.Answer;
import io.github.breakranks.answer.Certificate;
import io.github.breakranks.equilibrium.EquilibriumSolver;
import io.github.breakranks.equilibrium.RestPoint;
import io.github.breakranks.equilibrium.RestPoints;
import io.github.breakranks.game.DefectionGame;
import java.util.List;

/** Looks at games through all their rest points, for verifiers: what they bring, what they cost, and whether no rest point is missing. */
final class Beholder {
    private static final double GOLDEN = 0.6180339887498949;
    private static final double NEAR = 0.05; // of the width of the box

    private final OpenTerms terms;

    Beholder(OpenTerms terms) {
        this.terms = terms;
    }

    /** The share relied on, the outlay where it is counted, and whether the rest points behind both are proven to be all. */
    record Seen(double share, double outlay, boolean proven) {}

    /** With the open terms at these values. */
    Seen seen(double... values) {
        final DefectionGame game = terms.at(values);
        final Answer<RestPoints> answer = EquilibriumSolver.solver().solve(game, terms.watch());
        final List<RestPoint> points = answer.value().points();
        if (points.isEmpty()) {
            return new Seen(Double.NaN, Double.NaN, false);
        }
        final RestPoint least = points.get(0);
        final RestPoint greatest = points.get(points.size() - 1);
        return new Seen(
                (terms.reliance() == Reliance.BEST ? greatest : least).share(),
                terms.costs().outlay(game, terms.reliance() == Reliance.LEAST ? least : greatest),
                answer.certificate() instanceof Certificate.Proven);
    }

    /** Values to try, by number: spread over the box, every other one near those found. */
    double[] tried(int number, double[] found, double... highest) {
        final double[] tried = new double[found.length];
        for (int k = 0; k < tried.length; k++) {
            final double at = GOLDEN * (number + 1) * (k + 1) + 0.37 * k * k;
            final double part = at - Math.floor(at);
            final double low = terms.instrument(k).low();
            final double width = highest[k] - low;
            tried[k] = number % 2 == 0
                    ? low + part * width
                    : Math.max(low, Math.min(highest[k], found[k] + 2 * NEAR * (part - 0.5) * width));
        }
        return tried;
    }
}
