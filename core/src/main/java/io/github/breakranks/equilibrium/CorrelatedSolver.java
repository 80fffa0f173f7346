package io.github.breakranks.equilibrium;

import io.github.breakranks.answer.Answer;
import io.github.breakranks.answer.Certificate;
import io.github.breakranks.answer.Fraction;
import io.github.breakranks.answer.Solver;
import io.github.breakranks.answer.Watch;
import io.github.breakranks.game.NormalFormGame;
import io.github.breakranks.internal.Checks;
import io.github.breakranks.internal.ExactLinearProgram.Optimal;
import io.github.breakranks.internal.Halted;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Finds the correlated equilibrium of most worth: the law by which a mediator would draw profiles and tell each player his part in
 * confidence, so that nobody gains by doing otherwise.
 *
 * <pre>{@code
 *   max  sum over s of p(s) w(s)
 *   sum over s with s_i = a of p(s) (u_i(b, s_-i) - u_i(a, s_-i)) <= 0      for each player i and his actions a, b
 *   sum over s of p(s) (u_i(b, s_-i) - u_i(s)) <= 0                         coarse: he decides before he is told
 *   sum over s of p(s) = 1,  p >= 0
 * }</pre>
 *
 * <p>Every Nash equilibrium is one, every correlated equilibrium is a coarse one, and there is always one. The worth may be the sum of
 * payoffs, one player's, or any function of the profile; {@link #lowest} finds the least. The certificate computes every incentive from the
 * payoffs, and a bound on the worth of any such law from the prices of the incentives.
 *
 * <p>Fractions up to 2,000,000 numbers (incentives times profiles); {@link #inDoubles} up to 40,000,000, 8 bytes each, and fractions after all
 * where doubles leave a gain or a gap that is not small beside all payoffs.
 *
 * @param coarse whether players decide before they are told
 * @param least  whether the least worth is looked for, not the most
 * @param worth  what a profile is worth
 * @param exact  whether in fractions
 * @see <a href="https://doi.org/10.1016/0304-4068(74)90037-8">R. J. Aumann (1974), Journal of Mathematical Economics 1, 67-96</a>
 * @see <a href="https://doi.org/10.2307/1911154">R. J. Aumann (1987), Econometrica 55, 1-18</a>
 * @see "H. Moulin and J.-P. Vial (1978), Strategically zero-sum games, International Journal of Game Theory 7, 201-221"
 */
public record CorrelatedSolver(boolean coarse, boolean least, Worth worth, boolean exact)
        implements Solver<NormalFormGame, CorrelatedEquilibrium> {
    private static final double ROUGH =
            1e-6; // of the least of payoffs that matter, beyond which a law in doubles is not called found
    static final long MOST_EXACT = 2_000_000;
    static final long MOST_NUMBERS = 40_000_000;

    public CorrelatedSolver {
        Objects.requireNonNull(worth, "worth");
    }

    /** What a profile is worth, exactly [unit of the asker]. */
    @FunctionalInterface
    public interface Worth {
        /** What the combination of actions of this index is worth. */
        Fraction at(NormalFormGame game, int index);

        /** The sum of all payoffs. */
        static Worth total() {
            return (game, index) -> {
                Fraction sum = Fraction.ZERO;
                for (int player = 0; player < game.players(); player++) {
                    sum = sum.plus(game.exactPayoffAt(player, index));
                }
                return sum;
            };
        }

        /** One player's payoff. */
        static Worth of(int player) {
            return (game, index) -> game.exactPayoffAt(Checks.index("player", "player", player, game.players()), index);
        }

        /** Payoffs times weights, one for each player. */
        static Worth weighted(double... weights) {
            final Fraction[] exact =
                    Arrays.stream(weights).mapToObj(Fraction::decimal).toArray(Fraction[]::new);
            return (game, index) -> {
                if (exact.length != game.players()) {
                    throw Checks.refused(
                            "weights must be one for each player [%s], but were %s", game.players(), exact.length);
                }
                Fraction sum = Fraction.ZERO;
                for (int player = 0; player < exact.length; player++) {
                    sum = sum.plus(exact[player].times(game.exactPayoffAt(player, index)));
                }
                return sum;
            };
        }
    }

    /** The solver for the correlated equilibrium with the most payoffs in sum, in fractions. */
    public static CorrelatedSolver solver() {
        return new CorrelatedSolver(false, false, Worth.total(), true);
    }

    /** This solver for coarse correlated equilibria: players decide whether to obey before they are told. */
    public CorrelatedSolver asCoarse() {
        return new CorrelatedSolver(true, least, worth, exact);
    }

    /** This solver for the least worth. */
    public CorrelatedSolver lowest() {
        return new CorrelatedSolver(coarse, true, worth, exact);
    }

    /** This solver for another worth of profiles. */
    public CorrelatedSolver withWorth(Worth newWorth) {
        return new CorrelatedSolver(coarse, least, newWorth, exact);
    }

    /** This solver in doubles, for larger games. */
    public CorrelatedSolver inDoubles() {
        return new CorrelatedSolver(coarse, least, worth, false);
    }

    @Override
    public Answer<CorrelatedEquilibrium> solve(NormalFormGame game, Watch watch) {
        checkSize(game);
        final Claim claim;
        final CorrelatedEquilibrium found;
        try {
            final CorrelatedProgram program = new CorrelatedProgram(this, game);
            claim = exact ? inFractions(program, watch) : program.inDoubles(watch::mayGoOn);
            found = claim == null ? null : new CorrelatedEquilibrium(this, game, watch::mayGoOn, claim.law);
        } catch (Halted early) {
            return nothing(game, watch);
        }
        if (claim == null || found == null) {
            return inFractionsOr(nothing(game, watch), game, watch);
        }
        final Certificate certificate;
        try {
            certificate = new CorrelatedVerifier(this, game, watch::mayGoOn).certify(found, claim.prices);
        } catch (Halted early) {
            return new Answer.Stopped<>(
                    found, new Certificate.Unproven("not checked to the end"), watch.why(), "raise the limit");
        }
        return certificate instanceof Certificate.Numeric rough && rough.worst() > ROUGH * PayoffScale.least(game)
                ? inFractionsOr(
                        new Answer.Stopped<>(
                                found,
                                certificate,
                                "doubles leave a gain or a gap of " + rough.worst(),
                                "solve in fractions"),
                        game,
                        watch)
                : new Answer.Found<>(found, certificate);
    }

    private Answer.Stopped<CorrelatedEquilibrium> nothing(NormalFormGame game, Watch watch) {
        return new Answer.Stopped<>(
                CorrelatedEquilibrium.none(this, game),
                new Certificate.Unproven("no law was found"),
                watch.mayGoOn() ? "the simplex in doubles came to no end" : watch.why(),
                watch.mayGoOn() ? "solve in fractions" : "raise the limit");
    }

    /** What fractions find where doubles found nothing good and the game is small enough; else this. */
    private Answer<CorrelatedEquilibrium> inFractionsOr(
            Answer.Stopped<CorrelatedEquilibrium> stopped, NormalFormGame game, Watch watch) {
        if (exact || !watch.mayGoOn() || numbers(game) > MOST_EXACT) {
            return stopped;
        }
        final Answer<CorrelatedEquilibrium> better =
                new CorrelatedSolver(coarse, least, worth, true).solve(game, watch);
        return better instanceof Answer.Found ? better : stopped;
    }

    private static @Nullable Claim inFractions(CorrelatedProgram program, Watch watch) {
        return program.exactly(watch::mayGoOn).solve(watch::mayGoOn) instanceof Optimal optimal
                ? program.claim(optimal, watch::mayGoOn)
                : null;
    }

    private long incentives(NormalFormGame game) {
        long incentives = 1;
        for (int player = 0; player < game.players(); player++) {
            incentives += coarse ? game.actions(player) : (long) game.actions(player) * (game.actions(player) - 1);
        }
        return incentives;
    }

    private long numbers(NormalFormGame game) {
        return incentives(game) * game.profiles();
    }

    private void checkSize(NormalFormGame game) {
        final long numbers = numbers(game);
        if (numbers > (exact ? MOST_EXACT : MOST_NUMBERS)) {
            throw Checks.refused(
                    "game must make at most %s numbers [incentives times profiles], but was of %s x %s, %s MB; %s",
                    exact ? MOST_EXACT : MOST_NUMBERS,
                    incentives(game),
                    game.profiles(),
                    numbers / 125_000 + 1,
                    exact ? "solve inDoubles(), or reduce it first" : "reduce it first");
        }
    }

    /**
     * What a linear program claims.
     *
     * @param law    by profile, its chance
     * @param prices by incentive, what it costs the worth; players one after another, told actions ascending, then what they do instead
     */
    record Claim(Fraction[] law, Fraction[] prices) {}
}
