package io.github.breakranks.signaling;

import io.github.breakranks.answer.Fraction;
import java.util.List;

/**
 * What keeps everybody from sending a message that nobody sends: beliefs after it, and responses that are best replies to each of them and
 * deter every type.
 *
 * <p>Beliefs and responses are polytopes, each given by its vertices; any belief of the one goes with any response of the other. Where
 * several sets of actions deter, each is one of these.
 *
 * @param actions   the actions the responses use, in ascending order
 * @param beliefs   vertices of the beliefs, each by type, a share, summing to 1
 * @param responses vertices of the responses, each by action, a share, summing to 1
 */
public record SustainingPlay(List<Integer> actions, List<List<Fraction>> beliefs, List<List<Fraction>> responses) {
    public SustainingPlay {
        actions = List.copyOf(actions);
        beliefs = beliefs.stream().map(List::copyOf).toList();
        responses = responses.stream().map(List::copyOf).toList();
    }
}
