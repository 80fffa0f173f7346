package io.github.breakranks.game;

import io.github.breakranks.internal.Checks;
import io.github.breakranks.network.Exposure;
import io.github.breakranks.network.Network;
import io.github.breakranks.offer.Audience;
import io.github.breakranks.offer.Expiry;
import io.github.breakranks.offer.Monotonicity;
import io.github.breakranks.offer.NetGain;
import io.github.breakranks.offer.Offer;
import io.github.breakranks.offer.Reprisal;
import io.github.breakranks.offer.Term;
import io.github.breakranks.population.CostLaw;
import io.github.breakranks.population.Population;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A population before an offer: each goes if what going gains him, given the share of the others gone, is at least his private cost.
 *
 * <pre>{@code
 *   goes       <=>  G(x) - c >= 0
 *   Phi(x)      =   reach * F(G_offer(x)) + (1 - reach) * F(G_none(x))      share willing to go when a share x has gone
 * }</pre>
 *
 * <p>Those whom word of the offer has not reached play the same game without it. In a law {@code x} is the share gone; in a list of n
 * agents it is the share of the n - 1 <em>others</em>: nobody counts himself. A lone agent has no others and sees x = 0.
 *
 * <p>Immutable data; it solves nothing. Games vary by {@code withX}.
 */
public final class DefectionGame {
    private final Population population;
    private final Offer offer;
    private final NetGain gain;
    private final Exposure exposure;
    private final TieRule ties;
    private final OptionalLong hearing;
    private final Map<String, Offer> offersByGroup; // those that differ from the common one
    private final Side[] sides; // by group
    private final boolean countable;

    private DefectionGame(Population population, Offer offer, NetGain gain, Rules rules) {
        this.population = population;
        this.offer = offer;
        this.gain = gain;
        this.exposure = rules.exposure;
        this.ties = rules.ties;
        this.hearing = rules.hearing;
        this.offersByGroup = rules.offersByGroup;
        this.countable = exposure instanceof Exposure.Everybody
                && population.groups().stream().allMatch(group -> group.influence() == 1);
        final List<Population> groups = population.groups();
        this.sides = new Side[groups.size()];
        for (int g = 0; g < sides.length; g++) {
            final Offer put = offersByGroup.getOrDefault(groups.get(g).name(), offer);
            checkUnits(population.unit(), put.unit());
            sides[g] = new Side(g, groups.get(g).listed() ? null : groups.get(g).law(), put);
            for (int k = 0; k <= 2; k++) {
                checkFinite(sides[g], put, k / 2.0, "net gain");
                if (put.reach() < 1) {
                    checkFinite(sides[g], Offer.none(), k / 2.0, "net gain without the offer");
                }
            }
        }
    }

    /** What seldom changes. */
    private record Rules(Exposure exposure, TieRule ties, OptionalLong hearing, Map<String, Offer> offersByGroup) {
        static final Rules USUAL = new Rules(Exposure.everybody(), TieRule.GOES, OptionalLong.empty(), Map.of());
    }

    /** A group, how its costs are spread (null for a list) and what is put before it. */
    private record Side(int group, @Nullable CostLaw law, Offer offer) {
        CostLaw continuum() {
            if (law == null) {
                throw new IllegalStateException(
                        "listed agents go one by one: ask goes(agent, othersGone), or take the population's law()");
            }
            return law;
        }
    }

    private static void checkUnits(String costs, String amounts) {
        if (!costs.isEmpty() && !amounts.isEmpty() && !costs.equals(amounts)) {
            throw Checks.refused("unit of the offer must be that of the population, %s, but was %s", costs, amounts);
        }
    }

    private void checkFinite(Side side, Offer put, double gone, String name) {
        final double value = gain.of(put, side.group, gone);
        if (!(Math.abs(value) <= Double.MAX_VALUE)) {
            throw Checks.refused(
                    "%s must be finite [unit of the game], but was %s at share gone %s", name, value, gone);
        }
    }

    /** The game of a population before an offer, under a reprisal. */
    public static DefectionGame of(Population population, Offer offer, Reprisal reprisal) {
        return of(population, offer, NetGain.of(reprisal));
    }

    /** The game of a population before an offer, with a net gain of the user's making. */
    public static DefectionGame of(Population population, Offer offer, NetGain gain) {
        Objects.requireNonNull(population, "population");
        Objects.requireNonNull(offer, "offer");
        Objects.requireNonNull(gain, "gain");
        return new DefectionGame(population, offer, gain, Rules.USUAL);
    }

