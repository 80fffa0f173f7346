package io.github.breakranks.equilibrium;

import io.github.breakranks.answer.Certificate;
import io.github.breakranks.answer.Range;
import io.github.breakranks.answer.Watch;
import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.internal.TableText;
import io.github.breakranks.offer.Offer;
import io.github.breakranks.population.CostLaw;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * Checks the rest points of groups from the definition of the model alone.
 *
 * <p>For two groups the whole square of shares is covered by boxes: a box without a rest point is excluded because the best replies of its
 * corners miss it, a box with one is shown to hold no other by bounds on the derivatives (Krawczyk 1969, doi 10.1007/BF02234767; Moore 1977,
 * doi 10.1137/0714040). For more groups the least and the greatest are shown: from nobody to the least one, and no further, the best reply
 * contracts.
 */
final class GroupVerifier {
    private static final double ROUNDING = 1e-13; // more than a share may be off
    private static final double MARGIN = 1e-11; // a rest point this far outside a box counts as inside
    private static final double NARROWEST = 1e-9;
    private static final int MOST_BOXES = 400_000;
    private static final int MOST_STEPS = 1 << 18;

    private final DefectionGame game;
    private final List<CostLaw> laws;
    private final double[][] weights;
    private final boolean rises;

    GroupVerifier(DefectionGame game, boolean rises) {
        this.game = game;
        this.laws =
                game.population().groups().stream().map(group -> group.law()).toList();
        this.weights = game.seen();
        this.rises = rises;
    }

    Certificate certify(List<RestPoint> points, List<String> doubts, Watch watch) {
        double worst = 0;
        for (RestPoint point : points) {
            worst = Math.max(worst, residual(shares(point)));
        }
        if (!rises || worst > ROUNDING || laws.stream().anyMatch(law -> !(law.relativeError() < ROUNDING / 4))) {
            return new Certificate.Numeric(worst, "share");
        }
        if (laws.size() == 2 && doubts.isEmpty()) {
            final String gap = coverSquare(points, watch);
            return gap.isEmpty()
                    ? proven("boxes that cover all shares of both groups hold exactly " + points.size()
                            + (points.size() == 1 ? " rest point" : " rest points"))
                    : new Certificate.Unproven("worst residual " + TableText.number(worst, 2) + " [share], but " + gap);
        }
        final boolean both = nothingShortOf(shares(points.get(0)), true, watch)
                && nothingShortOf(shares(points.get(points.size() - 1)), false, watch);
        return both
                ? proven(
                        points.size() == 1
                                ? "the only rest point: climbing from nobody and falling from everybody meet"
                                : "no rest point lies below the least or above the greatest, within 1e-12")
                : new Certificate.Numeric(worst, "share");
    }

    private static Certificate proven(String how) {
        return new Certificate.Proven(
                how,
                List.of("shares within " + ROUNDING, "density and slope bounds as the laws and the gain state them"));
    }

    private static double[] shares(RestPoint point) {
        final double[] shares = new double[point.groups()];
        Arrays.setAll(shares, point::shareOf);
        return shares;
    }

    private double residual(double[] shares) {
        double worst = 0;
        for (int g = 0; g < shares.length; g++) {
            worst = Math.max(worst, Math.abs(game.willing(g, seen(g, shares)) - shares[g]));
        }
        return worst;
    }

    private double seen(int g, double[] shares) {
        double sum = 0;
        for (int h = 0; h < shares.length; h++) {
            sum += weights[g][h] * Math.min(1, Math.max(0, shares[h]));
        }
        return Math.min(1, Math.max(0, sum));
    }

    /** Bounds on how fast group g's best reply rises between what it sees at two corners. */
    private Range steepness(int g, double[] low, double[] high) {
        final double from = seen(g, low);
        final double to = Math.max(from, seen(g, high));
        final Offer offer = game.offer(g);
        final Range heard = steepness(g, offer, from, to);
        return offer.reach() == 1
                ? heard
                : heard.times(Range.of(offer.reach()))
                        .plus(steepness(g, Offer.none(), from, to).times(Range.of(1 - offer.reach())));
    }

