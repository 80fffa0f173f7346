package io.github.breakranks.timing;

import io.github.breakranks.answer.Table;
import io.github.breakranks.answer.Table.Column;
import io.github.breakranks.internal.TableText;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** When one soldier goes, and what it is worth to him to be able to choose. */
public final class StoppingPlan {
    private final Stopping problem;
    private final double[] values; // by date

    StoppingPlan(Stopping problem, double[] values) {
        this.problem = problem;
        this.values = values;
    }

    /** The problem solved. */
    public Stopping problem() {
        return problem;
    }

    /** What the best plan is worth from a date on, if he is still there [unit of the game]. */
    public double value(int date) {
        return values[Objects.checkIndex(date, values.length)];
    }

    /** Whether he goes at a date if he is still there: the stopping region. */
    public boolean goes(int date) {
        return problem.worth(date) >= values[Objects.checkIndex(date, values.length)];
    }

    /** The first date at which he goes; empty if he stays to the last. */
    public OptionalInt first() {
        for (int date = 0; date < values.length; date++) {
            if (goes(date)) {
                return OptionalInt.of(date);
            }
        }
        return OptionalInt.empty();
    }

    /** A row a date: what going is worth, what the best plan is worth, whether he goes. */
    public Table table() {
        final List<Column> columns = List.of(
                Column.of("date", "count"),
                Column.of("going", "unit of the game"),
                Column.of("value", "unit of the game"),
                Column.of("goes"));
        final List<List<@Nullable Object>> rows = new ArrayList<>();
        for (int date = 0; date < values.length; date++) {
            rows.add(List.of(date, problem.worth(date), values[date], goes(date)));
        }
        return Table.of(columns, rows);
    }

    @Override
    public String toString() {
        final OptionalInt first = first();
        return "StoppingPlan[" + (first.isPresent() ? "goes at date " + first.getAsInt() : "never goes") + ", worth "
                + TableText.number(values[0], 4) + "]";
    }
}
