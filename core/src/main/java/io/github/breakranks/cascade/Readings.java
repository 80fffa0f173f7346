package io.github.breakranks.cascade;

import io.github.breakranks.population.Population;
import java.util.Arrays;

/** A path that grows: a time and the shares gone of all groups, reading by reading. */
final class Readings {
    private double[] times = new double[64];
    private double[][] shares = new double[64][];
    private int last;

    Readings(double[] start) {
        shares[0] = start.clone();
    }

    void add(double[] gone, double time) {
        if (++last == times.length) {
            shares = Arrays.copyOf(shares, 2 * last);
            times = Arrays.copyOf(times, 2 * last);
        }
        shares[last] = gone.clone();
        times[last] = time;
    }

    /** The number of the last reading; the first is 0. */
    int last() {
        return last;
    }

    double time(int reading) {
        return times[reading];
    }

    double[] shares(int reading) {
        return shares[reading];
    }

    /** Cuts the path where less than half a soldier is missing from the limit. */
    void trim(double[] limit, Population population) {
        int reading = 0;
        while (reading < last && lack(limit, shares[reading], population) * population.size() >= 0.5) {
            reading++;
        }
        last = reading;
    }

    /** Cuts what comes after a time. */
    void until(double time) {
        while (last > 0 && times[last] > time) {
            last--;
        }
    }

    /** The share of all heads by which these shares differ from the limit. */
    static double lack(double[] limit, double[] gone, Population population) {
        double sum = 0;
        for (int g = 0; g < limit.length; g++) {
            sum += population.mass(g) * Math.abs(limit[g] - gone[g]);
        }
        return sum;
    }
}
