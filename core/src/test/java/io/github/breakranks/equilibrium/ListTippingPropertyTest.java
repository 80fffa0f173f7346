package io.github.breakranks.equilibrium;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.breakranks.RandomGames;
import io.github.breakranks.Seeds;
import io.github.breakranks.answer.Certificate;
import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.offer.Term;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Tipping of lists, against the counts between all values at which anybody changes his mind. */
class ListTippingPropertyTest {

    @Property(tries = 400, seed = Seeds.USUAL)
    void jumpsAreThoseOfTheExtremeCounts(@ForAll("lists") DefectionGame game) {
        final Tipping tipping = TippingSolver.of(Term.CASH).solve(game).orElseThrow();

        assertSame(expected(game, true), inRange(tipping.jumpsUp()));
        final List<Jump> down = expected(game, false);
        Collections.reverse(down);
        assertSame(down, inRange(tipping.jumpsDown()));
    }

    @Property(tries = 200, seed = Seeds.USUAL)
    void theLargestJumpIsChosenAndProven(@ForAll("lists") DefectionGame game) {
        final var answer = TippingSolver.of(Term.CASH).solve(game);
        final Tipping tipping = answer.orElseThrow();
        final double largest = tipping.jumpsUp().stream()
                .filter(jump -> jump.value() >= -1e-12)
                .mapToDouble(jump -> jump.to() - jump.from())
                .max()
                .orElse(0);

        assertEquals(largest, tipping.up().map(jump -> jump.to() - jump.from()).orElse(0.0), 1e-12);
        if (tipping.up().isPresent()) {
            assertTrue(answer.certificate() instanceof Certificate.Proven, answer::toString);
        }
    }

    private static void assertSame(List<Jump> expected, List<Jump> found) {
        assertEquals(expected.size(), found.size(), () -> expected + " but " + found);
        for (int k = 0; k < expected.size(); k++) {
            assertEquals(expected.get(k).value(), found.get(k).value(), 1e-9);
            assertEquals(expected.get(k).from(), found.get(k).from());
            assertEquals(expected.get(k).to(), found.get(k).to());
        }
    }

    private static List<Jump> inRange(List<Jump> jumps) {
        return jumps.stream().filter(jump -> jump.value() > 1e-9).toList();
    }

    /** By trying: the extreme count between each two neighbours among all values at which somebody changes his mind. */
    private static List<Jump> expected(DefectionGame game, boolean up) {
        final int agents = game.population().size();
        final TreeSet<Double> values = new TreeSet<>();
        for (int agent = 0; agent < agents; agent++) {
            for (int others = 0; others < agents; others++) {
                final double gone = agents == 1 ? 0 : (double) others / (agents - 1);
                final double value =
                        game.population().cost(agent) - game.with(Term.CASH, 0).gain(gone);
                if (game.heard(agent) && value > 1e-9) {
                    values.add(Math.round(value * 1e9) / 1e9);
                }
            }
        }
        final List<Double> ascending = new ArrayList<>(values);
        final List<Jump> jumps = new ArrayList<>();
        double before = 0;
        for (int k = 0; k < ascending.size(); k++) {
            final double value = ascending.get(k);
            final double next = k + 1 < ascending.size() ? ascending.get(k + 1) : value + 1;
            final int low = extreme(game.with(Term.CASH, (before + value) / 2), up);
            final int high = extreme(game.with(Term.CASH, (value + next) / 2), up);
            if (high - low > 1) {
                final double from = (double) (up ? low : high) / agents;
                jumps.add(new Jump(value, from, (double) (up ? high : low) / agents));
            }
            before = value;
        }
        return jumps;
    }

    /** The least count, counting up from nobody, or the greatest, counting down from all. */
    private static int extreme(DefectionGame game, boolean least) {
        final int agents = game.population().size();
        int gone = least ? 0 : agents;
        for (boolean moved = true; moved; ) {
            int willing = 0;
            for (int agent = 0; agent < agents; agent++) {
                willing += game.goes(agent, Math.max(0, least ? Math.min(gone, agents - 1) : gone - 1)) ? 1 : 0;
            }
            moved = least ? willing > gone : willing < gone;
            gone = moved ? willing : gone;
        }
        return gone;
    }

    @Provide
    Arbitrary<DefectionGame> lists() {
        return RandomGames.lists();
    }
}
