package io.github.breakranks.design;

import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.internal.Checks;
import io.github.breakranks.network.Exposure;
import io.github.breakranks.network.Network;
import java.util.Arrays;
import java.util.BitSet;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What going gains each agent once a coalition of others has gone, before he is paid anything for it.
 *
 * <pre>{@code
 *   goes  <=>  g_i(S) + w_i(S) t_i >= 0         S the others who have gone, i not among them
 *   need_i(S) = max(0, -g_i(S)) / w_i(S)        the least payment at which he goes
 *
 *   g_i(S)  net gain of going, not paid         [unit of the game]
 *   t_i     what he is paid if he goes          [unit of the game]
 *   w_i(S)  what a unit of payment is worth to him: 1, or what his going adds to the chance of success if he is paid on success only
 * }</pre>
 *
 * <p>Agents are numbered from 0. Agents of one type are alike in what others gain from their going; the state of play is then how many of
 * each type have gone, so that large groups of identical agents cost little. Where gains rise with the coalition (complements) cheapest
 * offers form a ladder, see {@link Ladder}; gains that fall are taken as well, and the answer says what no longer holds.
 *
 * <p>Sources: I. Segal (2003), "Coordination and discrimination in contracting with externalities: divide and conquer?", Journal of Economic
 * Theory 113, 147-181; E. Winter (2004), American Economic Review 94, 764-773, doi 10.1257/0002828041464434; S. Bernstein and E. Winter (2012),
 * American Economic Journal: Microeconomics 4(2), 50-76, doi 10.1257/mic.4.2.50.
 */
public final class CoalitionGains {
    /** Most agents of an arbitrary set function: its values are told apart by a bit mask and tabulated. */
    public static final int MOST_OF_SETS = 20;

    private static final String UNIT = "unit of the game";
    private static final String[] EXACT = {};
    private static final String[] ROUNDED = {"gains as evaluated in double precision"};

    private final int[][] members; // by type: its agents, who needs less first
    private final int[] typeOf; // by agent
    private final int[] placeOf; // by agent: his place among the members of his type
    private final Form form;
    private final Tag tag;
    private final double @Nullable [][] influence; // of pairwise gains

    private CoalitionGains(int[][] members, Form form, Tag tag, double @Nullable [][] influence) {
        this.members = members;
        this.form = form;
        this.tag = tag;
        this.influence = influence;
        final int agents = Arrays.stream(members).mapToInt(type -> type.length).sum();
        this.typeOf = new int[agents];
        this.placeOf = new int[agents];
        for (int type = 0; type < members.length; type++) {
            for (int place = 0; place < members[type].length; place++) {
                typeOf[members[type][place]] = type;
                placeOf[members[type][place]] = place;
            }
        }
    }

    /** Net gain of one of a group of identical agents, given how many of each group have gone. */
    @FunctionalInterface
    public interface GroupGain {
        /**
         * Net gain of going [unit of the game].
         *
         * @param group whose gain
         * @param gone  how many others of each group have gone [count]; not to be kept or changed
         */
        double of(int group, int[] gone);
    }

    /** Net gain of an agent, given who has gone. */
    @FunctionalInterface
    public interface SetGain {
        /**
         * Net gain of going [unit of the game].
         *
         * @param agent whose gain
         * @param gone  those who have gone, agent j by bit {@code 1 << j}; never himself
         */
        double of(int agent, int gone);
    }

    /** What the member at a place of a type gains, and what a unit of payment is worth to him. */
    interface Form {
        double gain(int type, int place, int[] gone);

        default double worth(int type, int[] gone) {
            return 1;
        }
    }

    /**
     * What is said beside the numbers.
     *
     * @param kind      in words
     * @param identical whether all agents are alike
     * @param counted   whether only the number of those gone matters
     * @param onSuccess whether payments are made on success only
     */
    private record Tag(
            String kind, String unit, boolean identical, boolean counted, boolean onSuccess, String... assuming) {}

    /**
     * Identical agents: what going gains each when 0, 1, 2, ... of the others have gone.
     *
     * @param gains [unit of the game], finite; one for each agent
     */
    public static CoalitionGains identical(double... gains) {
        if (gains.length == 0) {
            throw Checks.refused("gains must have at least 1 agent [count], but was empty");
        }
        final double[] copy = gains.clone();
        for (int gone = 0; gone < copy.length; gone++) {
            Checks.finite("gains[" + gone + "]", UNIT, copy[gone]);
        }
        return new CoalitionGains(
                numbered(copy.length),
                (type, place, gone) -> copy[gone[0]],
                new Tag("identical", UNIT, true, true, false, EXACT),
                null);
    }

