package io.github.breakranks.examples.chart;

import io.github.breakranks.Breakranks;
import io.github.breakranks.answer.Answer;
import io.github.breakranks.cascade.AgentPath;
import io.github.breakranks.cascade.Cascade;
import io.github.breakranks.cascade.CountCascade;
import io.github.breakranks.cascade.MeanFieldCascade;
import io.github.breakranks.cascade.ShareCascade;
import io.github.breakranks.cascade.WellMixedCascade;
import io.github.breakranks.examples.drawing.Drawing;
import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.game.Thresholds;
import io.github.breakranks.network.Exposure;
import io.github.breakranks.population.Population;
import java.awt.Color;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** Draws how defection spreads, round by round. */
final class Spread {
    private static final int MOST_POINTS = 60; // marks that can be told apart
    private static final int MOST_STEPS = 2000;
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
        if (game.exposure() instanceof Exposure.Watching) {
            return new Spread(Breakranks.cascade(game), List.of()).drawn(offered);
        }
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
        final double last = cascade.time(rounds);
        final Drawing drawing = new Drawing(
                        "How defection spreads from " + (start == 0 ? "nobody" : Text.percent(start)) + offered,
                        clock ? "time [" + cascade.timeUnit() + "]" : "round [count]",
                        "gone [%]")
                .within(0, last > 0 ? last : 1, 0, top());
        if (!clock) {
            drawing.countingAcross();
        }
        if (clock && cascade instanceof AgentPath) {
            steps(drawing);
        } else {
            curves(drawing);
        }
        return drawing.saying(
                cascade.gone() + " of " + cascade.size() + " go in " + rounds + (clock ? " readings" : " rounds"));
    }

    private void curves(Drawing drawing) {
        final int[] shown = shown(MOST_POINTS);
        final double[] time = IntStream.of(shown).mapToDouble(cascade::time).toArray();
        if (paths.size() > Drawing.COLOURS.size()) {
            final DoubleSummaryStatistics ends =
                    paths.stream().mapToDouble(Path::end).summaryStatistics();
            final String name = paths.size() + " groups, from the least to the most: " + Text.percent(ends.getMin())
                    + " to " + Text.percent(ends.getMax()) + " in the end";
            drawing.band(
                    name,
                    time,
                    paths.stream().map(path -> at(shown, path.after)).toArray(double[][]::new));
        }
        for (int k = 0; k < paths.size() && paths.size() <= Drawing.COLOURS.size(); k++) {
            final Path path = paths.get(k);
            final String name = path.group.name() + " (" + path.group.size() + "): " + ending(path.after, path.end);
            drawing.marked(name, k, time, at(shown, path.after));
        }
        drawing.dotted(all(), Color.BLACK, time, at(shown, cascade::shareAfter));
    }

    /** Agents go one after another: between two departures nothing moves. */
    private void steps(Drawing drawing) {
        final int[] shown = shown(MOST_STEPS);
        final double[] time = new double[2 * shown.length - 1];
        final double[] gone = new double[2 * shown.length - 1];
        for (int k = 0; k < shown.length; k++) {
            time[2 * k] = cascade.time(shown[k]);
            gone[2 * k] = 100 * cascade.shareAfter(shown[k]);
            if (k > 0) {
                time[2 * k - 1] = time[2 * k];
                gone[2 * k - 1] = gone[2 * k - 2];
            }
        }
        drawing.line(all(), Color.BLACK, time, gone);
    }

    /** The rounds or readings drawn: of many, some, and the last. */
    private int[] shown(int most) {
        final int rounds = cascade.rounds();
        final int every = rounds / most + 1;
        return IntStream.concat(
                        IntStream.iterate(0, round -> round < rounds, round -> round + every), IntStream.of(rounds))
                .toArray();
    }

    private String all() {
        return "all " + cascade.size() + ": " + ending(cascade::shareAfter, cascade.share());
    }

    /** A path of shares ends when less than half a soldier is missing, which of few soldiers is much. */
    private String ending(IntToDoubleFunction after, double end) {
        final String drawn = Text.percent(after.applyAsDouble(cascade.rounds()));
        final String limit = Text.percent(end);
        return drawn.equals(limit) ? limit + " in the end" : drawn + " where the path ends, " + limit + " in the limit";
    }

    /** The end of the axis in percent: so that little can be told from nothing. */
    private double top() {
        double most = 100 * cascade.share();
        for (Path path : paths) {
            most = Math.max(most, 100 * path.end);
        }
        return top(most);
    }

    /** The least end that leaves room above so many percent. */
    static double top(double most) {
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
