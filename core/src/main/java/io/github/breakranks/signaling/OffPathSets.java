package io.github.breakranks.signaling;

import io.github.breakranks.answer.Fraction;
import io.github.breakranks.internal.ExactPolytope;
import io.github.breakranks.internal.ExactRow;
import io.github.breakranks.signaling.MessageOptions.Option;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Finds, after a message nobody sends, all beliefs and best replies to them that deter every type from sending it. */
final class OffPathSets {
    private final WholeGame game;
    private final MessageOptions options;

    OffPathSets(WholeGame game, MessageOptions options) {
        this.game = game;
        this.options = options;
    }

    /**
     * The sets, few actions first; together they are all.
     *
     * @param payoffs by type: what it gets without the message [unit of the game]
     */
    List<SustainingPlay> after(int message, List<Fraction> payoffs) {
        final List<SustainingPlay> sets = new ArrayList<>();
        for (Option option : options.unsent(message)) {
            final List<List<Fraction>> responses = deterring(message, listed(option.actions()), payoffs);
            final int used = used(responses);
            if (used != 0 && !smallerDoes(option, used)) {
                sets.add(new SustainingPlay(listed(used), beliefs(option), responses));
            }
        }
        sets.sort(Comparator.comparingInt(set -> set.actions().size()));
        return sets;
    }

    /** Whether fewer actions are best at more beliefs and have all these responses too. */
    private boolean smallerDoes(Option option, int used) {
        return options.unsent(option.message()).stream()
                .anyMatch(other -> other.actions() != option.actions()
                        && (other.actions() & ~option.actions()) == 0
                        && (used & ~other.actions()) == 0);
    }

    private List<Integer> listed(int set) {
        final List<Integer> actions = new ArrayList<>();
        for (int a = 0; a < game.actions(); a++) {
            if ((set >>> a & 1) != 0) {
                actions.add(a);
            }
        }
        return actions;
    }

    private static int used(List<List<Fraction>> responses) {
        int used = 0;
        for (List<Fraction> response : responses) {
            for (int a = 0; a < response.size(); a++) {
                used |= response.get(a).signum() > 0 ? 1 << a : 0;
            }
        }
        return used;
    }

    private List<List<Fraction>> deterring(int message, List<Integer> actions, List<Fraction> payoffs) {
        ExactPolytope deterring = ExactPolytope.simplex(actions.size());
        for (int t = 0; t < game.types(); t++) {
            if (game.game().available(t, message)) {
                final List<Fraction> gains =
                        new ArrayList<>(); // each action's over what the type gets: shares sum to 1
                for (int a : actions) {
                    gains.add(game.game().sender(t, message, a).minus(payoffs.get(t)));
                }
                deterring = deterring.atMost(BigInteger.ZERO, WholeNumbers.of(gains));
            }
        }
        final List<List<Fraction>> responses = new ArrayList<>();
        for (ExactRow vertex : deterring.vertices()) {
            final List<Fraction> response = new ArrayList<>();
            for (int a = 0; a < game.actions(); a++) {
                final int place = actions.indexOf(a);
                response.add(place < 0 ? Fraction.ZERO : new Fraction(vertex.get(place), vertex.get(actions.size())));
            }
            responses.add(response);
        }
        return responses;
    }

    /** The vertices of the beliefs with which the actions of an option are best. */
    static List<List<Fraction>> beliefs(Option option) {
        final List<List<Fraction>> beliefs = new ArrayList<>();
        for (int k = 0; k < option.beliefs().size(); k++) {
            beliefs.add(WholeNumbers.parts(option.beliefs().ray(k)));
        }
        return beliefs;
    }

    /** The mean of some beliefs. */
    static List<Fraction> mean(List<List<Fraction>> beliefs) {
        final Fraction each = Fraction.of(1, beliefs.size());
        final List<Fraction> mean = new ArrayList<>();
        for (int t = 0; t < beliefs.get(0).size(); t++) {
            Fraction sum = Fraction.ZERO;
            for (List<Fraction> belief : beliefs) {
                sum = sum.plus(belief.get(t));
            }
            mean.add(sum.times(each));
        }
        return mean;
    }
}
