package io.github.breakranks.equilibrium;

import io.github.breakranks.answer.Watch;
import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.population.CostLaw;
import io.github.breakranks.population.Population;
import java.util.List;
import java.util.function.DoubleFunction;

/**
 * What moves the least rest point of groups to a target, by bisection: the share committed at random in all groups or in one, or the rise of
 * everybody's net gain. The least rest point never falls with either (Topkis 1979).
 */
final class GroupSeed {
    static final double NARROWEST = 1e-9;
    private static final double MOST = 0x1p60;

    private final double target;
    private final Watch watch;

    GroupSeed(double target, Watch watch) {
        this.target = target;
        this.watch = watch;
    }

    /** The share, NaN if the watch ended the search, infinity if even all of them do not do it. */
    double share(DefectionGame game, String group) {
        final DoubleFunction<DefectionGame> committed = share -> committed(game, group, share);
        return reaches(committed.apply(1)) ? narrowed(committed, 1) : ended(Double.POSITIVE_INFINITY);
    }

    /** The rise of the net gain, NaN if the watch ended the search, infinity if none does it. */
    double rise(DefectionGame game) {
        final DoubleFunction<DefectionGame> raised = rise -> Rise.raised(game, rise);
        double high = 1;
        while (!reaches(raised.apply(high)) && high < MOST && watch.mayGoOn()) {
            high *= 2;
        }
        return high >= MOST ? ended(Double.POSITIVE_INFINITY) : narrowed(raised, high);
    }

    private double narrowed(DoubleFunction<DefectionGame> games, double enough) {
        double low = 0;
        double high = enough;
        while (high - low > NARROWEST * Math.max(1, low) && watch.mayGoOn()) {
            final double mid = low + (high - low) / 2;
            if (reaches(games.apply(mid))) {
                high = mid;
            } else {
                low = mid;
            }
        }
        return ended(high);
    }

    private double ended(double value) {
        return watch.mayGoOn() ? value : Double.NaN;
    }

    private boolean reaches(DefectionGame game) {
        return GroupRestPoints.total(game, true, watch) >= target - 1e-12;
    }

    /** The game with a share committed: of a cost so low that he goes whatever the others do and whether he heard of the offer or not. */
    static DefectionGame committed(DefectionGame game, String group, double share) {
        final List<Population> groups = game.population().groups();
        final Population[] committed = new Population[groups.size()];
        for (int g = 0; g < committed.length; g++) {
            final Population all = groups.get(g);
            committed[g] = group.isEmpty() || all.name().equals(group) ? committed(game, g, share) : all;
        }
        return game.withPopulation(committed.length == 1 ? committed[0] : Population.join(committed));
    }

    private static Population committed(DefectionGame game, int g, double share) {
        final Population all = game.population().groups().get(g);
        final double least = Math.min(Math.min(game.gain(g, 0), game.gain(g, 1)), game.gainUnheard(g, 0));
        final double lowest = least - Math.max(1, Math.abs(least));
        final CostLaw ever = CostLaw.atoms(new double[] {lowest}, new double[] {1});
        final Population mixed = Population.of(all.size(), CostLaw.mixture(share, ever, all.law()))
                .in(all.unit())
                .withInfluence(all.influence());
        return all.name().isEmpty() ? mixed : mixed.named(all.name());
    }
}
