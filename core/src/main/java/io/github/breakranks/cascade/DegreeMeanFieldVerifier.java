package io.github.breakranks.cascade;

import io.github.breakranks.answer.Certificate;
import io.github.breakranks.answer.Watch;
import io.github.breakranks.network.DegreeLaw;

/**
 * Encloses the least root of the neighbours' share from the definition, with binomial chances by Pascal's rule.
 *
 * <p>Where g rises, no root lies between x and g(x): iteration from the seed that climbs past a share shows that the root is not below it. And
 * where g does not raise a share the least root is no higher. Near a fold iteration is slow and both ends are taken farther out.
 */
final class DegreeMeanFieldVerifier {
    private static final double[] ROOMS = {1e-13, 1e-11, 1e-9, 1e-7, 1e-5}; // share
    private static final double NEGLIGIBLE = 1e-40; // chance
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
        if (root == reached
                && neighbours(root) <= root) { // no share below the seed is a root, so this is the least, stable or not
            return between(share(root), share(root), cascade.share());
        }
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
        return after(q, true);
    }

    private double share(double q) {
        return after(q, false);
    }

    /** One round later, by Pascal's rule: of k others m have gone if m of the first k - 1 have, or m - 1 and the last. */
    private double after(double q, boolean met) {
        final DegreeLaw degrees = model.degrees();
        final double[] chance = new double[degrees.largest() + 2];
        chance[0] = 1;
        int from = 0; // outside, chances are negligible
        int to = 0;
        double sum = 0;
        for (int others = 0; others <= degrees.largest(); others++) {
            final int degree = met ? others + 1 : others;
            final double weight = degrees.probability(degree) * (met ? degree / degrees.mean() : 1);
            for (int m = from; m <= to && weight > 0; m++) {
                sum += weight * chance[m] * model.response().willing(m, degree);
            }
            chance[++to] = 0;
            for (int m = to; m > from; m--) {
                chance[m] = (1 - q) * chance[m] + q * chance[m - 1];
            }
            chance[from] *= 1 - q;
            while (chance[from] < NEGLIGIBLE) {
                from++;
            }
            while (chance[to] < NEGLIGIBLE) {
                to--;
            }
        }
        return model.seed() + (1 - model.seed()) * sum;
    }
}
