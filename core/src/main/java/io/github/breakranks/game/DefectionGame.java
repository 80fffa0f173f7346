package io.github.breakranks.game;

import io.github.breakranks.internal.Checks;
import io.github.breakranks.network.Exposure;
import io.github.breakranks.offer.Audience;
import io.github.breakranks.offer.Expiry;
import io.github.breakranks.offer.Monotonicity;
import io.github.breakranks.offer.NetGain;
import io.github.breakranks.offer.Offer;
import io.github.breakranks.offer.Reprisal;
import io.github.breakranks.offer.Term;
import io.github.breakranks.population.CostLaw;
import io.github.breakranks.population.Population;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
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
    private final @Nullable CostLaw law; // null for a list
    private final double reach;

    private DefectionGame(Population population, Offer offer, NetGain gain, Rules rules) {
        this.population = population;
        this.offer = offer;
        this.gain = gain;
        this.exposure = rules.exposure;
        this.ties = rules.ties;
        this.hearing = rules.hearing;
        this.law = population.listed() ? null : population.law();
        this.reach = offer.reach();
        checkUnits(population.unit(), offer.unit());
        for (int k = 0; k <= 2; k++) {
            checkFinite(offer, k / 2.0, "net gain");
            if (reach < 1) {
                checkFinite(Offer.none(), k / 2.0, "net gain without the offer");
            }
        }
    }

    /** What seldom changes. */
    private record Rules(Exposure exposure, TieRule ties, OptionalLong hearing) {
        static final Rules USUAL = new Rules(Exposure.everybody(), TieRule.GOES, OptionalLong.empty());
    }

    private static void checkUnits(String costs, String amounts) {
        if (!costs.isEmpty() && !amounts.isEmpty() && !costs.equals(amounts)) {
            throw Checks.refused("unit of the offer must be that of the population, %s, but was %s", costs, amounts);
        }
    }

    private void checkFinite(Offer put, double gone, String name) {
        final double value = gain.of(put, 0, gone);
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

    /** This game with another offer. */
    public DefectionGame withOffer(Offer newOffer) {
        return new DefectionGame(population, Objects.requireNonNull(newOffer, "newOffer"), gain, rules());
    }

    /** This game with another value of one term of the offer. */
    public DefectionGame with(Term term, double value) {
        return withOffer(offer.with(term, value));
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
        return new DefectionGame(Objects.requireNonNull(newPopulation, "newPopulation"), offer, gain, rules());
    }

    /** This game among soldiers who see each other in this way. */
    public DefectionGame on(Exposure newExposure) {
        Objects.requireNonNull(newExposure, "newExposure");
        return new DefectionGame(population, offer, gain, new Rules(newExposure, ties, hearing));
    }

    /** This game with another rule for those who gain exactly nothing. */
    public DefectionGame withTies(TieRule newTies) {
        Objects.requireNonNull(newTies, "newTies");
        return new DefectionGame(population, offer, gain, new Rules(exposure, newTies, hearing));
    }

    /**
     * This game with listed agents hearing of the offer by chance, each with probability {@code reach}, independently, drawn from a seed.
     * Whoever hears at some reach hears at every higher one. Laws need no seed.
     */
    public DefectionGame heardBy(long seed) {
        return new DefectionGame(population, offer, gain, new Rules(exposure, ties, OptionalLong.of(seed)));
    }

    private Rules rules() {
        return new Rules(exposure, ties, hearing);
    }

    /** Who decides. */
    public Population population() {
        return population;
    }

    /** What is put before them. */
    public Offer offer() {
        return offer;
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
        return finite(gain.of(offer, 0, gone), gone);
    }

    /** Net gain of one who has not heard of it, before private cost [unit of the game]. */
    public double gainUnheard(double gone) {
        return finite(gain.of(Offer.none(), 0, gone), gone);
    }

    /** A gain that is NaN somewhere would pass for one at which nobody goes. */
    private static double finite(double net, double gone) {
        if (!(Math.abs(net) <= Double.MAX_VALUE)) {
            throw Checks.refused("net gain must be finite [unit of the game], but was %s at share gone %s", net, gone);
        }
        return net;
    }

    /**
     * The share of a law's population that is willing to go when a share has gone: the aggregate best reply {@code Phi}.
     *
     * @param group which group; 0, the only one
     * @param gone  share gone, in [0, 1]
     * @return a share
     */
    public double willing(int group, double gone) {
        Objects.checkIndex(group, 1);
        final double heard = goingAt(gain(gone));
        return reach == 1 ? heard : reach * heard + (1 - reach) * goingAt(gainUnheard(gone));
    }

    /** {@code 1 - willing}, keeping its digits where nearly everybody goes. */
    public double unwilling(int group, double gone) {
        Objects.checkIndex(group, 1);
        final double heard = stayingAt(gain(gone));
        return reach == 1 ? heard : reach * heard + (1 - reach) * stayingAt(gainUnheard(gone));
    }

    private double goingAt(double net) {
        return ties == TieRule.GOES ? continuum().cdf(net) : continuum().below(net);
    }

    private double stayingAt(double net) {
        return ties == TieRule.GOES ? continuum().survival(net) : continuum().atLeast(net);
    }

    private CostLaw continuum() {
        if (law == null) {
            throw new IllegalStateException(
                    "listed agents go one by one: ask goes(agent, othersGone), or take the population's law()");
        }
        return law;
    }

    /**
     * Whether a listed agent goes when so many others have gone.
     *
     * @param agent      which agent
     * @param othersGone how many of the other agents have gone [count]
     */
    public boolean goes(int agent, int othersGone) {
        final int others = population.size() - 1;
        if (othersGone < 0 || othersGone > others) {
            throw Checks.refused("othersGone must be in 0 to %s [agents], but was %s", others, othersGone);
        }
        final double gone = others == 0 ? 0 : (double) othersGone / others;
        final double net = heard(agent) ? gain(gone) : gainUnheard(gone);
        final double cost = population.cost(agent);
        return ties == TieRule.GOES ? net - cost >= 0 : net - cost > 0;
    }

    /** Whether word of the offer has reached this listed agent. */
    public boolean heard(int agent) {
        Objects.checkIndex(agent, population.size());
        if (reach == 1) {
            return true;
        }
        if (hearing.isEmpty()) {
            throw new IllegalStateException(
                    "an offer with reach " + reach
                            + " reaches some of the listed agents and not others; say who has heard of it with game.heardBy(seed)");
        }
        return (Mixing.mix(hearing.getAsLong() + 0x9E3779B97F4A7C15L * (agent + 1L)) >>> 11) * 0x1p-53 < reach;
    }

    /** Whether the net gain rises with the share gone, for those who have heard of the offer and those who have not. */
    public Monotonicity monotonicity() {
        final Monotonicity heard = Monotonicity.of(gain, offer, 0);
        if (reach == 1 || !heard.rises()) {
            return heard;
        }
        final Monotonicity unheard = Monotonicity.of(gain, Offer.none(), 0);
        return heard.proven() && unheard.rises() ? unheard : unheard.rises() ? heard : unheard;
    }

    /** What the offer says beyond the usual and a game without time or network makes no use of, such as its expiry. */
    public List<String> unusedTerms() {
        final List<String> unused = new ArrayList<>();
        for (Term term : offer.termsSet()) {
            if (term != Term.REACH && (reach == 0 || !matters(term))) {
                unused.add(term.label());
            }
        }
        if (!(offer.expiry() instanceof Expiry.Open)) {
            unused.add("expiry");
        }
        if (offer.audience() != Audience.PUBLIC) {
            unused.add("audience");
        }
        return List.copyOf(unused);
    }

    /**
     * Whether the net gain is the same whatever this term's value, compared at nine shares; for reach, whether it is the same for those
     * who have heard of the offer and those who have not.
     */
    public boolean ignores(Term term) {
        return term == Term.REACH
                ? !differs(offer, Offer.none())
                : !differs(offer.with(term, 0), offer.with(term, term.isShare() ? 1 : 1 + offer.get(term)));
    }

    private boolean matters(Term term) {
        return differs(offer, offer.with(term, term.usual()));
    }

    private boolean differs(Offer one, Offer other) {
        for (int k = 0; k <= 8; k++) {
            if (gain.of(one, 0, k / 8.0) != gain.of(other, 0, k / 8.0)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public String toString() {
        final String terms = offer.toString();
        return "DefectionGame[" + population.size() + (population.listed() ? " agents listed" : ", " + law) + ", "
                + terms.substring("Offer[".length());
    }
}
