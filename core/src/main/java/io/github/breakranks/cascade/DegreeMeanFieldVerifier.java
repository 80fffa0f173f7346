package io.github.breakranks.cascade;

import io.github.breakranks.answer.Certificate;
import io.github.breakranks.answer.Watch;
import io.github.breakranks.network.DegreeLaw;
import org.apache.commons.math3.distribution.BinomialDistribution;

/**
 * Encloses the least root of the neighbours' share from the definition, with binomial chances by Loader's saddle point.
 *
 * <p>Where g rises, no root lies between x and g(x): iteration from the seed that climbs past a share shows that the root is not below it. And
 * where g does not raise a share the least root is no higher. Near a fold iteration is slow and both ends are taken farther out.
 */
final class DegreeMeanFieldVerifier {
    private static final double[] ROOMS = {1e-13, 1e-11, 1e-9, 1e-7, 1e-5}; // share
    private static final double SPREADS = 12; // standard deviations summed over: beyond lies 1e-17 and less
    private static final int MOST_STEPS = 5_000;
    private static final double ROUNDING = 2e-14;

    private final DegreeMeanField model;

    private DegreeMeanFieldVerifier(DegreeMeanField model) {
        this.model = model;
    }

    static Certificate certify(DegreeCascade cascade, Watch watch) {
        return new DegreeMeanFieldVerifier(cascade.model()).enclose(cascade, watch);
    }

    private Certificate enclose(DegreeCascade cascade, Watch watch) {
        final double root = cascade.neighbourShare();
        double reached = model.seed();
        int steps = 0;
        for (double room : ROOMS) {
            final double above = Math.min(1, root + room);
            if (above < 1 && neighbours(above) > above) {
                continue;
            }
            while (reached < root - room && steps++ < MOST_STEPS && watch.mayGoOn()) {
                final double next = neighbours(reached);
                if (next <= reached) {
                    return new Certificate.Unproven(
                            "climbed from the seed, play rests at a neighbours' share of " + reached);
                }
                reached = next;
            }
            if (reached >= root - room) {
                return between(share(Math.max(model.seed(), root - room)), share(above), cascade.share());
            }
        }
        return new Certificate.Unproven("not enclosed within " + ROOMS[ROOMS.length - 1] + ": too close to a fold");
    }

    private static Certificate between(double least, double most, double share) {
        return share >= least - ROUNDING && share <= most + ROUNDING
                ? new Certificate.Numeric(Math.max(ROUNDING, Math.max(most - share, share - least)), "share")
                : new Certificate.Unproven(
                        "the share gone lies between " + least + " and " + most + ", not at " + share);
    }

    private double neighbours(double q) {
        final DegreeLaw degrees = model.degrees();
        double sum = 0;
        for (int k = 1; k <= degrees.largest(); k++) {
            final double chance = k * degrees.probability(k) / degrees.mean();
            sum += chance == 0 ? 0 : chance * mean(k, k - 1, q);
        }
        return model.seed() + (1 - model.seed()) * sum;
    }

    private double share(double q) {
        final DegreeLaw degrees = model.degrees();
        double sum = 0;
        for (int k = 0; k <= degrees.largest(); k++) {
            sum += degrees.probability(k) == 0 ? 0 : degrees.probability(k) * mean(k, k, q);
        }
        return model.seed() + (1 - model.seed()) * sum;
    }

    private double mean(int degree, int others, double q) {
        final BinomialDistribution gone = new BinomialDistribution(null, others, q); // null: nothing is drawn
        final double spread = SPREADS * Math.sqrt(others * q * (1 - q)) + 30;
        final int from = (int) Math.max(0, Math.ceil(others * q - spread));
        final int to = (int) Math.min(others, Math.floor(others * q + spread));
        double sum = 0;
        for (int m = from; m <= to; m++) {
            sum += gone.probability(m) * model.response().willing(m, degree);
        }
        return sum;
    }
}
