package io.github.breakranks.examples.cli;

import io.github.breakranks.answer.Answer;
import io.github.breakranks.answer.Watch;
import io.github.breakranks.design.CoalitionGains;
import io.github.breakranks.design.Ladder;
import io.github.breakranks.design.LadderSolver;
import io.github.breakranks.design.Rung;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What making all of some identical agents go costs, by how far the offers bind and who knows of which. */
@Command(
        name = "ladder",
        description =
                "Finds what making everybody go costs: if all trust each other, by private offers that hide each one's rank, by public"
                        + " offers that differ, and by one offer to all.",
        sortOptions = false)
final class LadderVerb implements Verb {
    @Option(
            names = "--gains",
            required = true,
            paramLabel = "G0,G1,...",
            description =
                    "What going gains one of them when 0, 1, 2, ... others have gone; as many as there are agents.")
    private String gains = "";

    @Mixin
    private final Output output = new Output();

    @Override
    public String example() {
        return "./breakranks ladder --gains -8,-4,0,4 --json";
    }

    @Override
    public int run(PrintStream out, PrintStream err) {
        return output.print(this::answer, out, err);
    }

    private Report answer(Watch watch) {
        final double[] given = gains();
        final CoalitionGains identical = BadInput.naming("--", () -> CoalitionGains.identical(given));
        final Answer<Ladder> answer = LadderSolver.solver().solve(identical, watch);
        final Ladder ladder = answer.value();
        final Report report = new Report().with("agents", given.length);
        for (Rung rung : Rung.values()) {
            report.with(rung.label(), ladder.has(rung) ? (Double) ladder.total(rung) : null);
        }
        final boolean ordered = ladder.has(Rung.PUBLIC);
        return report.with("payments", ordered ? listed(ladder.payments(Rung.PUBLIC)) : null)
                .with("order", ordered ? listed(ladder.invitations().order()) : null)
                .with("returns", ladder.returns().label())
                .with("counterexample", ladder.counterexample().isEmpty() ? null : ladder.counterexample())
                .saying(ladder.explain())
                .showing(ladder.rungs())
                .showing(ladder.table())
                .founded(answer);
    }

    private double[] gains() {
        return Arrays.stream(gains.split(",", -1))
                .mapToDouble(gain -> Numbers.real("--gains", "unit of the game", gain))
                .toArray();
    }

    private static List<Double> listed(double... payments) {
        return Arrays.stream(payments).boxed().toList();
    }

    private static List<Integer> listed(int... agents) {
        return Arrays.stream(agents).boxed().toList();
    }
}
