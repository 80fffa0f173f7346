package io.github.breakranks.equilibrium;

import io.github.breakranks.answer.Table;
import io.github.breakranks.answer.Table.Column;
import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.game.TieRule;
import io.github.breakranks.internal.Checks;
import io.github.breakranks.internal.TableText;
import io.github.breakranks.population.CostLaw;
import io.github.breakranks.population.Population;
import java.util.Arrays;

/**
 * What does not show: how far what people do differs from what they would like to do, at a share gone.
 *
 * <pre>{@code
 *   wantOut    c < 0                    would go for nothing
 *   hidden     c < 0 and stays          of these, the ones who stay all the same
 *   reluctant  c > 0 and goes           would rather stay
 *   heldBack   c <= worth and stays     would go for the offer if nobody punished
 * }</pre>
 *
 * <p>In Kuran's model of public opinion {@code c < 0} is a private preference above one half, and {@code hidden} the falsified
 * opposition. For one whom word of the offer has not reached its worth is 0.
 *
 * @param heads     how many there are [count]
 * @param gone      share who go, or have gone
 * @param wantOut   share who would go for nothing
 * @param hidden    share who would go for nothing and stay
 * @param reluctant share who go and would rather stay
 * @param heldBack  share to whom the offer is worth what going costs, and who stay
 * @see <a href="https://doi.org/10.1007/BF00116762">T. Kuran (1989), Public Choice 61, 41-74</a>
 */
public record Opposition(int heads, double gone, double wantOut, double hidden, double reluctant, double heldBack) {

    public Opposition {
        Checks.count(1, "heads", "soldiers", heads);
        Checks.share("gone", gone);
        Checks.share("wantOut", wantOut);
        Checks.share("hidden", hidden);
        Checks.share("reluctant", reluctant);
        Checks.share("heldBack", heldBack);
    }

    /** At a game's least rest point. */
    public static Opposition of(RestPoints rest) {
        return of(rest.game(), rest.least());
    }

    /** At one rest point of a game. */
    public static Opposition of(DefectionGame game, RestPoint point) {
        if (game.population().listed()) {
            return listed(game, (agent, net) -> point.gone(agent), 0);
        }
        final double[][] seen = game.seen();
        final double[] gone = new double[game.groups()];
        for (int g = 0; g < gone.length; g++) {
            for (int h = 0; h < gone.length; h++) {
                gone[g] += seen[g][h] * point.shareOf(h);
            }
            gone[g] = Math.min(1, gone[g]);
        }
        return laws(game, gone);
    }

    /** Among those who reply to such a share gone, whether play rests there or not. */
    public static Opposition at(DefectionGame game, double share) {
        Checks.share("share", share);
        if (game.population().listed()) {
            return listed(
                    game, (agent, net) -> goes(game, net, game.population().cost(agent)), share);
        }
        final double[] gone = new double[game.groups()];
        Arrays.fill(gone, share);
        return laws(game, gone);
    }

    private static boolean goes(DefectionGame game, double net, double cost) {
        return game.ties() == TieRule.GOES ? net - cost >= 0 : net - cost > 0;
    }

    /** Whether an agent goes, given his net gain. */
    @FunctionalInterface
    private interface Going {
        boolean goes(int agent, double net);
    }

    private static Opposition listed(DefectionGame game, Going going, double share) {
        final Population population = game.population();
        final int agents = population.size();
        int gone = 0;
        int wantOut = 0;
        int hidden = 0;
        int reluctant = 0;
        int heldBack = 0;
        for (int agent = 0; agent < agents; agent++) {
            final int group = population.groupOf(agent);
            final boolean heard = game.heard(agent);
            final double cost = population.cost(agent);
            final boolean goes = going.goes(agent, heard ? game.gain(group, share) : game.gainUnheard(group, share));
            final double worth = heard ? game.offer(group).worth() : 0;
            gone += goes ? 1 : 0;
            wantOut += cost < 0 ? 1 : 0;
            hidden += cost < 0 && !goes ? 1 : 0;
            reluctant += cost > 0 && goes ? 1 : 0;
            heldBack += cost <= worth && !goes ? 1 : 0;
        }
        final double all = agents;
        return new Opposition(agents, gone / all, wantOut / all, hidden / all, reluctant / all, heldBack / all);
    }

