package io.github.breakranks.cascade;

import io.github.breakranks.answer.Answer;
import io.github.breakranks.answer.Certificate;
import io.github.breakranks.answer.Solver;
import io.github.breakranks.answer.Watch;
import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.internal.Checks;
import io.github.breakranks.internal.MonotoneEngine;
import io.github.breakranks.internal.TableText;
import io.github.breakranks.offer.Monotonicity;
import io.github.breakranks.population.Population;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.apache.commons.math3.ode.FirstOrderDifferentialEquations;
import org.apache.commons.math3.ode.nonstiff.DormandPrince853Integrator;

/**
 * Spreads defection through a law's population, from nobody or from a share that goes at the start.
 *
 * <pre>{@code
 *   rounds:   x_0 = start,   x_(k+1) = max(start, Phi(x_k))
 *   clock:    dx/dt = max(start, Phi(x)) - x            each looks round at rate 1
 * }</pre>
 *
 * <p>Both climb to the same place: the least rest point at or above the start, which is only reached in the limit. The path ends when less
 * than half a soldier is missing. The certificate encloses that limit between two shares, one of which the map raises and the other not.
 *
 * <p>Cost: one cdf a round; the number of rounds grows without bound near a fold, where the work stops after a million.
 *
 * @param mode  whether all look round at once, or each on his own clock
 * @param start the share gone at the start, whatever comes
 */
public record MeanFieldCascade(Mode mode, double start) implements Solver<DefectionGame, ShareCascade> {
    private static final int MOST_ROUNDS = 1_000_000;
    private static final double STILL = 1e-13;
    private static final double READING = 0.1; // mean waiting times between readings
    private static final int MOST_READINGS = 100_000;

    /** When soldiers look round. */
    public enum Mode {
        /** All at once, round after round. */
        ROUNDS,
        /** Each at the ticks of his own Poisson clock, once per unit of time on average. */
        CLOCK
    }

    public MeanFieldCascade {
        Objects.requireNonNull(mode, "mode");
        Checks.share("start", start);
    }

    /** Round after round, from nobody. */
    public static MeanFieldCascade solver() {
        return new MeanFieldCascade(Mode.ROUNDS, 0);
    }

    /** This solver with another mode. */
    public MeanFieldCascade withMode(Mode newMode) {
        return new MeanFieldCascade(newMode, start);
    }

    /** This solver with such a share gone at the start. */
    public MeanFieldCascade withStart(double newStart) {
        return new MeanFieldCascade(mode, newStart);
    }

    @Override
    public Answer<ShareCascade> solve(DefectionGame game, Watch watch) {
        Objects.requireNonNull(game, "game");
        if (game.population().listed()) {
            throw Checks.refused(
                    "population must be a law, but was %s; use WellMixedCascade with Thresholds.of(game)",
                    game.population());
        }
        final double[][] seen = game.seen();
        final MonotoneEngine.Map map = (x, image) -> {
            for (int g = 0; g < image.length; g++) {
                image[g] = Math.max(start, game.willing(g, seenBy(seen[g], x)));
            }
        };
        final double[] first = new double[game.groups()];
        Arrays.fill(first, start);
        final Path path = new Path(first);
        final MonotoneEngine.Run run = MonotoneEngine.run(
                map, first, new MonotoneEngine.Limits(true, STILL, MOST_ROUNDS, watch::mayGoOn, path::add));
        final double[] limit = run.at().clone();
        final double room = room(map, run);
        final Certificate certificate = enclosure(game, run, room);
        if (!run.still() || Double.isNaN(room)) {
            return stopped(new ShareCascade(game, path.times(), path.shares(), limit), certificate, run, watch);
        }
        if (mode == Mode.CLOCK) {
            return onClock(game, map, limit, certificate, watch);
        }
        path.trim(limit, game.population());
        return new Answer.Found<>(new ShareCascade(game, path.times(), path.shares(), limit), certificate);
    }

    /** The share gone of those whom a group sees; never outside [0, 1] by rounding. */
    static double seenBy(double[] weights, double[] gone) {
        double sum = 0;
        for (int h = 0; h < gone.length; h++) {
            sum += weights[h] * gone[h];
        }
        return Math.min(1, Math.max(0, sum));
    }

    /** How far above the end of the path its limit may lie; NaN if that is not known. */
    private static double room(MonotoneEngine.Map map, MonotoneEngine.Run run) {
        if (run.violation() != null) {
            return Double.NaN;
        }
        double room = 0;
        while (room < 1e-3 && !MonotoneEngine.withinAbove(map, run.at(), room)) {
            room = room == 0 ? 1e-15 : 10 * room;
        }
        return room < 1e-3 ? room : Double.NaN;
    }

