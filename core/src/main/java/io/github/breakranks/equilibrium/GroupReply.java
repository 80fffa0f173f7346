package io.github.breakranks.equilibrium;

import io.github.breakranks.answer.Range;
import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.offer.NetGain;
import io.github.breakranks.offer.Offer;
import io.github.breakranks.population.CostLaw;

/**
 * The best reply of groups that see each other: {@code Phi_g(x) = willing_g(s_g)} with {@code s = W x}, its derivatives and bounds on them.
 */
final class GroupReply {
    private final DefectionGame game;
    private final double[][] seen; // W
    private final CostLaw[] laws;

    GroupReply(DefectionGame game) {
        this.game = game;
        this.seen = game.seen();
        this.laws =
                game.population().groups().stream().map(group -> group.law()).toArray(CostLaw[]::new);
    }

    int groups() {
        return laws.length;
    }

    double[][] seen() {
        return seen;
    }

    /** What group g sees when these shares have gone; never outside [0, 1] by rounding. */
    double seen(int g, double[] gone) {
        double sum = 0;
        for (int h = 0; h < gone.length; h++) {
            sum += seen[g][h] * gone[h];
        }
        return Math.min(1, Math.max(0, sum));
    }

    double[] at(double[] gone) {
        final double[] image = new double[gone.length];
        write(gone, image);
        return image;
    }

    void write(double[] gone, double[] image) {
        for (int g = 0; g < image.length; g++) {
            image[g] = game.willing(g, seen(g, gone));
        }
    }

    /** {@code f_g(G_g(s_g)) G_g'(s_g)}: how fast group g's best reply rises with what it sees. */
    double steepness(int g, double seenShare) {
        final Offer offer = game.offer(g);
        final double reach = offer.reach();
        final double heard = steepness(g, offer, seenShare);
        return reach == 1 ? heard : reach * heard + (1 - reach) * steepness(g, Offer.none(), seenShare);
    }

    private double steepness(int g, Offer put, double seenShare) {
        return density(g, put, seenShare) * game.gain().slope(put, g, seenShare);
    }

    /** The density of group g's costs where those who heard of the offer are indifferent, times the share that heard. */
    double heardDensity(int g, double seenShare) {
        return game.offer(g).reach() * density(g, game.offer(g), seenShare);
    }

    private double density(int g, Offer put, double seenShare) {
        return laws[g].density(game.gain().of(put, g, seenShare));
    }

    /** Bounds on {@link #steepness} over a stretch of what is seen. */
    Range steepnessOver(int g, double from, double to) {
        final Offer offer = game.offer(g);
        final double reach = offer.reach();
        final Range heard = steepnessOver(g, offer, from, to);
        return reach == 1
                ? heard
                : Range.of(reach)
                        .times(heard)
                        .plus(Range.of(1 - reach).times(steepnessOver(g, Offer.none(), from, to)));
    }

    private Range steepnessOver(int g, Offer put, double from, double to) {
        final NetGain gain = game.gain();
        final Range slope = gain.slopeOver(put, g, new Range(from, to));
        if (!(slope.low() >= 0)) {
            return Range.anything();
        }
        final double lowest = gain.of(put, g, from);
        return laws[g].densityOver(lowest, Math.max(lowest, gain.of(put, g, to)))
                .times(slope);
    }

    /** {@code J_gh = steepness_g W_gh} at these shares. */
    double[][] jacobian(double[] gone) {
        final double[][] jacobian = new double[laws.length][laws.length];
        for (int g = 0; g < laws.length; g++) {
            final double steepness = steepness(g, seen(g, gone));
            for (int h = 0; h < laws.length; h++) {
                jacobian[g][h] = steepness * seen[g][h];
            }
        }
        return jacobian;
    }
}