    private static Opposition laws(DefectionGame game, double[] seen) {
        final double[] sums = new double[5];
        for (int g = 0; g < seen.length; g++) {
            final CostLaw law = game.population().groups().get(g).law();
            final double reach = game.offer(g).reach();
            final double mass = game.population().mass(g);
            final boolean strict = game.ties() == TieRule.STAYS;
            add(
                    sums,
                    mass * reach,
                    new Side(law, strict, game.gain(g, seen[g])),
                    game.offer(g).worth());
            if (reach < 1) {
                add(sums, mass * (1 - reach), new Side(law, strict, game.gainUnheard(g, seen[g])), 0);
            }
        }
        for (int k = 0; k < sums.length; k++) {
            sums[k] = Math.min(1, sums[k]); // above by rounding
        }
        return new Opposition(game.population().size(), sums[0], sums[1], sums[2], sums[3], sums[4]);
    }

    private static void add(double[] sums, double mass, Side side, double worth) {
        if (mass == 0) {
            return;
        }
        sums[0] += mass * side.going();
        sums[1] += mass * side.law.below(0);
        sums[2] += mass * side.stayingBelowZero();
        sums[3] += mass * side.goingAboveZero();
        sums[4] += mass * side.stayingUpTo(worth);
    }

    /** Those to whom one net gain applies; from whichever end of the law keeps more digits. */
    private record Side(CostLaw law, boolean strict, double net) {
        double going() {
            return strict ? law.below(net) : law.cdf(net);
        }

        private double staying() {
            return strict ? law.atLeast(net) : law.survival(net);
        }

        double stayingBelowZero() {
            return net >= 0 ? 0 : Math.max(0, difference(law.below(0), law.atLeast(0), going(), staying()));
        }

        double goingAboveZero() {
            return net <= 0 ? 0 : Math.max(0, difference(going(), staying(), law.cdf(0), law.survival(0)));
        }

        double stayingUpTo(double worth) {
            return Math.max(0, difference(law.cdf(worth), law.survival(worth), going(), staying()));
        }

        private static double difference(double more, double restOfMore, double less, double restOfLess) {
            return more <= 0.5 ? more - less : restOfLess - restOfMore;
        }
    }

    /** How many of a share that is [count]: exact for lists, rounded for laws. */
    public long count(double share) {
        return Math.round(Checks.share("share", share) * heads);
    }

    /** How many would go for nothing and stay all the same [count]. */
    public long hiddenCount() {
        return count(hidden);
    }

    /** How many would go for the offer if nobody punished, and stay [count]. */
    public long heldBackCount() {
        return count(heldBack);
    }

    /** A row each: who, which share of all, how many. */
    public Table table() {
        return Table.of(Column.of("who"), Column.of("share", "share"), Column.of("count", "soldiers"))
                .with("go", gone, count(gone))
                .with("would go for nothing", wantOut, count(wantOut))
                .with("would go for nothing, stay", hidden, count(hidden))
                .with("go, would rather stay", reluctant, count(reluctant))
                .with("stay, though the offer is worth it", heldBack, count(heldBack));
    }

    /** In a sentence or two. */
    public String explain() {
        return count(gone) + " of " + heads + " go. " + count(wantOut) + " would go for nothing; " + hiddenCount()
                + " of them stay all the same. " + count(reluctant) + " of those who go would rather stay. For "
                + heldBackCount() + " who stay the offer alone is worth the going.";
    }

    @Override
    public String toString() {
        return "Opposition[" + percent(gone) + " go, " + percent(hidden) + " hidden, " + percent(reluctant)
                + " reluctant, " + percent(heldBack) + " held back]";
    }

    private static String percent(double share) {
        return (share < 1e-6 ? "0" : TableText.number(100 * share, 3)) + "%";
    }
}