    /** This game with another offer to everybody. */
    public DefectionGame withOffer(Offer newOffer) {
        Objects.requireNonNull(newOffer, "newOffer");
        return new DefectionGame(population, newOffer, gain, new Rules(exposure, ties, hearing, Map.of()));
    }

    /** This game with an offer of its own to one group, such as a rank; the others' stay as they are. */
    public DefectionGame withOffer(String group, Offer newOffer) {
        Objects.requireNonNull(newOffer, "newOffer");
        population.groupOf(group); // refuses a name that is none
        final Map<String, Offer> offers = new HashMap<>(offersByGroup);
        offers.put(group, newOffer);
        return new DefectionGame(population, offer, gain, new Rules(exposure, ties, hearing, Map.copyOf(offers)));
    }

    /** This game with another value of one term, in the offer to every group. */
    public DefectionGame with(Term term, double value) {
        final Map<String, Offer> offers = new HashMap<>(offersByGroup);
        offers.replaceAll((group, put) -> put.with(term, value));
        final Rules rules = new Rules(exposure, ties, hearing, Map.copyOf(offers));
        return new DefectionGame(population, offer.with(term, value), gain, rules);
    }

    /** This game with another value of one term, in the offer to one group. */
    public DefectionGame with(String group, Term term, double value) {
        return withOffer(group, offer(population.groupOf(group)).with(term, value));
    }

    /** This game under another reprisal, solidarity and the worth of staying as they are. */
    public DefectionGame withReprisal(Reprisal newReprisal) {
        return new DefectionGame(population, offer, gain.withReprisal(newReprisal), rules());
    }

    /** This game with another net gain. */
    public DefectionGame withGain(NetGain newGain) {
        return new DefectionGame(population, offer, Objects.requireNonNull(newGain, "newGain"), rules());
    }

    /** This game with other soldiers. */
    public DefectionGame withPopulation(Population newPopulation) {
        for (String group : offersByGroup.keySet()) {
            newPopulation.groupOf(group); // an offer to a group that is gone would be lost
        }
        if (exposure instanceof Exposure.Watching) {
            requireExposed(exposure, newPopulation);
        }
        return new DefectionGame(newPopulation, offer, gain, rules());
    }

    /** This game among soldiers who see each other in this way. */
    public DefectionGame on(Exposure newExposure) {
        Objects.requireNonNull(newExposure, "newExposure");
        requireExposed(newExposure, population);
        return new DefectionGame(population, offer, gain, new Rules(newExposure, ties, hearing, offersByGroup));
    }

    /** This game among listed agents who see those whom they watch in a network: {@code on(Exposure.network(network))}. */
    public DefectionGame on(Network network) {
        return on(Exposure.network(network));
    }

    private static void requireExposed(Exposure exposure, Population population) {
        if (!(exposure instanceof Exposure.Watching watching)) {
            exposure.matrix(influence(population)); // refuses rows that are not one a group
            return;
        }
        final int agents = watching.network().agents();
        if (!population.listed() || population.size() != agents) {
            throw Checks.refused(
                    "population must list the %s agents of the network, but was %s; draw them with Population.draw(%s, law, seed)",
                    agents, population, agents);
        }
        for (Population group : population.groups()) {
            if (group.influence() != 1) {
                throw Checks.refused(
                        "influence of a head must be 1 on a network, whose links have weights, but was %s",
                        group.influence());
            }
        }
    }

    /** This game with another rule for those who gain exactly nothing. */
    public DefectionGame withTies(TieRule newTies) {
        Objects.requireNonNull(newTies, "newTies");
        return new DefectionGame(population, offer, gain, new Rules(exposure, newTies, hearing, offersByGroup));
    }

    /**
     * This game with listed agents hearing of the offer by chance, each with probability {@code reach}, independently, drawn from a seed.
     * Whoever hears at some reach hears at every higher one. Laws need no seed.
     */
    public DefectionGame heardBy(long seed) {
        return new DefectionGame(
                population, offer, gain, new Rules(exposure, ties, OptionalLong.of(seed), offersByGroup));
    }

    private Rules rules() {
        return new Rules(exposure, ties, hearing, offersByGroup);
    }

    /** Who decides. */
    public Population population() {
        return population;
    }

    /** What is put before them, but for groups with an offer of their own. */
    public Offer offer() {
        return offer;
    }

    /** What is put before one group. */
    public Offer offer(int group) {
        return sides[group].offer;
    }

    /** How many groups there are [count]; 1 for a population that was not joined. */
    public int groups() {
        return sides.length;
    }

    /** What each group sees of each, rows summing to one: the exposure, given masses and influence. */
    public double[][] seen() {
        return exposure.matrix(influence(population));
    }

