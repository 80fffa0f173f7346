package io.github.breakranks.game;

import io.github.breakranks.internal.Checks;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Games in normal form as text: Gambit's files {@code .nfg}, read and written in both their forms.
 *
 * <pre>{@code
 *   NFG 1 R "title" { "player" ... } { 3 2 } payoffs               3 and 2 actions without names
 *   NFG 1 R "title" { "player" ... } { { "action" ... } ... } payoffs
 *   the same with    { { "outcome" 1, 2 } ... } 1 2 0 ...          outcomes, and which one each combination has; 0: nobody earns anything
 * }</pre>
 *
 * <p>The first player's action runs fastest, unlike in {@link NormalFormGame#index}. Numbers are read exactly: whole ones, decimals with or
 * without an exponent, and fractions. A quoted text may stand before the payoffs or the outcomes, as a remark; it is not kept, nor are the
 * outcomes' names. In quoted text {@code \"} is a quotation mark and {@code \\} a backslash. Line breaks and blanks may stand anywhere
 * between.
 *
 * <p>What is written comes back as an equal game: fractions as such, doubles as the binary fractions that they are
 * ({@link NormalFormGame#asWritten} first gives shorter numbers, and other ones). Exceptions: {@link IllegalArgumentException} for what a file
 * says, with line and column; {@link UncheckedIOException} where it cannot be read or written.
 *
 * @see <a href="https://gambitproject.readthedocs.io/en/latest/formats.html">Gambit's documentation of its formats</a>
 */
public final class GameFile {
    private static final long MOST_BYTES = 1_000_000_000L;

    private GameFile() {}

    /** The game that a file states, in UTF-8, of at most 1 GB. */
    public static NormalFormGame read(Path file) {
        Objects.requireNonNull(file, "file");
        try {
            final long bytes = Files.size(file);
            if (bytes > MOST_BYTES) {
                throw Checks.refused("%s must be at most %s [bytes], but was %s", file, MOST_BYTES, bytes);
            }
            return new GameFileReader(" of " + file.getFileName(), Files.readString(file)).game();
        } catch (CharacterCodingException unreadable) {
            throw new IllegalArgumentException(file + " must be UTF-8 [encoding], but was not", unreadable);
        } catch (IOException thrown) {
            throw new UncheckedIOException("cannot read " + file, thrown);
        }
    }

    /** The game that a text states. */
    public static NormalFormGame parse(String text) {
        return new GameFileReader("", Objects.requireNonNull(text, "text")).game();
    }

    /** Writes a game so that reading gives an equal one; numbers of more than ten thousand digits are not read. */
    public static void write(NormalFormGame game, Path file) {
        Objects.requireNonNull(game, "game");
        write(out -> write(game, out), file);
    }

    /** The same by outcomes: each different list of payoffs once, and which one each combination has; shorter where many are alike. */
    public static void writeOutcomes(NormalFormGame game, Path file) {
        Objects.requireNonNull(game, "game");
        write(out -> writeOutcomes(game, out), file);
    }

    /** What {@link #write} puts into a file. */
    public static String text(NormalFormGame game) {
        Objects.requireNonNull(game, "game");
        return text(out -> write(game, out));
    }

    /** What {@link #writeOutcomes} puts into a file. */
    public static String outcomesText(NormalFormGame game) {
        Objects.requireNonNull(game, "game");
        return text(out -> writeOutcomes(game, out));
    }

    @FunctionalInterface
    private interface Writing {
        void to(Appendable out) throws IOException;
    }

    private static void write(Writing writing, Path file) {
        try (BufferedWriter out =
                Files.newBufferedWriter(Objects.requireNonNull(file, "file"), StandardCharsets.UTF_8)) {
            writing.to(out);
        } catch (IOException thrown) {
            throw new UncheckedIOException("cannot write " + file, thrown);
        }
    }

    private static String text(Writing writing) {
        final StringBuilder out = new StringBuilder();
        try {
            writing.to(out);
        } catch (IOException impossible) {
            throw new UncheckedIOException("cannot write text", impossible);
        }
        return out.toString();
    }

    private static void writeNames(NormalFormGame game, Appendable out) throws IOException {
        out.append("NFG 1 R ").append(quoted(game.title())).append(" {");
        for (int player = 0; player < game.players(); player++) {
            out.append(' ').append(quoted(game.player(player)));
        }
        out.append(" }\n\n{\n");
        for (int player = 0; player < game.players(); player++) {
            out.append("{");
            for (int action = 0; action < game.actions(player); action++) {
                out.append(' ').append(quoted(game.action(player, action)));
            }
            out.append(" }\n");
        }
        out.append("}\n\n");
    }

    private static void write(NormalFormGame game, Appendable out) throws IOException {
        writeNames(game, out);
        final int[] chosen = new int[game.players()];
        for (int combination = 0; combination < game.profiles(); combination++) {
            out.append(earned(game, game.index(chosen), " ")).append('\n');
            next(chosen, game);
        }
    }

    private static void writeOutcomes(NormalFormGame game, Appendable out) throws IOException {
        writeNames(game, out);
        final Map<String, Integer> outcomes = new LinkedHashMap<>();
        final int[] which = new int[game.profiles()];
        final int[] chosen = new int[game.players()];
        for (int combination = 0; combination < which.length; combination++) {
            final String earned = earned(game, game.index(chosen), ", ");
            which[combination] = outcomes.computeIfAbsent(earned, added -> outcomes.size() + 1);
            next(chosen, game);
        }
        out.append("{\n");
        for (final String earned : outcomes.keySet()) {
            out.append("{ \"\" ").append(earned).append(" }\n");
        }
        out.append("}\n\n");
        for (int combination = 0; combination < which.length; combination++) {
            out.append(String.valueOf(which[combination]))
                    .append((combination + 1) % game.actions(0) == 0 ? "\n" : " ");
        }
    }

    /** What each player earns in a combination, one after another. */
    private static String earned(NormalFormGame game, int index, String between) {
        final StringBuilder out = new StringBuilder();
        for (int player = 0; player < game.players(); player++) {
            out.append(player == 0 ? "" : between).append(game.exactPayoffAt(player, index));
        }
        return out.toString();
    }

    private static String quoted(String name) {
        return '"' + name.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    /** The first player's action runs fastest. */
    private static void next(int[] chosen, NormalFormGame game) {
        for (int player = 0; player < chosen.length; player++) {
            if (++chosen[player] < game.actions(player)) {
                return;
            }
            chosen[player] = 0;
        }
    }
}
