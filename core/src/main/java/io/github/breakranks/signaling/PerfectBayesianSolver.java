package io.github.breakranks.signaling;

import io.github.breakranks.answer.Answer;
import io.github.breakranks.answer.Certificate;
import io.github.breakranks.answer.Solver;
import io.github.breakranks.answer.Watch;
import java.math.BigInteger;
import java.util.List;

/** Finds all perfect Bayesian equilibria of a finite signaling game. */
public record PerfectBayesianSolver(long most) implements Solver<SignalingGame, PerfectBayesianEquilibria> {

    /** The solver. */
    public static PerfectBayesianSolver solver() {
        return new PerfectBayesianSolver(10_000_000_000L);
    }

    @Override
    public Answer<PerfectBayesianEquilibria> solve(SignalingGame game, Watch watch) {
        final var supports = new PerfectBayesianEquilibria.Supports(BigInteger.ONE, BigInteger.ZERO, BigInteger.ZERO);
        return new Answer.Stopped<>(
                new PerfectBayesianEquilibria(game, List.of(), List.of(), supports),
                new Certificate.Unproven("not looked for"),
                "not looked for",
                "wait");
    }
}
