package io.github.breakranks.examples.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.github.breakranks.answer.Fraction;
import io.github.breakranks.signaling.Prior;
import io.github.breakranks.signaling.SignalingGame;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a signaling game from JSON; numbers and strings such as "9/10" are read exactly. */
final class SignalingFile {
    private static final long MOST_BYTES = 100_000_000;
    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]+(\\.[0-9]*)?([eE][+-]?[0-9]+)?");
    private static final Set<String> FIELDS = Set.of("types", "prior", "messages", "actions", "sender", "receiver");

    private final JsonObject fields;

    private SignalingFile(JsonObject fields) {
        this.fields = fields;
    }

    /** The game that a file states. */
    static SignalingGame read(String file) {
        return new SignalingFile(object(text(file))).game();
    }

    private static String text(String file) {
        try {
            final Path path = Path.of(file);
            if (!Files.isRegularFile(path) || Files.size(path) > MOST_BYTES) {
                throw BadInput.of("FILE", "a file that can be read, of at most 100 MB", file);
            }
            return Files.readString(path);
        } catch (IOException | InvalidPathException unreadable) {
            throw BadInput.of("FILE", "a file that can be read", file);
        }
    }

    private static JsonObject object(String text) {
        final JsonElement parsed = StrictJson.read(text);
        if (!parsed.isJsonObject()) {
            throw BadInput.of("FILE", "one JSON object", parsed.toString());
        }
        for (final String name : parsed.getAsJsonObject().keySet()) {
            if (!FIELDS.contains(name)) {
                throw BadInput.of("field", "one of types, prior, messages, actions, sender, receiver", name);
            }
        }
        return parsed.getAsJsonObject();
    }

    private SignalingGame game() {
        final List<String> types = names("types");
        final List<String> messages = names("messages");
        final List<String> actions = names("actions");
        final JsonArray shares = array("prior", fields.get("prior"), types.size());
        final boolean[][] without = new boolean[types.size()][messages.size()];
        final int[] shape = {types.size(), messages.size(), actions.size()};
        final Fraction[][][] sender = payoffs("sender", shape, without);
        final Fraction[][][] receiver = payoffs("receiver", shape, without);
        return BadInput.naming("", () -> {
            SignalingGame game = SignalingGame.of(prior(types, shares), messages, actions, sender, receiver);
            for (int t = 0; t < without.length; t++) {
                for (int m = 0; m < messages.size(); m++) {
                    game = without[t][m] ? game.without(types.get(t), messages.get(m)) : game;
                }
            }
            return game;
        });
    }

    /** Exact, unless all are numbers that do not sum to 1 as they are. */
    private static Prior prior(List<String> types, JsonArray shares) {
        final Fraction[] exact = new Fraction[shares.size()];
        boolean numbers = true;
        Fraction sum = Fraction.ZERO;
        for (int t = 0; t < exact.length; t++) {
            exact[t] = number("prior[" + t + "]", shares.get(t));
            numbers &= shares.get(t).getAsJsonPrimitive().isNumber();
            sum = sum.plus(exact[t]);
        }
        return numbers && !sum.equals(Fraction.ONE)
                ? Prior.of(
                        types, Arrays.stream(exact).mapToDouble(Fraction::value).toArray())
                : Prior.of(types, exact);
    }

    private List<String> names(String field) {
        final JsonElement given = fields.get(field);
        if (given == null || !given.isJsonArray()) {
            throw BadInput.of(field, "a list of names", given == null ? "left out" : given.toString());
        }
        final List<String> names = new ArrayList<>();
        for (final JsonElement name : given.getAsJsonArray()) {
            if (!name.isJsonPrimitive()) {
                throw BadInput.of(field, "a list of names", name.toString());
            }
            names.add(name.getAsString());
        }
        return names;
    }

    private static JsonArray array(String name, @Nullable JsonElement given, int size) {
        if (given == null || !given.isJsonArray() || given.getAsJsonArray().size() != size) {
            throw BadInput.of(name, "a list of " + size + " [count]", given == null ? "left out" : given.toString());
        }
        return given.getAsJsonArray();
    }

    /** By type, message and action; nulls mark messages that a type cannot send. */
    private Fraction[][][] payoffs(String name, int[] shape, boolean[][] without) {
        final Fraction[][][] payoffs = new Fraction[shape[0]][shape[1]][shape[2]];
        final JsonArray ofTypes = array(name, fields.get(name), shape[0]);
        for (int t = 0; t < shape[0]; t++) {
            final JsonArray ofMessages = array(name + "[" + t + "]", ofTypes.get(t), shape[1]);
            for (int m = 0; m < shape[1]; m++) {
                final String at = name + "[" + t + "][" + m + "]";
                without[t][m] |= ofMessages.get(m).isJsonNull();
                payoffs[t][m] = row(at, ofMessages.get(m), shape[2]);
            }
        }
        return payoffs;
    }

    private static Fraction[] row(String name, JsonElement given, int size) {
        final Fraction[] row = new Fraction[size];
        if (given.isJsonNull()) {
            Arrays.fill(row, Fraction.ZERO);
            return row;
        }
        final JsonArray ofActions = array(name, given, size);
        for (int a = 0; a < size; a++) {
            row[a] = number(name + "[" + a + "]", ofActions.get(a));
        }
        return row;
    }

    private static Fraction number(String name, JsonElement given) {
        if (!given.isJsonPrimitive() || given.getAsJsonPrimitive().isBoolean()) {
            throw BadInput.of(name, "a number, or a string such as \"9/10\"", given.toString());
        }
        try {
            return Fraction.parse(given.getAsString());
        } catch (IllegalArgumentException malformed) {
            if (NUMBER.matcher(given.getAsString()).matches()) {
                throw BadInput.of(name, "a number with at most 1100 decimals, or zeros at its end", given.toString());
            }
            throw BadInput.of(name, "a number, or a string such as \"9/10\"", given.toString());
        }
    }
}
