package io.github.breakranks.examples.job;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.github.breakranks.answer.Range;
import io.github.breakranks.examples.job.Figure.Origin;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads a case from CSV in UTF-8, and refuses what is wrong in it by line and column. */
final class CaseReader {
    private static final String BUILT_IN = "hessians.csv";
    private static final String TITLE = "the Hessian auxiliaries of 1776 to 1783";

    private CaseReader() {}

    /** The Hessian auxiliaries of 1776 to 1783. */
    static Case hessians() {
        try (InputStream in = Objects.requireNonNull(CaseReader.class.getResourceAsStream(BUILT_IN), BUILT_IN)) {
            return parse(BUILT_IN, in.readAllBytes()).build(TITLE);
        } catch (IOException thrown) {
            throw new UncheckedIOException(thrown);
        }
    }

    /** The case in a file. */
    static Case read(Path csv) {
        if (Files.isDirectory(csv)) {
            throw unreadable(csv, "a directory", new IOException(csv.toString()));
        }
        try {
            return parse(csv.toString(), Files.readAllBytes(csv)).build(csv.toString());
        } catch (NoSuchFileException thrown) {
            throw unreadable(csv, "missing", thrown);
        } catch (AccessDeniedException thrown) {
            throw unreadable(csv, "closed to this user", thrown);
        } catch (IOException thrown) {
            throw unreadable(csv, String.valueOf(thrown.getMessage()), thrown);
        }
    }

    private static UncheckedIOException unreadable(Path csv, String was, IOException cause) {
        return new UncheckedIOException(csv + " must be a file that can be read, but was " + was, cause);
    }

    private static CaseBuilder parse(String file, byte[] bytes) {
        final String text = decoded(file, bytes);
        final List<Figure> figures = new ArrayList<>();
        long line = 0;
        for (Row row : rows(file, text)) {
            if (line == 0) {
                row.checkHead();
            } else {
                figures.add(figure(row));
            }
            line = row.line();
        }
        if (line == 0) {
            throw Row.refused(file, 1, 1, "head must be " + String.join(",", Row.HEAD) + ", but was empty");
        }
        return new CaseBuilder(file, line, figures);
    }

    private static String decoded(String file, byte[] bytes) {
        final ByteBuffer in = ByteBuffer.wrap(bytes);
        final CharBuffer out = CharBuffer.allocate(bytes.length);
        final CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(in, out, true);
        final String text = out.flip().toString();
        if (result.isError()) {
            final String before = text.substring(text.lastIndexOf('\n') + 1);
            throw Row.refused(
                    file,
                    text.chars().filter(c -> c == '\n').count() + 1,
                    (int) before.chars().filter(c -> c == ',').count() + 1,
                    String.format("text must be UTF-8, but was byte 0x%02X", bytes[in.position()]));
        }
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static List<Row> rows(String file, String text) {
        final List<Row> rows = new ArrayList<>();
        try (CsvReader<CsvRecord> csv = CsvReader.builder()
                .commentStrategy(CommentStrategy.SKIP)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .ofCsvRecord(text)) {
            for (CsvRecord each : csv) {
                rows.add(new Row(file, each.getStartingLineNumber(), each.getFields()));
            }
        } catch (IOException thrown) {
            throw new UncheckedIOException(thrown);
        } catch (CsvParseException thrown) {
            throw misquoted(file, text, thrown);
        }
        return rows;
    }

    /** The parser names no place: it is the first quoted field that does not end at a comma, a line's end or the text's. */
    private static IllegalArgumentException misquoted(String file, String text, CsvParseException thrown) {
        int line = 1;
        int column = 1;
        int at = 0;
        while (at < text.length()) {
            final int end = text.charAt(at) == '"' ? closing(text, at) : unquotedEnd(text, at);
            if (end < 0 || (end < text.length() && ",\r\n".indexOf(text.charAt(end)) < 0)) {
                final String was =
                        text.substring(at, Math.min(text.length(), at + 20)).replaceAll("\\s+", " ");
                return Row.refused(file, line, column, "a quoted field must end in a quote, but was " + was);
            }
            line += (int) text.substring(at, end).chars().filter(c -> c == '\n').count();
            final boolean endsLine = end < text.length() && text.charAt(end) != ',';
            column = endsLine ? 1 : column + 1;
            line += end < text.length() && text.charAt(end) == '\n' ? 1 : 0;
            at = end + 1;
        }
        final String said = String.valueOf(thrown.getMessage());
        return Row.refused(file, line, column, "text must be comma-separated values, but was refused: " + said);
    }

    /** Just behind the quote that closes the field that begins here; negative if none does. */
    private static int closing(String text, int from) {
        int quote = text.indexOf('"', from + 1);
        while (quote >= 0 && quote + 1 < text.length() && text.charAt(quote + 1) == '"') {
            quote = text.indexOf('"', quote + 2);
        }
        return quote < 0 ? -1 : quote + 1;
    }

    private static int unquotedEnd(String text, int from) {
        int end = from;
        while (end < text.length() && ",\r\n".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return end;
    }

    private static Figure figure(Row row) {
        row.checkWidth();
        final Kind kind = kind(row);
        final String item = row.given("item");
        final Certainty certainty = certainty(row);
        if ((certainty == Certainty.ASSUMED) != (kind == Kind.ASSUMED)) {
            throw row.refused(
                    "certainty",
                    kind == Kind.ASSUMED ? "be assumed where kind is" : "not be assumed in a figure of history",
                    certainty.word());
        }
        final String unit = row.given("unit");
        final Range value = value(row);
        if (kind != Kind.ASSUMED) {
            row.given("source");
        }
        final Origin origin = new Origin(certainty, row.text("source"), row.text("note"));
        return new Figure(row.line(), kind, item, value, unit, origin);
    }

    private static @Nullable Range value(Row row) {
        final Double low = row.amount("low", 0);
        if (low == null) {
            if (!row.text("high").isEmpty()) {
                throw row.refused("low", "be given where high is", "");
            }
            return null;
        }
        final Double high = row.amount("high", low);
        if (high == null) {
            throw row.refused("high", "be given where low is", "");
        }
        return new Range(low, high);
    }

    private static Kind kind(Row row) {
        for (Kind kind : Kind.values()) {
            if (kind.word().equals(row.text("kind"))) {
                return kind;
            }
        }
        throw row.refused("kind", "be one of " + words(Kind.values()), row.text("kind"));
    }

    private static String words(Kind... kinds) {
        return Arrays.stream(kinds).map(Kind::word).collect(Collectors.joining(", "));
    }

    private static Certainty certainty(Row row) {
        for (Certainty certainty : Certainty.values()) {
            if (certainty.word().equals(row.text("certainty"))) {
                return certainty;
            }
        }
        final String all =
                Arrays.stream(Certainty.values()).map(Certainty::word).collect(Collectors.joining(", "));
        throw row.refused("certainty", "be one of " + all, row.text("certainty"));
    }
}
