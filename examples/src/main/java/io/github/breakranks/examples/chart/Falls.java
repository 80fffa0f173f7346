package io.github.breakranks.examples.chart;

import io.github.breakranks.answer.Table;
import io.github.breakranks.equilibrium.Axis;
import io.github.breakranks.examples.drawing.Drawing;
import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.regime.FallMap;
import io.github.breakranks.regime.News;
import java.awt.Color;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/** Draws how likely a regime is to fall by one term of the offer and by how public news is. */
final class Falls {
    private static final int BANDS = 10;
    private static final double APART = 0.005; // chances nearer than this are one
    private static final double WEAK = Math.sqrt(2 * Math.PI);
    private static final Color UNLIKELY = new Color(0xEFF3FA);
    private static final Color LIKELY = new Color(0x0B4F94);
    private static final Color SEVERAL = new Color(0xFFE08A);

    private final DefectionGame game;
    private final Axis across;
    private final List<News> news;
    private final double doubt;
    private final double[][] least; // chances by column, then row
    private final double[][] greatest;

    private Falls(FallMap map, DefectionGame game) {
        this.game = game;
        this.across = map.axis();
        this.news = map.news();
        this.doubt = map.doubt();
        final Table table = map.solve(game).orElseThrow();
        this.least = column(table, "onlooker's chance at the least");
        this.greatest = column(table, "onlooker's chance at the greatest");
    }

    static Drawing drawing(FallMap map, DefectionGame game) {
        Phases.checkAxis("axis", map.axis());
        checkNews(map.news());
        return new Falls(map, game).drawn();
    }

    private static void checkNews(List<News> news) {
        if (news.size() < 2) {
            throw Text.refused("news must have at least 2 public precisions [count], but was %s", news.size());
        }
        for (int k = 1; k < news.size(); k++) {
            final News before = news.get(k - 1);
            final News here = news.get(k);
            if (!(here.publicPrecision() > before.publicPrecision())
                    || here.publicMean() != before.publicMean()
                    || here.privatePrecision() != before.privatePrecision()) {
                throw Text.refused(
                        "news must differ in public precision only, which must rise [1 / strength squared], but was %s after %s",
                        here, before);
            }
        }
    }

    private double[][] column(Table table, String name) {
        final List<?> cells = table.column(name);
        final double[][] values = new double[across.size()][news.size()];
        for (int i = 0; i < across.size(); i++) {
            for (int j = 0; j < news.size(); j++) {
                values[i][j] = ((Number) Objects.requireNonNull(cells.get(i * news.size() + j))).doubleValue();
            }
        }
        return values;
    }

    private Drawing drawn() {
        final double first = across.value(0);
        final double last = across.value(across.size() - 1);
        final double[] up = news.stream().mapToDouble(News::publicPrecision).toArray();
        final Drawing drawing = new Drawing(
                        "How likely the regime is to fall, by " + across.term().label() + " and how public news is: "
                                + Text.offered(game, across.term()),
                        Text.axis(game, across.term()),
                        "precision of what all are told [1 / strength squared]")
                .within(first, last, up[0], up[up.length - 1]);
        final int[][] kinds = new int[across.size()][up.length];
        for (int i = 0; i < kinds.length; i++) {
            for (int j = 0; j < up.length; j++) {
                kinds[i][j] = kind(i, j);
            }
        }
        final double[] columns =
                IntStream.range(0, across.size()).mapToDouble(across::value).toArray();
        for (int kind = 0; kind <= BANDS; kind++) { // the legend in order, whatever lies on top
            if (contains(kinds, kind)) {
                drawing.region(
                        name(kind, kinds), colour(kind), new double[] {first, first, first}, up[0], up[0], up[0]);
            }
        }
        for (final Outlines.Outline outline :
                new Outlines(kinds, Phases.corners(columns), Phases.corners(up)).all(BANDS + 1)) {
            drawing.region(name(outline.kind(), kinds), colour(outline.kind()), outline.across(), outline.up());
        }
        final double weak = WEAK * Math.sqrt(news.get(0).privatePrecision());
        if (news.get(0).noise().gaussian() && weak > up[0] && weak < up[up.length - 1]) {
            drawing.dashed(
                    "below it one prediction whatever is at stake: " + Text.number(weak),
                    Drawing.RED,
                    new double[] {first, last},
                    weak,
                    weak);
        }
        offer(drawing, up);
        return drawing.saying(news.get(0).withoutPublic() + ", all told "
                + Text.number(news.get(0).publicMean())
                + "; the chance is an onlooker's, to whom the strength is normal, mean "
                + Text.number(news.get(0).publicMean()) + ", sd " + Text.number(doubt));
    }

    private void offer(Drawing drawing, double[] up) {
        final double x = game.offer().get(across.term());
        if (x >= across.value(0) && x <= across.value(across.size() - 1)) {
            drawing.thin(
                    "the offer: " + Text.amount(game, across.term(), x),
                    Color.BLACK,
                    new double[] {x, x},
                    up[0],
                    up[up.length - 1]);
        }
    }

    /** A band of the chance, or the last where there are several. */
    private int kind(int i, int j) {
        return greatest[i][j] - least[i][j] > APART
                ? BANDS
                : (int) Math.min(BANDS - 1, Math.floor(BANDS * (least[i][j] + greatest[i][j]) / 2));
    }

    private static boolean contains(int[][] kinds, int kind) {
        return IntStream.range(0, kinds.length)
                .anyMatch(i -> IntStream.of(kinds[i]).anyMatch(here -> here == kind));
    }

    private String name(int kind, int[][] kinds) {
        if (kind < BANDS) {
            return "onlooker's chance of a fall " + 100 * kind / BANDS + " to " + 100 * (kind + 1) / BANDS + "%";
        }
        double low = 1;
        double high = 0;
        for (int i = 0; i < kinds.length; i++) {
            for (int j = 0; j < kinds[i].length; j++) {
                low = kinds[i][j] == BANDS ? Math.min(low, least[i][j]) : low;
                high = kinds[i][j] == BANDS ? Math.max(high, greatest[i][j]) : high;
            }
        }
        return "several predictions, what all expect decides: "
                + Text.percent(low).replace("%", "") + " to " + Text.percent(high);
    }

    private static Color colour(int kind) {
        return kind == BANDS ? SEVERAL : between(kind / (BANDS - 1.0));
    }

    private static Color between(double part) {
        return new Color(
                (int) Math.round(UNLIKELY.getRed() + part * (LIKELY.getRed() - UNLIKELY.getRed())),
                (int) Math.round(UNLIKELY.getGreen() + part * (LIKELY.getGreen() - UNLIKELY.getGreen())),
                (int) Math.round(UNLIKELY.getBlue() + part * (LIKELY.getBlue() - UNLIKELY.getBlue())));
    }
}
