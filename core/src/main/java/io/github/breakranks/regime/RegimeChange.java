package io.github.breakranks.regime;

import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.internal.Checks;
import io.github.breakranks.network.Exposure;
import io.github.breakranks.population.CostLaw;
import io.github.breakranks.population.Population;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Collections;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Objects;
import java.util.stream.DoubleStream;

/**
 * A game of regime change: the regime falls once enough have gone, and nobody knows how many are enough.
 *
 * <pre>{@code
 *   falls         <=>  A >= theta                    A: share gone, each by his influence; theta: strength
 *   one who goes  gains  B - c  if it falls,  -c  if it stands       B: benefit; c: cost
 *   he sees       x = theta + e                      e of variance 1 / private precision
 *   goes          <=>  B P(it falls | x) >= c        so below a cutoff
 * }</pre>
 *
 * <p>An offer that is honoured win or lose lowers the cost one for one; one that is honoured only if the regime falls raises the benefit. With
 * private news alone there is one critical strength up to which the regime falls (Morris and Shin); public news can bring several back.
 *
 * <p>Not to be mixed up with a global game ({@code GlobalGame}), in which the unknown state shifts what going gains.
 *
 * @see "S. Morris, H. S. Shin (1998), American Economic Review 88, 587-597"
 */
public final class RegimeChange {
    private final List<Contingent> contingents;
    private final double[] masses; // add up to 1
    private final double[] weights; // influence times mass, add up to 1
    private final List<News> news; // by contingent; all have been told the same
    private final String unit;

    private RegimeChange(List<Contingent> contingents, List<News> news, String unit) {
        this.contingents = List.copyOf(contingents);
        this.news = List.copyOf(news);
        this.unit = unit;
        double mass = 0;
        double weight = 0;
        for (final Contingent contingent : this.contingents) {
            mass += contingent.mass();
            weight += contingent.mass() * contingent.influence();
        }
        if (!(weight > 0)) {
            throw Checks.refused("influence must be above 0 for some contingent [weight], but was %s", weight);
        }
        this.masses = new double[this.contingents.size()];
        this.weights = new double[masses.length];
        for (int g = 0; g < masses.length; g++) {
            final Contingent contingent = this.contingents.get(g);
            masses[g] = contingent.mass() / mass;
            weights[g] = contingent.mass() * contingent.influence() / weight;
        }
    }

    /** Soldiers who are all alike; private news of precision 1 until {@link #withNews}. */
    public static RegimeChange of(double benefit, double cost) {
        return of(Contingent.of(benefit, cost));
    }

    /** Contingents with different things at stake; influence is scaled so that all of them together weigh 1. */
    public static RegimeChange of(Contingent... contingents) {
        if (contingents.length == 0) {
            throw Checks.refused("contingents must be at least 1 [count], but was %s", 0);
        }
        return untold(List.of(contingents), "");
    }

    /**
     * The soldiers of a defection game, who gain what the game says at "everybody has gone" if the regime falls, and at "nobody has" if it
     * stands: reprisals end with the regime. Those whom word of the offer has not reached are a contingent of their own.
     *
     * @param stakes what the game does not say, for all or for each group in order
     */
    public static RegimeChange of(DefectionGame game, Stakes... stakes) {
        Objects.requireNonNull(game, "game");
        if (stakes.length != 1 && stakes.length != game.groups()) {
            throw Checks.refused("stakes must be " + oneOr(game.groups(), "group") + ", but was %s", stakes.length);
        }
        if (game.population().listed()) {
            throw new IllegalArgumentException(
                    "population must follow a law, but was a list; take game.withPopulation(Population.of(n, population.law()))");
        }
        if (!(game.exposure() instanceof Exposure.Everybody)) {
            throw new IllegalArgumentException(
                    "exposure must be everybody, as the regime falls by all who go, but was " + game.exposure());
        }
        final List<Contingent> contingents = new ArrayList<>();
        for (int g = 0; g < game.groups(); g++) {
            final Stakes stake = stakes[stakes.length == 1 ? 0 : g];
            final double reach = game.offer(g).reach();
            final double stands = stake.onlyIfFalls() ? game.gainUnheard(g, 0) : game.gain(g, 0);
            if (reach > 0) {
                contingents.add(contingent(game, g, reach, new double[] {game.gain(g, 1) + stake.freedom(), stands}));
            }
            if (reach < 1) {
                final double[] gains = {game.gainUnheard(g, 1) + stake.freedom(), game.gainUnheard(g, 0)};
                final Contingent unheard = contingent(game, g, 1 - reach, gains);
                contingents.add(unheard.named(unheard.name() + ", unheard"));
            }
        }
        return untold(contingents, game.unit());
    }

    private static RegimeChange untold(List<Contingent> contingents, String unit) {
        return new RegimeChange(contingents, Collections.nCopies(contingents.size(), News.wordOfMouth(1)), unit);
    }

    /** Gains if it falls and if it stands, before private costs. */
    private static Contingent contingent(DefectionGame game, int group, double part, double[] gains) {
        final Population soldiers = game.population().groups().get(group);
        final String name = soldiers.name().isEmpty() ? "soldiers" : soldiers.name();
        final double benefit = gains[0] - gains[1];
        if (!(benefit > 0)) {
            throw Checks.refused(
                    "the regime's fall must be worth something to those who have gone [unit of the game], but was %s for %s;"
                            + " name what freedom is worth in the stakes",
                    benefit, name);
        }
        return new Contingent(
                name,
                soldiers.size() * part,
                soldiers.influence(),
                benefit,
                gains[1] == 0 ? soldiers.law() : soldiers.law().affine(-gains[1], 1));
    }

