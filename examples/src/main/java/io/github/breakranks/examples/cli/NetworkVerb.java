package io.github.breakranks.examples.cli;

import io.github.breakranks.answer.Answer;
import io.github.breakranks.answer.Fraction;
import io.github.breakranks.answer.Watch;
import io.github.breakranks.cascade.Contagion;
import io.github.breakranks.cascade.NetworkCascade;
import io.github.breakranks.cascade.NetworkSpread;
import io.github.breakranks.network.Network;
import java.io.PrintStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** A cascade over a network. */
@Command(
        name = "network",
        description =
                "Spreads going over a network: each goes once a share, or so many, of those he watches have gone.",
        sortOptions = false)
final class NetworkVerb implements Verb {
    private static final String RULE = "share:P with P in [0, 1], or count:K with K >= 0";
    private static final String SHARE = "share:";
    private static final String COUNT = "count:";

    @Mixin
    private final EdgesOptions edges = new EdgesOptions();

    @Option(
            names = "--rule",
            required = true,
            paramLabel = "share:P|count:K",
            description =
                    "He goes when at least the share P, or K, of those he watches have gone; P may be a fraction such as 9/50.")
    private String rule = "";

    @Option(names = "--directed", description = "A line says only that the second watches the first.")
    private boolean directed;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Threads that work, at most one a processor; 1 if left out.")
    private String threads = "1";

    @Mixin
    private final Output output = new Output();

    @Override
    public String example() {
        return "./breakranks network examples/data/squads.txt --rule share:1/3 --start 0,1 --json";
    }

    @Override
    public int run(PrintStream out, PrintStream err) {
        return output.print(this::answer, out, err);
    }

    private Report answer(Watch watch) {
        final Contagion contagion = contagion();
        final int workers = Numbers.threads(threads);
        final Network network = edges.read(directed);
        final Answer<NetworkSpread> answer = NetworkCascade.of(contagion)
                .withStart(edges.start(network))
                .withThreads(workers)
                .solve(network, watch);
        final NetworkSpread spread = answer.value();
        return new Report()
                .with("agents", spread.size())
                .with("edges", network.edges())
                .with("gone", spread.gone())
                .with("rounds", spread.rounds())
                .with("share", spread.share())
                .with("links", spread.links())
                .saying(spread.explain())
                .showing(spread.table())
                .founded(answer);
    }

    private Contagion contagion() {
        if (rule.startsWith(COUNT)) {
            return Contagion.count(Numbers.countOrLargest("--rule", "agents", rule.substring(COUNT.length())));
        }
        if (!rule.startsWith(SHARE)) {
            throw BadInput.of("--rule", RULE, rule);
        }
        final Fraction share = Numbers.fraction("--rule", "share of those watched", rule.substring(SHARE.length()));
        if (share.compareTo(Fraction.ZERO) < 0 || share.compareTo(Fraction.ONE) > 0) {
            throw BadInput.of("--rule", RULE, rule);
        }
        try {
            return Contagion.share(
                    share.numerator().longValueExact(), share.denominator().longValueExact());
        } catch (ArithmeticException tooFine) {
            throw BadInput.of("--rule", "a share of at most 18 digits", rule);
        }
    }
}
