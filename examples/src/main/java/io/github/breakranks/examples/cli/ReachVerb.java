package io.github.breakranks.examples.cli;

import io.github.breakranks.answer.Answer;
import io.github.breakranks.answer.Watch;
import io.github.breakranks.cascade.Reach;
import io.github.breakranks.cascade.ReachSolver;
import io.github.breakranks.network.Network;
import java.io.PrintStream;
import java.util.Arrays;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Whom to reach first. */
@Command(
        name = "reach",
        description =
                "Chooses whom to reach first so that most go in the end, and says how near to the best that certainly is.",
        sortOptions = false)
final class ReachVerb implements Verb {
    @Parameters(
            paramLabel = "EDGES",
            description = "The network: from, to and, if it counts, a weight a line; see below.")
    private String file = "";

    @Option(
            names = "--model",
            required = true,
            paramLabel = "lt|ic",
            description =
                    "lt: thresholds uniform on (0, 1], weights add up; ic: each link works once, with its chance. Without weights a"
                            + " link counts one over how many the watcher watches.")
    private String model = "";

    @Option(names = "-k", required = true, paramLabel = "K", description = "How many can be reached.")
    private String count = "";

    @Option(
            names = "--epsilon",
            paramLabel = "E",
            description = "How far the certified ratio may stay below 1 - 1/e; 0.1 if left out.")
    private String epsilon = "0.1";

    @Option(names = "--undirected", description = "Ties are mutual.")
    private boolean undirected;

    @Option(names = "--seed", paramLabel = "SEED", description = "What chance is drawn from; 0 if left out.")
    private String seed = "0";

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Threads that work, at most one a processor; 1 if left out.")
    private String threads = "1";

    @Mixin
    private final Output output = new Output();

    @Override
    public String example() {
        return "./breakranks reach examples/data/links.txt --model ic -k 2 --seed 7 --json";
    }

    @Override
    public int run(PrintStream out, PrintStream err) {
        return output.print(this::answer, out, err);
    }

    private Report answer(Watch watch) {
        final int wanted = Numbers.count(1, "-k", "agents", count);
        final double slack = Numbers.real("--epsilon", "share", epsilon);
        if (!(slack > 0 && slack < 1)) {
            throw BadInput.of("--epsilon", "in (0, 1)", epsilon);
        }
        final long drawnFrom = Numbers.seed("--seed", seed);
        final int workers = Numbers.threads(threads);
        final Network network = EdgesOptions.read(file, !undirected);
        if (wanted > network.agents()) {
            throw BadInput.of("-k", "at most the agents there are, " + network.agents() + " [agents]", count);
        }
        final ReachSolver solver = ReachSolver.of(SpreadVerb.contagion(model, network), wanted)
                .withEpsilon(slack)
                .withSeed(drawnFrom)
                .withThreads(workers);
        final Answer<Reach> answer = BadInput.naming("", () -> solver.solve(network, watch));
        final Reach reach = answer.value();
        if (reach.chosen().length == 0) { // stopped before anybody was chosen
            return none(network, reach.explain()).founded(answer);
        }
        return new Report()
                .with("chosen", Arrays.stream(reach.chosen()).boxed().toList())
                .with("spread", reach.spread())
                .with("certifiedRatio", reach.certifiedRatio())
                .with("confidence", reach.confidence())
                .with("spreadFrom", reach.interval().low())
                .with("spreadTo", reach.interval().high())
                .with("agents", network.agents())
                .saying(reach.explain())
                .showing(reach.table())
                .founded(answer);
    }

    private static Report none(Network network, String words) {
        return new Report()
                .with("chosen", null)
                .with("spread", null)
                .with("certifiedRatio", null)
                .with("confidence", null)
                .with("spreadFrom", null)
                .with("spreadTo", null)
                .with("agents", network.agents())
                .saying(words);
    }
}
