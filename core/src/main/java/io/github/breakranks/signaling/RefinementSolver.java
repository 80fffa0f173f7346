package io.github.breakranks.signaling;

import io.github.breakranks.answer.Answer;
import io.github.breakranks.answer.Certificate;
import io.github.breakranks.answer.Solver;
import io.github.breakranks.answer.Watch;
import io.github.breakranks.internal.Checks;
import io.github.breakranks.internal.Halted;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Puts an outcome of a signaling game to five refinements, each of which says which type, which message and which comparison decide.
 *
 * <pre>{@code
 *   dominance, intuitive   fail if some type gains by m at every best reply to beliefs on the types that are left
 *   divinity, D1, NWBR     fail if no belief that is left has a best reply, mixed, at which no type gains by m
 *
 *   never weak best response => D1 => divinity => intuitive criterion => dominance
 * }</pre>
 *
 * <p>A verdict belongs to the outcome: what is thought and done after messages nobody sends is asked for anew. All in exact fractions; whether
 * one set of replies lies within another is whether a polytope is empty. The certificate decides each of these questions again, by linear
 * programs. Cost: exponential in the number of actions, of which there are at most 16,
 * for each message.
 *
 * @see Refinement
 */
public record RefinementSolver() implements Solver<PerfectBayesianEquilibrium, Refinements> {
    private static final int MOST_ACTIONS = 16; // of which every set is looked at

    /** The solver; there is nothing to set. */
    public static RefinementSolver solver() {
        return new RefinementSolver();
    }

    /** Those of the outcomes listed that a refinement leaves, in their order. */
    public List<PerfectBayesianEquilibrium> surviving(PerfectBayesianEquilibria equilibria, Refinement refinement) {
        return equilibria.all().stream()
                .filter(each -> solve(each).orElseThrow().survives(refinement))
                .toList();
    }

    @Override
    public Answer<Refinements> solve(PerfectBayesianEquilibrium equilibrium, Watch watch) {
        final int actions = equilibrium.game().actions().size();
        if (actions > MOST_ACTIONS) {
            throw Checks.refused(
                    "game must have <= %s actions [count], but was %s; leave out those that are never a best reply",
                    MOST_ACTIONS, actions);
        }
        final List<Verdict> verdicts = new ArrayList<>();
        try {
            judge(equilibrium, watch::mayGoOn, verdicts);
        } catch (Halted early) {
            return new Answer.Stopped<>(
                    new Refinements(equilibrium, verdicts),
                    new Certificate.Unproven("not all refinements were asked"),
                    watch.why(),
                    "raise the limit");
        }
        final Refinements found = new Refinements(equilibrium, verdicts);
        try {
            return new Answer.Found<>(found, RefinementVerifier.certify(found, watch::mayGoOn));
        } catch (Halted early) {
            return new Answer.Stopped<>(
                    found,
                    new Certificate.Unproven("not all verdicts were looked at again"),
                    watch.why() + " when all refinements had been asked, but not all were looked at again",
                    "raise the limit");
        }
    }

    private static void judge(PerfectBayesianEquilibrium equilibrium, BooleanSupplier mayGoOn, List<Verdict> verdicts) {
        final List<Offside> messages = new ArrayList<>();
        for (int m = 0; m < equilibrium.game().messages().size(); m++) {
            if (!equilibrium.onPath(m)) {
                messages.add(new Offside(equilibrium, m, mayGoOn));
            }
        }
        for (Refinement refinement : Refinement.values()) {
            if (!mayGoOn.getAsBoolean()) {
                throw new Halted();
            }
            final List<Verdict.Doubt> doubts =
                    messages.stream().map(each -> each.doubt(refinement)).toList();
            verdicts.add(new Verdict(refinement, doubts.stream().noneMatch(Verdict.Doubt::removes), doubts));
        }
    }
}
