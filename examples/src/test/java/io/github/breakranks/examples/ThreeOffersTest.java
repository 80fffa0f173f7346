package io.github.breakranks.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.breakranks.answer.Certificate;
import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.offer.Expiry;
import io.github.breakranks.timing.DeadlinePath.Outcome;
import io.github.breakranks.timing.DeadlineSolver;
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
class ThreeOffersTest {
    private static final List<ThreeOffers> HESSIANS = HessianDeadlines.sets();
    private static final List<ThreeOffers> TERMS = Deadlines2022.sets();

    private static void assertPrints(String file, String printed) throws IOException {
        try (InputStream expected = ThreeOffersTest.class.getResourceAsStream(file)) {
            assertEquals(new String(Objects.requireNonNull(expected).readAllBytes(), StandardCharsets.UTF_8), printed);
        }
        assertTrue(printed.lines().allMatch(line -> line.length() <= 120), printed);
    }

    @Test
    void theHessiansPrintWhatIsExpected() throws IOException {
        assertPrints("hessian-deadlines.txt", HessianDeadlines.text().text());
    }

    @Test
    void theTermsOf2022PrintWhatIsExpected() throws IOException {
        assertPrints("deadlines-2022.txt", Deadlines2022.text().text());
    }

    /** Estimates for living conflicts are never passed off as facts. */
    @Test
    void theFirstLineSaysThatItIsAssumed() {
        assertEquals(
                "Costs, reprisal, belief and what waiting costs are ASSUMED below, and nothing is history but the share that left.",
                HessianDeadlines.text().text().lines().findFirst().orElseThrow());
        assertEquals(
                "Costs, reprisal, belief and what waiting costs are ASSUMED below, and nothing is a prediction.",
                Deadlines2022.text().text().lines().findFirst().orElseThrow());
    }

    /** What the text says of the game: reprisal 1, belief 0.75, all have heard, and a share on record is where the open offer ends. */
    @Test
    void theHessiansGameIsTheOneDescribed() {
        for (ThreeOffers set : HESSIANS) {
            DefectionGame game = set.open().game();
            assertEquals(0.75 - 1, game.gain(0), 1e-15);
            assertEquals(0.75, game.gain(1), 1e-15);
            assertEquals(0.75, game.offer().credibility());
            assertEquals(1, game.offer().reach());
            assertEquals(29_875, game.population().size());
            assertEquals("50 acres", game.unit());
            assertTrue(set.open().leastShare() >= 3000.0 / 29_875, set.name());
            assertTrue(set.open().leastShare() <= 5008.0 / 29_875, set.name());
        }
    }

    /** The path by a sum over ranks, H t = integral of G' / (G - F^-1), with another normal law. */
    @Test
    void anOpenOfferHasBroughtThatManyByThen() {
        for (ThreeOffers set : moved()) {
            double share = set.dated().unprotected().before();
            double clock = set.open().waiting().rate() * set.terms().date();
            assertEquals(clock, clock(set, share), 2e-3 * clock, set.name());
        }
    }

    private static double clock(ThreeOffers set, double until) {
        NormalDistribution law = law(set);
        DefectionGame game = set.open().game();
        double slope = game.gain(1) - game.gain(0);
        int steps = 20_000;
        double sum = 0;
        for (int k = 0; k < steps; k++) { // squared, as ranks near 0 pass in no time
            double rank = until * (k + 0.5) * (k + 0.5) / steps / steps;
            double step = 2 * until * (k + 0.5) / steps / steps;
            sum += step * slope / (game.gain(rank) - law.inverseCumulativeProbability(rank));
        }
        return sum;
    }

    private static NormalDistribution law(ThreeOffers set) {
        var law = set.open().game().population().law();
        double middle = law.quantile(0.5);
        return new NormalDistribution(null, middle, law.quantile(0.841344746068542949) - middle);
    }

    private static List<ThreeOffers> moved() {
        return Stream.concat(HESSIANS.stream(), TERMS.stream())
                .filter(ThreeOffers::moves)
                .toList();
    }

