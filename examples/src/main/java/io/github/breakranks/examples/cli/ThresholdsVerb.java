package io.github.breakranks.examples.cli;

import io.github.breakranks.answer.Answer;
import io.github.breakranks.answer.Watch;
import io.github.breakranks.cascade.CountCascade;
import io.github.breakranks.cascade.WellMixedCascade;
import io.github.breakranks.game.Thresholds;
import java.io.PrintStream;
import java.util.Arrays;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** A cascade among agents with thresholds. */
@Command(
        name = "thresholds",
        description = "Spreads defection among agents who go when so many others have gone.",
        sortOptions = false)
final class ThresholdsVerb implements Verb {
    private static final String RULE = "an integer >= 0 [agents]";

    @Parameters(
            paramLabel = "FILE",
            description = "Integers >= 0, one a line: how many others must have gone before this agent goes."
                    + " Blank lines and lines that begin with # are skipped.")
    private String file = "";

    @Mixin
    private final Output output = new Output();

    @Override
    public String example() {
        return "./breakranks thresholds examples/data/riot.txt --json";
    }

    @Override
    public int run(PrintStream out, PrintStream err) {
        return output.print(this::answer, out, err);
    }

    private Report answer(Watch watch) {
        final Answer<CountCascade> answer = WellMixedCascade.solver().solve(read(), watch);
        final CountCascade cascade = answer.value();
        return new Report()
                .with("agents", cascade.size())
                .with("gone", cascade.gone())
                .with("rounds", cascade.rounds())
                .saying(cascade.gone() + " of " + cascade.size() + " go, in " + cascade.rounds()
                        + (cascade.rounds() == 1 ? " round." : " rounds."))
                .showing(cascade.table())
                .founded(answer);
    }

    private Thresholds read() {
        int[] othersNeeded = new int[1024];
        int agents = 0;
        try (LineReader lines = LineReader.open("FILE", file)) {
            while (lines.next()) {
                if (agents == othersNeeded.length) {
                    othersNeeded = Arrays.copyOf(othersNeeded, 2 * agents);
                }
                othersNeeded[agents++] = threshold(lines);
            }
            if (agents == 0) {
                throw lines.empty("threshold");
            }
        }
        return Thresholds.of(agents == othersNeeded.length ? othersNeeded : Arrays.copyOf(othersNeeded, agents));
    }

    /** The integer on this line; one that no int holds is more than there are others, and so is the largest int. */
    private static int threshold(LineReader lines) {
        final int length = lines.length();
        final int first = lines.at(0) == '+' && length > 1 ? 1 : 0;
        long value = 0;
        for (int k = first; k < length; k++) {
            final int digit = lines.at(k) - '0';
            if (digit < 0 || digit > 9) {
                throw lines.refused("threshold", RULE, k);
            }
            value = Math.min(Integer.MAX_VALUE, 10 * value + digit);
        }
        return (int) value;
    }
}
