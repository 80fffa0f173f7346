package io.github.breakranks.cascade;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
 * a unit of time, so that the breaks at multiples of the lag fall on steps, and the past by Hermite's cubic between them.
 */
final class LawClock {
    static final int READINGS = 10; // a unit of time
    private static final int STEPS = 10; // between two readings
    private static final double STEP = 1.0 / (READINGS * STEPS);

    private final Flow flow;
    private final int lag;
    private final DormandPrince853Integrator integrator =
            new DormandPrince853Integrator(1e-12, 1.0 / READINGS, 1e-12, 1e-12);
    private final List<double[]> past = new ArrayList<>(); // shares gone by step, then how fast they move
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
        flow.drift(state, lag == 0 ? gone() : past((long) reading * STEPS - behind()), speed);
        return speedOfGone(state, speed);
    }

    /** Goes on to the next reading. */
    void advance() {
        if (lag == 0) {
            smooth();
        } else {
            for (int k = 0; k < STEPS; k++) {
                delayed(reading * STEPS + k);
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

    /** One step of Runge and Kutta's; the lag is at least one unit of time, so that the past it needs is known. */
    private void delayed(int step) {
        final long behind = step - behind();
        final double[] before = past(behind);
        final double[] middle = between(behind);
        final double[] after = past(behind + 1);
        final double[] k1 = speed(state, before);
        note(k1);
        final double[] k2 = speed(moved(k1, STEP / 2), middle);
        final double[] k3 = speed(moved(k2, STEP / 2), middle);
        final double[] k4 = speed(moved(k3, STEP), after);
        final double[] next = state.clone();
        Arrays.setAll(next, i -> state[i] + STEP / 6 * (k1[i] + 2 * k2[i] + 2 * k3[i] + k4[i]));
        state = next;
    }

    private void note(double[] speed) {
        past.add(gone());
        past.add(speedOfGone(state, speed));
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

    private double[] moved(double[] speed, double by) {
        return moved(state, speed, by);
    }

    private static double[] moved(double[] z, double[] speed, double by) {
        final double[] moved = z.clone();
        Arrays.setAll(moved, i -> z[i] + by * speed[i]);
        return moved;
    }

    /** How many steps old the news is. */
    private long behind() {
        return (long) lag * READINGS * STEPS;
    }

    /** The shares gone at a step, as far as it is past. */
    private double[] past(long step) {
        return step < 0 ? flow.gone(flow.start()) : 2 * step < past.size() ? past.get((int) (2 * step)) : gone();
    }

    /** Halfway between a step and the next, by Hermite's cubic. */
    private double[] between(long step) {
        if (step < 0) {
            return past(step);
        }
        final double[] from = past.get((int) (2 * step));
        final double[] to = past(step + 1);
        final double[] speedFrom = past.get((int) (2 * step + 1));
        final double[] speedTo = past.get((int) (2 * step + 3));
        final double[] half = from.clone();
        Arrays.setAll(half, g -> (from[g] + to[g]) / 2 + STEP * (speedFrom[g] - speedTo[g]) / 8);
        return half;
    }
}
