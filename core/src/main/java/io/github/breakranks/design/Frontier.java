package io.github.breakranks.design;

import io.github.breakranks.answer.Table;
import io.github.breakranks.answer.Table.Column;
import io.github.breakranks.design.FrontierPoint.Kind;
import io.github.breakranks.equilibrium.Jump;
import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.internal.Checks;
import io.github.breakranks.internal.TableText;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What each share costs as one instrument is varied: outlay in all, for each who comes, for each who would not have gone anyway, and for one
 * more.
 *
 * <p>Points stand in ascending order of the share aimed at; along them the outlay never falls. Where play jumps, no share between the fold
 * and the point beyond can be bought: {@link FrontierPoint.Kind#SKIPPED}.
 */
public final class Frontier {
    private final FrontierSolver question;
    private final DefectionGame game;
    private final @Nullable Costing costing;
    private final List<FrontierPoint> points;

    Frontier(FrontierSolver question, DefectionGame game, @Nullable Costing costing, List<FrontierPoint> points) {
        this.question = question;
        this.game = game;
        this.costing = costing;
        this.points = List.copyOf(points);
    }

    /** The game whose offer is varied. */
    public DefectionGame game() {
        return game;
    }

    /** What is varied. */
    public Instrument instrument() {
        return question.instrument();
    }

    /** All points, in ascending order of the share aimed at. */
    public List<FrontierPoint> points() {
        return points;
    }

    /** The points that no other matches in share for less: what a host may choose among. */
    public List<FrontierPoint> efficient() {
        final List<FrontierPoint> chosen = new ArrayList<>();
        double cheapest = Double.POSITIVE_INFINITY; // of those that bring more
        for (int k = points.size() - 1; k >= 0; k--) {
            final FrontierPoint point = points.get(k);
            if (point.kind() != Kind.SKIPPED && point.outlay().total() < cheapest) {
                chosen.add(0, point);
                cheapest = point.outlay().total();
            }
        }
        return List.copyOf(chosen);
    }

    /** Where play jumps as the instrument rises, in ascending order of its value. */
    public List<Jump> jumps() {
        return costing().leaps().stream().map(Costing.Leap::jump).toList();
    }

    /** The share that goes without any offer, in the least rest point. */
    public double baseline() {
        return costing().baseline();
    }

    /** The share at the instrument's highest value; for an amount without bound, what none exceeds. */
    public double most() {
        return costing().most();
    }

    /**
     * The cheapest way to a share, solved for it.
     *
     * @throws IllegalArgumentException if no value within the instrument's bounds reaches it; the message says how far they reach
     */
    public FrontierPoint at(double share) {
        new Target(share, question.reliance()); // refuses what is no target
        if (!costing().reaches(share)) {
            throw Checks.refused(
                    "target must be at most %s [share], which is reached at %s %s, but was %s; raise the upper bound of %s",
                    most(),
                    question.instrument().label(),
                    question.instrument().high(),
                    share,
                    question.instrument().label());
        }
        return costing().to(share);
    }

    /**
     * The most that an outlay buys, at the least value of the instrument that brings so many.
     *
     * @param outlay in all [unit of the game]
     * @throws IllegalArgumentException if already the instrument's lowest value costs more
     */
    public FrontierPoint withBudget(double outlay) {
        final double least = points.get(0).outlay().total();
        if (!(outlay >= least && outlay <= Double.MAX_VALUE)) {
            throw Checks.refused(
                    "outlay must be finite and >= %s [%s], the outlay at the lowest %s, but was %s",
                    least, game.unit(), question.instrument().label(), outlay);
        }
        return costing().within(outlay);
    }

    private Costing costing() {
        if (costing == null) {
            throw new IllegalStateException("the work stopped before the frontier was begun; raise the limit");
        }
        return costing;
    }

    /** A row a point: value, share gone, outlay in all, for each who comes, for each extra, for one more, and how play meets the target. */
    public Table table() {
        final String unit = game.unit();
        final List<FrontierPoint> efficient = efficient();
        final List<List<@Nullable Object>> rows = new ArrayList<>(points.size());
        int next = 0;
        for (FrontierPoint point : points) {
            final boolean chosen = next < efficient.size() && efficient.get(next) == point;
            next += chosen ? 1 : 0;
            final List<@Nullable Object> row = new ArrayList<>();
            row.add(point.target());
            row.add(point.share());
            row.add(point.value());
            row.add(point.attained());
            row.add(point.outlay().total());
            row.add(cell(point.outlay().perHead()));
            row.add(cell(point.outlay().perExtra()));
            row.add(cell(point.outlay().marginal()));
            row.add(point.kind().label());
            row.add(chosen);
            rows.add(row);
        }
        return Table.of(
                List.of(
                        Column.of("target", "share"),
                        Column.of("gone", "share"),
                        Column.of(
                                question.instrument().label(),
                                question.instrument().term().unit(unit)),
                        Column.of("attained"),
                        Column.of("outlay", unit),
                        Column.of("perHead", unit),
                        Column.of("perExtra", unit),
                        Column.of("marginal", unit),
                        Column.of("kind"),
                        Column.of("efficient")),
                rows);
    }

    static @Nullable Object cell(double value) {
        return Double.isNaN(value) ? null : (Object) value;
    }

    /** In a paragraph: how far the instrument reaches, what it costs there, and where play jumps. */
    public String explain() {
        final FrontierPoint first = points.get(0);
        final FrontierPoint last = points.get(points.size() - 1);
        final String label = question.instrument().label();
        final StringBuilder out = new StringBuilder();
        out.append("As ")
                .append(label)
                .append(" rises from ")
                .append(shown(first.value()))
                .append(" to ");
        out.append(shown(last.value()))
                .append(", the share gone ")
                .append(question.reliance().label());
        out.append(" rises from ").append(shown(first.share())).append(" to ").append(shown(last.share()));
        out.append(" and the outlay from ")
                .append(shown(first.outlay().total()))
                .append(" to ");
        out.append(shown(last.outlay().total()))
                .append(" [")
                .append(game.unit())
                .append("]; ");
        out.append(shown(baseline())).append(" would go without the offer.");
        for (Costing.Leap leap : costing().leaps()) {
            final Jump jump = leap.jump();
            final FrontierPoint beyond = leap.beyond();
            out.append(" At ")
                    .append(label)
                    .append(' ')
                    .append(shown(jump.value()))
                    .append(" it jumps from ");
            out.append(shown(jump.from())).append(" to ").append(shown(jump.to()));
            out.append(": no share between can be bought, and each extra costs ");
            out.append(shown(beyond.outlay().perExtra())).append(" beyond.");
        }
        return out.toString();
    }

    private static String shown(double value) {
        return TableText.number(value, 4);
    }

    @Override
    public String toString() {
        final String what = "Frontier[" + question.instrument().label() + ", " + points.size() + " points";
        return points.isEmpty()
                ? what + "]"
                : what + ", " + shown(points.get(0).share()) + " to "
                        + shown(points.get(points.size() - 1).share()) + ", "
                        + (costing == null ? 0 : costing.leaps().size()) + " jumps]";
    }
}
