package io.github.breakranks.internal;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes rows of cells as aligned text, CSV, Markdown and JSON. */
public final class TableText {
    private TableText() {}

    /** Aligned columns, numbers to the right and to 4 significant digits. */
    public static String text(List<String> heads, List<? extends List<? extends @Nullable Object>> rows) {
        final List<List<String>> lines = new ArrayList<>();
        lines.add(heads);
        for (List<? extends @Nullable Object> row : rows) {
            lines.add(row.stream().map(TableText::brief).toList());
        }
        final int[] widths = new int[heads.size()];
        final boolean[] right = new boolean[heads.size()];
        for (int k = 0; k < right.length; k++) {
            right[k] = numeric(rows, k);
        }
        for (List<String> line : lines) {
            for (int k = 0; k < widths.length; k++) {
                widths[k] = Math.max(widths[k], line.get(k).length());
            }
        }
        final StringBuilder out = new StringBuilder();
        for (int i = 0; i < lines.size(); i++) {
            final StringBuilder line = new StringBuilder();
            for (int k = 0; k < widths.length; k++) {
                line.append(k == 0 ? "" : "  ").append(padded(lines.get(i).get(k), widths[k], right[k]));
            }
            out.append(line.toString().stripTrailing()).append('\n');
        }
        return out.toString();
    }

    private static boolean numeric(List<? extends List<? extends @Nullable Object>> rows, int column) {
        return rows.stream()
                .map(row -> row.get(column))
                .noneMatch(cell -> cell instanceof String || cell instanceof Boolean);
    }

    private static String padded(String cell, int width, boolean right) {
        final String space = " ".repeat(width - cell.length());
        return right ? space + cell : cell + space;
    }

    /** A quotient to some seven digits, also where it is beyond floats or doubles. */
    public static String quotient(BigInteger numerator, BigInteger denominator) {
        final BigDecimal rounded = new BigDecimal(numerator).divide(new BigDecimal(denominator), new MathContext(40));
        final float brief = rounded.floatValue();
        if (Float.isFinite(brief) && (brief != 0 || numerator.signum() == 0)) {
            return Float.toString(brief);
        }
        final BigDecimal eight = rounded.round(new MathContext(8));
        final double value = eight.doubleValue();
        return Double.isFinite(value) && value != 0
                ? Double.toString(value)
                : eight.stripTrailingZeros().toString();
    }

    /** A cell for reading: doubles to 4 significant digits, "-" where there is nothing. */
    public static String brief(@Nullable Object cell) {
        if (cell == null) {
            return "-";
        }
        if (!(cell instanceof Double || cell instanceof Float)) {
            return cell.toString();
        }
        return number(((Number) cell).doubleValue(), 4);
    }

    /** So many of something: 1 round, 2 rounds. */
    public static String counted(long count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }

    /** A number to so many significant digits, without an exponent where that is readable. */
    public static String number(double value, int digits) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            return Double.toString(value);
        }
        final double size = Math.abs(value);
        if (size != 0 && (size < 1e-4 || size >= 1e9)) {
            return String.format(Locale.ROOT, "%." + (digits - 1) + "e", value);
        }
        final BigDecimal rounded =
                new BigDecimal(value).round(new MathContext(digits)).stripTrailingZeros();
        return rounded.signum() == 0 ? "0" : rounded.toPlainString();
    }

    /** Comma-separated values as in RFC 4180. */
    public static String csv(List<String> heads, List<? extends List<? extends @Nullable Object>> rows) {
        final StringBuilder out = new StringBuilder();
        out.append(String.join(",", heads.stream().map(TableText::csvCell).toList()))
                .append('\n');
        for (List<? extends @Nullable Object> row : rows) {
            out.append(String.join(",", row.stream().map(TableText::csvCell).toList()))
                    .append('\n');
        }
        return out.toString();
    }

    private static String csvCell(@Nullable Object cell) {
        final String plain = cell == null ? "" : cell.toString();
        final boolean quoted = plain.indexOf(',') >= 0
                || plain.indexOf('"') >= 0
                || plain.indexOf('\n') >= 0
                || plain.indexOf('\r') >= 0;
        return quoted ? '"' + plain.replace("\"", "\"\"") + '"' : plain;
    }

    /** A Markdown table. */
    public static String markdown(List<String> heads, List<? extends List<? extends @Nullable Object>> rows) {
        final StringBuilder out = new StringBuilder();
        out.append("| ")
                .append(String.join(
                        " | ", heads.stream().map(TableText::markdownCell).toList()))
                .append(" |\n|");
        for (int k = 0; k < heads.size(); k++) {
            out.append(numeric(rows, k) ? " ---: |" : " --- |");
        }
        out.append('\n');
        for (List<? extends @Nullable Object> row : rows) {
            out.append("| ")
                    .append(String.join(
                            " | ", row.stream().map(TableText::markdownCell).toList()))
                    .append(" |\n");
        }
        return out.toString();
    }

    private static String markdownCell(@Nullable Object cell) {
        return cell == null ? "" : cell.toString().replace("|", "\\|").replace("\n", " ");
    }

    /** A JSON array of objects. */
    public static String json(List<String> names, List<? extends List<? extends @Nullable Object>> rows) {
        final StringBuilder out = new StringBuilder("[");
        for (int i = 0; i < rows.size(); i++) {
            out.append(i == 0 ? "{" : ",{");
            for (int k = 0; k < names.size(); k++) {
                out.append(k == 0 ? "" : ",")
                        .append(jsonString(names.get(k)))
                        .append(':')
                        .append(jsonCell(rows.get(i).get(k)));
            }
            out.append('}');
        }
        return out.append(']').toString();
    }

    private static String jsonCell(@Nullable Object cell) {
        if (cell instanceof String words) {
            return jsonString(words);
        }
        final boolean none = cell == null
                || cell instanceof Double real && !Double.isFinite(real)
                || cell instanceof Float single && !Float.isFinite(single);
        return none ? "null" : String.valueOf(cell);
    }

    private static String jsonString(String words) {
        final StringBuilder out = new StringBuilder("\"");
        for (int i = 0; i < words.length(); i++) {
            final char c = words.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> out.append(c < 0x20 ? String.format("\\u%04x", (int) c) : String.valueOf(c));
            }
        }
        return out.append('"').toString();
    }
}
