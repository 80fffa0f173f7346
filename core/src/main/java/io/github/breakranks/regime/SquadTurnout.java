package io.github.breakranks.regime;

import io.github.breakranks.answer.Watch;
import io.github.breakranks.internal.DenseLu;
import io.github.breakranks.internal.Halted;
import io.github.breakranks.population.CostLaw;
import java.util.Arrays;

/**
 * Few soldiers whose costs differ, each of whom goes above a cutoff of his own.
 *
 * <pre>{@code
 *   H_i(k)  =  E[ state + G(share of the others who go) | news k_i ]        equilibrium: H_i(k) = c_i for all i
 * }</pre>
 *
 * <p>Under private news alone, moving all cutoffs by t moves each H_i by t, and others' higher cutoffs lower it. So rows of the Jacobian sum to 1 with
 * nothing positive beside the diagonal: there is one equilibrium, none of its cutoffs is farther from k than the greatest {@code |H_i(k) - c_i|},
 * and Newton's method with steps that are halved while this does not fall ends there from anywhere. It starts under rough news, which is made precise
 * by halves.
 *
 * <p>Under public news best replies close in from both ends, one soldier after another.
 *
 * <p>Cost: O(n^3) a step of Newton's method or a round of best replies.
 */
final class SquadTurnout implements TurnoutByState {
    private static final int MOST_STEPS = 200;
    private static final int MOST_HALVINGS = 60;
    private static final double SETTLED = 1e-12;

    private final double[] cutoffs; // by soldier
    private final CostLaw noise;
    private final double sigma;
    private final boolean settled;

    SquadTurnout(double[] cutoffs, News news, boolean settled) {
        this.cutoffs = cutoffs.clone();
        this.noise = news.noise().law();
        this.sigma = 1 / Math.sqrt(news.privatePrecision());
        this.settled = settled;
    }

    /** The equilibrium at this end, or bounds of its cutoffs if it was not reached. */
    static SquadTurnout climbed(GlobalGame game, boolean fromAll, Watch watch) {
        final SquadGain gain = new SquadGain(game, game.news(), watch);
        final double[] cutoffs = gain.ends(fromAll);
        boolean settled = false;
        try {
            if (game.news().flat()) {
                final double[] found = solved(game, gain, watch);
                settled = found.length > 0;
                System.arraycopy(found, 0, cutoffs, 0, found.length);
            } else {
                settled = closedIn(game, gain, fromAll, cutoffs, watch);
            }
        } catch (Halted halted) {
            settled = false; // what was reached are bounds
        }
        return new SquadTurnout(cutoffs, game.news(), settled);
    }

    @Override
    public double share(double state) {
        double sum = 0;
        for (final double cutoff : cutoffs) {
            sum += noise.atLeast((cutoff - state) / sigma);
        }
        return sum / cutoffs.length;
    }

    @Override
    public double cutoff() {
        return Double.NaN;
    }

    @Override
    public boolean settled() {
        return settled;
    }

    double cutoff(int soldier) {
        return cutoffs[soldier];
    }

    double lowest() {
        return Arrays.stream(cutoffs).min().orElseThrow();
    }

    double highest() {
        return Arrays.stream(cutoffs).max().orElseThrow();
    }

    /** The most by which cutoffs of another equilibrium differ from these. */
    double farthest(SquadTurnout other) {
        double most = 0;
        for (int i = 0; i < cutoffs.length; i++) {
            most = Math.max(most, Math.abs(cutoffs[i] - other.cutoffs[i]));
        }
        return most;
    }

    /** None if Newton's method does not settle. */
    private static double[] solved(GlobalGame game, SquadGain last, Watch watch) {
        final double[] cutoffs = last.costsLessMeanGain();
        final double target = 1 / Math.sqrt(game.news().privatePrecision());
        for (double sigma = Math.max(target, last.range()); sigma > target; sigma /= 2) {
            newton(new SquadGain(game, game.news().withPrivate(1 / (sigma * sigma)), watch), cutoffs);
        }
        return newton(last, cutoffs) ? cutoffs : new double[0];
    }

    /** Moves cutoffs to where all are indifferent. */
    private static boolean newton(SquadGain gain, double[] cutoffs) {
        final int n = cutoffs.length;
        final DenseLu system = new DenseLu(n);
        final double[] missing = new double[n];
        double worst = gain.missing(cutoffs, missing, null);
        for (int step = 0; step < MOST_STEPS && worst > SETTLED * gain.size(cutoffs); step++) {
            gain.missing(cutoffs, missing, system.matrix(n));
            if (!system.factor()) {
                return false;
            }
            final double[] move = missing.clone();
            system.solve(move);
            final double before = worst;
            double part = 1;
            for (int halving = 0; halving < MOST_HALVINGS && !(worst < before); halving++) {
                final double[] next = moved(cutoffs, move, part);
                worst = gain.missing(next, missing, null);
                if (worst < before) {
                    System.arraycopy(next, 0, cutoffs, 0, n);
                }
                part /= 2;
            }
            if (!(worst < before)) {
                worst = before;
                break;
            }
        }
        return worst <= 1e3 * SETTLED * gain.size(cutoffs);
    }

    private static double[] moved(double[] cutoffs, double[] move, double part) {
        final double[] next = cutoffs.clone();
        for (int i = 0; i < next.length; i++) {
            next[i] -= part * move[i];
        }
        return next;
    }

    private static boolean closedIn(GlobalGame game, SquadGain gain, boolean fromAll, double[] cutoffs, Watch watch) {
        final double sigma = 1 / Math.sqrt(game.news().privatePrecision());
        for (int round = 0; round < CommonCutoff.MOST_STEPS; round++) {
            double most = 0;
            for (int i = 0; i < cutoffs.length; i++) {
                final int who = i;
                final double reply = Laplacian.zero(
                        seen -> gain.missing(cutoffs, who, seen),
                        new Laplacian.From(cutoffs[i], sigma / 8, fromAll),
                        watch);
                most = Math.max(most, Math.abs(reply - cutoffs[i]) / gain.size(cutoffs));
                cutoffs[i] = fromAll ? Math.max(reply, cutoffs[i]) : Math.min(reply, cutoffs[i]);
            }
            if (most <= SETTLED) {
                return true;
            }
        }
        return false;
    }
}
