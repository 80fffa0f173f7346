package io.github.breakranks.signaling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.breakranks.Seeds;
import io.github.breakranks.answer.Answer;
import io.github.breakranks.answer.Certificate;
import io.github.breakranks.answer.Fraction;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What is always true of refinements. */
class RefinementPropertyTest {

    private static SignalingGame game(Random random) {
        final int types = 2 + random.nextInt(2);
        final int messages = types == 2 ? 2 + random.nextInt(2) : 2;
        final int actions = 2 + random.nextInt(2);
        final Fraction[] prior = new Fraction[types];
        final int[] weights = random.ints(types, 1, 6).toArray();
        final int sum = IntStream.of(weights).sum();
        for (int t = 0; t < types; t++) {
            prior[t] = Fraction.of(weights[t], sum);
        }
        return SignalingGame.of(
                Prior.of(names("t", types), prior),
                names("m", messages),
                names("a", actions),
                payoffs(random, types, messages, actions),
                payoffs(random, types, messages, actions));
    }

    private static List<String> names(String letter, int count) {
        return IntStream.range(0, count).mapToObj(k -> letter + k).toList();
    }

    private static double[][][] payoffs(Random random, int types, int messages, int actions) {
        final double[][][] payoffs = new double[types][messages][actions];
        for (double[][] ofType : payoffs) {
            for (double[] ofMessage : ofType) {
                for (int a = 0; a < actions; a++) {
                    ofMessage[a] = random.nextInt(9) - 4;
                }
            }
        }
        return payoffs;
    }

    /** Whatever a refinement leaves all weaker ones leave; each verdict stands when looked at again. */
    @Property(tries = 40, seed = Seeds.USUAL)
    void refinementsAreNested(@ForAll long seed) {
        for (PerfectBayesianEquilibrium each : PerfectBayesianSolver.solver()
                .solve(game(new Random(seed)))
                .orElseThrow()
                .all()) {
            final Answer<Refinements> answer = RefinementSolver.solver().solve(each);
            assertInstanceOf(
                    Certificate.Proven.class,
                    answer.certificate(),
                    () -> each + " " + answer.certificate().sentence());
            boolean survives = true;
            for (Verdict verdict : answer.orElseThrow().verdicts()) {
                assertTrue(
                        survives || !verdict.survives(),
                        () -> each + " " + answer.orElseThrow().explain());
                survives = verdict.survives();
            }
        }
    }

    /** What divine equilibrium with its repetition leaves is left here too: whatever divinity removes is not divine. */
    @Property(tries = 40, seed = Seeds.USUAL)
    void whatRepeatedDivinityLeavesIsLeft(@ForAll long seed) {
        for (PerfectBayesianEquilibrium each : PerfectBayesianSolver.solver()
                .solve(game(new Random(seed)))
                .orElseThrow()
                .all()) {
            assertTrue(
                    !DivineIteration.divine(each)
                            || RefinementSolver.solver()
                                    .solve(each)
                                    .orElseThrow()
                                    .survives(Refinement.DIVINITY),
                    () -> seed + " " + each);
        }
    }

    /** Two types and two actions: replies are one number, so that the sets of replies are intervals and can be written down. */
    @Property(tries = 50, seed = Seeds.USUAL)
    void withTwoActionsTheSetsAreIntervals(@ForAll long seed) {
        final Random random = new Random(seed);
        final SignalingGame game = SignalingGame.of(
                Prior.of(List.of("t0", "t1"), Fraction.of(1, 3), Fraction.of(2, 3)),
                List.of("m0", "m1"),
                List.of("a0", "a1"),
                payoffs(random, 2, 2, 2),
                payoffs(random, 2, 2, 2));
        for (PerfectBayesianEquilibrium each :
                PerfectBayesianSolver.solver().solve(game).orElseThrow().all()) {
            for (int m = 0; m < 2; m++) {
                if (!each.onPath(m)) {
                    assertEquals(
                            byIntervals(each, m),
                            RefinementSolver.solver().solve(each).orElseThrow().survives(Refinement.D1));
                }
            }
        }
    }

    /** D1 once more: at the chances of a1 at which a type neither gains nor loses, at the ends and between. */
    private static boolean byIntervals(PerfectBayesianEquilibrium equilibrium, int m) {
        final SignalingGame game = equilibrium.game();
        final double[][] ends = new double[2][2]; // by type and action: its gain
        final double[] over = new double[2]; // by type: what a1 is worth to the receiver over a0
        for (int t = 0; t < 2; t++) {
            over[t] = game.receiver(t, m, 1).minus(game.receiver(t, m, 0)).value();
            for (int a = 0; a < 2; a++) {
                ends[t][a] = game.sender(t, m, a).minus(equilibrium.payoff(t)).value();
            }
        }
        final boolean[] out = {true, true};
        final boolean[] gains = {false, false};
        for (double k : places(ends)) {
            for (int t = 0; t < 2 && reply(k, over[0], over[1]); t++) {
                out[t] &= gain(ends[t], k) < -1e-9 || gain(ends[1 - t], k) > 1e-9;
                gains[t] |= gain(ends[t], k) > 1e-9;
            }
        }
        final boolean first = out[0] && gains[1];
        final boolean second = out[1] && gains[0];
        for (double k : places(ends)) {
            if (reply(k, over[first ? 1 : 0], over[second ? 0 : 1])
                    && gain(ends[0], k) <= 1e-9
                    && gain(ends[1], k) <= 1e-9) {
                return true;
            }
        }
        return false;
    }

    private static double[] places(double[]... ends) {
        final double[] corners = java.util.stream.DoubleStream.concat(
                        java.util.stream.DoubleStream.of(0, 1),
                        java.util.Arrays.stream(ends).mapToDouble(end -> end[0] / (end[0] - end[1])))
                .filter(at -> at >= 0 && at <= 1)
                .sorted()
                .toArray();
        return IntStream.range(0, 2 * corners.length - 1)
                .mapToDouble(n -> (corners[n / 2] + corners[(n + 1) / 2]) / 2)
                .toArray();
    }

    private static double gain(double[] ends, double k) {
        return ends[0] + (ends[1] - ends[0]) * k;
    }

    /** Whether the chance k of a1 is a best reply to some belief on two types, given what a1 is worth more than a0 with each. */
    private static boolean reply(double k, double one, double other) {
        final double least = Math.min(one, other);
        final double most = Math.max(one, other);
        return k == 0 ? least <= 0 : k == 1 ? most >= 0 : least <= 0 && most >= 0;
    }
}
