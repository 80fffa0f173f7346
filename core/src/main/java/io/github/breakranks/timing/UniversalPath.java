package io.github.breakranks.timing;

import io.github.breakranks.answer.Watch;
import io.github.breakranks.equilibrium.RestPoint;
import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.internal.Quadrature;
import io.github.breakranks.population.CostLaw;
import java.util.Arrays;
import java.util.stream.DoubleStream;

/**
 * The one path on which a population goes while an offer stands that may be lost, whatever the rate: only its clock differs.
 *
 * <pre>{@code
 *   v(s) = integral from 0 to s of G'(u) / (G(u) - F^-1(u)) du       share s has gone at time v(s) / H
 *   E(kappa) = integral from 0 to least of exp(-kappa v(s)) ds
 * }</pre>
 *
 * <p>By Gauss and Legendre's rule of 16 points on panels that begin anew at the law's breaks, are halved until their halves agree, and shrink towards the least rest
 * point, where v grows without bound. Runs over costs where the law bounds its density (du = f dc, no quantile needed), else over
 * shares.
 */
final class UniversalPath {
    static final int POINTS = Quadrature.POINTS;
    private static final double WITHIN = 1e-14; // of a panel's integrals, relative to the share gone in the end
    private static final double MISREAD = 10; // times that, for the share at a clock
    private static final int PATIENCE = 100; // halvings after which twice as much may be off
    private static final double GAP = 1e-6; // a gap in the costs, relative to them, that is one for sure
    private static final int DEEPEST = 40; // halvings of a panel
    private static final double NEAREST = 1e-9; // how near to the end the panels go, relative to the whole
    private static final double RAREST = 1e-12; // of those who go: the first panel over shares
    private static final double DECADE = 10; // how much wider each is than the one before
    private static final double NEARER = 2; // how much nearer each panel goes than the one before

    private final DefectionGame game;
    private final CostLaw law;
    private final boolean overCosts;
    private final double end; // where the panels lead to: a cost or a share
    private final double least; // share gone in the end
    private final boolean finite; // whether the last goes after a finite time, as he gains by it
    private final Watch watch;
    private final double[] joints;

    private double[] edges = new double[64]; // of panels: cost or share
    private double[] edgeTimes = new double[64]; // v there
    private int panels;
    private double[] times = new double[64]; // v at the nodes
    private double[] shares = new double[64]; // gone by then
    private double[] masses = new double[64]; // share that each node stands for
    private double[] speeds = new double[64]; // dv by cost or share there
    private int nodes;
    private int halvings; // so far
    private double error; // estimate of what v and shares are off
    private double tailMass; // share behind the last panel
    private double tailRate; // there v rises by so much a halving of what is left, over ln 2

    /** The path to a rest point; where the watch stops the work, it is rougher, as {@link #error} says. */
    UniversalPath(DefectionGame game, RestPoint rest, Watch watch) {
        this.game = game;
        this.law = game.population().law();
        this.least = rest.share();
        this.watch = watch;
        this.overCosts = law.steepest() < Double.POSITIVE_INFINITY && !law.discrete();
        final double gain = game.gain(least);
        final double last = last(rest);
        this.finite = gain - last > (law.discrete() ? 0 : GAP * Math.max(Math.abs(gain), Math.abs(last)));
        this.joints = joints();
        this.end = !overCosts ? least : finite ? last : gain;
        build();
    }

    /** The highest cost of those who go. */
    private double last(RestPoint rest) {
        if (rest.staying() == 0) {
            return law.high();
        }
        final double below = law.quantile(least);
        // Of few who go the share that stays has lost the digits.
        final double last = law.discrete() || least <= 0.5 ? below : Math.min(below, law.quantileAbove(rest.staying()));
        final double gain = game.gain(least);
        return last > gain ? law.quantile(law.below(gain)) : last; // else rounding has passed a gap
    }

    /** The share gone in the end if the offer stands for ever. */
    double least() {
        return least;
    }

    /** The share behind the last panel. */
    double behind() {
        return tailMass;
    }

    /** What v(s) and the totals may be off, as estimated. */
    double error() {
        return error;
    }

    int panels() {
        return panels;
    }

    /** Where a panel begins, or the last ends: a cost or share. */
    double edge(int panel) {
        return edges[panel];
    }

    private double start() {
        if (!overCosts) {
            return 0;
        }
        return law.low() > Double.NEGATIVE_INFINITY
                ? law.low()
                : law.quantile(Math.max(Double.MIN_NORMAL, 1e-17 * least));
    }

    /** Where the integrands jump, by cost or share: at the law's breaks. */
    private double[] joints() {
        final double[] breaks = law.breaks();
        return overCosts
                ? breaks
                : Arrays.stream(breaks)
                        .flatMap(cost -> DoubleStream.of(law.below(cost), law.cdf(cost)))
                        .toArray();
    }

