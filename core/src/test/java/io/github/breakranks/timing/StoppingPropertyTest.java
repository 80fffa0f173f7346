package io.github.breakranks.timing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.breakranks.RandomGames;
import io.github.breakranks.Seeds;
import java.util.Arrays;
import java.util.OptionalInt;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Theorems on one soldier's stopping problem. */
class StoppingPropertyTest {
    private static final double CLOSE = 1e-12;

    /** The best of all dates, each worth what is gained until then and there, counted forward from today. */
    @Property(seed = Seeds.USUAL)
    void isTheBestOfAllDates(
            @ForAll("eighths") double[] offers, @ForAll("share") double survival, @ForAll("eighth") double flow) {
        final StoppingPlan plan =
                Stopping.of(offers).withSurvival(survival).withFlow(flow).best();

        double best = Double.NEGATIVE_INFINITY;
        double gained = 0;
        double left = 1;
        for (double offer : offers) {
            best = Math.max(best, gained + left * offer);
            gained += left * flow;
            left *= survival;
        }
        assertEquals(Math.max(best, gained), plan.value(0), CLOSE);
    }

    /** If staying is worth something, less survival never makes a plan better. */
    @Property(seed = Seeds.USUAL)
    void aHigherHazardNeverHelps(
            @ForAll("eighths") double[] offers,
            @ForAll("share") double survival,
            @ForAll("share") double part,
            @ForAll("share") double flow) {
        final Stopping safe = Stopping.of(offers).withFlow(flow).withSurvival(survival);
        final StoppingPlan worse = safe.withSurvival(survival * part).best();

        for (int date = 0; date < offers.length; date++) {
            assertTrue(worse.value(date) <= safe.best().value(date));
        }
    }

    /** A declining offer with constant success, and nothing gained by staying, is taken now or never. */
    @Property(seed = Seeds.USUAL)
    void aDecliningOfferIsTakenNowOrNever(
            @ForAll("eighths") double[] offers, @ForAll("share") double success, @ForAll("share") double survival) {
        final double[] declining =
                Arrays.stream(offers).map(o -> -o).sorted().map(o -> -o).toArray();
        final StoppingPlan plan = Stopping.of(declining)
                .withSuccess(success)
                .withSurvival(survival)
                .best();

        final boolean now = success * declining[0] >= 0;
        assertEquals(now ? OptionalInt.of(0) : OptionalInt.empty(), plan.first());
    }

    /** The monotone case (Chow and Robbins 1961): once going gains over one more date it always does; then he goes just there. */
    @Property(seed = Seeds.USUAL)
    void looksOneDateAheadInTheMonotoneCase(@ForAll("eighths") double[] offers, @ForAll("eighths") double[] gains) {
        final double[] rising = sized(offers.length, gains);
        Arrays.sort(rising);
        final StoppingPlan plan = withGains(offers, rising).best();

        for (int date = 0; date < offers.length; date++) {
            assertEquals(rising[date] >= 0, plan.goes(date));
        }
    }

    /** Once waiting gains it always does: what is not taken at once is never taken. */
    @Property(seed = Seeds.USUAL)
    void nowOrNeverOnceWaitingAlwaysGains(@ForAll("eighths") double[] offers, @ForAll("eighths") double[] gains) {
        final double[] rising = sized(offers.length, gains);
        Arrays.sort(rising);
        final double[] falling = new double[rising.length];
        Arrays.setAll(falling, t -> rising[rising.length - 1 - t]);
        final OptionalInt first = withGains(offers, falling).best().first();

        assertTrue(first.isEmpty() || first.getAsInt() == 0, first::toString);
    }

    private static double[] sized(int size, double... values) {
        final double[] sized = new double[size];
        Arrays.setAll(sized, t -> values[t % values.length]);
        return sized;
    }

    /** The flow that makes going now gain so much over the next date; exact in binary. */
    private static Stopping withGains(double[] offers, double... gains) {
        final double[] flow = new double[offers.length];
        Arrays.setAll(flow, t -> offers[t] - (t + 1 < offers.length ? 0.5 * offers[t + 1] : 0) - gains[t]);
        return Stopping.of(offers).withSurvival(0.5).withFlow(flow);
    }

    @Provide
    Arbitrary<double[]> eighths() {
        return Arbitraries.integers()
                .between(-16, 40)
                .array(int[].class)
                .ofMinSize(1)
                .ofMaxSize(12)
                .map(whole -> Arrays.stream(whole).mapToDouble(k -> k / 8.0).toArray());
    }

    @Provide
    Arbitrary<Double> eighth() {
        return Arbitraries.integers().between(-16, 16).map(k -> k / 8.0);
    }

    @Provide
    Arbitrary<Double> share() {
        return RandomGames.between(0, 1);
    }
}