    /** By group: its mass times the influence of one head. */
    private static double[] influence(Population population) {
        final double[] weights = new double[population.groups().size()];
        Arrays.setAll(
                weights, g -> population.mass(g) * population.groups().get(g).influence());
        return weights;
    }

    /** What going gains before private cost. */
    public NetGain gain() {
        return gain;
    }

    /** Who sees whom. */
    public Exposure exposure() {
        return exposure;
    }

    /** What those do who gain exactly nothing. */
    public TieRule ties() {
        return ties;
    }

    /** The unit of all amounts: that of the population, or of the offer; "unit of the game" if none was named. */
    public String unit() {
        if (!population.unit().isEmpty()) {
            return population.unit();
        }
        return offer.unit().isEmpty() ? "unit of the game" : offer.unit();
    }

    /** Net gain of one who has heard of the offer, before private cost, when such a share of the others has gone [unit of the game]. */
    public double gain(double gone) {
        return gain(0, gone);
    }

    /** Net gain of one of a group who has heard of the offer to it, before private cost [unit of the game]. */
    public double gain(int group, double gone) {
        return finite(gain.of(sides[group].offer, group, gone), gone);
    }

    /** Net gain of one who has not heard of it, before private cost [unit of the game]. */
    public double gainUnheard(double gone) {
        return gainUnheard(0, gone);
    }

    /** Net gain of one of a group who has not heard of it, before private cost [unit of the game]. */
    public double gainUnheard(int group, double gone) {
        return finite(gain.of(Offer.none(), group, gone), gone);
    }

    /** A gain that is NaN somewhere would pass for one at which nobody goes. */
    private static double finite(double net, double gone) {
        if (!(Math.abs(net) <= Double.MAX_VALUE)) {
            throw Checks.refused("net gain must be finite [unit of the game], but was %s at share gone %s", net, gone);
        }
        return net;
    }

    /**
     * The share of one group of a law's population that is willing to go: the aggregate best reply {@code Phi}.
     *
     * @param group which group; 0 where there is but one
     * @param gone  share gone of those whom the group sees, in [0, 1]
     * @return a share of the group
     */
    public double willing(int group, double gone) {
        final Side side = sides[group];
        final double reach = side.offer.reach();
        final double heard = goingAt(side, gain(group, gone));
        return reach == 1 ? heard : reach * heard + (1 - reach) * goingAt(side, gainUnheard(group, gone));
    }

    /** {@code 1 - willing}, keeping its digits where nearly everybody goes. */
    public double unwilling(int group, double gone) {
        final Side side = sides[group];
        final double reach = side.offer.reach();
        final double heard = stayingAt(side, gain(group, gone));
        return reach == 1 ? heard : reach * heard + (1 - reach) * stayingAt(side, gainUnheard(group, gone));
    }

    private double goingAt(Side side, double net) {
        return ties == TieRule.GOES
                ? side.continuum().cdf(net)
                : side.continuum().below(net);
    }

    private double stayingAt(Side side, double net) {
        return ties == TieRule.GOES
                ? side.continuum().survival(net)
                : side.continuum().atLeast(net);
    }

    /**
     * Whether a listed agent goes when so many others have gone.
     *
     * @param agent      which agent
     * @param othersGone how many of the other agents have gone [count]
     */
    public boolean goes(int agent, int othersGone) {
        requireCountable("take laws for groups that mix");
        final int others = population.size() - 1;
        if (othersGone < 0 || othersGone > others) {
            throw Checks.refused("othersGone must be in 0 to %s [agents], but was %s", others, othersGone);
        }
        return goesSeeing(agent, others == 0 ? 0 : (double) othersGone / others);
    }

    /**
     * Whether a listed agent goes when of those whom he sees such a share has gone.
     *
     * @param agent which agent
     * @param gone  share gone of those he sees, in [0, 1]
     */
    public boolean goesSeeing(int agent, double gone) {
        final int group = population.groupOf(agent);
        final double net = heard(agent) ? gain(group, gone) : gainUnheard(group, gone);
        final double cost = population.cost(agent);
        return ties == TieRule.GOES ? net - cost >= 0 : net - cost > 0;
    }

    /** Agents are counted one for one: that needs everybody to see everybody, each head alike. */
    void requireCountable(String remedy) {
        if (!countable) {
            throw Checks.refused(
                    "exposure of agents who are counted must be everybody, each head with influence 1, but was %s%s; %s",
                    exposure, exposure instanceof Exposure.Everybody ? " with influence other than 1" : "", remedy);
        }
    }

