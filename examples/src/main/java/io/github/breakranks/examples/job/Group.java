package io.github.breakranks.examples.job;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/**
 * Sets of assumptions that share one of them.
 *
 * @param name what they share, in words
 * @param has  whether a set is one of them
 */
record Group(String name, Predicate<Assumption> has) {

    /** All sets, then those of each reprisal, credibility and reach, then of the lower, middle and upper third of the spreads. */
    static List<Group> all(Case.Grid grid) {
        final List<Group> groups = new ArrayList<>();
        groups.add(new Group("all", each -> true));
        one(groups, "reprisal", grid.reprisals(), Assumption::reprisal);
        one(groups, "credibility", grid.credibilities(), Assumption::credibility);
        one(groups, "heard by", grid.reaches(), Assumption::reach);
        final List<Double> spreads = grid.spreads();
        final int parts = Math.min(3, spreads.size());
        for (int k = 0; k < parts; k++) {
            final double low = spreads.get(k * spreads.size() / parts);
            final double high = spreads.get((k + 1) * spreads.size() / parts - 1);
            groups.add(new Group(
                    "spread " + Words.span(Words.number(low), Words.number(high)),
                    each -> each.spread() >= low && each.spread() <= high));
        }
        return groups;
    }

    private static void one(
            List<Group> groups, String name, List<Double> values, ToDoubleFunction<Assumption> assumed) {
        for (double value : values) {
            groups.add(new Group(name + " " + Words.number(value), each -> assumed.applyAsDouble(each) == value));
        }
    }
}
