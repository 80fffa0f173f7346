package io.github.breakranks.equilibrium;

import io.github.breakranks.answer.Answer;
import io.github.breakranks.answer.Certificate;
import io.github.breakranks.answer.Watch;
import io.github.breakranks.equilibrium.Tipping.Jumps;
import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.internal.Checks;
import io.github.breakranks.offer.Term;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tipping of several groups: follows the share gone in the least and in the greatest rest point as a term of everybody's offer, or of one
 * group's, rises, and narrows every jump down by bisection. Both only rise with the term (Topkis 1979), so no jump can turn back.
 */
final class GroupTipping {
    private static final int GRID = 64;
    private static final double SMOOTH = 1e-3; // a rise by less between two values needs no closer look
    private static final double JUMP = 5e-3; // a rise by more within the narrowest bracket is a jump
    private static final double NARROWEST = 1e-11; // width at which a jump is told, for values about one
    private static final double NEARLY_ALL = 0.999;

    private final DefectionGame game;
    private final Term term;
    private final String group;
    private final Watch watch;
    private boolean stopped;

    GroupTipping(DefectionGame game, Term term, String group, Watch watch) {
        this.game = game;
        this.term = term;
        this.group = group;
        this.watch = watch;
        if (game.population().listed()) {
            throw Checks.refused(
                    "population must be laws for the tipping of groups, but was %s; sweep the term", game.population());
        }
        if (!group.isEmpty()) {
            game.population().groupOf(group);
        }
    }

    Answer<Tipping> answer() {
        final double highest = term.isShare() ? 1 : range();
        final List<Jump> up = jumps(true, highest);
        final List<Jump> down = jumps(false, highest);
        Collections.reverse(down);
        final @Nullable Jump[] chosen = {last(up), last(down)};
        final String name = term.label() + (group.isEmpty() ? "" : " to " + group);
        final String reason = stopped
                ? "not looked for to the end"
                : up.isEmpty()
                        ? "no jump of the least rest point between 0 and " + highest
                        : down.isEmpty() ? "no jump of the greatest rest point between 0 and " + highest : "";
        final Tipping tipping =
                new Tipping(name, term.unit(game.unit()), new Jumps(up, down, List.of()), chosen, reason);
        if (stopped) {
            return new Answer.Stopped<>(
                    tipping, new Certificate.Unproven("not all values were looked at"), watch.why(), "raise the limit");
        }
        return new Answer.Found<>(tipping, new Certificate.Numeric(widest(up, down), tipping.unit()));
    }

    private static double narrowest(double value) {
        return NARROWEST * Math.max(1, value);
    }

    /** How far a jump's value may be off: the width of its bracket. */
    private static double widest(List<Jump> up, List<Jump> down) {
        double widest = NARROWEST;
        for (List<Jump> jumps : List.of(up, down)) {
            for (Jump jump : jumps) {
                widest = Math.max(widest, narrowest(jump.value()));
            }
        }
        return widest;
    }

    private static @Nullable Jump last(List<Jump> jumps) {
        return jumps.isEmpty() ? null : jumps.get(jumps.size() - 1);
    }

    private double share(double value, boolean up) {
        if (stopped) {
            return Double.NaN;
        }
        final DefectionGame varied = group.isEmpty() ? game.with(term, value) : game.with(group, term, value);
        final double share = GroupRestPoints.total(varied, up, watch);
        stopped |= Double.isNaN(share);
        return share;
    }

    /** An amount at which nearly all go, or beyond which more changes nothing: the jumps lie below. */
    private double range() {
        double high = 1;
        for (double before = -1, now = share(high, true); now < NEARLY_ALL && high < 0x1p60; now = share(high, true)) {
            if (high > 0x1p10 && now - before < 1e-12) {
                break;
            }
            before = now;
            high *= 2;
        }
        return high;
    }

    private List<Jump> jumps(boolean up, double highest) {
        final List<Jump> jumps = new ArrayList<>();
        double from = 0;
        double shareFrom = share(0, up);
        for (int k = 1; k <= GRID; k++) {
            final double to = highest * k / GRID;
            final double shareTo = share(to, up);
            narrow(new double[] {from, shareFrom, to, shareTo}, up, jumps);
            from = to;
            shareFrom = shareTo;
        }
        return jumps;
    }

    /** A bracket is value, share, value, share. */
    private void narrow(double[] bracket, boolean up, List<Jump> jumps) {
        final double rise = bracket[3] - bracket[1];
        if (!(rise > SMOOTH)) {
            return;
        }
        if (bracket[2] - bracket[0] <= narrowest(bracket[2])) {
            if (rise > JUMP) {
                jumps.add(
                        up
                                ? new Jump(bracket[2], bracket[1], bracket[3])
                                : new Jump(bracket[0], bracket[3], bracket[1]));
            }
            return;
        }
        final double middle = bracket[0] + (bracket[2] - bracket[0]) / 2;
        final double share = share(middle, up);
        narrow(new double[] {bracket[0], bracket[1], middle, share}, up, jumps);
        narrow(new double[] {middle, share, bracket[2], bracket[3]}, up, jumps);
    }
}
