package io.github.breakranks.examples.cli;

import io.github.breakranks.answer.Watch;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that every question has: how the answer is printed, and how long it may take. */
final class Output {
    private static final Pattern TIME = Pattern.compile("([0-9]{1,9}(?:\\.[0-9]{1,9})?)(ms|s|m|h)");

    @Option(names = "--json", description = "Print one JSON object and nothing else.")
    private boolean json;

    @Option(
            names = "--limit",
            paramLabel = "TIME",
            description = "Stop after so long, such as 500ms, 30s or 2m, and print what was found so far.")
    private @Nullable String limit;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Print this help.")
    private boolean help;

    /** Whether only one JSON object is wanted. */
    boolean json() {
        return json;
    }

    /** Asks, prints, and says how it ended. */
    int print(Function<Watch, Report> question, PrintStream out, PrintStream err) {
        final Report report = question.apply(watch());
        out.print(json ? JsonText.of(report.fields()) + System.lineSeparator() : report.words());
        if (report.stopped() == null) {
            return Program.ANSWERED;
        }
        err.println(BadInput.oneLine(report.stopped()));
        return Program.NO_ANSWER;
    }

    private Watch watch() {
        if (limit == null) {
            return Watch.none();
        }
        final Matcher time = TIME.matcher(limit);
        if (!time.matches()) {
            throw BadInput.of("--limit", "a time such as 500ms, 30s, 2m or 1h", limit);
        }
        final long unit = switch (time.group(2)) {
            case "ms" -> 1_000_000L;
            case "s" -> 1_000_000_000L;
            case "m" -> 60_000_000_000L;
            default -> 3_600_000_000_000L;
        };
        final BigDecimal nanos = new BigDecimal(time.group(1)).multiply(BigDecimal.valueOf(unit));
        final Duration duration = Duration.ofNanos(nanos.setScale(0, RoundingMode.HALF_UP)
                .min(BigDecimal.valueOf(Long.MAX_VALUE))
                .longValueExact());
        if (duration.isZero()) {
            throw BadInput.of("--limit", "> 0 [duration]", limit);
        }
        return Watch.limit(duration);
    }
}
