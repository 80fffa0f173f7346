package io.github.breakranks.regime;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.breakranks.Seeds;
import io.github.breakranks.answer.Certificate;
import io.github.breakranks.answer.Watch;
import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.internal.NormalQuantile;
import io.github.breakranks.offer.Offer;
import io.github.breakranks.offer.Reprisal;
import io.github.breakranks.offer.Term;
import io.github.breakranks.population.CostLaw;
import io.github.breakranks.population.Population;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** What must hold of regime change whatever is at stake (Morris and Shin 1998, 2003; Hellwig 2002; Sakovics and Steiner 2012). */
class RegimePropertyTest {
    private static final double ROOT_TWO_PI = Math.sqrt(2 * Math.PI);

    private static RegimeFall fall(RegimeChange game) {
        return RegimeSolver.solver().solve(game).orElseThrow();
    }

    /** What the solver finds, without the certificate, which is most of the work and not looked at where this is used. */
    private static RegimeFall found(RegimeChange game) {
        if (game.flat()) {
            return new RegimeFall(game, new double[] {CriticalStrengths.untold(game)}, true);
        }
        final CriticalStrengths found = CriticalStrengths.of(game, Watch.none());
        return new RegimeFall(game, found.strengths(), found.complete());
    }

    @Property(tries = 200, seed = Seeds.USUAL)
    void newsPrivateEnoughLeavesOne(
            @ForAll @DoubleRange(min = 0.02, max = 0.98) double cost,
            @ForAll @DoubleRange(min = -1, max = 2) double mean,
            @ForAll @DoubleRange(min = 0.05, max = 50) double precision,
            @ForAll @DoubleRange(min = 0.01, max = 1) double part) {
        final News news = News.wordOfMouth(precision).withPublic(mean, part * ROOT_TWO_PI * Math.sqrt(precision));
        final RegimeFall fall = fall(RegimeChange.of(1, cost).withNews(news));
        assertEquals(1, fall.criticalStrengths().length);
        assertTrue(fall.criticalStrength() >= 0 && fall.criticalStrength() <= 1);
    }

    @Property(tries = 100, seed = Seeds.USUAL)
    void newsPublicEnoughBringsThreeAtTheMiddle(
            @ForAll @DoubleRange(min = 0.05, max = 50) double precision,
            @ForAll @DoubleRange(min = 1.02, max = 6) double more) {
        final News news = News.wordOfMouth(precision).withPublic(0.5, more * ROOT_TWO_PI * Math.sqrt(precision));
        final double[] strengths = fall(RegimeChange.of(1, 0.5).withNews(news)).criticalStrengths();
        assertEquals(3, strengths.length);
        assertEquals(0.5, strengths[1], 1e-9);
        assertEquals(1, strengths[0] + strengths[2], 1e-9);
    }

    /** Two ways to the same answer: turning points of one cost, and halved stretches of a list of that cost twice. */
    @Property(tries = 60, seed = Seeds.USUAL)
    void bothSearchesFindTheSame(
            @ForAll @DoubleRange(min = 0.1, max = 0.9) double cost,
            @ForAll @DoubleRange(min = 0, max = 1) double mean,
            @ForAll @DoubleRange(min = 0.5, max = 12) double precision) {
        final News news = News.wordOfMouth(1).withPublic(mean, precision);
        final RegimeFall one = fall(RegimeChange.of(1, cost).withNews(news));
        final RegimeFall two = fall(RegimeChange.of(
                        Contingent.of(1, cost).named("a"),
                        Contingent.of(1, cost).named("b"))
                .withNews(news));
        if (two.complete()) {
            assertArrayEquals(one.criticalStrengths(), two.criticalStrengths(), 1e-8);
        }
    }

    /** Each term of an offer raises the critical strength, the least and the greatest. */
    @Property(tries = 40, seed = Seeds.USUAL)
    void betterOffersBringStrongerRegimesDown(
            @ForAll @DoubleRange(min = 0, max = 0.3) double cash,
            @ForAll @DoubleRange(min = 0.01, max = 0.1) double more,
            @ForAll @DoubleRange(min = 0.2, max = 3) double precision,
            @ForAll boolean onlyIfFalls) {
        final DefectionGame game = DefectionGame.of(
                Population.of(1_000, CostLaw.uniform(0.1, 0.9)),
                Offer.cash(cash).withRefuge(0.2).withCredibility(0.8),
                Reprisal.fading(0.4));
        final Stakes stakes = onlyIfFalls ? Stakes.onlyIfFalls(0.3) : Stakes.winOrLose(0.3);
        final News news = News.wordOfMouth(2).withPublic(0.4, precision);
        final RegimeFall before = found(RegimeChange.of(game, stakes).withNews(news));
        for (final Term term : new Term[] {Term.CASH, Term.REFUGE, Term.CREDIBILITY}) {
            final RegimeFall after =
                    found(RegimeChange.of(game.with(term, game.offer().get(term) + more), stakes)
                            .withNews(news));
            assertTrue(after.least() >= before.least() - 1e-12, term.toString());
            assertTrue(after.greatest() >= before.greatest() - 1e-12, term.toString());
        }
    }

