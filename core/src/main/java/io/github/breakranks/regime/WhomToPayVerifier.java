package io.github.breakranks.regime;

import io.github.breakranks.answer.Certificate;
import io.github.breakranks.answer.Watch;
import io.github.breakranks.internal.LinearProgram;
import org.jspecify.annotations.Nullable;

/**
 * Checks whom to pay against linear programs, both sides of each recomputed: one for each set of those contingents that never go unpaid, who are
 * first brought to where they waver.
 */
final class WhomToPayVerifier {
    private final RegimeChange game;
    private final double budget;

    private WhomToPayVerifier(RegimeChange game, double budget) {
        this.game = game;
        this.budget = budget;
    }

    /** By how much more, or by how much less, the best programs move the critical strength than these subsidies, or what is overspent. */
    static Certificate certify(RegimeChange game, double budget, double[] subsidies, Watch watch) {
        final WhomToPayVerifier verifier = new WhomToPayVerifier(game, budget);
        int never = 0;
        for (int g = 0; g < subsidies.length; g++) {
            never += verifier.never(g) ? 1 : 0;
        }
        double bound = 0;
        double open = verifier.amiss(subsidies);
        for (int set = 0; set < 1 << never; set++) {
            if (!watch.mayGoOn()) {
                return new Certificate.Unproven("every choice was tried, but not every one was checked");
            }
            final LinearProgram program = verifier.program(set);
            if (program != null) {
                final LinearProgram.Optimum optimum = program.solve();
                if (optimum == null) {
                    return new Certificate.Unproven("no linear program was solved");
                }
                bound = Math.max(bound, optimum.dual());
                open = Math.max(open, optimum.missing());
            }
        }
        return new Certificate.Numeric(Math.max(open, Math.abs(bound - verifier.gained(subsidies))), "share");
    }

    private boolean never(int g) {
        final Contingent who = game.contingents().get(g);
        return game.weight(g) > 0 && who.cost().low() > who.benefit();
    }

    /** What is spent beyond the budget, or taken from anybody. */
    private double amiss(double[] subsidies) {
        double spent = 0;
        double taken = 0;
        for (int g = 0; g < subsidies.length; g++) {
            spent += game.mass(g) * subsidies[g];
            taken = Math.max(taken, -subsidies[g]);
        }
        return Math.max(taken, spent - budget);
    }

    /** By how much subsidies move who goes if each chance of a fall is as likely as any other. */
    private double gained(double[] subsidies) {
        double sum = 0;
        for (int g = 0; g < subsidies.length; g++) {
            sum += game.weight(g) * (staying(g, 0) - staying(g, subsidies[g]));
        }
        return sum;
    }

    private double staying(int g, double subsidy) {
        final Contingent who = game.contingents().get(g);
        return Math.max(0, Math.min(who.benefit(), who.cost().low() - subsidy)) / who.benefit();
    }

    /** What may be spent on whom once this set of those who never go unpaid wavers; null if the budget does not bring it there. */
    private @Nullable LinearProgram program(int set) {
        final int size = game.contingents().size();
        final double[] moves = new double[size];
        final double[][] rows = new double[size + 1][size];
        final double[] limits = new double[size + 1];
        double left = budget;
        int before = 0; // of those who never go unpaid
        for (int g = 0; g < size; g++) {
            final Contingent who = game.contingents().get(g);
            final boolean never = never(g);
            final boolean brought = never && (set >> before & 1) == 1;
            before += never ? 1 : 0;
            left -= brought ? game.mass(g) * (who.cost().low() - who.benefit()) : 0;
            moves[g] = game.weight(g) / who.benefit();
            rows[g][g] = 1;
            limits[g] =
                    never ? brought ? who.benefit() : 0 : Math.max(0, who.cost().low());
            rows[size][g] = game.mass(g);
        }
        limits[size] = left;
        return left < 0 ? null : LinearProgram.of(moves, rows, limits);
    }
}
