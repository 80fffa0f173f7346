package io.github.breakranks.cascade;

import io.github.breakranks.game.Thresholds;
import io.github.breakranks.internal.Checks;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What it takes to make an agent go, seen from those he watches. Closed: solvers know every kind.
 *
 * <pre>{@code
 *   count        so many of them have gone                      complex contagion, if more than one (Centola and Macy 2007)
 *   share        such a share of them has gone                  (Watts 2002, Morris 2000)
 *   random       a share drawn for each, uniform on (0, 1]      (Kempe, Kleinberg and Tardos 2003)
 *   pressure     the weights of those gone add up to so much
 *   linear       the same, so much drawn for each, uniform on (0, 1]; weights add up to at most 1 (linear threshold)
 *   independent  a link from one of them works; each is tried once, when he goes (independent cascade)
 * }</pre>
 *
 * <p>Whoever watches nobody goes by himself only where nothing is needed. A threshold that cannot be met is legal: he never goes.
 *
 * @see <a href="https://doi.org/10.1145/956750.956769">D. Kempe, J. Kleinberg and E. Tardos (2003), "Maximizing the spread of influence
 *     through a social network", KDD</a>
 * @see <a href="https://doi.org/10.1086/521848">D. Centola and M. Macy (2007), "Complex Contagions and the Weakness of Long Ties",
 *     American Journal of Sociology 113(3), 702-734</a>
 */
public sealed interface Contagion {

    /** He goes once so many of those he watches have gone [count], at least 0; above the number he watches: never. */
    static Contagion count(int needed) {
        return new Count(needed);
    }

    /** Each goes once as many of those <em>he watches</em> have gone as his threshold says [count]. */
    static Contagion thresholds(Thresholds thresholds) {
        return new Own(thresholds);
    }

    /**
     * He goes once such a share of those he watches has gone, compared in whole numbers.
     *
     * @param share in [0, 1], taken as the decimal it prints as: 0.29 of 100 is 29; for a fraction such as 1/49 say
     *              {@link #share(long, long)}
     */
    static Contagion share(double share) {
        final BigDecimal decimal =
                BigDecimal.valueOf(Checks.share("share", share)).stripTrailingZeros();
        if (decimal.scale() > Share.MOST_DIGITS) {
            throw Checks.refused(
                    "share must have at most %s decimal places, but was %s; say a fraction", Share.MOST_DIGITS, share);
        }
        final int places = Math.max(0, decimal.scale());
        return share(
                decimal.movePointRight(places).longValueExact(),
                BigInteger.TEN.pow(places).longValueExact());
    }

    /** He goes once {@code numerator / denominator} of those he watches have gone, compared in whole numbers. */
    static Contagion share(long numerator, long denominator) {
        return new Share(numerator, denominator);
    }

    /** He goes once a share of those he watches has gone that is drawn for him, uniform on (0, 1]: so many of them, each number equally likely. */
    static Contagion randomShares() {
        return new RandomShares();
    }

    /**
     * He goes once the weights of those gone whom he watches add up to so much, finite and at least 0 [unit of the weights].
     *
     * <p>Weights are read as the fractions and decimals that they were most likely written as, and added exactly: three of {@code 1.0 / 3} are
     * 1. Where no common unit fits they are rounded, the largest to some 15 digits; then the certificate says to what. The unit goes with the
     * weights: all weights and thresholds ten times as large change nothing.
     */
    static Contagion pressure(double threshold) {
        return new Pressure(threshold);
    }

    /** The same with a threshold for each agent [unit of the weights]. */
    static Contagion pressures(double... thresholds) {
        return new OwnPressures(thresholds);
    }

    /** Linear threshold: what is needed is drawn for each agent, uniform on (0, 1]; the weights of all he watches add up to at most 1. */
    static Contagion linear() {
        return new Linear();
    }

    /** Independent cascade: each link works with this chance, a share. */
    static Contagion independent(double chance) {
        return new Independent(chance);
    }

    /** Independent cascade: each link works with the chance that is its weight, a share. */
    static Contagion independentByWeight() {
        return new IndependentByWeight();
    }

    /** Independent cascade: each link works with a chance of one over how many the watcher watches (the weighted cascade of the field). */
    static Contagion independentShares() {
        return new IndependentShares();
    }

    /** Whether chance has a say, so that a seed matters. */
    boolean random();

    /**
     * So many of those he watches.
     *
     * @param needed [count], at least 0
     */
    record Count(int needed) implements Contagion {
        public Count {
            Checks.count(0, "needed", "agents", needed);
        }

