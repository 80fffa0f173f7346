package io.github.breakranks.examples.chart;

import io.github.breakranks.answer.Answer;
import io.github.breakranks.cascade.Cascade;
import io.github.breakranks.cascade.CountCascade;
import io.github.breakranks.cascade.MeanFieldCascade;
import io.github.breakranks.cascade.ShareCascade;
import io.github.breakranks.cascade.WellMixedCascade;
import io.github.breakranks.examples.drawing.Drawing;
import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.game.Thresholds;
import io.github.breakranks.population.Population;
import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** Draws how defection spreads, round by round. */
final class Spread {
    private static final int MOST_POINTS = 60; // marks that can be told apart
    private static final double FEWEST = 10; // rounds on the axis, so that it counts them in whole numbers
    private static final double[] TOPS = {0.01, 0.1, 1, 2, 5, 10, 20, 50}; // percent

    private final Cascade cascade;
    private final List<Path> paths; // of groups, where there are several

    private Spread(Cascade cascade, List<Path> paths) {
        this.cascade = cascade;
        this.paths = paths;
    }

    /** The share of a group after each round, and in the end. */
    private record Path(Population group, IntToDoubleFunction after, double end) {}

    static Drawing drawing(DefectionGame game) {
        final String offered = ": " + Text.offered(game);
        if (game.population().listed()) {
            final CountCascade cascade =
                    WellMixedCascade.solver().solve(Thresholds.of(game)).orElseThrow();
            return new Spread(cascade, ofLists(cascade, game.population())).drawn(offered);
        }
        final Answer<ShareCascade> answer = MeanFieldCascade.solver().solve(game);
        final String ended = answer instanceof Answer.Stopped ? ", where it rests not certified" : "";
        return new Spread(answer.value(), ofLaws(answer.value())).drawn(ended + offered);
    }

    static Drawing drawing(Cascade cascade) {
        return cascade instanceof ShareCascade shares
                ? new Spread(shares, ofLaws(shares)).drawn(": " + Text.offered(shares.game()))
                : new Spread(cascade, List.of()).drawn("");
    }

    private static List<Path> ofLaws(ShareCascade cascade) {
        final List<Population> groups = cascade.game().population().groups();
        final List<Path> paths = new ArrayList<>();
        for (int g = 0; g < groups.size() && groups.size() > 1; g++) {
            final int group = g;
            paths.add(new Path(groups.get(g), round -> cascade.shareAfter(round, group), cascade.shareOf(g)));
        }
        return paths;
    }

    /** The agents of joined lists are numbered group by group. */
    private static List<Path> ofLists(CountCascade cascade, Population population) {
        final List<Path> paths = new ArrayList<>();
        int first = 0;
        for (Population group : population.groups()) {
            final int[] gone = new int[cascade.rounds() + 1];
            for (int agent = first; agent < first + group.size(); agent++) {
                cascade.roundOf(agent).ifPresent(round -> gone[round]++);
            }
            for (int round = 1; round < gone.length; round++) {
                gone[round] += gone[round - 1];
            }
            final IntToDoubleFunction after = round -> (double) gone[round] / group.size();
            paths.add(new Path(group, after, after.applyAsDouble(cascade.rounds())));
            first += group.size();
        }
        return paths.size() == 1 ? List.of() : paths;
    }

    private Drawing drawn(String offered) {
        final int rounds = cascade.rounds();
        final boolean clock = !cascade.timeUnit().equals("rounds");
        final double start = cascade.shareAfter(0);
        final Drawing drawing = new Drawing(
                        "How defection spreads from " + (start == 0 ? "nobody" : Text.percent(start)) + offered,
                        clock ? "time [" + cascade.timeUnit() + "]" : "round [count]",
                        "gone [%]")
                .within(0, Math.max(FEWEST, cascade.time(rounds)), 0, top());
        final int every = rounds / MOST_POINTS + 1;
        final int[] shown = IntStream.concat(
                        IntStream.iterate(0, round -> round < rounds, round -> round + every), IntStream.of(rounds))
                .toArray();
        final double[] time = IntStream.of(shown).mapToDouble(cascade::time).toArray();
        for (int k = 0; k < paths.size(); k++) {
            final Path path = paths.get(k);
            final String name = path.group.name() + " (" + path.group.size() + "): " + inTheEnd(path.end);
            drawing.marked(name, k, time, at(shown, path.after));
        }
        final String all = "all " + cascade.size() + ": " + inTheEnd(cascade.share());
        drawing.dotted(all, Color.BLACK, time, at(shown, cascade::shareAfter));
        return drawing.saying(
                cascade.gone() + " of " + cascade.size() + " go in " + rounds + (clock ? " readings" : " rounds"));
    }

    private static String inTheEnd(double share) {
        return Text.percent(share) + " in the end";
    }

    /** The end of the axis in percent: so that little can be told from nothing. */
    private double top() {
        double most = 100 * cascade.share();
        for (Path path : paths) {
            most = Math.max(most, 100 * path.end);
        }
        for (double top : TOPS) {
            if (most > 0 && most <= 0.9 * top) {
                return top;
            }
        }
        return 100;
    }

    private static double[] at(int[] rounds, IntToDoubleFunction share) {
        return Text.percents(IntStream.of(rounds).mapToDouble(share).toArray());
    }
}
