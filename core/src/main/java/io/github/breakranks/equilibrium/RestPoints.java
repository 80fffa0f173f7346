package io.github.breakranks.equilibrium;

import io.github.breakranks.answer.Table;
import io.github.breakranks.answer.Table.Column;
import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.internal.TableText;
import io.github.breakranks.offer.Monotonicity;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Every rest point found of a defection game, in ascending order of the share gone, and what may have been missed.
 *
 * <p>Where the net gain rises with the share gone, a least and a greatest exist (Tarski 1955, Pacific Journal of Mathematics 5:285, doi
 * 10.2140/pjm.1955.5.285): play that starts from nobody rises to the least, from everybody it falls to the greatest. Where it does not,
 * {@link #least} and {@link #greatest} refuse, and {@link #points} is what a scan found.
 */
public final class RestPoints {
    private final DefectionGame game;
    private final List<RestPoint> points;
    private final List<Tie> ties;
    private final List<String> doubts;
    private final Monotonicity monotonicity;

    RestPoints(
            DefectionGame game,
            Monotonicity monotonicity,
            List<RestPoint> points,
            List<Tie> ties,
            List<String> doubts) {
        this.game = game;
        this.monotonicity = monotonicity;
        this.points = List.copyOf(points);
        this.ties = List.copyOf(ties);
        this.doubts = List.copyOf(doubts);
    }

    /** The game they are the rest points of. */
    public DefectionGame game() {
        return game;
    }

    /** All that were found, in ascending order of the share gone. */
    public List<RestPoint> points() {
        return points;
    }

    /** Whether none can be missing: every stretch of shares was shown to hold a known number of them. */
    public boolean complete() {
        return doubts.isEmpty();
    }

    /** What may be missing, and where, in words; empty if {@link #complete}. */
    public List<String> doubts() {
        return doubts;
    }

    /** Where the tie rule decides: shares at which the indifferent could split so that play would rest; for lists, rest points with ties. */
    public List<Tie> ties() {
        return ties;
    }

    /** Whether the net gain rises with the share gone, on which least and greatest rest. */
    public Monotonicity monotonicity() {
        return monotonicity;
    }

    /** What the offer says beyond the usual and this solution makes no use of. */
    public List<String> unused() {
        return game.unusedTerms();
    }

    /** The rest point reached from nobody. */
    public RestPoint least() {
        return points.get(checked("least", 0));
    }

    /** The rest point reached from everybody. */
    public RestPoint greatest() {
        return points.get(checked("greatest", points.size() - 1));
    }

    /** The rest point that an argument relies on. */
    public RestPoint at(Selection selection) {
        return switch (selection) {
            case LEAST -> least();
            case GREATEST -> greatest();
            case POTENTIAL -> Potential.of(game).greatest(this);
        };
    }

    /** How much more has gone in the greatest rest point than in the least, a share; 0 where there is but one. */
    public double gap() {
        return greatest().share() - least().share();
    }

    /** The same for one group, a share of it. */
    public double gapOf(int group) {
        return greatest().shareOf(group) - least().shareOf(group);
    }

    private int checked(String which, int index) {
        if (!monotonicity.rises()) {
            throw new IllegalStateException(
                    "no " + which + " rest point is claimed, as " + monotonicity.sentence() + "; use points()");
        }
        if (points.isEmpty()) {
            throw new IllegalStateException("no rest point was found before the work stopped; raise the limit");
        }
        return index;
    }

    /** A row a rest point: share, number gone, stability, basin, residual. */
    public Table table() {
        final List<Column> columns = List.of(
                Column.of("gone", "share"),
                Column.of("staying", "share"),
                Column.of("count", game.population().listed() ? "agents" : "soldiers"),
                Column.of("stability"),
                Column.of("basinFrom", "share"),
                Column.of("basinTo", "share"),
                Column.of("residual", "share"));
        final List<List<@Nullable Object>> rows = new ArrayList<>();
        for (RestPoint point : points) {
            rows.add(List.of(
                    point.share(),
                    point.staying(),
                    point.gone(),
                    point.stability().label(),
                    point.basin().low(),
                    point.basin().high(),
                    point.residual()));
        }
        return Table.of(columns, rows);
    }

    /** In a paragraph: where an open offer comes to rest, why not further, and what that rests on. */
    public String explain() {
        final StringBuilder out = new StringBuilder();
        if (!monotonicity.rises()) {
            out.append("No rest point is the least or the greatest here: ")
                    .append(monotonicity.sentence())
                    .append(". ");
            out.append("A scan found ")
                    .append(points.isEmpty() ? "none" : listed(points))
                    .append('.');
        } else if (points.isEmpty()) {
            out.append("No rest point was found before the work stopped. ");
        } else {
            final RestPoint least = least();
            out.append("Starting from nobody, ")
                    .append(least.gone())
                    .append(" of ")
                    .append(game.population().size());
            out.append(" go (").append(percent(least.share())).append(")");
            out.append(points.size() == 1 ? ", and that is the only rest point. " : ". ");
            if (points.size() > 1) {
                out.append(whyNotTheNext());
            }
        }
        ties.stream()
                .findFirst()
                .ifPresent(tie -> out.append(" At share ")
                        .append(TableText.number(tie.share(), 4))
                        .append(" a share of ")
                        .append(TableText.number(tie.indifferent(), 4))
                        .append(" gain exactly nothing by going: the rule for ties decides. "));
        doubts.forEach(doubt -> out.append(" Not proven: ").append(doubt).append('.'));
        if (!unused().isEmpty()) {
            out.append(" Not used here: ").append(String.join(", ", unused())).append('.');
        }
        return out.toString().replace("  ", " ").strip();
    }

    private String whyNotTheNext() {
        final RestPoint greatest = greatest();
        final String rests = "Play could also rest at " + percent(greatest.share()) + " (" + greatest.gone() + "), ";
        if (game.population().listed()) {
            return rests + "if all of these went at once; there are " + points.size() + " counts at which play rests. ";
        }
        final double edge = least().basin().high();
        return rests + "but only if more than " + percent(edge) + " went at once: below that they come back. ";
    }

    private static String listed(List<RestPoint> points) {
        return points.stream().map(RestPoint::toString).collect(Collectors.joining(", "));
    }

    private static String percent(double share) {
        return (share < 1e-6 ? "0" : share > 1 - 1e-6 ? "100" : TableText.number(100 * share, 4)) + "%";
    }

    @Override
    public String toString() {
        final String shown = points.size() <= 5
                ? listed(points)
                : points.get(0) + ", ..., " + points.get(points.size() - 1) + ", " + points.size() + " in all";
        return "RestPoints[" + shown + (complete() ? "]" : "; count not proven]");
    }
}