    @Property(tries = 36, seed = Seeds.USUAL)
    void derivativesAreWhatDifferencesShow(
            @ForAll @DoubleRange(min = 0.2, max = 0.8) double cost,
            @ForAll @DoubleRange(min = 0.2, max = 0.8) double mean,
            @ForAll @DoubleRange(min = 0.2, max = 2) double precision,
            @ForAll @IntRange(min = 0, max = 5) int kind) {
        final Contingent who = Contingent.of(1.5, law(kind, cost));
        final News news = News.wordOfMouth(3).withPublic(mean, precision);
        final RegimeChange game =
                RegimeChange.of(who, Contingent.of(1, 0.5).named("other")).withNews(news);
        final Sensitivity by = found(game).sensitivity();
        final double h = 1e-5;
        assertEquals(between(game.paid(0, h), game.paid(0, -h)) / (2 * h), by.paid(0), 1e-5);
        assertEquals(
                between(game.promised(0, h), game.promised(0, -h)) / (2 * h),
                by.benefit().get(0),
                1e-5);
        assertEquals(
                between(
                                game.withNews(news.withoutPublic().withPublic(mean + h, precision)),
                                game.withNews(news.withoutPublic().withPublic(mean - h, precision)))
                        / (2 * h),
                by.publicMean(),
                1e-5);
        assertEquals(
                between(
                                game.withNews(news.withoutPublic().withPublic(mean, precision + h)),
                                game.withNews(news.withoutPublic().withPublic(mean, precision - h)))
                        / (2 * h),
                by.publicPrecision(),
                1e-5);
    }

    /** Private news alone: what is at stake is all that moves anything. */
    @Property(tries = 36, seed = Seeds.USUAL)
    void derivativesUnderPrivateNewsAreWhatDifferencesShow(
            @ForAll @DoubleRange(min = 0.2, max = 0.8) double cost, @ForAll @IntRange(min = 0, max = 5) int kind) {
        final RegimeChange game = RegimeChange.of(
                Contingent.of(1.5, law(kind, cost)), Contingent.of(1, 0.5).named("other"));
        final Sensitivity by = found(game).sensitivity();
        final double h = 1e-5;
        assertEquals(between(game.paid(0, h), game.paid(0, -h)) / (2 * h), by.paid(0), 1e-6);
        assertEquals(
                between(game.promised(0, h), game.promised(0, -h)) / (2 * h),
                by.benefit().get(0),
                1e-6);
        assertEquals(0, by.publicMean());
        assertEquals(0, by.publicPrecision());
    }

    private static CostLaw law(int kind, double cost) {
        return switch (kind) {
            case 0 -> CostLaw.empirical(cost);
            case 1 -> CostLaw.normal(cost, 0.3);
            case 2 -> CostLaw.empirical(-0.1, cost - 0.1, cost, cost + 0.1, 1.9);
            case 3 -> CostLaw.mixture(0.5, CostLaw.empirical(cost), CostLaw.normal(0.5, 0.1));
            case 4 -> CostLaw.uniform(cost, cost + 1e-4);
            default -> CostLaw.uniform(-0.3, cost);
        };
    }