    /**
     * The same game under other news.
     *
     * @param each what all know, or what each contingent knows, in order: they may see for themselves with different precision and noise,
     *             but what all have been told is the same for all
     */
    public RegimeChange withNews(News... each) {
        if (each.length != 1 && each.length != contingents.size()) {
            throw Checks.refused(
                    "news must be " + oneOr(contingents.size(), "contingent") + ", but was %s", each.length);
        }
        for (final News one : each) {
            if (!one.toldAs(each[0])) {
                throw Checks.refused(
                        "all contingents must have been told the same in public [strength], but was %s and %s",
                        each[0], one);
            }
        }
        return new RegimeChange(
                contingents, each.length == 1 ? Collections.nCopies(contingents.size(), each[0]) : List.of(each), unit);
    }

    private static String oneOr(int size, String each) {
        return size == 1
                ? "1, as there is one " + each + " [count]"
                : "for all or for each " + each + " [1 or " + size + "]";
    }

    /**
     * The same game with each contingent whose costs differ split into so many of equal mass by cost, the lowest first, each soldier of a part
     * at the part's mean cost: for what needs one cost to a contingent. Under private news the critical strength is the same but for the two parts in
     * which some go, or stay, whatever they see, hence within {@code 2 / parts} of a contingent's weight.
     *
     * @param parts of each contingent whose costs differ [count], at least 1
     */
    public RegimeChange splitByCost(int parts) {
        Checks.count(1, "parts", "count", parts);
        final List<Contingent> split = new ArrayList<>();
        final List<News> known = new ArrayList<>();
        for (int g = 0; g < contingents.size(); g++) {
            final Contingent who = contingents.get(g);
            final boolean alike = who.cost().low() == who.cost().high();
            for (int k = 0; k < (alike ? 1 : parts); k++) {
                split.add(alike ? who : part(who, k, parts));
                known.add(news.get(g));
            }
        }
        return new RegimeChange(split, known, unit);
    }

    private static Contingent part(Contingent who, int k, int parts) {
        final double from = k / (double) parts;
        final double to = (k + 1) / (double) parts;
        final double middle = Math.min(to, Math.max(from, 0.5)); // above it by the share beyond, which can be small
        final double sum = Bends.integral(who.cost()::quantile, from, middle, 1)
                + Bends.integral(who.cost()::quantileAbove, (parts - k - 1) / (double) parts, 1 - middle, 1);
        return new Contingent(
                who.name() + " " + (k + 1) + "/" + parts,
                who.mass() / parts,
                who.influence(),
                who.benefit(),
                CostLaw.empirical(parts * sum));
    }

    /** The same game when each of a contingent who goes is paid so much more, win or lose [unit of the game]. */
    public RegimeChange paid(int contingent, double subsidy) {
        final List<Contingent> changed = new ArrayList<>(contingents);
        changed.set(index(contingent), contingents.get(contingent).paid(subsidy));
        return new RegimeChange(changed, news, unit);
    }

    /** The same game when each of a contingent who goes is paid so much more if the regime falls [unit of the game]. */
    public RegimeChange promised(int contingent, double reward) {
        final List<Contingent> changed = new ArrayList<>(contingents);
        changed.set(index(contingent), contingents.get(contingent).promised(reward));
        return new RegimeChange(changed, news, unit);
    }

    private int index(int contingent) {
        return Checks.index("contingent", "contingent", contingent, contingents.size());
    }

    /** Who has what at stake. */
    public List<Contingent> contingents() {
        return contingents;
    }

    /** A contingent's part of all soldiers, a share. */
    public double mass(int contingent) {
        return masses[index(contingent)];
    }

    /** A contingent's part of all influence, a share. */
    public double weight(int contingent) {
        return weights[index(contingent)];
    }

    /** What a contingent knows. */
    public News news(int contingent) {
        return news.get(index(contingent));
    }

    /** Whether nothing is said in public. */
    public boolean flat() {
        return news.get(0).flat();
    }

    /** Whether everybody's private news errs normally. */
    boolean gaussian() {
        for (int g = 0; g < news.size(); g++) {
            if (!news.get(g).noise().gaussian()) {
                return false;
            }
        }
        return true;
    }

    /** What amounts are counted in; may be empty. */
    public String unit() {
        return unit;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RegimeChange game
                && contingents.equals(game.contingents)
                && news.equals(game.news)
                && unit.equals(game.unit);
    }

    @Override
    public int hashCode() {
        return Objects.hash(contingents, news, unit);
    }

    /** In a line: {@code RegimeChange of 2 contingents: benefit 1 to 2, cost 0.6 to 0.8; News: private 4.0}, the cost of the soldier in the middle. */
    @Override
    public String toString() {
        final boolean same = news.stream().allMatch(news.get(0)::equals);
        final boolean spread = contingents.stream()
                .anyMatch(who -> who.cost().low() != who.cost().high());
        return "RegimeChange of " + (contingents.size() == 1 ? "1 contingent" : contingents.size() + " contingents")
                + ": benefit " + range(contingents.stream().mapToDouble(Contingent::benefit))
                + (spread ? ", median cost " : ", cost ")
                + range(contingents.stream().mapToDouble(who -> who.cost().quantile(0.5)))
                + "; " + (same ? news.get(0) : "news by contingent");
    }

    private static String range(DoubleStream values) {
        final DoubleSummaryStatistics all = values.summaryStatistics();
        final String low = brief(all.getMin());
        final String high = brief(all.getMax());
        return low.equals(high) ? low : low + " to " + high;
    }

    private static String brief(double value) {
        return new BigDecimal(value)
                .round(new MathContext(4))
                .stripTrailingZeros()
                .toString();
    }
}
