package io.github.breakranks.design;

import io.github.breakranks.answer.Table;
import io.github.breakranks.answer.Table.Column;
import io.github.breakranks.equilibrium.EquilibriumSolver;
import io.github.breakranks.equilibrium.RestPoint;
import io.github.breakranks.equilibrium.Spillover;
import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.internal.Checks;
import io.github.breakranks.internal.TableText;
import io.github.breakranks.offer.Term;
import io.github.breakranks.population.Population;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What an offer as it stands costs and brings, in the least rest point.
 *
 * <pre>{@code
 *   extra          = heads * (x - x_0)                  x_0  the share that goes without any offer
 *   perExtra       = outlay / extra                     perHead = outlay / (heads * x)
 *   inframarginal  = heads * x_0 * (outlay a head)      spent on those who would have gone anyway
 *   marginal(cash) = b + x / x'(b)                      at a fold b alone
 *   brought(h)     = sum_g S_gh m_g / m_h               one more of group h brings so many in all:  S = (I - J)^-1
 * }</pre>
 *
 * <p>Each group's extra defections are counted against what it would do without any offer to anybody. Spillovers and marginal costs are
 * derivatives at the rest point and say nothing of what lies beyond a fold ({@link Spillover}).
 *
 * @see FrontierSolver
 */
public final class CostEffectiveness {
    private final DefectionGame game;
    private final HostCosts costs;
    private final RestPoint rest;
    private final RestPoint without;
    private final @Nullable Spillover spillover;

    private CostEffectiveness(
            DefectionGame game, HostCosts costs, RestPoint rest, RestPoint without, @Nullable Spillover spillover) {
        this.game = game;
        this.costs = costs;
        this.rest = rest;
        this.without = without;
        this.spillover = spillover;
    }

    /**
     * Of a game's offers, with these costs to the host. Cost: two rest points.
     *
     * @throws IllegalArgumentException if the net gain falls with the share gone somewhere, so that no rest point is the least
     */
    public static CostEffectiveness of(DefectionGame game, HostCosts costs) {
        Objects.requireNonNull(game, "game");
        Objects.requireNonNull(costs, "costs");
        TakeUp.checkRises(game);
        final RestPoint rest =
                EquilibriumSolver.solver().solve(game).orElseThrow().least();
        final boolean known = Costing.smooth(game) && rest.stable();
        return new CostEffectiveness(
                game, costs, rest, Costing.unoffered(game), known ? Spillover.of(game, rest) : null);
    }

    /** Where play rests with the offer. */
    public RestPoint rest() {
        return rest;
    }

    /** Where play rests without any offer. */
    public RestPoint without() {
        return without;
    }

    /** In all: what is spent, how many come, how many of them would not have, and what one more costs in cash to everybody. */
    public Outlay outlay() {
        double total = 0;
        double come = 0;
        double extra = 0;
        for (int g = 0; g < game.groups(); g++) {
            final Outlay part = outlayOf(g);
            total += part.total();
            come += part.come();
            extra += part.extra();
        }
        return new Outlay(total, come, extra, marginal(Term.CASH));
    }

    /** On one group. What one more of it costs is not told apart from the others, who follow it: NaN. */
    public Outlay outlayOf(int group) {
        Checks.index("group", "number", group, game.groups());
        final double heads = heads(group);
        return new Outlay(
                heads * rest.shareOf(group) * costs.perHead(game.offer(group)) + costs.fixed(game.offer(group), heads),
                heads * rest.shareOf(group),
                heads * Math.max(0, rest.shareOf(group) - without.shareOf(group)),
                Double.NaN);
    }

    private double heads(int group) {
        return game.groups() == 1
                ? game.population().size()
                : game.population().groups().get(group).size();
    }

    /** What is spent on those who would have gone anyway: their rents, and what receiving them costs [unit of the game]. */
    public double inframarginal() {
        double spent = 0;
        for (int g = 0; g < game.groups(); g++) {
            spent += inframarginalOf(g);
        }
        return spent;
    }

    /** What is spent on those of one group who would have gone anyway [unit of the game]. */
    public double inframarginalOf(int group) {
        Checks.index("group", "number", group, game.groups());
        final double anyway = Math.min(without.shareOf(group), rest.shareOf(group));
        return heads(group) * anyway * costs.perHead(game.offer(group));
    }

    /**
     * What one more defection costs if a term of everybody's offer is raised a little [unit of the game]: more for him, and more for all who go
     * anyway.
     *
     * @return NaN for lists, for laws with atoms, where the offers do not depend on the term, and where play is not sure to come back to its
     *     rest point; infinity where a little more brings nobody
     */
    public double marginal(Term term) {
        return marginal(Instrument.of(term));
    }

    /** What one more defection costs if an instrument is raised a little, as in {@link #marginal(Term)}. */
    public double marginal(Instrument instrument) {
        Objects.requireNonNull(instrument, "instrument");
        return spillover == null || game.ignores(instrument.term())
                ? Double.NaN
                : Response.marginal(game, instrument, costs, rest);
    }