    /** Adds panels from one end to the other, none across a joint. */
    private void stretch(double from, double to) {
        double reached = from;
        for (double joint : joints) {
            if (joint > reached && joint < to) {
                panel(reached, joint, 0);
                reached = joint;
            }
        }
        panel(reached, to, 0);
    }

    private void build() {
        final double from = start();
        if (!(end > from) || least == 0) {
            return;
        }
        edges[0] = from;
        double left = end - from;
        if (law.discrete()) {
            stretch(0, least);
        }
        if (!overCosts && !law.discrete()) { // halves do not see what is rare in a whole panel
            double rare = RAREST * least;
            stretch(0, rare);
            for (; rare * DECADE < least / 2; rare *= DECADE) {
                stretch(rare, rare * DECADE);
            }
            stretch(rare, least / 2);
            left = least / 2;
        }
        while (!law.discrete() && left > NEAREST * (end - from)) {
            final boolean last = left / NEARER <= NEAREST * (end - from);
            stretch(end - left, finite && last ? end : end - left / NEARER);
            left /= NEARER;
        }
        tail();
    }

    /** What lies behind the last panel, where the distance to the end shrinks in proportion to itself. */
    private void tail() {
        final double at = edges[panels];
        final double gone = share(at);
        tailMass = Math.max(0, least - gone);
        if (finite || law.discrete() || panels < 2) {
            tailRate = 0;
            return;
        }
        final double before = share(edges[panels - 1]);
        final double shrunk = Math.log((least - before) / Math.max(Double.MIN_NORMAL, least - gone));
        final double seen = shrunk > 0 ? (edgeTimes[panels] - edgeTimes[panels - 1]) / shrunk : 0;
        final double steep = overCosts ? slope(least) * law.density(end) : Double.NaN;
        final double exact = steep / (1 - steep); // ahead shrinks by 1 - G' f of the cost, where the density goes on
        tailRate = Math.abs(exact - seen) <= 1e-4 * seen ? exact : seen;
    }

    private double share(double at) {
        return overCosts ? law.cdf(at) : at;
    }

    /** The cost at a cost or share. */
    double cost(double at) {
        return overCosts ? at : at <= 0.5 || law.discrete() ? law.quantile(at) : law.quantileAbove(1 - at);
    }

    /** How fast the gain rises; where that grows without bound as all go, at the last share below, behind which there is nobody. */
    double slope(double gone) {
        return Math.max(0, game.gain().slope(game.offer(), 0, Math.min(gone, Math.nextDown(1.0))));
    }

    /** How fast v rises with the cost or share, or how far rounding may put that off. */
    private double speed(double at, boolean rounding) {
        final double gone = share(at);
        final double density = overCosts ? law.density(at) : 1;
        final double slope = slope(gone);
        if (density == 0 || slope == 0) {
            return 0;
        }
        final double gain = game.gain(gone);
        final double cost = cost(at);
        // Behind the start all who are next gain by going, but for rounding.
        final double off = 4 * Math.ulp(Math.abs(gain) + Math.abs(cost)) + slope * (least * 4e-16);
        final double ahead = Math.max(gain - cost, off);
        final double speed = slope * density / ahead;
        return rounding ? speed * off / ahead : speed;
    }

    /** How far rounding may put an integral of the speed off. */
    private double rounding(double from, double to) {
        double sum = 0;
        for (int k = 0; k < POINTS; k++) {
            sum += Quadrature.weight(k) * speed(from + (to - from) * Quadrature.at(k), true);
        }
        return sum * (to - from);
    }

    /** How much share a cost or share stands for, per unit of it. */
    double mass(double at) {
        return overCosts ? law.density(at) : 1;
    }

    /** Adds a panel, halved as often as its halves disagree. */
    private void panel(double from, double to, int depth) {
        final double middle = from + (to - from) / 2;
        final double[] whole = values(from, to);
        final double[] lower = values(from, middle);
        final double[] upper = values(middle, to);
        final double first = sum(lower, 0, middle - from);
        final double halves = first + sum(upper, 0, to - middle);
        final double massOff = Math.abs(sum(whole, POINTS, to - from) - (share(to) - share(from)));
        final double offHalves =
                Math.max(Math.abs(sum(whole, 0, to - from) - halves), Math.abs((to - from) * upToHalf(whole) - first));
        final double off = Math.max(offHalves, Quadrature.unseen(at -> speed(at, false), from, to, whole));
        final double still = least - share(from); // late times matter only for those still to go
        final double within = WITHIN * Math.scalb(least, halvings / PATIENCE);
        // What is off in the clock is off in the share at a clock by as much as shares go by, which may be fast to the
        // last.
        final double misread = Math.min(1, off / Math.max(Double.MIN_NORMAL, halves)) * (share(to) - share(from));
        final boolean roughClock = off * still > within || misread > MISREAD * within;
        final boolean rough = roughClock && off > WITHIN * halves || massOff > within;
        if (rough && depth < DEEPEST && middle > from && middle < to && watch.mayGoOn()) {
            final double noise = rounding(from, to);
            final double noiseOfMass = 8 * Math.ulp(share(to)) + accuracy() * share(to);
            if (off > noise || massOff > noiseOfMass) {
                halvings++;
                panel(from, middle, depth + 1);
                panel(middle, to, depth + 1);
                return;
            }
        }
        error += massOff + Math.min(1, off) * still + misread;
        add(from, to, whole);
    }

