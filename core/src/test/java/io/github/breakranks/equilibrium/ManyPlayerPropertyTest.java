package io.github.breakranks.equilibrium;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.breakranks.Seeds;
import io.github.breakranks.answer.Answer;
import io.github.breakranks.answer.Certificate;
import io.github.breakranks.game.NormalFormGame;
import io.github.breakranks.game.Regret;
import io.github.breakranks.game.StrategyProfile;
import java.util.HashSet;
import java.util.OptionalInt;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ManyPlayerPropertyTest {
    private final ManyPlayerEnumeration all = ManyPlayerEnumeration.solver();
    private final ManyPlayerSolver one = ManyPlayerSolver.solver();

    /** Wilson (1971), Harsanyi (1973): an odd number, and the indices sum to 1. */
    @Property(tries = 100, seed = Seeds.USUAL)
    void aCompleteListIsOddWithIndicesThatSumToOne(@ForAll("games") NormalFormGame game) {
        final Answer<NashEquilibria> answer = all.solve(game);
        if (answer.value().complete()) {
            assertEquals(1, answer.value().count() % 2);
            assertEquals(OptionalInt.of(1), answer.value().indexSum());
            assertTrue(answer.certificate() instanceof Certificate.Proven);
        }
    }

    /** Brute force over all combinations of actions, in generic and in degenerate games. */
    @Property(tries = 60, seed = Seeds.USUAL)
    void allPureEquilibriaAreListed(@ForAll("anyGames") NormalFormGame game) {
        final Set<String> listed = new HashSet<>();
        all.solve(game)
                .value()
                .equilibria()
                .forEach(found -> listed.add(found.profile().toString()));
        for (int index = 0; index < game.profiles(); index++) {
            final StrategyProfile profile = StrategyProfile.pure(game.shape(), game.chosen(index));
            assertEquals(Regret.of(game, profile).none(), listed.contains(profile.toString()));
        }
    }

    /** N7: what is called an equilibrium has no regret above what its certificate says. */
    @Property(tries = 100, seed = Seeds.USUAL)
    void nothingIsReturnedWhoseRegretExceedsItsCertificate(@ForAll("anyGames") NormalFormGame game) {
        final Answer<NashEquilibrium> answer = one.solve(game);
        final double regret = Regret.of(game, answer.value().profile()).worst().value();
        if (answer.certificate() instanceof Certificate.Numeric checked) {
            assertTrue(regret <= checked.worst());
        } else {
            assertTrue(regret <= 1e-11); // within 1e-13 of an equilibrium, payoffs up to nine
        }
        if (answer instanceof Answer.Found) {
            assertTrue(regret <= 1e-7);
        }
    }

    /** What one solver finds the other lists, unless the list may have gaps. */
    @Property(tries = 60, seed = Seeds.USUAL)
    void theOneFoundIsAmongAll(@ForAll("games") NormalFormGame game) {
        final NashEquilibria listed = all.solve(game).value();
        final StrategyProfile found = one.solve(game).value().profile();
        if (listed.complete()) {
            assertTrue(listed.equilibria().stream().anyMatch(known -> apart(known.profile(), found) < 1e-12));
        }
    }

    private static double apart(StrategyProfile one, StrategyProfile other) {
        double apart = 0;
        for (int player = 0; player < one.players(); player++) {
            for (int action = 0; action < one.actions(player); action++) {
                apart = Math.max(apart, Math.abs(one.chance(player, action) - other.chance(player, action)));
            }
        }
        return apart;
    }

    /** Players in another order have the same equilibria, as many of each index. */
    @Property(tries = 40, seed = Seeds.USUAL)
    void relabellingPlayersChangesNothing(@ForAll("games") NormalFormGame game) {
        final int[] shape = {game.actions(2), game.actions(0), game.actions(1)};
        final NormalFormGame turned = NormalFormGame.of(
                shape, (player, chosen) -> game.payoff((player + 2) % 3, chosen[1], chosen[2], chosen[0]));
        final NashEquilibria before = all.solve(game).value();
        final NashEquilibria after = all.solve(turned).value();
        assertEquals(before.complete(), after.complete());
        if (before.complete()) {
            assertEquals(before.count(), after.count());
            for (final NashEquilibrium known : before.equilibria()) {
                assertTrue(after.equilibria().stream()
                        .anyMatch(other -> apart(turned(known.profile()), other.profile()) < 1e-12));
            }
        }
    }

    private static StrategyProfile turned(StrategyProfile profile) {
        return StrategyProfile.of(profile.chances(2), profile.chances(0), profile.chances(1));
    }

    /** Each player's payoffs may be counted in another unit and from another zero. */
    @Property(tries = 40, seed = Seeds.USUAL)
    void unitsChangeNothing(@ForAll("games") NormalFormGame game) {
        final NormalFormGame other = NormalFormGame.of(
                game.shape(), (player, chosen) -> (player + 1) * 1024 * game.payoff(player, chosen) - 7 * player);
        final NashEquilibria before = all.solve(game).value();
        final NashEquilibria after = all.solve(other).value();
        if (before.complete() && after.complete()) {
            assertEquals(before.count(), after.count());
        }
    }

    /** Payoffs of 0 and 1: what has a tie may be incomplete, and what is called complete is right. */
    @Property(tries = 30, seed = Seeds.USUAL)
    void degenerateGamesAreNeverWrong(@ForAll("degenerate") NormalFormGame game) {
        final Answer<NashEquilibria> answer = all.solve(game);
        for (final NashEquilibrium found : answer.value().equilibria()) {
            assertTrue(found.regret().worst().value() <= 1e-7);
        }
        if (answer.value().complete()) {
            assertEquals(OptionalInt.of(1), answer.value().indexSum());
        } else {
            assertTrue(!answer.value().missing().isEmpty());
        }
    }

    @Provide
    Arbitrary<NormalFormGame> games() {
        return games(999);
    }

    @Provide
    Arbitrary<NormalFormGame> degenerate() {
        return games(1);
    }

    @Provide
    Arbitrary<NormalFormGame> anyGames() {
        return Arbitraries.oneOf(games(9), games(2), games(9));
    }

    private static Arbitrary<NormalFormGame> games(int most) {
        return Arbitraries.integers().between(2, 3).flatMap(last -> {
            final Arbitrary<int[]> payoffs = Arbitraries.integers()
                    .between(0, most)
                    .withoutEdgeCases()
                    .array(int[].class)
                    .ofSize(12 * last);
            return Combinators.combine(Arbitraries.just(last), payoffs)
                    .as((third, earned) -> NormalFormGame.of(
                            new int[] {2, 2, third},
                            (player, chosen) ->
                                    earned[player * 4 * third + (2 * chosen[0] + chosen[1]) * third + chosen[2]]));
        });
    }
}
