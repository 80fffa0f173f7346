package io.github.breakranks.examples.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.breakranks.examples.Main;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** One call of the command line: its exit code and what it printed. */
public record Run(int exit, String out, String err) {

    /** Calls the program. */
    public static Run of(String... args) {
        final ByteArrayOutputStream out = new ByteArrayOutputStream();
        final ByteArrayOutputStream err = new ByteArrayOutputStream();
        final int exit;
        try (PrintStream answers = new PrintStream(out, true, StandardCharsets.UTF_8);
                PrintStream refusals = new PrintStream(err, true, StandardCharsets.UTF_8)) {
            exit = Main.execute(answers, refusals, args);
        }
        return new Run(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** Calls the program with the words of one line. */
    public static Run line(String line) {
        return of(line.strip().split(" +"));
    }

    /** The one JSON object that an answered call printed. */
    public JsonObject json() {
        assertEquals("", err);
        assertEquals(0, exit);
        return object();
    }

    /** The one JSON object printed, however the call ended. */
    public JsonObject object() {
        assertEquals(1, out.lines().count(), out);
        return JsonParser.parseString(out).getAsJsonObject();
    }

    /** The one sentence of a refused call. */
    public String refusal() {
        assertEquals(2, exit, out + err);
        assertEquals("", out);
        assertEquals(1, err.lines().count(), err);
        return err.strip();
    }
}
