package io.github.breakranks.cascade;

import io.github.breakranks.answer.Table;
import io.github.breakranks.game.Thresholds;
import io.github.breakranks.internal.CascadePath;
import io.github.breakranks.internal.Checks;
import io.github.breakranks.internal.TableText;
import java.util.Optional;
import java.util.OptionalInt;

/** How a cascade went among agents with thresholds: how many had gone after each round, and in which round each goes. */
public final class CountCascade implements Cascade {
    private final Thresholds thresholds;
    private final CascadePath path;

    CountCascade(Thresholds thresholds, CascadePath path) {
        this.thresholds = thresholds;
        this.path = path;
    }

    @Override
    public int size() {
        return thresholds.agents();
    }

    @Override
    public long gone() {
        return path.gone();
    }

    @Override
    public double share() {
        return (double) path.gone() / size();
    }

    @Override
    public int rounds() {
        return path.rounds();
    }

    /** How many have gone after so many rounds [count]; after 0 rounds, nobody. */
    public int goneAfter(int round) {
        return path.goneAfter(Checks.index("round", "rounds", round, rounds() + 1));
    }

    @Override
    public double shareAfter(int round) {
        return (double) goneAfter(round) / size();
    }

    @Override
    public double time(int round) {
        return Checks.index("round", "rounds", round, rounds() + 1);
    }

    /** The round in which this agent goes, from 1; empty if he stays. */
    public OptionalInt roundOf(int agent) {
        final int round = path.roundFor(thresholds.othersNeeded(agent));
        return round == 0 ? OptionalInt.empty() : OptionalInt.of(round);
    }

    /** Whether this agent goes. */
    public boolean gone(int agent) {
        return roundOf(agent).isPresent();
    }

    @Override
    public String timeUnit() {
        return Pace.ROUNDS.unit();
    }

    /** Cost: O(1) for each stretch of equal steps. */
    @Override
    public Optional<TippingStep> tippingStep() {
        final TippingSearch search = new TippingSearch(size(), gone());
        for (int run = 0; run < path.runs(); run++) {
            final int first = path.roundsBefore(run); // of rounds with equal steps the first has most followers
            for (int round = first; round < Math.min(first + 2, path.roundsBefore(run + 1)); round++) {
                search.visit(round, round, goneAfter(round), goneAfter(round + 1) - goneAfter(round));
            }
        }
        return search.found();
    }

    @Override
    public Table table() {
        return CascadeTable.of(this, "round", "count");
    }

    @Override
    public String toString() {
        return "Cascade[" + gone() + " of " + size() + " go (share " + TableText.number(share(), 4) + ") in "
                + TableText.counted(rounds(), "round") + "]";
    }
}
