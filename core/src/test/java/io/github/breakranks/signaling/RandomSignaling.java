package io.github.breakranks.signaling;

import io.github.breakranks.answer.Fraction;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Signaling games drawn at random, and the same games under other names and in other units. */
final class RandomSignaling {
    private RandomSignaling() {}

    /** Payoffs are whole numbers from 0 to {@code most}: few values make many ties. */
    static SignalingGame game(int types, int messages, int actions, long seed, int most) {
        final Random random = new Random(seed);
        final double[][][] sender = payoffs(types, messages, actions, random, most);
        final double[][][] receiver = payoffs(types, messages, actions, random, most);
        final int[] weights = random.ints(types, 1, 9).toArray();
        final int sum = IntStream.of(weights).sum();
        final Fraction[] shares = IntStream.of(weights)
                .mapToObj(weight -> Fraction.of(weight, sum))
                .toArray(Fraction[]::new);
        return SignalingGame.of(
                Prior.of(names("t", types), shares), names("m", messages), names("a", actions), sender, receiver);
    }

    private static double[][][] payoffs(int types, int messages, int actions, Random random, int most) {
        final double[][][] payoffs = new double[types][messages][actions];
        for (double[][] ofType : payoffs) {
            for (double[] row : ofType) {
                for (int a = 0; a < row.length; a++) {
                    row[a] = random.nextInt(most + 1);
                }
            }
        }
        return payoffs;
    }

    /** One type after the other loses a message, where it and the message can spare it. */
    static SignalingGame withLessAccess(SignalingGame game, long seed) {
        final Random random = new Random(seed);
        SignalingGame less = game;
        for (String type : game.types()) {
            try {
                less = less.without(
                        type, game.messages().get(random.nextInt(game.messages().size())));
            } catch (IllegalArgumentException cannotBeSpared) {
                continue;
            }
        }
        return less;
    }

    static List<String> names(String prefix, int count) {
        return IntStream.range(0, count).mapToObj(k -> prefix + k).toList();
    }

    /** The same game with types, messages and actions in the order of these permutations. */
    static SignalingGame relabelled(
            SignalingGame game, List<Integer> types, List<Integer> messages, List<Integer> actions) {
        final Fraction[][][] sender = new Fraction[types.size()][messages.size()][actions.size()];
        final Fraction[][][] receiver = new Fraction[types.size()][messages.size()][actions.size()];
        final List<Fraction> prior = new ArrayList<>();
        for (int t = 0; t < types.size(); t++) {
            prior.add(game.prior(types.get(t)));
            for (int m = 0; m < messages.size(); m++) {
                for (int a = 0; a < actions.size(); a++) {
                    sender[t][m][a] = game.sender(types.get(t), messages.get(m), actions.get(a));
                    receiver[t][m][a] = game.receiver(types.get(t), messages.get(m), actions.get(a));
                }
            }
        }
        SignalingGame other = SignalingGame.of(
                new Prior(types.stream().map(game.types()::get).toList(), prior),
                messages.stream().map(game.messages()::get).toList(),
                actions.stream().map(game.actions()::get).toList(),
                sender,
                receiver);
        for (int t = 0; t < game.types().size(); t++) {
            for (int m = 0; m < game.messages().size(); m++) {
                other = game.available(t, m)
                        ? other
                        : other.without(game.types().get(t), game.messages().get(m));
            }
        }
        return other;
    }

    /** What each type gains times {@code factor} and more by {@code bonus}, what the receiver gains by type too. */
    static SignalingGame inOtherUnits(SignalingGame game, Fraction factor, Fraction bonus) {
        final int types = game.types().size();
        final Fraction[][][] sender =
                new Fraction[types][game.messages().size()][game.actions().size()];
        final Fraction[][][] receiver =
                new Fraction[types][game.messages().size()][game.actions().size()];
        for (int t = 0; t < types; t++) {
            for (int m = 0; m < game.messages().size(); m++) {
                for (int a = 0; a < game.actions().size(); a++) {
                    sender[t][m][a] =
                            game.sender(t, m, a).times(factor).times(t + 1).plus(bonus.times(t));
                    receiver[t][m][a] = game.receiver(t, m, a).times(factor).plus(bonus.times(3L * t - m));
                }
            }
        }
        return SignalingGame.of(game.prior(), game.messages(), game.actions(), sender, receiver);
    }
}
