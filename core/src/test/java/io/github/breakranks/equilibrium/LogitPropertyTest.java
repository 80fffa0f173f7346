package io.github.breakranks.equilibrium;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.breakranks.Seeds;
import io.github.breakranks.answer.Answer;
import io.github.breakranks.answer.Certificate;
import io.github.breakranks.answer.Watch;
import io.github.breakranks.game.NormalFormGame;
import io.github.breakranks.game.Regret;
import io.github.breakranks.game.StrategyProfile;
import java.math.BigDecimal;
import java.util.SplittableRandom;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** What holds for every game: the equations of logit equilibrium and what follows from them. */
class LogitPropertyTest {
    private static final int[][] SHAPES = {{2, 2}, {3, 2}, {3, 3}, {5, 4}, {2, 2, 2}, {3, 2, 3}, {2, 2, 2, 2}};

    private static NormalFormGame game(long seed, int most, int... shape) {
        final SplittableRandom random = new SplittableRandom(seed);
        int profiles = 1;
        for (final int size : shape) {
            profiles *= size;
        }
        final double[][] payoffs = new double[shape.length][profiles];
        for (final double[] column : payoffs) {
            for (int index = 0; index < profiles; index++) {
                column[index] = random.nextInt(most + 1);
            }
        }
        return of(shape, payoffs);
    }

    private static NormalFormGame of(int[] shape, double[][] payoffs) {
        return NormalFormGame.of(shape, (player, chosen) -> {
            int index = 0;
            for (int other = 0; other < shape.length; other++) {
                index = index * shape[other] + chosen[other];
            }
            return payoffs[player][index];
        });
    }

    private static double apart(StrategyProfile one, StrategyProfile other) {
        double apart = 0;
        for (int player = 0; player < one.players(); player++) {
            for (int action = 0; action < one.actions(player); action++) {
                apart = Math.max(apart, Math.abs(one.chance(player, action) - other.chance(player, action)));
            }
        }
        return apart;
    }

    /** At moderate precision every reported point solves the equations, recomputed, to 1e-12, and adds up to one. */
    @Property(tries = 60, seed = Seeds.USUAL)
    void everyPointSolvesTheEquations(
            @ForAll @LongRange(min = 0, max = 9999) long seed, @ForAll @IntRange(max = 6) int shape) {
        final NormalFormGame game = game(seed, 9, SHAPES[shape]);
        final LogitBranch branch =
                LogitSolver.solver().untilLambda(30).solve(game).orElseThrow();
        for (final LogitEquilibrium point : branch.points()) {
            assertTrue(LogitVerifier.residual(game, point.profile(), point.lambda()) <= 1e-12);
        }
        assertEquals(30, branch.last().lambda(), 1e-12);
    }

    /** The same branch, or the same end, when every step is kept much shorter: no step lands on another branch. */
    @Property(tries = 60, seed = Seeds.USUAL)
    void shorterStepsFollowTheSameBranch(
            @ForAll @LongRange(min = 0, max = 9999) long seed, @ForAll @IntRange(max = 6) int shape) {
        followTheSame(game(seed, 99, SHAPES[shape]));
    }

    /** Games in which a fold lay so far into the step that Newton's method, started from the step's beginning, did not pin it down. */
    @Example
    void foldsFarIntoAStep() {
        followTheSame(game(75, 99, 3, 2, 3));
        followTheSame(game(164, 99, 2, 2, 2, 2));
    }

    /** Precision falls by 6e-6 between two folds in one step, and the slope just before the first is what a parabola sees. */
    @Example
    void foldsCloseTogetherInAStep() {
        followTheSame(game(7486, 99, 5, 4));
    }

    private static void followTheSame(NormalFormGame game) {
        final LogitBranch[] branches = new LogitBranch[2];
        for (int k = 0; k < 2; k++) {
            final LogitPath path = new LogitPath(game, Watch.none(), k == 0 ? 1.0 : 0.2);
            final LogitPath.Trail trail = path.principal();
            branches[k] = path.branch(trail, path.follow(trail, path.until(10, 0, 0)));
        }
        assertTrue(apart(branches[0].last().profile(), branches[1].last().profile()) <= 1e-9);
        assertEquals(branches[1].folds().size(), branches[0].folds().size());
        for (int k = 0; k < branches[0].folds().size(); k++) {
            assertEquals(
                    branches[1].folds().get(k).lambda(),
                    branches[0].folds().get(k).lambda(),
                    1e-9);
        }
    }

    /** First order at precision 0: x = 1/m + lambda (u - mean u) / m. */
    @Property(tries = 60, seed = Seeds.USUAL)
    void littlePrecisionIsNearlyEvenMixing(
            @ForAll @LongRange(min = 0, max = 9999) long seed, @ForAll @IntRange(max = 6) int shape) {
        final NormalFormGame game = game(seed, 9, SHAPES[shape]);
        final double lambda = 1e-6;
        final StrategyProfile profile =
                LogitSolver.at(game, lambda).orElseThrow().profile();
        final StrategyProfile even = StrategyProfile.uniform(SHAPES[shape]);
        for (int player = 0; player < game.players(); player++) {
            final var earned = Regret.byAction(game, even, player);
            double mean = 0;
            for (final var one : earned) {
                mean += one.value() / earned.length;
            }
            for (int action = 0; action < earned.length; action++) {
                assertEquals(
                        (1 + lambda * (earned[action].value() - mean)) / earned.length,
                        profile.chance(player, action),
                        1e-9);
            }
        }
    }

