package io.github.breakranks.game;

import io.github.breakranks.answer.Fraction;
import io.github.breakranks.internal.Checks;
import io.github.breakranks.network.Exposure;
import io.github.breakranks.network.Network;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Writes a defection game of a few listed agents as a game in normal form: combination k has agent i gone where bit n - 1 - i of k is set. */
final class DefectionNormalForm {
    private static final int MOST_AGENTS = 20;

    private final DefectionGame game;
    private final int agents;
    private final @Nullable Network network;

    private DefectionNormalForm(DefectionGame game) {
        this.game = game;
        this.agents = game.population().size();
        this.network = game.exposure() instanceof Exposure.Watching watching ? watching.network() : null;
    }

    static NormalFormGame of(DefectionGame game) {
        if (!game.population().listed()) {
            throw Checks.refused(
                    "population must list its agents, but was %s; draw some with Population.draw(agents, law, seed)",
                    game.population());
        }
        if (game.population().size() > MOST_AGENTS) {
            throw Checks.refused(
                    "population must list at most %s agents for a normal form, but was %s, whose 2^%s combinations have %s payoffs each;"
                            + " ask EquilibriumSolver, or take a SymmetricGame where soldiers are alike",
                    MOST_AGENTS,
                    game.population().size(),
                    game.population().size(),
                    game.population().size());
        }
        if (!(game.exposure() instanceof Exposure.Watching)) {
            game.requireCountable("put them on a network");
        }
        return new DefectionNormalForm(game).write();
    }

    private NormalFormGame write() {
        final int[] actions = new int[agents];
        Arrays.fill(actions, 2);
        final PayoffColumn[] columns = new PayoffColumn[agents];
        for (int agent = 0; agent < agents; agent++) {
            columns[agent] = network == null ? byCount(agent) : byWeight(agent, network);
        }
        final List<String> names =
                IntStream.range(0, agents).mapToObj(agent -> "agent " + agent).toList();
        return NormalFormGame.ofColumns(actions, columns)
                .named("Defection game", names, Collections.nCopies(agents, List.of("stay", "go")));
    }

    /** Each sees how many of the others have gone. */
    private PayoffColumn byCount(int agent) {
        final Fraction[] payoffs = new Fraction[agents];
        Arrays.setAll(payoffs, gone -> going(agent, agents == 1 ? 0 : (double) gone / (agents - 1)));
        return column(agent, Integer::bitCount, payoffs);
    }

    /** Each sees the weight gone of those he watches, added up from agent 0 on. */
    private PayoffColumn byWeight(int agent, Network seen) {
        final double[] weights = new double[agents];
        for (int other = 0; other < agents; other++) {
            final int watched = other;
            if (seen.watchers(watched).anyMatch(watcher -> watcher == agent)) {
                weights[watched] = seen.weighted() ? seen.weight(watched, agent) : 1;
            }
        }
        final double total = Arrays.stream(weights).reduce(0.0, Double::sum);
        final double[] shares = new double[1 << agents];
        for (int others = 0; others < shares.length; others++) {
            double gone = 0;
            for (int other = 0; other < agents; other++) {
                gone += (others & bit(other)) != 0 ? weights[other] : 0;
            }
            shares[others] = total == 0 ? 0 : Math.min(1, gone / total);
        }
        final double[] distinct = Arrays.stream(shares).sorted().distinct().toArray();
        final Fraction[] payoffs =
                Arrays.stream(distinct).mapToObj(gone -> going(agent, gone)).toArray(Fraction[]::new);
        return column(agent, others -> Arrays.binarySearch(distinct, shares[others]), payoffs);
    }

    /** What he earns by going is one of a few payoffs, by who else has gone. */
    private PayoffColumn column(int agent, IntUnaryOperator which, Fraction... payoffs) {
        final double[] nearest =
                Arrays.stream(payoffs).mapToDouble(Fraction::value).toArray();
        final double[] values = new double[1 << agents];
        final Fraction[] exact = new Fraction[values.length];
        for (int profile = 0; profile < values.length; profile++) {
            final int place = (profile & bit(agent)) == 0 ? -1 : which.applyAsInt(profile & ~bit(agent));
            values[profile] = place < 0 ? 0 : nearest[place];
            exact[profile] = place < 0 ? Fraction.ZERO : payoffs[place];
        }
        return PayoffColumn.of(exact, values);
    }

    private int bit(int agent) {
        return 1 << agents - 1 - agent;
    }

    /**
     * Net gain less cost, both as the doubles that they are. The difference is not rounded: agents who differ in cost alone then differ by the
     * same in every combination, as a potential needs.
     */
    private Fraction going(int agent, double gone) {
        final int group = game.population().groupOf(agent);
        final String payoff = "payoff of agent " + agent;
        final double net = Checks.finite(
                payoff, "unit of the game", game.heard(agent) ? game.gain(group, gone) : game.gainUnheard(group, gone));
        return Fraction.exactly(net).minus(Fraction.exactly(game.population().cost(agent)));
    }
}
