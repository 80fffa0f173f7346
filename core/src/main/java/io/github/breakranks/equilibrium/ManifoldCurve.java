package io.github.breakranks.equilibrium;

import io.github.breakranks.answer.Range;
import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.internal.Checks;
import io.github.breakranks.offer.Curve;
import io.github.breakranks.offer.NetGain;
import io.github.breakranks.offer.Offer;
import io.github.breakranks.offer.Term;
import io.github.breakranks.population.CostLaw;

/** The value of a term at which a share rests, evaluated share by share; what {@link FoldSearch} searches. */
abstract class ManifoldCurve {
    private static final Range ALL = new Range(0, 1);

    /** The value at which the share rests. */
    abstract double value(double share);

    /** The value just above the share: greater than {@link #value} only where no cost lies between. */
    abstract double valueFromRight(double share);

    /** {@code Phi'} along the curve at that share; the curve rises where it is below 1. NaN where not known. */
    abstract double slope(double share);

    /** How far the value may be off where it is a quotient of small differences. */
    double rounding(double share) {
        return 0;
    }

    /** The least value that an offer can have. */
    double lowest() {
        return Double.NEGATIVE_INFINITY;
    }

    /** The greatest value that an offer can have. */
    double highest() {
        return Double.POSITIVE_INFINITY;
    }

    /** A bound on {@code Phi'} everywhere; infinity if there is none, NaN if not known. */
    double steepest() {
        return Double.NaN;
    }

    /** Shares with a step of the curve that must be looked at, ascending; empty if there are none. */
    double[] steps() {
        return new double[0];
    }

    static ManifoldCurve of(CostLaw law, Curve company) {
        return new Shift(law, company);
    }

    static ManifoldCurve of(DefectionGame game, Term term) {
        if (game.population().listed()) {
            throw Checks.refused(
                    "population must be a law, but was %s; take Population.of(heads, law) or the tipping of the list",
                    game.population());
        }
        if (game.groups() > 1) {
            throw Checks.refused(
                    "population must be a single law, but was %s; ask TippingSolver, which follows groups by bisection",
                    game.population());
        }
        return term == Term.REACH ? new InReach(game) : new InTerm(game, term);
    }

    /** The shares at which a law of atoms has its atoms; empty for others. */
    static double[] atoms(CostLaw law) {
        if (!law.discrete()) {
            return new double[0];
        }
        double[] shares = new double[16];
        int known = 0;
        for (double share = 0; share < 1; share = law.cdf(law.quantileFromRight(share))) {
            if (known == shares.length) {
                shares = java.util.Arrays.copyOf(shares, 2 * known);
            }
            shares[known++] = share;
        }
        return java.util.Arrays.copyOf(shares, known);
    }

    /** Whether no cost lies just above this share; where costs do, the inverse that keeps most digits serves both sides. */
    private static boolean gap(CostLaw law, double share) {
        final double left = law.quantile(share);
        final double right = law.quantileFromRight(share);
        return right > left && law.survival(left) == law.survival(Math.nextDown(right));
    }

    /** {@code b(x) = F^-1(x) - a(x)}. */
    private static final class Shift extends ManifoldCurve {
        private final CostLaw law;
        private final Curve company;

        Shift(CostLaw law, Curve company) {
            this.law = law;
            this.company = company;
        }

        @Override
        double value(double share) {
            return cost(share) - company.at(share);
        }

        @Override
        double valueFromRight(double share) {
            return (gap(law, share) ? law.quantileFromRight(share) : cost(share)) - company.at(share);
        }

        private double cost(double share) {
            return share <= 0.5 || law.discrete() ? law.quantile(share) : law.quantileAbove(1 - share);
        }

        @Override
        double slope(double share) {
            return law.density(cost(share)) * company.slope(share);
        }

        @Override
        double steepest() {
            return law.steepest() * company.slopeOver(0, 1).high();
        }

        @Override
        double[] steps() {
            return atoms(law);
        }
    }

    /** A term of the offer that those see who have heard of it. */
    private static final class InTerm extends ManifoldCurve {
        private final DefectionGame game;
        private final Term term;
        private final CostLaw law;
        private final NetGain gain;
        private final Offer offer;
        private final double reach;

        InTerm(DefectionGame game, Term term) {
            this.game = game;
            this.term = term;
            this.law = game.population().law();
            this.gain = game.gain();
            this.offer = game.offer(0);
            this.reach = offer.reach();
        }

        @Override
        double value(double share) {
            return value(share, false);
        }

        @Override
        double valueFromRight(double share) {
            return value(share, true);
        }

