package io.github.breakranks.cascade;

import io.github.breakranks.answer.Fraction;
import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.game.DegreeGame;
import io.github.breakranks.internal.Checks;
import io.github.breakranks.offer.Monotonicity;
import io.github.breakranks.population.CostLaw;

/**
 * How likely a soldier goes when so many of his neighbours have gone: the response function of a cascade among unequal degrees.
 *
 * <pre>{@code
 *   F(m, k) = P(goes | m of his k neighbours have gone)        0 <= m <= k, rising in m
 * }</pre>
 *
 * <p>One without neighbours is asked with {@code F(0, 0)}: he goes only if he goes by himself. Who just reaches his threshold goes.
 *
 * @see <a href="https://doi.org/10.1086/518527">D. Watts and P. Dodds (2007), "Influentials, Networks, and Public Opinion Formation", Journal
 *     of Consumer Research 34(4), 441-458</a>
 */
@FunctionalInterface
public interface Response {

    /**
     * The share of those with {@code degree} neighbours who go when {@code gone} of them have gone.
     *
     * @param gone   neighbours gone [count], from 0 to {@code degree}
     * @param degree neighbours [count], at least 0
     */
    double willing(int gone, int degree);

    /**
     * Everybody goes when such a share of his neighbours has gone (Watts 2002); ties are exact.
     *
     * @param threshold a share above 0, at most 1
     */
    static Response share(Fraction threshold) {
        return new CommonShare(threshold);
    }

    /** The same with the threshold as written: {@code "9/50"} or {@code "0.18"}. */
    static Response share(String threshold) {
        return share(Fraction.parse(threshold));
    }

    /**
     * Thresholds on the share of neighbours gone are spread by a law: {@code F(m, k) = F(m / k)}. Ties with atoms at fractions are exact, since
     * equal fractions divide to equal doubles. Whoever has a threshold of 0 or less goes by himself.
     */
    static Response shares(CostLaw thresholds) {
        return (gone, degree) -> thresholds.cdf(degree == 0 ? 0 : (double) gone / degree);
    }

    /**
     * Everybody goes when so many of his neighbours have gone, however many he has: a simple contagion for 1, a complex one from 2 on.
     *
     * @param neighbours needed [count], at least 1
     */
    static Response count(int neighbours) {
        Checks.count(1, "neighbours", "count", neighbours);
        return (gone, degree) -> gone >= neighbours ? 1 : 0;
    }

    /**
     * The game played on a network: {@code F(m, k)} is the share willing when a share m / k of those they see has gone.
     *
     * @param game of one law, whose net gain rises with the share gone
     */
    static Response of(DefectionGame game) {
        if (game.groups() > 1 || game.population().listed()) {
            throw Checks.refused(
                    "population must be one law, but was %s; take Population.of(heads, law)", game.population());
        }
        final Monotonicity monotonicity = game.monotonicity();
        if (!monotonicity.rises()) {
            throw Checks.refused(
                    "net gain must rise with the share gone, but %s; use a reprisal that fades as more go",
                    monotonicity.sentence());
        }
        return (gone, degree) -> game.willing(0, degree == 0 ? 0 : (double) gone / degree);
    }

    /**
     * Jackson and Yariv's soldiers, seeing who of their neighbours has gone instead of expecting it: {@code H(b + v g(k) m / k)}.
     *
     * @param game whose degrees are those of the network; other degrees are refused when asked for
     */
    static Response of(DegreeGame game) {
        return (gone, degree) -> game.shareOf(degree, degree == 0 ? 0 : (double) gone / degree);
    }
}
