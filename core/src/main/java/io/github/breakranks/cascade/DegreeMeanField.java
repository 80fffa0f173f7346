package io.github.breakranks.cascade;

import io.github.breakranks.internal.Binomial;
import io.github.breakranks.internal.Checks;
import io.github.breakranks.network.DegreeLaw;
import java.util.Objects;

/**
 * A cascade on a large random network of which only the degrees are known: a share goes at the start, the others when enough neighbours have.
 *
 * <pre>{@code
 *   q <- rho0 + (1 - rho0) sum_k (k p_k / z) E F(Bin(k-1, q), k)      share gone of those met through a tie, the one who asks left out
 *   rho = rho0 + (1 - rho0) sum_k p_k E F(Bin(k, q), k)               share gone of all
 * }</pre>
 *
 * <p>Ties are as random as the degrees allow (configuration model), so that a large network looks like a tree from each of its nodes. There the
 * rounds are exact: {@code q_n} and {@code rho_(n+1)} are the shares gone after so many rounds in which all look at once.
 *
 * @param degrees  how many neighbours they have; some have one
 * @param response who goes when so many of his neighbours have gone
 * @param seed     rho0, the share that goes at the start, drawn at random
 * @see DegreeMeanFieldSolver
 * @see <a href="https://doi.org/10.1103/PhysRevE.75.056103">J. Gleeson and D. Cahalane (2007), "Seed size strongly affects cascades on random
 *     networks", Physical Review E 75, 056103</a>
 */
public record DegreeMeanField(DegreeLaw degrees, Response response, double seed) {

    public DegreeMeanField {
        Objects.requireNonNull(degrees, "degrees");
        Objects.requireNonNull(response, "response");
        Checks.share("seed", seed);
        if (!(degrees.mean() > 0)) {
            throw Checks.refused(
                    "degrees must give some a neighbour, but was %s; without ties nobody but the seed is moved",
                    degrees);
        }
    }

    /** A cascade on a random network. */
    public static DegreeMeanField of(DegreeLaw degrees, Response response, double seed) {
        return new DegreeMeanField(degrees, response, seed);
    }

    /** This cascade from another seed, a share. */
    public DegreeMeanField withSeed(double newSeed) {
        return new DegreeMeanField(degrees, response, newSeed);
    }

    /** The share gone of those met through a tie one round later, if a share {@code q} of them has gone. */
    public double neighbourShare(double q) {
        Checks.share("q", q);
        double sum = 0;
        for (int k = 1; k <= degrees.largest(); k++) {
            final double met = k * degrees.probability(k) / degrees.mean();
            sum += met == 0 ? 0 : met * willing(k, k - 1, q);
        }
        return joined(sum);
    }

    /** The share gone of all one round later, if a share {@code q} of those met through a tie has gone. */
    public double share(double q) {
        Checks.share("q", q);
        double sum = 0;
        for (int k = 0; k <= degrees.largest(); k++) {
            final double p = degrees.probability(k);
            sum += p == 0 ? 0 : p * willing(k, k, q);
        }
        return joined(sum);
    }

    private double willing(int degree, int others, double q) {
        return Binomial.mean(others, q, m -> checked(response, m, degree));
    }

    private double joined(double willing) {
        return Math.min(1, seed + (1 - seed) * willing);
    }

    /** A share, or the caller's response is refused. */
    static double checked(Response response, int gone, int degree) {
        final double willing = response.willing(gone, degree);
        if (!(willing >= 0 && willing <= 1)) {
            throw Checks.refused("response(%s, %s) must be a share in [0, 1], but was %s", gone, degree, willing);
        }
        return willing;
    }

    @Override
    public String toString() {
        return "DegreeMeanField[" + degrees + ", seed " + seed + "]";
    }
}
