package io.github.breakranks.design;

import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.internal.Checks;
import io.github.breakranks.population.Population;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

/**
 * What the data leave open: the games that it might be, before the same offers, and how much weight each is given.
 *
 * <p>Weights matter only where a chance is asked for; what holds in the worst case, or with the least regret, needs none. Without weights all
 * games weigh the same.
 *
 * @param games   at least one, with the same offers to as many groups, in one unit
 * @param weights by game, above 0; they sum to 1 within 1e-9 [shares]
 */
public record Ambiguity(List<DefectionGame> games, List<Double> weights) {
    private static final double ROUNDING = 1e-9;

    public Ambiguity {
        games = List.copyOf(Objects.requireNonNull(games, "games"));
        weights = List.copyOf(Objects.requireNonNull(weights, "weights"));
        if (games.isEmpty()) {
            throw new IllegalArgumentException("games must have at least 1 game [count], but was empty");
        }
        final DefectionGame first = games.get(0);
        for (int k = 1; k < games.size(); k++) {
            checkAlike(first, games.get(k), k);
        }
        if (weights.size() != games.size()) {
            throw Checks.refused("weights must have %s values [one a game], but was %s", games.size(), weights.size());
        }
        double sum = 0;
        for (int k = 0; k < weights.size(); k++) {
            sum += Checks.above(0, "weights[" + k + "]", "share", weights.get(k));
        }
        if (!(Math.abs(sum - 1) <= ROUNDING)) {
            throw Checks.refused("weights must sum to 1 within %s [shares], but was %s", ROUNDING, sum);
        }
    }

    private static void checkAlike(DefectionGame first, DefectionGame other, int k) {
        if (other.groups() != first.groups()) {
            throw Checks.refused(
                    "games[%s] must have %s groups [count], as games[0] has, but was %s",
                    k, first.groups(), other.groups());
        }
        if (!other.unit().equals(first.unit())) {
            throw Checks.refused(
                    "games[%s] must be in the unit of games[0], %s, but was %s", k, first.unit(), other.unit());
        }
        for (int g = 0; g < first.groups(); g++) {
            if (!other.offer(g).equals(first.offer(g))) {
                throw Checks.refused(
                        "games[%s] must have the offers of games[0], %s to group %s, but was %s",
                        k, first.offer(g), g, other.offer(g));
            }
        }
    }

    /** One of these games, all weighing the same. */
    public static Ambiguity of(List<DefectionGame> games) {
        Objects.requireNonNull(games, "games");
        return new Ambiguity(games, Collections.nCopies(games.size(), 1.0 / games.size()));
    }

    /** This game, with one of these populations, all weighing the same. */
    public static Ambiguity of(DefectionGame game, List<Population> populations) {
        Objects.requireNonNull(game, "game");
        Objects.requireNonNull(populations, "populations");
        return of(populations.stream().map(game::withPopulation).toList());
    }

    /** These games with other weights, which sum to 1 [shares]. */
    public Ambiguity withWeights(double... newWeights) {
        return new Ambiguity(games, Arrays.stream(newWeights).boxed().toList());
    }

    /** How many games there are [count]. */
    public int size() {
        return games.size();
    }

    /** The unit of all amounts. */
    public String unit() {
        return games.get(0).unit();
    }

    @Override
    public String toString() {
        return "Ambiguity[" + games.size() + " games]";
    }
}
