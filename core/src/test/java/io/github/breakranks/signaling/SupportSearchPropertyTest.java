package io.github.breakranks.signaling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.breakranks.Seeds;
import io.github.breakranks.answer.Fraction;
import io.github.breakranks.answer.Watch;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Supports in one order and in the other, and what is looked at first. */
class SupportSearchPropertyTest {

    private static SignalingGame game(long seed, int types, int messages) {
        final int actions = 1 + (int) Math.floorMod(seed, 3L);
        final int most = List.of(1, 2, 9, 1000).get((int) Math.floorMod(seed / 3, 4L));
        final SignalingGame game = RandomSignaling.game(types, messages, actions, seed, most);
        return seed % 2 == 0 ? game : RandomSignaling.withLessAccess(game, seed);
    }

    private static SupportSearch run(SignalingGame game, boolean byType) {
        final WholeGame whole = new WholeGame(game);
        final MessageOptions options = new MessageOptions(whole, () -> true);
        final SupportSearch search = byType
                ? new TypeByType(whole, options, Watch.none())
                : new MessageByMessage(
                        whole, options, SupportSearch.announced(game).longValueExact(), Watch.none());
        search.run();
        return search;
    }

    private static List<EquilibriumPiece> pieces(SupportSearch search) {
        return new Outcomes(search.game, Watch.none()).pieces(search.found());
    }

    /** Each accounts for all supports announced, and both have the same left with equilibria. */
    @Property(tries = 150, edgeCases = EdgeCasesMode.NONE, seed = Seeds.USUAL)
    void bothOrdersFindTheSame(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 4) int types,
            @ForAll @IntRange(min = 1, max = 3) int messages) {
        final SignalingGame game = game(seed, types, messages);
        final SupportSearch byType = run(game, true);
        final SupportSearch byMessage = run(game, false);

        final long announced = SupportSearch.announced(game).longValueExact();
        assertEquals(announced, byType.visited() + byType.pruned());
        assertEquals(announced, byMessage.visited() + byMessage.pruned());
        assertEquals(byMessage.found().size(), byType.found().size());
        assertEquals(new HashSet<>(pieces(byMessage)), new HashSet<>(pieces(byType)), game::toString);
    }

    /** What is found first is an equilibrium, and a message is pooled on there just if it is in some equilibrium. */
    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE, seed = Seeds.USUAL)
    void theFirstLookFindsAllPooling(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 4) int types,
            @ForAll @IntRange(min = 1, max = 3) int messages) {
        final SignalingGame game = game(seed, types, messages);
        final WholeGame whole = new WholeGame(game);
        final FirstLook first = new FirstLook(whole, new MessageOptions(whole, () -> true), Watch.none());
        first.run();
        final List<EquilibriumPiece> all = pieces(run(game, false));

        for (EquilibriumPiece piece : pieces(first)) {
            assertTrue(all.stream().anyMatch(other -> Outcomes.contains(other, piece)), game::toString);
        }
        assertEquals(pure(all, true), pure(pieces(first), true));
        assertEquals(pure(all, false), pure(pieces(first), false));
    }

    /** The sender's strategies in which all send one message, or each one of its own. */
    private static Set<List<List<Fraction>>> pure(List<EquilibriumPiece> pieces, boolean pooling) {
        final Set<List<List<Fraction>>> found = new HashSet<>();
        for (EquilibriumPiece piece : pieces) {
            for (List<List<Fraction>> sender : piece.senders()) {
                final boolean sure = sender.stream().allMatch(ofType -> ofType.contains(Fraction.ONE));
                final int sent = new HashSet<>(sender).size();
                if (sure && sent == (pooling ? 1 : sender.size())) {
                    found.add(sender);
                }
            }
        }
        return found;
    }
}
