package io.github.breakranks.signaling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.breakranks.Seeds;
import io.github.breakranks.answer.Fraction;
import io.github.breakranks.equilibrium.AllBimatrixSolver;
import io.github.breakranks.equilibrium.NashEquilibrium;
import io.github.breakranks.game.NormalFormGame;
import io.github.breakranks.game.StrategyProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** A signaling game written as a game of two players who choose plans, whose equilibria are found by other code. */
class SignalingNormalFormPropertyTest {
    private static final int TYPES = 2;
    private static final int MESSAGES = 2;

    private SignalingGame game;

    /** A perfect Bayesian equilibrium is Nash; a Nash equilibrium in which every message is sent is perfect Bayesian. */
    @Property(tries = 60, edgeCases = EdgeCasesMode.NONE, seed = Seeds.USUAL)
    void agreesWithTheNormalForm(@ForAll long seed, @ForAll boolean ties, @ForAll boolean threeActions) {
        game = RandomSignaling.game(TYPES, MESSAGES, threeActions ? 3 : 2, seed, ties ? 2 : 1000);
        final NormalFormGame plans = plans();
        final PerfectBayesianEquilibria found =
                PerfectBayesianSolver.solver().solve(game).orElseThrow();
        for (PerfectBayesianEquilibrium each : found.all()) {
            final StrategyProfile profile = StrategyProfile.of(
                    mixture(each.senders()).toArray(Fraction[]::new),
                    mixture(each.responses()).toArray(Fraction[]::new));
            assertEquals(
                    Fraction.ZERO, NashEquilibrium.of(plans, profile).regret().worst(), () -> "seed " + seed);
        }
        for (NashEquilibrium nash :
                AllBimatrixSolver.solver().solve(plans).orElseThrow().equilibria()) {
            final List<List<Fraction>> sender = behaviour(nash.profile(), 0, TYPES, MESSAGES);
            final List<List<Fraction>> response =
                    behaviour(nash.profile(), 1, MESSAGES, game.actions().size());
            final boolean allSent = IntStream.range(0, MESSAGES)
                    .allMatch(m ->
                            sender.stream().anyMatch(ofType -> ofType.get(m).signum() > 0));
            assertTrue(
                    !allSent
                            || found.pieces().stream()
                                    .anyMatch(piece -> PerfectBayesianPropertyTest.holds(piece, sender, response)),
                    () -> "seed " + seed + ": " + sender + response);
        }
    }

    private NormalFormGame plans() {
        final int actions = game.actions().size();
        final Fraction[][][] payoffs = new Fraction[2][power(MESSAGES, TYPES)][power(actions, MESSAGES)];
        for (int plan = 0; plan < payoffs[0].length; plan++) {
            for (int answer = 0; answer < payoffs[0][plan].length; answer++) {
                payoffs[0][plan][answer] = Fraction.ZERO;
                payoffs[1][plan][answer] = Fraction.ZERO;
                add(payoffs, plan, answer);
            }
        }
        return NormalFormGame.bimatrix(payoffs[0], payoffs[1]);
    }

    private void add(Fraction[][][] payoffs, int plan, int answer) {
        for (int t = 0; t < TYPES; t++) {
            final int m = digit(plan, MESSAGES, t);
            final int a = digit(answer, game.actions().size(), m);
            payoffs[0][plan][answer] =
                    payoffs[0][plan][answer].plus(game.prior(t).times(game.sender(t, m, a)));
            payoffs[1][plan][answer] =
                    payoffs[1][plan][answer].plus(game.prior(t).times(game.receiver(t, m, a)));
        }
    }

    private static int power(int base, int exponent) {
        return IntStream.range(0, exponent).reduce(1, (product, each) -> product * base);
    }

    private static int digit(int code, int base, int place) {
        return code / power(base, place) % base;
    }

    /** Each plan as likely as its choices are, drawn apart. */
    private static List<Fraction> mixture(List<List<Fraction>> behaviour) {
        final int of = behaviour.get(0).size();
        final List<Fraction> mixture = new ArrayList<>();
        for (int plan = 0; plan < power(of, behaviour.size()); plan++) {
            Fraction share = Fraction.ONE;
            for (int place = 0; place < behaviour.size(); place++) {
                share = share.times(behaviour.get(place).get(digit(plan, of, place)));
            }
            mixture.add(share);
        }
        return mixture;
    }

    private static List<List<Fraction>> behaviour(StrategyProfile profile, int player, int places, int of) {
        final List<List<Fraction>> behaviour = new ArrayList<>();
        for (int place = 0; place < places; place++) {
            final List<Fraction> row = new ArrayList<>();
            for (int choice = 0; choice < of; choice++) {
                Fraction share = Fraction.ZERO;
                for (int plan = 0; plan < power(of, places); plan++) {
                    share = digit(plan, of, place) == choice ? share.plus(profile.exactChance(player, plan)) : share;
                }
                row.add(share);
            }
            behaviour.add(row);
        }
        return behaviour;
    }
}
