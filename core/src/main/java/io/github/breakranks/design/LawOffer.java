package io.github.breakranks.design;

import io.github.breakranks.answer.Answer;
import io.github.breakranks.answer.Range;
import io.github.breakranks.answer.Watch;
import io.github.breakranks.design.SingleOffer.Kind;
import io.github.breakranks.design.SingleOffer.Terms;
import io.github.breakranks.equilibrium.Jump;
import io.github.breakranks.equilibrium.Manifold;
import io.github.breakranks.equilibrium.Tipping;
import io.github.breakranks.equilibrium.TippingSolver;
import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.game.TieRule;
import io.github.breakranks.offer.Term;
import io.github.breakranks.population.CostLaw;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/**
 * The best cash for one law, looked for share by share: {@code (V - M(x)) x}, V net of escrow, M the greatest value of the manifold up to x.
 *
 * <p>Branches between jumps are looked at on a grid, even and in both tails, and at every atom; the best of it is narrowed to where the slope
 * {@code V - p - x p'} passes zero. The share beyond each jump is a candidate at the cash of the jump.
 */
final class LawOffer {
    private static final int EVEN = 600;
    private static final int TAIL = 200;
    private static final double ROUNDING = 1e-9; // shares that count as one
    private static final double MASS = 1e-6; // a share at one cost above this is an atom
    private static final int COSTS = 999; // at which virtual costs are compared

    private final DefectionGame game;
    private final double worth;
    private final double net; // of escrow
    private final Range range;
    private final Watch watch;
    private final CostLaw law;
    private double bestCash;
    private double bestShare;
    private Kind bestKind = Kind.NONE;
    private boolean attained = true;

    LawOffer(DefectionGame game, double worth, Range range, Watch watch) {
        this.game = game;
        this.worth = worth;
        this.net = SingleOffer.net(game, worth, 0);
        this.range = range;
        this.watch = watch;
        this.law = game.population().law();
    }

    /** The best offer; null if the watch stopped the search. */
    @Nullable
    SingleOffer best() {
        final double first = least(range.low());
        final boolean ignored = game.ignores(Term.CASH);
        keep(range.low(), first, ignored ? Kind.IGNORED : Kind.BOUND, true);
        if (!ignored && game.offer().reach() > 0) {
            final double last = least(range.high());
            keep(range.high(), last, Kind.BOUND, true);
            final Answer<Tipping> tipping = TippingSolver.of(Term.CASH).solve(game, watch);
            if (tipping instanceof Answer.Stopped) {
                return null;
            }
            follow(first, last, tipping.value().jumpsUp());
        }
        if (!(bestShare > 0 && net > bestCash)) {
            return watch.mayGoOn() ? SingleOffer.none(game, worth) : null;
        }
        return watch.mayGoOn()
                ? new SingleOffer(
                        game.with(Term.CASH, bestCash),
                        new Terms(worth, bestKind, attained),
                        new double[] {bestCash},
                        new double[] {bestShare},
                        regular())
                : null;
    }

    private void follow(double first, double last, List<Jump> jumps) {
        final Manifold manifold = Manifold.of(game, Term.CASH);
        double from = first;
        for (Jump jump : jumps) {
            if (jump.value() < range.low() || jump.to() <= from) {
                continue;
            }
            if (jump.value() >= range.high()) {
                break;
            }
            branch(manifold, from, Math.max(from, jump.from()));
            land(jump);
            from = jump.to();
        }
        branch(manifold, from, last);
    }

    /** Just above a fold all beyond it come; at its value itself only if those who decide have all the same cost, and go when indifferent. */
    private void land(Jump jump) {
        final double cost = game.with(Term.CASH, jump.value()).gain(jump.from());
        if (!atom(cost)) {
            keep(jump.value(), jump.to(), Kind.TIPPING, false);
        } else if (game.ties() == TieRule.STAYS) {
            keep(jump.value(), jump.to(), Kind.ATOM, false);
        } else if (!settle(jump.value(), jump.to(), Kind.ATOM)) {
            keep(jump.value(), jump.to(), Kind.ATOM, false);
        }
    }

    private boolean atom(double cost) {
        final double aside = ROUNDING * Math.max(1, Math.abs(cost));
        return law.cdf(cost + aside) - law.below(cost - aside) > MASS;
    }

    /** Keeps a cash if so many come for it, or for a trifle more where rounding leaves the indifferent just short. */
    private boolean settle(double cash, double share, Kind kind) {
        final double most = ROUNDING * Math.max(1, cash);
        for (double more = 0; more <= most; more = Math.max(Math.ulp(cash), 2 * more)) {
            final double there = least(cash + more);
            if (there >= share - ROUNDING) {
                keep(cash + more, there, kind, true);
                return true;
            }
        }
        return false;
    }

    private double least(double cash) {
        return LeastShares.of(game.with(Term.CASH, cash), false)[0];
    }

    private void keep(double cash, double share, Kind kind, boolean isAttained) {
        final double surplus = (net - cash) * share;
        final double known = (net - bestCash) * bestShare;
        if (bestKind == Kind.NONE || surplus > known || surplus == known && isAttained && !attained) {
            bestCash = cash;
            bestShare = share;
            bestKind = kind;
            attained = isAttained;
        }
    }

