package io.github.breakranks.regime;

import io.github.breakranks.answer.Table;
import io.github.breakranks.answer.Watch;
import io.github.breakranks.internal.Checks;
import java.util.Locale;
import java.util.OptionalDouble;

/** Who goes in each state of a global game, in the least and the greatest equilibrium, and in the limit of very precise news. */
public final class GlobalPlay {
    private static final double SAME = 1e-6;

    private final GlobalGame game;
    private final TurnoutByState least;
    private final TurnoutByState greatest;
    private final double limit;
    private final OptionalDouble picked;

    GlobalPlay(GlobalGame game, TurnoutByState least, TurnoutByState greatest, double limit, OptionalDouble picked) {
        this.game = game;
        this.least = least;
        this.greatest = greatest;
        this.limit = limit;
        this.picked = picked;
    }

    /** The game that it answers. */
    public GlobalGame game() {
        return game;
    }

    /** The share that goes in a state, in the least equilibrium. */
    public double share(double state) {
        return least.share(Checks.finite("state", "unit of the game", state));
    }

    /** The share that goes in a state, in the greatest equilibrium. */
    public double shareAtMost(double state) {
        return greatest.share(Checks.finite("state", "unit of the game", state));
    }

    /** The news above which soldiers who are alike go, in the least equilibrium; NaN if their costs are spread. */
    public double cutoff() {
        return least.cutoff();
    }

    /** The same in the greatest equilibrium. */
    public double cutoffAtLeast() {
        return greatest.cutoff();
    }

    /** How far both equilibria lie apart: cutoffs [state] of soldiers who are alike, else the most by which shares differ. */
    public double gap() {
        if (least instanceof SpreadTurnout spread && greatest instanceof SpreadTurnout other) {
            return spread.farthest(other);
        }
        return least.cutoff() == greatest.cutoff() ? 0 : Math.abs(least.cutoff() - greatest.cutoff());
    }

    /** Whether both equilibria are the same, but for a millionth: of a deviation of the news if soldiers are alike, else of the soldiers. */
    public boolean unique() {
        final double scale = picked.isPresent() ? 1 : 1 / Math.sqrt(game.news().privatePrecision());
        return gap() <= SAME * scale;
    }

    /** Whether best replies from both ends came to their end. */
    boolean settled() {
        return least.settled() && greatest.settled();
    }

    /**
     * Where soldiers who are alike switch as news becomes very precise: the state at which going pays nothing on average over all shares of
     * others; infinite if they never do.
     *
     * @throws IllegalStateException if costs are spread; take {@link #picked}
     */
    public double laplacianState() {
        if (picked.isPresent()) {
            throw new IllegalStateException("soldiers whose costs are spread have no common cutoff; take picked()");
        }
        return limit;
    }

    /** States below and above which staying or going is best whatever others do, of soldiers who are alike; infinite if there are none. */
    public double[] dominanceBounds() {
        return new double[] {
            Laplacian.zero(state -> game.gains(state, 1), Laplacian.From.ORIGIN, Watch.none()),
            Laplacian.zero(state -> game.gains(state, 0), Laplacian.From.ORIGIN, Watch.none())
        };
    }

    /** The share that goes in the game itself, state 0, as news becomes very precise: the rest point of greatest potential. */
    public double picked() {
        return picked.orElseGet(() -> limit <= 0 ? 1 : 0);
    }

    /** A row for each of eleven states round the one at which play switches. */
    public Table table() {
        Table table = Table.of(
                Table.Column.of("state", "unit of the game"),
                Table.Column.of("gone, least", "share"),
                Table.Column.of("gone, greatest", "share"));
        final double sigma = 1 / Math.sqrt(game.news().privatePrecision());
        final double middle = Double.isInfinite(limit) ? 0 : limit;
        for (int k = -5; k <= 5; k++) {
            final double state = middle + k * sigma;
            table = table.with(state, share(state), shareAtMost(state));
        }
        return table;
    }

    /** In a paragraph: which rest point the doubt picks. */
    public String explain() {
        return String.format(
                Locale.ROOT,
                "%s: in the game itself %.4f of the soldiers go. As news becomes very precise, %.4f do: %s.",
                left(),
                share(0),
                picked(),
                picked.isPresent()
                        ? "the rest point of greatest potential"
                        : "they switch where going pays nothing on average over all shares of others");
    }

    private String left() {
        if (unique()) {
            return "Doubt about what going is worth leaves one equilibrium";
        }
        if (!settled()) {
            return "Best replies from both ends have not met yet";
        }
        final boolean never = Double.isInfinite(least.cutoff()) || Double.isInfinite(greatest.cutoff());
        return never
                ? "Both ends leave several equilibria, as in no state going, or staying, is best whatever others do"
                : game.news().flat()
                        ? "Both ends leave some doubt which equilibrium is played, as the grid of states is coarse"
                        : "Both ends leave several equilibria, as public news is strong";
    }

    /** In a line: {@code GlobalPlay[0.5541 go, in the limit 0.9373]}. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "GlobalPlay[%.4f go, in the limit %.4f]", share(0), picked());
    }
}
