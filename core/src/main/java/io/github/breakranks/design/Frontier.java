package io.github.breakranks.design;

import io.github.breakranks.answer.Table;
import io.github.breakranks.answer.Table.Column;
import io.github.breakranks.design.FrontierPoint.Kind;
import io.github.breakranks.equilibrium.Jump;
import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.internal.Checks;
import io.github.breakranks.internal.TableText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What each share costs as one instrument is varied: outlay in all, for each who comes, for each who would not have gone anyway, and for one
 * more.
 *
 * <p>Points stand in ascending order of the share aimed at; along them the outlay never falls. Where play jumps, no share between the fold
 * and the point beyond can be bought: {@link FrontierPoint.Kind#SKIPPED}.
 */
public final class Frontier {
    private static final double SAME = 1e-12; // shares nearer than this are one
    private static final int NAMED = 2; // jumps told one by one

    private final FrontierSolver question;
    private final DefectionGame game;
    private final @Nullable Costing costing;
    private final List<FrontierPoint> points;
    private final boolean complete;

    Frontier(FrontierSolver question, DefectionGame game, @Nullable Costing costing, List<FrontierPoint> points) {
        this(question, game, costing, points, true);
    }

    private Frontier(
            FrontierSolver question,
            DefectionGame game,
            @Nullable Costing costing,
            List<FrontierPoint> points,
            boolean complete) {
        this.question = question;
        this.game = game;
        this.costing = costing;
        this.points = List.copyOf(points);
        this.complete = complete;
    }

    /** This frontier, of which not all shares were looked at. */
    Frontier incomplete() {
        return new Frontier(question, game, costing, points, false);
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
        final LinkedList<FrontierPoint> chosen =
                new LinkedList<>(); // the first is the cheapest of those that bring as many or more
        for (int k = points.size() - 1; k >= 0; k--) {
            final FrontierPoint point = points.get(k);
            if (point.kind() == Kind.SKIPPED) {
                continue;
            }
            final FrontierPoint next = chosen.peekFirst();
            final double saved =
                    next == null ? 1 : next.outlay().total() - point.outlay().total();
            final boolean alike = next != null && next.share() - point.share() <= SAME;
            if (alike && (saved > 0 || saved == 0 && point.value() < next.value())) {
                chosen.removeFirst();
                chosen.addFirst(point);
            } else if (!alike && saved > 0) {
                chosen.addFirst(point);
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
        if (costing().reaches(share)) {
            return costing().to(share);
        }
        final String label = question.instrument().label();
        final double high = question.instrument().high();
        final double most = most();
        if (share <= most && Double.isFinite(high) && share < 1) {
            return costing().at(high, Kind.HIGHEST); // rounding alone parts them
        }
        if (share <= most) {
            throw Checks.refused(
                    "target must be < %s [share], which no %s reaches as some costs are above any amount, but was %s; lower the target",
                    share, label, share);
        }
        if (!Double.isFinite(high)) {
            throw Checks.refused(
                    "target must be at most %s [share], more than which no %s brings, but was %s; lower the target",
                    most, label, share);
        }
        throw Checks.refused(
                "target must be at most %s [share], which is reached at %s %s, but was %s; raise the upper bound of %s",
                most, label, high, share, label);
    }

    /**
     * The most that an outlay buys, at the least value of the instrument that brings so many.
     *
     * @param outlay in all [unit of the game]
     * @throws IllegalArgumentException if already the instrument's lowest value costs more
     */
    public FrontierPoint withBudget(double outlay) {
        final Costing counted = costing();
        final double least = points.get(0).outlay().total();
        if (!(outlay >= least && outlay <= Double.MAX_VALUE)) {
            throw Checks.refused(
                    "outlay must be finite and >= %s [%s], the outlay at the lowest %s, but was %s",
                    least, game.unit(), question.instrument().label(), outlay);
        }
        return counted.within(outlay);
    }

    private Costing costing() {
        if (costing == null) {
            throw new IllegalStateException("the work stopped before the frontier was begun; raise the limit");
        }
        return costing;
    }

    /**
     * A row a point: value, share gone, outlay in all, for each who comes, for each extra, for one more, and how play meets the target. Where a
     * value is not attained, a fold rests just below it, and what is reached is reached just above.
     */
    public Table table() {
        final String unit = game.unit();
        final Set<FrontierPoint> efficient = Collections.newSetFromMap(new IdentityHashMap<>());
        efficient.addAll(efficient());
        final List<List<@Nullable Object>> rows = new ArrayList<>(points.size());
        for (FrontierPoint point : points) {
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
            row.add(efficient.contains(point));
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

    /** In a paragraph: how far the instrument reaches, what it costs there, and where play jumps most. */
    public String explain() {
        final String stopped = complete ? "" : "The work stopped before all shares were looked at. ";
        if (costing == null || points.isEmpty()) {
            return stopped + "None was found, and nothing is known of what they cost.";
        }
        final FrontierPoint first = points.get(0);
        final FrontierPoint last = points.get(points.size() - 1);
        return stopped + "As " + question.instrument().label() + " rises from " + shown(first.value()) + " to "
                + shown(last.value()) + ", the share gone "
                + question.reliance().label() + " rises from "
                + shown(first.share()) + " to " + shown(last.share()) + " and the outlay from "
                + shown(first.outlay().total()) + " to " + shown(last.outlay().total()) + " [" + game.unit() + "]; "
                + shown(baseline()) + " would go without the offer." + jumpsInWords(costing.leaps());
    }

    /** The largest jumps in ascending order of their values, the others counted. */
    private String jumpsInWords(List<Costing.Leap> leaps) {
        final List<Costing.Leap> largest = leaps.stream()
                .sorted(Comparator.comparingDouble(
                        leap -> leap.jump().from() - leap.jump().to()))
                .limit(NAMED)
                .sorted(Comparator.comparingDouble(leap -> leap.jump().value()))
                .toList();
        final StringBuilder out = new StringBuilder();
        for (Costing.Leap leap : largest) {
            final Jump jump = leap.jump();
            out.append(" At ").append(question.instrument().label()).append(' ').append(shown(jump.value()));
            out.append(" it jumps from ")
                    .append(shown(jump.from()))
                    .append(" to ")
                    .append(shown(jump.to()));
            out.append(": no share between can be bought, and each extra costs ");
            out.append(shown(leap.beyond().outlay().perExtra())).append(" beyond.");
        }
        final int others = leaps.size() - largest.size();
        if (others > 0) {
            out.append(others == 1 ? " There is 1 smaller jump." : " There are " + others + " smaller jumps.");
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