    /**
     * With a share who go whatever they see and a share who never do, the others play the same game for what is left: strengths, and what is known of
     * them, are shrunk to it and moved by those who go anyway.
     */
    @Property(tries = 40, seed = Seeds.USUAL)
    void thoseWhoGoAnywayShiftTheAnswer(
            @ForAll @DoubleRange(min = 0.1, max = 0.9) double cost,
            @ForAll @DoubleRange(min = 0, max = 1) double mean,
            @ForAll @DoubleRange(min = 0.2, max = 8) double precision,
            @ForAll @DoubleRange(min = 0.05, max = 0.4) double always) {
        final double left = 0.9 - always;
        final RegimeChange shifted = RegimeChange.of(
                        Contingent.of(1, cost).withMass(left),
                        Contingent.of(1, -1).withMass(always),
                        Contingent.of(1, 2).withMass(0.1))
                .withNews(News.wordOfMouth(1 / (left * left))
                        .withPublic(always + left * mean, precision / (left * left)));
        final double[] plain = fall(RegimeChange.of(1, cost)
                        .withNews(News.wordOfMouth(1).withPublic(mean, precision)))
                .criticalStrengths();
        for (int k = 0; k < plain.length; k++) {
            plain[k] = always + left * plain[k];
        }
        assertArrayEquals(plain, fall(shifted).criticalStrengths(), 1e-8);
    }

    /** The same of news that errs in another way, and inside the dominance bounds. */
    @Property(tries = 12, seed = Seeds.USUAL)
    void thoseWhoGoAnywayShiftTheAnswerWhateverTheNoise(
            @ForAll @DoubleRange(min = 0.2, max = 0.8) double cost,
            @ForAll @DoubleRange(min = 0.1, max = 0.9) double mean,
            @ForAll @DoubleRange(min = 0.2, max = 1) double precision,
            @ForAll @IntRange(min = 0, max = 2) int kind) {
        final Noise noise = new Noise[] {Noise.logistic(), Noise.uniform(), Noise.laplace()}[kind];
        final News news = News.wordOfMouth(4).withNoise(noise);
        final RegimeFall shifted = found(RegimeChange.of(
                        Contingent.of(1, cost).withMass(0.7),
                        Contingent.of(1, -1).withMass(0.2),
                        Contingent.of(1, 2).withMass(0.1))
                .withNews(news.withPrivate(4 / 0.49).withPublic(0.2 + 0.7 * mean, precision / 0.49)));
        final double plain = found(RegimeChange.of(1, cost).withNews(news.withPublic(mean, precision)))
                .criticalStrength();
        assertEquals(0.2 + 0.7 * plain, shifted.criticalStrength(), 1e-8);
        assertTrue(shifted.criticalStrength() >= 0.2 && shifted.criticalStrength() <= 0.9);
    }

    private static double between(RegimeChange one, RegimeChange other) {
        return found(one).criticalStrength() - found(other).criticalStrength();
    }

    /** Hellwig (2002): soldiers overreact to public news, the more the more public it is. */
    @Property(tries = 50, seed = Seeds.USUAL)
    void publicNewsMovesMoreTheMorePublicItIs(@ForAll @DoubleRange(min = 0.3, max = 3) double privately) {
        double before = 0;
        for (int k = 1; k <= 8; k++) {
            final News news = News.wordOfMouth(privately).withPublic(0.5, k / 9.0 * ROOT_TWO_PI * Math.sqrt(privately));
            final double answer =
                    -fall(RegimeChange.of(1, 0.5).withNews(news)).sensitivity().publicMean();
            assertTrue(answer > before, "at " + k + ": " + answer + " after " + before);
            before = answer;
        }
    }

    /**
     * A finite army that draws costs and news, each soldier his own, goes as the continuum says: within three standard errors, on a fixed seed as
     * three armies in a thousand would lie outside.
     */
    @Property(tries = 40, seed = "1998")
    void anArmyDrawnAgrees(
            @ForAll @LongRange(min = 0, max = 1_000_000) long seed,
            @ForAll @DoubleRange(min = 0.1, max = 0.9) double strength) {
        final RegimeFall fall = fall(RegimeChange.of(Contingent.of(1, CostLaw.uniform(0, 1)))
                .withNews(News.wordOfMouth(9).withPublic(0.4, 4)));
        final int soldiers = 40_000;
        final SplittableRandom random = new SplittableRandom(seed);
        int gone = 0;
        for (int i = 0; i < soldiers; i++) {
            final double news = strength + random.nextGaussian() / 3;
            gone += news <= fall.cutoff(0, 0, random.nextDouble()) ? 1 : 0;
        }
        final double share = fall.shareAt(strength);
        final double error = Math.sqrt(share * (1 - share) / soldiers);
        assertEquals(share, gone / (double) soldiers, 3 * error);
    }