    private void branch(Manifold manifold, double from, double to) {
        if (!(to > from)) {
            return;
        }
        final double[] shares = law.discrete() ? atoms(from, to) : grid(from, to);
        final double[] gains = new double[shares.length];
        double most = range.low();
        int best = 0;
        for (int n = 0; n < shares.length; n++) {
            most = Math.max(most, manifold.value(shares[n]));
            gains[n] = (net - most) * shares[n];
            best = gains[n] > gains[best] ? n : best;
        }
        for (int n = 0; n < shares.length; n++) {
            final boolean peak =
                    (n == 0 || gains[n] >= gains[n - 1]) && (n == shares.length - 1 || gains[n] >= gains[n + 1]);
            if (peak && gains[n] > 0.9 * gains[best] && watch.mayGoOn()) {
                refine(manifold, shares, n);
            }
        }
    }

    private void refine(Manifold manifold, double[] shares, int n) {
        double share = shares[n];
        Kind kind = Kind.BOUND;
        if (!law.discrete()) {
            final double low = shares[Math.max(0, n - 1)];
            final double high = shares[Math.min(shares.length - 1, n + 1)];
            final double golden = golden(manifold, low, high);
            final boolean sloped = slope(manifold, low) > 0 && slope(manifold, high) < 0;
            final double peak = sloped ? Differences.peak(x -> slope(manifold, x), low, high) : golden;
            final double seen = gain(manifold, golden);
            // Values are flat about their greatest, so that the slope says more precisely where it is, but only where
            // there is one.
            final boolean smooth = sloped && gain(manifold, peak) >= seen - 1e-12 * Math.abs(seen);
            share = smooth ? peak : golden;
            kind = smooth ? Kind.STATIONARY : Kind.BOUND;
        }
        final double cash = Math.max(range.low(), manifold.value(share));
        if (cash > range.high()) {
            return;
        }
        final double cost = game.with(Term.CASH, cash).gain(share);
        final boolean heap = kind != Kind.STATIONARY && atom(cost);
        if (heap && game.ties() == TieRule.STAYS) {
            keep(cash, least(cash + ROUNDING * Math.max(1, cash)), Kind.ATOM, false);
        } else {
            settle(cash, share, heap ? Kind.ATOM : kind);
        }
    }

    private double gain(Manifold manifold, double share) {
        return (net - Math.max(range.low(), manifold.value(share))) * share;
    }

    /** Of {@code (V - p) x} in the share; NaN where no density or no straight gain says it. */
    private double slope(Manifold manifold, double share) {
        final double cash = manifold.value(share);
        if (!(cash > range.low() && cash < range.high()) || game.offer().reach() < 1) {
            return Double.NaN;
        }
        final DefectionGame there = game.with(Term.CASH, cash);
        final double gain = there.gain(share);
        final double perCash = game.with(Term.CASH, cash + 1).gain(share) - gain;
        final double again = game.with(Term.CASH, cash + 2).gain(share) - gain - perCash;
        if (!(Math.abs(again - perCash) <= ROUNDING * perCash)) {
            return Double.NaN;
        }
        final double company = game.gain().slope(there.offer(), 0, share);
        return net - cash - share * (1 / law.density(gain) - company) / perCash;
    }

    private double golden(Manifold manifold, double from, double to) {
        double low = from;
        double high = to;
        for (int step = 0; step < 90 && high - low > Math.ulp(high); step++) {
            final double a = low + 0.381966 * (high - low);
            final double b = low + 0.618034 * (high - low);
            if (gain(manifold, a) >= gain(manifold, b)) {
                high = b;
            } else {
                low = a;
            }
        }
        final double inner = low + (high - low) / 2;
        return gain(manifold, to) >= gain(manifold, inner) ? to : inner;
    }

    private static double[] grid(double from, double to) {
        final DoubleStream.Builder shares = DoubleStream.builder();
        final double tiny = Math.max(from, 1e-300);
        for (int n = 1; n <= EVEN; n++) {
            shares.add(from + (to - from) * n / EVEN);
        }
        for (int n = 1; n < TAIL; n++) {
            shares.add(tiny * Math.pow(to / tiny, (double) n / TAIL));
            shares.add(to - (to - from) * Math.pow(2, -50.0 * n / TAIL));
        }
        return shares.build()
                .filter(x -> x > from && x <= to)
                .sorted()
                .distinct()
                .toArray();
    }

    private double[] atoms(double from, double to) {
        final List<Double> shares = new ArrayList<>();
        double share = from;
        while (share < to) {
            final double next = law.cdf(law.quantileFromRight(share));
            if (!(next > share)) {
                break;
            }
            shares.add(next);
            share = next;
        }
        return shares.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** Whether virtual costs rise; null where others matter or there is no density. */
    private @Nullable Boolean regular() {
        final Range company = game.gain().slopeOver(game.offer(), 0, new Range(0, 1));
        if (!(company.low() == 0 && company.high() == 0)
                || law.discrete()
                || game.offer().reach() < 1) {
            return null;
        }
        final double[] virtual = new double[COSTS];
        Arrays.setAll(virtual, n -> {
            final double share = (n + 1.0) / (COSTS + 1);
            final double cost = law.quantile(share);
            return cost + law.cdf(cost) / law.density(cost);
        });
        boolean rises = true;
        for (int n = 1; n < COSTS; n++) {
            rises &= virtual[n] >= virtual[n - 1] - ROUNDING * Math.abs(virtual[n]);
        }
        return rises;
    }
}