    /**
     * Groups of identical agents, numbered group by group.
     *
     * @param sizes how many agents each group has [count], at least 1
     * @param gain  net gain of one of a group, given how many of each have gone
     */
    public static CoalitionGains groups(int[] sizes, GroupGain gain) {
        if (sizes.length == 0) {
            throw Checks.refused("sizes must have at least 1 group [count], but was empty");
        }
        for (int group = 0; group < sizes.length; group++) {
            Checks.count(1, "sizes[" + group + "]", "agents", sizes[group]);
        }
        return new CoalitionGains(
                numbered(sizes),
                (type, place, gone) -> gain.of(type, gone),
                new Tag("in " + sizes.length + " groups", UNIT, sizes.length == 1, sizes.length == 1, false, ROUNDED),
                null);
    }

    /**
     * Pairwise influence: what going gains an agent by himself, and what each of the others adds by having gone.
     *
     * <pre>{@code g_i(S) = own_i + sum over j in S of influence_ij }</pre>
     *
     * @param own       by agent: net gain when nobody else has gone [unit of the game], finite
     * @param influence by agent i and other j: what i gains from j's having gone [unit of the game], finite, 0 where i = j
     */
    public static CoalitionGains of(double[] own, double[][] influence) {
        final int agents = own.length;
        if (agents == 0) {
            throw Checks.refused("own must have at least 1 agent [count], but was empty");
        }
        if (influence.length != agents) {
            throw Checks.refused("influence must have %s rows [agents], but was %s", agents, influence.length);
        }
        final double[] alone = own.clone();
        final double[][] weights = new double[agents][];
        for (int i = 0; i < agents; i++) {
            Checks.finite("own[" + i + "]", UNIT, alone[i]);
            if (influence[i].length != agents) {
                throw Checks.refused(
                        "influence[%s] must have %s entries [agents], but was %s", i, agents, influence[i].length);
            }
            weights[i] = influence[i].clone();
            for (int j = 0; j < agents; j++) {
                Checks.finite("influence[" + i + "][" + j + "]", UNIT, weights[i][j]);
            }
            if (weights[i][i] != 0) {
                throw Checks.refused(
                        "influence[%s][%s] must be 0 [unit of the game], as nobody is his own company, but was %s",
                        i, i, weights[i][i]);
            }
        }
        final int[] ones = new int[agents];
        Arrays.fill(ones, 1);
        return new CoalitionGains(
                numbered(ones),
                (type, place, gone) -> added(alone[type], weights[type], gone),
                new Tag("under pairwise influence", UNIT, agents == 1, agents == 1, false, ROUNDED),
                weights);
    }

    private static double added(double alone, double[] weights, int[] gone) {
        double gain = alone;
        for (int j = weights.length - 1; j >= 0; j--) { // the last first, as the lattice adds them up
            if (gone[j] != 0) {
                gain += weights[j];
            }
        }
        return gain;
    }

    /**
     * Any gains at all, of a few agents.
     *
     * @param agents how many [count], from 1 to {@value #MOST_OF_SETS}
     * @param gain   net gain of an agent, given who has gone; asked some 2^agents times an agent
     */
    public static CoalitionGains of(int agents, SetGain gain) {
        if (agents < 1 || agents > MOST_OF_SETS) {
            throw Checks.refused(
                    "agents must be from 1 to %s [agents] for gains by set, but was %s; take identical agents together with"
                            + " groups(sizes, gain)",
                    MOST_OF_SETS, agents);
        }
        final int[] ones = new int[agents];
        Arrays.fill(ones, 1);
        return new CoalitionGains(
                numbered(ones),
                (type, place, gone) -> gain.of(type, mask(gone)),
                new Tag("by coalition", UNIT, agents == 1, agents == 1, false, ROUNDED),
                null);
    }

    private static int mask(int[] gone) {
        int mask = 0;
        for (int j = 0; j < gone.length; j++) {
            mask |= gone[j] << j;
        }
        return mask;
    }

