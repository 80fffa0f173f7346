package io.github.breakranks.equilibrium;

import io.github.breakranks.answer.Fraction;
import io.github.breakranks.answer.Watch;
import io.github.breakranks.game.NormalFormGame;
import io.github.breakranks.game.Regret;
import io.github.breakranks.internal.ExactLinearProgram;
import io.github.breakranks.internal.ExactLinearProgram.Optimal;
import io.github.breakranks.internal.ExactLinearProgram.Row;
import io.github.breakranks.internal.Halted;
import io.github.breakranks.internal.LinearProof;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Whether a player of a game of constant sum has but one best strategy.
 *
 * <p>A strategy is the only one if the other's strategy, a corner, uses as many actions as are best against it: his side of the linear program
 * is not degenerate. Else, in small games, a second program asks how far something that is 0 at this corner of the best strategies can be
 * above 0 elsewhere among them.
 */
final class SoleOptimum {
    private static final int MOST_PAYOFFS = 900; // beyond, degenerate games are not looked into

    private final NormalFormGame game;
    private final ZeroSum found;
    private final Fraction[][] earned = new Fraction[2][];
    private final Fraction[] most = new Fraction[2];

    private SoleOptimum(ZeroSum found, BooleanSupplier mayGoOn) {
        this.game = found.game();
        this.found = found;
        for (int player = 0; player < 2; player++) {
            earned[player] =
                    Regret.byAction(game, found.profile(), player, mayGoOn).orElseThrow(Halted::new);
            most[player] = Arrays.stream(earned[player]).reduce(earned[player][0], Fraction::max);
        }
    }

    /** For each player; empty where not known. */
    static List<Optional<Boolean>> of(ZeroSum found, Watch watch) {
        if (found.gap().signum() != 0 || !watch.mayGoOn()) {
            return List.of(Optional.empty(), Optional.empty());
        }
        try {
            final SoleOptimum sole = new SoleOptimum(found, watch::mayGoOn);
            return List.of(sole.of(0, watch), sole.of(1, watch));
        } catch (Halted early) {
            return List.of(Optional.empty(), Optional.empty());
        }
    }

    private Optional<Boolean> of(int player, Watch watch) {
        final int other = 1 - player;
        final int tied = best(player).length; // of this player's actions, those as good as any
        final int used = found.profile().support(other).length;
        if (tied == used) { // the other's side of the program is not degenerate
            return Optional.of(true);
        }
        if (game.profiles() > MOST_PAYOFFS) {
            return Optional.empty();
        }
        final ExactLinearProgram program = elsewhere(player);
        return program.solve(watch::mayGoOn) instanceof Optimal optimal
                ? Optional.of(LinearProof.value(program, optimal.x()).signum() == 0)
                : Optional.empty();
    }

    /** The actions that earn the most against the other's strategy. */
    private int[] best(int player) {
        final List<Integer> best = new ArrayList<>();
        for (int action = 0; action < earned[player].length; action++) {
            if (earned[player][action].equals(most[player])) {
                best.add(action);
            }
        }
        return best.stream().mapToInt(Integer::intValue).toArray();
    }

    /**
     * Among the best strategies of a player, the most of the sum of all that is 0 at the one found: chances, and what the other's actions earn
     * him beyond the value.
     */
    private ExactLinearProgram elsewhere(int player) {
        final int other = 1 - player;
        final BigInteger scale = most[other].denominator();
        final BigInteger level = most[other].numerator().multiply(game.denominator(other));
        final int actions = game.actions(player);
        final BigInteger[] objective = new BigInteger[actions];
        Arrays.fill(objective, BigInteger.ZERO);
        for (int action = 0; action < actions; action++) {
            if (found.profile().exactChance(player, action).signum() == 0) {
                objective[action] = BigInteger.ONE;
            }
        }
        final List<Row> rows = new ArrayList<>();
        for (int reply = 0; reply < game.actions(other); reply++) {
            final BigInteger[] factors = new BigInteger[actions];
            for (int action = 0; action < actions; action++) {
                final int index = action * game.stride(player) + reply * game.stride(other);
                factors[action] = game.numeratorAt(other, index).multiply(scale).subtract(level);
            }
            rows.add(Row.atMost(BigInteger.ZERO, factors));
        }
        for (final int reply : best(other)) {
            final BigInteger[] factors = rows.get(reply).factors();
            Arrays.setAll(objective, action -> objective[action].subtract(factors[action]));
        }
        final BigInteger[] ones = new BigInteger[actions];
        Arrays.fill(ones, BigInteger.ONE);
        rows.add(Row.exactly(BigInteger.ONE, ones));
        return ExactLinearProgram.maximize(objective, rows);
    }
}
