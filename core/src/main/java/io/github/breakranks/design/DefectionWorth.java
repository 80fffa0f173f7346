package io.github.breakranks.design;

import io.github.breakranks.answer.Table;
import io.github.breakranks.answer.Table.Column;
import io.github.breakranks.internal.Checks;
import io.github.breakranks.internal.TableText;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one more defection is worth to the host, by group: by itself, and through those who follow.
 *
 * <pre>{@code
 *   inAll_h = sum over g of  V_g S_gh m_g / m_h      S = (I - J)^-1        induced_h = inAll_h - V_h
 * }</pre>
 */
public final class DefectionWorth {
    private final List<String> names;
    private final String unit;
    private final double[] direct;
    private final double[] induced;
    private final double net;

    DefectionWorth(List<String> names, String unit, double[] direct, double[] induced, double net) {
        this.names = List.copyOf(names);
        this.unit = unit;
        this.direct = direct;
        this.induced = induced;
        this.net = net;
    }

    /** What the loss of one soldier of a group is worth by itself [unit of the game]. */
    public double direct(int group) {
        return direct[Checks.index("group", "number", group, direct.length)];
    }

    /** What those are worth who follow him [unit of the game]. */
    public double induced(int group) {
        return induced[Checks.index("group", "number", group, direct.length)];
    }

    /** Both: the most that it pays to spend on one more of this group [unit of the game]. */
    public double inAll(int group) {
        return direct(group) + induced(group);
    }

    /** What all extra defections are worth less what the offer costs [unit of the game]. */
    public double net() {
        return net;
    }

    /** A row a group. */
    public Table table() {
        final List<List<@Nullable Object>> rows = new ArrayList<>();
        for (int g = 0; g < direct.length; g++) {
            rows.add(List.of(names.get(g).isEmpty() ? "all" : names.get(g), direct[g], induced[g], inAll(g)));
        }
        return Table.of(
                List.of(
                        Column.of("group"),
                        Column.of("direct", unit),
                        Column.of("induced", unit),
                        Column.of("inAll", unit)),
                rows);
    }

    @Override
    public String toString() {
        return "DefectionWorth[" + direct.length + " groups, net " + TableText.number(net, 6) + "]";
    }
}