    /** Whether word of the offer has reached this listed agent. */
    public boolean heard(int agent) {
        final double reach = sides[population.groupOf(agent)].offer.reach();
        if (reach == 1) {
            return true;
        }
        if (hearing.isEmpty()) {
            throw new IllegalStateException(
                    "an offer with reach " + reach
                            + " reaches some of the listed agents and not others; say who has heard of it with game.heardBy(seed)");
        }
        return hearsAbove(agent) < reach;
    }

    /** The reach above which word of the offer reaches this listed agent, a share in [0, 1): drawn from the seed of {@link #heardBy}. */
    public double hearsAbove(int agent) {
        if (hearing.isEmpty()) {
            throw new IllegalStateException("nobody has drawn who hears of the offer; call game.heardBy(seed)");
        }
        return (Mixing.mix(hearing.getAsLong() + 0x9E3779B97F4A7C15L * (agent + 1L)) >>> 11) * 0x1p-53;
    }

    /**
     * Whether the net gain rises with the share gone in every group, for those who have heard of the offer and those who have not; the first
     * fall found, or proven only if every rise is.
     */
    public Monotonicity monotonicity() {
        Monotonicity worst = Monotonicity.of(gain, sides[0].offer, 0);
        for (Side side : sides) {
            worst = side.group == 0 ? worst : worse(worst, Monotonicity.of(gain, side.offer, side.group));
            worst = side.offer.reach() == 1 ? worst : worse(worst, Monotonicity.of(gain, Offer.none(), side.group));
        }
        return worst;
    }

    private static Monotonicity worse(Monotonicity one, Monotonicity other) {
        return !one.rises() || other.rises() && other.proven() ? one : other;
    }

    /** What the offers say beyond the usual and a game without time or network makes no use of, such as an expiry. */
    public List<String> unusedTerms() {
        final Set<String> unused = new LinkedHashSet<>();
        for (Side side : sides) {
            for (Term term : side.offer.termsSet()) {
                final boolean matters =
                        side.offer.reach() > 0 && differs(side, side.offer, side.offer.with(term, term.usual()));
                if (term != Term.REACH && !matters) {
                    unused.add(term.label());
                }
            }
            if (!(side.offer.expiry() instanceof Expiry.Open)) {
                unused.add("expiry");
            }
            if (side.offer.audience() != Audience.PUBLIC) {
                unused.add("audience");
            }
        }
        return List.copyOf(unused);
    }

    /**
     * Whether the net gain is the same whatever this term's value, compared at nine shares; for reach, whether it is the same for those
     * who have heard of the offer and those who have not.
     */
    public boolean ignores(Term term) {
        for (Side side : sides) {
            final Offer put = side.offer;
            final boolean matters = term == Term.REACH
                    ? differs(side, put, Offer.none())
                    : differs(side, put.with(term, 0), put.with(term, term.isShare() ? 1 : 1 + put.get(term)));
            if (matters) {
                return false;
            }
        }
        return true;
    }

    private boolean differs(Side side, Offer one, Offer other) {
        for (int k = 0; k <= 8; k++) {
            if (gain.of(one, side.group, k / 8.0) != gain.of(other, side.group, k / 8.0)) {
                return true;
            }
        }
        return false;
    }

    /**
     * The same as a game in normal form, for solvers that know nothing of offers: agents are the players, their actions "stay" and "go".
     *
     * <p>Staying earns 0 and going the net gain less private cost, given who else has gone. One who gains exactly nothing is indifferent
     * there: a combination is a pure Nash equilibrium whichever he does, so that the rest points of the game, under either rule for ties, are
     * among the equilibria; without such ties they are all of them.
     *
     * <p>The payoff of going is the net gain less the cost, both as the doubles that they are, without rounding. So soldiers who see
     * everybody, hear the same and differ in cost alone play a game with a potential (Monderer and Shapley 1996), and
     * {@link NormalFormGame#asWritten} leaves such payoffs as they are.
     *
     * <p>At most 20 listed agents; they see everybody or are on a network. Cost: 2^n payoffs of 16 bytes for each of n.
     */
    public NormalFormGame toNormalForm() {
        return DefectionNormalForm.of(this);
    }

    @Override
    public String toString() {
        final String who = population.listed() ? " agents listed" : ", " + sides[0].law;
        final String terms = offer.toString().substring("Offer[".length());
        return "DefectionGame[" + population.size()
                + (sides.length == 1 ? who : (population.listed() ? " agents" : "") + " in " + sides.length + " groups")
                + (offersByGroup.isEmpty() ? (terms.equals("]") ? "" : ", ") + terms : ", offers by group]");
    }
}
