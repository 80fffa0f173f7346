package io.github.breakranks.signaling;

import io.github.breakranks.internal.ExactCone;
import io.github.breakranks.internal.ExactRow;
import io.github.breakranks.internal.Halted;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * By message: which types may send it and which actions may answer it, as far as that can be told from one message.
 *
 * <p>Left out are actions that no belief on those types makes all best, actions with which a further one is always as good (the larger set has
 * every equilibrium that the smaller has), and what is dominated: messages that promise a type less than another at worst.
 */
final class MessageOptions {
    private final WholeGame game;
    private final BooleanSupplier mayGoOn;
    private final List<Map<Integer, List<Option>>> options = new ArrayList<>(); // by message, by set of types

    /**
     * Types that may send a message and actions that may answer it.
     *
     * @param types   a bit each; 0 where nobody sends it
     * @param actions a bit each
     * @param beliefs all beliefs, up to scale, on those types (on all that have the message where nobody sends it) with which each action is best
     */
    record Option(int message, int types, int actions, ExactCone beliefs) {
        Option with(int newActions, ExactCone newBeliefs) {
            return new Option(message, types, newActions, newBeliefs);
        }
    }

    /** Made as they are asked for; {@link Halted} is thrown then where that may not go on. */
    MessageOptions(WholeGame game, BooleanSupplier mayGoOn) {
        this.game = game;
        this.mayGoOn = mayGoOn;
        for (int m = 0; m < game.messages(); m++) {
            options.add(new HashMap<>());
        }
    }

    /** All made now and held against each other; of what is asked for afterwards more is left out. */
    void leaveOutAllDominated() {
        for (int m = 0; m < game.messages(); m++) {
            for (int types = 0; types < 1 << game.types(); types++) {
                of(m, types);
            }
        }
        boolean fewer = true;
        while (fewer) {
            fewer = leaveOutDominated();
        }
    }

    /** The options in which just these types may send the message. */
    List<Option> of(int message, int types) {
        return options.get(message).computeIfAbsent(types, set -> options(message, set));
    }

    private List<Option> options(int m, int types) {
        if ((types & ~game.access(m)) != 0 || (game.forced(m) & ~types) != 0) {
            return Collections.emptyList(); // of these there may be a million
        }
        return replies(m, types, types == 0 ? game.access(m) : types);
    }

    /** The actions that some belief makes best, whoever sends the message or nobody: more than these never answer it. */
    List<Option> replies(int m) {
        return replies(m, 0, game.access(m));
    }

    private List<Option> replies(int m, int types, int believed) {
        final List<Option> found = new ArrayList<>();
        final ExactCone all = believed(believed);
        for (int first = 0; first < game.actions(); first++) {
            ExactCone beliefs = all;
            for (int a = 0; a < first; a++) {
                beliefs = beliefs.cut(game.prefers(m, first, a));
            }
            split(new Option(m, types, 1 << first, beliefs), first, first + 1, found);
        }
        found.sort(Comparator.comparingInt(Option::actions));
        return found;
    }

    private ExactCone believed(int types) {
        ExactCone beliefs = ExactCone.orthant(game.types()).watched(mayGoOn);
        for (int t = 0; t < game.types(); t++) {
            if ((types >>> t & 1) == 0) {
                final long[] one = new long[game.types()];
                one[t] = 1;
                beliefs = beliefs.slice(ExactRow.of(one));
            }
        }
        return beliefs;
    }

    /** Settles action by action, from {@code next} on, which are best together with {@code first}; where no belief is left all larger sets fall. */
    private void split(Option settled, int first, int next, List<Option> found) {
        if (settled.beliefs.isEmpty()) {
            return;
        }
        if (!mayGoOn.getAsBoolean()) {
            throw new Halted();
        }
        if (next == game.actions()) {
            if (!largerDoes(settled.message, settled.actions, settled.beliefs)) {
                found.add(settled);
            }
            return;
        }
        final ExactRow form = game.prefers(settled.message, first, next);
        if (!settled.beliefs.vanishes(form)) { // else the larger set does as well
            split(settled.with(settled.actions, settled.beliefs.cut(form)), first, next + 1, found);
        }
        split(settled.with(settled.actions | 1 << next, settled.beliefs.slice(form)), first, next + 1, found);
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
        for (Map<Integer, List<Option>> ofMessage : options) {
            for (List<Option> ofSet : ofMessage.values()) {
                fewer |= ofSet.removeIf(option -> dominated(option, most, least));
            }
        }
        return fewer;
    }

    private List<Option> all() {
        return options.stream()
                .flatMap(ofMessage -> ofMessage.values().stream())
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
        return of(message, 0);
    }
}
