package io.github.breakranks.regime;

import io.github.breakranks.answer.Answer;
import io.github.breakranks.answer.Certificate;
import io.github.breakranks.answer.Solver;
import io.github.breakranks.answer.Table;
import io.github.breakranks.answer.Watch;
import io.github.breakranks.equilibrium.Axis;
import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.internal.Checks;
import io.github.breakranks.internal.Parallel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Maps how likely a regime is to fall over one term of the offer and how public news is: a row a combination, publicity running fastest.
 *
 * <p>Columns: the term; {@code public precision} (0: word of mouth only); the least and the greatest critical strength; how likely the regime
 * is to fall at each, to an onlooker whose view of its strength is the same throughout; how many critical strengths there are. Where the two
 * differ the model makes no prediction: what happens hangs on what all expect of each other.
 *
 * @param axis    the term and its values
 * @param news    what soldiers may know, in the order of the rows; a public precision of 0 is word of mouth only
 * @param stakes  what the game does not say, for all
 * @param doubt   the standard deviation of the onlooker's view, which is centred at what all are told [strength], above 0
 * @param threads how many threads work [count]
 */
public record FallMap(Axis axis, List<News> news, Stakes stakes, double doubt, int threads)
        implements Solver<DefectionGame, Table> {
    private static final long MOST_ROWS = 10_000_000;

    public FallMap {
        Objects.requireNonNull(axis, "axis");
        Objects.requireNonNull(stakes, "stakes");
        news = List.copyOf(news);
        Checks.count(1, "news", "count", news.size());
        Checks.above(0, "doubt", "strength", doubt);
        Checks.count(1, "threads", "threads", threads);
        if ((long) axis.size() * news.size() > MOST_ROWS) {
            throw Checks.refused(
                    "axis and news must make at most %s rows [count], but was %s",
                    MOST_ROWS, (long) axis.size() * news.size());
        }
    }

    /**
     * Over a term and public precisions, on all processors.
     *
     * @param precisions public precisions [1 / strength squared], each at least 0, in place of that of the news
     * @param news       private news and the strength that all are told
     */
    public static FallMap over(Axis axis, double[] precisions, Stakes stakes, News news, double doubt) {
        final List<News> told = new ArrayList<>();
        for (int k = 0; k < precisions.length; k++) {
            Checks.atLeast(0, "precisions[" + k + "]", "1 / strength squared", precisions[k]);
            told.add(new News(news.privatePrecision(), precisions[k], news.publicMean(), news.noise()));
        }
        Checks.count(1, "precisions", "count", precisions.length);
        return new FallMap(axis, told, stakes, doubt, Runtime.getRuntime().availableProcessors());
    }

    /** This map on so many threads; the rows are the same. */
    public FallMap withThreads(int newThreads) {
        return new FallMap(axis, news, stakes, doubt, newThreads);
    }

    @Override
    public Answer<Table> solve(DefectionGame game, Watch watch) {
        final int rows = axis.size() * news.size();
        final @Nullable RegimeFall[] falls = new RegimeFall[rows];
        final double[] worst = new double[rows];
        RegimeChange.of(game, stakes); // refusals before work starts
        final boolean done = Parallel.forEach(
                rows,
                threads,
                row -> {
                    final RegimeChange at = RegimeChange.of(
                                    game.with(axis.term(), axis.value(row / news.size())), stakes)
                            .withNews(news.get(row % news.size()));
                    final Answer<RegimeFall> answer = RegimeSolver.solver().solve(at, watch);
                    falls[row] = answer instanceof Answer.Found ? answer.value() : null;
                    worst[row] = answer.certificate() instanceof Certificate.Unproven ? Double.NaN : 0;
                },
                watch::mayGoOn,
                watch::done);
        final Table table = table(falls);
        if (!done || Arrays.asList(falls).contains(null)) {
            return new Answer.Stopped<>(
                    table, new Certificate.Unproven("some rows are missing"), watch.why(), "raise the limit");
        }
        final long open = Arrays.stream(worst).filter(Double::isNaN).count();
        return new Answer.Found<>(
                table,
                open == 0
                        ? new Certificate.Proven(
                                "each row by its own certificate", List.of("normal and cost laws within 1e-9"))
                        : new Certificate.Unproven(open + " of " + rows + " rows may miss a critical strength"));
    }

    private Table table(@Nullable RegimeFall[] falls) {
        final List<Table.Column> columns = List.of(
                Table.Column.of(axis.term().label()),
                Table.Column.of("public precision", "1 / strength squared"),
                Table.Column.of("least critical strength", "share"),
                Table.Column.of("greatest critical strength", "share"),
                Table.Column.of("chance at the least", "share"),
                Table.Column.of("chance at the greatest", "share"),
                Table.Column.of("critical strengths", "count"));
        final List<List<@Nullable Object>> rows = new ArrayList<>();
        for (int row = 0; row < falls.length; row++) {
            final RegimeFall fall = falls[row];
            final News told = news.get(row % news.size());
            if (fall != null) {
                rows.add(Arrays.asList(
                        axis.value(row / news.size()),
                        told.publicPrecision(),
                        fall.least(),
                        fall.greatest(),
                        fall.chance(fall.least(), told.publicMean(), doubt),
                        fall.chance(fall.greatest(), told.publicMean(), doubt),
                        fall.criticalStrengths().length));
            }
        }
        return Table.of(columns, rows);
    }
}
