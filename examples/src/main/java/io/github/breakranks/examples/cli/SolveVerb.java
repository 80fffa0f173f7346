package io.github.breakranks.examples.cli;

import io.github.breakranks.answer.Answer;
import io.github.breakranks.answer.Watch;
import io.github.breakranks.equilibrium.EquilibriumSolver;
import io.github.breakranks.equilibrium.RestPoint;
import io.github.breakranks.equilibrium.RestPoints;
import io.github.breakranks.equilibrium.Tie;
import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.offer.Term;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The rest points of a game. */
@Command(name = "solve", description = "Finds where the game of a defection offer rests.", sortOptions = false)
final class SolveVerb implements Verb {
    @Mixin
    private final GameOptions game = new GameOptions();

    @Option(
            names = "--draw",
            paramLabel = "SEED",
            description = "List agents, their costs drawn from the law by this seed, and find all pure counts.")
    private @Nullable String seed;

    @Mixin
    private final Output output = new Output();

    @Override
    public String example() {
        return "./breakranks solve --agents 30000 --law normal:0.25,0.12 --cash 0.21 --refuge 0.30 --credibility 0.90"
                + " --reprisal fading:0.40 --json";
    }

    @Override
    public int run(PrintStream out, PrintStream err) {
        return output.print(this::answer, out, err);
    }

    private Report answer(Watch watch) {
        final DefectionGame asked = seed == null ? game.game() : game.drawn(Numbers.seed("--draw", seed));
        final Answer<RestPoints> answer = EquilibriumSolver.solver().solve(asked, watch);
        final RestPoints rest = answer.value();
        final boolean reachesNobody = asked.offer().reach() == 0;
        final List<String> unused = reachesNobody ? unheard(asked) : rest.unused();
        final Report report = new Report()
                .with("restPoints", points(rest, seed != null))
                .with("agents", asked.population().size())
                .with("complete", rest.complete())
                .with("doubts", rest.doubts())
                .with("ties", ties(rest))
                .with("unused", unused)
                .with("rises", rest.monotonicity().rises())
                .saying(rest.points().isEmpty() ? "No rest point was found." : rest.explain());
        if (reachesNobody && !unused.isEmpty()) {
            report.saying("The offer reaches nobody, so these play no part: " + String.join(", ", unused) + ".");
        }
        return report.showing(rest.table()).founded(answer);
    }

    /** What an offer says that nobody hears of. */
    private static List<String> unheard(DefectionGame game) {
        return game.offer().termsSet().stream()
                .filter(term -> term != Term.REACH)
                .map(Term::label)
                .toList();
    }

    private static List<Map<String, @Nullable Object>> points(RestPoints rest, boolean listed) {
        final List<Map<String, @Nullable Object>> points = new ArrayList<>();
        for (RestPoint point : rest.points()) {
            final Map<String, @Nullable Object> fields = new LinkedHashMap<>();
            fields.put("share", point.share());
            fields.put("gone", point.gone());
            fields.put("stable", listed ? null : point.stable());
            fields.put("stability", listed ? null : point.stability().label());
            fields.put("staying", point.staying());
            fields.put(
                    "basin",
                    listed ? null : List.of(point.basin().low(), point.basin().high()));
            fields.put("residual", point.residual());
            points.add(fields);
        }
        return points;
    }

    /** Where some are indifferent, as every verb that finds rest points lists it. */
    static List<Map<String, Object>> ties(RestPoints rest) {
        final List<Map<String, Object>> ties = new ArrayList<>();
        for (Tie tie : rest.ties()) {
            final Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("share", tie.share());
            fields.put("indifferent", tie.indifferent());
            ties.add(fields);
        }
        return ties;
    }
}
