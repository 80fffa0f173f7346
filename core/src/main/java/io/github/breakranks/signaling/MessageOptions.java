package io.github.breakranks.signaling;

import io.github.breakranks.internal.ExactCone;
import io.github.breakranks.internal.ExactRow;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

/**
 * By message: which types may send it and which actions may answer it, as far as that can be told from one message.
 *
 * <p>Left out are actions that no belief on those types makes all best, actions with which a further one is always as good (the larger set has
 * every equilibrium that the smaller has), and what is dominated: messages that promise a type less than another at worst.
 */
final class MessageOptions {
    private final WholeGame game;
    private final List<List<List<Option>>> options = new ArrayList<>(); // by message, by set of types

    /**
     * Types that may send a message and actions that may answer it.
     *
     * @param types   a bit each; 0 where nobody sends it
     * @param actions a bit each
     * @param beliefs all beliefs, up to scale, on those types (on all that have the message where nobody sends it) with which each action is best
     */
    record Option(int message, int types, int actions, ExactCone beliefs) {}

    MessageOptions(WholeGame game) {
        this.game = game;
        for (int m = 0; m < game.messages(); m++) {
            final List<List<Option>> bySet = new ArrayList<>();
            for (int types = 0; types < 1 << game.types(); types++) {
                bySet.add(options(m, types));
            }
            options.add(bySet);
        }
        boolean fewer = true;
        while (fewer) {
            fewer = leaveOutDominated();
        }
    }

    /** The options in which just these types may send the message. */
    List<Option> of(int message, int types) {
        return options.get(message).get(types);
    }

    private List<Option> options(int m, int types) {
        final List<Option> found = new ArrayList<>();
        final int believed = types == 0 ? game.access(m) : types;
        if ((believed & ~game.access(m)) != 0 || (game.forced(m) & ~types) != 0) {
            return found;
        }
        for (int actions = 1; actions < 1 << game.actions(); actions++) {
            final ExactCone beliefs = beliefs(m, believed, actions);
            if (!beliefs.isEmpty() && !largerDoes(m, actions, beliefs)) {
                found.add(new Option(m, types, actions, beliefs));
            }
        }
        return found;
    }

    private ExactCone beliefs(int m, int believed, int actions) {
        ExactCone beliefs = ExactCone.orthant(game.types());
        for (int t = 0; t < game.types(); t++) {
            if ((believed >>> t & 1) == 0) {
                final long[] one = new long[game.types()];
                one[t] = 1;
                beliefs = beliefs.slice(ExactRow.of(one));
            }
        }
        final int first = Integer.numberOfTrailingZeros(actions);
        for (int a = 0; a < game.actions(); a++) {
            if (a != first) {
                final ExactRow form = game.prefers(m, first, a);
                beliefs = (actions >>> a & 1) != 0 ? beliefs.slice(form) : beliefs.cut(form);
            }
        }
        return beliefs;
    }

    private boolean largerDoes(int m, int actions, ExactCone beliefs) {
        final int first = Integer.numberOfTrailingZeros(actions);
        for (int a = 0; a < game.actions(); a++) {
            if ((actions >>> a & 1) == 0 && beliefs.vanishes(game.prefers(m, first, a))) {
                return true;
            }
        }
        return false;
    }

    private boolean leaveOutDominated() {
        final BigInteger[][] most = new BigInteger[game.types()][game.messages()]; // null: the type cannot send it
        final BigInteger[][] least = new BigInteger[game.types()][game.messages()];
        for (Option option : all()) {
            note(option, most, least);
        }
        boolean fewer = false;
        for (List<List<Option>> ofMessage : options) {
            for (List<Option> ofSet : ofMessage) {
                fewer |= ofSet.removeIf(option -> dominated(option, most, least));
            }
        }
        return fewer;
    }

    private List<Option> all() {
        return options.stream()
                .flatMap(List::stream)
                .flatMap(Collection::stream)
                .toList();
    }

    private void note(Option option, BigInteger[][] most, BigInteger[][] least) {
        final int m = option.message;
        for (int t = 0; t < game.types(); t++) {
            if (!game.game().available(t, m)) {
                continue;
            }
            final BigInteger low = game.extreme(t, m, option.actions, false);
            least[t][m] = least[t][m] == null ? low : least[t][m].min(low);
            if ((option.types >>> t & 1) != 0) {
                final BigInteger high = game.extreme(t, m, option.actions, true);
                most[t][m] = most[t][m] == null ? high : most[t][m].max(high);
            }
        }
    }

    private boolean dominated(Option option, BigInteger[][] most, BigInteger[][] least) {
        for (int t = 0; t < game.types(); t++) {
            if (!game.game().available(t, option.message)) {
                continue;
            }
            final boolean sends = (option.types >>> t & 1) != 0;
            final BigInteger own = game.extreme(t, option.message, option.actions, sends);
            if (sends ? beaten(own, option.message, least[t]) : beatsAll(own, option.message, most[t])) {
                return true;
            }
        }
        return false;
    }

    private static boolean beaten(BigInteger most, int message, BigInteger... least) {
        for (int m = 0; m < least.length; m++) {
            if (m != message && least[m] != null && least[m].compareTo(most) > 0) {
                return true;
            }
        }
        return false;
    }

    private static boolean beatsAll(BigInteger least, int message, BigInteger... most) {
        for (int m = 0; m < most.length; m++) {
            if (m != message && most[m] != null && most[m].compareTo(least) >= 0) {
                return false;
            }
        }
        return true;
    }

    /** The beliefs after a message that nobody sends, by the actions they make best. */
    List<Option> unsent(int message) {
        return Objects.requireNonNull(options.get(message).get(0));
    }
}
