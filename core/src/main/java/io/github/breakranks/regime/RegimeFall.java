package io.github.breakranks.regime;

import io.github.breakranks.answer.Table;
import io.github.breakranks.internal.Checks;
import io.github.breakranks.internal.NormalTail;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;

/**
 * Up to which strength a regime falls, who goes, and how likely it is to fall.
 *
 * <p>There is one critical strength under private news, and there may be several under public news: then what happens hangs on which all
 * expect, and questions about "the" critical strength are refused with the remedy.
 */
public final class RegimeFall {
    private static final double ROOT_TWO_PI = 2.5066282746310002;
    /** What a strength may be off by for its list to be complete, a share. */
    static final double SURE = 1e-6;

    private static final double TINY = 1e-3; // from here and up to the next written without a power of ten
    private static final double HUGE = 1e6;

    private final RegimeChange game;
    private final double[] strengths;
    private final boolean complete;
    private final double off;

    RegimeFall(RegimeChange game, double[] strengths, boolean complete) {
        this(game, strengths, complete, 0);
    }

    /** {@code off}: by how much who goes at one of them misses it, 0 if by no more than {@link #SURE}. */
    RegimeFall(RegimeChange game, double[] strengths, boolean complete, double off) {
        this.off = off;
        this.game = game;
        this.strengths = strengths.clone();
        this.complete = complete;
    }

    /** The game that it answers. */
    public RegimeChange game() {
        return game;
    }

    /** All critical strengths found, ascending; the regime falls up to one of them, namely that which all expect. */
    public double[] criticalStrengths() {
        return strengths.clone();
    }

    /** The critical strength, in [0, 1]; throws if there are several. */
    public double criticalStrength() {
        if (strengths.length != 1) {
            throw new IllegalStateException("there are " + strengths.length + " critical strengths, "
                    + Arrays.toString(strengths)
                    + "; name least() or greatest(), or make news less public (publicity at most 2.5066)");
        }
        return strengths[0];
    }

    /** The least critical strength: what soldiers who expect little bring down. */
    public double least() {
        return strengths[0];
    }

    /** The greatest critical strength: what soldiers who expect much bring down. */
    public double greatest() {
        return strengths[strengths.length - 1];
    }

    /** Whether there is one equilibrium at these parameters. */
    public boolean unique() {
        return strengths.length == 1 && complete;
    }

    /** Whether all critical strengths are known to be listed, and each is right within 1e-6. */
    public boolean complete() {
        return complete;
    }

    /** Whether news is private enough for one equilibrium whatever is at stake: alpha / sqrt(beta) at most sqrt(2 pi) for all. */
    public boolean uniqueAlways() {
        if (!game.flat() && !game.gaussian()) {
            return false;
        }
        return publicity() <= ROOT_TWO_PI;
    }

    private double publicity() {
        double most = 0;
        for (int g = 0; g < game.contingents().size(); g++) {
            most = Math.max(most, game.news(g).publicity());
        }
        return most;
    }

    /** Below which news a soldier of this contingent and cost goes, at the k-th critical strength; infinite for those who are dominant. */
    public double cutoff(int k, int contingent, double cost) {
        Checks.index("k", "critical strength", k, strengths.length);
        Checks.index("contingent", "contingent", contingent, game.contingents().size());
        return Turnout.of(game, contingent).cutoff(strengths[k], Checks.finite("cost", game.unit(), cost));
    }

    /** Below which news the soldier of median cost of the first contingent goes, at each critical strength. */
    public double[] cutoffs() {
        final double[] cutoffs = new double[strengths.length];
        Arrays.setAll(
                cutoffs, k -> cutoff(k, 0, game.contingents().get(0).cost().quantile(0.5)));
        return cutoffs;
    }

    /** The share of all soldiers, each counted once, who go if the regime is of this strength; at the one critical strength. */
    public double shareAt(double strength) {
        return shareAt(strength, criticalStrength());
    }

    /** The same, where all expect the regime to fall up to this critical strength. */
    public double shareAt(double strength, double critical) {
        Checks.finite("strength", "strength", strength);
        Checks.finite("critical", "strength", critical);
        double sum = 0;
        for (int g = 0; g < game.contingents().size(); g++) {
            sum += game.mass(g) * Turnout.of(game, g).share(strength, critical);
        }
        return Math.min(1, sum);
    }

