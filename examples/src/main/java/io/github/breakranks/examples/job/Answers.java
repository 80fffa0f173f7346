package io.github.breakranks.examples.job;

import io.github.breakranks.answer.Range;
import io.github.breakranks.examples.job.ConsistentMeans.Extent;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What follows from one set of assumptions.
 *
 * @param set      the means that agree with the record
 * @param findings under the lowest of these means, the one in the middle and the highest; empty if there are none. Everything found rises
 *                 or falls with the mean, so that the ends bound it
 */
record Answers(ConsistentMeans set, List<Finding> findings) {
    Answers {
        findings = List.copyOf(findings);
    }

    static Answers of(Case history, Assumption assumption) {
        final ConsistentMeans set = new MeanSearch(history, assumption).means();
        final Range means = set.means();
        if (means == null) {
            return new Answers(set, List.of());
        }
        return new Answers(
                set,
                List.of(
                        Finding.of(history, assumption, means.low()),
                        Finding.of(history, assumption, (means.low() + means.high()) / 2),
                        Finding.of(history, assumption, means.high())));
    }

    Assumption assumption() {
        return set.assumption();
    }

    boolean consistent() {
        return set.extent() != Extent.NONE;
    }

    /** Under the mean in the middle. */
    Finding middle() {
        return findings.get(1);
    }

    /** From the least to the greatest of a number over the findings; there must be some. */
    Range over(ToDoubleFunction<Finding> number) {
        final double[] numbers = findings.stream().mapToDouble(number).sorted().toArray();
        return new Range(numbers[0], numbers[numbers.length - 1]);
    }

    /** Whether some value of some term tips it under some of the means. */
    boolean tips() {
        return findings.stream()
                .flatMap(finding -> finding.changes().stream())
                .anyMatch(change -> change.tips().isPresent());
    }

    /** Whether {@code Phi' = reprisal * density} can pass 1 at all; the greatest density is {@code 1 / (spread sqrt(2 pi))}. */
    boolean canFold() {
        return !findings.isEmpty()
                && findings.get(0).game().population().law().steepest()
                                * assumption().reprisal()
                        > 1;
    }
}
