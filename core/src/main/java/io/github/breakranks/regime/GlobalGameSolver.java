package io.github.breakranks.regime;

import io.github.breakranks.answer.Answer;
import io.github.breakranks.answer.Certificate;
import io.github.breakranks.answer.Solver;
import io.github.breakranks.answer.Watch;
import io.github.breakranks.equilibrium.EquilibriumSolver;
import io.github.breakranks.equilibrium.Potential;
import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.internal.Checks;
import io.github.breakranks.internal.Halted;
import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * Finds which rest point a common doubt about what going is worth picks, at any precision of the news, from both ends.
 *
 * <pre>{@code
 *   very precise news:   alike:    integral of pi(state*, x) dx = 0         n soldiers: the mean over 0, ..., n - 1 others
 *                        a law, or n soldiers whose costs differ:    the share of greatest potential in each state
 *   private news only:   alike: one equation, with each share of others as likely as any other at the cutoff
 *                      n soldiers whose costs differ: n equations, which have one solution
 *   any news:            from "nobody ever goes" and from "all always go" soldiers' best replies close in on the least and the
 *                        greatest equilibrium
 * }</pre>
 *
 * <p>The certificate says how nearly each of both is an equilibrium: what one gains by going whose news is his cutoff, worked out anew. How far both
 * lie apart is a result, {@link GlobalPlay#gap}.
 *
 * <p>An answer cut short has bounds for ends: all cutoffs lie between them, and where none was reached they are infinite. Soldiers who are alike may
 * have gains that grow like {@code exp(state)}; one whose mean over the news does not exist, or has its mass where chances are no doubles, is refused.
 *
 * <p>The gain must not fall in the state nor in the share gone. That is checked between 33 shares, in 65 states up to ten deviations of the news
 * from the limit, and what falls is refused; what falls and rises again between two of them, or farther off, is not seen, and then what is found
 * need be neither the least nor the greatest equilibrium.
 *
 * @see "S. Morris, H. S. Shin (2003), Global Games: Theory and Applications, in Advances in Economics and Econometrics I, Cambridge"
 */
public record GlobalGameSolver() implements Solver<GlobalGame, GlobalPlay> {
    private static final int GRID = 32;
    private static final double ROUNDING = 1e-12;

    /** The solver. */
    public static GlobalGameSolver solver() {
        return new GlobalGameSolver();
    }

    @Override
    public Answer<GlobalPlay> solve(GlobalGame game, Watch watch) {
        if (!game.news().flat() && !game.news().noise().gaussian()) {
            throw new IllegalArgumentException("news must be normal or private only in a global game, but was "
                    + game.news() + "; take news.withNoise(Noise.normal()) or news.withoutPublic()");
        }
        final double limit = game.game() == null ? laplacian(game, watch) : 0;
        check(game, Math.abs(limit) <= Double.MAX_VALUE ? limit : 0);
        final TurnoutByState least = TurnoutByState.climbed(game, false, watch);
        final boolean one = game.squad() && game.news().flat() && least.settled(); // there is but one equilibrium
        final TurnoutByState greatest = one ? least : TurnoutByState.climbed(game, true, watch);
        final GlobalPlay play = new GlobalPlay(game, least, greatest, limit, picked(game, watch));
        if (!watch.mayGoOn()) {
            return new Answer.Stopped<>(
                    play, new Certificate.Unproven("not climbed to the end"), watch.why(), "raise the limit");
        }
        if (!play.settled()) {
            return new Answer.Stopped<>(
                    play,
                    new Certificate.Unproven("equilibria lie between both ends, " + (float) play.gap() + " apart"),
                    "best replies still moved after " + CommonCutoff.MOST_STEPS + " steps",
                    "take news a little less or more precise");
        }
        final Certificate certificate = GlobalVerifier.certify(play, least, greatest, watch);
        return certificate instanceof Certificate.Unproven && !watch.mayGoOn()
                ? new Answer.Stopped<>(play.judged(certificate), certificate, watch.why(), "raise the limit")
                : new Answer.Found<>(play.judged(certificate), certificate);
    }

    /** The state at which those who are alike switch as news becomes very precise; NaN if the search was cut short. */
    private static double laplacian(GlobalGame game, Watch watch) {
        try {
            return Laplacian.zero(state -> Laplacian.average(game, state, watch), Laplacian.From.ORIGIN, watch);
        } catch (Halted halted) {
            return Double.NaN;
        }
    }

    /** The share that goes in the game itself as news becomes very precise; empty if all are alike. */
    private static OptionalDouble picked(GlobalGame game, Watch watch) {
        final DefectionGame soldiers = game.game();
        if (soldiers == null) {
            return OptionalDouble.empty();
        }
        if (game.squad()) {
            return OptionalDouble.of(pickedOfFew(game, soldiers.population().costs()));
        }
        return OptionalDouble.of(Potential.of(soldiers)
                .greatest(EquilibriumSolver.solver().solve(soldiers, watch).value())
                .share());
    }

    /** The share up to which the potential, {@code sum over k < m of G(k / (n - 1)) - c_(k)}, is greatest; the greatest of several. */
    private static double pickedOfFew(GlobalGame game, double[] costs) {
        Arrays.sort(costs);
        double potential = 0;
        double greatest = 0;
        int picked = 0;
        for (int m = 0; m < costs.length; m++) {
            potential += game.gains(0, m / (costs.length - 1.0)) - costs[m];
            if (potential >= greatest) {
                greatest = potential;
                picked = m + 1;
            }
        }
        return picked / (double) costs.length;
    }

    /** Falls of the gain, in states that stand ever wider from the limit, up to ten deviations of the news, and between even shares. */
    private static void check(GlobalGame game, double middle) {
        final double sigma = 1 / Math.sqrt(game.news().privatePrecision());
        for (int i = -GRID; i < GRID; i++) {
            final double state = middle + sigma * out(i);
            final double later = middle + sigma * out(i + 1);
            for (int j = 0; j < GRID; j++) {
                final double share = share(game, j);
                final double here = game.gains(state, share);
                final double least = here - ROUNDING * Math.max(1, Math.abs(here));
                if (game.gains(state, share(game, j + 1)) < least || game.gains(later, share) < least) {
                    throw Checks.refused(
                            "gain must not fall in the state nor in the share gone [unit of the game], but fell near state %s, share %s",
                            state, share);
                }
            }
        }
    }

    /** How many deviations of the news from the limit: steps of a twentieth there, of almost one at ten. */
    private static double out(int i) {
        return Math.signum(i) * (Math.pow(1.1, Math.abs(i)) - 1) / 2;
    }

    /** Of few soldiers a share that there is. */
    private static double share(GlobalGame game, int j) {
        final double share = j / (double) GRID;
        if (game.players().isEmpty()) {
            return share;
        }
        final int others = game.players().getAsInt() - 1;
        return Math.rint(share * others) / others;
    }
}
