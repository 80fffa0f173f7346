package io.github.breakranks.examples.cli;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes maps, lists, strings, numbers, booleans and null as JSON; a number that is not finite as null. */
final class JsonText {
    private JsonText() {}

    static String of(Map<String, ? extends @Nullable Object> fields) {
        final StringWriter text = new StringWriter();
        try (JsonWriter writer = new JsonWriter(text)) {
            write(writer, fields);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    private static void write(JsonWriter writer, @Nullable Object value) throws IOException {
        if (value instanceof Map<?, ?> fields) {
            writer.beginObject();
            for (Map.Entry<?, ?> field : fields.entrySet()) {
                writer.name(String.valueOf(field.getKey()));
                write(writer, field.getValue());
            }
            writer.endObject();
        } else if (value instanceof Iterable<?> items) {
            writer.beginArray();
            for (Object item : items) {
                write(writer, item);
            }
            writer.endArray();
        } else if (value instanceof Double real) {
            if (Double.isFinite(real)) {
                writer.value(real);
            } else {
                writer.nullValue();
            }
        } else if (value instanceof Number number) {
            writer.value(number);
        } else if (value instanceof Boolean flag) {
            writer.value(flag);
        } else if (value == null) {
            writer.nullValue();
        } else {
            writer.value(value.toString());
        }
    }
}
