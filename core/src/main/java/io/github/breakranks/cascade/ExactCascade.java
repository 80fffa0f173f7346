package io.github.breakranks.cascade;

import io.github.breakranks.answer.Answer;
import io.github.breakranks.answer.Certificate;
import io.github.breakranks.answer.Solver;
import io.github.breakranks.answer.Watch;
import io.github.breakranks.internal.Checks;
import io.github.breakranks.network.Network;
import java.math.BigInteger;
import java.util.List;
import java.util.Objects;
import org.apache.commons.math3.fraction.BigFraction;

/**
 * The expected spread of a contagion that draws thresholds or links, as a fraction, by going through all worlds of live links.
 *
 * <pre>{@code
 *   E #S = sum over worlds w of P(w) #{ i : the start reaches i over links live in w }
 *
 *   independent      each link lives with its chance
 *   linear, random   each agent draws one of the links to him with its weight (1/d if random shares), or none
 * }</pre>
 *
 * <p>Chances and weights are the fractions of a denominator up to a million that round to them, else the decimals they print as ({@code
 * Fraction.nearest}): 0.1 is 1/10 and 1.0 / 3 is 1/3, but 1.0 / 1000003 is a decimal of seventeen digits. The certificate plays the contagion round by round with fractions,
 * which knows nothing of live links. Cost: the worlds, exponential in the links that the start may reach; refused beyond {@link #most}, since
 * {@link NetworkEnsemble} draws as many worlds as one likes.
 *
 * @see <a href="https://doi.org/10.1145/956750.956769">D. Kempe, J. Kleinberg and E. Tardos (2003), "Maximizing the spread of influence
 *     through a social network", KDD</a>
 * @param cascade what spreads, from whom, among whom; its seed and threads are not used
 * @param most    the most worlds to go through [count], at least 1
 */
public record ExactCascade(NetworkCascade cascade, int most) implements Solver<Network, ExactSpread> {
    private static final int USUAL = 1 << 20;

    public ExactCascade {
        Objects.requireNonNull(cascade, "cascade");
        Checks.count(1, "most", "worlds", most);
    }

    /** Through a million worlds at most: a few seconds. */
    public static ExactCascade of(NetworkCascade cascade) {
        return new ExactCascade(cascade, USUAL);
    }

    /** This solver with room for so many worlds [count]. */
    public ExactCascade withMost(int newMost) {
        return new ExactCascade(cascade, newMost);
    }

    /** How many worlds of live links there are on this network: what {@link #solve} would go through [count]. */
    public BigInteger worlds(Network network) {
        return new LiveEdges(cascade.chanceLinks(network)).worlds();
    }

    @Override
    public Answer<ExactSpread> solve(Network network, Watch watch) {
        Objects.requireNonNull(watch, "watch");
        final ChanceLinks links = cascade.chanceLinks(network);
        final LiveEdges edges = new LiveEdges(links);
        final BigInteger worlds = edges.worlds();
        if (worlds.compareTo(BigInteger.valueOf(most)) > 0) {
            throw Checks.refused(
                    "worlds of live links must be at most %s [count], but was %s; take NetworkEnsemble, or withMost",
                    most, worlds.bitLength() > 60 ? "about 2^" + (worlds.bitLength() - 1) : worlds);
        }
        final boolean finished = edges.run(watch::mayGoOn);
        final BigFraction[] chances = new BigFraction[network.agents()];
        for (int agent = 0; agent < chances.length; agent++) {
            chances[agent] = edges.chance(agent);
        }
        final ExactSpread spread = new ExactSpread(worlds, chances);
        if (!finished) {
            return new Answer.Stopped<>(
                    spread,
                    new Certificate.Proven("fractions: at least so many go in the mean", List.of()),
                    watch.why(),
                    "raise the limit, or take NetworkEnsemble");
        }
        return new Answer.Found<>(spread, new RoundByRound(links).certify(spread, watch));
    }

    @Override
    public String toString() {
        return "ExactCascade[" + cascade + "]";
    }
}