        private double value(double share, boolean fromRight) {
            if (reach == 0) {
                return game.willing(0, share) > share ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
            }
            final double net = gain.of(Offer.none(), 0, share);
            // Rounding may carry a quotient a little beyond 1.
            final double going = reach == 1 ? share : Math.min(1, (share - (1 - reach) * law.cdf(net)) / reach);
            final double staying =
                    reach == 1 ? 1 - share : Math.min(1, (1 - share - (1 - reach) * law.survival(net)) / reach);
            if (going < 0 || staying < 0) {
                return going < 0 ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
            }
            final double cost = fromRight && gap(law, going)
                    ? law.quantileFromRight(going)
                    : going <= 0.5 || law.discrete() ? law.quantile(going) : law.quantileAbove(staying);
            return Double.isInfinite(cost) ? cost : gain.valueFor(term, offer, 0, share, cost);
        }

        @Override
        double slope(double share) {
            final double value = value(share);
            return value >= 0 && value <= term.high() && Double.isFinite(value)
                    ? new BestReply(game.with(term, value)).slope(share)
                    : Double.NaN;
        }

        @Override
        double lowest() {
            return 0;
        }

        @Override
        double highest() {
            return term.high();
        }

        @Override
        double steepest() {
            final double unheard =
                    reach == 1 ? 0 : gain.slopeOver(Offer.none(), 0, ALL).high();
            return law.steepest() * (reach * steepestHeard() + (1 - reach) * unheard);
        }

        /** For all values of the term: known if the slope is the same for all, or changes with the term in a straight line. */
        private double steepestHeard() {
            final double middle = term.isShare() ? 0.5 : 1 + offer.get(term);
            final double low = slopeAt(0);
            final double mid = slopeAt(middle);
            final double high = slopeAt(2 * middle);
            final double most = Math.max(low, high);
            final boolean straight = Math.abs(mid - (low + high) / 2) <= 1e-9 * Math.abs(most) || mid == most;
            return straight && (term.isShare() || low == high) ? most : Double.NaN;
        }

        private double slopeAt(double value) {
            return gain.slopeOver(offer.with(term, value), 0, ALL).high();
        }

        @Override
        double[] steps() {
            return reach == 1 ? atoms(law) : new double[0];
        }
    }

    /** The share that has heard of the offer: {@code (x - F(G_none)) / (F(G_offer) - F(G_none))}. */
    private static final class InReach extends ManifoldCurve {
        private static final double ROUNDINGS = 64;
        private static final double BELOW =
                -16; // of reaches that are none it is said whether they are too low or too high
        private static final double ABOVE = 16;

        private final DefectionGame game;
        private final CostLaw law;

        InReach(DefectionGame game) {
            this.game = game.with(Term.REACH, 1);
            this.law = game.population().law();
        }

        @Override
        double value(double share) {
            final double heard = game.gain(share);
            final double unheard = game.gainUnheard(share);
            final double more =
                    share <= 0.5 ? law.cdf(heard) - law.cdf(unheard) : law.survival(unheard) - law.survival(heard);
            final double wanted = share <= 0.5 ? share - law.cdf(unheard) : law.survival(unheard) - (1 - share);
            if (!(more > 0)) {
                return wanted > 0 ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
            }
            return Math.max(BELOW, Math.min(ABOVE, wanted / more));
        }

        @Override
        double rounding(double share) {
            final double value = value(share);
            if (value <= BELOW || value >= ABOVE) {
                return 0;
            }
            final double heard = game.gain(share);
            final double unheard = game.gainUnheard(share);
            final boolean low = share <= 0.5;
            final double apart =
                    Math.abs(low ? law.cdf(heard) - law.cdf(unheard) : law.survival(unheard) - law.survival(heard));
            final double largest = low ? Math.max(share, law.cdf(heard)) : Math.max(1 - share, law.survival(unheard));
            final double off = apart == 0 ? 0 : ROUNDINGS * Math.ulp(largest) / apart * (1 + Math.abs(value));
            return Double.isFinite(off) ? off : 0;
        }

        @Override
        double valueFromRight(double share) {
            return value(share);
        }

        @Override
        double slope(double share) {
            final double value = value(share);
            return value >= 0 && value <= 1 ? new BestReply(game.with(Term.REACH, value)).slope(share) : Double.NaN;
        }

        @Override
        double lowest() {
            return 0;
        }

        @Override
        double highest() {
            return 1;
        }

        @Override
        double steepest() {
            return law.steepest()
                    * Math.max(
                            game.gain().slopeOver(game.offer(0), 0, ALL).high(),
                            game.gain().slopeOver(Offer.none(), 0, ALL).high());
        }
    }
}
