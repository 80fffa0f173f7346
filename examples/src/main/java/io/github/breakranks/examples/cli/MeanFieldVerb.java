package io.github.breakranks.examples.cli;

import io.github.breakranks.answer.Answer;
import io.github.breakranks.answer.Watch;
import io.github.breakranks.cascade.DegreeCascade;
import io.github.breakranks.cascade.DegreeMeanField;
import io.github.breakranks.cascade.DegreeMeanFieldSolver;
import io.github.breakranks.cascade.Response;
import io.github.breakranks.network.DegreeLaw;
import java.io.PrintStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How far a seed gets on large Poisson networks. */
@Command(
        name = "meanfield",
        description = "Finds how far a cascade gets on large Poisson networks, by their degrees alone.",
        sortOptions = false)
final class MeanFieldVerb implements Verb {
    private static final double LARGEST_MEAN = 10_000;

    @Option(names = "--threshold", required = true, paramLabel = "R", description = WindowVerb.THRESHOLD)
    private String threshold = "";

    @Option(
            names = "--mean-degree",
            required = true,
            paramLabel = "Z",
            description = "Mean number of neighbours; above 0. Above 10000 there is no answer.")
    private String meanDegree = "";

    @Option(
            names = "--start-share",
            required = true,
            paramLabel = "S",
            description = "The share that goes at the start, drawn at random; from 0 to 1.")
    private String startShare = "";

    @Mixin
    private final Output output = new Output();

    @Override
    public String example() {
        return "./breakranks meanfield --threshold 9/50 --mean-degree 4 --start-share 0.01 --json";
    }

    @Override
    public int run(PrintStream out, PrintStream err) {
        return output.print(this::answer, out, err);
    }

    private Report answer(Watch watch) {
        final Response response = Response.share(WindowVerb.threshold(threshold));
        final double mean = Numbers.aboveZero("--mean-degree", "neighbours", meanDegree);
        final double start = Numbers.share("--start-share", startShare);
        if (mean > LARGEST_MEAN) {
            return new Report()
                    .with("share", null)
                    .with("neighbourShare", null)
                    .with("rounds", null)
                    .saying("The cascade was not followed.")
                    .unanswered(
                            "above a mean degree of 10000 no cascade is followed, and it was "
                                    + BadInput.shown(meanDegree),
                            "take a smaller --mean-degree");
        }
        final Answer<DegreeCascade> answer = DegreeMeanFieldSolver.solver()
                .solve(DegreeMeanField.of(DegreeLaw.poisson(mean), response, start), watch);
        final DegreeCascade cascade = answer.value();
        return new Report()
                .with("share", cascade.share())
                .with("neighbourShare", cascade.neighbourShare())
                .with("rounds", cascade.rounds())
                .saying(cascade.explain())
                .showing(cascade.table())
                .founded(answer);
    }
}
