package io.github.breakranks.design;

import io.github.breakranks.answer.Watch;
import io.github.breakranks.equilibrium.Jump;
import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.internal.Checks;
import io.github.breakranks.offer.Monotonicity;
import io.github.breakranks.offer.Term;
import java.util.List;

/**
 * How many take an offer up: where a game rests at each value of one instrument. Both extreme rest points only rise with the value (Topkis
 * 1979), so that what suffices for a share is all values above some.
 */
abstract class TakeUp {
    private final DefectionGame game;
    private final Instrument instrument;

    TakeUp(DefectionGame game, Instrument instrument) {
        this.game = game;
        this.instrument = instrument;
    }

    /** From the manifold for one law without atoms, by solving the game at values of the instrument for all else. */
    static TakeUp of(DefectionGame game, Instrument instrument, Watch watch) {
        check(game, instrument);
        final boolean law = !game.population().listed()
                && game.groups() == 1
                && instrument.group().isEmpty()
                && game.offer(0).equals(game.offer());
        return law && Double.isFinite(game.population().law().steepest())
                ? new LawTakeUp(game, instrument)
                : new SolvedTakeUp(game, instrument, watch);
    }

    /** Refuses games in which nothing can be said of the instrument. */
    private static void check(DefectionGame game, Instrument instrument) {
        checkRises(game);
        if (game.ignores(instrument.term())) {
            throw Checks.refused(
                    "instrument must be a term on which the net gain depends, but was %s", instrument.label());
        }
        if (instrument.term() != Term.REACH && reach(game, instrument) == 0) {
            throw Checks.refused(
                    "reach must be > 0 [share] where %s is varied, but was 0.0; vary the reach", instrument.label());
        }
    }

    /** Refuses games in which no rest point is the least. */
    static void checkRises(DefectionGame game) {
        final Monotonicity monotonicity = game.monotonicity();
        if (!monotonicity.rises()) {
            throw Checks.refused("net gain must rise with the share gone, but %s", monotonicity.sentence());
        }
    }

    private static double reach(DefectionGame game, Instrument instrument) {
        if (!instrument.group().isEmpty()) {
            return game.offer(game.population().groupOf(instrument.group())).reach();
        }
        double most = 0;
        for (int g = 0; g < game.groups(); g++) {
            most = Math.max(most, game.offer(g).reach());
        }
        return most;
    }

    /** The game with the instrument at a value. */
    DefectionGame at(double value) {
        return instrument.set(game, value);
    }

    DefectionGame game() {
        return game;
    }

    Instrument instrument() {
        return instrument;
    }

    /**
     * By group, the share gone at a value.
     *
     * @param greatest  in the greatest rest point, else in the least
     * @param justAbove the limit from above: at a fold the two differ in the least rest point
     */
    abstract double[] shares(double value, boolean greatest, boolean justAbove);

    /** The least value within the instrument's lower bound at which the share is reached in the rest points relied on. */
    abstract Need need(double share, Reliance reliance);

    /** The values, within the bounds and in ascending order, at which the least (or greatest) rest point jumps up. */
    abstract List<Jump> jumps(boolean greatest);

    /** The share that the highest value reaches, or that no value exceeds. */
    double most(boolean greatest) {
        return total(shares(top(), greatest, false));
    }

    /** A value at which play still rests before a jump: its own for a law, else a little less. */
    abstract double before(Jump jump, boolean greatest);

    /** Whether at the value of a jump itself play still rests before it. */
    abstract boolean stays(boolean greatest);

    /** Whether the value of a jump itself, and not only any above it, brings what lies behind. */
    boolean attains(Jump jump, boolean greatest) {
        return !stays(greatest);
    }

    /** Whether the outlay is counted at the greatest rest point. */
    static boolean countsGreatest(Reliance reliance) {
        return reliance != Reliance.LEAST;
    }

    /** Whether the target must be reached in the greatest rest point only. */
    static boolean seeksGreatest(Reliance reliance) {
        return reliance == Reliance.BEST;
    }

    /** The share of all heads. */
    double total(double... shares) {
        if (shares.length == 1) {
            return shares[0];
        }
        double sum = 0;
        for (int g = 0; g < shares.length; g++) {
            sum += game.population().mass(g) * shares[g];
        }
        return Math.min(1, sum);
    }

    /** The value up to which it pays to look: the upper bound, or for an amount without one, where more changes nothing that counts. */
    double top() {
        if (Double.isFinite(instrument.high())) {
            return instrument.high();
        }
        double top = Math.max(1, 2 * instrument.low());
        for (double before = -1; top < 0x1p60; top *= 2) {
            final double now = total(shares(top, false, false));
            if (now >= 1 || now - before < 1e-12 && top > 0x1p10) {
                break;
            }
            before = now;
        }
        return top;
    }
}
