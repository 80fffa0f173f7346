package io.github.breakranks.signaling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.breakranks.answer.Answer;
import io.github.breakranks.answer.Certificate;
import io.github.breakranks.answer.Range;
import io.github.breakranks.offer.Offer;
import io.github.breakranks.signaling.HostPlay.Step;
import io.github.breakranks.signaling.PerfectBayesianEquilibrium.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Credibility where two things are just equal, where nothing is left to do, and where stakes change under a form. */
class CredibilityEdgesTest {
    private static final CredibilityGame.Host HOST = CredibilityGame.host(1, 0.4, 1);
    private static final CredibilityGame DOUBTED = CredibilityGame.of(0.2, 3, 1, HOST);

    private static Credibility solved(CredibilityGame game) {
        final Answer<Credibility> answer = CredibilitySolver.solver().solve(game);
        assertInstanceOf(
                Certificate.Numeric.class,
                answer.certificate(),
                () -> answer.certificate().sentence());
        return answer.orElseThrow();
    }

    private static String refused(Executable work) {
        return assertThrows(IllegalArgumentException.class, work).getMessage();
    }

    @Test
    void otherStakesMustStillMakeTheEscrowLessThanTheBenefit() {
        final CredibilityGame held =
                DOUBTED.withAnyDepth(Commitment.of("law", 0).withEscrow(0.5));

        for (double benefit : new double[] {0.3, 0.5}) {
            assertEquals(
                    "escrow must be < benefit, " + benefit
                            + " [unit of the game], but was 0.5; put it in a menu beside a form with less",
                    refused(() -> held.withHost(CredibilityGame.host(benefit, 0.4, 1))));
        }
        assertEquals(
                0.1,
                solved(held.withHost(CredibilityGame.host(0.6, 0.4, 1)))
                        .outcomes()
                        .get(0)
                        .entrenchment()
                        .low(),
                1e-15);
        assertEquals(0.5, held.withPrior(0.3).menu().get(0).escrow());
    }

    /** What rounding may blur is judged form by form: a form too deep for anybody does not hide that another gains .028. */
    @Test
    void aFormTooDeepForAnybodyBlursNothing() {
        final CredibilityGame game = CredibilityGame.of(0.8, 5000, 2e-5, CredibilityGame.host(80_000, 5e-4, 7000.0005))
                .withMenu(
                        Commitment.of("a", 4e-6),
                        Commitment.of("b", 0),
                        Commitment.of("c", 7e6).withEscrow(800));
        final Credibility found = solved(game);

        assertEquals("b", found.outcome().commitment().name());
        assertTrue(found.outcomes().stream()
                .allMatch(each -> each.opportunistGain().low() >= 0));
    }

    /** All but nothing is left of the benefit: depth at which both are told apart is tiny, and no corner falls below 0. */
    @Test
    void nearlyAllOfTheBenefitMayLieInEscrow() {
        for (double kept : new double[] {1e-3, 1, 2000}) {
            final CredibilityGame game = CredibilityGame.of(0.3, kept, 3, CredibilityGame.host(1, 1e-5, 4000))
                    .withAnyDepth(Commitment.of("law", 0).withEscrow(1 - 1e-15));
            assertTrue(solved(game).outcomes().stream()
                    .allMatch(each -> each.entrenchment().low() >= 0));
        }
    }

    /** {@code 2.1 / (.3 + 2.1) = 7/8}, which doubles make 0.8750000000000001. */
    @Test
    void aTieIsDecidedInTheDecimalsAsWritten() {
        final CredibilityGame tied = CredibilityGame.of(0.875, 0.3, 2.1, HOST);

        assertEquals(0.875, tied.belief(Commitment.word()));
        assertTrue(solved(tied.withMenu(Commitment.word())).accepted());
        assertEquals(Kind.POOLING, solved(tied).outcome().kind());
        assertTrue(solved(tied).outcomes().stream()
                .noneMatch(each -> each.condition().contains("below")));
        assertTrue(solved(tied.withMenu(Commitment.word(), Commitment.of("b", 0.5))).outcomes().stream()
                .noneMatch(each -> each.kind() == Kind.SEMI_SEPARATING));
        assertEquals(
                0, Commitment.of("escrow", 0).withShelter(0.9).withEscrow(0.03).loss(0.3));
    }

