package io.github.breakranks.game;

import io.github.breakranks.answer.Fraction;
import io.github.breakranks.internal.Checks;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What every player does: for each, the chance of each action.
 *
 * <p>Chances are exact fractions, or doubles taken at face value and divided by their sum, so that each player's chances add up to one
 * exactly either way.
 */
public final class StrategyProfile {
    private static final double SUM_WITHIN = 1e-9;

    private final double[][] chances;
    private final Fraction @Nullable [][] fractions;

    private StrategyProfile(double[][] chances, Fraction @Nullable [][] fractions) {
        this.chances = chances;
        this.fractions = fractions;
    }

    /** By player and action; each at least 0, each player's sum within 1e-9 of one. */
    public static StrategyProfile of(double[]... chances) {
        atLeastOne(chances.length);
        final double[][] copied = new double[chances.length][];
        for (int player = 0; player < chances.length; player++) {
            copied[player] = Objects.requireNonNull(chances[player], "chances[" + player + "]")
                    .clone();
            double sum = 0.0;
            for (int action = 0; action < copied[player].length; action++) {
                copied[player][action] += 0.0; // no negative zero
                sum += Checks.atLeast(0, "chances[" + player + "][" + action + "]", "share", copied[player][action]);
            }
            if (!(Math.abs(sum - 1.0) <= SUM_WITHIN)) {
                throw Checks.refused("chances[%s] must add up to 1 [within 1e-9], but was %s", player, sum);
            }
        }
        return new StrategyProfile(copied, null);
    }

    /** By player and action, exactly; each at least 0, each player's sum exactly one. */
    public static StrategyProfile of(Fraction[]... chances) {
        atLeastOne(chances.length);
        final Fraction[][] copied = new Fraction[chances.length][];
        final double[][] values = new double[chances.length][];
        for (int player = 0; player < chances.length; player++) {
            copied[player] = Objects.requireNonNull(chances[player], "chances[" + player + "]")
                    .clone();
            for (int action = 0; action < copied[player].length; action++) {
                final Fraction chance = copied[player][action];
                if (chance.signum() < 0) {
                    throw Checks.refused(
                            "chances[%s][%s] must be at least 0 [share], but was %s", player, action, chance);
                }
            }
            if (!Regret.Whole.of(copied[player]).sumsToOne()) {
                throw Checks.refused(
                        "chances[%s] must add up to 1 [exactly], but was %s",
                        player, Arrays.stream(copied[player]).reduce(Fraction.ZERO, Fraction::plus));
            }
            values[player] =
                    Arrays.stream(copied[player]).mapToDouble(Fraction::value).toArray();
        }
        return new StrategyProfile(values, copied);
    }

    /** Everybody surely does as told, in a game with so many actions each. */
    public static StrategyProfile pure(int[] actions, int... chosen) {
        if (chosen.length != actions.length) {
            throw Checks.refused(
                    "chosen must name an action of each player [%s], but was %s", actions.length, chosen.length);
        }
        final Fraction[][] chances = new Fraction[actions.length][];
        for (int player = 0; player < actions.length; player++) {
            chances[player] = new Fraction[Checks.count(1, "actions[" + player + "]", "count", actions[player])];
            Arrays.fill(chances[player], Fraction.ZERO);
            chances[player][Checks.index("chosen[" + player + "]", "action", chosen[player], actions[player])] =
                    Fraction.ONE;
        }
        return of(chances);
    }

    /** Everybody takes each of his actions with the same chance. */
    public static StrategyProfile uniform(int... actions) {
        final Fraction[][] chances = new Fraction[actions.length][];
        for (int player = 0; player < actions.length; player++) {
            chances[player] = new Fraction[Checks.count(1, "actions[" + player + "]", "count", actions[player])];
            Arrays.fill(chances[player], Fraction.of(1, actions[player]));
        }
        return of(chances);
    }

    /** How many play. */
    public int players() {
        return chances.length;
    }

    /** How many actions a player has. */
    public int actions(int player) {
        return chances[player].length;
    }

    /** The chance of an action, as the nearest double. */
    public double chance(int player, int action) {
        return chances[player][action];
    }

    /** The chances of a player's actions. */
    public double[] chances(int player) {
        return chances[player].clone();
    }

    /** The chance of an action, exactly; of doubles, at face value over their sum. */
    public Fraction exactChance(int player, int action) {
        return exactChances(player)[action];
    }

    /** The exact chances of a player's actions; they add up to one. */
    public Fraction[] exactChances(int player) {
        if (fractions != null) {
            return fractions[player].clone();
        }
        final Fraction[] exact =
                Arrays.stream(chances[player]).mapToObj(Fraction::exactly).toArray(Fraction[]::new);
        final Fraction sum = Arrays.stream(exact).reduce(Fraction.ZERO, Fraction::plus);
        return Arrays.stream(exact).map(chance -> chance.over(sum)).toArray(Fraction[]::new);
    }

    /** Whether the chances were given as fractions. */
    public boolean exact() {
        return fractions != null;
    }

    /** Whether every player surely takes one action. */
    public boolean pure() {
        for (int player = 0; player < players(); player++) {
            if (support(player).length != 1) {
                return false;
            }
        }
        return true;
    }

    /** The actions that a player takes with some chance, ascending. */
    public int[] support(int player) {
        final List<Integer> taken = new ArrayList<>();
        for (int action = 0; action < chances[player].length; action++) {
            if (fractions != null ? fractions[player][action].signum() > 0 : chances[player][action] > 0.0) {
                taken.add(action);
            }
        }
        return taken.stream().mapToInt(Integer::intValue).toArray();
    }

    private static void atLeastOne(int players) {
        if (players == 0) {
            throw Checks.refused("chances must be of at least 1 player [count], but was %s", players);
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof StrategyProfile profile
                && Arrays.deepEquals(fractions, profile.fractions)
                && Arrays.deepEquals(chances, profile.chances);
    }

    @Override
    public int hashCode() {
        return Arrays.deepHashCode(chances);
    }

    /** By player: {@code (1/3, 2/3) (1, 0)}, or with four decimals. */
    @Override
    public String toString() {
        return written(fractions != null);
    }

    /** By player, to four decimals: {@code (0.3333, 0.6667) (1, 0)}; {@code almost 0} or {@code almost 1} where no double tells it from that. */
    public String rounded() {
        return written(false);
    }

    private String written(boolean exactly) {
        final List<String> written = new ArrayList<>();
        for (int player = 0; player < players(); player++) {
            final List<String> shown = new ArrayList<>();
            for (int action = 0; action < actions(player); action++) {
                shown.add(exactly ? exactChance(player, action).toString() : rounded(player, action));
            }
            written.add("(" + String.join(", ", shown) + ")");
        }
        return String.join(" ", written);
    }

    private String rounded(int player, int action) {
        final double chance = chances[player][action];
        if (fractions == null || chance != Math.rint(chance)) {
            return String.format(Locale.ROOT, "%.4f", chance);
        }
        final boolean whole = exactChance(player, action).denominator().equals(BigInteger.ONE);
        return (whole ? "" : "almost ") + (int) chance; // too close for a double to tell
    }
}
