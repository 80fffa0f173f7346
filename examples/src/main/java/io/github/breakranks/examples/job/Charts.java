package io.github.breakranks.examples.job;

import io.github.breakranks.cascade.Cascade;
import io.github.breakranks.equilibrium.RestPoint;
import io.github.breakranks.equilibrium.Stability;
import io.github.breakranks.examples.drawing.Drawing;
import io.github.breakranks.examples.job.Finding.Change;
import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.offer.Term;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Draws the game that {@link Study#shown} names: its best reply, its manifold and its cascade. */
final class Charts {
    private static final int POINTS = 120;
    private static final int MOST_ROUNDS = 30;

    private final Study study;
    private final Case history;

    Charts(Study study) {
        this.study = study;
        this.history = study.history();
    }

    /**
     * Writes each chart as SVG and PNG and says what the files are called, without their endings; none if no game
     * agrees with the record.
     */
    List<String> write(Path out) {
        final Answers shown = study.shown();
        if (shown == null) {
            return List.of();
        }
        final Map<String, Function<Answers, Drawing>> drawings = new LinkedHashMap<>();
        drawings.put("best-reply", this::bestReply);
        drawings.put("manifold", answers -> new ManifoldChart(study, answers).drawn());
        drawings.put("cascade", this::cascade);
        drawings.entrySet().parallelStream()
                .forEach(each -> each.getValue().apply(shown).write(out, each.getKey()));
        return List.copyOf(drawings.keySet());
    }

    /** In words, under which assumptions a chart is drawn. */
    static String under(Answers shown) {
        final Assumption assumption = shown.assumption();
        return "assumed: reprisal " + Words.number(assumption.reprisal()) + ", credibility "
                + Words.number(assumption.credibility()) + ", heard by " + Words.number(100 * assumption.reach())
                + "%, spread " + Words.number(assumption.spread());
    }

    private Drawing bestReply(Answers shown) {
        final DefectionGame game = shown.middle().game();
        final Drawing drawing = new Drawing(
                        "Who goes when so many have gone (" + under(shown) + ")", "share gone [%]", "share willing [%]")
                .upTo(100);
        final double[] shares = IntStream.rangeClosed(0, POINTS)
                .mapToDouble(k -> (double) k / POINTS)
                .toArray();
        drawing.line("as many willing as gone", Drawing.GREY, percent(0, 1), percent(0, 1));
        final Change larger = shown.middle().change(Term.REFUGE);
        drawing.thin(
                "best reply, " + amount(larger.to()),
                Drawing.ORANGE,
                percent(shares),
                replies(game.with(Term.REFUGE, larger.to()), shares));
        drawing.line("best reply, " + amount(larger.from()), Drawing.BLUE, percent(shares), replies(game, shares));
        cobweb(drawing, shown.middle().cascade());
        rests(drawing, shown.middle(), Stability.STABLE);
        rests(drawing, shown.middle(), Stability.UNSTABLE);
        return drawing;
    }

    private String amount(double times) {
        return Words.number(times * history.base().amount()) + " "
                + history.base().unit();
    }

    private static double[] replies(DefectionGame game, double... shares) {
        return percent(
                DoubleStream.of(shares).map(share -> game.willing(0, share)).toArray());
    }

    /** From nobody: up to the best reply, across to the diagonal, and so on. */
    private static void cobweb(Drawing drawing, Cascade cascade) {
        final int rounds = Math.min(cascade.rounds(), MOST_ROUNDS);
        final double[] x = new double[2 * rounds + 1];
        final double[] y = new double[2 * rounds + 1];
        for (int round = 1; round <= rounds; round++) {
            final double gone = cascade.shareAfter(round);
            x[2 * round - 1] = cascade.shareAfter(round - 1);
            y[2 * round - 1] = gone;
            x[2 * round] = gone;
            y[2 * round] = gone;
        }
        drawing.line("cascade from nobody", Drawing.RED, percent(x), percent(y));
    }

    private static void rests(Drawing drawing, Finding finding, Stability stability) {
        final double[] shares = finding.rest().points().stream()
                .filter(point -> point.stability() == stability)
                .mapToDouble(RestPoint::share)
                .toArray();
        if (shares.length > 0) {
            drawing.dots(
                    "rests, " + stability.label(), stability == Stability.STABLE, percent(shares), percent(shares));
        }
    }

    private Drawing cascade(Answers shown) {
        final Finding finding = shown.middle();
        final List<Cascade> cascades = new ArrayList<>(List.of(finding.cascade()));
        final List<String> names = new ArrayList<>(List.of("as offered"));
        for (Change change : finding.changes()) {
            if (change.betters()) {
                cascades.add(Finding.cascade(finding.game().with(change.term(), change.to())));
                names.add(
                        switch (change.term()) {
                            case CREDIBILITY -> "believed fully";
                            case REACH -> change.to() == 1 ? "heard by all" : "heard by twice as many";
                            default -> amount(change.to());
                        });
            }
        }
        final int longest = cascades.stream().mapToInt(Cascade::rounds).max().orElseThrow();
        final int rounds = Math.min(MOST_ROUNDS, longest);
        final Drawing drawing = new Drawing(
                        "How defection spreads from nobody (" + under(shown) + ")", "round [count]", "share gone [%]")
                .upTo(rounds);
        for (int k = 0; k < cascades.size(); k++) {
            final Cascade cascade = cascades.get(k);
            final DoubleUnaryOperator gone =
                    round -> round <= cascade.rounds() ? cascade.shareAfter((int) round) : cascade.share();
            final double[] time =
                    IntStream.rangeClosed(0, rounds).mapToDouble(round -> round).toArray();
            drawing.dotted(
                    names.get(k),
                    Drawing.COLOURS.get(k),
                    time,
                    percent(DoubleStream.of(time).map(gone).toArray()));
        }
        return drawing;
    }

    static double[] percent(double... shares) {
        return DoubleStream.of(shares).map(share -> 100 * share).toArray();
    }
}