    /** Whether a regime of this strength falls; at the one critical strength. */
    public boolean falls(double strength) {
        return strength <= criticalStrength();
    }

    /** How likely the regime is to fall before anybody has news of his own, by what all are told; needs public news. */
    public double chance() {
        if (game.flat()) {
            throw new IllegalStateException(
                    "with a flat prior every strength is as likely as any other; take chance(mean, deviation) or add withPublic");
        }
        return chanceAt(criticalStrength());
    }

    /** The same, where all expect the regime to fall up to this critical strength: {@link #least} and {@link #greatest} bound it. */
    public double chanceAt(double critical) {
        if (game.flat()) {
            throw new IllegalStateException(
                    "with a flat prior every strength is as likely as any other; take chance(critical, mean, deviation) or add withPublic");
        }
        final News told = game.news(0);
        return chance(critical, told.publicMean(), 1 / Math.sqrt(told.publicPrecision()));
    }

    /** How likely the regime is to fall to an onlooker who holds its strength to be normal with this mean and deviation. */
    public double chance(double mean, double deviation) {
        Checks.finite("mean", "strength", mean);
        Checks.above(0, "deviation", "strength", deviation);
        return chance(criticalStrength(), mean, deviation);
    }

    /** The same, where all expect the regime to fall up to this critical strength. */
    public double chance(double critical, double mean, double deviation) {
        Checks.finite("critical", "strength", critical);
        Checks.finite("mean", "strength", mean);
        Checks.above(0, "deviation", "strength", deviation);
        return NormalTail.cdf((critical - mean) / deviation);
    }

    /** The share that an onlooker expects to go, who holds the strength to be normal with this mean and deviation. */
    public double expectedShare(double mean, double deviation) {
        return expectedShare(criticalStrength(), mean, deviation);
    }

    /** The same, where all expect the regime to fall up to this critical strength. */
    public double expectedShare(double critical, double mean, double deviation) {
        Checks.finite("critical", "strength", critical);
        Checks.finite("mean", "strength", mean);
        Checks.above(0, "deviation", "strength", deviation);
        double sum = 0;
        for (int g = 0; g < game.contingents().size(); g++) {
            sum += game.mass(g) * Turnout.of(game, g).expected(mean, deviation, critical); // laws are looked at once
        }
        return Math.min(1, sum);
    }

    /** How the one critical strength answers to what is at stake and what is known. */
    public Sensitivity sensitivity() {
        return Sensitivity.of(game, criticalStrength());
    }

    /** The same of one of several: {@link #least}, {@link #greatest} or another of {@link #criticalStrengths}. */
    public Sensitivity sensitivity(double critical) {
        return Sensitivity.of(game, listed(critical));
    }

    /** How the chance of falling by what all are told ({@link #chance()}) answers, at the one critical strength; needs public news. */
    public Sensitivity chanceSensitivity() {
        return chanceSensitivity(criticalStrength());
    }

    /** The same at one of several. */
    public Sensitivity chanceSensitivity(double critical) {
        chanceAt(critical); // refuses a flat prior
        return Sensitivity.ofChance(game, listed(critical));
    }

    /**
     * How strongly soldiers overreact to what is public, at the one critical strength: 1 if not.
     *
     * <pre>{@code
     *   d theta* / dz in public  /  d theta* / dz if each hears it alone and thinks that the others have not
     *   =  (1 - A_theta) / (1 - S_theta)       one cost:  (1 + sqrt(beta) n) / (1 - alpha n / sqrt(beta)),  n = N'(N^-1(theta*))
     * }</pre>
     *
     * <p>A_theta is by how much more go if the regime is stronger than all expect, below 0, and S_theta the same if all expect it. For
     * one cost this is also by how much more than to a soldier alone a public word is worth in private news, the publicity multiplier of Morris and
     * Shin. Where nothing is said in public it is that of the first word. At the equilibrium in the middle of three it is below 0.
     *
     * @see "S. Morris, H. S. Shin (2003), Global Games: Theory and Applications, in Advances in Economics and Econometrics I, Cambridge"
     */
    public double overreaction() {
        return overreaction(criticalStrength());
    }

    /** The same at one of several. */
    public double overreaction(double critical) {
        return Sensitivity.overreaction(game, listed(critical));
    }

