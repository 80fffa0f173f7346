package io.github.breakranks.cascade;

import java.util.function.IntConsumer;

/** Agents who see everybody: ready once so many have gone, the boldest first. */
final class CountReadiness implements ReadyRun.Readiness {
    private final int[] byNeed; // agents who are not gone at the start, the boldest first
    private final int[] needs; // their thresholds, in the same order
    private int gone; // as far as news has come
    private int ready; // of byNeed: so many have been made ready

    CountReadiness(int[] othersNeeded, EventLog log) {
        this.gone = log.atStart();
        final int[] first =
                new int[othersNeeded.length + 1]; // counting sort; thresholds beyond the others are never met
        for (int agent = 0; agent < othersNeeded.length; agent++) {
            if (othersNeeded[agent] < othersNeeded.length && !log.goneAtStart(agent)) {
                first[othersNeeded[agent] + 1]++;
            }
        }
        for (int need = 0; need < othersNeeded.length; need++) {
            first[need + 1] += first[need];
        }
        this.byNeed = new int[first[othersNeeded.length]];
        this.needs = new int[byNeed.length];
        for (int agent = 0; agent < othersNeeded.length; agent++) {
            if (othersNeeded[agent] < othersNeeded.length && !log.goneAtStart(agent)) {
                final int place = first[othersNeeded[agent]]++;
                byNeed[place] = agent;
                needs[place] = othersNeeded[agent];
            }
        }
    }

    @Override
    public void begin(IntConsumer nowReady) {
        hear(nowReady);
    }

    @Override
    public void heard(int agent, IntConsumer nowReady) {
        gone++;
        hear(nowReady);
    }

    private void hear(IntConsumer nowReady) {
        while (ready < needs.length && needs[ready] <= gone) {
            nowReady.accept(byNeed[ready++]);
        }
    }
}