    /** At a tie, go by convention is said where it is one; where no offer may be made the outcomes in which they stay are there, and shown. */
    @Test
    void atATieItIsSaidThatSoldiersAreIndifferent() {
        final CredibilityGame tied = CredibilityGame.of(0.25, 3, 1, HOST).withMenu(Commitment.of("parole", 0));
        final Credibility forced = solved(tied);
        assertEquals("Credibility[0.25, pooling at parole, soldiers go]", forced.toString());
        final String said = "Soldiers believe just as much as it takes: they are indifferent, and go by convention.";
        assertTrue(forced.explain().contains(said), forced::explain);

        final Credibility free = solved(tied.orNoOffer());
        assertEquals(Range.of(0, 1), free.outcome().accepted());
        assertEquals("Credibility[0.25, pooling at parole, soldiers may go]", free.toString());
        assertTrue(!free.explain().contains("convention"), free::explain);
        assertEquals(0.25, free.share());

        assertTrue(!solved(tied.withPrior(0.26)).explain().contains("convention"));
        assertTrue(solved(CredibilityGame.of(0.25, 3, 1, HOST)).explain().contains(said));
        assertTrue(!solved(DOUBTED.withMenu(Commitment.word().withEscrow(2)))
                .explain()
                .contains("convention"));
    }

    /** Where belief is a range no end of it is taken silently. */
    @Test
    void aRangeOfBeliefsIsNoOneCredibility() {
        final CredibilityGame covered = DOUBTED.withMenu(
                Commitment.word().withEscrow(1), Commitment.of("statute", 0.5).withEscrow(1));
        assertEquals(0.2, solved(covered).share());

        final Credibility free = solved(covered.orNoOffer());
        assertEquals("Credibility[0.2 to 1, semi-separating at word, soldiers go]", free.toString());
        assertEquals(0.2, free.shareAtLeast(), 1e-15);
        assertEquals(1, free.shareAtMost());
        final String refusal =
                "belief must be one share, but goes from 0.2 to 1 in this outcome, which is a set; choose one, as"
                        + " shareAtLeast() or the low end of outcome().belief(form), and set it with withCredibility";
        for (Executable asking : List.<Executable>of(
                free::share,
                () -> free.share("word"),
                () -> free.into(Offer.cash(1)),
                () -> free.into(Offer.cash(1), "word"))) {
            assertEquals(
                    refusal, assertThrows(IllegalStateException.class, asking).getMessage());
        }
    }

    /** Two outcomes that differ only in where the opportunist goes when it does not mimic. */
    @Test
    void theTableTellsWhereAHostGoesOtherwise() {
        final Credibility found = solved(DOUBTED.withMenu(
                Commitment.of("f0", 0).withEscrow(0.25),
                Commitment.of("f1", 0).withEscrow(0.5),
                Commitment.of("f2", 0.5)));
        final List<String> rows = found.table().text().lines().toList();
        assertEquals(
                rows.size(), rows.stream().distinct().count(), found.table().text());
        for (String revealing : List.of("f0", "f1")) {
            assertEquals(
                    1,
                    rows.stream()
                            .filter(row -> row.matches("semi-separating +f2 +0\\.75 +opportunist at " + revealing
                                    + " +0\\.25 +0\\.5 +0\\.3 +0 +true +true"))
                            .count(),
                    found.table().text());
        }
        assertTrue(rows.stream().anyMatch(row -> row.startsWith("pooling") && row.contains(" none ")));
    }

