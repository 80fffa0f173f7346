package io.github.breakranks.examples;

import io.github.breakranks.answer.Table;
import io.github.breakranks.equilibrium.Axis;
import io.github.breakranks.examples.chart.Chart;
import io.github.breakranks.examples.job.HessianGame;
import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.offer.Term;
import io.github.breakranks.regime.FallMap;
import io.github.breakranks.regime.News;
import io.github.breakranks.regime.RegimeChange;
import io.github.breakranks.regime.RegimeFall;
import io.github.breakranks.regime.RegimeSolver;
import io.github.breakranks.regime.Stakes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * A handbill to everybody, or word of mouth? Costs, reprisal, belief and what soldiers know are ASSUMED here: the Hessians' corps falls apart
 * once as large a share as its strength has left, and nobody knows how large that is.
 */
public final class HandbillOrWordOfMouth {
    /** Standard deviations of the private cost, ASSUMED [50 acres]. */
    static final List<Double> SPREADS = List.of(0.2, 0.4);

    /** Precision of what each hears by word of mouth, ASSUMED [1 / strength squared]: within a half, two times in three. */
    static final double HEARD = 4;

    /** Precisions of the handbill, ASSUMED [1 / strength squared]: within 1, 1/2, 1/4 and 1/8, two times in three. */
    static final List<Double> PRINTED = List.of(1.0, 4.0, 16.0, 64.0);

    /** What the handbill may say of the corps' strength, ASSUMED [share]: weak, middling and strong. */
    static final List<Double> SAID = List.of(0.2, 0.4, 0.6);

    /** What he who prints holds of its strength, ASSUMED: normal of mean 0.4 and deviation 0.2 [share]. */
    static final double VIEW = 0.4;

    static final double DOUBT = 0.2;

    private static final int STRETCHES = 20; // of what an honest handbill may say
    private static final double FAR = 5; // deviations of it
    private static final double STEP = 0.08; // of the critical strength: more is looked into
    private static final double NARROW = 0x1p-12;

    private HandbillOrWordOfMouth() {}

    /** Prints what word of mouth and handbills do under each set of assumptions; with a directory tables and pictures are written there. */
    public static void main(String... args) {
        Printed.asProgram(() -> new HandbillOrWordText(sets()), args);
    }

    /**
     * One set of assumptions.
     *
     * @param spread of costs [50 acres]
     * @param stakes when the offer is honoured
     * @param game   the Hessians' game
     */
    record Set(double spread, Stakes stakes, DefectionGame game) {
        Set {
            Objects.requireNonNull(stakes, "stakes");
            Objects.requireNonNull(game, "game");
        }

        String name() {
            return String.format(
                    Locale.ROOT,
                    "Hessians, costs spread by %s, land given %s",
                    spread,
                    stakes.onlyIfFalls() ? "only if the corps falls apart" : "win or lose");
        }

        /** Up to which strength it falls by word of mouth. */
        double quiet() {
            return fall(News.wordOfMouth(HEARD)).criticalStrength();
        }

        /** Up to which strength it falls once all have read such a handbill. */
        RegimeFall told(double said, double precision) {
            return fall(News.wordOfMouth(HEARD).withPublic(said, precision));
        }

        private RegimeFall fall(News news) {
            return RegimeSolver.solver()
                    .solve(RegimeChange.of(game, stakes).withNews(news))
                    .orElseThrow();
        }

        /** How likely it is to fall by word of mouth, to him who prints. */
        double chanceQuiet() {
            return fall(News.wordOfMouth(HEARD)).chance(VIEW, DOUBT);
        }

        /**
         * How likely it is to fall if the handbill says honestly what its printer has found out with this precision, before he has: the least and
         * the greatest. By Simpson's rule over what it may say, on stretches that are halved where the critical strength jumps.
         */
        double[] chanceHonest(double precision) {
            final double[] chances = new double[2];
            for (int k = 0; k < STRETCHES; k++) {
                final Said from = said(FAR * (2.0 * k / STRETCHES - 1), precision);
                final Said to = said(FAR * (2.0 * (k + 1) / STRETCHES - 1), precision);
                add(from, to, precision, chances);
            }
            return chances;
        }

        private void add(Said from, Said to, double precision, double[] chances) {
            final Said middle = said((from.z + to.z) / 2, precision);
            if (to.z - from.z > NARROW && (from.least - to.least > STEP || from.greatest - to.greatest > STEP)) {
                add(from, middle, precision, chances);
                add(middle, to, precision, chances);
                return;
            }
            for (int k = 0; k < 2; k++) {
                chances[k] += (to.z - from.z) / 6 * (from.parts[k] + 4 * middle.parts[k] + to.parts[k]);
            }
        }

        /** What it may say, in deviations from what is expected; the critical strengths then, and the chance times the density. */
        private record Said(double z, double least, double greatest, double[] parts) {}

        private Said said(double z, double precision) {
            final double variance = DOUBT * DOUBT + 1 / precision;
            final double weight = 1 / precision / variance; // of his view, once he knows what it says
            final double said = VIEW + z * Math.sqrt(variance);
            final double mean = weight * VIEW + (1 - weight) * said;
            final double deviation = DOUBT * Math.sqrt(weight);
            final double density = Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
            final RegimeFall fall = told(said, precision);
            return new Said(z, fall.least(), fall.greatest(), new double[] {
                density * fall.chance(fall.least(), mean, deviation),
                density * fall.chance(fall.greatest(), mean, deviation)
            });
        }

        /** Over what is believed of the promise and how precise the handbill is, saying that the corps is middling. */
        FallMap map() {
            final double[] precisions =
                    IntStream.rangeClosed(0, 40).mapToDouble(k -> k * 0.5).toArray();
            return FallMap.over(
                    Axis.over(Term.CREDIBILITY, 0, 1, 41),
                    precisions,
                    stakes,
                    News.wordOfMouth(HEARD).withPublic(VIEW, 1),
                    DOUBT);
        }

        Table mapped() {
            return map().solve(game).orElseThrow();
        }

        Chart chart() {
            return Chart.falls(map(), game).titled("How likely the corps is to fall apart: " + name());
        }

        @Override
        public String toString() {
            return "Set[" + name() + "]";
        }
    }

    /** A set for each spread of costs and each way to honour the offer. */
    static List<Set> sets() {
        final List<Set> sets = new ArrayList<>();
        for (final double spread : SPREADS) {
            final DefectionGame game = HessianGame.of(spread).orElseThrow();
            sets.add(new Set(spread, Stakes.winOrLose(0), game));
            sets.add(new Set(spread, Stakes.onlyIfFalls(0), game));
        }
        return sets;
    }
}