    /** Of the law's shares, relative. */
    private double accuracy() {
        final double known = law.relativeError();
        return known >= 0 ? known : 0;
    }

    /** Speeds at the points of a panel, then masses. */
    private double[] values(double from, double to) {
        final double[] values = new double[2 * POINTS];
        for (int k = 0; k < POINTS; k++) {
            final double at = from + (to - from) * Quadrature.at(k);
            values[k] = speed(at, false);
            values[POINTS + k] = mass(at);
        }
        return values;
    }

    private static double sum(double[] values, int first, double width) {
        double sum = 0;
        for (int k = 0; k < POINTS; k++) {
            sum += Quadrature.weight(k) * values[first + k];
        }
        return sum * width;
    }

    private static double upToHalf(double[] values) {
        double sum = 0;
        for (int k = 0; k < POINTS; k++) {
            sum += Quadrature.upToHalf(k) * values[k];
        }
        return sum;
    }

    private void add(double from, double to, double[] values) {
        if (panels + 2 > edges.length) {
            edges = Arrays.copyOf(edges, 2 * edges.length);
            edgeTimes = Arrays.copyOf(edgeTimes, edges.length);
        }
        if (nodes + POINTS > masses.length) {
            times = Arrays.copyOf(times, 2 * (nodes + POINTS));
            masses = Arrays.copyOf(masses, times.length);
            shares = Arrays.copyOf(shares, times.length);
            speeds = Arrays.copyOf(speeds, times.length);
        }
        final double width = to - from;
        for (int k = 0; k < POINTS; k++) {
            double rise = 0;
            for (int j = 0; j < POINTS; j++) {
                rise += Quadrature.upTo(k, j) * values[j];
            }
            times[nodes] = edgeTimes[panels] + width * rise;
            speeds[nodes] = values[k];
            shares[nodes] = share(from + width * Quadrature.at(k));
            masses[nodes++] = width * Quadrature.weight(k) * values[POINTS + k];
        }
        edges[panels + 1] = to;
        edgeTimes[panels + 1] = edgeTimes[panels] + sum(values, 0, width);
        panels++;
    }

    /** Clock readings, ascending, and the shares gone then, up to a reading; the first is the start. */
    double[][] points(double until) {
        int known = 0;
        while (known < nodes && times[known] <= until) {
            known++;
        }
        final double[][] points = new double[2][known + 1];
        System.arraycopy(times, 0, points[0], 1, known);
        System.arraycopy(shares, 0, points[1], 1, known);
        return points;
    }

    /** {@code E(kappa)}: how many go, the offer being withdrawn at kappa times the rate of the path's clock. */
    double total(double kappa) {
        if (kappa == 0 || panels == 0) {
            return least;
        }
        double sum = 0;
        for (int k = 0; k < nodes; k++) {
            sum += masses[k] * Math.exp(-kappa * times[k]);
        }
        return Math.min(least, sum + tailMass * Math.exp(-kappa * edgeTimes[panels]) / (1 + kappa * tailRate));
    }

    /** The same up to a share: {@code integral from 0 to that share}. */
    double totalUpTo(double kappa, double clock) {
        if (clock >= edgeTimes[panels]) {
            final double whole = total(kappa);
            final double beyond = least - shareAt(clock);
            return whole - beyond * Math.exp(-kappa * clock) / (1 + kappa * tailRate);
        }
        final int panel = panelOf(clock);
        double sum = 0;
        for (int k = 0; k < panel * POINTS; k++) {
            sum += masses[k] * Math.exp(-kappa * times[k]);
        }
        final double[] left = new double[POINTS]; // by share of the panel
        for (int k = 0; k < POINTS; k++) {
            left[k] = masses[panel * POINTS + k] / Quadrature.weight(k) * Math.exp(-kappa * times[panel * POINTS + k]);
        }
        return sum + Quadrature.integralOf(Quadrature.polynomial(left, 0), place(clock, panel));
    }

