package io.github.breakranks.examples.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.breakranks.answer.Range;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CaseReaderTest {
    private static final String HEAD = "kind,item,low,high,unit,certainty,source,note";
    private static final List<String> GOOD = List.of(
            HEAD,
            "force,heads,1000,1000,men,uncertain,own,",
            "force,gone,50,80,men,uncertain,own,",
            "offer,base,100,100,USD,confirmed,own,",
            "assumed,reprisal,1,1,100 USD,assumed,,",
            "assumed,credibility,0.9,0.9,share,assumed,,",
            "assumed,reach,1,1,share,assumed,,",
            "assumed,spread,0.5,0.5,100 USD,assumed,,");

    @TempDir
    Path directory;

    private Case read(String text) {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    private Case read(byte... bytes) {
        try {
            return CaseReader.read(Files.write(directory.resolve("own.csv"), bytes));
        } catch (IOException thrown) {
            throw new IllegalStateException(thrown);
        }
    }

    private String refused(String text) {
        return assertThrows(IllegalArgumentException.class, () -> read(text))
                .getMessage()
                .replace(directory.resolve("own.csv").toString(), "FILE");
    }

    @Test
    void readsACase() {
        final Case own = read("\uFEFF" + String.join("\r\n", GOOD) + "\r\n\r\n# the end\r\n");

        assertEquals(1000, own.heads());
        assertEquals(new Range(0.05, 0.08), own.share());
        assertEquals("100 USD", own.base().name());
        assertEquals(new Assumption(1, 0.9, 1, 0.5), own.grid().at(0));
    }

    /** One row of a good case is replaced. */
    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "1|kind,item,lo,high,unit,certainty,source,note|FILE line 1 column 3: head must be low, but was lo",
                "1|kind,item|FILE line 1 column 3: head must be low, but was empty",
                "2|force,heads,x,1000,men,uncertain,own,|FILE line 2 column 3: low must be finite and >= 0.0 [men], but was x",
                "2|force,heads,NaN,1000,men,uncertain,own,|FILE line 2 column 3: low must be finite and >= 0.0 [men], but was NaN",
                "2|force,heads,-1,1000,men,uncertain,own,|FILE line 2 column 3: low must be finite and >= 0.0 [men], but was -1",
                "2|force,heads,1000,1e999,men,uncertain,own,|FILE line 2 column 4: high must be finite and >= 1000.0 [men], but was 1e999",
                "2|force,heads,1000,,men,uncertain,own,|FILE line 2 column 4: high must be given where low is, but was empty",
                "2|force,heads,,1000,men,uncertain,own,|FILE line 2 column 3: low must be given where high is, but was empty",
                "2|force,heads,,,men,uncertain,own,|FILE line 2 column 3: low must be given, but was empty",
                "2|force,heads,1000,2000,men,uncertain,own,|FILE line 2 column 4: high must be low, 1000.0 [men], but was 2000.0",
                "2|force,heads,0.5,0.5,men,uncertain,own,|FILE line 2 column 3: low must be a whole number from 1 to 2147483647 [men], but was 0.5",
                "2|force,head,1000,1000,men,uncertain,own,|FILE line 2 column 2: item must be one of heads, gone, but was head",
                "2|force,heads,1000,1000,men,uncertain,,|FILE line 2 column 7: source must be given, but was empty",
                "2|force,heads,1000,1000,,uncertain,own,|FILE line 2 column 5: unit must be given, but was empty",
                "2|force,heads,1000,1000,men,sure,own,|FILE line 2 column 6: certainty must be one of confirmed, cross-checked, sum cross-checked, uncertain, assumed, but was sure",
                "2|force,heads,1000,1000,men,assumed,own,|FILE line 2 column 6: certainty must not be assumed in a figure of history, but was assumed",
                "2|force,heads,1000,1000,men,uncertain|FILE line 2 column 7: row must have 8 fields [count], but was 6",
                "2|force,heads,1,000,1,000,men,uncertain,own,|FILE line 2 column 9: row must have 8 fields [count], but was 10",
                "2|farce,heads,1000,1000,men,uncertain,own,|FILE line 2 column 1: kind must be one of sent, returned, not returned, loss, force, offer, rank, bonus, context, assumed, but was farce",
                "2|#|FILE line 8 column 1: rows must include force,heads, but was at the end of the file",
                "3|force,gone,0,80,men,uncertain,own,|FILE line 3 column 3: low must be > 0.0 [men], but was 0.0",
                "3|force,gone,50,50,men,uncertain,own,|FILE line 3 column 4: high must be > low, 50.0 [men], but was 50.0",
                "3|force,gone,50,1000,men,uncertain,own,|FILE line 3 column 4: high must be < 1000 [men], but was 1000.0",
                "3|force,gone,5,8,percent,uncertain,own,|FILE line 3 column 5: unit must be that of the heads, men, but was percent",
                "4|offer,base,0,0,USD,confirmed,own,|FILE line 4 column 3: low must be > 0.0 [USD], but was 0.0",
                "5|force,gone,50,80,men,uncertain,own,|FILE line 5 column 2: item must stand in one row of kind force, but was gone again after line 3",
                "5|assumed,reprisal,1,1,USD,assumed,,|FILE line 5 column 5: unit must be 100 USD, but was USD",
                "5|assumed,reprisal,1,1,100 USD,confirmed,,|FILE line 5 column 6: certainty must be assumed where kind is, but was confirmed",
                "6|assumed,credibility,1.5,1.5,share,assumed,,|FILE line 6 column 3: low must be a share in (0, 1], but was 1.5",
                "7|assumed,reach,0,0,share,assumed,,|FILE line 7 column 3: low must be a share in (0, 1], but was 0.0",
                "7|assumed,credibility,0.9,0.9,share,assumed,,|FILE line 7 column 3: low must differ from those of the other rows of credibility, but was 0.9",
                "8|assumed,spread,0,0,100 USD,assumed,,|FILE line 8 column 3: low must be > 0.0 [100 USD], but was 0.0"
            })
    void namesLineAndColumn(int line, String row, String message) {
        final String[] rows = GOOD.toArray(new String[0]);
        rows[line - 1] = row;

        assertEquals(message, refused(String.join("\n", rows)));
    }

    @Test
    void refusesAnEmptyFile() {
        assertEquals("FILE line 1 column 1: head must be " + HEAD + ", but was empty", refused(""));
    }

    @Test
    void refusesAHeadAlone() {
        assertEquals(
                "FILE line 1 column 1: rows must include force,heads, but was at the end of the file", refused(HEAD));
    }

    @Test
    void refusesAnOpenQuote() {
        assertEquals(
                "FILE line 3 column 2: a quoted field must end in a quote, but was \"heads,1000,1000,men",
                refused(HEAD + "\n\nforce,\"heads,1000,1000,men,uncertain,own,\n"));
    }

    @Test
    void refusesWordsBehindAQuote() {
        assertEquals(
                "FILE line 4 column 2: a quoted field must end in a quote, but was \"heads\"x,1,1,men,unc",
                refused(
                        HEAD
                                + "\nbonus,\"a \"\"b\"\"\nc\",,,men,uncertain,own,\nforce,\"heads\"x,1,1,men,uncertain,own,\n"));
    }

    @Test
    void refusesWhatIsNotText() {
        final byte[] bytes = (HEAD + "\nforce,heads?").getBytes(StandardCharsets.UTF_8);
        bytes[bytes.length - 1] = (byte) 0xE9;

        final var refused = assertThrows(IllegalArgumentException.class, () -> read(bytes));

        assertEquals(
                directory.resolve("own.csv") + " line 2 column 2: text must be UTF-8, but was byte 0xE9",
                refused.getMessage());
    }

    @Test
    void refusesTooManyCombinations() {
        final StringBuilder rows = new StringBuilder(String.join("\n", GOOD.subList(0, 7)));
        for (int k = 1; k <= 2001; k++) {
            rows.append("\nassumed,spread,").append(k).append(',').append(k).append(",100 USD,assumed,,");
        }

        assertEquals(
                "FILE line 2008 column 1: assumed rows must make at most 2000 combinations [count], but was 2001",
                refused(rows.toString()));
    }
}
