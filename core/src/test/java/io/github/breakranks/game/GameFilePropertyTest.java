package io.github.breakranks.game;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.breakranks.Seeds;
import io.github.breakranks.answer.Fraction;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class GameFilePropertyTest {
    private static final String LETTERS = "ab \"\\{}\n,1é";

    private static NormalFormGame drawn(SplittableRandom random) {
        final int[] actions = random.ints(random.nextInt(1, 4), 1, 4).toArray();
        final NormalFormGame game = switch (random.nextInt(3)) {
            case 0 ->
                NormalFormGame.of(
                        actions,
                        (player, chosen) -> (random.nextDouble() - 0.5) * Math.pow(10, random.nextInt(-20, 20)));
            case 1 -> NormalFormGame.of(actions, (player, chosen) -> random.nextInt(-9, 10));
            default ->
                NormalFormGame.exact(
                        actions, (player, chosen) -> Fraction.of(random.nextInt(-99, 100), random.nextInt(1, 30)));
        };
        final List<String> players = new ArrayList<>();
        final List<List<String>> names = new ArrayList<>();
        for (final int count : actions) {
            players.add(name(random));
            final List<String> own = new ArrayList<>();
            for (int action = 0; action < count; action++) {
                own.add(name(random));
            }
            names.add(own);
        }
        return game.named(name(random), players, names);
    }

    private static String name(SplittableRandom random) {
        final StringBuilder name = new StringBuilder();
        random.ints(random.nextInt(6), 0, LETTERS.length()).forEach(at -> name.append(LETTERS.charAt(at)));
        return name.toString();
    }

    @Property(tries = 200, seed = Seeds.USUAL)
    void whatIsWrittenComesBackEqual(@ForAll long seed) {
        final NormalFormGame game = drawn(new SplittableRandom(seed));
        assertEquals(game, GameFile.parse(GameFile.text(game)));
        assertEquals(game, GameFile.parse(GameFile.outcomesText(game)));
    }

    /** A text cut short is refused as such, never by another exception. */
    @Property(tries = 100, seed = Seeds.USUAL)
    void whatIsCutShortIsRefused(@ForAll long seed) {
        final SplittableRandom random = new SplittableRandom(seed);
        final String text = GameFile.text(drawn(random)).strip();
        final int cut = random.nextInt(text.length());
        if (!Character.isDigit(text.charAt(text.length() - 1)) || cut < text.lastIndexOf('\n')) {
            assertThrows(IllegalArgumentException.class, () -> GameFile.parse(text.substring(0, cut)));
        }
    }
}
