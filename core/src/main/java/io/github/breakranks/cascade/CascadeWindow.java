package io.github.breakranks.cascade;

import io.github.breakranks.answer.Fraction;
import io.github.breakranks.answer.Table;
import io.github.breakranks.answer.Table.Column;
import io.github.breakranks.internal.TableText;
import io.github.breakranks.network.DegreeLaw;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Between which mean degrees a vanishing seed sets off a cascade that reaches a share of everybody: Watts's cascade window.
 *
 * <pre>{@code
 *   sum_k k (k-1) rho_k p_k > z       rho_k = F(1, k)   share of those with k neighbours who go when one of them has   (vulnerable)
 *                                     z                 mean degree
 *   Poisson, one threshold r:   z Q(K-1, z) > 1         K = floor(1/r),   Q regularised upper incomplete gamma function
 * }</pre>
 *
 * <p>Below the window too few are tied; above it nearly everybody has so many neighbours that one of them gone is no reason to go. In
 * between, the vulnerable form a cluster that spans the network.
 *
 * @see CascadeWindowSolver
 * @see <a href="https://doi.org/10.1073/pnas.082090499">D. Watts (2002), "A simple model of global cascades on random networks", PNAS 99(9),
 *     5766-5771</a>
 */
public final class CascadeWindow {
    private final Fraction threshold;
    private final int vulnerable;
    private final double lower;
    private final double upper;

    /** A window, NaN at both ends if there is none. */
    CascadeWindow(Fraction threshold, int vulnerable, double lower, double upper) {
        this.threshold = threshold;
        this.vulnerable = vulnerable;
        this.lower = lower;
        this.upper = upper;
    }

    /**
     * How many vulnerable neighbours one vulnerable soldier sets off on average: {@code sum_k k (k-1) rho_k p_k / z} [count]; 0 where nobody has
     * a link. Works on any degree law and response; whoever goes with no neighbour gone counts as vulnerable.
     */
    public static double branching(DegreeLaw degrees, Response response) {
        Objects.requireNonNull(response, "response");
        double sum = 0;
        for (int k = 2; k <= degrees.largest(); k++) {
            sum += (double) k * (k - 1) * degrees.probability(k) * DegreeMeanField.checked(response, 1, k);
        }
        return sum == 0 ? 0 : sum / degrees.mean();
    }

    /** Whether a vanishing seed sets off a cascade: {@link #branching} is above 1. At exactly 1 it does not. */
    public static boolean spreads(DegreeLaw degrees, Response response) {
        return branching(degrees, response) > 1;
    }

    /** The threshold that all have, a share of neighbours. */
    public Fraction threshold() {
        return threshold;
    }

    /** The most neighbours that one whom a single neighbour moves can have: {@code K = floor(1/r)} [count]. */
    public int vulnerableDegree() {
        return vulnerable;
    }

    /** Whether no mean degree lets a vanishing seed spread; so it is for thresholds above 1/4. */
    public boolean empty() {
        return Double.isNaN(lower);
    }

    /**
     * The mean degree from which on a vanishing seed spreads [ties].
     *
     * @throws IllegalStateException if the window is empty
     */
    public double lower() {
        return required(lower);
    }

    /**
     * The mean degree up to which a vanishing seed spreads [ties].
     *
     * @throws IllegalStateException if the window is empty
     */
    public double upper() {
        return required(upper);
    }

    private double required(double end) {
        if (empty()) {
            throw new IllegalStateException(
                    "no window: whom one neighbour moves has at most " + vulnerable + " neighbours; ask empty() first");
        }
        return end;
    }

    /** Whether a vanishing seed spreads on a Poisson network of this mean degree [ties]. */
    public boolean contains(double meanDegree) {
        return meanDegree > lower && meanDegree < upper;
    }

    /** One row: threshold, largest vulnerable degree, both ends; empty cells where there is no window. */
    public Table table() {
        return Table.of(
                        Column.of("threshold", "share"),
                        Column.of("vulnerable up to", "ties"),
                        Column.of("lower", "ties"),
                        Column.of("upper", "ties"))
                .with(threshold.value(), vulnerable, cell(lower), cell(upper));
    }

    private static @Nullable Double cell(double value) {
        return Double.isNaN(value) ? null : (Double) value;
    }

    /** In a sentence or two. */
    public String explain() {
        final String who = "Who goes when " + threshold
                + " of his neighbours have gone is moved by one of them if he has at most " + vulnerable + ". ";
        return who
                + (empty()
                        ? "On no Poisson network are there enough of these for a vanishing seed to spread."
                        : "On Poisson networks a vanishing seed spreads at mean degrees between "
                                + TableText.number(lower, 6) + " and " + TableText.number(upper, 6) + ".");
    }

    @Override
    public String toString() {
        return "CascadeWindow["
                + (empty() ? "none" : TableText.number(lower, 6) + " to " + TableText.number(upper, 6))
                + " at threshold "
                + (threshold.toString().length() > 20 ? TableText.number(threshold.value(), 6) : threshold) + "]";
    }
}
