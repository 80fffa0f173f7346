package io.github.breakranks.examples.cli;

import io.github.breakranks.answer.Answer;
import io.github.breakranks.answer.Fraction;
import io.github.breakranks.answer.Watch;
import io.github.breakranks.cascade.CascadeWindow;
import io.github.breakranks.cascade.CascadeWindowSolver;
import java.io.PrintStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Watts's cascade window. */
@Command(
        name = "window",
        description = "Finds the mean degrees at which a vanishing seed spreads on Poisson networks.",
        sortOptions = false)
final class WindowVerb implements Verb {
    static final String THRESHOLD = "A soldier goes when this share of his neighbours has gone; above 0, at most 1.";

    @Option(names = "--threshold", required = true, paramLabel = "R", description = THRESHOLD)
    private String threshold = "";

    @Mixin
    private final Output output = new Output();

    @Override
    public String example() {
        return "./breakranks window --threshold 9/50 --json";
    }

    @Override
    public int run(PrintStream out, PrintStream err) {
        return output.print(this::answer, out, err);
    }

    private Report answer(Watch watch) {
        final Fraction share = threshold(threshold);
        if (share.compareTo(CascadeWindowSolver.LEAST) < 0) {
            return new Report()
                    .with("lower", null)
                    .with("upper", null)
                    .saying("The window was not searched for.")
                    .unanswered(
                            "below a threshold of " + CascadeWindowSolver.LEAST
                                    + " no window is searched for, and it was " + BadInput.shown(threshold),
                            "take a larger --threshold");
        }
        final Answer<CascadeWindow> answer = CascadeWindowSolver.solver().solve(share, watch);
        final CascadeWindow window = answer.value();
        return new Report()
                .with("lower", window.empty() ? null : (Double) window.lower())
                .with("upper", window.empty() ? null : (Double) window.upper())
                .saying(window.explain())
                .showing(window.table())
                .founded(answer);
    }

    /** A share of neighbours, exactly as written. */
    static Fraction threshold(String text) {
        final Fraction share = Numbers.fraction("--threshold", "share of neighbours", text);
        if (share.compareTo(Fraction.ZERO) <= 0 || share.compareTo(Fraction.ONE) > 0) {
            throw BadInput.of("--threshold", "in (0, 1] [share of neighbours]", text);
        }
        return share;
    }
}
