package io.github.breakranks.examples.cli;

import io.github.breakranks.answer.Answer;
import io.github.breakranks.answer.Watch;
import io.github.breakranks.equilibrium.Tipping;
import io.github.breakranks.equilibrium.TippingSolver;
import io.github.breakranks.offer.Term;
import java.io.PrintStream;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The tipping and the collapse value of one term of an offer. */
@Command(
        name = "tip",
        description =
                "Finds the value of one term above which the share that goes jumps, and the one below which it falls back.",
        sortOptions = false)
final class TipVerb implements Verb {
    private static final List<Term> TERMS = List.of(Term.CASH, Term.REFUGE, Term.CREDIBILITY, Term.REACH, Term.ESCROW);

    @Mixin
    private final GameOptions game = new GameOptions();

    @Option(
            names = "--term",
            required = true,
            paramLabel = "cash|refuge|credibility|reach|escrow",
            description = "The term that moves; its own value plays no part.")
    private String term = "";

    @Mixin
    private final Output output = new Output();

    @Override
    public String example() {
        return "./breakranks tip --agents 30000 --law normal:0.25,0.12 --refuge 0.30 --credibility 0.90"
                + " --reprisal fading:0.40 --term cash --json";
    }

    @Override
    public int run(PrintStream out, PrintStream err) {
        return output.print(this::answer, out, err);
    }

    private Report answer(Watch watch) {
        final Term moved = term("--term", term);
        final Answer<Tipping> answer = TippingSolver.of(moved).solve(game.game(), watch);
        final Tipping tipping = answer.value();
        return TippingVerb.report(new Report().with("term", moved.label()), tipping)
                .founded(answer);
    }

    /** The term of this name. */
    static Term term(String argument, String text) {
        return TERMS.stream()
                .filter(one -> one.label().equals(text))
                .findFirst()
                .orElseThrow(() -> BadInput.of(argument, "cash, refuge, credibility, reach or escrow", text));
    }
}