    private Range steepness(int g, Offer put, double from, double to) {
        final double lowest = game.gain().of(put, g, from);
        final double highest = Math.max(lowest, game.gain().of(put, g, to));
        final double aside = 16 * Math.ulp(Math.max(Math.abs(lowest), Math.abs(highest)));
        return laws.get(g)
                .densityOver(lowest - aside, highest + aside)
                .times(game.gain().slopeOver(put, g, new Range(from, to)));
    }

    /** Empty if every box that can hold a rest point holds a listed one and no other. */
    private String coverSquare(List<RestPoint> points, Watch watch) {
        final Deque<double[][]> boxes = new ArrayDeque<>();
        boxes.push(new double[][] {{0, 0}, {1, 1}});
        for (int count = 0; !boxes.isEmpty(); count++) {
            if (count > MOST_BOXES || (count & 255) == 255 && !watch.mayGoOn()) {
                return "covering all shares took too long";
            }
            final double[][] box = boxes.pop();
            if (!shrink(box)) {
                continue;
            }
            final long inside =
                    points.stream().filter(point -> near(box, point)).count();
            if (inside <= 1 && atMostOne(box) && (inside == 1 || excluded(box))) {
                continue;
            }
            final int side = box[1][0] - box[0][0] >= box[1][1] - box[0][1] ? 0 : 1;
            if (box[1][side] - box[0][side] < NARROWEST) {
                return "near shares " + TableText.number(box[0][0], 6) + " and " + TableText.number(box[0][1], 6)
                        + " nothing shows how many there are";
            }
            final double middle = box[0][side] + 0.4921875 * (box[1][side] - box[0][side]);
            final double[][] upper = {box[0].clone(), box[1].clone()};
            upper[0][side] = middle;
            box[1][side] = middle;
            boxes.push(upper);
            boxes.push(box);
        }
        return "";
    }

    /** Cuts the box down to the best replies of its corners; false if nothing is left. */
    private boolean shrink(double[][] box) {
        for (double before = Double.POSITIVE_INFINITY, now = width(box); now < 0.8 * before; now = width(box)) {
            before = now;
            for (int g = 0; g < laws.size(); g++) {
                box[0][g] = Math.max(box[0][g], game.willing(g, seen(g, box[0])) - ROUNDING);
                box[1][g] = Math.min(box[1][g], game.willing(g, seen(g, box[1])) + ROUNDING);
                if (box[0][g] > box[1][g]) {
                    return false;
                }
            }
        }
        return true;
    }

    private static double width(double[][] box) {
        double sum = 0;
        for (int g = 0; g < box[0].length; g++) {
            sum += box[1][g] - box[0][g];
        }
        return sum;
    }

    private static boolean near(double[][] box, RestPoint point) {
        for (int g = 0; g < point.groups(); g++) {
            if (point.shareOf(g) < box[0][g] - MARGIN || point.shareOf(g) > box[1][g] + MARGIN) {
                return false;
            }
        }
        return true;
    }

    /** The derivative of {@code x - Phi(x)} in the middle, inverted, and how far it may differ over the box: {@code |C| R}. */
    private record Krawczyk(double[][] inverse, double[][] spread) {}

