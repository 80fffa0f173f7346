package io.github.breakranks.examples.cli;

import io.github.breakranks.answer.Answer;
import io.github.breakranks.answer.Watch;
import io.github.breakranks.regime.News;
import io.github.breakranks.regime.Noise;
import io.github.breakranks.regime.RegimeChange;
import io.github.breakranks.regime.RegimeFall;
import io.github.breakranks.regime.RegimeSolver;
import java.io.PrintStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Up to which strength a regime falls when nobody knows how strong it is. */
@Command(
        name = "regime",
        description = "Finds up to which strength a regime falls when soldiers know its strength only roughly.",
        sortOptions = false)
final class RegimeVerb implements Verb {
    @Option(
            names = "--cost",
            required = true,
            paramLabel = "C",
            description = "What going costs one who goes [unit of the game], above 0.")
    private String cost = "";

    @Option(
            names = "--benefit",
            required = true,
            paramLabel = "B",
            description = "What the regime's fall is worth to one who has gone [unit of the game], above the cost.")
    private String benefit = "";

    @Option(
            names = "--private",
            required = true,
            paramLabel = "BETA",
            description = "Precision of what each sees for himself [1 / strength squared], above 0.")
    private String privatePrecision = "";

    @Option(
            names = "--public",
            paramLabel = "ALPHA",
            description =
                    "Precision of what all are told [1 / strength squared], above 0; nothing is said if left out.")
    private @Nullable String publicPrecision;

    @Option(names = "--prior-mean", paramLabel = "Z", description = "The strength that all are told; needs --public.")
    private @Nullable String priorMean;

    @Option(
            names = "--noise",
            defaultValue = "normal",
            paramLabel = "normal|logistic|uniform|laplace",
            description = "How what each sees for himself errs; normal if left out.")
    private String noise = "";

    @Mixin
    private final Output output = new Output();

    @Override
    public String example() {
        return "./breakranks regime --cost 0.4 --benefit 1 --private 4 --public 1 --prior-mean 0.3 --json";
    }

    @Override
    public int run(PrintStream out, PrintStream err) {
        return output.print(this::answer, out, err);
    }

    private Report answer(Watch watch) {
        final double lost = Numbers.aboveZero("--cost", "unit of the game", cost);
        final double won = Numbers.aboveZero("--benefit", "unit of the game", benefit);
        if (!(lost < won)) {
            throw BadInput.of(
                    "--cost", "below --benefit, " + benefit + " [unit of the game; else nobody ever goes]", cost);
        }
        final Answer<RegimeFall> answer =
                RegimeSolver.solver().solve(RegimeChange.of(won, lost).withNews(news()), watch);
        final RegimeFall fall = answer.value();
        return new Report()
                .with(
                        "criticalStrength",
                        Arrays.stream(fall.criticalStrengths()).boxed().toList())
                .with("cutoff", Arrays.stream(fall.cutoffs()).boxed().toList())
                .with("unique", fall.unique())
                .with("complete", fall.complete())
                .with("chance", fall.unique() && publicPrecision != null ? (Double) fall.chance() : null)
                .saying(fall.explain())
                .showing(fall.table())
                .founded(answer);
    }

    private News news() {
        final News own = News.wordOfMouth(Numbers.aboveZero("--private", "1 / strength squared", privatePrecision))
                .withNoise(family());
        final String told = publicPrecision;
        final String mean = priorMean;
        if (told == null) {
            if (mean != null) {
                throw BadInput.of("--prior-mean", "left out without --public", mean);
            }
            return own;
        }
        final double precision = Numbers.aboveZero("--public", "1 / strength squared", told);
        if (mean == null) {
            throw BadInput.of("--prior-mean", "given with --public [strength]", "left out");
        }
        return own.withPublic(Numbers.real("--prior-mean", "strength", mean), precision);
    }

    private Noise family() {
        return switch (noise) {
            case "normal" -> Noise.normal();
            case "logistic" -> Noise.logistic();
            case "uniform" -> Noise.uniform();
            case "laplace" -> Noise.laplace();
            default -> throw BadInput.of("--noise", "one of normal, logistic, uniform, laplace", noise);
        };
    }
}
