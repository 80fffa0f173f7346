package io.github.breakranks.cascade;

import io.github.breakranks.answer.Answer;
import io.github.breakranks.answer.Certificate;
import io.github.breakranks.answer.Solver;
import io.github.breakranks.answer.Watch;
import io.github.breakranks.internal.Binomial;
import io.github.breakranks.internal.Checks;
import io.github.breakranks.network.DegreeLaw;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Finds how far a cascade on a large random network gets: the least root of the neighbours' share at or above the seed.
 *
 * <pre>{@code
 *   g(q) = q        g as in DegreeMeanField, rising
 *   step from q below the root:   the greater of   d = g(q) - q
 *                                 and   t > 0 with   d - a t - M t^2 / 2 = 0,     a = 1 - g'(q),   M >= |g''|
 * }</pre>
 *
 * <p>Neither step passes the least root: g rises, and lies above its parabola. Far off the fold the second is Newton's; near a fold, where
 * iteration crawls in {@code O(1 / sqrt(gap))} steps, it takes {@code O(log(1 / gap))}. {@code M} is summed from second differences of the
 * response, {@code sum_k (k p_k / z)(k-1)(k-2) max |F(m+2,k) - 2 F(m+1,k) + F(m,k)|}.
 *
 * <p>The certificate climbs by iteration alone, with binomial chances made by another formula, and looks whether g falls short just above.
 *
 * <p>Cost: a sum over degrees of their spread, {@code O(sum_k min(k, sqrt k))}, some ten to hundred times.
 */
public record DegreeMeanFieldSolver() implements Solver<DegreeMeanField, DegreeCascade> {
    private static final int STILL = 4; // units in the last place that rounding hides; relative, as seeds may be 1e-17
    private static final int MOST_STEPS = 100_000;
    private static final int MOST_ROUNDS = 10_000;
    private static final double ARRIVED = 1e-9; // share missing when the path by rounds ends
    private static final int LARGEST_TABLE =
            2_000; // degree up to which the response is checked and its second differences are looked up

    /** The solver; there is nothing to set. */
    public static DegreeMeanFieldSolver solver() {
        return new DegreeMeanFieldSolver();
    }

    @Override
    public Answer<DegreeCascade> solve(DegreeMeanField model, Watch watch) {
        Objects.requireNonNull(model, "model");
        Objects.requireNonNull(watch, "watch");
        final double curvature = (1 - model.seed()) * curvature(model);
        double q = model.seed();
        for (int step = 0; step < MOST_STEPS; step++) {
            if (!watch.mayGoOn()) {
                return stopped(model, q, watch.why(), "raise the limit");
            }
            final double rise = model.neighbourShare(q) - q;
            if (rise <= STILL * Math.ulp(q) || q == 1) {
                final DegreeCascade found = new DegreeCascade(model, q, model.share(q), path(model, q, watch));
                final Certificate certificate = DegreeMeanFieldVerifier.certify(found, watch);
                return watch.mayGoOn()
                        ? new Answer.Found<>(found, certificate)
                        : stopped(model, q, watch.why(), "raise the limit");
            }
            q = Math.min(1, q + Math.max(rise, safe(rise, 1 - slope(model, q), curvature)));
        }
        return stopped(
                model,
                q,
                MOST_STEPS + " steps taken",
                "take a seed farther from the fold, or fewer of the highest degrees");
    }

    /** Where the parabola {@code d - a t - M t^2 / 2} meets nothing, in the form that does not cancel; infinity if it never does. */
    private static double safe(double rise, double apart, double curvature) {
        if (curvature == 0 && apart <= 0) {
            return Double.POSITIVE_INFINITY;
        }
        final double root = Math.sqrt(apart * apart + 2 * curvature * rise);
        return apart > 0 ? 2 * rise / (apart + root) : (root - apart) / curvature;
    }

    private static Answer<DegreeCascade> stopped(DegreeMeanField model, double q, String why, String remedy) {
        final DegreeCascade sofar = new DegreeCascade(model, q, model.share(q), new double[] {model.seed()});
        return new Answer.Stopped<>(
                sofar, new Certificate.Unproven("not climbed to the end: the least root is no lower"), why, remedy);
    }

    /** {@code g'(q)}: each tie more that has gone is worth the next difference of the response. */
    private static double slope(DegreeMeanField model, double q) {
        final DegreeLaw degrees = model.degrees();
        final Response response = model.response();
        double sum = 0;
        for (int k = 2; k <= degrees.largest(); k++) {
            final int degree = k;
            final double weight = k * degrees.probability(k) / degrees.mean() * (k - 1);
            sum += weight == 0
                    ? 0
                    : weight
                            * Binomial.mean(
                                    k - 2, q, m -> response.willing(m + 1, degree) - response.willing(m, degree));
        }
        return (1 - model.seed()) * sum;
    }

    /** A bound on the second derivative; refuses a response that falls. */
    private static double curvature(DegreeMeanField model) {
        final DegreeLaw degrees = model.degrees();
        double sum = 0;
        for (int k = 1; k <= degrees.largest(); k++) {
            final double met = k * degrees.probability(k) / degrees.mean();
            if (met > 0) {
                final double bend = k <= LARGEST_TABLE ? largestBend(model.response(), k) : 1;
                sum += met * (k - 1) * (k - 2) * bend;
            }
        }
        return sum;
    }

    private static double largestBend(Response response, int k) {
        double largest = 0;
        double before = 0;
        double willing = DegreeMeanField.checked(response, 0, k);
        for (int m = 1; m <= k; m++) {
            final double next = DegreeMeanField.checked(response, m, k);
            if (!(next >= willing)) {
                throw Checks.refused(
                        "response must not fall with the neighbours gone, but was %s at %s of %s and %s at %s",
                        willing, m - 1, k, next, m);
            }
            // Differences of a rising share are at least 0: the first has none before it to bend from.
            largest = m == 1 ? largest : Math.max(largest, Math.abs(next - willing - before));
            before = next - willing;
            willing = next;
        }
        return largest;
    }

    /** The share gone of all, round by round, until it has arrived. */
    private static double[] path(DegreeMeanField model, double root, Watch watch) {
        final double end = model.share(root);
        final List<Double> shares = new ArrayList<>();
        double share = model.seed();
        shares.add(share);
        double q = model.seed();
        while (end - share > ARRIVED && shares.size() <= MOST_ROUNDS && watch.mayGoOn()) {
            share = model.share(q);
            q = model.neighbourShare(q);
            shares.add(share);
        }
        return shares.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
