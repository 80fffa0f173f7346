package io.github.breakranks.regime;

import io.github.breakranks.answer.Answer;
import io.github.breakranks.answer.Certificate;
import io.github.breakranks.answer.Solver;
import io.github.breakranks.answer.Watch;
import io.github.breakranks.internal.Checks;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Spends a budget on those whose going moves the critical strength most: whom to pay for breaking ranks.
 *
 * <pre>{@code
 *   max  sum of w_g m_g s_g / B_g      sum of m_g s_g <= budget,  0 <= s_g <= C_g         w: influence; m: mass
 * }</pre>
 *
 * <p>A subsidy s is paid to each who goes, win or lose, and is counted as if all of the contingent took it, as all do when news is precise and
 * the regime falls. So those come first whose influence over benefit, w / B, is highest: they bear much on the others and gain little
 * themselves. Soldiers who never go unpaid (C at least B) must first be brought to where they waver, at C - B each, for nothing; every choice of
 * whom to bring there is tried, up to {@value #MOST_DOMINANT} such contingents.
 *
 * <p>Private news only, one cost to a contingent ({@link RegimeChange#splitByCost} makes it so). The certificate is a linear program with both sides recomputed.
 *
 * @param budget what may be spent [unit of the game, for a population of mass 1], at least 0
 * @see <a href="https://doi.org/10.1257/aer.102.7.3439">J. Sakovics, J. Steiner (2012), American Economic Review 102, 3439-3461</a>
 */
public record WhomToPaySolver(double budget) implements Solver<RegimeChange, WhomToPay> {
    /** How many contingents who never go unpaid there may be. */
    public static final int MOST_DOMINANT = 16;

    private static final double LEAST = 1e-15; // of the critical strength

    public WhomToPaySolver {
        Checks.atLeast(0, "budget", "unit of the game", budget);
    }

    /** For such a budget. */
    public static WhomToPaySolver within(double budget) {
        return new WhomToPaySolver(budget);
    }

    @Override
    public Answer<WhomToPay> solve(RegimeChange game, Watch watch) {
        check(game);
        final int size = game.contingents().size();
        final int[] never = IntStream.range(0, size)
                .filter(g -> game.weight(g) > 0 && cost(game, g) > benefit(game, g))
                .toArray();
        if (never.length > MOST_DOMINANT) {
            throw Checks.refused(
                    "contingents that never go unpaid must be at most %s [count, each doubles the work], but was %s; split contingents"
                            + " into fewer parts with game.splitByCost(parts), or leave out those whom the budget cannot bring to waver",
                    MOST_DOMINANT, never.length);
        }
        double[] best = new double[size];
        double most = -1;
        for (int chosen = 0; chosen < 1 << never.length && watch.mayGoOn(); chosen++) {
            final double[] subsidies = new double[size];
            final double spent = brought(game, never, chosen, subsidies);
            if (spent <= budget) {
                greedily(game, wavering(size, never, chosen), subsidies, budget - spent);
                final double moved = moved(game, subsidies);
                if (moved > most + LEAST) {
                    most = moved;
                    best = subsidies;
                }
            }
        }
        best = withoutVain(game, best);
        final WhomToPay found = new WhomToPay(game, budget, best, strength(game, best), strength(game, even(game)));
        final Certificate certificate = watch.mayGoOn()
                ? WhomToPayVerifier.certify(game, budget, best, watch)
                : new Certificate.Unproven("not every choice was tried");
        return certificate instanceof Certificate.Unproven && !watch.mayGoOn()
                ? new Answer.Stopped<>(found, certificate, watch.why(), "raise the limit")
                : new Answer.Found<>(found, certificate);
    }

    /** Nothing to those whom it does not move. */
    private static double[] withoutVain(RegimeChange game, double[] subsidies) {
        final double[] kept = subsidies.clone();
        for (int g = 0; g < kept.length; g++) {
            final double subsidy = kept[g];
            final double with = strength(game, kept);
            kept[g] = 0;
            kept[g] = with - strength(game, kept) > LEAST ? subsidy : 0;
        }
        return kept;
    }

    private static void check(RegimeChange game) {
        if (!game.flat()) {
            throw new IllegalArgumentException("news must be private only, but was " + game.news(0)
                    + "; under public news compare RegimeSolver's answers to game.paid(contingent, subsidy)");
        }
        for (int g = 0; g < game.contingents().size(); g++) {
            final Contingent who = game.contingents().get(g);
            if (who.cost().low() != who.cost().high()) {
                throw new IllegalArgumentException("contingent " + who.name() + " must have one cost for all, but had "
                        + who.cost() + "; split it into contingents by cost with game.splitByCost(parts)");
            }
        }
    }

    /** Pays those chosen who never go unpaid up to where they waver, and says what that takes. */
    private static double brought(RegimeChange game, int[] never, int chosen, double[] subsidies) {
        double spent = 0;
        for (int k = 0; k < never.length; k++) {
            if ((chosen >> k & 1) == 1) {
                subsidies[never[k]] = cost(game, never[k]) - benefit(game, never[k]);
                spent += game.mass(never[k]) * subsidies[never[k]];
            }
        }
        return spent;
    }

    /** All but those who never go unpaid and are not chosen. */
    private static boolean[] wavering(int size, int[] never, int chosen) {
        final boolean[] wavering = new boolean[size];
        Arrays.fill(wavering, true);
        for (int k = 0; k < never.length; k++) {
            wavering[never[k]] = (chosen >> k & 1) == 1;
        }
        return wavering;
    }

    private static void greedily(RegimeChange game, boolean[] wavering, double[] subsidies, double left) {
        final int[] order = IntStream.range(0, subsidies.length)
                .boxed()
                .sorted(Comparator.<Integer>comparingDouble(g -> -perUnit(game, g))
                        .thenComparingInt(g -> g))
                .mapToInt(g -> g)
                .toArray();
        double rest = left;
        for (final int g : order) {
            if (wavering[g] && game.weight(g) > 0 && cost(game, g) > subsidies[g]) {
                final double each = Math.min(cost(game, g) - subsidies[g], rest / game.mass(g));
                subsidies[g] += each;
                rest = Math.max(0, rest - each * game.mass(g));
            }
        }
    }

    /** What a unit spent on a contingent moves the critical strength by. */
    private static double perUnit(RegimeChange game, int g) {
        return game.weight(g) / game.mass(g) / benefit(game, g);
    }

    private double[] even(RegimeChange game) {
        final double[] subsidies = new double[game.contingents().size()];
        Arrays.fill(subsidies, budget); // masses add up to 1
        return subsidies;
    }

    private static double strength(RegimeChange game, double[] subsidies) {
        double sum = 0;
        for (int g = 0; g < subsidies.length; g++) {
            final double going = 1 - (cost(game, g) - subsidies[g]) / benefit(game, g);
            sum += game.weight(g) * Math.min(1, Math.max(0, going));
        }
        return Math.min(1, sum);
    }

    private static double moved(RegimeChange game, double[] subsidies) {
        return strength(game, subsidies) - strength(game, new double[subsidies.length]);
    }

    private static double cost(RegimeChange game, int g) {
        return game.contingents().get(g).cost().low();
    }

    private static double benefit(RegimeChange game, int g) {
        return game.contingents().get(g).benefit();
    }
}
