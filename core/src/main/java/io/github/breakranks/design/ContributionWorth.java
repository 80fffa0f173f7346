package io.github.breakranks.design;

import io.github.breakranks.internal.Checks;
import java.util.Objects;

/**
 * What a man who brings so much is worth to the host: {@code v(q)}, not falling and concave.
 *
 * <p>A worth of your own needs {@link #of} only. Screening probes it and refuses what falls or is not concave.
 */
@FunctionalInterface
public interface ContributionWorth {

    /** The worth of one who brings so much [unit of the game], finite. */
    double of(double quantity);

    /** The worth of the next unit [unit of the game per unit of quantity]; by differences unless a worth knows better. */
    default double marginal(double quantity) {
        return Differences.slope(this::of, quantity);
    }

    /** {@code perUnit * q}: each unit is worth as much as the last. */
    static ContributionWorth linear(double perUnit) {
        return new PowerWorth(perUnit, 1);
    }

    /** {@code scale * q^power}, power in (0, 1]. */
    static ContributionWorth power(double scale, double power) {
        return new PowerWorth(scale, power);
    }

    /** {@code scale * ln(1 + q)}. */
    static ContributionWorth log(double scale) {
        return new LogWorth(scale);
    }

    /** This worth and so much for the man himself, whatever he brings [unit of the game], at least 0. */
    default ContributionWorth withHead(double head) {
        return new HeadWorth(head, this);
    }

    /** {@code scale * q^power}. */
    record PowerWorth(double scale, double power) implements ContributionWorth {
        public PowerWorth {
            Checks.atLeast(0.0, "scale", "unit of the game", scale);
            if (!(power > 0 && power <= 1)) {
                throw Checks.refused("power must be in (0, 1] [exponent], but was %s", power);
            }
        }

        @Override
        public double of(double quantity) {
            return scale * (power == 1 ? quantity : Math.pow(quantity, power));
        }

        @Override
        public double marginal(double quantity) {
            return power == 1 || scale == 0 ? scale : scale * power * Math.pow(quantity, power - 1);
        }

        @Override
        public String toString() {
            return scale + (power == 1 ? " q" : " q^" + power);
        }
    }

    /** {@code scale * ln(1 + q)}. */
    record LogWorth(double scale) implements ContributionWorth {
        public LogWorth {
            Checks.atLeast(0.0, "scale", "unit of the game", scale);
        }

        @Override
        public double of(double quantity) {
            return scale * Math.log1p(quantity);
        }

        @Override
        public double marginal(double quantity) {
            return scale / (1 + quantity);
        }

        @Override
        public String toString() {
            return scale + " ln(1 + q)";
        }
    }

    /** {@code head + v(q)}. */
    record HeadWorth(double head, ContributionWorth brought) implements ContributionWorth {
        public HeadWorth {
            Checks.atLeast(0.0, "head", "unit of the game", head);
            Objects.requireNonNull(brought, "brought");
        }

        @Override
        public double of(double quantity) {
            return head + brought.of(quantity);
        }

        @Override
        public double marginal(double quantity) {
            return brought.marginal(quantity);
        }

        @Override
        public String toString() {
            return head + " + " + brought;
        }
    }
}
