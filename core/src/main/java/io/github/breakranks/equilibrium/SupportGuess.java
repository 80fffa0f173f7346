package io.github.breakranks.equilibrium;

import io.github.breakranks.game.NormalFormGame;
import io.github.breakranks.game.StrategyProfile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Guesses from play that is nearly an equilibrium which actions an equilibrium close by takes, and solves for it by Newton's method; where that
 * ends outside, an action with a negative chance is dropped, or one that pays more taken in, and it is tried again.
 */
final class SupportGuess {
    private static final double[] LEVELS = {0.2, 0.05, 0.01, 1e-3, 1e-5};
    private static final int REPAIRS = 6;
    private static final double TIE = 1e-11; // of payoffs scaled to one

    private final NormalFormGame game;
    private final PayoffBounds payoffs;
    private final int[][] listed;
    private final Map<List<List<Integer>>, SupportEquations> systems = new HashMap<>();
    private final Map<List<List<Integer>>, double[][]> tried = new HashMap<>();

    SupportGuess(NormalFormGame game, PayoffBounds payoffs, int[][] listed) {
        this.game = game;
        this.payoffs = payoffs;
        this.listed = listed;
    }

    /** An equilibrium close to play, to the last digit of a double, in plain floating point; null if none was found. */
    @Nullable
    StrategyProfile near(double[][] play) {
        List<List<Integer>> before = List.of();
        for (final double level : LEVELS) {
            final List<List<Integer>> places = above(play, level);
            if (places.equals(before)) {
                continue;
            }
            before = places;
            final double[][] last = tried.put(places, play);
            if (last != null && SupportEquations.distance(last, play) < 0.02) {
                continue;
            }
            final StrategyProfile found = from(places, play);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private static List<List<Integer>> above(double[][] play, double level) {
        final List<List<Integer>> places = new ArrayList<>();
        for (final double[] chances : play) {
            final double least = level * Arrays.stream(chances).max().orElse(1);
            final List<Integer> of = new ArrayList<>();
            for (int place = 0; place < chances.length; place++) {
                if (chances[place] >= least) {
                    of.add(place);
                }
            }
            places.add(of);
        }
        return places;
    }

    private @Nullable StrategyProfile from(List<List<Integer>> guess, double[][] play) {
        List<List<Integer>> places = guess;
        double[][] now = play;
        for (int repair = 0; repair <= REPAIRS; repair++) {
            final SupportEquations system = systems.computeIfAbsent(places, this::system);
            final double[][] solved = system.newton(restricted(places, now));
            if (solved == null) {
                return null;
            }
            now = spread(places, solved);
            final List<List<Integer>> mended = mended(places, now, system.temptation(solved) > TIE);
            if (mended.equals(places)) {
                return SupportPolish.of(game, payoffs, system, solved);
            }
            places = mended;
        }
        return null;
    }

    private SupportEquations system(List<List<Integer>> places) {
        final int[][] supports = new int[listed.length][];
        Arrays.setAll(
                supports,
                player -> places.get(player).stream()
                        .mapToInt(place -> listed[player][place])
                        .toArray());
        return new SupportEquations(payoffs, supports, listed);
    }

    private static double[][] restricted(List<List<Integer>> places, double[][] play) {
        final double[][] some = new double[play.length][];
        for (int player = 0; player < play.length; player++) {
            final double[] chances = play[player];
            some[player] = places.get(player).stream()
                    .mapToDouble(place -> Math.max(1e-3, chances[place]))
                    .toArray();
            final double sum = Arrays.stream(some[player]).sum();
            for (int k = 0; k < some[player].length; k++) {
                some[player][k] /= sum;
            }
        }
        return some;
    }

    private double[][] spread(List<List<Integer>> places, double[][] some) {
        final double[][] play = new double[listed.length][];
        for (int player = 0; player < play.length; player++) {
            play[player] = new double[listed[player].length];
            for (int k = 0; k < some[player].length; k++) {
                play[player][places.get(player).get(k)] = some[player][k];
            }
        }
        return play;
    }

    /** The same places where all chances are positive and nothing tempts; else without the negative ones, or with what tempts most. */
    private List<List<Integer>> mended(List<List<Integer>> places, double[][] play, boolean tempted) {
        final List<List<Integer>> mended = new ArrayList<>();
        boolean dropped = false;
        for (int player = 0; player < play.length; player++) {
            final double[] chances = play[player];
            final List<Integer> kept = places.get(player).stream()
                    .filter(place -> chances[place] > 0)
                    .toList();
            dropped |= kept.size() < places.get(player).size();
            mended.add(kept.isEmpty() ? places.get(player) : kept);
        }
        if (dropped || !tempted) {
            return mended;
        }
        return withMostTempting(places, play);
    }

    private List<List<Integer>> withMostTempting(List<List<Integer>> places, double[][] play) {
        int tempted = -1;
        int tempting = -1;
        double most = 0;
        final double[][] whole = whole(play);
        final int[][] all = payoffs.everything();
        for (int player = 0; player < listed.length; player++) {
            final int instead = listed[player][places.get(player).get(0)];
            for (int place = 0; place < listed[player].length; place++) {
                final double gain = places.get(player).contains(place)
                        ? 0
                        : payoffs.gain(player, listed[player][place], instead, all)
                                .at(whole);
                if (gain > most) {
                    most = gain;
                    tempted = player;
                    tempting = place;
                }
            }
        }
        final List<List<Integer>> mended = new ArrayList<>(places);
        if (tempted >= 0) {
            final List<Integer> more = new ArrayList<>(places.get(tempted));
            more.add(tempting);
            more.sort(null);
            mended.set(tempted, List.copyOf(more));
        }
        return mended;
    }

    /** Play over all actions of the game. */
    double[][] whole(double[][] play) {
        final double[][] whole = new double[listed.length][];
        for (int player = 0; player < listed.length; player++) {
            whole[player] = new double[payoffs.actions(player)];
            for (int place = 0; place < listed[player].length; place++) {
                whole[player][listed[player][place]] = play[player][place];
            }
        }
        return whole;
    }
}
