package io.github.breakranks.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.breakranks.answer.Table.Column;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {
    private final Table table = Table.of(Column.of("cash", "USD"), Column.of("who"), Column.of("sure"))
            .with(0.1 + 0.2, "a, \"b\" | c\nd\te\\", true)
            .with(Double.NaN, null, false)
            .with(-1e-17, "", true)
            .with(12, "\u0001", false);

    @Test
    void textAlignsAndRoundsToFourDigits() {
        final Table plain = Table.of(Column.of("cash", "USD"), Column.of("who"), Column.of("gone", "share"))
                .with(0.1 + 0.2, "parole", 0.5)
                .with(Double.NaN, null, 1)
                .with(-1e-17, "", 0.123456);

        assertEquals("""
                cash [USD]  who     gone [share]
                       0.3  parole           0.5
                       NaN  -                  1
                -1.000e-17                0.1235
                """, plain.text());
    }

    @Test
    void numbersAreShownToFourDigits() {
        final Table numbers = Table.of(Column.of("x"))
                .with(0.0)
                .with(-0.0)
                .with(1234.5678)
                .with(123456789.0)
                .with(2e9)
                .with(0.00012346)
                .with(0.000012345)
                .with(Double.NEGATIVE_INFINITY)
                .with(0.99999)
                .with(Long.MAX_VALUE);

        assertEquals(
                List.of(
                        "x",
                        "0",
                        "0",
                        "1235",
                        "123500000",
                        "2.000e+09",
                        "0.0001235",
                        "1.235e-05",
                        "-Infinity",
                        "1",
                        "9223372036854775807"),
                Arrays.stream(numbers.text().split("\n")).map(String::strip).toList());
    }

    /** RFC 4180, sections 2.5 to 2.7: fields with commas, quotes or line breaks in quotes, quotes doubled. */
    @Test
    void csvQuotesAndKeepsAllDigits() {
        assertEquals(
                "cash [USD],who,sure\n"
                        + "0.30000000000000004,\"a, \"\"b\"\" | c\nd\te\\\",true\n"
                        + "NaN,,false\n"
                        + "-1.0E-17,,true\n"
                        + "12,\u0001,false\n",
                table.csv());
    }

    @Test
    void markdownEscapesBars() {
        assertEquals(
                "| cash [USD] | who | sure |\n"
                        + "| ---: | --- | --- |\n"
                        + "| 0.30000000000000004 | a, \"b\" \\| c d\te\\ | true |\n"
                        + "| NaN |  | false |\n"
                        + "| -1.0E-17 |  | true |\n"
                        + "| 12 | \u0001 | false |\n",
                table.markdown());
    }

    /** RFC 8259, sections 6 and 7: no NaN, control characters escaped. */
    @Test
    void jsonHasNoNaN() {
        assertEquals(
                "[{\"cash\":0.30000000000000004,\"who\":\"a, \\\"b\\\" | c\\nd\\te\\\\\",\"sure\":true},"
                        + "{\"cash\":null,\"who\":null,\"sure\":false},"
                        + "{\"cash\":-1.0E-17,\"who\":\"\",\"sure\":true},"
                        + "{\"cash\":12,\"who\":\"\\u0001\",\"sure\":false}]",
                table.json());
        assertEquals("[]", Table.of(Column.of("x")).json());
        assertEquals(
                "[{\"x\":null}]",
                Table.of(Column.of("x")).with(Float.POSITIVE_INFINITY).json());
    }

    @Test
    void readsColumnsByName() {
        assertEquals(Arrays.asList(true, false, true, false), table.column("sure"));
        assertEquals(
                "name must be one of [cash, who, sure], but was cash [USD]",
                assertThrows(IllegalArgumentException.class, () -> table.column("cash [USD]"))
                        .getMessage());
    }

    @Test
    void refusesRowsThatDoNotFit() {
        assertEquals(
                "row must have 3 cells [count], but was 1",
                assertThrows(IllegalArgumentException.class, () -> table.with(1))
                        .getMessage());
        assertEquals(
                "cell must be a string, number, boolean or null, but was class java.util.ArrayList",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> Table.of(Column.of("x")).with(new java.util.ArrayList<String>()))
                        .getMessage());
        assertThrows(
                UnsupportedOperationException.class, () -> table.rows().get(0).set(0, 1));
        assertThrows(UnsupportedOperationException.class, () -> table.rows().clear());
    }

    @Test
    void isAValue() {
        final Table same = Table.of(table.columns(), table.rows());

        assertEquals(table, same);
        assertEquals(table.hashCode(), same.hashCode());
        assertNotEquals(table, table.with(1, "", true));
        assertEquals("Table[4 rows: cash [USD], who, sure]", table.toString());
    }
}
