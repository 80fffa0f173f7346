package io.github.breakranks.game;

import io.github.breakranks.internal.Checks;
import io.github.breakranks.network.Exposure;
import io.github.breakranks.network.Network;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.IntToDoubleFunction;
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
        final double[] payoffs = new double[agents];
        Arrays.setAll(payoffs, gone -> going(agent, agents == 1 ? 0 : (double) gone / (agents - 1)));
        return column(agent, others -> payoffs[Integer.bitCount(others)]);
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
        return column(agent, others -> {
            double gone = 0;
            for (int other = 0; other < agents; other++) {
                gone += (others & bit(other)) != 0 ? weights[other] : 0;
            }
            return going(agent, total == 0 ? 0 : Math.min(1, gone / total));
        });
    }

    private PayoffColumn column(int agent, IntToDoubleFunction going) {
        final double[] payoffs = new double[1 << agents];
        for (int profile = 0; profile < payoffs.length; profile++) {
            if ((profile & bit(agent)) != 0) {
                payoffs[profile] = going.applyAsDouble(profile & ~bit(agent));
            }
        }
        return PayoffColumn.of(payoffs);
    }

    private int bit(int agent) {
        return 1 << agents - 1 - agent;
    }

    /** Rounding keeps the sign of a difference, so that going pays here where the game says that he goes. */
    private double going(int agent, double gone) {
        final int group = game.population().groupOf(agent);
        final double net = game.heard(agent) ? game.gain(group, gone) : game.gainUnheard(group, gone);
        return Checks.finite(
                "payoff of agent " + agent,
                "unit of the game",
                net - game.population().cost(agent));
    }
}
