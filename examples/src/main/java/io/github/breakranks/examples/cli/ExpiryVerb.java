package io.github.breakranks.examples.cli;

import io.github.breakranks.answer.Answer;
import io.github.breakranks.answer.Watch;
import io.github.breakranks.offer.Expiry;
import io.github.breakranks.timing.ExpiryPath;
import io.github.breakranks.timing.ExpirySolver;
import io.github.breakranks.timing.Waiting;
import java.io.PrintStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Who goes when, and how many in all, if an offer may be withdrawn at any moment. */
@Command(
        name = "expiry",
        description = "Finds how many go, and by when, if an offer may be withdrawn at any moment.",
        sortOptions = false)
final class ExpiryVerb implements Verb {
    @Mixin
    private final TimedOptions game = new TimedOptions();

    @Option(
            names = "--hazard",
            required = true,
            paramLabel = "H",
            description = "The rate at which the offer is withdrawn, per unit of time; 0 if it stands for ever.")
    private String hazard = "";

    @Option(
            names = "--believed",
            paramLabel = "H2",
            description = "The rate at which soldiers believe it to be withdrawn; H if left out.")
    private @Nullable String believed;

    @Option(
            names = "--at",
            paramLabel = "T",
            description = "Say also what share has gone after so long, the offer still standing.")
    private @Nullable String at;

    @Mixin
    private final Output output = new Output();

    @Override
    public String example() {
        return "./breakranks expiry --law uniform:0,1 --benefit 0.6 --reprisal 0.3 --waiting 0.1 --hazard 0.1"
                + " --at 3.5 --json";
    }

    @Override
    public int run(PrintStream out, PrintStream err) {
        return output.print(this::answer, out, err);
    }

    private Report answer(Watch watch) {
        final Waiting waiting = game.waiting();
        final Expiry.Hazard rates = rates(waiting);
        final @Nullable Double time = at == null ? null : Numbers.atLeastZero("--at", "unit of time", at);
        final Answer<ExpiryPath> answer = ExpirySolver.of(waiting).solve(game.game(rates), watch);
        final ExpiryPath path = answer.value();
        final @Nullable Double share = time == null ? null : path.shareAt(time);
        final Report report = new Report()
                .with("leastShare", path.leastShare())
                .with("expectedTotal", path.expectedTotal())
                .with("shareAt", share)
                .with("assumptions", path.assumptions())
                .saying(path.explain());
        if (time != null) {
            report.showing(path.table(time));
        }
        return report.saying("Assumed: " + String.join("; ", path.assumptions()) + ".")
                .founded(answer);
    }

    private Expiry.Hazard rates(Waiting waiting) {
        final double rate = Numbers.atLeastZero("--hazard", TimedOptions.RATE, hazard);
        final double feared = believed == null ? rate : Numbers.atLeastZero("--believed", TimedOptions.RATE, believed);
        final double speed = waiting.rate() + feared;
        if (!(speed > 0 && speed < Double.POSITIVE_INFINITY)) {
            throw BadInput.of(
                    "--waiting and " + (believed == null ? "--hazard" : "--believed") + " together",
                    "finite and > 0 [" + TimedOptions.RATE + "]",
                    String.valueOf(speed));
        }
        return new Expiry.Hazard(rate, feared);
    }
}