    private double listed(double critical) {
        for (final double strength : strengths) {
            if (strength == critical) {
                return critical;
            }
        }
        throw Checks.refused(
                "critical must be one of criticalStrengths() [strength], %s, but was %s",
                Arrays.toString(strengths), critical);
    }

    /**
     * A row for each critical strength and contingent: below which news its soldier of median cost goes, what part of it has gone if the regime
     * is just so strong, and how likely the regime is to fall by what all are told (empty if nothing).
     */
    public Table table() {
        Table table = Table.of(
                Table.Column.of("critical strength", "share"),
                Table.Column.of("contingent"),
                Table.Column.of("cutoff at median cost", "strength"),
                Table.Column.of("gone there", "share"),
                Table.Column.of("chance as told", "share"));
        for (int k = 0; k < strengths.length; k++) {
            for (int g = 0; g < game.contingents().size(); g++) {
                final Contingent who = game.contingents().get(g);
                table = table.with(
                        strengths[k],
                        who.name(),
                        cutoff(k, g, who.cost().quantile(0.5)),
                        Math.min(1, Turnout.of(game, g).share(strengths[k], strengths[k])),
                        game.flat() ? null : (Double) chanceAt(strengths[k]));
            }
        }
        return table;
    }

    /** In a paragraph: up to where it falls, why there is one prediction or several, how likely it is, and who is dominant. */
    public String explain() {
        final StringBuilder words = new StringBuilder();
        if (strengths.length == 1) {
            words.append(said("The regime falls if its strength is at most %.4f. ", strengths[0]));
        } else {
            words.append(said(
                    "What falls hangs on what all expect: up to %.4f if they expect little, up to %.4f if much. ",
                    least(), greatest()));
        }
        if (off > 0) {
            words.append(said(
                    "This is not sure: the share that goes misses %s by %s. ",
                    strengths.length == 1 ? "that strength" : "one of the strengths", brief(off)));
        }
        if (game.flat()) {
            words.append("News is private only, so this is the one prediction, however precise the news is. ");
        } else if (!game.gaussian()) {
            words.append(
                    !complete
                            ? strengths.length == 1
                                    ? "Private news is not normal; beside this one there may be others. "
                                    : "Private news is not normal; between these there may be others. "
                            : unique()
                                    ? "Private news is not normal; closing in from both ends leaves one prediction. "
                                    : "Private news is not normal; closing in from both ends leaves just these. ");
        } else if (uniqueAlways()) {
            words.append(said(
                    "Public news is weak enough (publicity %s, at most 2.5066) for one prediction. ",
                    brief(publicity())));
        } else {
            words.append(said(
                    "Public news is strong (publicity %s, above 2.5066): all know what all know, which can bring several predictions. ",
                    brief(publicity())));
        }
        if (!game.flat()) {
            words.append(
                    strengths.length == 1
                            ? said("By what all are told it falls with chance %.4f. ", chance())
                            : said(
                                    "By what all are told it falls with chance %.4f if they expect little, %.4f if much. ",
                                    chanceAt(least()), chanceAt(greatest())));
        }
        for (int g = 0; g < game.contingents().size(); g++) {
            final Contingent who = game.contingents().get(g);
            final double always = who.cost().cdf(0);
            final double never = who.cost().atLeast(who.benefit());
            if (always > 0 || never > 0) {
                words.append(said("Of %s, %.4f go whatever they see and %.4f never do. ", who.name(), always, never));
            }
        }
        return words.toString().strip();
    }

    private static String brief(double value) {
        return said(value == 0 || value >= TINY && value < HUGE ? "%.4f" : "%.4e", value);
    }

    private static String said(String form, Object... values) {
        return String.format(Locale.ROOT, form, values);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RegimeFall fall
                && game.equals(fall.game)
                && complete == fall.complete
                && off == fall.off
                && Arrays.equals(strengths, fall.strengths);
    }

    @Override
    public int hashCode() {
        return Objects.hash(game, complete, off, Arrays.hashCode(strengths));
    }

    /** In a line: {@code RegimeFall[falls up to 0.6824]}. */
    @Override
    public String toString() {
        final StringBuilder shown = new StringBuilder("RegimeFall[falls up to ");
        for (int k = 0; k < strengths.length; k++) {
            shown.append(k == 0 ? "" : " or ").append(said("%.4f", strengths[k]));
        }
        return shown.append("]").toString();
    }
}
