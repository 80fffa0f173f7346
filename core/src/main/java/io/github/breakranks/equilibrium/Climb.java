package io.github.breakranks.equilibrium;

import io.github.breakranks.answer.Watch;
import io.github.breakranks.game.DefectionGame;

/**
 * Climbs from nobody by what is certainly willing, from the definition of the game alone: rests on nothing but that the best reply rises.
 *
 * <pre>{@code
 *   x_0 = 0,  x_(k+1) = lower bound of Phi(x_k)      no rest point lies in [x_k, x_(k+1)), as Phi(x) >= Phi(x_k) there
 *   upper bound of Phi(y) <= y                       the least rest point is at most y (Tarski 1955)
 * }</pre>
 */
final class Climb {
    private static final int MOST = 1_500_000; // steps; at a distance d from a fold about d^(-1/2) are needed
    private static final int BETWEEN_QUESTIONS = 4096;
    private static final double TINY = 1e-300;
    private static final double WITHIN = 1e-12; // of the target, which may be a rest point itself

    private Climb() {}

    /** What became of a climb. */
    enum End {
        REACHED,
        STALLED,
        UNDECIDED
    }

    /** A best reply with bounds on its error. */
    interface Bounds {
        double atLeast(double gone);

        double atMost(double gone);
    }

    /** The best reply of a game of one law. */
    static Bounds of(DefectionGame game, double relativeError) {
        return new Bounds() {
            @Override
            public double atLeast(double gone) {
                final double going = game.willing(0, gone) * (1 - relativeError) - TINY;
                return Math.max(going, 1 - game.unwilling(0, gone) * (1 + relativeError) - TINY);
            }

            @Override
            public double atMost(double gone) {
                final double going = game.willing(0, gone) * (1 + relativeError) + TINY;
                return Math.min(going, 1 - game.unwilling(0, gone) * (1 - relativeError) + TINY);
            }
        };
    }

    /** The best reply where a share is committed to go: drawn at random from all, or the most reluctant of all. */
    static Bounds committed(Bounds reply, double share, boolean atRandom) {
        return new Bounds() {
            @Override
            public double atLeast(double gone) {
                return with(reply.atLeast(gone)) * (1 - Math.ulp(1.0)) - TINY;
            }

            @Override
            public double atMost(double gone) {
                return with(reply.atMost(gone)) * (1 + Math.ulp(1.0)) + TINY;
            }

            private double with(double others) {
                return atRandom ? share + (1 - share) * others : Math.min(1, share + others);
            }
        };
    }

    /** Whether play that starts from nobody certainly reaches a share, but for rounding. */
    static End reaches(Bounds reply, double share, Watch watch) {
        double gone = 0;
        for (int step = 0; step < MOST; step++) {
            if (gone >= share - WITHIN) {
                return End.REACHED;
            }
            final double next = Math.min(1, reply.atLeast(gone));
            if (!(next > gone)) {
                return End.STALLED;
            }
            gone = next;
            if (step % BETWEEN_QUESTIONS == 0 && !watch.mayGoOn()) {
                return End.UNDECIDED;
            }
        }
        return End.UNDECIDED;
    }

    /** Whether the least rest point certainly lies no higher than this share, or hardly: at 0 no bound is as low as 0. */
    static boolean blocked(Bounds reply, double share) {
        return reply.atMost(share) <= share || reply.atMost(share + WITHIN) <= share + WITHIN;
    }
}