    /** Soldiers who are sure of an opportunist and lose nothing may go now and then: the sets hold all that the finite game has. */
    @Test
    void escrowThatJustCoversTheLossLosesNoOutcome() {
        final CredibilityGame game = CredibilityGame.of(0.001, 1, 0.3, HOST)
                .withMenu(Commitment.of("a", 0).withEscrow(0.3), Commitment.of("b", 0.5));
        final Credibility found = solved(game);

        assertEquals(
                5,
                PerfectBayesianSolver.solver()
                        .solve(game.finite())
                        .orElseThrow()
                        .all()
                        .size());
        assertEquals(Kind.POOLING, found.outcome().kind());
        assertEquals("a", found.outcome().commitment().name());
        assertEquals(Range.of(1), found.outcome().accepted());
        assertTrue(
                found.outcomes().stream().anyMatch(each -> each.accepted().low() < 1 || each.kind() != Kind.POOLING));
        assertTrue(
                found.outcome()
                        .explain()
                        .contains("It rests on soldiers who are sure of an opportunist losing nothing under a."),
                found.outcome().explain());
    }

    /** At any depth there are too many of these to list: that is said. */
    @Test
    void atAnyDepthThoseWhoLoseNothingAreTakenToGo() {
        final Credibility found = solved(CredibilityGame.of(0.001, 1, 0.3, HOST)
                .withAnyDepth(Commitment.of("a", 0).withEscrow(0.3)));
        assertEquals(1, found.outcomes().size());
        assertTrue(
                found.explain()
                        .endsWith(
                                " Just nothing is to be lost: whoever sees the offer is taken to go. Outcomes in which he does not always"
                                        + " are left out; on a short menu they are found."),
                found.explain());
    }

    @Test
    void onALongMenuThoseWhoLoseNothingAreTakenToGo() {
        final Commitment[] forms = new Commitment[7];
        for (int k = 0; k < forms.length; k++) {
            forms[k] = Commitment.of("form " + k, k / 10.0).withEscrow(k == 0 ? 0.3 : 0);
        }
        assertTrue(solved(CredibilityGame.of(0.001, 1, 0.3, HOST).withMenu(forms))
                .explain()
                .endsWith(
                        " Just nothing is to be lost: whoever sees the offer is taken to go. Outcomes in which he does not always are left"
                                + " out; PerfectBayesianSolver finds them in finite()."));
    }

    @Test
    void depthThatNoNumberHoldsIsRefused() {
        assertEquals(
                "benefit / committedCost must be finite [unit of entrenchment], but was 1.0E300 / 1.0E-300; state the stakes in"
                        + " another unit, nearer to 1 each",
                refused(() -> CredibilityGame.of(0.5, 1, 1, CredibilityGame.host(1e300, 1e-300, 1e300))));
    }

    /** The dearest form alone is worse than silence: at .2 of hosts that mean it nobody would go, so nobody takes it. */
    @Test
    void aHostMayMakeNoOffer() {
        final CredibilityGame game =
                DOUBTED.withMenu(Commitment.of("statute", 1.25)).orNoOffer();
        final Credibility found = solved(game);

        assertTrue(game.mayMakeNone());
        assertEquals(1, game.menu().size());
        assertEquals("CredibilityGame[prior 0.2, kept 3, broken 1, 1 form or none]", game.toString());
        assertEquals("Credibility[1, separating at statute, soldiers go]", found.toString());
        assertEquals(Range.of(0.5), found.outcome().committedGain());
        assertEquals(Range.of(0), found.outcome().opportunistGain());
        for (CredibilityOutcome each : found.outcomes()) {
            assertTrue(each.committedGain().low() >= 0 && each.opportunistGain().low() >= 0);
        }
        assertEquals(
                "form must be an offer, but was \"no offer\"; there is nothing to believe",
                refused(() -> found.into(Offer.cash(1), "no offer")));
        assertEquals(
                "menu must not have a form named \"no offer\", but was [Commitment[no offer, entrenchment 1.0]]",
                refused(() -> DOUBTED.withMenu(Commitment.of("no offer", 1)).orNoOffer()));
        assertEquals(
                "game must have a menu, but any depth is open; depth 0 gains a host at least 0, or use withMenu",
                refused(DOUBTED::orNoOffer));
    }

