package io.github.breakranks.cascade;

/**
 * What a count of covered sets says of the spread it estimates, wrong with a chance of at most {@code e^-a}.
 *
 * <pre>{@code
 *   spread >= (agents / sets) * ((sqrt(covered + 2a/9) - sqrt(a/2))^2 - a/18)
 *   spread <= (agents / sets) *  (sqrt(covered + a/2) + sqrt(a/2))^2
 * }</pre>
 *
 * <p>The lower bound is for agents chosen without a look at the sets that are counted; the upper one holds for any fixed agents, so also for
 * the best ones, of whom no more sets are covered than {@code covered} allows.
 *
 * @see <a href="https://doi.org/10.1145/3183713.3183749">J. Tang, X. Tang, X. Xiao and J. Yuan (2018), "Online Processing Algorithms for
 *     Influence Maximization", SIGMOD, 991-1005</a>
 */
final class SampleBounds {
    private SampleBounds() {}

    /** The least spread that is likely [agents]. */
    static double lower(double covered, double sets, double agents, double a) {
        final double root = Math.sqrt(covered + 2 * a / 9) - Math.sqrt(a / 2);
        final double least = root <= 0 ? 0 : root * root - a / 18;
        return Math.max(0, least) * (agents / sets);
    }

    /** The greatest spread that is likely [agents]. */
    static double upper(double covered, double sets, double agents, double a) {
        final double root = Math.sqrt(covered + a / 2) + Math.sqrt(a / 2);
        return Math.min(agents, root * root * (agents / sets));
    }

    /** The exponent for each of three bounds at the i-th of all looks there may be, so that none is wrong with a chance above {@code risk}. */
    static double exponent(int look, double risk) {
        return Math.log(3.0 * look * (look + 1) / risk); // the sum over all looks of 1 / (look (look + 1)) is 1
    }
}
