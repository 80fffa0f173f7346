package io.github.breakranks.examples.cli;

import io.github.breakranks.answer.Answer;
import io.github.breakranks.answer.Watch;
import io.github.breakranks.regime.News;
import io.github.breakranks.regime.Noise;
import io.github.breakranks.regime.RegimeChange;
import io.github.breakranks.regime.RegimeFall;
import io.github.breakranks.regime.RegimeSolver;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
            description = "What going costs one who goes [unit of the game]; at 0 or less all go whatever they see.")
    private String cost = "";

    @Option(
            names = "--benefit",
            required = true,
            paramLabel = "B",
            description =
                    "What the regime's fall is worth to one who has gone [unit of the game], above 0; up to the cost nobody ever goes.")
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

    @Option(
            names = "--prior-mean",
            paramLabel = "Z",
            description = "Mean of what all are told, which is normal around it [strength]; needs --public.")
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
        final double lost = Numbers.real("--cost", "unit of the game", cost);
        final double won = Numbers.aboveZero("--benefit", "unit of the game", benefit);
        final Answer<RegimeFall> answer =
                RegimeSolver.solver().solve(RegimeChange.of(won, lost).withNews(news()), watch);
        final RegimeFall fall = answer.value();
        final boolean told = publicPrecision != null;
        final boolean bounded = told && fall.complete(); // others may lie beyond those listed
        return new Report()
                .with(
                        "criticalStrength",
                        Arrays.stream(fall.criticalStrengths()).boxed().toList())
                .with("cutoff", cutoffs(fall))
                .with("whoGoes", whoGoes(fall))
                .with("unique", fall.unique())
                .with("complete", fall.complete())
                .with("alwaysGo", lost <= 0)
                .with("neverGo", lost >= won)
                .with("chance", fall.unique() && told ? (Double) fall.chance() : null)
                .with("chanceAtLeast", bounded ? (Double) fall.chanceAt(fall.least()) : null)
                .with("chanceAtMost", bounded ? (Double) fall.chanceAt(fall.greatest()) : null)
                .saying(fall.explain())
                .showing(fall.table())
                .founded(answer);
    }

    /**
     * JSON has no infinities: null where all go, or none does, whatever they see, because of what it costs them or because what all are told
     * outweighs any news; {@link #whoGoes} says which.
     */
    private static List<@Nullable Double> cutoffs(RegimeFall fall) {
        final List<@Nullable Double> cutoffs = new ArrayList<>();
        for (final double cutoff : fall.cutoffs()) {
            cutoffs.add(Double.isInfinite(cutoff) ? null : cutoff);
        }
        return cutoffs;
    }

    /** At each critical strength: below his cutoff, all, or none. */
    private static List<String> whoGoes(RegimeFall fall) {
        return Arrays.stream(fall.cutoffs())
                .mapToObj(cutoff -> !Double.isInfinite(cutoff) ? "below cutoff" : cutoff > 0 ? "all" : "none")
                .toList();
    }

    private News news() {
        final double seen = Numbers.aboveZero("--private", "1 / strength squared", privatePrecision);
        final News own =
                BadInput.naming("--private: ", () -> News.wordOfMouth(seen)).withNoise(family());
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
        final double centre = Numbers.real("--prior-mean", "strength", mean);
        return BadInput.naming("--public, --prior-mean: ", () -> own.withPublic(centre, precision));
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
