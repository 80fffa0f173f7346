package io.github.breakranks.design;

import io.github.breakranks.answer.Table;
import io.github.breakranks.answer.Table.Column;
import io.github.breakranks.internal.TableText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A value of one instrument chosen without knowing which game it is, and what it comes to in each. */
public final class RobustOffer {
    private static final double SAME = 1e-6; // regrets nearer than this, relative, both bind

    private final RobustSolver question;
    private final Ambiguity ambiguity;
    private final Need at;
    private final List<Outcome> outcomes;

    /**
     * What the value comes to in one game.
     *
     * @param game   its number [from 0]
     * @param need   the least value that would reach the target, were it this game [share, or unit of the game]; infinity if none would
     * @param share  gone in the rest points relied on
     * @param missed how many of the target are missed [count, not rounded]
     * @param outlay what is spent [unit of the game]
     * @param regret how much more is lost than need be, were it known to be this game [unit of the game]; NaN where none may be missed and no
     *               value reaches the target in this game
     */
    public record Outcome(int game, double need, double share, double missed, double outlay, double regret) {}

    RobustOffer(RobustSolver question, Ambiguity ambiguity, Need at, List<Outcome> outcomes) {
        this.question = question;
        this.ambiguity = ambiguity;
        this.at = at;
        this.outcomes = List.copyOf(outcomes);
    }

    /** What the instrument is set to, or just above where it is not {@link #attained} [share, or unit of the game]; NaN if none was found. */
    public double value() {
        return at.value();
    }

    /** Whether the value itself does it; if not it takes a little more. */
    public boolean attained() {
        return at.attained();
    }

    /** By game; empty if the work stopped before a value was found. */
    public List<Outcome> outcomes() {
        return outcomes;
    }

    /** The highest outlay in any game [unit of the game]; NaN if no value was found. */
    public double worstOutlay() {
        return outcomes.stream().mapToDouble(Outcome::outlay).max().orElse(Double.NaN);
    }

    /** The largest regret in any game [unit of the game]; NaN if no value was found, or it is not known of a game. */
    public double worstRegret() {
        return outcomes.stream().mapToDouble(Outcome::regret).max().orElse(Double.NaN);
    }

    /** Which games bind, by number: in the worst case those that need the value, for the least regret those that regret most. */
    public List<Integer> binding() {
        final double most = worstRegret();
        return outcomes.stream()
                .filter(each -> question.takesNoChances()
                        ? each.need() >= at.value()
                        : each.regret() >= most - SAME * Math.max(most, Double.MIN_NORMAL))
                .map(Outcome::game)
                .toList();
    }

    /** A row a game. */
    public Table table() {
        final String unit = ambiguity.unit();
        final List<Integer> binding = binding();
        final List<List<@Nullable Object>> rows = new ArrayList<>();
        for (Outcome each : outcomes) {
            rows.add(Arrays.asList(
                    each.game,
                    ambiguity.games().get(each.game).population().toString(),
                    each.need,
                    each.share,
                    each.missed,
                    each.outlay,
                    Frontier.cell(each.regret),
                    binding.contains(each.game)));
        }
        return Table.of(
                List.of(
                        Column.of("game"),
                        Column.of("population"),
                        Column.of("need", question.instrument().term().unit(unit)),
                        Column.of("gone", "share"),
                        Column.of("missed", "soldiers"),
                        Column.of("outlay", unit),
                        Column.of("regret", unit),
                        Column.of("binds")),
                rows);
    }

    /** The most of the target that is missed in any game where none may be [count, not rounded]. */
    private double missed() {
        return question.takesNoChances()
                ? outcomes.stream().mapToDouble(Outcome::missed).max().orElse(0)
                : 0;
    }

    /** In a paragraph. */
    public String explain() {
        final String label = question.instrument().label();
        if (outcomes.isEmpty()) {
            return "The work stopped before a value of " + label + " was found.";
        }
        final String aim = TableText.number(question.target().share(), 4)
                + ' '
                + question.target().reliance().label();
        final String setting = label + (attained() ? " " : " just above ") + shown(value());
        if (missed() > 0) {
            return setting + " falls short of " + aim + shortIn();
        }
        final String who = "game" + (binding().size() == 1 ? " " : "s ")
                + String.join(", ", binding().stream().map(String::valueOf).toList());
        return question.takesNoChances()
                ? setting + " reaches " + aim + " in each of " + outcomes.size() + " games and costs at most "
                        + shown(worstOutlay()) + " [" + ambiguity.unit() + "]; " + who + " would do with no less."
                : setting + " keeps regret within " + shown(worstRegret()) + " [" + ambiguity.unit() + "] in each of "
                        + outcomes.size() + " games, a defection short of " + aim + " being worth "
                        + shown(question.worth()) + "; " + who + " would regret most.";
    }

    /** In how many games the target is missed, and where by most. */
    private String shortIn() {
        final List<Outcome> missing =
                outcomes.stream().filter(o -> o.missed > 0).toList();
        final Outcome worst = Collections.max(missing, Comparator.comparingDouble(Outcome::missed));
        return " in " + missing.size() + " of " + outcomes.size() + " games, by "
                + (missing.size() == 1 ? "" : "up to ")
                + shown(worst.missed) + " soldiers in game " + worst.game + ", and costs at most "
                + shown(worstOutlay()) + " [" + ambiguity.unit() + "].";
    }

    private static String shown(double value) {
        return TableText.number(value, 4);
    }

    @Override
    public String toString() {
        final String label = "RobustOffer[" + question.instrument().label();
        if (outcomes.isEmpty()) {
            return label + " not found]";
        }
        return label + (attained() ? " " : " above ") + shown(value()) + ", outlay at most " + shown(worstOutlay())
                + (missed() > 0 ? ", missed by up to " + shown(missed()) : ", regret " + shown(worstRegret())) + "]";
    }
}
