package io.github.breakranks.design;

import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.game.TieRule;
import io.github.breakranks.population.Population;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Listed agents, who see everybody: their costs are sorted once, then every game takes some searches among them a round. */
final class ListPlay implements Play {
    private final int agents;
    private final List<Group> groups = new ArrayList<>();

    /** The agents of a group in ascending order of their costs. */
    private record Group(double[] costs, int[] agents) {}

    ListPlay(DefectionGame game) {
        game.goes(0, 0); // refuses those who do not see everybody alike, and a reach of which nobody knows who is meant
        this.agents = game.population().size();
        int first = 0;
        for (Population group : game.population().groups()) {
            final double[] costs = group.costs();
            final Integer[] order = new Integer[costs.length];
            Arrays.setAll(order, k -> k);
            Arrays.sort(order, Comparator.comparingDouble(k -> costs[k]));
            final int start = first;
            final int[] ids = Arrays.stream(order).mapToInt(k -> start + k).toArray();
            Arrays.sort(costs);
            groups.add(new Group(costs, ids));
            first += costs.length;
        }
    }

    @Override
    public double[] rest(DefectionGame game, boolean least) {
        final Sides sides = new Sides(game);
        int gone = least ? 0 : agents;
        int[] counts = sides.willing(least ? 0 : agents - 1);
        for (int would = sum(counts); least ? would > gone : would < gone; would = sum(counts)) {
            gone = would;
            counts = gone == 0 ? new int[counts.length] : sides.willing(least ? gone : gone - 1);
        }
        return shares(counts);
    }

    @Override
    public double[] reply(DefectionGame game, double... gone) {
        double count = 0;
        for (int g = 0; g < gone.length; g++) {
            count += gone[g] * groups.get(g).costs.length;
        }
        return shares(new Sides(game).willing((int) Math.round(count)));
    }

    private double[] shares(int... counts) {
        final double[] shares = new double[counts.length];
        Arrays.setAll(shares, g -> (double) counts[g] / groups.get(g).costs.length);
        return shares;
    }

    private static int sum(int... counts) {
        return Arrays.stream(counts).sum();
    }

    /** By group, the sorted costs of those whom word has reached and of those whom it has not. */
    private final class Sides {
        private final DefectionGame game;
        private final double[][] heard;
        private final double[][] unheard;

        Sides(DefectionGame game) {
            this.game = game;
            this.heard = new double[groups.size()][];
            this.unheard = new double[groups.size()][];
            for (int g = 0; g < heard.length; g++) {
                final boolean all = game.offer(g).reach() == 1;
                heard[g] = all ? groups.get(g).costs : chosen(groups.get(g), true);
                unheard[g] = all ? new double[0] : chosen(groups.get(g), false);
            }
        }

        private double[] chosen(Group group, boolean reached) {
            int known = 0;
            final double[] costs = new double[group.costs.length];
            for (int k = 0; k < costs.length; k++) {
                if (game.heard(group.agents[k]) == reached) {
                    costs[known++] = group.costs[k];
                }
            }
            return Arrays.copyOf(costs, known);
        }

        int[] willing(int others) {
            final double gone = agents == 1 ? 0 : (double) Math.min(others, agents - 1) / (agents - 1);
            final int[] counts = new int[groups.size()];
            for (int g = 0; g < counts.length; g++) {
                counts[g] = heard[g].length == 0 ? 0 : upTo(heard[g], game.gain(g, gone));
                counts[g] += unheard[g].length == 0 ? 0 : upTo(unheard[g], game.gainUnheard(g, gone));
            }
            return counts;
        }

        private int upTo(double[] sorted, double net) {
            int low = 0;
            int high = sorted.length;
            while (low < high) {
                final int mid = (low + high) >>> 1;
                final boolean goes = game.ties() == TieRule.GOES ? sorted[mid] <= net : sorted[mid] < net;
                if (goes) {
                    low = mid + 1;
                } else {
                    high = mid;
                }
            }
            return low;
        }
    }
}
