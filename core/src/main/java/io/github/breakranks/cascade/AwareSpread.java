package io.github.breakranks.cascade;

import io.github.breakranks.answer.Table;
import io.github.breakranks.answer.Table.Column;
import io.github.breakranks.internal.TableText;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How word of an offer spread, and then going among those who had heard.
 *
 * @param word  who has heard, round by round
 * @param going who has gone, round by round
 */
public record AwareSpread(NetworkSpread word, NetworkSpread going) {
    private static final int MOST_ROWS = 10_000;

    /** How many have heard in the end [count]. */
    public long aware() {
        return word.gone();
    }

    /** How many have gone in the end [count]. */
    public long gone() {
        return going.gone();
    }

    /** Of those who have heard, the share that has gone; 0 if nobody has heard. */
    public double shareOfAware() {
        return aware() == 0 ? 0 : (double) gone() / aware();
    }

    /** A row a round, at most 10,000: how many have heard and gone after as many rounds of each. */
    public Table table() {
        final int rounds = Math.max(word.rounds(), going.rounds());
        final int every = rounds / MOST_ROWS + 1;
        final List<List<@Nullable Object>> rows = new ArrayList<>();
        for (int round = 0; round < rounds + every; round += every) {
            final int shown = Math.min(round, rounds);
            rows.add(List.of(
                    shown,
                    word.goneAfter(Math.min(shown, word.rounds())),
                    going.goneAfter(Math.min(shown, going.rounds()))));
        }
        return Table.of(
                List.of(Column.of("round", "count"), Column.of("heard", "agents"), Column.of("gone", "agents")), rows);
    }

    /** What happened, in a paragraph. */
    public String explain() {
        return "The word: " + word.explain() + " Going: " + going.explain();
    }

    @Override
    public String toString() {
        return "AwareSpread[" + aware() + " of " + word.size() + " hear, " + gone() + " go (share "
                + TableText.number(going.share(), 4) + ")]";
    }
}
