package io.github.breakranks.examples.cli;

import io.github.breakranks.answer.Answer;
import io.github.breakranks.answer.Watch;
import io.github.breakranks.cascade.CascadeEnsemble;
import io.github.breakranks.cascade.Contagion;
import io.github.breakranks.cascade.ExactCascade;
import io.github.breakranks.cascade.ExactSpread;
import io.github.breakranks.cascade.NetworkCascade;
import io.github.breakranks.cascade.NetworkEnsemble;
import io.github.breakranks.network.Network;
import java.io.PrintStream;
import java.math.BigInteger;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The expected spread of a contagion that leaves something to chance. */
@Command(
        name = "spread",
        description =
                "Finds how many go in the mean where chance has a say: exactly on small networks, drawn on large ones.",
        sortOptions = false)
final class SpreadVerb implements Verb {
    static final String MODELS = "lt (linear threshold) or ic (independent cascade)";

    @Mixin
    private final EdgesOptions edges = new EdgesOptions();

    @Option(
            names = "--model",
            required = true,
            paramLabel = "lt|ic",
            description =
                    "lt: thresholds uniform on (0, 1], weights add up; ic: each link works once, with its chance.")
    private String model = "";

    @Option(names = "--undirected", description = "Ties are mutual.")
    private boolean undirected;

    @Option(names = "--exact", description = "As a fraction, through all worlds of links; on small networks.")
    private boolean exact;

    @Option(names = "--runs", paramLabel = "N", description = "Runs to draw without --exact; 10000 if left out.")
    private String runs = "10000";

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Threads that draw, at most one a processor; 1 if left out.")
    private String threads = "1";

    @Mixin
    private final Output output = new Output();

    @Override
    public String example() {
        return "./breakranks spread examples/data/links.txt --model ic --start 0 --exact --json";
    }

    @Override
    public int run(PrintStream out, PrintStream err) {
        return output.print(this::answer, out, err);
    }

    private Report answer(Watch watch) {
        final int draws = Numbers.count(1, "--runs", "runs", runs);
        final int workers = Numbers.threads(threads);
        final Network network = edges.read(!undirected);
        final NetworkCascade cascade =
                NetworkCascade.of(contagion(model, network)).withStart(edges.start(network));
        if (exact && network.weighted()) {
            edges.requireExact();
        }
        return exact ? exactly(cascade, network, watch) : drawn(cascade, network, draws, workers, watch);
    }

    private static Report exactly(NetworkCascade cascade, Network network, Watch watch) {
        final ExactCascade worlds = ExactCascade.of(cascade);
        final BigInteger many = BadInput.naming("", () -> worlds.worlds(network));
        if (many.compareTo(BigInteger.valueOf(worlds.most())) > 0) {
            final String count = many.bitLength() > 60 ? "about 2^" + (many.bitLength() - 1) : many.toString();
            return new Report()
                    .with("spread", null)
                    .with("spreadDecimal", null)
                    .with("agents", network.agents())
                    .saying("The spread was not counted.")
                    .unanswered(
                            "there are " + count + " worlds of links, and at most " + worlds.most()
                                    + " are gone through",
                            "leave out --exact to draw some of them");
        }
        final Answer<ExactSpread> answer = BadInput.naming("", () -> worlds.solve(network, watch));
        final ExactSpread spread = answer.value();
        return new Report()
                .with("spread", spread.expected())
                .with("spreadDecimal", spread.mean())
                .with("agents", spread.size())
                .saying(spread.explain())
                .showing(spread.table())
                .founded(answer);
    }

    private Report drawn(NetworkCascade cascade, Network network, int draws, int workers, Watch watch) {
        final NetworkEnsemble ensemble =
                NetworkEnsemble.of(cascade, draws, edges.seed()).withThreads(workers);
        final Answer<CascadeEnsemble> answer = BadInput.naming("", () -> ensemble.solve(network, watch));
        final CascadeEnsemble runsDone = answer.value();
        final int size = network.agents();
        if (runsDone.runs() == 0) {
            return new Report()
                    .with("spread", null)
                    .with("spreadDecimal", null)
                    .with("standardError", null)
                    .with("runs", 0)
                    .with("agents", size)
                    .saying("No run was done.")
                    .founded(answer);
        }
        if (runsDone.runs() == 1) {
            return one(runsDone, size).founded(answer);
        }
        return new Report()
                .with("spread", null)
                .with("spreadDecimal", runsDone.mean() * size)
                .with("standardError", runsDone.standardError() * size)
                .with("runs", runsDone.runs())
                .with("agents", size)
                .saying(String.format(
                        Locale.ROOT,
                        "In the mean %.6g of %d agents go, over %d runs (standard error %.2g).",
                        runsDone.mean() * size,
                        size,
                        runsDone.runs(),
                        runsDone.standardError() * size))
                .showing(runsDone.table())
                .estimated(answer, runsDone.standardError() * size, "agents");
    }

    /** A single run has a number, but no standard error. */
    private static Report one(CascadeEnsemble run, int size) {
        return new Report()
                .with("spread", null)
                .with("spreadDecimal", run.mean() * size)
                .with("standardError", null)
                .with("runs", 1)
                .with("agents", size)
                .saying(String.format(Locale.ROOT, "In one run %.6g of %d agents go.", run.mean() * size, size));
    }

    /** The contagion of a model: by the links' weights, or, where they have none, one over how many the watcher watches. */
    static Contagion contagion(String model, Network network) {
        return switch (model) {
            case "lt" -> network.weighted() ? Contagion.linear() : Contagion.randomShares();
            case "ic" -> network.weighted() ? Contagion.independentByWeight() : Contagion.independentShares();
            default -> throw BadInput.of("--model", MODELS, model);
        };
    }
}
