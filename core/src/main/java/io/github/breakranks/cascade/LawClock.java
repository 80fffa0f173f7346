package io.github.breakranks.cascade;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import org.apache.commons.math3.ode.FirstOrderDifferentialEquations;
import org.apache.commons.math3.ode.nonstiff.DormandPrince853Integrator;

/**
 * Runs a law's population on Poisson clocks: a differential equation, with a delay where news is old.
 *
 * <pre>{@code
 *   dz/dt = drift(z(t), x(t - lag))        x the shares gone in state z; before the start nothing had changed
 * }</pre>
 *
 * <p>Without a lag by Dormand and Prince's method of order 8 (tolerance 1e-12); with one by Runge and Kutta's of order 4 with a hundred steps
 * a unit of time, so that the breaks at multiples of the lag fall on steps, and the past by Hermite's cubic between them. A step in which what
 * is seen passes an atom of the law, or a corner of the past that one has left, is halved until its halves agree with it.
 */
final class LawClock {
    static final int READINGS = 10; // a unit of time
    private static final int STEPS = 10; // between two readings
    private static final double WITHIN = 1e-12; // of a step, against its halves
    private static final int DEEPEST = 36; // halvings of a step

    private final Flow flow;
    private final int lag;
    private final DormandPrince853Integrator integrator =
            new DormandPrince853Integrator(1e-12, 1.0 / READINGS, 1e-12, 1e-12);
    private final Deque<Stretch> past = new ArrayDeque<>(); // as far back as news is old
    private double[] state;
    private int reading;

    LawClock(Flow flow, int lag) {
        this.flow = flow;
        this.lag = lag;
        this.state = flow.start();
    }

    /** What moves. */
    interface Flow {
        /** The state at the start. */
        double[] start();

        /** Writes how fast the state moves when those who look round now see such shares gone. */
        void drift(double[] state, double[] seenGone, double[] speed);

        /** The shares gone of all groups in a state. */
        double[] gone(double[] state);
    }

    /** The time now [mean waiting times]. */
    double time() {
        return (double) reading / READINGS;
    }

    double[] gone() {
        return flow.gone(state);
    }

    /** How fast the shares gone move now. */
    double[] speed() {
        final double[] speed = new double[state.length];
        flow.drift(state, lag == 0 ? gone() : past(time() - lag), speed);
        return speedOfGone(state, speed);
    }

    /** Goes on to the next reading. */
    void advance() {
        if (lag == 0) {
            smooth();
        } else {
            for (int k = 0; k < STEPS; k++) {
                final double steps = READINGS * STEPS; // a unit of time
                delayed((reading * STEPS + k) / steps, (reading * STEPS + k + 1) / steps, 0);
            }
        }
        reading++;
    }

    private void smooth() {
        final FirstOrderDifferentialEquations equation = new FirstOrderDifferentialEquations() {
            @Override
            public int getDimension() {
                return state.length;
            }

            @Override
            public void computeDerivatives(double t, double[] z, double[] speed) {
                flow.drift(z, flow.gone(z), speed);
            }
        };
        final double[] next = new double[state.length];
        integrator.integrate(equation, time(), state.clone(), (double) (reading + 1) / READINGS, next);
        state = next;
    }

    /** One step, or its halves; the lag is at least one unit of time, so that the past it needs is known. */
    private void delayed(double from, double to, int depth) {
        final double middle = from + (to - from) / 2;
        final double[] whole = step(state, from, to);
        final double[] halves = step(step(state, from, middle), middle, to);
        if (depth < DEEPEST && farthest(whole, halves) > WITHIN) {
            delayed(from, middle, depth + 1);
            delayed(middle, to, depth + 1);
            return;
        }
        final Mark start = new Mark(from, gone(), speedOfGone(state, speed(state, past(from - lag))));
        state = whole;
        past.add(new Stretch(start, new Mark(to, gone(), speedOfGone(state, speed(state, past(to - lag))))));
        while (past.getFirst().to.time < from - lag) {
            past.removeFirst();
        }
    }

    /** One step of Runge and Kutta's. */
    private double[] step(double[] z, double from, double to) {
        final double width = to - from;
        final double[] middle = past(from + width / 2 - lag);
        final double[] k1 = speed(z, past(from - lag));
        final double[] k2 = speed(moved(z, k1, width / 2), middle);
        final double[] k3 = speed(moved(z, k2, width / 2), middle);
        final double[] k4 = speed(moved(z, k3, width), past(to - lag));
        final double[] next = z.clone();
        Arrays.setAll(next, i -> z[i] + width / 6 * (k1[i] + 2 * k2[i] + 2 * k3[i] + k4[i]));
        return next;
    }

    private static double farthest(double[] one, double[] other) {
        double farthest = 0;
        for (int i = 0; i < one.length; i++) {
            farthest = Math.max(farthest, Math.abs(one[i] - other[i]));
        }
        return farthest;
    }

    private double[] speedOfGone(double[] z, double[] speed) {
        final double[] gone = flow.gone(z);
        final double[] later = flow.gone(moved(z, speed, 1));
        Arrays.setAll(later, g -> later[g] - gone[g]); // shares gone are linear in the state
        return later;
    }

    private double[] speed(double[] z, double[] seenGone) {
        final double[] speed = new double[z.length];
        flow.drift(z, seenGone, speed);
        return speed;
    }

    private static double[] moved(double[] z, double[] speed, double by) {
        final double[] moved = z.clone();
        Arrays.setAll(moved, i -> z[i] + by * speed[i]);
        return moved;
    }

    /** The shares gone at a time, as far as it is past. */
    private double[] past(double time) {
        if (!(time > 0)) {
            return flow.gone(flow.start());
        }
        for (Stretch stretch : past) { // the time asked for is among the oldest
            if (time <= stretch.to.time) {
                return stretch.at(time);
            }
        }
        return gone();
    }

    /** At a time: the shares gone, and how fast they move. */
    private record Mark(double time, double[] gone, double[] speed) {}

    /** What lies between two times. */
    private record Stretch(Mark from, Mark to) {
        /** By Hermite's cubic. */
        double[] at(double time) {
            final double width = to.time - from.time;
            final double t = Math.max(0, (time - from.time) / width);
            final double[] gone = from.gone.clone();
            Arrays.setAll(gone, g -> {
                final double rise = to.gone[g] - from.gone[g];
                final double bend = (1 - t) * (from.speed[g] * width - rise) - t * (to.speed[g] * width - rise);
                return t == 1 ? to.gone[g] : from.gone[g] + t * (rise + (1 - t) * bend);
            });
            return gone;
        }
    }
}
