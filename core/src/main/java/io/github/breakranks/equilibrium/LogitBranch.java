package io.github.breakranks.equilibrium;

import io.github.breakranks.answer.Table;
import io.github.breakranks.answer.Table.Column;
import io.github.breakranks.answer.Watch;
import io.github.breakranks.equilibrium.LogitEvent.Kind;
import io.github.breakranks.game.NormalFormGame;
import io.github.breakranks.game.StrategyProfile;
import io.github.breakranks.internal.Checks;
import io.github.breakranks.internal.TableText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A branch of logit equilibria, in the order in which it was followed: precision rises along it, except behind a fold.
 *
 * <p>The principal branch begins at precision 0, where all mix evenly; for almost every game it leads to one Nash equilibrium. An arm begins
 * at the bifurcation in which it leaves another branch.
 */
public final class LogitBranch {
    private final NormalFormGame game;
    private final List<LogitEquilibrium> points;
    private final List<LogitEvent> events;
    private final String ended;
    private final boolean reached;

    LogitBranch(NormalFormGame game, List<LogitEquilibrium> points, List<LogitEvent> events, Ending ending) {
        this.game = game;
        this.points = List.copyOf(points);
        this.events = List.copyOf(events);
        this.ended = ending.why;
        this.reached = ending.reached;
    }

    /** How following a branch ended, and whether that was what was asked for. */
    record Ending(boolean reached, String why, String remedy) {}

    /** The game whose equilibria they are. */
    public NormalFormGame game() {
        return game;
    }

    /** The equilibria found, in order along the branch. */
    public List<LogitEquilibrium> points() {
        return points;
    }

    /** Folds and bifurcations, in order along the branch. */
    public List<LogitEvent> events() {
        return events;
    }

    /** Where precision turns back. */
    public List<LogitEvent> folds() {
        return events.stream().filter(event -> event.kind() == Kind.FOLD).toList();
    }

    /** Where other branches cross this one. */
    public List<LogitEvent> bifurcations() {
        return events.stream().filter(event -> event.kind() == Kind.BIFURCATION).toList();
    }

    /** The branches that leave this one, of all its bifurcations. */
    public List<LogitBranch> arms() {
        return events.stream().flatMap(event -> event.arms().stream()).toList();
    }

    /** Whether it was followed as far as was asked. */
    public boolean reached() {
        return reached;
    }

    /** Why it was followed no further. */
    public String ended() {
        return ended;
    }

    /** The equilibrium at which it began. */
    public LogitEquilibrium first() {
        return points.get(0);
    }

    /** The equilibrium that was reached last. */
    public LogitEquilibrium last() {
        return points.get(points.size() - 1);
    }

    /**
     * The first equilibrium on the branch in which nobody could gain more than so much by acting otherwise, if there is one.
     *
     * @param regret the most that may be gained [payoff], at least 0
     */
    public Optional<LogitEquilibrium> nearNash(double regret) {
        Checks.atLeast(0.0, "regret", "payoff", regret);
        for (final LogitEquilibrium point : points) {
            if (point.regret().worst().value() <= regret) {
                return Optional.of(point);
            }
        }
        return Optional.empty();
    }

    /**
     * The first equilibrium on the branch with this precision, to rounding.
     *
     * @param lambda precision [1 / payoff], at least 0
     * @throws IllegalArgumentException if the branch was not followed that far
     */
    public LogitEquilibrium at(double lambda) {
        final List<LogitEquilibrium> all = allAt(lambda);
        if (all.isEmpty()) {
            throw Checks.refused(
                    "lambda must lie on the branch [1 / payoff, %s to %s], but was %s; follow it further",
                    lowest(), highest(), lambda);
        }
        return all.get(0);
    }

    /** All equilibria on the branch with this precision [1 / payoff], in order along it: one more for every fold behind or ahead of it. */
    public List<LogitEquilibrium> allAt(double lambda) {
        Checks.atLeast(0.0, "lambda", "1 / payoff", lambda);
        return new LogitPath(game, Watch.none()).allAt(points, lambda);
    }

    private double lowest() {
        return points.stream().mapToDouble(LogitEquilibrium::lambda).min().orElse(0.0);
    }

    private double highest() {
        return points.stream().mapToDouble(LogitEquilibrium::lambda).max().orElse(0.0);
    }

    /** A row for each equilibrium: precision, then the chance of every player's every action. */
    public Table table() {
        final List<Column> columns = new ArrayList<>();
        columns.add(Column.of("lambda", "1 / payoff"));
        for (int player = 0; player < game.players(); player++) {
            for (int action = 0; action < game.actions(player); action++) {
                columns.add(Column.of(game.player(player) + ": " + game.action(player, action), "share"));
            }
        }
        final List<List<@Nullable Object>> rows = new ArrayList<>();
        for (final LogitEquilibrium point : points) {
            final List<@Nullable Object> row = new ArrayList<>();
            row.add(point.lambda());
            final StrategyProfile profile = point.profile();
            for (int player = 0; player < game.players(); player++) {
                for (final double chance : profile.chances(player)) {
                    row.add(chance);
                }
            }
            rows.add(row);
        }
        return Table.of(columns, rows);
    }

    /** In a paragraph: how far it goes, what happens on the way, and where the arms lead. */
    public String explain() {
        final StringBuilder out = new StringBuilder("From precision ")
                .append(TableText.number(first().lambda(), 6))
                .append(" the branch was followed over ")
                .append(TableText.counted(points.size(), "point"))
                .append(" to ")
                .append(TableText.number(last().lambda(), 6))
                .append(" (")
                .append(ended)
                .append("); there the largest regret is ")
                .append(TableText.number(last().regret().worst().value(), 3))
                .append('.');
        for (final LogitEvent event : events) {
            out.append(
                    event.kind() == Kind.FOLD
                            ? " It turns back at precision "
                            : " Other branches cross it at precision ");
            out.append(TableText.number(event.lambda(), 8)).append('.');
            for (final LogitBranch arm : event.arms()) {
                out.append(" An arm leads to ")
                        .append(arm.last().profile())
                        .append(" at ")
                        .append(TableText.number(arm.last().lambda(), 6))
                        .append('.');
            }
        }
        return out.append(events.isEmpty() ? " It neither turns back nor is crossed." : "")
                .toString();
    }

    /** In a line: how far, and what happened. */
    @Override
    public String toString() {
        final String line = "Logit branch[" + TableText.counted(points.size(), "point") + ", lambda "
                + TableText.number(first().lambda(), 4) + " to " + TableText.number(last().lambda(), 4);
        return line + ", " + TableText.counted(folds().size(), "fold") + ", "
                + TableText.counted(bifurcations().size(), "bifurcation") + "]";
    }
}
