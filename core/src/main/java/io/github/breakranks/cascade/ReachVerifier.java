package io.github.breakranks.cascade;

import io.github.breakranks.answer.Certificate;
import io.github.breakranks.answer.Watch;
import io.github.breakranks.internal.TableText;
import io.github.breakranks.network.Network;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Counts again what the best could cover, from the sets alone and by sorting, and spreads forward from those chosen, which knows nothing of
 * sets.
 */
final class ReachVerifier {
    /** How many standard errors of the runs their mean may lie beside the interval: one seed in ten thousand, for eight runs. */
    private static final double ERRORS = 7;

    private static final double ROUNDING = 1e-9;

    private final Network network;
    private final Contagion contagion;
    private final ReachBudget budget;

    private final int threads;

    ReachVerifier(Network network, Contagion contagion, ReachBudget budget, int threads) {
        this.network = network;
        this.contagion = contagion;
        this.budget = budget;
        this.threads = threads;
    }

    /** The certificate; null if the watch stopped the work. */
    @Nullable
    Certificate certify(ReachSampling.Look look, ReverseSets first, long seed, Watch watch) {
        final Reach reach = look.reach();
        if (reach.cost() > budget.amount() * (budget.exact() ? 1 : 1 + ROUNDING)) {
            return new Certificate.Unproven("those chosen cost " + reach.cost() + ", more than the budget");
        }
        final double bound = bound(first, look.cover().after());
        if (!(bound <= look.cover().bound() * (1 + ROUNDING))) {
            return new Certificate.Unproven("counted again, the best could cover " + bound + " sets, above "
                    + look.cover().bound());
        }
        final ForwardRuns.Mean forward =
                new ForwardRuns(contagion, network, threads).spread(reach.chosen(), ~seed, watch);
        if (forward.runs() == 0) {
            return null;
        }
        final double slack = ERRORS * forward.standardError();
        final String runs = forward.runs() + " runs forward give " + TableText.number(forward.mean(), 6)
                + " agents, standard error " + TableText.number(forward.standardError(), 2);
        if (!(forward.mean() >= reach.interval().low() - slack
                && forward.mean() <= reach.interval().high() + slack)) {
            return new Certificate.Unproven(runs + ", outside of " + reach.interval());
        }
        return new Certificate.Proven(
                "with probability at least " + TableText.number(reach.confidence(), 6) + " those chosen bring at least "
                        + TableText.number(reach.certifiedRatio(), 4) + " of the best spread, by " + reach.setsDrawn()
                        + " reverse-reachable sets; " + runs,
                Stream.concat(Stream.of("numbers drawn are as good as independent"), budget.assumptions().stream())
                        .toList());
    }

    /** What the best could cover beside those chosen: all of what they cover, and the most that the budget buys of what others add. */
    private double bound(ReverseSets sets, int[] after) {
        final boolean[] chosen = new boolean[sets.agents()];
        for (int agent : after) {
            chosen[agent] = true;
        }
        final int[] adds = new int[sets.agents()];
        int covered = 0;
        for (int set = 0; set < sets.sets(); set++) {
            int met = 0;
            for (int k = sets.start(set); k < sets.end(set); k++) {
                met += chosen[sets.members()[k]] ? 1 : 0;
            }
            covered += met > 0 ? 1 : 0;
            for (int k = sets.start(set); met == 0 && k < sets.end(set); k++) {
                adds[sets.members()[k]]++;
            }
        }
        return covered + bought(adds);
    }

    private double bought(int... adds) {
        if (budget.equal()) {
            Arrays.sort(adds);
            return Arrays.stream(adds, adds.length - (int) budget.amount(), adds.length)
                    .asLongStream()
                    .sum();
        }
        final int[] byRatio = IntStream.range(0, adds.length)
                .filter(agent -> adds[agent] > 0 && budget.cost(agent) <= budget.amount())
                .boxed()
                .sorted((a, b) -> Double.compare(adds[b] / budget.cost(b), adds[a] / budget.cost(a)))
                .mapToInt(Integer::intValue)
                .toArray();
        double left = budget.amount();
        double most = 0;
        for (int agent : byRatio) {
            final double part = Math.min(1, left / budget.cost(agent));
            most += part * adds[agent];
            left -= part * budget.cost(agent);
            if (left <= 0) {
                break;
            }
        }
        return most;
    }
}
