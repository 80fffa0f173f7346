package io.github.breakranks.examples.chart;

import io.github.breakranks.cascade.Cascade;
import io.github.breakranks.cascade.CountCascade;
import io.github.breakranks.cascade.MeanFieldCascade;
import io.github.breakranks.cascade.ShareCascade;
import io.github.breakranks.cascade.WellMixedCascade;
import io.github.breakranks.equilibrium.EquilibriumSolver;
import io.github.breakranks.equilibrium.RestPoint;
import io.github.breakranks.equilibrium.RestPoints;
import io.github.breakranks.examples.drawing.Drawing;
import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.game.Thresholds;
import io.github.breakranks.population.Population;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Draws who is willing when so many have gone. */
final class BestReply {
    private static final int POINTS = 200;
    private static final int MOST_ROUNDS = 200; // more would lie on each other
    private static final int MOST_STEPS = 2000;

    private BestReply() {}

    static Drawing ofLaw(DefectionGame game) {
        final RestPoints rest = EquilibriumSolver.solver().solve(game).orElseThrow();
        final Drawing drawing = new Drawing(
                        "Who is willing when so many have gone: " + Text.offered(game),
                        "gone [% of " + game.population().size() + "]",
                        "willing to go [%]")
                .upTo(100);
        drawing.line("as many willing as gone", Drawing.GREY, new double[] {0, 100}, 0, 100);
        final double[] gone = grid();
        drawing.line("best reply", Drawing.BLUE, Text.percents(gone), replies(gone, x -> game.willing(0, x)));
        if (rest.monotonicity().rises()) {
            final ShareCascade cascade = MeanFieldCascade.solver().solve(game).value();
            final double[][] web = cobweb(cascade.rounds(), cascade::shareAfter);
            drawing.thin("cobweb: the cascade from nobody", Drawing.RED, Text.percents(web[0]), Text.percents(web[1]));
        }
        rests(drawing, "rests, stable", true, rest.points());
        rests(drawing, "rests, not stable", false, rest.points());
        return drawing.saying("rests at "
                + rest.points().stream()
                        .map(point -> Text.percent(point.share()) + " ("
                                + point.stability().label() + ")")
                        .collect(Collectors.joining(", ")));
    }

    private static double[] grid() {
        return IntStream.rangeClosed(0, POINTS)
                .mapToDouble(k -> (double) k / POINTS)
                .toArray();
    }

    private static double[] replies(double[] gone, DoubleUnaryOperator reply) {
        return Text.percents(DoubleStream.of(gone).map(reply).toArray());
    }

    private static void rests(Drawing drawing, String name, boolean stable, List<RestPoint> all) {
        final double[] shares = all.stream()
                .filter(point -> point.stable() == stable)
                .mapToDouble(RestPoint::share)
                .toArray();
        if (shares.length > 0) {
            final String at = DoubleStream.of(shares).mapToObj(Text::percent).collect(Collectors.joining(", "));
            drawing.dots(name + ": " + at, stable, Text.percents(shares), Text.percents(shares));
        }
    }

    /** From nobody: up to the best reply, across to the diagonal, and so on. */
    private static double[][] cobweb(int rounds, IntToDoubleFunction after) {
        final int shown = Math.min(rounds, MOST_ROUNDS);
        final double[][] web = new double[2][2 * shown + 1];
        for (int round = 1; round <= shown; round++) {
            final double gone = after.applyAsDouble(round);
            web[0][2 * round - 1] = after.applyAsDouble(round - 1);
            web[1][2 * round - 1] = gone;
            web[0][2 * round] = gone;
            web[1][2 * round] = gone;
        }
        return web;
    }

