package io.github.breakranks.examples.cli;

import io.github.breakranks.answer.Answer;
import io.github.breakranks.answer.Certificate;
import io.github.breakranks.answer.Table;
import io.github.breakranks.answer.Table.Column;
import io.github.breakranks.answer.Watch;
import io.github.breakranks.equilibrium.EquilibriumSolver;
import io.github.breakranks.equilibrium.RestPoint;
import io.github.breakranks.equilibrium.RestPoints;
import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.population.CostLaw;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The shares that solve {@code x = F(B + A x)}. */
@Command(
        name = "equilibria",
        description = "Finds the shares x with x = F(B + A x), F the cdf of the costs.",
        sortOptions = false)
final class EquilibriaVerb implements Verb {
    @Option(names = "--law", required = true, paramLabel = "LAW", description = "How costs are spread.")
    private String law = "";

    @Option(
            names = "--gain",
            required = true,
            paramLabel = "B,A",
            description = "Gain when nobody has gone, and what it rises by until all have; A may be negative.")
    private String gain = "";

    @Mixin
    private final Output output = new Output();

    @Override
    public String example() {
        return "./breakranks equilibria --law normal:0.25,0.12 --gain 0,1 --json";
    }

    @Override
    public int run(PrintStream out, PrintStream err) {
        return output.print(this::answer, out, err);
    }

    private Report answer(Watch watch) {
        final Answer<RestPoints> answer = EquilibriumSolver.solver().solve(game(), watch);
        final RestPoints rest = answer.value();
        final List<Map<String, @Nullable Object>> equilibria = new ArrayList<>();
        final List<List<@Nullable Object>> rows = new ArrayList<>();
        for (RestPoint point : rest.points()) {
            final Map<String, @Nullable Object> fields = new LinkedHashMap<>();
            fields.put("share", point.share());
            fields.put("stable", point.stable());
            fields.put("residual", point.residual());
            fields.put("staying", point.staying());
            fields.put("stability", point.stability().label());
            equilibria.add(fields);
            rows.add(List.of(point.share(), point.staying(), point.stability().label(), point.residual()));
        }
        final boolean certified = rest.complete() && answer.certificate() instanceof Certificate.Proven;
        final Table table = Table.of(
                List.of(
                        Column.of("gone", "share"),
                        Column.of("staying", "share"),
                        Column.of("stability"),
                        Column.of("residual", "share")),
                rows);
        return new Report()
                .with("equilibria", equilibria)
                .with("ties", SolveVerb.ties(rest))
                .with("certifiedCount", certified)
                .with("doubts", rest.doubts())
                .saying(rows.size() + (rows.size() == 1 ? " share equals" : " shares equal")
                        + " the share willing to go at it"
                        + (certified ? ", and there are no others." : "; their number is not proven."))
                .showing(table)
                .founded(answer);
    }

    private DefectionGame game() {
        final CostLaw costs = LawText.parse("--law", law);
        final String[] parts = gain.split(",", -1);
        if (parts.length != 2) {
            throw BadInput.of("--gain", "B,A", gain);
        }
        final double base = Numbers.real("--gain B", "unit of the game", parts[0]);
        final double slope = Numbers.real("--gain A", "unit of the game", parts[1]);
        return BadInput.naming("", () -> LinearGain.game(costs, base, slope));
    }
}