    /** Without trust and with a statute dear to both, silence is all that is left. */
    @Test
    void whereNoFormPaysNoOfferIsMade() {
        final Credibility found =
                solved(DOUBTED.withMenu(Commitment.of("statute", 3)).orNoOffer());
        assertEquals(1, found.outcomes().size());
        assertEquals("Credibility[0.2, pooling at no offer, nobody goes]", found.toString());
        assertEquals(
                "form must be an offer, but was \"no offer\"; there is nothing to believe",
                refused(() -> found.into(Offer.cash(1))));
    }

    @Test
    void saysWhoMixesBetweenWhich() {
        final List<CredibilityOutcome> all = solved(DOUBTED).outcomes();

        assertTrue(
                all.get(2)
                        .explain()
                        .startsWith(
                                "Semi-separating: the committed host takes depth 1, the opportunist depth 1 with chance 0 to 0.75,"
                                        + " else depth 0; those who see depth 1 believe 0.25 to 1 and go with chance 1."),
                all.get(2).explain());
        assertTrue(
                all.get(4)
                        .explain()
                        .startsWith(
                                "Semi-separating: the committed host takes depth 0 to 1, the opportunist depth 0 to 1 with chance 0.75,"
                                        + " else depth 0; those who see depth 0 to 1 believe 0.25 and go with chance 0 to 1."),
                all.get(4).explain());
        assertTrue(
                all.get(5)
                        .explain()
                        .startsWith(
                                "Semi-separating: the committed host takes depth 0 to 1 with chance 0.5, else depth 1 to 2.5, the"
                                        + " opportunist depth 0 to 1 with chance 0.375, else depth 0; those who see depth 0 to 1 believe 0.25 and"
                                        + " go with chance 0 to 1."),
                all.get(5).explain());
    }

    /** At depth 0 both hosts would send the same message: that is pooling, with the prior for belief. */
    @Test
    void whereTwoDepthsBecomeOneTheEndIsALimitOnly() {
        final List<CredibilityOutcome> all = solved(DOUBTED).outcomes();

        assertEquals(
                List.of(false, false, false, false, true, true),
                all.stream().map(CredibilityOutcome::openEnds).toList());
        assertTrue(
                all.get(4)
                        .explain()
                        .contains(
                                " Where two of these depths are one, soldiers see one message, so that such an end is approached only."),
                all.get(4).explain());
    }

    /** Two steps at one depth are one message: soldiers there cannot believe a quarter, and must not be certified as if they did. */
    @Test
    void soldiersAreCheckedMessageByMessage() {
        final Commitment word = Commitment.of("law", 0);
        final HostPlay split = new HostPlay(List.of(new Step(word, 1, 0.75, 0.5), new Step(word, 0, 0.25, 0.5)));
        final CredibilityOutcome claimed = new CredibilityOutcome(
                DOUBTED.withMenu(word),
                Kind.SEMI_SEPARATING,
                List.of(split),
                "",
                List.of(new CredibilityOutcome.Test(true, ""), new CredibilityOutcome.Test(true, "")));
        assertEquals(
                new Certificate.Unproven("some outcome leaves a regret of 0.09999999999999998"),
                CredibilityVerifier.certify(new Credibility(DOUBTED.withMenu(word), List.of(claimed))));

        final HostPlay twoReplies = new HostPlay(List.of(new Step(word, 1, 0.75, 1), new Step(word, 0, 0.25, 0)));
        final CredibilityOutcome two = new CredibilityOutcome(
                DOUBTED.withMenu(word),
                Kind.SEMI_SEPARATING,
                List.of(twoReplies),
                "",
                List.of(new CredibilityOutcome.Test(true, ""), new CredibilityOutcome.Test(true, "")));
        assertInstanceOf(
                Certificate.Unproven.class,
                CredibilityVerifier.certify(new Credibility(DOUBTED.withMenu(word), List.of(two))));
    }

