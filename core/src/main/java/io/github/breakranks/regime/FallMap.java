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
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Maps how likely a regime is to fall over one term of the offer and how public news is: a row a combination, publicity running fastest.
 *
 * <p>Columns: the term; {@code public precision} (0: word of mouth only); the least and the greatest critical strength; how likely the regime
 * is to fall at each, to an onlooker; how many critical strengths there are. Where the two differ the model makes no prediction: what happens
 * hangs on what all expect of each other.
 *
 * <p>The onlooker is one who watches from outside and decides nothing, such as he who makes the offer. To him the strength is normal, with the mean
 * that all are told and a deviation of his own, {@link #doubt}, the same in all rows, so that rows differ only by what soldiers do. Soldiers
 * who are told with precision alpha hold it to be normal with deviation {@code 1 / sqrt(alpha)} before they see for themselves: that
 * is {@link RegimeFall#chance()}, another number.
 *
 * @param axis    the term and its values; it must change what soldiers have at stake
 * @param news    what soldiers may know, in the order of the rows; a public precision of 0 is word of mouth only; the public mean is the same in all
 * @param stakes  what the game does not say, for all
 * @param doubt   the standard deviation of the onlooker's view of the strength, which is centred at what all are told [strength], above 0
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
        for (final News told : news) {
            if (told.publicMean() != news.get(0).publicMean()) {
                throw Checks.refused(
                        "news must have one public mean, at which the onlooker's view is centred [strength], but was %s and %s",
                        news.get(0).publicMean(), told.publicMean());
            }
        }
        if (news.stream().allMatch(told -> told.flat() && told.publicMean() == 0)) {
            throw unsaid(news.get(0));
        }
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
     * @param news       private news and the strength that all are told, at which the onlooker's view is centred: something must be said in public
     * @param doubt      the standard deviation of the onlooker's view of the strength [strength], above 0
     */
    public static FallMap over(Axis axis, double[] precisions, Stakes stakes, News news, double doubt) {
        if (news.flat()) {
            throw unsaid(news);
        }
        final List<News> told = new ArrayList<>();
        for (int k = 0; k < precisions.length; k++) {
            Checks.atLeast(0, "precisions[" + k + "]", "1 / strength squared", precisions[k]);
            told.add(new News(news.privatePrecision(), precisions[k], news.publicMean(), news.noise()));
        }
        Checks.count(1, "precisions", "count", precisions.length);
        return new FallMap(axis, told, stakes, doubt, Runtime.getRuntime().availableProcessors());
    }

    private static IllegalArgumentException unsaid(News news) {
        return Checks.refused(
                "news must say which strength all are told, as the onlooker's view is centred there [strength], but was %s; "
                        + "add withPublic(mean, precision)",
                news);
    }

    /** This map on so many threads; the rows are the same. */
    public FallMap withThreads(int newThreads) {
        return new FallMap(axis, news, stakes, doubt, newThreads);
    }

    @Override
    public Answer<Table> solve(DefectionGame game, Watch watch) {
        final int rows = axis.size() * news.size();
        final @Nullable RegimeFall[] falls = new RegimeFall[rows];
        final Certificate[] certificates = new Certificate[rows];
        check(game);
        final boolean done = Parallel.forEach(
                rows,
                threads,
                row -> {
                    final RegimeChange at = RegimeChange.of(
                                    game.with(axis.term(), axis.value(row / news.size())), stakes)
                            .withNews(news.get(row % news.size()));
                    final Answer<RegimeFall> answer = RegimeSolver.solver().solve(at, watch);
                    falls[row] = answer instanceof Answer.Found ? answer.value() : null;
                    certificates[row] = answer.certificate();
                },
                watch::mayGoOn,
                watch::done);
        final Table table = table(falls);
        if (!done || Arrays.asList(falls).contains(null)) {
            return new Answer.Stopped<>(
                    table, new Certificate.Unproven("some rows are missing"), watch.why(), "raise the limit");
        }
        return new Answer.Found<>(table, weakest(List.of(certificates)));
    }

    /** Refusals before work starts; a term that changes nothing would make a map of one row. */
    private void check(DefectionGame game) {
        final RegimeChange first = RegimeChange.of(game.with(axis.term(), axis.value(0)), stakes);
        boolean varies = false;
        boolean moves = false;
        for (int k = 1; k < axis.size() && !moves; k++) {
            varies |= axis.value(k) != axis.value(0);
            moves = !RegimeChange.of(game.with(axis.term(), axis.value(k)), stakes)
                    .equals(first);
        }
        if (varies && !moves) {
            throw Checks.refused(
                    "axis must be a term that changes what soldiers have at stake, but was %s, which changes nothing in %s; vary another term",
                    axis.term().label(), game);
        }
    }

    /** What can be said of all rows: no more than of the one that is founded worst. */
    static Certificate weakest(List<Certificate> rows) {
        final Set<String> assuming = new TreeSet<>();
        double worst = -1;
        long open = 0;
        String why = "";
        for (final Certificate row : rows) {
            if (row instanceof Certificate.Unproven unproven) {
                why = open++ == 0 ? unproven.why() : why;
            } else if (row instanceof Certificate.Numeric checked) {
                worst = Math.max(worst, checked.worst());
            } else if (row instanceof Certificate.Proven proven) {
                assuming.addAll(proven.assuming());
            }
        }
        if (open > 0) {
            return new Certificate.Unproven(open + " of " + rows.size() + " rows may miss a critical strength: " + why);
        }
        return worst >= 0
                ? new Certificate.Numeric(worst, "share")
                : new Certificate.Proven("each row by its own certificate", List.copyOf(assuming));
    }

    private Table table(@Nullable RegimeFall[] falls) {
        final List<Table.Column> columns = List.of(
                Table.Column.of(axis.term().label()),
                Table.Column.of("public precision", "1 / strength squared"),
                Table.Column.of("least critical strength", "share"),
                Table.Column.of("greatest critical strength", "share"),
                Table.Column.of("onlooker's chance at the least", "share"),
                Table.Column.of("onlooker's chance at the greatest", "share"),
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
