package io.github.breakranks.examples.job;

import io.github.breakranks.examples.job.ConsistentMeans.Extent;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A case gone through under every set of assumptions of its grid.
 *
 * @param history the case
 * @param answers one a set of assumptions, in the order of the grid
 */
record Study(Case history, List<Answers> answers) {
    Study {
        answers = List.copyOf(answers);
    }

    /** Every set of assumptions on its own, on all processors; the order does not depend on them. */
    static Study of(Case history) {
        return new Study(
                history,
                IntStream.range(0, history.grid().size())
                        .parallel()
                        .mapToObj(number -> Answers.of(history, history.grid().at(number)))
                        .toList());
    }

    /** Under the middle reprisal, credibility and reach: one a spread, in ascending order. */
    List<Answers> middle() {
        return history.grid().spreads().stream()
                .map(spread -> history.grid().middle(spread))
                .map(this::at)
                .toList();
    }

    private Answers at(Assumption assumption) {
        return answers.stream()
                .filter(each -> each.assumption().equals(assumption))
                .findFirst()
                .orElseThrow();
    }

    /**
     * The set that the charts show: under the middle reprisal and credibility, the one with most rest points among those under which play
     * can rest at every share on record. If there is none, any that agrees with the record; null if none does. It is not the likeliest.
     */
    @Nullable
    Answers shown() {
        final Assumption middle = history.grid().middle(history.grid().spreads().get(0));
        return answers.stream()
                .filter(Answers::consistent)
                .min(Comparator.comparing((Answers each) -> each.set().extent() != Extent.WHOLE)
                        .thenComparing(each -> each.assumption().reprisal() != middle.reprisal())
                        .thenComparing(each -> each.assumption().credibility() != middle.credibility())
                        .thenComparing(each -> -each.middle().rest().points().size()))
                .orElse(null);
    }

    /** How many sets of assumptions are so [count]. */
    long count(Predicate<Answers> so) {
        return answers.stream().filter(so).count();
    }
}