        @Override
        public boolean random() {
            return false;
        }

        @Override
        public String toString() {
            return needed + " of those watched";
        }
    }

    /**
     * As many of those he watches as his own threshold says.
     *
     * @param thresholds one an agent [count]
     */
    record Own(Thresholds thresholds) implements Contagion {
        public Own {
            Objects.requireNonNull(thresholds, "thresholds");
        }

        @Override
        public boolean random() {
            return false;
        }

        @Override
        public String toString() {
            return "own thresholds";
        }
    }

    /**
     * A share of those he watches.
     *
     * @param numerator   at least 0 and at most the denominator
     * @param denominator from 1 to 10^18
     */
    record Share(long numerator, long denominator) implements Contagion {
        private static final int MOST_DIGITS = 18;
        private static final long MOST = 1_000_000_000_000_000_000L;

        public Share {
            if (denominator < 1 || denominator > MOST) {
                throw Checks.refused("denominator must be from 1 to 10^18, but was %s", denominator);
            }
            if (numerator < 0 || numerator > denominator) {
                throw Checks.refused(
                        "numerator must be from 0 to the denominator, %s, but was %s", denominator, numerator);
            }
        }

        /** Of so many watched, the fewest that are such a share [count]; of nobody, one more than there are unless the share is 0. */
        public int needed(int watched) {
            if (numerator == 0) {
                return 0;
            }
            if (watched == 0) {
                return 1;
            }
            if (numerator <= Long.MAX_VALUE / watched) {
                final long product = numerator * watched;
                return (int) (product / denominator + (product % denominator == 0 ? 0 : 1));
            }
            final BigInteger[] parts = BigInteger.valueOf(numerator)
                    .multiply(BigInteger.valueOf(watched))
                    .divideAndRemainder(BigInteger.valueOf(denominator));
            return parts[0].intValueExact() + parts[1].signum();
        }

        @Override
        public boolean random() {
            return false;
        }

        @Override
        public String toString() {
            return "share " + numerator + "/" + denominator;
        }
    }

    /** A random share of those he watches. */
    record RandomShares() implements Contagion {
        @Override
        public boolean random() {
            return true;
        }

        @Override
        public String toString() {
            return "random shares";
        }
    }

    /**
     * So much weight.
     *
     * @param threshold finite and at least 0 [unit of the weights]
     */
    record Pressure(double threshold) implements Contagion {
        public Pressure {
            Checks.atLeast(0.0, "threshold", "unit of the weights", threshold);
        }

        @Override
        public boolean random() {
            return false;
        }

        @Override
        public String toString() {
            return "pressure " + threshold;
        }
    }

    /** So much weight, by agent. */
    final class OwnPressures implements Contagion {
        private final double[] thresholds;

        private OwnPressures(double... thresholds) {
            this.thresholds = thresholds.clone();
            Checks.count(1, "thresholds", "agents", thresholds.length);
            for (int agent = 0; agent < thresholds.length; agent++) {
                Checks.atLeast(0.0, "thresholds[" + agent + "]", "unit of the weights", thresholds[agent]);
            }
        }

        /** Agents in all [count]. */
        public int agents() {
            return thresholds.length;
        }

        /** What this agent needs [unit of the weights]. */
        public double threshold(int agent) {
            return thresholds[agent];
        }

        @Override
        public boolean random() {
            return false;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof OwnPressures that && Arrays.equals(thresholds, that.thresholds);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(thresholds);
        }

        @Override
        public String toString() {
            return "own pressures";
        }
    }

    /** Linear threshold. */
    record Linear() implements Contagion {
        @Override
        public boolean random() {
            return true;
        }

        @Override
        public String toString() {
            return "linear threshold";
        }
    }

    /**
     * Independent cascade with one chance.
     *
     * @param chance that a link works, a share
     */
    record Independent(double chance) implements Contagion {
        public Independent {
            Checks.share("chance", chance);
        }

        @Override
        public boolean random() {
            return true;
        }

        @Override
        public String toString() {
            return "independent, chance " + chance;
        }
    }

    /** Independent cascade with weights as chances. */
    record IndependentByWeight() implements Contagion {
        @Override
        public boolean random() {
            return true;
        }

        @Override
        public String toString() {
            return "independent, chance by weight";
        }
    }

    /** Independent cascade with one chance in as many as the watcher watches. */
    record IndependentShares() implements Contagion {
        @Override
        public boolean random() {
            return true;
        }

        @Override
        public String toString() {
            return "independent, one chance in those watched";
        }
    }
}
