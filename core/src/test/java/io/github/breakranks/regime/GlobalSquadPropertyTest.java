package io.github.breakranks.regime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.breakranks.Seeds;
import io.github.breakranks.answer.Answer;
import io.github.breakranks.answer.Certificate;
import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.offer.Offer;
import io.github.breakranks.offer.Reprisal;
import io.github.breakranks.population.Population;
import java.util.Arrays;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** What must hold of few soldiers whose costs differ and whose gain the state shifts. */
class GlobalSquadPropertyTest {
    private static final double REPRISAL = 0.4;
    private static final double CASH = 0.3;

    private static double[] costs(long seed, int soldiers) {
        final SplittableRandom random = new SplittableRandom(seed);
        final double[] costs = new double[soldiers];
        Arrays.setAll(costs, i -> random.nextDouble() - 0.2);
        return costs;
    }

    private static DefectionGame squad(double... costs) {
        return DefectionGame.of(Population.of(costs), Offer.cash(CASH), Reprisal.fading(REPRISAL));
    }

    private static GlobalPlay play(double[] costs, News news) {
        return GlobalGameSolver.solver()
                .solve(GlobalGame.of(squad(costs), news))
                .orElseThrow();
    }

    /** One equilibrium under private news, at any precision: no cutoff is farther off than the greatest gain at a cutoff, which is nothing. */
    @Property(tries = 60, seed = Seeds.USUAL)
    void cutoffsAreOrderedByCostAndNobodyGainsAtHis(
            @ForAll @LongRange(min = 0, max = 1_000_000) long seed,
            @ForAll @IntRange(min = 2, max = 6) int soldiers,
            @ForAll @DoubleRange(min = -1, max = 6) double magnitude) {
        final double[] costs = costs(seed, soldiers);
        final Answer<GlobalPlay> answer =
                GlobalGameSolver.solver().solve(GlobalGame.of(squad(costs), News.wordOfMouth(Math.pow(10, magnitude))));
        final GlobalEquilibrium play = answer.orElseThrow().least();
        assertTrue(
                ((Certificate.Numeric) answer.certificate()).worst() < 1e-8,
                answer.certificate().sentence());
        for (int i = 0; i < soldiers; i++) {
            assertTrue(play.cutoff(i) >= costs[i] - CASH - 1e-10, "going is best above");
            assertTrue(play.cutoff(i) <= costs[i] - CASH + REPRISAL + 1e-10, "staying is best below");
            for (int j = 0; j < soldiers; j++) {
                assertTrue(costs[i] < costs[j] || play.cutoff(i) >= play.cutoff(j) - 1e-10, "ordered by cost");
            }
        }
    }

    /** Costs that rise by as much for all move all cutoffs by as much; a cost that rises alone lowers none. */
    @Property(tries = 40, seed = Seeds.USUAL)
    void costsMoveCutoffs(
            @ForAll @LongRange(min = 0, max = 1_000_000) long seed,
            @ForAll @IntRange(min = 2, max = 5) int soldiers,
            @ForAll @DoubleRange(min = 0, max = 1) double more) {
        final News news = News.wordOfMouth(100);
        final double[] costs = costs(seed, soldiers);
        final GlobalEquilibrium before = play(costs, news).least();
        final double[] shifted = Arrays.stream(costs).map(cost -> cost + more).toArray();
        final GlobalEquilibrium after = play(shifted, news).least();
        costs[0] += more;
        final GlobalEquilibrium one = play(costs, news).least();
        for (int i = 0; i < soldiers; i++) {
            assertEquals(before.cutoff(i) + more, after.cutoff(i), 1e-9);
            assertTrue(one.cutoff(i) >= before.cutoff(i) - 1e-10);
        }
    }

