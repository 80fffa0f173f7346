package io.github.breakranks.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.breakranks.examples.HostBound.Outcome;
import io.github.breakranks.examples.drawing.Drawing;
import io.github.breakranks.signaling.CredibilityOutcome;
import io.github.breakranks.signaling.PerfectBayesianEquilibrium.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Everything printed follows from assumptions; that it follows is checked here by other means. */
class ParoleOrStatuteTest {
    private static final List<HostBound> SETS = ParoleOrStatute.sets();
    private static final String PRINTED = new ParoleOrStatuteText(SETS).text();

    @Test
    void printsWhatIsExpected() throws IOException {
        try (InputStream expected = ParoleOrStatuteTest.class.getResourceAsStream("parole-or-statute.txt")) {
            assertEquals(new String(Objects.requireNonNull(expected).readAllBytes(), StandardCharsets.UTF_8), PRINTED);
        }
        assertTrue(PRINTED.lines().allMatch(line -> line.length() <= 120), PRINTED);
    }

    /** Estimates for living conflicts are never passed off as facts. */
    @Test
    void theFirstLineSaysWhatIsAssumed() {
        assertEquals(
                "Costs, reprisal, what hosts are like and what law costs them are ASSUMED below; nothing is a prediction.",
                PRINTED.lines().findFirst().orElseThrow());
    }

    /** Where soldiers are doubtful the outcome is that of the closed forms: q = c / W, s* = (W - escrow) / W, Bayes' rule. */
    @Test
    void whatIsBelievedFollowsFromTheClosedForms() {
        for (HostBound set : SETS) {
            boolean hessian = set.name().startsWith("Hessians");
            double worth = hessian ? 1 : 200_000;
            double paid = set.game().population().law().quantile(0.5) + (hessian ? 0.5 : 50_000);
            assertEquals(paid, set.toBePaid(), 1e-9 * worth);
            for (Outcome one : set.outcomes()) {
                double held = one.escrow();
                double needed = Math.max(0, (paid / worth - held) / (1 - held));
                CredibilityOutcome outcome = one.credibility().outcome();
                assertEquals(needed, set.stakes().belief(outcome.commitment()), 1e-12);
                double deepest = one.deepest().depth();
                if (set.prior() >= needed || deepest == 0) {
                    assertEquals(Kind.POOLING, outcome.kind(), set.name());
                    assertEquals(set.prior(), one.credibility().share(), 1e-12);
                } else if (outcome.kind() == Kind.SEPARATING) {
                    assertTrue(outcome.commitment().entrenchment() >= 1 - held, set.name());
                    assertEquals(1, one.credibility().share());
                } else {
                    assertEquals(Kind.SEMI_SEPARATING, outcome.kind(), set.name());
                    assertTrue(outcome.commitment().entrenchment() < 1 - held, set.name());
                    assertEquals(needed, one.credibility().share(), 1e-12);
                }
            }
        }
    }

    /** The host that means it never mixes in what is printed, so that the expected share is a matter of Bayes' rule. */
    @Test
    void theExpectedShareIsThatOfTheMimicry() {
        for (HostBound set : SETS) {
            for (Outcome one : set.outcomes()) {
                CredibilityOutcome outcome = one.credibility().outcome();
                double hidden =
                        set.prior() + (1 - set.prior()) * outcome.mimicry().low();
                assertEquals(outcome.mimicry().low(), outcome.mimicry().high());
                assertEquals(set.prior() / hidden, one.credibility().share(), 1e-12, set.name());
                assertEquals(hidden * one.meant() + (1 - hidden) * one.broken(), one.expected(), 1e-12);
            }
        }
    }

    /** Iteration of the best reply from nobody, with another normal law. */
    @Test
    void sharesRestWhereIterationEnds() {
        for (HostBound set : SETS) {
            boolean hessian = set.name().startsWith("Hessians");
            double worth = hessian ? 1 : 200_000;
            double fear = hessian ? 1 : 100_000;
            var law = set.game().population().law();
            double middle = law.quantile(0.5);
            var normal = new NormalDistribution(null, middle, law.quantile(0.841344746068542949) - middle);
            for (Outcome one : set.outcomes()) {
                double promised = worth * (1 - one.escrow());
                double held = worth * one.escrow();
                double believed = one.credibility().share();
                assertEquals(iterate(normal, believed * promised + held, fear), one.meant(), 3e-5, set.name());
                assertEquals(iterate(normal, held, fear), one.broken(), 3e-5, set.name());
            }
        }
    }

    /** Rests at half hold on to it for long, as the slope there is near 1. */
    private static double iterate(NormalDistribution law, double offered, double fear) {
        double share = 0;
        for (int k = 0; k < 3_000; k++) {
            share = law.cumulativeProbability(offered - fear * (1 - share));
        }
        return share;
    }

    /** Conclusions are counted: with one set each is settled. */
    @Test
    void conclusionsAreCounted() {
        String claim = "a statute that is open is taken, and only by the host that means it";
        String one = new ParoleOrStatuteText(SETS.subList(2, 3)).text();

        assertTrue(same(one).contains("1 of 1 sets: " + claim), one);
        assertFalse(same(PRINTED).contains(claim), PRINTED);
    }

    private static String same(String text) {
        return text.substring(text.indexOf("THE SAME UNDER ALL"), text.indexOf("NOT THE SAME"));
    }

    /** Without escrow the Hessians of 1776 need depth 1; with half in escrow, .5. */
    @Test
    void thePictureStepsWhereHostsPart() {
        Drawing drawing = ParolePicture.of(SETS.get(2));

        assertEquals(8, drawing.legend().size());
        assertEquals(1, firstAbove(90, drawing.points("no escrow, the host means it")), 1e-9);
        assertEquals(0.75, firstAbove(90, drawing.points("25% in escrow, the host means it")), 1e-9);
        assertEquals(0.5, firstAbove(90, drawing.points("50% in escrow, the host means it")), 1e-9);
        assertEquals(
                Double.POSITIVE_INFINITY,
                firstAbove(100 * SETS.get(2).prior() + 1, drawing.points("no escrow, either host")));
    }

    private static double firstAbove(double level, double[]... curve) {
        for (int k = 0; k < curve[0].length; k++) {
            if (curve[1][k] > level) {
                return curve[0][k];
            }
        }
        return Double.POSITIVE_INFINITY;
    }

    @Test
    void picturesAreWrittenWhereADirectoryIsNamed(@TempDir Path dir) throws IOException {
        ParoleOrStatuteText text = new ParoleOrStatuteText(SETS.subList(2, 3));

        assertEquals("", text.write());
        assertEquals("\nPICTURES parole-1 to parole-1 written to " + dir + "\n", text.write(dir.toString()));
        try (Stream<Path> files = Files.list(dir)) {
            assertEquals(
                    List.of("parole-1.png", "parole-1.svg"),
                    files.map(file -> file.getFileName().toString()).sorted().toList());
        }
        assertTrue(Files.readString(dir.resolve("parole-1.svg"))
                .contains(
                        "<title>Parole or statute, all assumed: Hessians; costs spread by 0.3; 20% of hosts mean it"));
        assertEquals(
                "HostBound[Hessians; costs spread by 0.3; 20% of hosts mean it]",
                SETS.get(2).toString());
    }
}
