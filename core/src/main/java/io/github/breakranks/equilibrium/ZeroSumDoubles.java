package io.github.breakranks.equilibrium;

import io.github.breakranks.answer.Answer;
import io.github.breakranks.answer.Certificate;
import io.github.breakranks.answer.Fraction;
import io.github.breakranks.answer.Watch;
import io.github.breakranks.game.NormalFormGame;
import io.github.breakranks.game.StrategyProfile;
import io.github.breakranks.internal.LinearProgram;
import io.github.breakranks.internal.LinearProgram.Engine;
import io.github.breakranks.internal.LinearProgram.Optimum;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Games of constant sum in doubles: engines are asked in turn, and believed as far as the payoffs bear them out. */
final class ZeroSumDoubles {
    private static final double WITHIN = 1e-8; // of what payoffs and value tell apart
    private static final int MOST_EXACT = 40_000; // payoffs, where no engine closed the gap

    private ZeroSumDoubles() {}

    static Answer<ZeroSum> solve(NormalFormGame game, Fraction constant, Watch watch) {
        return solve(
                game,
                constant,
                watch,
                List.of(
                        new LinearProgram.SteepestEdge(watch::mayGoOn),
                        new LinearProgram.Simplex(),
                        new LinearProgram.OjAlgo()));
    }

    static Answer<ZeroSum> solve(NormalFormGame game, Fraction constant, Watch watch, List<Engine> engines) {
        final LinearProgram program = ZeroSumProgram.inDoubles(game);
        ZeroSum best = ZeroSum.inDoubles(game, constant, StrategyProfile.uniform(game.actions(0), game.actions(1)));
        final double most = WITHIN * halfRange(game) * 2; // below infinity
        final double least = Math.min(most, WITHIN * PayoffScale.least(game));
        for (final Engine engine : engines) {
            final StrategyProfile profile = watch.mayGoOn() ? profile(program.solve(List.of(engine))) : null;
            final ZeroSum found = profile == null ? best : ZeroSum.inDoubles(game, constant, profile);
            best = found.gap().compareTo(best.gap()) < 0 ? found : best;
            if (best.gap().value() <= within(best, least, most)) {
                return new Answer.Found<>(best, numeric(best));
            }
        }
        if (watch.mayGoOn() && game.profiles() <= MOST_EXACT) {
            return ZeroSumSolver.inFractions(game, constant, watch);
        }
        final String why = watch.mayGoOn()
                ? "no engine closed the gap to " + within(best, least, most) + " [payoff]"
                : watch.why();
        return new Answer.Stopped<>(best, numeric(best), why, watch.mayGoOn() ? "solve exactly" : "raise the limit");
    }

    private static Certificate numeric(ZeroSum found) {
        return new Certificate.Numeric(ZeroSumVerifier.up(found.gap()), "payoff");
    }

    private static @Nullable StrategyProfile profile(@Nullable Optimum optimum) {
        final double[] row = optimum == null ? null : chances(optimum.y());
        final double[] column = optimum == null ? null : chances(optimum.x());
        return row == null || column == null ? null : StrategyProfile.of(row, column);
    }

    private static double @Nullable [] chances(double[] weights) {
        final double sum = Arrays.stream(weights).sum();
        return sum > 0 && sum <= Double.MAX_VALUE
                ? Arrays.stream(weights).map(weight -> weight / sum).toArray()
                : null;
    }

    /** What the least of payoffs that matter allows, or eight digits of the value. */
    private static double within(ZeroSum found, double least, double most) {
        return Math.min(most, Math.max(least, WITHIN * Math.abs(found.value())));
    }

    private static double halfRange(NormalFormGame game) {
        double least = game.payoffAt(0, 0);
        double most = least;
        for (int index = 1; index < game.profiles(); index++) {
            least = Math.min(least, game.payoffAt(0, index));
            most = Math.max(most, game.payoffAt(0, index));
        }
        return most / 2 - least / 2;
    }
}