    /** Two ways: equations solved at once, and best replies from both ends under news of which next to nothing is public. */
    @Property(tries = 20, seed = Seeds.USUAL)
    void bestRepliesFromBothEndsFindTheSame(
            @ForAll @LongRange(min = 0, max = 1_000_000) long seed,
            @ForAll @IntRange(min = 2, max = 5) int soldiers,
            @ForAll @DoubleRange(min = 1, max = 200) double precision) {
        final double[] costs = costs(seed, soldiers);
        final GlobalPlay one = play(costs, News.wordOfMouth(precision));
        final GlobalPlay two = play(costs, News.wordOfMouth(precision).withPublic(0, 1e-9));
        assertTrue(two.unique(), "gap " + two.gap());
        for (int i = 0; i < soldiers; i++) {
            assertEquals(one.least().cutoff(i), two.least().cutoff(i), 1e-7);
            assertEquals(one.least().cutoff(i), two.greatest().cutoff(i), 1e-7);
        }
    }

    /** Costs that hardly differ are those of soldiers who are alike. */
    @Property(tries = 12, seed = Seeds.USUAL)
    void nearlyAlikeIsAlike(
            @ForAll @DoubleRange(min = -0.2, max = 0.8) double cost,
            @ForAll @IntRange(min = 2, max = 6) int soldiers,
            @ForAll @IntRange(min = 0, max = 3) int kind) {
        final Noise noise = new Noise[] {Noise.normal(), Noise.logistic(), Noise.uniform(), Noise.laplace()}[kind];
        final double[] costs = new double[soldiers];
        Arrays.fill(costs, cost);
        final News news = News.wordOfMouth(100).withNoise(noise);
        final double alike = play(costs, news).cutoff();
        costs[0] += 1e-9;
        final GlobalEquilibrium nearly = play(costs, news).least();
        for (int i = 0; i < soldiers; i++) {
            assertEquals(alike, nearly.cutoff(i), 2e-9);
        }
    }

    /** Very precise news picks who goes by the greatest potential over all sets of soldiers, looked for one by one. */
    @Property(tries = 40, seed = Seeds.USUAL)
    void preciseNewsPicksTheSetOfGreatestPotential(
            @ForAll @LongRange(min = 0, max = 1_000_000) long seed, @ForAll @IntRange(min = 2, max = 6) int soldiers) {
        final double[] costs = costs(seed, soldiers);
        double greatest = Double.NEGATIVE_INFINITY;
        double second = Double.NEGATIVE_INFINITY;
        int gone = 0;
        for (int set = 0; set < 1 << soldiers; set++) {
            double potential = 0;
            int size = 0;
            for (int i = 0; i < soldiers; i++) {
                if ((set >> i & 1) == 1) {
                    potential += CASH - REPRISAL * (1 - size / (soldiers - 1.0)) - costs[i];
                    size++;
                }
            }
            second = Math.max(second, Math.min(potential, greatest));
            gone = potential > greatest ? size : gone;
            greatest = Math.max(greatest, potential);
        }
        final GlobalPlay play = play(costs, News.wordOfMouth(1e8));
        if (greatest - second > 0.01) { // else news would have to be more precise yet
            assertEquals(gone / (double) soldiers, play.picked(), 1e-12);
            assertEquals(gone / (double) soldiers, play.share(0), 1e-3);
        }
    }

    /** Public news may leave several: each end is an equilibrium by itself, whoever plays, and in no state do fewer go in the greatest. */
    @Property(tries = 12, seed = Seeds.USUAL)
    void bothEndsAreEquilibriaHoweverPublicNewsIs(
            @ForAll @LongRange(min = 0, max = 1_000_000) long seed,
            @ForAll @IntRange(min = 1, max = 5) int soldiers,
            @ForAll @DoubleRange(min = 1, max = 1_000) double precision) {
        final News news = News.wordOfMouth(100).withPublic(0.1, precision);
        final GlobalGame game = soldiers == 1
                ? GlobalGame.of((state, gone) -> state + 0.4 * gone - 0.3, news)
                : GlobalGame.of(squad(costs(seed, soldiers)), news);
        final Answer<GlobalPlay> answer = GlobalGameSolver.solver().solve(game);
        if (answer instanceof Answer.Found) {
            assertTrue(
                    ((Certificate.Numeric) answer.certificate()).worst() < 1e-8,
                    answer.certificate().sentence());
            for (double state = -0.5; state <= 0.5; state += 0.125) {
                assertTrue(answer.value().least().share(state)
                        <= answer.value().greatest().share(state) + 1e-9);
            }
        }
    }
}