    /** Payoffs k times as large are precision k times as high; a constant more for a player changes nothing. */
    @Property(tries = 60, seed = Seeds.USUAL)
    void unitsAndConstantsOfPayoffs(
            @ForAll @LongRange(min = 0, max = 9999) long seed, @ForAll @IntRange(max = 6) int shape) {
        final NormalFormGame game = game(seed, 9, SHAPES[shape]);
        final NormalFormGame scaled =
                NormalFormGame.of(SHAPES[shape], (player, chosen) -> 8 * game.payoff(player, chosen) + 16 * player - 5);
        assertTrue(apart(
                        LogitSolver.at(game, 2).orElseThrow().profile(),
                        LogitSolver.at(scaled, 0.25).orElseThrow().profile())
                <= 1e-11);
    }

    /** Names do not matter: with players and actions in the opposite order the same chances come out in that order. */
    @Property(tries = 60, seed = Seeds.USUAL)
    void relabelling(@ForAll @LongRange(min = 0, max = 9999) long seed, @ForAll @IntRange(max = 6) int shape) {
        final int[] sizes = SHAPES[shape];
        final int players = sizes.length;
        final NormalFormGame game = game(seed, 9, sizes);
        final int[] turned = new int[players];
        for (int player = 0; player < players; player++) {
            turned[player] = sizes[players - 1 - player];
        }
        final NormalFormGame other = NormalFormGame.of(turned, (player, chosen) -> {
            final int[] back = new int[players];
            for (int k = 0; k < players; k++) {
                back[k] = sizes[k] - 1 - chosen[players - 1 - k];
            }
            return game.payoff(players - 1 - player, back);
        });
        final StrategyProfile one = LogitSolver.at(game, 1.5).orElseThrow().profile();
        final StrategyProfile two = LogitSolver.at(other, 1.5).orElseThrow().profile();
        for (int player = 0; player < players; player++) {
            for (int action = 0; action < sizes[player]; action++) {
                assertEquals(
                        one.chance(player, action),
                        two.chance(players - 1 - player, sizes[player] - 1 - action),
                        1e-11);
            }
        }
    }

    /** Zero-sum: logit equilibrium is unique at every precision, so its branch neither turns back nor is crossed. */
    @Property(tries = 60, seed = Seeds.USUAL)
    void zeroSumGamesHaveOneBranch(
            @ForAll @LongRange(min = 0, max = 9999) long seed, @ForAll @IntRange(min = 1, max = 6) int rows) {
        final SplittableRandom random = new SplittableRandom(seed);
        final double[][] won = new double[rows][4];
        for (final double[] row : won) {
            for (int j = 0; j < 4; j++) {
                row[j] = random.nextInt(10);
            }
        }
        final LogitBranch branch =
                LogitSolver.solver().solve(NormalFormGame.zeroSum(won)).orElseThrow();
        assertTrue(branch.events().isEmpty());
        for (int k = 1; k < branch.points().size(); k++) {
            assertTrue(
                    branch.points().get(k).lambda() > branch.points().get(k - 1).lambda());
        }
    }

    /** Where everybody has an action that is best whatever the others do, the branch leads there. */
    @Property(tries = 60, seed = Seeds.USUAL)
    void dominantActionsAreTheLimit(
            @ForAll @LongRange(min = 0, max = 9999) long seed, @ForAll @IntRange(max = 6) int shape) {
        final NormalFormGame base = game(seed, 9, SHAPES[shape]);
        final int[] best = new int[SHAPES[shape].length];
        for (int player = 0; player < best.length; player++) {
            best[player] = (int) ((seed >> player) % SHAPES[shape][player]);
        }
        final NormalFormGame game = NormalFormGame.of(
                SHAPES[shape],
                (player, chosen) -> base.payoff(player, chosen) + (chosen[player] == best[player] ? 10 : 0));
        final Answer<NashEquilibrium> answer = LogitSolver.toNash(game);
        assertEquals(
                StrategyProfile.pure(SHAPES[shape], best), answer.orElseThrow().profile());
        assertTrue(answer.certificate() instanceof Certificate.Proven);
    }

    /** Random and degenerate games: all are solved, and nothing is called Nash whose exact regret exceeds its certificate. */
    @Property(tries = 120, seed = Seeds.USUAL)
    void nothingIsCalledNashThatIsNot(
            @ForAll @LongRange(min = 0, max = 9999) long seed,
            @ForAll @IntRange(max = 6) int shape,
            @ForAll @IntRange(min = 1, max = 3) int most) {
        final NormalFormGame game = game(seed, most == 3 ? 999 : most, SHAPES[shape]);
        final Answer<NashEquilibrium> answer = LogitSolver.toNash(game);
        final Regret regret = Regret.of(game, answer.orElseThrow().profile());
        if (answer.certificate() instanceof Certificate.Proven) {
            assertTrue(regret.none());
        } else {
            final double worst = ((Certificate.Numeric) answer.certificate()).worst();
            assertTrue(new BigDecimal(worst)
                            .multiply(new BigDecimal(regret.worst().denominator()))
                            .compareTo(new BigDecimal(regret.worst().numerator()))
                    >= 0);
            assertTrue(worst <= 1e-12 * 999);
        }
    }

    /** The same game, the same branch to the last bit. */
    @Property(tries = 20, seed = Seeds.USUAL)
    void theSameAgain(@ForAll @LongRange(min = 0, max = 9999) long seed, @ForAll @IntRange(max = 6) int shape) {
        final NormalFormGame game = game(seed, 9, SHAPES[shape]);
        assertEquals(
                LogitSolver.solver().solve(game).value().table(),
                LogitSolver.solver().solve(game).value().table());
    }
}
