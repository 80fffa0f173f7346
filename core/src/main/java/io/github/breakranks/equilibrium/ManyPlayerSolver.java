package io.github.breakranks.equilibrium;

import io.github.breakranks.answer.Answer;
import io.github.breakranks.answer.Certificate;
import io.github.breakranks.answer.Fraction;
import io.github.breakranks.answer.Solver;
import io.github.breakranks.answer.Watch;
import io.github.breakranks.game.NormalFormGame;
import io.github.breakranks.game.Regret;
import io.github.breakranks.game.StrategyProfile;
import io.github.breakranks.internal.Checks;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Finds one equilibrium of a game of any number of players, and proves that it is there.
 *
 * <p>A pure equilibrium is taken where there is one. Otherwise actions that are strictly dominated are set aside and logit play is followed
 * from even mixing towards sharp best replies; on the way the actions in play are tried as a support, and the equations solved by Newton's
 * method with residuals in fractions. Where the path meets a bifurcation or ends in a degenerate limit, it is followed again from a tilted
 * start.
 *
 * <p>The proof is exact where the chances are simple fractions, and Krawczyk's interval test otherwise: exactly one equilibrium is within 1e-13 of
 * the profile in every chance. A game of two players goes to {@link BimatrixSolver}, which is exact. Where none is found, as in some degenerate games, the best profile comes back with its exact regret.
 *
 * @param paths how many tilted paths are tried besides the straight one [count]
 * @see <a href="https://doi.org/10.1016/j.geb.2004.04.003">T. Turocy (2005), Games and Economic Behavior 51, 243-263</a>
 */
public record ManyPlayerSolver(int paths) implements Solver<NormalFormGame, NashEquilibrium> {
    private static final double GOLDEN = 0.618033988749895;
    private static final double SMALL =
            1e-9; // regret that counts as none, of how far the payoffs are apart or of the largest

    public ManyPlayerSolver {
        Checks.count(0, "paths", "count", paths);
    }

    /** The solver with twelve tilted paths in reserve. */
    public static ManyPlayerSolver solver() {
        return new ManyPlayerSolver(12);
    }

    /** This solver with so many tilted paths in reserve [count]. */
    public ManyPlayerSolver withPaths(int newPaths) {
        return new ManyPlayerSolver(newPaths);
    }

    @Override
    public Answer<NashEquilibrium> solve(NormalFormGame game, Watch watch) {
        Objects.requireNonNull(game, "game");
        Objects.requireNonNull(watch, "watch");
        if (game.players() == 2) {
            return BimatrixSolver.solver().solve(game, watch);
        }
        final PureEquilibria pure = PureNashSolver.solver().solve(game, watch).value();
        return pure.count() > 0 ? exact(pure.equilibrium(0)) : new Search(game, watch).mixed(paths);
    }

    private static Answer<NashEquilibrium> exact(NashEquilibrium found) {
        return new Answer.Found<>(found, new Certificate.Proven("nobody regrets it, in fractions", List.of()));
    }

    /** The search in one game, and the best profile so far. */
    private static final class Search {
        private final NormalFormGame game;
        private final PayoffBounds payoffs;
        private final int[][] listed;
        private final Watch watch;
        private final SupportGuess guess;
        private @Nullable Answer<NashEquilibrium> found;
        private @Nullable NashEquilibrium best;

        Search(NormalFormGame game, Watch watch) {
            this.game = game;
            this.payoffs = PayoffBounds.of(game);
            this.watch = watch;
            this.listed = StrictDominance.survivors(payoffs);
            this.guess = new SupportGuess(game, payoffs, listed);
        }

        Answer<NashEquilibrium> mixed(int paths) {
            for (int path = 0; path <= paths && found == null && watch.mayGoOn(); path++) {
                watch.done((double) path / (paths + 1));
                final double[][] end = new TiltedPath(payoffs, listed, tilt(path)).follow(this::seen);
                if (found == null) {
                    limit(normalised(guess.whole(end)));
                }
            }
            return found != null ? found : unproven();
        }

        private boolean seen(double[][] play) {
            final StrategyProfile near = guess.near(play);
            if (near != null && !proven(near) && !proven(SupportPolish.withoutTraces(game, payoffs, near))) {
                proven(SupportPolish.simple(game, chances(near)));
            }
            return found != null || !watch.mayGoOn();
        }

        private boolean proven(@Nullable StrategyProfile near) {
            if (near == null) {
                return false;
            }
            final NashEquilibrium candidate = keep(near);
            if (candidate.regret().none()) {
                found = exact(candidate);
            } else {
                final KrawczykProof proof = KrawczykProof.of(game, payoffs, near);
                found = proof == null ? null : new Answer.Found<>(candidate, proof.certificate());
            }
            return found != null;
        }

        private static double[][] chances(StrategyProfile profile) {
            return IntStream.range(0, profile.players())
                    .mapToObj(profile::chances)
                    .toArray(double[][]::new);
        }

        /** What the end of a path is the limit of may be no equilibrium on its own, but simple. */
        private void limit(double[][] end) {
            keep(StrategyProfile.of(end));
            final StrategyProfile simple = SupportPolish.simple(game, end);
            if (simple != null) {
                found = exact(keep(simple));
            }
        }

        private NashEquilibrium keep(StrategyProfile profile) {
            final NashEquilibrium candidate = NashEquilibrium.of(game, profile);
            if (best == null
                    || candidate.regret().worst().compareTo(best.regret().worst()) < 0) {
                best = candidate;
            }
            return candidate;
        }

        /** Spread evenly, and differently on each path; none on the first. */
        private double[] tilt(int path) {
            int actions = 0;
            for (final int[] of : listed) {
                actions += of.length;
            }
            final double[] tilt = new double[actions];
            for (int k = 0; k < actions && path > 0; k++) {
                final double part = (k + 1) * (path + 1) * GOLDEN + path * k * k * Math.sqrt(2);
                tilt[k] = 3 * (part - Math.floor(part)) - 1.5;
            }
            return tilt;
        }

        private static double[][] normalised(double[][] play) {
            for (final double[] chances : play) {
                double sum = 0;
                for (final double chance : chances) {
                    sum += chance;
                }
                for (int k = 0; k < chances.length; k++) {
                    chances[k] /= sum;
                }
            }
            return play;
        }

        private boolean small(Regret regret) {
            return IntStream.range(0, game.players())
                    .allMatch(player -> payoffs.scaled(player, regret.regrets().get(player)) <= SMALL);
        }

        private Answer<NashEquilibrium> unproven() {
            final NashEquilibrium nearest =
                    best == null ? NashEquilibrium.of(game, StrategyProfile.uniform(game.shape())) : best;
            final Fraction worst = nearest.regret().worst();
            final Certificate certificate = worst.signum() == 0
                    ? new Certificate.Proven("nobody regrets it, in fractions", List.of())
                    : new Certificate.Numeric(NashVerifier.roundedUp(worst), "payoff");
            if (watch.mayGoOn() && small(nearest.regret())) {
                return new Answer.Found<>(nearest, certificate);
            }
            return new Answer.Stopped<>(
                    nearest,
                    certificate,
                    watch.mayGoOn() ? "no path ended at an equilibrium that could be told from others" : watch.why(),
                    watch.mayGoOn()
                            ? "the game may be degenerate: ask for all, or allow more withPaths"
                            : "raise the limit");
        }
    }
}