    /**
     * How many go in the end for one more of a group at first, himself included [count]: {@code sum over g of S_gh m_g / m_h}.
     *
     * @throws IllegalStateException if that is not known, as for lists
     */
    public double brought(int group) {
        double brought = 0;
        for (int g = 0; g < game.groups(); g++) {
            brought += brought(g, group);
        }
        return brought;
    }

    /** How many of {@code group} go in the end for one more of {@code source} at first [count]. */
    public double brought(int group, int source) {
        Checks.index("group", "number", group, game.groups());
        Checks.index("source", "number", source, game.groups());
        return spillover().of(group, source) * heads(group) / heads(source);
    }

    private Spillover spillover() {
        if (spillover == null) {
            throw new IllegalStateException(
                    "no spillover: it takes laws without atoms that rest where play comes back to, but was " + game
                            + " at " + rest + "; take the law of the list");
        }
        return spillover;
    }

    /**
     * What a defection is worth, given what one of each group is worth by himself.
     *
     * @param direct by group, what the loss of one soldier is worth to the host [unit of the game], finite; one number serves all groups
     * @throws IllegalStateException if spillovers are not known, as for lists
     */
    public DefectionWorth worthOf(double... direct) {
        Objects.requireNonNull(direct, "direct");
        if (direct.length != 1 && direct.length != game.groups()) {
            throw Checks.refused(
                    "direct must have 1 or %s values [unit of the game, by group], but was %s",
                    game.groups(), direct.length);
        }
        final double[] own = new double[game.groups()];
        final double[] induced = new double[game.groups()];
        double gained = 0;
        for (int g = 0; g < own.length; g++) {
            own[g] = Checks.finite(
                    "direct[" + Math.min(g, direct.length - 1) + "]",
                    game.unit(),
                    direct[Math.min(g, direct.length - 1)]);
            gained += own[g] * outlayOf(g).extra();
        }
        for (int h = 0; h < own.length; h++) {
            double inAll = 0;
            for (int g = 0; g < own.length; g++) {
                inAll += own[g] * brought(g, h);
            }
            induced[h] = inAll - own[h];
        }
        return new DefectionWorth(names(), game.unit(), own, induced, gained - outlay().total());
    }

    private List<String> names() {
        return game.population().groups().stream().map(Population::name).toList();
    }

    /** A row a group, and one for all: what is spent, who comes, who would have anyway, who would not, for what each. */
    public Table table() {
        final String unit = game.unit();
        final List<List<@Nullable Object>> rows = new ArrayList<>();
        if (game.groups() > 1) {
            for (int g = 0; g < game.groups(); g++) {
                rows.add(row(names().get(g), outlayOf(g), inframarginalOf(g)));
            }
        }
        rows.add(row("all", outlay(), inframarginal()));
        return Table.of(
                List.of(
                        Column.of("group"),
                        Column.of("outlay", unit),
                        Column.of("come", "soldiers"),
                        Column.of("anyway", "soldiers"),
                        Column.of("extra", "soldiers"),
                        Column.of("perHead", unit),
                        Column.of("perExtra", unit),
                        Column.of("inframarginal", unit),
                        Column.of("marginal", unit)),
                rows);
    }

    private static List<@Nullable Object> row(String name, Outlay outlay, double inframarginal) {
        return Arrays.asList(
                name,
                outlay.total(),
                outlay.come(),
                outlay.come() - outlay.extra(),
                outlay.extra(),
                Frontier.cell(outlay.perHead()),
                Frontier.cell(outlay.perExtra()),
                inframarginal,
                Frontier.cell(outlay.marginal()));
    }

    /** In a paragraph. */
    public String explain() {
        final Outlay all = outlay();
        final String unit = " [" + game.unit() + "]";
        if (!(all.come() > 0)) {
            return "Nobody comes, and " + shown(all.total()) + unit + " is spent.";
        }
        return shown(all.total()) + unit + " is spent on " + shown(all.come()) + " soldiers, "
                + shown(all.come() - all.extra()) + " of whom would have gone anyway: " + shown(all.perHead())
                + " for each who comes, "
                + (all.extra() > 0
                        ? shown(all.perExtra()) + " for each who would not have."
                        : "but nobody more comes for it.")
                + oneMore(all.marginal());
    }

    private static String oneMore(double marginal) {
        if (Double.isNaN(marginal)) {
            return "";
        }
        return marginal == Double.POSITIVE_INFINITY
                ? " A little more by way of cash brings nobody."
                : " One more by way of cash costs " + shown(marginal) + ", as all who come are paid more.";
    }

    private static String shown(double value) {
        return TableText.number(value, 4);
    }

    @Override
    public String toString() {
        final Outlay all = outlay();
        return "CostEffectiveness[" + shown(all.total())
                + (all.extra() > 0
                        ? " for " + shown(all.extra()) + " extra, " + shown(all.perExtra()) + " each]"
                        : " for nobody more]");
    }
}
