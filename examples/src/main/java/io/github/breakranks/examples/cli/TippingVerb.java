package io.github.breakranks.examples.cli;

import io.github.breakranks.answer.Table;
import io.github.breakranks.answer.Watch;
import io.github.breakranks.equilibrium.Jump;
import io.github.breakranks.equilibrium.Tipping;
import io.github.breakranks.equilibrium.TippingSolver;
import io.github.breakranks.offer.Curve;
import io.github.breakranks.population.CostLaw;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The folds of {@code b(x) = F^-1(x) - A x}. */
@Command(
        name = "tipping",
        description =
                "Finds the offer b above which the share x = F(b + A x) jumps up, and the one below which it falls back.",
        sortOptions = false)
final class TippingVerb implements Verb {
    private static final int MOST_JUMPS = 20;

    @Option(names = "--law", required = true, paramLabel = "LAW", description = "How costs are spread.")
    private String law = "";

    @Option(
            names = "--slope",
            required = true,
            paramLabel = "A",
            description = "What the gain rises by from when nobody has gone until all have; at least 0.")
    private String slope = "";

    @Mixin
    private final Output output = new Output();

    @Override
    public String example() {
        return "./breakranks tipping --law logistic:0.6,0.1 --slope 1 --json";
    }

    @Override
    public int run(PrintStream out, PrintStream err) {
        return output.print(this::answer, out, err);
    }

    private Report answer(Watch watch) {
        final CostLaw costs = LawText.parse("--law", law);
        final double rise = Numbers.atLeastZero("--slope", "unit of the game", slope);
        final Tipping tipping = TippingSolver.shift(costs, Curve.rising(rise, 1));
        return report(new Report(), tipping).founded(new ShiftCheck(costs, rise, watch).answer(tipping));
    }

    /** The fields and words that this verb and {@code tip} share. */
    static Report report(Report report, Tipping tipping) {
        fields(report, tipping).saying(tipping.explain());
        final Table all = tipping.table();
        if (all.rows().size() <= MOST_JUMPS) {
            return report.showing(all);
        }
        return report.saying("The " + MOST_JUMPS + " largest of " + all.rows().size() + " jumps:")
                .showing(largest(tipping, all));
    }

    /** The rows that take the most at once, the largest first. */
    private static Table largest(Tipping tipping, Table all) {
        final List<Jump> jumps = new ArrayList<>(tipping.jumpsUp());
        jumps.addAll(tipping.jumpsDown());
        return Table.of(
                all.columns(),
                IntStream.range(0, jumps.size())
                        .boxed()
                        .sorted(Comparator.comparingDouble(
                                k -> -Math.abs(jumps.get(k).to() - jumps.get(k).from())))
                        .limit(MOST_JUMPS)
                        .map(all.rows()::get)
                        .toList());
    }

    private static Report fields(Report report, Tipping tipping) {
        final @Nullable Jump up = tipping.up().orElse(null);
        final @Nullable Jump down = tipping.down().orElse(null);
        return report.with("tippingOffer", up == null ? null : up.value())
                .with("tippingShare", up == null ? null : up.from())
                .with("collapseOffer", down == null ? null : down.value())
                .with("collapseShare", down == null ? null : down.from())
                .with("reason", tipping.reason().isEmpty() ? null : tipping.reason())
                .with("tippedShare", up == null ? null : up.to())
                .with("collapsedShare", down == null ? null : down.to());
    }
}