    private Krawczyk krawczyk(double[][] box) {
        final double[] low = {box[0][0] - MARGIN, box[0][1] - MARGIN};
        final double[] high = {box[1][0] + MARGIN, box[1][1] + MARGIN};
        final double[][] middle = new double[2][2];
        final double[][] radius = new double[2][2];
        for (int g = 0; g < 2; g++) {
            final Range steep = steepness(g, low, high);
            for (int h = 0; h < 2; h++) {
                middle[g][h] = (g == h ? 1 : 0) - (steep.low() + steep.high()) / 2 * weights[g][h];
                radius[g][h] = steep.width() / 2 * weights[g][h] + 1e-14;
            }
        }
        final double determinant = middle[0][0] * middle[1][1] - middle[0][1] * middle[1][0];
        final double[][] inverse = {
            {middle[1][1] / determinant, -middle[0][1] / determinant},
            {-middle[1][0] / determinant, middle[0][0] / determinant}
        };
        final double[][] spread = new double[2][2];
        for (int g = 0; g < 2; g++) {
            for (int h = 0; h < 2; h++) {
                spread[g][h] = Math.abs(inverse[g][0]) * radius[0][h] + Math.abs(inverse[g][1]) * radius[1][h];
            }
        }
        return new Krawczyk(inverse, spread);
    }

    private boolean atMostOne(double[][] box) {
        final double[][] spread = krawczyk(box).spread();
        return spread[0][0] + spread[0][1] < 1 - 1e-9 && spread[1][0] + spread[1][1] < 1 - 1e-9;
    }

    /** Whether Krawczyk's image of the box misses it. */
    private boolean excluded(double[][] box) {
        final Krawczyk k = krawczyk(box);
        final double[] middle = {(box[0][0] + box[1][0]) / 2, (box[0][1] + box[1][1]) / 2};
        final double[] lack = new double[2];
        for (int g = 0; g < 2; g++) {
            lack[g] = middle[g] - game.willing(g, seen(g, middle));
        }
        for (int g = 0; g < 2; g++) {
            final double centre = middle[g] - k.inverse()[g][0] * lack[0] - k.inverse()[g][1] * lack[1];
            double reach = ROUNDING * (Math.abs(k.inverse()[g][0]) + Math.abs(k.inverse()[g][1]));
            for (int h = 0; h < 2; h++) {
                reach += k.spread()[g][h] * (box[1][h] - box[0][h]) / 2;
            }
            if (centre + reach < box[0][g] || centre - reach > box[1][g]) {
                return true;
            }
        }
        return false;
    }

    /** Whether play that climbs from nobody (or falls from everybody) cannot rest before this point: from some step on the map contracts. */
    private boolean nothingShortOf(double[] point, boolean up, Watch watch) {
        double[] x = new double[point.length];
        Arrays.fill(x, up ? 0 : 1);
        for (int step = 0, look = 1; step < MOST_STEPS; step++) {
            if (step == look) {
                look *= 2;
                if (contracts(x, point, up)) {
                    return true;
                }
                if (!watch.mayGoOn()) {
                    return false;
                }
            }
            final double[] next = new double[x.length];
            for (int g = 0; g < x.length; g++) {
                next[g] = game.willing(g, seen(g, x));
            }
            x = next;
        }
        return false;
    }

    private boolean contracts(double[] iterate, double[] point, boolean up) {
        final int n = point.length;
        final double[] low = new double[n];
        final double[] high = new double[n];
        for (int g = 0; g < n; g++) {
            low[g] = Math.min(iterate[g], point[g]) - (up ? 0 : MARGIN);
            high[g] = Math.max(iterate[g], point[g]) + (up ? MARGIN : 0);
        }
        final double[] most = new double[n];
        for (int g = 0; g < n; g++) {
            most[g] = steepness(g, low, high).high();
        }
        double[] vector = new double[n];
        Arrays.fill(vector, 1);
        for (int round = 0; round < 200; round++) { // the sum of 1, J, J^2, ... times one settles if J shrinks
            final double[] next = new double[n];
            boolean shrinks = true;
            for (int g = 0; g < n; g++) {
                double image = 0;
                for (int h = 0; h < n; h++) {
                    image += most[g] * weights[g][h] * vector[h];
                }
                shrinks &= image < vector[g] * (1 - 1e-12);
                next[g] = 1 + image;
            }
            if (shrinks) {
                return true;
            }
            vector = next;
        }
        return false;
    }
}
