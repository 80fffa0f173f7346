package io.github.breakranks.regime;

import io.github.breakranks.answer.Certificate;
import io.github.breakranks.answer.Table;
import io.github.breakranks.answer.Watch;
import io.github.breakranks.internal.Checks;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * Who goes in each state of a global game, in the least and the greatest equilibrium, and in the limit of very precise news.
 *
 * <p>Private news leaves one equilibrium if in some states going, and in others staying, is best whatever others do. Public news can leave several:
 * then what is played hangs on what all expect, and questions about "the" equilibrium are refused with the remedy.
 */
public final class GlobalPlay {
    private static final double SAME = 1e-6;
    private static final double ULPS = 256; // that climbs from both ends may end apart
    private static final String NOTHING_SELECTED =
            "nothing is selected, as there is no state in which going, or none in which staying, is best whatever others do";

    private final GlobalGame game;
    private final GlobalEquilibrium least;
    private final GlobalEquilibrium greatest;
    private final boolean settled;
    private final double limit;
    private final OptionalDouble picked;
    private final boolean proven;

    GlobalPlay(GlobalGame game, TurnoutByState least, TurnoutByState greatest, double limit, OptionalDouble picked) {
        this.game = game;
        this.least = new GlobalEquilibrium(game, least);
        this.greatest = new GlobalEquilibrium(game, greatest);
        this.settled = least.settled() && greatest.settled();
        this.limit = limit;
        this.picked = picked;
        this.proven = true;
    }

    private GlobalPlay(GlobalPlay play, boolean proven) {
        this.game = play.game;
        this.least = play.least;
        this.greatest = play.greatest;
        this.settled = play.settled;
        this.limit = play.limit;
        this.picked = play.picked;
        this.proven = proven;
    }

    /** The same in the light of its certificate: what is not proven is not called the one equilibrium. */
    GlobalPlay judged(Certificate certificate) {
        return new GlobalPlay(this, !(certificate instanceof Certificate.Unproven));
    }

    /** The game that it answers. */
    public GlobalGame game() {
        return game;
    }

    /** The least equilibrium: what soldiers play who expect little of each other; if the search was cut short, a bound above its cutoffs. */
    public GlobalEquilibrium least() {
        return least;
    }

    /** The greatest equilibrium: what soldiers play who expect much of each other; if the search was cut short, a bound below its cutoffs. */
    public GlobalEquilibrium greatest() {
        return greatest;
    }

    /** The share that goes in a state; throws if there are several equilibria. */
    public double share(double state) {
        Checks.finite("state", "state", state);
        return one().share(state);
    }

    /** The news above which soldiers who are alike go [state]; throws if their costs differ, or if there are several equilibria. */
    public double cutoff() {
        return one().cutoff();
    }

    /** The equilibrium, if there is one. */
    private GlobalEquilibrium one() {
        if (!settled) {
            throw new IllegalStateException(
                    "best replies from both ends have not met yet; name least() or greatest(), between which all equilibria lie");
        }
        if (!unique()) {
            throw new IllegalStateException("there are several equilibria: in the least " + least.said()
                    + ", in the greatest " + greatest.said() + "; name least() or greatest(), or "
                    + (game.law() != null && game.news().flat()
                            ? "take news a little less precise, as the grid of states is coarse"
                            : game.news().flat()
                                    ? "let the gain fall below 0 in low states and rise above it in high ones, whatever others do"
                                    : "make public news less precise"));
        }
        return least;
    }

    /** How far both equilibria lie apart: cutoffs [state], or where costs follow a law the most by which shares differ. */
    public double gap() {
        return least.farthest(greatest);
    }

    /**
     * Whether both equilibria are the same, but for a millionth: of a deviation of the news, or where costs follow a law of the soldiers; and but for
     * the last digits of the states. False if the search was cut short.
     */
    public boolean unique() {
        return settled && gap() <= (game.law() == null ? Math.max(SAME * deviation(), lastDigits()) : SAME);
    }

    private double lastDigits() {
        final double size = Math.max(
                Math.max(least.size(), greatest.size()), Math.abs(game.news().publicMean()));
        return size <= Double.MAX_VALUE ? ULPS * Math.ulp(size) : 0;
    }

