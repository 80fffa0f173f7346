package io.github.breakranks.cascade;

import io.github.breakranks.answer.Answer;
import io.github.breakranks.answer.Certificate;
import io.github.breakranks.answer.Solver;
import io.github.breakranks.answer.Watch;
import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.game.ThresholdLaw;
import io.github.breakranks.game.Thresholds;
import io.github.breakranks.internal.Checks;
import io.github.breakranks.internal.CountingCascade;
import io.github.breakranks.internal.Parallel;
import io.github.breakranks.internal.ThresholdColumn;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.random.RandomGenerator.JumpableGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Runs a cascade many times over, each time with other luck, and says how the outcomes are spread.
 *
 * <p>A law's soldiers are drawn afresh for every run, so that an ensemble shows what a law's answer hides: near a fold some armies of a
 * thousand tip and others do not. Of listed agents the costs are given, and only the order of looks and whom each sees is left to chance.
 *
 * <p>Run i draws from a stream of its own, the i-th jump of one generator from the seed: the same seed gives the same runs on any number of
 * threads. Cost: about 20 ns a soldier and run in rounds where all see everybody, else as {@link AgentCascade}; 4 bytes for each run and unit
 * of time, at most 4 KB a run.
 *
 * @param runs     how many [count], at least 1
 * @param seed     what chance is drawn from
 * @param dynamics how each run moves through time
 * @param threads  how many threads work [count]
 */
public record Ensemble(int runs, long seed, Dynamics dynamics, int threads)
        implements Solver<DefectionGame, CascadeEnsemble> {

    public Ensemble {
        Checks.count(1, "runs", "runs", runs);
        Checks.count(1, "threads", "threads", threads);
        Objects.requireNonNull(dynamics, "dynamics");
    }

    /** So many runs in rounds, everybody seeing everybody, on all processors. */
    public static Ensemble of(int runs, long seed) {
        return new Ensemble(runs, seed, Dynamics.rounds(), Runtime.getRuntime().availableProcessors());
    }

    /** This ensemble with other dynamics. */
    public Ensemble withDynamics(Dynamics newDynamics) {
        return new Ensemble(runs, seed, newDynamics, threads);
    }

    /** This ensemble on so many threads. */
    public Ensemble withThreads(int newThreads) {
        return new Ensemble(runs, seed, dynamics, newThreads);
    }

    @Override
    public Answer<CascadeEnsemble> solve(DefectionGame game, Watch watch) {
        Objects.requireNonNull(game, "game");
        dynamics.requireOthers(game.population().size());
        if (game.population().listed()) {
            requireChance();
            final Thresholds thresholds =
                    dynamics.sees() == 0 ? Thresholds.of(game) : Thresholds.of(game, dynamics.sees());
            return run(thresholds.agents(), random -> ThresholdColumn.of(thresholds), watch);
        }
        final ThresholdLaw law = dynamics.sees() == 0 ? ThresholdLaw.of(game) : ThresholdLaw.of(game, dynamics.sees());
        return run(law.agents(), random -> ThresholdColumn.of(law.draw(random)), watch);
    }

    /** The same of agents with thresholds, however long it takes. */
    public Answer<CascadeEnsemble> solve(Thresholds thresholds) {
        return solve(thresholds, Watch.none());
    }

    /** The same of agents with thresholds; where each sees a few others, as {@link AgentCascade#solve(Thresholds, Watch)} says. */
    public Answer<CascadeEnsemble> solve(Thresholds thresholds, Watch watch) {
        Objects.requireNonNull(thresholds, "thresholds");
        dynamics.requireOthers(thresholds.agents());
        requireChance();
        final int[] all = ThresholdColumn.of(thresholds);
        final int[] needs = dynamics.sees() == 0 ? all : AgentCascade.scaled(all, dynamics.sees());
        return run(needs.length, random -> needs, watch);
    }

    /** Agents who are given and look all at once at everybody do the same in every run. */
    private void requireChance() {
        if (dynamics.pace() == Pace.ROUNDS && dynamics.sees() == 0) {
            throw Checks.refused(
                    "dynamics of listed agents must leave something to chance, but was %s; take"
                            + " Dynamics.oneByOne() or clock() or withSees(k), or a law, whose soldiers are drawn for every run",
                    dynamics);
        }
    }

    private Answer<CascadeEnsemble> run(int agents, Function<RandomGenerator, int[]> needs, Watch watch) {
        Objects.requireNonNull(watch, "watch");
        final RandomGenerator[] streams = streams();
        final CascadeEnsemble.Run[] done = new CascadeEnsemble.Run[runs];
        final boolean finished = Parallel.forEach(
                runs,
                threads,
                run -> done[run] = once(needs.apply(streams[run]), streams[run], watch),
                watch::mayGoOn,
                watch::done);
        final CascadeEnsemble ensemble = new CascadeEnsemble(agents, dynamics, done);
        final Certificate certificate = certificate(ensemble);
        return finished && ensemble.runs() == runs
                ? new Answer.Found<>(ensemble, certificate)
                : new Answer.Stopped<>(
                        ensemble, certificate, watch.why(), "raise the limit, or take fewer runs; those done are kept");
    }

    private RandomGenerator[] streams() {
        final JumpableGenerator first = (JumpableGenerator)
                RandomGeneratorFactory.of("Xoshiro256PlusPlus").create(seed);
        final RandomGenerator[] streams = new RandomGenerator[runs];
        for (int run = 0; run < runs; run++) {
            streams[run] = first.copyAndJump();
        }
        return streams;
    }

    private Certificate certificate(CascadeEnsemble ensemble) {
        if (ensemble.runs() == 0) {
            return new Certificate.Unproven("no run was done");
        }
        if (dynamics.sees() == 0 && ensemble.confirmed() == ensemble.runs()) {
            return new Certificate.Proven(
                    "integers: in each of " + ensemble.runs()
                            + " runs, counted again, nobody wants to go at the end who has not",
                    List.of("costs and looks as drawn"));
        }
        return dynamics.sees() == 0
                ? new Certificate.Unproven(ensemble.runs() - ensemble.confirmed() + " of " + ensemble.runs()
                        + " runs were not at rest when their time was up")
                : new Certificate.Numeric(ensemble.standardError(), "share, standard error of the mean");
    }

    /** One run; null if the watch stopped it. */
    private CascadeEnsemble.@org.jspecify.annotations.Nullable Run once(
            int[] needs, RandomGenerator random, Watch watch) {
        final boolean counted = dynamics.pace() == Pace.ROUNDS
                && dynamics.sees() == 0
                && !dynamics.reversible()
                && dynamics.horizon() == 0;
        if (counted) {
            final var path = CountingCascade.spread(needs, watch::mayGoOn);
            return path.stopped() ? null : CascadeEnsemble.Run.of(path, dynamics.lag(), needs);
        }
        final AgentPath path = AgentCascade.run(needs, dynamics, random, new BitSet(), watch);
        return path.rested() || watch.mayGoOn() ? CascadeEnsemble.Run.of(path) : null;
    }
}