    /** The share gone when the path's clock shows so much: {@code S(w)}. */
    double shareAt(double clock) {
        if (panels == 0) {
            return least;
        }
        if (clock >= edgeTimes[panels]) {
            return ends() ? least : least - tailMass * Math.exp(-(clock - edgeTimes[panels]) / tailRate);
        }
        return Math.min(least, share(position(clock, panelOf(clock))));
    }

    /** What the one who goes then gains by it [unit of the game]. */
    double aheadAt(double clock) {
        if (panels == 0) {
            return 0;
        }
        if (clock < edgeTimes[panels]) {
            final double at = position(clock, panelOf(clock));
            return Math.max(0, game.gain(share(at)) - cost(at));
        }
        if (ends()) {
            return Math.max(0, game.gain(least) - cost(end));
        }
        return Math.exp(logAheadAt(clock));
    }

    /** The logarithm of that, which goes on falling in proportion to the clock where what is ahead is too little for a number. */
    double logAheadAt(double clock) {
        if (panels == 0 || ends() || clock < edgeTimes[panels]) {
            return Math.log(aheadAt(clock));
        }
        // The gain rises by just so much a unit of the clock.
        return Math.log(slope(least) * tailMass / tailRate) - (clock - edgeTimes[panels]) / tailRate;
    }

    /** Whether the last of those who go goes after a finite time, which {@link #endTime} then is. */
    boolean ends() {
        return finite || tailRate == 0;
    }

    /** What the clock shows when all who go have gone; infinite if there are always some left. */
    double endTime() {
        return ends() ? edgeTimes[panels] : Double.POSITIVE_INFINITY;
    }

    /** Behind this reading those left, one in ten million, fade in proportion to themselves, in {@link #fading} by a factor of e. */
    double fadesFrom() {
        return clockOf(least * (1 - 1e-7));
    }

    double fading() {
        return tailRate;
    }

    /** What the clock shows when a share has gone: {@code v(s)}; infinite from the least rest point on. */
    double clockOf(double share) {
        if (panels == 0 || share >= least) {
            return share <= 0 ? 0 : share <= least ? endTime() : Double.POSITIVE_INFINITY;
        }
        final double at = overCosts ? share <= 0.5 ? law.quantile(share) : law.quantileAbove(1 - share) : share;
        if (at >= edges[panels]) {
            return ends() ? edgeTimes[panels] : edgeTimes[panels] + tailRate * Math.log(tailMass / (least - share));
        }
        if (at <= edges[0]) {
            return 0;
        }
        int panel = Arrays.binarySearch(edges, 0, panels + 1, at);
        panel = panel >= 0 ? Math.min(panel, panels - 1) : -panel - 2;
        return timeOf(panel, at);
    }

    /** The last panel that begins no later; where v stands still, everybody up to there has gone. */
    private int panelOf(double clock) {
        int low = 0;
        int high = panels;
        while (high - low > 1) {
            final int middle = (low + high) >>> 1;
            if (edgeTimes[middle] <= clock) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private double timeOf(int panel, double at) {
        final double width = edges[panel + 1] - edges[panel];
        final double[] polynomial = Quadrature.polynomial(speeds, panel * POINTS);
        return edgeTimes[panel] + width * Quadrature.integralOf(polynomial, (at - edges[panel]) / width);
    }

    private double position(double clock, int panel) {
        return edges[panel] + (edges[panel + 1] - edges[panel]) * place(clock, panel);
    }

    /** Where in a panel, from 0 to 1, v reaches a value: secants kept inside a bracket, which is halved where they are slow. */
    private double place(double clock, int panel) {
        final double width = edges[panel + 1] - edges[panel];
        final double[] polynomial = Quadrature.polynomial(speeds, panel * POINTS);
        final double wanted = (clock - edgeTimes[panel]) / width;
        if (!(wanted > 0)) {
            return 0;
        }
        double low = 0;
        double high = 1;
        double offLow = -wanted;
        double offHigh = Quadrature.integralOf(polynomial, 1) - wanted;
        if (offHigh <= 0) {
            return 1; // but for rounding, the edge
        }
        int side = 0;
        for (int step = 0; step < 100 && high - low > Math.ulp(high); step++) {
            final double secant = low + (high - low) * (offLow / (offLow - offHigh));
            final double at = step % 8 == 7 || !(secant > low && secant < high) ? low + (high - low) / 2 : secant;
            if (at == low || at == high) {
                break;
            }
            final double off = Quadrature.integralOf(polynomial, at) - wanted;
            if (off <= 0) {
                low = at;
                offLow = off;
                offHigh *= side == -1 ? 0.5 : 1; // the Illinois rule
                side = -1;
            } else {
                high = at;
                offHigh = off;
                offLow *= side == 1 ? 0.5 : 1;
                side = 1;
            }
            if (off == 0) {
                break;
            }
        }
        return low;
    }
}
