package io.github.breakranks.equilibrium;

import io.github.breakranks.answer.Answer;
import io.github.breakranks.answer.Certificate;
import io.github.breakranks.answer.Fraction;
import io.github.breakranks.answer.Watch;
import io.github.breakranks.equilibrium.LogitBranch.Ending;
import io.github.breakranks.equilibrium.LogitPath.Trail;
import io.github.breakranks.game.NormalFormGame;
import io.github.breakranks.game.StrategyProfile;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Goes from far out on the principal branch to the Nash equilibrium it leads to: whoever is in play there is indifferent. */
final class LogitLimit {
    private static final double[] REGRETS = {1e-3, 1e-4, 1e-5, 1e-6, 1e-7, 1e-8, 1e-9};
    private static final double[] IN_PLAY = {1e-2, 1e-4, 1e-7};
    private static final double NEAR = 0.05; // of any chance, from the branch
    private static final int MOST_DENOMINATOR = 1000;
    private static final double SAME = 1e-13;
    private static final double ZERO = 1e-12; // regret that counts as none, of the range of payoffs

    private final NormalFormGame game;
    private final LogitPath path;
    private final double range;

    LogitLimit(NormalFormGame game, Watch watch) {
        this.game = game;
        path = new LogitPath(game, watch);
        range = path.system().range();
    }

    /** From the last point of a branch that was followed before. */
    Answer<NashEquilibrium> from(LogitBranch branch) {
        final LogitEquilibrium last = branch.last();
        final double[][] chances = new double[game.players()][];
        Arrays.setAll(chances, last.profile()::chances);
        final NashEquilibrium found = polished(chances);
        return found != null
                ? new Answer.Found<>(found, certificate(found))
                : stopped(
                        last.profile(),
                        "no equilibrium near the end of the branch on the actions in play there",
                        "follow it further");
    }

    private Answer<NashEquilibrium> stopped(StrategyProfile profile, String why, String remedy) {
        final NashEquilibrium sofar = NashEquilibrium.of(game, profile);
        return new Answer.Stopped<>(sofar, certificate(sofar), why, remedy);
    }

    /** Along the principal branch. */
    Answer<NashEquilibrium> solve() {
        final Trail trail = path.principal();
        Ending ending = new Ending(true, "", "");
        for (int k = 0; k < REGRETS.length && ending.reached(); k++) {
            ending = path.follow(trail, path.until(Double.POSITIVE_INFINITY, REGRETS[k] * range, 0));
            final NashEquilibrium found =
                    ending.reached() ? polished(path.system().profile(trail.point())) : null;
            if (found != null) {
                return new Answer.Found<>(found, certificate(found));
            }
        }
        return stopped(
                StrategyProfile.of(path.system().profile(trail.point())),
                ending.reached() ? "no equilibrium on the actions in play at the end of the branch" : ending.why(),
                ending.reached() ? "the equilibria there may be a continuum; enumerate them" : ending.remedy());
    }

    private static Certificate certificate(NashEquilibrium found) {
        return found.regret().none()
                ? new Certificate.Proven("exact regret 0", List.of())
                : new Certificate.Numeric(NashVerifier.roundedUp(found.regret().worst()), "payoff");
    }

    private @Nullable NashEquilibrium polished(double[][] chances) {
        for (int tried = 0; tried < 2 * IN_PLAY.length; tried++) {
            final boolean nearest = tried >= IN_PLAY.length; // only where no support has a solution of its own
            final SupportSystem support = path.system().support(chances, IN_PLAY[tried % IN_PLAY.length]);
            final double[][] mixed = support.solve(nearest);
            if (mixed != null && near(chances, mixed)) {
                final NashEquilibrium found = exactOrNear(support, mixed);
                if (found.regret().worst().value() <= ZERO * range) {
                    return found;
                }
            }
        }
        return null;
    }

    private NashEquilibrium exactOrNear(SupportSystem support, double[][] mixed) {
        final NashEquilibrium solved = game.players() == 2 ? onSupport(support) : null;
        final StrategyProfile simple = solved == null ? simple(mixed) : null;
        final NashEquilibrium exact = simple == null ? solved : NashEquilibrium.of(game, simple);
        return exact != null && exact.regret().none() ? exact : NashEquilibrium.of(game, StrategyProfile.of(mixed));
    }

    private static boolean near(double[][] one, double[][] other) {
        for (int player = 0; player < one.length; player++) {
            for (int action = 0; action < one[player].length; action++) {
                if (!(Math.abs(one[player][action] - other[player][action]) <= NEAR)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Two players: each mixes so that the other is indifferent, which is a linear system. */
    private @Nullable NashEquilibrium onSupport(SupportSystem support) {
        final int[] rows = support.support(0);
        final int[] columns = support.support(1);
        return rows.length == columns.length ? new Support(rows, columns).equilibrium(game) : null;
    }

    /** The simplest fractions that round to these chances, if they add up; whether they are right, only the payoffs tell. */
    private static @Nullable StrategyProfile simple(double[][] mixed) {
        final Fraction[][] chances = new Fraction[mixed.length][];
        for (int player = 0; player < mixed.length; player++) {
            chances[player] = new Fraction[mixed[player].length];
            Fraction sum = Fraction.ZERO;
            for (int action = 0; action < chances[player].length; action++) {
                chances[player][action] = simple(mixed[player][action]);
                sum = sum.plus(chances[player][action]);
            }
            if (!sum.equals(Fraction.ONE)) {
                return null;
            }
        }
        return StrategyProfile.of(chances);
    }

    private static Fraction simple(double chance) {
        for (long denominator = 1; denominator <= MOST_DENOMINATOR; denominator++) {
            final long numerator = Math.round(chance * denominator);
            if (Math.abs(chance - (double) numerator / denominator) <= SAME) {
                return Fraction.of(numerator, denominator);
            }
        }
        return Fraction.exactly(chance);
    }
}