    /** Judged on those before, all go who gain at what is gone; a crowd comes to a rest point, and who ends the quiet is indifferent. */
    @Test
    void whatADateBringsFollowsFromItsEquations() {
        for (ThreeOffers set : moved()) {
            NormalDistribution law = law(set);
            DefectionGame game = set.open().game();
            Outcome alone = set.dated().unprotected();
            Outcome crowd = set.dated().protectedByCrowd();
            double scale = game.gain(1) - game.gain(0);

            assertEquals(law.cumulativeProbability(game.gain(alone.before())), alone.total(), 1e-9, set.name());
            assertEquals(law.cumulativeProbability(game.gain(crowd.total())), crowd.total(), 1e-9, set.name());
            if (crowd.before() > 1e-9) {
                double last = law.inverseCumulativeProbability(crowd.before());
                double wait = Math.exp(-set.open().waiting().rate() * crowd.quietPeriod());
                assertEquals(
                        game.gain(crowd.before()) - last,
                        wait * (game.gain(crowd.total()) - last),
                        1e-7 * scale,
                        set.name());
            }
        }
    }

    /** Normal costs and a straight reprisal are symmetric, so that the equal-area offer is worth mean + r / 2. */
    @Test
    void aDateHelpsWhereThereAreSeveralRestPointsAndTheOfferIsWorthEnough() {
        for (ThreeOffers set : moved()) {
            DefectionGame game = set.open().game();
            double r = game.gain(1) - game.gain(0);
            double mean = game.population().law().quantile(0.5);
            boolean several = !set.dated().selection().equals("the only rest point");
            assertEquals(several && game.gain(1) > mean + r / 2, set.dated().dividend() > 1e-9, set.name());
        }
    }

    @Test
    void pathsAreBestReplies() {
        for (ThreeOffers set : moved()) {
            DefectionGame game = set.open().game();
            var answer = DeadlineSolver.of(set.open().waiting())
                    .solve(game.withOffer(
                            game.offer().withExpiry(Expiry.at(set.terms().date()))));
            Certificate.Numeric checked = (Certificate.Numeric) answer.certificate();
            assertTrue(checked.worst() < 1e-6 * (game.gain(1) - game.gain(0)), set.name() + checked);
        }
    }

    /** Other assumptions move conclusions from one list to the other: with one set each is settled. */
    @Test
    void conclusionsAreCounted() {
        String one = new ThreeOffersText("one", List.of("ASSUMED"), HESSIANS.subList(0, 1)).text();
        String all = HessianDeadlines.text().text();

        assertTrue(
                same(one).contains("1 of 1 sets: a date brings more in the end than an open offer if the crowd"), one);
        assertFalse(same(all).contains("a date brings more in the end than an open offer if the crowd"), all);
        assertTrue(
                Deadlines2022.text().text().contains("In 2 of 8 sets not one soldier goes, however the offer is put;"));
    }

    private static String same(String text) {
        return text.substring(text.indexOf("THE SAME UNDER ALL"), text.indexOf("NOT THE SAME"));
    }

    @Test
    void picturesAreWrittenWhereADirectoryIsNamed(@TempDir Path dir) throws IOException {
        ThreeOffersText text = new ThreeOffersText("two", List.of("ASSUMED"), HESSIANS.subList(4, 6));

        assertEquals("", text.draw());
        assertEquals("\nPICTURES two-1 to two-2 written to " + dir + "\n", text.draw(dir.toString()));

        try (Stream<Path> files = Files.list(dir)) {
            assertEquals(
                    List.of("two-1.png", "two-1.svg", "two-2.png", "two-2.svg"),
                    files.map(file -> file.getFileName().toString()).sorted().toList());
        }
        assertTrue(Files.readString(dir.resolve("two-1.svg"))
                .contains("<title>Hessians, costs spread by 0.4, waiting costs 0.1 a year</title>"));
        assertEquals(
                "ThreeOffers[Hessians, costs spread by 0.4, waiting costs 0.1 a year]",
                HESSIANS.get(4).toString());
    }
}