    /**
     * The listed agents of a defection game, each gaining what the game says less his cost. Payments come on top of the offer that the game
     * puts before them, and are believed.
     *
     * @param game of listed agents in which everybody sees everybody, or of at most {@value #MOST_OF_SETS} on a network
     */
    public static CoalitionGains of(DefectionGame game) {
        if (!game.population().listed()) {
            throw Checks.refused(
                    "population must be listed agents, but was %s; take Population.draw or Population.of(costs)",
                    game.population());
        }
        if (game.exposure() instanceof Exposure.Watching watching) {
            return onNetwork(game, watching.network());
        }
        game.goes(0, 0); // refuses games whose agents are not counted one for one
        final int agents = game.population().size();
        final double[] costs =
                IntStream.range(0, agents).mapToDouble(game.population()::cost).toArray();
        final IntUnaryOperator kind = agent -> 2 * game.population().groupOf(agent) + (game.heard(agent) ? 0 : 1);
        final int[] kinds =
                IntStream.range(0, agents).map(kind).distinct().sorted().toArray();
        final int[][] members = new int[kinds.length][];
        final double[][] common = new double[kinds.length][agents];
        for (int type = 0; type < kinds.length; type++) {
            final int of = kinds[type];
            members[type] = IntStream.range(0, agents)
                    .filter(agent -> kind.applyAsInt(agent) == of)
                    .boxed()
                    .sorted((a, b) -> costs[a] != costs[b] ? Double.compare(costs[a], costs[b]) : a - b)
                    .mapToInt(Integer::intValue)
                    .toArray();
            for (int gone = 0; gone < agents; gone++) {
                final double share = agents == 1 ? 0 : gone / (agents - 1.0);
                common[type][gone] = of % 2 == 0 ? game.gain(of / 2, share) : game.gainUnheard(of / 2, share);
            }
        }
        final boolean identical = kinds.length == 1 && costs[members[0][0]] == costs[members[0][agents - 1]];
        return new CoalitionGains(
                members,
                (type, place, gone) -> common[type][total(gone)] - costs[members[type][place]],
                new Tag("of a defection game", game.unit(), identical, true, false, ROUNDED),
                null);
    }

    /** What is gained depends on who of those watched has gone. */
    private static CoalitionGains onNetwork(DefectionGame game, Network network) {
        final int agents = network.agents();
        if (agents > MOST_OF_SETS) {
            throw Checks.refused(
                    "agents on a network must be from 1 to %s [agents], but was %s; where gains are straight in the share"
                            + " gone take CoalitionGains.of(own, influence)",
                    MOST_OF_SETS, agents);
        }
        final double[][] watched = new double[agents][agents];
        final double[] total = new double[agents];
        for (int agent = 0; agent < agents; agent++) {
            final int from = agent;
            network.watchers(agent).forEach(to -> watched[to][from] = network.weight(from, to));
        }
        Arrays.setAll(total, agent -> Arrays.stream(watched[agent]).sum());
        final CoalitionGains gains = of(agents, (agent, gone) -> {
            double sum = 0;
            for (int other = 0; other < agents; other++) {
                sum += (gone >> other & 1) * watched[agent][other];
            }
            final double share = total[agent] == 0 ? 0 : Math.min(1, sum / total[agent]);
            final int group = game.population().groupOf(agent);
            final double net = game.heard(agent) ? game.gain(group, share) : game.gainUnheard(group, share);
            return net - game.population().cost(agent);
        });
        final Tag tag = new Tag("of a game on a network", game.unit(), agents == 1, agents == 1, false, ROUNDED);
        return new CoalitionGains(gains.members, gains.form, tag, null);
    }

    private static int total(int[] counts) {
        int total = 0;
        for (int count : counts) {
            total += count;
        }
        return total;
    }

