package io.github.breakranks.equilibrium;

import io.github.breakranks.answer.Range;
import io.github.breakranks.internal.Checks;
import io.github.breakranks.internal.TableText;
import io.github.breakranks.population.Population;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An equilibrium of a defection game: a share gone (or a number of listed agents) that best-replies to itself.
 *
 * <p>In a list a rest point is a pure Nash equilibrium: each of the {@link #gone()} agents goes seeing {@code gone - 1} others, each of
 * the rest stays seeing {@code gone}.
 */
public final class RestPoint {
    private final Where where;
    private final Stability stability;
    private final Range basin;
    private final double residual;
    private final @Nullable WhoGoes who;

    private RestPoint(Where where, Stability stability, Range basin, double residual, @Nullable WhoGoes who) {
        this.where = where;
        this.stability = stability;
        this.basin = basin;
        this.residual = residual;
        this.who = who;
    }

    /** In all, and by group. */
    private record Where(
            double share, double staying, long gone, double[] shares, double[] stayings, List<String> names) {
        static Where ofOne(double share, double staying, long gone) {
            return new Where(share, staying, gone, new double[] {share}, new double[] {staying}, List.of(""));
        }
    }

    /** Of a law. */
    static RestPoint ofLaw(Root root, int heads, Stability stability, Range basin) {
        final long gone =
                root.share() <= 0.5 ? Math.round(root.share() * heads) : heads - Math.round(root.staying() * heads);
        return new RestPoint(Where.ofOne(root.share(), root.staying(), gone), stability, basin, root.residual(), null);
    }

    /** Of a list. */
    static RestPoint ofList(Population population, int gone, WhoGoes who) {
        final int agents = population.size();
        final double share = (double) gone / agents;
        final double staying = (double) (agents - gone) / agents;
        final Where where =
                population.groups().size() == 1 ? Where.ofOne(share, staying, gone) : byGroup(population, gone, who);
        return new RestPoint(where, Stability.UNDEFINED, Range.of(share), 0, who);
    }

    private static Where byGroup(Population population, int gone, WhoGoes who) {
        final List<Population> groups = population.groups();
        final double[] shares = new double[groups.size()];
        final double[] stayings = new double[groups.size()];
        int agent = 0;
        for (int g = 0; g < shares.length; g++) {
            final int heads = groups.get(g).size();
            int members = 0;
            for (int k = 0; k < heads; k++) {
                members += who.goes(agent++) ? 1 : 0;
            }
            shares[g] = (double) members / heads;
            stayings[g] = (double) (heads - members) / heads;
        }
        final int agents = population.size();
        final List<String> names = groups.stream().map(Population::name).toList();
        return new Where((double) gone / agents, (double) (agents - gone) / agents, gone, shares, stayings, names);
    }

    /** Of groups of laws. */
    static RestPoint ofGroups(
            Population population, double[] shares, double[] stayings, Stability stability, double residual) {
        double share = 0;
        double staying = 0;
        long gone = 0;
        for (int g = 0; g < shares.length; g++) {
            final int heads = population.groups().get(g).size();
            share += population.mass(g) * shares[g];
            staying += population.mass(g) * stayings[g];
            gone += shares[g] <= 0.5 ? Math.round(shares[g] * heads) : heads - Math.round(stayings[g] * heads);
        }
        final List<String> names =
                population.groups().stream().map(Population::name).toList();
        final Where where = new Where(Math.min(1, share), Math.min(1, staying), gone, shares, stayings, names);
        return new RestPoint(where, stability, Range.of(Math.min(1, share)), residual, null);
    }

    /** The share gone. */
    public double share() {
        return where.share;
    }

    /** The share that stays: {@code 1 - share}, keeping its digits where nearly everybody goes. */
    public double staying() {
        return where.staying;
    }

    /** How many have gone [count]: exact for a list; for a law share times heads, rounded. */
    public long gone() {
        return where.gone;
    }

    /** The share of one group that has gone. */
    public double shareOf(int group) {
        return where.shares[group];
    }

    /** The share of the group with this name that has gone. */
    public double shareOf(String group) {
        return where.shares[index(group)];
    }

    /** The share of one group that stays, keeping its digits where nearly everybody goes. */
    public double stayingOf(int group) {
        return where.stayings[group];
    }

    /** How many groups there are [count]. */
    public int groups() {
        return where.shares.length;
    }

    private int index(String group) {
        final int index = where.names.indexOf(group);
        if (index < 0) {
            throw Checks.refused("group must be one of %s, but was %s", where.names, group);
        }
        return index;
    }

    /** Whether this listed agent has gone. */
    public boolean gone(int agent) {
        if (who == null) {
            throw new IllegalStateException(
                    "a law lists no agents; draw some with Population.draw(heads, law, seed) and solve again");
        }
        return who.goes(agent);
    }

    /** Whether play comes back to it; {@link Stability#UNDEFINED} for lists. */
    public Stability stability() {
        return stability;
    }

    /** Whether play comes back to it from both sides. */
    public boolean stable() {
        return stability == Stability.STABLE;
    }

    /**
     * The shares from which play comes here when the willing go and the unwilling come back; its ends may rest elsewhere. For lists and for
     * several groups, the point alone.
     */
    public Range basin() {
        return basin;
    }

    /** How far it is from best-replying to itself: {@code |Phi(x) - x|}, a share; 0 for lists, which are exact. */
    public double residual() {
        return residual;
    }

    @Override
    public String toString() {
        final String name = who == null ? stability.label() : where.gone + " gone";
        return TableText.number(where.share, 4) + " (" + name + ")";
    }

    /** Who has gone at a rest point of a list. */
    @FunctionalInterface
    interface WhoGoes {
        boolean goes(int agent);
    }

    /** A share that best-replies to itself, as found. */
    record Root(double share, double staying, double residual) {
        Root {
            Checks.share("share", share);
            Checks.share("staying", staying);
        }
    }
}