    private double deviation() {
        return 1 / Math.sqrt(game.news().privatePrecision());
    }

    /** Whether best replies from both ends came to their end. */
    boolean settled() {
        return settled;
    }

    /**
     * Where soldiers who are alike switch as news becomes very precise: the state at which going pays nothing on average over all shares of
     * others, or over all numbers of few others; infinite if all always go or nobody ever does.
     *
     * @throws IllegalStateException if costs differ, in which case {@link #picked} says what is played; if nothing is selected; and if the search was
     *     cut short
     */
    public double laplacianState() {
        if (picked.isPresent()) {
            throw new IllegalStateException("soldiers whose costs differ have no common cutoff; take picked()");
        }
        if (Double.isNaN(limit)) {
            throw new IllegalStateException("the search for the state was cut short; raise the limit");
        }
        if (!selects()) {
            throw new IllegalStateException(NOTHING_SELECTED
                    + "; let the gain fall below 0 in low states and rise above it in high ones, whatever others do");
        }
        return limit;
    }

    /** Whether doubt selects as it vanishes, however little of it: by contagion from states in which what is best does not hang on others. */
    private boolean selects() {
        if (picked.isPresent()) {
            return true;
        }
        final double[] bounds = dominanceBounds();
        final boolean stays = bounds[0] > Double.NEGATIVE_INFINITY; // there are states in which staying is best
        final boolean goes = bounds[1] < Double.POSITIVE_INFINITY;
        return stays && goes || goes && limit == Double.NEGATIVE_INFINITY || stays && limit == Double.POSITIVE_INFINITY;
    }

    /**
     * States below which staying and above which going is best whatever others do, for soldiers who are alike, or for all of those whose costs
     * differ (by a law: but for those beyond its ends); infinite if there are none.
     */
    public double[] dominanceBounds() {
        final double low = game.game() == null ? 0 : game.costs().low();
        final double high = game.game() == null ? 0 : game.costs().high();
        return new double[] {
            Laplacian.zero(state -> game.gains(state, 1) - low, Laplacian.From.ORIGIN, Watch.none()),
            Laplacian.zero(state -> game.gains(state, 0) - high, Laplacian.From.ORIGIN, Watch.none())
        };
    }

    /**
     * The share that goes in the game itself, state 0, as news becomes very precise: the rest point of greatest potential.
     *
     * @throws IllegalStateException of a gain of the user's own, in which no state is the game itself; take {@link #laplacianState}
     */
    public double picked() {
        if (!game.shifts()) {
            throw new IllegalStateException("no state of such a gain is the game itself; take laplacianState()");
        }
        return picked.orElseGet(() -> laplacianState() <= 0 ? 1 : 0);
    }

    /** A row for each of eleven states round the one at which play switches. */
    public Table table() {
        Table table = Table.of(
                Table.Column.of("off", "deviations of the news"),
                Table.Column.of("state", "state"),
                Table.Column.of("gone, least", "share"),
                Table.Column.of("gone, greatest", "share"));
        final double middle = Math.abs(limit) <= Double.MAX_VALUE ? limit : 0;
        for (int k = -5; k <= 5; k++) {
            final double state = middle + k * deviation();
            table = table.with(k, state, least.share(state), greatest.share(state));
        }
        return table;
    }