    /** A curve a group, over what it sees; where it rests, and how it gets there. */
    static Drawing ofGroups(DefectionGame game) {
        final Drawing drawing = new Drawing(
                        "Who is willing, by group, when so many of those it sees have gone: " + Text.offered(game),
                        "gone of those whom the group sees [%]",
                        "willing to go [% of the group]")
                .upTo(100);
        final List<Population> groups = game.population().groups();
        final double[] gone = grid();
        final double[][] replies = IntStream.range(0, groups.size())
                .mapToObj(g -> replies(gone, x -> game.willing(g, x)))
                .toArray(double[][]::new);
        if (groups.size() > Drawing.COLOURS.size()) {
            drawing.band(groups.size() + " groups, from the least to the most willing", Text.percents(gone), replies);
        }
        for (int g = 0; g < groups.size() && groups.size() <= Drawing.COLOURS.size(); g++) {
            drawing.line(groups.get(g).name(), Drawing.COLOURS.get(g), Text.percents(gone), replies[g]);
        }
        final RestPoints rest = EquilibriumSolver.solver().solve(game).orElseThrow();
        final RestPoint least = rest.least();
        groupsAt(drawing, game, least, "rests, from nobody: ", true);
        if (rest.greatest().share() > least.share() + 1e-9) {
            groupsAt(drawing, game, rest.greatest(), "rests, from everybody: ", false);
        }
        return drawing;
    }

    private static void groupsAt(Drawing drawing, DefectionGame game, RestPoint point, String name, boolean round) {
        final int groups = game.groups();
        final double[][] weights = game.seen();
        final double[] seen = new double[groups];
        final double[] share = new double[groups];
        for (int g = 0; g < groups; g++) {
            share[g] = point.shareOf(g);
            for (int h = 0; h < groups; h++) {
                seen[g] += weights[g][h] * point.shareOf(h);
            }
        }
        final List<Population> all = game.population().groups();
        final String at = groups > Drawing.COLOURS.size()
                ? Text.percent(point.share()) + " of all, a dot a group"
                : IntStream.range(0, groups)
                        .mapToObj(g -> all.get(g).name() + " " + Text.percent(share[g]))
                        .collect(Collectors.joining(", "));
        drawing.dots(name + at, round, Text.percents(seen), Text.percents(share));
    }

    static Drawing ofList(Thresholds thresholds, String offered) {
        final int agents = thresholds.agents();
        final int[] willing = willing(thresholds);
        final CountCascade cascade = WellMixedCascade.solver().solve(thresholds).orElseThrow();
        final Drawing drawing = new Drawing(
                        "How many of " + agents + " are willing when so many others have gone" + offered,
                        "others gone [agents]",
                        "willing to go [agents]")
                .within(0, agents, 0, agents)
                .countingAcross()
                .countingUp();
        drawing.line("as many willing as gone", Drawing.GREY, new double[] {0, agents}, 0, agents);
        final double[][] steps = steps(willing);
        drawing.line("best reply", Drawing.BLUE, steps[0], steps[1]);
        final double[][] web = cobweb(cascade.rounds(), cascade::goneAfter);
        drawing.thin("cobweb: the cascade from nobody", Drawing.RED, web[0], web[1]);
        final double gone = cascade.gone();
        drawing.dots("rests, from nobody: " + cascade.gone() + " gone", true, new double[] {gone}, gone);
        int greatest = agents;
        while (greatest > 0 && willing[greatest - 1] < greatest) {
            greatest--; // the last of them would see the others gone and stay
        }
        if (greatest > cascade.gone()) {
            drawing.dots("rests, from everybody: " + greatest + " gone", false, new double[] {greatest}, greatest);
        }
        return drawing.saying(cascade(cascade));
    }

    private static String cascade(Cascade cascade) {
        return cascade.gone() + " of " + cascade.size() + " go in " + cascade.rounds() + " rounds";
    }

    /** By how many others have gone, from 0: whose threshold is met. */
    private static int[] willing(Thresholds thresholds) {
        final int agents = thresholds.agents();
        final int[] willing = new int[agents + 1];
        for (int agent = 0; agent < agents; agent++) {
            willing[Math.min(agents, thresholds.othersNeeded(agent))]++;
        }
        willing[agents] = 0; // nobody has so many others
        for (int others = 1; others <= agents; others++) {
            willing[others] += willing[others - 1];
        }
        return willing;
    }

    /** A flat stretch from each count to the next, then up; of many counts, some. */
    private static double[][] steps(int[] willing) {
        final int every = Math.max(1, willing.length / MOST_STEPS);
        final int shown = (willing.length - 1) / every + 1;
        final double[][] steps = new double[2][2 * shown - 1];
        for (int k = 0; k < shown; k++) {
            steps[0][2 * k] = (double) k * every;
            steps[1][2 * k] = willing[k * every];
            if (k > 0) {
                steps[0][2 * k - 1] = (double) k * every;
                steps[1][2 * k - 1] = willing[(k - 1) * every];
            }
        }
        return steps;
    }
}