    private Certificate enclosure(DefectionGame game, MonotoneEngine.Run run, double room) {
        final Monotonicity monotonicity = game.monotonicity();
        if (run.violation() != null) {
            return new Certificate.Unproven("the best reply fell from "
                    + run.violation().from() + " to " + run.violation().to());
        }
        if (Double.isNaN(room)) {
            return new Certificate.Unproven("the path has not come within 0.001 of where it rests");
        }
        if (!monotonicity.rises()) {
            return new Certificate.Unproven(
                    "the path may have passed lower rest points, as " + monotonicity.sentence());
        }
        return new Certificate.Proven(
                (start == 0 ? "the least rest point" : "the least share at which max(start, best reply) rests")
                        + " lies in ["
                        + run.at()[0] + ", " + Math.min(1, run.at()[0] + room) + "]"
                        + (run.at().length > 1 ? " in the first group, as near in the others" : "")
                        + ": " + (start == 0 ? "the best reply" : "that map")
                        + " never falls below the path and does not exceed the upper end",
                List.of("the net gain rises with the share gone", "cdf and gain as evaluated in double precision"));
    }

    private static Answer<ShareCascade> stopped(
            ShareCascade soFar, Certificate certificate, MonotoneEngine.Run run, Watch watch) {
        if (run.violation() != null) {
            return new Answer.Stopped<>(
                    soFar,
                    certificate,
                    "not monotone: with a share "
                            + TableText.number(run.violation().from(), 6) + " gone only "
                            + TableText.number(run.violation().to(), 6) + " are willing, so some come back",
                    "use a net gain that rises with the share gone, or EquilibriumSolver, which scans");
        }
        if (run.still()) {
            return new Answer.Stopped<>(
                    soFar,
                    certificate,
                    "the path comes to rest, but not where the best reply does, as at tied costs",
                    "ask EquilibriumSolver where it rests, which does not walk there");
        }
        return new Answer.Stopped<>(
                soFar,
                certificate,
                run.steps() == MOST_ROUNDS
                        ? "not at rest after " + MOST_ROUNDS + " rounds, as near a fold"
                        : watch.why(),
                "ask EquilibriumSolver where it rests, which does not walk there");
    }

    private Answer<ShareCascade> onClock(
            DefectionGame game, MonotoneEngine.Map map, double[] limit, Certificate certificate, Watch watch) {
        final FirstOrderDifferentialEquations drift = new FirstOrderDifferentialEquations() {
            @Override
            public int getDimension() {
                return limit.length;
            }

            @Override
            public void computeDerivatives(double t, double[] x, double[] derivative) {
                map.apply(
                        Arrays.stream(x)
                                .map(each -> Math.min(1, Math.max(0, each)))
                                .toArray(),
                        derivative);
                for (int g = 0; g < x.length; g++) {
                    derivative[g] -= x[g];
                }
            }
        };
        final DormandPrince853Integrator integrator = new DormandPrince853Integrator(1e-12, READING, 1e-12, 1e-12);
        final double[] x = new double[limit.length];
        Arrays.fill(x, start);
        final Path path = new Path(x);
        final double near = Math.max(1e-9, 0.5 / game.population().size());
        int reading = 0;
        while (lack(limit, x, game.population()) > near && reading < MOST_READINGS && watch.mayGoOn()) {
            integrator.integrate(drift, READING * reading, x.clone(), READING * (reading + 1), x);
            reading++;
            final double[] read = x.clone();
            Arrays.setAll(read, g -> Math.min(limit[g], read[g]));
            path.add(read, READING * reading);
        }
        final ShareCascade cascade = new ShareCascade(game, path.times(), path.shares(), limit);
        if (lack(limit, x, game.population()) <= near) {
            return new Answer.Found<>(cascade, certificate);
        }
        if (Double.isNaN(x[0])) {
            return new Answer.Stopped<>(
                    cascade,
                    certificate,
                    "the net gain is no number at some share on the path",
                    "use a net gain that is finite on all of [0, 1]");
        }
        return new Answer.Stopped<>(
                cascade,
                certificate,
                reading == MOST_READINGS
                        ? "not at rest after " + MOST_READINGS + " readings, as near a fold"
                        : watch.why(),
                "the limit is known, share(); only the path is cut short");
    }

    /** The share of all heads still missing from the limit. */
    private static double lack(double[] limit, double[] gone, Population population) {
        double sum = 0;
        for (int g = 0; g < limit.length; g++) {
            sum += population.mass(g) * (limit[g] - gone[g]);
        }
        return sum;
    }

    /** A path that grows: a time and the shares of all groups by reading. */
    private static final class Path {
        private double[] times = new double[64];
        private double[][] shares = new double[64][];
        private int last;

        Path(double[] start) {
            shares[0] = start.clone();
        }

        void add(double[] gone) {
            add(gone, last + 1.0);
        }

        void add(double[] gone, double time) {
            if (++last == times.length) {
                shares = Arrays.copyOf(shares, 2 * last);
                times = Arrays.copyOf(times, 2 * last);
            }
            shares[last] = gone.clone();
            times[last] = time;
        }

        /** Cuts the path where less than half a soldier is missing. */
        void trim(double[] limit, Population population) {
            int round = 0;
            while (round < last && lack(limit, shares[round], population) * population.size() >= 0.5) {
                round++;
            }
            last = round;
        }

        double[] times() {
            return Arrays.copyOf(times, last + 1);
        }

        double[][] shares() {
            return Arrays.copyOf(shares, last + 1);
        }
    }
}
