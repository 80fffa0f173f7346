package io.github.breakranks.answer;

import io.github.breakranks.internal.Checks;
import io.github.breakranks.internal.TableText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A small table of results: columns with units in the head, rows of numbers, words and empty cells.
 *
 * <p>Immutable; built row by row: {@code Table.of(Column.of("cash", "USD"), Column.of("gone", "share")).with(0.2, 0.11)}. Cells are
 * strings, integers, doubles, booleans, or null where there is nothing. {@link #text} is for reading (numbers to 4 significant
 * digits); CSV, Markdown and JSON keep full precision.
 */
public final class Table {

    /**
     * What stands in one column.
     *
     * @param name what is listed
     * @param unit its unit, "share", "count", or empty where none applies
     */
    public record Column(String name, String unit) {
        public Column {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(unit, "unit");
        }

        /** A column of numbers in a unit. */
        public static Column of(String name, String unit) {
            return new Column(name, unit);
        }

        /** A column without unit. */
        public static Column of(String name) {
            return new Column(name, "");
        }

        /** Name, and unit in brackets if there is one. */
        public String head() {
            return unit.isEmpty() ? name : name + " [" + unit + "]";
        }
    }

    private final List<Column> columns;
    private final List<List<@Nullable Object>> rows;

    private Table(List<Column> columns, List<List<@Nullable Object>> rows) {
        this.columns = columns;
        this.rows = rows;
    }

    /** A table with these columns and no rows. */
    public static Table of(Column... columns) {
        return of(List.of(columns), List.of());
    }

    /** A table with these columns and rows; each row has a cell for each column. */
    public static Table of(List<Column> columns, List<? extends List<? extends @Nullable Object>> rows) {
        final Set<String> names = new HashSet<>();
        for (Column column : columns) {
            if (!names.add(column.name())) {
                throw Checks.refused("columns must have different names, but was %s twice", column.name());
            }
        }
        final List<List<@Nullable Object>> checked = new ArrayList<>(rows.size());
        for (List<? extends @Nullable Object> row : rows) {
            checked.add(checkedRow(columns.size(), row));
        }
        return new Table(List.copyOf(columns), Collections.unmodifiableList(checked));
    }

    private static List<@Nullable Object> checkedRow(int width, List<? extends @Nullable Object> row) {
        if (row.size() != width) {
            throw Checks.refused("row must have %s cells [count], but was %s", width, row.size());
        }
        final List<@Nullable Object> copy = new ArrayList<>(row);
        for (Object cell : copy) {
            if (cell != null && !(cell instanceof String || cell instanceof Number || cell instanceof Boolean)) {
                throw Checks.refused("cell must be a string, number, boolean or null, but was %s", cell.getClass());
            }
        }
        return Collections.unmodifiableList(copy);
    }

    /** This table with one more row; for many rows use {@link #of(List, List)}, as each call copies the list of rows. */
    public Table with(@Nullable Object... cells) {
        final List<List<@Nullable Object>> more = new ArrayList<>(rows);
        more.add(checkedRow(columns.size(), Arrays.asList(cells)));
        return new Table(columns, Collections.unmodifiableList(more));
    }

    /** The columns, from left to right. */
    public List<Column> columns() {
        return columns;
    }

    /** The rows, from top to bottom, unmodifiable; null cells are empty. */
    public List<List<@Nullable Object>> rows() {
        return rows;
    }

    /** The cells of one column, from top to bottom. */
    public List<@Nullable Object> column(String name) {
        for (int k = 0; k < columns.size(); k++) {
            if (columns.get(k).name().equals(name)) {
                final List<@Nullable Object> cells = new ArrayList<>(rows.size());
                for (List<@Nullable Object> row : rows) {
                    cells.add(row.get(k));
                }
                return Collections.unmodifiableList(cells);
            }
        }
        throw Checks.refused(
                "name must be one of %s, but was %s",
                columns.stream().map(Column::name).toList(), name);
    }

    /** Aligned columns for reading, numbers to 4 significant digits. */
    public String text() {
        return TableText.text(heads(), rows);
    }

    /** Comma-separated values (RFC 4180), one head line with units, full precision, an empty field where there is nothing. */
    public String csv() {
        return TableText.csv(heads(), rows);
    }

    /** A Markdown table, full precision. */
    public String markdown() {
        return TableText.markdown(heads(), rows);
    }

    /** A JSON array of objects, a row each, keyed by the columns' names without units; null where there is nothing or no number. */
    public String json() {
        return TableText.json(columns.stream().map(Column::name).toList(), rows);
    }

    private List<String> heads() {
        return columns.stream().map(Column::head).toList();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Table that && columns.equals(that.columns) && rows.equals(that.rows);
    }

    @Override
    public int hashCode() {
        return Objects.hash(columns, rows);
    }

    /** What JShell shows: the whole table if it is small, else its size. */
    @Override
    public String toString() {
        return "Table[" + rows.size() + " rows: " + String.join(", ", heads()) + "]";
    }
}