    /** In a paragraph: who goes, which rest point the doubt picks, and in which states what is best does not hang on others. */
    public String explain() {
        final StringBuilder words = new StringBuilder(left());
        words.append(": ")
                .append(bounded() ? ends() : "no bounds of the news above which soldiers go are known")
                .append(". ");
        if (game.shifts()) {
            words.append(
                    unique()
                            ? said("In the game itself %.4f of the soldiers go. ", least.share(0))
                            : said(
                                    "In the game itself %.4f of the soldiers go in the least and %.4f in the greatest. ",
                                    least.share(0), greatest.share(0)));
        }
        if (!selects()) {
            return words.append("However precise the news, ")
                    .append(NOTHING_SELECTED)
                    .append('.')
                    .toString();
        }
        if (picked.isPresent()) {
            return words.append(said(
                            "As news becomes very precise, %.4f do: the rest point of greatest potential.", picked()))
                    .toString();
        }
        if (Double.isNaN(limit)) {
            return words.append(dominant()).toString().strip();
        }
        final String numbers = game.players().isPresent() ? "numbers" : "shares";
        words.append(
                Double.isInfinite(limit)
                        ? said("As news becomes very precise, %s", limit > 0 ? "nobody ever goes" : "all always go")
                        : said("As news becomes very precise they switch at state %.4f, the Laplacian one, ", limit));
        words.append(
                Double.isInfinite(limit)
                        ? ". "
                        : "where going pays nothing on average over all " + numbers + " of others"
                                + (game.shifts() ? said(", so that %.4f go in the game itself. ", picked()) : ". "));
        return words.append(dominant()).toString().strip();
    }

    private String ends() {
        if (between()) {
            return "soldiers go if their news is above some value from " + at(greatest) + " to " + at(least);
        }
        return unique() ? least.said() : "in the least " + least.said() + ", in the greatest " + greatest.said();
    }

    /** Whether of soldiers who are alike only bounds of the cutoff are known. */
    private boolean between() {
        return !settled && game.game() == null;
    }

    private static String at(GlobalEquilibrium bound) {
        return said("%.4f", bound.cutoff()).replace("Infinity", "infinity");
    }

    /** Whether something is known of the cutoffs: a search may be cut short before it comes to any. */
    private boolean bounded() {
        return settled || !Double.isInfinite(least.size()) || !Double.isInfinite(greatest.size());
    }

    private String dominant() {
        final double[] bounds = dominanceBounds();
        final boolean stays = !Double.isInfinite(bounds[0]);
        final boolean goes = !Double.isInfinite(bounds[1]);
        if (stays && goes) {
            return said("Whatever others do, staying is best below %.4f and going above %.4f.", bounds[0], bounds[1]);
        }
        return stays
                ? said("Whatever others do, staying is best below %.4f.", bounds[0])
                : goes ? said("Whatever others do, going is best above %.4f.", bounds[1]) : "";
    }

    private String left() {
        if (!settled) {
            return "Best replies from both ends have not met yet";
        }
        if (unique()) {
            return proven
                    ? "Doubt about what going is worth leaves one equilibrium"
                    : "Best replies from both ends meet, but that this is an equilibrium is not proven";
        }
        if (!selects()) {
            return "Both ends leave several equilibria";
        }
        return game.news().flat()
                ? "Both ends leave some doubt which equilibrium is played, as the grid of states is coarse"
                : "Both ends leave several equilibria, as public news is strong";
    }

    static String said(String form, Object... values) {
        return String.format(Locale.ROOT, form, values);
    }

    /**
     * In a line: {@code GlobalPlay[go above 0.6000]}; of a defection game {@code GlobalPlay[0.5541 go, in the limit 0.9373]}; and if there are
     * several equilibria {@code GlobalPlay[go above 6.0000 or -5.0000]}.
     */
    @Override
    public String toString() {
        if (!bounded()) {
            return "GlobalPlay[no bounds yet, not settled]";
        }
        final StringBuilder shown = new StringBuilder("GlobalPlay[");
        if (picked.isEmpty()) {
            shown.append(between() ? "go above some news from " + at(greatest) + " to " + at(least) : least.brief())
                    .append(unique() || between() ? "" : " or " + besides())
                    .append(game.shifts() ? "; " : "");
        }
        if (game.shifts()) {
            shown.append(said("%.4f", least.share(0))).append(unique() ? "" : said(" or %.4f", greatest.share(0)));
            shown.append(" go, in the limit ").append(Double.isNaN(limit) ? "unknown" : said("%.4f", picked()));
        }
        return shown.append(settled ? "" : ", not settled").append("]").toString();
    }

    /** From which news on they go in the greatest equilibrium, said after the least. */
    private String besides() {
        final boolean both = !Double.isInfinite(least.cutoff()) && !Double.isInfinite(greatest.cutoff());
        return both ? said("%.4f", greatest.cutoff()) : greatest.brief();
    }
}
