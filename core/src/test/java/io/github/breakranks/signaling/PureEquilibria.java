package io.github.breakranks.signaling;

import io.github.breakranks.answer.Fraction;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** All pure profiles of a small game, tried one by one; for two types, or two actions, where beliefs off the path are easy. */
final class PureEquilibria {
    private final SignalingGame game;
    private final int types;
    private final int messages;
    private final int actions;

    private PureEquilibria(SignalingGame game) {
        this.game = game;
        this.types = game.types().size();
        this.messages = game.messages().size();
        this.actions = game.actions().size();
    }

    /** The outcomes of those that are equilibria. */
    static Set<List<Object>> of(SignalingGame game) {
        final PureEquilibria all = new PureEquilibria(game);
        final Set<List<Object>> found = new HashSet<>();
        for (int code = 0; code < power(all.messages, all.types); code++) {
            for (int answer = 0; answer < power(all.actions, all.messages); answer++) {
                final int[] sent = digits(code, all.messages, all.types);
                final int[] taken = digits(answer, all.actions, all.messages);
                if (all.senderContent(sent, taken) && all.receiverContent(sent, taken)) {
                    found.add(new Outcome(game, pure(sent, all.messages), pure(taken, all.actions)).key());
                }
            }
        }
        return found;
    }

    private static int power(int base, int exponent) {
        return IntStream.range(0, exponent).reduce(1, (product, each) -> product * base);
    }

    private static int[] digits(int code, int base, int count) {
        return IntStream.range(0, count).map(k -> code / power(base, k) % base).toArray();
    }

    private static List<List<Fraction>> pure(int[] choices, int of) {
        final List<List<Fraction>> rows = new ArrayList<>();
        for (int choice : choices) {
            rows.add(IntStream.range(0, of)
                    .mapToObj(k -> k == choice ? Fraction.ONE : Fraction.ZERO)
                    .toList());
        }
        return rows;
    }

    private boolean senderContent(int[] sent, int[] taken) {
        for (int t = 0; t < types; t++) {
            for (int m = 0; m < messages; m++) {
                if (!game.available(t, sent[t])
                        || game.available(t, m)
                                && game.sender(t, m, taken[m]).compareTo(game.sender(t, sent[t], taken[sent[t]])) > 0) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean receiverContent(int[] sent, int[] taken) {
        for (int m = 0; m < messages; m++) {
            boolean any = false;
            for (int message : sent) {
                any |= message == m;
            }
            if (any ? !bestOnPath(m, sent, taken[m]) : !bestAtSomeBelief(m, taken[m])) {
                return false;
            }
        }
        return true;
    }

    private boolean bestOnPath(int m, int[] sent, int action) {
        for (int other = 0; other < actions; other++) {
            Fraction advantage = Fraction.ZERO;
            for (int t = 0; t < types; t++) {
                advantage = sent[t] == m ? advantage.plus(game.prior(t).times(gain(t, m, other, action))) : advantage;
            }
            if (advantage.signum() > 0) {
                return false;
            }
        }
        return true;
    }

    private Fraction gain(int t, int m, int other, int action) {
        return game.receiver(t, m, other).minus(game.receiver(t, m, action));
    }

    /** With two actions a sure belief does if any does; with two types the beliefs in the first that do are an interval. */
    private boolean bestAtSomeBelief(int m, int action) {
        final List<Integer> having = IntStream.range(0, types)
                .filter(t -> game.available(t, m))
                .boxed()
                .toList();
        if (actions == 2 || having.size() == 1) {
            return having.stream()
                    .anyMatch(t -> IntStream.range(0, actions)
                            .allMatch(other -> gain(t, m, other, action).signum() <= 0));
        }
        Fraction low = Fraction.ZERO;
        Fraction high = Fraction.ONE;
        for (int other = 0; other < actions; other++) {
            final Fraction first = gain(0, m, other, action);
            final Fraction second = gain(1, m, other, action);
            final Fraction slope = first.minus(second); // p first + (1 - p) second <= 0
            if (slope.signum() == 0) {
                high = second.signum() > 0 ? Fraction.of(-1, 1) : high;
                continue;
            }
            final Fraction at = second.times(-1).over(slope);
            low = slope.signum() < 0 && at.compareTo(low) > 0 ? at : low;
            high = slope.signum() > 0 && at.compareTo(high) < 0 ? at : high;
        }
        return low.compareTo(high) <= 0;
    }
}
