package io.github.breakranks.equilibrium;

import io.github.breakranks.answer.Range;
import io.github.breakranks.internal.Checks;
import io.github.breakranks.internal.TableText;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An equilibrium of a defection game: a share gone (or a number of listed agents) that best-replies to itself.
 *
 * <p>In a list a rest point is a pure Nash equilibrium: each of the {@link #gone()} agents goes seeing {@code gone - 1} others, each of
 * the rest stays seeing {@code gone}.
 */
public final class RestPoint {
    private final double share;
    private final double staying;
    private final long gone;
    private final Stability stability;
    private final Range basin;
    private final double residual;
    private final @Nullable WhoGoes who;

    private RestPoint(Where where, Stability stability, Range basin, double residual, @Nullable WhoGoes who) {
        this.share = where.share;
        this.staying = where.staying;
        this.gone = where.gone;
        this.stability = stability;
        this.basin = basin;
        this.residual = residual;
        this.who = who;
    }

    private record Where(double share, double staying, long gone) {}

    /** Of a law. */
    static RestPoint ofLaw(Root root, int heads, Stability stability, Range basin) {
        final long gone =
                root.share() <= 0.5 ? Math.round(root.share() * heads) : heads - Math.round(root.staying() * heads);
        return new RestPoint(new Where(root.share(), root.staying(), gone), stability, basin, root.residual(), null);
    }

    /** Of a list. */
    static RestPoint ofList(int gone, int agents, WhoGoes who) {
        final double share = (double) gone / agents;
        final Where where = new Where(share, (double) (agents - gone) / agents, gone);
        return new RestPoint(where, Stability.UNDEFINED, Range.of(share), 0, who);
    }

    /** The share gone. */
    public double share() {
        return share;
    }

    /** The share that stays: {@code 1 - share}, keeping its digits where nearly everybody goes. */
    public double staying() {
        return staying;
    }

    /** How many have gone [count]: exact for a list; for a law share times heads, rounded. */
    public long gone() {
        return gone;
    }

    /** The share of one group that has gone; there is one group so far, 0. */
    public double shareOf(int group) {
        Objects.checkIndex(group, 1);
        return share;
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

    /** The shares from which play comes here when the willing go and the unwilling come back; its ends may rest elsewhere. */
    public Range basin() {
        return basin;
    }

    /** How far it is from best-replying to itself: {@code |Phi(x) - x|}, a share; 0 for lists, which are exact. */
    public double residual() {
        return residual;
    }

    @Override
    public String toString() {
        final String name = who == null ? stability.label() : gone + " gone";
        return TableText.number(share, 4) + " (" + name + ")";
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
