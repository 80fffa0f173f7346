package io.github.breakranks.examples.cli;

import io.github.breakranks.answer.Answer;
import io.github.breakranks.answer.Watch;
import io.github.breakranks.design.CheapestSolver;
import io.github.breakranks.design.DesignedOffer;
import io.github.breakranks.design.Instrument;
import io.github.breakranks.design.Target;
import io.github.breakranks.offer.Term;
import java.io.PrintStream;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The cheapest value of one term that brings about a share. */
@Command(
        name = "cheapest",
        description =
                "Finds the cheapest value of one term of the offer with which a share of them goes, and what that costs the host.",
        sortOptions = false)
final class CheapestVerb implements Verb {
    @Mixin
    private final GameOptions game = new GameOptions();

    @Option(
            names = "--term",
            required = true,
            paramLabel = "cash|refuge|credibility|reach|escrow",
            description = "The term that may be varied; its own value plays no part.")
    private String term = "";

    @Option(names = "--target", required = true, paramLabel = "X", description = "The share that is to go, in (0, 1].")
    private String target = "";

    @Option(
            names = "--in",
            paramLabel = "least|every|best",
            description = "The rest points in which it must have gone; least if left out.")
    private String in = "least";

    @Option(names = "--max", paramLabel = "V", description = "The term may be no higher.")
    private @Nullable String max;

    @Mixin
    private final Output output = new Output();

    @Override
    public String example() {
        return "./breakranks cheapest --agents 30000 --law normal:0.25,0.12 --refuge 0.30 --credibility 0.90"
                + " --reprisal fading:0.40 --term cash --target 0.5 --json";
    }

    @Override
    public int run(PrintStream out, PrintStream err) {
        return output.print(this::answer, out, err);
    }

    private Report answer(Watch watch) {
        final Term moved = TipVerb.term("--term", term);
        final Target wanted = target();
        final Answer<DesignedOffer> answer =
                CheapestSolver.of(instrument(moved)).reaching(wanted).solve(game.game(), watch);
        final DesignedOffer offer = answer.value();
        final boolean there = offer.possible();
        return new Report()
                .with("term", moved.label())
                .with("target", wanted.share())
                .with("in", in)
                .with("value", there ? finite(offer.value()) : null)
                .with("attained", there ? offer.attained() : null)
                .with("share", offer.share())
                .with("gone", offer.gone())
                .with("outlay", there ? finite(offer.outlay()) : null)
                .with("outlayPerHead", there ? finite(offer.outlayPerHead()) : null)
                .with("outlayPerExtra", there ? finite(offer.outlayPerExtra()) : null)
                .with("shareWithout", offer.baseline())
                .with("shareWithLess", there ? finite(offer.shareWithLess()) : null)
                .with("reason", there ? null : offer.reason())
                .with("unused", offer.unused())
                .saying(offer.explain())
                .founded(answer);
    }

    private Target target() {
        final Double share = Numbers.realOrNull(target);
        if (share == null || !(share > 0 && share <= 1)) {
            throw BadInput.of("--target", "in (0, 1] [share]", target);
        }
        final Target wanted = Target.of(share);
        return switch (in) {
            case "least" -> wanted;
            case "every" -> wanted.inEvery();
            case "best" -> wanted.inBest();
            default -> throw BadInput.of("--in", "least, every or best", in);
        };
    }

    private Instrument instrument(Term moved) {
        final Instrument whole = Instrument.of(moved);
        if (max == null) {
            return whole;
        }
        final double high =
                moved.isShare() ? Numbers.share("--max", max) : Numbers.atLeastZero("--max", "unit of the game", max);
        return whole.upTo(high);
    }

    private static @Nullable Double finite(OptionalDouble value) {
        return value.isPresent() ? finite(value.getAsDouble()) : null;
    }

    private static @Nullable Double finite(double value) {
        return Double.isFinite(value) ? (Double) value : null;
    }
}
