package io.github.breakranks.examples.cli;

import io.github.breakranks.answer.Answer;
import io.github.breakranks.answer.Watch;
import io.github.breakranks.offer.Expiry;
import io.github.breakranks.timing.DeadlinePath;
import io.github.breakranks.timing.DeadlinePath.Outcome;
import io.github.breakranks.timing.DeadlineSolver;
import io.github.breakranks.timing.Waiting;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Who goes before a date at which an offer ends, who at it, and how many with an open offer. */
@Command(
        name = "deadline",
        description = "Finds how many go before and at a date at which an offer ends, and how many if it stays open.",
        sortOptions = false)
final class DeadlineVerb implements Verb {
    @Mixin
    private final TimedOptions game = new TimedOptions();

    @Option(
            names = "--date",
            required = true,
            paramLabel = "T",
            description = "When the offer ends, as all know; above 0.")
    private String date = "";

    @Mixin
    private final Output output = new Output();

    @Override
    public String example() {
        return "./breakranks deadline --law uniform:0,1 --benefit 0.6 --reprisal 0.3 --waiting 0.1 --date 8 --json";
    }

    @Override
    public int run(PrintStream out, PrintStream err) {
        return output.print(this::answer, out, err);
    }

    private Report answer(Watch watch) {
        final Waiting waiting = game.costlyWaiting();
        final Expiry ends = Expiry.at(Numbers.aboveZero("--date", "unit of time", date));
        final Answer<DeadlinePath> answer = DeadlineSolver.of(waiting).solve(game.game(ends), watch);
        final DeadlinePath path = answer.value();
        return new Report()
                .with("openShare", path.openShare())
                .with("protectedByCrowd", crowd(path))
                .with("unprotected", unprotected(path.unprotected()))
                .with("caveats", path.caveats())
                .saying(path.explain())
                .showing(path.table())
                .founded(answer);
    }

    private static Map<String, @Nullable Object> crowd(DeadlinePath path) {
        final Outcome outcome = path.protectedByCrowd();
        final Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("quietPeriod", outcome.quietPeriod());
        fields.put("before", outcome.before());
        fields.put("atDeadline", outcome.atDeadline());
        fields.put("total", outcome.total());
        fields.put("selection", path.selection());
        return fields;
    }

    private static Map<String, @Nullable Object> unprotected(Outcome outcome) {
        final Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("before", outcome.before());
        fields.put("total", outcome.total());
        return fields;
    }
}
