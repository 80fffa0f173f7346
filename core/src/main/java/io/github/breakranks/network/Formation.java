package io.github.breakranks.network;

import io.github.breakranks.answer.Table;
import io.github.breakranks.answer.Table.Column;
import io.github.breakranks.internal.Checks;
import io.github.breakranks.internal.TableText;
import java.util.Locale;
import java.util.stream.IntStream;

/** An army as it stands: its network, and who is in which unit, leads what and comes from where. Immutable. */
public final class Formation {
    private final Army army;
    private final Network network;
    private final int[] origin; // by soldier

    Formation(Army army, Network network, int[] origin) {
        this.army = army;
        this.network = network;
        this.origin = origin;
    }

    /** How the army is set up. */
    public Army army() {
        return army;
    }

    /** Who watches whom. */
    public Network network() {
        return network;
    }

    /** The soldier's unit of this kind; units of each kind are numbered from 0. */
    public int unitOf(int soldier, Army.Unit kind) {
        Checks.index("soldier", "soldier", soldier, army.soldiers());
        return (int) (soldier / army.units().soldiers(kind));
    }

    /** How many units of this kind there are, the last one perhaps short of men [count]. */
    public int units(Army.Unit kind) {
        return unitOf(army.soldiers() - 1, kind) + 1;
    }

    /** Who is in a unit, ascending; the first of them leads it. */
    public IntStream members(Army.Unit kind, int unit) {
        Checks.index("unit", "unit", unit, units(kind));
        final long size = army.units().soldiers(kind);
        return IntStream.range((int) (unit * size), (int) Math.min(army.soldiers(), (unit + 1) * size));
    }

    /** Who leads a unit of this kind, ascending, unit by unit. */
    public IntStream leaders(Army.Unit kind) {
        final long size = army.units().soldiers(kind);
        return IntStream.range(0, units(kind)).map(unit -> (int) (unit * size));
    }

    /** Whether the soldier leads a unit of this kind. */
    public boolean leads(int soldier, Army.Unit kind) {
        Checks.index("soldier", "soldier", soldier, army.soldiers());
        return soldier % army.units().soldiers(kind) == 0;
    }

    /** A row a kind of unit: how many there are and of how many soldiers each when whole. */
    public Table table() {
        Table table = Table.of(Column.of("unit"), Column.of("units", "count"), Column.of("strength", "soldiers"));
        for (Army.Unit kind : Army.Unit.values()) {
            table = table.with(
                    kind.name().toLowerCase(Locale.ROOT),
                    units(kind),
                    army.units().soldiers(kind));
        }
        return table;
    }

    /** Where the soldier comes from, from 0. */
    public int originOf(int soldier) {
        return origin[Checks.index("soldier", "soldier", soldier, army.soldiers())];
    }

    /** Who comes from a place, ascending. */
    public IntStream from(int place) {
        Checks.index("place", "place", place, army.origins());
        return IntStream.range(0, origin.length).filter(soldier -> origin[soldier] == place);
    }

    @Override
    public String toString() {
        return "Formation[" + TableText.counted(army.soldiers(), "soldier") + ", "
                + TableText.counted(units(Army.Unit.SQUAD), "squad") + ", " + TableText.counted(network.edges(), "tie")
                + "]";
    }
}