    /** Wherever it is, a critical strength lies between those who go always and those who do not stay always. */
    @Property(tries = 60, seed = Seeds.USUAL)
    void criticalStrengthsLieInsideTheDominanceBounds(
            @ForAll @LongRange(min = 0, max = 1_000_000) long seed,
            @ForAll @DoubleRange(min = 0, max = 12) double precision) {
        final SplittableRandom random = new SplittableRandom(seed);
        final double[] costs = new double[1 + random.nextInt(6)];
        int always = 0;
        int never = 0;
        for (int k = 0; k < costs.length; k++) {
            costs[k] = 1.6 * random.nextDouble() - 0.3;
            always += costs[k] <= 0 ? 1 : 0;
            never += costs[k] >= 1 ? 1 : 0;
        }
        final News quiet = News.wordOfMouth(1);
        final RegimeFall fall = found(RegimeChange.of(Contingent.of(1, CostLaw.empirical(costs)))
                .withNews(precision == 0 ? quiet : quiet.withPublic(random.nextDouble(), precision)));
        for (final double strength : fall.criticalStrengths()) {
            assertTrue(strength >= always / (double) costs.length - 1e-12, fall.toString());
            assertTrue(strength <= 1 - never / (double) costs.length + 1e-12, fall.toString());
        }
    }

    /**
     * Private news without end brings back what it says alone, one less cost over benefit. Normal news is off by no more than the steepest density
     * times what is told of the strength and of how sure one may be: {@code (|theta* - z| / sqrt(beta) + |u| / (2 beta)) / sqrt(2 pi)}.
     */
    @Property(tries = 60, seed = Seeds.USUAL)
    void preciseNewsLeadsToTheLaplacianThreshold(
            @ForAll @DoubleRange(min = 0.05, max = 0.95) double cost,
            @ForAll @DoubleRange(min = -1, max = 2) double mean) {
        for (final double precision : new double[] {1e2, 1e4, 1e6, 1e8}) {
            final News news = News.wordOfMouth(precision).withPublic(mean, 1);
            final double strength =
                    fall(RegimeChange.of(1, cost).withNews(news)).criticalStrength();
            final double most = Math.abs(strength - mean) / Math.sqrt(precision)
                    + Math.abs(NormalQuantile.below(cost)) / (2 * precision);
            assertTrue(Math.abs(strength - (1 - cost)) <= most / ROOT_TWO_PI + 1e-12, "precision " + precision);
        }
        for (final Noise noise : new Noise[] {Noise.logistic(), Noise.uniform(), Noise.laplace()}) {
            final News news = News.wordOfMouth(1e8).withPublic(mean, 1).withNoise(noise);
            assertEquals(
                    1 - cost, found(RegimeChange.of(1, cost).withNews(news)).criticalStrength(), 1e-3);
        }
    }

    /** Private news alone: no precision and no law of noise matters, whoever has which. */
    @Property(tries = 30, seed = Seeds.USUAL)
    void underPrivateNewsAloneNeitherPrecisionNorNoiseMatters(
            @ForAll @DoubleRange(min = 0.05, max = 0.95) double cost,
            @ForAll @DoubleRange(min = 0.01, max = 100) double precision) {
        final RegimeChange game = RegimeChange.of(Contingent.of(1, cost), Contingent.of(2, CostLaw.normal(0.9, 0.4)));
        final double plain = found(game).criticalStrength();
        for (final Noise noise : new Noise[] {Noise.logistic(), Noise.uniform(), Noise.laplace()}) {
            final RegimeChange other = game.withNews(News.wordOfMouth(precision).withNoise(noise), News.wordOfMouth(1));
            assertEquals(plain, found(other).criticalStrength(), 1e-14);
        }
    }

    /** Those who go cross the strength from above first and last, so that critical strengths are odd in number, whatever the noise. */
    @Property(tries = 60, seed = Seeds.USUAL)
    void underAnyNoiseCriticalStrengthsAreOddInNumber(
            @ForAll @DoubleRange(min = 0.05, max = 0.95) double cost,
            @ForAll @DoubleRange(min = -1, max = 2) double mean,
            @ForAll @DoubleRange(min = -2, max = 8) double magnitude,
            @ForAll @IntRange(min = 0, max = 2) int law) {
        final Noise noise =
                List.of(Noise.logistic(), Noise.uniform(), Noise.laplace()).get(law);
        final News news =
                News.wordOfMouth(Math.pow(10, magnitude)).withPublic(mean, 3).withNoise(noise);
        final var answer = RegimeSolver.solver().solve(RegimeChange.of(1, cost).withNews(news));
        assertEquals(
                1, answer.value().criticalStrengths().length % 2, answer.value().toString());
        if (answer.certificate() instanceof Certificate.Numeric checked) {
            assertTrue(checked.worst() < 1e-4, checked.sentence());
        }
    }

