package io.github.breakranks.examples.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.StringReader;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads JSON as RFC 8259 has it: no unquoted names, no name twice in an object, no deep nesting. */
final class StrictJson {
    private static final int DEEPEST = 16;
    private static final Pattern PLACE = Pattern.compile("at (line [0-9]+ column [0-9]+)");

    private final JsonReader reader;

    private StrictJson(JsonReader reader) {
        this.reader = reader;
    }

    /** The one value that a text holds. */
    static JsonElement read(String text) {
        try (JsonReader reader = new JsonReader(new StringReader(text))) {
            reader.setStrictness(Strictness.STRICT);
            final JsonElement value = new StrictJson(reader).value(0);
            if (reader.peek() != JsonToken.END_DOCUMENT) {
                throw new BadInput("FILE must be one JSON object, but was more");
            }
            return value;
        } catch (IOException | JsonParseException malformed) {
            final Matcher place = PLACE.matcher(String.valueOf(malformed.getMessage()));
            throw new BadInput("FILE must be one JSON object, but was not: see "
                    + (place.find() ? place.group(1).replace(" column", ", column") : "its end"));
        }
    }

    private JsonElement value(int depth) throws IOException {
        if (depth > DEEPEST) {
            throw BadInput.of("FILE", "nested at most " + DEEPEST + " deep [count]", "deeper");
        }
        switch (reader.peek()) {
            case BEGIN_ARRAY:
                return array(depth);
            case BEGIN_OBJECT:
                return object(depth);
            default:
                return JsonParser.parseReader(reader); // a number, a string, true, false or null
        }
    }

    private JsonArray array(int depth) throws IOException {
        final JsonArray array = new JsonArray();
        reader.beginArray();
        while (reader.hasNext()) {
            array.add(value(depth + 1));
        }
        reader.endArray();
        return array;
    }

    private JsonObject object(int depth) throws IOException {
        final JsonObject object = new JsonObject();
        reader.beginObject();
        while (reader.hasNext()) {
            final String name = reader.nextName();
            if (object.has(name)) {
                throw BadInput.of("field", "given once [count]", name + " again");
            }
            object.add(name, value(depth + 1));
        }
        reader.endObject();
        return object;
    }
}
