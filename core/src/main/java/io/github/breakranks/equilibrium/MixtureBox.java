package io.github.breakranks.equilibrium;

import io.github.breakranks.internal.TableText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Mixtures of all players whose chances lie between two bounds each and add up to one by player.
 *
 * @param low  lower bounds, by player and place in his support
 * @param high upper bounds
 */
record MixtureBox(double[][] low, double[][] high) {

    /** All mixtures of so many actions each. */
    static MixtureBox all(int... sizes) {
        final double[][] low = new double[sizes.length][];
        final double[][] high = new double[sizes.length][];
        for (int player = 0; player < sizes.length; player++) {
            low[player] = new double[sizes[player]];
            high[player] = new double[sizes[player]];
            Arrays.fill(high[player], 1);
        }
        return new MixtureBox(low, high);
    }

    /** All within a radius of a point in every chance but each player's last, which is what the others leave; chances may leave [0, 1]. */
    static MixtureBox around(double[][] point, double radius) {
        final MixtureBox box = all(sizes(point));
        for (int player = 0; player < point.length; player++) {
            final int last = point[player].length - 1;
            double least = 0;
            double most = 0;
            for (int k = 0; k < last; k++) {
                box.low[player][k] = Math.nextDown(point[player][k] - radius);
                box.high[player][k] = Math.nextUp(point[player][k] + radius);
                least = Math.nextDown(least + box.low[player][k]);
                most = Math.nextUp(most + box.high[player][k]);
            }
            box.low[player][last] = last == 0 ? 1 : Math.nextDown(1 - most);
            box.high[player][last] = last == 0 ? 1 : Math.nextUp(1 - least);
        }
        return box;
    }

    private static int[] sizes(double[][] point) {
        return Arrays.stream(point).mapToInt(chances -> chances.length).toArray();
    }

    MixtureBox copy() {
        final double[][] from = new double[low.length][];
        final double[][] to = new double[low.length][];
        for (int player = 0; player < low.length; player++) {
            from[player] = low[player].clone();
            to[player] = high[player].clone();
        }
        return new MixtureBox(from, to);
    }

    /** The smallest box that contains this and another. */
    MixtureBox hull(MixtureBox other) {
        final MixtureBox hull = copy();
        for (int player = 0; player < low.length; player++) {
            for (int k = 0; k < low[player].length; k++) {
                hull.low[player][k] = Math.min(low[player][k], other.low[player][k]);
                hull.high[player][k] = Math.max(high[player][k], other.high[player][k]);
            }
        }
        return hull;
    }

    /** Narrows each chance to what the others of the player leave; false if nothing is left. */
    boolean tighten() {
        for (int player = 0; player < low.length; player++) {
            final double[] from = low[player];
            final double[] to = high[player];
            double least = 0;
            double most = 0;
            for (int k = 0; k < from.length; k++) {
                least += from[k];
                most += to[k];
            }
            final double slack = (from.length + 3) * 4e-16 * (1 + Math.abs(most));
            for (int k = 0; k < from.length; k++) {
                from[k] = Math.max(from[k], 1 - (most - to[k]) - slack);
                to[k] = Math.min(to[k], 1 - (least - from[k]) + slack);
                if (from[k] > to[k]) {
                    return false;
                }
            }
        }
        return true;
    }

    /** A point in the middle whose chances add up to one. */
    double[][] middle() {
        final double[][] middle = new double[low.length][];
        for (int player = 0; player < low.length; player++) {
            middle[player] = new double[low[player].length];
            double least = 0;
            double most = 0;
            for (int k = 0; k < middle[player].length; k++) {
                least += low[player][k];
                most += high[player][k];
            }
            final double part = most > least ? Math.max(0, Math.min(1, (1 - least) / (most - least))) : 0;
            for (int k = 0; k < middle[player].length; k++) {
                middle[player][k] = low[player][k] + part * (high[player][k] - low[player][k]);
            }
        }
        return middle;
    }

    /** The widest of the chances of the players told, by its width; -1 where none is open. */
    Side widest(boolean[] of) {
        Side widest = new Side(-1, -1, 0);
        for (int player = 0; player < low.length; player++) {
            for (int k = 0; of[player] && k < low[player].length; k++) {
                final double width = high[player][k] - low[player][k];
                if (width > widest.width) {
                    widest = new Side(player, k, width);
                }
            }
        }
        return widest;
    }

    /** A chance and how far its bounds are apart. */
    record Side(int player, int place, double width) {}

    /** The part below and the part above the middle of a side, a little off it, as equilibria like round chances. */
    List<MixtureBox> halves(Side side) {
        final double cut = low[side.player][side.place] + 0.4921875 * side.width;
        final MixtureBox below = copy();
        below.high[side.player][side.place] = cut;
        final MixtureBox above = copy();
        above.low[side.player][side.place] = cut;
        return List.of(below, above);
    }

    /** By player: {@code (0.2..0.3, 0.7..0.8)}. */
    @Override
    public String toString() {
        final List<String> players = new ArrayList<>();
        for (int player = 0; player < low.length; player++) {
            final List<String> shown = new ArrayList<>();
            for (int k = 0; k < low[player].length; k++) {
                final String from = TableText.number(Math.max(0, low[player][k]), 4);
                final String to = TableText.number(high[player][k], 4);
                shown.add(from.equals(to) ? from : from + ".." + to);
            }
            players.add("(" + String.join(", ", shown) + ")");
        }
        return String.join(" ", players);
    }
}
