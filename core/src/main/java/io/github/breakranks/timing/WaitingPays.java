package io.github.breakranks.timing;

import io.github.breakranks.answer.Range;
import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.offer.Expiry;
import io.github.breakranks.population.CostLaw;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** When nobody goes though the next to go would gain by it, for at the date at which he goes the offer is worth more. */
final class WaitingPays {
    private static final double LOWEST_SHARE = 1e-300;

    private final SchedulePath path;
    private final DefectionGame game;
    private final double rounding;

    private WaitingPays(SchedulePath path) {
        this.path = path;
        this.game = path.game();
        this.rounding = ScheduleSolver.noRegret(game);
    }

    /** In ascending order, those that meet as one [unit of time]. */
    static List<Range> of(SchedulePath path) {
        return path.solver().schedule().unchanging() ? List.of() : new WaitingPays(path).stretches();
    }

    private List<Range> stretches() {
        final List<Range> found = new ArrayList<>();
        final int dates = path.dates();
        int quiet = 0; // first date of those at which nobody goes
        for (int k = 0; k <= dates; k++) {
            if (k == dates || path.share(k) > gone(k)) {
                final Range stretch = k > quiet ? stretch(quiet, k) : null;
                if (stretch != null) {
                    found.add(stretch);
                }
                quiet = k + 1;
            }
        }
        return List.copyOf(found);
    }

    private double gone(int date) {
        return date == 0 ? 0 : path.share(date - 1);
    }

    /** The part of a quiet time in which the next to go waits for its end; null if there is none. */
    private @Nullable Range stretch(int from, int to) {
        final double share = gone(from);
        final boolean over = to == path.solver().dates()
                && game.offer(0).expiry() instanceof Expiry.Date date
                && path.solver().horizon() == date.date();
        if (share >= 1 || over) {
            return null;
        }
        final CostLaw law = game.population().law();
        final double cost = Math.max(law.quantileFromRight(share), law.quantile(LOWEST_SHARE));
        final double then = gain(to, share);
        int first = -1;
        int last = -1;
        for (int k = from; k < to; k++) {
            final double now = gain(k, share);
            if (now - cost > rounding && then > now + rounding) {
                first = first < 0 ? k : first;
                last = k;
            }
        }
        return first < 0 ? null : Range.of(path.time(first), path.time(Math.min(last + 1, path.dates() - 1)));
    }

    private double gain(int date, double share) {
        final double time = date < path.dates()
                ? path.time(date)
                : path.solver().horizon() + path.solver().step();
        return game.gain().of(path.solver().schedule().at(game.offer(0), time), 0, share);
    }
}