    /** The stronger all are told that it is, the less they bring down. */
    @Property(tries = 60, seed = Seeds.USUAL)
    void tellingThatItIsStrongerNeverBringsAStrongerOneDown(
            @ForAll @DoubleRange(min = 0.05, max = 0.95) double cost,
            @ForAll @DoubleRange(min = -0.5, max = 1.5) double mean,
            @ForAll @DoubleRange(min = 0.1, max = 12) double precision) {
        final RegimeChange game = RegimeChange.of(1, cost);
        final RegimeFall weak = fall(game.withNews(News.wordOfMouth(1).withPublic(mean, precision)));
        final RegimeFall strong = fall(game.withNews(News.wordOfMouth(1).withPublic(mean + 0.1, precision)));
        assertTrue(strong.least() <= weak.least() + 1e-12);
        assertTrue(strong.greatest() <= weak.greatest() + 1e-12);
    }

    @Property(tries = 60, seed = Seeds.USUAL)
    void thoseChosenMoveAtLeastAsMuchAsAnEvenSpread(
            @ForAll @LongRange(min = 0, max = 1_000_000) long seed,
            @ForAll @DoubleRange(min = 0, max = 1) double budget) {
        final SplittableRandom random = new SplittableRandom(seed);
        final Contingent[] contingents = new Contingent[1 + random.nextInt(5)];
        for (int g = 0; g < contingents.length; g++) {
            contingents[g] = new Contingent(
                    "group " + g,
                    0.1 + random.nextDouble(),
                    0.1 + random.nextDouble(),
                    0.2 + random.nextDouble(),
                    CostLaw.empirical(1.6 * random.nextDouble() - 0.2));
        }
        final RegimeChange game = RegimeChange.of(contingents);
        final var answer = WhomToPaySolver.within(budget).solve(game);
        assertTrue(answer.value().criticalStrength() >= answer.value().criticalStrengthIfEven() - 1e-12);
        assertTrue(answer.value().spent() <= budget + 1e-12);
        assertTrue(
                ((Certificate.Numeric) answer.certificate()).worst() < 1e-9,
                answer.certificate().sentence());
        assertEquals(
                fall(answer.value().game()).criticalStrength(), answer.value().criticalStrength(), 1e-12);
    }

    /** Edmond's (2013) game with quadratic effort: here, at least, manipulation never helps those who go, and precise news helps the regime. */
    @Property(tries = 6, seed = Seeds.USUAL)
    void manipulationNeverHelpsThoseWhoGo(
            @ForAll @DoubleRange(min = 0.25, max = 0.75) double needed,
            @ForAll @DoubleRange(min = 0.1, max = 8) double precision) {
        final double less = strength(needed, precision);
        final double more = strength(needed, 2 * precision);
        assertTrue(less <= 1 - needed + 1e-9);
        assertTrue(more <= less + 1e-9);
    }

    private static double strength(double needed, double precision) {
        return ManipulationSolver.solver()
                .solve(ManipulatedRegime.quadratic(needed, precision, 1))
                .value()
                .criticalStrength();
    }

    /** Moving the state moves the cutoff by as much; more precise news brings it nearer to the Laplacian one. */
    @Property(tries = 5, seed = Seeds.USUAL)
    void movedStatesMoveTheCutoff(@ForAll @DoubleRange(min = -2, max = 2) double shift) {
        final StateGain gain = (state, gone) -> state / Math.sqrt(1 + state * state) + gone - 0.6;
        final GlobalPlay here = GlobalGameSolver.solver()
                .solve(GlobalGame.of(gain, News.wordOfMouth(16)))
                .value();
        final GlobalPlay moved = GlobalGameSolver.solver()
                .solve(GlobalGame.of((state, gone) -> gain.of(state - shift, gone), News.wordOfMouth(16)))
                .value();
        assertEquals(here.cutoff() + shift, moved.cutoff(), 1e-8);
        final GlobalPlay precise = GlobalGameSolver.solver()
                .solve(GlobalGame.of(gain, News.wordOfMouth(1600)))
                .value();
        assertTrue(Math.abs(precise.cutoff() - here.laplacianState())
                < Math.abs(here.cutoff() - here.laplacianState()) + 1e-9);
    }
}