    /**
     * A common project whose chance of success rises with the number of identical agents who take part, each at the same cost; payments are
     * bonuses, paid on success only (Winter 2004).
     *
     * @param chance chance of success when 0, 1, ..., n take part, a share, never falling; one more value than there are agents
     * @param cost   what taking part costs each [unit of the game], above 0
     */
    public static CoalitionGains success(double[] chance, double cost) {
        if (chance.length < 2) {
            throw Checks.refused(
                    "chance must have at least 2 values [count], with nobody and with one agent, but was %s",
                    chance.length);
        }
        Checks.above(0, "cost", UNIT, cost);
        final double[] copy = chance.clone();
        for (int k = 0; k < copy.length; k++) {
            Checks.share("chance[" + k + "]", copy[k]);
            if (k > 0 && copy[k] < copy[k - 1]) {
                throw Checks.refused(
                        "chance[%s] must be >= %s [share], as nobody's taking part does harm, but was %s",
                        k, copy[k - 1], copy[k]);
            }
        }
        final Form form = new Form() {
            @Override
            public double gain(int type, int place, int[] gone) {
                return -cost;
            }

            @Override
            public double worth(int type, int[] gone) {
                return copy[gone[0] + 1] - copy[gone[0]];
            }
        };
        return new CoalitionGains(
                numbered(copy.length - 1), form, new Tag("paid on success", UNIT, true, true, true, EXACT), null);
    }

    /** Agents 0, 1, ... in groups of these sizes. */
    private static int[][] numbered(int... sizes) {
        final int[][] members = new int[sizes.length][];
        int first = 0;
        for (int group = 0; group < sizes.length; group++) {
            final int from = first;
            members[group] = IntStream.range(from, from + sizes[group]).toArray();
            first += sizes[group];
        }
        return members;
    }

    /** How many agents there are [count]. */
    public int agents() {
        return typeOf.length;
    }

    /** The unit of gains and payments. */
    public String unit() {
        return tag.unit;
    }

    /** Whether all agents are alike, so that an order of them is all that tells their payments apart. */
    public boolean alike() {
        return tag.identical;
    }

    /** Whether payments are made on success only; if not they are made for going. */
    public boolean onSuccess() {
        return tag.onSuccess;
    }

    /**
     * What going gains an agent who is not paid [unit of the game].
     *
     * @param agent whose gain
     * @param gone  who of the others has gone; whether he himself is in it does not matter
     */
    public double gain(int agent, BitSet gone) {
        Checks.index("agent", "agent", agent, agents());
        return gain(typeOf[agent], placeOf[agent], counts(agent, gone));
    }

    /** The least payment at which an agent goes [unit of the game]; infinity if no payment makes him go. */
    public double need(int agent, BitSet gone) {
        Checks.index("agent", "agent", agent, agents());
        return need(typeOf[agent], placeOf[agent], counts(agent, gone));
    }

    private int[] counts(int agent, BitSet gone) {
        final int[] counts = new int[members.length];
        for (int other = gone.nextSetBit(0); other >= 0; other = gone.nextSetBit(other + 1)) {
            Checks.index("gone", "agent", other, agents());
            counts[typeOf[other]] += other == agent ? 0 : 1;
        }
        return counts;
    }

    /** How many types of agents there are [count]. */
    int types() {
        return members.length;
    }

    /** How many agents a type has [count]. */
    int size(int type) {
        return members[type].length;
    }

    int agent(int type, int place) {
        return members[type][place];
    }

    int typeOf(int agent) {
        return typeOf[agent];
    }

    int placeOf(int agent) {
        return placeOf[agent];
    }

    /** What going gains the member at a place of a type, checked. */
    double gain(int type, int place, int[] gone) {
        final double gain = form.gain(type, place, gone);
        if (!(Math.abs(gain) <= Double.MAX_VALUE)) {
            throw Checks.refused(
                    "gain must be finite [%s], but was %s for agent %s with %s gone",
                    unit(), gain, members[type][place], total(gone));
        }
        return gain;
    }

    double worth(int type, int[] gone) {
        return form.worth(type, gone);
    }

    /** The least payment at which the member at a place of a type goes. */
    double need(int type, int place, int[] gone) {
        final double gain = gain(type, place, gone);
        return gain >= 0 ? 0 : -gain / worth(type, gone);
    }

    /** Whether only the number of those gone matters. */
    boolean counted() {
        return tag.counted;
    }

    /** By agent i and j: what i gains from j's having gone; null for other gains than pairwise ones. */
    double @Nullable [][] influence() {
        return influence;
    }

    /** What agent i gains from j's having gone, of pairwise gains. */
    double influence(int i, int j) {
        return influence == null ? Double.NaN : influence[i][j];
    }

    /** What a proof rests on. */
    String[] assuming() {
        return tag.assuming;
    }

    @Override
    public String toString() {
        return "CoalitionGains[" + agents() + " agents " + tag.kind + "]";
    }
}
