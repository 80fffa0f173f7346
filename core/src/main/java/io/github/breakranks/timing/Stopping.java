package io.github.breakranks.timing;

import io.github.breakranks.internal.Checks;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One soldier's question, whatever the others do: go today, or wait?
 *
 * <pre>{@code
 *   V_t = max { s_t o_t,  u_t + h_t V_(t+1) }          V after the last date is 0
 *
 *   s   chance of getting through if he goes, a share
 *   o   what the offer is worth to him, net of his cost       [unit of the game]
 *   u   what a date of staying is worth                       [unit of the game]
 *   h   chance that he and the offer are still there at the next date, times his patience, a share
 * }</pre>
 *
 * <p>What going now gains over going at the next date tells how the dates at which he goes lie:
 *
 * <pre>{@code
 *   d_t = s_t o_t - u_t - h_t s_(t+1) o_(t+1)          s o after the last date is 0
 * }</pre>
 *
 * <p>If {@code d} never turns negative again once it is not, he goes just where {@code d >= 0}, and so at every date from the first on. If it
 * stays negative once it is, the offer is taken now or never. A declining offer with constant success and nothing gained by staying is
 * taken now or never too, and now unless it is worth less than nothing.
 *
 * <p>Exact but for rounding, by backward induction. Cost: one comparison a date.
 */
public final class Stopping {
    private final double[] success;
    private final double[] offers;
    private final double[] survival;
    private final double[] flow;

    private Stopping(double[] success, double[] offers, double[] survival, double[] flow) {
        this.success = success;
        this.offers = offers;
        this.survival = survival;
        this.flow = flow;
    }

    /**
     * Offers that all wait for him, success certain, waiting free.
     *
     * @param offers by date, net of his cost [unit of the game], finite
     */
    public static Stopping of(double... offers) {
        Checks.count(1, "offers", "dates", offers.length);
        for (int t = 0; t < offers.length; t++) {
            Checks.finite("offers[" + t + "]", "unit of the game", offers[t]);
        }
        final double[] ones = new double[offers.length];
        Arrays.fill(ones, 1);
        return new Stopping(ones, offers.clone(), ones, new double[offers.length]);
    }

    /** This, with another chance of getting through: one for every date, or one for all; shares. */
    public Stopping withSuccess(double... newSuccess) {
        return new Stopping(shares("success", newSuccess), offers, survival, flow);
    }

    /** This, with another chance of being still there at the next date, patience included: one for every date, or one for all; shares. */
    public Stopping withSurvival(double... newSurvival) {
        return new Stopping(success, offers, shares("survival", newSurvival), flow);
    }

    /** This, with so much gained by each date of staying [unit of the game]: one for every date, or one for all; negative if it costs. */
    public Stopping withFlow(double... newFlow) {
        final double[] byDate = byDate("flow", newFlow);
        for (int t = 0; t < byDate.length; t++) {
            Checks.finite("flow[" + t + "]", "unit of the game", byDate[t]);
        }
        return new Stopping(success, offers, survival, byDate);
    }

    private double[] shares(String name, double... values) {
        final double[] byDate = byDate(name, values);
        for (int t = 0; t < byDate.length; t++) {
            Checks.share(name + "[" + t + "]", byDate[t]);
        }
        return byDate;
    }

    private double[] byDate(String name, double... values) {
        if (values.length != 1 && values.length != dates()) {
            throw Checks.refused("%s must be 1 or %s values [count], but was %s", name, dates(), values.length);
        }
        final double[] byDate = new double[dates()];
        Arrays.setAll(byDate, t -> values[values.length == 1 ? 0 : t]);
        return byDate;
    }

    /** How many dates there are [count]. */
    public int dates() {
        return offers.length;
    }

    /** What going at a date is worth: chance of getting through times offer [unit of the game]. */
    public double worth(int date) {
        return success[Objects.checkIndex(date, dates())] * offers[date];
    }

    /** What a date of staying is worth [unit of the game]. */
    public double flow(int date) {
        return flow[Objects.checkIndex(date, dates())];
    }

    /** What waiting from a date for the next one keeps, a share. */
    public double survival(int date) {
        return survival[Objects.checkIndex(date, dates())];
    }

    /** His best plan; he goes rather than stays if both are worth the same. */
    public StoppingPlan best() {
        final double[] values = new double[dates()];
        double later = 0;
        for (int t = dates() - 1; t >= 0; t--) {
            later = Math.max(worth(t), flow[t] + survival[t] * later);
            values[t] = later;
        }
        return new StoppingPlan(this, values);
    }

    /**
     * What a chance that never lapses must be worth before it is taken, if its worth wanders as a geometric Brownian motion and taking it
     * costs an amount.
     *
     * <pre>{@code
     *   worth* = beta / (beta - 1) cost          volatility^2 / 2 beta (beta - 1) + drift beta = rate,  beta > 1
     * }</pre>
     *
     * @param rate       impatience and hazard [per unit of time], above the drift
     * @param drift      growth of the worth [per unit of time]
     * @param volatility deviation of its growth [per root of a unit of time], above 0
     * @param cost       what going costs him [unit of the game], above 0
     * @see <a href="https://doi.org/10.2307/1884175">R. McDonald and D. Siegel (1986), "The Value of Waiting to Invest", Quarterly Journal
     *     of Economics 101(4), 707-727</a>
     */
    public static double perpetualThreshold(double rate, double drift, double volatility, double cost) {
        Checks.finite("drift", "per unit of time", drift);
        Checks.above(0.0, "rate", "per unit of time", rate);
        if (!(rate > drift)) {
            throw Checks.refused(
                    "rate must be > the drift, %s [per unit of time], but was %s: he would wait for ever", drift, rate);
        }
        Checks.above(0.0, "volatility", "per root of a unit of time", volatility);
        Checks.above(0.0, "cost", "unit of the game", cost);
        final double variance = volatility * volatility;
        final double middle = 0.5 - drift / variance;
        final double beta = middle + Math.sqrt(middle * middle + 2 * rate / variance);
        return beta / (beta - 1) * cost;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Stopping that
                && Arrays.equals(success, that.success)
                && Arrays.equals(offers, that.offers)
                && Arrays.equals(survival, that.survival)
                && Arrays.equals(flow, that.flow);
    }

    @Override
    public int hashCode() {
        return Objects.hash(
                Arrays.hashCode(success), Arrays.hashCode(offers), Arrays.hashCode(survival), Arrays.hashCode(flow));
    }

    @Override
    public String toString() {
        return "Stopping[" + dates() + " dates]";
    }
}