    /** The menu is all a host can do: with a statute alone both pay for it, though nobody goes. */
    @Test
    void aMenuIsAllAHostCanDo() {
        final Credibility forced = solved(DOUBTED.withMenu(Commitment.of("statute", 1.25)));
        final Credibility free = solved(DOUBTED.withMenu(Commitment.of("statute", 1.25), Commitment.word()));

        assertEquals(Range.of(-0.5), forced.outcome().committedGain());
        assertEquals(Range.of(-1.25), forced.outcome().opportunistGain());
        for (CredibilityOutcome each : free.outcomes()) {
            assertTrue(each.committedGain().low() >= 0 && each.opportunistGain().low() >= 0);
        }
    }

    @Test
    void formsNeedNamesAndMustBeThere() {
        assertEquals("name must not be blank, but was \"\"", refused(() -> Commitment.of("", 1)));
        assertEquals("name must not be blank, but was \"  \"", refused(() -> Commitment.of("  ", 1)));
        assertEquals(
                "menu[0]",
                assertThrows(NullPointerException.class, () -> DOUBTED.withMenu((Commitment) null))
                        .getMessage());
        assertEquals(
                "commitments",
                assertThrows(NullPointerException.class, () -> DOUBTED.withMenu((Commitment[]) null))
                        .getMessage());
        assertEquals(
                "commitment",
                assertThrows(NullPointerException.class, () -> DOUBTED.withAnyDepth(null))
                        .getMessage());
    }

    @Test
    void anOfferWithoutCashIsToldWhatToDo() {
        assertEquals(
                "cash must be >= what parole holds in escrow, 0.3 [unit of the game], but was 0.0; give the offer that much cash, or"
                        + " set escrow and credibility, share(), on it yourself",
                refused(() -> solved(DOUBTED.withMenu(Commitment.of("parole", 0).withEscrow(0.3)))
                        .into(Offer.refuge(1))));
    }

    /** Half of what a soldier stakes is not fifty cents: what lies in escrow is in the unit of the credibility game. */
    @Test
    void escrowGoesIntoAnOfferInTheUnitOfTheOffer() {
        final Commitment held = Commitment.word().withEscrow(0.5);
        final Credibility found = solved(
                CredibilityGame.of(0.2, 3, 1, CredibilityGame.host(1, 0.4, 1)).withMenu(held, Commitment.of("law", 2)));
        final Offer offer = Offer.cash(100_000).withRefuge(100_000).in("USD");
        final Offer expected = offer.withCash(50_000).withEscrow(50_000).withCredibility(0.2);

        assertEquals(expected, found.into(offer, 100_000));
        assertEquals(expected, found.into(offer, "word", 100_000));
        final String refusal =
                "offer must name no unit where word holds 0.5 in escrow [unit of the credibility game], but was in USD;"
                        + " add what one unit of that game is worth in USD, as in into(offer, unit)";
        assertEquals(refusal, refused(() -> found.into(offer)));
        assertEquals(refusal, refused(() -> found.into(offer, "word")));
        assertEquals(Offer.cash(0.5).withEscrow(0.5).withCredibility(0.2), found.into(Offer.cash(1)));
        assertEquals(
                "cash must be >= what word holds in escrow, 100000.0 [USD], but was 60000.0; give the offer that much cash, or set escrow"
                        + " and credibility, share(), on it yourself",
                refused(() -> found.into(offer.withCash(60_000), 200_000)));
        for (double unit : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertEquals(
                    "unit must be finite and > 0.0 [unit of the offer], but was " + unit,
                    refused(() -> found.into(offer, unit)));
        }
    }

    @Test
    void anOfferWithoutEscrowNeedsNoUnit() {
        final Offer offer = Offer.cash(100_000).in("USD");
        final Credibility found = solved(DOUBTED.withMenu(Commitment.word().withShelter(0.8)));
        assertEquals(offer.withCredibility(found.share()), found.into(offer));
        assertEquals(found.into(offer), found.into(offer, 100_000));
    }
}
